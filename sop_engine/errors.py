"""Misuse and engine faults. A faulty SOP is never an exception: it is a ``Diagnostic``."""

from sop_engine.diagnostics import Text

__all__ = ["EngineError", "MissingProgram", "SopEngineError", "UsageError"]


class SopEngineError(Exception):
    """Base of what the engine raises on purpose.

    Attributes:
        message: what is wrong, in both languages.
        hint: the remedy, or None.
    """

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        """Keep the words of both languages; ``str()`` gives the English ones."""
        super().__init__(message.en if hint is None else f"{message.en}; {hint.en}")
        self.message = message
        self.hint = hint


class UsageError(SopEngineError):
    """The caller asked for what does not exist or cannot be done; commands exit with 2."""


class MissingProgram(UsageError):  # noqa: N818 - it says what is missing
    """An optional program or package is not installed; the hint says what to install."""


class EngineError(SopEngineError):
    """The engine itself is at fault; commands exit with 3."""
