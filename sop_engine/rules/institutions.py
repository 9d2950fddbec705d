"""Whose SOPs are checked, and whether a text speaks of another institution than its own.

In: SOPs; a text. Out: the SOPs of each agency; a judgement. What looks like the name of another office counts as one.
"""

import re
from collections.abc import Iterable, Iterator

from sop_engine.rules.brief import Brief

__all__ = ["Institutions", "by_agency"]

_WORD = re.compile(r"[^\W_]+")

_NAMES = """
badan dinas inspektorat kantor kecamatan kelurahan kementerian sekretariat puskesmas rsud bappeda
bappedalitbang baperlitbang bapenda bkad bpkad bpkpd bkd bkpsdm bkpp bpbd dprd setda setwan diskominfo dinkes
dinsos disdik disdukcapil dpmptsp dispora disnaker bpk bpkp bps kpu bawaslu polri kejaksaan pengadilan
"""
_OFFICES = frozenset(_NAMES.split())
"""What names an institution, alone or with the word behind it."""

_ATTRIBUTE = frozenset(
    {"nota", "perjalanan", "kendaraan", "rumah", "naskah", "pakaian", "surat", "tugas", "luar"}
)
"""Behind these ``dinas`` means official, not an office."""

_LONGEST = 12
"""Words of a name that is looked for."""


def by_agency(briefs: Iterable[Brief]) -> dict[str, list[Brief]]:
    """The SOPs of each agency that has several; nobody knows whose a SOP without an agency is."""
    found: dict[str, list[Brief]] = {}
    for brief in briefs:
        if brief.agency is not None:
            found.setdefault(brief.agency, []).append(brief)
    return {agency: group for agency, group in found.items() if len(group) > 1}


class Institutions:
    """The institutions whose SOPs are checked, and those that a text names."""

    def __init__(self, briefs: Iterable[Brief]) -> None:
        """Remember whose SOPs they are."""
        self._agencies: dict[tuple[str, ...], dict[str | None, None]] = {}
        self._own: dict[tuple[str | None, str | None], frozenset[tuple[str, ...]]] = {}
        for brief in briefs:
            words = _words(brief.instansi or "")
            if 1 < len(words) <= _LONGEST:
                self._agencies.setdefault(words, {})[brief.agency] = None
        self._lengths = tuple(sorted({len(words) for words in self._agencies}))

    def is_elsewhere(self, text: str, brief: Brief) -> bool:
        """Whether a text names an institution that is not the one of its SOP."""
        words = _words(text)
        own = self._names(brief)
        return any(name not in own for name in _offices(words)) or any(
            brief.agency not in agencies
            for length in self._lengths
            for at in range(len(words) - length + 1)
            if (agencies := self._agencies.get(words[at : at + length])) is not None
        )

    def _names(self, brief: Brief) -> frozenset[tuple[str, ...]]:
        """The offices in the names of institution and unit."""
        key = brief.instansi, brief.unit
        if key not in self._own:
            self._own[key] = frozenset(name for text in key for name in _offices(_words(text or "")))
        return self._own[key]


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _offices(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each word for an office with the word behind it: ``dinas kesehatan``."""
    for at, word in enumerate(words):
        if word in _OFFICES and not (at and words[at - 1] in _ATTRIBUTE):
            yield words[at : at + 2]
