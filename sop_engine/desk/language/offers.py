"""Words that are offered: times, labels of branches, paths of fields.

In: what has been begun, or a document. Out: words in the order in which they are offered.
"""

import re
from collections.abc import Iterable, Iterator

from sop_engine.desk.language.form import fields_at
from sop_engine.model.satuan import Unit
from sop_engine.model.waktu import is_waktu
from sop_engine.reading.document import Document, Loc

__all__ = ["inferred_paths", "labels_in", "row_fields", "times"]

_UNITS = (
    *(Unit.MENIT, Unit.JAM, Unit.HARI, Unit.HARI_KERJA, Unit.HARI_KALENDER),
    *(Unit.MINGGU, Unit.BULAN, Unit.SEMESTER, Unit.TAHUN, Unit.DETIK),
)
"""The units, those first that most rows use."""

_NUMBER = re.compile(r"(.*[0-9½¼¾])\s*[^\W\d_]*(?:\s+[^\W\d_]*)?")
_COMMON = (
    *("15 menit", "30 menit", "1 jam", "2 jam", "1 hari", "3 hari kerja"),
    *("Segera", "Sesuai kebutuhan", "Sesuai jadwal", "Sepanjang tahun"),
)


def times(begun: str) -> Iterator[str]:
    """Times that begin as the words do: units behind their last number, else the usual ones."""
    number = _NUMBER.fullmatch(begun.lstrip())
    words = [f"{number[1]} {unit}" for unit in _UNITS] if number else list(_COMMON)
    yield from filter(is_waktu, words)


def labels_in(document: Document) -> tuple[str, ...]:
    """The labels of all branches of a document, each once."""
    found: dict[str, None] = {}
    rows = document.data.get("kegiatan")
    for row in rows if isinstance(rows, list) else ():
        symbols = row.get("simbol") if isinstance(row, dict) else None
        for part in (row, *(symbols if isinstance(symbols, list) else ())):
            branches = part.get("cabang") if isinstance(part, dict) else None
            found.update(dict.fromkeys(branches if isinstance(branches, dict) else ()))
    return tuple(label for label in found if label.strip())


def row_fields(path: Loc) -> Iterator[str]:
    """The fields of the row or symbol at a path that a document can leave open."""
    for field in fields_at(path):
        if field.key not in ("disimpulkan", "id"):
            yield field.key
    if len(path) == 2:
        yield from (field.key for field in fields_at((*path, "mutu_baku")))


def inferred_paths(roles: Iterable[str]) -> Iterator[str]:
    """Dotted paths of all that a definition says: ``identitas.nomor``, ``kegiatan.lanjut``, ``pelaksana.staf``."""
    for top in fields_at(()):
        if top.key == "kegiatan":
            yield from (f"kegiatan.{field}" for field in row_fields(("kegiatan", 0)))
        elif top.key == "pelaksana":
            yield from (f"pelaksana.{role}" for role in roles if "." not in role)
        elif top.key in ("instansi", "identitas"):
            yield from (f"{top.key}.{field.key}" for field in fields_at((top.key,)))
        elif top.key in ("jumlah_waktu", "catatan"):
            yield top.key
