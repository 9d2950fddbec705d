"""Mending findings.

In: a ``Compiled``, or a text and what compiles it. Out: how each finding is mended; the text with all of that done.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sop_engine.authoring.fixers.registry import fixers_of
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic
from sop_engine.edits import Edit, Fix, changed, edit_order
from sop_engine.errors import UsageError
from sop_engine.source import SourceFile, Span

__all__ = ["Mended", "fix_of", "fixes", "mended"]

_ROUNDS = 100
"""So often a text that can be read is looked at again at most; each round mends all that can be mended together."""

Found = tuple[Diagnostic, Fix]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text that was mended.

    Attributes:
        text: what it has become.
        applied: the findings that were mended, in the order in which that was done.
        left_out: findings that could be mended, but only with more errors than before.
        compiled: the new text with what is still found in it.
    """

    text: str
    applied: tuple[Found, ...]
    left_out: tuple[Found, ...]
    compiled: Compiled

    @property
    def counts(self) -> dict[str, int]:
        """How many findings were mended, by code, the codes in their order."""
        return dict(sorted(Counter(found.code for found, _ in self.applied).items()))


def fix_of(compiled: Compiled, found: Diagnostic) -> Fix | None:
    """How a finding is mended.

    Args:
        compiled: what it was found in.
        found: one of its findings.

    Returns:
        The first fix that a fixer knows, its edits in the order of the text; None where none does.
    """
    for fixer in fixers_of(found):
        try:
            edits = _real(compiled.source, fixer.edits(compiled, found) or ())
        except UsageError:
            # The text uses YAML in a way that cannot be changed piece by piece.
            continue
        if edits:
            return Fix(fixer.title(found), edits, fixer.safe)
    return None


def _real(source: SourceFile, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that change something, in the order of the text."""
    real = (one for one in edits if source.text[one.span.start : one.span.end] != one.text)
    return tuple(sorted(real, key=edit_order))


def fixes(compiled: Compiled) -> tuple[Found, ...]:
    """Every finding that can be mended, with its fix, in the order of the findings."""
    return tuple(_fixes(compiled))


def _fixes(compiled: Compiled) -> Iterator[Found]:
    for found in compiled.diagnostics:
        if (fix := fix_of(compiled, found)) is not None:
            yield found, fix


def mended(
    source: SourceFile,
    compile: Callable[[SourceFile], Compiled],
    *,
    unsafe: bool,
    codes: Container[str] | None = None,
) -> Mended:
    """Mend all that can be mended, again and again until nothing more can be.

    A fix that would make more errors than there were is left out; the text that comes out, mended again, is the same.

    Args:
        source: the text.
        compile: makes a ``Compiled`` of a text, with the findings that are wanted.
        unsafe: also make the changes that somebody should look at.
        codes: mend only findings of these; all when not given.

    Returns:
        The new text and what was done.
    """
    before = compile(source)
    applied: list[Found] = []
    seen = {source.text}
    left_out: tuple[Found, ...] = ()
    rounds = 0
    while rounds < _ROUNDS:
        # A text that cannot be read shows one fault at a time, and with each there is less of it to be read.
        rounds += before.document is not None
        wanted = [
            (found, fix)
            for found, fix in _fixes(before)
            if (fix.safe or unsafe) and (codes is None or found.code in codes)
        ]
        done, after = _round(before, wanted, compile)
        if after.source.text in seen:
            left_out = tuple(wanted)
            break
        seen.add(after.source.text)
        applied += done
        before = after
    return Mended(before.source.text, tuple(applied), left_out, before)


def _round(
    before: Compiled, wanted: Sequence[Found], compile: Callable[[SourceFile], Compiled]
) -> tuple[list[Found], Compiled]:
    """Mend what can be mended together; where that makes something worse, one after the other."""
    chosen = _together(wanted)
    if not chosen:
        return [], before
    after = _applied(before, chosen, compile)
    if not _is_worse(before, after):
        return chosen, after
    kept: list[Found] = []
    best = before
    for one in wanted:
        trial = _together([*kept, one])
        if len(trial) == len(kept):
            continue
        after = _applied(before, trial, compile)
        if not _is_worse(best, after):
            kept, best = trial, after
    return kept, best


def _together(wanted: Iterable[Found]) -> list[Found]:
    """Those of some fixes that can be made at once: none touches another, but several may make the same changes."""
    chosen: list[Found] = []
    same: set[tuple[Edit, ...]] = set()
    taken: list[Span] = []
    for one in wanted:
        edits = one[1].edits
        if edits not in same and any(_touches(edit.span, taken) for edit in edits):
            continue
        chosen.append(one)
        if edits not in same:
            same.add(edits)
            for edit in edits:
                insort(taken, edit.span)
    return chosen


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span meets one of others, which are in order and apart from each other."""
    at = bisect_left(taken, span)
    return any(one.start <= span.end and span.start <= one.end for one in taken[max(at - 1, 0) : at + 1])


def _applied(
    before: Compiled, chosen: Iterable[Found], compile: Callable[[SourceFile], Compiled]
) -> Compiled:
    edits = dict.fromkeys(edit for _, fix in chosen for edit in fix.edits)
    return compile(SourceFile(before.source.name, changed(before.source.text, edits)))


def _is_worse(before: Compiled, after: Compiled) -> bool:
    """Whether a text can be read less well than before, or has more errors."""
    if before.document is None:
        # Only the first fault of such a text is known: mending it leads to the next one.
        return after.document is None and _unread(after) >= _unread(before)
    if after.document is None or (after.sop is None and before.sop is not None):
        return True
    return (before.whole and not after.whole) or _errors(after) > _errors(before)


def _unread(compiled: Compiled) -> tuple[int, int]:
    """How many lines there are from the first fault on, and how much of the first of them."""
    start = min((found.span.start for found in compiled.diagnostics), default=len(compiled.source.text))
    lines = compiled.source.text[start:].splitlines()
    return len(lines), len(lines[0]) if lines else 0


def _errors(compiled: Compiled) -> int:
    return sum(found.is_error for found in compiled.diagnostics)
