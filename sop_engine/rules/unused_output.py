"""SOP509 unused-output: no later step needs what a step gives.

Output suatu langkah tidak dipakai langkah berikutnya.

Why:
    Every activity should state its standard input and output (PermenPAN-RB 35/2012). A step whose output nobody needs
    is work for nothing; more often a later step needs it and does not say so, or says it by another name, and the
    chain of documents is torn there.

    Letters, receipts and records are for people outside the table and are not reported, nor are people and things
    ('Pasien tiba di RS'), what an activity sends or files, what a row that ends the procedure gives, and what later rows
    carry on under a longer or shorter name.

Mengapa:
    Setiap kegiatan semestinya menyebut kelengkapan dan outputnya (PermenPAN-RB 35/2012). Langkah yang outputnya tidak
    dibutuhkan siapa pun adalah pekerjaan sia-sia; lebih sering langkah berikutnya membutuhkannya tetapi tidak
    menyebutnya, atau menyebutnya dengan nama lain, sehingga rangkaian dokumen terputus.

    Surat, tanda terima, dan catatan ditujukan kepada pihak di luar tabel dan tidak dilaporkan; demikian pula orang dan
    barang ('Pasien tiba di RS'), yang dikirim atau diarsipkan oleh kegiatan itu sendiri, output baris yang mengakhiri
    prosedur, dan dokumen yang dilanjutkan langkah berikutnya dengan nama yang lebih panjang atau lebih pendek.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menghitung kebutuhan
        pelaksana: staf
        mutu_baku: {kelengkapan: Usulan unit, waktu: 1 jam, output: Kertas kerja perhitungan}
      - nomor: 2
        uraian: Menetapkan kebutuhan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Usulan unit, waktu: 1 jam, output: Daftar kebutuhan}

Good::

    kegiatan:
      - nomor: 1
        uraian: Menghitung kebutuhan
        pelaksana: staf
        mutu_baku: {kelengkapan: Usulan unit, waktu: 1 jam, output: Kertas kerja perhitungan}
      - nomor: 2
        uraian: Menetapkan kebutuhan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Kertas kerja perhitungan, waktu: 1 jam, output: Daftar kebutuhan}

How to mend:
    Write it under 'kelengkapan' of the step that needs it, by the same name; or leave it out where nobody does.

Cara memperbaiki:
    Tulis pada 'kelengkapan' langkah yang memakainya dengan nama yang sama, atau hapus bila tidak ada yang memakainya.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.document_uses import unused_in
from sop_engine.rules.papers import place

KIND = Kind("SOP509", "unused-output", Severity.INFO)

_SHOWN = 8
_AGAIN = Text("dihasilkan juga di sini", "it is made here too")
_HINT = Text(
    "tulis pada kelengkapan langkah yang memakainya dengan nama yang sama, atau hapus bila tidak diperlukan",
    "write it under kelengkapan of the step that needs it, by the same name, or leave it out if none does",
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each output without a use, where it is first given."""
    document = reached(compiled)[0]
    for found in unused_in(compiled):
        first, *rest = found.places
        subject = quoted(found.text)
        yield Diagnostic(
            KIND,
            Text(
                f"output {subject} tidak dipakai langkah berikutnya",
                f"output {subject} is used by no later step",
            ),
            compiled.source,
            place(document, "output", first, found.text),
            _HINT,
            tuple(
                Related(_AGAIN, place(document, "output", mention, found.text)) for mention in rest[:_SHOWN]
            ),
        )
