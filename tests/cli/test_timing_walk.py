"""A way through a procedure in a line, and as plain data."""

import pytest

from sop_engine import compile_sop
from sop_engine.analysis.walks import Again, Pass, Side
from sop_engine.cli.timing_walk import walk_json, walk_text

GRAPH = compile_sop(
    """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: A, pelaksana: staf}
  - {nomor: 2, uraian: B, pelaksana: staf, cabang: {Ya: 3, Tidak: 1, Batal: selesai}}
  - {nomor: 3, uraian: C, pelaksana: staf, id: arsip}
"""
).graph


def passes(*steps):
    """A straight walk that counts every step."""
    return tuple(Pass(step, counts=True) for step in steps)


@pytest.mark.parametrize(
    ("walk", "text"),
    [
        (passes("1", "2", "arsip"), "1 -> 2 -> arsip"),
        (passes("1", "2", "selesai-2"), "1 -> 2 -> selesai"),
        (
            (*passes("1"), Side((passes("2"), passes("arsip", "2"))), *passes("arsip")),
            "1 -> (2 | arsip -> 2) -> arsip",
        ),
        ((Side((passes("1"), ())),), "(1 | -)"),
        ((*passes("2"), Again(2, passes("1", "2")), *passes("arsip")), "2 -> 2x {1 -> 2} -> arsip"),
        ((), ""),
    ],
)
def test_a_walk_is_read_from_left_to_right(walk, text):
    """Arms stand between bars, rounds in braces; an end that nobody works at is ``selesai``."""
    assert walk_text(walk, GRAPH) == text


def test_a_long_walk_is_cut():
    """Dots say so, also within an arm or a round."""
    assert walk_text(passes("1", "2", "arsip"), GRAPH, 2) == "1 -> 2 -> ..."
    assert walk_text((Again(3, passes("1", "2", "arsip")), *passes("1")), GRAPH, 3) == "3x {1 -> 2 -> ...}"
    assert walk_text((Side((passes("1", "2"), passes("1"))), *passes("1")), GRAPH, 2) == "(1 -> ...)"


def test_plain_data_holds_the_walk_and_how_often_each_step_is_done():
    """Nested as the walk is; ``counts`` tells where a time is added."""
    walk = (*passes("1"), Side((passes("2"), ())), Again(2, passes("1")), Pass("arsip", counts=False))
    assert walk_json(walk, GRAPH, ("1", "2", "arsip")) == {
        "steps": {"1": 3, "2": 1, "arsip": 1},
        "walk": [
            {"step": "1", "row": "1", "counts": True},
            {"arms": [[{"step": "2", "row": "2", "counts": True}], []]},
            {"times": 2, "walk": [{"step": "1", "row": "1", "counts": True}]},
            {"step": "arsip", "row": "arsip", "counts": False},
        ],
    }


def test_rounds_within_rounds_are_not_unrolled_without_end():
    """Forty loops, each in the next, tell a walk of 2 ** 40 steps: each is counted, none is written out."""
    walk = passes("1")
    for _ in range(40):
        walk = (Again(1, walk), Again(1, walk))
    found = walk_json(walk, GRAPH, ("1", "2", "arsip"))
    assert found == {"steps": {"1": 2**40}, "walk": None}
    assert len(walk_text(walk, GRAPH)) < 2000
