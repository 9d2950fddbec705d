"""From a read definition to the parts that its formatter sets anew.

In: a ``Document`` whose lines end in LF. Out: a ``Block`` with every comment at the entry that it belongs to, and what
stands above the first one; or the top value as it is, where it is written in braces. Nothing but spaces, comments and
the marks of YAML may stand between the places of the document, so that no word can get lost.
"""

import re
from collections.abc import Container
from dataclasses import dataclass

from sop_engine.authoring.fmt_parts import SILENCER, Block, Entry, FormatError, Note, Raw, Side, Sort
from sop_engine.reading.document import Document, Place

__all__ = ["Parts", "parts"]

_MODELINE = re.compile(r"#\s*(?:yaml-language-server:|\$schema:|!)")
_MARK = re.compile(r"#(?:[!#]|\s*yaml-language-server:|\s*\$schema:|[^\w\s]*$)")
"""Comments that are no words alone: marks for editors, fences of signs, headings of several ``#``."""
_BOUNDARY = re.compile(r"(?:---|\.\.\.)(?=\s|\Z)")
_BLOCK_TEXT = re.compile(
    r"(?P<mark>[|>](?:(?P<stated>[1-9])|(?P<keep>\+)|-){0,2})(?:[ \t]+(?P<comment>#.*)?)?"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A definition in parts.

    Attributes:
        head: what stands above the first entry and speaks of the whole file.
        body: its entries, or the braces that hold them.
        tail: what stands below a body in braces.
    """

    head: list[Note]
    body: Block | Raw
    tail: list[Note]


def parts(document: Document, doubtful: Container[int] = ()) -> Parts:
    """Take a definition apart.

    Args:
        document: the definition; its lines end in LF.
        doubtful: where comments begin that may be the rest of a text.

    Raises:
        FormatError: something stands in it that has no place here, such as an anchor or an explicit key.
    """
    return _Taking(document, doubtful).whole()


class _Taking:
    """One walk through a text, from its first character to its last."""

    def __init__(self, document: Document, doubtful: Container[int]) -> None:
        self.document = document
        self.doubtful = doubtful
        self.text = document.source.text
        self.at = 0
        self.last: Entry | None = None

    def whole(self) -> Parts:
        place = self.document.place
        notes = self.gap(place[0])[0]
        if self.text[place[0]] in "[{":
            body = Raw(self.text[place[0] : place[1]].split("\n"), Sort.FLOW, 0)
            self.at = place[1]
            return Parts(notes, body, [*self.gap(len(self.text))[0]])
        over = max((at + 1 for at, note in enumerate(notes) if _ends_head(note)), default=0)
        block = self.block(place, notes[over:])
        rest = self.gap(len(self.text))[0]
        block.tail += self.handed_out(block.entries[-1], rest, block.column)
        return Parts(notes[:over], block, [])

    def block(self, place: Place, lead: list[Note]) -> Block:
        """The entries of a mapping or list; the cursor stands at its first character."""
        column = self.column(place[0])
        block = Block(column, [])
        if isinstance(place[2], dict):
            for name, (start, end, value) in place[2].items():
                if block.entries:
                    lead = self.handed_out(block.entries[-1], self.gap(start)[0], column)
                self.at = end
                entry = Entry(f"{self.text[start:end]}:", column, name, lead)
                before, after = self.gap(value[0], ":")
                self.fill(entry, value, [*before, *after])
                block.entries.append(entry)
            return block
        for value in place[2]:
            before, after = self.gap(value[0], "-")
            if block.entries:
                lead = self.handed_out(block.entries[-1], before, column)
            entry = Entry("-", column, None, lead)
            lead.extend(note for note in after if note.text)
            self.fill(entry, value, [])
            block.entries.append(entry)
        return block

    def fill(self, entry: Entry, place: Place, notes: list[Note]) -> None:
        """The value of an entry; ``notes`` stood between the two."""
        start, end = place[0], place[1]
        if len(place) == 3 and self.text[start] not in "[{":
            entry.side = self.side(notes)
            entry.value = self.block(place, notes)
            return
        self.last = entry
        # A value is set on the line of its key; what stood between them stands above both.
        entry.lead += [note for note in notes if note.text]
        self.at = end
        if start == end:
            return
        if len(place) == 3:
            entry.value = Raw(self.text[start:end].split("\n"), Sort.FLOW, entry.column)
        elif self.text[start] in "|>":
            self.fill_block_text(entry, start, end)
        else:
            entry.value = Raw(self.text[start:end].split("\n"), Sort.SCALAR, entry.column)

    def fill_block_text(self, entry: Entry, start: int, end: int) -> None:
        """A text behind ``|`` or ``>``, with the blanks at its end that count."""
        text = self.text
        first, *others = text[start : self.line_end(end)].split("\n")
        match = _BLOCK_TEXT.fullmatch(first)
        if match is None:
            raise self.fault(start)
        left = _indent(next((line for line in others if line.strip(" ")), ""))
        if stated := match["stated"]:
            left = entry.column + int(stated)
        stop = at = self.line_end(end)
        while at + 1 < len(text):
            below = self.line_end(at + 1)
            if text[at + 1 : below].strip(" "):
                break
            # Spaces beyond the indent are words of the text, also below empty lines.
            if match["keep"] or below - at - 1 > left > 0:
                stop = below
            at = below
        content = [line[left:] for line in text[start:stop].split("\n")[1:]]
        entry.value = Raw([match["mark"], *content], Sort.BLOCK, entry.column)
        if comment := match["comment"]:
            gap = match.start("comment") - match.end("mark")
            column = self.column(start) + match.start("comment")
            entry.side = Side(_spaced(comment.rstrip(" \t")), column, gap)
        self.at = stop

    def gap(self, end: int, mark: str = "") -> list[list[Note]]:
        """What stands from the cursor to ``end``, which becomes the cursor; parted at the mark, where one must stand.

        Raises:
            FormatError: it is neither space nor comment nor mark.
        """
        text = self.text
        found: list[list[Note]] = [[]]
        fresh = self.at == 0
        at = self.at
        while at < end:
            character = text[at]
            if character == "\n":
                if fresh:
                    found[-1].append(Note(""))
                fresh = True
            elif character == "#" or (fresh and self.is_mark_of_document(at)):
                stop = at + 3 if character in "-." else self.line_end(at)
                line = text[at - self.column(at) : at]
                gap = len(line) - len(line.rstrip(" \t"))
                found[-1].append(
                    Note(text[at:stop].rstrip(" \t"), self.column(at), fresh, gap, at in self.doubtful)
                )
                fresh = False
                at = stop - 1
            elif mark and character == mark and len(found) == 1:
                found.append([])
                fresh = False
            elif character not in " \t":
                raise self.fault(at)
            at += 1
        if len(found) != len(mark) + 1:
            raise self.fault(end)
        self.at = end
        for notes in filter(None, found):
            _space_out(notes)
        return found

    def is_mark_of_document(self, at: int) -> bool:
        """Whether ``---``, ``...`` or a directive begins here."""
        if at and self.text[at - 1] != "\n":
            return False
        return self.text[at] == "%" or _BOUNDARY.match(self.text, at) is not None

    def side(self, notes: list[Note]) -> Side | None:
        """The comment behind the text that the cursor has just left, taken out of ``notes``."""
        if not notes or notes[0].alone:
            return None
        first = notes.pop(0)
        side = Side(first.text, first.column, first.gap, first.kept)
        while not side.kept and notes and notes[0].text and notes[0].column == first.column:
            side.more.append(notes.pop(0).text)
        return side

    def handed_out(self, entry: Entry, notes: list[Note], column: int) -> list[Note]:
        """Give notes to what stands before them, as far as they stand further to the right than ``column``.

        Returns:
            The others: they belong to what comes next, and so does a comment that silences findings on the next line.
        """
        side = self.side(notes)
        if side is not None and self.last is not None and self.last.side is None:
            self.last.side = side
        elif side is not None:
            notes[:0] = [Note(side.text), *map(Note, side.more)]
        homes = _homes(entry)
        done = 0
        for at, note in enumerate(notes):
            if not note.text:
                continue
            if note.column <= column or not homes or SILENCER.match(note.text):
                break
            while len(homes) > 1 and homes[-1][0] > note.column:
                homes.pop()
            homes[-1][1].extend(notes[done : at + 1])
            done = at + 1
        return notes[done:]

    def line_end(self, at: int) -> int:
        stop = self.text.find("\n", at)
        return len(self.text) if stop < 0 else stop

    def column(self, at: int) -> int:
        return at - self.text.rfind("\n", 0, at) - 1

    def fault(self, at: int) -> FormatError:
        source = self.document.source
        return FormatError(source.name, source.position(at).line)


def _homes(entry: Entry) -> list[tuple[int, list[Note]]]:
    """Who may own a comment that stands below an entry and further to the right, with the column from which it is theirs.

    From the outside in.
    """
    found: list[tuple[int, list[Note]]] = []
    while isinstance(entry.value, Block):
        found.append((entry.value.column, entry.value.tail))
        entry = entry.value.entries[-1]
    # Right below a block text a comment that far to the right would become a piece of it.
    if entry.value is None or entry.value.sort is not Sort.BLOCK:
        found.append((entry.column + 1, entry.tail))
    return found


def _ends_head(note: Note) -> bool:
    """Whether what stands up to here is about the file, and not about its first entry."""
    return not note.text.startswith("#") or _MODELINE.match(note.text) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaced(comment: str) -> str:
    """The comment with a space behind its ``#``."""
    return comment if comment[1:2].isspace() or _MARK.match(comment) else f"# {comment[1:]}"


def _space_out(notes: list[Note]) -> None:
    """Put a space behind every ``#``; lines below each other keep their places to each other.

    Commented-out rows are indented behind their ``#``, and are to be rows again when it is taken away.
    """
    run: list[Note] = []
    for note in [*notes, Note("")]:
        if note.text.startswith("#") and note.alone:
            run.append(note)
            continue
        if any(_spaced(one.text) != one.text for one in run):
            for one in run:
                if not _MARK.match(one.text):
                    one.text = f"# {one.text[1:]}"
        if note.text.startswith("#") and not note.kept:
            note.text = _spaced(note.text)
        run = []
