"""``sop validate``: findings of every definition.

In: definitions. Out: findings on standard output, or a report in a file, in the format that was asked for; for
people a line that counts them ends it.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from sop_engine.cli.framework import Choice, Command, Number, Option
from sop_engine.cli.naming import Naming, format_option, named, naming_params, output_options
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.cli.watching import incompatible, watch_option, watched
from sop_engine.diagnostics import Severity, Text
from sop_engine.errors import UsageError
from sop_engine.report import REPORTERS

if TYPE_CHECKING:
    from sop_engine.cli.kept import Kept
    from sop_engine.cli.reporting import Report
    from sop_engine.cli.selection import Selection
    from sop_engine.report import Checked

__all__ = ["command"]

MOST_JOBS = 256


@named
def validate(  # noqa: PLR0913 - click passes by keyword
    run: Run,
    naming: Naming,
    format: str | None,
    output: str | None,
    *,
    force: bool,
    statistics: bool,
    level: str,
    jobs: float | None,
    watch: bool,
    fix: bool,
    unsafe: bool,
    **words: str | None,
) -> None:
    """Report what is wrong, as it is found."""
    from sop_engine.cli.reporting import report_of  # noqa: PLC0415 - loaded when called

    report = report_of(format, output, Severity(level), statistics=statistics)
    if unsafe and not fix:
        raise UsageError(Text("--unsafe tanpa --fix", "--unsafe without --fix"))
    mend = partial(_mend, naming=naming, unsafe=unsafe) if fix else None
    work = partial(_report, naming=naming, report=report, words=words, jobs=jobs, force=force, mend=mend)
    if watch and fix:
        raise incompatible("--fix", Text("perbaiki sekali dengan 'sop fix'", "mend once with 'sop fix'"))
    if watch:
        _watch(run, naming, report, work)
    else:
        work(run, None)


def _report(
    run: Run,
    kept: "Kept[Checked] | None",
    naming: Naming,
    report: "Report",
    words: Mapping[str, str | None],
    jobs: float | None,
    *,
    force: bool,
    mend: "Callable[[Selection], Selection] | None",
) -> None:
    """Check what is named; of a watch, what is ``kept`` is not checked again. With ``mend``, mend it before."""
    from sop_engine.cli.checking import PARALLEL, checked, processors  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.config import Wanted  # noqa: PLC0415
    from sop_engine.cli.reporting import give, sum_up  # noqa: PLC0415
    from sop_engine.cli.selection import choose  # noqa: PLC0415

    run.wanted = Wanted(**words)
    selection = choose(run, naming)
    if mend is not None:
        selection = mend(selection)
    run.fixes = report.form.fixes
    run.mendable = False if report.file is None and report.form.people else None
    count = int(jobs) if jobs else processors() if len(selection.items) >= PARALLEL else 1
    with closing(checked(run, selection, count, kept)) as found:
        give(run, selection, found, report, force=force)
    if run.files and report.sums_up:
        sum_up(run, report)


def _mend(selection: "Selection", naming: Naming, *, unsafe: bool) -> "Selection":
    """Mend what is named, and say so on standard error; what is left is what could be read and written.

    Raises:
        UsageError: it is standard input, or came with the installation.
    """
    from dataclasses import replace  # noqa: PLC0415 - loaded when called

    from sop_engine.cli.mending import choice_to_mend, line_of, mend_all  # noqa: PLC0415
    from sop_engine.cli.selection import refuse_packaged  # noqa: PLC0415
    from sop_engine.cli.shelf import Item  # noqa: PLC0415

    run = selection.run
    if any(item.definition.path is None for item in selection.items):
        raise UsageError(
            Text("--fix tidak dapat menulis ke masukan standar", "--fix cannot write to standard input"),
            Text("pakai 'sop fix -'", "use 'sop fix -'"),
        )
    refuse_packaged(naming, selection)
    items = []
    for outcome in mend_all(selection, choice_to_mend(run), unsafe=unsafe, codes=None, write=True):
        if (line := line_of(run, outcome)) is not None:
            run.note(line)
        items.append(Item(outcome.definition))
    return replace(selection, items=tuple(items))


def _watch(run: Run, naming: Naming, report: "Report", work: "Callable[[Run, Kept[Checked]], None]") -> None:
    """Report again on each save: all that was named, of which only what was saved is checked anew.

    Raises:
        UsageError: the report is one document, and standard output would get one after the other.
    """
    if report.file is None and report.form.document:
        raise incompatible(
            f"--format {report.name}",
            Text(
                "keluaran standar hanya memuat satu dokumen; pakai -o BERKAS",
                "standard output holds one document; use -o FILE",
            ),
        )
    watched(run, naming, work, listing=report.file is None and report.form.people)


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
        "sop validate --format xlsx -o catatan/ --today 2026-11-21",
        "sop validate -o temuan.sarif",
        "sop validate konsep.yaml --watch",
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
                "Berkas laporan, atau folder untuk satu berkas per instansi; bawaan: keluaran standar, html dan "
                "xlsx ke catatan-evaluasi.*.",
                "Where to write, or a folder for a file for each agency; default: standard output, html and xlsx "
                "to catatan-evaluasi.*.",
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
        Option(
            ["--fix"],
            Text(
                "Perbaiki dahulu yang aman, seperti 'sop fix', lalu periksa.",
                "First mend what is safe, as 'sop fix' does, then check.",
            ),
            is_flag=True,
        ),
        Option(
            ["--unsafe"],
            Text(
                "Dengan --fix: perbaiki juga yang perlu dilihat kembali.",
                "With --fix: also mend what somebody should look at.",
            ),
            is_flag=True,
        ),
        watch_option(),
    ],
)
