"""A workload as a table for people: what it rests on above it, what does not count below.

In: a ``Study``. Out: text, in the terminal or for a file.
"""

from collections.abc import Sequence

from sop_engine.analysis.workload import Need
from sop_engine.cli.run import Run
from sop_engine.cli.tables import plain_table, print_table
from sop_engine.cli.workload_study import Study
from sop_engine.cli.workload_words import UNTOLD, basis_lines, enough_words, left_lines, span, whole_span
from sop_engine.diagnostics import Text
from sop_engine.layout.measure import plain
from sop_engine.text import Language, escaped

__all__ = ["as_text", "print_study"]

SHOWN = 3
"""SOPs that a cell of the table names."""

HEADINGS = (
    Text("Instansi", "Agency"),
    Text("Pelaksana", "Role"),
    Text("SOP", "SOP"),
    Text("Menit setahun", "Minutes a year"),
    Text("Beban", "Load"),
    Text("Orang", "People"),
    Text("Dibulatkan", "Rounded up"),
    Text("Dinyatakan", "Stated"),
)
AGENCY, SOP, LOAD, STATED = 0, 2, 4, 7
NUMBERS = (3, 4, 5, 6)


def print_study(run: Run, study: Study) -> None:
    """Print the table and the lines around it."""
    above, headings, rows, below = _table(run, study)
    run.out(above)
    if rows:
        print_table(
            run,
            headings,
            rows,
            numbers=_places(run, headings, NUMBERS),
            whole=_places(run, headings, (AGENCY,)),
            spare=_places(run, headings, (SOP, LOAD)),
        )
    run.out(below)


def as_text(run: Run, study: Study) -> bytes:
    """The table and the lines around it as they go into a file."""
    above, headings, rows, below = _table(run, study)
    text = above + plain_table(headings, rows, numbers=_places(run, headings, NUMBERS)) + below
    return text.encode("utf-8", "backslashreplace")


def _places(run: Run, headings: list[str], columns: Sequence[int]) -> list[int]:
    """Where those columns stand that are shown."""
    words = [run.say(HEADINGS[at]) for at in columns]
    return [headings.index(word) for word in words if word in headings]


def _table(run: Run, study: Study) -> tuple[str, list[str], list[list[str]], str]:
    """The lines above the table, its headings and rows, and the lines below it."""
    needs = study.load.needs
    rows = [_row(run, need) for need in needs]
    if len(needs) > 1:
        rows.append(_total(run, study))
    shown = [at for at in range(len(HEADINGS)) if at != AGENCY or len(study.agencies) > 1]
    if not any(need.stated for need in needs):
        shown.remove(STATED)
    above, below = (
        [escaped(run.say(line)) for line in lines] for lines in (basis_lines(study), left_lines(study))
    )
    return (
        "".join(f"{line}\n" for line in (*above, *[""][: len(rows)])),
        [run.say(HEADINGS[at]) for at in shown],
        [[row[at] for at in shown] for row in rows],
        "".join(f"{line}\n" for line in (("", *below) if below else ())),
    )


def _row(run: Run, need: Need) -> tuple[str, ...]:
    english = run.language is Language.EN
    sops = [*dict.fromkeys(_short(duty.job.sop, need.agency) for duty in need.duties)]
    more = f" +{len(sops) - SHOWN}" if len(sops) > SHOWN else ""
    figures = ("-", "-", run.say(UNTOLD), "-")
    if need.measured:
        low, high = need.people
        figures = (
            span(need.low, need.high, english=english),
            f"{span(low * 100, high * 100, english=english)}%",
            span(low, high, english=english, places=True),
            whole_span(need.whole),
        )
    return (
        need.agency or "-",
        plain(need.heading) + ("" if need.complete else " *"),
        ", ".join(sops[:SHOWN]) + more,
        *figures,
        run.say(enough_words(need)),
    )


def _short(sop: str, agency: str) -> str:
    """A SOP's name beside its agency's."""
    return sop.removeprefix(f"{agency}/")


def _total(run: Run, study: Study) -> tuple[str, ...]:
    english = run.language is Language.EN
    load = study.load
    low, high = load.people
    return (
        "",
        run.say(Text("Jumlah", "Total")) + ("" if load.complete else " *"),
        str(len(study.counted)),
        span(load.low, load.high, english=english),
        "",
        span(low, high, english=english, places=True),
        whole_span(load.whole),
        "",
    )
