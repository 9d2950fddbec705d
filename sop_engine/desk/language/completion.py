"""What may be written where the cursor is.

In: a draft and an offset in code points. Out: ``Completion`` values, ready to be inserted, best first. Roles and rows
are those of the text as it stands, also while it cannot be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sop_engine.authoring.scalar import written
from sop_engine.desk.draft import Draft
from sop_engine.desk.language.answers import Completion, Sort
from sop_engine.desk.language.context import Context, Part, context_at
from sop_engine.desk.language.entries import plain_text
from sop_engine.desk.language.form import Field, Holds, field_at, fields_at
from sop_engine.desk.language.markdown import about_field, shortened
from sop_engine.desk.language.names import Names, document_now, named_here
from sop_engine.desk.language.offers import inferred_paths, labels_in, row_fields, times
from sop_engine.desk.language.sketch import sketched
from sop_engine.diagnostics import Text
from sop_engine.model.symbols import BESIDE_SYMBOLS, END
from sop_engine.reading.document import Loc
from sop_engine.text import Language, say

__all__ = ["completions"]

_DETAIL = 60
_NUMBER = re.compile("[0-9]{1,6}")
_NEW_ROW = Text("baris baru", "a new row")
_SUM = Text("jumlah semua baris", "the sum of all rows")
_NEVER_WITH = {
    "simbol": frozenset(BESIDE_SYMBOLS),
    **dict.fromkeys(BESIDE_SYMBOLS, frozenset(("simbol",))),
    "lanjut": frozenset(("simbol", "cabang")),
    "cabang": frozenset(("simbol", "lanjut")),
}
"""Keys that a row or symbol cannot have beside others."""

_ENDS = Text("prosedur selesai", "the procedure ends")


def completions(draft: Draft, offset: int, language: Language) -> tuple[Completion, ...]:
    """All that may be written at an offset.

    Args:
        draft: the definition.
        offset: in code points of its text.
        language: of the words that are not the form's own.

    Returns:
        Keys in the order of the form, roles from left to right, rows from top to bottom; nothing in comments, in
        long texts and where anything may be written. They are not narrowed to the begun word: editors do that.
    """
    context = context_at(draft.text, offset)
    if context.part is Part.NONE or "\n" in draft.text[slice(*context.span)]:
        return ()
    desk = _Desk(draft, context, language)
    asked = {Part.ITEM: desk.new_item, Part.KEY: desk.keys_or_more, Part.VALUE: desk.values}
    found = tuple(asked[context.part]())
    # Editors ask as soon as a colon or comma stands there; YAML wants a blank behind it.
    start = context.span.start
    if draft.text[max(0, start - 1) : start] in ((":", ",") if context.flow else (":",)):
        return tuple([replace(one, text=f" {one.text}") for one in found])
    return found


@dataclass(frozen=True)
class _Desk:
    """One question: where it is asked, and in which language."""

    draft: Draft
    context: Context
    language: Language

    @property
    def newline(self) -> str:
        """How the text ends its lines."""
        return self.draft.compiled.source.newline

    def made(self, label: str, text: str, sort: Sort, detail: str = "", about: str = "") -> Completion:
        """A completion in the place of the begun word."""
        return Completion(label, text, self.context.span, sort, detail, about)

    def keys_or_more(self) -> Iterator[Completion]:
        """Keys; where there is a list instead, its first item; where there is a value, that on its own line."""
        path = self.context.path
        if fields_at(path):
            yield from self.keys(path, self.context.column)
        elif path[-1:] == ("cabang",):
            yield from self.labels()
        elif path and self.context.flow == "":
            yield from self.new_item()

    def keys(self, path: Loc, column: int) -> Iterator[Completion]:
        """The keys that are not there yet, and the one that is being written."""
        there = self._keys_there(path)
        has_colon = self.draft.text[self.context.span.end :].lstrip(" \t").startswith(":")
        if path[-2:] == ("mutu_baku", "waktu") and there:
            return
        for field in fields_at(path):
            if field.key not in there and not there & _NEVER_WITH.get(field.key, frozenset()):
                text = field.key if has_colon else self._with_colon(field, column)
                yield self.made(field.key, text, Sort.KEY, field.title, about_field(field, self.language))

    def _with_colon(self, field: Field, column: int) -> str:
        if self.context.flow or column < 0 or field.holds is Holds.TEXT:
            return f"{field.key}: "
        if self._holds_already(column):
            return f"{field.key}:"
        inner = " " * (column + 2)
        return f"{field.key}:{self.newline}{inner}{'- ' if field.holds is Holds.LIST else ''}"

    def _holds_already(self, column: int) -> bool:
        """Whether what the key is going to hold stands below it already: deeper, or dashes in its own column."""
        sketch = sketched(self.draft.text)
        after = sketch.last_before(self.context.span.end) + 1
        below = sketch.entries[after] if after < len(sketch.entries) else None
        return below is not None and below.column >= column + isinstance(below.key, str)

    def _keys_there(self, path: Loc) -> set[str]:
        """The keys of the mapping at a path but for the one that is being written."""
        sketch = sketched(self.draft.text)
        start = self.context.span.start
        number = sketch.number_of(path)
        return {str(entry.key) for entry in sketch.children(number) if entry.key_start != start}

    def labels(self) -> Iterator[Completion]:
        """Labels of branches: those that the document uses, then the usual two."""
        there = self._keys_there(self.context.path)
        has_colon = self.draft.text[self.context.span.end :].lstrip(" \t").startswith(":")
        for label in dict.fromkeys((*labels_in(document_now(self.draft)), "Ya", "Tidak")):
            if label not in there:
                text = written(label, 0, flow=bool(self.context.flow), key=True)
                yield self.made(_shown(label), text if has_colon else f"{text}: ", Sort.KEY)

    def new_item(self) -> Iterator[Completion]:
        """A dash for the next item; in the table, the next row."""
        path = self.context.path
        if path == ("kegiatan",):
            text = f"- nomor: {self.next_number()}"
            yield self.made(text, text, Sort.KEY, say(_NEW_ROW, self.language))
        elif (field := field_at(path)) and (field.holds is Holds.LIST or _may_be_list(path)):
            yield self.made("- ", "- ", Sort.KEY, field.title)

    def next_number(self) -> int:
        """One more than the largest plain number of another row."""
        return 1 + max(
            (
                int(name)
                for name, one in self.names.steps.items()
                if one.symbol is None and one.row != self.row and _NUMBER.fullmatch(name)
            ),
            default=0,
        )

    @property
    def names(self) -> Names:
        """Roles and rows as they stand."""
        return named_here(self.draft)

    @property
    def row(self) -> int | None:
        """Index of the row that the cursor is in."""
        path = self.context.path
        return path[1] if len(path) > 1 and path[0] == "kegiatan" and isinstance(path[1], int) else None

    def values(self) -> Iterator[Completion]:
        """What the value of a key, or an item of a list, may be."""
        path = self.context.path
        if self.context.fresh and fields_at(path):
            column = -1 if self.context.flow else self.context.column + 2
            if not self.context.flow:
                yield from self.keys(path, column)
            return
        general = tuple([part for part in path if isinstance(part, str)])
        key = general[-1] if general else ""
        if general[:1] == ("kegiatan",) and key == "pelaksana":
            yield from self.roles()
        elif general == ("kegiatan", "nomor"):
            number = str(self.next_number())
            yield self.made(number, number, Sort.VALUE)
        elif self._is_target(general):
            yield from self.targets(ends=True)
        elif general == ("tampilan", "alur", "dari"):
            yield from self.targets(ends=False)
        elif general == ("kegiatan", "mutu_baku", "waktu", "bersama"):
            yield from self.rows_above()
        elif general in (("kegiatan", "mutu_baku", "waktu"), ("jumlah_waktu",)):
            yield from self.times()
        elif key == "disimpulkan":
            yield from self.inferred(general)
        elif field := field_at(path):
            for word in field.choices:
                yield self.made(word, word, Sort.VALUE)

    def _is_target(self, general: tuple[str, ...]) -> bool:
        if general == ("tampilan", "alur", "ke"):
            return True
        inner = general[2:] if general[:2] == ("kegiatan", "simbol") else general[1:]
        if general[:1] != ("kegiatan",) or not inner:
            return False
        if inner == ("lanjut",):
            return True
        return inner[0] == "cabang" and (len(inner) == 2 or inner[2:] == ("ke",))

    def named(self, name: str, sort: Sort, detail: str) -> Completion:
        """A name of the document, as YAML."""
        return self.made(_shown(name), written(name, 0, flow=bool(self.context.flow)), sort, _shown(detail))

    def roles(self) -> Iterator[Completion]:
        """Declared roles, but for those that the list has already."""
        taken = self._others()
        for key, heading in self.names.roles.items():
            if key.strip() == key and key and key not in taken:
                yield self.named(key, Sort.ROLE, heading)

    def targets(self, *, ends: bool) -> Iterator[Completion]:
        """Rows and symbols that a flow may lead to, and the end."""
        taken = self._others()
        own = self._own()
        for name, one in self.names.steps.items():
            if one.is_target and name not in taken and one.loc != own:
                yield self.named(name, Sort.TARGET, one.uraian)
        if ends and END not in taken:
            yield self.made(END, END, Sort.TARGET, say(_ENDS, self.language))

    def rows_above(self) -> Iterator[Completion]:
        """Rows above this one."""
        for name, one in self.names.steps.items():
            if one.symbol is None and self.row is not None and one.row < self.row:
                yield self.named(name, Sort.TARGET, one.uraian)

    def _own(self) -> Loc:
        """The path of the row or symbol that the cursor is in."""
        path = self.context.path
        return path[:4] if path[2:3] == ("simbol",) else path[:2]

    def _others(self) -> set[str]:
        """The other items of the list that the cursor is in."""
        path = self.context.path
        if not path or not isinstance(path[-1], int):
            return set()
        sketch = sketched(self.draft.text)
        number = sketch.number_of(path[:-1])
        start = self.context.span.start
        text = self.draft.text
        return {
            plain_text(text[entry.start : entry.end])
            for entry in sketch.children(number)
            if not entry.start <= start <= entry.end
        }

    def times(self) -> Iterator[Completion]:
        """Units behind a number, else usual times; for the total, the sum of the rows first."""
        total = self.draft.compiled.total
        if self.context.path == ("jumlah_waktu",) and total is not None and total.measured:
            yield self.made(str(total), str(total), Sort.VALUE, say(_SUM, self.language))
        for word in times(self.context.word):
            yield self.made(word, word, Sort.UNIT)

    def inferred(self, general: tuple[str, ...]) -> Iterator[Completion]:
        """Names of fields: of this row or symbol, or of the whole."""
        path = self.context.path
        if general[0] == "kegiatan":
            names = row_fields(path[: path.index("disimpulkan")])
        else:
            names = inferred_paths(self.names.roles)
        taken = self._others()
        for name in names:
            if name not in taken:
                yield self.named(name, Sort.VALUE, "")


def _may_be_list(path: Loc) -> bool:
    """Whether a list may stand where mostly a single text does."""
    return path[0] == "kegiatan" and path[-1] in ("pelaksana", "lanjut", "output", "keterangan", "ke")


def _shown(text: str) -> str:
    """A text of the author as lists show it: on one line, and not too long."""
    return shortened(text, _DETAIL)
