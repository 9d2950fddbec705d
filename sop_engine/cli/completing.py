"""What a shell offers while a command is being typed.

In: the command line so far, as click parses it. Out: agencies, stems, roles, files and rules that begin so. Nothing is
compiled, and whatever goes wrong offers nothing: a shell has no place for faults.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from sop_engine.errors import SopEngineError
from sop_engine.library.finding import (
    Definition,
    definitions_folder,
    find,
    packaged_definitions,
)

__all__ = ["agencies", "files", "folders", "only_agency", "roles", "rules_in_list", "sops", "stems"]

_CODE = re.compile(rb"^instansi:.*?^\s+kode\s*:\s*['\"]?([a-z0-9-]+)", re.MULTILINE | re.DOTALL)
_HEAD = 4096
"""Bytes in which a definition states its agency, as far as completion looks."""

_SUFFIXES = (".yaml", ".yml")


def agencies(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The agencies' codes in the definitions that the command would use."""
    codes = sorted({code for code, _ in _definitions(ctx) if code.startswith(incomplete)})
    return [CompletionItem(code) for code in codes]


def sops(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What names a SOP: a code, a definition here, a folder; below folders the shell's own names of files."""
    found = [*agencies(ctx, param, incomplete), *map(CompletionItem, _here(incomplete))]
    return found or files(ctx, param, incomplete)


def stems(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of the files of the agency that the command line names, or of all."""
    wanted = _named(ctx)
    there = [
        (code, one.stem) for code, one in _definitions(ctx) if one.stem and one.stem.startswith(incomplete)
    ]
    named = [(code, stem) for code, stem in there if code in wanted]
    return [CompletionItem(stem, help=code) for code, stem in named or there]


def roles(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The keys of the roles in the definitions that the command line names, or in all of them."""
    wanted, stem = _named(ctx), ctx.params.get("sop")
    there = list(_definitions(ctx))
    named = [one.name for code, one in there if code in wanted and stem in (None, one.stem)]
    named += [str(word) for word in wanted if str(word).lower().endswith(_SUFFIXES)]
    found: dict[str, str] = {}
    for name in named or [one.name for _, one in there]:
        found = _roles(name) | found
    return [CompletionItem(key, help=found[key]) for key in sorted(found) if key.startswith(incomplete)]


def rules_in_list(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes and names of findings, behind the last comma of a list."""
    from sop_engine.rules.kinds import kinds  # noqa: PLC0415 - only these options pay for it

    before, comma, begun = incomplete.rpartition(",")
    names = [(kind.code, kind.slug) for kind in kinds().values()]
    names += [(slug, code) for code, slug in names]
    return [
        CompletionItem(f"{before}{comma}{name}", help=other)
        for name, other in names
        if name.lower().startswith(begun.lower())
    ]


def only_agency(ctx: click.Context) -> str | None:
    """The code of all definitions here; None where there are several, or only those that came with the program."""
    packaged = packaged_definitions()
    codes = {code for code, one in _definitions(ctx) if one.path and not one.path.is_relative_to(packaged)}
    return codes.pop() if len(codes) == 1 else None


def files(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shell's own names of files."""
    return [CompletionItem(incomplete, type="file")]


def folders(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shell's own names of folders."""
    return [CompletionItem(incomplete, type="dir")]


def _named(ctx: click.Context) -> set[object]:
    """The words of the command line that may name an agency or a file."""
    words = ctx.params.get("words") or ()
    return {
        ctx.params.get("agency"),
        ctx.params.get("source"),
        *([words] if isinstance(words, str) else words),
        # Several words that are not complete yet are still among what is left over.
        *ctx.args,
    }


def _definitions(ctx: click.Context) -> Iterator[tuple[str, Definition]]:
    """The definitions that the command would find, each with its agency's code."""
    try:
        cwd = Path.cwd()
        environment = ctx.find_root().obj.environment.get("SOP_DEFINITIONS")
        folder = definitions_folder(ctx.params.get("definitions"), environment, cwd, packaged_definitions())
        found = find(folder, cwd, folder.path).definitions
    except (OSError, SopEngineError):
        return
    for definition in found:
        code = _code(definition)
        if code is not None:
            yield code, definition


def _code(definition: Definition) -> str | None:
    """The code that a definition states near its beginning, else the one that it is named after."""
    try:
        with open(definition.name, "rb") as file:  # noqa: PTH123 - text stays text
            match = _CODE.search(file.read(_HEAD))
    except OSError:
        match = None
    return match[1].decode() if match else definition.agency


def _roles(name: str) -> dict[str, str]:
    """What a file calls its roles, by their keys."""
    from sop_engine.reading import decode, read  # noqa: PLC0415 - only this option pays for it

    try:
        with open(name, "rb") as file:  # noqa: PTH123 - text stays text
            source, _ = decode(file.read(), name)
    except OSError:
        return {}
    document, _ = read(source)
    stated = document.data.get("pelaksana") if document is not None else None
    if not isinstance(stated, dict):
        return {}
    headings = ((key, one.get("nama") if isinstance(one, dict) else one) for key, one in stated.items())
    return {key: said if isinstance(said, str) else "" for key, said in headings}


def _here(incomplete: str) -> Iterable[str]:
    """Definitions in the working directory, and once a name is begun its folders."""
    if os.sep in incomplete or "/" in incomplete:
        return []
    try:
        names = sorted(entry.name + "/" * entry.is_dir() for entry in os.scandir())
    except OSError:
        return []
    wanted = ("/", *_SUFFIXES) if incomplete else _SUFFIXES
    return [name for name in names if name.startswith(incomplete) and name.lower().endswith(wanted)]
