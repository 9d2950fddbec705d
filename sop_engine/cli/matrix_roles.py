"""Whose instruction sheets are wanted, and what the files of ``sop matrix`` are called.

In: the role that somebody named, and the instructions of SOPs. Out: those that are wanted, or why there are none; names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from sop_engine.analysis.instructions import Instruction
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.layout.measure import plain
from sop_engine.library import SHOWN
from sop_engine.model.sop import Sop
from sop_engine.text import quoted

__all__ = ["Roles", "called"]

_UNFIT = re.compile(r"[^\w.-]+")


@dataclass(slots=True)
class Roles:
    """Whose sheets are wanted, and which roles have been met.

    Attributes:
        only: the key of one role, or what stands over its column; None for all.
        busy: headings by key of all roles met that do something.
        idle: the wanted one was met, and does nothing.
        found: the wanted one does something.
        strangers: names of definitions in which it does nothing.
    """

    only: str | None
    busy: dict[str, str] = field(default_factory=dict)
    idle: bool = False
    found: bool = False
    strangers: set[str] = field(default_factory=set)

    def choose(self, sop: Sop, instructions: Sequence[Instruction]) -> list[Instruction]:
        """Those that are wanted of a SOP; roles that do nothing only where all are."""
        chosen = []
        for one in instructions:
            name = plain(sop.pelaksana[one.role].nama)
            wanted = self.only is None or self.only == one.role or _folded(self.only) == _folded(name)
            if one.tasks:
                self.busy.setdefault(one.role, name)
            elif wanted:
                self.idle = True
            if wanted and (one.tasks or self.only is None):
                self.found = True
                chosen.append(one)
        return chosen

    def check(self) -> None:
        """See that the one that was named does something in some SOP.

        Raises:
            UsageError: it does not.
        """
        if self.only is None or self.found or not self.busy:
            return
        name = quoted(self.only)
        near = get_close_matches(self.only, (*self.busy, *self.busy.values()), n=1)
        listed = ", ".join(f"{key} ({said})" for key, said in list(self.busy.items())[:SHOWN])
        listed += ", ..." if len(self.busy) > SHOWN else ""
        raise UsageError(
            Text(f"peran {name} tidak mengerjakan satu langkah pun", f"role {name} does not do a single step")
            if self.idle
            else Text(f"peran {name} tidak ada", f"there is no role {name}"),
            Text(f"maksudnya {quoted(near[0])}?", f"did you mean {quoted(near[0])}?")
            if near
            else Text(f"pilih salah satu: {listed}", f"choose one of: {listed}"),
        )


def called(stem: str, role: str | None, *, instructions: bool) -> str:
    """What a file is called before its suffix, such as ``dumai-matriks`` or ``dumai-instruksi-kepala``."""
    parts = [stem, "instruksi" if instructions else "matriks", _UNFIT.sub("-", role or "")]
    return "-".join(part for part in parts if part)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
