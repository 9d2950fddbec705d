"""Giving reports of what was checked: printed as it comes, in one file, or in one file for each agency.

In: definitions as they are checked, one after the other, and what kind of report is wanted. Out: text on standard
output, or files, whose paths are printed.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from sop_engine.cli.checking import merged, unread
from sop_engine.cli.deliver import Delivery
from sop_engine.cli.run import Run, counted
from sop_engine.cli.target import folder_of, placed, suffix_of
from sop_engine.diagnostics import Severity, Text
from sop_engine.errors import UsageError
from sop_engine.library import CODE
from sop_engine.output import STDOUT, Product
from sop_engine.report import REPORTERS, Checked, Format, Look
from sop_engine.text import quoted

if TYPE_CHECKING:
    from sop_engine.cli.selection import Selection

__all__ = ["Report", "give", "report_of", "sum_up"]

TEXT, JSON, CONCISE = "text", "json", "concise"
SUFFIXES = {
    "txt": TEXT,
    "json": JSON,
    "sarif": "sarif",
    "xml": "junit",
    "html": "html",
    "htm": "html",
    "xlsx": "xlsx",
}
"""What the suffix of ``-o`` means."""

FRAME, LEAST = 8, 40
"""Cells of a terminal's line that a frame needs beside the text of the file, and what the text gets at least."""

_STEM = "catatan-evaluasi"
NAMELESS = "tanpa-kode"
"""The file of what belongs to no agency that has a code."""

COUNTED = (
    Text("Kode", "Code"),
    Text("Nama", "Name"),
    Text("Bobot", "Severity"),
    Text("Arti", "Meaning"),
    Text("Temuan", "Findings"),
    Text("Berkas", "Files"),
)


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be given.

    Attributes:
        name: the word of the format.
        file: where it is written to, a folder with a final separator for a file for each agency; None for standard
            output.
        level: the least grave findings that it shows.
        statistics: counts by code in place of the findings.
    """

    name: str
    file: str | None
    level: Severity = Severity.INFO
    statistics: bool = False

    @property
    def form(self) -> Format:
        """How it is written."""
        return REPORTERS[self.name]

    @property
    def sums_up(self) -> bool:
        """Whether people read what comes out, and want a line that counts."""
        return self.file is not None or self.form.people


def report_of(format: str | None, output: str | None, level: Severity, *, statistics: bool) -> Report:
    """The format and the place, from ``--format``, ``-o`` and its suffix.

    Raises:
        UsageError: nothing names a format, statistics have no such one, or a folder cannot be made.
    """
    name = format or TEXT
    folder = None if output in (None, STDOUT) else folder_of(output or "")
    if format is None and output not in (None, STDOUT):
        suffix = suffix_of(output or "") if folder is None else ""
        if suffix not in SUFFIXES:
            raise _no_format(suffix, folder)
        name = SUFFIXES[suffix]
    if statistics and (name not in (TEXT, JSON) or output not in (None, STDOUT)):
        raise UsageError(
            Text(
                "--statistics hanya mengenal --format text dan json, tanpa -o",
                "--statistics knows only --format text and json, without -o",
            )
        )
    file = folder or (REPORTERS[name].file if output is None else output)
    return Report(name, None if file == STDOUT else file, level, statistics)


def _no_format(suffix: str, folder: str | None) -> UsageError:
    listed = ", ".join(REPORTERS)
    hint = Text(f"pakai --format dengan salah satu: {listed}", f"use --format with one of: {listed}")
    if folder is not None:
        words = Text("untuk sebuah folder bentuknya belum disebut", "a folder says nothing of the format")
        return UsageError(words, hint)
    subject = quoted(f".{suffix}" if suffix else "")
    return UsageError(
        Text(f"akhiran {subject} bukan bentuk laporan", f"suffix {subject} is no format of reports"), hint
    )


def give(run: Run, selection: "Selection", found: Iterable[Checked], report: Report, *, force: bool) -> None:
    """Give the report; what could not be read is noted in the run while ``found`` is gone through.

    Raises:
        UsageError: a file cannot be written.
    """
    shown = _at_least(found, report.level)
    if report.statistics:
        _count_codes(run, shown, report)
    elif report.file is None:
        _print(run, shown, report)
    else:
        _write(run, selection, shown, report, force=force)


def _levels(level: Severity) -> tuple[Severity, ...]:
    """The severities from a level up."""
    return (*takewhile(lambda severity: severity is not level, Severity), level)


def _at_least(found: Iterable[Checked], level: Severity) -> Iterator[Checked]:
    """The findings that are to be shown; the others are only counted."""
    levels = _levels(level)
    for one in found:
        if len(levels) < len(Severity):
            yield one.holding(tuple(d for d in one.diagnostics if d.severity in levels))
        else:
            yield one


def _print(run: Run, found: Iterable[Checked], report: Report) -> None:
    """Write the report to standard output: piece by piece, or a document whole."""
    look = Look(
        run.language,
        colour=run.colours and not report.form.document,
        width=max(run.width - FRAME, LEAST) if run.terminal else Look().width,
        today=_today(run),
    )
    if not report.form.document:
        wanted = found if report.form.people else _with_unread(run, found)
        for piece in report.form.write(wanted, look):
            _put(run, piece)
        return
    pieces = list(report.form.write(_whole(run, found), look))
    # With nothing read, JSON has another form, which the run gives at its end.
    if run.files or report.name != JSON:
        for piece in pieces:
            _put(run, piece)


def _put(run: Run, piece: str | bytes) -> None:
    if isinstance(piece, str):
        run.out(piece)
    else:
        run.out_bytes(piece)


def _with_unread(run: Run, found: Iterable[Checked]) -> Iterator[Checked]:
    """What was checked, and then what could not be read."""
    yield from found
    yield from unread(run.problems)


def _whole(run: Run, found: Iterable[Checked]) -> list[Checked]:
    """All that was checked, each definition once, and what could not be read."""
    return [*merged(list(found)), *unread(run.problems)]


def _write(
    run: Run, selection: "Selection", found: Iterable[Checked], report: Report, *, force: bool
) -> None:
    """Write the report into its file, or into a file for each agency, and print the paths."""
    whole = _whole(run, found)
    if not run.files:
        return
    delivery = Delivery(run, force=force)
    sources = [item.definition.path for item in selection.items if item.definition.path is not None]
    place = report.file or ""
    if not place.endswith(os.sep):
        delivery.hand([Product(place, _bytes(run, whole, report))], sources)
    else:
        suffix = next((suffix for suffix, name in SUFFIXES.items() if name == report.name), "txt")
        for agency, part in _by_agency(whole).items():
            # Who gets it by mail sees what it is.
            name = placed(place, f"{_STEM}-{agency}.{suffix}")
            delivery.hand([Product(name, _bytes(run, part, report))], sources)
    delivery.close()


def _bytes(run: Run, checked: Sequence[Checked], report: Report) -> bytes:
    pieces = report.form.write(checked, Look(run.language, today=_today(run)))
    return b"".join(
        piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece for piece in pieces
    )


def _by_agency(whole: Sequence[Checked]) -> dict[str, list[Checked]]:
    """What was checked by the agency's code, in the order of the agencies' first SOPs."""
    found: dict[str, list[Checked]] = {}
    for one in whole:
        code = one.brief.agency or ""
        found.setdefault(code if CODE.fullmatch(code) else NAMELESS, []).append(one)
    return found


def _today(run: Run) -> str:
    today = run.choice.today
    return "" if today is None else str(today)


def _count_codes(run: Run, found: Iterable[Checked], report: Report) -> None:
    """Print how often each kind of finding occurs."""
    from sop_engine.cli.tables import print_table  # noqa: PLC0415 - loaded when called
    from sop_engine.report.statistics import as_json, statistics  # noqa: PLC0415

    counts = statistics(found)
    if report.name == JSON:
        if run.files:
            run.out_json(as_json(counts, run.language))
    elif counts:
        rows = [
            (
                one.kind.code,
                one.kind.slug,
                one.kind.severity.value,
                run.say(one.title),
                str(one.findings),
                str(one.files),
            )
            for one in counts
        ]
        headings = [run.say(heading) for heading in COUNTED]
        print_table(run, headings, rows, numbers=(4, 5), whole=(0, 1, 2))


def sum_up(run: Run, report: Report) -> None:
    """How many files and findings there were: under the findings, or where a report went into a file."""
    levels = _levels(report.level)
    files = Text(f"{run.files} berkas", f"{run.files} file{'' if run.files == 1 else 's'}")
    parts = [run.say(files), counted(run.counts, run.language)]
    if not run.counts[Severity.ERROR]:
        parts.insert(1, run.say(Text("tanpa kesalahan", "no errors")))
    line = ", ".join(filter(None, parts))
    if any(count for severity, count in run.counts.items() if severity not in levels):
        level = report.level
        line += run.say(Text(f" (di bawah {level} tidak ditampilkan)", f" (below {level} not shown)"))
    if run.mendable:
        line += run.say(
            Text("; sebagian dapat diperbaiki dengan 'sop fix'", "; some can be mended with 'sop fix'")
        )
    if report.file is not None:
        run.note(line)
        return
    shown = any(count for severity, count in run.counts.items() if severity in levels)
    apart = "\n" if shown and report.name != CONCISE else ""
    run.out(f"{apart}{line}\n")
