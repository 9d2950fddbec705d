"""``sop fix`` and ``sop validate --fix``: what is written, what is said, and what a run leaves with."""

import shutil
from pathlib import Path

import pytest

from sop_engine import library
from sop_engine.authoring.fixers.registry import FIXERS, TIDINESS
from sop_engine.cli import mending, selection
from sop_engine.cli.checking import MENDABLE
from sop_engine.output import ChangedError

ODD = {"nomor: 3\n": "nomor: 4  # tercetak\n", "Ya: 3": "Ya: 4", "30 menit": "30menit"}
"""A gap in the numbers and an odd spelling; what mends them is safe."""

WRONG = {"pelaksana: kepala\n": "pelaksana: kepla\n"}
"""What only ``--unsafe`` mends."""


def test_what_is_safe_is_mended(sop, write):
    """The file says so itself; each file that changed gets a line, and what remains is counted."""
    odd, fine = write("a.yaml", replace=ODD), write("b.yaml")
    wanted = fine.read_bytes().replace(b"nomor: 3\n", b"nomor: 3  # tercetak\n")
    outcome = sop("fix", "a.yaml", "b.yaml")
    assert (outcome.status, outcome.out) == (0, "a.yaml: 2 fixed (SOP209 1, SOP511 1)\n")
    assert outcome.err == "2 files, 1 changed, 2 fixed\n"
    assert odd.read_bytes() == wanted
    again = sop("fix", ".", "--lang", "id")
    assert (again.status, again.out, again.err) == (0, "", "2 berkas, tidak ada yang diubah\n")


def test_what_is_unsafe_waits_to_be_asked_for(sop, write):
    """Errors that are left make the status 1; the last line tells how many more ``--unsafe`` would mend."""
    path = write("a.yaml", replace={**ODD, **WRONG})
    outcome = sop("fix", "a.yaml", "--lang", "id")
    assert (outcome.status, outcome.out) == (1, "a.yaml: 2 diperbaiki (SOP209 1, SOP511 1)\n")
    assert outcome.err == (
        "1 berkas, 1 diubah, 2 diperbaiki; masih ada 1 kesalahan (lihat 'sop validate'); 1 lagi dapat diperbaiki dengan --unsafe\n"
    )
    outcome = sop("fix", "a.yaml", "--unsafe")
    assert (outcome.status, outcome.out) == (0, "a.yaml: 1 fixed (SOP201 1)\n")
    assert outcome.err == "1 file, 1 changed, 1 fixed\n"
    assert "pelaksana: kepala\n" in path.read_text(encoding="utf-8")


DIFF = """\
--- a.yaml
+++ a.yaml
@@ -14,7 +14,7 @@
     pelaksana: staf
     mutu_baku:
       kelengkapan: Rencana aksi
-      waktu: 30menit
+      waktu: 30 menit
       output: Konsep laporan
   - nomor: 2
     uraian: Memeriksa konsep laporan
"""


def test_a_difference_is_shown_and_nothing_written(sop, write):
    """As ``patch`` takes it, alone on standard output; status 1 as long as anything would change."""
    path = write("a.yaml", replace={"30 menit": "30menit"})
    before = path.read_bytes()
    outcome = sop("fix", "a.yaml", "--diff")
    assert (outcome.status, outcome.out) == (1, DIFF)
    assert outcome.err == "a.yaml: 1 can be fixed (SOP511 1)\n1 file, 1 would be changed, 1 can be fixed\n"
    assert path.read_bytes() == before
    sop("fix", "a.yaml")
    outcome = sop("fix", "a.yaml", "--diff")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "1 file, nothing changed\n")


def test_wrong_usage_wins_over_a_difference(sop, write):
    """Status 2, though something would change too."""
    write("a.yaml", replace=ODD)
    assert sop("fix", "a.yaml", "no.yaml", "--diff").status == 2


def test_a_difference_can_be_patched(sop, write, process, folder):
    """A last line without its end and lines that end in CRLF come out as they are."""
    path = write("a.yaml", replace=ODD)
    path.write_bytes(path.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n") + b"\r\n# akhir ")
    shown = process("fix", "a.yaml", "--diff").stdout
    assert b"+# akhir\n\\ No newline at end of file\n" in shown
    if (patch := shutil.which("patch")) is not None:
        import subprocess  # noqa: PLC0415 - where there is such a program

        copy = folder / "b.yaml"
        copy.write_bytes(path.read_bytes())
        subprocess.run(
            [patch, "--binary", "b.yaml"], input=shown, check=True, capture_output=True, cwd=folder
        )
        sop("fix", "a.yaml")
        assert copy.read_bytes() == path.read_bytes()


def test_standard_input_gives_its_mended_text(process, write):
    """On standard output alone; with nothing to mend it is the text itself, byte order mark and all."""
    path = write("a.yaml", replace=ODD)
    data = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    outcome = process("fix", "-", input=data, stdin=None)
    said = outcome.stderr.decode().splitlines()
    assert outcome.returncode == 0
    assert said == ["<stdin>: 2 fixed (SOP209 1, SOP511 1)", "1 file, 1 changed, 2 fixed"]
    assert outcome.stdout == data.replace(b"nomor: 4 ", b"nomor: 3 ").replace(b"Ya: 4", b"Ya: 3").replace(
        b"30menit", b"30 menit"
    )
    assert process("fix", "-", input=outcome.stdout, stdin=None).stdout == outcome.stdout


def test_codes_are_chosen(sop, write):
    """Only what is selected is mended, and nothing that is ignored; errors too may be left alone."""
    path = write("a.yaml", replace={**ODD, **WRONG})
    assert sop("fix", "a.yaml", "--select", "time-spelling").out == "a.yaml: 1 fixed (SOP511 1)\n"
    assert sop("fix", "a.yaml", "--unsafe", "--ignore", "SOP201,SOP209").out == ""
    assert "nomor: 4" in path.read_text(encoding="utf-8")
    outcome = sop("fix", "a.yaml", "--select", "SOP99")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("error: there is no finding 'SOP99'\n")


def test_settings_are_honoured(sop, write, folder):
    """What the settings leave out is not mended, nor what they do not select."""
    path = write("a.yaml", replace=ODD)
    before = path.read_bytes()
    (folder / "sop.toml").write_text('ignore = ["SOP2", "time-spelling"]\n', encoding="utf-8")
    assert sop("fix", "a.yaml").out == ""
    (folder / "sop.toml").write_text('[severity]\nSOP209 = "off"\nSOP511 = "off"\n', encoding="utf-8")
    assert sop("fix", "a.yaml").out == ""
    assert path.read_bytes() == before
    (folder / "sop.toml").write_text('select = ["SOP209"]\n', encoding="utf-8")
    assert sop("fix", "a.yaml").out == "a.yaml: 1 fixed (SOP209 1)\n"


def test_json_is_one_document(sop, write):
    """An object for each file, in their order; standard input and ``--diff`` add what they give."""
    path = write("a.yaml", replace={**ODD, **WRONG})
    outcome = sop("fix", "a.yaml", "--format", "json", "--diff")
    assert (outcome.status, outcome.err) == (1, "")
    (found,) = outcome.json
    assert found.pop("diff").startswith("--- a.yaml\n+++ a.yaml\n@@ ")
    assert found == {
        "path": "a.yaml",
        "changed": True,
        "fixed": {"SOP209": 1, "SOP511": 1},
        "left_out": [],
        "unsafe": 1,
        "left": {"error": 1, "warning": 0, "info": 0},
    }
    outcome = sop("fix", "-", "--format", "json", "--unsafe", input=path.read_bytes())
    assert (outcome.status, outcome.json[0]["text"].count("pelaksana: kepala\n")) == (0, 1)
    assert sop("fix", "no.yaml", "--format", "json").json["diagnostics"][0]["path"] == "no.yaml"


def test_what_came_with_the_program_is_not_touched(sop, folder, tmp_path, monkeypatch):
    """Whoever names nothing, or a code, gets the packaged definitions where there are no others: never to write in."""
    for words in (["fix"], ["fix", "dumai"], ["validate", "--fix"]):
        outcome = sop(*words)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == (
            "error: the definitions that come with the program are not changed\n"
            "       copy them into a folder 'definitions' of your own first, or name a file\n"
        )
    looked = sop("fix", "dumai", "--diff")
    assert (looked.status, looked.out.splitlines()[2][:2]) == (1, "@@")
    checkout = tmp_path / "checkout" / "definitions"
    shutil.copytree(library.packaged_definitions(), checkout)
    monkeypatch.setattr(selection, "packaged_definitions", lambda: checkout)
    assert sop("fix", checkout / "dumai.yaml").status == 0
    assert sop("fix", "--definitions", checkout).status == 0
    monkeypatch.chdir(checkout.parent)
    assert sop("fix").status == 0
    installed = Path(selection.__file__).resolve().parent.parent / "definitions"
    monkeypatch.setattr(selection, "packaged_definitions", lambda: installed)
    monkeypatch.setattr(
        Path, "is_relative_to", lambda self, other: Path(other) == installed or str(self) == str(other)
    )
    assert sop("fix", checkout / "dumai.yaml").status == 2


def test_a_file_that_changed_meanwhile_is_left_alone(sop, write, monkeypatch):
    """Whoever saved it wins; the others are mended all the same."""
    path, other = write("a.yaml", replace=ODD), write("b.yaml", replace=ODD)
    real = mending.rewrite

    def meanwhile(name: str, before: bytes, after: bytes) -> None:
        if name == "a.yaml":
            path.write_bytes(b"versi_format: 1\n")
        real(name, before, after)

    monkeypatch.setattr(mending, "rewrite", meanwhile)
    outcome = sop("fix", "a.yaml", "b.yaml")
    assert (outcome.status, outcome.out) == (2, "b.yaml: 2 fixed (SOP209 1, SOP511 1)\n")
    assert outcome.err.startswith("error: 'a.yaml' was changed or deleted meanwhile, not overwritten\n")
    assert path.read_bytes() == b"versi_format: 1\n"
    assert b"30 menit" in other.read_bytes()
    assert issubclass(ChangedError, Exception)


@pytest.mark.parametrize("data", [b"", b"\xff\xfea\x00", b"a: [\n", b"- satu\n", b"a: 1 \x96 2\n"])
def test_what_cannot_be_read_is_left_as_it_is(sop, folder, data):
    """An error is counted, and not a byte is written."""
    (folder / "a.yaml").write_bytes(data)
    outcome = sop("fix", "a.yaml", "--unsafe")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == "1 file, nothing changed; 1 error left (see 'sop validate')\n"
    assert (folder / "a.yaml").read_bytes() == data


def test_a_text_in_another_encoding_is_left_as_it_is(sop, write, process):
    """What is shown in place of bytes that are no UTF-8 is never written, neither to the file nor from standard input."""
    path = write("a.yaml", replace=ODD)
    data = path.read_bytes() + b"# 1 \x96 2\n"
    path.write_bytes(data)
    outcome = sop("fix", "a.yaml")
    assert (outcome.status, outcome.out, outcome.err) == (
        1,
        "",
        "1 file, nothing changed; 1 error left (see 'sop validate')\n",
    )
    assert path.read_bytes() == data
    assert process("fix", "-", input=data, stdin=None).stdout == data


def test_line_ends_show_only_where_they_change(sop, write, monkeypatch):
    """In a terminal; a difference is read for its words."""
    path = write("a.yaml", replace={"30 menit": "30menit"})
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.setattr("sop_engine.cli.run.Run.terminal", True)
    assert sop("fix", "a.yaml", "--diff").out == DIFF
    path.write_bytes(
        path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n", 2).replace(b"\r", b"", 1)
    )
    shown = sop("fmt", "a.yaml", "--diff").out.splitlines()
    assert [line for line in shown if line[0] in "-+"][2:] == ["-instansi:\\r", "+instansi:"]


def test_a_hostile_name_and_text_are_inert(sop, write, monkeypatch):
    """In a terminal what moves the cursor is shown, not sent."""
    write("a\x1b[2J.yaml", replace={**ODD, "Laporan\n": "Laporan \u202e\n"})
    monkeypatch.setattr("sop_engine.cli.run.Run.terminal", True)
    outcome = sop("fix", ".", "--diff")
    assert "\x1b" not in outcome.out + outcome.err
    assert "\u202e" not in outcome.out
    assert "--- ./a\\x1b[2J.yaml\n" in outcome.out


def test_validate_mends_and_reports_what_is_left(sop, write):
    """What was mended is said on standard error, so that a report stays a report."""
    path = write("a.yaml", replace={**ODD, **WRONG})
    outcome = sop("validate", "a.yaml", "--fix", "--format", "concise")
    assert outcome.status == 1
    assert outcome.err == "a.yaml: 2 fixed (SOP209 1, SOP511 1)\n"
    assert outcome.out.startswith("a.yaml:21:16: error[SOP201] ")
    outcome = sop("validate", "a.yaml", "--fix", "--unsafe", "--format", "json")
    assert (outcome.status, outcome.json) == (0, [])
    assert "pelaksana: kepala\n" in path.read_text(encoding="utf-8")


def test_validate_points_at_what_can_be_mended(sop, write):
    """At the end for people, where a safe fix is known; nothing of it for programs, nor where only people can mend."""
    write("a.yaml", replace=ODD)
    write("b.yaml", replace=WRONG)
    last = "1 file, no errors, 1 warning; some can be mended with 'sop fix'\n"
    assert sop("validate", "a.yaml", "--format", "concise").out.endswith(last)
    assert sop("validate", "a.yaml", "--lang", "id").out.endswith(
        "\n1 berkas, tanpa kesalahan, 1 peringatan; sebagian dapat diperbaiki dengan 'sop fix'\n"
    )
    assert sop("validate", "b.yaml", "--format", "concise").out.endswith("1 file, 1 error\n")
    assert "sop fix" not in sop("validate", "a.yaml", "--format", "json").out
    assert "sop fix" not in sop("validate", "a.yaml", "--fix").out


def test_the_kinds_that_may_be_mendable_are_those_of_the_fixers():
    """Those that are off by default are left out, for nobody sees them who did not ask."""
    safe = {code for code, fixers in FIXERS.items() if any(fixer.safe for fixer in fixers)}
    assert safe - TIDINESS == MENDABLE


def test_validate_refuses_what_it_cannot_mend(sop, write):
    """Standard input has no file, a watch would write on each save, and --unsafe alone says nothing."""
    path = write("a.yaml")
    assert sop("validate", "-", "--fix", input=path.read_bytes()).err == (
        "error: --fix cannot write to standard input\n       use 'sop fix -'\n"
    )
    assert sop("validate", "a.yaml", "--unsafe").err == "error: --unsafe without --fix\n"
    assert sop("validate", "a.yaml", "--fix", "--watch").status == 2


def test_sarif_tells_how_findings_are_mended(sop, write, folder):
    """Also where findings below a level are left out, and from several processes."""
    for name in ("a", "b", "c", "d", "e", "f"):
        write(f"{name}.yaml", replace={**ODD, **WRONG})
    found = {}
    for jobs in ("1", "2"):
        outcome = sop("validate", ".", "--format", "sarif", "--level", "error", "--jobs", jobs)
        found[jobs] = outcome.json["runs"][0]["results"]
    assert found["1"] == found["2"]
    assert [result["ruleId"] for result in found["1"]] == ["SOP201"] * 6
    assert {result["fixes"][0]["description"]["text"] for result in found["1"]} == {"Replace it by 'kepala'."}
