"""The errors of the small readers in this package: a text that is no time, or no date.

In: words in both languages. Out: exceptions that carry them; whoever validates a definition turns
them into findings at the place where the text stands.
"""

from sop_engine.diagnostics import Text

__all__ = ["TanggalError", "UnreadableError", "WaktuError", "did_you_mean", "quoted"]

_QUOTED = 40


class UnreadableError(ValueError):
    """A text that does not mean what its field holds.

    Attributes:
        message: what is wrong.
        hint: the remedy, or None.
        instead: what the whole text should be, where there is one nearest reading.
    """

    def __init__(self, message: Text, hint: Text | None = None, instead: str | None = None) -> None:
        """Keep the words of both languages; ``str()`` gives the English ones."""
        super().__init__(message.en if hint is None else f"{message.en}; {hint.en}")
        self.message = message
        self.hint = hint
        self.instead = instead


class WaktuError(UnreadableError):
    """A text that is no standard time."""


class TanggalError(UnreadableError):
    """A text that is no date."""


def quoted(text: str) -> str:
    """The text in quotes as a message shows it: on one line, and cut where it is long."""
    line = " ".join(text[: 4 * _QUOTED].split())
    cut = len(line) > _QUOTED or len(text) > 4 * _QUOTED
    return f"'{line[: _QUOTED - 3]}...'" if cut else f"'{line}'"


def did_you_mean(*readings: str) -> Text:
    """The hint that offers a reading, or several to choose from."""
    offered = [f"'{reading}'" for reading in readings]
    return Text(f"maksudnya {' atau '.join(offered)}?", f"did you mean {' or '.join(offered)}?")
