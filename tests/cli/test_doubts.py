"""Why a figure cannot be given, in words."""

import pytest

from sop_engine.analysis.regions import Doubt, DoubtKind
from sop_engine.cli.doubts import doubt_hint, doubt_json, doubt_words, listed
from sop_engine.diagnostics import Text


@pytest.mark.parametrize("kind", DoubtKind)
def test_every_doubt_has_words(kind):
    """A clause in both languages, without a capital or a final period."""
    for words in doubt_words(Doubt(kind)):
        assert words[0].islower()
        assert not words.endswith(".")


def test_the_steps_where_it_shows_are_named():
    """One, several, and the first few of many; plain data names all."""
    assert doubt_words(Doubt(DoubtKind.STUCK, ("5",))) == Text(
        "ada langkah yang dapat menunggu tanpa akhir (langkah 5)", "a step may wait for ever (step 5)"
    )
    assert doubt_words(Doubt(DoubtKind.STUCK, ("5", "7"))).en == "a step may wait for ever (steps 5, 7)"
    many = Doubt(DoubtKind.STUCK, tuple("abcdefghij"))
    assert doubt_words(many).id.endswith("(langkah a, b, c, d, e, f, g, h, ...)")
    assert doubt_json(many) == {"kind": "stuck", "steps": list("abcdefghij")}


def test_what_can_be_mended_has_a_remedy():
    """What cannot has none."""
    assert doubt_hint(Doubt(DoubtKind.INCOMPLETE)) == Text(
        "perbaiki alurnya; lihat 'sop validate'", "mend the flow; see 'sop validate'"
    )
    assert doubt_hint(Doubt(DoubtKind.TOO_LARGE)) is None


def test_names_are_listed_up_to_a_limit():
    """The dots stand for the rest."""
    assert listed(["1", "2"]) == "1, 2"
    assert listed(["1", "2", "3"], 2) == "1, 2, ..."
