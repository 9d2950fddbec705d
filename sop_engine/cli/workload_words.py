"""A workload in words: numbers as people read them, what the figures rest on, and what does not count.

In: a ``Study``. Out: texts in both languages; a line each.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sop_engine.analysis.conversion import PER_DAY, PER_MONTH, PER_WEEK, Given
from sop_engine.analysis.effort import WEEK, Gap, Left
from sop_engine.analysis.workload import Need, Year
from sop_engine.cli.doubts import doubt_words, listed
from sop_engine.cli.workload_study import EXPECTED, ROWS, Entry, Study
from sop_engine.diagnostics import Text
from sop_engine.layout.measure import plain
from sop_engine.model._angka import number_text

__all__ = [
    "UNTOLD",
    "basis_lines",
    "decimal",
    "enough_words",
    "left_lines",
    "rounded",
    "span",
    "whole_span",
]

MOST = 20
"""SOPs that are named one by one; where there are more, the rest is counted."""

UNTOLD = Text("tidak terhitung", "not counted")
"""Said in place of figures that nobody knows."""

_UNREAD = Text("waktunya tidak terbaca utuh", "its times could not be read whole")
_BASIS = {
    ROWS: Text(
        "satu kali jalan: setiap baris satu kali, semua cabang, tanpa putaran; peran yang bekerja bersama masing-masing penuh",
        "one run: each row once, all branches and no loops; roles that act together each in full",
    ),
    EXPECTED: Text(
        "satu kali jalan: setiap langkah sesering yang diharapkan menurut peluang cabang; peran yang bekerja bersama masing-masing penuh",
        "one run: each step as often as the probabilities let expect; roles that act together each in full",
    ),
}
USUAL_DAY = WEEK // 5
"""Effective minutes of a day in a week of five; a SOP that states longer days makes the load greater."""

_DAY = Text(
    f"hari kerja {{}} menit efektif (Perka BKN 19/2011: {WEEK} seminggu)",
    f"a working day of {{}} effective menit (Perka BKN 19/2011: {WEEK} a week)",
)
_UNITS = {
    PER_DAY: Text("hari kerja {} jam", "a working day of {} jam"),
    PER_WEEK: Text("minggu {} hari", "a week of {} days"),
    PER_MONTH: Text("bulan {} hari", "a month of {} days"),
}


def rounded(number: Fraction, decimals: int = 2) -> Fraction:
    """The number to so many decimals, halves up."""
    size = 10**decimals
    return Fraction((2 * size * number.numerator + number.denominator) // (2 * number.denominator), size)


def decimal(number: Fraction, *, english: bool, places: bool = False, decimals: int = 2) -> str:
    """A number to two decimals; with ``places`` both are always there, and ``<0,01`` is what is less than that."""
    if places and 0 < number < Fraction(1, 200):
        return "<0.01" if english else "<0,01"
    whole, rest = divmod(int(rounded(number, decimals) * 10**decimals), 10**decimals)
    digits = f"{rest:0{decimals}d}" if places else f"{rest:0{decimals}d}".rstrip("0")
    return f"{whole}{'.' if english else ','}{digits}" if digits else str(whole)


def span(low: Fraction, high: Fraction, *, english: bool, places: bool = False) -> str:
    """A number or a range: ``120``, ``120-240``."""
    ends = [decimal(end, english=english, places=places) for end in (low, high)]
    return "-".join(dict.fromkeys(ends))


def whole_span(ends: tuple[int, int]) -> str:
    """Whole people: ``1``, ``1-2``."""
    return "-".join(dict.fromkeys(map(str, ends)))


def enough_words(need: Need) -> Text:
    """How many people the SOPs state, and whether they are enough; a dash where they state none."""
    if not need.stated:
        return Text("-", "-")
    number = ", ".join(map(str, need.stated))
    if len(need.stated) > 1:
        return Text(f"{number} (berbeda)", f"{number} (they differ)")
    if need.enough is None:
        return Text(f"{number} (belum tentu cukup)", f"{number} (cannot be told)")
    if need.enough:
        return Text(f"{number} (cukup)", f"{number} (enough)")
    short = whole_span((need.whole[0] - need.stated[0], need.whole[1] - need.stated[0]))
    return Text(f"{number} (kurang {short})", f"{number} ({short} short)")


def basis_lines(study: Study) -> Iterator[Text]:
    """What the figures rest on: the year, its days, the volumes, what a run takes, and how days became minutes."""
    year = study.year
    hours = number_text(Fraction(year.minutes, 60))
    yield Text(
        f"waktu kerja efektif satu orang: {year.minutes} menit ({hours} jam) setahun, {year.source}",
        f"effective working time of one person: {year.minutes} menit ({hours} jam) a year, {year.source}",
    )
    by_week: dict[Fraction, list[str]] = {}
    for one in study.counted:
        if one.volume is not None and one.volume.period.by_days:
            by_week.setdefault(one.week, []).append(one.label)
    for week, labels in by_week.items():
        yield _year_line(year, week, labels if len(by_week) > 1 else ())
    by_volume: dict[str, list[str]] = {}
    for one in study.counted:
        by_volume.setdefault(str(one.volume), []).append(one.label)
    lines = [
        Text(f"volume {volume}: {_listed(labels, 'id')}", f"volume {volume}: {_listed(labels, 'en')}")
        for volume, labels in by_volume.items()
    ]
    yield from _first(lines, Text("dan {} volume lain", "and {} more"))
    yield _BASIS[study.basis]
    yield from _conversions(study)


def _year_line(year: Year, week: Fraction, labels: Sequence[str]) -> Text:
    """How many working days and weeks a year has, and for which SOPs where that differs."""
    days, weeks = number_text(year.working_days(week)), number_text(year.weeks(week))
    how = f" ({year.minutes} menit / {WEEK})" if year.days is None else ""
    whose = [f": {_listed(labels, language)}" if labels else "" for language in ("id", "en")]
    return Text(
        f"setahun {days} hari kerja, {weeks} minggu{how}{whose[0]}",
        f"a year has {days} working days, {weeks} weeks{how}{whose[1]}",
    )


def _conversions(study: Study) -> Iterator[Text]:
    used: dict[tuple[Given, ...], list[str]] = {}
    for one in study.counted:
        if one.effort is not None and one.effort.used:
            used.setdefault(one.effort.used, []).append(one.label)
    for givens, labels in used.items():
        said = [_given(given) for given in givens]
        yield Text(
            f"{', '.join(words.id for words in said)}: {_listed(labels, 'id')}",
            f"{', '.join(words.en for words in said)}: {_listed(labels, 'en')}",
        )


def _given(given: Given) -> Text:
    """A number that a conversion took, and who says it."""
    if given.key == PER_DAY and not given.stated:
        minutes = number_text(given.number * 60)
        return Text(_DAY.id.format(minutes), _DAY.en.format(minutes))
    words, number = _UNITS[given.key], number_text(given.number)
    who = (
        Text("menurut SOP", "the SOP says so") if given.stated else Text("Perpres 21/2023", "Perpres 21/2023")
    )
    if given.key == PER_DAY and given.number * 60 > USUAL_DAY:
        who = Text(
            f"menurut SOP; efektif {USUAL_DAY} menit, Perka BKN 19/2011",
            f"the SOP says so; effective are {USUAL_DAY} menit, Perka BKN 19/2011",
        )
    return Text(f"{words.id.format(number)} ({who.id})", f"{words.en.format(number)} ({who.en})")


def left_lines(study: Study) -> Iterator[Text]:
    """What does not count, and what counts once though it is a rate; SOP by SOP."""
    if not study.load.complete:
        yield Text(
            "* ada waktu yang belum terhitung: beban sebenarnya lebih besar",
            "* some times are not counted: the real load is greater",
        )
    yield from _one_role(study)
    told = [line for one in study.counted if (line := _left_line(one)) is not None]
    rest = Text(
        "{} SOP lain juga punya baris seperti itu; lihat --format json",
        "more SOPs with such rows: {}; see --format json",
    )
    yield from _first(told, rest)
    for group, why in (
        (study.without, Text("tanpa volume, tidak dihitung", "without a volume, not counted")),
        (study.revoked, Text("dicabut, tidak dihitung", "revoked, not counted")),
    ):
        if group:
            labels = [one.label for one in group]
            yield Text(f"{why.id}: {_listed(labels, 'id')}", f"{why.en}: {_listed(labels, 'en')}")
    told = []
    for one in study.untold:
        why = _UNREAD if one.doubt is None else doubt_words(one.doubt)
        told.append(Text(f"tidak dihitung: {one.label}, {why.id}", f"not counted: {one.label}, {why.en}"))
    rest = Text(
        "tidak dihitung: {} SOP lain; lihat --format json", "not counted, more SOPs: {}; see --format json"
    )
    yield from _first(told, rest)


def _first(lines: Sequence[Text], rest: Text) -> Iterator[Text]:
    """The first lines; where there are more, how many."""
    yield from lines[:MOST]
    more = len(lines) - MOST
    if more > 0:
        yield Text(rest.id.format(more), rest.en.format(more))


def _one_role(study: Study) -> Iterator[Text]:
    """Which headings are taken for one role, where more than capitals and spaces differ."""
    merged = []
    for need in study.load.needs:
        headings = {heading.casefold(): heading for heading in reversed(need.headings)}
        if len(headings) > 1:
            words = " = ".join(plain(heading) for heading in reversed(headings.values()))
            merged.append(Text(f"satu peran: {words}", f"one role: {words}"))
    rest = Text("dan {} peran lain dengan beberapa judul", "and {} more with several headings")
    yield from _first(merged, rest)


def _left_line(one: Entry) -> Text | None:
    """What is to be said of one SOP, or None."""
    if one.effort is None:
        raise AssertionError("what counts has an effort")
    parts: list[Text] = []
    for gap, words in (
        (Gap.UNMEASURED, Text("tidak terukur: baris {}", "not measured: row {}")),
        (Gap.UNIT, Text("tidak dapat dikonversi: baris {}", "cannot be converted: row {}")),
        (Gap.CLOCK, Text("bukan waktu kerja: baris {}", "no working time: row {}")),
        (Gap.NOBODY, Text("tidak ada pelaksananya: baris {}", "nobody is named for it: row {}")),
    ):
        rows = ", ".join(_row(left) for left in one.effort.left if left.gap is gap)
        if rows:
            parts.append(Text(words.id.format(rows), words.en.format(rows)))
    if one.effort.rates:
        rates = ", ".join(f"{row} (/{per})" for row, per in one.effort.rates)
        parts.append(
            Text(
                f"tarif, dihitung sekali tiap kali jalan: baris {rates}",
                f"a rate, counted once a run: row {rates}",
            )
        )
    if one.assumed:
        steps = listed(one.assumed)
        parts.append(
            Text(f"peluang dianggap sama: keputusan {steps}", f"shares taken to be equal: decision {steps}")
        )
    if one.starts:
        steps = listed(one.starts)
        parts.append(
            Text(f"kemungkinan mulai dianggap sama: {steps}", f"starts taken to be equally likely: {steps}")
        )
    if not one.exact:
        parts.append(Text("hitungan pendekatan", "near, not exact"))
    if not parts:
        return None
    return Text(
        f"{one.label}: {'; '.join(part.id for part in parts)}",
        f"{one.label}: {'; '.join(part.en for part in parts)}",
    )


def _row(left: Left) -> str:
    if left.gap is Gap.UNMEASURED:
        return left.row
    return f"{left.row} ({' '.join(left.text.split())})"


def _listed(labels: Sequence[str], language: str) -> str:
    shown = ", ".join(labels[:MOST])
    more = len(labels) - MOST
    if more <= 0:
        return shown
    return f"{shown}, dan {more} SOP lain" if language == "id" else f"{shown}, and {more} more"
