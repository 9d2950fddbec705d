"""A definition as a form: fields in groups, the roles, and the rows of the table.

In: a ``Compiled``, readable or not. Out: a ``Form``, plain data that the page shows; a finding stands at the field
that it belongs to, if there is one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_fields import Field, Shape, extent, field_at, found_in, value_at
from sop_engine.desk.page.form_rows import CELLS, Row, Target, rows_of, targets_of
from sop_engine.diagnostics import Diagnostic, Severity, Text, in_order
from sop_engine.model.sop import KERTAS, STATUS
from sop_engine.reading.document import Document, Loc
from sop_engine.rules.item_lists import IDENTITY_LISTS
from sop_engine.source import SourceFile

__all__ = ["FLOW_KEYS", "Form", "Group", "Role", "form_of"]


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one heading of the form."""

    title: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A lane of the sheet.

    Attributes:
        key: what rows call it; people see it only when they ask.
        nama: its heading.
        jumlah: how many people hold it.
        rows: indices of the rows in which it acts.
    """

    key: str
    nama: Field
    jumlah: Field
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What the form shows.

    Attributes:
        groups: the fields of the first part, in the order of the paper form.
        roles: the lanes, left to right.
        rows: the table.
        after: the fields under the table.
        targets: where flows can lead.
        broken: why the text cannot be read; None where it can. Then the rest is what was known before, to look at.
    """

    groups: tuple[Group, ...]
    roles: tuple[Role, ...]
    rows: tuple[Row, ...]
    after: Group
    targets: tuple[Target, ...]
    broken: Diagnostic | None = None


_APPROVAL: Loc = ("identitas", "disahkan_oleh")
_GROUPS: tuple[tuple[Text, tuple[tuple[Loc, Shape, tuple[str, ...]], ...]], ...] = (
    (
        Text("Instansi", "Agency"),
        tuple((("instansi", key), Shape.TEXT, ()) for key in ("nama", "pemerintah", "unit", "kode", "logo")),
    ),
    (
        Text("Identitas", "Identity"),
        (
            *((("identitas", key), Shape.TEXT, ()) for key in ("nama", "nomor")),
            (("status",), Shape.CHOICE, STATUS),
            *(
                (("identitas", f"tanggal_{key}"), Shape.TEXT, ())
                for key in ("pembuatan", "revisi", "efektif")
            ),
        ),
    ),
    (
        Text("Pengesahan", "Approval"),
        tuple(((*_APPROVAL, key), Shape.TEXT, ()) for key in ("jabatan", "nama", "nip")),
    ),
    (
        Text("Dasar dan kelengkapan", "Basis and equipment"),
        tuple((("identitas", key), Shape.LINES, ()) for key in IDENTITY_LISTS),
    ),
)
_AFTER: tuple[tuple[Loc, Shape, tuple[str, ...]], ...] = (
    (("jumlah_waktu",), Shape.TEXT, ()),
    (("tampilan", "kertas"), Shape.CHOICE, KERTAS),
    (("catatan",), Shape.LINES, ()),
)
_BLANK = Document(SourceFile("", ""), {}, (0, 0, {}), ())
"""A definition that says nothing yet: its form has the fields of every other."""


def form_of(compiled: Compiled, known: Compiled | None = None) -> Form:
    """The form of a definition.

    Args:
        compiled: the text as it stands now.
        known: the last state that could be read, shown while the text cannot be; without one the form is empty.
    """
    if compiled.document is None:
        before = _form(_BLANK, ()) if known is None or known.document is None else form_of(known)
        first = next((found for found in compiled.diagnostics if found.is_error), None)
        return replace(before, broken=first or next(iter(compiled.diagnostics), None))
    findings = [found for found in compiled.diagnostics if found.severity is not Severity.INFO]
    return _form(compiled.document, findings, targets_of(compiled))


def _form(document: Document, findings: Sequence[Diagnostic], targets: tuple[Target, ...] = ()) -> Form:
    groups = [Group(title, tuple(_fields(document, fields, findings))) for title, fields in _GROUPS]
    after = Group(Text("Di bawah tabel", "Under the table"), tuple(_fields(document, _AFTER, findings)))
    rows = tuple(_marked(document, row, findings) for row in rows_of(document))
    roles = tuple(_roles(document, rows, findings))
    return Form(tuple(groups), roles, rows, after, targets)


def _fields(
    document: Document,
    fields: Sequence[tuple[Loc, Shape, tuple[str, ...]]],
    findings: Sequence[Diagnostic],
) -> Iterator[Field]:
    for loc, shape, choices in fields:
        field = field_at(document, loc, shape, choices)
        where = loc
        if loc[:2] == _APPROVAL:
            field = _approval(document, field)
            # What is said of the whole stands at its first field.
            where = loc if extent(document, loc) or loc[2] != "jabatan" else _APPROVAL
        yield replace(field, notes=found_in(extent(document, where), findings))


def _approval(document: Document, field: Field) -> Field:
    """A text alone is the jabatan of who approves."""
    held = value_at(document, _APPROVAL)
    if not isinstance(held, str):
        return field
    lines = tuple(held.strip().split("\n")) if field.loc[2] == "jabatan" and held.strip() else ()
    return replace(field, lines=lines, fixed=None)


def _roles(document: Document, rows: Sequence[Row], findings: Sequence[Diagnostic]) -> Iterator[Role]:
    roles = value_at(document, ("pelaksana",))
    for key, role in roles.items() if isinstance(roles, dict) else ():
        loc: Loc = ("pelaksana", key)
        long = isinstance(role, dict)
        nama = field_at(document, (*loc, "nama") if long else loc, Shape.TEXT)
        title, about = "Nama peran", "Judul lajur seperti tercetak."
        nama = replace(nama, title=title, about=about, notes=found_in(extent(document, loc), findings))
        jumlah = field_at(document, (*loc, "jumlah"), Shape.TEXT)
        jumlah = jumlah if long else replace(jumlah, lines=(), fixed=None)
        yield Role(key, nama, jumlah, tuple(row.at for row in rows if key in _acting(document, row)))


def _acting(document: Document, row: Row) -> tuple[str, ...]:
    """The keys of the roles in a row, those of its symbols included."""
    symbols: Any = value_at(document, ("kegiatan", row.at, "simbol"))
    found = list(row.pelaksana.keys)
    for symbol in symbols if isinstance(symbols, list) else ():
        keys = symbol.get("pelaksana") if isinstance(symbol, dict) else None
        found += [keys] if isinstance(keys, str) else keys if isinstance(keys, list) else []
    return tuple(key for key in found if isinstance(key, str))


FLOW_KEYS = ("lanjut", "cabang", "teks", "bentuk", "gabung", "simbol")
"""The keys of a row that say how it goes on."""


def _marked(document: Document, row: Row, findings: Sequence[Diagnostic]) -> Row:
    """A row with its findings, each at the cell that it begins in."""
    loc: Loc = ("kegiatan", row.at)
    inside = found_in(extent(document, loc), findings)
    if not inside:
        return row

    def at(*path: str) -> tuple[Diagnostic, ...]:
        return found_in(extent(document, (*loc, *path)), inside)

    # What is missing has no place of its own: it is said of the whole row.
    missing = {name: tuple(found for found in inside if found.kind.slug == f"empty-{name}") for name in CELLS}
    cells = {
        name: replace(row.cells[name], notes=in_order((*at(*path), *missing[name])))
        for name, (path, _) in CELLS.items()
    }
    performers = replace(row.pelaksana, notes=at("pelaksana"))
    flow_notes = tuple(found for key in FLOW_KEYS for found in at(key))
    placed = {id(found) for field in cells.values() for found in field.notes}
    placed |= {id(found) for found in (*performers.notes, *flow_notes)}
    rest = tuple(found for found in inside if id(found) not in placed)
    return replace(row, cells=cells, pelaksana=performers, flow_notes=flow_notes, notes=rest)
