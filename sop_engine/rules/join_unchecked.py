"""SOP313 join-unchecked: whether every step with ``gabung: semua`` always goes on was not found out.

Belum dapat dipastikan bahwa setiap langkah dengan ``gabung: semua`` selalu dapat berlanjut.

Why:
    The check plays all choices through. Where splits inside loops pile up work without end, or very many
    decisions run side by side without meeting, there are too many cases, and the search stops at a bound.
    It has found no fault till then, which proves nothing about the rest.

Mengapa:
    Pemeriksaan ini mencoba semua kemungkinan pilihan. Bila pembagian alur di dalam putaran menumpuk
    pekerjaan tanpa akhir, atau sangat banyak keputusan berjalan bersamaan tanpa bertemu, kemungkinannya
    terlalu banyak dan pencarian berhenti pada batas tertentu. Sampai di situ tidak ditemukan kesalahan,
    tetapi itu belum membuktikan apa pun tentang sisanya.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menerima berkas, pelaksana: staf, lanjut: [1, 2, 3]}
      - {nomor: 2, uraian: Memeriksa berkas, pelaksana: staf, lanjut: 4}
      - {nomor: 3, uraian: Memeriksa lokasi, pelaksana: staf}
      - {nomor: 4, uraian: Menyusun rekomendasi, pelaksana: staf, gabung: semua}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menerima berkas, pelaksana: staf, lanjut: [2, 3]}
      - {nomor: 2, uraian: Memeriksa berkas, pelaksana: staf, lanjut: 4}
      - {nomor: 3, uraian: Memeriksa lokasi, pelaksana: staf}
      - {nomor: 4, uraian: Menyusun rekomendasi, pelaksana: staf, gabung: semua}

How to mend:
    Join what was split before a loop goes back. A large procedure is best cut into several SOPs.

Cara memperbaiki:
    Gabungkan alur yang dibagi sebelum putaran kembali ke atas. Prosedur yang besar sebaiknya dipecah
    menjadi beberapa SOP.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached, whole_flow

KIND = Kind("SOP313", "join-unchecked", Severity.INFO)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the first join, where the search was cut and has found nothing.

    What it has found is reported as ``endless-wait``, and the next run looks again.
    """
    graph = whole_flow(compiled)
    if graph is None or graph.played.complete or graph.played.stuck:
        return
    document, _, _ = reached(compiled)
    joins = graph.waits.tangled or graph.net.joins
    step = graph.steps[graph.ids[joins[0]]]
    yield Diagnostic(
        KIND,
        Text(
            f"belum terbukti bahwa {quoted(step.id)} tidak pernah menunggu tanpa akhir: terlalu banyak kemungkinan",
            f"it is not proven that {quoted(step.id)} never waits for ever: there are too many cases",
        ),
        compiled.source,
        document.span((*step.loc, "gabung")),
        Text(
            "gabungkan alur yang dibagi sebelum kembali ke atas",
            "join what was split before a loop goes back",
        ),
    )
