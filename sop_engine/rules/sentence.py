"""A sentence as its words.

In: the words of an uraian. Out: a ``Sentence``: each word in lower case; where it stands and what stands in front of it
is looked up when asked for, since most sentences are judged by their first words.
"""

import re

__all__ = ["READ", "Sentence"]

READ = 600
"""Characters of a text that are looked at; its beginning decides."""

_NUMBERING = re.compile(
    r"[\W_]*+(?:(?![aA]\.\s?[nN]\b)(?:[A-Za-z]|[ivxIVX]{1,4}|[0-9]{1,3})[.)]\s*+)*+[\W\d_]*+"
)
"""Marks and a list's numbering in front of the first word: ``a.``, ``1)``, ``-``."""

_WORD = re.compile(r"[^\W\d_]++(?:-[_*]*+[^\W\d_]++)*+")


class Sentence:
    """The words of a text.

    Attributes:
        text: the text.
        low: its words in lower case, hyphens kept: ``me-review``.
    """

    __slots__ = ("_begin", "_spans", "low", "text")

    def __init__(self, text: str) -> None:
        """Find the words."""
        numbering = _NUMBERING.match(text, 0, READ)
        self.text = text
        self._begin = numbering.end() if numbering else 0
        self.low = [word.lower() for word in _WORD.findall(text, self._begin, READ)]
        self._spans: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self.low)

    def span(self, at: int) -> tuple[int, int]:
        """Where a word begins and ends in the text."""
        spans = self._spans
        while len(spans) <= at:
            match = _WORD.search(self.text, spans[-1][1] if spans else self._begin, READ)
            if match is None:
                raise IndexError(at)
            spans.append(match.span())
        return spans[at]

    def start(self, at: int) -> int:
        """Where a word begins."""
        return self.span(at)[0]

    def end(self, at: int) -> int:
        """Where a word ends."""
        return self.span(at)[1]

    def written(self, at: int) -> str:
        """A word as it stands in the text."""
        start, end = self.span(at)
        return self.text[start:end]

    def gap(self, at: int) -> str:
        """What stands between a word and the one in front of it."""
        return self.text[self.end(at - 1) if at else 0 : self.start(at)]
