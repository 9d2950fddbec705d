"""Branches without what they share."""

from sop_engine.layout.branches import Branch, without_shared_starts


def test_words_stand_behind_what_branches_share() -> None:
    """Where two branches leave by one side, words on their common stretch would name neither."""
    one = Branch("Ya", ((0, 0), (0, 50), (30, 50)), "1", "2")
    other = Branch("Tidak", ((0, 0), (0, 80)), "1", "3")
    assert without_shared_starts([one, other]) == [
        one._replace(points=((0, 50), (30, 50)), others=((0, 50, 0, 80),)),
        other._replace(points=((0, 50), (0, 80)), others=((0, 50, 30, 50),)),
    ]


def test_branches_on_one_line_all_the_way_share_the_place_of_their_words() -> None:
    """Both names are true of all of it."""
    one = Branch("Ya", ((0, 0), (0, 50), (30, 50)), "1", "2")
    other = one._replace(words="Tidak")
    assert without_shared_starts([one, other]) == [one, other]


def test_lines_of_other_decisions_take_nothing_from_a_branch() -> None:
    """Two decisions may begin at one place only on different pages."""
    one = Branch("Ya", ((0, 0), (0, 50)), "1", "2")
    other = Branch("Ya", ((0, 0), (0, 80)), "3", "4")
    assert without_shared_starts([one, other]) == [one, other]
