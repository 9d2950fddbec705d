"""What a user may ask of a writer.

In: nothing; these are values. Out: ``WriteOptions``; each writer takes what concerns it.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

__all__ = ["USUAL", "WriteOptions"]


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How a Drawing is written.

    Attributes:
        mark_inferred: what the definition infers is drawn dashed.
        single: all pages in one tall file, for a format that has a file a page.
        dpi: dots per inch of a raster.
        created: the moment that a file names as its making; None names none, so that bytes never differ.
        fonts: folder that keeps fonts made ready for embedding; None keeps none.
    """

    mark_inferred: bool = False
    single: bool = False
    dpi: int = 150
    created: datetime | None = None
    fonts: Path | None = None


USUAL = WriteOptions()
"""What is done where nobody asks for anything."""
