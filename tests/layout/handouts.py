"""Handouts of generated SOPs, and what tests ask of their pages."""

import json
from collections.abc import Iterator
from typing import Any

from sop_engine.analysis.instructions import instructions_of, printed_names
from sop_engine.analysis.matrix import matrix_of
from sop_engine.graph.build import build
from sop_engine.graph.process import ProcessGraph
from sop_engine.layout.drawing import Drawing, Page
from sop_engine.layout.instructions import lay_out_instructions
from sop_engine.layout.matrix import lay_out_matrix
from sop_engine.layout.measure import runs_of, visible
from sop_engine.model.sop import Sop
from sop_engine.model.validate import validate
from sop_engine.reading import read
from sop_engine.source import SourceFile

__all__ = ["lost_texts", "matrix_pages", "modelled", "sheets", "texts"]

_BREAKS = str.maketrans("", "", "-\u00ad\u200b")


def modelled(data: dict[str, Any]) -> tuple[Sop, ProcessGraph]:
    """A SOP given as data, and its graph."""
    document, found = read(SourceFile("acak.yaml", json.dumps(data, ensure_ascii=False)))
    assert document is not None, found
    sop = validate(document).sop
    assert sop is not None
    return sop, build(sop, document)


def matrix_pages(data: dict[str, Any], **options: Any) -> Drawing:
    """The matrix of a SOP given as data."""
    sop, graph = modelled(data)
    return lay_out_matrix(sop, matrix_of(sop, graph), **options)


def sheets(data: dict[str, Any], **options: Any) -> Drawing:
    """The instruction sheets of a SOP given as data."""
    sop, graph = modelled(data)
    return lay_out_instructions(sop, instructions_of(sop, graph), printed_names(sop, graph), **options)


def lost_texts(drawing: Drawing) -> Iterator[str]:
    """Yield the texts of a handout that are not drawn whole, on one page or on several; a foot may be cut."""
    drawn: dict[tuple[object, ...], str] = {}
    said: list[tuple[tuple[object, ...], str]] = []
    sheet = 0
    begins = {mark.page for mark in drawing.bookmarks}
    for page in drawing.pages:
        sheet = page.number if page.number in begins else sheet
        for at, cell in enumerate(page.cells):
            if cell.field == "kaki":
                continue
            inside = cell.row is not None and cell.row >= 0
            key = (sheet, cell.row, cell.column) if inside else (page.number, "outside", at)
            drawn[key] = drawn.get(key, "") + "".join(line.text for line in cell.lines)
            said.append((key, cell.text))
    for key, text in said:
        if text and _letters("".join(run.text for run in runs_of(text))) != _letters(drawn[key]):
            yield text


def _letters(text: str) -> str:
    return "".join(visible(text).translate(_BREAKS).split())


def texts(page: Page, field: str) -> list[str]:
    """The texts of the cells of a field."""
    return [cell.text for cell in page.cells if cell.field == field]
