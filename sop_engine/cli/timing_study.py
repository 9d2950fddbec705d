"""What ``sop duration`` is asked for, and what that gives for one SOP.

In: the command's options. Out: ``Wishes``, checked as far as they can be without a SOP; ``Study``, the figures of one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.analysis.cells import Cells, cells_of
from sop_engine.analysis.conversion import Conversion
from sop_engine.analysis.regions import regions_of
from sop_engine.analysis.total import Total
from sop_engine.cli.timing import Detail, detail_of, total_of
from sop_engine.cli.timing_rounds import Wish, parse_wishes, rounds_asked
from sop_engine.cli.timing_words import UNITS, Asked
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.sop import Sop
from sop_engine.text import quoted

if TYPE_CHECKING:
    from sop_engine.analysis.expected import Expected
    from sop_engine.analysis.scenario import Scenario

__all__ = ["Study", "Wishes", "refuse_names", "study_of", "whatif_of", "wishes_of"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for.

    Attributes:
        detail: ``--detail``.
        expected: ``--expected``.
        repeat: ``--repeat``.
        what_if: ``--what-if``.
        unit: ``--in``, or None.
    """

    detail: bool
    expected: bool
    repeat: tuple[Wish, ...]
    what_if: tuple[str, ...]
    unit: str | None

    @property
    def page(self) -> bool:
        """Whether more than one line is asked of each SOP."""
        return self.detail or self.expected or bool(self.what_if)

    def asked(self, sop: Sop) -> Asked | None:
        """The unit of ``--in`` for one SOP."""
        return None if self.unit is None else Asked(UNITS[self.unit], Conversion.of(sop.waktu_kerja))


@dataclass(frozen=True, slots=True)
class Study:
    """The figures of one SOP, as it is or as it would be.

    Attributes:
        total: the sum of its rows.
        cells: its Waktu cells.
        detail: with ``--detail``, else None.
        expected: with ``--expected``, else None.
    """

    total: Total
    cells: Cells
    detail: Detail | None
    expected: "Expected | None"

    @property
    def clock(self) -> bool:
        """Whether some row's time is written as ``1 x 24 jam``."""
        return bool(self.cells.clock)


def wishes_of(
    *, detail: bool, expected: bool, repeat: Sequence[str], what_if: Sequence[str], unit: str | None
) -> Wishes:
    """Check the options.

    Raises:
        UsageError: one is not understood, or would do nothing.
    """
    if repeat and not detail:
        raise UsageError(
            Text("--repeat hanya berlaku bersama --detail", "--repeat does nothing without --detail"),
            Text("tambahkan --detail", "add --detail"),
        )
    return Wishes(detail, expected, parse_wishes(repeat), tuple(what_if), unit)


def refuse_names(wishes: Wishes) -> None:
    """Refuse what names a step where several SOPs were chosen.

    Raises:
        UsageError: there is such a wish.
    """
    named = [("--repeat", wish.text) for wish in wishes.repeat if wish.name]
    named += [("--what-if", word) for word in wishes.what_if]
    for option, word in named:
        raise UsageError(
            Text(
                f"{option} {quoted(word)} menyebut langkah satu SOP, yang dipilih beberapa",
                f"{option} {quoted(word)} names a step of one SOP, but several are chosen",
            ),
            Text("sebut satu SOP", "name one SOP"),
        )


def study_of(
    wishes: Wishes,
    graph: ProcessGraph,
    sop: Sop,
    *,
    several: bool = False,
    scenario: "Scenario | None" = None,
) -> Study:
    """Work it out.

    Args:
        wishes: what is asked for.
        graph: the procedure, with the scenario applied.
        sop: the SOP as it is written.
        several: there are others beside it: where it has no loops, ``--repeat`` asks nothing of it.
        scenario: what holds instead of what is written, or None.

    Raises:
        UsageError: ``--repeat`` asks for what this SOP does not have.
        MissingProgram: the average needs scipy, which is not installed.
    """
    regions = regions_of(graph) if wishes.detail or wishes.expected else None
    if regions is None:
        cells = cells_of(graph)
        return Study(total_of(cells), cells, None, None)
    detail = None
    if wishes.detail:
        rounds = rounds_asked(wishes.repeat, graph, regions, several=several)
        detail = detail_of(graph, sop, regions, rounds)
    average = None
    if wishes.expected:
        # Only this figure needs chains.
        from sop_engine.analysis.expected import expected  # noqa: PLC0415

        asked = wishes.asked(sop)
        conversion = None if asked is None else asked.conversion
        average = expected(graph, conversion, sop=sop, scenario=scenario, regions=regions)
    if detail is not None:
        return Study(detail.total, detail.cells, detail, average)
    cells = cells_of(graph)
    return Study(total_of(cells), cells, None, average)


def whatif_of(wishes: Wishes, graph: ProcessGraph, sop: Sop) -> Study | None:
    """The figures as they would be; None where nothing else was given.

    Raises:
        UsageError: a wish is not understood, or would change nothing that is asked for.
        MissingProgram: as for ``study_of``.
    """
    if not wishes.what_if:
        return None
    # Only this option needs scenarios.
    from sop_engine.analysis.scenario import applied  # noqa: PLC0415
    from sop_engine.analysis.scenario_words import scenario_of  # noqa: PLC0415

    scenario = scenario_of(wishes.what_if, graph)
    if scenario.shares and not wishes.expected:
        words = f"{scenario.shares[0].step}.{scenario.shares[0].label}"
        raise UsageError(
            Text(
                f"peluang {quoted(words)} hanya mengubah rata-rata",
                f"the probability of {quoted(words)} changes averages alone",
            ),
            Text("tambahkan --expected", "add --expected"),
        )
    return study_of(wishes, applied(graph, scenario), sop, scenario=scenario)
