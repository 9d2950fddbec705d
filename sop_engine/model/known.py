"""What keys there are, and what the author of an unknown one may have meant.

In: the path of an unknown key. Out: a hint: the nearest known key, the part that it belongs under, or the
trap of YAML that made a key of a piece of text.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from sop_engine.diagnostics import Text
from sop_engine.model._unreadable import did_you_mean
from sop_engine.model.sop import Kegiatan, MutuBaku, Sop
from sop_engine.reading.document import Document, Loc

__all__ = ["cut_by_comma", "key_meant", "known_keys", "meant", "model_at", "nearest", "unknown_key_hint"]

_OTHER_WORDS = {
    "no": "nomor",
    "nama_sop": "nama",
    "nomor_sop": "nomor",
    "judul": "nama",
    "aktivitas": "uraian",
    "kegiatan": "uraian",
    "aktor": "pelaksana",
    "peran": "pelaksana",
    "ket": "keterangan",
    "keluaran": "output",
    "hasil": "output",
    "persyaratan": "kelengkapan",
    "input": "kelengkapan",
    "durasi": "waktu",
    "shape": "bentuk",
    "next": "lanjut",
    "selanjutnya": "lanjut",
    "keputusan": "cabang",
    "percabangan": "cabang",
    "peralatan": "peralatan_perlengkapan",
    "perlengkapan": "peralatan_perlengkapan",
    "pencatatan": "pencatatan_pendataan",
    "kualifikasi": "kualifikasi_pelaksana",
    "disahkan": "disahkan_oleh",
    "pengesahan": "disahkan_oleh",
    "total": "jumlah_waktu",
    "jumlah": "jumlah_waktu",
    "versi": "versi_format",
    "kertas": "tampilan",
    "label": "teks",
    "ke": "lanjut",
}
"""Words of other forms and their key here, tried where the key is known at that place."""


def model_at(loc: Loc) -> type[BaseModel] | None:
    """The model that holds the keys at a path; None where keys are free or there are none."""
    model: Any = Sop
    for part in loc:
        if isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(str(part))
            if field is None:
                return None
            model = _models_in(field.annotation)
        elif isinstance(model, tuple):
            model = model[0]
        if model is None:
            return None
    return model if isinstance(model, type) else None


def _models_in(annotation: Any) -> Any:
    """The model of an annotation: itself, or in a one-tuple where a list or mapping of it is meant."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        return _models_in(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return next((found for part in get_args(annotation) if (found := _models_in(part))), None)
    if origin is tuple:
        found = _models_in(get_args(annotation)[0])
        return (found,) if found else None
    if origin is dict:
        found = _models_in(get_args(annotation)[1])
        return (found,) if found else None
    return None


@cache
def known_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model, in the order of the form."""
    return tuple(model.model_fields)


def unknown_key_hint(document: Document, loc: Loc) -> Text | None:
    """Advise on one unknown key.

    Args:
        document: the text it is in.
        loc: the path that ends in the key.

    Returns:
        What the author may have meant; the known keys where nothing is near.
    """
    key = str(loc[-1])
    if cut := cut_by_comma(document, loc):
        words = document.source.text[document.span(cut).start : document.key_span(loc).end]
        shown = "'" + words.replace("'", "''") + "'" if len(words) <= 60 and "\n" not in words else "'...'"
        return Text(
            f"di dalam {{ }} koma memisahkan isian; bila ini satu teks, apit dengan tanda kutip: {shown}",
            f"inside {{ }} a comma separates entries; if this is one text, put it in quotes: {shown}",
        )
    if ":" in key:
        name, _, value = key.partition(":")
        return Text(
            f"beri spasi sesudah titik dua: {name}: {value}", f"put a space behind the colon: {name}: {value}"
        )
    if near := key_meant(document, loc):
        return did_you_mean(near)
    parent = model_at(loc[:-1])
    if parent is None:
        return None
    keys = known_keys(parent)
    if parent is Kegiatan and key in known_keys(MutuBaku):
        return Text(f"'{key}' ditulis di bawah 'mutu_baku:'", f"'{key}' belongs under 'mutu_baku:'")
    if place := _elsewhere(key, parent):
        return Text(f"'{key}' ditulis di bawah '{place}:'", f"'{key}' belongs under '{place}:'")
    listed = ", ".join(keys)
    return Text(f"yang dikenal di sini: {listed}", f"known here: {listed}")


def key_meant(document: Document, loc: Loc) -> str | None:
    """The known key that the unknown one at the end of a path stands for, if it was meant as a key at all."""
    key, parent = str(loc[-1]), model_at(loc[:-1])
    if parent is None or ":" in key or cut_by_comma(document, loc):
        return None
    return meant(key, known_keys(parent))


def meant(key: str, keys: Iterable[str]) -> str | None:
    """The known key that an unknown one most likely stands for: misspelt, or another form's word for it."""
    choices = list(keys)
    other = _OTHER_WORDS.get(key.lower())
    return nearest(key, choices) or (other if other in choices else None)


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that a misspelt one most likely means; None where nothing is near."""
    found = get_close_matches(word.lower(), list(words), n=1, cutoff=0.6)
    return found[0] if found else None


def cut_by_comma(document: Document, loc: Loc) -> Loc | None:
    """Where the text begins whose rest became this key, cut off by a comma inside braces; None if it is not so."""
    holder: Any = document.data
    for part in loc[:-1]:
        holder = holder[part]
    key = str(loc[-1])
    if not isinstance(holder, dict) or holder.get(key) is not None:
        return None
    start = document.key_span(loc).start
    if not document.source.text[:start].rstrip().endswith(","):
        return None
    keys = list(holder)
    at = keys.index(key)
    return (*loc[:-1], keys[at - 1]) if at else None


@cache
def _elsewhere(key: str, parent: type[BaseModel]) -> str | None:
    """The part of the top level that knows the key, or the top itself."""
    if parent is not Sop and key in Sop.model_fields:
        return None
    for name, field in Sop.model_fields.items():
        model = _models_in(field.annotation)
        if isinstance(model, type) and model is not parent and key in known_keys(model):
            return name
    return None
