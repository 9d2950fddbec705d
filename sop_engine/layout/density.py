"""Density: the finding that a sheet has less room than its SOP needs, and what would do.

In: a compiled SOP, the drawing of it that is dense, and the options that it was drawn with. Out: SOP902, or None
where the drawing is not dense. Its hint names the first paper that would do, from A4 over F4 to Legal, else
the largest smaller font, else both; it is found by laying the sheet out again, which only a dense one costs.
"""

from collections.abc import Iterator
from dataclasses import replace

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.layout.drawing import Dense, Drawing
from sop_engine.layout.sheet import SheetOptions, lay_out
from sop_engine.reading.document import Document
from sop_engine.rules.late import TOO_DENSE
from sop_engine.source import Span

__all__ = ["finding"]

_PAPERS = ("A4", "F4", "Legal")
_FONTS = (8.0, 7.0, 6.0)
# A long SOP is tried on the largest paper alone.
_LONG = 150

_WHAT = {
    Dense.LINES: Text("garis alur terlalu rapat", "lines of the flow are too near to each other"),
    Dense.LABELS: Text("label cabang tidak mendapat tempat kosong", "words of a branch find no free place"),
    Dense.WORDS: Text("kata di kolom teks terpotong", "words in a text column are broken"),
    Dense.HEADINGS: Text("judul kolom terlalu kecil untuk dibaca", "a heading is too small to be read"),
    Dense.SYMBOLS: Text("simbol terlalu kecil", "symbols are too small"),
}
_NOTHING = Text(
    "bagi SOP ini menjadi beberapa SOP, atau kurangi lajur dan teksnya",
    "split this SOP into several, or give it fewer roles and words",
)


def finding(compiled: Compiled, drawing: Drawing, options: SheetOptions) -> Diagnostic | None:
    """Return what to say of a dense drawing.

    Args:
        compiled: the SOP that was drawn; it must be whole.
        drawing: its Bagian Flowchart, as ``lay_out`` gave it.
        options: those that it was laid out with.

    Returns:
        The finding, or None where nothing found less room than it needs.
    """
    if not drawing.dense or compiled.document is None:
        return None
    found = [_WHAT[what] for what in drawing.dense]
    return Diagnostic(
        TOO_DENSE,
        Text(
            f"lembar terlalu padat: {', '.join(text.id for text in found)}",
            f"the sheet is too dense: {', '.join(text.en for text in found)}",
        ),
        compiled.source,
        _span(compiled.document, options),
        _hint(compiled, drawing, options),
    )


def _span(document: Document, options: SheetOptions) -> Span:
    """Return the paper that the definition names, if that was used; else its roles."""
    paper = ("tampilan", "kertas")
    if options.paper is None and document.has(paper):
        return document.span(paper)
    return document.key_span(("pelaksana",))


def _hint(compiled: Compiled, drawing: Drawing, options: SheetOptions) -> Text:
    """Return the first remedy that is enough."""
    for paper, font in _remedies(compiled, drawing, options):
        other = replace(options, paper=paper or options.paper, font_size=font or options.font_size)
        if _is_enough(compiled, other):
            return _advice(paper, font)
    return _NOTHING


def _remedies(
    compiled: Compiled, drawing: Drawing, options: SheetOptions
) -> Iterator[tuple[str | None, float | None]]:
    """Yield paper and font size to be tried, None for what stays as it is."""
    if compiled.sop is None:
        return
    now = (options.paper or compiled.sop.tampilan.kertas).lower()
    names = [name.lower() for name in _PAPERS]
    larger = _PAPERS[names.index(now) + 1 :] if now in names else _PAPERS
    if len(compiled.sop.kegiatan) > _LONG:
        larger = larger[-1:]
    yield from ((paper, None) for paper in larger)
    fonts = [font for font in _FONTS if font < drawing.font_size]
    if len(compiled.sop.kegiatan) > _LONG:
        fonts = fonts[-1:]
    yield from ((None, font) for font in fonts)
    if larger:
        yield from ((larger[-1], font) for font in fonts)


def _is_enough(compiled: Compiled, options: SheetOptions) -> bool:
    """Whether the sheet is not dense with these options."""
    if compiled.sop is None or compiled.graph is None:
        return False
    return not lay_out(compiled.sop, compiled.graph, compiled.total, options).dense


def _advice(paper: str | None, font: float | None) -> Text:
    """Return the words that advise a paper and a font size."""
    size = f"{font:g}".replace(".", ",") if font is not None else ""
    parts_id = [f"kertas {paper}"] if paper else []
    parts_en = [f"paper {paper}"] if paper else []
    if font is not None:
        parts_id.append(f"huruf {size} pt")
        parts_en.append(f"font size {font:g}")
    return Text(
        f"pakai {' dan '.join(parts_id)}: cukup untuk SOP ini",
        f"use {' and '.join(parts_en)}: enough for this SOP",
    )
