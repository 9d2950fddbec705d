"""The documentation of findings: what is read from the rules' docstrings and from the manual."""

import re

import pytest

from sop_engine.diagnostics import Kind, Severity, Text
from sop_engine.errors import UsageError
from sop_engine.rules import explain
from sop_engine.rules.explain import (
    GROUPS,
    Explanation,
    explained,
    explanation,
    explanations,
    explanations_in_markdown,
    matching,
)
from sop_engine.rules.faults import ENGINE_FAULT, USAGE
from sop_engine.rules.kinds import kinds

KIND = Kind("SOP999", "odd-thing", Severity.WARNING)
DOCUMENT = """SOP999 odd-thing: a ``nomor`` is odd.

NIP pada ``nomor``
terasa ganjil.

Why:
    First ``a: 1``,
    second.

    Then ``'-'``.

Mengapa:
    Pertama.

Bad::

    kegiatan:
      - satu

      - dua

Good::

    kegiatan: []

How to mend:
    Mend it.

Cara memperbaiki:
    Perbaiki.

Method:
    For those who read the code.
"""
WITHOUT_EXAMPLES = {"SOP900", "SOP901"}
"""No piece of a definition shows a fault of the engine."""


def test_every_kind_is_explained_in_the_order_of_the_codes() -> None:
    """Those of definitions, wrong usage, and the engine's fault."""
    expected = {**kinds(), "SOP000": USAGE, "SOP901": ENGINE_FAULT}
    assert {code: one.kind for code, one in explanations().items()} == expected
    assert list(explanations()) == sorted(expected)
    assert list(explanations_in_markdown()) == list(explanations())


def test_a_text_is_taken_apart() -> None:
    """Prose flows, examples keep their lines, code stands between marks, a section for programmers is left out."""
    parsed = explain._parsed(KIND, DOCUMENT, markdown=False)
    assert parsed == Explanation(
        KIND,
        Text("NIP pada 'nomor' terasa ganjil", "a 'nomor' is odd"),
        Text("Pertama.", "First 'a: 1', second.\n\nThen '-'."),
        "kegiatan:\n  - satu\n\n  - dua",
        "kegiatan: []",
        Text("Perbaiki.", "Mend it."),
    )
    marked = explain._parsed(KIND, DOCUMENT, markdown=True)
    assert marked.title == Text("NIP pada `nomor` terasa ganjil", "a `nomor` is odd")
    assert marked.why.en == "First `a: 1`, second.\n\nThen `'-'`."


def test_without_docstrings_a_slug_is_the_title() -> None:
    """As where Python runs with -OO; nothing else is known then."""
    nothing = Text("", "")
    assert explain._parsed(KIND, "", markdown=False) == Explanation(
        KIND, Text("odd thing", "odd thing"), nothing, "", "", nothing
    )


@pytest.mark.parametrize("code", list(explanations()))
def test_an_explanation_is_complete_in_both_languages(code: str) -> None:
    """Nothing is empty, nothing is left untranslated, no mark of the source is left over."""
    one = explanations()[code]
    for text in (one.title, one.why, one.mend):
        assert all(text)
        assert text.id != text.en
        assert "``" not in text.id + text.en
        assert not text.id.startswith("SOP999")
    if code not in WITHOUT_EXAMPLES:
        assert one.bad != one.good
        assert all((one.bad, one.good))


@pytest.mark.parametrize("code", list(explanations()))
def test_an_explanation_is_well_written(code: str) -> None:
    """Titles are lines without a period, prose is sentences, examples fit the page, all speak of the project alone."""
    one = explanations()[code]
    for title in one.title:
        assert re.fullmatch(r"[^\n]*[^.\s]", title)
        assert len(title) <= 110
        assert title[0].islower() or not title[0].isalpha() or title[1].isupper()
    for text in (*one.why, *one.mend):
        assert all(re.fullmatch(r"\S.*[.?:)]", part) for part in text.split("\n\n"))
    for line in f"{one.bad}\n{one.good}".split("\n"):
        assert len(line) <= 110
    everything = "\n".join((*one.title, *one.why, one.bad, one.good, *one.mend))
    assert "shared" not in everything
    assert "[?]" not in everything
    assert "[V]" not in everything
    assert "[S]" not in everything


def test_no_two_findings_have_the_same_title() -> None:
    """In either language."""
    for at in (0, 1):
        titles = [one.title[at] for one in explanations().values()]
        assert sorted({*titles}) == sorted(titles)


def test_codes_that_are_named_exist() -> None:
    """A text sends nobody to a code that there is not, but where the wrong code is the example."""
    for code, one in explanations().items():
        named = set(re.findall(r"SOP[0-9]{3}\b", " ".join((*one.why, *one.mend, one.good))))
        assert named <= set(explanations()), code


def test_groups_name_all_hundreds() -> None:
    """Each code belongs to one."""
    assert list(GROUPS) == sorted({code[:4] for code in explanations()})


def test_one_code_has_its_explanation() -> None:
    """An unknown one has none."""
    assert explanation("SOP302") is explanations()["SOP302"]
    assert explanation("SOP399") is None


@pytest.mark.parametrize("word", ["SOP302", "sop302", "dead-end", "Dead-End", "dead_end", " dead-end "])
def test_a_finding_is_named_by_code_or_slug(word: str) -> None:
    """However the letters are written."""
    assert explained(word) == kinds()["SOP302"]


@pytest.mark.parametrize(
    ("word", "message", "hint"),
    [
        ("dead-ned", "there is no finding 'dead-ned'", "did you mean 'dead-end'?"),
        ("sop3O2", "there is no finding 'sop3O2'", "did you mean 'SOP302'?"),
        ("xyzzy", "there is no finding 'xyzzy'", "'sop rules' lists them all"),
        ("", "there is no finding ''", "'sop rules' lists them all"),
        ("\x1b[31m", "there is no finding '\\x1b[31m'", "'sop rules' lists them all"),
        ("sop3", "'sop3' is not one code", "'sop rules --select SOP3' lists them"),
        ("SOP", "'SOP' is not one code", "'sop rules --select SOP' lists them"),
    ],
)
def test_a_word_that_names_no_finding_is_misuse(word: str, message: str, hint: str) -> None:
    """With the nearest name, or where to look."""
    with pytest.raises(UsageError) as caught:
        explained(word)
    assert (caught.value.message.en, caught.value.hint and caught.value.hint.en) == (message, hint)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("SOP302", ["SOP302"]),
        ("sop00", [f"SOP00{digit}" for digit in range(10)]),
        ("dead-end,SOP301", ["SOP301", "SOP302"]),
        ("dead_end; dead-end SOP302,", ["SOP302"]),
        ("all", list(explanations())),
    ],
)
def test_words_name_findings(words: str, codes: list[str]) -> None:
    """Codes, beginnings of codes, slugs, or all; in the order of the codes, each once."""
    assert [kind.code for kind in matching(words)] == codes


@pytest.mark.parametrize(("words", "subject"), [("SOP302,sopx", "sopx"), ("dead", "dead"), (" , ", " , ")])
def test_words_that_name_nothing_are_misuse(words: str, subject: str) -> None:
    """The first of them is named."""
    with pytest.raises(UsageError, match=re.escape(f"there is no finding '{subject}'")):
        matching(words)
