"""The usual form of a definition: how ``sop fmt`` sets it.

In: a ``Document``. Out: its text with the usual indents, empty lines and order of keys. What it says, its quotes, its
braces, its comments and its line ends stay; where that cannot be kept, nothing is given.
"""

from sop_engine.authoring.fmt_lines import written
from sop_engine.authoring.fmt_markers import without_markers
from sop_engine.authoring.fmt_order import put_in_order
from sop_engine.authoring.fmt_parts import Block, FormatError
from sop_engine.authoring.fmt_reading import parts
from sop_engine.model.known import model_at
from sop_engine.reading import read
from sop_engine.reading.comments import LOST_TEXT
from sop_engine.reading.document import Data, Document, Loc
from sop_engine.source import SourceFile

__all__ = ["FormatError", "formatted"]


def formatted(document: Document) -> str:
    r"""Set a definition in the usual form.

    All lines end as the first one does, for that is a matter of the system and its git, and hold no spaces at their
    ends; there is one empty line in a row at most. Each step inwards is two spaces, items stand two under their key,
    keys in the order of the form. One space stands behind a colon, a dash and a ``#``, two or more before a comment
    behind text; but one that may be the rest of a text stays as it is. Items lose numbers and dashes of their own.

    Args:
        document: a definition that could be read without errors.

    Returns:
        Its text; formatting that again changes nothing.

    Raises:
        FormatError: it cannot be done without changing what the definition says or losing a comment.
    """
    name = document.source.name
    plain, _ = _read(name, _with_plain_ends(document.source.text))
    before, doubtful = _read(name, without_markers(plain).source.text)
    taken = parts(before, doubtful)
    if isinstance(taken.body, Block):
        put_in_order(taken.body)
    text = written(taken)
    after, _ = _read(name, text)
    if not _same(before.data, after.data) or _words(before) != _words(after):
        raise FormatError(name)
    return text.replace("\n", document.source.newline)


def _with_plain_ends(text: str) -> str:
    """The text with LF line ends, one of them at its end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def _read(name: str, text: str) -> tuple[Document, frozenset[int]]:
    """Read a text; also where comments begin that may be the rest of a text."""
    document, found = read(SourceFile(name, text))
    if document is None or any(one.is_error for one in found):
        raise FormatError(name)
    return document, frozenset(one.span.start for one in found if one.kind is LOST_TEXT)


def _same(before: Data, after: Data, loc: Loc = ()) -> bool:
    """Whether two values say the same; the order of keys counts where the author chooses them."""
    if isinstance(before, dict) and isinstance(after, dict):
        if before.keys() != after.keys() or (model_at(loc) is None and list(before) != list(after)):
            return False
        return all(_same(value, after[key], (*loc, key)) for key, value in before.items())
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(
            _same(one, other, (*loc, at)) for at, (one, other) in enumerate(zip(before, after, strict=True))
        )
    return before == after


def _words(document: Document) -> list[str]:
    return sorted(comment.text for comment in document.comments)
