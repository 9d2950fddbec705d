"""Parts of a SOP that are needed again and again, made once.

In: a function of a ``Compiled`` or of a ``Document``. Out: the same function, which remembers what it made last for as
long as that SOP is there.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

__all__ = ["once"]

Whole = TypeVar("Whole")
Part = TypeVar("Part")


def once(make: Callable[[Whole], Part]) -> Callable[[Whole], Part]:
    """Make a part of a SOP once, however many ask for it one after the other; it is forgotten with the SOP.

    Args:
        make: a pure function; what it gives must not hold what it is given itself.
    """
    last: list[tuple[ref[Whole], Part]] = []

    @wraps(make)
    def part(whole: Whole) -> Part:
        for held, found in last:
            if held() is whole:
                return found
        found = make(whole)
        last[:] = [(ref(whole, lambda _: last.clear()), found)]
        return found

    return part
