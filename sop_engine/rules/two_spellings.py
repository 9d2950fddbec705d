"""SOP510 two-spellings: a word in the names of documents is spelled in two ways.

Satu kata dalam nama dokumen ditulis dengan dua ejaan.

Why:
    'Draf' here and 'Draft' there, 'Seketariat' and 'Sekretariat', 'Suratkepada' for 'surat kepada': whoever searches the
    archive for one does not find the other, and nobody can be sure that one document is meant. Only kelengkapan, output
    and peralatan are looked at. A difference in capitals is none, and right words that are merely alike (penetapan and
    penerapan, pencairan and pencarian) are not reported.

Mengapa:
    'Draf' di satu baris dan 'Draft' di baris lain, 'Seketariat' dan 'Sekretariat', 'Suratkepada' untuk 'surat kepada':
    siapa pun yang mencari dokumen itu dengan satu ejaan tidak akan menemukan yang lain, dan tidak ada yang yakin bahwa
    dokumennya sama. Yang diperiksa hanya kelengkapan, output, dan peralatan. Beda huruf besar tidak dihitung, dan
    kata-kata benar yang sekadar mirip (penetapan dan penerapan, pencairan dan pencarian) tidak dilaporkan.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Data kinerja, waktu: 1 jam, output: Draf laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Draft laporan, waktu: 1 jam, output: Laporan}

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Data kinerja, waktu: 1 jam, output: Draf laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Draf laporan, waktu: 1 jam, output: Laporan}

How to mend:
    Use one spelling throughout, best the standard one (KBBI), which the hint gives where it is known.

Cara memperbaiki:
    Pakai satu ejaan di seluruh SOP, sebaiknya ejaan baku (KBBI), yang disebut pada petunjuk bila diketahui.
"""

from collections.abc import Iterator, Mapping, Sequence

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.rules.common import did_you_mean, quoted, reached
from sop_engine.rules.document_words import STANDARD
from sop_engine.rules.papers import FieldMention, Papers, fields_of, papers_of, phrase_place
from sop_engine.rules.spellings import Spelling
from sop_engine.source import SourceFile, Span

KIND = Kind("SOP510", "two-spellings", Severity.WARNING)

_SHOWN = 8
_OTHER = Text("ejaan yang lain di sini", "the other spelling is here")
_AGAIN = Text("begitu juga di sini", "so it is here")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each pair of spellings at the wrong one; where nobody can tell, at the rarer one, or the later."""
    papers = papers_of(compiled)
    if papers.spellings:
        mentions = _mentions(papers)
        for spelling in papers.spellings:
            yield _finding(compiled, spelling, mentions)


def _mentions(papers: Papers) -> Mapping[str, Sequence[FieldMention]]:
    """Where each spelling stands, from top to bottom: row, field and item; none where it stands nowhere."""
    found: dict[str, list[FieldMention]] = {
        phrase: [] for it in papers.spellings for phrase in (it.word, it.other)
    }
    firsts = frozenset(phrase.split()[0] for phrase in found)
    for field, words, mentions in fields_of(papers):
        if firsts.isdisjoint(words):
            continue
        line = f" {' '.join(words)} "
        for phrase, places in found.items():
            if f" {phrase} " in line:
                places += [(row, field, at) for row, at in mentions]
    for places in found.values():
        places.sort()
    return found


def _finding(
    compiled: Compiled, spelling: Spelling, mentions: Mapping[str, Sequence[FieldMention]]
) -> Diagnostic:
    document, source = reached(compiled)[0], compiled.source
    word, other = spelling.word, spelling.other
    here, there = mentions[word], mentions[other]
    if _is_open(spelling) and (len(there), here) < (len(here), there):
        word, other, here, there = other, word, there, here
    first, *rest = [phrase_place(document, mention, word) for mention in here[: _SHOWN + 1]]
    written = quoted(_written(source, first, word))
    related = [Related(_AGAIN, span) for span in rest]
    if not there:
        message = Text(
            f"{written} agaknya dua kata yang tersambung", f"{written} seems to be two words run together"
        )
        return Diagnostic(
            KIND, message, source, first, _hint(spelling, other), tuple(related), _instead(spelling, other)
        )
    place = phrase_place(document, there[0], other)
    elsewhere = _written(source, place, other)
    return Diagnostic(
        KIND,
        Text(
            f"kata {written} ditulis {quoted(elsewhere)} di tempat lain",
            f"{written} is written {quoted(elsewhere)} elsewhere",
        ),
        source,
        first,
        _hint(spelling, elsewhere),
        (Related(_OTHER, place), *related),
        instead=_instead(spelling, other),
    )


def _is_open(spelling: Spelling) -> bool:
    """Whether nobody can tell which of the two is right, or neither is."""
    return spelling.right not in (spelling.word, spelling.other)


def _hint(spelling: Spelling, elsewhere: str) -> Text:
    if spelling.word in STANDARD:
        standard = quoted(STANDARD[spelling.word])
        return Text(
            f"pakai satu ejaan di seluruh SOP; yang baku {standard}",
            f"use one spelling throughout; the standard one is {standard}",
        )
    if " " in spelling.other:
        apart = quoted(spelling.other)
        return Text(f"tulis terpisah: {apart}", f"write it as two words: {apart}")
    if spelling.right is not None:
        return did_you_mean(elsewhere)
    return Text("pakai satu ejaan di seluruh SOP", "use one spelling throughout")


def _instead(spelling: Spelling, other: str) -> str | None:
    """The spelling that is right, in small letters; None where nobody can tell."""
    if spelling.word in STANDARD:
        return STANDARD[spelling.word]
    return other if " " in spelling.other or spelling.right == other else None


def _written(source: SourceFile, span: Span, word: str) -> str:
    """The word as it is written there."""
    found = source.text[span.start : span.end]
    return found if found.casefold() == word else word
