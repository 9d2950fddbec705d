"""DOT: shapes, labels, and texts that must stay texts."""

import re
import shutil
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.export.dot import export
from sop_engine.export.picture import draw_dot
from sop_engine.pipeline import compile_bytes

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz's dot is not installed")

DEFINITION = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Rapat}
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
  - nomor: 1.
    uraian: Menyusun _draft_ laporan
    pelaksana: staf
    mutu_baku: {waktu: 30 menit}
  - nomor: 2
    uraian: Memeriksa
    pelaksana: [kepala, staf]
    teks: Sesuai?
    cabang: {Ya: 3a, Tidak: 1, Batal: selesai}
  - nomor: 3
    uraian: Mengarsipkan
    mutu_baku: {waktu: 1 jam}
    simbol:
      - {pelaksana: staf, lanjut: 3b}
      - {pelaksana: kepala, bentuk: selesai}
"""

DOT = """\
digraph sop {
	graph [fontname=Arial label=Rapat labelloc=t rankdir=TB]
	node [fontname=Arial fontsize=10 margin="0.12,0.06"]
	edge [fontname=Arial fontsize=9]
	1 [label="1. Menyusun draft laporan\\n[Staf]\\n30 menit" class="symbol start" id=1 lanes=staf shape=box style=rounded]
	2 [label="2. Memeriksa\\nSesuai?\\n[Kepala + Staf]" class="symbol decision" id=2 lanes="kepala,staf" shape=diamond]
	"selesai-2" [label=Selesai class="symbol end" id="selesai-2" lanes="kepala,staf" shape=box style=rounded]
	"3a" [label="3a. Mengarsipkan\\n[Staf]\\n1 jam" class="symbol process" id="3a" lanes=staf shape=box]
	"3b" [label="3b. Mengarsipkan\\n[Kepala]" class="symbol end" id="3b" lanes=kepala shape=box style=rounded]
	1 -> 2 [class="flow sequence"]
	2 -> "3a" [label=" Ya " class="flow branch"]
	2 -> 1 [label=" Tidak " class="flow branch" constraint=false]
	2 -> "selesai-2" [label=" Batal " class="flow branch"]
	"3a" -> "3b" [class="flow sequence"]
}
"""


def dot_of(text: str) -> str:
    """The DOT text of a definition."""
    compiled = compile_bytes(text.encode(), "x.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    return export(compiled.sop, compiled.graph)


def quoted(text: str) -> str:
    """A text as a single-quoted YAML scalar."""
    return "'" + text.replace("'", "''") + "'"


def test_the_whole_graph() -> None:
    """Shapes by kind, roles and times in labels, branches on edges, ways back that leave the order alone."""
    assert dot_of(DEFINITION) == DOT


HOSTILE = [
    "a\\Nb",
    "<b>bold</b>",
    '"; rm [label="x',
    "back\\",
    '\\"',
    "\\\\",
    "&lt; &amp;",
    "a -> b",
    "node",
    "a:b:c",
    "{x|y}",
    "#",
    "</TABLE>>",
    "\\G\\E\\T",
]


@needs_dot
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_drawn_as_they_stand(text: str) -> None:
    """In ids, labels, branches, roles and the name."""
    changed = (
        DEFINITION.replace("uraian: Memeriksa", f"id: {quoted(text)}\n    uraian: {quoted(text)}")
        .replace("nama: Rapat", f"nama: {quoted(text)}")
        .replace("{Ya: 3a", "{" + quoted(text) + ": 3a")
        .replace("Sesuai?", quoted(text))
        .replace("kepala: Kepala", f"kepala: {quoted(text)}")
    )
    svg = ET.fromstring(draw_dot(dot_of(changed), "svg"))
    words = [(element.text or "").strip() for element in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert words.count(text) == 3, words
    assert f"2. {text}" in words
    assert f"[{text} + Staf]" in words


@needs_dot
@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20))
def test_any_word_is_drawn_as_it_stands(word: str) -> None:
    """Letters, signs and emoji, as the name of the graph."""
    word = f"x{word}x".replace("_", "-")
    svg = ET.fromstring(draw_dot(dot_of(DEFINITION.replace("nama: Rapat", f"nama: {quoted(word)}")), "svg"))
    words = [element.text for element in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert word in words


def test_node_names_never_meet() -> None:
    """An id that DOT would misread gets a number, which no other id may have."""
    text = DEFINITION.replace("- nomor: 1.\n", "- nomor: 1.\n    id: 'a:b'\n").replace(
        "Tidak: 1", "Tidak: 'a:b'"
    )
    text = text.replace("- nomor: 2\n", "- nomor: 2\n    id: step1\n")
    names = re.findall(r"^\t(\S+) \[label", dot_of(text), re.MULTILINE)
    assert names == ["step1_", "step1", '"selesai-step1"', '"3a"', '"3b"']
