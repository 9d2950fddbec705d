"""Parts of a SOP that several rules need, made once.

In: a function of a ``Compiled``. Out: the same function, which remembers what it made last for as long as that SOP is
there.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from sop_engine.compiled import Compiled

__all__ = ["once"]

Part = TypeVar("Part")


def once(make: Callable[[Compiled], Part]) -> Callable[[Compiled], Part]:
    """Make a part of a SOP once, however many rules ask for it one after the other; it is forgotten with the SOP.

    Args:
        make: a pure function; what it gives must not hold the ``Compiled`` itself.
    """
    last: list[tuple[ref[Compiled], Part]] = []

    @wraps(make)
    def part(compiled: Compiled) -> Part:
        for held, found in last:
            if held() is compiled:
                return found
        found = make(compiled)
        last[:] = [(ref(compiled, lambda _: last.clear()), found)]
        return found

    return part
