"""``sop validate``: findings of every definition.

In: definitions. Out: findings on standard output, or a report in a file, in the format that was asked for; for
people a line that counts them ends it.
"""

from contextlib import closing

from sop_engine.cli.framework import Choice, Command, Number, Option
from sop_engine.cli.naming import Naming, format_option, named, naming_params, output_options
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Severity, Text
from sop_engine.report import REPORTERS

__all__ = ["command"]

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
    from sop_engine.cli.reporting import give, report_of, sum_up  # noqa: PLC0415
    from sop_engine.cli.selection import choose  # noqa: PLC0415

    report = report_of(format, output, Severity(level), statistics=statistics)
    run.wanted = Wanted(**words)
    selection = choose(run, naming)
    count = int(jobs) if jobs else processors() if len(selection.items) >= PARALLEL else 1
    with closing(checked(run, selection, count)) as found:
        give(run, selection, found, report, force=force)
    if run.files and report.sums_up:
        sum_up(run, report)


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
    ],
)
