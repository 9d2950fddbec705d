"""Documents of SOPs given as data, and what tests ask of them."""

import json
from collections.abc import Iterator
from typing import Any

from sop_engine.analysis.total import total
from sop_engine.graph.build import build
from sop_engine.layout.document import DocumentOptions, lay_out_document
from sop_engine.layout.drawing import Box, Cell, Drawing, Page, PageKind
from sop_engine.layout.measure import Face, runs_of, visible, width
from sop_engine.model.sop import Sop
from sop_engine.model.validate import validate
from sop_engine.reading import read
from sop_engine.reading.logo import Logo
from sop_engine.source import SourceFile

__all__ = ["LOGO", "collisions", "document_of", "letters", "of_kind", "shown", "sop_of", "wrongly_measured"]

LOGO = Logo(b"\x89PNG", "image/png", 300, 360)
"""A logo as far as the layout looks at it."""


def sop_of(identitas: dict[str, Any], **rest: Any) -> tuple[Sop, Any]:
    """A SOP of two rows, and its document as read."""
    instansi = {"kode": "uji", "nama": "Dinas Uji", **rest.pop("instansi", {})}
    data = {
        "versi_format": "1",
        "status": "berlaku",
        "instansi": instansi,
        "identitas": {"nama": "Uji", **identitas},
        "pelaksana": {"a": "Staf"},
        "kegiatan": [
            {"nomor": "1", "uraian": "Menyusun laporan", "pelaksana": "a"},
            {"nomor": "2", "uraian": "Mengarsipkan laporan", "pelaksana": "a"},
        ],
        **rest,
    }
    read_document, found = read(SourceFile("uji.yaml", json.dumps(data, ensure_ascii=False)))
    assert read_document is not None, found
    sop = validate(read_document).sop
    assert sop is not None
    return sop, read_document


def document_of(identitas: dict[str, Any], options: DocumentOptions | None = None, **rest: Any) -> Drawing:
    """The document of a SOP of two rows."""
    sop, read_document = sop_of(identitas, **rest)
    return lay_out_document(sop, build(sop, read_document), total([]), options or DocumentOptions())


def of_kind(drawing: Drawing, kind: PageKind) -> list[Page]:
    """The pages of one kind."""
    return [page for page in drawing.pages if page.kind is kind]


def shown(pages: list[Page], field: str) -> list[str]:
    """The lines that stand in the cells of a field, in their order."""
    return [line.text for page in pages for cell in page.cells if cell.field == field for line in cell.lines]


def letters(text: str) -> str:
    """A text without what may change where lines break, and without the marks of italics."""
    plain = "".join(run.text for run in runs_of(text))
    return "".join(visible(plain).translate(str.maketrans("", "", "-\u00ad\u200b")).split())


def meets(one: Box, other: Box) -> bool:
    """Whether two boxes have more than a border in common."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.05 and down > 0.05


def wrongly_measured(page: Page) -> Iterator[Cell]:
    """Cells whose lines are not as wide as the face and size that they are drawn in make them."""
    for cell in page.cells:
        for line in cell.lines:
            faces = [(run.text, Face.of(bold=cell.bold, italic=run.italic)) for run in line.runs]
            wide = sum(width(text, cell.size, face) for text, face in faces)
            if abs(wide - line.width) > 0.02:
                yield cell


def collisions(page: Page) -> Iterator[tuple[Cell, Cell]]:
    """Cells of a page that say something and lie on each other."""
    said = [cell for cell in page.cells if cell.lines]
    for at, one in enumerate(said):
        for other in said[at + 1 :]:
            if meets(one.box, other.box):
                yield one, other
