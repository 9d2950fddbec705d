"""What somebody means who names a SOP, and whose it is."""

from dataclasses import replace

import pytest

from sop_engine.rules.institutions import Institutions, by_agency
from sop_engine.rules.sop_names import name_key
from sop_engine.rules.sop_register import Register
from tests.rules.briefs import sop


def registered(*asked: str) -> Register:
    """A register of two SOPs, one of which has a number, and names these."""
    return Register(
        [
            sop("a", nama="Pengumpulan Data Kinerja", nomor="07 / SOP", keterkaitan=asked),
            sop("b", nama="Pengelolaan Pengaduan"),
        ]
    )


@pytest.mark.parametrize(
    ("item", "verdict"),
    [
        ("SOP Pengumpulan Data Kinerja", (True, None)),
        ("SOP Pengumpulan DataKinerja", (True, None)),
        ("SOP Pengumpulan Data", (True, None)),
        ("SOP PDK", (False, None)),
        ("SOP Pengumpulan DK", (True, None)),
        ("SOP Pengumpulan Dakin", (True, None)),
        ("SOP Pengumpulan Rekap", (False, None)),
        ("SOP Mekanisme Pengumpulan Data Kinerja Triwulan", (True, None)),
        ("SOP Pengumpulan Data Kinreja", (False, "pengumpulan data kinerja")),
        ("SOP Pengumpulan Data Keuangan", (False, None)),
        ("SOP Pengelolaan Pengadaan", (False, None)),
        ("Pengelolaan", (False, None)),
    ],
)
def test_register(item: str, verdict: tuple[bool, str | None]) -> None:
    """Names are known by more or fewer words, and misspelt by a slip in one of them."""
    register = registered(item)
    register.look_up(name_key(item))
    assert register.verdicts == {name_key(item): verdict}


def test_register_knows_numbers_and_what_stands_behind_them() -> None:
    """A SOP may be named by its number."""
    register = registered()
    register.look_up("x", "07/sop")
    register.look_up("y", "99/sop", "Pengelolaan Pengaduan")
    register.look_up("z", "99/sop", "Lain Sekali")
    assert register.verdicts == {"x": (True, None), "y": (True, None), "z": (False, None)}


def test_likest_name() -> None:
    """What is offered is very like what was written."""
    register = registered()
    assert register.likest("pengelolaan pengadaan") == "Pengelolaan Pengaduan"
    assert register.likest("pengelolaan keuangan") is None
    assert register.likest("lain sekali") is None


@pytest.mark.parametrize(
    ("item", "elsewhere"),
    [
        ("SOP Pencairan Dana Dinas Kesehatan", True),
        ("SOP Pencairan Dana BPKAD", True),
        ("SOP Pelayanan Rumah Sakit Harapan", True),
        ("SOP Perjalanan Dinas", False),
        ("SOP Surat Masuk Dinas Sosial", False),
        ("SOP Pencairan Dana", False),
    ],
)
def test_institutions(item: str, elsewhere: bool) -> None:
    """A name that is checked too, or looks like that of another office."""
    mine = sop(agency="dinsos", instansi="Dinas Sosial")
    others = [sop(agency="rs", instansi="Rumah Sakit Harapan"), sop(agency="x", instansi="Dana")]
    assert Institutions([mine, *others]).is_elsewhere(item, mine) is elsewhere


def test_agencies_with_several_sops() -> None:
    """One SOP alone has none to be compared with, and nobody knows whose one without an agency is."""
    one, two, alone = sop("1", "a"), sop("2", "a"), sop("3", "b")
    lost = [replace(sop(name), agency=None) for name in "45"]
    assert by_agency([alone, one, *lost, two]) == {"a": [one, two]}
