"""``sop diff``: what changed between two versions of a SOP.

In: two definitions, or one and a revision of git's. Out: what was added, removed, moved and changed, for people or as
JSON, and a paragraph for the cover letter of a revision.
"""

from typing import TYPE_CHECKING

import click

from sop_engine.cli.framework import Command, Option
from sop_engine.cli.naming import (
    FILE_OR_FOLDER,
    Naming,
    by_suffix,
    format_option,
    named,
    naming_params,
    output_options,
)
from sop_engine.cli.run import FAULTY, Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError

if TYPE_CHECKING:
    from sop_engine.analysis.revision import Revision
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled
    from sop_engine.library import Definition

__all__ = ["command"]

TEXT = "text"
FORMATS = (TEXT, "json", "markdown", "html")
STEM = "perubahan-sop"
"""Where a page goes that nobody gave a name."""

TWO = Text(
    "sebut dua versi: sop diff LAMA BARU, atau sop diff BERKAS --git REVISI",
    "name two versions: sop diff OLD NEW, or sop diff FILE --git REVISION",
)


@named
def diff(
    run: Run,
    naming: Naming,
    format: str | None,
    output: str | None,
    *,
    force: bool,
    git: str | None,
    summary: bool,
    exit_code: bool,
) -> None:
    """Compare two versions; where one of them has no rows that can be read, its findings are the answer."""
    from sop_engine.cli.target import format_of  # noqa: PLC0415 - loaded when called

    chosen = format_of(output, format, FORMATS, TEXT)
    if summary and chosen in ("json", "html"):
        raise UsageError(
            Text(
                f"--summary tidak berlaku bagi {chosen}, yang selalu memuatnya",
                f"--summary means nothing for {chosen}, which always has it",
            ),
            Text("hilangkan salah satu", "leave one of them out"),
        )
    if output is None and force and chosen != "html":
        raise UsageError(
            Text("--force tidak berlaku tanpa -o", "--force means nothing without -o"),
            Text(
                "sebut berkasnya dengan -o, atau hilangkan --force",
                "name the file with -o, or leave --force out",
            ),
        )
    sides = _sides(run, naming, git)
    if len(sides) < 2:
        # What could not be named or read was told.
        return
    found = _compared(run, sides)
    if found is not None:
        _deliver(run, sides, found, chosen, output, force=force, summary=summary)
    for _, compiled in sides:
        run.findings(compiled, several=True)
    if exit_code and found is not None and not found.same and not run.status:
        click.get_current_context().exit(FAULTY)


def _sides(run: Run, naming: Naming, git: str | None) -> "list[tuple[Definition, Compiled]]":
    """The old version and the new one.

    Raises:
        UsageError: one of them cannot be named or read.
    """
    from dataclasses import replace  # noqa: PLC0415 - loaded when called

    from sop_engine.cli.selection import choose_one  # noqa: PLC0415

    if git is not None:
        if len(naming.words) > 1 or not (naming.words or naming.agency):
            raise UsageError(Text("--git memerlukan satu berkas", "--git needs one file"), TWO)
        now = _read(choose_one(run, naming))
        return [_earlier(run, definition, git) for definition, _ in now] + now
    if len(naming.words) != 2 or naming.agency is not None:
        count = len(naming.words) + (naming.agency is not None)
        raise UsageError(
            Text(
                f"yang diperlukan dua versi, yang disebut {count}", f"two versions are wanted, {count} named"
            ),
            TWO,
        )
    if naming.words == ("-", "-"):
        raise UsageError(
            Text("masukan standar disebut dua kali", "standard input is named twice"),
            Text("sebut berkas untuk salah satunya", "name a file for one of them"),
        )
    return [one for word in naming.words for one in _read(choose_one(run, replace(naming, words=(word,))))]


def _read(selection: "Selection") -> "list[tuple[Definition, Compiled]]":
    """The one SOP of a selection; nothing where it could not be named or read, which the run was told.

    Raises:
        UsageError: a folder holds none.
    """
    if not selection.items and not selection.run.problems:
        raise UsageError(Text("tidak ada SOP untuk dibandingkan", "there is no SOP to compare"), TWO)
    return list(selection)


def _earlier(run: Run, definition: "Definition", revision: str) -> "tuple[Definition, Compiled]":
    """A definition as it was at a revision; messages call it as git does, ``HEAD~1:dumai.yaml``.

    Raises:
        UsageError: git does not have it.
    """
    from dataclasses import replace  # noqa: PLC0415 - loaded when called

    from sop_engine.cli.diff_git import at_revision  # noqa: PLC0415
    from sop_engine.cli.shelf import compiled_bytes  # noqa: PLC0415

    if definition.path is None:
        raise UsageError(
            Text("--git memerlukan berkas, bukan masukan standar", "--git needs a file, not standard input"),
            TWO,
        )
    earlier = at_revision(definition.path, definition.name, revision, run.environment)
    then = replace(definition, name=earlier.name)
    return then, compiled_bytes(then, earlier.data, run.choice)


def _compared(run: Run, sides: "list[tuple[Definition, Compiled]]") -> "Revision | None":
    """What changed; None where a version has no rows that can be read."""
    from sop_engine.analysis.revising import Version, revision  # noqa: PLC0415 - loaded when called

    versions = []
    for _, compiled in sides:
        if compiled.sop is None or compiled.graph is None:
            return None
        versions.append(Version(compiled.sop, compiled.graph, compiled.total))
    return revision(*versions)


def _deliver(
    run: Run,
    sides: "list[tuple[Definition, Compiled]]",
    found: "Revision",
    format: str,
    output: str | None,
    *,
    force: bool,
    summary: bool,
) -> None:
    """Print it, or write the file."""
    from sop_engine.cli.deliver import deliver  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.diff_forms import written  # noqa: PLC0415

    to_file = output is not None or format == "html"
    text = written(run, sides, found, format, summary=summary, to_file=to_file)
    if not to_file:
        run.out(text)
        return
    data, read = text.encode("utf-8", "backslashreplace"), [definition for definition, _ in sides]
    deliver(run, read, STEM, format, [data], output, force=force, alone=["html"])


command = Command(
    "diff",
    diff,
    words=Text(
        f"{COMMANDS['diff'].id}\n\nBaris yang ditambah, dihapus, dipindah, atau diubah, peran, alur menurut baris yang "
        "dimaksud dan bukan nomornya, mutu baku, identitas, dan selisih waktu; di akhir satu paragraf untuk surat "
        "pengantar revisi. Status keluar 0 walaupun ada perubahan, kecuali dengan --exit-code. html tanpa -o menjadi "
        f"{STEM}.html.",
        f"{COMMANDS['diff'].en}\n\nRows added, removed, moved or changed, roles, flow by the rows that are meant and not "
        "by their numbers, mutu baku, identity, and how much longer it takes; at the end a paragraph, in Indonesian, for "
        "the cover letter of a revision. The exit status is 0 even where something changed, unless --exit-code is given. html "
        f"becomes {STEM}.html without -o.",
    ),
    examples=(
        "sop diff lama.yaml baru.yaml",
        "sop diff definitions/dumai.yaml --git HEAD~1",
        "sop diff lama.yaml baru.yaml --summary",
        "sop diff lama.yaml baru.yaml -o perubahan.html",
    ),
    params=[
        *naming_params(),
        Option(
            ["--git"],
            Text(
                "Versi lama: berkas itu pada revisi git ini.",
                "The old version: the file at this revision of git's.",
            ),
            Text("REVISI", "REVISION"),
        ),
        Option(
            ["--summary"],
            Text("Hanya paragraf untuk surat pengantar.", "Only the paragraph for the cover letter."),
            is_flag=True,
        ),
        Option(
            ["--exit-code"],
            Text("Status keluar 1 bila ada perubahan.", "Exit status 1 where something changed."),
            is_flag=True,
        ),
        *output_options(FILE_OR_FOLDER),
        format_option(FORMATS, by_suffix(TEXT)),
    ],
)
