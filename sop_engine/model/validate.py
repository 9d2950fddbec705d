"""From data to models: what pydantic finds becomes findings with places, and the rest of the SOP lives on.

In: a ``Document``. Out: ``Validated``. A value that cannot be meant is reported once, then left out, and
what remains is validated again, so that a bad date does not hide a dead end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.consistency import MISSING_KEY, inconsistencies
from sop_engine.model.fields import BAD_VALUE, WRONG_TYPE, FieldError, short
from sop_engine.model.known import cut_by_comma, key_meant, meant, unknown_key_hint
from sop_engine.model.repair import without
from sop_engine.model.sop import Sop
from sop_engine.model.tanggal import TanggalError
from sop_engine.model.waktu import WaktuError
from sop_engine.reading.document import Document, Loc

__all__ = ["Validated", "validate"]

UNKNOWN_KEY = Kind("SOP101", "unknown-key", Severity.ERROR)
BAD_DATE = Kind("SOP105", "bad-date", Severity.ERROR)
BAD_TIME = Kind("SOP500", "unreadable-time", Severity.ERROR)

_ROUNDS = 8
"""Each round of leaving out goes one level up at most; the format has six."""

_HARMLESS = frozenset({"uraian", "pelaksana", "teks", "mutu_baku", "keterangan", "disimpulkan"})
"""Fields of a row that do not shape the flow."""


@dataclass(frozen=True, slots=True)
class Validated:
    """What the models made of a document.

    Attributes:
        sop: the models; faulty values left out. None where no row could be read.
        whole: nothing had to be left out.
        rows_whole: nothing had to be left out of the rows.
        flow_known: every key that shapes the flow could be read.
        diagnostics: findings, unordered.
    """

    sop: Sop | None
    whole: bool
    rows_whole: bool
    flow_known: bool
    diagnostics: tuple[Diagnostic, ...]


def validate(document: Document) -> Validated:
    """Build the models of a document.

    Args:
        document: what the reader gave.

    Returns:
        The models as far as they could be built, and all findings.
    """
    data: Any = document.data
    found: dict[Loc, Diagnostic] = {}
    for _ in range(_ROUNDS):
        try:
            sop = Sop.model_validate(data)
        except ValidationError as fault:
            errors = [
                error
                for error in fault.errors(include_url=False, include_input=False)
                if error["type"] != "too_short" or not _at(data, error["loc"])
            ]
            for error in errors:
                # A value that was left out is missing in the next round; it was reported already.
                if error["type"] != "missing" or not document.has(error["loc"]):
                    for loc, diagnostic in _diagnostics(document, error):
                        found.setdefault(loc, diagnostic)
            data = without(data, [(error["loc"], error["type"]) for error in errors])
            if data is None:
                break
        else:
            _drop_consequences(document, found)
            odd = inconsistencies(sop, document)
            flow_known = not odd.touches_flow and not any(map(_shapes_flow, found))
            diagnostics = (*found.values(), *odd.diagnostics)
            rows_whole = not any(loc[:1] == ("kegiatan",) for loc in found)
            return Validated(sop, not diagnostics, rows_whole, flow_known, diagnostics)
    _drop_consequences(document, found)
    return Validated(None, whole=False, rows_whole=False, flow_known=False, diagnostics=tuple(found.values()))


def _at(data: Any, loc: Loc) -> Any:
    """What stands at a path; pydantic calls a list too short when all of its items are faulty."""
    for part in loc:
        data = data[part]
    return data


def _shapes_flow(loc: Loc) -> bool:
    return loc[:1] == ("kegiatan",) and (len(loc) < 3 or loc[2] not in _HARMLESS)


def _drop_consequences(document: Document, found: dict[Loc, Diagnostic]) -> None:
    """One defect, one finding: drop what only follows from an unknown key beside it.

    A key that is missing because it is misspelt, and a text that a comma inside braces has cut in two.
    """
    unknown = [loc for loc, diagnostic in found.items() if diagnostic.kind is UNKNOWN_KEY]
    for loc in unknown:
        if cut := cut_by_comma(document, loc):
            found.pop(cut, None)
    for loc in [loc for loc, diagnostic in found.items() if diagnostic.kind is MISSING_KEY]:
        if any(other[:-1] == loc[:-1] and meant(str(other[-1]), [str(loc[-1])]) for other in unknown):
            del found[loc]


def _diagnostics(document: Document, error: Any) -> Iterator[tuple[Loc, Diagnostic]]:
    """The findings for one error of pydantic's: one, or one for each faulty item of a list."""
    loc: Loc = error["loc"]
    fault = error.get("ctx", {}).get("error")
    if isinstance(fault, FieldError) and fault.items:
        for index, item in fault.items:
            here = (*loc, index)
            span = document.span(here)
            yield (
                here,
                Diagnostic(item.kind, item.message, document.source, span, item.hint, instead=item.instead),
            )
    else:
        yield loc, _diagnostic(document, loc, error)


def _diagnostic(document: Document, loc: Loc, error: Any) -> Diagnostic:
    name = short(str(loc[-1])) if loc else ""
    span = document.span(loc)
    hint: Text | None = None
    instead: str | None = None
    match error["type"]:
        case "extra_forbidden":
            kind = UNKNOWN_KEY
            message = Text(f"kunci '{name}' tidak dikenal", f"unknown key '{name}'")
            hint = unknown_key_hint(document, loc)
            instead = key_meant(document, loc)
            span = document.key_span(loc)
        case "missing":
            kind = MISSING_KEY
            message = Text(f"kunci '{name}' wajib ada", f"key '{name}' is missing")
            hint = _where_missing(loc, name)
        case "too_short":
            kind = MISSING_KEY
            message = Text(f"'{name}' belum berisi apa pun", f"'{name}' holds nothing")
            hint = Text(
                f"tulis paling sedikit satu di bawah '{name}:'", f"write at least one under '{name}:'"
            )
        case "value_error":
            kind, message, hint, instead = _own(error["ctx"]["error"])
            if colon := _colon_hint(loc):
                hint, instead = colon, None
        case _:
            kind = BAD_VALUE
            message = Text(f"isi '{name}' tidak terbaca", f"'{name}' cannot be read: {error['msg']}")
    return Diagnostic(kind, message, document.source, span, hint, instead=instead)


def _own(fault: ValueError) -> tuple[Kind, Text, Text | None, str | None]:
    """Code and words of an error that our own validators raised, and what the text should be."""
    if isinstance(fault, WaktuError):
        return BAD_TIME, fault.message, fault.hint, fault.instead
    if isinstance(fault, TanggalError):
        return BAD_DATE, fault.message, fault.hint, fault.instead
    if isinstance(fault, FieldError):
        return fault.kind, fault.message, fault.hint, fault.instead
    return WRONG_TYPE, Text("isi tidak terbaca", str(fault)), None, None


def _where_missing(loc: Loc, name: str) -> Text:
    if len(loc) == 1:
        return Text(f"tambahkan '{name}:' di tingkat teratas", f"add '{name}:' at the top level")
    parent = next((str(part) for part in reversed(loc[:-1]) if isinstance(part, str)), "")
    return Text(f"tambahkan '{name}:' di bawah '{parent}:'", f"add '{name}:' under '{parent}:'")


def _colon_hint(loc: Loc) -> Text | None:
    """``{Ya:3}`` is one key with a colon in it and no value."""
    for part in loc:
        if isinstance(part, str) and ":" in part:
            label, _, target = part.partition(":")
            written = f"{{{short(label)}: {short(target.strip())}}}"
            return Text(
                f"beri spasi sesudah titik dua: {written}", f"put a space behind the colon: {written}"
            )
    return None
