"""``sop fmt``: files in the usual form."""

import os
from pathlib import Path

import pytest

from sop_engine.library import packaged_definitions
from tests.small import DEFINITION

TIDY = DEFINITION.format(kode="contoh", nama="Laporan")
UNTIDY = TIDY.replace("  nomor: 01/SOP\n  nama: Laporan\n", "  nama:   Laporan   # judul\n  nomor: 01/SOP\n")
SET = TIDY.replace("  nama: Laporan\n", "  nama: Laporan   # judul\n")
DIFFERENCE = """\
--- {0}
+++ {0}
@@ -3,8 +3,8 @@
   kode: contoh
   nama: Badan Contoh
 identitas:
-  nama:   Laporan   # judul
   nomor: 01/SOP
+  nama: Laporan   # judul
 pelaksana:
   staf: Staf Penyusun
   kepala: Kepala Badan
"""


@pytest.fixture
def put(folder):
    """Write a text, or bytes, into the working directory."""

    def make(name: str, content: str | bytes) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def test_what_is_untidy_is_set_anew_and_named(sop, put):
    """The others are counted; a second run has nothing to do."""
    tidy, untidy = (
        put("definitions/a.yaml", TIDY),
        put("definitions/b.yaml", UNTIDY),
    )
    outcome = sop("fmt")
    assert (outcome.status, outcome.out) == (0, "definitions/b.yaml\n")
    assert outcome.err == "1 set in the usual form, 1 in the usual form already\n"
    assert (tidy.read_text(encoding="utf-8"), untidy.read_text(encoding="utf-8")) == (TIDY, SET)
    again = sop("fmt", SOP_LANG="id")
    assert (again.status, again.out, again.err) == (0, "", "2 sudah rapi\n")


def test_all_lines_end_as_the_first_one(sop, put):
    """What git writes on Windows is in the usual form too; a byte order mark goes."""
    there = TIDY.replace("\n", "\r\n")
    path = put("a.yaml", b"\xef\xbb\xbf" + there[:-2].encode() + b"\n\r\n")
    assert sop("fmt", "a.yaml").out == "a.yaml\n"
    assert path.read_bytes() == there.encode()
    assert sop("fmt", "--check", "a.yaml").status == 0


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_writes_nothing_and_fails_where_there_is_something_to_do(sop, put, option):
    """The names, or the differences."""
    text = UNTIDY
    path = put("b.yaml", text)
    put("a.yaml", TIDY)
    outcome = sop("fmt", option, ".")
    shown = DIFFERENCE.format("./b.yaml")
    assert (outcome.status, outcome.out) == (1, "./b.yaml\n" if option == "--check" else shown)
    assert outcome.err == "1 not in the usual form, 1 in the usual form already\n"
    assert path.read_text(encoding="utf-8") == text
    clean = sop("fmt", option, "a.yaml", SOP_LANG="id")
    assert (clean.status, clean.out, clean.err) == (0, "", "1 sudah rapi\n")


def test_differences_of_line_ends_are_shown_as_diff_does(process, put):
    """A missing last one too."""
    put("a.yaml", b"versi_format: 1\nstatus: konsep\r\ncatatan: x")
    outcome = process("fmt", "--diff", "a.yaml")
    assert outcome.returncode == 1
    assert outcome.stdout.replace(os.linesep.encode(), b"\n") == (
        b"--- a.yaml\n+++ a.yaml\n@@ -1,3 +1,3 @@\n versi_format: 1\n-status: konsep\r\n-catatan: x\n"
        b"\\ No newline at end of file\n+status: konsep\n+catatan: x\n"
    )


def test_standard_input_goes_to_standard_output(sop):
    """Set or not; looked at, it is named like a file."""
    text = UNTIDY
    assert sop("fmt", "-", input=text.encode()).out == SET
    whole = sop("fmt", "-", input=SET.encode())
    assert (whole.status, whole.out, whole.err) == (0, SET, "")
    looked = sop("fmt", "-", "--check", input=text.encode())
    assert (looked.status, looked.out, looked.err) == (1, "<stdin>\n", "1 not in the usual form\n")


FAULT = """\
b.yaml:1:4: error[SOP001] the '[' opened here is not closed properly
  |
1 | a: [x
  |    ^^ close it with ']' and separate what is inside by commas; if this is a text, put it in quotes
"""


def test_what_cannot_be_read_is_shown_and_left_and_the_rest_is_done(sop, put):
    """Status 1, as for every faulty definition."""
    good, bad = put("a.yaml", "versi_format:  1"), put("b.yaml", "a: [x\n")
    outcome = sop("fmt", "a.yaml", "b.yaml")
    assert (outcome.status, outcome.out) == (1, "a.yaml\n")
    assert outcome.err == f"{FAULT}\n1 set in the usual form\n"
    assert (good.read_bytes(), bad.read_bytes()) == (b"versi_format: 1\n", b"a: [x\n")
    assert sop("fmt", put("c.yaml", b"\xff\xfe").name).status == 1


def test_what_cannot_be_set_without_loss_is_left(sop, put):
    """With the line that stands in the way."""
    path = put("a.yaml", "versi_format: 1\n? instansi\n: x\n")
    outcome = sop("fmt", "a.yaml", SOP_LANG="id")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "error: 'a.yaml', baris 2, tidak dapat dirapikan tanpa mengubah isinya, dibiarkan seperti semula\n"
        "       tulis bagian itu sebagai 'kunci: isi' biasa, lalu ulangi\n"
    )
    assert path.read_text(encoding="utf-8") == "versi_format: 1\n? instansi\n: x\n"


def test_what_only_the_models_refuse_is_set_all_the_same(sop, put):
    """An unknown role is no matter of form."""
    path = put("a.yaml", "versi_format:   1\nkegiatan:\n- pelaksana: x\n")
    assert sop("fmt", "a.yaml").status == 0
    assert path.read_text(encoding="utf-8") == "versi_format: 1\nkegiatan:\n  - pelaksana: x\n"


def test_yaml_of_others_is_left(sop, put):
    """A folder may hold the settings of another program; what is no definition is never set anew."""
    other, own = put("compose.yml", "services:\n    web:   x\n"), put("z.yaml", "versi_format:   1\n")
    outcome = sop("fmt", ".", "--lang", "id")
    assert (outcome.status, outcome.out) == (2, "./z.yaml\n")
    assert outcome.err == (
        "error: './compose.yml' bukan definisi SOP\n"
        "       berkas dibiarkan; definisi diawali 'versi_format: 1'\n1 dirapikan\n"
    )
    assert other.read_text(encoding="utf-8") == "services:\n    web:   x\n"
    assert own.read_text(encoding="utf-8") == "versi_format: 1\n"


def test_what_came_with_the_program_is_looked_at_but_never_written(sop, folder):
    """Neither by default nor by an agency's code."""
    before = {path: path.read_bytes() for path in packaged_definitions().glob("*.yaml")}
    for words in ((), ("dumai",)):
        outcome = sop("fmt", *words)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.startswith("error: the definitions that come with the program are not changed\n")
    assert {path: path.read_bytes() for path in before} == before
    looked = sop("fmt", "--check")
    assert (looked.status, looked.out, looked.err) == (0, "", f"{len(before)} in the usual form already\n")


def test_there_is_nothing_to_be_strict_about(sop, put):
    """It looks for no warnings."""
    put("a.yaml", "versi_format: 1\n")
    assert sop("fmt", "a.yaml", "--strict").status == 2
    assert "--strict" not in sop("fmt", "--help").out


def test_a_read_only_file_is_misuse(sop, put, rights):
    """And stays."""
    path = put("a.yaml", "versi_format:  1\n")
    path.chmod(0o444)
    outcome = sop("fmt", "a.yaml")
    assert (outcome.status, outcome.out) == (2, "")
    assert path.read_bytes() == b"versi_format:  1\n"
