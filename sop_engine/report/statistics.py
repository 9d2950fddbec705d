"""How often each kind of finding occurs.

In: definitions that were checked. Out: a ``Statistic`` a code, the most frequent first; and these as plain data.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sop_engine.diagnostics import Kind, Text
from sop_engine.report.reporter import Checked
from sop_engine.rules.explain import explanation
from sop_engine.text import Language, say

__all__ = ["Statistic", "as_json", "statistics", "title_of"]


@dataclass(frozen=True, slots=True)
class Statistic:
    """What was found of one code.

    Attributes:
        kind: code, slug, and the severity that it was reported with.
        title: what is wrong, in a few words.
        findings: how many there are.
        files: in how many files; what concerns no file counts as none.
    """

    kind: Kind
    title: Text
    findings: int
    files: int


def statistics(checked: Iterable[Checked]) -> tuple[Statistic, ...]:
    """Count the findings by code, the most frequent first and equals by their codes.

    A definition may come in several parts, and so may its findings.
    """
    kinds: dict[str, Kind] = {}
    counts: dict[str, int] = {}
    files: dict[str, set[str]] = {}
    for one in checked:
        for found in one.diagnostics:
            code = found.code
            kinds.setdefault(code, found.kind)
            counts[code] = counts.get(code, 0) + 1
            files.setdefault(code, set()).add(found.source.name)
    return tuple(
        Statistic(kinds[code], title_of(kinds[code]), number, len(files[code] - {""}))
        for code, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def title_of(kind: Kind) -> Text:
    """What a kind of finding says, in a few words; its slug where nobody has explained it."""
    known = explanation(kind.code)
    words = kind.slug.replace("-", " ")
    return Text(words, words) if known is None else known.title


def as_json(rows: Iterable[Statistic], language: Language) -> list[dict[str, Any]]:
    """The counts as plain data, in their order."""
    return [
        {
            "code": row.kind.code,
            "slug": row.kind.slug,
            "severity": row.kind.severity.value,
            "title": say(row.title, language),
            "findings": row.findings,
            "files": row.files,
        }
        for row in rows
    ]
