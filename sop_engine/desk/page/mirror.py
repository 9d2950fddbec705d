"""What the browser's editor holds, as far as it has told; and how a text from here gets there.

In: changes as the editor makes them, each with its number and the version of the text that it was made on. Out: the
text; and changes for the editor, with what it needs to keep what was typed while they were on their way.

Both sides may change the text at once. A change from here is a new version, and says which change of the editor's it
already knows. The editor carries its later ones over and then tells its whole text; until that comes, changes that it
made on the old version are left aside here, for they do not fit the new one.
"""

from collections.abc import Sequence
from typing import Any

from sop_engine.desk.page.lineends import alike, units

__all__ = ["Mirror"]

_UNIT = 2
"""Bytes of a UTF-16 unit, in which browsers and editors count."""


class Mirror:
    """The text of one editor.

    Attributes:
        text: it.
        version: how many texts the editor was given since its first.
        taken: the number of the last change of the editor's that is in the text.
        behind: the editor holds more than the text: a change of its that did not fit, whose whole text is on its way.
    """

    def __init__(self, text: str) -> None:
        """Begin with the text that the editor begins with."""
        self.text = text
        self.version = 0
        self.taken = 0
        self.behind = False

    def is_current(self, told: dict[str, Any]) -> bool:
        """Whether the editor tells something of the text that is known here."""
        return (told["version"], told["number"]) == (self.version, self.taken)

    def take(self, told: dict[str, Any]) -> bool:
        """Make a change of the editor's here too.

        Args:
            told: ``version``, ``number``, and ``changes`` from the start of the text to its end: how many units stay,
                or a list of how many go and the lines that come for them.

        Returns:
            Whether it fits; if not, the editor has to tell its whole text.
        """
        if told["version"] != self.version:
            self.behind = True
            return True
        made = _changed(self.text, told["changes"])
        if made is None or told["number"] != self.taken + 1:
            self.behind = True
            return False
        self.text, self.taken = made, told["number"]
        return True

    def take_whole(self, told: dict[str, Any]) -> None:
        """Take the editor's ``text`` as it is; one of an older version is soon followed by another."""
        if told["version"] == self.version:
            self.text, self.taken, self.behind = told["text"], told["number"], False

    def give(self, text: str) -> dict[str, Any] | None:
        """Have another text.

        Returns:
            What the editor is to do: ``version``, ``taken``, the ``length`` of the text that it is done to, and the
            place ``from`` and ``to`` which something is to ``insert``, in units; None where the text is the same.
        """
        old = self.text
        if text == old:
            return None
        start, end = alike(old, text)
        self.text = text
        self.version += 1
        return {
            "version": self.version,
            "taken": self.taken,
            "length": units(old, len(old)),
            "from": units(old, start),
            "to": units(old, len(old) - end),
            "insert": text[start : len(text) - end],
        }


def _changed(text: str, changes: Sequence[int | list[Any]]) -> str | None:
    """The text with changes made; None where they are not changes of this text."""
    old = text.encode("utf-16-le", "surrogatepass")
    pieces: list[bytes] = []
    at = 0
    for change in changes:
        kept, lines = (change, None) if isinstance(change, int) else (int(change[0]), change[1:])
        until = at + kept * _UNIT
        pieces.append(
            old[at:until] if lines is None else "\n".join(lines).encode("utf-16-le", "surrogatepass")
        )
        at = until
    # Halves of a character that were told one after the other are one character again.
    return b"".join(pieces).decode("utf-16-le", "surrogatepass") if at == len(old) else None
