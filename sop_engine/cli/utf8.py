"""The text of a file that people keep beside their definitions: a table of volumes, an agency's days.

In: its name. Out: its text, without a byte order mark.
"""

from pathlib import Path

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library import read_definition
from sop_engine.text import quoted

__all__ = ["text_of"]


def text_of(file: str) -> str:
    """Read a file.

    Raises:
        UsageError: it cannot be read, is far too large, or is no UTF-8.
    """
    try:
        return read_definition(Path(file), file).decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError(
            Text(f"{quoted(file)} bukan teks UTF-8", f"{quoted(file)} is no UTF-8 text"),
            Text(
                "simpan dari lembar kerja sebagai 'CSV UTF-8'", "save it from the spreadsheet as 'CSV UTF-8'"
            ),
        ) from fault
