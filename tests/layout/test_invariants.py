"""The invariants of the sheet, on SOPs that nobody thought of."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.layout.audit import INVARIANTS, audit
from sop_engine.layout.drawing import Dense, Drawing
from sop_engine.layout.sheet import SheetOptions

Data = Callable[..., dict[str, Any]]
Draw = Callable[..., Drawing]

SOUND = dict.fromkeys(INVARIANTS, 0)


@pytest.mark.fuzz
@pytest.mark.parametrize("block", range(20))
def test_generated_sops_keep_every_invariant(block: int, random_data: Data, drawn: Draw) -> None:
    """Loops, skips, splits, joins, several symbols a row, joint steps, any length of text, any paper."""
    for seed in range(25 * block, 25 * (block + 1)):
        found = audit(drawn(random_data(seed)))
        assert (seed, found.counts, found.faults) == (seed, SOUND, ())


@pytest.mark.fuzz
@pytest.mark.parametrize("paper", ["A4", "F4", "Letter", "Legal"])
def test_every_paper_keeps_every_invariant(paper: str, random_data: Data, drawn: Draw) -> None:
    """Whatever the SOP itself asks for; words without a place among many lanes are told."""
    crowded = 0
    for seed in range(500, 530):
        drawing = drawn(random_data(seed), SheetOptions(paper=paper))
        found = audit(drawing)
        told = found.counts["label-touches"] if Dense.LABELS in drawing.dense else 0
        crowded += bool(told)
        assert (seed, found.counts) == (seed, SOUND | {"label-touches": told})
    assert crowded <= 1


@pytest.mark.fuzz
def test_rows_in_order_never_cross(random_data: Data, drawn: Draw) -> None:
    """Whatever the lanes, the texts and the paper."""
    for seed in range(60):
        found = audit(drawn(random_data(seed, straight=True)))
        assert (seed, found.counts, found.crossings) == (seed, SOUND, 0)


def sop_of(rows: list[dict[str, Any]], roles: int) -> dict[str, Any]:
    """A SOP with so many roles and short texts."""
    return {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {f"p{index}": f"Peran {index}" for index in range(roles)},
        "kegiatan": [{"nomor": str(number), "uraian": "Uraian", **row} for number, row in enumerate(rows, 1)],
    }


@st.composite
def small_sops(draw: st.DrawFn) -> dict[str, Any]:
    """Any flow between a few rows: loops to oneself, splits, several ways to one target, joint steps."""
    count, roles = draw(st.integers(1, 7)), draw(st.integers(1, 5))
    keys = [f"p{index}" for index in range(roles)]
    target = st.sampled_from([*(str(number) for number in range(1, count + 1)), "selesai"])
    targets = st.lists(target, min_size=2, max_size=3, unique=True).filter(
        lambda found: "selesai" not in found
    )
    flow = st.one_of(
        st.just({}),
        st.fixed_dictionaries({"lanjut": target}),
        st.fixed_dictionaries({"lanjut": targets if count > 1 else target}),
        st.fixed_dictionaries({"cabang": st.fixed_dictionaries({"Ya": target, "Tidak": target})}),
        st.fixed_dictionaries(
            {"cabang": st.fixed_dictionaries({"Ya": target, "Tidak": target, "Belum": target})}
        ),
    )
    lanes = st.one_of(
        st.sampled_from(keys),
        st.lists(st.sampled_from(keys), min_size=min(2, roles), max_size=2, unique=True),
    )
    return sop_of([{"pelaksana": draw(lanes), **draw(flow)} for _ in range(count)], roles)


@settings(max_examples=60, deadline=None)
@given(small_sops())
def test_small_sops_keep_every_invariant(drawn: Draw, data: dict[str, Any]) -> None:
    """Whatever leads where."""
    assert audit(drawn(data)).faults == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=16))
def test_a_chain_is_drawn_without_a_crossing(drawn: Draw, lanes: list[int]) -> None:
    """Rows that are simply in order, in any lanes: at most one bend a row where no page ends between them."""
    drawing = drawn(sop_of([{"pelaksana": f"p{lane}"} for lane in lanes], 6))
    found = audit(drawing)
    moves = sum(one != other for one, other in pairwise(lanes))
    assert (found.faults, found.crossings) == ((), 0)
    if len(drawing.pages) == 1:
        assert found.bends == moves


# What the reader lets through: no control characters, surrogates, unassigned ones or odd line ends.
HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")),
        st.sampled_from("</text><script>&amp;]]>\"' _-/\n\t\u200b\u00adم😀\u0301"),
    ),
    max_size=120,
).filter(lambda text: bool(text.strip()))


@settings(max_examples=60, deadline=None)
@given(st.lists(HOSTILE, min_size=8, max_size=8), st.sampled_from([None, 5.0, 12.0]))
def test_no_text_leaves_its_cell(drawn: Draw, texts: list[str], font: float | None) -> None:
    """Any characters anywhere that a definition holds text."""
    name, role, first, second, words, third, fourth, note = texts
    data = {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Uji"},
        "identitas": {"nama": name},
        "pelaksana": {"a": role, "b": "Kepala"},
        "kegiatan": [
            {"nomor": "1", "uraian": first, "pelaksana": "a", "mutu_baku": {"kelengkapan": [second, third]}},
            {"nomor": "2", "uraian": "Dua", "pelaksana": "b", "teks": words, "keterangan": fourth},
        ],
        "catatan": [note],
    }
    assert audit(drawn(data, SheetOptions(font_size=font))).counts == SOUND
