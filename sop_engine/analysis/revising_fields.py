"""Which values outside the table differ between two versions.

In: the models of both. Out: a ``FieldChange`` for each, in the order of the form: instansi, identitas, the stated
total, working hours, notes, what is printed how, and where the definition comes from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from sop_engine.analysis.revision import FieldChange
from sop_engine.model._angka import number_text
from sop_engine.model.sop import (
    Alur,
    Identitas,
    Instansi,
    Judul,
    Pengesahan,
    Sop,
    Sumber,
    Tampilan,
    WaktuKerja,
)

__all__ = ["Sides", "changed_fields"]

_Part: TypeAlias = Sop | Instansi | Identitas | Pengesahan | WaktuKerja | Tampilan | Judul | Sumber

_WITHIN = {("identitas", "disahkan_oleh"): "Disahkan oleh", ("sumber",): "Sumber"}
"""What stands before a heading that would not be understood alone, by the keys above it."""

_CALLED = {
    "instansi.kode": "Kode instansi",
    "jumlah_waktu": "Jumlah waktu yang tertulis",
    "waktu_kerja.jam_per_hari": "Jam kerja per hari",
    "waktu_kerja.hari_per_minggu": "Hari kerja per minggu",
    "waktu_kerja.hari_per_bulan": "Hari kerja per bulan",
    "catatan": "Catatan di bawah tabel",
    "tampilan.terminator": "Cara menggambar mulai dan selesai",
    "tampilan.kertas": "Ukuran kertas",
    "tampilan.judul.kegiatan": "Judul kolom Kegiatan",
    "tampilan.alur": "Petunjuk gambar alur",
}
"""What fields are called whose headings would not be understood alone, or are those of other figures too."""


@dataclass(frozen=True, eq=False, slots=True)
class Sides:
    """What names of steps mean, for the hints on arrows that name them.

    Attributes:
        old: the step that each name means in the old version.
        new: the step that each name means in the new one.
        twins: ids of the old steps that are in both versions, and of the new ones that they are.
    """

    old: Mapping[str, str]
    new: Mapping[str, str]
    twins: Mapping[str, str]


def changed_fields(old: Sop, new: Sop, sides: Sides) -> tuple[FieldChange, ...]:
    """Compare all that stands outside the table and the lanes, by what it says and not by how it is written."""
    return tuple(_changes(old, new, sides))


def _changes(old: Sop, new: Sop, sides: Sides) -> Iterator[FieldChange]:
    yield from _of(Sop, ("status",), (), old, new)
    yield from _of(Instansi, Instansi.model_fields, ("instansi",), old.instansi, new.instansi)
    fields = [name for name in Identitas.model_fields if name != "disahkan_oleh"]
    at = fields.index("dasar_hukum")
    yield from _of(Identitas, fields[:at], ("identitas",), old.identitas, new.identitas)
    before, after = (one.identitas.disahkan_oleh or Pengesahan() for one in (old, new))
    yield from _of(Pengesahan, Pengesahan.model_fields, ("identitas", "disahkan_oleh"), before, after)
    yield from _of(Identitas, fields[at:], ("identitas",), old.identitas, new.identitas)
    yield from _of(Sop, ("jumlah_waktu",), (), old, new)
    yield from _of(WaktuKerja, WaktuKerja.model_fields, ("waktu_kerja",), old.waktu_kerja, new.waktu_kerja)
    yield from _of(Sop, ("catatan",), (), old, new)
    yield from _of(Tampilan, ("terminator", "kertas"), ("tampilan",), old.tampilan, new.tampilan)
    judul = ("tampilan", "judul")
    yield from _of(Judul, Judul.model_fields, judul, old.tampilan.judul, new.tampilan.judul)
    yield from _hints(old, new, sides)
    yield from _of(Sumber, Sumber.model_fields, ("sumber",), old.sumber, new.sumber)


def _of(
    model: type[_Part],
    names: Iterable[str],
    path: tuple[str, ...],
    old: object,
    new: object,
) -> Iterator[FieldChange]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        texts = _texts(before), _texts(after)
        # Dates and times are equal when they say the same, lists when their items do.
        if before == after or texts[0] == texts[1]:
            continue
        key = ".".join((*path, name))
        title = _CALLED.get(key) or model.model_fields[name].title or name
        within = _WITHIN.get(path)
        called = title if within is None else f"{within} ({title if title.isupper() else title.lower()})"
        yield FieldChange(key, called, *texts, several=isinstance(before, tuple))


def _texts(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, tuple):
        return tuple(" ".join(str(item).split()) for item in value)
    if isinstance(value, Fraction):
        return (number_text(value),)
    return (" ".join(str(value).split()),)


def _hints(old: Sop, new: Sop, sides: Sides) -> Iterator[FieldChange]:
    """Hints for arrows, which name steps: they are compared by the steps that are meant."""
    before, after = old.tampilan.alur, new.tampilan.alur
    there = [_meant(hint, sides.old, sides.twins) for hint in before]
    if sorted(there) == sorted(_meant(hint, sides.new, {}) for hint in after):
        return
    yield FieldChange(
        "tampilan.alur",
        _CALLED["tampilan.alur"],
        tuple(map(_hint_text, before)),
        tuple(map(_hint_text, after)),
        several=True,
    )


def _meant(hint: Alur, names: Mapping[str, str], twins: Mapping[str, str]) -> tuple[str, ...]:
    source, target = (names.get(name, name) for name in (hint.dari, hint.ke))
    return (twins.get(source, source), twins.get(target, target), hint.keluar or "", hint.masuk or "")


def _hint_text(hint: Alur) -> str:
    sides = ", ".join(
        f"{word} {side}" for word, side in (("keluar", hint.keluar), ("masuk", hint.masuk)) if side
    )
    return f"{hint.dari} → {hint.ke}" + (f" ({sides})" if sides else "")
