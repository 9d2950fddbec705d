"""What one definition has become: the value that rules check and commands show.

In: the values of the stages so far. Out: ``Compiled``; a part that was not reached is None.
"""

from dataclasses import dataclass

from sop_engine.analysis.total import Total
from sop_engine.diagnostics import Diagnostic
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.sop import Sop
from sop_engine.model.tanggal import Tanggal
from sop_engine.reading.document import Document
from sop_engine.source import SourceFile

__all__ = ["Compiled"]


@dataclass(frozen=True, eq=False, repr=False)
class Compiled:
    """One SOP, as far as it could be brought.

    Attributes:
        source: the text it was read from.
        document: its data and places; None where the text could not be read.
        sop: the models. Where a value was faulty, it is left out or empty here, so that one fault does
            not hide the next; ``whole`` says whether that happened. None where no row could be read.
        graph: the procedure; None without ``sop``.
        total: the sum of its standard times; None where a row was faulty, for a wrong number is worse.
        agency: the code that the name of its file or folder promises; None where there is no such name.
        whole: everything that the text says is in ``sop``; only then may the SOP be drawn or summed.
        today: the day that it is checked on, where the caller names one; no stage reads a clock.
        diagnostics: all findings, in order.
    """

    source: SourceFile
    document: Document | None = None
    sop: Sop | None = None
    graph: ProcessGraph | None = None
    total: Total | None = None
    agency: str | None = None
    whole: bool = False
    today: Tanggal | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def __repr__(self) -> str:
        state = "whole" if self.whole else "not whole"
        return f"<Compiled {self.source.name}: {state}, total {self.total}, findings {len(self.diagnostics)}>"

    @property
    def has_errors(self) -> bool:
        """Whether a finding fails the run."""
        return any(found.is_error for found in self.diagnostics)
