"""Hostile text: it never leaves its cell, and it is drawn whole, literally or as a visible replacement."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.graph.build import build
from sop_engine.layout.audit import INVARIANTS, audit
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.measure import runs_of, visible
from sop_engine.layout.sheet import SheetOptions, lay_out
from sop_engine.pipeline import compile_bytes

TEXTS = {
    "markup": "</text><script>alert(1)</script>&amp;&#x41;]]><!--",
    "formula": "=1+1|cmd",
    "right-to-left": "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd abc",
    "overrides": "laporan\u202efdp.exe\u2066x\u2069",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f1ee\U0001f1e9 " * 20,
    "marks": "a" + "\u0301\u0323" * 200 + " b" + "\u0e49" * 50,
    "no blank": "x" * 5000,
    "wide": "\u6f22\u5b57" * 400,
    "controls": "a\x00b\x07c\x1bd\x7fe\x85f",
    "zero width": "ke\u200bgi\u200dat\u200can\ufeff\u2060" * 30,
    "soft hyphens": "per\u00adtang\u00adgung\u00adja\u00adwab\u00adan" * 40,
    "surrogates": "a\ud800b\udfffc",
    "noncharacters": "a\uffffb\ufdd0c",
    "nothing seen": "\u200b\u200d\u00ad\u0301",
    "lines": "\n".join("abc"),
    "italics": "_a b_ _c " * 60,
}
"""Texts that have broken other programs."""

FIELDS = ("uraian", "kelengkapan", "output", "keterangan")
_BREAKS = str.maketrans("", "", "-\u00ad\u200b")


def sheet(text: str, options: SheetOptions) -> Drawing:
    """A sheet with a text everywhere; the reader refuses some characters, the layout must bear all of them."""
    compiled = compile_bytes(
        b"versi_format: 1\ninstansi: {kode: uji, nama: Uji}\nidentitas: {nama: Uji}\n"
        b"pelaksana: {a: Staf, b: Kepala}\nkegiatan:\n"
        b"- {nomor: 1, uraian: Satu, pelaksana: a}\n"
        b"- {nomor: 2, uraian: Dua, pelaksana: b, teks: Ya?, cabang: {Ya: 3, Tidak: 1}}\n"
        b"- {nomor: 3, uraian: Tiga, pelaksana: a}\n",
        "uji.yaml",
    )
    assert compiled.sop is not None
    assert compiled.document is not None
    changes: dict[str, Any] = {"uraian": text, "keterangan": (text,), "nomor": text}
    first, *others = compiled.sop.kegiatan
    quality = first.mutu_baku.model_copy(update={"kelengkapan": (text, text), "output": (text,)})
    first = first.model_copy(update={**changes, "mutu_baku": quality})
    roles = {key: role.model_copy(update={"nama": text}) for key, role in compiled.sop.pelaksana.items()}
    identity = compiled.sop.identitas.model_copy(update={"nama": text})
    sop = compiled.sop.model_copy(
        update={
            "kegiatan": (first, *others),
            "pelaksana": roles,
            "identitas": identity,
            "catatan": (text,),
        }
    )
    return lay_out(sop, build(compiled.sop, compiled.document), None, options)


def letters(text: str) -> str:
    """What is seen of a text, wherever its lines break."""
    return "".join(visible(text).translate(_BREAKS).split())


def expected(text: str) -> str:
    """What must be drawn of a text."""
    return letters("".join(run.text for run in runs_of(text)))


def drawn_of(drawing: Drawing, field: str, row: int | None) -> str:
    """What the cells of a field show in a row, over all pages."""
    lines = [
        line.text
        for page in drawing.pages
        for cell in page.cells
        if (cell.field, cell.row) == (field, row)
        for line in cell.lines[cell.again :]
    ]
    return letters("".join(lines))


def check(drawing: Drawing, text: str) -> None:
    """Every text is there once, in its cell."""
    found = audit(drawing)
    assert (found.counts, found.faults) == (dict.fromkeys(INVARIANTS, 0), ())
    for field in FIELDS:
        times = 2 if field == "kelengkapan" else 1
        assert (field, drawn_of(drawing, field, 0)) == (field, expected(text) * times)
    assert drawn_of(drawing, "catatan", None) == expected(text)
    for page in drawing.pages:
        headings = [cell for cell in page.cells if cell.row == -1 and cell.field in {"a", "b"}]
        assert all(letters("".join(line.text for line in cell.lines)) == expected(text) for cell in headings)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("font", [None, 5.0, 16.0])
def test_hostile_text_stays_in_its_cell_and_is_drawn_whole(name: str, font: float | None) -> None:
    """In every place of the table that holds text, over as many pages as it takes."""
    check(sheet(TEXTS[name], SheetOptions(font_size=font)), TEXTS[name])


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=300),
    st.sampled_from(["A4", "F4", "Letter", "Legal"]),
    st.sampled_from([None, 5.0, 9.0, 16.0]),
)
def test_any_text_stays_in_its_cell_and_is_drawn_whole(text: str, paper: str, font: float | None) -> None:
    """Whatever its characters, the paper and the font size."""
    check(sheet(text, SheetOptions(paper, font)), text)


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_that_reorders_or_controls_is_drawn(name: str) -> None:
    """Such characters are replaced by one that can be seen, for whatever writes the drawing."""
    for page in sheet(TEXTS[name], SheetOptions()).pages:
        texts = [line.text for cell in page.cells for line in cell.lines]
        texts += [line.text for symbol in page.symbols for line in symbol.lines]
        texts += [symbol.title for symbol in page.symbols]
        for text in texts:
            assert not [one for one in text if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}]
            assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
