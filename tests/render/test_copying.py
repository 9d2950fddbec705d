"""What a reader copies out of wrapped lines."""

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout.measure import Face, Run, width, wrap
from sop_engine.render.copying import Stretch, stretches


def found(text: str, limit: float, *, known: bool = True) -> list[list[tuple[str, str | None]]]:
    """The stretches of a text in a column: what is drawn, and what is copied instead."""
    lines = wrap(text, 10.0, limit)
    parts = stretches(lines, text if known else "", 10.0, bold=False)
    return [[("".join(run.text for run in part.runs), part.actual) for part in line] for line in parts]


def test_lines_that_break_at_spaces_end_in_one() -> None:
    """So that no program joins their words."""
    assert found("satu dua tiga", 45) == [[("satu dua ", None)], [("tiga ", None)]]


def test_a_torn_word_is_copied_whole() -> None:
    """At its first part; the other one gives a space."""
    assert found("pagi sewaktu-waktu pada", 63) == [
        [("pagi ", None), ("sewaktu-", "sewaktu-waktu")],
        [("waktu", " "), (" pada ", None)],
    ]


def test_a_slash_tears_like_a_hyphen() -> None:
    """Its parts are one word to a search."""
    assert found("2 menit/berkas", 40) == [
        [("2 ", None), ("menit/", "menit/berkas")],
        [("berkas", " "), (" ", None)],
    ]


def test_a_hyphen_that_the_wrap_added_is_not_copied() -> None:
    """A soft hyphen shows where the line breaks, and is no part of the word."""
    assert found("kese\u00adlamatan", 40)[0] == [("kese-", "keselamatan")]


def test_a_word_over_several_lines_is_copied_once() -> None:
    """Lines that are nothing but its parts give a space each."""
    parts = found("W" * 12, 40)
    assert [line[0] for line in parts] == [("WWWW", "W" * 12), ("WWWW", " "), ("WWWW", " ")]


def test_words_over_several_lines_may_touch() -> None:
    """One ends and the next begins on the same line."""
    parts = found("aaaa-bbbb cccc-dddd", 30)
    assert [part[1] for line in parts for part in line if part[1]] == ["aaaa-bbbb", " ", "cccc-dddd", " "]


def test_an_unknown_text_is_guessed_from_its_last_characters() -> None:
    """A hyphen or slash within a word goes on; any other end is the end of a word."""
    assert found("sewaktu-waktu", 45, known=False)[0] == [("sewaktu-", "sewaktu-waktu")]
    assert found("satu - dua", 30, known=False)[0] == [("satu - ", None)]


def test_a_line_that_runs_both_ways_is_left_alone() -> None:
    """Nobody knows where on it the torn word stands."""
    assert [part[1] for line in found("\u05d0" * 30, 60) for part in line] == [None] * 4


def test_blank_lines_have_no_stretches() -> None:
    """They are kept in their place."""
    assert found("a\n\nb", 60) == [[("a ", None)], [], [("b ", None)]]


def test_italics_stay_italic_within_stretches() -> None:
    """A word torn within a run keeps its face."""
    lines = wrap("dan _sewaktu-waktu_", 10.0, 60)
    assert stretches(lines, "dan _sewaktu-waktu_", 10.0, bold=False)[0] == (
        Stretch((Run("dan ", italic=False),)),
        Stretch((Run("sewaktu-", italic=True),), width("dan ", 10.0), "sewaktu-waktu"),
    )


WORDS = st.lists(st.sampled_from(["a", "bb-cc", "ddd/eee", "f" * 20, "g\u00adhh", "_ii_", "jj,"]), min_size=1)


@given(WORDS, st.floats(20, 200))
def test_what_is_copied_has_every_word(words: list[str], limit: float) -> None:
    """In order, whole, and nothing else, however narrow the column."""
    text = " ".join(words)
    copied = "\n".join(
        "".join(drawn if actual is None else actual for drawn, actual in line) for line in found(text, limit)
    )
    assert copied.split() == text.replace("\u00ad", "").replace("_", "").split()


@given(WORDS, st.floats(20, 200))
def test_what_is_drawn_is_what_was_wrapped(words: list[str], limit: float) -> None:
    """But for the spaces at the ends of lines; each stretch begins where the one before it ends."""
    text = " ".join(words)
    lines = wrap(text, 10.0, limit)
    for line, parts in zip(lines, stretches(lines, text, 10.0, bold=False), strict=True):
        assert "".join(run.text for part in parts for run in part.runs).rstrip(" ") == line.text
        x = 0.0
        for part in parts:
            assert abs(part.x - x) < 1e-6
            x += sum(width(run.text, 10.0, Face.of(bold=False, italic=run.italic)) for run in part.runs)
