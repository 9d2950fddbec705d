"""Making a ``Brief`` of a ``Compiled``.

In: a ``Compiled``. Out: what is kept of it when thousands are checked.
"""

from collections.abc import Iterator
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.model.sop import Identitas, Sop
from sop_engine.model.waktu import parse_waktu
from sop_engine.reading.document import Document, Loc, span_at
from sop_engine.rules.brief import Brief, Part, Row
from sop_engine.rules.common import item_span
from sop_engine.rules.silence import silenced_lines

__all__ = ["brief_of"]

_TITLES = {name: field.title for name, field in Identitas.model_fields.items()}


def brief_of(compiled: Compiled) -> Brief:
    """Keep what is needed later, and let go of the rest."""
    document, sop = compiled.document, compiled.sop
    if document is None or sop is None:
        return Brief(compiled.source, compiled.agency)
    identitas = sop.identitas
    has_nama = document.has(("identitas", "nama"))
    return Brief(
        compiled.source,
        sop.instansi.kode or compiled.agency,
        sop.instansi.nama,
        sop.instansi.unit,
        sop.status,
        Part(identitas.nomor, document.span(("identitas", "nomor"))) if identitas.nomor else None,
        Part(identitas.nama, document.span(("identitas", "nama"))) if has_nama else None,
        tuple(_items(document, ("identitas", "keterkaitan"), identitas.keterkaitan)),
        tuple(_headings(document, sop)),
        tuple(_rows(document, sop)),
        None if compiled.total is None else str(compiled.total),
        silenced_lines(document),
        tuple(sorted(_sections(document, sop))),
    )


def _items(document: Document, loc: Loc, texts: tuple[str, ...]) -> Iterator[Part]:
    for at, text in enumerate(texts):
        yield Part(text, item_span(document, loc, at))


def _headings(document: Document, sop: Sop) -> Iterator[Part]:
    for key, role in sop.pelaksana.items():
        long = ("pelaksana", key, "nama")
        yield Part(role.nama, document.span(long if document.has(long) else ("pelaksana", key)))


def _rows(document: Document, sop: Sop) -> Iterator[Row]:
    places = document.place[2]["kegiatan"][2][2]
    for index, (row, place) in enumerate(zip(sop.kegiatan, places, strict=True)):
        waktu = row.mutu_baku.waktu
        yield Row(
            row.nomor or str(index + 1),
            Part(row.uraian, span_at(place, ("uraian",))),
            _canonical(waktu.teks) if waktu.is_measured else "",
            span_at(place, ("mutu_baku", "waktu")),
        )


@lru_cache(maxsize=4096)
def _canonical(teks: str) -> str:
    """The canonical text of a time that has been read before."""
    return str(parse_waktu(teks))


def _sections(document: Document, sop: Sop) -> Iterator[tuple[int, str]]:
    """Top-level keys, the fields of identitas and the rows."""
    for key, (start, _, place) in document.place[2].items():
        yield start, key.replace("_", " ").capitalize()
        if key == "identitas" and len(place) == 3 and isinstance(place[2], dict):
            yield from (
                (field[0], f"Identitas: {_TITLES[name]}")
                for name, field in place[2].items()
                if name in _TITLES
            )
        elif key == "kegiatan" and len(place) == 3 and isinstance(place[2], list):
            for index, (row, at) in enumerate(zip(sop.kegiatan, place[2], strict=True), 1):
                yield at[0], f"Baris {(row.nomor or str(index)).rstrip('.')}"
