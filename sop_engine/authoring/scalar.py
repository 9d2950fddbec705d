"""Texts as YAML: the plainest spelling that reads back as exactly the same text.

In: a text, and where it is to stand. Out: its spelling: plain, else in single quotes, else as a ``|`` block or in
double quotes. The reader gives no types, so ``01``, ``ya`` and ``2023-01-02`` stay plain.
"""

import re

__all__ = ["INDENT", "clean", "respelled", "written"]

INDENT = 2
"""How much further in than its key or dash the lines of a block text stand."""

_NOTHING = frozenset(("~", "null", "Null", "NULL"))
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff\ufffe\uffff]")
_MARKS = "?:,[]{}#&*!|>'\"%@`"
"""What begins something else than a plain text; a dash does only before a space."""

_CUT = re.compile(r":(?:\s|$)|\s#|\t")
_CUT_IN_FLOW = re.compile(r"[,\[\]{}]|:(?!\w)|\?(?:\s|$)")
_BAD_LINE = re.compile(r"^\t|[ \t]$", re.MULTILINE)
_DOCUMENT_MARK = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def clean(text: str) -> str:
    r"""The text as a definition may hold it: every kind of line break is ``\n``, and no control characters."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", _BREAKS.sub("\n", text))


def written(
    text: str | None, column: int, *, newline: str = "\n", flow: bool = False, key: bool = False
) -> str:
    r"""Spell a text.

    Args:
        text: the words, cleaned as ``clean`` does; None is an empty value.
        column: the column, from 0, of the key or dash that it stands behind; the lines of a block text stand two
            further in.
        newline: how the file ends its lines.
        flow: it stands inside ``[ ]`` or ``{ }``.
        key: it is a key itself.

    Returns:
        The spelling, without a final line end. A block text that ends in ``\n`` needs one behind it.
    """
    if text is None:
        return "null" if flow else ""
    text = clean(text)
    if _is_plain(text, flow=flow, key=key):
        return text
    if "\n" not in text:
        return _single(text)
    if flow or key or not _fits_block(text):
        return _double(text)
    pad = " " * (column + INDENT)
    lines = text.removesuffix("\n").split("\n")
    mark = "|" if text.endswith("\n") else "|-"
    return newline.join([mark, *(pad + line if line else "" for line in lines)])


def respelled(
    raw: str, text: str, column: int, *, newline: str = "\n", flow: bool = False, key: bool = False
) -> str:
    """Spell a text in the place of another one: in its quotes, where it has any and they can hold the text.

    Args:
        raw: what stands there now.
        text: the words that shall stand there.
        column: as for ``written``, like all that follows.
        newline: how the file ends its lines.
        flow: it stands inside ``[ ]`` or ``{ }``.
        key: it is a key itself.
    """
    text = clean(text)
    if "\n" not in text:
        if raw[:1] == "'":
            return _single(text)
        if raw[:1] == '"':
            return _double(text)
    return written(text, column, newline=newline, flow=flow, key=key)


def _is_plain(text: str, *, flow: bool, key: bool) -> bool:
    """Whether a text can stand without quotes."""
    if not text or text in _NOTHING or text != text.strip() or "\n" in text:
        return False
    if text[0] in _MARKS or (text[0] == "-" and (text[1:2] in ("", " ") or (flow and not text[1].isalnum()))):
        return False
    if _CUT.search(text) or (flow and _CUT_IN_FLOW.search(text)):
        return False
    return not (key and _DOCUMENT_MARK.match(text))


def _fits_block(text: str) -> bool:
    """Whether a ``|`` block gives a text back, whatever stands behind it, and shows all of it."""
    body = text.removesuffix("\n")
    return body[:1] not in ("", " ", "\t", "\n") and body[-1:] != "\n" and not _BAD_LINE.search(body)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'
