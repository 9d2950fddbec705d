"""``sop matrix``: who has which part in each row, and instruction sheets."""

import csv
import io
import sys

import pypdfium2
import pytest
from lxml import html
from openpyxl import load_workbook

from sop_engine import compile_sop
from sop_engine.analysis.matrix import matrix_of
from sop_engine.cli.matrix_data import CSV_KEYS, Entry, print_matrices
from sop_engine.cli.run import Run
from sop_engine.library import Definition
from tests.cli.conftest import Terminal

RELAY = {"label": None, "returned": False, "repeats": None, "parallel": False}


def pages(path) -> list[str]:
    """The text of each page of a PDF, on one line; numbers stay with what they count."""
    document = pypdfium2.PdfDocument(path)
    found = [
        " ".join(page.get_textpage().get_text_bounded().replace("\u00a0", " ").split()) for page in document
    ]
    document.close()
    return found


def test_the_table_of_a_sop(sop, write):
    """Rows by roles, and what the letters mean."""
    write("definitions/contoh.yaml")
    outcome = sop("matrix", "contoh")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (
        "Row  Staf Penyusun  Kepala Badan  Activity\n"
        "1    R              I             Menyusun konsep laporan\n"
        "2    I              R/A           Memeriksa konsep laporan\n"
        "3    R              -             Mengarsipkan laporan\n"
        "\n"
        "R: does it (of a joint activity: the first role named)\n"
        "A: answers a decision, or signs, ratifies, determines or agrees as the row's own words say\n"
        "C: joins in a joint activity\n"
        "I: receives what the row hands on or sends back\n"
        "RACI-like, but only what the SOP itself says; it grants nothing beyond the SOP.\n"
    )


def test_several_sops_one_legend(sop, write, folder):
    """Each table under the name of its SOP, in Indonesian where that is asked for; the same in a file."""
    write("definitions/contoh.yaml")
    inferred = {"01/SOP": "02/SOP", "nomor: 2\n": "nomor: 2\n    disimpulkan: [pelaksana]\n"}
    write("definitions/kota.yaml", kode="kota", nama="Rapat", replace=inferred)
    outcome = sop("matrix", "--lang", "id")
    table = (
        "Baris  Staf Penyusun  Kepala Badan  Kegiatan\n"
        "1      R              I             Menyusun konsep laporan\n"
        "2      I              R/A           Memeriksa konsep laporan\n"
        "3      R              -             Mengarsipkan laporan\n"
        "\n"
    )
    expected = (
        f"contoh: Laporan\n\n{table}kota: Rapat\n\n{table}"
        "R: mengerjakan (pada kegiatan bersama: yang disebut pertama)\n"
        "A: menjawab keputusan, atau menurut uraiannya menandatangani, mengesahkan, menetapkan, atau menyetujui\n"
        "C: ikut serta dalam kegiatan bersama\n"
        "I: menerima yang diserahkan atau dikembalikan dari kegiatan itu\n"
        "Menyerupai RACI, tetapi hanya memuat yang dinyatakan SOP; bukan penetapan wewenang di luar SOP.\n"
        "kota: Disimpulkan, tidak terbaca pada dokumen sumbernya: pelaksana kegiatan 2.\n"
    )
    assert outcome.out == expected
    assert sop("matrix", "--lang", "id", "-o", "matriks.txt").out == "matriks.txt\n"
    assert (folder / "matriks.txt").read_text(encoding="utf-8") == expected


def test_json(sop, write):
    """An object for one SOP, an array for several; keys are English."""
    inferred = {"nomor: 2\n": "nomor: 2\n    disimpulkan: [pelaksana, cabang]\n"}
    write("definitions/contoh.yaml", replace=inferred)
    one = {
        "sop": "contoh",
        "agency": "contoh",
        "name": "Laporan",
        "complete": True,
        "legend": {
            "R": "does it (of a joint activity: the first role named)",
            "A": "answers a decision, or signs, ratifies, determines or agrees as the row's own words say",
            "C": "joins in a joint activity",
            "I": "receives what the row hands on or sends back",
        },
        "roles": [
            {"key": "staf", "name": "Staf Penyusun", "counts": {"R": 2, "A": 0, "C": 0, "I": 1}},
            {"key": "kepala", "name": "Kepala Badan", "counts": {"R": 1, "A": 1, "C": 0, "I": 1}},
        ],
        "rows": [
            {
                "id": "1",
                "number": "1",
                "activity": "Menyusun konsep laporan",
                "duties": {"staf": ["R"], "kepala": ["I"]},
                "inferred": [],
            },
            {
                "id": "2",
                "number": "2",
                "activity": "Memeriksa konsep laporan",
                "duties": {"staf": ["I"], "kepala": ["R", "A"]},
                "inferred": ["roles", "flow"],
            },
            {
                "id": "3",
                "number": "3",
                "activity": "Mengarsipkan laporan",
                "duties": {"staf": ["R"]},
                "inferred": [],
            },
        ],
    }
    assert sop("matrix", "contoh", "--format", "json").json == one
    assert sop("matrix", "--format", "json").json == [one]


def test_csv_and_xlsx(sop, write, folder):
    """CSV has a line for each part; a workbook a sheet for each SOP, with counts below."""
    write(
        "definitions/contoh.yaml",
        replace={"Mengarsipkan laporan": "=1+1", "Menyusun konsep": "Menyusun _konsep_"},
    )
    text = sop("matrix", "--agency", "contoh", "--format", "csv").out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == list(CSV_KEYS)
    assert [row[3:] for row in rows[1:]] == [
        ["1", "1", "Menyusun konsep laporan", "staf", "Staf Penyusun", "R"],
        ["1", "1", "Menyusun konsep laporan", "kepala", "Kepala Badan", "I"],
        ["2", "2", "Memeriksa konsep laporan", "staf", "Staf Penyusun", "I"],
        ["2", "2", "Memeriksa konsep laporan", "kepala", "Kepala Badan", "R/A"],
        ["3", "3", "'=1+1", "staf", "Staf Penyusun", "R"],
    ]
    assert sop("matrix", "--agency", "contoh", "--format", "xlsx").out == "contoh-matriks.xlsx\n"
    book = load_workbook(folder / "contoh-matriks.xlsx")
    assert book.sheetnames == ["contoh"]
    cells = [[cell.value for cell in row] for row in book["contoh"].iter_rows(min_row=4)]
    assert cells == [
        ["No", "Kegiatan", "Staf Penyusun", "Kepala Badan"],
        ["1", "Menyusun konsep laporan", "R", "I"],
        ["2", "Memeriksa konsep laporan", "I", "R/A"],
        ["3", "=1+1", "R", None],
        [None, "Jumlah R", 2, 1],
        [None, "Jumlah A", 0, 1],
        [None, "Jumlah C", 0, 0],
        [None, "Jumlah I", 1, 1],
    ]
    assert book["contoh"]["B7"].data_type == "s"


def test_pages_of_the_matrix(sop, write, folder):
    """PDF and HTML hold the printed table; of all SOPs one book can be bound."""
    write("definitions/kota/a.yaml", kode="kota")
    write("definitions/kota/b.yaml", kode="kota", nama="Rapat", replace={"01/SOP": "02/SOP"})
    assert sop("matrix", "--agency", "kota", "--sop", "a", "--format", "pdf").out == "kota-a-matriks.pdf\n"
    (text,) = pages(folder / "kota-a-matriks.pdf")
    assert text.startswith("MATRIKS PERAN PELAKSANA Badan Contoh Nama SOP Laporan Nomor SOP 01/SOP")
    assert "2 Memeriksa konsep laporan I R/A 3 Mengarsipkan laporan R" in text
    assert sop("matrix", "--agency", "kota", "-o", "cetak/", "--format", "html").out == (
        "cetak/kota-a-matriks.html\ncetak/kota-b-matriks.html\n"
    )
    page = html.parse(str(folder / "cetak" / "kota-b-matriks.html"))
    assert [cell.text_content() for cell in page.xpath("//tbody/tr[2]/*")] == [
        "2",
        "Memeriksa konsep laporan",
        "I",
        "R/A",
    ]
    assert sop("matrix", "--agency", "kota", "--all", "--format", "pdf").out == "kota-matriks.pdf\n"
    book = pages(folder / "kota-matriks.pdf")
    assert len(book) == 4
    assert "Kumpulan Matriks Peran" in book[0]
    assert "halaman 4 dari 4" in book[3]


def test_a_sheet_for_each_role(sop, write, folder):
    """One file of all roles' sheets; or of one role, named after it."""
    write("definitions/contoh.yaml")
    assert sop("matrix", "contoh", "--instructions").out == "contoh-instruksi.pdf\n"
    clerk, head = pages(folder / "contoh-instruksi.pdf")
    assert "LEMBAR INSTRUKSI PELAKSANA Staf Penyusun" in clerk
    assert "Dikembalikan dari Kepala Badan (langkah 2), bila “Tidak”." in clerk
    assert "halaman 1 dari 1" in clerk
    assert "Bila “Ya”: Staf Penyusun (langkah 3)." in head
    outcome = sop(
        "matrix", "contoh", "--instructions", "--role", "kepala", "--paper", "Legal", "--font-size", "12"
    )
    assert outcome.out == "contoh-instruksi-kepala.pdf\n"
    (only,) = pages(folder / "contoh-instruksi-kepala.pdf")
    assert "Kepala Badan" in only
    with pypdfium2.PdfDocument(folder / "contoh-instruksi-kepala.pdf") as document:
        assert document[0].get_size() == (1008, 612)
    again = (folder / "contoh-instruksi.pdf").read_bytes()
    sop("matrix", "contoh", "--instructions")
    assert (folder / "contoh-instruksi.pdf").read_bytes() == again


def test_a_book_of_sheets(sop, write, folder):
    """All roles of all SOPs, each SOP under its own line of the daftar isi; one role of all SOPs that have it."""
    write("definitions/a.yaml", kode="a")
    write(
        "definitions/b.yaml",
        kode="b",
        nama="Rapat",
        replace={"01/SOP": "02/SOP", "kepala": "ketua", "Kepala Badan": "Ketua Tim"},
    )
    assert sop("matrix", "--instructions", "--all").out == "instruksi.pdf\n"
    assert [("Rapat" in text, "Ketua Tim" in text) for text in pages(folder / "instruksi.pdf")][2:] == [
        (False, False),
        (False, False),
        (True, True),
        (True, True),
    ]
    assert sop("matrix", "--instructions", "--role", "ketua").out == "b-instruksi-ketua.pdf\n"
    outcome = sop("matrix", "--instructions", "--all", "--role", "ketua  TIM", "-o", "ketua.html")
    assert (outcome.status, outcome.out, outcome.err) == (0, "ketua.html\n", "")
    page = html.parse(str(folder / "ketua.html"))
    assert [one.text_content() for one in page.xpath("//h2")] == ["Daftar Isi", "Ketua Tim"]


def test_a_book_says_what_it_lacks(sop, write, folder):
    """SOPs that could not be read, but not those in which the wanted role has nothing to do."""
    write("definitions/a.yaml", kode="a")
    write("definitions/b.yaml", kode="b", nama="Rapat", replace={"01/SOP": "02/SOP", "kepala": "ketua"})
    write("definitions/c.yaml", kode="c", replace={"waktu: 1 jam": "waktu: 1 jom"})
    lacking = "error: the book lacks 'definitions/c.yaml'\n       mend the errors and bind again\n"
    for words in (["--instructions", "--role", "ketua"], []):
        outcome = sop("matrix", "--all", *words, "-o", "buku.html")
        assert (outcome.status, outcome.out) == (1, "buku.html\n")
        assert outcome.err.endswith(lacking)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "sop matrix --role k",
            ["plain,kabid\tKepala Badan", "plain,kepala\tKepala", "plain,ketua\tKetua Tim"],
        ),
        ("sop matrix b --role k", ["plain,ketua\tKetua Tim"]),
        ("sop matrix --agency kota --sop a --role k", ["plain,kepala\tKepala"]),
        ("sop matrix lain.yaml --role ", ["plain,tim"]),
        ("sop matrix nada.yaml --role t", [""]),
    ],
)
def test_a_shell_offers_roles(process, write, line, expected):
    """Of the SOPs that are named, with what stands over their columns; whatever cannot be read offers none."""
    write("definitions/kota/a.yaml", kode="kota", replace={"kepala: Kepala Badan": "kepala: {nama: Kepala}"})
    write("definitions/kota/b.yaml", kode="kota", replace={"kepala": "kabid"})
    write("definitions/b.yaml", kode="b", replace={"kepala": "ketua", "Kepala Badan": "Ketua Tim"})
    write("definitions/rusak.yaml").write_bytes(b"\xff\xfe: [")
    write("definitions/aneh.yaml").write_text("instansi: {kode: aneh}\npelaksana: [a]\n", encoding="utf-8")
    write("lain.yaml").write_text("pelaksana: {tim: [x]}\n", encoding="utf-8")
    asked = {
        "_SOP_COMPLETE": "fish_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": line.rpartition(" ")[2],
    }
    result = process(environment=asked)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode().replace("\r\n", "\n").split("\n")[:-1] == expected


def test_sheets_as_json(sop, write):
    """The steps of each role with what comes and goes."""
    write("definitions/contoh.yaml")
    outcome = sop("matrix", "contoh", "--instructions", "--role", "kepala", "--format", "json")
    assert outcome.json == {
        "sop": "contoh",
        "agency": "contoh",
        "name": "Laporan",
        "complete": True,
        "roles": [
            {
                "key": "kepala",
                "name": "Kepala Badan",
                "steps": [
                    {
                        "id": "2",
                        "number": "2",
                        "activity": "Memeriksa konsep laporan",
                        "text": "Sesuai?",
                        "responsible": True,
                        "with": [],
                        "decision": True,
                        "start": False,
                        "end": False,
                        "waits": False,
                        "receives": [{**RELAY, "from": "1", "roles": ["staf"]}],
                        "inputs": ["Konsep laporan"],
                        "waktu": {"text": "1 jam", "parts": {"jam": 1}},
                        "measured": True,
                        "shared": [],
                        "whole_row": False,
                        "outputs": ["Konsep yang diparaf"],
                        "hands": [
                            {**RELAY, "to": "3", "roles": ["staf"], "label": "Ya"},
                            {**RELAY, "to": "1", "roles": ["staf"], "label": "Tidak", "returned": True},
                        ],
                        "remarks": [],
                        "inferred": [],
                    }
                ],
            }
        ],
    }


def test_sheets_as_json_are_called_as_those_on_pages(sop, write, folder):
    """After the SOP where it is the only one, and after the role."""
    write("definitions/contoh.yaml")
    words = ("matrix", "--instructions", "--format", "json", "-o", "x/")
    sop(*words)
    sop(*words, "--role", "Kepala Badan")
    write("definitions/lain.yaml", kode="lain")
    sop(*words)
    assert sorted(file.name for file in (folder / "x").iterdir()) == [
        "contoh-instruksi-Kepala-Badan.json",
        "contoh-instruksi.json",
        "instruksi.json",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--role", "staf"], "--role means nothing without --instructions"),
        (["--paper", "A4"], "--paper means nothing for format text"),
        (["--format", "csv", "--all"], "--all means nothing for format csv"),
        (
            ["--instructions", "--format", "json", "--font-size", "9"],
            "--font-size means nothing for format json",
        ),
        (["--instructions", "--format", "csv"], "instruction sheets are not written as 'csv'"),
        (["--instructions", "-o", "a.xlsx"], "suffix '.xlsx' is no format"),
        (["--instructions", "--role", "kepal"], "there is no role 'kepal'\n       did you mean 'kepala'?"),
        (
            ["--instructions", "--role", "x"],
            "there is no role 'x'\n       choose one of: staf (Staf Penyusun), kepala (Kepala Badan)\n",
        ),
        (["--instructions", "--role", "tamu"], "role 'tamu' does not do a single step"),
        (["--instructions", "--role", "tamu", "--format", "json"], "role 'tamu' does not do a single step"),
        (
            ["--agency", "contoh", "--sop", "contoh", "--format", "pdf", "--all"],
            "both --all and --sop are given",
        ),
    ],
)
def test_errors_of_use(sop, write, folder, words, message):
    """Each is told, ends with 2 and leaves nothing behind."""
    write(
        "definitions/contoh.yaml",
        replace={"  kepala: Kepala Badan\n": "  kepala: Kepala Badan\n  tamu: Tamu\n"},
    )
    outcome = sop("matrix", *words)
    assert (outcome.status, outcome.out if "--format" not in words else "") == (2, "")
    assert f"error: {message}" in outcome.err
    assert [path.name for path in folder.iterdir()] == ["definitions"]


def test_a_sop_that_is_not_whole_is_left_to_its_findings(sop, write):
    """Nothing is told of rows that could not be read; the others are."""
    write("definitions/a.yaml", kode="a", replace={"waktu: 1 jam": "waktu: 1 jom"})
    write("definitions/b.yaml", kode="b", nama="Rapat", replace={"01/SOP": "02/SOP"})
    outcome = sop("matrix", "--format", "json")
    assert outcome.status == 1
    assert [one["agency"] for one in outcome.json] == ["b"]
    assert "1 jom" in outcome.err


def test_a_flow_that_is_not_whole_is_told(sop, write):
    """The letters that do not depend on it stand; that one may be missing is said."""
    write("definitions/contoh.yaml", replace={"Ya: 3": "Ya: 9"})
    outcome = sop("matrix", "contoh")
    assert outcome.status == 1
    assert outcome.out.splitlines()[2] == "2    I              R/A           Memeriksa konsep laporan"
    assert outcome.out.endswith("Part of the flow cannot be read: an I may be missing.\n")


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        (120, []),
        (104, ["sekretaris", "kepala_bidang", "kasubbag", "kepala_seksi", "staf"]),
        (80, ["P1", "P2", "P3", "P4", "P5"]),
        (60, ["P1", "P2", "P3", "P4", "P5"]),
    ],
)
def test_a_narrow_terminal_shows_less_of_the_roles(root, monkeypatch, columns, names):
    """Their keys where names do not fit, else a number each; what they mean stands below; no line is too wide."""
    compiled = compile_sop(root / "definitions" / "balangan.yaml")
    definition = Definition(root / "definitions" / "balangan.yaml", "balangan.yaml", "balangan")
    entry = Entry(definition, compiled, compiled.sop, matrix_of(compiled.sop, compiled.graph))
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    print_matrices(Run([], {"COLUMNS": str(columns), "NO_COLOR": "1"}), [entry], several=False)
    table, *legends = stream.getvalue().split("\n\n")
    assert max(map(len, table.splitlines())) <= columns
    roles = [role.nama for role in compiled.sop.pelaksana.values()]
    assert [legend.splitlines() for legend in legends[:-1]] == (
        [[f"{name}: {role}" for name, role in zip(names, roles, strict=True)]] if names else []
    )
