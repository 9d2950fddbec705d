"""The value of a standard time, and how it is written.

In: amounts and what else a time says. Out: ``Waktu``, its canonical text and its JSON.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from sop_engine.model._angka import number_text
from sop_engine.model.satuan import ZERO, Amount, Unit, range_text

__all__ = ["Measure", "Style", "Waktu"]


class Measure(StrEnum):
    """Whether a time counts: measured ones do, unmeasured and shared ones add nothing."""

    MEASURED = "measured"
    UNMEASURED = "unmeasured"
    SHARED = "shared"


class Style(StrEnum):
    """How a measured time is put: ``3 hari``, ``1-3 hari``, ``maks. 3 hari``, ``± 3 hari``."""

    PLAIN = "plain"
    RANGE = "range"
    AT_MOST = "at most"
    ABOUT = "about"


_PREFIXES = {Style.AT_MOST: "maks. ", Style.ABOUT: "± "}


@dataclass(frozen=True, slots=True)
class Waktu:
    """The standard time of a row.

    Times are equal when they say the same, however they are written: ``teks`` and ``terkecil`` do not count.

    Attributes:
        teks: the text as it stands in the file; empty for an empty or a shared time.
        measure: whether it counts.
        low: the shortest time, exact; zero where nothing is measured.
        high: the longest time; equal to ``low`` for anything but a range.
        style: how it is put.
        per: what it is a rate for (``berkas``), or None; a rate counts once.
        clock: written as ``1 x 24 jam``: it adds as 24 jam and is never working time.
        bersama: id of the row above whose time this row shares, or None.
        kata: the words of a time that is not measured, in small letters; they are what is compared.
        terkecil: the smallest unit that the text names, also for a zero (``2 hari 0 jam`` names jam), or None
            where it names none; how fine a time is stated belongs to its writing, so it is not compared.
    """

    teks: str = field(compare=False)
    measure: Measure = Measure.MEASURED
    low: Amount = ZERO
    high: Amount = ZERO
    style: Style = Style.PLAIN
    per: str | None = None
    clock: bool = False
    bersama: str | None = None
    kata: str = ""
    terkecil: Unit | None = field(default=None, compare=False)

    @property
    def is_measured(self) -> bool:
        """Whether it counts in a total."""
        return self.measure is Measure.MEASURED

    @property
    def is_range(self) -> bool:
        """Whether its two ends are different, or written as two."""
        return self.low != self.high or self.style is Style.RANGE

    def __str__(self) -> str:
        if not self.is_measured:
            return self.teks
        rate = "" if self.per is None else f"/{self.per}"
        prefix = _PREFIXES.get(self.style, "")
        if self.style is Style.AT_MOST or not self.is_range:
            return f"{prefix}{self._one(self.high)}{rate}"
        if self.clock:
            return f"{prefix}{self._one(self.low)} - {self._one(self.high)}{rate}"
        return f"{prefix}{range_text(self.low, self.high)}{rate}"

    def as_json(self) -> dict[str, object]:
        """``{"text", "parts"}``, for a range ``{"text", "min", "max"}``; parts are empty if unmeasured."""
        if not self.is_measured:
            return {"text": str(self), "parts": {}}
        if self.is_range:
            return {"text": str(self), "min": self.low.as_json(), "max": self.high.as_json()}
        return {"text": str(self), "parts": self.high.as_json()}

    def _one(self, amount: Amount) -> str:
        if not self.clock:
            return str(amount)
        hours = sum(number for _, number in amount.parts)
        return f"{number_text(hours / 24) if hours else 0} x 24 {Unit.JAM}"
