"""``sop list``: the register of what is found."""

import csv
import io
import sys
from datetime import datetime
from pathlib import Path

import pytest
from lxml import html
from openpyxl import load_workbook

from sop_engine.cli.commands.list import STATUS
from sop_engine.cli.register_book import SHEET
from sop_engine.cli.register_data import CSV_KEYS
from sop_engine.cli.register_order import KEYS, parse_order
from sop_engine.cli.run import Run
from sop_engine.cli.tables import print_table
from sop_engine.model import sop as model
from tests.cli.conftest import Terminal

DATES = {
    "  nama: Laporan\n": "  nama: Laporan\n  tanggal_pembuatan: 2023-01-02\n  tanggal_revisi: Oktober 2024\n"
    "  tanggal_efektif: 2023-02-01\n"
}
"""What gives the definition dates."""


@pytest.fixture(autouse=True)
def settings(folder: Path) -> None:
    """Errors are found, and a code that differs from the file's name; the other rules have tests of their own."""
    (folder / "sop.toml").write_text('select = ["SOP801", "SOP802"]\n', encoding="utf-8")


def several(write) -> None:
    """Three SOPs of two agencies, one of which is too faulty to have rows."""
    write(
        "definitions/kota/b2.yaml",
        kode="kota",
        nama="Rapat _Online_",
        replace={"versi_format: 1\n": "versi_format: 1\nstatus: berlaku\n", "waktu: 1 jam": "waktu: 2 hari"},
    )
    write(
        "definitions/kota/b10.yaml",
        kode="kota",
        nama="Arsip",
        replace={"01/SOP": "10/SOP", "waktu: 1 jam": "waktu: 3 jam"},
    )
    write(
        "definitions/kota/b9.yaml",
        kode="kota",
        nama="Baca",
        replace={"01/SOP": "9/SOP", "kegiatan:": "kegiatan: []\nlain:"},
    )


def names(outcome) -> list[str]:
    """The stems of what is listed."""
    return [entry["sop"] for entry in outcome.json]


def test_a_table_of_what_is_found(sop, write):
    """Plain and aligned where no terminal is; numbers stand to the right."""
    write("definitions/contoh.yaml")
    write("definitions/dumai.yaml", kode="dumai", nama="Rapat", replace={"01/SOP": "02/SOP"})
    outcome = sop("list")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (
        "Agency  Number  Name     Status  Rows  Roles  Total time      Findings\n"
        "contoh  01/SOP  Laporan  konsep     3      2  1 jam 30 menit  -\n"
        "dumai   02/SOP  Rapat    konsep     3      2  1 jam 30 menit  -\n"
    )


def test_the_file_is_named_where_an_agency_has_several(sop, write):
    """By its stem, which ``--sop`` takes."""
    write("definitions/contoh/a.yaml")
    write("definitions/contoh/b.yaml", nama="表", replace={"01/SOP": "02/SOP"})
    assert sop("list", "--lang", "id").out == (
        "Instansi  SOP  Nomor   Nama     Status  Baris  Peran  Jumlah waktu    Temuan\n"
        "contoh    a    01/SOP  Laporan  konsep      3      2  1 jam 30 menit  -\n"
        "contoh    b    02/SOP  表       konsep      3      2  1 jam 30 menit  -\n"
    )


def test_json_has_stable_keys(sop, write):
    """An array, also of one; dates are ISO 8601, and a month stays a month."""
    write("definitions/contoh.yaml", replace=DATES)
    assert sop("list", "--format", "json").json == [
        {
            "sop": "contoh",
            "agency": "contoh",
            "name": "Laporan",
            "agency_name": "Badan Contoh",
            "number": "01/SOP",
            "status": "konsep",
            "created": "2023-01-02",
            "revised": "2024-10",
            "effective": "2023-02-01",
            "review_due": "2024-10",
            "rows": 3,
            "roles": 2,
            "total": {"text": "1 jam 30 menit", "parts": {"jam": 1, "menit": 30}},
            "findings": {"error": 0, "warning": 0, "info": 0},
            "path": "definitions/contoh.yaml",
        }
    ]
    assert sop("list", "--format", "json", "--today", "2026-11-21").json[0]["review_due"] == "2025-10"


def test_a_faulty_sop_is_listed_as_far_as_it_is_known(sop, write, folder):
    """Also one without rows or that is no YAML; errors stand in full on standard error, the rest is counted there."""
    write("definitions/a.yaml", kode="a", replace={"waktu: 1 jam": "waktu: 1 jom"})
    write("definitions/b.yaml", kode="c", replace={"01/SOP": "02/SOP"})
    (folder / "definitions" / "d.yaml").write_text("a: [\n", encoding="utf-8")
    write("definitions/e.yaml", kode="e", nama="Rapat", replace={"kegiatan:": "kegiatan: []\nlain:"})
    outcome = sop("list")
    assert outcome.status == 1
    assert outcome.out == (
        "Agency  SOP  Number  Name     Status  Rows  Roles  Total time      Findings\n"
        "a       a    01/SOP  Laporan  konsep     3      2  -               1E\n"
        "c       b    02/SOP  Laporan  konsep     3      2  1 jam 30 menit  1W\n"
        "d       d    -       -        -          -      -  -               1E\n"
        "e       e    -       Rapat    -          -      -  -               2E\n"
    )
    assert outcome.err.startswith("definitions/a.yaml:26:14: error[SOP500] ")
    assert "\n\ndefinitions/d.yaml:1:4: error[SOP001] " in outcome.err
    assert outcome.err.endswith("\n\n1 warning not shown; see 'sop validate'\n")


def test_what_is_not_known_is_null(sop, folder):
    """In JSON; the keys are those of every entry."""
    (folder / "x.yaml").write_text("a: [\n", encoding="utf-8")
    outcome = sop("list", "x.yaml", "--format", "json")
    assert outcome.status == 1
    assert outcome.json == [
        {
            "sop": "x",
            "agency": None,
            "name": None,
            "agency_name": None,
            "number": None,
            "status": None,
            "created": None,
            "revised": None,
            "effective": None,
            "review_due": None,
            "rows": None,
            "roles": None,
            "total": None,
            "findings": {"error": 1, "warning": 0, "info": 0},
            "path": "x.yaml",
        }
    ]
    assert outcome.err.startswith("x.yaml:1:4: error[SOP001] ")


def test_findings_across_sops_are_counted_at_theirs(sop, write):
    """As ``sop validate`` counts them."""
    write("definitions/a.yaml", kode="a")
    write("definitions/b.yaml", kode="b", nama="Rapat")
    lines = sop("list").out.splitlines()
    found = sum(int(line.split()[-1][:-1]) for line in lines[1:] if line.split()[-1] != "-")
    counted = sop("validate", "--format", "json").json
    assert found == len([one for one in counted if one["code"] == "SOP802"])


def test_with_strict_warnings_are_shown_in_full(sop, write):
    """For they fail the run then."""
    write("definitions/b.yaml", kode="c")
    outcome = sop("list", "--strict")
    assert outcome.status == 1
    assert outcome.err.startswith("definitions/b.yaml:3:9: warning[SOP801] ")


def test_where_nothing_can_be_read_json_holds_the_problems(sop):
    """One document, and the same on standard error for people."""
    outcome = sop("list", "no.yaml", "--format", "json")
    assert (outcome.status, [found["code"] for found in outcome.json["diagnostics"]]) == (2, ["SOP000"])
    assert outcome.err == "error: cannot read 'no.yaml': it does not exist\n"


def test_hostile_text_stays_on_its_line(sop, write):
    """A name over two lines is one line of the table; brackets are no markup."""
    write("x.yaml", nama="|\n    a [red]b[/red]\n    c")
    assert sop("list", "x.yaml").out == (
        "Agency  SOP  Number  Name              Status  Rows  Roles  Total time      Findings\n"
        "contoh  x    01/SOP  a [red]b[/red] c  konsep     3      2  1 jam 30 menit  -\n"
    )


def test_marks_of_italics_are_not_shown(sop, write):
    """In the table; JSON gives the text as it is written. Other underscores are letters."""
    write("x.yaml", nama="Rapat _Online_ nama_berkas", replace={"01/SOP": "_01_/SOP"})
    row = sop("list", "x.yaml").out.splitlines()[1]
    assert row.startswith("contoh  x    01/SOP  Rapat Online nama_berkas  ")
    assert sop("list", "x.yaml", "--format", "json").json[0]["name"] == "Rapat _Online_ nama_berkas"


@pytest.mark.parametrize(
    ("key", "stems"),
    [
        ("name", "b10 b9 b2"),
        ("-name", "b2 b9 b10"),
        ("name:desc", "b2 b9 b10"),
        ("name:asc", "b10 b9 b2"),
        ("sop", "b2 b9 b10"),
        ("number", "b2 b10 b9"),
        ("-number", "b10 b2 b9"),
        ("total", "b10 b2 b9"),
        ("-total", "b2 b10 b9"),
        ("agency", "b10 b2 b9"),
        ("-agency", "b10 b2 b9"),
        ("errors,-sop", "b10 b2 b9"),
        ("-findings", "b9 b10 b2"),
        ("status", "b2 b10 b9"),
        ("-Review-Due,SOP", "b2 b9 b10"),
        ("-path", "b10 b9 b2"),
        ("nama", "b10 b9 b2"),
        ("-Tinjau ulang,sop", "b2 b9 b10"),
        ("status,-baris", "b2 b10 b9"),
    ],
)
def test_sorting(sop, write, key, stems):
    """Numbers in texts by their value, times by their length; what is empty stands last, equals stay as they are."""
    several(write)
    assert names(sop("list", "--format", "json", "--sort", key)) == stems.split()


def test_dates_are_sorted_by_the_day(sop, write):
    """A month stands before its days; an order of two keys is heard from the left."""
    for at, day in enumerate(("2 Januari 2023", "Januari 2023", "2022-12-31", "", "2 Januari 2023")):
        write(f"{at}.yaml", replace={"  nama: Laporan\n": f"  nama: Laporan\n  tanggal_efektif: {day}\n"})
    files = [f"{at}.yaml" for at in range(5)]
    assert names(sop("list", *files, "--format", "json", "--sort", "effective")) == ["2", "1", "0", "4", "3"]
    assert names(sop("list", *files, "--format", "json", "--sort", "-effective,-sop")) == [
        "4",
        "0",
        "1",
        "2",
        "3",
    ]


def test_every_heading_of_the_register_can_be_sorted_by():
    """In Indonesian too, for that is what stands above the columns."""
    headings = [column.title for column in SHEET if column.title != "No"]
    keys = [parse_order(heading)[0].key for heading in headings]
    assert keys == [key for key in CSV_KEYS if key not in ("agency_name", "sop")]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("nma", "error: --sort 'nma' is unknown\n       did you mean 'nama'?\n"),
        ("nme", "error: --sort 'nme' is unknown\n       did you mean 'name'?\n"),
        ("xyz", f"error: --sort 'xyz' is unknown\n       choose one of: {', '.join(KEYS)}\n"),
        ("name:down", "error: --sort 'name:down' is unknown\n       did you mean 'name:desc'?\n"),
        ("name,", f"error: --sort '' is unknown\n       choose one of: {', '.join(KEYS)}\n"),
    ],
)
def test_what_cannot_be_sorted_by(sop, given, words):
    """Is said before anything is read."""
    outcome = sop("list", "no.yaml", "--sort", given)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", words)


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        (["--status", "berlaku"], "b2"),
        (["--status", "KONSEP"], "b10"),
        (["--with", "error"], "b9"),
        (["--with", "info"], ""),
        (["--search", "ARSIP"], "b10"),
        (["--search", " rapat   online"], "b2"),
        (["--search", "9/s"], ""),
        (["--search", ""], "b10 b2 b9"),
        (["--search", "sop", "--status", "berlaku"], "b2"),
        (["--due-before", "2030-01-01"], ""),
    ],
)
def test_filters(sop, write, words, stems):
    """Each narrows; JSON of nothing is an empty array, and the exit status is that of all."""
    several(write)
    outcome = sop("list", "--format", "json", *words)
    assert (outcome.status, names(outcome)) == (1, stems.split())


def test_where_nothing_matches_people_are_told(sop, write):
    """On standard error; it is no fault."""
    write("a.yaml")
    assert sop("list", "a.yaml", "--status", "dicabut").err == "no SOP matches\n"
    outcome = sop("list", "a.yaml", "--status", "dicabut", "--lang", "id")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "tidak ada SOP yang cocok\n")


def test_reviews(sop, write):
    """Who asks for a day sees when reviews are due; a month is due before its end only when it is over."""
    write("definitions/a.yaml", kode="a", replace=DATES)
    write("definitions/b.yaml", kode="b", replace={"01/SOP": "02/SOP"})
    shown = (
        "Agency  Number  Name     Status  Review due  Rows  Roles  Total time      Findings\n"
        "a       01/SOP  Laporan  konsep  2025-10        3      2  1 jam 30 menit  -\n"
    )
    both = f"{shown}b       02/SOP  Laporan  konsep  -              3      2  1 jam 30 menit  -\n"
    assert sop("list", "--today", "2026-11-21").out == both
    assert sop("list", "--today", "2026-11-21", "--due-before", "2025-11-01").out == shown
    assert sop("list", "--today", "2026-11-21", "--due-before", "2025-10-31").out == ""
    assert sop("list", "--due-before", "kapan").err.startswith("error: --due-before 'kapan': ")
    assert sop("list", "--today", "2025").status == 2


def test_csv(sop, write):
    """RFC 4180 with a byte order mark; keys are English; what a spreadsheet would run is made text."""
    write("a.yaml", nama="'=1+1, \"x\"'", replace={"01/SOP": "'@x'"})
    write("b.yaml", nama="' -2'", replace={"01/SOP": "+62"})
    (Path("c.yaml")).write_text("a: [\n", encoding="utf-8")
    outcome = sop("list", "a.yaml", "b.yaml", "c.yaml", "--format", "csv")
    assert outcome.out.startswith(
        "\ufeffagency,agency_name,sop,number,name,status,created,revised,effective,review_due,"
    )
    rows = list(csv.reader(io.StringIO(outcome.out.removeprefix("\ufeff"), newline="")))
    assert rows[1:] == [
        [
            "contoh",
            "Badan Contoh",
            "a",
            "'@x",
            '\'=1+1, "x"',
            "konsep",
            "",
            "",
            "",
            "",
            "3",
            "2",
            "1 jam 30 menit",
            "0",
            "0",
            "0",
            "a.yaml",
        ],
        [
            "contoh",
            "Badan Contoh",
            "b",
            "'+62",
            "'-2",
            "konsep",
            "",
            "",
            "",
            "",
            "3",
            "2",
            "1 jam 30 menit",
            "0",
            "0",
            "0",
            "b.yaml",
        ],
        ["", "", "c", *[""] * 10, "1", "0", "0", "c.yaml"],
    ]


def test_a_workbook(sop, write, folder):
    """Dates are dates, a month shows none of its days; no cell is a formula."""
    write("definitions/a.yaml", kode="a", replace={**DATES, "01/SOP": "'=1+1'"})
    outcome = sop("list", "--format", "xlsx", "--today", "2026-11-21", "--lang", "en")
    assert (outcome.status, outcome.out, outcome.err) == (0, "daftar-sop.xlsx\n", "")
    sheet = load_workbook(folder / "daftar-sop.xlsx")["Daftar SOP"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=2, max_col=1)] == [
        ["Daftar SOP"],
        ["1 SOP, 1 instansi, keadaan per 21 November 2026"],
    ]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)] == [
        [
            *(
                "No",
                "Instansi",
                "Nomor SOP",
                "Nama SOP",
                "Status",
                "Pembuatan",
                "Revisi",
                "Efektif",
                "Tinjau ulang",
            ),
            *("Baris", "Peran", "Jumlah waktu", "Kesalahan", "Peringatan", "Catatan", "Berkas"),
        ],
        [
            *(1, "Badan Contoh", "=1+1", "Laporan", "konsep"),
            *map(datetime.fromisoformat, ("2023-01-02", "2024-10-01", "2023-02-01", "2025-10-01")),
            *(3, 2, "1 jam 30 menit", 0, 0, 0, "definitions/a.yaml"),
        ],
    ]
    assert [sheet.cell(4, at).number_format for at in (6, 7)] == ["[$-421]d mmm yyyy", "[$-421]mmm yyyy"]
    assert {cell.data_type for cell in sheet[4]} == {"n", "s", "d"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A4", "A3:P4", "$3:$3")


def test_a_page(sop, write, folder):
    """One file in Indonesian; what an author wrote is inert."""
    write("definitions/a.yaml", kode="a", nama="<b>x</b> _y_", replace={"  nomor: 01/SOP\n": ""})
    (folder / "definitions" / "b.yaml").write_text("a: [\n", encoding="utf-8")
    outcome = sop("list", "--status", "konsep", "-o", "daftar.html")
    assert (outcome.status, outcome.out) == (1, "daftar.html\n")
    page = html.parse(folder / "daftar.html").getroot()
    assert page.xpath("string(//p[@class='about'])") == "1 SOP, 1 instansi, disaring, bukan seluruhnya"
    cells = page.xpath("//tbody/tr/*")
    assert [" ".join(cell.itertext()) for cell in cells] == [
        *("1", "Badan Contoh", "–", "<b>x</b> y definitions/a.yaml", "konsep", "–", "–", "–", "–"),
        *("3", "2", "1 jam 30 menit", "tanpa\xa0temuan"),
    ]
    assert (page.get("lang"), page.xpath("//script | //b")) == ("id", [])
    sop("list", "-o", "semua.html")
    page = html.parse(folder / "semua.html").getroot()
    assert [" ".join(cell.itertext()) for cell in page.xpath("//tbody/tr[2]/*")] == [
        *("2", "b", "–", "– definitions/b.yaml", *"–" * 8, "1\xa0kesalahan"),
    ]


def test_a_page_tells_what_is_overdue(sop, write, folder):
    """Where the day is named, and the rule on it is wanted: just what ``sop validate`` says."""
    write("definitions/a.yaml", replace={**DATES, "versi_format: 1\n": "versi_format: 1\nstatus: berlaku\n"})
    late = "//span[@class='s'][.='terlambat']"
    for rules, words, found in (
        ('select = ["SOP614"]', ["--today", "2026-11-21"], 1),
        ('select = ["SOP614"]', [], 0),
        ('ignore = ["SOP614"]', ["--today", "2026-11-21"], 0),
    ):
        (folder / "sop.toml").write_text(f"{rules}\n", encoding="utf-8")
        sop("list", "-o", "daftar.html", *words)
        assert len(html.parse(folder / "daftar.html").xpath(late)) == found


def test_where_files_go(sop, write, folder):
    """The format is the suffix's; a folder gets the usual name, ``-`` is standard output; text goes into files too."""
    write("a.yaml")
    (folder / "out").mkdir()
    for words, name in (
        (["-o", "x.csv"], "x.csv"),
        (["-o", "x.JSON"], "x.JSON"),
        (["-o", "x.txt"], "x.txt"),
        (["-o", "out/", "--format", "csv"], "out/daftar-sop.csv"),
        (["-o", "new/", "--format", "text"], "new/daftar-sop.txt"),
        (["-o", "out", "--format", "xlsx"], "out/daftar-sop.xlsx"),
    ):
        outcome = sop("list", "a.yaml", *words)
        assert (outcome.status, outcome.out, outcome.err) == (0, f"{name}\n", "")
        assert (folder / name).stat().st_size > 0
    assert (folder / "x.txt").read_text(encoding="utf-8") == sop("list", "a.yaml").out
    assert sop("list", "a.yaml", "-o", "-", "--format", "html").out.startswith("<!DOCTYPE html>")
    assert sop("list", "a.yaml", "-o", "y.json", "--format", "json").json == {"written": ["y.json"]}


def test_what_cannot_be_written(sop, write):
    """An unknown suffix is refused, and no definition is overwritten."""
    write("a.yaml")
    assert sop("list", "a.yaml", "-o", "x.docx").err == (
        "error: suffix '.docx' is no format\n       use --format with one of: text, json, csv, xlsx, html\n"
    )
    outcome = sop("list", "a.yaml", "-o", "a.yaml", "--format", "csv")
    assert outcome.status == 2
    assert outcome.err.startswith("error: 'a.yaml' is a definition, not overwritten\n")


def test_the_statuses_are_those_of_the_model():
    """They are written out so that help needs no models."""
    assert STATUS == model.STATUS


def test_a_narrow_terminal_leaves_columns_out(monkeypatch):
    """The least needed first, rather than breaking what cannot be read in pieces."""

    def printed(columns: str) -> str:
        stream = Terminal()
        monkeypatch.setattr(sys, "stdout", stream)
        run = Run([], {"COLUMNS": columns, "NO_COLOR": "1"})
        rows = [["dumai", "Pengumpulan Data Kinerja", "berlaku", "8", "5"]]
        headings = ["Agency", "Name", "Status", "Rows", "Roles"]
        print_table(run, headings, rows, numbers=[3, 4], whole=[0, 2], spare=[4, 3])
        return stream.getvalue()

    assert printed("60") == (
        " Agency   Name                       Status    Rows   Roles\n"
        " ──────────────────────────────────────────────────────────\n"
        " dumai    Pengumpulan Data Kinerja   berlaku      8       5\n"
    )
    assert printed("42") == (
        " Agency   Name             Status    Rows\n"
        " ────────────────────────────────────────\n"
        " dumai    Pengumpulan      berlaku      8\n"
        "          Data Kinerja\n"
    )
    assert printed("36").startswith(" Agency   Name              Status\n")
    assert printed("20") == (
        "Agency  Name                      Status   Rows  Roles\n"
        "dumai   Pengumpulan Data Kinerja  berlaku     8      5\n"
    )
