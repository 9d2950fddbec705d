"""Which SOPs a command works on.

In: a ``Naming``. Out: a ``Selection``, whose definitions are read and compiled when their turn comes, so that
a run over thousands never holds more than one.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sop_engine.cli.naming import Naming
from sop_engine.cli.run import Run
from sop_engine.cli.shelf import STDIN, Item, Shelf, bytes_of, compiled_bytes, is_path
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library import SHOWN, Definition, packaged_definitions, stated_code

__all__ = ["Selection", "choose", "choose_one", "refuse_packaged", "several_found"]


@dataclass(frozen=True)
class Selection:
    """The chosen SOPs.

    Attributes:
        run: notes what cannot be read.
        items: in the order named, each file once.
        several: a folder, several words or several SOPs were named, or nothing at all, which means all.
        agency: the one agency that was named, or None.
    """

    run: Run
    items: tuple[Item, ...]
    several: bool
    agency: str | None = None

    def __iter__(self) -> Iterator[tuple[Definition, Compiled]]:
        """Read and compile one after the other; what cannot be read is noted in the run."""
        for item in self.items:
            compiled = item.compiled
            if compiled is None:
                try:
                    compiled = compiled_bytes(item.definition, bytes_of(item.definition), self.run.choice)
                except UsageError as fault:
                    self.run.problem(fault, item.definition.name)
                    continue
            yield item.definition, compiled


def choose(run: Run, naming: Naming) -> Selection:
    """Choose what a command works on; without any name, all definitions found.

    Raises:
        UsageError: nothing can be chosen. Where some of it can, the rest is noted in the run.
    """
    if naming.agency is not None and naming.words:
        raise UsageError(
            Text("--agency dan kata SOP disebut bersamaan", "both --agency and a SOP's word are given"),
            Text("pakai salah satu", "use one of them"),
        )
    # Settings that are not understood are told once, before any SOP is read.
    _ = run.choice
    shelf = Shelf(run, naming.definitions)
    if naming.agency is not None:
        items = shelf.of_agency(naming.agency, naming.sop)
        return Selection(run, items, len(items) > 1, naming.agency)
    if naming.words:
        return _by_words(run, shelf, naming)
    if naming.sop is not None:
        raise _sop_alone()
    return Selection(run, tuple(map(Item, shelf.definitions)), several=True)


def choose_one(run: Run, naming: Naming) -> Selection:
    """Choose exactly one SOP.

    Raises:
        UsageError: there is none, or there are several; the hint names them.
    """
    selection = choose(run, naming)
    if len(selection.items) > 1:
        raise several_found(selection)
    return replace(selection, several=False)


def refuse_packaged(naming: Naming, selection: Selection) -> None:
    """Refuse to change what came with the program; those of a checkout may be, from within it or named by a path.

    Raises:
        UsageError: a definition is such a one.
    """
    packaged = packaged_definitions().resolve()
    paths = [item.definition.path for item in selection.items if item.definition.path is not None]
    inside = [path for path in paths if path.resolve().is_relative_to(packaged)]
    if not inside:
        return
    here = Path.cwd()
    installed = packaged.parent == Path(__file__).resolve().parent.parent
    named = [naming.definitions, selection.run.environment.get("SOP_DEFINITIONS"), *naming.words]
    folders = [(here / name).resolve() for name in named if name and (here / name).exists()]
    at_home = here.resolve().is_relative_to(packaged.parent)
    own = [path for path in inside if any(path.resolve().is_relative_to(folder) for folder in folders)]
    if not installed and (at_home or len(own) == len(inside)):
        return
    raise UsageError(
        Text(
            "definisi bawaan program tidak diubah",
            "the definitions that come with the program are not changed",
        ),
        Text(
            "salin dahulu ke folder 'definitions' sendiri, atau sebut berkasnya",
            "copy them into a folder 'definitions' of your own first, or name a file",
        ),
    )


def several_found(selection: Selection) -> UsageError:
    """The error where one SOP is wanted and several are there."""
    number = len(selection.items)
    if selection.agency is not None:
        listed = ", ".join(str(item.definition.stem) for item in selection.items)
        return UsageError(
            Text(
                f"instansi '{selection.agency}' punya {number} SOP",
                f"agency '{selection.agency}' has {number} SOPs",
            ),
            Text(f"pilih satu dengan --sop: {listed}", f"choose one with --sop: {listed}"),
        )
    shown = selection.items[:SHOWN]
    called = dict.fromkeys(map(_called, shown))
    # One agency's code chooses none of its SOPs.
    listed = ", ".join(called if len(called) > 1 else (item.definition.name for item in shown))
    listed += ", ..." if number > SHOWN else ""
    return UsageError(
        Text(f"yang diperlukan satu SOP, yang ada {number}", f"one SOP is wanted, but there are {number}"),
        Text(f"pilih satu: {listed}", f"choose one: {listed}"),
    )


def _called(item: Item) -> str:
    """What names a SOP on the command line: its agency's code in a folder of definitions, else its path."""
    definition = item.definition
    if definition.agency is not None:
        with suppress(UsageError):
            return stated_code(definition, bytes_of(definition)) or definition.name
    return definition.name


def _by_words(run: Run, shelf: Shelf, naming: Naming) -> Selection:
    items: dict[str, Item] = {}
    several = len(naming.words) > 1
    agencies: list[str] = []
    for word in naming.words:
        try:
            named = shelf.of_word(word, naming.sop)
        except UsageError as fault:
            run.problem(fault, word if is_path(word) else "")
            continue
        several = several or named.several
        agencies.extend([word] if named.is_agency else [])
        for item in named.items:
            path = item.definition.path
            items.setdefault(STDIN if path is None else os.path.normpath(path), item)
    if naming.sop is not None and items and not agencies:
        raise _sop_alone()
    # Only where every word is one and the same agency is it the agency that was named.
    only = set(naming.words) if agencies == [*naming.words] else set()
    return Selection(run, tuple(items.values()), several, only.pop() if len(only) == 1 else None)


def _sop_alone() -> UsageError:
    return UsageError(
        Text("--sop disebut tanpa instansi", "--sop is given without an agency"),
        Text("pakai --agency KODE --sop NAMA", "use --agency CODE --sop NAME"),
    )
