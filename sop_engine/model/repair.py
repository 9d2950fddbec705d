"""Leaving out what is faulty, so that the rest of a SOP can be looked at.

In: data and the places that pydantic refused. Out: a copy without the faulty values; what is required gets a
stand-in that provokes no finding of its own.
"""

from collections.abc import Iterable
from typing import Any

from sop_engine.reading.document import Loc

__all__ = ["without"]

_STAND_INS: dict[str, Any] = {
    "versi_format": "1",
    "kode": "-",
    "nama": "-",
    "uraian": "-",
    "instansi": {"kode": "-", "nama": "-"},
    "identitas": {"nama": "-"},
}
_ROW: dict[str, Any] = {"kegiatan": {"uraian": "-"}, "simbol": {}}


def without(data: Any, errors: Iterable[tuple[Loc, str]]) -> Any:
    """Leave out every faulty place.

    Args:
        data: the whole data; it is not changed.
        errors: path and pydantic's type of each error.

    Returns:
        A copy, or None where nothing could be changed: another round would find the same.
    """
    copy = _copied(data)
    changed = False
    for loc, kind in errors:
        changed = _mend(copy, loc, kind) or changed
    return copy if changed else None


def _copied(data: Any) -> Any:
    """The containers anew, the texts shared."""
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_copied(item) for item in data]
    return data


def _mend(data: Any, loc: Loc, kind: str) -> bool:
    """Change the deepest place on the path that is there; whether anything was changed."""
    path: list[tuple[Any, Any]] = []
    holder = data
    for part in loc:
        if not _holds(holder, part):
            break
        path.append((holder, part))
        holder = holder[part]
    name = loc[-1] if loc else ""
    if kind in ("missing", "too_short"):
        whole = len(path) == len(loc)
        target = path[-1][0] if whole else holder
        stand_in = _roles(data) if name == "pelaksana" and len(loc) == 1 else _STAND_INS.get(str(name))
        if isinstance(target, dict) and stand_in is not None:
            target[name] = _copied(stand_in)
            return True
    return bool(path) and _remove(path, loc)


def _holds(holder: Any, part: str | int) -> bool:
    if isinstance(holder, dict):
        return part in holder
    return isinstance(holder, list) and isinstance(part, int) and part < len(holder)


def _remove(path: list[tuple[Any, Any]], loc: Loc) -> bool:
    """Take the last value of the path out of its holder, or put a stand-in there."""
    holder, part = path[-1]
    around = loc[len(path) - 2] if len(path) > 1 else ""
    if isinstance(holder, list):
        if around == "alur":
            del path[-2][0][around]
        else:
            holder[part] = _copied(_ROW.get(str(around), "-"))
    elif around == "pelaksana" and len(path) == 2:
        holder[part] = "-"
    elif part in _STAND_INS and holder[part] != _STAND_INS[part]:
        holder[part] = _copied(_STAND_INS[part])
    else:
        del holder[part]
    return True


def _roles(data: Any) -> dict[str, str]:
    """Every role that a row names, declared: a missing heading must not be reported once a row."""
    found: dict[str, str] = {}
    rows = data.get("kegiatan")
    for row in rows if isinstance(rows, list) else ():
        symbols = row.get("simbol") if isinstance(row, dict) else None
        for part in (row, *(symbols if isinstance(symbols, list) else ())):
            named = part.get("pelaksana") if isinstance(part, dict) else None
            for role in named if isinstance(named, list) else [named]:
                if isinstance(role, str):
                    found[role] = "-"
    return found or {"-": "-"}
