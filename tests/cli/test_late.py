"""Findings that only drawing brings to light, and how they join the others."""

from sop_engine.cli.late import with_late
from sop_engine.pipeline import compile_path
from sop_engine.rules.choice import default_choice

ROLES = "".join(f"  peran{at}: Peran {at}\n" for at in range(8))
DENSE = {
    "  staf: Staf Penyusun\n": f"  staf: Staf Penyusun\n{ROLES}",
    "Menyusun konsep": "Mempertanggungjawabkannya konsep",
    "Rencana aksi": "Pertanggungjawabannya",
    "output: Konsep laporan": "output: Pertanggungjawabannya",
    "    mutu_baku:\n      kelengkapan: Konsep laporan": "    keterangan: Pertanggungjawabannya\n"
    "    mutu_baku:\n      kelengkapan: Konsep laporan",
}
WORDS = ("--paper", "Letter", "--font-size", "10")


def test_a_dense_sheet_is_drawn_and_told(sop, write, folder):
    """A warning with its remedy, in both languages, by each command that draws."""
    write("contoh.yaml", replace=DENSE)
    outcome = sop("flowchart", "contoh.yaml", *WORDS)
    assert (outcome.status, outcome.out) == (0, "contoh.svg\n")
    assert outcome.err.partition("\n\n")[0] == (
        "contoh.yaml:8:1: warning[SOP902] the sheet is too dense: words in a text column are broken\n"
        "  |\n"
        "8 | pelaksana:\n"
        "  | ^^^^^^^^^ use paper Legal and font size 8: enough for this SOP"
    )
    assert sop("flowchart", "contoh.yaml", *WORDS, "--lang", "id").err.partition("\n\n")[0] == (
        "contoh.yaml:8:1: warning[SOP902] lembar terlalu padat: kata di kolom teks terpotong\n"
        "  |\n"
        "8 | pelaksana:\n"
        "  | ^^^^^^^^^ pakai kertas Legal dan huruf 8 pt: cukup untuk SOP ini"
    )
    assert "SOP902" in sop("document", "contoh.yaml", *WORDS, "--format", "svg").err
    assert "SOP902" in sop("flowchart", "contoh.yaml", *WORDS, "--check").err
    assert "SOP902" not in sop("validate", "contoh.yaml").out


def test_it_is_told_among_many(sop, write):
    """Where several are drawn too, for ``sop validate`` cannot tell of it."""
    write("contoh.yaml", replace=DENSE)
    write("lain.yaml", kode="lain")
    outcome = sop("flowchart", ".", *WORDS)
    assert (outcome.status, outcome.out) == (0, "contoh.svg\nlain.svg\n")
    assert outcome.err.count("warning[SOP902]") == 1


def test_it_can_be_silenced(sop, write):
    """By a comment where it stands; that comment is never idle."""
    write("contoh.yaml", replace={"pelaksana:\n  staf": "pelaksana: # sop: abaikan SOP902\n  staf", **DENSE})
    assert sop("flowchart", "contoh.yaml", *WORDS).err.count("SOP902") == 0
    assert "SOP02" not in sop("validate", "contoh.yaml").out


def test_nothing_late_changes_nothing(write):
    """The SOP is the same value."""
    compiled = compile_path(write("contoh.yaml"))
    assert with_late(compiled, [], default_choice()) is compiled
