"""SOP503 empty-output: an activity states no output.

Kegiatan tidak menyebut output.

Why:
    Every activity should state its mutu baku: the standard input, the time and the output (PermenPAN-RB 35/2012). The
    output is how a superior sees that the step is done, and what the next step begins with; without it the chain of
    documents is broken there. A column that is empty from top to bottom is reported once.

Mengapa:
    Setiap kegiatan semestinya menyebut mutu bakunya: kelengkapan, waktu, dan output (PermenPAN-RB 35/2012). Dari output
    atasan melihat bahwa langkah itu selesai, dan dengan output itu langkah berikutnya dimulai; tanpa output rangkaian
    dokumen terputus di situ. Kolom yang kosong seluruhnya dilaporkan satu kali.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 1 jam, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 1 jam}

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 1 jam, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep laporan, waktu: 1 jam, output: Laporan}

How to mend:
    Name what there is when the step is done: a document, a signature on it ('Nota dinas yang diparaf'), a receipt.

Cara memperbaiki:
    Sebutkan apa yang ada setelah langkah itu selesai: dokumen, dokumen yang telah dibubuhi paraf atau tanda tangan
    ('Nota dinas yang diparaf'), atau tanda terima.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.sop import Kegiatan
from sop_engine.rules.blank_cells import blank_cells
from sop_engine.rules.places import is_blank_list

KIND = Kind("SOP503", "empty-output", Severity.WARNING)

_HINT = Text(
    "sebutkan hasilnya, misalnya 'Nota dinas yang diparaf' atau 'Tanda terima'",
    "name what comes of it, such as 'Nota dinas yang diparaf' or 'Tanda terima'",
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each row without output, or the whole column once."""
    return blank_cells(compiled, KIND, "output", _is_bare, _HINT)


def _is_bare(row: Kegiatan) -> bool:
    return is_blank_list(row.mutu_baku.output)
