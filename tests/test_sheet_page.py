"""The page on the sheet: what it says of names and of the SVG is so."""

import re
from pathlib import Path

from sop_engine.layout.audit import INVARIANTS
from sop_engine.layout.drawing import Shape
from sop_engine.layout.papers import PAPERS
from sop_engine.render.registry import WRITERS

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "sheet.md").read_text(encoding="utf-8")


def first_column(heading: str) -> list[str]:
    """The names in the first column of the table under a heading."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([\w-]+)` \|", part, re.MULTILINE)


def test_the_rules_are_those_that_are_counted() -> None:
    """In their order."""
    assert first_column("What is promised, and proved") == list(INVARIANTS)


def test_the_formats_are_those_that_are_written() -> None:
    """Each writer once."""
    assert first_column("The formats") == list(WRITERS)


def test_papers_and_shapes_are_named() -> None:
    """All of them."""
    assert all(re.search(rf"\b{paper}\b", PAGE) for paper in PAPERS)
    assert all(f"`{shape.value}`" in PAGE for shape in Shape)


def test_the_examples_stand_in_the_readmes_picture() -> None:
    """To the letter."""
    (example,) = re.findall(r"```xml\n(.*?)```", PAGE, re.DOTALL)
    picture = (ROOT / "docs" / "gambar" / "dumai.svg").read_text(encoding="utf-8")
    assert set(example.splitlines()) <= set(picture.splitlines())
