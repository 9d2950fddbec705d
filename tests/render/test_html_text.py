"""Text in HTML: lines as they are on the sheet, and whole again where they flow."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout.drawing import Box, Cell, Page, Shape, Symbol
from sop_engine.layout.measure import runs_of, visible, wrap
from sop_engine.render.html import write
from sop_engine.render.html_text import cell_markups, css_string, isolated, plain, whole_words
from tests.render.sheets import hostile_drawing
from tests.render.tree import Element, parsed

ANYTHING = st.text(
    alphabet=st.characters(codec=None) | st.sampled_from(" \n_-/\u00ad\u200b\u202e<&>\"'"), max_size=60
)


def cell(text: str, limit: float, **rest: object) -> Cell:
    """A cell with a text wrapped to a width."""
    return replace(Cell(Box(0, 0, 1, 1), 0, 0, 1, 1, text, wrap(text, 8.0, limit), 8.0), **rest)


def markup(text: str, limit: float) -> str:
    """The markup of one cell."""
    ((found,),) = cell_markups([Page(1, 1, 1, (cell(text, limit),))])
    return found


def flowing(found: str) -> str:
    """What a reader sees where the text flows: torn words whole, blanks single, breaks kept."""
    element = parsed(f"<p>{found}</p>")

    def shown(part: Element | str) -> str:
        if isinstance(part, str):
            return re.sub(r"\s+", " ", part)
        if "torn" in part.classes:
            return ""
        return "\n" if part.tag == "br" else "".join(map(shown, part.children))

    return shown(element)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("satu dua", 30.0, "satu\ndua"),
        ("satu\ndua", 300.0, "satu<br>dua"),
        ("dan/atau", 20.0, 'dan/<br class="torn">atau'),
        ("penanda\u00adtanganan", 45.0, 'penanda<span class="torn">-</span><br class="torn">tanganan'),
        ("\u00ad00", 1.0, '0<br class="torn">0'),
        ("a _kata miring_ b", 300.0, "a <i>kata miring</i> b"),
        ("1 < 2 & 3", 300.0, "1 &lt; 2 &amp; 3"),
        ("", 300.0, ""),
    ],
)
def test_breaks_say_what_they_stand_for(text: str, limit: float, expected: str) -> None:
    """A blank, a break of the author, a torn word, a hyphen that is not the author's."""
    assert markup(text, limit) == expected


@given(ANYTHING, st.sampled_from([1.0, 20.0, 40.0, 90.0, float("inf")]))
def test_text_that_flows_is_the_author_s(text: str, limit: float) -> None:
    """However narrow the cell was: no word is torn, no hyphen or blank is left over."""
    drawn = "".join(run.text for run in runs_of(text)).translate(str.maketrans("", "", "\u00ad\u200b"))
    expected = [" ".join(line.split()) for line in drawn.split("\n")]
    found = [" ".join(line.split()) for line in flowing(markup(text, limit)).split("\n")]
    assert [line for line in found if line] == [line for line in expected if line]


@given(ANYTHING, st.sampled_from([20.0, 90.0]))
def test_lines_on_the_sheet_are_those_of_the_drawing(text: str, limit: float) -> None:
    """Character for character, breaks where the layout has them."""
    found = parsed(f"<p>{markup(text, limit)}</p>").text()
    assert found == "\n".join(line.text for line in wrap(text, 8.0, limit))


def test_a_text_goes_on_where_the_page_before_ended() -> None:
    """Its cell there has lines only, and before them some that say which row it is."""
    whole = cell("satu dua/tiga\nempat", 24.0)
    assert [line.text for line in whole.lines] == ["satu", "dua/", "tiga", "empat"]
    first = replace(whole, lines=whole.lines[:2])
    rest = replace(whole, text="", lines=(*wrap("(lanjutan)", 8.0, 90.0), *whole.lines[2:]), again=1)
    assert cell_markups([Page(1, 1, 1, (first,)), Page(2, 1, 1, (rest,))]) == (
        ("satu\ndua/",),
        ("(lanjutan)<br>tiga<br>empat",),
    )


def test_an_indented_list_flows_item_by_item() -> None:
    """Its lines are indented by blanks that the text has not."""
    lines = (*wrap("1. satu", 8.0, 90.0), *wrap("   dua", 8.0, 90.0), *wrap("2. tiga", 8.0, 90.0))
    listed = replace(cell("1. satu dua\n2. tiga", 90.0), lines=lines)
    assert cell_markups([Page(1, 1, 1, (listed,))]) == (("1. satu\n   dua<br>2. tiga",),)


@pytest.mark.parametrize(
    ("question", "limit"),
    [("Sesuai?", 90.0), ("Sudah lengkap?", 30.0), ("Dapatdipertanggungjawabkan?", 30.0), ("a-b (c)?", 12.0)],
)
def test_words_in_a_symbol_are_whole_again(question: str, limit: float) -> None:
    """However they were wrapped, and whatever else the symbol's title says."""
    title = f"Keputusan 4 ({question}), Kepala: Memeriksa a"
    symbol = Symbol(
        "4", Shape.DECISION, Box(0, 0, 1, 1), "4", "k", wrap(question, 6.0, limit), 6.0, 7.0, title=title
    )
    assert whole_words(symbol) == question
    assert whole_words(replace(symbol, lines=())) == ""


def test_words_that_no_title_has_are_parted_by_blanks() -> None:
    """A drawing made by hand need not say them twice."""
    symbol = Symbol("4", Shape.DECISION, Box(0, 0, 1, 1), "4", "k", wrap("a b", 6.0, 3.0), 6.0, 7.0)
    assert whole_words(symbol) == "a b"


@given(ANYTHING)
def test_any_text_is_a_string_of_a_style_sheet(text: str) -> None:
    """It cannot end the string, nor the style sheet, and says what the text says."""
    found = css_string(text)
    assert re.fullmatch(r'"(?:[^\W_]|[ ]|\\[0-9a-f]+ )*"', found)
    read = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), found[1:-1])
    assert read == plain(text)


@given(ANYTHING)
def test_isolated_text_says_the_same(text: str) -> None:
    """With or without an element around it."""
    assert parsed(f"<p>{isolated(text)}</p>").text() == visible(text)


@given(ANYTHING)
def test_any_drawing_is_well_formed(text: str) -> None:
    """Whatever stands in its cells, headings, symbols and words of branches."""
    root = parsed(write(hostile_drawing(text))[0])
    assert [element.tag for element in root.elements] == ["head", "body"]
