"""Where the words of a branch stand."""

from sop_engine.layout.branches import Branch
from sop_engine.layout.drawing import Box, Shape, Symbol
from sop_engine.layout.labels import Surroundings, place_labels
from sop_engine.layout.style import Style

STYLE = Style()
DIAMOND = Symbol("1", Shape.DECISION, Box(100, 100, 40, 30), "1", "a", (), 6.0, 7.0)
AREA = Box(0, 0, 400, 300)


def place(
    *branches: Branch, lines: tuple[tuple[float, float, float, float], ...] = (), area: Box = AREA
) -> tuple[list[tuple[str, float, float, float]], bool]:
    """Text, left, top and size of each label, and whether one is crowded."""
    found, crowded = place_labels(branches, Surroundings([DIAMOND], lines, (), area), STYLE)
    return [
        (" | ".join(line.text for line in item.lines), item.box.x, item.box.y, item.size) for item in found
    ], crowded


def test_words_stand_at_the_beginning_of_their_branch() -> None:
    """Above a line across, beside a line down."""
    found, crowded = place(
        Branch("Ya", ((140, 115), (200, 115)), "1", "2"), Branch("Tidak", ((120, 130), (120, 200)), "1", "3")
    )
    assert crowded is False
    assert [(text, x, size) for text, x, _, size in found] == [("Ya", 142.5, 7.0), ("Tidak", 123.0, 7.0)]
    assert found[0][2] < 115 - 6
    assert found[1][2] == 130.5


def test_words_avoid_what_is_there() -> None:
    """A line above the branch sends its words below."""
    found, crowded = place(Branch("Ya", ((140, 115), (200, 115)), "1", "2"), lines=((100, 110, 300, 110),))
    assert crowded is False
    assert found[0][2] > 115


def test_long_words_are_wrapped() -> None:
    """At blanks, never within a word."""
    found, _ = place(Branch("Tidak memenuhi syarat administrasi", ((120, 130), (120, 200)), "1", "2"))
    assert found[0][0].count(" | ") >= 1
    assert found[0][0].replace(" | ", " ") == "Tidak memenuhi syarat administrasi"


def test_words_without_a_place_say_so_and_stay_in_the_lanes() -> None:
    """The least bad place is taken."""
    found, crowded = place(
        Branch("Ya", ((140, 115), (200, 115)), "1", "2"),
        lines=((0, 0, 400, 300),),
        area=Box(100, 100, 60, 60),
    )
    assert crowded is True
    assert 100 <= found[0][1] <= 160


def test_words_stand_nearer_to_their_own_branch_than_to_its_sibling() -> None:
    """Where the first free place beside a branch is nearer to the other one, the next is taken."""
    ya = Branch("Ya", ((120, 130), (120, 200)), "1", "2", others=((134, 130, 134, 200),))
    free, _ = place(ya._replace(others=()), lines=((122.5, 100, 122.5, 200), (117.5, 100, 117.5, 200)))
    found, crowded = place(ya, lines=((122.5, 100, 122.5, 200), (117.5, 100, 117.5, 200)))
    assert (free[0][1] > 120, found[0][1] > 120, crowded) == (True, False, False)


def test_words_that_find_no_place_choose_before_the_others() -> None:
    """The first branch has two places and takes the one that is the only one of the second."""
    area = Box(100, 130, 46, 16)
    one = Branch("Tidak", ((120, 130), (120, 146)), "1", "2")
    other = Branch("Tidak", ((143, 130), (143, 146)), "3", "4")
    lines = ((120, 130, 120, 146), (143, 130, 143, 146))
    assert place(one, other, lines=lines, area=area)[1] is False
    assert place(other, one, lines=lines, area=area)[1] is False
