"""PDF: all pages of a drawing in one file, vectors and text, with the fonts that it needs.

In: a ``Drawing``. Out: one PDF. It is drawn from the same Drawing by the same rules as the SVG. Text stands in the
file in the order in which it is read; fonts are embedded, cut down to the characters that are used. The file
says its title, author, subject and language, has an outline and links, and names no moment unless it is asked to:
the same Drawing gives the same bytes. It is written by reportlab's document model; its canvas would mention
a font that is not embedded, and dates.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from hashlib import md5

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from sop_engine.layout.drawing import Bookmark, Drawing, Link, Page
from sop_engine.layout.measure import visible
from sop_engine.render.fonts import typeface
from sop_engine.render.options import USUAL, WriteOptions
from sop_engine.render.pdf_ink import ink
from sop_engine.render.pdf_pictures import Placed, place_pictures
from sop_engine.render.pdf_text import blocks, characters, words

__all__ = ["write"]

_LANGUAGE = "id"
_WIDE = re.compile("<([0-9A-F]{5,6})>")
_PRINTED = 4  # the flag of an annotation that does not vanish from paper


def write(drawing: Drawing, options: WriteOptions = USUAL) -> tuple[bytes, ...]:
    """Return one PDF of all pages."""
    texts = [blocks(page) for page in drawing.pages]
    faces = {face: typeface(face, used, options.fonts) for face, used in characters(texts).items()}
    document = PDFDocument(compression=1, invariant=1, lang=_LANGUAGE, pdfVersion=(1, 7))
    document.signature = md5(usedforsecurity=False)
    document.info = _info(drawing, options.created)
    document.updateSignature(document.info.format(document))
    for page, text in zip(drawing.pages, texts, strict=True):
        pictures = place_pictures(page, document)
        content = "\n".join(
            (
                *ink(page, marked=options.mark_inferred),
                *pictures.operators,
                "0 g",
                *words(page, text, document, faces),
                "",
            )
        )
        document.updateSignature(content.encode("latin-1"))
        document.addPage(_page(page, content, pictures, document, len(drawing.pages)))
    _embed_fonts(document)
    catalog = document.Catalog
    catalog.Outlines = _outline(drawing, document)
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    if len(drawing.bookmarks) > 1:
        catalog.showOutline()
    return (bytes(document.format()),)


def _embed_fonts(document: PDFDocument) -> None:
    """Add the fonts that were used, and mend what they say of characters beyond the 16 bits of old times.

    Such a character is two units of UTF-16 in the map from codes to text; reportlab writes its plain number.
    """
    for font in document.delayedFonts:
        font.addObjects(document)
    for name, stream in document.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            stream.content = _WIDE.sub(
                lambda found: f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>", stream.content
            )


def _info(drawing: Drawing, created: datetime | None) -> PDFDictionary:
    """Return what the file says of itself."""
    texts = {
        "Title": drawing.title,
        "Author": drawing.author,
        "Subject": drawing.description,
        "Keywords": ", ".join(
            filter(None, ("SOP", "Standar Operasional Prosedur", drawing.name, drawing.agency))
        ),
        "Creator": "sop_engine",
        "Producer": "sop_engine, ReportLab",
    }
    info = {key: PDFString(_one_line(text)) for key, text in texts.items() if text.strip()}
    if created is not None:
        info["CreationDate"] = info["ModDate"] = PDFString(_date(created))
    return PDFDictionary(info)


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())


def _date(moment: datetime) -> str:
    """Return a moment as PDF has it: ``D:20230102080910+07'00'``; without the offset where it is not known."""
    offset = moment.strftime("%z")
    stamp = f"D:{moment.year:04}{moment:%m%d%H%M%S}"
    return f"{stamp}{offset[:3]}'{offset[3:5]}'" if offset else stamp


def _page(page: Page, content: str, pictures: Placed, document: PDFDocument, count: int) -> PDFPage:
    """Return a page of its own size with its content and links."""
    made = PDFPage()
    made.Override_default_compilation = 1
    made.Parent = document.Reference(document.Pages)
    made.MediaBox = PDFArray([0, 0, page.width, page.height])
    made.Contents = PDFStream(content=content.encode("latin-1"), filters=[PDFZCompress])
    made.Resources = PDFDictionary(
        {"Font": PDFObjectReference("BasicFonts"), "XObject": PDFDictionary(pictures.objects)}
    )
    links = [
        document.Reference(_link(link, page), f"Link{page.number}.{at}")
        for at, link in enumerate(page.links)
        if 1 <= link.page <= count
    ]
    if links:
        made.Annots = PDFArray(links)
    return made


def _link(link: Link, page: Page) -> PDFDictionary:
    """Return an area that leads to a page, without a border."""
    box = link.box
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([box.x, page.height - box.bottom, box.right, page.height - box.y]),
            "Border": PDFArray([0, 0, 0]),
            "F": _PRINTED,
            "Dest": _destination(link.page),
        }
    )


def _destination(page: int) -> PDFArray:
    return PDFArray([PDFObjectReference(f"Page{page}"), PDFName("Fit")])


def _outline(drawing: Drawing, document: PDFDocument) -> PDFObjectReference | None:
    """Return the outline, all of it open, or None where there are no bookmarks."""
    lines = [line for line in drawing.bookmarks if 1 <= line.page <= len(drawing.pages)]
    if not lines:
        return None
    parents = _parents(lines)
    entries = [
        PDFDictionary({"Title": PDFString(_one_line(line.title)), "Dest": _destination(line.page)})
        for line in lines
    ]
    root = PDFDictionary({"Type": PDFName("Outlines")})
    named = document.Reference(root, "Outlines")
    references = [document.Reference(entry, f"Outline{at}") for at, entry in enumerate(entries)]
    for parent in (None, *range(len(lines))):
        children = [at for at, above in enumerate(parents) if above == parent]
        if not children:
            continue
        holder, reference = (root, named) if parent is None else (entries[parent], references[parent])
        holder["First"], holder["Last"] = references[children[0]], references[children[-1]]
        holder["Count"] = _below(parent, parents)
        for at, child in enumerate(children):
            entries[child]["Parent"] = reference
            if at:
                entries[child]["Prev"] = references[children[at - 1]]
            if at + 1 < len(children):
                entries[child]["Next"] = references[children[at + 1]]
    return named


def _parents(lines: Sequence[Bookmark]) -> list[int | None]:
    """Return the line that each line stands under: the last one before it of an outer level."""
    parents: list[int | None] = []
    open_lines: list[int] = []
    for at, line in enumerate(lines):
        while open_lines and lines[open_lines[-1]].level >= line.level:
            open_lines.pop()
        parents.append(open_lines[-1] if open_lines else None)
        open_lines.append(at)
    return parents


def _below(parent: int | None, parents: Sequence[int | None]) -> int:
    """Return how many lines stand under a line, at whatever depth."""
    if parent is None:
        return len(parents)
    under = {parent}
    for at, above in enumerate(parents):
        if above in under:
            under.add(at)
    return len(under) - 1
