"""What commands say of a SOP, as plain data.

In: a ``Definition`` and what it became. Out: values for JSON and tables.
"""

from collections.abc import Iterator

from sop_engine.analysis.total import Agreement, Difference, agreement, difference
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.library import Definition, code_of
from sop_engine.model.sop import Sop
from sop_engine.report.json import json_path

__all__ = [
    "agency_of",
    "agreement_of",
    "difference_of",
    "duration_json",
    "heading_json",
    "measured_rows",
    "path_json",
    "row_ids",
    "total_json",
    "unmeasured",
    "verdict",
]


def agency_of(definition: Definition, compiled: Compiled) -> str | None:
    """The agency's code, or the name that the file stands for."""
    return code_of(compiled) or definition.agency


def heading_json(definition: Definition, compiled: Compiled, sop: Sop) -> dict[str, object]:
    """Which SOP it is: ``sop`` is the file's stem, null for standard input."""
    return {
        "sop": definition.stem,
        "agency": agency_of(definition, compiled),
        "name": sop.identitas.nama,
    }


def path_json(definition: Definition) -> str:
    """The path as messages name it, with ``/``."""
    return json_path(definition.name)


def row_ids(compiled: Compiled, sop: Sop) -> list[str]:
    """The id of each row; a row with several symbols has its own, beside theirs."""
    steps = compiled.graph.steps.values() if compiled.graph is not None else ()
    single = {step.row: step.id for step in steps if step.symbol is None and not step.virtual}
    return [
        single.get(index) or row.id or (row.nomor or "").removesuffix(".")
        for index, row in enumerate(sop.kegiatan)
    ]


def measured_rows(compiled: Compiled, sop: Sop) -> list[bool]:
    """Whether each row has a measured time: its own, or the one that it shares with a row above it."""
    known: dict[str, bool] = {}
    found: list[bool] = []
    for name, row in zip(row_ids(compiled, sop), sop.kegiatan, strict=True):
        waktu = row.mutu_baku.waktu
        found.append(waktu.is_measured if waktu.bersama is None else known.get(waktu.bersama, False))
        known.setdefault(name, found[-1])
    return found


def unmeasured(compiled: Compiled, sop: Sop) -> list[str]:
    """The ids of the rows that have no measured time, neither their own nor a shared one."""
    rows = zip(row_ids(compiled, sop), measured_rows(compiled, sop), strict=True)
    return [name for name, measured in rows if not measured]


def agreement_of(compiled: Compiled, sop: Sop) -> Agreement | None:
    """How the stated total agrees; None where none is stated."""
    if sop.jumlah_waktu is None or compiled.total is None:
        return None
    return agreement(compiled.total, sop.jumlah_waktu)


def difference_of(compiled: Compiled, sop: Sop) -> Difference | None:
    """Computed minus stated; None where none is stated or units differ."""
    if sop.jumlah_waktu is None or compiled.total is None:
        return None
    return difference(compiled.total, sop.jumlah_waktu)


def verdict(compiled: Compiled, sop: Sop) -> Text:
    """How the stated total agrees with the computed one, in words."""
    differs = difference_of(compiled, sop)
    match agreement_of(compiled, sop):
        case Agreement.EQUAL:
            return Text("sama", "equal")
        case Agreement.ROUNDED if differs is not None:
            return Text(f"dibulatkan, selisih {differs}", f"rounded, {differs} off")
        case Agreement.ROUNDED:
            return Text("dibulatkan", "rounded")
        case Agreement.WRONG if differs is not None:
            more = differs.sign == "+"
            return Text(
                f"salah, hitungan {'lebih' if more else 'kurang'} {differs}",
                f"wrong, the rows add up to {differs} {'more' if more else 'less'}",
            )
        case Agreement.WRONG:
            return Text("salah", "wrong")
        case _:
            return Text("tidak terukur", "not measured")


def duration_json(definition: Definition, compiled: Compiled, sop: Sop) -> dict[str, object]:
    """The object that ``sop duration --format json`` gives for one SOP.

    In ``rows``, ``shared`` is the id of the row whose time a row shares, or null; such a row has no parts of its
    own and adds nothing to the total, and is ``measured`` where the row that it names is. ``unmeasured`` names
    just the rows that are not ``measured``.
    """
    return {
        **heading_json(definition, compiled, sop),
        **total_json(compiled, sop),
        "unmeasured": unmeasured(compiled, sop),
        "rows": list(_row_times(compiled, sop)),
    }


def total_json(compiled: Compiled, sop: Sop) -> dict[str, object]:
    """The total, the stated one and how they agree."""
    agrees, differs = agreement_of(compiled, sop), difference_of(compiled, sop)
    return {
        "total": None if compiled.total is None else compiled.total.as_json(),
        "stated": None if sop.jumlah_waktu is None else sop.jumlah_waktu.as_json(),
        "agrees": None if agrees is None else agrees.value,
        "difference": None if differs is None else differs.as_json(),
    }


def _row_times(compiled: Compiled, sop: Sop) -> Iterator[dict[str, object]]:
    rows = zip(row_ids(compiled, sop), sop.kegiatan, measured_rows(compiled, sop), strict=True)
    for name, row, measured in rows:
        waktu = row.mutu_baku.waktu
        yield {
            "id": name,
            "number": row.nomor,
            "waktu": waktu.as_json(),
            "measured": measured,
            "per": waktu.per,
            "shared": waktu.bersama,
        }
