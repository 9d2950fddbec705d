"""What changed, for other programs.

In: a ``Revision``. Out: plain data with stable English keys; texts as they are written, times exact.
"""

from typing import Any

from sop_engine.analysis.revision import FieldChange, Revision, Role, RoleTime
from sop_engine.analysis.revision_rows import Part, Row, RowPair, Symbol
from sop_engine.analysis.total import Difference, Total

__all__ = ["revision_json"]


def revision_json(revision: Revision) -> dict[str, Any]:
    """All that differs; nothing but empty lists, and ``same`` true, where nothing does.

    In a flow, ``to`` names rows and symbols by their ids in their own version, null is the end; ``unknown`` has the labels of ways
    to targets that nobody knows, null for a way without a label.
    """
    roles, (there, here) = revision.roles, revision.unmeasured
    return {
        "same": revision.same,
        "fields": [_field(one) for one in revision.fields],
        "roles": {
            "added": [_role(one) for one in roles.added],
            "removed": [_role(one) for one in roles.removed],
            "renamed": [{"old": _role(old), "new": _role(new)} for old, new in roles.renamed],
            "counted": [{"old": _role(old), "new": _role(new)} for old, new in roles.counted],
            "reordered": roles.reordered,
        },
        "rows": {
            "added": [_row(one) for one in revision.added],
            "removed": [_row(one) for one in revision.removed],
            "moved": [{"old": _place(pair.old), "new": _place(pair.new)} for pair in revision.moved],
            "changed": [_pair(one) for one in revision.changed],
            "renumbered": [
                {"old": _place(pair.old), "new": _place(pair.new)} for pair in revision.renumbered
            ],
        },
        "total": _times(revision.before, revision.after, revision.difference),
        "per_role": [_role_time(one) for one in revision.times],
        "unmeasured": {"old": [row.id for row in there], "new": [row.id for row in here]},
    }


def _field(one: FieldChange) -> dict[str, Any]:
    if one.several:
        return {"field": one.path, "title": one.title, "old": list(one.old), "new": list(one.new)}
    old, new = (texts[0] if texts else None for texts in (one.old, one.new))
    return {"field": one.path, "title": one.title, "old": old, "new": new}


def _role(role: Role) -> dict[str, Any]:
    return {"key": role.key, "name": role.name, "count": role.count}


def _place(row: Row) -> dict[str, Any]:
    """Which row it is: ``place`` counts from 1."""
    return {"id": row.id, "number": row.number, "place": row.at + 1, "activity": row.text}


def _row(row: Row) -> dict[str, Any]:
    parts = (part for part in Part if part is not Part.TEXT)
    values = {part.value: _value(row, part) for part in parts}
    return {**_place(row), **values, "led_to_by": list(row.entered)}


def _pair(pair: RowPair) -> dict[str, Any]:
    changes: list[dict[str, Any]] = [
        {"part": part.value, "old": _value(pair.old, part), "new": _value(pair.new, part)}
        for part in pair.parts
    ]
    for change in changes:
        if change["part"] == Part.TIME:
            change["same_length"] = pair.rewritten
    return {"old": _place(pair.old), "new": _place(pair.new), "changes": changes}


def _value(row: Row, part: Part) -> Any:
    """Roles, shape, text and flow are lists with an entry for each symbol of the row."""
    match part:
        case Part.TEXT:
            return row.text
        case Part.ROLES:
            return [list(one.roles) for one in row.symbols]
        case Part.SHAPE:
            return [one.shape for one in row.symbols]
        case Part.WORDS:
            return [one.words for one in row.symbols]
        case Part.FLOW:
            return [_flow(one) for one in row.symbols]
        case Part.TIME:
            return {**row.waktu.as_json(), "per": row.waktu.per, "shared": row.waktu.bersama}
        case Part.INPUTS:
            return list(row.inputs)
        case Part.OUTPUTS:
            return list(row.outputs)
        case Part.REMARKS:
            return list(row.remarks)
        case Part.INFERRED:
            return list(row.inferred)


def _flow(symbol: Symbol) -> dict[str, Any]:
    ways = [
        {
            "label": way.label,
            "to": list(way.to),
            "probability": None if way.probability is None else str(way.probability),
            "repeats": way.repeats,
        }
        for way in symbol.ways
    ]
    return {"id": symbol.id, "waits": symbol.waits, "ways": ways, "unknown": list(symbol.lost)}


def _role_time(one: RoleTime) -> dict[str, Any]:
    """A role without a row has a null time; its difference counts it as nothing."""
    return {
        "role": one.name,
        "old_key": None if one.old is None else one.old.key,
        "new_key": None if one.new is None else one.new.key,
        **_times(one.before, one.after, one.difference),
    }


def _times(before: Total | None, after: Total | None, difference: Difference | None) -> dict[str, Any]:
    return {
        "old": None if before is None else before.as_json(),
        "new": None if after is None else after.as_json(),
        "difference": None if difference is None else difference.as_json(),
    }
