"""SOP610 unread-citation: an item of dasar_hukum cannot be read as a citation.

Butir dasar hukum tidak terbaca sebagai kutipan peraturan.

Why:
    A regulation is named by its kind, number, year and title, ``Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan
    Publik``. Without number and year nobody can look it up, or see whether it still holds. Usual short forms are read
    (``Permenpan RB No. 88 Tahun 2021``, ``PP 8/2008``), also without a title. Plans, budgets and forms are no
    regulations; they belong under ``peralatan_perlengkapan``.

Mengapa:
    Peraturan dikenali dari jenis, nomor, tahun, dan judulnya: ``Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan
    Publik``. Tanpa nomor dan tahun, peraturan itu tidak dapat dicari dan tidak ketahuan masih berlaku atau tidak.
    Bentuk singkat yang lazim terbaca (``Permenpan RB No. 88 Tahun 2021``, ``PP 8/2008``), juga tanpa judul. Rencana,
    anggaran, dan formulir bukan peraturan; tempatnya di ``peralatan_perlengkapan``.

Bad::

    identitas:
      nama: Pengumpulan Data Kinerja
      dasar_hukum:
        - Undang-Undang tentang Pelayanan Publik
        - Renstra Dinas

Good::

    identitas:
      nama: Pengumpulan Data Kinerja
      dasar_hukum:
        - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
        - PP 8/2008

How to mend:
    Write kind, number, year and title; move what is no regulation to where it belongs.

Cara memperbaiki:
    Tulis jenis, nomor, tahun, dan judulnya; pindahkan yang bukan peraturan ke tempatnya.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.reading.document import Document
from sop_engine.rules.citations import Citation, Part, cited
from sop_engine.rules.common import item_span, quoted, reached
from sop_engine.rules.places import is_blank, listed, words_span
from sop_engine.rules.torn import torn_regulations

KIND = Kind("SOP610", "unread-citation", Severity.WARNING)

_LOC = ("identitas", "dasar_hukum")
_OTHER_LAW = re.compile(r"\s*(?:sni|iso|staatsblad|stb|h\.?i\.?r|r\.?bg|burgerlijk)\b", re.IGNORECASE)
"""Standards and colonial statutes, which people cite in ways of their own."""

_WORDS = {
    Part.NOMOR: re.compile(r"\b(?:nomor|nomer|nmr|no)\b", re.IGNORECASE),
    Part.TAHUN: re.compile(r"\b(?:tahun|thn|th)\b", re.IGNORECASE),
}
"""What shows that a part stands there and cannot be read: ``Nomor IO``, ``Tahun 2O20``, ``Nomor ...``."""

_ENGLISH = {Part.JENIS: "kind", Part.NOMOR: "number", Part.TAHUN: "year", Part.JUDUL: "title"}
_PATTERN = Text(
    "tulis misalnya 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'",
    "write for example 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'",
)
_ONLY_TITLE = (Part.JUDUL,)
_TITLE = Text("tambahkan judulnya: '... tentang ...'", "add its title: '... tentang ...'")
_ELSEWHERE = Text(
    "sebut peraturannya; dokumen kerja ditulis di peralatan_perlengkapan, SOP lain di keterkaitan",
    "name the regulation; working papers belong under peralatan_perlengkapan, other SOPs under keterkaitan",
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each item that is no citation, or whose first incomplete one lacks a part."""
    document, sop, _ = reached(compiled)
    items = sop.identitas.dasar_hukum
    doubtful = [at for at, item in enumerate(items) if not _is_complete(item)]
    if not doubtful:
        return
    # Halves of a torn item are reported as such.
    torn = {at for piece in torn_regulations(items) for at in (piece - 1, piece)}
    for at in doubtful:
        item = items[at]
        if at in torn or is_blank(item) or _OTHER_LAW.match(item):
            continue
        citation = _incomplete(cited(item))
        if citation is None:
            message = Text(
                f"{quoted(item, 100)} bukan kutipan peraturan", f"{quoted(item, 100)} cites no regulation"
            )
            yield Diagnostic(KIND, message, compiled.source, item_span(document, _LOC, at), _ELSEWHERE)
        else:
            yield _lacking(compiled, document, at, item, citation)


@lru_cache(maxsize=2048)
def _is_complete(item: str) -> bool:
    citations = cited(item)
    return bool(citations) and _incomplete(citations) is None


def _incomplete(citations: tuple[Citation, ...]) -> Citation | None:
    """The first citation that stands for itself and lacks a part."""
    for at, one in enumerate(citations):
        # What stands in a title, or changed the one before, is named by the way.
        if one.inner or one.changes or not one.missing or not (one.known or not one.jenis):
            continue
        # "UU Nomor 8 Tahun 1974 jo. UU Nomor 43 Tahun 1999 tentang ...": one title for both.
        if one.missing != _ONLY_TITLE or not any(later.judul for later in citations[at + 1 :]):
            return one
    return None


def _lacking(compiled: Compiled, document: Document, at: int, item: str, citation: Citation) -> Diagnostic:
    words = item[slice(*citation.span)]
    shown, missing = quoted(words, 100), citation.missing
    indonesian = listed([str(part) for part in missing], "dan")
    english = listed([_ENGLISH[part] for part in missing], "or")
    if any(part in missing and word.search(words) for part, word in _WORDS.items()):
        message = Text(f"{shown} tanpa {indonesian} yang terbaca", f"{shown} has no readable {english}")
    else:
        message = Text(f"{shown} tanpa {indonesian}", f"{shown} has no {english}")
    return Diagnostic(
        KIND,
        message,
        compiled.source,
        words_span(document, item_span(document, _LOC, at), item, *citation.span),
        _TITLE if missing == _ONLY_TITLE else _PATTERN,
    )
