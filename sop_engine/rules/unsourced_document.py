"""SOP508 unsourced-document: nothing says where a document comes from.

Asal suatu kelengkapan tidak disebut.

Why:
    Every activity should state its standard input and output (PermenPAN-RB 35/2012), and what one step gives is what a
    later one works on. A kelengkapan that no earlier row gives and that is no part of the equipment leaves the reader
    asking who brings it: either a step is missing, or an output is named otherwise, or the document comes from outside.

    Names are compared generously: capitals, Draf/Draft, abbreviations such as PK, and words that say more ('yang telah
    diparaf') make no difference. What the first row needs sets the procedure going and is not reported; nor are tools,
    regulations, what a SOP under 'keterkaitan' makes, and what an activity receives ('Menerima SK dari BKPSDM'). Any row
    counts as earlier that the flow can come from.

Mengapa:
    Setiap kegiatan semestinya menyebut kelengkapan dan outputnya (PermenPAN-RB 35/2012), dan output satu langkah menjadi
    bahan langkah berikutnya. Kelengkapan yang bukan output langkah sebelumnya dan tidak tercantum pada peralatan
    membuat pembaca bertanya siapa yang menyediakannya: ada langkah yang hilang, ada output yang namanya berbeda, atau
    dokumen itu datang dari luar.

    Nama dibandingkan dengan longgar: huruf besar, Draf/Draft, singkatan seperti PK, dan keterangan tambahan ('yang telah
    diparaf') tidak dianggap berbeda. Kelengkapan baris pertama adalah pemicu prosedur dan tidak dilaporkan; demikian pula
    alat, peraturan, hasil SOP yang disebut pada 'keterkaitan', dan yang diterima oleh kegiatan itu sendiri ('Menerima SK
    dari BKPSDM'). Yang dihitung sebagai langkah sebelumnya adalah setiap baris yang alurnya dapat sampai ke baris itu.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun nota dinas
        pelaksana: staf
        mutu_baku: {kelengkapan: Surat masuk, waktu: 1 jam, output: Nota dinas}
      - nomor: 2
        uraian: Memeriksa nota dinas
        pelaksana: kabag
        mutu_baku:
          kelengkapan: [Nota dinas, Laporan realisasi anggaran]
          waktu: 1 jam
          output: Nota dinas yang diparaf

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun nota dinas
        pelaksana: staf
        mutu_baku:
          kelengkapan: Surat masuk
          waktu: 1 jam
          output: [Nota dinas, Laporan realisasi anggaran]
      - nomor: 2
        uraian: Memeriksa nota dinas
        pelaksana: kabag
        mutu_baku:
          kelengkapan: [Nota dinas, Laporan realisasi anggaran]
          waktu: 1 jam
          output: Nota dinas yang diparaf

How to mend:
    Name it as the row that makes it does; or add the step that makes it; or list it under 'peralatan_perlengkapan' where
    it comes from outside.

Cara memperbaiki:
    Samakan namanya dengan output baris yang menghasilkannya, tambahkan langkah yang menghasilkannya, atau cantumkan pada
    'peralatan_perlengkapan' bila datang dari luar.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.document_sources import Alike, Unsourced, unsourced_of
from sop_engine.rules.papers import place

KIND = Kind("SOP508", "unsourced-document", Severity.INFO)

_SHOWN = 8
_AGAIN = Text("dibutuhkan juga di sini", "it is needed here too")
_LATE = Text(
    "dihasilkan di sini, sedangkan alurnya tidak datang dari sini",
    "it is made here, from where the flow does not come",
)
_ORDER = Text(
    "ubah urutan langkahnya, atau tambahkan langkah sebelumnya yang menghasilkannya",
    "change the order of the steps, or add one before that makes it",
)
_OUTSIDE = Text(
    "bila datang dari luar, cantumkan pada peralatan_perlengkapan; bila tidak, samakan namanya dengan output yang "
    "dimaksud",
    "if it comes from outside, list it under peralatan_perlengkapan; else name it as the output that is meant",
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each document without a source, where it is first needed."""
    document = reached(compiled)[0]
    for found in unsourced_of(compiled):
        subject = quoted(found.text)
        first, *rest = found.places
        related = [
            Related(_AGAIN, place(document, "kelengkapan", mention, found.text)) for mention in rest[:_SHOWN]
        ]
        if found.late is not None:
            related.append(Related(_LATE, place(document, "output", found.late, found.text)))
        yield Diagnostic(
            KIND,
            Text(
                f"dokumen {subject} bukan output langkah sebelumnya dan tidak tercantum pada peralatan/perlengkapan",
                f"document {subject} is no output of an earlier step and is not listed as equipment",
            ),
            compiled.source,
            place(document, "kelengkapan", first, found.text),
            _hint(compiled, found),
            tuple(related),
        )


def _hint(compiled: Compiled, found: Unsourced) -> Text:
    if found.late is not None:
        return _ORDER
    if found.alike is None:
        return _OUTSIDE
    meant, where = quoted(found.alike.text, 80), _where(compiled, found.alike)
    return Text(
        f"bila maksudnya {meant} ({where.id}), samakan namanya; bila datang dari luar, cantumkan pada "
        "peralatan_perlengkapan",
        f"if {meant} is meant ({where.en}), name it alike; if it comes from outside, list it under "
        "peralatan_perlengkapan",
    )


def _where(compiled: Compiled, alike: Alike) -> Text:
    row = alike.place[0]
    if row < 0:
        return Text("peralatan/perlengkapan", "equipment")
    nomor = reached(compiled)[1].kegiatan[row].nomor
    number = quoted(nomor.removesuffix("."), 40)[1:-1] if nomor else str(row + 1)
    return Text(f"{alike.field} baris {number}", f"{alike.field} of row {number}")
