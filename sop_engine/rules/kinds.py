"""All kinds of findings that a definition can have, by code.

In: nothing. Out: the ``Kind`` constants of the modules that find something in a text. A test proves that no
module with one is missing here, and that no code or slug stands for two.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from sop_engine.diagnostics import Kind
from sop_engine.rules.registry import CROSS_RULES, RULES

__all__ = ["MODULES", "code_meant", "kinds", "named_kinds"]

MODULES = (
    "sop_engine.reading.comments",
    "sop_engine.reading.decode",
    "sop_engine.reading.events",
    "sop_engine.reading.hints",
    "sop_engine.reading.logo",
    "sop_engine.model.consistency",
    "sop_engine.model.fields",
    "sop_engine.model.validate",
    "sop_engine.rules.late",
    "sop_engine.rules.run",
    "sop_engine.rules.silence",
    *(f"sop_engine.rules.{name}" for name in (*RULES, *CROSS_RULES)),
)
"""Modules with a ``Kind`` of their own."""


_DIGITS = str.maketrans("OQIL", "0011")


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its code, in the order of the codes."""
    found = {
        value.code: value
        for module in MODULES
        for value in vars(import_module(module)).values()
        if isinstance(value, Kind)
    }
    return MappingProxyType(dict(sorted(found.items())))


def named_kinds(word: str, known: Iterable[Kind] | None = None) -> tuple[Kind, ...]:
    """The kinds that one word names: a code, the beginning of some, a slug, or ``ALL``; none for an unknown word.

    Args:
        word: in letters of any size.
        known: the kinds to choose from; ``kinds()`` when not given.
    """
    code, slug = word.upper(), word.lower().replace("_", "-")
    among = kinds().values() if known is None else known
    return tuple(
        kind
        for kind in among
        if code == "ALL" or slug == kind.slug or (code.startswith("SOP") and kind.code.startswith(code))
    )


def code_meant(word: str) -> str:
    """The code that a word with letters for digits is: ``SOP6O4`` is SOP604; any other word in capitals."""
    return word[:3].upper() + word[3:].upper().translate(_DIGITS)
