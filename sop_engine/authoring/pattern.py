"""A new definition made of another SOP, which is its pattern.

In: a ``Compiled`` and a ``Start``. Out: the text of the pattern with what the author said, and without what belongs to
the other SOP alone.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sop_engine.authoring.amend import remove, set_value
from sop_engine.authoring.references import mapping
from sop_engine.authoring.rereading import reread
from sop_engine.authoring.template import Start, modelines
from sop_engine.compiled import Compiled
from sop_engine.edits import Edit, changed
from sop_engine.reading.document import Data, Document, Loc
from sop_engine.source import Span

__all__ = ["from_template"]

_NO_SOURCE = ("sumber", "disimpulkan")


def from_template(compiled: Compiled, start: Start) -> str:
    """Make a new definition of another one.

    Rows, roles, texts and comments stay. What belongs to the other SOP alone goes: its number and dates, who signed
    it, its state, its source and what was inferred from that. The agency stays unless ``start`` says otherwise.

    Args:
        compiled: the SOP that is the pattern; it could be read.
        start: what the author has said; roles and rows of it are not looked at.

    Returns:
        The text of the new one.

    Raises:
        ValueError: the pattern could not be read.
    """
    if compiled.document is None:
        raise ValueError("a pattern needs a document")
    document = compiled.document
    for loc in _source_marks(document.data, ()):
        document = reread(document, remove(document, loc))
    for loc, value in _new_values(document.data, start):
        document = reread(document, set_value(document, loc, value))
    return _with_modelines(document, start.schema)


def _source_marks(data: Data, loc: Loc) -> Iterator[Loc]:
    """The paths of what tells where the pattern's text came from."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in _NO_SOURCE and (not loc or loc[0] == "kegiatan"):
                yield (*loc, key)
            elif not loc and key != "kegiatan":
                continue
            else:
                yield from _source_marks(value, (*loc, key))
    elif isinstance(data, list):
        for at, item in enumerate(data):
            yield from _source_marks(item, (*loc, at))


def _new_values(data: Mapping[str, Any], start: Start) -> Iterator[tuple[Loc, str | None]]:
    """What stands in a new SOP where the pattern says something else."""
    yield ("status",), "konsep"
    office = mapping(data.get("instansi"))
    for key, said in (
        ("kode", start.kode),
        ("pemerintah", start.pemerintah),
        ("nama", start.instansi),
        ("unit", start.unit),
        ("logo", start.logo),
    ):
        if said is not None and said != office.get(key):
            yield ("instansi", key), said
    identity = mapping(data.get("identitas"))
    yield ("identitas", "nama"), start.nama
    if "nomor" in identity or start.nomor is not None:
        yield ("identitas", "nomor"), start.nomor
    for key in ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"):
        if identity.get(key) is not None:
            yield ("identitas", key), None
    signed = identity.get("disahkan_oleh")
    if isinstance(signed, dict):
        for key in ("nama", "nip"):
            if signed.get(key) is not None:
                yield ("identitas", "disahkan_oleh", key), None
    if start.jabatan is not None:
        path = ("identitas", "disahkan_oleh")
        yield (*path, "jabatan") if isinstance(signed, dict) else path, start.jabatan


_FOR_EDITORS = (
    re.compile(r"#\s*yaml-language-server:\s*\$schema=\S*"),
    re.compile(r"#\s*\$schema:\s*\S*"),
)


def _with_modelines(document: Document, schema: str) -> str:
    """The text with the lines by which editors find the schema, in the place of those that there are."""
    text = document.source.text
    newline = document.source.newline
    lines = modelines(schema).splitlines()
    alone = [one.span for one in document.comments if one.alone]
    there = [next((span for span in alone if one.match(text, *span)), None) for one in _FOR_EDITORS]
    edits = [Edit(span, line) for span, line in zip(there, lines, strict=True) if span is not None]
    missing = [line for span, line in zip(there, lines, strict=True) if span is None]
    if len(missing) == 1:
        edits = [Edit(edit.span, newline.join(lines)) for edit in edits]
    elif missing:
        edits = [Edit(Span(0, 0), "".join(f"{line}{newline}" for line in lines))]
    return changed(text, edits)
