"""``sop flowchart``: what it writes, and where."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from sop_engine.cli.commands import flowchart as module
from sop_engine.cli.drawing import PAPERS as OFFERED
from sop_engine.export.registry import EXPORTERS, PICTURES
from sop_engine.layout.audit import INVARIANTS, Audit
from sop_engine.layout.papers import PAPERS
from sop_engine.render.registry import WRITERS

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz's dot is not installed")


def files(folder):
    """What lies in a folder, definitions left out."""
    return sorted(path.name for path in folder.iterdir() if path.suffix not in {".yaml", ""})


def test_options_offer_what_there_is():
    """Every registered format and paper, each once."""
    assert set(module.FORMATS) == {*WRITERS, *EXPORTERS, *PICTURES}
    assert len(module.FORMATS) == len(set(module.FORMATS))
    assert tuple(PAPERS) == OFFERED


def test_the_sheet_is_written_under_its_agencys_name(sop, folder, definitions):
    """The path is printed; the same input gives the same bytes."""
    outcome = sop("flowchart", "--agency", "dumai", "--definitions", definitions)
    assert (outcome.status, outcome.out) == (0, "dumai.svg\n")
    assert files(folder) == ["dumai.svg"]
    first = (folder / "dumai.svg").read_bytes()
    assert b"<svg " in first
    sop("flowchart", "--agency", "dumai", "--definitions", definitions)
    assert (folder / "dumai.svg").read_bytes() == first


def test_a_file_called_otherwise_adds_its_stem(sop, write, folder):
    """So that an agency's SOPs do not overwrite each other."""
    write("contoh.yaml")
    write("lain.yaml")
    outcome = sop("flowchart", "contoh.yaml", "lain.yaml")
    assert (outcome.status, outcome.out) == (0, "contoh.svg\ncontoh-lain.svg\n")
    assert files(folder) == ["contoh-lain.svg", "contoh.svg"]


@pytest.mark.parametrize("command", ["flowchart", "document"])
def test_a_full_disk_ends_the_run(sop, write, folder, monkeypatch, command):
    """What was written stays; nobody is told a thousand times."""
    for name in "abc":
        write(f"{name}.yaml", kode=name)
    synced = []

    def full(descriptor):
        synced.append(descriptor)
        if len(synced) > 1:
            raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    outcome = sop(command, ".", "--format", "html")
    assert (outcome.status, outcome.out, files(folder)) == (2, "a.html\n", ["a.html"])
    assert outcome.err == (
        "error: cannot write 'b.html': no space is left on the disk\n       make room and do it again\n"
    )


def test_two_sops_never_share_a_file(sop, write, folder):
    """The first is written, the second is refused."""
    write("a/lain.yaml")
    write("b/lain.yaml")
    outcome = sop("flowchart", "a/lain.yaml", "b/lain.yaml")
    assert (outcome.status, outcome.out) == (2, "contoh-lain.svg\n")
    assert outcome.err == (
        "error: two SOPs would be written to 'contoh-lain.svg'\n       draw them one by one with -o\n"
    )


def test_without_a_name_every_sop_is_drawn(sop, write, folder):
    """Into the working directory or a folder, with or without its final slash."""
    write("definitions/a.yaml", kode="a")
    write("definitions/b/x.yaml", kode="b")
    assert sop("flowchart").out == "a.svg\nb-x.svg\n"
    (folder / "out").mkdir()
    for output in ("out/", "out"):
        outcome = sop("flowchart", "-o", output, "--format", "dot")
        assert (outcome.status, outcome.out) == (0, "out/a.dot\nout/b-x.dot\n")


def test_one_sop_goes_into_a_folder(sop, write, folder):
    """A folder that is there needs no final slash."""
    write("contoh.yaml")
    (folder / "out").mkdir()
    for output in ("out/", "out"):
        outcome = sop("flowchart", "contoh.yaml", "-o", output)
        assert (outcome.status, outcome.out) == (0, "out/contoh.svg\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["-o", "no/x.svg"],
            "cannot write 'no/x.svg': folder 'no' does not exist\n       make the folder first\n",
        ),
        (["-o", ""], "the name after '-o' is empty\n       give a name, or leave the option out\n"),
        (
            ["-o", "x.doc"],
            "suffix '.doc' is no format\n       use --format with one of: svg, pdf, png, html, dot, json\n",
        ),
        (["-o", "contoh.yaml/x.svg"], None),
        (["-o", "a" * 300 + ".svg"], None),
    ],
)
def test_an_output_that_cannot_be_written_is_misuse(sop, write, folder, words, message):
    """The path is quoted; nothing is left behind."""
    write("contoh.yaml")
    outcome = sop("flowchart", "contoh.yaml", *words)
    assert (outcome.status, outcome.out) == (2, "")
    if message is not None:
        assert outcome.err == f"error: {message}"
    else:
        assert outcome.err.startswith("error: cannot write '")
    assert files(folder) == []


def test_one_file_cannot_hold_several(sop, write, folder):
    """An agency's stems, or the way to a folder, are told."""
    write("definitions/a/x.yaml", kode="a")
    write("definitions/a/y.yaml", kode="a")
    outcome = sop("flowchart", "--agency", "a", "-o", "z.svg")
    assert (outcome.status, outcome.err) == (
        2,
        "error: agency 'a' has 2 SOPs\n       choose one with --sop: x, y\n",
    )
    for output in ("z.svg", "-"):
        outcome = sop("flowchart", "-o", output)
        assert (outcome.status, outcome.err) == (
            2,
            "error: -o names one file for 2 SOPs\n       name a folder: -o DIR/\n",
        )
    assert sop("flowchart", "--agency", "a", "--sop", "x", "-o", "z.svg").out == "z.svg\n"
    assert sop("flowchart", "--agency", "a").out == "a-x.svg\na-y.svg\n"
    write("definitions/b.yaml", kode="b")
    assert sop("flowchart", "a", "b", "-o", "z.svg").err == (
        "error: -o names one file for 3 SOPs\n       name a folder: -o DIR/\n"
    )


def test_several_pages_are_several_files(sop, folder, root):
    """Numbered from 1; standard output holds one."""
    path = root / "tests" / "definitions" / "pengadaan.yaml"
    outcome = sop("flowchart", path, "-o", "x.svg")
    assert (outcome.status, outcome.out) == (0, "x-1.svg\nx-2.svg\n")
    assert files(folder) == ["x-1.svg", "x-2.svg"]
    outcome = sop("flowchart", path, "-o", "-")
    assert (outcome.status, outcome.out) == (2, "")
    assert (
        outcome.err
        == "error: the drawing has 2 pages, standard output holds one\n       use -o FILE, or --single for SVG\n"
    )


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="no such device there")
def test_several_pages_do_not_go_into_one_device(sop, folder, root):
    """Numbered files beside the device are not what was asked for; one page may go there."""
    path = root / "tests" / "definitions" / "pengadaan.yaml"
    outcome = sop("flowchart", path, "-o", os.devnull)
    assert (outcome.status, outcome.out) == (2, "")
    assert (
        outcome.err
        == f"error: the drawing has 2 pages, '{os.devnull}' holds one\n       use -o FILE, or --single for SVG\n"
    )
    assert sop("flowchart", path, "-o", os.devnull, "--lang", "id").err == (
        f"error: gambarnya 2 halaman, '{os.devnull}' hanya memuat satu\n       pakai -o BERKAS, atau --single untuk SVG\n"
    )
    assert sop("flowchart", path, "--style", "graph", "--format", "dot", "-o", os.devnull).status == 0
    assert files(folder) == []


def test_standard_output_gets_the_drawing_alone(sop, write):
    """The same bytes as the file."""
    path = write("contoh.yaml")
    sop("flowchart", "contoh.yaml", "-o", "x.svg")
    drawn = (path.parent / "x.svg").read_text(encoding="utf-8")
    assert sop("flowchart", "contoh.yaml", "-o", "-").out == drawn
    assert sop("flowchart", "-", "-o", "-", input=path.read_bytes()).out == drawn


def test_paper_and_font_size_are_asked_for(sop, write):
    """In any letters."""
    write("contoh.yaml")
    f4 = sop("flowchart", "contoh.yaml", "-o", "-", "--paper", "f4").out
    assert 'width="935.43pt" height="609.45pt"' in f4
    large = sop("flowchart", "contoh.yaml", "-o", "-", "--paper", "F4", "--font-size", "11").out
    assert large != f4
    assert 'font-size="11"' in large


def test_a_definition_is_never_overwritten(sop, write, folder):
    """Not even by another name, through a link; ``--force`` allows it."""
    path = write("contoh.yaml")
    before = path.read_bytes()
    other = folder / "quelle"
    other.write_bytes(before)
    for words in (["contoh.yaml", "-o", "contoh.yaml"], ["quelle", "-o", "quelle"]):
        outcome = sop("flowchart", *words, "--format", "svg")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == (
            f"error: '{words[-1]}' is a definition, not overwritten\n"
            "       choose another name, or use --force\n"
        )
        assert (folder / words[-1]).read_bytes() == before
    assert sop("flowchart", "quelle", "-o", "contoh.yaml", "--format", "svg", "--force").status == 0
    assert path.read_bytes() != before
    assert sop("flowchart", "quelle", "-o", "new.yaml", "--format", "dot").out == "new.yaml\n"


def test_flow_faults_do_not_stop_the_drawing(sop, write, folder):
    """Drawn, findings on standard error, status 1."""
    write("contoh.yaml", replace={"{Ya: 3, Tidak: 1}": "{Ya: 3, Tidak: 9}"})
    outcome = sop("flowchart", "contoh.yaml")
    assert (outcome.status, outcome.out) == (1, "contoh.svg\n")
    assert "error[SOP202]" in outcome.err
    assert files(folder) == ["contoh.svg"]


def test_what_was_not_read_whole_is_not_drawn(sop, write, folder):
    """Nothing is written; the others are."""
    write("contoh.yaml", replace={"nomor: 2": "nomer: 2"})
    write("lain.yaml")
    outcome = sop("flowchart", "contoh.yaml")
    assert (outcome.status, outcome.out, files(folder)) == (1, "", [])
    outcome = sop("flowchart", "contoh.yaml", "lain.yaml")
    assert (outcome.status, outcome.out, files(folder)) == (1, "contoh-lain.svg\n", ["contoh-lain.svg"])


def test_json_is_the_graph_on_standard_output(sop, write, folder):
    """One object for one SOP, an array for several; with ``-o`` the paths are the document."""
    write("contoh.yaml")
    graph = sop("flowchart", "contoh.yaml", "--format", "json").json
    assert [step["id"] for step in graph["steps"]] == ["1", "2", "3"]
    assert sop("flowchart", ".", "--format", "json").json == [graph]
    assert files(folder) == []
    assert sop("flowchart", "contoh.yaml", "--format", "json", "-o", "x.json").json == {"written": ["x.json"]}
    assert json.loads((folder / "x.json").read_text(encoding="utf-8")) == graph
    assert sop("flowchart", "contoh.yaml", "-o", "x.json").out == "x.json\n"


def test_a_folder_that_is_named_is_made(sop, write, folder):
    """A final slash says that it is one; what stands in its way is told."""
    write("contoh.yaml")
    assert sop("flowchart", "contoh.yaml", "-o", "a/b/").out == "a/b/contoh.svg\n"
    outcome = sop("flowchart", "contoh.yaml", "-o", "contoh.yaml/")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("error: cannot make folder 'contoh.yaml/'")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--dpi", "300"], "--dpi means nothing for format svg\n       it is for png only\n"),
        (["--single", "-o", "x.pdf"], "--single means nothing for format pdf\n       it is for svg only\n"),
        (
            ["--timestamp", "--format", "png"],
            "--timestamp means nothing for format png\n       it is for pdf only\n",
        ),
        (
            ["--style", "graph", "--font-size", "9"],
            "--font-size means nothing for --style graph\n       it is for the official sheet only\n",
        ),
        (
            ["--style", "graph", "--format", "html"],
            "--style graph has no format html\n       choose one of: svg, pdf, png\n",
        ),
        (
            ["--format", "dot", "--mark-inferred"],
            "--mark-inferred means nothing for format dot\n       it is for the official sheet only\n",
        ),
        (["--check", "--dpi", "100"], "--dpi means nothing for --check\n       it is for png only\n"),
        (["--dpi", "9000", "-o", "x.png"], "--dpi '9000' is no usable number\n       from 36 to 1200\n"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(sop, write, folder, words, message):
    """Nobody is left to wonder why nothing changed."""
    write("contoh.yaml")
    outcome = sop("flowchart", "contoh.yaml", *words)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"error: {message}")
    assert files(folder) == []


def test_a_name_that_is_a_suffix_says_the_format(sop, write, folder):
    """``.png`` is a hidden file, and a picture."""
    write("contoh.yaml")
    assert sop("flowchart", "contoh.yaml", "-o", ".html").out == ".html\n"
    assert (folder / ".html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_one_tall_svg_holds_all_pages(sop, folder, root):
    """Also on standard output."""
    path = root / "tests" / "definitions" / "pengadaan.yaml"
    outcome = sop("flowchart", path, "-o", "x.svg", "--single")
    assert (outcome.status, outcome.out, files(folder)) == (0, "x.svg\n", ["x.svg"])
    assert sop("flowchart", path, "-o", "-", "--single").out == (folder / "x.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("suffix", "magic"), [("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("html", b"<!DOCTYPE html>")]
)
def test_the_sheet_is_written_in_every_form(sop, write, folder, suffix, magic):
    """The suffix says which; the same input gives the same bytes."""
    write("contoh.yaml")
    outcome = sop("flowchart", "contoh.yaml", "-o", f"x.{suffix}")
    assert (outcome.status, outcome.out, outcome.err) == (0, f"x.{suffix}\n", "")
    first = (folder / f"x.{suffix}").read_bytes()
    assert first.startswith(magic)
    sop("flowchart", "contoh.yaml", "-o", f"y.{suffix}")
    assert (folder / f"y.{suffix}").read_bytes() == first


def test_a_pdf_names_a_moment_only_when_asked(sop, write, folder):
    """``SOURCE_DATE_EPOCH`` says which one; nonsense in it is told."""
    write("contoh.yaml")
    sop("flowchart", "contoh.yaml", "-o", "x.pdf")
    sop("flowchart", "contoh.yaml", "-o", "y.pdf", "--timestamp", SOURCE_DATE_EPOCH="1700000000")
    assert b"D:20231114221320" in (folder / "y.pdf").read_bytes()
    assert b"D:20231114221320" not in (folder / "x.pdf").read_bytes()
    outcome = sop("flowchart", "contoh.yaml", "-o", "z.pdf", "--timestamp", SOURCE_DATE_EPOCH="besok")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "error: SOURCE_DATE_EPOCH is no moment\n       give seconds since 1970, or leave it out\n"
    )


def test_dots_per_inch_are_asked_for(sop, write, folder):
    """A4 is 11.693 inches wide, and no part of it is cut off."""
    write("contoh.yaml")
    sop("flowchart", "contoh.yaml", "-o", "x.png", "--dpi", "100")
    data = (folder / "x.png").read_bytes()
    assert int.from_bytes(data[16:20], "big") == 1170


def test_the_row_of_the_total_is_asked_for(sop, write):
    """The SOP states none; the total is the computed one."""
    write("contoh.yaml")
    assert "Jumlah" not in sop("flowchart", "contoh.yaml", "-o", "-").out
    drawn = sop("flowchart", "contoh.yaml", "-o", "-", "--total-row").out
    assert ">Jumlah<" in drawn
    assert ">1 jam 30 menit<" in drawn


def test_the_proof_of_one_drawing(sop, write, folder):
    """A line on each rule of the sheet; nothing is written."""
    write("contoh.yaml")
    outcome = sop("flowchart", "contoh.yaml", "--check")
    assert (outcome.status, outcome.err, files(folder)) == (0, "", [])
    rows = [line.split("  ") for line in outcome.out.splitlines()]
    assert [(row[0], row[-1].strip()) for row in rows] == [
        ("Rule", "Count"),
        ("through-symbol", "0"),
        ("shared-line", "0"),
        ("label-touches", "0"),
        ("outside-lanes", "0"),
        ("not-square", "0"),
        ("too-near", "0"),
        ("text-clipped", "0"),
        ("off-page-letter", "0"),
        ("crossings", "0"),
        ("bends", rows[-1][-1].strip()),
    ]
    found = sop("flowchart", "contoh.yaml", "--check", "--format", "json").json
    assert (found["agency"], found["sound"], found["pages"], found["faults"]) == ("contoh", True, 1, [])
    assert set(found["counts"].values()) == {0}


def test_the_proof_of_many_drawings(sop, write):
    """A line on each SOP and one for all."""
    write("a.yaml", kode="a")
    write("b.yaml", kode="b")
    outcome = sop("flowchart", ".", "--check")
    assert outcome.status == 0
    lines = [line.split() for line in outcome.out.splitlines()]
    assert [line[0] for line in lines] == ["SOP", "a", "b", "total"]
    assert [line[1:9] for line in lines[1:]] == [["0"] * 8] * 3


def test_the_proof_fits_a_terminal(sop, write, monkeypatch):
    """Where there is no room for a column a rule, one adds them all up."""
    write("a.yaml", kode="a")
    write("b.yaml", kode="b")
    monkeypatch.setattr("sop_engine.cli.run.Run.terminal", True)
    lines = [line.split() for line in sop("flowchart", ".", "--check", COLUMNS="80").out.splitlines()]
    assert lines[0] == ["SOP", "Faults", "Pages", "Crossings", "Bends"]
    assert [line[:3] for line in lines[2:]] == [["a", "0", "1"], ["b", "0", "1"], ["total", "0", "2"]]
    wide = sop("flowchart", ".", "--check", COLUMNS="200").out.splitlines()[0].split()
    assert (wide[1], len(wide)) == ("through-symbol", 12)
    assert [found["agency"] for found in sop("flowchart", ".", "--check", "--format", "json").json] == [
        "a",
        "b",
    ]


def test_a_broken_rule_fails_the_proof(sop, write, monkeypatch):
    """The count, the fault itself, and status 1."""
    found = Audit(
        dict.fromkeys(INVARIANTS, 0) | {"shared-line": 1}, ("halaman 1: shared-line: 1 -> 2",), 2, 3
    )
    monkeypatch.setattr("sop_engine.cli.proof.audit", lambda _drawing: found)
    write("contoh.yaml")
    outcome = sop("flowchart", "contoh.yaml", "--check")
    assert outcome.status == 1
    assert outcome.out.endswith("contoh: halaman 1: shared-line: 1 -> 2\n")
    assert sop("flowchart", ".", "--check", "--format", "json").json[0]["sound"] is False


@pytest.mark.parametrize("words", [["-o", "x.svg"], ["--style", "graph"], ["--format", "svg"]])
def test_the_proof_writes_nothing(sop, write, folder, words):
    """What asks for a file beside it is refused."""
    write("contoh.yaml")
    outcome = sop("flowchart", "contoh.yaml", "--check", *words)
    assert (outcome.status, outcome.out, files(folder)) == (2, "", [])
    assert outcome.err == (
        "error: --check writes no drawing\n"
        "       leave out -o and --style; its only format is --format json\n"
    )


@needs_dot
def test_the_graph_is_drawn_by_graphviz(sop, write, folder):
    """As SVG, PDF or PNG."""
    write("contoh.yaml")
    for suffix, magic in (("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")):
        outcome = sop("flowchart", "contoh.yaml", "--style", "graph", "-o", f"x.{suffix}")
        assert (outcome.status, outcome.out, outcome.err) == (0, f"x.{suffix}\n", "")
        assert (folder / f"x.{suffix}").read_bytes().startswith(magic)


def test_without_graphviz_a_message_says_what_to_install(sop, write, folder, monkeypatch):
    """Status 2, nothing written; DOT itself needs no program."""
    write("contoh.yaml")
    monkeypatch.setattr("sop_engine.export.picture.import_module", _not_installed)
    outcome = sop("flowchart", "contoh.yaml", "--style", "graph", PATH=str(folder / "none"))
    assert (outcome.status, outcome.out, files(folder)) == (2, "", [])
    assert outcome.err == (
        "error: style 'graph' is drawn by Graphviz, which is not installed\n"
        "       install it with 'pip install \"sop-engine[graphviz]\"' or 'apt install graphviz'; "
        "--format dot and --style sheet do without it\n"
    )
    outcome = sop("flowchart", "contoh.yaml", "--format", "dot", PATH=str(folder / "none"))
    assert (outcome.status, outcome.out) == (0, "contoh.dot\n")


def _not_installed(name):
    raise ImportError(name)
