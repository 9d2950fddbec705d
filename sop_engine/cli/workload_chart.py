"""A workload as a bar chart: how many people each role takes; always Indonesian, as all that is printed.

In: a ``Study``. Out: a ``Drawing``.
"""

from fractions import Fraction

from sop_engine.analysis.workload import Need
from sop_engine.cli.workload_study import Study
from sop_engine.cli.workload_words import UNTOLD, basis_lines, left_lines, span, whole_span
from sop_engine.layout.bars import Bar, Chart, bar_chart
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.measure import plain
from sop_engine.layout.papers import Paper

__all__ = ["workload_chart"]

TITLE = "Beban Kerja"
_FIGURES = "Angka di kanan: orang yang dibutuhkan → dibulatkan ke atas"
_RANGE = "Batang gelap: paling sedikit; batang terang: paling banyak"
_MARK = "Garis tegak: jumlah orang yang dinyatakan SOP"


def workload_chart(study: Study, paper: Paper) -> Drawing:
    """The chart: a bar for each role, in the order of the table; agency by agency where there are several."""
    needs = study.load.needs
    several = len(study.agencies) > 1
    title = TITLE
    if len(study.counted) == 1:
        title = f"{TITLE}: {plain(study.counted[0].name)}"
    elif not several:
        title = f"{TITLE}: {study.agencies[0] or '-'}, {len(study.counted)} SOP"
    legend = [_FIGURES]
    if any(need.low != need.high for need in needs):
        legend.append(_RANGE)
    if any(len(need.stated) == 1 for need in needs):
        legend.append(_MARK)
    first, *rest = [f"{line.id[:1].upper()}{line.id[1:]}" for line in basis_lines(study)]
    notes = [f"{note}." for note in (*legend, *rest, *(line.id for line in left_lines(study)))]
    chart = Chart(
        title,
        first,
        "orang yang dibutuhkan (1 = satu orang penuh setahun)",
        tuple(_bar(need, several=several) for need in needs),
        tuple(notes),
        f"{len(needs)} pelaksana; seluruhnya {span(*study.load.people, english=False, places=True)} orang.",
    )
    return bar_chart(chart, paper, agency=study.agencies[0] if not several else "")


def _bar(need: Need, *, several: bool) -> Bar:
    group = need.agency if several else ""
    mark = Fraction(need.stated[0]) if len(need.stated) == 1 else None
    label = plain(need.heading)
    if not need.measured:
        return Bar(f"{label} *", Fraction(0), Fraction(0), UNTOLD.id, mark, group)
    low, high = need.people
    whole = whole_span(need.whole)
    text = f"{span(low, high, english=False, places=True)} → {whole}"
    return Bar(label if need.complete else f"{label} *", low, high, text, mark, group)
