"""Items that are one item torn into two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.rules.torn import torn_pieces, torn_regulations

UU = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
REGULATIONS = [
    ((f"{UU};", "PP 8/2008;"), ()),
    ((UU, "PP 8/2008", "Perpres 29 Tahun 2014"), ()),
    ((UU, "Renstra Dinas"), ()),
    ((UU, "Rencana Kerja Tahunan", "PP 8/2008;"), ()),
    ((f"{UU};", UU, "Dokumen anggaran;"), ()),
    ((f"{UU};", f"{UU} dan", "Perluasannya di Daerah;"), (2,)),
    ((f"{UU} di", "Lingkungan Pemerintah Daerah"), (1,)),
    ((f"{UU};", UU, "Lingkungan Pemerintah Daerah;"), (2,)),
    (
        ("Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi", "Birokrasi Nomor 53 Tahun 2014"),
        (1,),
    ),
    ((UU, "dan perubahannya"), (1,)),
    ((UU, "tupoksi dinas"), ()),
    ((f"{UU},", "Lingkungan"), (1,)),
    (("Peraturan Bupati tentang Pelimpahan Kewenang-", "an kepada Camat"), (1,)),
    (("Renstra", "dan Renja"), ()),
    ((f"{UU} sebagaimana telah diubah dengan", "UU Nomor 9 Tahun 2015"), (1,)),
    (("PP No 96 Tahun 2012 tentang Pelaksanaan", UU), (1,)),
    ((f"{UU};", "Sebagaimana telah diubah terakhir dengan UU Nomor 9 Tahun 2015"), (1,)),
    (("PP 8/2008;", "(Lembaran Negara Tahun 2008 Nomor 21);", "UU 25/2009;"), (1,)),
    ((f"{UU} (Lembaran Negara", "Republik Indonesia Tahun 2009 Nomor 112)", "Renstra"), (1,)),
    ((f"{UU},", "Perbup Nomor 6 Tahun 2020,", "Bagan organisasi"), ()),
    ((f"{UU},", "DPA Tahun 2023"), ()),
    ((f"{UU};", "Perwali Nomor 12 Tahun 2020 tentang Susunan Organisasi,", "Tugas dan Fungsi;"), (2,)),
    ((f"{UU} dan", "PP 8/2008"), ()),
    ((), ()),
    ((UU,), ()),
]
OTHERS = [
    (("Komputer", "ATK"), ()),
    (("Teliti;", "Tepat waktu; dan", "Jujur."), ()),
    (("komputer,", "printer, dan", "ATK"), ()),
    (("Komputer,", "Printer,", "ATK"), ()),
    (("Komputer,", "Printer"), ()),
    (("SOP Surat Masuk dan", "SOP Surat Keluar"), ()),
    (("Komputer dan", "printer", "ATK"), (1,)),
    (("Surat masuk,", "lembar disposisi", "Agenda"), (1,)),
    (("Buku agenda (surat masuk", "dan surat keluar)"), (1,)),
    (("Komputer (laptop", "Printer"), ()),
    (("Komputer (laptop) dan printer (LAN)", "Buku agenda (surat"), ()),
    (("Komputer/", "Laptop"), (1,)),
    (("Apabila SOP ini tidak dilaksanakan maka pelayanan", "akan terhambat"), (1,)),
    (("Jika data tidak lengkap maka", "laporan tidak dapat disusun"), (1,)),
    (("Pelayanan terhambat;", "akan ada pengaduan"), ()),
    (("komputer", "untuk operator"), ()),
    (("Memiliki kemampuan", "menyusun laporan"), ()),
    (("Pertang-", "gungjawaban"), (1,)),
    (("Peraturan yang terkait dengan", "Arsip"), (1,)),
    (("Memahami DI", "x"), (1,)),
]


@pytest.mark.parametrize(("items", "torn"), REGULATIONS)
def test_regulations(items: tuple[str, ...], torn: tuple[int, ...]) -> None:
    """The second half opens no citation, and the first is not finished."""
    assert torn_regulations(items) == torn


@pytest.mark.parametrize(("items", "torn"), OTHERS)
def test_other_lists(items: tuple[str, ...], torn: tuple[int, ...]) -> None:
    """Only what nobody can doubt; ways of writing an enumeration are none."""
    assert torn_pieces(items) == torn


@given(
    st.lists(st.one_of(st.text(), st.sampled_from([UU, "dan", "(", ")", "x-", "Nomor 5 Tahun 2010"]))).map(
        tuple
    )
)
def test_any_list(items: tuple[str, ...]) -> None:
    """No list raises; the first item is never a second half, and they come in order."""
    for found in (torn_regulations(items), torn_pieces(items)):
        assert list(found) == sorted({at for at in found if 0 < at < len(items)})


def test_very_long_lists() -> None:
    """Ten thousand items are looked at once."""
    assert torn_pieces(("Surat yang",) * 10_000) == tuple(range(1, 10_000))
    assert torn_pieces(("surat,",) * 10_000) == ()
    assert torn_regulations((UU,) * 10_000) == ()
    assert torn_regulations((UU, "Renstra") * 5_000) == ()
