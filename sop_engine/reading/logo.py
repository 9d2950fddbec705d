"""Logos: the pictures that stand beside definitions, once they are read.

In: nothing; these are values. Out: ``Logo``, ``LogoError`` and the kind of finding that it becomes. Reading one
takes a library that most commands do without: see ``picture``.
"""

from dataclasses import dataclass

from sop_engine.diagnostics import Kind, Severity, Text

__all__ = ["LARGEST_LOGO", "LOGO_UNREADABLE", "Logo", "LogoError"]

LOGO_UNREADABLE = Kind("SOP601", "logo-unreadable", Severity.WARNING)

LARGEST_LOGO = 8 * 1024 * 1024
"""Bytes; a logo of an agency has some ten thousand."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that can be drawn.

    Attributes:
        data: the file's bytes.
        media: ``image/png`` or ``image/jpeg``.
        width: in pixels, at least 1, as the picture is shown.
        height: in pixels, at least 1, as the picture is shown.
    """

    data: bytes
    media: str
    width: int
    height: int


class LogoError(ValueError):
    """The bytes are no picture that can be drawn.

    Attributes:
        reason: why, in both languages, as it stands behind a colon.
    """

    def __init__(self, reason: Text) -> None:
        """Keep the reason."""
        super().__init__(reason.en)
        self.reason = reason
