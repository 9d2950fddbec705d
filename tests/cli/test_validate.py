"""``sop validate``: findings on standard output, and what it leaves with."""

import json
import os

import pytest


def test_what_is_sound_is_counted(sop, write):
    """One line on standard output, status 0."""
    write("a.yaml")
    write("b.yml")
    outcome = sop("validate", "a.yaml", "b.yml")
    assert (outcome.status, outcome.out, outcome.err) == (0, "2 files, no errors\n", "")
    assert sop("validate", ".", "--lang", "id").out == "2 berkas, tanpa kesalahan\n"


def test_findings_stand_before_their_number(sop, write, folder):
    """An empty line between; status 1."""
    text = write("x.yaml").read_text(encoding="utf-8").replace("pelaksana: staf\n", "pelaksana: staff\n", 1)
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    outcome = sop("validate", "x.yaml")
    assert (outcome.status, outcome.err) == (1, "")
    assert outcome.out.endswith("\n\n1 file, 1 error\n")
    assert "x.yaml:14:16: error[SOP201] " in outcome.out
    assert "14 |     pelaksana: staff\n   |                ^^^^^" in outcome.out


def test_without_a_name_all_definitions_found_are_checked(sop, write):
    """Paths print relative to the working directory; one finding a defect, in the order of files."""
    write("definitions/a.yaml", kode="a")
    write("definitions/b/x.yaml", kode="b", replace={"nomor: 2": "nomer: 2"})
    outcome = sop("validate")
    assert outcome.status == 1
    assert outcome.out.startswith("definitions/b/x.yaml:19:5: error[SOP101] unknown key 'nomer'\n")


def test_strict_makes_warnings_fail(sop, write):
    """Status 1 instead of 0; the report is the same."""
    write("definitions/dumay.yaml", kode="dumai")
    plain, strict = sop("validate"), sop("validate", "--strict")
    assert (plain.status, strict.status) == (0, 1)
    assert (
        plain.out
        == strict.out
        == (
            "definitions/dumay.yaml:3:9: warning[SOP801] code 'dumai' differs from the file's or folder's name 'dumay'\n"
            "  |\n"
            "3 |   kode: dumai\n"
            "  |         ^^^^^ make the two the same; commands know this SOP as --agency dumai\n"
            "\n"
            "1 file, no errors, 1 warning\n"
        )
    )


def test_json_is_one_array(sop, write):
    """Of all files; empty where nothing is wrong."""
    write("a.yaml")
    outcome = sop("validate", "a.yaml", "--format", "json")
    assert (outcome.status, outcome.out, outcome.err) == (0, "[]\n", "")
    write("b.yaml", replace={"nomor: 2": "nomer: 2"})
    outcome = sop("validate", "a.yaml", "b.yaml", "--format", "json", "--lang", "id")
    assert (outcome.status, outcome.err) == (1, "")
    first = outcome.json[0]
    assert (first["code"], first["path"], first["message"]) == (
        "SOP101",
        "b.yaml",
        "kunci 'nomer' tidak dikenal",
    )


def test_what_cannot_be_read_is_misuse_and_the_rest_is_done(sop, write):
    """2 wins over 1; the fault stands on standard error, and in a JSON report too."""
    write("a.yaml", replace={"nomor: 2": "nomer: 2"})
    outcome = sop("validate", "no.yaml", "a.yaml")
    assert outcome.status == 2
    assert outcome.err == "error: cannot read 'no.yaml': it does not exist\n"
    assert outcome.out.startswith("a.yaml:19:5: error[SOP101] unknown key 'nomer'\n")
    outcome = sop("validate", "no.yaml", "a.yaml", "--format", "json")
    assert outcome.status == 2
    assert [(found["code"], found["path"], found["line"]) for found in outcome.json][-1] == (
        "SOP000",
        "no.yaml",
        1,
    )
    assert outcome.json[0]["code"] == "SOP101"


def test_nothing_to_give_is_an_object(sop, folder):
    """With JSON, standard output is one document whatever happens."""
    for words in (["no.yaml"], ["--agency", "../../etc/passwd"], ["--definitions", "none"], ["."]):
        outcome = sop("validate", *words, "--format", "json")
        assert outcome.status == 2
        assert [found["code"] for found in outcome.json["diagnostics"]] == ["SOP000"]
        assert outcome.err.startswith("error: ")


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "SOP006", 1),
        (b"\xff\xfea\x00", "SOP002", 1),
        (b"a: b\nc: \xe9\n", "SOP002", 2),
        (b"- a\n", "SOP006", 1),
        (b"a: b\x00\n", "SOP003", 1),
        (b"a: 1\na: 2\n", "SOP004", 2),
        (b"a: &x 1\n", "SOP005", 1),
        (b"a: [1\n", "SOP001", 1),
    ],
)
def test_files_that_are_no_definition(sop, folder, data, code, line):
    """A finding with code and place, status 1, by file and by standard input."""
    (folder / "x.yaml").write_bytes(data)
    for words, name, given in ((["x.yaml"], "x.yaml", None), (["-"], "<stdin>", data)):
        outcome = sop("validate", *words, "--format", "json", input=given)
        assert (outcome.status, outcome.err) == (1, "")
        places = [(found["code"], found["path"], found["line"], found["severity"]) for found in outcome.json]
        assert (code, name, line, "error") in places


def test_standard_input_is_read_once(sop, write):
    """Also when it is named twice."""
    data = write("a.yaml").read_bytes()
    outcome = sop("validate", "-", "-", input=data)
    assert (outcome.status, outcome.out) == (0, "1 file, no errors\n")


def test_a_file_named_twice_is_checked_once(sop, write):
    """However it is written."""
    write("d/a.yaml")
    outcome = sop("validate", "d/a.yaml", "d", "./d/../d/a.yaml")
    assert (outcome.status, outcome.out) == (0, "1 file, no errors\n")


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_hostile_names_do_no_harm(sop, write):
    """Line ends and escapes in a file's name are shown, not obeyed."""
    write("a\n\x1b[31m.yaml", replace={"nomor: 2": "nomer: 2"})
    outcome = sop("validate", ".")
    assert outcome.out.startswith("./a\\n\\x1b[31m.yaml:19:5: error[SOP101] unknown key 'nomer'\n")
    found = json.loads(sop("validate", ".", "--format", "json").out)[0]
    assert found["path"] == "./a\n\x1b[31m.yaml"


def test_a_crashing_stage_is_an_engine_fault(sop, write, monkeypatch):
    """Status 3, one line that names the file; the traceback only for who asks."""
    write("a.yaml")

    def crash(*_):
        raise KeyError("x\ny")

    monkeypatch.setattr("sop_engine.cli.shelf.compile_bytes", crash)
    outcome = sop("validate", "a.yaml")
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.startswith("error: engine fault at 'a.yaml': KeyError: 'x\\ny' (cli/shelf.py:")
    assert outcome.err.endswith("); please report it, with the file\n")
    assert outcome.err.count("\n") == 1
    assert "Traceback (most recent call last)" in sop("validate", "a.yaml", SOP_DEBUG="1").err
    outcome = sop("validate", "a.yaml", "--format", "json")
    assert outcome.status == 3
    assert [(found["code"], found["slug"]) for found in outcome.json["diagnostics"]] == [
        ("SOP901", "engine-fault")
    ]


def test_a_crashing_rule_is_an_engine_fault_too(sop, write, monkeypatch):
    """Its finding is reported with the others, and the status is 3."""
    write("a.yaml", replace={"{Ya: 3, Tidak: 1}": "{Ya: 3, Tidak: 9}"})

    def crash(_):
        raise ZeroDivisionError

    monkeypatch.setattr("sop_engine.rules.idle_role.check", crash)
    outcome = sop("validate", "a.yaml", "--format", "json")
    assert (outcome.status, outcome.err) == (3, "")
    assert [found["code"] for found in outcome.json] == ["SOP900", "SOP202"]


def test_a_fault_outside_of_any_file_is_one_line_too(sop, write, monkeypatch):
    """With the place in the engine where it came up."""
    write("a.yaml")

    def crash(*_):
        raise RuntimeError("a\nb")

    monkeypatch.setattr("sop_engine.cli.register.path_json", crash)
    outcome = sop("list", "a.yaml")
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.startswith("error: engine fault: RuntimeError: a b (cli/register.py:")
    assert outcome.err.endswith("); please report it\n")
    assert outcome.err.count("\n") == 1


REPORTS = {
    "a.txt": b"a.yaml:19:",
    "a.json": b"[\n  {",
    "a.sarif": b"{",
    "a.xml": b"<?xml",
    "a.html": b"<!DOCTYPE html>",
    "a.XLSX": b"PK",
}


@pytest.mark.parametrize("name", REPORTS)
def test_the_suffix_names_the_format(sop, write, folder, name):
    """The path is printed, how much was found stands in the error stream."""
    write("a.yaml", replace={"nomor: 2": "nomor: 5"})
    outcome = sop("validate", "a.yaml", "-o", name)
    assert (outcome.status, outcome.out, outcome.err) == (0, f"{name}\n", "1 file, no errors, 2 warnings\n")
    assert (folder / name).read_bytes().startswith(REPORTS[name])


def test_books_for_reviewers_are_files_by_default(sop, write, folder):
    """Bytes are for nobody's terminal; ``-o -`` still gives them."""
    write("a.yaml")
    for form in ("html", "xlsx"):
        name = f"catatan-evaluasi.{form}"
        assert sop("validate", "a.yaml", "--format", form).out == f"{name}\n"
        piped = sop("validate", "a.yaml", "--format", form, "-o", "-")
        assert piped.err == ""
    assert (folder / "catatan-evaluasi.html").read_text(encoding="utf-8") == (
        sop("validate", "a.yaml", "--format", "html", "-o", "-").out
    )


def test_a_folder_gets_a_file_for_each_agency(sop, write, folder):
    """Each with its own SOPs, to be sent to it; what has no code stands apart."""
    write("many/a.yaml", kode="dinas-a", nama="Laporan Satu")
    write("many/b.yaml", kode="dinas-b", nama="Laporan Dua")
    write("many/c.yaml", kode="dinas-a", nama="Laporan Tiga")
    (folder / "many" / "d.yaml").write_text("kegiatan: [", encoding="utf-8")
    outcome = sop("validate", "many", "--format", "html", "-o", "catatan/")
    assert outcome.status == 1
    assert outcome.out.splitlines() == [
        "catatan/catatan-evaluasi-dinas-a.html",
        "catatan/catatan-evaluasi-dinas-b.html",
        "catatan/catatan-evaluasi-tanpa-kode.html",
    ]
    pages = {
        path.stem.removeprefix("catatan-evaluasi-"): path.read_text(encoding="utf-8")
        for path in (folder / "catatan").iterdir()
    }
    named = {
        stem: [name for name in ("Laporan Satu", "Laporan Dua", "Laporan Tiga") if name in page]
        for stem, page in pages.items()
    }
    assert named == {
        "dinas-a": ["Laporan Satu", "Laporan Tiga"],
        "dinas-b": ["Laporan Dua"],
        "tanpa-kode": [],
    }
    assert sop("validate", "many", "--format", "json", "-o", "catatan").json == {
        "written": [
            "catatan/catatan-evaluasi-dinas-a.json",
            "catatan/catatan-evaluasi-dinas-b.json",
            "catatan/catatan-evaluasi-tanpa-kode.json",
        ]
    }


def test_a_folder_needs_a_format(sop, write, folder):
    """Nothing is written before it is clear what."""
    write("a.yaml")
    outcome = sop("validate", "a.yaml", "-o", "catatan/")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(
        "error: a folder says nothing of the format\n       use --format with one of: text"
    )


def test_statistics_count_by_code(sop, write):
    """The commonest first; as JSON with the words of the language."""
    write("a.yaml", replace={"nomor: 2": "nomor: 5"})
    write("b.yaml", kode="b", replace={"nomor: 2": "nomor: 5", "nomor: 01/SOP": "nomor: 01//SOP"})
    outcome = sop("validate", ".", "--statistics")
    assert [line.split() for line in outcome.out.splitlines()] == [
        ["Code", "Name", "Severity", "Meaning", "Findings", "Files"],
        ["SOP209", "number-gap", "warning", *["the", "numbers", "of", "the", "rows", "jump"], "4", "2"],
        [
            "SOP603",
            "holed-number",
            "warning",
            *["the", "number", "of", "the", "SOP", "has", "a", "hole"],
            "1",
            "1",
        ],
        [],
        [
            "2",
            "files,",
            "no",
            "errors,",
            "5",
            "warnings;",
            *["some", "can", "be", "mended", "with", "'sop", "fix'"],
        ],
    ]
    (first, _) = sop("validate", ".", "--statistics", "--format", "json", "--lang", "id").json
    assert (first["code"], first["findings"], first["files"]) == ("SOP209", 4, 2)
