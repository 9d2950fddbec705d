"""What a workload is worked out from: the SOPs, what one run of each takes, and how often it is run.

In: a ``Selection``, volumes, and the year that counts. Out: a ``Study``, which also names every SOP that does not count.
"""

from dataclasses import dataclass, replace
from difflib import get_close_matches
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from sop_engine.analysis.effort import Effort, effective, effort_of
from sop_engine.analysis.workload import Job, Volume, Workload, Year, workload
from sop_engine.cli.facts import agency_of
from sop_engine.cli.workload_volumes import Volumes
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.rules.role_names import role_key
from sop_engine.text import quoted

if TYPE_CHECKING:
    from sop_engine.analysis.regions import Doubt
    from sop_engine.cli.run import Run
    from sop_engine.cli.selection import Selection
    from sop_engine.compiled import Compiled
    from sop_engine.graph.process import ProcessGraph
    from sop_engine.library import Definition
    from sop_engine.model.sop import Sop

__all__ = ["EXPECTED", "ROWS", "Entry", "Study", "study_of"]

ROWS, EXPECTED = "rows", "expected"
"""What one run takes: each row once, as in the table; or as often as its steps are to be expected."""

REVOKED = "dicabut"


@dataclass(frozen=True, slots=True)
class Entry:
    """One SOP.

    Attributes:
        agency: the agency's code, or an empty text.
        stem: its file's name without suffix; None for standard input.
        name: its name.
        status: konsep, berlaku or dicabut.
        week: working days a week.
        effort: of one run; None where it cannot be told.
        doubt: why nobody knows what to expect, or None; without one its times could not be read whole.
        volume: how often it is run; None where nobody says.
        assumed: decisions (step ids) whose branches are taken to be equally likely where they say no ``peluang``.
        starts: where it may begin, each taken to be as likely as the others; empty where there is one place.
        exact: how often each step is to be expected is exact; else it is as near as floating-point numbers tell.
    """

    agency: str
    stem: str | None
    name: str
    status: str
    week: Fraction
    effort: Effort | None = None
    doubt: "Doubt | None" = None
    volume: Volume | None = None
    assumed: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    exact: bool = True

    @property
    def label(self) -> str:
        """What it is called: ``dumai``, or ``dumai/renja`` for a file called otherwise than its agency."""
        if not self.agency or not self.stem or self.stem == self.agency:
            return self.agency or self.stem or "-"
        return f"{self.agency}/{self.stem}"


@dataclass(frozen=True)
class Study:
    """All that a workload is told of.

    Attributes:
        entries: the SOPs in their order.
        year: of one person.
        basis: ``rows`` or ``expected``.
    """

    entries: tuple[Entry, ...]
    year: Year
    basis: str

    @cached_property
    def counted(self) -> tuple[Entry, ...]:
        """The SOPs that count."""
        return tuple(one for one in self.entries if one.effort is not None and one.volume is not None)

    @property
    def revoked(self) -> tuple[Entry, ...]:
        """SOPs that are revoked, and whose volume nobody names."""
        return tuple(one for one in self.entries if one.volume is None and one.status == REVOKED)

    @property
    def without(self) -> tuple[Entry, ...]:
        """Other SOPs without a volume."""
        return tuple(one for one in self.entries if one.volume is None and one.status != REVOKED)

    @property
    def untold(self) -> tuple[Entry, ...]:
        """SOPs of which nobody can tell what a run takes."""
        return tuple(one for one in self.entries if one.volume is not None and one.effort is None)

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies whose SOPs count."""
        return tuple(dict.fromkeys(one.agency for one in self.counted))

    @cached_property
    def load(self) -> Workload:
        """The workload itself."""
        jobs = [
            Job(one.agency, one.label, one.effort, one.volume, one.week)
            for one in self.counted
            if one.effort is not None and one.volume is not None
        ]
        return workload(jobs, self.year, role_key)


def study_of(run: "Run", selection: "Selection", volumes: Volumes, year: Year, basis: str) -> Study:
    """Read and compile one definition after the other; findings are told as usual.

    Raises:
        UsageError: no SOP has a volume.
    """
    entries: list[Entry] = []
    unread: list[tuple[str, str]] = []
    for definition, compiled in selection:
        run.findings(compiled, several=selection.several)
        if compiled.sop is not None:
            entries.append(_entry(definition, compiled, basis))
        else:
            unread.append((agency_of(definition, compiled) or "", definition.stem or ""))
    if not entries:
        return Study((), year, basis)
    volumes.know((*(one.agency for one in entries), *(agency for agency, _ in unread)))
    # What cannot be read is there all the same: the volume that names it is neither idle nor the only one missing.
    named = [volumes.of(agency, stem, general=False) is not None for agency, stem in unread]
    found = tuple(replace(one, volume=_volume(one, volumes, several=selection.several)) for one in entries)
    _tell_idle(run, volumes, found, whole=selection.several and selection.agency is None)
    none = not any(named) and all(one.volume is None for one in found)
    if none and any(one.status != REVOKED for one in found):
        raise UsageError(
            Text("tidak satu pun SOP yang dipilih punya volume", "none of the chosen SOPs has a volume"),
            Text("sebut --volume 4/tahun untuk semuanya", "give --volume 4/tahun for all of them"),
        )
    return Study(found, year, basis)


def _volume(one: Entry, volumes: Volumes, *, several: bool) -> Volume | None:
    # What is revoked is not run any more, unless somebody asks for just that.
    return volumes.of(one.agency, one.stem or "", general=not (several and one.status == REVOKED))


def _entry(definition: "Definition", compiled: "Compiled", basis: str) -> Entry:
    sop, graph = compiled.sop, compiled.graph
    if sop is None or graph is None:
        raise AssertionError("a SOP with models has a graph")
    agency = agency_of(definition, compiled) or ""
    week = sop.waktu_kerja.hari_per_minggu
    entry = Entry(agency, definition.stem, sop.identitas.nama, sop.status, week)
    if compiled.total is None:
        return entry
    if basis == ROWS:
        return replace(entry, effort=effort_of(graph, sop, effective(sop.waktu_kerja)))
    return _expected(entry, graph, sop)


def _expected(entry: Entry, graph: "ProcessGraph", sop: "Sop") -> Entry:
    """The entry with what a run is to be expected to take, or why nobody can tell."""
    from sop_engine.analysis.expected import expected  # noqa: PLC0415 - only this basis needs it

    conversion = effective(sop.waktu_kerja)
    found = expected(graph, conversion, sop=sop)
    if found.doubt is not None:
        return replace(entry, doubt=found.doubt)
    effort = effort_of(graph, sop, conversion, found.spent)
    assumed = tuple(one.step for one in found.assumed)
    return replace(entry, effort=effort, assumed=assumed, starts=found.starts, exact=not found.error)


def _tell_idle(run: "Run", volumes: Volumes, entries: tuple[Entry, ...], *, whole: bool) -> None:
    """Say which volumes name no SOP that was chosen; lines of a file may be for others, unless all were chosen."""
    idle = volumes.idle()
    known = dict.fromkeys(name for one in entries for name in (one.agency, one.stem, one.label) if name)
    for one in idle:
        if one.line is not None and not whole:
            continue
        subject = quoted(one.shown)
        where = Text("--volume", "--volume")
        if one.line is not None:
            file = quoted(volumes.file)
            where = Text(f"{file} baris {one.line}", f"{file} line {one.line}")
        near = get_close_matches(one.shown, known, n=1)
        run.problem(
            UsageError(
                Text(
                    f"{where.id}: tidak ada SOP {subject} di antara yang dipilih",
                    f"{where.en}: there is no SOP {subject} among those chosen",
                ),
                Text(f"maksudnya '{near[0]}'?", f"did you mean '{near[0]}'?") if near else None,
            )
        )
