"""The sample definition, and marks that name places in it."""

from collections.abc import Callable

import pytest

from sop_engine.desk.draft import Draft
from sop_engine.source import Span
from tests.desk.language.sample import TEXT


@pytest.fixture(params=["\n", "\r\n"], ids=["lf", "crlf"])
def draft(request: pytest.FixtureRequest) -> Draft:
    """The definition, with each kind of line ends."""
    return Draft("contoh.yaml", TEXT.replace("\n", request.param))


@pytest.fixture
def at(draft: Draft) -> Callable[[str], int]:
    """The offset of ``¦`` in some words of the definition: ``Ya: ¦3a``."""

    def find(marked: str) -> int:
        marked = marked.replace("\n", draft.compiled.source.newline)
        words = marked.replace("¦", "")
        assert draft.text.count(words) == 1, words
        return draft.text.index(words) + marked.index("¦")

    return find


@pytest.fixture
def shown(draft: Draft) -> Callable[[Span | None], str | None]:
    """The words of the definition at a place."""
    return lambda span: None if span is None else draft.text[slice(*span)]
