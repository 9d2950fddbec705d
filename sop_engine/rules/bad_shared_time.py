"""SOP210 bad-shared-time: a row shares the time of a row that it cannot share with.

Sebuah baris memakai waktu bersama baris yang tidak dapat diikutinya.

Why:
    ``{bersama: 4}`` is a merged cell: it takes the time of row 4, which stands above it, and every row in
    between shares it too.

Mengapa:
    ``{bersama: 4}`` adalah sel gabungan: baris ini memakai waktu baris 4 yang berada di atasnya, dan
    semua baris di antara keduanya ikut memakai waktu itu.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, mutu_baku: {waktu: 1 jam}}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag, mutu_baku: {waktu: 2 jam}}
      - {nomor: 3, uraian: Memperbaiki konsep, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, mutu_baku: {waktu: 1 jam}}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag, mutu_baku: {waktu: {bersama: 1}}}
      - {nomor: 3, uraian: Memperbaiki konsep, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}

How to mend:
    Name the row whose cell is merged with this one: the nearest one above that has a time of its own. Rows
    in between without a time belong to the cell as well: write the same there.

Cara memperbaiki:
    Sebut baris yang selnya digabung dengan baris ini, yaitu baris terdekat di atasnya yang punya waktu
    sendiri. Baris tanpa waktu di antaranya termasuk sel itu juga: tulis hal yang sama di sana.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.model.waktu import Waktu
from sop_engine.rules.common import Likeness, did_you_mean, has_lost_rows, is_tainted, quoted, reached

KIND = Kind("SOP210", "bad-shared-time", Severity.ERROR)

_OWN = Text("tulis waktunya sendiri", "write a time of its own")
_RELATED = 8


class _Fault(NamedTuple):
    """What is wrong, its hint, and other rows that belong to it."""

    message: Text
    hint: Text
    related: tuple[Related, ...] = ()


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each shared time that no cell above it can be merged with."""
    document, sop, _ = reached(compiled)
    if not any(row.mutu_baku.waktu.bersama for row in sop.kegiatan):
        return
    column = _Column(compiled)
    for index, row in enumerate(sop.kegiatan):
        fault = column.fault(index, row.mutu_baku.waktu)
        if fault is not None:
            yield Diagnostic(
                KIND,
                fault.message,
                compiled.source,
                document.span(("kegiatan", index, "mutu_baku", "waktu", "bersama")),
                fault.hint,
                fault.related,
            )


class _Column:
    """The Waktu column, read from top to bottom.

    It remembers the nearest row with a time of its own, and the rows behind that without any. Such a row is
    named by one finding only: mending it mends what follows.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        _, sop, graph = reached(compiled)
        self._graph = graph
        self._times = [row.mutu_baku.waktu for row in sop.kegiatan]
        self._names = {row: name for name, row in graph.rows.items()}
        own = (row for row, time in enumerate(self._times) if _is_own(time))
        self._likeness = Likeness(self._names[row] for row in own if row in self._names)
        self._head: int | None = None
        self._bare: list[int] = []
        self._named: set[int] = set()

    def fault(self, index: int, time: Waktu) -> _Fault | None:
        """What is wrong with the next row."""
        if time.bersama is not None:
            target = self._graph.rows.get(time.bersama)
            return self._unknown(time.bersama, index) if target is None else self._known(target, index)
        if _is_own(time):
            self._head, self._bare = index, []
        else:
            self._bare.append(index)
        return None

    def _unknown(self, name: str, index: int) -> _Fault | None:
        if has_lost_rows(self._compiled):
            return None
        row = quoted(name)
        message = Text(f"baris {row} tidak ada", f"row {row} does not exist")
        return _Fault(message, self._meant(name, index) or self._offer())

    def _known(self, target: int, index: int) -> _Fault | None:
        row = quoted(self._names[target])
        if target >= index:
            message = Text(f"baris {row} tidak di atas baris ini", f"row {row} is not above this one")
            return _Fault(message, self._offer())
        if self._times[target].bersama is not None:
            message = Text(
                f"baris {row} sendiri memakai waktu bersama",
                f"row {row} itself shares the time of another row",
            )
            return _Fault(message, self._offer())
        if not _is_own(self._times[target]):
            return self._timeless(target)
        if target != self._head:
            message = Text(
                f"antara baris {row} dan baris ini ada baris dengan waktu sendiri",
                f"between row {row} and this one stands a row with a time of its own",
            )
            note = Text("baris ini punya waktu sendiri", "this row has a time of its own")
            nearest = () if self._head is None else (self._related(note, self._head),)
            return _Fault(message, self._offer(), nearest)
        bare = [one for one in self._bare if one not in self._named and not self._may_say_more(one)]
        self._named.update(self._bare)
        self._bare = self._bare[-1:]
        return self._gap(target, bare) if bare else None

    def _timeless(self, target: int) -> _Fault | None:
        """The row that is named has no time itself."""
        if target in self._named or self._may_say_more(target):
            return None
        self._named.add(target)
        row = quoted(self._names[target])
        return _Fault(
            Text(f"baris {row} tidak berwaktu", f"row {row} has no time to share"),
            Text(
                f"tulis waktunya di baris {row}, atau waktu sendiri di sini",
                f"write the time in row {row}, or a time of its own here",
            ),
        )

    def _gap(self, target: int, bare: list[int]) -> _Fault:
        """Rows in between do not share the time although they have none."""
        name = self._names[target]
        head, share = quoted(name), f"'waktu: {{bersama: {name}}}'"
        note = Text("baris ini tidak berwaktu", "this row has no time")
        related = tuple(self._related(note, row) for row in bare[:_RELATED])
        if len(bare) == 1 and bare[0] in self._names:
            row = quoted(self._names[bare[0]])
            return _Fault(
                Text(
                    f"baris {row} di antara baris {head} dan baris ini tidak ikut berbagi waktu",
                    f"row {row} between row {head} and this one does not share the time",
                ),
                Text(f"tulis {share} di baris {row} juga", f"write {share} in row {row} too"),
                related,
            )
        return _Fault(
            Text(
                f"di antara baris {head} dan baris ini ada baris yang tidak ikut berbagi waktu",
                f"between row {head} and this one stand rows that do not share the time",
            ),
            Text(f"tulis {share} di semua baris itu juga", f"write {share} in all of them too"),
            related,
        )

    def _may_say_more(self, row: int) -> bool:
        """Whether something in a row could not be read, so that it may have been its time."""
        document, _, _ = reached(self._compiled)
        return bool(self._compiled.diagnostics) and is_tainted(
            self._compiled, document.span(("kegiatan", row))
        )

    def _related(self, note: Text, row: int) -> Related:
        document, _, _ = reached(self._compiled)
        return Related(note, document.span(("kegiatan", row, "mutu_baku", "waktu")))

    def _offer(self) -> Text:
        """The row whose time can be shared here, if there is one."""
        if self._head is None or self._head not in self._names or self._bare:
            return _OWN
        share = f"{{bersama: {self._names[self._head]}}}"
        return Text(f"tulis {share}", f"write {share}")

    def _meant(self, name: str, index: int) -> Text | None:
        """The row with a time that was probably meant by a name that is no row's."""
        if name in self._graph.names:
            row = self._graph.steps[self._graph.names[name]].row
            if row < index and row in self._names and _is_own(self._times[row]):
                found = quoted(self._names[row])
                return Text(f"sebut barisnya: {found}", f"name the row, not the symbol: {found}")
        near = self._likeness.nearest(name)
        return did_you_mean(near) if near is not None and self._graph.rows[near] < index else None


def _is_own(time: Waktu) -> bool:
    """Whether a row says a time itself, measured or in words."""
    return time.bersama is None and (time.is_measured or bool(time.teks))
