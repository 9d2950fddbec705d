"""Places and line ends, as files and browsers count them."""

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.desk.page.lineends import code_points, merged, shown, shown_offset, stored_offset, units

TEXTS = st.text("aé😀\n\r ", max_size=40)


def test_the_browser_sees_one_kind_of_line_end() -> None:
    r"""All three kinds become ``\n``."""
    assert shown("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_place_is_counted_without_the_second_half_of_a_line_end() -> None:
    r"""The middle of a ``\r\n`` is the place before it."""
    text = "a\r\nb\r\n"
    assert [shown_offset(text, at) for at in range(len(text) + 1)] == [0, 1, 1, 2, 3, 3, 4]
    assert [stored_offset(text, at) for at in range(6)] == [0, 1, 3, 4, 6, 6]


def test_what_nobody_touched_keeps_its_line_ends() -> None:
    """A mixed file stays mixed; new lines end as its first does."""
    text = "satu\r\ndua\ntiga\rempat\r\n"
    assert (
        merged(text, "satu\ndua\nbaru\nlagi\ntiga\nempat\n") == "satu\r\ndua\nbaru\r\nlagi\r\ntiga\rempat\r\n"
    )


def test_halves_that_have_met_are_two_line_ends() -> None:
    """Where only the words between them go, one line end of the text must not swallow the other."""
    assert merged("a\rb\nc", "a\n\nc") == "a\r\rc"


def test_units_are_two_for_an_emoji() -> None:
    """The browser counts UTF-16, Python code points; a place beyond the end is the end."""
    text = "a😀b"
    assert [units(text, at) for at in range(4)] == [0, 1, 3, 4]
    assert [code_points(text, unit) for unit in (0, 1, 3, 4, 9)] == [0, 1, 2, 3, 3]


@given(TEXTS)
def test_places_come_back(text: str) -> None:
    """Every place of what is shown is a place of the text, and the other way round."""
    for at in range(len(shown(text)) + 1):
        assert shown_offset(text, stored_offset(text, at)) == at
        assert code_points(shown(text), units(shown(text), at)) == at


@given(TEXTS, TEXTS)
def test_what_was_edited_is_what_is_shown(text: str, edited: str) -> None:
    """Whatever is made of a text, it is shown as it was made; nothing made of it leaves it as it is."""
    assert shown(merged(text, shown(edited))) == shown(edited)
    assert merged(text, shown(text)) == text
