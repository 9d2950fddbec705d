"""``sop fmt``: definitions in the usual form.

In: definitions. Out: the same files, set anew where they were not in that form, and the paths of those; or only what
would change.
"""

from typing import TYPE_CHECKING

import click

from sop_engine.cli.framework import Command, Option
from sop_engine.cli.naming import Naming, named, naming_params
from sop_engine.cli.run import FAULTY, Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import escaped, quoted

if TYPE_CHECKING:
    from sop_engine.library import Definition

__all__ = ["command"]


@named
def fmt(run: Run, naming: Naming, *, check: bool, diff: bool) -> None:
    """Set each definition in the usual form; a faulty one is reported and left."""
    from sop_engine.cli.selection import choose, refuse_packaged  # noqa: PLC0415 - loaded when called

    selection = choose(run, naming)
    look = check or diff
    if not look:
        refuse_packaged(naming, selection)
    changed = total = 0
    for item in selection.items:
        try:
            differs = _one(run, item.definition, look=look, diff=diff, several=selection.several)
        except UsageError as fault:
            run.problem(fault, item.definition.name)
            continue
        if differs is not None:
            total += 1
            changed += differs
    if look or any(item.definition.path is not None for item in selection.items):
        _sum_up(run, changed, total, look=look)
    if look and changed and not run.status:
        click.get_current_context().exit(FAULTY)


def _one(run: Run, definition: "Definition", *, look: bool, diff: bool, several: bool) -> bool | None:
    """Set one definition in the usual form.

    Returns:
        Whether it was in another one; None where it is faulty.

    Raises:
        UsageError: it cannot be read or written, or not set without loss, or is no definition.
    """
    from sop_engine.authoring.formatting import formatted  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.differences import difference  # noqa: PLC0415
    from sop_engine.cli.shelf import bytes_of  # noqa: PLC0415
    from sop_engine.compiled import Compiled  # noqa: PLC0415
    from sop_engine.model.known import known_keys  # noqa: PLC0415
    from sop_engine.model.sop import Sop  # noqa: PLC0415
    from sop_engine.output import rewrite  # noqa: PLC0415
    from sop_engine.reading import decode, read  # noqa: PLC0415

    before = bytes_of(definition)
    source, found = decode(before, definition.name)
    document = None
    if not found:
        document, found = read(source)
    faults = tuple(one for one in found if one.is_error)
    if document is None or faults:
        run.findings(Compiled(source, diagnostics=faults), several=several)
        return None
    if document.data.keys().isdisjoint(known_keys(Sop)):
        raise _no_definition(definition.name)
    after = formatted(document).encode()
    if diff:
        run.out(difference(definition.name, before, after, safe=run.terminal))
    elif look and after != before:
        run.out(f"{escaped(definition.name)}\n")
    elif not look and definition.path is None:
        run.out_bytes(after)
    elif not look and after != before:
        rewrite(definition.name, before, after)
        run.out(f"{escaped(definition.name)}\n")
    return after != before


def _no_definition(name: str) -> UsageError:
    """The error for YAML that is somebody else's, such as another program's settings in the same folder."""
    return UsageError(
        Text(f"{quoted(name)} bukan definisi SOP", f"{quoted(name)} is no definition of a SOP"),
        Text(
            "berkas dibiarkan; definisi diawali 'versi_format: 1'",
            "the file is left as it is; a definition begins with 'versi_format: 1'",
        ),
    )


def _sum_up(run: Run, changed: int, total: int, *, look: bool) -> None:
    """Say on standard error how many there were of each kind."""
    kept = total - changed
    pieces = []
    if changed:
        will = (
            Text("belum rapi", "not in the usual form")
            if look
            else Text("dirapikan", "set in the usual form")
        )
        pieces.append(f"{changed} {run.say(will)}")
    if kept:
        pieces.append(f"{kept} {run.say(Text('sudah rapi', 'in the usual form already'))}")
    if pieces:
        run.note(", ".join(pieces))


command = Command(
    "fmt",
    fmt,
    words=Text(
        f"{COMMANDS['fmt'].id}\n\nTanpa SOP: semua definisi dalam folder 'definitions' terdekat; definisi "
        "bawaan program tidak diubah. '-' membaca masukan standar dan menulis ke keluaran standar. Urutan kunci menjadi "
        "urutan formulir, jarak dari tepi kiri dan spasi diseragamkan, nomor di depan butir daftar dihapus. Isi SOP, komentar, dan tanda kutip tetap; bila tidak mungkin, berkas dibiarkan. Jalur "
        "berkas yang diubah ditulis ke keluaran standar.\n\nStatus keluar 1: ada berkas yang tidak terbaca sebagai "
        "YAML, atau dengan --check dan --diff ada yang belum rapi.",
        f"{COMMANDS['fmt'].en}\n\nWithout a SOP: all definitions in the nearest folder 'definitions'; those that "
        "come with the program are not changed. '-' reads standard input and writes to standard output. Keys come in the order of the form, indents and spaces become even, numbers in front of items of lists "
        "go. What the SOP says, its comments and its quotes stay; where they cannot, the file is left. The paths of the "
        "files that were changed go to standard output.\n\nExit status 1: a file is no readable YAML, or with --check "
        "and --diff one is not in the usual form.",
    ),
    examples=("sop fmt", "sop fmt definitions/dumai.yaml --diff", "sop fmt --check"),
    params=[
        *naming_params(strict=False),
        Option(
            ["--check"],
            Text(
                "Jangan ubah apa pun; sebut berkas yang belum rapi.",
                "Change nothing; name the files that are not in the usual form.",
            ),
            is_flag=True,
        ),
        Option(
            ["--diff"],
            Text(
                "Jangan ubah apa pun; tampilkan yang akan berubah.", "Change nothing; show what would change."
            ),
            is_flag=True,
        ),
    ],
)
