"""SOP613 repeated-uraian: two rows of one run say the same.

Dua baris yang dilalui berurutan memiliki uraian yang sama.

Why:
    Whoever reads "Memeriksa konsep" twice cannot tell whether a row was copied by mistake, or what the second check is
    for. Other performers or documents do not say it: the text of each row should. Rows on different ways, of which
    a run takes only one or which run side by side, may say the same; so nothing is said while the flow has faults.

Mengapa:
    Pembaca yang menemukan "Memeriksa konsep" dua kali tidak tahu apakah barisnya tersalin dua kali, atau apa bedanya
    pemeriksaan yang kedua. Pelaksana atau dokumen yang berbeda belum menjelaskannya; uraiannya sendiri yang harus
    berbeda. Baris pada cabang yang berlainan, atau yang berjalan berdampingan, boleh sama; karena itu aturan ini diam
    selama alurnya masih salah.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa kelengkapan konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa isi konsep, pelaksana: kabag}

How to mend:
    Delete the row that was copied, or write what is different in it.

Cara memperbaiki:
    Hapus baris yang tersalin, atau tulis apa yang membedakannya.
"""

import re
from collections.abc import Iterator, Sequence

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.rules.common import quoted, reached, whole_flow

KIND = Kind("SOP613", "repeated-uraian", Severity.WARNING)

_WORDS = re.compile(r"\w+")
_MARKS = " \t\n.,;:-\"'*_()"
_WALKS = 100
"""So many walks through the flow are made; what would need more is not reported."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each row whose words stand in a row that leads to it or that it leads to."""
    document, sop, _ = reached(compiled)
    alike = _alike([row.uraian for row in sop.kegiatan])
    graph = whole_flow(compiled) if alike else None
    if graph is None:
        return
    for index, first in _pairs(alike, _Ways(graph, len(sop.kegiatan))):
        yield Diagnostic(
            KIND,
            Text(
                f"uraian {quoted(sop.kegiatan[index].uraian, 80)} sama dengan uraian baris sebelumnya",
                f"the activity {quoted(sop.kegiatan[index].uraian, 80)} is the same as in an earlier row",
            ),
            compiled.source,
            document.span(("kegiatan", index, "uraian")),
            Text(
                "hapus baris yang tersalin, atau tulis apa yang membedakannya",
                "delete the row that was copied, or write what is different in it",
            ),
            (
                Related(
                    Text("uraian yang sama di sini", "the same activity is here"),
                    document.span(("kegiatan", first, "uraian")),
                ),
            ),
        )


def _alike(texts: Sequence[str]) -> list[list[int]]:
    """The rows that have the same words, capitals and punctuation left out."""
    groups: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        # What says the same begins and ends alike: only such texts are taken apart.
        ends = text.strip(_MARKS)
        groups.setdefault((ends[:8] + ends[-8:]).casefold(), []).append(index)
    if len(groups) == len(texts):
        return []
    equal: dict[str, list[int]] = {}
    for index in sorted(index for rows in groups.values() if len(rows) > 1 for index in rows):
        equal.setdefault(" ".join(_WORDS.findall(texts[index].casefold())), []).append(index)
    return [rows for words, rows in equal.items() if words and len(rows) > 1]


class _Ways:
    """Which rows lead to which."""

    def __init__(self, graph: ProcessGraph, rows: int) -> None:
        self._graph = graph
        self._steps: list[list[int]] = [[] for _ in range(rows)]
        for at, step in enumerate(graph.steps.values()):
            self._steps[step.row].append(at)
        self._reached: dict[int, frozenset[int]] = {}

    def follow(self, one: int, other: int) -> bool:
        """Whether a run may pass both rows, one behind the other; False also when too much was asked."""
        return other in self._rows_behind(one) or one in self._rows_behind(other)

    def _rows_behind(self, row: int) -> frozenset[int]:
        if row not in self._reached:
            if len(self._reached) >= _WALKS:
                return frozenset()
            self._reached[row] = frozenset(self._walk(row))
        return self._reached[row]

    def _walk(self, row: int) -> Iterator[int]:
        after, names = self._graph.net.after, self._graph.ids
        todo = list(self._steps[row])
        seen = set(todo)
        while todo:
            for target in after[todo.pop()]:
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
                    yield self._graph.steps[names[target]].row


def _pairs(alike: Sequence[Sequence[int]], ways: _Ways) -> Iterator[tuple[int, int]]:
    """Each row that says the same as an earlier one of its run, with that one."""
    for rows in alike:
        apart: list[int] = []
        for row in rows:
            first = next((one for one in apart[:8] if ways.follow(one, row)), None)
            if first is None:
                apart.append(row)
            else:
                yield row, first
