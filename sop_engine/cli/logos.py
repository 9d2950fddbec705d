"""The logos that definitions name: files beside them, read once for all SOPs of a run.

In: a definition and what it became. Out: its logo, or a finding at the place where the text names it.
"""

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from sop_engine.cli.late import with_late
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.library import Definition
from sop_engine.reading.logo import LARGEST_LOGO, LOGO_UNREADABLE, Logo, LogoError
from sop_engine.text import quoted, reason

if TYPE_CHECKING:
    from sop_engine.rules.choice import Choice

__all__ = ["Logos"]

_HINT = Text(
    "sebut gambar PNG atau JPEG, relatif terhadap berkas ini; sementara itu dokumen digambar tanpa logo",
    "name a PNG or JPEG picture, relative to this file; until then the document is drawn without it",
)


class Logos:
    """The logos of a run."""

    def __init__(self, choice: "Choice") -> None:
        """Begin with none; ``choice`` says which findings are wanted."""
        self._choice = choice
        self._read: dict[str, Logo | LogoError] = {}

    def of(self, definition: Definition, compiled: Compiled) -> tuple[Logo | None, Compiled]:
        """The logo of a SOP, and the SOP with a finding more where it names one that cannot be drawn.

        A path is relative to the definition's folder; for standard input to the working directory.
        """
        if compiled.sop is None or compiled.sop.instansi.logo is None:
            return None, compiled
        name = compiled.sop.instansi.logo
        folder = Path() if definition.path is None else definition.path.parent
        path = os.path.join(folder, name)  # noqa: PTH118 - what is no path at all must not raise here
        if path not in self._read:
            try:
                self._read[path] = _read(path)
            except LogoError as fault:
                self._read[path] = fault
        found = self._read[path]
        if isinstance(found, Logo):
            return found, compiled
        return None, with_late(compiled, _findings(compiled, name, found), self._choice)


def _read(path: str) -> Logo:
    """Read a file.

    Raises:
        LogoError: there is none, or it is no picture that can be drawn.
    """
    from sop_engine.reading.picture import read_logo  # noqa: PLC0415 - only definitions with a logo pay for it

    try:
        # A pipe or a device may never end.
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            raise LogoError(Text("bukan berkas biasa", "it is no regular file"))
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read(LARGEST_LOGO + 1)
    except OSError as fault:
        raise LogoError(reason(fault)) from fault
    except LogoError:
        raise
    except ValueError as fault:
        raise LogoError(Text("bukan nama berkas", "it is no name of a file")) from fault
    return read_logo(data)


def _findings(compiled: Compiled, name: str, fault: LogoError) -> list[Diagnostic]:
    """What is wrong with a logo."""
    document = compiled.document
    if document is None:
        return []
    finding = Diagnostic(
        LOGO_UNREADABLE,
        Text(
            f"logo {quoted(name)} tidak dapat digambar: {fault.reason.id}",
            f"logo {quoted(name)} cannot be drawn: {fault.reason.en}",
        ),
        compiled.source,
        document.span(("instansi", "logo")),
        _HINT,
    )
    return [finding]
