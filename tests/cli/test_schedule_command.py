"""``sop schedule``: dates in the terminal, as data and as a chart, and each wrong use."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sop_engine.analysis.feasts import feasts_of
from tests.cli.conftest import Outcome

Write = Callable[..., Path]
Sop = Callable[..., Outcome]

TEXT = """\
Jumat, 10 April 2026 09.00
mulai Jumat, 10 April 2026 07.30, jalur terlama, tanpa pengulangan

No  Kegiatan                  Pelaksana      Waktu          Mulai             Selesai
1   Menyusun konsep laporan   Staf Penyusun  30 menit       Jum 10 Apr 07.30  Jum 10 Apr 08.00
2   Memeriksa konsep laporan  Kepala Badan   1 jam          Jum 10 Apr 08.00  Jum 10 Apr 09.00
3   Mengarsipkan laporan      Staf Penyusun  tidak terukur  Jum 10 Apr 09.00  Jum 10 Apr 09.00

jam kerja (bawaan menurut Perpres 21/2023, 37 jam 30 menit seminggu): \
Senin-Kamis 07.30-12.00 dan 13.00-16.00, Jumat 07.30-11.30 dan 13.00-16.30
pengulangan tidak dihitung: 2 (Tidak)
tidak terukur, dihitung tanpa waktu: baris 3
sertakan pengulangan dengan --repeat, misalnya --repeat 2.Tidak=1
"""


def test_the_deadline_stands_alone_on_the_first_line(write: Write, sop: Sop) -> None:
    """Then where it begins, the rows, and all that a reader must know."""
    write("a.yaml")
    found = sop("--lang", "id", "schedule", "a.yaml", "--start", "2026-04-10")
    assert (found.status, found.out) == (0, TEXT)


def test_english_words(write: Write, sop: Sop) -> None:
    """Notes in the other language, and where a range leaves the deadline open, when it can be earliest.

    On Friday 30 of 390 minutes are over at 08.00, a thirteenth; of Saturday's 300 that is 23 1/13, to 07.54 rounded up,
    and of Monday's 390 again 30.
    """
    write("a.yaml", replace={"waktu: 1 jam": "waktu: 1-2 hari", "waktu: Segera": "waktu: 30 menit"})
    found = sop("schedule", "a.yaml", "--start", "2026-04-10", "--days-per-week", "6")
    assert found.out == (
        "Monday, 13 April 2026 08.30\n"
        "at the earliest Saturday, 11 April 2026 08.24\n"
        "from Friday, 10 April 2026 07.30, the greatest path, no loop repeated\n"
        "\n"
        "No  Activity                  Role           Time      Start             End               Latest start      Latest end\n"
        "1   Menyusun konsep laporan   Staf Penyusun  30 menit  Fri 10 Apr 07.30  Fri 10 Apr 08.00  Fri 10 Apr 07.30  Fri 10 Apr 08.00\n"
        "2   Memeriksa konsep laporan  Kepala Badan   1-2 hari  Fri 10 Apr 08.00  Sat 11 Apr 07.54  Fri 10 Apr 08.00  Mon 13 Apr 08.00\n"
        "3   Mengarsipkan laporan      Staf Penyusun  30 menit  Sat 11 Apr 07.54  Sat 11 Apr 08.24  Mon 13 Apr 08.00  Mon 13 Apr 08.30\n"
        "\n"
        "office hours (defaults by Perpres 21/2023, 37 h 30 min a week): Monday-Thursday 07.30-12.00 and 13.00-15.00, "
        "Friday 07.30-11.30 and 13.00-15.30, Saturday 07.30-12.30\n"
        "hari and hari kerja: a whole working day; what begins within a day ends at the same part of a later day\n"
        "repetitions not counted: 2 (Tidak)\n"
        "count repetitions with --repeat, such as --repeat 2.Tidak=1\n"
    )


def test_estimates_are_marked(write: Write, sop: Sop) -> None:
    """Idulfitri of 2040 is reckoned, Ramadan with it, and no decree names its cuti bersama."""
    write("a.yaml", replace={"waktu: 1 jam": "waktu: 15 hari"})
    words = ("schedule", "a.yaml", "--start", "2040-09-25")
    lines = sop(*words).out.splitlines()
    assert [line for line in lines if line.startswith(("free", "estimates", "no cuti"))] == [
        "free: 8 Oct 2040 Hari Raya Idul Fitri (estimate), 9 Oct 2040 Hari kedua dari Hari Raya Idul Fitri (estimate)",
        (
            "estimates: 8 Oct 2040 Hari Raya Idul Fitri; "
            "9 Oct 2040 Hari kedua dari Hari Raya Idul Fitri; "
            "Ramadan 8 Sep 2040 - 7 Oct 2040 (30 days before Idul Fitri)"
        ),
        "no cuti bersama of 2040 is known yet",
    ]
    calendar = sop(*words, "--format", "json").json["calendar"]
    assert calendar["feasts"][0] == {
        "day": "2040-10-08",
        "name": "Hari Raya Idul Fitri",
        "kind": "libur nasional",
        "estimated": True,
        "worked": False,
    }
    assert calendar["ramadan"] == [{"first": "2040-09-08", "last": "2040-10-07", "estimated": True}]
    assert calendar["joint_leave_unknown"] == [2040]
    rows = sop(*words, "--format", "csv").out.splitlines()
    assert "8 Okt 2040" not in rows[1]
    assert rows[1].endswith("Ramadan 8 Sep 2040 - 7 Okt 2040 (30 hari sebelum Idul Fitri)")
    assert "8 Okt 2040 Hari Raya Idul Fitri; 9 Okt" in rows[2]


def test_json(write: Write, sop: Sop) -> None:
    """One object for one SOP; moments are ISO 8601."""
    write("a.yaml")
    found = sop("schedule", "a.yaml", "--start", "2026-04-10", "--at", "10", "--format", "json").json
    rows, calendar = found.pop("rows"), found.pop("calendar")
    assert found == {
        "sop": "a",
        "agency": "contoh",
        "name": "Laporan",
        "start": "2026-04-10T10:00",
        "path": "greatest",
        "deadline": "2026-04-10T11:30",
        "earliest": "2026-04-10T11:30",
        "doubt": None,
        "loops": [{"name": "2.Tidak", "times": 0}],
        "unmeasured": ["3"],
        "absent": [],
    }
    stretch = {"start": "2026-04-10T10:30", "end": "2026-04-10T11:30"}
    assert rows[1] == {
        "id": "2",
        "number": "2",
        "roles": ["kepala"],
        "waktu": {"text": "1 jam", "parts": {"jam": 1}},
        "measured": True,
        "per": None,
        "shared": None,
        "turn": 1,
        "earliest": stretch,
        "latest": stretch,
    }
    assert (calendar["days_per_week"], calendar["stated"]) == (5, False)
    assert calendar["sources"] == {"usual": "Perpres 21/2023", "ramadan": "Perpres 21/2023"}
    assert calendar["hours"]["ramadan"]["jumat"] == ["08.00-11.30", "12.30-15.30"]


def test_csv(write: Write, sop: Sop) -> None:
    """A row an entry, of all SOPs."""
    write("a.yaml")
    found = sop("schedule", "a.yaml", "--start", "2026-04-10", "--format", "csv")
    assert found.out.splitlines()[:2] == [
        (
            "\ufeffagency,sop,row,number,activity,roles,time,measured,shared,turn,earliest_start,earliest_end,latest_start,"
            "latest_end,estimates"
        ),
        (
            "contoh,a,1,1,Menyusun konsep laporan,Staf Penyusun,30 menit,true,,1,2026-04-10T07:30,2026-04-10T08:00,"
            "2026-04-10T07:30,2026-04-10T08:00,"
        ),
    ]


def test_several(write: Write, sop: Sop) -> None:
    """Each has its heading, as JSON they are an array."""
    write("a.yaml", kode="satu")
    write("b.yaml", kode="dua")
    words = ("schedule", "a.yaml", "b.yaml", "--start", "2026-04-10")
    assert [line for line in sop(*words).out.splitlines() if ".yaml" in line or "April" in line] == [
        *(
            "a.yaml: Laporan",
            "Friday, 10 April 2026 09.00",
            "from Friday, 10 April 2026 07.30, the greatest path, no loop repeated",
        ),
        *(
            "b.yaml: Laporan",
            "Friday, 10 April 2026 09.00",
            "from Friday, 10 April 2026 07.30, the greatest path, no loop repeated",
        ),
    ]
    assert [one["agency"] for one in sop(*words, "--format", "json").json] == ["satu", "dua"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hari.csv", "tanggal,nama,jenis\n2026-04-10,Hari jadi,libur\n2026-04-11,Ganti hari jadi,kerja\n"),
        (
            "hari.yaml",
            """\
hari:
- {tanggal: 2026-04-10, nama: Hari jadi, jenis: libur}
- tanggal: 2026-04-11
  nama: Ganti hari jadi
  jenis: kerja
""",
        ),
    ],
)
def test_own_days(folder: Path, write: Write, sop: Sop, name: str, text: str) -> None:
    """A free Friday and a worked Saturday: the office opens on Saturday at 07.30; neither is said to be a feast."""
    write("a.yaml")
    (folder / name).write_text(text, encoding="utf-8")
    lines = sop(
        "schedule", "a.yaml", "--start", "2026-04-10", "--at", "8:00", "--days", name
    ).out.splitlines()
    assert lines[0] == "Saturday, 11 April 2026 09.00"
    assert "the agency's free days: 10 Apr 2026 Hari jadi" in lines
    assert not any(line.startswith("free") for line in lines)
    assert "days worked specially: 11 Apr 2026 Ganti hari jadi" in lines


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("hari.yaml", "- a\n", "error: 'hari.yaml' line 1: "),
        ("hari.yaml", "libur: []\n", "error: 'hari.yaml' is no list of days\n"),
        ("hari.yaml", "hari:\n- a\n", "error: 'hari.yaml' line 2: this is no day\n"),
        ("hari.yaml", "hari:\n- {tanggal: 2026-04-10, nama: [\n", "error: 'hari.yaml' line 2: "),
        (
            "hari.yaml",
            "hari:\n- {tanggal: 2026-04-10}\n",
            "error: 'hari.yaml' line 2: 'nama' is empty or missing\n",
        ),
        ("hari.yaml", "hari: []\nlibur: []\n", "error: 'hari.yaml' line 2: 'libur' is unknown\n"),
        ("hari.yaml", "hari: besok\n", "error: 'hari.yaml' line 1: 'hari' is no list\n"),
        ("hari.yaml", "jam_kerja: 8 jam\n", "error: 'hari.yaml' line 1: 'jam_kerja' names no weekdays\n"),
        (
            "hari.yaml",
            "jam_kerja:\n  senin: 08.00-12.00\n  selas: 08.00-12.00\n",
            "error: 'hari.yaml' line 3: 'selas' is no weekday\n",
        ),
        (
            "hari.yaml",
            "jam_kerja:\n  senin-minggu: 08.00-16.00\n",
            "error: 'hari.yaml' line 2: 'jam_kerja_ramadan' is missing\n",
        ),
        ("hari.csv", "nama\n", "error: 'hari.csv' line 1: the first line names no column 'tanggal'\n"),
        ("hari.csv", "tanggal,nama,jenis\n\udcff", "error: 'hari.csv' is no UTF-8 text\n"),
    ],
)
def test_faults_of_own_days(folder: Path, write: Write, sop: Sop, name: str, text: str, message: str) -> None:
    """Each names the file and, where there is one, the line; nothing is scheduled."""
    write("a.yaml")
    (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    found = sop("schedule", "a.yaml", "--start", "2026-04-10", "--days", name)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith(message)


OWN_HOURS = """\
jam_kerja:
  senin-kamis: 08.00-12.00, 13.00-17.00
  jumat: 08.00-11.00
"""


def test_own_hours(folder: Path, write: Write, sop: Sop) -> None:
    """From Friday 10.30 half an hour is left and 1 jam begins on Monday at 08.00; 4 x 8 h and 3 h are 35 h a week.

    In Ramadan, of which the file says nothing, the usual hours of an office of five days hold.
    """
    write("a.yaml", replace={"kegiatan:\n": WEEK.format(6)})
    (folder / "hari.yaml").write_text(OWN_HOURS, encoding="utf-8")
    words = ("schedule", "a.yaml", "--days", "hari.yaml", "--start")
    found = sop(*words, "2026-04-10", "--at", "10.30").out.splitlines()
    assert found[0] == "Monday, 13 April 2026 09.00"
    assert (
        "office hours (by hari.yaml, 35 h a week): Monday-Thursday 08.00-12.00 and 13.00-17.00, Friday 08.00-11.00"
        in found
    )
    fasting = sop(*words, "2026-03-10")
    assert fasting.out.startswith("Tuesday, 10 March 2026 09.30\n")
    assert "office hours in Ramadan (defaults by Perpres 21/2023, 32 h 30 min a week)" in fasting.out
    calendar = sop(*words, "2026-03-10", "--format", "json").json["calendar"]
    assert (calendar["days_per_week"], calendar["stated"]) == (5, False)
    assert calendar["sources"] == {"usual": "hari.yaml", "ramadan": "Perpres 21/2023"}
    assert calendar["hours"]["usual"]["jumat"] == ["08.00-11.00"]


def test_own_hours_in_ramadan(folder: Path, write: Write, sop: Sop) -> None:
    """Only those of Ramadan: the other ones stay; an office that works by night rests by day."""
    write("a.yaml")
    (folder / "hari.yaml").write_text("jam_kerja_ramadan:\n  senin-jumat: 20.00-24.00\n", encoding="utf-8")
    found = sop("schedule", "a.yaml", "--start", "2026-03-10", "--days", "hari.yaml").out
    assert found.startswith("Tuesday, 10 March 2026 21.30\n")
    assert "office hours in Ramadan (by hari.yaml, 20 h a week): Monday-Friday 20.00-24.00\n" in found


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("jam_kerja:\n  senin-sabtu: 08.00-15.00\n", "32 h 30 min"),
        (
            "jam_kerja:\n  senin-minggu: 08.00-15.00\njam_kerja_ramadan:\n  senin-minggu: 08.00-12.00\n",
            "28 h",
        ),
    ],
)
def test_ramadan_of_other_weeks(folder: Path, write: Write, sop: Sop, text: str, hours: str) -> None:
    """Of six days what the usual office of six has, 32 h 30 min; of seven what the file says, 7 x 4 h."""
    write("a.yaml")
    (folder / "hari.yaml").write_text(text, encoding="utf-8")
    found = sop("schedule", "a.yaml", "--start", "2026-03-10", "--days", "hari.yaml").out
    line = next(line for line in found.splitlines() if line.startswith("office hours in Ramadan"))
    assert f"{hours} a week" in line
    assert "Saturday" in line or "-Sunday" in line


def test_days_a_week_are_said_once(folder: Path, write: Write, sop: Sop) -> None:
    """The file names the weekdays, so an option may not."""
    write("a.yaml")
    (folder / "hari.yaml").write_text(OWN_HOURS, encoding="utf-8")
    words = ("schedule", "a.yaml", "--start", "2026-03-10", "--days", "hari.yaml", "--days-per-week", "5")
    assert sop(*words).err == (
        "error: 'hari.yaml' says already which days a week are worked\n       leave --days-per-week out\n"
    )


def test_the_sample_file_is_understood(write: Write, sop: Sop) -> None:
    """The file of the documentation: its free Monday, its worked Friday, and its hours."""
    write("a.yaml", replace={"waktu: 1 jam": "waktu: 20 hari"})
    sample = Path(__file__).parents[2] / "docs" / "contoh" / "hari-dinas.yaml"
    lines = sop("schedule", "a.yaml", "--start", "2026-04-17", "--days", str(sample)).out.splitlines()
    assert "the agency's free days: 20 Apr 2026 Hari jadi daerah" in lines
    assert "days worked specially: 15 May 2026 Layanan tetap buka" in lines
    assert any(line.startswith("office hours (by hari-dinas.yaml, 37 h 30 min a week)") for line in lines)


def test_repeated_loops(write: Write, sop: Sop) -> None:
    """Once round adds 30 menit and 1 jam; the table tells the second turn, and nothing is left to count."""
    write("a.yaml")
    words = ("schedule", "a.yaml", "--start", "2026-04-10", "--repeat", "2.Tidak=1")
    lines = sop(*words).out.splitlines()
    assert lines[:2] == [
        "Friday, 10 April 2026 10.30",
        "from Friday, 10 April 2026 07.30, the greatest path, loops repeated 2 (Tidak) 1x",
    ]
    assert any(line.startswith("1   Menyusun konsep laporan (no. 2)") for line in lines)
    assert not any("epetitions" in line for line in lines)
    assert sop(*words, "--format", "json").json["loops"] == [{"name": "2.Tidak", "times": 1}]


def test_faults_of_repeat(write: Write, sop: Sop) -> None:
    """What is no loop, no number, or more than 'maks' allows; of all loops no more than that are taken."""
    write("a.yaml", replace={"Tidak: 1": "Tidak: {ke: 1, maks: 2}"})
    words = ("schedule", "a.yaml", "--start", "2026-04-10", "--repeat")
    assert [sop(*words, text).err.splitlines()[0] for text in ("1=1", "x", "2.Tidak=3")] == [
        "error: --repeat '1=1' names no flow that goes back",
        "error: --repeat 'x' does not say how often",
        "error: the loop '2.Tidak' may repeat 2 times at most",
    ]
    found = sop(*words, "5")
    assert found.out.startswith("Friday, 10 April 2026 13.30\n")
    assert "repeated no more often than their 'maks' allows: 2 (Tidak)\n" in found.out


def test_of_several_sops_the_faulty_one_is_named(write: Write, sop: Sop) -> None:
    """The other one has its dates; a SOP without loops has nothing to repeat, and no fault."""
    write("a.yaml", kode="satu", replace={"waktu: 1 jam": "waktu: 90 tahun"})
    write("b.yaml", kode="dua", replace={"cabang: {Ya: 3, Tidak: 1}": "lanjut: 3"})
    found = sop("schedule", "a.yaml", "b.yaml", "--start", "2026-04-10", "--repeat", "1", "--format", "csv")
    assert (found.status, len(found.out.splitlines())) == (2, 4)
    assert found.err.startswith("error: a.yaml: the schedule leaves the calendar of 2002-2050\n")


def test_a_first_day_that_is_free_is_said(write: Write, sop: Sop) -> None:
    """Saturday 11 April: the office opens on Monday; with an hour of its own the schedule begins then, the work does not."""
    write("a.yaml")
    note = "11 Apr 2026 is a free day; the office opens on Monday, 13 April 2026 07.30\n"
    found = sop("schedule", "a.yaml", "--start", "2026-04-11").out
    assert note in found
    assert found.splitlines()[1].startswith("from Monday, 13 April 2026 07.30")
    assert note in sop("schedule", "a.yaml", "--start", "2026-04-11", "--at", "10").out


def test_rates_are_named(write: Write, sop: Sop) -> None:
    """What stands per berkas is reckoned for one."""
    write("a.yaml", replace={"waktu: 1 jam": "waktu: 2 menit/berkas"})
    found = sop("schedule", "a.yaml", "--start", "2026-04-10")
    assert "reckoned for one alone: row 2 (per berkas)\n" in found.out


def test_a_feast_that_the_agency_names_too_is_told_once(folder: Path, write: Write, sop: Sop) -> None:
    """Good Friday in the agency's own words."""
    write("a.yaml")
    (folder / "hari.csv").write_text("tanggal,nama,jenis\n2026-04-03,Libur kantor,libur\n", encoding="utf-8")
    words = ("schedule", "a.yaml", "--start", "2026-04-02", "--at", "15.00", "--days", "hari.csv")
    lines = [line for line in sop(*words).out.splitlines() if "free" in line]
    assert lines == [
        "free: 5 Apr 2026 Kebangkitan Yesus Kristus",
        "the agency's free days: 3 Apr 2026 Libur kantor",
    ]


def test_the_days_of_one_feast_are_told_together(write: Write, sop: Sop) -> None:
    """Three days of cuti bersama around Idulfitri 2026 are one entry."""
    write("a.yaml", replace={"waktu: 1 jam": "waktu: 3 hari"})
    found = sop("schedule", "a.yaml", "--start", "2026-03-16").out
    assert "20, 23, 24 Mar 2026 cuti bersama Hari Raya Idul Fitri, " in found


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "no first day is given"),
        (("--start", "besok"), "--start 'besok': 'besok' cannot be read as a date"),
        (("--start", "2026-04"), "--start '2026-04' names no day"),
        (("--start", "2150-01-01"), "the schedule leaves the calendar of 2002-2050"),
        (("--start", "2026-04-10", "--at", "25.00"), "--at '25.00' is no time of day"),
        (("--start", "2026-04-10", "--at", "07.60"), "--at '07.60' is no time of day"),
        (("--start", "2026-04-10", "--at", "pagi"), "--at 'pagi' is no time of day"),
        (("--start", "2026-04-10", "--days", "tidak.csv"), "cannot read 'tidak.csv': it does not exist"),
        (("--start", "2026-04-10", "--paper", "A4"), "--paper means nothing for format text"),
        (("--start", "2026-04-10", "--format", "pdf", "--dpi", "100"), "--dpi means nothing for format pdf"),
        (("--start", "2026-04-10", "--days-per-week", "7"), "--days-per-week '7' is unknown"),
    ],
)
def test_wrong_use(write: Write, sop: Sop, words: tuple[str, ...], message: str) -> None:
    """Exit status 2 and one clear line."""
    write("a.yaml")
    found = sop("schedule", "a.yaml", *words)
    assert (found.status, found.out) == (2, "")
    assert found.err.splitlines()[0] == f"error: {message}"


WEEK = "waktu_kerja:\n  hari_per_minggu: {}\nkegiatan:\n"


def test_the_week_of_the_sop(write: Write, sop: Sop) -> None:
    """Six days as the SOP states; five and a half are none that office hours are known of."""
    write("a.yaml", replace={"kegiatan:\n": WEEK.format(6)})
    found = sop("schedule", "a.yaml", "--start", "2026-04-11")
    assert found.out.splitlines()[0] == "Saturday, 11 April 2026 09.00"
    assert "37 h 30 min a week, days of work as the SOP says" in found.out
    write("a.yaml", replace={"kegiatan:\n": WEEK.format("5,5")})
    found = sop("schedule", "a.yaml", "--start", "2026-04-11")
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("error: no office hours are known for 5,5 days a week\n")


def test_a_deadline_on_a_free_day_is_said(write: Write, sop: Sop) -> None:
    """Elapsed time ends on Saturday; and hours a day that the SOP states do not change office hours."""
    write(
        "a.yaml",
        replace={
            "waktu: 1 jam": "waktu: 1 x 24 jam",
            "kegiatan:\n": "waktu_kerja:\n  jam_per_hari: 8\nkegiatan:\n",
        },
    )
    lines = sop("schedule", "a.yaml", "--start", "2026-04-10").out.splitlines()
    assert lines[0] == "Saturday, 11 April 2026 08.00"
    assert lines[-4:-1] == [
        "not measured, taken without time: row 3",
        "the deadline falls on a free day; the office opens again on Monday, 13 April 2026 07.30",
        "jam_per_hari of the SOP is for conversion only, the schedule goes by the office hours above",
    ]


ENDLESS = {"cabang: {Ya: 3, Tidak: 1}": "cabang: {Tidak: 1, Ya: 3}"}


def test_no_way_is_said(write: Write, sop: Sop) -> None:
    """A path that never ends has no dates, in no form."""
    write("a.yaml", replace=ENDLESS)
    words = ("schedule", "a.yaml", "--start", "2026-04-10", "--path", "first")
    assert sop(*words).out == (
        "cannot be scheduled: this path goes round for ever\nwrite 'maks' on the branch that goes back\n"
    )
    found = sop(*words, "--format", "json").json
    assert (found["deadline"], found["rows"], found["doubt"]["kind"]) == (None, [], "endless")
    assert len(sop(*words, "--format", "csv").out.splitlines()) == 1
    drawn = sop(*words, "--format", "svg")
    assert (drawn.status, drawn.out) == (2, "")
    assert "cannot be scheduled: this path goes round for ever" in drawn.err


@pytest.mark.parametrize(("format", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_a_chart_becomes_a_file(folder: Path, write: Write, sop: Sop, format: str, start: bytes) -> None:
    """Without -o it is called after its SOP."""
    write("a.yaml")
    found = sop("schedule", "a.yaml", "--start", "2026-04-10", "--format", format)
    assert (found.status, found.out) == (0, f"jadwal-contoh-a.{format}\n")
    assert (folder / f"jadwal-contoh-a.{format}").read_bytes().startswith(start)


def test_text_into_a_file(folder: Path, write: Write, sop: Sop) -> None:
    """The same as in the terminal."""
    write("a.yaml")
    found = sop("--lang", "id", "schedule", "a.yaml", "--start", "2026-04-10", "-o", "jadwal.txt")
    assert found.out == "jadwal.txt\n"
    assert (folder / "jadwal.txt").read_text(encoding="utf-8") == TEXT


def test_charts_of_several_go_into_a_folder(folder: Path, write: Write, sop: Sop) -> None:
    """Each under its own name."""
    write("a.yaml", kode="satu")
    write("b.yaml", kode="dua")
    found = sop("schedule", "a.yaml", "b.yaml", "--start", "2026-04-10", "-o", "jadwal/", "--format", "svg")
    assert found.out == "jadwal/jadwal-satu-a.svg\njadwal/jadwal-dua-b.svg\n"
    assert sorted(path.name for path in (folder / "jadwal").iterdir()) == [
        "jadwal-dua-b.svg",
        "jadwal-satu-a.svg",
    ]


def test_a_confirmed_ramadan_moves_by_its_first_day_only(write: Write, sop: Sop) -> None:
    """Idulfitri of 2026 is confirmed: on 10 March its hours are certain, on 18 February when they begin is not."""
    write("a.yaml", replace={"waktu: 1 jam": "waktu: 1 hari"})
    begun, coming = (sop("schedule", "a.yaml", "--start", day).out for day in ("2026-03-10", "2026-02-18"))
    assert "office hours in Ramadan" in begun
    assert "estimates" not in begun
    assert "estimates: Ramadan 19 Feb 2026 - 20 Mar 2026 (30 days before Idul Fitri)\n" in coming


def test_without_its_library_the_remedy_is_named(
    write: Write, sop: Sop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line and how to install it; no guess at a calendar without feasts."""
    write("a.yaml")
    feasts_of.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    found = sop("schedule", "a.yaml", "--start", "2026-04-10")
    assert (found.status, found.out) == (2, "")
    assert found.err == (
        "error: 'sop schedule' needs the library holidays, which is not installed\n"
        "       install it with 'pip install \"sop-engine[analysis]\"'\n"
    )
