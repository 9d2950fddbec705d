"""What changed, in words.

In: a ``Revision``. Out: sections of items, each with its old and new texts, in one language.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from sop_engine.analysis.lengths import length_of, surely_longer
from sop_engine.analysis.revision import FieldChange, Revision, RoleTime, lengthened
from sop_engine.analysis.revision_rows import Row, RowPair
from sop_engine.analysis.total import Difference, Total
from sop_engine.cli.diff_items import Change, Item, Mark, Section, Words, listed, single
from sop_engine.cli.diff_rows import row_items
from sop_engine.diagnostics import Text
from sop_engine.layout.measure import plain
from sop_engine.text import Language, say

__all__ = ["SAME", "told"]

SAME = Text("Tidak ada perubahan.", "Nothing has changed.")


def told(revision: Revision, language: Language) -> tuple[Section, ...]:
    """Put a revision into sections; that on times is always there."""
    words = partial(say, language=language)
    found = (
        Section(words(Text("Identitas", "Identity")), tuple(_fields(revision, words, inside=True))),
        Section(words(Text("Pelaksana", "Roles")), tuple(_roles(revision, words))),
        Section(words(Text("Kegiatan", "Activities")), tuple(row_items(revision, words))),
        Section(words(Text("Nomor baris", "Row numbers")), tuple(_numbers(revision, words))),
        Section(words(Text("Isian lain", "Other values")), tuple(_fields(revision, words, inside=False))),
        Section(words(Text("Waktu baku", "Standard time")), tuple(_times(revision, words))),
        Section(
            words(Text("Waktu baku tiap peran", "Standard time of each role")),
            tuple(_role_time(one, words) for one in revision.times if one.differs),
        ),
    )
    return tuple(section for section in found if section.items)


def _fields(revision: Revision, words: Words, *, inside: bool) -> Iterator[Item]:
    for one in revision.fields:
        if one.path.startswith(("identitas.", "instansi.")) is inside:
            yield Item(Mark.CHANGED, "", one.title, (_field(one, words),))


def _field(one: FieldChange, words: Words) -> Change:
    old, new = tuple(map(plain, one.old)), tuple(map(plain, one.new))
    return listed("", old, new) if one.several else single("", old, new, words)


def _roles(revision: Revision, words: Words) -> Iterator[Item]:
    roles = revision.roles
    yield from (Item(Mark.ADDED, "", plain(role.name)) for role in roles.added)
    yield from (Item(Mark.REMOVED, "", plain(role.name)) for role in roles.removed)
    for old, new in roles.kept:
        changes = []
        if old.name != new.name:
            changes.append(Change(words(Text("nama", "name")), (plain(old.name),), (plain(new.name),)))
        if old.count != new.count:
            changes.append(
                Change(words(Text("jumlah orang", "people")), (str(old.count),), (str(new.count),))
            )
        if changes:
            yield Item(Mark.CHANGED, "", plain(new.name), tuple(changes))
    if roles.reordered:
        before = sorted(roles.kept, key=lambda pair: list(roles.twins).index(pair[0].key))
        old_order = ", ".join(plain(old.name) for old, _ in before)
        new_order = ", ".join(plain(new.name) for _, new in roles.kept)
        title = words(Text("urutan lajur", "order of the lanes"))
        yield Item(Mark.MOVED, "", title, (Change("", (old_order,), (new_order,)),))


def _numbers(revision: Revision, words: Words) -> Iterator[Item]:
    """All new numbers together: most follow from rows that came or went."""
    runs: list[list[tuple[str, str]]] = []
    for old, new in map(_number, revision.renumbered):
        last = runs[-1][-1] if runs else ("", "")
        if all(
            was.isdecimal() and one == str(int(was) + 1) for was, one in zip(last, (old, new), strict=True)
        ):
            runs[-1].append((old, new))
        else:
            runs.append([(old, new)])
    if runs:
        yield Item(Mark.CHANGED, "", ", ".join(_run(run, words) for run in runs))


def _run(pairs: Sequence[tuple[str, str]], words: Words) -> str:
    """Numbers that rise by one together: ``2 s.d. 8 → 3 s.d. 9``."""
    if len(pairs) < 3:
        return ", ".join(f"{old} → {new}" for old, new in pairs)
    until = words(Text("s.d.", "to"))
    old, new = zip(pairs[0], pairs[-1], strict=True)
    return f"{f' {until} '.join(old)} → {f' {until} '.join(new)}"


def _number(pair: RowPair) -> tuple[str, str]:
    """Without the dots that end them, unless these are what differs."""
    old, new = (plain(row.number or "–") for row in (pair.old, pair.new))
    if old.removesuffix(".") != new.removesuffix("."):
        old, new = old.removesuffix("."), new.removesuffix(".")
    return old, new


def _times(revision: Revision, words: Words) -> Iterator[Item]:
    before, after = revision.before, revision.after
    title = words(Text("Jumlah waktu baku", "Total standard time"))
    if before is None or after is None:
        unknown = words(Text("tidak dapat dijumlahkan", "cannot be added up"))
        old, new = (unknown if one is None else _total(one, words) for one in (before, after))
        yield Item(Mark.PLAIN if old == new else Mark.CHANGED, "", title, (Change("", (old,), (new,)),))
    elif before == after:
        text = _total(after, words)
        yield Item(Mark.PLAIN, "", title, (Change("", (text,), (text,)),))
    else:
        yield Item(Mark.CHANGED, "", title, (_lasting(before, after, words),))
    there, here = revision.unmeasured
    yield from _missing(there, Text("lama", "old"), words)
    yield from _missing(here, Text("baru", "new"), words)


def _missing(rows: Sequence[Row], version: Text, words: Words) -> Iterator[Item]:
    """The rows of a version that its total does not count."""
    if rows:
        names, which = ", ".join(row.called for row in rows), words(version)
        told = Text(
            f"tidak terukur pada versi {which}: baris {names}",
            f"not measured in the {which} version: {'row' if len(rows) == 1 else 'rows'} {names}",
        )
        yield Item(Mark.NOTE, "", words(told))


def _role_time(one: RoleTime, words: Words) -> Item:
    mark = Mark.ADDED if one.old is None else Mark.REMOVED if one.new is None else Mark.CHANGED
    nothing = Total(measured=True)
    change = _lasting(one.before or nothing, one.after or nothing, words)
    return Item(mark, "", plain(one.name), (change,))


def _lasting(before: Total, after: Total, words: Words) -> Change:
    """Two totals that differ, and how much longer or shorter the new one is."""
    note = ""
    if before.measured and after.measured:
        difference = lengthened(before, after)
        note = _surely(before, after, words) if difference is None else _longer(difference, words)
    return Change("", (_total(before, words),), (_total(after, words),), note)


def _total(total: Total, words: Words) -> str:
    return str(total) if total.measured else words(Text("tidak terukur", "not measured"))


def _surely(before: Total, after: Total, words: Words) -> str:
    """Whether the new one is longer, where units differ: a day less and half an hour more is shorter all the same."""
    if surely_longer(length_of(after.low), length_of(before.high)):
        return words(Text("lebih lama, berapa pun lamanya satu hari", "longer, however long a day is"))
    if surely_longer(length_of(before.low), length_of(after.high)):
        return words(Text("lebih singkat, berapa pun lamanya satu hari", "shorter, however long a day is"))
    return words(
        Text(
            "lebih lama atau lebih singkat tidak dapat dipastikan", "whether longer or shorter cannot be told"
        )
    )


def _longer(difference: Difference, words: Words) -> str:
    """``+15 menit``, or in words: a range with a sign before it would be read wrong."""
    if difference.low == difference.high:
        return f"{difference.sign}{difference}" if difference.sign else ""
    longer = Text("lebih lama", "longer") if difference.sign == "+" else Text("lebih singkat", "shorter")
    if difference.low:
        return f"{difference} {words(longer)}"
    most = Text("paling banyak", "at most")
    return f"{words(most)} {difference.high} {words(longer)}"
