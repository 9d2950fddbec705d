"""When a SOP is due for review."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.analysis.review import a_year_after, review_due
from sop_engine.model.sop import Identitas
from sop_engine.model.tanggal import Tanggal, parse_tanggal


def date(text: str) -> Tanggal | None:
    """A date, or none."""
    return parse_tanggal(text) if text else None


def identitas(pembuatan: str, revisi: str, efektif: str) -> Identitas:
    """An identity block with these dates."""
    return Identitas.model_validate(
        {
            "nama": "Contoh",
            "tanggal_pembuatan": pembuatan or None,
            "tanggal_revisi": revisi or None,
            "tanggal_efektif": efektif or None,
        }
    )


TODAY = "2026-11-21"
TABLE = [
    # pembuatan, revisi, efektif, today, due
    ("2023-01-02", "", "2023-01-02", "", "2024-01-02"),
    ("2023-01-02", "", "2023-01-02", TODAY, "2024-01-02"),
    ("2024-01-29", "2024-02-21", "2024-02-26", TODAY, "2025-02-26"),
    ("2024-01-29", "2024-02-21", "2024-02-26", "", "2025-02-26"),
    # A revision that is still to come is the plan; the day itself is no more to come.
    ("2023-01-02", "2027-01-02", "2023-01-02", TODAY, "2027-01-02"),
    ("2023-01-02", TODAY, "2023-01-02", TODAY, "2027-11-21"),
    ("2023-01-02", "2026-06-01", "2023-01-02", TODAY, "2027-06-01"),
    # Without a day of asking, a revision behind both others is the plan, and one alone is not.
    ("2023-01-02", "2024-06-01", "2023-01-02", "", "2024-06-01"),
    ("2023-01-02", "2024-06-01", "", "", "2024-06-01"),
    ("", "2024-06-01", "", "", "2025-06-01"),
    ("2023-01-02", "2023-01-02", "2023-01-02", "", "2024-01-02"),
    # What comes into force later counts from what is past, or else from itself.
    ("2026-11-01", "", "2027-01-01", TODAY, "2027-11-01"),
    ("", "", "2027-01-01", TODAY, "2028-01-01"),
    ("2026-12-01", "", "2027-01-01", TODAY, "2028-01-01"),
    # Months: they last until their end.
    ("", "", "Oktober 2018", TODAY, "Oktober 2019"),
    ("2018-10-20", "", "Oktober 2018", TODAY, "Oktober 2019"),
    ("2018-11-01", "", "Oktober 2018", TODAY, "2019-11-01"),
    ("", "Desember 2026", "2020-01-02", TODAY, "Desember 2026"),
    ("", "November 2026", "2020-01-02", TODAY, "November 2027"),
    # The day that three years in four have not.
    ("", "", "2024-02-29", TODAY, "2025-02-28"),
    ("", "", "", TODAY, ""),
    ("", "", "", "", ""),
    ("", "", "2199-01-01", "", ""),
]


@pytest.mark.parametrize(("pembuatan", "revisi", "efektif", "today", "due"), TABLE)
def test_when_a_review_is_due(pembuatan: str, revisi: str, efektif: str, today: str, due: str) -> None:
    """The table of the definition."""
    assert review_due(identitas(pembuatan, revisi, efektif), date(today)) == date(due)


def test_the_day_is_written_as_documents_write_it() -> None:
    """What is counted carries the canonical text, what is planned its own."""
    assert review_due(identitas("", "", "02/06/2025")) == Tanggal("", 2026, 6, 2)
    counted = review_due(identitas("", "", "02/06/2025"))
    assert counted is not None
    assert (counted.teks, str(counted)) == ("2 Juni 2026", "2 Juni 2026")


days = st.builds(
    lambda year, month, day: Tanggal("", year, month, day),
    st.integers(1900, 2199),
    st.integers(1, 12),
    st.one_of(st.none(), st.integers(1, 28)),
)


@given(days)
def test_a_year_after_is_later_and_can_be_read(day: Tanggal) -> None:
    """It is surely later than the day itself, and a date that can be written and read."""
    after = a_year_after(day)
    assert (after is None) == (day.tahun == 2199)
    if after is not None:
        assert day.before(after)
        assert parse_tanggal(str(after)) == after
