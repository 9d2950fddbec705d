"""Markdown in which nothing that an author wrote can come alive."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.desk.language.form import field_at
from sop_engine.desk.language.markdown import about_field, code, shortened
from sop_engine.text import Language


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", "–"),
        ("  a\n b ", "`a b`"),
        ("`a`", "`` `a` ``"),
        ("a``b", "```a``b```"),
        ("<b>", "`<b>`"),
        ("a\u200bb", "`a\\u200bb`"),
    ],
)
def test_words_stand_in_a_code_span(text: str, made: str) -> None:
    """Its fence is longer than any row of backticks inside."""
    assert code(text) == made


@given(st.text(alphabet="`ab <\n", max_size=40))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_code_span_holds_all_of_its_words(text: str) -> None:
    """CommonMark ends a span at the first row of backticks as long as its first; that is the last."""
    made = code(text)
    if made == "–":
        assert not text.strip()
        return
    fences = [run.span() for run in re.finditer("`+", made)]
    longest = fences[0][1] - fences[0][0]
    same = [run for run in fences if run[1] - run[0] == longest]
    assert same == [(0, longest), (len(made) - longest, len(made))]


def test_long_words_are_cut() -> None:
    """At the end."""
    assert shortened("abcdefgh", 6) == "abc..."


def test_a_key_is_told_with_its_choices() -> None:
    """Which take the place of an example."""
    field = field_at(("status",))
    assert field is not None
    assert about_field(field, Language.EN) == (
        "**Status** · `status`\n\nkonsep (bawaan), berlaku, atau dicabut.\n\n"
        "Choices: `konsep`, `berlaku`, `dicabut`"
    )
