"""Every fixer: what stands in a file before and after it, to the letter."""

import pytest

from sop_engine.authoring import rereading
from sop_engine.authoring.fixers.registry import FIXERS, TIDINESS, fixers_of
from sop_engine.authoring.fixing import fix_of, mended
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic
from sop_engine.edits import changed
from sop_engine.pipeline import compile_source
from sop_engine.rules import own_list_marker
from sop_engine.rules.choice import Choice, default_choice
from sop_engine.rules.kinds import kinds
from sop_engine.source import SourceFile

CHOICE = Choice(default_choice().off - TIDINESS)

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
identitas: {nama: Penyusunan Laporan}
pelaksana: {staf: Staf Penyusun, kabag: Kepala Bagian}
"""
ROWS = """\
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
"""
IDENTITY = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
pelaksana: {staf: Staf Penyusun, kabag: Kepala Bagian}
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
identitas:
  nama: Penyusunan Laporan
"""


def row(text: str) -> str:
    """A definition with one row in block style, and a second one behind it."""
    return (
        f"{HEAD}kegiatan:\n  - nomor: 1\n    uraian: Menyusun konsep\n    pelaksana: staf\n{text}"
        "  - nomor: 2\n    uraian: Mengirim konsep\n    pelaksana: kabag\n"
    )


def silenced(codes: str) -> str:
    """A definition whose identity silences some findings; that it has no number is one of them."""
    return HEAD.replace("Laporan}", f"Laporan}}  # sop: abaikan {codes}") + ROWS


def uraian(text: str) -> str:
    """A definition with one activity."""
    return f"{HEAD}kegiatan:\n  - nomor: 1\n    uraian: {text}\n    pelaksana: staf\n"


def numbered(first: str, second: str, third: str, target: str) -> str:
    """Three rows, of which the second is a decision."""
    return (
        f"{HEAD}kegiatan:\n"
        f"  - {{nomor: {first}, uraian: Menyusun konsep, pelaksana: staf}}  # awal\n"
        f"  - nomor: {second}\n    uraian: Memeriksa konsep\n    pelaksana: kabag\n"
        f"    cabang: {{Ya: {target}, Tidak: {first}}}\n"
        f"  - {{nomor: {third}, uraian: Mengirim konsep, pelaksana: staf}}\n"
    )


SAFE = [
    ("SOP021", silenced("SOP602, SOP307"), silenced("SOP602")),
    ("SOP021", silenced("SOP307, SOP602 sengaja"), silenced("SOP602 sengaja")),
    ("SOP021", row("    # sop: abaikan SOP307\n"), row("")),
    ("SOP021", row("    # sop: abaikan SOP307 memang begitu\n"), row("    # memang begitu\n")),
    ("SOP021", row("    teks: a  # sop: abaikan SOP307\n"), row("    teks: a\n")),
    ("SOP021", row("    teks: a # sop: abaikan SOP307 - memang\n"), row("    teks: a  # memang\n")),
    ("SOP022", HEAD + "# catatan \t\n" + ROWS + "   \n", HEAD + "# catatan\n" + ROWS + "\n"),
    ("SOP101", row("    Teks: a\n"), row("    teks: a\n")),
    ("SOP104", HEAD + ROWS + "tampilan: {kertas: 'a4'}\n", HEAD + ROWS + "tampilan: {kertas: 'A4'}\n"),
    ("SOP104", HEAD.replace("contoh", "CONTOH") + ROWS, HEAD + ROWS),
    ("SOP104", row("    bentuk: Proses\n"), row("    bentuk: proses\n")),
    ("SOP205", numbered("1", "2", "3", "3").replace("  - nomor: 2", "  - {uraian: Mencatat konsep, pelaksana: staf}\n  - nomor: 2"),
     numbered("1", "3", "4", "4").replace("  - nomor: 3",
                                          "  - {nomor: 2, uraian: Mencatat konsep, pelaksana: staf}\n  - nomor: 3")),
    ("SOP205", row("").replace("nomor: 2", "nomor: 1"), row("")),
    ("SOP207", HEAD + ROWS + "  - {nomor: 1, id: b, uraian: Mengirim konsep, pelaksana: kabag}\n",
     HEAD + ROWS + "  - {nomor: 2, id: b, uraian: Mengirim konsep, pelaksana: kabag}\n"),
    ("SOP208", HEAD + ROWS + "  - {id: b, uraian: Mengirim konsep, pelaksana: kabag}\n",
     HEAD + ROWS + "  - {nomor: 2, id: b, uraian: Mengirim konsep, pelaksana: kabag}\n"),
    ("SOP209", numbered("2", "4.", "7", "7"), numbered("1", "2.", "3", "3")),
    ("SOP209", numbered("2", "3", "4", "4").replace("awal", "SE Nomor 3 Tahun 2020, kegiatan 3 hari, langkah 9"),
     numbered("1", "2", "3", "3").replace("awal", "SE Nomor 3 Tahun 2020, kegiatan 3 hari, langkah 9")),
    ("SOP511", row("    mutu_baku: {waktu: '7 (tujuh) hari kerja'}\n"), row("    mutu_baku: {waktu: '7 hari kerja'}\n")),
    ("SOP511", row("    mutu_baku: {waktu: 30menit}\n"), row("    mutu_baku: {waktu: 30 menit}\n")),
    ("SOP615", IDENTITY + "  peringatan:\n    - 1. Terlambat\n    - '2. Tertunda'  # dua\n",
     IDENTITY + "  peringatan:\n    - Terlambat\n    - 'Tertunda'  # dua\n"),
    ("SOP615", IDENTITY + "  peringatan:\n    - '- [Terlambat]'\n    - • Tertunda\n",
     IDENTITY + "  peringatan:\n    - '[Terlambat]'\n    - Tertunda\n"),
    ("SOP615", IDENTITY + "  peringatan:\n    - '1.  Kata ''ini'''  # satu\n",
     IDENTITY + "  peringatan:\n    - 'Kata ''ini'''  # satu\n"),
    ("SOP616", IDENTITY + "  tanggal_efektif: 02/06/2025\n", IDENTITY + "  tanggal_efektif: 2025-06-02\n"),
    ("SOP617", IDENTITY + "  disahkan_oleh: {jabatan: K, nip: '197402131993031002'}\n",
     IDENTITY + "  disahkan_oleh: {jabatan: K, nip: '19740213 199303 1 002'}\n"),
]  # fmt: skip

UNSAFE = [
    ("SOP001", uraian("Menyusun: konsep  # nota"), uraian("'Menyusun: konsep'  # nota")),
    ("SOP001", uraian("@budi 'x'"), uraian("'@budi ''x'''")),
    ("SOP001", uraian('"Menyusun" konsep'), uraian("'\"Menyusun\" konsep'")),
    ("SOP001", row("    mutu_baku:\n      waktu: -\n"), row("    mutu_baku:\n      waktu: '-'\n")),
    ("SOP001", row("\t\tteks: a\n"), row("    teks: a\n")),
    ("SOP001", row("\t\tteks: a\tb\n\t\n").replace("    uraian: Meng", "  \xa0\turaian: Meng").replace("  - nomor: 2", "\t-\tnomor: 2"),
     row("    teks: a\tb\n\t\n").replace("    uraian: Meng", "     uraian: Meng").replace("- nomor: 2", "-  nomor: 2")),
    ("SOP001", row("    teks: a\n").replace("pelaksana: staf\n", "pelaksana:staf\n"), row("    teks: a\n")),
    ("SOP001", row("").replace("  - nomor: 2", "  -nomor: 2"), row("")),
    ("SOP001", row("").replace("- nomor: 2", "- nomor = 2"), row("")),
    ("SOP001", row("").replace("    uraian: M", "  \xa0 uraian: M"), row("")),
    ("SOP009", uraian("Mengirim surat # 3"), uraian("'Mengirim surat # 3'")),
    ("SOP101", row("    tekss: a\n"), row("    teks: a\n")),
    ("SOP101", row("    waktu: 1 hari\n"), row("    mutu_baku:\n      waktu: 1 hari\n")),
    ("SOP101", HEAD + ROWS.replace("staf}", "staf, waktu: 1 hari}"), HEAD + ROWS.replace("staf}", "staf, mutu_baku: {waktu: 1 hari}}")),
    ("SOP101", row("  - waktu: 1 hari  # lama\n"), row("  - mutu_baku:  # lama\n      waktu: 1 hari\n")),
    ("SOP102", row("").removeprefix("versi_format: 1\n"), row("")),
    ("SOP103", IDENTITY.replace("nama: P", "nama:P"), IDENTITY),
    ("SOP103", row("    cabang: {Ya:2, Tidak: 1}\n"), row("    cabang: {Ya: 2, Tidak: 1}\n")),
    ("SOP104", HEAD.replace(": 1\n", ": 1.0\n", 1) + ROWS, HEAD + ROWS),
    ("SOP104", HEAD.replace("contoh", "contoh kota") + ROWS, HEAD.replace("contoh", "contoh-kota") + ROWS),
    ("SOP104", row("    disimpulkan: [urian]\n"), row("    disimpulkan: [uraian]\n")),
    ("SOP105", IDENTITY + "  tanggal_efektif: 2 Jnuari 2023\n", IDENTITY + "  tanggal_efektif: 2 Januari 2023\n"),
    ("SOP201", row("").replace("kabag\n", "kabga\n"), row("")),
    ("SOP201", row("").replace(": kabag\n", ": staf, kabag\n"), row("").replace(": kabag\n", ": [staf, kabag]\n")),
    ("SOP202", row("    id: mulai-1\n    lanjut: kirmi\n").replace("nomor: 2", "nomor: 2\n    id: kirim"),
     row("    id: mulai-1\n    lanjut: kirim\n").replace("nomor: 2", "nomor: 2\n    id: kirim")),
    ("SOP202", row("    lanjut: 2, selesai\n"), row("    lanjut: [2, selesai]\n")),
    ("SOP209", numbered("2", "3", "4", "4").replace("Mengirim konsep", "Kembali ke langkah 3"),
     numbered("1", "2", "3", "3").replace("Mengirim konsep", "Kembali ke langkah 3")),
    ("SOP209", numbered("2", "3", "4", "4").replace("awal", "dipakai pada kegiatan no. 8 dan 4"),
     numbered("1", "2", "3", "3").replace("awal", "dipakai pada kegiatan no. 8 dan 4")),
    ("SOP402", row("").replace(": kabag\n", ": [kabag, staf, kabag]\n"), row("").replace(": kabag\n", ": [kabag, staf]\n")),
    ("SOP500", row("    mutu_baku: {waktu: 30 minit}\n"), row("    mutu_baku: {waktu: 30 menit}\n")),
    ("SOP505", uraian("Menyusun\n    mutu_baku: {waktu: 30 menit}") + "jumlah_waktu: 1 jam  # tercetak\n",
     uraian("Menyusun\n    mutu_baku: {waktu: 30 menit}") + "jumlah_waktu: 30 menit  # tercetak\n"),
    ("SOP510", row("    mutu_baku: {output: Draft nota}\n").replace("kabag\n", "kabag\n    mutu_baku: {kelengkapan: Draf nota}\n"),
     row("    mutu_baku: {output: Draf nota}\n").replace("kabag\n", "kabag\n    mutu_baku: {kelengkapan: Draf nota}\n")),
    ("SOP604", uraian("Pembuatan nota"), uraian("Membuat nota")),
    ("SOP604", uraian("VERIFIKASI BERKAS"), uraian("MEMVERIFIKASI BERKAS")),
    ("SOP605", uraian("Staf menyusun konsep"), uraian("Menyusun konsep")),
    ("SOP607", IDENTITY + "  disahkan_oleh: {jabatan: K, nip: 1974O2l3 199303 1 002}\n",
     IDENTITY + "  disahkan_oleh: {jabatan: K, nip: 19740213 199303 1 002}\n"),
    ("SOP611", IDENTITY + "  dasar_hukum:\n    - UU 32/2004 tentang Pemerintahan Daerah;  # lama\n",
     IDENTITY + "  dasar_hukum:\n    - Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;  # lama\n"),
    ("SOP612", IDENTITY + "  peringatan:\n    - Buku agenda (surat masuk\n    - dan keluar)\n",
     IDENTITY + "  peringatan:\n    - Buku agenda (surat masuk dan keluar)\n"),
]  # fmt: skip

UNTOUCHED = [
    ("SOP205", numbered("1", "2", "2", "2")),
    ("SOP209", numbered("2", "3", "5", "5").replace("# awal", "# sop: abaikan SOP209")),
    ("SOP604", uraian("Penyusunan dan pemeriksaan konsep")),
    ("SOP604", uraian("Semua data dikumpulkan")),
    ("SOP604", uraian("Pemeriksaan berkas oleh petugas")),
    ("SOP605", uraian("Kepala Bagian menyusun konsep")),
    ("SOP612", IDENTITY + "  peringatan:\n    - Buku agenda (surat masuk\n    - dan keluar)  # ditulis ulang\n"),
    ("SOP615", IDENTITY + "  peringatan: 1. Bila terlambat, tertunda; 2. Bila salah, ditolak\n"),
    ("SOP615", IDENTITY + "  peringatan:\n    - a. Surat b. Nota\n    - b. Arsip\n"),
    ("SOP615", IDENTITY + "  peringatan: >\n    i. Terlambat\n    ii. Tertunda\n"),
    ("SOP615", IDENTITY + "  peringatan: |\n    - Terlambat\n    - Tertunda\n"),
    ("SOP001", uraian("{Menyusun: konsep")),
    ("SOP001", HEAD.replace("nama: Dinas Contoh", "nama: @Dinas") + ROWS),
    ("SOP103", HEAD.replace("identitas: {nama: Penyusunan Laporan}", "identitas: nama:Laporan") + ROWS),
    ("SOP101", row("    teks: a\n    tekss: b\n")),
    ("SOP101", row("    waktu: 1 hari  # lama\n")),
]  # fmt: skip
"""What a fixer has to leave to people: more would be changed than what the finding speaks of."""


def compiled(text: str) -> Compiled:
    """A definition, with the findings that only fixing cares about."""
    return compile_source(SourceFile("x.yaml", text), None, CHOICE)


def findings(code: str, text: str) -> list[Diagnostic]:
    """The findings of one code."""
    return [found for found in compiled(text).diagnostics if found.code == code]


def all_mended(code: str, text: str, *, unsafe: bool) -> str:
    """The text with all findings of one code mended."""
    return mended(SourceFile("x.yaml", text), lambda it: compiled(it.text), unsafe=unsafe, codes={code}).text


@pytest.mark.parametrize(("code", "before", "after"), SAFE)
def test_safe(code: str, before: str, after: str) -> None:
    """The finding is gone, and nothing else has changed."""
    assert all_mended(code, before, unsafe=False) == after


@pytest.mark.parametrize(("code", "before", "after"), UNSAFE)
def test_unsafe(code: str, before: str, after: str) -> None:
    """Only who asks for it gets the change."""
    assert findings(code, before) != []
    assert all_mended(code, before, unsafe=False) == before
    assert all_mended(code, before, unsafe=True) == after


@pytest.mark.parametrize(("code", "text"), UNTOUCHED)
def test_untouched(code: str, text: str) -> None:
    """There is a finding, but nothing is done about it."""
    assert findings(code, text) != []
    assert all_mended(code, text, unsafe=True) == text


@pytest.mark.parametrize(("code", "before"), [case[:2] for case in (*SAFE, *UNSAFE)])
def test_one_fix_mends_its_finding(code: str, before: str) -> None:
    """Alone, as an editor makes it: the text changes, the title speaks both languages, and lines end as they did."""
    crlf = before.replace("\n", "\r\n")
    whole = compiled(crlf)
    found = next(one for one in whole.diagnostics if one.code == code)
    fix = fix_of(whole, found)
    assert fix is not None
    assert fix.safe is ((code, before) in [case[:2] for case in SAFE])
    assert fix.title.id != "" != fix.title.en
    text = changed(crlf, fix.edits)
    assert text != crlf
    assert "\n" not in text.replace("\r\n", "")


def test_a_fix_is_found_without_reading_the_text_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """So one for each of many findings can be offered while somebody types; what is asked of all is looked up once."""
    wholes = [compiled(before) for _, before, _ in (*SAFE, *UNSAFE)]
    monkeypatch.setattr(rereading, "read", None)
    assert all(any(fix_of(whole, found) for found in whole.diagnostics) for whole in wholes)


def test_the_markers_of_a_long_list_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once by the rule, once for its hint, and once by the fixer; not each of them for each of the others."""
    looked: list[int] = []
    real = own_list_marker.marker_width

    def counted(items: tuple[str, ...], at: int, field: str) -> int:
        looked.append(at)
        return real(items, at, field)

    monkeypatch.setattr(own_list_marker, "marker_width", counted)
    items = "".join(f"    - {number}. Terlambat {number}\n" for number in range(1, 51))
    whole = compiled(f"{IDENTITY}  peringatan:\n{items}")
    (found,) = [one for one in whole.diagnostics if one.code == "SOP615"]
    fix = fix_of(whole, found)
    assert fix is not None
    assert len(fix.edits) == 50
    assert len(looked) == 3 * 50


def test_every_fixer_has_its_case() -> None:
    """No code is registered that no case shows, and none that there is not."""
    shown = {case[0] for case in (*SAFE, *UNSAFE)}
    assert set(FIXERS) <= shown <= set(kinds())


def test_tidiness_is_off_by_default_and_safe() -> None:
    """What only fixing cares about is mended without asking."""
    assert default_choice().off >= TIDINESS
    assert all(fixer.safe for code in TIDINESS for fixer in FIXERS[code])


def test_a_finding_that_knows_nothing_is_left() -> None:
    """Without words to put there no fixer is asked."""
    (found,) = findings("SOP602", HEAD + ROWS)
    assert list(fixers_of(found)) == []
