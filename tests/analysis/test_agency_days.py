"""An agency's own days: what entries mean, and each fault with its line."""

from datetime import date

import pytest

from sop_engine.analysis.agency_days import AgencyDay, RawDay, agency_days, csv_entries
from sop_engine.errors import UsageError

ANNIVERSARY = {"tanggal": "2026-04-20", "nama": "Hari jadi", "jenis": "libur"}


def test_entries_become_days_in_order() -> None:
    """Dates are read as everywhere, kinds in any letters; the calendar's order wins."""
    entries = [
        RawDay(2, {"tanggal": "24 Desember 2026", "nama": "Lembur  akhir tahun", "jenis": "Kerja"}),
        RawDay(5, ANNIVERSARY),
    ]
    assert agency_days(entries, "hari.yaml") == (
        AgencyDay(date(2026, 4, 20), "Hari jadi", works=False),
        AgencyDay(date(2026, 12, 24), "Lembur akhir tahun", works=True),
    )


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"tanggal": "besok"}, "'hari.yaml' line 3: 'besok' cannot be read as a date"),
        ({"tanggal": "31 Februari 2026"}, "'hari.yaml' line 3: there is no 31 Februari 2026"),
        ({"tanggal": "April 2026"}, "'hari.yaml' line 3: 'April 2026' names no day"),
        ({"nama": " "}, "'hari.yaml' line 3: 'nama' is empty or missing"),
        ({"nama": ["a"]}, "'hari.yaml' line 3: 'nama' is no text"),
        ({"jenis": None}, "'hari.yaml' line 3: 'jenis' is empty or missing"),
        ({"jenis": "cuti"}, "'hari.yaml' line 3: jenis 'cuti' is unknown"),
        ({"kode": "x"}, "'hari.yaml' line 3: 'kode' is unknown"),
    ],
)
def test_each_fault_names_its_line(texts: dict[str, object], message: str) -> None:
    """The file, the line and what is wrong, with a remedy."""
    with pytest.raises(UsageError) as caught:
        agency_days([RawDay(3, {**ANNIVERSARY, **texts})], "hari.yaml")
    assert caught.value.message.en.startswith(message)
    assert caught.value.hint is not None


def test_a_day_stands_once() -> None:
    """The second of one date names the line of the first."""
    with pytest.raises(UsageError) as caught:
        agency_days([RawDay(2, ANNIVERSARY), RawDay(7, ANNIVERSARY)], "hari.yaml")
    assert caught.value.message.id == "'hari.yaml' baris 7: 2026-04-20 sudah disebut di baris 2"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_split_by_its_own_separator(mark: str) -> None:
    """A byte order mark, letters of the heading and empty lines do not matter."""
    text = f"\ufeffTanggal{mark}nama{mark}jenis\n\n2026-04-20{mark}Hari jadi{mark}libur\n"
    assert csv_entries(text, "hari.csv") == [RawDay(3, ANNIVERSARY)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'hari.csv' line 1: the first line names no column 'tanggal'"),
        ("2026-04-20,Hari jadi,libur\n", "'hari.csv' line 1: the first line names no column 'tanggal'"),
        ("tanggal,nama,jenis\n2026-04-20,Hari, jadi,libur\n", "'hari.csv' line 2: 4 cells for 3 columns"),
        ('tanggal,nama,jenis\n2026-04-20,"Hari" jadi,libur\n', "'hari.csv' line 2: no CSV that can be read"),
    ],
)
def test_faults_of_csv(text: str, message: str) -> None:
    """Each with its line."""
    with pytest.raises(UsageError) as caught:
        csv_entries(text, "hari.csv")
    assert caught.value.message.en == message
