"""Paths of a document: what stands at their end, and where the form has a key.

In: the data of a document and a path. Out: values and indices.
"""

import json
from typing import Any

from sop_engine.model.known import known_keys, model_at
from sop_engine.reading.document import Data, Loc

__all__ = ["form_place", "reached", "same"]


def reached(data: Any, loc: Loc) -> tuple[Any, int]:
    """The deepest value on a path from ``data`` on that is there, and how many segments lead to it."""
    for depth, segment in enumerate(loc):
        is_there = (
            segment in data
            if isinstance(data, dict)
            else isinstance(data, list) and isinstance(segment, int) and 0 <= segment < len(data)
        )
        if not is_there:
            return data, depth
        data = data[segment]
    return data, len(loc)


def same(one: Data, other: Data) -> bool:
    """Whether two values are equal in all, the order of keys included."""
    return one == other and json.dumps(one) == json.dumps(other)


def form_place(holder: dict[str, Any], loc: Loc, key: str) -> int:
    """The index that a key gets among those that are there: behind the nearest that the form has before it."""
    model = model_at(loc)
    order = known_keys(model) if model is not None else ()
    keys = list(holder)
    if key not in order:
        return len(keys)
    rank = order.index(key)
    before = [one for one in order[:rank] if one in holder]
    if before:
        return keys.index(before[-1]) + 1
    return min((keys.index(one) for one in order[rank:] if one in holder), default=len(keys))
