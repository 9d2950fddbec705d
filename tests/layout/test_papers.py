"""Papers."""

import pytest

from sop_engine.errors import UsageError
from sop_engine.layout.papers import PAPERS, Paper, paper_named


def test_papers_are_landscape_and_of_their_standard_size() -> None:
    """A4 is 297 x 210 mm, F4 330 x 215 mm, Letter 11 x 8.5 inches, Legal 14 x 8.5 inches."""
    assert dict(PAPERS) == {
        "A4": Paper("A4", 841.89, 595.28),
        "F4": Paper("F4", 935.43, 609.45),
        "Letter": Paper("Letter", 792, 612),
        "Legal": Paper("Legal", 1008, 612),
    }


def test_a_paper_is_found_in_any_case() -> None:
    """``--paper f4`` is F4."""
    assert paper_named("f4") is PAPERS["F4"]


def test_an_unknown_paper_is_wrong_usage() -> None:
    """The message quotes the name, the hint lists all papers."""
    with pytest.raises(UsageError) as caught:
        paper_named("A3")
    assert caught.value.message == ("kertas 'A3' tidak dikenal", "paper 'A3' is unknown")
    assert caught.value.hint == (
        "pilih salah satu: A4, F4, Letter, Legal",
        "choose one of: A4, F4, Letter, Legal",
    )
