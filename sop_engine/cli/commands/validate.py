"""``sop validate``: findings of every definition.

In: definitions. Out: findings on standard output, or a report in a file, in the format that was asked for; for
people a line that counts them ends it.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sop_engine.cli.framework import Choice, Command, Number, Option
from sop_engine.cli.naming import Naming, format_option, named, naming_params, output_options
from sop_engine.cli.run import Run, counted
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Severity, Text
from sop_engine.errors import UsageError
from sop_engine.report import REPORTERS, Checked, Format, Look
from sop_engine.text import quoted

if TYPE_CHECKING:
    from sop_engine.cli.selection import Selection

__all__ = ["command"]

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

COUNTED = (
    Text("Kode", "Code"),
    Text("Nama", "Name"),
    Text("Bobot", "Severity"),
    Text("Arti", "Meaning"),
    Text("Temuan", "Findings"),
    Text("Berkas", "Files"),
)
MOST_JOBS = 256


@named
def validate(
    run: Run,
    naming: Naming,
    format: str | None,
    output: str | None,
    *,
    force: bool,
    statistics: bool,
    level: str,
    jobs: float | None,
    **words: str | None,
) -> None:
    """Report what is wrong, as it is found."""
    from sop_engine.cli.checking import PARALLEL, checked, processors  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.config import Wanted  # noqa: PLC0415
    from sop_engine.cli.selection import choose  # noqa: PLC0415

    report = _report(format, output, statistics=statistics)
    run.wanted = Wanted(**words)
    selection = choose(run, naming)
    count = int(jobs) if jobs else processors() if len(selection.items) >= PARALLEL else 1
    with closing(checked(run, selection, count)) as found:
        shown = _at_least(found, Severity(level))
        if statistics:
            _count_codes(run, shown, report)
        elif report.file is None:
            _print(run, shown, report)
        else:
            _write(run, selection, shown, report, force=force)
    if run.files and report.sums_up:
        _sum_up(run, Severity(level), report)


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be given.

    Attributes:
        name: the word of the format.
        file: where it is written to; None for standard output.
        statistics: counts by code in place of the findings.
    """

    name: str
    file: str | None
    statistics: bool = False

    @property
    def form(self) -> Format:
        """How it is written."""
        return REPORTERS[self.name]

    @property
    def sums_up(self) -> bool:
        """Whether people read what comes out, and want a line that counts."""
        return self.file is not None or self.form.people


def _report(format: str | None, output: str | None, *, statistics: bool) -> Report:
    """The format and the file, from ``--format``, ``-o`` and its suffix.

    Raises:
        UsageError: the suffix names no format, or statistics have no such one.
    """
    from sop_engine.cli.output import STDOUT  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.target import suffix_of  # noqa: PLC0415

    name = format or TEXT
    if format is None and output not in (None, STDOUT):
        suffix = suffix_of(output or "")
        if suffix not in SUFFIXES:
            listed = ", ".join(REPORTERS)
            raise UsageError(
                Text(
                    f"akhiran {quoted(f'.{suffix}')} bukan bentuk laporan",
                    f"suffix {quoted(f'.{suffix}')} is no format of reports",
                ),
                Text(f"pakai --format dengan salah satu: {listed}", f"use --format with one of: {listed}"),
            )
        name = SUFFIXES[suffix]
    if statistics and (name not in (TEXT, JSON) or output is not None):
        raise UsageError(
            Text(
                "--statistics hanya mengenal --format text dan json, tanpa -o",
                "--statistics knows only --format text and json, without -o",
            )
        )
    file = REPORTERS[name].file if output is None else output
    return Report(name, None if file == STDOUT else file, statistics)


def _at_least(found: Iterable[Checked], level: Severity) -> Iterator[Checked]:
    """The findings that are to be shown; the others are only counted."""
    shown = _shown(level)
    for one in found:
        if len(shown) < len(Severity):
            yield replace(one, diagnostics=tuple(d for d in one.diagnostics if d.severity in shown))
        else:
            yield one


def _print(run: Run, found: Iterable[Checked], report: Report) -> None:
    """Write the report to standard output: piece by piece, or a document whole."""
    look = Look(run.language, colour=run.colours and not report.form.document, today=_today(run))
    if not report.form.document:
        for piece in report.form.write(found if report.form.people else _with_problems(run, found), look):
            _put(run, piece)
        return
    pieces = list(report.form.write(_whole(run, found), look))
    if run.files or report.name != JSON:
        for piece in pieces:
            _put(run, piece)


def _with_problems(run: Run, found: Iterable[Checked]) -> Iterator[Checked]:
    """What was checked, and then what could not be read."""
    from sop_engine.cli.checking import unread  # noqa: PLC0415 - loaded when called

    yield from found
    yield from unread(run.problems)


def _put(run: Run, piece: str | bytes) -> None:
    if isinstance(piece, str):
        run.out(piece)
    else:
        run.out_bytes(piece)


def _write(
    run: Run, selection: "Selection", found: Iterable[Checked], report: Report, *, force: bool
) -> None:
    """Write the report to a file, and its path to standard output."""
    from sop_engine.cli.deliver import Delivery  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.output import Product  # noqa: PLC0415

    look = Look(run.language, today=_today(run))
    whole = _whole(run, found)
    if not run.files:
        return
    pieces = report.form.write(whole, look)
    data = b"".join(
        piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece for piece in pieces
    )
    delivery = Delivery(run, force=force)
    sources = [item.definition.path for item in selection.items if item.definition.path is not None]
    delivery.hand([Product(report.file or "", data)], sources)
    delivery.close()


def _whole(run: Run, found: Iterable[Checked]) -> list[Checked]:
    """All that was checked, each definition once, and what could not be read."""
    from sop_engine.cli.checking import merged, unread  # noqa: PLC0415 - loaded when called

    return [*merged(list(found)), *unread(run.problems)]


def _today(run: Run) -> str:
    today = run.choice.today
    return "" if today is None else str(today)


def _count_codes(run: Run, found: Iterable[Checked], report: Report) -> None:
    """Print how often each kind of finding occurs."""
    from sop_engine.cli.tables import print_table  # noqa: PLC0415 - loaded when called
    from sop_engine.report.statistics import as_json, statistics  # noqa: PLC0415

    counts = statistics(found)
    if report.name == JSON:
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


def _sum_up(run: Run, level: Severity, report: Report) -> None:
    """How many files and findings there were: under the findings, or where a report went into a file."""
    files = Text(f"{run.files} berkas", f"{run.files} file{'' if run.files == 1 else 's'}")
    held = {severity: count for severity, count in run.counts.items() if severity not in _shown(level)}
    parts = [run.say(files), counted(run.counts, run.language)]
    if not run.counts[Severity.ERROR]:
        parts.insert(1, run.say(Text("tanpa kesalahan", "no errors")))
    line = ", ".join(filter(None, parts))
    if any(held.values()):
        line += run.say(Text(f" (di bawah {level} tidak ditampilkan)", f" (below {level} not shown)"))
    if report.file is not None:
        run.note(line)
        return
    shown = sum(run.counts.values()) - sum(held.values())
    run.out(f"{chr(10) if shown and report.name != CONCISE else ''}{line}\n")


def _shown(level: Severity) -> tuple[Severity, ...]:
    """The severities from a level up."""
    return tuple(Severity)[: tuple(Severity).index(level) + 1]


def _words_option(name: str, words: Text) -> Option:
    return Option([name], words, Text("KODE,...", "CODE,..."))


command = Command(
    "validate",
    validate,
    words=Text(
        f"{COMMANDS['validate'].id}\n\nTanpa SOP: semua definisi yang ditemukan. Status keluar 0: tanpa kesalahan; "
        "1: ada kesalahan; 2: salah pakai atau berkas tidak terbaca; 3: mesin gagal.\n\nAturan dinamai dengan kode "
        "(SOP604), awal kode (SOP6), nama (no-active-verb), atau ALL; kesalahan selalu dilaporkan. Arti tiap kode: "
        "'sop explain SOP604'.",
        f"{COMMANDS['validate'].en}\n\nWithout a SOP: all definitions found. Exit status 0: no errors; 1: errors; "
        "2: wrong usage or an unreadable file; 3: engine fault.\n\nA rule is named by its code (SOP604), the "
        "beginning of one (SOP6), its name (no-active-verb), or ALL; errors are always reported. What a code "
        "means: 'sop explain SOP604'.",
    ),
    examples=(
        "sop validate",
        "sop validate --agency dumai --strict",
        "sop validate konsep/ --ignore SOP508,unused-output",
        "sop validate --format xlsx --today 2026-11-21",
        "sop validate -o temuan.sarif",
    ),
    params=[
        *naming_params(),
        format_option(
            REPORTERS,
            Text(
                "Bentuk laporan; bawaan: akhiran -o, atau text.",
                "Form of the report; default: -o's suffix, or text.",
            ),
        ),
        *output_options(
            Text(
                "Berkas laporan; bawaan: keluaran standar, html dan xlsx ke catatan-evaluasi.*.",
                "Where to write; default: standard output, html and xlsx to catatan-evaluasi.*.",
            )
        ),
        Option(
            ["--level"],
            Text(
                "Temuan teringan yang ditampilkan; bawaan: info.",
                "The least grave findings shown; default: info.",
            ),
            Text("|".join(Severity), "|".join(Severity)),
            type=Choice(Severity),
            default=Severity.INFO.value,
        ),
        Option(
            ["--statistics"],
            Text("Banyaknya temuan menurut kode.", "How often each code was found."),
            is_flag=True,
        ),
        _words_option("--select", Text("Hanya aturan ini.", "Only these rules.")),
        _words_option("--extend-select", Text("Aturan ini juga.", "These rules too.")),
        _words_option("--ignore", Text("Tanpa aturan ini.", "Not these rules.")),
        Option(
            ["--severity"],
            Text("Bobot lain: error, warning, info, atau off.", "Other grades: error, warning, info or off."),
            Text("KODE=BOBOT,...", "CODE=GRADE,..."),
        ),
        Option(
            ["--today"],
            Text(
                "Hari pemeriksaan, untuk SOP yang lewat waktu peninjauannya.",
                "The day of checking, for SOPs whose review is overdue.",
            ),
            Text("TANGGAL", "DATE"),
        ),
        Option(
            ["--jobs"],
            Text(
                "Banyaknya proses; bawaan: 1, di atas 400 berkas semua prosesor.",
                "How many processes; default: 1, above 400 files all processors.",
            ),
            Text("N", "N"),
            type=Number(1, MOST_JOBS),
        ),
    ],
)
