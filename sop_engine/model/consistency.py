"""What one row may say together: checks that a single field cannot make.

In: models and their document. Out: findings of the model stage, and whether one of them concerns the flow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.model._unreadable import did_you_mean
from sop_engine.model.fields import BAD_VALUE
from sop_engine.model.known import meant, model_at, nearest
from sop_engine.model.sop import Kegiatan, Simbol, Sop
from sop_engine.model.symbols import BESIDE_SYMBOLS
from sop_engine.reading.document import Document, Loc

__all__ = ["MISSING_KEY", "Inconsistencies", "inconsistencies"]

MISSING_KEY = Kind("SOP102", "missing-key", Severity.ERROR)
CONFLICT = Kind("SOP106", "conflicting-keys", Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Inconsistencies:
    """Findings, and whether the flow is among what they concern."""

    diagnostics: tuple[Diagnostic, ...]
    touches_flow: bool


def inconsistencies(sop: Sop, document: Document) -> Inconsistencies:
    """Check the rows of a SOP and the paths of its ``disimpulkan``."""
    rows = document.data.get("kegiatan")
    found: list[Diagnostic] = []
    for index, row in enumerate(sop.kegiatan):
        raw = rows[index] if isinstance(rows, list) and index < len(rows) else None
        if isinstance(raw, dict):
            found.extend(_row(document, row, raw, ("kegiatan", index)))
    touches_flow = any(d.kind is CONFLICT for d in found)
    for index, path in enumerate(sop.sumber.disimpulkan):
        if not _is_path(path, sop):
            found.append(_no_path(document, path, ("sumber", "disimpulkan", index), _near_path(path)))
    return Inconsistencies(tuple(found), touches_flow)


def _row(document: Document, row: Kegiatan, raw: dict[str, Any], loc: Loc) -> Iterator[Diagnostic]:
    if row.lanjut is not None and row.cabang is not None:
        yield _conflict(document, loc, "lanjut", "cabang")
    if row.disimpulkan:
        yield from _inferred(document, row.disimpulkan, Kegiatan, loc)
    if row.simbol is None:
        if not row.pelaksana and _says_nothing(raw, Kegiatan) and raw.get("simbol") is None:
            yield _missing(document, loc, "pelaksana")
        return
    for key in BESIDE_SYMBOLS:
        if raw.get(key) is not None:
            yield _conflict(document, loc, "simbol", key)
    if not row.simbol:
        yield _missing(document, (*loc, "simbol"), "simbol")
    for index, symbol in enumerate(row.simbol):
        here = (*loc, "simbol", index)
        symbol_raw = raw["simbol"][index]
        if not isinstance(symbol_raw, dict):
            continue
        if symbol.lanjut is not None and symbol.cabang is not None:
            yield _conflict(document, here, "lanjut", "cabang")
        if not symbol.pelaksana and _says_nothing(symbol_raw, Simbol):
            yield _missing(document, here, "pelaksana")
        yield from _inferred(document, symbol.disimpulkan, Simbol, here)


def _says_nothing(raw: dict[str, Any], model: type[Kegiatan | Simbol]) -> bool:
    """Whether no role is named: neither under its key nor under one that is reported as unknown."""
    if raw.get("pelaksana") not in (None, "", []):
        return False
    return not any(meant(key, ["pelaksana"]) for key in raw if key not in model.model_fields)


def _conflict(document: Document, loc: Loc, first: str, second: str) -> Diagnostic:
    return Diagnostic(
        CONFLICT,
        Text(
            f"'{first}' dan '{second}' tidak boleh bersama", f"'{first}' and '{second}' cannot stand together"
        ),
        document.source,
        document.key_span((*loc, second)),
        Text(f"hapus '{first}' atau '{second}'", f"delete '{first}' or '{second}'")
        if first == "lanjut"
        else Text(f"pindahkan '{second}' ke dalam simbolnya", f"move '{second}' into its symbol"),
        (Related(Text(f"'{first}' di sini", f"'{first}' is here"), document.key_span((*loc, first))),),
    )


def _missing(document: Document, loc: Loc, key: str) -> Diagnostic:
    return Diagnostic(
        MISSING_KEY,
        Text(f"kunci '{key}' wajib ada", f"key '{key}' is missing")
        if loc[-1] != key
        else Text(f"'{key}' belum berisi apa pun", f"'{key}' holds nothing"),
        document.source,
        document.span((*loc, key)),
        Text("tulis kunci peran yang mengerjakan", "write the key of the role that does it")
        if len(loc) > 2
        else Text(
            "tulis kunci peran yang mengerjakan, atau 'simbol:' untuk beberapa simbol",
            "write the key of the role that does it, or 'simbol:' for several symbols",
        ),
    )


def _inferred(
    document: Document, names: tuple[str, ...], model: type[Kegiatan | Simbol], loc: Loc
) -> Iterator[Diagnostic]:
    known = list(model.model_fields) + (["kelengkapan", "waktu", "output"] if model is Kegiatan else [])
    for index, name in enumerate(names):
        if name not in known:
            yield _no_path(document, name, (*loc, "disimpulkan", index), nearest(name, known))


def _no_path(document: Document, path: str, loc: Loc, near: str | None) -> Diagnostic:
    return Diagnostic(
        BAD_VALUE,
        Text(f"'{path}' bukan isian yang ada", f"'{path}' is no field that there is"),
        document.source,
        document.span(loc),
        did_you_mean(near)
        if near
        else Text(
            "tulis misalnya identitas.nomor atau kegiatan.pelaksana",
            "write for example identitas.nomor or kegiatan.pelaksana",
        ),
        instead=near,
    )


def _near_path(path: str) -> str | None:
    """The path with the first part that is unknown mended."""
    parts = path.split(".")
    for at, part in enumerate(parts):
        before: list[str | int] = [*parts[:at]]
        if at and parts[0] in ("kegiatan", "pelaksana"):
            before.insert(1, 0)
        holder = model_at(tuple(before))
        if holder is None:
            return None
        if part not in holder.model_fields:
            mended = nearest(part, holder.model_fields)
            return ".".join([*parts[:at], mended, *parts[at + 1 :]]) if mended else None
    return None


def _is_path(path: str, sop: Sop) -> bool:
    """Whether a dotted path names a field: ``identitas.nomor``, ``kegiatan.lanjut``, ``pelaksana.staf``."""
    parts: list[str | int] = list(path.split("."))
    if parts[0] == "pelaksana" and len(parts) > 1:
        return str(parts[1]) in sop.pelaksana
    if parts[0] == "kegiatan":
        if len(parts) > 1 and parts[1] in ("kelengkapan", "waktu", "output"):
            return len(parts) == 2
        parts.insert(1, 0)
        if len(parts) == 2:
            return True
    holder = model_at(tuple(parts[:-1]))
    return holder is not None and parts[-1] in holder.model_fields
