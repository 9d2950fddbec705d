"""A strict reader of HTML: a tree of elements, or a fault where one is not closed in its place.

In: HTML text. Out: ``Element`` values that know their children in order, and tables as grids of cells.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Element", "grid", "parsed"]

_VOID = frozenset({"meta", "input", "img", "br"})


@dataclass
class Element:
    """An element with its attributes and what stands in it."""

    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The value of an attribute, or an empty text."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.get("class").split()

    @property
    def elements(self) -> list["Element"]:
        """Its children without texts."""
        return [child for child in self.children if isinstance(child, Element)]

    def all(self, tag: str = "") -> Iterator["Element"]:
        """Yield the element and all below it, of one kind or of any."""
        if tag in {"", self.tag}:
            yield self
        for child in self.elements:
            yield from child.all(tag)

    def text(self, *, without: frozenset[str] = frozenset(), breaks: str = "\n") -> str:
        """All text in it, without that of elements of some classes; ``br`` is a break."""
        if self.tag == "br":
            return breaks
        if without & set(self.classes):
            return ""
        return "".join(
            child if isinstance(child, str) else child.text(without=without, breaks=breaks)
            for child in self.children
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says {names}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


def parsed(html: str) -> Element:
    """Return the root element.

    Raises:
        AssertionError: an element is not closed where it must be, or says an attribute twice.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    (top,) = reader.open
    (root,) = top.elements
    return root


def grid(table: Element) -> list[list[Element | None]]:
    """Return the cells of a table row by row, each in every place that it spans; no two share a place."""
    rows = list(table.all("tr"))
    places: list[dict[int, Element]] = [{} for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for cell in row.elements:
            while column in places[at]:
                column += 1
            wide, tall = int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1)
            for down in range(tall):
                for right in range(wide):
                    assert column + right not in places[at + down], "two cells in one place"
                    places[at + down][column + right] = cell
    widest = max((max(found) + 1 for found in places if found), default=0)
    return [[found.get(column) for column in range(widest)] for found in places]
