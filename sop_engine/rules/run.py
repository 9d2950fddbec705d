"""Running the rules.

In: a ``Compiled`` with models and graph. Out: all findings in order. A rule that crashes becomes a finding
itself, and the others still run.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text, in_order
from sop_engine.rules.brief import Brief
from sop_engine.rules.registry import cross_rules, rules
from sop_engine.rules.rule import CrossRule, Rule
from sop_engine.source import SourceFile, Span

__all__ = ["RULE_CRASHED", "check", "check_all"]

RULE_CRASHED = Kind("SOP900", "rule-crashed", Severity.ERROR)


def check(
    compiled: Compiled, chosen: Iterable[Rule] | None = None, off: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """Run the rules on one SOP.

    Args:
        compiled: the SOP; without models or graph there is nothing to check.
        chosen: the rules to run; all but those that are ``off`` when not given.
        off: codes that nobody wants to know of.

    Returns:
        What they found, in order.
    """
    if compiled.document is None or compiled.sop is None or compiled.graph is None:
        return ()
    found: list[Diagnostic] = []
    for rule in _wanted(off) if chosen is None else chosen:
        try:
            found.extend(rule.check(compiled))
        except Exception as fault:  # noqa: BLE001 - whatever it is, the other rules must still run
            found.append(_crashed(compiled.source, rule.KIND, fault))
    return in_order(found) if found else ()


@lru_cache(maxsize=8)
def _wanted(off: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.KIND.code not in off)


def check_all(
    briefs: Sequence[Brief], chosen: Iterable[CrossRule] | None = None, off: Container[str] = ()
) -> tuple[Diagnostic, ...]:
    """Run the rules that look at several SOPs.

    Args:
        briefs: the SOPs; those that could not be read are left out.
        chosen: the rules to run; all when not given.
        off: codes that nobody wants to know of.

    Returns:
        What they found and no comment silences, in order. A crashing rule is reported at the first SOP.
    """
    known = [one for one in briefs if one.nama is not None]
    if len(known) < 2:
        return ()
    found: list[Diagnostic] = []
    for rule in cross_rules() if chosen is None else chosen:
        if rule.KIND.code in off:
            continue
        try:
            found.extend(rule.check_all(known))
        except Exception as fault:  # noqa: BLE001 - whatever it is, the other rules must still run
            found.append(_crashed(known[0].source, rule.KIND, fault))
    silenced = {id(one.source): one.silenced for one in known if one.silenced}
    return in_order(
        one
        for one in found
        if one.is_error or (one.code, one.start.line) not in silenced.get(id(one.source), ())
    )


def _crashed(source: SourceFile, kind: Kind, fault: Exception) -> Diagnostic:
    words = " ".join(_words(fault))
    return Diagnostic(
        RULE_CRASHED,
        Text(
            f"aturan {kind.code} ({kind.slug}) gagal: {words}",
            f"rule {kind.code} ({kind.slug}) failed: {words}",
        ),
        source,
        Span(0, 0),
        Text(
            "ini kesalahan program, bukan kesalahan SOP: laporkan beserta berkas ini",
            "this is a fault of the program, not of the SOP: report it together with this file",
        ),
    )


def _words(fault: Exception) -> Iterator[str]:
    """Name and words of an exception, without line breaks and not too long."""
    yield type(fault).__name__
    text = " ".join(str(fault).split())
    if text:
        yield text if len(text) <= 120 else f"{text[:117]}..."
