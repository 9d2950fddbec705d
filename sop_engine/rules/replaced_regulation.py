"""SOP611 replaced-regulation: dasar_hukum rests on a regulation that another one has replaced.

Dasar hukum mengutip peraturan yang sudah diganti.

Why:
    A SOP rests on the regulations that it cites. Where one of them has been replaced, its terms may have changed,
    and auditors ask for the new one. The status is looked up in a small list that comes with the program, each
    entry with its source and the day it was checked; a regulation that is not listed has not been checked, and
    nothing is said of it. One that the item itself calls changed or replaced (``dicabut dengan ...``), or that only
    stands in the title of another, is passed over.

Mengapa:
    SOP bersandar pada peraturan yang dikutipnya. Bila salah satunya sudah diganti, ketentuannya mungkin berubah dan
    pemeriksa akan menanyakan penggantinya. Statusnya dicocokkan dengan daftar kecil yang menyertai program ini,
    lengkap dengan sumber dan tanggal pemeriksaannya; peraturan yang tidak ada di daftar berarti tidak diperiksa.
    Peraturan yang oleh butirnya sendiri disebut sudah diganti (``dicabut dengan ...``), atau yang hanya muncul
    dalam judul peraturan lain, dilewati.

Bad::

    identitas:
      nama: Evaluasi Kinerja
      dasar_hukum: PermenPAN-RB Nomor 12 Tahun 2015 tentang Pedoman Evaluasi atas Implementasi SAKIP

Good::

    identitas:
      nama: Evaluasi Kinerja
      dasar_hukum: PermenPAN-RB Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah

How to mend:
    Cite the regulation that replaced it, and see whether the SOP still follows it.

Cara memperbaiki:
    Kutip penggantinya, lalu periksa apakah SOP masih sesuai dengan peraturan baru itu.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.model.tanggal import parse_tanggal
from sop_engine.rules.citations import Citation, cited
from sop_engine.rules.common import item_span, quoted, reached
from sop_engine.rules.places import words_span
from sop_engine.rules.regulations import KNOWN, Regulation, Standing

KIND = Kind("SOP611", "replaced-regulation", Severity.WARNING)

_LOC = ("identitas", "dasar_hukum")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each citation of a regulation that is known to be replaced."""
    _, sop, _ = reached(compiled)
    items = sop.identitas.dasar_hukum
    for at, item in enumerate(items):
        for citation, known in _replaced(item):
            yield _finding(compiled, items, at, citation, known)


@lru_cache(maxsize=2048)
def _replaced(item: str) -> tuple[tuple[Citation, Regulation], ...]:
    """The citations of an item that are known to be replaced."""
    found = []
    citations = cited(item)
    for number, citation in enumerate(citations):
        known = KNOWN.get(_key(citation))
        if known is None or known.standing is not Standing.REPLACED or citation.inner or citation.changes:
            continue
        # The text says itself what came after it.
        if not any(later.changes and _key(later) == known.by_key for later in citations[number + 1 :]):
            found.append((citation, known))
    return tuple(found)


def successor(item: str) -> str | None:
    """The item with the new regulation in the place of the old one; None where it says anything else too."""
    found = _replaced(item)
    if len(found) != 1 or len(cited(item)) != 1:
        return None
    ((citation, known),) = found
    start, end = citation.span
    rest = item[end:]
    return known.by + rest if not item[:start].strip() and not rest.strip(" .;,") else None


def _key(citation: Citation) -> tuple[str, str, str]:
    return citation.jenis, citation.nomor, citation.tahun


@cache
def _day(iso: str) -> str:
    """``21 November 2026``."""
    return str(parse_tanggal(iso))


def _finding(
    compiled: Compiled, items: tuple[str, ...], at: int, citation: Citation, known: Regulation
) -> Diagnostic:
    document, _, _ = reached(compiled)
    item = items[at]
    head = item[slice(*citation.head)]
    new, checked = "{} Nomor {} Tahun {}".format(*known.by_key), _day(known.checked)
    there = next((no for no, other in enumerate(items) if known.by_key in map(_key, cited(other))), None)
    if there is None:
        hint = Text(
            f"tulis '{known.by}' (status peraturan per {checked})",
            f"write '{known.by}' (status as of {known.checked})",
        )
    else:
        hint = Text(
            f"hapus kutipan ini: penggantinya sudah disebut di butir {there + 1} (status peraturan per {checked})",
            f"delete it: item {there + 1} already cites the new one (status as of {known.checked})",
        )
    return Diagnostic(
        KIND,
        Text(f"{quoted(head)} sudah diganti dengan {new}", f"{quoted(head)} has been replaced by {new}"),
        compiled.source,
        words_span(document, item_span(document, _LOC, at), item, *citation.head),
        hint,
        ()
        if there is None
        else (Related(Text("penggantinya", "the new one"), item_span(document, _LOC, there)),),
    )
