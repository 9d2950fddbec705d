"""What became of the rows, in words.

In: a ``Revision``. Out: an ``Item`` for each row that was added, removed, moved or changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sop_engine.analysis.revision import Revision
from sop_engine.analysis.revision_rows import Part, Row, RowPair, Symbol, Way
from sop_engine.cli.diff_items import SHAPES, UNKNOWN, WAITS, Change, Item, Mark, Words, listed, noted, single
from sop_engine.diagnostics import Text
from sop_engine.layout.measure import plain

__all__ = ["row_items"]

END = Text("selesai", "the end")
FROM = Text("dituju dari", "led to by")
WAITS_NOT = Text("tidak menunggu", "does not wait")
SAME_LENGTH = Text("lamanya sama", "lasts the same")

LABELS = {
    Part.TEXT: Text("uraian", "activity"),
    Part.ROLES: Text("pelaksana", "roles"),
    Part.SHAPE: Text("bentuk", "shape"),
    Part.WORDS: Text("teks simbol", "words in the symbol"),
    Part.FLOW: Text("alur", "flow"),
    Part.INPUTS: Text("kelengkapan", "kelengkapan"),
    Part.TIME: Text("waktu", "time"),
    Part.OUTPUTS: Text("output", "output"),
    Part.REMARKS: Text("keterangan", "keterangan"),
    Part.INFERRED: Text("disimpulkan", "inferred"),
}
LISTS = frozenset({Part.INPUTS, Part.OUTPUTS, Part.REMARKS, Part.INFERRED})


@dataclass(frozen=True, slots=True)
class _Side:
    """How one version's rows are told.

    Attributes:
        words: puts a text into the language.
        called: what people call its rows, by their ids.
        notes: what the other version has for its rows and symbols, where that is not called the same, by their ids.
    """

    words: Words
    called: Mapping[str, str]
    notes: Mapping[str, Text]

    def step(self, name: str | None) -> str:
        """A row, or one of its symbols, or the end."""
        return self.words(END) if name is None else self.called.get(name, name)

    def target(self, name: str | None) -> str:
        """A step as the other version's reader finds it: ``5 (kini 6)``."""
        note = self.notes.get(name or "")
        return self.step(name) if note is None else f"{self.step(name)} ({self.words(note)})"


def row_items(revision: Revision, words: Words) -> Iterator[Item]:
    """Rows as they stand now; what is gone behind what was before it."""
    pairs = revision.pairs
    old = _Side(words, _called(*revision.removed, *(pair.old for pair in pairs)), _now(revision))
    new = _Side(words, _called(*revision.added, *(pair.new for pair in pairs)), _then(revision))
    stayed = [(pair.old.at, pair.new.at) for pair in pairs if not pair.moved]
    items = [((row.at, 0, 0), _whole(Mark.ADDED, row, new)) for row in revision.added]
    for row in revision.removed:
        anchor = max((there for here, there in stayed if here < row.at), default=-1)
        items.append(((anchor, 1, row.at), _whole(Mark.REMOVED, row, old)))
    items += [((pair.new.at, 0, 0), _pair(pair, old, new)) for pair in pairs if pair.parts or pair.moved]
    return iter([item for _, item in sorted(items, key=lambda one: one[0])])


def _called(*rows: Row) -> Mapping[str, str]:
    return {row.id: plain(row.called) for row in rows}


def _now(revision: Revision) -> Mapping[str, Text]:
    """What became of the rows and symbols of the old version."""
    found = dict.fromkeys(_names(revision.removed), Text("dihapus", "removed"))
    others = (other for pair in revision.pairs for other in _others(pair.old, pair.new))
    return found | {name: Text(f"kini {other}", f"now {other}") for name, other in others}


def _then(revision: Revision) -> Mapping[str, Text]:
    """What the rows and symbols of the new version were."""
    found = dict.fromkeys(_names(revision.added), Text("baru", "new"))
    others = (other for pair in revision.pairs for other in _others(pair.new, pair.old))
    return found | {name: Text(f"semula {other}", f"formerly {other}") for name, other in others}


def _names(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield row.id
        yield from (symbol.id for symbol in row.symbols if symbol.id)


def _others(row: Row, other: Row) -> Iterator[tuple[str, str]]:
    """The names of a row and of its symbols that the other version calls otherwise, each with that."""
    if row.called != other.called:
        yield row.id, plain(other.called)
    if len(row.symbols) == len(other.symbols):
        for one, twin in zip(row.symbols, other.symbols, strict=True):
            if one.id and twin.id and one.id != twin.id:
                yield one.id, twin.id


def _whole(mark: Mark, row: Row, side: _Side) -> Item:
    """A row that only one version has, with all that it says; how it is drawn only where that is no plain box."""
    facts = []
    for part, label in LABELS.items():
        texts = _texts(row, part, side)
        plainly = part is Part.SHAPE and all(one.implied for one in row.symbols)
        if texts and any(texts) and part not in (Part.TEXT, Part.INFERRED) and not plainly:
            facts.append((label, "; ".join(filter(None, texts))))
    if row.entered:
        facts.append((FROM, ", ".join(map(side.step, row.entered))))
    changes = (
        Change(side.words(label), *(((text,), ()) if mark is Mark.REMOVED else ((), (text,))))
        for label, text in facts
    )
    return Item(mark, row.called, plain(row.text), tuple(changes))


def _pair(pair: RowPair, old: _Side, new: _Side) -> Item:
    words = new.words
    changes = []
    if pair.moved:
        place = words(Text("tempat", "place"))
        changes.append(Change(place, (_nth(pair.old, words),), (_nth(pair.new, words),)))
    for part in pair.parts:
        label = words(LABELS[part])
        if part is Part.FLOW:
            changes.append(Change(label, _flow(pair.old, pair, old), _flow(pair.new, pair, new)))
            continue
        before, after = _texts(pair.old, part, old), _texts(pair.new, part, new)
        change = listed(label, before, after) if part in LISTS else single(label, before, after, words)
        if part is Part.TIME and pair.rewritten:
            change = replace(change, note=words(SAME_LENGTH))
        changes.append(change)
    mark = Mark.CHANGED if pair.parts else Mark.MOVED
    return Item(mark, pair.new.called, plain(pair.new.text), tuple(changes))


def _flow(row: Row, pair: RowPair, side: _Side) -> tuple[str, ...]:
    """The ways of a row that differ from those of its other version, each by itself."""
    found = []
    for at, symbol in enumerate(row.symbols):
        before = f"{symbol.id}: " if symbol.id else ""
        ways = [way for way in symbol.ways if not pair.ways or (at, way.label) in pair.ways]
        texts = [_way(way, side, side.target) for way in ways]
        lost = (label for label in symbol.lost if not pair.ways or (at, label) in pair.ways)
        texts += [_unknown(label, side) for label in lost]
        if not (symbol.ways or symbol.lost) and (not pair.ways or (at, None) in pair.ways):
            texts.append(side.words(END))
        if (at, "") in pair.ways or (not pair.ways and symbol.waits):
            texts.insert(0, side.words(WAITS if symbol.waits else WAITS_NOT))
        found += [f"{before}{text}" for text in texts]
    return tuple(found)


def _nth(row: Row, words: Words) -> str:
    return words(Text(f"urutan ke-{row.at + 1}", f"place {row.at + 1}"))


def _texts(row: Row, part: Part, side: _Side) -> tuple[str, ...]:
    """What a row says, part by part; one text a symbol where it has several."""
    match part:
        case Part.TEXT:
            return (plain(row.text),)
        case Part.TIME:
            if row.waktu.bersama is None:
                return (plain(str(row.waktu)),)
            shared = side.step(row.waktu.bersama)
            return (side.words(Text(f"bersama baris {shared}", f"shared with row {shared}")),)
        case Part.INPUTS:
            return tuple(map(plain, row.inputs))
        case Part.OUTPUTS:
            return tuple(map(plain, row.outputs))
        case Part.REMARKS:
            return tuple(map(plain, row.remarks))
        case Part.INFERRED:
            return row.inferred
        case _:
            return ("; ".join(filter(None, (_symbol(one, part, side) for one in row.symbols))),)


def _symbol(symbol: Symbol, part: Part, side: _Side) -> str:
    before = f"{symbol.id}: " if symbol.id else ""
    if part is Part.ROLES:
        text = " + ".join(map(plain, symbol.roles))
    elif part is Part.SHAPE:
        text = side.words(SHAPES[symbol.shape])
    elif part is Part.WORDS:
        text = plain(symbol.words or "")
    else:
        ways = [side.words(WAITS)] if symbol.waits else []
        leads = [_way(way, side, side.step) for way in symbol.ways]
        leads += [_unknown(label, side) for label in symbol.lost]
        text = ", ".join([*ways, *(leads or [side.words(END)])])
    return f"{before}{text}" if text else ""


def _unknown(label: str | None, side: _Side) -> str:
    return f"{plain(label)}: {side.words(UNKNOWN)}" if label else side.words(UNKNOWN)


def _way(way: Way, side: _Side, shown: Callable[[str | None], str]) -> str:
    targets = " + ".join(map(shown, way.to))
    notes = noted(way, side.words)
    label = f"{plain(way.label)}{notes} " if way.label else notes.lstrip()
    return f"{label}{side.words(Text('ke', 'to'))} {targets}"
