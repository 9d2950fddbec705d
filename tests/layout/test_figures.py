"""Words in symbols."""

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout.audit_texts import clipped
from sop_engine.layout.drawing import Box, Page, Shape, Symbol
from sop_engine.layout.figures import WORD_LEADING, Figures, sheet_figures
from sop_engine.layout.style import Style

FIGURES = sheet_figures(Style(), ("Sesuai?",), 56.0, 220.0)


def holds(figures: Figures, shape: Shape, words: str) -> bool:
    """Whether the audit finds the words inside their symbol."""
    figure = figures.figure(shape, words)
    box = Box(100.0, 100.0, figure.width, figure.height)
    leading = figure.size * WORD_LEADING
    symbol = Symbol("1", shape, box, "1", "a", figure.lines, figure.size, leading)
    return not list(clipped(Page(1, 800.0, 800.0, (), (symbol,))))


@given(st.sampled_from(list(Shape)), st.text(max_size=200))
def test_words_stay_in_their_symbol(shape: Shape, words: str) -> None:
    """Any words, in any symbol."""
    assert holds(FIGURES, shape, words)


def test_all_words_are_there() -> None:
    """Long words make a symbol larger, never shorter of words."""
    words = "apakah seluruh berkas persyaratan sudah lengkap dan benar menurut peraturan?"
    figure = FIGURES.figure(Shape.DECISION, words)
    assert " ".join(line.text for line in figure.lines) == words
    assert (figure.width <= 56.0, figure.height <= 220.0) == (True, True)


def test_symbols_of_a_sheet_have_one_size() -> None:
    """Words that fit do not change it."""
    sizes = {
        (figure.width, figure.height)
        for figure in (FIGURES.figure(Shape.DECISION, words) for words in ("", "Ya?", "Sesuai?"))
    }
    assert sizes == {FIGURES.diamond}


def test_diamonds_grow_together_for_the_words_of_a_sheet() -> None:
    """One question that needs more room makes all diamonds of the sheet larger."""
    large = sheet_figures(Style(), ("Ya?", "Memenuhi syarat?"), 56.0, 220.0)
    assert large.diamond > FIGURES.diamond
    assert large.figure(Shape.DECISION, "Memenuhi syarat?").height == large.figure(Shape.DECISION, "").height
