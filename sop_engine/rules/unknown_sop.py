"""SOP803 unknown-sop: a related SOP is not among the agency's.

Keterkaitan menyebut SOP yang tidak ada di antara SOP instansi itu.

Why:
    Keterkaitan tells which other SOPs a procedure leans on; a name that no SOP has leads nowhere. Names are compared
    generously: capitals, "SOP", short forms (Renja for Rencana Kerja), the SOP's number instead of its name, a name with
    more or fewer words are all the same. Whether a name is unknown can only be said of an agency whose SOPs are here: a name
    that is another one but for a slip of the pen is always reported; any other only where at least half of the SOPs that
    the agency's SOPs name are among those checked. SOPs of other agencies are passed over.

Mengapa:
    Keterkaitan menunjukkan SOP lain yang diperlukan suatu prosedur; nama yang tidak dimiliki SOP mana pun tidak menuntun
    ke mana-mana. Nama dibandingkan dengan longgar: huruf besar, kata "SOP", singkatan (Renja untuk Rencana Kerja), nomor
    sebagai ganti nama, atau nama yang lebih panjang dan lebih pendek dianggap sama. Suatu nama baru dapat disebut tidak dikenal bila SOP
    instansi itu memang ikut diperiksa: nama yang hanya salah ketik selalu dilaporkan; yang lain hanya bila sedikitnya
    separuh SOP yang disebut dalam keterkaitan instansi itu ikut diperiksa. SOP milik instansi lain dilewati.

Bad::

    # renja.yaml
    identitas:
      nama: Penyusunan Rencana Kerja
      keterkaitan: [SOP Penyusunan Perjanjian Kinerja, SOP Pengarsipan Dokumen]
    # pk.yaml
    identitas: {nama: Penyusunan Perjanjian Kinerja}

Good::

    # renja.yaml
    identitas:
      nama: Penyusunan Rencana Kerja
      keterkaitan: [SOP Penyusunan Perjanjian Kinerja]
    # pk.yaml
    identitas: {nama: Penyusunan Perjanjian Kinerja}

How to mend:
    Write the name as that SOP itself has it; check the missing SOP's file along with the others; or take the name out
    where no such SOP exists.

Cara memperbaiki:
    Tulis nama SOP seperti pada SOP itu sendiri, sertakan berkasnya dalam pemeriksaan, atau hapus bila SOP itu memang
    tidak ada.
"""

import re
from collections.abc import Iterator, Sequence

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.brief import Brief, Part
from sop_engine.rules.common import did_you_mean, quoted
from sop_engine.rules.institutions import Institutions, by_agency
from sop_engine.rules.sop_names import name_key
from sop_engine.rules.sop_register import Register

KIND = Kind("SOP803", "unknown-sop", Severity.INFO)

_LONGEST = 200
"""A longer item is a sentence."""

_SOP = re.compile(r"\b(?:sop|spo|standar\w* operasional prosedur)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:nomor|no\.)\s*:?\s*(?P<number>\S.*?)(?:\s+tentang\s+(?P<name>.+))?$", re.IGNORECASE
)
_SAYS_LITTLE = """
ada ap dan di instansi ini lain lainnya lingkungan nihil prosedur relevan sejenis semua seluruh sop terkait
tidak unit yang bersangkutan dst dll
"""
_NOBODY = frozenset(_SAYS_LITTLE.split())
"""An item of these words alone names no SOP."""


def check_all(briefs: Sequence[Brief]) -> Iterator[Diagnostic]:
    """Yield the related SOPs that are misspelt, or unknown to an agency whose SOPs are known."""
    institutions = Institutions(briefs)
    for group in by_agency(briefs).values():
        yield from _in_agency(group, institutions)


def _in_agency(briefs: Sequence[Brief], institutions: Institutions) -> Iterator[Diagnostic]:
    register = Register(briefs)
    named: set[str] = set()
    found: set[str] = set()
    misspelt: list[tuple[Brief, Part, str]] = []
    unknown: list[tuple[Brief, Part, str]] = []
    for brief in briefs:
        for part, key in _items(brief):
            if key not in register.verdicts:
                register.look_up(key, *_number_and_name(part.teks))
            known, meant = register.verdicts[key]
            if known:
                named.add(key)
                found.add(key)
            elif meant is not None:
                named.add(meant)
                found.add(meant)
                if brief.nama is None or meant != name_key(brief.nama.teks):
                    misspelt.append((brief, part, meant))
            elif _is_one_sop(part.teks) and not institutions.is_elsewhere(part.teks, brief):
                named.add(key)
                unknown.append((brief, part, key))
    enough = bool(found) and 2 * len(found) >= len(named)
    for brief, part, key in (*misspelt, *unknown) if enough else misspelt:
        if brief.status != "dicabut":
            yield _unknown(brief, part, register, key)


def _items(brief: Brief) -> Iterator[tuple[Part, str]]:
    """The items of keterkaitan that may name another SOP, each name once."""
    own = "" if brief.nama is None else name_key(brief.nama.teks)
    seen = {own}
    for part in brief.keterkaitan:
        if len(part.teks) > _LONGEST:
            continue
        key = name_key(part.teks)
        if key not in seen and not _NOBODY.issuperset(key.split()):
            seen.add(key)
            yield part, key


def _number_and_name(text: str) -> tuple[str, str]:
    """Number and name that ``SOP Nomor 01/SOP/Bappeda tentang Penyusunan Renja`` holds; it may be no more than a number."""
    match = _NUMBERED.search(text)
    return (match["number"], match["name"] or "") if match else (text, "")


def _is_one_sop(text: str) -> bool:
    """Whether an item calls itself a SOP and no more than one, and names it in more than a word."""
    return len(_SOP.findall(text)) == 1 and len(name_key(text).split()) > 1


def _unknown(brief: Brief, part: Part, register: Register, key: str) -> Diagnostic:
    name, count = quoted(part.teks), register.count
    meant = register.names.get(key) or register.likest(key)
    return Diagnostic(
        KIND,
        Text(
            f"keterkaitan menyebut {name}, yang tidak ada di antara {count} SOP instansi ini yang diperiksa",
            f"keterkaitan names {name}, which is not among the {count} SOPs of this agency that are checked",
        ),
        brief.source,
        part.span,
        Text(
            "periksa namanya, atau sertakan berkasnya",
            "check the name, or check its file along with the others",
        )
        if meant is None
        else did_you_mean(meant),
    )
