"""Indonesian word forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.rules.verb_words import EVENTS, NOT_ACTIVE, NOT_PASSIVE, PAIRS, PHRASES, ROOTS, THINGS
from sop_engine.rules.verbs import Form, active_of, acts, form_of
from tests.rules.office_words import BENT, NEITHER, NOUNS, PASSIVES, VERBS

LETTERS = st.text(alphabet="abdeghiklmnoprstuwy-", min_size=1, max_size=14)


def test_the_tables_are_long_enough() -> None:
    """The lists that the next tests walk through are those that were promised."""
    assert len(set(VERBS)) >= 200
    assert len(set(NOUNS)) >= 100
    assert len(set(PASSIVES)) >= 100


@pytest.mark.parametrize(
    ("words", "form"), [(VERBS, Form.ACTIVE), (NOUNS, Form.NOUN), (PASSIVES, Form.PASSIVE)]
)
def test_office_words_are_known(words: list[str], form: Form) -> None:
    """No common verb is taken for anything else, and no noun of action or passive verb is missed."""
    assert [word for word in words if form_of(word) is not form] == []


def test_what_looks_like_a_verb_is_none() -> None:
    """Nouns, names and prepositions with the letters of a prefix are neither active nor passive."""
    assert [word for word in NEITHER if form_of(word) in (Form.ACTIVE, Form.PASSIVE)] == []


@pytest.mark.parametrize(("word", "active"), BENT.items())
def test_the_active_verb_is_offered(word: str, active: str | None) -> None:
    """The sounds of meN- are right, and nothing is offered where it would be a guess."""
    assert active_of(word) == active


def test_every_offered_verb_is_active() -> None:
    """What a hint offers would itself be accepted."""
    offered = {active_of(word) for word in (*PASSIVES, *PAIRS, *EVENTS)} | set(PHRASES.values())
    first = {verb.split()[0] for verb in offered if verb}
    assert [verb for verb in sorted(first) if form_of(verb) is not Form.ACTIVE] == []


def test_bare_roots_are_orders() -> None:
    """``Susun konsep`` says what to do; nouns and prefixed words are no roots."""
    assert [root for root in sorted(ROOTS) if form_of(root) is not Form.ORDER] == []
    assert [word for word in sorted(THINGS | EVENTS | set(PAIRS)) if form_of(word) is not Form.NOUN] == []


def test_the_lists_are_needed() -> None:
    """The exceptions are in lower case, and none is on two lists that contradict each other."""
    listed = (NOT_ACTIVE, NOT_PASSIVE, ROOTS, THINGS, EVENTS, frozenset(PAIRS))
    assert [word for words in listed for word in words if word != word.lower()] == []
    assert sorted(ROOTS & (THINGS | EVENTS | set(PAIRS))) == []


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("membagi-bagikan", Form.ACTIVE),
        ("surat-menyurat", Form.NOUN),
        ("bersama-sama", Form.OTHER),
        ("di-_scan_", Form.PASSIVE),
        ("perhatikan", Form.ORDER),
        ("kerjakan", Form.ORDER),
        ("perbaikan", Form.NOUN),
        ("kebijakan", Form.NOUN),
        ("masukkan", Form.ORDER),
        ("diskusikan", Form.ORDER),
        ("didiskusikan", Form.PASSIVE),
        ("dirikan", Form.ORDER),
        ("didirikan", Form.PASSIVE),
        ("menteri", Form.NOUN),
        ("diterimanya", Form.PASSIVE),
        ("verifikator", Form.OTHER),
        ("kemudian", Form.OTHER),
        ("digitalisasi", Form.NOUN),
        ("me", Form.OTHER),
        ("di", Form.OTHER),
        ("", Form.OTHER),
    ],
)
def test_hard_cases(word: str, form: Form) -> None:
    """Doubled words, orders in -kan, nouns in -kan, nominal passives, very short words."""
    assert form_of(word) is form


def test_only_what_is_done_makes_a_sentence() -> None:
    """Behind a name most words of ber-, and verbs of having and being, describe it."""
    words = [
        "menerima",
        "berkoordinasi",
        "berprestasi",
        "berdasarkan",
        "melalui",
        "memiliki",
        "memenuhi",
        "meninggal",
    ]
    assert [word for word in words if acts(word)] == ["menerima", "berkoordinasi"]


@given(LETTERS)
def test_any_word_has_a_form(word: str) -> None:
    """No word is refused; what acts is active, and an active verb needs no other one."""
    form = form_of(word)
    assert not acts(word) or form is Form.ACTIVE
    offered = active_of(word)
    assert offered is None or form in (Form.NOUN, Form.PASSIVE)


@given(st.sampled_from(sorted(word for word in PASSIVES if "-" not in word)))
def test_a_passive_verb_and_its_active_one_share_their_end(word: str) -> None:
    """Only the prefix and the first sound of the root change."""
    active = active_of(word)
    assert active is not None
    assert active.endswith(word[3:])
