"""SOP701 inferred: parts of the definition are inferred.

Sebagian isi definisi ini disimpulkan, tidak tampak di dokumen sumber.

Why:
    A definition that was made from a scan fills in what the paper does not show and lists it under ``disimpulkan``.
    That is right, but such a part binds nobody until the agency has confirmed it. This counts what a reviewer
    should hold against the signed paper.

Mengapa:
    Definisi yang dibuat dari hasil pindai mengisi apa yang tidak tampak di kertas dan menyebutnya di
    ``disimpulkan``. Itu sudah benar, tetapi bagian itu belum mengikat sebelum dibenarkan instansinya. Temuan ini
    menghitung apa yang perlu dicocokkan dengan naskah yang sudah ditandatangani.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, disimpulkan: [pelaksana]}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Confirm each part with the agency and take it out of ``disimpulkan``.

Cara memperbaiki:
    Cocokkan tiap bagian dengan instansinya, lalu hapus dari ``disimpulkan``.
"""

from collections.abc import Iterator
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.sop import Sop
from sop_engine.reading.document import Loc
from sop_engine.rules.common import quoted, reached

KIND = Kind("SOP701", "inferred", Severity.INFO)

_NAMES = {
    "lanjut": Text("alur", "flow"),
    "cabang": Text("cabang", "branches"),
    "mutu_baku": Text("mutu baku", "mutu baku"),
}
_SHOWN = 8
_HINT = Text("cocokkan dengan naskah yang ditandatangani", "compare them with the signed document")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield one finding that counts what is inferred."""
    document, sop, _ = reached(compiled)
    paths = tuple(dict.fromkeys(sop.sumber.disimpulkan))
    rows = _rows(sop, paths)
    count = len(paths) + sum(rows.values())
    if not count:
        return
    parts = [_of_rows(field, number) for field, number in rows.items()] + [_of_path(path) for path in paths]
    if len(parts) > _SHOWN:
        parts[_SHOWN:] = [Text("...", "...")]
    indonesian, english = (", ".join(names) for names in zip(*parts, strict=True))
    yield Diagnostic(
        KIND,
        Text(
            f"{count} isian disimpulkan: {indonesian}",
            f"inferred in {count} {'place' if count == 1 else 'places'}: {english}",
        ),
        compiled.source,
        document.key_span(_first(sop)),
        _HINT,
    )


def _rows(sop: Sop, paths: tuple[str, ...]) -> dict[str, int]:
    """In how many rows each field is inferred; what holds for every row anyway is left out."""
    everywhere = {path.removeprefix("kegiatan.") for path in paths}
    found: dict[str, int] = {}
    if "kegiatan" in everywhere:
        return found
    for row in sop.kegiatan:
        fields = row.disimpulkan
        if row.simbol:
            fields += tuple(field for symbol in row.simbol for field in symbol.disimpulkan)
        if fields:
            for field in dict.fromkeys(fields):
                if field not in everywhere:
                    found[field] = found.get(field, 0) + 1
    return found


def _name(field: str) -> Text:
    known = _NAMES.get(field)
    shown = quoted(field, 60)[1:-1]
    return known or Text(shown, shown)


@lru_cache(maxsize=256)
def _of_rows(field: str, number: int) -> Text:
    name = _name(field)
    return Text(f"{name.id} pada {number} baris", f"{name.en} in {number} {'row' if number == 1 else 'rows'}")


@lru_cache(maxsize=256)
def _of_path(path: str) -> Text:
    first, _, rest = path.partition(".")
    if first == "kegiatan":
        name = _name(rest) if rest else Text("semua isian", "every field")
        return Text(f"{name.id} pada semua baris", f"{name.en} in every row")
    shown = _name(rest or path)
    if first == "pelaksana" and rest:
        return Text(f"judul lajur {shown.id}", f"the heading of {shown.en}")
    return shown


def _first(sop: Sop) -> Loc:
    """Where the first of it is listed."""
    if sop.sumber.disimpulkan:
        return ("sumber", "disimpulkan")
    for index, row in enumerate(sop.kegiatan):
        if row.disimpulkan:
            return ("kegiatan", index, "disimpulkan")
        for at, symbol in enumerate(row.simbol or ()):
            if symbol.disimpulkan:
                return ("kegiatan", index, "simbol", at, "disimpulkan")
    return ("sumber",)
