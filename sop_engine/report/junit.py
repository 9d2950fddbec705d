"""Findings as JUnit XML, which GitLab, Jenkins and most other CI servers show as test results.

In: definitions that were checked. Out: the document's text. A definition is a suite, a finding a case:

* an error is a ``failure``: just what makes the exit status 1;
* a warning and an info are ``skipped``: every server shows them with their words, and none fails a build for them;
* what could not be read, and what the engine failed at, is an ``error``;
* a definition without findings has one case, which passes.

Servers recognize a case by suite and name from one run to the next, and GitLab shows only the first of equal ones:
names hold no line numbers, and equal ones are numbered. Nothing depends on the day or on the machine.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.render.markup import attribute, escape
from sop_engine.report.json import json_path
from sop_engine.report.reporter import Checked, Look
from sop_engine.report.text import headline
from sop_engine.report.trouble import is_trouble
from sop_engine.text import escaped, say

__all__ = ["report"]

_CLEAN = Text("tanpa temuan", "no findings")
_RUN = "sop validate"
"""The suite of what concerns no file, and the name of all."""


class _Counts(NamedTuple):
    """How many cases of each outcome there are."""

    tests: int
    failures: int
    errors: int
    skipped: int


def report(checked: Iterable[Checked], look: Look) -> Iterator[str]:
    """Yield the document, one suite a piece."""
    suites: dict[str, list[Diagnostic]] = {}
    for one in checked:
        suites.setdefault(one.brief.source.name, []).extend(one.diagnostics)
    counts = {name: _counts(found) for name, found in suites.items()}
    total = _Counts(*map(sum, zip(*counts.values(), strict=True))) if counts else _Counts(0, 0, 0, 0)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<testsuites name="{_RUN}" tests="{total.tests}" failures="{total.failures}" '
        f'errors="{total.errors}">\n'
    )
    seen: Counter[tuple[str, str]] = Counter()
    plain = Look(look.language)
    for name, found in suites.items():
        yield "".join(_suite(name, found, counts[name], seen, plain))
    yield "</testsuites>\n"


def _outcome(found: Diagnostic) -> str:
    if is_trouble(found) or (found.is_error and not found.source.text):
        return "error"
    return "failure" if found.is_error else "skipped"


def _counts(found: Iterable[Diagnostic]) -> _Counts:
    outcomes = Counter(map(_outcome, found))
    return _Counts(max(outcomes.total(), 1), outcomes["failure"], outcomes["error"], outcomes["skipped"])


def _suite(
    name: str, found: Iterable[Diagnostic], counts: _Counts, seen: Counter[tuple[str, str]], look: Look
) -> Iterator[str]:
    path = json_path(name)
    yield (
        f'  <testsuite name="{_attribute(path or _RUN)}" tests="{counts.tests}" failures="{counts.failures}" '
        f'errors="{counts.errors}" skipped="{counts.skipped}"'
    )
    yield f' file="{_attribute(path)}">\n' if path else ">\n"
    group = _group(path)
    cases = [(_name(one, look), _verdict(one, look)) for one in found]
    for case, verdict in cases or [(say(_CLEAN, look.language), "")]:
        seen[group, case] += 1
        again = seen[group, case]
        unique = case if again == 1 else f"{case} ({again})"
        start = f'    <testcase classname="{_attribute(group)}" name="{_attribute(unique)}"'
        yield f"{start}>\n{verdict}    </testcase>\n" if verdict else f"{start}/>\n"
    yield "  </testsuite>\n"


def _group(path: str) -> str:
    """The class of a case: the path without its ending, for Jenkins cuts a class at its last dot."""
    suffix = PurePath(path).suffix
    return path.removesuffix(suffix) if suffix in (".yaml", ".yml") else path or _RUN


def _name(found: Diagnostic, look: Look) -> str:
    return f"{found.code} {found.kind.slug}: {say(found.message, look.language)}"


def _verdict(found: Diagnostic, look: Look) -> str:
    """The element that says what has become of a case, with all that the form ``text`` says in words."""
    name = _outcome(found)
    message = say(found.message, look.language)
    body = escape("\n".join(_lines(found, look)))
    return f'      <{name} type="{found.severity.value}" message="{_attribute(message)}">{body}</{name}>\n'


def _lines(found: Diagnostic, look: Look) -> Iterator[str]:
    if found.source.name:
        yield headline(found, look)
    else:
        yield f"{found.severity.value}[{found.code}] {escaped(say(found.message, look.language))}"
    if found.hint is not None:
        yield escaped(say(found.hint, look.language))
    for related in found.related:
        line, column = found.source.position(related.span.start)
        words = escaped(say(related.message, look.language))
        yield f"note: {escaped(found.source.name)}:{line}:{column}: {words}"


def _attribute(text: str) -> str:
    """Any text between the quotes of an attribute: on one line, and nothing in it is markup."""
    return attribute(escaped(text))
