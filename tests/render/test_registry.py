"""The registry of writers."""

from importlib import import_module

import pytest

from sop_engine.render.registry import WRITERS


def test_writers_are_known_by_their_format() -> None:
    """One a format, under its own name; a format that holds one page has a file a page."""
    assert [(name, writer.name, writer.paged) for name, writer in WRITERS.items()] == [
        ("svg", "svg", True),
        ("pdf", "pdf", False),
        ("png", "png", True),
        ("html", "html", False),
    ]


@pytest.mark.parametrize("name", WRITERS)
def test_each_has_a_module_of_its_name(name: str) -> None:
    """It says what it writes, and has one function for it."""
    module = import_module(f"sop_engine.render.{name}")
    assert module.__doc__
    assert "write" in module.__all__
