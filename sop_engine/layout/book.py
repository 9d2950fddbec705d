"""A book of SOPs: one cover, one daftar isi, then the documents, their pages numbered through.

In: documents with their SOPs. Out: one ``Drawing``. Documents of one agency stand together, in the order in which
they come; the letters of off-page connectors stay each document's own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sop_engine.layout.contents import Item, contents_pages
from sop_engine.layout.cover import KIND, CoverWords, cover_page, year_of
from sop_engine.layout.drawing import Bookmark, Drawing, Page
from sop_engine.layout.furniture import furnished, moved
from sop_engine.layout.measure import plain
from sop_engine.layout.papers import Paper
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["TITLE", "Chapter", "bind"]

TITLE = f"Kumpulan {KIND}"
"""On the cover of a book of SOPs."""
_CONTENTS = "Daftar Isi"
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document in a book.

    Attributes:
        sop: the SOP.
        drawing: its document, pages numbered from 1.
        logo: its agency's, or None.
    """

    sop: Sop
    drawing: Drawing
    logo: Logo | None = None


def bind(chapters: Sequence[Chapter], title: str = TITLE) -> Drawing:
    """Bind documents into a book.

    Args:
        chapters: at least one.
        title: on its cover.

    Returns:
        Cover, daftar isi and all documents, page by page. Cover and daftar isi have the size that most of the
        documents have.

    Raises:
        ValueError: there is no document.
    """
    if not chapters:
        raise ValueError("a book needs a document")
    groups = _by_agency(chapters)
    paper = _paper(chapters)
    front = _front(groups, paper, title)
    behind = len(front)
    count = behind + sum(len(chapter.drawing.pages) for chapter in chapters)
    pages = [furnished(page, plain(title), count) for page in front]
    bookmarks = [Bookmark(_CONTENTS, 2, 0)]
    for group in groups:
        deeper = int(len(groups) > 1)
        if deeper:
            bookmarks.append(Bookmark(_agency(group[0].sop), len(pages) + 1, 0))
        for chapter in group:
            by = len(pages)
            pages += [moved(page, by, count) for page in chapter.drawing.pages]
            bookmarks += [
                Bookmark(mark.title, mark.page + by, mark.level + deeper)
                for mark in chapter.drawing.bookmarks
            ]
    return _book(groups, plain(title), tuple(pages), tuple(bookmarks))


def _book(
    groups: Sequence[Sequence[Chapter]], title: str, pages: tuple[Page, ...], marks: tuple[Bookmark, ...]
) -> Drawing:
    first = groups[0][0]
    one = len(groups) == 1
    agency = plain(first.sop.instansi.nama) if one else ""
    return replace(
        first.drawing,
        name=title,
        title=f"{title}, {agency}" if agency else title,
        description=f"{_size(groups)}, {len(pages)} halaman.",
        agency=first.drawing.agency if one else "",
        pages=pages,
        author=agency or f"{len(groups)} instansi",
        bookmarks=marks,
    )


def _by_agency(chapters: Sequence[Chapter]) -> list[list[Chapter]]:
    """Return the documents of each agency, agencies in the order in which they first come."""
    groups: dict[str, list[Chapter]] = {}
    for chapter in chapters:
        groups.setdefault(chapter.sop.instansi.kode, []).append(chapter)
    return list(groups.values())


def _paper(chapters: Sequence[Chapter]) -> Paper:
    """Return the size that most documents have; of several the one that comes first."""
    sizes = Counter((page.width, page.height) for page in (chapter.drawing.pages[0] for chapter in chapters))
    (wide, tall), _ = sizes.most_common(1)[0]
    return Paper("", wide, tall)


def _front(groups: Sequence[Sequence[Chapter]], paper: Paper, title: str) -> tuple[Page, ...]:
    """Return cover and daftar isi."""
    chapters = [chapter for group in groups for chapter in group]
    first = chapters[0]
    logo = next((chapter.logo for chapter in chapters if chapter.logo is not None), None)
    one = len(groups) == 1
    agencies = [_agency(group[0].sop) for group in groups] if 1 < len(groups) <= _NAMED else []
    words = CoverWords("", title, (_size(groups), *agencies), _years(chapters))
    cover = cover_page(words, paper, first.sop if one else None, logo if one else None)
    items: list[Item] = []
    page = 0
    for group in groups:
        if not one:
            items.append(Item(_agency(group[0].sop)))
        for chapter in group:
            items.append(Item(chapter.sop.identitas.nama, _note(chapter.sop), page))
            page += len(chapter.drawing.pages)
    return (cover, *contents_pages(items, paper, 1))


def _agency(sop: Sop) -> str:
    """Return the name of an agency with the government that it belongs to, on one line."""
    instansi = sop.instansi
    return plain(", ".join(text for text in (instansi.nama, instansi.pemerintah) if text))


def _note(sop: Sop) -> str:
    """Return number and status of a SOP for the daftar isi; of one in force the status is not said."""
    status = sop.status if sop.status != "berlaku" else ""
    return " · ".join(text for text in (sop.identitas.nomor, status) if text)


def _size(groups: Sequence[Sequence[Chapter]]) -> str:
    count = sum(len(group) for group in groups)
    return f"{count} SOP dari {len(groups)} instansi" if len(groups) > 1 else f"{count} SOP"


def _years(chapters: Sequence[Chapter]) -> str:
    """Return the years that the documents are of, from the first to the last."""
    years = sorted({year for chapter in chapters if (year := year_of(chapter.sop)) is not None})
    if not years:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
