"""The paragraph for the cover letter of a revision."""

import pytest

from sop_engine.analysis.revising import revision
from sop_engine.analysis.summary import summary, titled
from tests.analysis.test_revising import changed, dumai, version

BEGINS = (
    "Bersama ini disampaikan perubahan atas SOP Pengumpulan dan Pelaporan Data Kinerja Nomor "
    "01.a / SOP / Bappedalitbang - Sekr. "
)
STAYS = " Jumlah waktu baku tetap 2 jam 55 menit."
LAST = "\ntampilan:"


def row(number: int, words: str, time: str = "", role: str = "staf") -> str:
    """A row at the end of Dumai's table."""
    return f"\n  - nomor: {number}.\n    uraian: {words}\n    pelaksana: {role}\n    mutu_baku: {{waktu: {time}}}\n"


def told(replaced: dict[str, str], text: str | None = None) -> str:
    """The paragraph on Dumai with something replaced."""
    before = dumai() if text is None else text
    return summary(revision(version(before), version(changed(replaced, before))))


def test_nothing_is_one_sentence():
    """It names what was looked at."""
    assert told({}) == (
        "Kedua versi SOP Pengumpulan dan Pelaporan Data Kinerja memuat isi yang sama: tidak ada perubahan pada "
        "identitas, pelaksana, kegiatan, alur, maupun waktu baku."
    )


@pytest.mark.parametrize(
    ("replaced", "sentences"),
    [
        (
            {"Pembuatan Nota Dinas": "Membuat Nota Dinas"},
            "Pada bagian kegiatan, satu kegiatan diubah (baris 1). Isi yang diubah ialah rumusan uraian.",
        ),
        (
            {"Tidak: 5\n": "Tidak: 4\n", "    cabang:  ": "    teks: Benar?\n    cabang:  "},
            "Pada bagian kegiatan, satu kegiatan diubah (baris 7). Isi yang diubah ialah teks simbol dan alur.",
        ),
        (
            {
                "kelengkapan: Draft Nota Dinas": "kelengkapan: Konsep",
                "output: Draft Laporan TW\n": "output: Konsep TW\n",
            },
            (
                "Pada bagian kegiatan, dua kegiatan diubah (baris 1 dan 5). Isi yang diubah ialah kelengkapan (baris 1) dan "
                "output (baris 5)."
            ),
        ),
        (
            {"nomor: 8.": "nomor: 9.", "Ya: 8\n": "Ya: 9\n"},
            "Nomor satu baris kegiatan diubah tanpa mengubah isinya.",
        ),
        (
            {"  staf: Staff\n": "  staf: Staf Umum\n"},
            "Pada bagian pelaksana, satu peran berganti nama (Staff menjadi Staf Umum).",
        ),
        (
            {"  staf: Staff\n": "  staf: {nama: Staff, jumlah: 3}\n"},
            "Pada bagian pelaksana, jumlah pemegang peran diubah (Staff dari 1 menjadi 3 orang).",
        ),
        (
            {"  staf: Staff\n": "  staf: Staff\n  a: Arsiparis\n  b: Bendahara\n"},
            "Pada bagian pelaksana, dua peran ditambahkan (Arsiparis dan Bendahara).",
        ),
        (
            {"waktu: 1 Jam": "waktu: 60 menit", "waktu: 20 Menit": "waktu: 1200 detik"},
            (
                "Pada bagian kegiatan, dua kegiatan diubah (baris 3 dan 5). Isi yang diubah ialah penulisan waktu tanpa "
                "mengubah lamanya."
            ),
        ),
        (
            {"kode: dumai": "kode: kota-dumai"},
            "Perubahan hanya menyangkut catatan kerja dan petunjuk gambar, tanpa mengubah isi SOP.",
        ),
        (
            {
                "jabatan: Kepala Bappedalitbang Kota Dumai": "jabatan: Plt. Kepala Bappedalitbang Kota Dumai",
                "nama: Drs. BUDHI HASNUL": "nama: Dra. SITI AMINAH",
                "nip: 19740213": "nip: 19740214",
                "    - ATK\n": "    - ATK\n    - Pemindai\n",
            },
            (
                "Pada bagian identitas, isian yang diubah ialah peralatan/perlengkapan dan jabatan, nama, serta NIP "
                "pejabat yang mengesahkan."
            ),
        ),
        (
            {"tanggal_efektif: 2 Januari 2023": "tanggal_efektif: 2 Mei 2026"},
            "Pada bagian identitas, isian yang diubah ialah tanggal efektif.",
        ),
        (
            {"nip: 19740213": "nip: 19740214", "status: berlaku": "status: konsep"},
            "Pada bagian identitas, isian yang diubah ialah NIP pejabat yang mengesahkan. Selain itu, diubah pula status.",
        ),
        (
            {"    disimpulkan: [cabang]\n": ""},
            "Perubahan hanya menyangkut catatan kerja dan petunjuk gambar, tanpa mengubah isi SOP.",
        ),
    ],
)
def test_each_kind_of_change_is_a_sentence(replaced, sentences):
    """One, two and many of them; the total follows, and stays here."""
    assert told(replaced) == f"{BEGINS}{sentences}{STAYS}"


def test_rows_that_come_and_go_change_the_times():
    """15 menit of the Staff and 5 menit of the Kepala are new: 2 jam 55 menit + 20 menit = 3 jam 15 menit."""
    more = row(9, "Mengumumkan laporan pada laman resmi", "15 menit") + row(
        10, "Menutup rapat", "5 menit", "kepala"
    )
    text = changed({LAST: f"{more}{LAST}"})
    assert told({LAST: f"{more}{LAST}"}) == (
        f"{BEGINS}Pada bagian kegiatan, dua kegiatan ditambahkan (baris 9 dan 10). Jumlah waktu baku berubah dari "
        "2 jam 55 menit menjadi 3 jam 15 menit, bertambah 20 menit. Waktu baku bertambah bagi Kepala Bappedalitbang "
        "(5 menit) dan Staff (15 menit)."
    )
    assert summary(revision(version(text), version(dumai()))) == (
        f"{BEGINS}Pada bagian kegiatan, dua kegiatan dihapus (semula baris 9 dan 10). Jumlah waktu baku berubah dari "
        "3 jam 15 menit menjadi 2 jam 55 menit, berkurang 20 menit. Waktu baku berkurang bagi Kepala Bappedalitbang "
        "(5 menit) dan Staff (15 menit)."
    )


def test_work_that_goes_to_another_role_leaves_the_total():
    """The 15 menit of row 7."""
    assert told({"    pelaksana: kepala\n": "    pelaksana: sekretaris\n"}) == (
        f"{BEGINS}Pada bagian kegiatan, satu kegiatan diubah (baris 7). Isi yang diubah ialah pelaksana.{STAYS} Waktu "
        "baku bertambah bagi Sekretaris/Kabid (15 menit), serta berkurang bagi Kepala Bappedalitbang (15 menit)."
    )


@pytest.mark.parametrize(
    ("last", "count", "rows"), [(10, "dua", "9 dan 10"), (11, "tiga", "9 s.d. 11"), (21, "13", "9 s.d. 21")]
)
def test_numbers_that_rise_by_one_are_named_by_the_first_and_the_last(last, count, rows):
    """From three on; two are named each. What is not measured is not in the total."""
    more = "".join(row(at, f"Mengerjakan {chr(96 + at) * 20}") for at in range(9, last + 1))
    assert told({LAST: f"{more}{LAST}"}) == (
        f"{BEGINS}Pada bagian kegiatan, {count} kegiatan ditambahkan (baris {rows}).{STAYS} Jumlah itu belum mencakup "
        f"baris {rows}, yang waktunya tidak terukur."
    )


def test_many_rows_are_only_counted():
    """Thirteen that do not stand together would bury the sentence; up to ten are counted in words."""
    names = [f"Mengerjakan {chr(0x4E00 + at) * 20}" for at in range(26)]
    head = dumai()[: dumai().index("  - nomor: 1.")]
    before = head + "".join(row(at, name, "1 jam") for at, name in enumerate(names, 1))
    after = head + "".join(row(at, name, "1 jam" if at % 2 else "2 jam") for at, name in enumerate(names, 1))
    assert summary(revision(version(before), version(after))) == (
        f"{BEGINS}Pada bagian kegiatan, 13 kegiatan diubah. Isi yang diubah ialah waktu. Jumlah waktu baku berubah dari "
        "26 jam menjadi 39 jam, bertambah 13 jam. Waktu baku bertambah bagi Staff (13 jam)."
    )


def test_a_row_that_moved_names_both_numbers():
    """Row 2 goes behind row 6; the others close up."""
    start, end, to = (dumai().index(f"  - nomor: {number}.") for number in (2, 3, 7))
    text = dumai()[:start] + dumai()[end:to] + dumai()[start:end] + dumai()[to:]
    for at, number in enumerate((3, 4, 5, 6, 2), 2):
        text = text.replace(f"nomor: {number}.\n", f"nomor: {at}!\n")
    text = text.replace("!", ".").replace("Tidak: 5\n", "Tidak: 4\n")
    assert summary(revision(version(dumai()), version(text))) == (
        f"{BEGINS}Pada bagian kegiatan, satu kegiatan dipindahkan urutannya (baris 2 menjadi baris 6). "
        f"Nomor baris disesuaikan.{STAYS}"
    )


@pytest.mark.parametrize(
    ("time", "sentence"),
    [
        (
            "3 jam",
            (
                " Jumlah waktu baku berubah dari 2 jam 55 menit menjadi 4 jam 55 menit, bertambah 2 jam. Waktu baku "
                "bertambah bagi JFP di Sekretariat (2 jam)."
            ),
        ),
        (
            "30 menit",
            (
                " Jumlah waktu baku berubah dari 2 jam 55 menit menjadi 2 jam 25 menit, berkurang 30 menit. Waktu "
                "baku berkurang bagi JFP di Sekretariat (30 menit)."
            ),
        ),
        (
            "1 hari",
            (
                " Jumlah waktu baku berubah dari 2 jam 55 menit menjadi 1 hari 1 jam 55 menit. Waktu baku berubah bagi "
                "JFP di Sekretariat (dari 1 jam 10 menit menjadi 1 hari 10 menit)."
            ),
        ),
        (
            "Segera",
            (
                " Jumlah waktu baku berubah dari 2 jam 55 menit menjadi 1 jam 55 menit, berkurang 1 jam. Jumlah itu "
                "belum mencakup baris 5, yang waktunya tidak terukur. Waktu baku berkurang bagi JFP di Sekretariat (1 "
                "jam)."
            ),
        ),
        (
            "1-2 jam",
            (
                " Jumlah waktu baku berubah dari 2 jam 55 menit menjadi 2 jam 55 menit sampai dengan 3 jam 55 menit, bertambah "
                "paling banyak 1 jam. Waktu baku bertambah bagi JFP di Sekretariat (paling banyak 1 jam)."
            ),
        ),
        ("1 jma", " Jumlah waktu baku tidak dapat dibandingkan karena ada baris yang tidak terbaca."),
    ],
)
def test_a_longer_or_shorter_total_is_told_where_it_can_be(time, sentence):
    """A day against hours is neither, and a row that could not be read leaves no total."""
    assert told({"waktu: 1 Jam": f"waktu: {time}"}) == (
        f"{BEGINS}Pada bagian kegiatan, satu kegiatan diubah (baris 5). Isi yang diubah ialah waktu.{sentence}"
    )


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            "Segera",
            "1 jam",
            "Jumlah waktu baku menjadi 1 jam, yang sebelumnya tidak terukur. Waktu baku berubah bagi Staf (dari tidak terukur menjadi 1 jam).",
        ),
        (
            "1 jam",
            "Segera",
            "Jumlah waktu baku yang semula 1 jam menjadi tidak terukur. Waktu baku berubah bagi Staf (dari 1 jam menjadi tidak terukur).",
        ),
        ("Segera", "Harian", "Jumlah waktu baku tidak terukur, baik sebelum maupun sesudah perubahan."),
    ],
)
def test_what_is_not_measured_is_no_number(before, after, sentence):
    """Also not zero."""
    text = (
        "versi_format: 1\ninstansi: {kode: a, nama: A}\nidentitas: {nama: Uji}\npelaksana: {s: Staf}\n"
        "kegiatan:\n  - {nomor: 1, uraian: Menguji, pelaksana: s, mutu_baku: {waktu: WAKTU}}\n"
    )
    sides = (version(text.replace("WAKTU", time)) for time in (before, after))
    assert summary(revision(*sides)) == (
        "Bersama ini disampaikan perubahan atas SOP Uji. Pada bagian kegiatan, satu kegiatan diubah (baris 1). "
        f"Isi yang diubah ialah waktu. {sentence}"
    )


def test_a_new_name_stands_behind_the_old_one():
    """The number is that of the new version."""
    assert told({"nama: Pengumpulan dan Pelaporan Data Kinerja": "nama: SOP Pelaporan Kinerja"}) == (
        "Bersama ini disampaikan perubahan atas SOP Pengumpulan dan Pelaporan Data Kinerja menjadi SOP Pelaporan "
        "Kinerja Nomor 01.a / SOP / Bappedalitbang - Sekr. Pada bagian identitas, isian yang diubah ialah nama SOP."
        f"{STAYS}"
    )


def test_a_time_that_is_measured_now_was_not_in_the_old_total():
    """1 jam of row 5 was not there."""
    before = changed({"waktu: 1 Jam": "waktu: Segera"})
    assert summary(revision(version(before), version(dumai()))) == (
        f"{BEGINS}Pada bagian kegiatan, satu kegiatan diubah (baris 5). Isi yang diubah ialah waktu. Jumlah waktu baku "
        "berubah dari 1 jam 55 menit menjadi 2 jam 55 menit, bertambah 1 jam. Jumlah semula belum mencakup baris 5, "
        "yang waktunya tidak terukur. Waktu baku bertambah bagi JFP di Sekretariat (1 jam)."
    )


def test_what_neither_total_counts_is_told_once_and_what_differs_of_both():
    """Row 5 was not measured and is now, row 6 the other way round; row 8 is in neither total."""
    last = {"waktu: 30 Menit": "waktu: Harian"}
    before = changed({**last, "waktu: 1 Jam": "waktu: Segera"})
    after = changed(
        {**last, "waktu: 15 Menit\n      output: Laporan TW yg": "waktu:\n      output: Laporan TW yg"}
    )
    assert (
        summary(revision(version(before), version(after)))
        .partition("berkurang")[0]
        .endswith(
            " Jumlah itu belum mencakup baris 6 dan 8, yang waktunya tidak terukur. "
            "Jumlah semula belum mencakup baris 5 dan 8, yang waktunya tidak terukur. "
            "Waktu baku bertambah bagi JFP di Sekretariat (1 jam), serta "
        )
    )
    same = summary(revision(version(before), version(changed({"nomor: 01.a": "nomor: 02"}, before))))
    assert same.endswith(
        "1 jam 25 menit. Jumlah itu belum mencakup baris 5 dan 8, yang waktunya tidak terukur."
    )


def test_many_rows_that_are_not_measured_are_only_counted():
    """Thirteen that do not stand together."""
    more = "".join(
        row(at, f"Mengerjakan {chr(0x4E00 + at) * 20}", "" if at % 2 else "1 jam") for at in range(9, 35)
    )
    assert "Jumlah itu belum mencakup 13 kegiatan, yang waktunya tidak terukur." in told(
        {LAST: f"{more}{LAST}"}
    )


def test_longer_shorter_and_neither_stand_in_one_sentence():
    """Staff 10 menit longer (row 2), Kepala 5 menit shorter (row 7), JFP di Sekretariat a day for an hour (row 5)."""
    found = told(
        {
            "waktu: 10 Menit\n      output:  ": "waktu: 20 Menit\n      output:  ",
            "waktu: 15 Menit\n      output: Laporan Kinerja yg": "waktu: 10 Menit\n      output: Laporan Kinerja yg",
            "waktu: 1 Jam": "waktu: 1 hari",
        }
    )
    assert found.partition("Waktu baku ")[2] == (
        "bertambah bagi Staff (10 menit), berkurang bagi Kepala Bappedalitbang (5 menit), serta berubah bagi JFP di "
        "Sekretariat (dari 1 jam 10 menit menjadi 1 hari 10 menit)."
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Data Kinerja", "SOP Data Kinerja"),
        ("SOP Mekanisme", "SOP Mekanisme"),
        ("Standar Operasional Prosedur Data", "Standar Operasional Prosedur Data"),
        ("Sopir Dinas", "SOP Sopir Dinas"),
    ],
)
def test_the_word_sop_stands_once(name, title):
    """Many names begin with it."""
    assert titled(name) == title
