"""The workload of roles over several SOPs, worked out by hand."""

import json
from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sop_engine.analysis.conversion import PER_MONTH, Conversion, Given
from sop_engine.analysis.effort import Effort, Gap, Left, effective, effort_of
from sop_engine.analysis.expected import expected
from sop_engine.analysis.shares import shares_of
from sop_engine.analysis.stays import Owner
from sop_engine.analysis.workload import (
    BKN,
    PANRB,
    Job,
    Need,
    Period,
    Volume,
    Workload,
    Year,
    workload,
)
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.satuan import Unit
from sop_engine.model.sop import Sop
from sop_engine.pipeline import compile_source
from sop_engine.rules.role_names import role_key
from sop_engine.source import SourceFile
from tests.layout.generator import random_sop

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
"""


def sop_of(roles: str, rows: str, more: str = "") -> tuple[ProcessGraph, Sop]:
    """A SOP of these roles and rows."""
    text = f"{HEAD}{more}pelaksana: {roles}\nkegiatan:\n{rows}"
    compiled = compile_source(SourceFile("x.yaml", text))
    assert compiled.sop is not None, text
    assert compiled.graph is not None
    assert not [one for one in compiled.diagnostics if one.is_error], compiled.diagnostics
    return compiled.graph, compiled.sop


def row(number: int, who: str, time: str, more: str = "") -> str:
    """A row of the table."""
    return f"  - {{nomor: {number}, uraian: Memeriksa berkas, pelaksana: {who}, mutu_baku: {{waktu: {time}}}{more}}}\n"


def effort(roles: str, rows: str, more: str = "", spent: Mapping[Owner, Fraction] | None = None) -> Effort:
    """What one run takes."""
    graph, sop = sop_of(roles, rows, more)
    return effort_of(graph, sop, effective(sop.waktu_kerja), spent)


def minutes(found: Effort) -> dict[str, tuple[Fraction, Fraction]]:
    """Minutes of one run by role."""
    return {load.role: (load.low, load.high) for load in found.loads}


TWO = "{a: Staf, b: Kepala}"
FIVE = Fraction(5)


def test_each_row_counts_once_for_its_role() -> None:
    """30 menit + 1,5 jam of the one (30 + 90 = 120), 45 menit of the other."""
    found = effort(TWO, row(1, "a", "30 menit") + row(2, "b", "45 menit") + row(3, "a", '"1,5 jam"'))
    assert minutes(found) == {"a": (120, 120), "b": (45, 45)}
    assert [load.rows for load in found.loads] == [("1", "3"), ("2",)]
    assert (found.left, found.rates, found.used) == ((), (), ())


def test_every_symbol_and_every_joint_role_spends_the_full_time() -> None:
    """A joint row of 20 menit takes 20 of each; a row of 10 menit with two symbols of a and one of b: 2 x 10 and 10.

    a: 20 + 20 = 40; b: 20 + 10 = 30. The end behind the branch is nobody's work.
    """
    symbols = (
        "  - nomor: 2\n    uraian: Menulis berkas\n    mutu_baku: {waktu: 10 menit}\n    simbol:\n"
        "      - {id: 2a, pelaksana: a, lanjut: 2b}\n      - {id: 2b, pelaksana: b, cabang: {Ya: 2c, Tidak: selesai}}\n"
        "      - {id: 2c, pelaksana: a, bentuk: selesai}\n"
    )
    found = effort(TWO, row(1, "[a, b]", "20 menit", ", lanjut: 2a") + symbols)
    assert minutes(found) == {"a": (40, 40), "b": (30, 30)}


def test_a_shared_time_is_spent_once_by_a_role() -> None:
    """Rows 1 to 3 share one hour: a, who has two of them, spends 60 menit, and so does b."""
    rows = row(1, "a", "1 jam") + row(2, "a", "{bersama: 1}") + row(3, "b", "{bersama: 1}")
    found = effort(TWO, rows)
    assert minutes(found) == {"a": (60, 60), "b": (60, 60)}
    assert [load.rows for load in found.loads] == [("1", "2"), ("3",)]


def test_ranges_run_through() -> None:
    """1-3 jam and maks. 30 menit: from 60 + 0 to 180 + 30."""
    found = effort(TWO, row(1, "a", "1-3 jam") + row(2, "a", "maks. 30 menit"))
    assert minutes(found) == {"a": (60, 210)}


def test_days_are_converted_and_the_numbers_named() -> None:
    """2 hari of 300 effective minutes are 600; of 7,5 jam, as a SOP says, 900, and 5 such days are a week of 2250."""
    usual = effort(TWO, row(1, "a", "2 hari"))
    assert minutes(usual) == {"a": (600, 600)}
    assert [given.as_json() for given in usual.used] == [
        {"key": "jam_per_hari", "number": 5, "stated": False}
    ]
    stated = effort(
        TWO, row(1, "a", "2 hari") + row(2, "b", "1 minggu"), "waktu_kerja: {jam_per_hari: '7,5'}\n"
    )
    assert minutes(stated) == {"a": (900, 900), "b": (2250, 2250)}
    assert [(given.key, given.stated) for given in stated.used] == [
        ("jam_per_hari", True),
        ("hari_per_minggu", False),
    ]


def test_what_cannot_be_minutes_of_work_is_left_out_and_named() -> None:
    """A month without its days, clock time, calendar days and a time that is not measured; 15 menit are left."""
    rows = (
        row(1, "a", "1 bulan")
        + row(2, "a", "1 x 24 jam")
        + row(3, "b", "7 hari kalender")
        + row(4, "b", "Segera")
        + row(5, "a", "15 menit")
    )
    found = effort(TWO, rows)
    left = (
        Left("1", Gap.UNIT, "1 bulan", (Unit.BULAN,)),
        Left("2", Gap.CLOCK, "1 x 24 jam"),
        Left("3", Gap.UNIT, "7 hari kalender", (Unit.HARI_KALENDER,)),
        Left("4", Gap.UNMEASURED, "Segera"),
    )
    assert found.left == left
    assert minutes(found) == {"a": (15, 15), "b": (0, 0)}
    assert [load.left for load in found.loads] == [left[:2], left[2:]]
    assert [load.rows for load in found.loads] == [("5",), ()]


def test_a_month_counts_where_the_sop_says_how_long_it_is() -> None:
    """1 bulan of 20 days of 300 menit: 20 x 300 = 6000 menit."""
    found = effort(TWO, row(1, "a", "1 bulan"), "waktu_kerja: {hari_per_bulan: 20}\n")
    assert (minutes(found), found.left) == ({"a": (6000, 6000)}, ())


def test_six_days_share_the_same_effective_week() -> None:
    """1500 menit a week over 6 days are 250 a day: 1 minggu is 1500 as ever, and 2 hari are 500."""
    found = effort(
        TWO, row(1, "a", "2 hari") + row(2, "b", "1 minggu"), "waktu_kerja: {hari_per_minggu: 6}\n"
    )
    assert minutes(found) == {"a": (500, 500), "b": (1500, 1500)}


@pytest.mark.parametrize("year", [PANRB, BKN])
@pytest.mark.parametrize("week", [5, 6])
def test_a_day_of_each_working_day_is_one_person(year: Year, week: int) -> None:
    """Who does a row of 1 hari on every working day of the year has the work of one person, no more and no less."""
    graph, sop = sop_of("{a: Staf}", row(1, "a", "1 hari"), f"waktu_kerja: {{hari_per_minggu: {week}}}\n")
    daily = Volume(Fraction(1), Period.HARI_KERJA)
    found = effort_of(graph, sop, effective(sop.waktu_kerja))
    (need,) = of(Job("contoh", "x", found, daily, Fraction(week)), year=year).needs
    assert need.people == (1, 1)


def test_a_rate_counts_once_and_is_marked() -> None:
    """2 menit/berkas is 2 menit a run; one that does not count at all is no rate that counts once."""
    found = effort(TWO, row(1, "a", "2 menit/berkas") + row(2, "a", "1 bulan/berkas"))
    assert (minutes(found), found.rates) == ({"a": (2, 2)}, (("1", "berkas"),))
    assert [left.row for left in found.left] == ["2"]


def test_how_often_times_are_spent_weighs_them() -> None:
    """Row 1 is done 1 1/2 times and row 2 half the time: 1,5 x 30 = 45 and 0,5 x 20 = 10.

    Row 3 is never come to: nothing is said of its time, which is not measured.
    """
    spent = {Owner(0, "a"): Fraction(3, 2), Owner(1, "b"): Fraction(1, 2)}
    rows = row(1, "a", "30 menit") + row(2, "b", "20 menit") + row(3, "b", "Segera")
    found = effort(TWO, rows, spent=spent)
    assert minutes(found) == {"a": (45, 45), "b": (10, 10)}
    assert [load.rows for load in found.loads] == [("1",), ("2",)]
    assert found.left == ()


def test_a_row_of_nobody_is_named() -> None:
    """Its 30 menit are nobody's, in a SOP that is not sound; a role that acts in the same row has its own all the same."""
    rows = row(1, "a", "1 jam") + "  - {nomor: 2, uraian: Memeriksa berkas, mutu_baku: {waktu: 30 menit}}\n"
    compiled = compile_source(SourceFile("x.yaml", f"{HEAD}pelaksana: {TWO}\nkegiatan:\n{rows}"))
    assert compiled.sop is not None
    assert compiled.graph is not None
    found = effort_of(compiled.graph, compiled.sop, effective(None))
    assert minutes(found) == {"a": (60, 60)}
    assert found.left == (Left("2", Gap.NOBODY, "30 menit"),)
    assert not of(job("x", found)).complete


@given(st.integers(0, 400))
def test_each_row_once_is_what_the_roles_share(seed: int) -> None:
    """The minutes of a run are the work that the shares of the roles name, where nothing is left out."""
    graph, sop = _generated(seed)
    conversion = Conversion.of(sop.waktu_kerja)
    found = effort_of(graph, sop, conversion)
    shares = {share.role: share.work for share in shares_of(graph, tuple(sop.pelaksana)).roles}
    assert sum(load.low for load in found.loads) <= sum(load.high for load in found.loads)
    for load in found.loads:
        if all(left.gap is Gap.UNMEASURED for left in load.left):
            low = conversion.in_unit(shares[load.role].low, Unit.MENIT)
            high = conversion.in_unit(shares[load.role].high, Unit.MENIT)
            assert (load.low, load.high) == (low, high)


@given(st.integers(0, 400))
def test_what_is_expected_of_all_roles_is_the_expected_work(seed: int) -> None:
    """Where all times can be converted, the roles' minutes are the chain's own work, loops and shared times included."""
    graph, sop = _generated(seed)
    assume(not any(row.mutu_baku.waktu.clock for row in sop.kegiatan))
    conversion = Conversion((*Conversion.of(None).basis, Given(PER_MONTH, Fraction(21), stated=True)))
    found = expected(graph, conversion, sop=sop)
    assume(found.work is not None and not found.error)
    assert found.work is not None
    effort = effort_of(graph, sop, conversion, found.spent)
    assume(all(left.gap is Gap.UNMEASURED for left in effort.left))
    low, high = (conversion.in_unit(end, Unit.MENIT) for end in (found.work.low, found.work.high))
    assert (sum(load.low for load in effort.loads), sum(load.high for load in effort.loads)) == (low, high)


def _generated(seed: int) -> tuple[ProcessGraph, Sop]:
    compiled = compile_source(SourceFile("x.yaml", json.dumps(random_sop(seed))))
    assert compiled.sop is not None
    assert compiled.graph is not None
    return compiled.graph, compiled.sop


@pytest.mark.parametrize(
    ("period", "panrb", "bkn"),
    [
        (Period.TAHUN, 3, 3),
        (Period.SEMESTER, 6, 6),
        (Period.TRIWULAN, 12, 12),
        (Period.BULAN, 36, 36),
        (Period.MINGGU, 150, 144),
        (Period.HARI_KERJA, 750, 720),
    ],
)
def test_runs_a_year(period: Period, panrb: int, bkn: int) -> None:
    """Three times each: 75,000 minutes by 1,500 are 50 weeks or 250 days; 72,000 are 48 weeks or 240 days."""
    volume = Volume(Fraction(3), period)
    assert (volume.a_year(PANRB, FIVE), volume.a_year(BKN, FIVE)) == (panrb, bkn)


def test_runs_of_six_days_a_week() -> None:
    """50 weeks are 300 working days; 287 days that are given are 287 / 6 weeks, so that 12/minggu are 574 runs."""
    assert Volume(Fraction(1), Period.HARI_KERJA).a_year(PANRB, Fraction(6)) == 300
    assert Volume(Fraction(1), Period.MINGGU).a_year(PANRB, Fraction(6)) == 50
    year = Year(75_000, "PermenPAN-RB 1/2020", Fraction(287))
    assert Volume(Fraction(12), Period.MINGGU).a_year(year, Fraction(6)) == 574


def test_working_days_may_be_given() -> None:
    """With 230 days a year, 2/minggu are 2 x 230 / 5 = 92 runs."""
    year = Year(75_000, "PermenPAN-RB 1/2020", Fraction(230))
    assert Volume(Fraction(2), Period.MINGGU).a_year(year, FIVE) == 92
    assert str(Volume(Fraction(3, 2), Period.MINGGU)) == "1,5/minggu"


def job(name: str, found: Effort, often: int = 100, agency: str = "contoh") -> Job:
    """A SOP that is run so often a year."""
    return Job(agency, name, found, Volume(Fraction(often), Period.TAHUN), FIVE)


def of(*jobs: Job, year: Year = PANRB) -> Workload:
    """The workload of SOPs."""
    return workload(jobs, year, role_key)


def figures(need: Need) -> tuple[str, int, int, tuple[int, int]]:
    """Heading, minutes and whole people of a role."""
    return need.heading, int(need.low), int(need.high), need.whole


def test_roles_of_one_agency_are_added_up() -> None:
    """Kasubbag TU in x: 600 runs of 100 menit = 60000; in y, spelt out: 50 of 300-600 = 15000-30000.

    Together 75000-90000 menit: 1 to 1,2 persons of 75000, so 1 to 2 people. Staf: 600 x 10 = 6000, 0,08 of one.
    """
    x = effort("{k: Kasubbag TU, s: Staf}", row(1, "k", "100 menit") + row(2, "s", "10 menit"))
    y = effort("{t: KASUB.BAG.  TU}", row(1, "t", "5-10 jam"))
    found = of(job("x", x, 600), job("y", y, 50))
    assert [figures(need) for need in found.needs] == [
        ("Kasubbag TU", 75000, 90000, (1, 2)),
        ("Staf", 6000, 6000, (1, 1)),
    ]
    first, second = found.needs
    assert first.headings == ("Kasubbag TU", "KASUB.BAG. TU")
    assert [(duty.job.sop, duty.low, duty.high) for duty in first.duties] == [
        ("x", 60000, 60000),
        ("y", 15000, 30000),
    ]
    assert (first.people, second.people) == ((1, Fraction(6, 5)), (Fraction(2, 25), Fraction(2, 25)))
    assert (found.low, found.high, found.whole) == (81000, 96000, (2, 3))
    assert found.people == (Fraction(27, 25), Fraction(32, 25))


def test_roles_of_two_agencies_are_two() -> None:
    """One heading in two agencies is two people's work."""
    one = effort("{a: Staf}", row(1, "a", "1 jam"))
    found = of(job("x", one), job("y", one, agency="lain"))
    assert [(need.agency, *figures(need)) for need in found.needs] == [
        ("contoh", "Staf", 6000, 6000, (1, 1)),
        ("lain", "Staf", 6000, 6000, (1, 1)),
    ]


def test_the_year_decides_how_many_people() -> None:
    """73800 menit: 0,984 of 75000, which is one; 1,025 of 72000, which is two."""
    one = effort("{a: Staf}", row(1, "a", "738 menit"))
    assert [of(job("x", one), year=year).needs[0].whole for year in (PANRB, BKN)] == [(1, 1), (2, 2)]


@pytest.mark.parametrize(
    ("stated", "time", "enough"),
    [
        (1, "750 menit", True),
        (1, "751 menit", False),
        (2, "751 menit", True),
        (1, "700-800 menit", None),
        (2, "700-800 menit", True),
        (1, "800-900 menit", False),
    ],
)
def test_people_against_those_stated(stated: int, time: str, enough: bool | None) -> None:
    """100 runs: 750 menit each are one person's 75000; a minute more takes two."""
    roles = f"{{a: {{nama: Staf, jumlah: {stated}}}}}"
    (need,) = of(job("x", effort(roles, row(1, "a", time)))).needs
    assert (need.stated, need.enough) == ((stated,), enough)


def test_nothing_is_enough_for_what_is_not_known() -> None:
    """A row that is left out may take any time: one person may not be enough, and where too few are there, they are."""
    few = effort("{a: {nama: Staf, jumlah: 1}}", row(1, "a", "1 menit") + row(2, "a", "Segera"))
    (need,) = of(job("x", few)).needs
    assert (need.complete, need.measured, need.enough) == (False, True, None)
    (need,) = of(job("x", few, 100_000)).needs
    assert (need.whole, need.enough) == ((2, 2), False)


def test_people_are_stated_only_where_the_sop_says_so() -> None:
    """The usual 1 is no statement; two SOPs may say different numbers, and then nobody can tell."""
    one = effort("{a: {nama: Staf, jumlah: 2}}", row(1, "a", "1 jam"))
    other = effort("{a: {nama: Staf, jumlah: 3}}", row(1, "a", "1 jam"))
    silent = effort("{a: Staf}", row(1, "a", "1 jam"))
    (need,) = of(job("x", one), job("y", other), job("z", silent)).needs
    assert (need.stated, need.enough) == ((2, 3), None)
    (need,) = of(job("z", silent)).needs
    assert (need.stated, need.enough) == ((), None)


def test_a_role_of_which_nothing_is_measured() -> None:
    """It has no figures, whatever the sum of nothing is."""
    (need,) = of(job("x", effort("{a: Staf}", row(1, "a", "Segera")))).needs
    assert (need.measured, need.complete) == (False, False)


def test_rows_of_nobody_make_the_whole_incomplete() -> None:
    """A SOP whose rows all name nobody has no role that could say so."""
    full = effort("{a: Staf}", row(1, "a", "1 jam"))
    nobody = Effort((), (Left("1", Gap.NOBODY, "1 jam"),))
    assert of(job("x", full)).complete
    assert not of(job("x", full), job("y", nobody)).complete
