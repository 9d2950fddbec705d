"""Where in a definition an offset stands: exact contexts, whole and half-written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.desk.language.context import Context, Part, context_at
from sop_engine.source import Span

HEAD = "pelaksana:\n  staf: Staf\nkegiatan:\n  - nomor: 1\n    uraian: Menyusun\n    pelaksana: staf\n"
ROW = ("kegiatan", 0)
K, V, ITEM, NONE = Part.KEY, Part.VALUE, Part.ITEM, Part.NONE

CASES = {
    "an empty text": ("¦", (), K, "", ""),
    "a key at the top": ("ver¦", (), K, "ver", "ver"),
    "the middle of a key": ("kegi¦atan:\n", (), K, "kegi", "kegiatan"),
    "behind a colon": ("status:¦", ("status",), V, "", ""),
    "behind a colon and a space": ("status: ¦", ("status",), V, "", ""),
    "the middle of a value": ("status: ber¦laku", ("status",), V, "ber", "berlaku"),
    "a new key of a row": (HEAD + "    ¦", ROW, K, "", ""),
    "a begun key of a row": (HEAD + "    lan¦\n", ROW, K, "lan", "lan"),
    "an open list": (HEAD + "    lanjut: [4, ¦", (*ROW, "lanjut", 1), V, "", ""),
    "an open list above more": (HEAD + "    lanjut: [4, ¦\n    teks: x\n", (*ROW, "lanjut", 1), V, "", ""),
    "an open list above the next row": (
        HEAD + "    lanjut: [¦\n  - nomor: 2\n",
        (*ROW, "lanjut", 0),
        V,
        "",
        "",
    ),
    "a branch": (HEAD + "    cabang: {Ya: ¦", (*ROW, "cabang", "Ya"), V, "", ""),
    "a label": (HEAD + "    cabang: {Ya: 3, Ti¦", (*ROW, "cabang"), K, "Ti", "Ti"),
    "a new label": (HEAD + "    cabang: {Ya: 3, ¦}", (*ROW, "cabang"), K, "", ""),
    "the long form": (HEAD + "    cabang: {Ya: {ke: ¦}}", (*ROW, "cabang", "Ya", "ke"), V, "", ""),
    "a branch on its line": (HEAD + "    cabang:\n      Ya: ¦\n", (*ROW, "cabang", "Ya"), V, "", ""),
    "under a heading": (HEAD + "    mutu_baku:\n      ¦", (*ROW, "mutu_baku"), K, "", ""),
    "begun under a heading": (HEAD + "    mutu_baku:\n      wak¦", (*ROW, "mutu_baku"), K, "wak", "wak"),
    "behind a number": (HEAD + "    teks: 30 ¦", (*ROW, "teks"), V, "30 ", "30 "),
    "a dash to come": (HEAD + "  ¦", ("kegiatan",), ITEM, "", ""),
    "behind a dash": (HEAD + "  - ¦", ("kegiatan", 1), V, "", ""),
    "begun behind a dash": (HEAD + "  - nom¦", ("kegiatan", 1), V, "nom", "nom"),
    "at the margin": (HEAD + "¦", (), K, "", ""),
    "between two columns": (HEAD + "   ¦", (), NONE, "", ""),
    "a comment": (HEAD + "    lanjut: 4 # ko¦", (), NONE, "", ""),
    "a comment alone": ("# ko¦\n", (), NONE, "", ""),
    "a block text": ("catatan: |\n  satu¦\n", (), NONE, "", ""),
    "a blank line of a block text": ("catatan: |\n  satu\n  ¦\n", (), NONE, "", ""),
    "behind a block text": ("catatan: |\n  satu\n¦", (), K, "", ""),
    "an open quotation": (HEAD + "    pelaksana: 'st¦", (*ROW, "pelaksana"), V, "'st", "'st"),
    "a quoted text": (HEAD + "    pelaksana: 'st¦'\n", (*ROW, "pelaksana"), V, "'st", "'st'"),
    "a block list": (HEAD + "    lanjut:\n      - 4¦\n", (*ROW, "lanjut", 0), V, "4", "4"),
    "behind a bracket": (HEAD + "    cabang: {Ya: 3}¦", (), NONE, "", ""),
    "a row between braces": (
        "kegiatan:\n  - {nomor: 1, pelaksana: ¦\n  - {nomor: 2}\n",
        (*ROW, "pelaksana"),
        V,
        "",
        "",
    ),
    "a symbol": (HEAD + "    simbol:\n      - {id: a, lanjut: ¦", (*ROW, "simbol", 0, "lanjut"), V, "", ""),
    "dashes under their key": ("kegiatan:\n- nomor: 1\n  ¦", ROW, K, "", ""),
    "a tab behind the colon": ("status:\tkon¦", ("status",), V, "kon", "kon"),
    "an emoji in front": ("catatan: 😀\nstatus: kon¦", ("status",), V, "kon", "kon"),
    "behind a dash without a space": ("catatan:\n  -¦", (), NONE, "", ""),
    "in front of a key": ("identitas:\n ¦ nama: x\n", (), NONE, "", ""),
    "a colon in a quoted key": ("'a: b': ¦", ("a: b",), V, "", ""),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", CASES)
def test_the_place_is_told(name: str, newline: str) -> None:
    """Path, part, begun word and what a completion replaces, whatever ends the lines."""
    marked, path, part, word, replaced = CASES[name]
    marked = marked.replace("\n", newline)
    offset = marked.index("¦")
    text = marked.replace("¦", "")
    context = context_at(text, offset)
    found = (context.path, context.part, context.word, text[slice(*context.span)])
    assert found == (path, part, word, replaced)


def test_brackets_and_columns_are_told() -> None:
    """A context says in which brackets it is, in which column its key stands, and whether only a dash is before it."""
    text = HEAD + "    cabang: {Ya: [3, "
    end = len(text)
    path = (*ROW, "cabang", "Ya", 1)
    assert context_at(text, end) == Context(path, V, "", Span(end, end), "[", -1, fresh=True)
    text = HEAD + "  - "
    end = len(text)
    assert context_at(text, end) == Context(("kegiatan", 1), V, "", Span(end, end), "", 2, fresh=True)


def test_an_offset_between_the_two_halves_of_a_line_end_is_in_front_of_it() -> None:
    """No span parts a CR from its LF."""
    assert context_at("status: \r\n", 9) == context_at("status: \r\n", 8)


@given(st.text(alphabet="ab:-#[]{}'\"|>, \t\r\n😀", max_size=60), st.integers(-3, 70))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_has_contexts(text: str, offset: int) -> None:
    """Nothing raises, and the span lies inside the text."""
    context = context_at(text, offset)
    assert 0 <= context.span.start <= context.span.end <= len(text)
    assert context.word == text[context.span.start :][: len(context.word)]
