"""SOP501 empty-kelengkapan: an activity states no kelengkapan.

Kegiatan tidak menyebut kelengkapan.

Why:
    Every activity should state its mutu baku: the standard input, the time and the output (PermenPAN-RB 35/2012).
    Who takes the step over must see from the row alone what has to lie on the desk before the work can begin. A
    column that is empty from top to bottom is reported once.

Mengapa:
    Setiap kegiatan semestinya menyebut mutu bakunya: kelengkapan, waktu, dan output (PermenPAN-RB 35/2012). Pelaksana
    yang menerima pekerjaan harus dapat melihat dari baris itu sendiri apa yang perlu tersedia sebelum ia mulai. Kolom
    yang kosong seluruhnya dilaporkan satu kali.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep laporan
        pelaksana: staf
        mutu_baku: {kelengkapan: Rencana kerja, waktu: 1 jam, output: Konsep laporan}
      - nomor: 2
        uraian: Menandatangani laporan
        pelaksana: kabag
        mutu_baku: {kelengkapan: , waktu: 1 jam, output: Laporan}

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
    Name the documents or data that the step needs, one an item; mostly it is the output of the step before. A lone
    dash counts as empty. A row that only draws Mulai or Selesai needs none.

Cara memperbaiki:
    Sebutkan dokumen atau data yang dibutuhkan langkah itu, satu butir satu dokumen; umumnya output langkah
    sebelumnya. Tanda '-' saja dihitung kosong. Baris yang hanya memuat Mulai atau Selesai tidak memerlukannya.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.sop import Kegiatan
from sop_engine.rules.blank_cells import blank_cells
from sop_engine.rules.places import is_blank_list

KIND = Kind("SOP501", "empty-kelengkapan", Severity.WARNING)

_HINT = Text(
    "sebutkan dokumen atau data yang dibutuhkan, misalnya output langkah sebelumnya",
    "name the documents or data that the step needs, such as the output of the step before",
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each row without kelengkapan, or the whole column once."""
    return blank_cells(compiled, KIND, "kelengkapan", _is_bare, _HINT)


def _is_bare(row: Kegiatan) -> bool:
    return is_blank_list(row.mutu_baku.kelengkapan)
