"""The register of SOPs: what is known of each definition, also of one that is too faulty to have rows.

In: a ``Selection``. Out: an ``Entry`` for each definition that could be read, in the order of the selection.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sop_engine.analysis.review import review_due
from sop_engine.analysis.total import Total
from sop_engine.cli.checking import found_across
from sop_engine.cli.facts import agency_of, path_json
from sop_engine.cli.logos import Logos
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Severity
from sop_engine.layout.measure import plain
from sop_engine.library import Definition
from sop_engine.model.tanggal import Tanggal
from sop_engine.rules.brief import Brief
from sop_engine.rules.condense import brief_of
from sop_engine.rules.review_overdue import KIND as OVERDUE

if TYPE_CHECKING:
    from sop_engine.cli.run import Run
    from sop_engine.cli.selection import Selection

__all__ = ["Entry", "entries_of"]


DAYS = ("created", "revised", "effective", "review_due")


@dataclass(frozen=True, slots=True)
class Entry:
    """One SOP of the register; None is what is not known.

    Attributes:
        sop: the file's stem; None for standard input.
        agency: the agency's code.
        agency_name: its name.
        name: the SOP's name as it is written.
        number: its number.
        status: konsep, berlaku or dicabut.
        created: tanggal pembuatan.
        revised: tanggal revisi.
        effective: tanggal efektif.
        review_due: the day by which it is to be reviewed.
        rows: how many rows it has.
        roles: how many roles.
        total: the sum of its standard times.
        findings: how many findings by severity, all three of them.
        path: its file with ``/``.
        overdue: its review is reported as overdue.
    """

    sop: str | None
    agency: str | None
    agency_name: str | None
    name: str | None
    number: str | None
    status: str | None
    created: Tanggal | None
    revised: Tanggal | None
    effective: Tanggal | None
    review_due: Tanggal | None
    rows: int | None
    roles: int | None
    total: Total | None
    findings: Mapping[Severity, int]
    path: str
    overdue: bool = False

    @property
    def shown_name(self) -> str:
        """The name on one line, without marks of italics."""
        return plain(self.name or "")

    @property
    def shown_number(self) -> str:
        """The number on one line, without marks of italics."""
        return plain(self.number or "")

    @property
    def days(self) -> tuple[Tanggal | None, ...]:
        """Its dates: pembuatan, revisi, efektif, and when it is to be reviewed."""
        return self.created, self.revised, self.effective, self.review_due

    def as_json(self) -> dict[str, Any]:
        """The object that ``sop list --format json`` gives; dates are ISO 8601, a month alone ``2018-10``."""
        return {
            "sop": self.sop,
            "agency": self.agency,
            "name": self.name,
            "agency_name": self.agency_name,
            "number": self.number,
            "status": self.status,
            **{key: None if day is None else day.as_json() for key, day in zip(DAYS, self.days, strict=True)},
            "rows": self.rows,
            "roles": self.roles,
            "total": None if self.total is None else self.total.as_json(),
            "findings": {severity.value: count for severity, count in self.findings.items()},
            "path": self.path,
        }


def entries_of(run: "Run", selection: "Selection") -> list[Entry]:
    """Read and compile one definition after the other; findings are those of ``sop validate``, and told as usual."""
    entries: list[Entry] = []
    briefs: list[Brief] = []
    logos = Logos(run.choice)
    today = run.choice.today
    for definition, compiled in selection:
        _, found = logos.of(definition, compiled)
        entries.append(_entry(definition, found, today))
        if selection.several:
            briefs.append(brief_of(found))
        run.findings(found, several=True)
    _add_across(run, entries, briefs)
    return entries


def _entry(definition: Definition, compiled: Compiled, today: Tanggal | None) -> Entry:
    sop = compiled.sop
    identitas = None if sop is None else sop.identitas
    return Entry(
        definition.stem,
        agency_of(definition, compiled),
        _stated(compiled, "instansi") if sop is None else sop.instansi.nama,
        _stated(compiled, "identitas") if identitas is None else identitas.nama,
        None if identitas is None else identitas.nomor,
        None if sop is None else sop.status,
        None if identitas is None else identitas.tanggal_pembuatan,
        None if identitas is None else identitas.tanggal_revisi,
        None if identitas is None else identitas.tanggal_efektif,
        None if identitas is None else review_due(identitas, today),
        None if sop is None else len(sop.kegiatan),
        None if sop is None else len(sop.pelaksana),
        compiled.total,
        _counts(compiled.diagnostics),
        path_json(definition),
        any(one.code == OVERDUE.code for one in compiled.diagnostics),
    )


def _stated(compiled: Compiled, part: str) -> str | None:
    """The ``nama`` that a definition states where it could be read, though it has no rows."""
    data = None if compiled.document is None else compiled.document.data.get(part)
    name = data.get("nama") if isinstance(data, dict) else None
    return name if isinstance(name, str) and name.strip() else None


def _counts(diagnostics: tuple[Diagnostic, ...]) -> dict[Severity, int]:
    found = Counter(one.severity for one in diagnostics)
    return {severity: found[severity] for severity in Severity}


def _add_across(run: "Run", entries: list[Entry], briefs: list[Brief]) -> None:
    """Count what the rules across SOPs find."""
    places = {id(brief.source): at for at, brief in enumerate(briefs)}
    for one in found_across(briefs, run.choice, jobs=1):
        at = places[id(one.brief.source)]
        more = _counts(one.diagnostics)
        counts = {severity: count + more[severity] for severity, count in entries[at].findings.items()}
        entries[at] = replace(entries[at], findings=counts)
        run.findings(Compiled(one.brief.source, diagnostics=one.diagnostics), several=True)
