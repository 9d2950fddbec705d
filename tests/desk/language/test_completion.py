"""What may be written where the cursor is."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.answers import Completion, Sort
from sop_engine.desk.language.completion import completions
from sop_engine.desk.language.names import Sense, uses_of
from sop_engine.edits import Edit, changed
from sop_engine.reading import read
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language
from tests.strategies import sop_texts

At = Callable[[str], int]

ROW = """versi_format: 1
instansi: {kode: contoh, nama: Contoh}
identitas: {nama: Contoh}
pelaksana:
  staf: Staf Penyusun
  kabag: {nama: Kepala Bagian}
kegiatan:
  - nomor: 1
    uraian: Menyusun
    pelaksana: staf
  - nomor: 2
    uraian: Memeriksa
"""


def offered(marked: str, language: Language = Language.ID) -> list[tuple[str, str]]:
    """Labels and details at ``¦``, in a text that is opened so."""
    draft = Draft("contoh.yaml", marked.replace("¦", ""))
    return [(one.label, one.detail) for one in completions(draft, marked.index("¦"), language)]


def labels(marked: str) -> list[str]:
    """Labels only."""
    return [label for label, _ in offered(marked)]


def inserted(marked: str, label: str) -> str:
    """The lines from the cursor's on, with one completion taken."""
    offset = marked.index("¦")
    draft = Draft("contoh.yaml", marked.replace("¦", ""))
    one = next(one for one in completions(draft, offset, Language.ID) if one.label == label)
    text = changed(draft.text, [Edit(one.span, one.text)])
    return text[max(draft.text.rfind("\n", 0, offset) + 1, 0) :]


ROLES = [("staf", "Staf Penyusun"), ("kabag", "Kepala Bagian")]
FIRST = [("1", "Menyusun"), ("selesai", "prosedur selesai")]

UNFINISHED = {
    "    pelaksana: ¦": ROLES,
    "    pelaksana: k¦\n": ROLES,
    "    pelaksana: [staf, ¦": ROLES[1:],
    "    pelaksana:\n      - ¦": ROLES,
    "    simbol:\n      - {pelaksana: ¦": ROLES,
    "    simbol:\n      - pelaksana: ¦\n": ROLES,
    "    lanjut: ¦": FIRST,
    "    lanjut: [1, ¦": [("selesai", "prosedur selesai")],
    "    lanjut:\n      - ¦\n": FIRST,
    "    cabang: {Ya: ¦": FIRST,
    "    cabang: {Ya: 1, Tidak: ¦}\n": FIRST,
    "    cabang:\n      Ya: ¦\n": FIRST,
    "    cabang: {Ya: {ke: ¦": FIRST,
    "    cabang: {¦": [("Ya", ""), ("Tidak", "")],
    "    cabang: {Tidak: 1, ¦": [("Ya", "")],
    "    mutu_baku:\n      waktu: {bersama: ¦": FIRST[:1],
    "    bentuk: ¦": [("mulai", ""), ("proses", ""), ("keputusan", ""), ("selesai", "")],
    "    gabung: s¦": [("semua", ""), ("satu", "")],
    "tampilan: {kertas: ¦": [("A4", ""), ("F4", ""), ("Letter", ""), ("Legal", "")],
    "tampilan: {alur: [{dari: ¦": [("1", "Menyusun"), ("2", "Memeriksa")],
    "tampilan:\n  alur:\n    - keluar: ¦\n": [("kiri", ""), ("kanan", ""), ("atas", ""), ("bawah", "")],
    "status: ¦": [("konsep", ""), ("berlaku", ""), ("dicabut", "")],
    "    teks: ¦": [],
    "    # pelaksana: ¦": [],
    "{versi_format: 1, ¦}": [],
    "    keterangan: |\n      pelaksana: ¦": [],
    "  ¦": [("- nomor: 3", "baris baru")],
    "  - nomor: ¦": [("3", "")],
    "    mutu_baku: {¦": [("kelengkapan", "Kelengkapan"), ("waktu", "Waktu"), ("output", "Output")],
    "    mutu_baku:\n      waktu: 1 jam\n      ¦": [("kelengkapan", "Kelengkapan"), ("output", "Output")],
    "waktu_kerja:\n  jam¦": [
        ("jam_per_hari", "Jam per hari"),
        ("hari_per_minggu", "Hari per minggu"),
        ("hari_per_bulan", "Hari per bulan"),
    ],
}


@pytest.mark.parametrize("line", UNFINISHED)
def test_an_unfinished_line_is_completed(line: str) -> None:
    """Also where the text cannot be read, and though it was never readable before."""
    assert offered(ROW + line) == UNFINISHED[line]


def test_a_role_that_was_typed_a_moment_ago_is_offered() -> None:
    """The text as it stands counts, not the last readable one."""
    draft = Draft("contoh.yaml", ROW)
    text = ROW.replace("kegiatan:", "  kepala: Kepala Badan\nkegiatan:") + "    pelaksana: [kabag, "
    draft.change(text)
    found = completions(draft, len(text), Language.EN)
    assert [(one.label, one.detail) for one in found] == [
        ("staf", "Staf Penyusun"),
        ("kepala", "Kepala Badan"),
    ]


def test_names_of_the_last_readable_state_help_out() -> None:
    """Where the text shows no role at all any more."""
    draft = Draft("contoh.yaml", ROW)
    text = "kegiatan:\n  - uraian: Menyusun\n    pelaksana: ["
    draft.change(text)
    assert [one.label for one in completions(draft, len(text), Language.ID)] == ["staf", "kabag"]


def test_a_role_is_a_whole_completion(draft: Draft, at: At) -> None:
    """What is replaced is the word that is there, in its quotes."""
    start = at("[kabag, ¦'staf']")
    assert completions(draft, at("[kabag, 'st¦af']"), Language.ID) == (
        Completion("staf", "staf", Span(start, start + 6), Sort.ROLE, "Staf Penyusun"),
    )


def test_rows_are_offered_in_their_order(draft: Draft, at: At) -> None:
    """Symbols too; a row with several is no target, and no row is its own."""
    found = completions(draft, at("Ya: ¦3a"), Language.EN)
    assert [(one.label, one.detail, one.sort) for one in found] == [
        ("1", "Menyusun 😀 konsep", Sort.TARGET),
        ("3a", "Menandatangani", Sort.TARGET),
        ("tandab", "Menandatangani", Sort.TARGET),
        ("selesai", "the procedure ends", Sort.TARGET),
    ]


def test_keys_are_those_that_are_not_there_yet() -> None:
    """Nor are those that cannot stand beside what is there."""
    assert labels(ROW + "    lanjut: 1\n    ¦") == [
        *("id", "pelaksana", "bentuk", "teks", "gabung", "mutu_baku", "keterangan", "disimpulkan"),
    ]
    assert labels(ROW + "    simbol: []\n    ¦") == ["id", "mutu_baku", "keterangan", "disimpulkan"]
    assert labels(ROW + "¦") == [
        *("status", "jumlah_waktu", "waktu_kerja", "catatan", "tampilan", "sumber"),
    ]


def test_a_key_tells_what_the_form_says_of_it() -> None:
    """Title, explanation and example, in Markdown."""
    found = completions(Draft("x.yaml", ROW + "    ura"), len(ROW) + 7, Language.EN)
    one = next(one for one in found if one.label == "pelaksana")
    assert one.sort is Sort.KEY
    assert one.about == (
        "**Pelaksana** · `pelaksana`\n\n"
        "Kunci peran, atau daftar peran yang bekerja bersama (yang pertama bertanggung jawab).\n\n"
        "Example: `staf`, `[kasubbag, kepala]`"
    )


@pytest.mark.parametrize(
    ("line", "label", "made"),
    [
        ("    ¦", "lanjut", "    lanjut: "),
        ("    mu¦", "mutu_baku", "    mutu_baku:\n      "),
        ("    ¦", "simbol", "    simbol:\n      - "),
        ("    cab¦\n", "cabang", "    cabang:\n      \n"),
        ("  - ¦", "uraian", "  - uraian: "),
        ("  - ¦", "mutu_baku", "  - mutu_baku:\n      "),
        ("    mutu_baku: {k¦}\n", "kelengkapan", "    mutu_baku: {kelengkapan: }\n"),
        ("    lan¦jut: 1\n", "bentuk", "    bentuk: 1\n"),
        ("  ¦", "- nomor: 3", "  - nomor: 3"),
        ("    mutu_baku:\n      waktu: 30 ¦", "30 hari kerja", "      waktu: 30 hari kerja"),
        ("    mutu_baku:\n      waktu: maks. 2 h¦\n", "maks. 2 hari", "      waktu: maks. 2 hari\n"),
        ("    lanjut:¦\n", "selesai", "    lanjut: selesai\n"),
        ("    cabang: {Ya:¦}\n", "1", "    cabang: {Ya: 1}\n"),
        ("    cabang: {Ya: 1,¦}\n", "Tidak", "    cabang: {Ya: 1, Tidak: }\n"),
        ("    pelaksana: [staf,¦]\n", "kabag", "    pelaksana: [staf, kabag]\n"),
        ("    mutu_¦\n      waktu: 1 jam\n", "mutu_baku", "    mutu_baku:\n      waktu: 1 jam\n"),
        ("    pelaksana: staf\ncat¦\n- satu\n", "catatan", "catatan:\n- satu\n"),
    ],
)
def test_a_completion_is_ready_yaml(line: str, label: str, made: str) -> None:
    """With its colon, and for what goes on below with a line break and the right indent."""
    assert inserted(ROW + line, label) == made


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("kegiatan:\n  - nomor: 1\n¦\n  - nomor: 2\n", []),
        ("kegiatan:\n  - nomor: 1\n  ¦\n  - nomor: 2\n", ["- nomor: 3"]),
        ("kegiatan:\n- nomor: 1\n¦\n- nomor: 2\n", ["- nomor: 3"]),
        ("instansi:\n¦\n  kode: contoh\n", []),
        ("kegiatan:\n  - nomor: 1\n    mutu_baku:\n      waktu: ¦\n        teks: Segera\n", []),
        ("waktu_kerja:\n  jam_per_hari: 7\n  ¦\n  hari_per_bulan: 22\n", ["hari_per_minggu"]),
    ],
)
def test_what_is_offered_fits_above_what_follows(marked: str, expected: list[str]) -> None:
    """No key that would take the lines below away from where they belong, and no second value."""
    assert labels(marked) == expected


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_taken_can_be_read(newline: str) -> None:
    """In every line of a definition, as soon as a word of it has been begun, a colon or a comma written."""
    whole = Path("tests/definitions/telaahan.yaml").read_text(encoding="utf-8").replace("\n", newline)
    wrong = []
    at = 0
    for line in whole.splitlines(keepends=True):
        words = line.rstrip("\r\n")
        for cut in [found.end() for found in re.finditer("[:,]|(?<![a-z_])[a-z](?=[a-z_]+:)", words)]:
            if any(words[:cut].count(pair[0]) > words[:cut].count(pair[1]) for pair in ("{}", "[]")):
                continue
            draft = Draft("x.yaml", whole[: at + cut] + whole[at + len(words) :])
            for one in completions(draft, at + cut, Language.ID):
                text = changed(draft.text, [Edit(one.span, one.text)])
                if read(SourceFile("x.yaml", text))[0] is None:
                    wrong.append((words[:cut], one.text))
        at += len(line)
    assert wrong == []


def test_line_breaks_are_those_of_the_file() -> None:
    """Also in what is inserted."""
    draft = Draft("x.yaml", ROW.replace("\n", "\r\n") + "    ")
    found = completions(draft, len(draft.text), Language.ID)
    assert [one.text for one in found if one.label == "mutu_baku"] == ["mutu_baku:\r\n      "]


def test_units_follow_a_number() -> None:
    """Those first that most rows use; without a number, the usual times."""
    units = [
        "menit",
        "jam",
        "hari",
        "hari kerja",
        "hari kalender",
        "minggu",
        "bulan",
        "semester",
        "tahun",
        "detik",
    ]
    waktu = ROW + "    mutu_baku:\n      waktu: "
    assert labels(waktu + "30 ¦") == [f"30 {unit}" for unit in units]
    assert labels(waktu + "1 jam 30 m¦") == [f"1 jam 30 {unit}" for unit in units]
    assert labels(waktu + "¦")[:3] == ["15 menit", "30 menit", "1 jam"]


def test_the_total_is_offered_where_it_is_stated() -> None:
    """Before anything else."""
    text = ROW + "    pelaksana: staf\n    mutu_baku: {waktu: 90 menit}\njumlah_waktu: ¦\n"
    assert offered(text)[:2] == [("1 jam 30 menit", "jumlah semua baris"), ("15 menit", "")]


def test_fields_that_were_inferred_are_offered() -> None:
    """Of the row, or of the whole as paths; none twice."""
    assert labels(ROW + "    disimpulkan: [lanjut, ¦]\n")[:4] == ["nomor", "uraian", "pelaksana", "bentuk"]
    assert "waktu" in labels(ROW + "    disimpulkan: [¦]\n")
    found = labels(ROW + "sumber:\n  disimpulkan: [identitas.nomor, ¦")
    assert "identitas.nomor" not in found
    assert {"identitas.nama", "kegiatan.lanjut", "pelaksana.kabag", "jumlah_waktu"} <= set(found)


@given(sop_texts(), st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_role_and_row_that_is_offered_is_one(text: str, data: st.DataObject) -> None:
    """Put in its place, it is neither an unknown role nor an unknown target."""
    draft = Draft("contoh.yaml", text)
    if draft.compiled.document is None:
        return
    uses = [use for use in uses_of(draft.compiled.document) if not use.declares and use.loc[0] == "kegiatan"]
    uses = [use for use in uses if "bersama" not in use.loc]
    if not uses:
        return
    use = data.draw(st.sampled_from(uses))
    found = completions(draft, use.span.end, Language.ID)
    assert {one.sort for one in found} <= {Sort.ROLE if use.sense is Sense.ROLE else Sort.TARGET}
    if found:
        one = data.draw(st.sampled_from(found))
        draft = Draft("contoh.yaml", changed(text, [Edit(one.span, one.text)]))
        wrong = [
            finding
            for finding in draft.compiled.diagnostics
            if finding.code in ("SOP201", "SOP202", "SOP203") and finding.span.start == use.span.start
        ]
        assert wrong == []
