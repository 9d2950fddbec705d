"""What each role has of a procedure's time."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine import compile_sop
from sop_engine.analysis.conversion import Conversion, Given
from sop_engine.analysis.shares import Measured, Part, measured_by, shares_of
from sop_engine.analysis.total import Total, total
from sop_engine.model.satuan import Amount, Unit
from sop_engine.model.sop import WaktuKerja
from sop_engine.model.waktu import parse_waktu
from tests.layout.generator import random_sop

ROWS = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf, kasubbag: Kasubbag, kepala: Kepala, tamu: Tamu}
kegiatan:
"""
ROLES = ("staf", "kasubbag", "kepala", "tamu")
USUAL = Conversion.of(None)


def shares(rows: str):
    """The shares of these rows, each role as its rows, elapsed time, work and rows without a time."""
    graph = compile_sop(ROWS + rows).graph
    assert graph is not None
    found = shares_of(graph, ROLES)
    told = {
        one.role: ([row + 1 for row in one.rows], str(one.elapsed), str(one.work), len(one.unmeasured))
        for one in found.roles
    }
    return found, told


def times(*texts: str) -> Total:
    """The sum of these times."""
    return total(map(parse_waktu, texts))


def test_each_role_has_the_rows_in_which_it_acts():
    """Staf: 30 + 15 menit; kasubbag: 1 jam; tamu does nothing. All work: 30 + 60 + 15 menit = 1 jam 45 menit."""
    found, told = shares(
        """\
  - {nomor: 1, uraian: A, pelaksana: staf, mutu_baku: {waktu: 30 menit}}
  - {nomor: 2, uraian: B, pelaksana: kasubbag, mutu_baku: {waktu: 1 jam}}
  - {nomor: 3, uraian: C, pelaksana: staf, mutu_baku: {waktu: 15 menit}}
  - {nomor: 4, uraian: D, pelaksana: kepala, mutu_baku: {waktu: Segera}}
"""
    )
    assert told == {
        "staf": ([1, 3], "45 menit", "45 menit", 0),
        "kasubbag": ([2], "1 jam", "1 jam", 0),
        "kepala": ([4], "tidak terukur", "tidak terukur", 1),
        "tamu": ([], "tidak terukur", "tidak terukur", 0),
    }
    assert (str(found.work), found.joint, found.clock) == ("1 jam 45 menit", (), ())


def test_a_joint_activity_counts_for_each_of_its_roles():
    """Two roles at 2 hari each: 4 hari of work, though the row takes 2 hari; the row is named."""
    found, told = shares(
        """\
  - {nomor: 1, uraian: A, pelaksana: [staf, kepala], mutu_baku: {waktu: 2 hari}}
  - {nomor: 2, uraian: B, pelaksana: staf, mutu_baku: {waktu: 1 x 24 jam}}
"""
    )
    assert told["staf"] == ([1, 2], "2 hari 24 jam", "2 hari 24 jam", 0)
    assert told["kepala"] == ([1], "2 hari", "2 hari", 0)
    assert (str(found.work), found.joint, found.clock) == ("4 hari 24 jam", (0,), (1,))


def test_every_symbol_of_a_row_takes_its_full_time():
    """Staf has two of three symbols: elapsed 1 hari, work 2; kepala 1 and 1; together 3 hari."""
    found, told = shares(
        """\
  - nomor: 1
    uraian: A
    simbol:
      - {pelaksana: staf, lanjut: 1b}
      - {pelaksana: kepala, lanjut: 1c}
      - {pelaksana: staf, bentuk: selesai}
    mutu_baku: {waktu: 1 hari}
"""
    )
    assert told["staf"] == ([1], "1 hari", "2 hari", 0)
    assert told["kepala"] == ([1], "1 hari", "1 hari", 0)
    assert (str(found.work), found.joint) == ("3 hari", (0,))


def test_a_shared_time_is_spent_once_by_a_role():
    """Rows 1 to 3 are one cell of 2 jam: staf acts in two of them and spends 2 jam, kepala in one and spends 2 too."""
    found, told = shares(
        """\
  - {nomor: 1, uraian: A, pelaksana: staf, mutu_baku: {waktu: 2 jam}}
  - {nomor: 2, uraian: B, pelaksana: kepala, mutu_baku: {waktu: {bersama: 1}}}
  - {nomor: 3, uraian: C, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}
"""
    )
    assert told["staf"] == ([1, 3], "2 jam", "2 jam", 0)
    assert told["kepala"] == ([2], "2 jam", "2 jam", 0)
    assert str(found.work) == "4 jam"


def test_ranges_run_through():
    """1-2 jam and maks. 30 menit: 1 jam to 2 jam 30 menit."""
    _, told = shares(
        """\
  - {nomor: 1, uraian: A, pelaksana: staf, mutu_baku: {waktu: 1-2 jam}}
  - {nomor: 2, uraian: B, pelaksana: staf, mutu_baku: {waktu: maks. 30 menit}}
"""
    )
    assert told["staf"][2] == "1 jam - 2 jam 30 menit"


def test_the_end_behind_a_branch_is_nobodys_work():
    """A branch to ``selesai`` adds a symbol that takes no time."""
    found, told = shares(
        """\
  - {nomor: 1, uraian: A, pelaksana: staf, cabang: {Ya: 2, Tidak: selesai}, mutu_baku: {waktu: 1 jam}}
  - {nomor: 2, uraian: B, pelaksana: kepala, mutu_baku: {waktu: 1 jam}}
"""
    )
    assert told["staf"] == ([1], "1 jam", "1 jam", 0)
    assert str(found.work) == "2 jam"


@pytest.mark.parametrize(
    ("part", "whole", "low", "high", "keys"),
    [
        # 15 of 60 minutes, without any conversion.
        (["15 menit"], ["1 jam"], Fraction(1, 4), Fraction(1, 4), []),
        # A day of three, whatever a day is.
        (["1 hari"], ["2 hari kerja", "1 hari"], Fraction(1, 3), Fraction(1, 3), []),
        (["1 bulan"], ["1 tahun"], Fraction(1, 12), Fraction(1, 12), []),
        # 7,5 of 10 hours.
        (["1 hari"], ["1 hari", "2 jam 30 menit"], Fraction(3, 4), Fraction(3, 4), ["jam_per_hari"]),
        # A day of a week of five, however long a day is.
        (["1 hari"], ["1 minggu"], Fraction(1, 5), Fraction(1, 5), ["hari_per_minggu"]),
        # At the lower ends 1 of 2, at the upper ones 3 of 4.
        (["1-3 jam"], ["1-3 jam", "1 jam"], Fraction(1, 2), Fraction(3, 4), []),
        # Where the whole is nothing at its lower end, the upper one says it.
        (["maks. 1 jam"], ["maks. 4 jam"], Fraction(1, 4), Fraction(1, 4), []),
        (["Segera"], ["4 jam"], Fraction(0), Fraction(0), []),
    ],
)
def test_a_part_of_a_whole(part, whole, low, high, keys):
    """Exact, naming only the numbers that it took."""
    found = measured_by([times(*part)], times(*whole), USUAL)
    assert found.parts == (Part(low, high),)
    assert [one.key for one in found.basis] == keys


def test_a_month_of_days_needs_no_hours():
    """2 hari of 1 bulan, which the SOP says has 20 of them: a tenth."""
    stated = Conversion.of(WaktuKerja.model_validate({"hari_per_bulan": "20"}))
    found = measured_by([times("2 hari")], times("1 bulan"), stated)
    assert found == Measured(
        (Part(Fraction(1, 10), Fraction(1, 10)),), (Given("hari_per_bulan", Fraction(20), stated=True),)
    )


@pytest.mark.parametrize(
    ("part", "whole", "clock", "obstacles"),
    [
        ("1 hari", "3 hari kalender", False, (Unit.HARI_KALENDER,)),
        ("1 bulan", "1 bulan 3 hari", False, (Unit.BULAN,)),
        ("1 hari", "2 hari 24 jam", True, ()),
        ("Segera", "Segera", False, ()),
    ],
)
def test_no_part_where_units_are_in_the_way(part, whole, clock, obstacles):
    """Never a guess: calendar days, months of unknown length, clock time beside days, and nothing at all."""
    assert measured_by([times(part)], times(whole), USUAL, clock=clock) == Measured(obstacles=obstacles)


def test_clock_time_among_hours_needs_no_conversion():
    """24 of 48 hours are a half."""
    found = measured_by([times("1 x 24 jam")], times("48 jam"), USUAL, clock=True)
    assert found == Measured((Part(Fraction(1, 2), Fraction(1, 2)),))


def test_the_basis_says_whether_it_is_stated():
    """The usual day is told as such."""
    found = measured_by([times("1 jam")], times("1 hari"), USUAL)
    assert found.basis == (Given("jam_per_hari", Fraction(15, 2), stated=False),)


@given(st.integers(0, 200))
def test_the_work_of_all_roles_is_the_sum_of_their_work(seed):
    """On generated procedures: parts of it add up to one, and no role's rows exceed the total by themselves."""
    compiled = compile_sop(json.dumps(random_sop(seed)) + "\n")
    assert compiled.graph is not None
    assert compiled.sop is not None
    assert compiled.total is not None
    found = shares_of(compiled.graph, list(compiled.sop.pelaksana))
    work = [one.work for one in found.roles]
    assert Amount.sum(one.low for one in work).carried() == found.work.low
    assert Amount.sum(one.high for one in work).carried() == found.work.high
    parts = measured_by(work, found.work, USUAL).parts
    if parts:
        assert sum(part.low for part in parts) == 1
        assert sum(part.high for part in parts) == 1
    for part in measured_by([one.elapsed for one in found.roles], compiled.total, USUAL).parts:
        assert 0 <= part.low <= 1
        assert 0 <= part.high <= 1
