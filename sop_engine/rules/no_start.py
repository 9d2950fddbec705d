"""SOP303 no-start: the procedure ends where it starts.

Prosedur berakhir di tempat ia dimulai.

Why:
    Its first step is an end, so no other step is ever taken: where the work really starts is not said.

Mengapa:
    Langkah pertamanya sudah merupakan akhir, sehingga langkah lain tidak pernah dikerjakan: di mana
    pekerjaan sebenarnya dimulai tidak disebutkan.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menerima permohonan, pelaksana: staf, bentuk: selesai}
      - {nomor: 2, uraian: Memeriksa permohonan, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menerima permohonan, pelaksana: staf, bentuk: mulai}
      - {nomor: 2, uraian: Memeriksa permohonan, pelaksana: kabag}

How to mend:
    Delete ``bentuk: selesai`` or ``lanjut: selesai`` in the first step, or write ``bentuk: mulai`` where the
    procedure starts.

Cara memperbaiki:
    Hapus ``bentuk: selesai`` atau ``lanjut: selesai`` pada langkah pertama, atau tulis ``bentuk: mulai``
    di tempat prosedur sebenarnya dimulai.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.rules.common import quoted, whole_flow

KIND = Kind("SOP303", "no-start", Severity.ERROR)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the start, where nothing comes behind it though there are other steps."""
    graph = whole_flow(compiled)
    if graph is not None and ends_where_it_starts(graph):
        start = graph.starts[0]
        yield Diagnostic(
            KIND,
            Text(
                f"prosedur tidak mempunyai awal: di {quoted(start.id)} prosedur langsung berakhir",
                f"the procedure has no start: at {quoted(start.id)} it ends at once",
            ),
            compiled.source,
            start.span,
            Text(
                "hapus 'selesai' di sini, atau tulis 'bentuk: mulai' di langkah awal yang sebenarnya",
                "delete 'selesai' here, or write 'bentuk: mulai' where the procedure really starts",
            ),
        )


def ends_where_it_starts(graph: ProcessGraph) -> bool:
    """Whether every start is an end and leaves other steps behind."""
    starts = graph.starts
    return len(graph.steps) > len(starts) and all(step.is_end for step in starts)
