"""When a SOP is due for review.

In: the identity block, and the day of asking where there is one. Out: a ``Tanggal``; and the year that it counts.

A SOP is evaluated at least once a year. Its ``tanggal_revisi`` is the day of the last revision, or of the planned
review: one that is still to come is the plan. A month without a day lasts until its end, so that nobody is called
late too early.
"""

from collections.abc import Iterable

from sop_engine.model._bulan import days_in
from sop_engine.model.sop import Identitas
from sop_engine.model.tanggal import Tanggal

__all__ = ["a_year_after", "review_due"]

_LAST_YEAR = 2199
"""Dates end here."""

_NO_DAY = 32
"""A month without a day comes behind all its days."""


def review_due(identitas: Identitas, today: Tanggal | None = None) -> Tanggal | None:
    """The day by which a SOP is to be reviewed.

    * ``tanggal_revisi`` after ``today`` is the planned review, and so the answer. Without ``today`` it is the plan
      where it lies after both other dates, as far as they are there; one that stands alone is a revision that was.
    * Else it is one year after the latest date that lies not after ``today``. Where all of them are still to come
      (a SOP that is not in force yet), one year after the latest of all.
    * One year after 29 February is 28 February. A date that names only its month gives a month.

    Args:
        identitas: the identity block.
        today: the day of asking, where somebody named one.

    Returns:
        The day or month, or None where the SOP has no date, or the year would be beyond what dates can say.
    """
    revisi = identitas.tanggal_revisi
    others = [date for date in (identitas.tanggal_pembuatan, identitas.tanggal_efektif) if date is not None]
    if revisi is not None and _is_plan(revisi, others, today):
        return revisi
    dates = others if revisi is None else [*others, revisi]
    past = dates if today is None else [date for date in dates if not today.before(date)]
    return a_year_after(_latest(past or dates)) if dates else None


def _is_plan(revisi: Tanggal, others: list[Tanggal], today: Tanggal | None) -> bool:
    if today is not None:
        return today.before(revisi)
    return bool(others) and all(date.before(revisi) for date in others)


def _latest(dates: Iterable[Tanggal]) -> Tanggal:
    return max(dates, key=lambda date: (date.tahun, date.bulan, date.hari or _NO_DAY))


def a_year_after(date: Tanggal) -> Tanggal | None:
    """The same day or month of the next year; 28 February after a 29th, None where there is no such year."""
    year = date.tahun + 1
    if year > _LAST_YEAR:
        return None
    day = None if date.hari is None else min(date.hari, days_in(year, date.bulan))
    found = Tanggal("", year, date.bulan, day)
    return Tanggal(str(found), year, date.bulan, day)
