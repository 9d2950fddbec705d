"""Instruction sheets: their words, and which sheets there are."""

from pathlib import Path

import pytest

from sop_engine import compile_sop
from sop_engine.analysis.instructions import instructions_of, printed_names
from sop_engine.layout.drawing import Bookmark, Drawing, Page
from sop_engine.layout.instructions import lay_out_instructions
from tests.layout.handouts import sheets, texts


def drawn(file: Path) -> Drawing:
    """The sheets of a definition."""
    compiled = compile_sop(file)
    assert compiled.sop is not None
    assert compiled.graph is not None
    names = printed_names(compiled.sop, compiled.graph)
    return lay_out_instructions(compiled.sop, instructions_of(compiled.sop, compiled.graph), names)


def table(page: Page) -> list[list[str]]:
    """The rows of a page's table, headings first; numbers stay with what they count, which a blank shows as well."""
    rows: dict[int, list[str]] = {}
    for cell in page.cells:
        if cell.row is not None:
            rows.setdefault(cell.row, []).append(cell.text.replace("\u00a0", " "))
    return [rows[row] for row in sorted(rows)]


def row_of(drawing: Drawing, role: str, number: str) -> list[str]:
    """The row of a step on the sheet of a role, by their printed names."""
    page = next(page for page in drawing.pages if texts(page, "nama_lembar") == [role])
    return next(row for row in table(page) if row[0] == number)


def test_the_sheet_of_a_role_of_dumai(root) -> None:
    """What it starts, what comes to it and back to it, from whom and under which answer, and whom it hands on to."""
    drawing = drawn(root / "definitions" / "dumai.yaml")
    assert drawing.title == "Lembar Instruksi: Pengumpulan dan Pelaporan Data Kinerja"
    assert drawing.bookmarks == (
        Bookmark("Pengumpulan dan Pelaporan Data Kinerja", 1, 0),
        Bookmark("Kepala Bappedalitbang", 1, 1),
        Bookmark("Sekretaris/Kabid", 2, 1),
        Bookmark("JFP di Sekretariat", 3, 1),
        Bookmark("Kasubbag/Kasubbid/JFP di Bidang", 4, 1),
        Bookmark("Staff", 5, 1),
    )
    page = drawing.pages[2]
    assert texts(page, "judul") == [
        "LEMBAR INSTRUKSI PELAKSANA",
        "Nama SOP",
        "Nomor SOP",
        "Tanggal Efektif",
        "Langkah",
    ]
    assert texts(page, "isi") == [
        "Pengumpulan dan Pelaporan Data Kinerja",
        "01.a / SOP / Bappedalitbang - Sekr",
        "2 Januari 2023",
        "1, 5 (2 langkah)",
    ]
    assert table(page) == [
        ["No", "Diterima dari", "Kelengkapan", "Yang dikerjakan", "Waktu", "Output", "Diserahkan kepada"],
        [
            "1",
            "Memulai prosedur.",
            "Draft Nota Dinas",
            "Pembuatan Nota Dinas permintaan pengumpulan data",
            "10 menit",
            "Nota Dinas",
            "Staff (langkah 2).",
        ],
        [
            "5",
            (
                "Kasubbag/Kasubbid/JFP di Bidang (langkah 4).\n\n"
                "Dikembalikan dari Kepala Bappedalitbang (langkah 7), bila “Tidak”."
            ),
            "1. Laporan Kinerja Bidang\n2. SPJ Fungsional",
            (
                "JFP di Sekretariat membuat rekapitulasi hasil laporan kinerja masing-masing bidang dan melaporkan pada "
                "Kepala Bappedalitbang melalui Sekretaris"
            ),
            "1 jam",
            "Draft Laporan TW",
            "Sekretaris/Kabid (langkah 6).",
        ],
    ]
    assert texts(page, "catatan") == [
        "Catatan: Nomor langkah adalah nomor kegiatan pada Bagian Flowchart SOP ini.",
        "Disimpulkan, tidak terbaca pada dokumen sumbernya: pelaksana kegiatan 1; alur kegiatan 1, 5.",
    ]


def test_decisions_and_joint_steps(root) -> None:
    """Each answer says where it goes; who joins in reads who is responsible, and the responsible one who joins in."""
    drawing = drawn(root / "definitions" / "dumai.yaml")
    assert row_of(drawing, "Kepala Bappedalitbang", "7")[6] == (
        "Bila “Ya”: Staff (langkah 8).\n\nBila “Tidak”: dikembalikan kepada JFP di Sekretariat (langkah 5)."
    )
    assert row_of(drawing, "Kepala Bappedalitbang", "7")[3].endswith("\n\nKeputusan: “Ya” atau “Tidak”.")
    did = "Kabid dan Kasubbid/JFP di masing-masing bidang Menyusun laporan kinerja bidangnya masing-masing"
    joining = row_of(drawing, "Kasubbag/Kasubbid/JFP di Bidang", "3")
    assert joining[3] == f"{did}\n\nIkut serta; penanggung jawab: Sekretaris/Kabid."
    assert joining[6] == "Dilanjutkan sendiri ke langkah 4."
    responsible = row_of(drawing, "Sekretaris/Kabid", "3")
    assert responsible[3] == f"{did}\n\nSebagai penanggung jawab, bersama Kasubbag/Kasubbid/JFP di Bidang."
    assert responsible[6] == "Kasubbag/Kasubbid/JFP di Bidang (langkah 4)."
    assert row_of(drawing, "Staff", "2")[6] == (
        "Sekretaris/Kabid (langkah 3, bersama Kasubbag/Kasubbid/JFP di Bidang)."
    )
    assert texts(drawing.pages[3], "catatan")[0] == (
        "Catatan: Nomor langkah adalah nomor kegiatan pada Bagian Flowchart SOP ini. "
        "Pada kegiatan bersama, yang menerima dan menyerahkan adalah penanggung jawabnya."
    )
    assert row_of(drawing, "Staff", "8")[6] == "Selesai."


def test_splits_waits_bounds_and_own_headings(root) -> None:
    """A split is one sentence, a join waits, a bounded loop says how often; headings and notes are the SOP's own."""
    drawing = drawn(root / "tests" / "definitions" / "pengadaan.yaml")
    ppk = "Pejabat Pembuat Komitmen"
    assert row_of(drawing, ppk, "1")[6] == (
        "Sekaligus kepada Staf Administrasi (langkah 2) dan Pejabat Pengadaan (langkah 3)."
    )
    assert row_of(drawing, ppk, "4")[1] == (
        "Staf Administrasi (langkah 2).\n\nPejabat Pengadaan (langkah 3).\n\n"
        "Dikerjakan setelah semua cabang yang digabung tiba.\n\n"
        "Dikembalikan dari Pejabat Pengadaan (langkah 6), bila “Melebihi HPS”, paling banyak 1 kali."
    )
    assert row_of(drawing, "Pejabat Pengadaan", "6")[3] == (
        "Mengevaluasi dan mengklarifikasi penawaran\n\nKeputusan: Wajar?"
    )
    assert [cell.text for cell in drawing.pages[0].cells if cell.row == -1] == [
        "No",
        "Diterima dari",
        "Persyaratan/Kelengkapan",
        "Yang dikerjakan",
        "Waktu",
        "Keluaran",
        "Diserahkan kepada",
    ]
    assert texts(drawing.pages[0], "catatan")[1:] == [
        "*) HPS: harga perkiraan sendiri, bersifat rahasia sampai penawaran diterima",
        "Pekerjaan di atas nilai pengadaan langsung mengikuti SOP Tender",
    ]


def test_times_that_are_not_this_steps_alone_say_so(root) -> None:
    """A shared time names the other step, the time of a row with several symbols the row; an answer may end it all."""
    permits = drawn(root / "tests" / "definitions" / "perizinan.yaml")
    shared = "30 menit (seluruh kegiatan 10 dan 11)"
    assert row_of(permits, "Verifikator", "10")[4] == shared
    assert row_of(permits, "Kepala Bidang Pelayanan Perizinan", "11")[4] == shared
    assert row_of(permits, "Petugas Loket", "3")[6].endswith("Bila “Bukan kewenangan”: selesai.")
    assert row_of(permits, "Petugas Loket", "3")[7] == (
        "Pemohon yang salah alamat diarahkan ke instansi yang berwenang"
    )
    assert row_of(permits, "Pemohon", "1")[3] == "Mengajukan permohonan melalui sistem daring"
    advice = drawn(root / "tests" / "definitions" / "telaahan.yaml")
    assert row_of(advice, "Ketua Tim", "3b")[4] == "3 hari kerja 3 jam 30 menit (seluruh kegiatan 3)"
    assert texts(advice.pages[1], "catatan") == [
        (
            "Catatan: Nomor langkah adalah nomor kegiatan pada Bagian Flowchart SOP ini. Langkah seperti “bahan” adalah "
            "salah satu simbol dalam satu kegiatan, atau kegiatan tanpa nomor sendiri. "
            "Pada kegiatan bersama, yang menerima dan menyerahkan adalah penanggung jawabnya."
        )
    ]


def rows(*kegiatan: dict[str, object]) -> dict[str, object]:
    """A SOP of two roles, a third one being idle."""
    return {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Dinas Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {"a": "Staf", "b": "Kepala", "c": "Tamu"},
        "kegiatan": list(kegiatan),
    }


def test_what_one_repeats_oneself() -> None:
    """Whoever hands to oneself goes on, or does it again; a step without a time says so with a dash."""
    drawing = sheets(
        rows(
            {"nomor": "1", "uraian": "Menyusun", "pelaksana": "a"},
            {"nomor": "2", "uraian": "Menguji", "pelaksana": "a", "cabang": {"Ya": "3", "Tidak": "1"}},
            {"nomor": "3", "uraian": "Mengirim", "pelaksana": ["b", "a"]},
        )
    )
    assert [mark.title for mark in drawing.bookmarks] == ["Uji", "Staf", "Kepala"]
    assert table(drawing.pages[0])[1:] == [
        [
            "1",
            "Memulai prosedur.\n\nDiulang dari langkah 2, bila “Tidak”.",
            "",
            "Menyusun",
            "–",
            "",
            "Dilanjutkan sendiri ke langkah 2.",
        ],
        [
            "2",
            "Lanjutan dari langkah 1.",
            "",
            "Menguji\n\nKeputusan: “Ya” atau “Tidak”.",
            "–",
            "",
            "Bila “Ya”: Kepala (langkah 3, bersama Staf).\n\nBila “Tidak”: diulang dari langkah 1.",
        ],
        [
            "3",
            "Lanjutan dari langkah 2, bila “Ya”.",
            "",
            "Mengirim\n\nIkut serta; penanggung jawab: Kepala.",
            "–",
            "",
            "Selesai.",
        ],
    ]


@pytest.mark.parametrize(("target", "notes"), [("2", 1), ("9", 2)])
def test_a_flow_that_cannot_be_read_is_told(target: str, notes: int) -> None:
    """Whoever reads such a sheet knows that something may be missing."""
    drawing = sheets(
        rows(
            {"nomor": "1", "uraian": "Menyusun", "pelaksana": "a", "lanjut": target},
            {"nomor": "2", "uraian": "Mengirim", "pelaksana": "b"},
        )
    )
    found = texts(drawing.pages[0], "catatan")
    assert (
        found[1:]
        == ["Sebagian alur SOP ini belum dapat dibaca; penerimaan atau penyerahan dapat belum lengkap."][
            : notes - 1
        ]
    )


def test_what_the_flow_does_not_say_is_told() -> None:
    """A step that nothing leads to, one that goes nowhere, and a decision whose answers could not be read."""
    drawing = sheets(
        rows(
            {"nomor": "1", "uraian": "Menyusun", "pelaksana": "a", "lanjut": "9"},
            {"nomor": "2", "uraian": "Menguji", "pelaksana": "b", "cabang": {"Ya": "7", "Tidak": "8"}},
        )
    )
    one_answer = sheets(
        rows(
            {"nomor": "1", "uraian": "Menguji", "pelaksana": "a", "cabang": {"Ya": "2", "Tidak": "9"}},
            {"nomor": "2", "uraian": "Mengirim", "pelaksana": "b"},
        )
    )
    assert table(one_answer.pages[0])[1][3] == "Menguji\n\nKeputusan."
    assert table(drawing.pages[0])[1][6] == "Alur selanjutnya belum dapat dibaca."
    assert table(drawing.pages[1])[1][1] == "Belum ada alur yang menuju langkah ini."
    assert table(drawing.pages[1])[1][3] == "Menguji\n\nKeputusan."


def test_splits_behind_a_decision_of_two() -> None:
    """Who joins in knows who decides; arms go out at once, also to oneself and to the end, and how often is said once."""
    drawing = sheets(
        rows(
            {"nomor": "1", "uraian": "Menyusun", "pelaksana": ["a", "b", "c"], "lanjut": "2"},
            {
                "nomor": "2",
                "uraian": "Membahas",
                "pelaksana": ["b", "a"],
                "teks": "Setuju?",
                "cabang": {"Ya": ["3", "4", "selesai"], "Tidak": {"ke": "1", "maks": "2"}},
            },
            {"nomor": "3", "uraian": "Mengirim", "pelaksana": "b", "lanjut": "selesai"},
            {"nomor": "4", "uraian": "Mengarsipkan", "pelaksana": "a"},
        )
    )
    answers = (
        "Bila “Ya”: sekaligus kepada {} dan pengakhiran prosedur.\n\n"
        "Bila “Tidak”: dikembalikan kepada {}, paling banyak 2 kali."
    )
    joining, deciding = row_of(drawing, "Staf", "2"), row_of(drawing, "Kepala", "2")
    assert (
        joining[3]
        == "Membahas\n\nIkut serta; penanggung jawab: Kepala.\n\nKeputusan penanggung jawab: Setuju?"
    )
    assert deciding[3] == "Membahas\n\nSebagai penanggung jawab, bersama Staf.\n\nKeputusan: Setuju?"
    assert deciding[6] == answers.format(
        "diri sendiri (langkah 3), Staf (langkah 4),", "Staf (langkah 1, bersama Kepala dan Tamu)"
    )
    assert row_of(drawing, "Tamu", "1")[3] == (
        "Menyusun\n\nIkut serta; penanggung jawab: Staf, bersama Kepala."
    )
    assert row_of(drawing, "Staf", "4")[1] == "Kepala (langkah 2, bersama Staf), bila “Ya”."


def test_a_time_that_is_not_measured_is_shared_with_nobody() -> None:
    """It says nothing of other steps; a measured one of three does, by their numbers."""
    drawing = sheets(
        rows(
            {"nomor": "1.", "uraian": "Menyusun", "pelaksana": "a", "mutu_baku": {"waktu": "1 hari"}},
            {"nomor": "2.", "uraian": "Menguji", "pelaksana": "a", "mutu_baku": {"waktu": {"bersama": "1"}}},
            {"nomor": "3.", "uraian": "Mengirim", "pelaksana": "a", "mutu_baku": {"waktu": {"bersama": "2"}}},
            {"nomor": "4.", "uraian": "Mencatat", "pelaksana": "a", "mutu_baku": {"waktu": "Insidental"}},
            {
                "nomor": "5.",
                "uraian": "Mengarsipkan",
                "pelaksana": "a",
                "mutu_baku": {"waktu": {"bersama": "4"}},
            },
        )
    )
    shared = "1 hari (seluruh kegiatan 1, 2, dan 3)"
    assert [row[4] for row in table(drawing.pages[0])[1:]] == [shared] * 3 + ["Insidental"] * 2


def test_rows_without_a_number() -> None:
    """A time is that of the row by its id; only a sheet that names a step otherwise than by a number explains it."""
    drawing = sheets(
        rows(
            {"nomor": "1", "uraian": "Menyusun", "pelaksana": "a"},
            {"nomor": "2", "uraian": "Memeriksa", "pelaksana": "b", "lanjut": "uji-a"},
            {
                "id": "uji",
                "uraian": "Menguji",
                "simbol": [
                    {"id": "uji-a", "pelaksana": "c", "lanjut": "uji-b"},
                    {"id": "uji-b", "pelaksana": "c", "bentuk": "selesai"},
                ],
                "mutu_baku": {"waktu": "1 jam"},
            },
        )
    )
    number = "Catatan: Nomor langkah adalah nomor kegiatan pada Bagian Flowchart SOP ini."
    other = " Langkah seperti “uji-a” adalah salah satu simbol dalam satu kegiatan, atau kegiatan tanpa nomor sendiri."
    assert [texts(page, "catatan") for page in drawing.pages] == [
        [number],
        [number + other],
        [number + other],
    ]
    assert row_of(drawing, "Tamu", "uji-b")[4] == "1 jam (seluruh kegiatan uji)"


def test_a_split_that_goes_back_in_part() -> None:
    """How often is said of the whole answer; a join that only a loop comes back to waits for nothing."""
    drawing = sheets(
        rows(
            {"nomor": "1", "uraian": "Menyusun", "pelaksana": "a"},
            {"nomor": "2", "uraian": "Memeriksa", "pelaksana": "a", "gabung": "semua"},
            {
                "nomor": "3",
                "uraian": "Menguji",
                "pelaksana": "b",
                "cabang": {"Ya": "4", "Tidak": {"ke": ["4", "2"], "maks": "2"}},
            },
            {"nomor": "4", "uraian": "Mengirim", "pelaksana": "a"},
        )
    )
    assert row_of(drawing, "Staf", "2")[1] == (
        "Lanjutan dari langkah 1.\n\nDikembalikan dari Kepala (langkah 3), bila “Tidak”, paling banyak 2 kali."
    )
    assert row_of(drawing, "Kepala", "3")[6] == (
        "Bila “Ya”: Staf (langkah 4).\n\n"
        "Bila “Tidak”: sekaligus kepada Staf (langkah 4) dan Staf (langkah 2), dikembalikan, paling banyak 2 kali."
    )
