"""SOPs side by side as plain data.

In: what was compared. Out: the object that ``sop compare --format json`` gives.
"""

from sop_engine.analysis.comparing import Line
from sop_engine.analysis.revision_rows import Row, Symbol
from sop_engine.cli.compare_words import Shown
from sop_engine.cli.diff_items import SHAPES
from sop_engine.cli.facts import heading_json, path_json

__all__ = ["as_data"]


def as_data(shown: Shown) -> dict[str, object]:
    """The comparison with stable English keys; SOPs are named by their place in ``sops``, from 0.

    In a row, ``like`` gives for each aspect and SOP the first SOP that says the same, null where it has no such row;
    ``unknown`` has the labels of flows to targets that nobody knows, null for one without a label.
    ``differs`` names the aspects in which the SOPs that have the row differ. ``gap`` is a total minus that of the first
    SOP.
    """
    found = shown.comparison
    return {
        "sops": [
            {
                **heading_json(side.definition, side.compiled, side.version.sop),
                "path": path_json(side.definition),
                "rows": len(side.version.rows),
                "roles": len(side.version.sop.pelaksana),
                "total": None if side.compiled.total is None else side.compiled.total.as_json(),
                "gap": None if gap is None else gap.as_json(),
                "unmeasured": list(side.unmeasured),
            }
            for side, gap in zip(shown.sides, found.gaps, strict=True)
        ],
        "rows": [_line(line) for line in found.lines],
        "common": found.common,
        "differs": {aspect.value: count for aspect, count in found.counts.items()},
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "differs": [aspect.value for aspect in line.differs],
        "moved": sorted(line.moved),
        "missing": list(line.missing),
        "like": {aspect.value: list(found) for aspect, found in line.like.items()},
        "cells": [None if row is None else _row(row) for row in line.rows],
    }


def _row(row: Row) -> dict[str, object]:
    return {
        "id": row.id,
        "number": row.number,
        "activity": row.text,
        "roles": list(row.roles),
        "waktu": row.waktu.as_json(),
        "shared": row.waktu.bersama,
        "inputs": list(row.inputs),
        "outputs": list(row.outputs),
        "remarks": list(row.remarks),
        "steps": [_symbol(symbol) for symbol in row.symbols],
    }


def _symbol(symbol: Symbol) -> dict[str, object]:
    return {
        "id": symbol.id,
        "roles": list(symbol.roles),
        "kind": SHAPES[symbol.shape].en,
        "text": symbol.words,
        "waits": symbol.waits,
        "flows": [
            {
                "to": list(way.to),
                "label": way.label,
                "probability": None if way.probability is None else str(way.probability),
                "repeats": way.repeats,
            }
            for way in symbol.ways
        ],
        "unknown": list(symbol.lost),
    }
