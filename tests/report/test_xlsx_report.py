"""The notes on evaluated SOPs as a workbook."""

import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sop_engine.report import REPORTERS, Checked, Look, notes
from sop_engine.report.workbook import Book, Column, Names, fitting
from sop_engine.rules.brief import Part
from sop_engine.text import Language
from tests.report.evaluated import DEAD_END, HOSTILE, brief, checked, explanation, found, span


@pytest.fixture(autouse=True)
def explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one kind is explained."""
    monkeypatch.setattr(notes, "explanation", explanation)


def written(given: Iterable[Checked], look: Look | None = None) -> bytes:
    """The file's bytes."""
    return b"".join(bytes(piece) for piece in REPORTERS["xlsx"].write(given, look or Look()))


def opened(given: Iterable[Checked], look: Look | None = None) -> Workbook:
    """The workbook as another program reads it."""
    return load_workbook(BytesIO(written(given, look)))


def rows(sheet: Worksheet, first: int = 1) -> list[list[object]]:
    """The values of rows from one on, without the empty cells behind the last."""
    found_rows = []
    for row in sheet.iter_rows(min_row=first, values_only=True):
        cells = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        found_rows.append(cells)
    return found_rows


def test_the_sheets() -> None:
    """The front, the agencies, the kinds, what could not be read, and one a SOP: its agency, and its file where that is another."""
    assert opened(checked()).sheetnames == [
        "Ringkasan",
        "Instansi",
        "Jenis Temuan",
        "Tidak Dinilai",
        "contoh",
        "contoh-b",
        "kota",
    ]


def test_the_front_sheet() -> None:
    """Cell by cell; each SOP leads to its sheet."""
    sheet = opened(checked(), Look(today="21 November 2026"))["Ringkasan"]
    assert rows(sheet) == [
        ["Catatan Evaluasi SOP"],
        ["Standar Operasional Prosedur Administrasi Pemerintahan"],
        [],
        [None, "Yang dievaluasi", "3 SOP dari 2 instansi; 2 berkas tidak dapat dinilai"],
        [None, "Tanggal evaluasi", "21 November 2026"],
        [None, "Evaluator"],
        [],
        [4, "Kesalahan", notes.MEANINGS[DEAD_END.severity]],
        [3, "Peringatan", "Perlu diperbaiki, atau dijelaskan dalam tanggapan mengapa dibiarkan."],
        [1, "Catatan", "Untuk diketahui; perbaikan menurut pertimbangan instansi."],
        [1, "SOP tanpa temuan", "Dari 3 SOP yang dapat dinilai."],
        [],
        [notes.WHERE],
        [],
        [
            *("No", "Instansi", "Nomor SOP", "Nama SOP", "Status", "Baris"),
            *("Kesalahan", "Peringatan", "Catatan", "Hasil", "Lembar"),
        ],
        [
            *(1, "Badan Contoh", "01/SOP", "Penyusunan Draft Laporan", "berlaku", 2, 1, 3, 1),
            *("ada kesalahan", "contoh"),
        ],
        [2, "Badan Contoh", "–", "Rapat", "berlaku", 2, 0, 0, 0, "tanpa temuan", "contoh-b"],
        [3, "Kota & <b>Lain</b>", "01/SOP", HOSTILE, "berlaku", 2, 1, 0, 0, "ada kesalahan", "kota"],
        [4, "–", "–", "definisi/rusak.yaml", "–", None, 1, 0, 0, "tidak dapat dinilai", "Tidak Dinilai"],
        [5, "–", "–", "hilang.yaml", "–", None, 1, 0, 0, "tidak dapat dinilai", "Tidak Dinilai"],
    ]
    assert [sheet.cell(at, 11).hyperlink.location for at in range(16, 21)] == [
        "'contoh'!A1",
        "'contoh-b'!A1",
        "'kota'!A1",
        "'Tidak Dinilai'!A1",
        "'Tidak Dinilai'!A1",
    ]


def test_the_sheet_of_a_sop() -> None:
    """Who it is, and its findings with an empty column for the answer."""
    sheet = opened(checked())["contoh"]
    assert rows(sheet)[:6] == [
        ["Penyusunan Draft Laporan"],
        ["Instansi: Badan Contoh, Sekretariat   |   Nomor SOP: 01/SOP"],
        [
            "Status: berlaku   |   2 baris, 1 pelaksana, jumlah waktu 2 jam   |   Berkas: definisi/contoh.yaml",
        ],
        ["Temuan: 1 kesalahan, 3 peringatan, 1 catatan"],
        ["Kembali ke Ringkasan"],
        [
            *("No", "Bagian", "Baris berkas", "Tingkat", "Kode"),
            *("Temuan", "Mengapa", "Cara memperbaiki", "Tanggapan instansi"),
        ],
    ]
    assert rows(sheet, 7)[0] == [
        1,
        "Seluruh SOP",
        1,
        "Catatan",
        "SOP701",
        "'Disahkan oleh' disimpulkan",
        "–",
        "–",
    ]
    related = "Yang pertama di sini"
    assert rows(sheet, 9)[0] == [
        *(3, "Baris 1", 12, "Kesalahan", "SOP302"),
        f"Langkah '1' tidak berlanjut\n{related} (baris berkas 4)\n{related} (baris berkas 5)",
        *("–", "Tulis 'lanjut'"),
    ]
    assert sheet["A5"].hyperlink.location == "'Ringkasan'!A1"


def test_other_sheets() -> None:
    """A SOP without findings says so; the kinds and what could not be read have their own."""
    book = opened(checked())
    assert rows(book["contoh-b"])[3:] == [
        ["Temuan: tanpa temuan"],
        ["Kembali ke Ringkasan"],
        rows(book["contoh"])[5],
        ["Tidak ada temuan."],
    ]
    assert rows(book["Instansi"]) == [
        ["Temuan menurut instansi"],
        ["Kembali ke Ringkasan"],
        ["No", "Instansi", "SOP", "Tanpa temuan", "Kesalahan", "Peringatan", "Catatan"],
        [1, "Badan Contoh", 2, 1, 1, 3, 1],
        [2, "Kota & <b>Lain</b>", 1, 0, 1, 0, 0],
    ]
    assert rows(book["Jenis Temuan"], 3) == [
        ["Kode", "Jenis temuan", "Tingkat", "Temuan", "SOP"],
        ["SOP302", "dead-end", "Kesalahan", 2, 2],
        ["SOP000", "usage", "Kesalahan", 1, 1],
        ["SOP001", "syntax", "Kesalahan", 1, 1],
        ["SOP604", "Uraian kegiatan tidak diawali kata kerja aktif", "Peringatan", 3, 1],
        ["SOP701", "inferred", "Catatan", 1, 1],
    ]
    assert rows(book["Tidak Dinilai"], 5) == [
        [1, "definisi/rusak.yaml", 3, "Kesalahan", "SOP001", "Kurung tidak ditutup", "–", "Tutup kurungnya"],
        [2, "hilang.yaml", None, "Kesalahan", "SOP000", "Tidak ada", "–", "–"],
    ]


def test_how_a_sheet_prints() -> None:
    """A4 landscape, as wide as the paper, its headings on each page, frozen and able to filter."""
    book = opened(checked())
    sheet = book["contoh"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.freeze_panes, sheet.auto_filter.ref) == ("$6:$6", "A7", "A6:I11")
    assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == (
        "Catatan Evaluasi SOP: Penyusunan Draft Laporan",
        "Halaman &P dari &N",
    )
    assert all(sheet.cell(7, at).alignment.wrap_text for at in (2, 6, 7, 8, 9))
    assert [sheet.row_dimensions[at].height for at in (7, 8)] == [42, 54.75]
    assert book["Ringkasan"].auto_filter.ref == "A15:K20"


def test_no_cell_is_a_formula() -> None:
    """Nor a link, a date or a number, whatever it begins with; what XML cannot hold is made visible."""
    texts = ['=HYPERLINK("http://x","y")', "+1", "-", "@x", "=1+1", "http://x.id", "1234", "\tx", "{=A1}"]
    given_texts = [
        brief(f"{at}.yaml", nama=Part(text, span(5)), nomor=Part(text, span(4)))
        for at, text in enumerate(texts)
    ]
    book = opened(
        [
            Checked(one, (found(one, DEAD_END, 11, one.nama.teks, one.nama.teks),))
            for one in given_texts
            if one.nama
        ]
    )
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n"), cell.coordinate
                assert cell.hyperlink is None or cell.hyperlink.target is None
    shown = [row[3] for row in rows(book["Ringkasan"], 16)]
    assert shown == [text.strip() for text in texts]


def test_characters_that_xml_cannot_hold_are_made_visible() -> None:
    """And those that turn text around."""
    one = brief("a.yaml", nama=Part("a\x00b\x1bc\ud800d\u202ee", span(5)))
    assert rows(opened([Checked(one, ())])["Ringkasan"], 16)[0][3] == "a�b�c�d�e"


def test_a_text_is_no_longer_than_a_cell() -> None:
    """32,767 units of UTF-16; dots stand for the rest."""
    assert fitting("x" * 32_767) == "x" * 32_767
    assert fitting("x" * 32_768) == "x" * 32_764 + "..."
    wide = fitting("\U0001f600" * 20_000)
    assert (wide[-3:], len(wide.encode("utf-16-le")) // 2) == ("...", 32_767)
    one = brief(f"{'x' * 2_000}/a.yaml", nama=Part("x" * 100_000, span(5)))
    book = opened([Checked(one, (found(one, DEAD_END, 11, "y" * 100_000),))])
    assert len(str(rows(book["contoh-a"], 7)[0][5])) == 32_767
    # What is frozen leaves room to move the rest.
    assert [book["contoh-a"].row_dimensions[at].height for at in (3, 7)] == [60, 399.75]


def test_the_same_findings_give_the_same_bytes() -> None:
    """Whatever the day of the run and its language; no file says when it was made."""
    data = written(checked())
    assert data == written(checked(), Look(Language.ID, colour=True))
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2020-01-01T00:00:00Z" in file.read("docProps/core.xml")


def test_names_of_sheets() -> None:
    """31 characters at most, none twice in other letters, nothing that Excel refuses."""
    names = Names()
    assert [
        names.take(name) for name in ("Dumai", "dumai", "a" * 40, "A" * 40, "[x]:*?/\\'", "", "History")
    ] == [
        "Dumai",
        "dumai (2)",
        "a" * 28 + "...",
        "A" * 24 + "... (2)",
        "-x-------",
        "SOP",
        "History (2)",
    ]


@given(st.lists(st.text(max_size=50), max_size=20))
def test_any_names_become_names_of_sheets(wanted: list[str]) -> None:
    """XlsxWriter refuses none of them, and the file can be read."""
    names = Names()
    book = Book("x")
    taken = [names.take(name) for name in wanted]
    for name in taken:
        book.sheet(name, [Column("x", 9)], foot=name)
    if taken:
        assert load_workbook(BytesIO(book.close())).sheetnames == taken
    assert all(len(name.encode("utf-16-le")) <= 62 for name in taken)


def test_three_hundred_sops() -> None:
    """Each has its sheet; what belongs to one agency needs none of agencies, and one SOP none of kinds."""
    assert opened(checked()[:1]).sheetnames == ["Ringkasan", "contoh"]
    many = [Checked(brief(f"d/{at}.yaml", agency=None), ()) for at in range(300)]
    assert opened(many).sheetnames == ["Ringkasan", *map(str, range(300))]


def test_nothing_checked_is_a_report_too() -> None:
    """Of nothing."""
    assert opened([]).sheetnames == ["Ringkasan"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    """And finds the texts of a sheet in it."""
    (tmp_path / "catatan.xlsx").write_bytes(written(checked()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            *("soffice", profile, "--headless", "--convert-to"),
            *("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,5", "catatan.xlsx"),
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    lines = (tmp_path / "catatan-contoh.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("Penyusunan Draft Laporan,")
    assert lines[6].startswith("1,Seluruh SOP,1,Catatan,SOP701,'Disahkan oleh' disimpulkan,")


def test_where_it_is_written() -> None:
    """Into a file of this name, whole or not at all."""
    assert (REPORTERS["xlsx"].file, REPORTERS["xlsx"].document) == ("catatan-evaluasi.xlsx", True)
