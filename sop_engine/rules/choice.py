"""Which findings are wanted, and how gravely they count.

In: ``Settings``. Out: a ``Choice``, which leaves findings out and grades others anew. What is an error by nature is
always reported as one: it says that the rest cannot be trusted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.errors import UsageError
from sop_engine.model.tanggal import Tanggal
from sop_engine.rules.common import did_you_mean
from sop_engine.rules.kinds import code_meant, kinds, named_kinds
from sop_engine.rules.registry import rules
from sop_engine.settings import Settings
from sop_engine.text import quoted

__all__ = ["Choice", "choice_of", "default_choice"]

_OFF = "off"
_WHOLE = 6
"""Letters of a full code, which is as exact as a slug."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is reported.

    Attributes:
        off: codes that are left out.
        grades: the severity of codes that have not their own.
        today: the day that a SOP is checked on, for rules that ask what is overdue; None where nobody named one.
    """

    off: frozenset[str] = frozenset()
    grades: Mapping[str, Severity] = field(default_factory=dict)
    today: Tanggal | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by content: read-only views cannot be pickled."""
        return Choice, (self.off, dict(self.grades), self.today)

    def applied(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """The findings that are wanted, in their grades and in the same order."""
        off, grades = self.off, self.grades
        if not grades:
            return found if not any(one.kind.code in off for one in found) else self._wanted(found)
        return tuple(self._graded(one) for one in self._wanted(found))

    def _wanted(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(one for one in found if one.kind.code not in self.off)

    def _graded(self, one: Diagnostic) -> Diagnostic:
        grade = self.grades.get(one.kind.code)
        return one if grade is None else replace(one, kind=one.kind._replace(severity=grade))


@cache
def default_choice() -> Choice:
    """All that is on by default, as it is; needs no list of all kinds, which every command would pay for."""
    return Choice(frozenset(rule.KIND.code for rule in rules() if not rule.KIND.default))


def choice_of(settings: Settings, today: Tanggal | None = None) -> Choice:
    """What settings ask for.

    Where several words name a code, the one that names it most exactly decides, and ``ignore`` between equals.

    Args:
        settings: the words.
        today: the day that SOPs are checked on, or None.

    Raises:
        UsageError: a word names nothing, or an error would be left out or played down.
    """
    plain = settings.select is None and not (settings.extend_select or settings.ignore or settings.severity)
    if plain:
        found = default_choice()
        return found if today is None else replace(found, today=today)
    selects = None if settings.select is None else _reach(settings.select, settings)
    extends = _reach(settings.extend_select, settings)
    ignores = _reach(settings.ignore, settings)
    _refuse_errors(settings.ignore, settings)
    off: set[str] = set()
    for code, kind in kinds().items():
        if kind.severity is Severity.ERROR:
            continue
        base = (0 if kind.default else None) if selects is None else selects.get(code)
        wanted = max((rank for rank in (base, extends.get(code)) if rank is not None), default=None)
        if wanted is None or ignores.get(code, -1) >= wanted:
            off.add(code)
    grades: dict[str, tuple[int, str]] = {}
    for word, level in settings.severity.items():
        if level != Severity.ERROR:
            _refuse_errors((word,), settings)
        for code, rank in _reach((word,), settings).items():
            if rank >= grades.get(code, (-1, ""))[0]:
                grades[code] = rank, level
    off |= {code for code, (_, level) in grades.items() if level == _OFF}
    graded = {
        code: Severity(level)
        for code, (_, level) in grades.items()
        if level not in (_OFF, kinds()[code].severity) and kinds()[code].severity is not Severity.ERROR
    }
    return Choice(frozenset(off), MappingProxyType(graded), today)


def _reach(words: Iterable[str], settings: Settings) -> dict[str, int]:
    """Codes that words name, and how exactly."""
    found: dict[str, int] = {}
    for word in words:
        for kind in _named(word, settings):
            exact = (
                0 if word.upper() == "ALL" else len(word) if kind.code.startswith(word.upper()) else _WHOLE
            )
            found[kind.code] = max(exact, found.get(kind.code, 0))
    return found


def _named(word: str, settings: Settings) -> tuple[Kind, ...]:
    """The kinds that one word names."""
    named = named_kinds(word)
    if not named:
        raise _unknown(word, settings)
    return named


def _refuse_errors(words: Iterable[str], settings: Settings) -> None:
    """Errors named one by one cannot be left out or played down; a word for many just passes over them."""
    for word in words:
        named = _named(word, settings)
        if all(kind.severity is Severity.ERROR for kind in named):
            first = named[0]
            raise UsageError(
                Text(
                    f"{_where(settings)}{first.code} ({first.slug}) adalah kesalahan: tidak dapat diabaikan "
                    "atau diringankan",
                    f"{_where(settings)}{first.code} ({first.slug}) is an error: it can be neither ignored nor "
                    "played down",
                ),
                Text("perbaiki penyebabnya", "mend its cause"),
            )


def _unknown(word: str, settings: Settings) -> UsageError:
    known = kinds()
    names = [name for kind in known.values() for name in (kind.code, kind.slug)]
    code = code_meant(word)
    near = [code] if code in known else get_close_matches(word.lower(), names, n=1)
    return UsageError(
        Text(
            f"{_where(settings)}aturan {quoted(word)} tidak dikenal",
            f"{_where(settings)}there is no rule {quoted(word)}",
        ),
        did_you_mean(near[0])
        if near
        else Text("'sop rules' menyebut semuanya", "'sop rules' lists them all"),
    )


def _where(settings: Settings) -> str:
    return f"{quoted(settings.origin)}: " if settings.origin else ""
