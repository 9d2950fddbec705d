"""The language of a run, and texts that are safe to show."""

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import Language, choose_language, escaped, hostile, quoted, reason, say, shell_word


@pytest.mark.parametrize(
    ("option", "environment", "system", "language"),
    [
        (None, {}, "", Language.EN),
        ("id", {"SOP_LANG": "en", "LANG": "en_US.UTF-8"}, "", Language.ID),
        ("en", {"SOP_LANG": "id"}, "", Language.EN),
        (None, {"SOP_LANG": "id", "LANG": "en_US"}, "", Language.ID),
        (None, {"SOP_LANG": " ID_id.UTF-8 "}, "", Language.ID),
        (None, {"SOP_LANG": "", "LANG": "id_ID.UTF-8"}, "", Language.ID),
        (None, {"LANG": "id"}, "", Language.ID),
        (None, {"LANG": "C.UTF-8"}, "", Language.EN),
        (None, {"LANG": "idx_XX"}, "", Language.EN),
        (None, {"LC_ALL": "C", "LANG": "id_ID"}, "", Language.EN),
        (None, {"LC_ALL": "", "LC_MESSAGES": "id_ID", "LANG": "en_US"}, "", Language.ID),
        (None, {}, "id_ID", Language.ID),
        (None, {"LANG": "en_US"}, "id_ID", Language.EN),
        ("xx", {"LANG": "id_ID"}, "", Language.ID),
    ],
)
def test_the_first_of_option_variable_and_locale_counts(
    option: str | None, environment: dict[str, str], system: str, language: Language
) -> None:
    """An empty variable is none; an unknown option is left to whoever parses it."""
    assert choose_language(option, environment, system) is language


def test_an_unknown_language_in_the_environment_is_misuse() -> None:
    """It is named, and never passed over in silence."""
    with pytest.raises(UsageError) as caught:
        choose_language(None, {"SOP_LANG": "fr"})
    assert caught.value.message == Text(
        "SOP_LANG berisi 'fr', bahasa yang tidak dikenal", "SOP_LANG is 'fr', an unknown language"
    )
    assert caught.value.hint == Text("pakai id atau en", "use id or en")


def test_saying() -> None:
    """One of the two."""
    assert (say(Text("ya", "yes"), Language.ID), say(Text("ya", "yes"), Language.EN)) == ("ya", "yes")


def test_hostile_characters_are_shown_as_escapes() -> None:
    """Controls, line ends, turned text, invisible characters and broken bytes; letters stay."""
    text = "é\t\n\r\x00\x1b\x7f\x9b\u200b\u202e\u2028\ufeff\udcff\ud800"
    assert escaped(text) == ("é\\t\\n\\r\\x00\\x1b\\x7f\\x9b\\u200b\\u202e\\u2028\\ufeff\\xff\\ud800")


@given(st.text())
def test_escaped_text_is_harmless(text: str) -> None:
    """Nothing hostile is left, and it can be encoded."""
    assert hostile().search(escaped(text)) is None
    escaped(text).encode("utf-8")


def test_long_subjects_are_cut_in_the_middle() -> None:
    """Both ends of a path say more than its middle."""
    assert quoted("a" * 200 + "b" * 200, limit=11) == "'aaaa...bbbb'"
    assert quoted("a\n") == "'a\\n'"


def test_reasons_have_both_languages_and_rare_ones_the_systems_words() -> None:
    """What the system says is better than nothing."""
    assert reason(OSError(errno.ENOSPC, "x")) == Text("ruang disk habis", "no space is left on the disk")
    words = os.strerror(errno.EDOM).lower()
    assert reason(OSError(errno.EDOM, "x")) == Text(words, words)
    assert reason(OSError("odd")) == Text("odd", "odd")


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("5.Tidak=1", "5.Tidak=1"),
        ("5.Tidak sah=1", '"5.Tidak sah=1"'),
        ("5.Ya&sah=1", '"5.Ya&sah=1"'),
        ("", ""),
    ],
)
def test_a_word_is_quoted_where_a_shell_would_read_it_otherwise(word: str, typed: str) -> None:
    """A blank parts words, and an ampersand would even start a second command."""
    assert shell_word(word) == typed
