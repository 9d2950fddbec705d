"""Words for people: which language, how to say a text in it, and how to show hostile characters.

In: an option's value and the environment, as plain values. Out: a ``Language``, and texts that are safe in
a terminal. Imports next to nothing, since every command pays for it.
"""

import errno
import os
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError

__all__ = ["Language", "choose_language", "escaped", "hostile", "quoted", "reason", "say", "shell_word"]


class Language(StrEnum):
    """A language of messages and help; the drawn document is always Indonesian."""

    ID = "id"
    EN = "en"


def choose_language(option: str | None, environment: Mapping[str, str], system: str = "") -> Language:
    """The language of a run.

    Args:
        option: what ``--lang`` says, or None.
        environment: the environment's variables; ``SOP_LANG`` and the POSIX locale ones are looked at.
        system: the locale of a system that has no such variables (Windows), such as ``id_ID``.

    Returns:
        The first of: the option, ``$SOP_LANG``, the locale (``id_*`` gives Indonesian), English.

    Raises:
        UsageError: ``$SOP_LANG`` names no known language.
    """
    if option is not None and option.lower() in ("id", "en"):
        return Language(option.lower())
    if wanted := environment.get("SOP_LANG", "").strip():
        known = re.match(r"(id|en)(?![a-z])", wanted.lower())
        if known is None:
            subject = quoted(wanted)
            message = Text(
                f"SOP_LANG berisi {subject}, bahasa yang tidak dikenal",
                f"SOP_LANG is {subject}, an unknown language",
            )
            raise UsageError(message, Text("pakai id atau en", "use id or en"))
        return Language(known.group(1))
    locale = next(
        (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), system
    )
    return Language.ID if re.match(r"id(?![a-z])", locale.lower()) else Language.EN


def say(text: Text, language: Language) -> str:
    """The words of one language."""
    return text.id if language is Language.ID else text.en


@cache
def hostile() -> re.Pattern[str]:
    """What moves the cursor, hides or turns text, or cannot be encoded: never sent to a terminal as it stands."""
    return re.compile(
        "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
    )


_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in _NAMED:
        return _NAMED[character]
    if 0xDC80 <= code <= 0xDCFF:
        # A byte of a file name that is no UTF-8: show the byte.
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def escaped(text: str) -> str:
    r"""The text on one line, safe in a terminal.

    >>> escaped("a\x1b[31mb\n")
    'a\\x1b[31mb\\n'
    """
    return text if text.isascii() and text.isprintable() else hostile().sub(_escape, text)


def quoted(subject: str, limit: int = 160) -> str:
    """A subject as messages quote it: safe, and cut in its middle when it is very long."""
    shown = escaped(subject)
    if len(shown) > limit:
        half = (limit - 3) // 2
        shown = f"{shown[:half]}...{shown[-half:]}"
    return f"'{shown}'"


_SIGNS = frozenset(" &;|<>()*?$'")


def shell_word(word: str) -> str:
    """A word as it can be typed into a command line: in quotes where blanks or signs would mean something there."""
    return f'"{word}"' if set(word) & _SIGNS else word


_REASONS = {
    errno.ENOENT: Text("tidak ada", "it does not exist"),
    errno.ENOTDIR: Text("salah satu bagian jalurnya bukan folder", "a part of its path is no folder"),
    errno.EACCES: Text("tidak ada izin", "permission denied"),
    errno.EPERM: Text("tidak diizinkan", "not permitted"),
    errno.EISDIR: Text("itu sebuah folder", "it is a folder"),
    errno.EROFS: Text("hanya dapat dibaca", "the disk is read-only"),
    errno.ENOSPC: Text("ruang disk habis", "no space is left on the disk"),
    errno.ELOOP: Text("tautan simbolisnya berputar", "its symbolic links go in a circle"),
    errno.ENAMETOOLONG: Text("namanya terlalu panjang", "its name is too long"),
    errno.EIO: Text("perangkatnya gagal membaca atau menulis", "its device failed to read or write"),
    errno.EBADF: Text("sudah ditutup", "it is closed"),
}


def reason(error: OSError) -> Text:
    """Why the system refused, in both languages; a rare reason in the system's own words."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    words = os.strerror(error.errno).lower() if error.errno else str(error)
    return Text(words, words)
