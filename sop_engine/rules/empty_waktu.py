"""SOP502 empty-waktu: an activity states no standard time.

Kegiatan tidak menyebut waktu.

Why:
    Every activity should state its mutu baku: the standard input, the time and the output (PermenPAN-RB 35/2012). A
    row without a time is missing in the total, so the service takes longer than the SOP promises, and its workload
    cannot be counted. A column that is empty from top to bottom is reported once.

Mengapa:
    Setiap kegiatan semestinya menyebut mutu bakunya: kelengkapan, waktu, dan output (PermenPAN-RB 35/2012). Baris tanpa
    waktu tidak ikut dijumlahkan, sehingga pelayanan berlangsung lebih lama daripada yang dijanjikan SOP dan beban
    kerjanya tidak terhitung. Kolom yang kosong seluruhnya dilaporkan satu kali.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 1 jam, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: '-', output: Laporan}

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 1 jam, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 15 menit, output: Laporan}

How to mend:
    Write how long the step takes: '30 menit', '1-2 hari kerja', 'maks. 3 hari kerja'. Where one cell of the form spans
    several rows, write the time once and '{bersama: 4}' (the id of that row) in the others.

Cara memperbaiki:
    Tulis lamanya langkah itu: '30 menit', '1-2 hari kerja', 'maks. 3 hari kerja'. Bila satu sel pada formulir mencakup
    beberapa baris, tulis waktunya sekali dan '{bersama: 4}' (id baris itu) pada baris lainnya.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.sop import Kegiatan
from sop_engine.model.waktu import Measure
from sop_engine.rules.blank_cells import blank_cells
from sop_engine.rules.places import is_blank

KIND = Kind("SOP502", "empty-waktu", Severity.WARNING)

_HINT = Text(
    "tulis lamanya, misalnya '30 menit' atau 'maks. 3 hari kerja'",
    "write how long it takes, such as '30 menit' or 'maks. 3 hari kerja'",
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each row without a time of its own or a shared one, or the whole column once."""
    return blank_cells(compiled, KIND, "waktu", _is_bare, _HINT)


def _is_bare(row: Kegiatan) -> bool:
    waktu = row.mutu_baku.waktu
    return waktu.measure is Measure.UNMEASURED and is_blank(waktu.teks)
