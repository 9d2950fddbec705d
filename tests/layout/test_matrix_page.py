"""The matrix of roles on paper."""

from sop_engine import compile_sop
from sop_engine.analysis.matrix import matrix_of
from sop_engine.diagnostics import Text
from sop_engine.layout.inference import inferred_words
from sop_engine.layout.matrix import lay_out_matrix
from tests.layout.handouts import matrix_pages, modelled, sheets, texts


def test_dumai(root) -> None:
    """Rows by roles with the letters that the analysis gives, the doer's in bold on grey, and what they mean below."""
    compiled = compile_sop(root / "definitions" / "dumai.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    drawing = lay_out_matrix(compiled.sop, matrix_of(compiled.sop, compiled.graph))
    (page,) = drawing.pages
    rows: dict[int, list[str]] = {}
    for cell in page.cells:
        if cell.row is not None:
            rows.setdefault(cell.row, []).append(cell.text)
    assert rows[-1] == [
        "No",
        "Urutan kegiatan",
        "Kepala Bappedalitbang",
        "Sekretaris/Kabid",
        "JFP di Sekretariat",
        "Kasubbag/Kasubbid/JFP di Bidang",
        "Staff",
    ]
    assert {row[0]: row[2:] for at, row in rows.items() if at >= 0} == {
        "1.": ["", "", "R", "", "I"],
        "2.": ["", "I", "", "", "R"],
        "3.": ["", "R", "", "C", ""],
        "4.": ["", "", "I", "R", ""],
        "5.": ["", "I", "R", "", ""],
        "6.": ["I", "R", "", "", ""],
        "7.": ["R/A", "", "I", "", "I"],
        "8.": ["", "", "", "", "R"],
    }
    strong = {
        (cell.text, cell.bold, cell.fill) for cell in page.cells if cell.row == 6 and (cell.column or 0) > 1
    }
    assert strong == {("R/A", True, 0.95), ("I", False, None), ("", False, None)}
    assert texts(page, "catatan") == [
        (
            "R: mengerjakan (pada kegiatan bersama: yang disebut pertama); A: menjawab keputusan, atau menurut uraiannya "
            "menandatangani, mengesahkan, menetapkan, atau menyetujui; C: ikut serta dalam kegiatan bersama; "
            "I: menerima yang diserahkan atau dikembalikan dari kegiatan itu."
        ),
        "Menyerupai RACI, tetapi hanya memuat yang dinyatakan SOP; bukan penetapan wewenang di luar SOP.",
        "Disimpulkan, tidak terbaca pada dokumen sumbernya: pelaksana kegiatan 1, 2, 4, 8; alur semua kegiatan.",
    ]
    assert (drawing.title, drawing.description) == (
        "Matriks Peran: Pengumpulan dan Pelaporan Data Kinerja",
        "8 kegiatan, 5 peran, 1 halaman.",
    )


def test_what_is_inferred_is_told() -> None:
    """Of rows and of symbols, roles and flow apart; where nothing is, nothing is said."""
    data = {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Dinas Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {"a": "Staf", "b": "Kepala"},
        "kegiatan": [
            {"nomor": "1.", "uraian": "Menyusun", "pelaksana": "a", "lanjut": "2a"},
            {
                "nomor": "2",
                "uraian": "Memeriksa",
                "simbol": [
                    {"id": "2a", "pelaksana": "a", "lanjut": "2b"},
                    {"id": "2b", "pelaksana": "b", "lanjut": "akhir", "disimpulkan": ["pelaksana"]},
                ],
            },
            {"id": "akhir", "uraian": "Mengirim", "pelaksana": "a", "disimpulkan": ["cabang", "uraian"]},
        ],
    }
    assert texts(matrix_pages(data).pages[0], "catatan")[2:] == [
        "Disimpulkan, tidak terbaca pada dokumen sumbernya: pelaksana kegiatan 2; alur kegiatan akhir."
    ]
    assert [texts(page, "catatan")[1:] for page in sheets(data).pages] == [
        ["Disimpulkan, tidak terbaca pada dokumen sumbernya: pelaksana kegiatan 2; alur kegiatan akhir."],
        ["Disimpulkan, tidak terbaca pada dokumen sumbernya: pelaksana kegiatan 2."],
    ]
    sop, _ = modelled(data)
    assert inferred_words(sop, [1, 2]) == Text(
        "Disimpulkan, tidak terbaca pada dokumen sumbernya: pelaksana kegiatan 2; alur kegiatan akhir.",
        "Inferred, not shown by the source document: roles of row 2; flow of row akhir.",
    )
    assert inferred_words(sop, [0]) is None
