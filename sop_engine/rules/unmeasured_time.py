"""SOP504 unmeasured-time: a time in words cannot be added up.

Waktu berupa kata-kata yang tidak dapat dijumlahkan.

Why:
    'Segera' and 'Sesuai kebutuhan' promise nothing that anybody could hold the office to, and 'Triwulan' or 'Januari'
    say when the work is done, not how long it takes. Such a row counts nothing in the total. Every activity should
    state its standard time (PermenPAN-RB 35/2012).

Mengapa:
    'Segera' dan 'Sesuai kebutuhan' tidak menjanjikan apa pun yang dapat ditagih, sedangkan 'Triwulan' atau 'Januari'
    menyebut kapan pekerjaan dilakukan, bukan berapa lama. Baris seperti itu tidak ikut dijumlahkan. Setiap kegiatan
    semestinya menyebut waktu bakunya (PermenPAN-RB 35/2012).

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: Segera, output: Konsep laporan}

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: maks. 1 hari kerja, output: Konsep laporan}

How to mend:
    Write how long it takes, with a number and a unit; where it varies, a range ('1-2 hari kerja') or a limit ('maks. 3
    hari kerja'). When it is done belongs under 'keterangan'. Where a time really cannot be measured, silence the row.

Cara memperbaiki:
    Tulis lamanya dengan angka dan satuan; bila berubah-ubah, pakai rentang ('1-2 hari kerja') atau batas ('maks. 3 hari
    kerja'). Kapan pekerjaan dilakukan ditulis pada 'keterangan'. Bila waktunya memang tidak dapat diukur, abaikan
    aturan ini pada baris itu.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.waktu import Measure
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.places import is_blank

KIND = Kind("SOP504", "unmeasured-time", Severity.WARNING)

_SOON = frozenset({"segera", "secepatnya", "secepat mungkin", "seketika", "saat itu juga", "langsung"})
_FREE = frozenset(
    {
        "sesuai kebutuhan",
        "sesuai keperluan",
        "insidental",
        "tentatif",
        "situasional",
        "kondisional",
        "menyesuaikan",
    }
)

_LIMIT = Text("tulis batasnya, misalnya 'maks. 1 hari kerja'", "write a limit, such as 'maks. 1 hari kerja'")
_RANGE = Text(
    "tulis rentang atau batasnya, misalnya '1-2 hari kerja' atau 'maks. 3 hari kerja'",
    "write a range or a limit, such as '1-2 hari kerja' or 'maks. 3 hari kerja'",
)
_LENGTH = Text(
    "tulis berapa lama, misalnya '2 jam' atau '1-2 hari kerja'; kapan dilakukan ditulis pada 'keterangan'",
    "write how long it takes, such as '2 jam' or '1-2 hari kerja'; when it is done belongs under 'keterangan'",
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each time in words; an empty one is another rule's."""
    document, sop, _ = reached(compiled)
    for index, row in enumerate(sop.kegiatan):
        waktu = row.mutu_baku.waktu
        if waktu.measure is not Measure.UNMEASURED or is_blank(waktu.teks):
            continue
        subject = quoted(waktu.teks, 80)
        cell = ("kegiatan", index, "mutu_baku", "waktu")
        words = (*cell, "teks")
        yield Diagnostic(
            KIND,
            Text(f"waktu {subject} tidak terukur", f"time {subject} is not measured"),
            compiled.source,
            document.span(words if document.has(words) else cell),
            _LIMIT if waktu.kata in _SOON else _RANGE if waktu.kata in _FREE else _LENGTH,
        )
