"""SOP613 repeated-uraian: one performer does the same twice in one run.

Satu pelaksana mengerjakan dua baris dengan uraian yang sama.

Why:
    Whoever reads "Memeriksa konsep" twice in one lane cannot tell whether a row was copied by mistake, or what the
    second check is for. Other documents do not say it: the text of each row should. Where other performers do the
    same, one behind the other ("Memaraf konsep"), their lanes tell the rows apart. Rows on different ways, of which
    a run takes only one or which run side by side, may say the same; so nothing is said while the flow has faults.

Mengapa:
    Pembaca yang menemukan "Memeriksa konsep" dua kali pada satu lajur tidak tahu apakah barisnya tersalin dua kali, atau
    apa bedanya pemeriksaan yang kedua. Dokumen yang berbeda belum menjelaskannya; uraiannya sendiri yang harus
    berbeda. Bila pelaksananya berlainan, misalnya "Memaraf konsep" secara berjenjang, lajurnya sudah membedakan. Baris
    pada cabang yang berlainan, atau yang berjalan berdampingan, boleh sama; karena itu aturan ini diam selama
    alurnya masih salah.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: staf}

Good::

    kegiatan:
      - {nomor: 1, uraian: Memeriksa kelengkapan konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa isi konsep, pelaksana: staf}
      - {nomor: 3, uraian: Memeriksa isi konsep, pelaksana: kabag}

How to mend:
    Delete the row that was copied, or write what is different in it.

Cara memperbaiki:
    Hapus baris yang tersalin, atau tulis apa yang membedakannya.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.sop import Kegiatan
from sop_engine.rules.common import quoted, reached, whole_flow

KIND = Kind("SOP613", "repeated-uraian", Severity.WARNING)

_WORDS = re.compile(r"\w+")
_MARKS = " \t\n.,;:-\"'*_()"
_WALKS = 100
"""So many walks through the flow are made; what would need more is not reported."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each row whose words stand in a row that leads to it or that it leads to."""
    document, sop, _ = reached(compiled)
    alike = _alike(sop.kegiatan)
    graph = whole_flow(compiled) if alike else None
    if graph is None:
        return
    for index, first in _pairs(alike, _Ways(graph, len(sop.kegiatan))):
        words, number = quoted(sop.kegiatan[index].uraian, 80), sop.kegiatan[first].nomor
        row = quoted(number.rstrip("."))[1:-1] if number else None
        yield Diagnostic(
            KIND,
            Text(
                f"uraian {words} sama dengan uraian {f'baris {row}' if row else 'baris sebelumnya'}",
                f"the activity {words} is the same as in {f'row {row}' if row else 'an earlier row'}",
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


def _alike(rows: Sequence[Kegiatan]) -> list[list[int]]:
    """The rows of one performer that have the same words, capitals and punctuation left out."""
    # What says the same begins and ends alike: only such texts are taken apart.
    stripped = [row.uraian.strip(_MARKS) for row in rows]
    ends = [(text[:8] + text[-8:]).casefold() for text in stripped]
    if len(set(ends)) == len(ends):
        return []
    often = Counter(ends)
    equal: dict[str, list[int]] = {}
    for index, text in enumerate(stripped):
        if often[ends[index]] > 1:
            equal.setdefault(" ".join(_WORDS.findall(text.casefold())), []).append(index)
    alike: dict[tuple[str, frozenset[str]], list[int]] = {}
    for words, same in equal.items():
        for index in same if words and len(same) > 1 else ():
            symbols = rows[index].simbol or (rows[index],)
            lanes = frozenset(role for symbol in symbols for role in symbol.pelaksana)
            alike.setdefault((words, lanes), []).append(index)
    return [same for same in alike.values() if len(same) > 1]


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
