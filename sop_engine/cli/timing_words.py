"""Times, parts and conversions as people read them, and as plain data.

In: amounts, parts of a whole, and what a conversion used. Out: words and JSON that every command on times shares.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sop_engine.analysis.cells import Cells
from sop_engine.analysis.conversion import PER_DAY, PER_MONTH, PER_WEEK, Conversion, Given
from sop_engine.analysis.shares import Part
from sop_engine.analysis.total import Total
from sop_engine.cli.doubts import listed
from sop_engine.diagnostics import Text
from sop_engine.model._angka import number_text
from sop_engine.model.satuan import Amount, Unit
from sop_engine.text import Language

__all__ = [
    "UNITS",
    "Asked",
    "amounts_of",
    "basis_words",
    "clock_rows",
    "duration_of",
    "number_json",
    "obstacle_words",
    "percent",
    "percent_json",
    "plain_number",
    "shared_words",
]

UNITS = {"jam": Unit.JAM, "hari-kerja": Unit.HARI_KERJA, "menit": Unit.MENIT}
"""What ``--in`` takes."""

_SIZES = {
    PER_DAY: (Unit.HARI_KERJA, Unit.JAM),
    PER_WEEK: (Unit.MINGGU, Unit.HARI_KERJA),
    PER_MONTH: (Unit.BULAN, Unit.HARI_KERJA),
}
STATED = Text("dinyatakan SOP", "stated by the SOP")
USUAL = Text("bawaan: Perpres 21/2023", "default: Perpres 21/2023")
PLACES = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What ``--in`` asks for.

    Attributes:
        unit: the unit that is wanted.
        conversion: how long a day, a week and a month are in this SOP.
    """

    unit: Unit
    conversion: Conversion

    def words(self, low: Amount, high: Amount, *, clock: bool = False) -> str | None:
        """``918,03 jam``, with ``≈`` where it is rounded; None where it cannot be converted."""
        ends = [self.conversion.in_unit(amount, self.unit, clock=clock) for amount in (low, high)]
        texts = [plain_number(end) for end in ends if end is not None]
        if len(texts) < len(ends):
            return None
        least, most = texts
        about = "≈ " if any(end is not None and end * 10**PLACES % 1 for end in ends) else ""
        return f"{about}{most if least == most else f'{least}-{most}'} {self.unit}"

    def as_json(self, low: Amount, high: Amount, *, clock: bool = False) -> dict[str, object] | None:
        """``{"unit", "number", "decimal"}`` or, of a range, ``{"unit", "min", "max"}``; None as above."""
        ends = [self.conversion.in_unit(amount, self.unit, clock=clock) for amount in (low, high)]
        found = [number_json(end) for end in ends if end is not None]
        if len(found) < len(ends):
            return None
        least, most = found
        unit = {"unit": str(self.unit)}
        return {**unit, **most} if least == most else {**unit, "min": least, "max": most}


def number_json(number: Fraction) -> dict[str, object]:
    """Exact, as an integer or the text that the format writes (``918 1/30``), and rounded to six places.

    ``decimal`` is null where the number is beyond what a program reads as one, some 300 digits.
    """
    exact: int | str = number.numerator if number.denominator == 1 else number_text(number)
    try:
        decimal = round(float(number), 6)
    except OverflowError:
        return {"number": exact, "decimal": None}
    return {"number": exact, "decimal": decimal}


def plain_number(number: Fraction, places: int = PLACES) -> str:
    """A number with a comma, rounded half up to so many places; trailing zeros fall away: ``918,03``."""
    scaled = int(abs(number) * 10**places + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0") if places else ""
    sign = "-" if number < 0 and scaled else ""
    return f"{sign}{whole},{decimals}" if decimals else f"{sign}{whole}"


def duration_of(
    low: Amount, high: Amount, asked: Asked | None = None, *, measured: bool = True, clock: bool = False
) -> dict[str, object]:
    """A time as JSON: ``{"text", "parts"}`` or ``{"text", "min", "max"}``, with ``in`` where a unit was asked for."""
    found = Total(low, high, measured).as_json()
    if asked is not None:
        found["in"] = asked.as_json(low, high, clock=clock) if measured else None
    return found


def percent(part: Part, language: Language) -> str:
    """``33,3%`` in Indonesian, ``33.3%`` in English; ``12,1-15%`` where the ends differ."""
    texts = [_percent(end) for end in sorted(part)]
    text = texts[0] if texts[0] == texts[1] else "-".join(texts)
    return f"{text if language is Language.ID else text.replace(',', '.')}%"


def _percent(number: Fraction) -> str:
    return "<0,1" if 0 < number < Fraction(1, 2000) else plain_number(number * 100, 1)


def percent_json(part: Part) -> dict[str, object]:
    """``{"low": {"number", "decimal"}, "high": ...}``: the part at the lower ends of all ranges, and at the upper."""
    return {"low": number_json(part.low), "high": number_json(part.high)}


def amounts_of(cells: Cells) -> list[Amount]:
    """Both ends of all times of a procedure: whatever is added up has no other units."""
    return [end for time in cells.times for end in (time.low, time.high)]


def clock_rows(cells: Cells, unit: Unit) -> list[str]:
    """Ids of the rows whose time is written as ``1 x 24 jam``, where that keeps sums from being put into a unit."""
    clock = (Unit.JAM, Unit.MENIT, Unit.DETIK)
    if unit in clock and all(part in clock for amount in amounts_of(cells) for part, _ in amount.parts):
        return []
    return [cells.names[row] for row in cells.clock]


def shared_words(cells: Cells) -> Iterator[Text]:
    """How the measured times count that several rows share; nothing where none do."""
    often = Counter(cells.of)
    rows = zip(cells.names, cells.of, cells.times, strict=True)
    if names := listed([name for name, cell, time in rows if often[cell] > 1 and time.is_measured]):
        yield Text(
            f"waktu bersama (baris {names}): dihitung sekali tiap kali alur memasukinya; kerjanya sekali bagi tiap peran",
            f"shared time (row {names}): counts once each time that the flow comes in; its work once for each role",
        )


def basis_words(basis: Iterable[Given]) -> Text:
    """``1 hari kerja = 7,5 jam (default: Perpres 21/2023)``, with semicolons between several; empty for none."""
    parts = []
    for given in basis:
        large, small = _SIZES[given.key]
        source = STATED if given.stated else USUAL
        size = f"1 {large} = {plain_number(given.number, 3)} {small}"
        parts.append(Text(f"{size} ({source.id})", f"{size} ({source.en})"))
    return Text("; ".join(part.id for part in parts), "; ".join(part.en for part in parts))


def obstacle_words(units: Iterable[Unit], clock: Sequence[str] = ()) -> Text | None:
    """Why something cannot be converted; None where nothing is in the way.

    Args:
        units: units that have no size.
        clock: ids of rows whose time is written as ``1 x 24 jam``.
    """
    parts: list[Text] = []
    found = tuple(units)
    if Unit.HARI_KALENDER in found:
        parts.append(Text("hari kalender bukan waktu kerja", "hari kalender is no working time"))
    others = [unit for unit in found if unit is not Unit.HARI_KALENDER]
    if months := ", ".join(others):
        parts.append(
            Text(
                f"{months} perlu 'waktu_kerja: hari_per_bulan'",
                f"{months} need{'s' if len(others) == 1 else ''} 'waktu_kerja: hari_per_bulan'",
            )
        )
    if clock:
        rows = ", ".join(clock)
        parts.append(
            Text(
                f"1 x 24 jam di baris {rows} bukan waktu kerja",
                f"1 x 24 jam in row {rows} is no working time",
            )
        )
    if not parts:
        return None
    return Text("; ".join(part.id for part in parts), "; ".join(part.en for part in parts))
