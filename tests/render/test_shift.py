"""A page moved within a larger one."""

from sop_engine.layout.document import DocumentOptions
from sop_engine.layout.drawing import Box, Link, Page
from sop_engine.reading.logo import Logo
from sop_engine.render.shift import shifted
from tests.render.sheets import document


def test_everything_on_a_page_is_moved() -> None:
    """There and back again is the same page, and nothing stays where it was."""
    logo = Logo(b"\x89PNG", "image/png", 300, 360)
    for page in document("perizinan", DocumentOptions(cover=True, logo=logo)).pages:
        there = shifted(page, 100.0, 50.0)
        assert shifted(there, -100.0, -50.0) == page
        for one, other in zip(page.cells, there.cells, strict=True):
            assert other.box == Box(
                round(one.box.x + 100, 2), round(one.box.y + 50, 2), one.box.width, one.box.height
            )
        for name in ("symbols", "connectors", "joints", "labels", "rules", "pictures"):
            assert not set(getattr(page, name)) & set(getattr(there, name))


def test_links_move_with_their_page() -> None:
    """They lead where they led."""
    page = Page(1, 400, 200, (), links=(Link(Box(10, 20, 30, 40), 2),))
    assert shifted(page, 5.0, 7.0).links == (Link(Box(15, 27, 30, 40), 2),)


def test_a_page_that_stays_is_the_same() -> None:
    """Nothing is made anew."""
    page = Page(1, 400, 200, ())
    assert shifted(page, 0.0, 0.0) is page
