"""What the notes on evaluated SOPs say, whatever form they take.

In: definitions that were checked. Out: ``Notes``: a section for each SOP with its numbered findings, what could not
be read at all, and counts. The words are Indonesian whatever the language of the run: a reviewer sends them on.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from sop_engine.diagnostics import Diagnostic, Severity
from sop_engine.layout.measure import plain
from sop_engine.report.json import json_path
from sop_engine.report.reporter import Checked
from sop_engine.report.wording import DASH, in_the_form, paragraphs, seen, sentence, short
from sop_engine.rules.brief import Brief
from sop_engine.rules.explain import Explanation, explanation
from sop_engine.text import escaped

__all__ = [
    "BY_AGENCY",
    "BY_KIND",
    "CLEAN",
    "MEANINGS",
    "SUBTITLE",
    "TITLE",
    "UNREAD",
    "WHERE",
    "WHY_UNREAD",
    "WORDS",
    "AgencyCount",
    "Evaluated",
    "KindCount",
    "Note",
    "Notes",
    "UnreadNote",
    "counted",
    "notes_on",
]

TITLE = "Catatan Evaluasi SOP"
CLEAN = "Tidak ada temuan."
SUBTITLE = "Standar Operasional Prosedur Administrasi Pemerintahan"
BY_AGENCY = "Temuan menurut instansi"
BY_KIND = "Temuan menurut jenis"
UNREAD = "Berkas yang tidak dapat dinilai"
WHY_UNREAD = "Tidak ada baris kegiatan yang terbaca; isinya belum dinilai."
WHERE = (
    "Bagian menyebut tempat temuan dalam formulir SOP; baris berkas adalah nomor baris dalam berkas definisinya. "
    "Tanggapan instansi: perbaikan yang dilakukan, atau alasan temuan dibiarkan."
)

WORDS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "Kesalahan", Severity.WARNING: "Peringatan", Severity.INFO: "Catatan"}
)
"""Severities, gravest first, as a reviewer calls them."""

MEANINGS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "Wajib diperbaiki: selama belum, SOP tidak dapat dipahami atau dijalankan sebagaimana tertulis.",
        Severity.WARNING: "Perlu diperbaiki, atau dijelaskan dalam tanggapan mengapa dibiarkan.",
        Severity.INFO: "Untuk diketahui; perbaikan menurut pertimbangan instansi.",
    }
)

WHOLE = "Seluruh SOP"
_AFTER_ALL = "\U0010ffff"
_GRAVITY = {severity: at for at, severity in enumerate(WORDS)}


@dataclass(frozen=True, slots=True)
class Note:
    """One finding as a row of the table.

    Attributes:
        number: its place in the SOP's table, from 1.
        part: where it stands in the paper form.
        line: where it stands in the file, from 1; None where there is no text.
        severity: how much it weighs.
        code: its code.
        message: what is wrong.
        related: other places that belong to it.
        why: why it matters, in short; the number of an earlier row where that says it already; may be empty.
        remedy: how to mend it; as with ``why``.
    """

    number: int
    part: str
    line: int | None
    severity: Severity
    code: str
    message: str
    related: tuple[str, ...]
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A SOP and what was noted on it.

    Attributes:
        brief: the SOP.
        agency: its agency, by name where it has one.
        number: its number.
        name: its name; the file's where it has none.
        file: its file as it is shown.
        notes: its findings in the order of the form.
        counts: findings by severity, all three of them.
    """

    brief: Brief
    agency: str
    number: str
    name: str
    file: str
    notes: tuple[Note, ...]
    counts: Mapping[Severity, int]


@dataclass(frozen=True, slots=True)
class UnreadNote:
    """A finding in what could not be read, and its file."""

    file: str
    note: Note


@dataclass(frozen=True, slots=True)
class KindCount:
    """How often one kind of finding occurs, and in how many SOPs."""

    code: str
    title: str
    severity: Severity
    findings: int
    sops: int


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """What was found in the SOPs of one agency.

    Attributes:
        name: what the agency is called.
        sops: how many SOPs it has.
        clean: how many of them have no finding.
        counts: findings by severity, all three of them.
    """

    name: str
    sops: int
    clean: int
    counts: Mapping[Severity, int]


@dataclass(frozen=True, slots=True)
class Notes:
    """All that the report says.

    Attributes:
        sops: the SOPs, in the order in which they were checked.
        unread: what could not be read, with the reasons.
        kinds: the kinds of findings, gravest and then most frequent first.
        counts: findings by severity, those in ``unread`` included.
        today: the day of the report; empty where nobody named one.
    """

    sops: tuple[Evaluated, ...]
    unread: tuple[UnreadNote, ...]
    kinds: tuple[KindCount, ...]
    counts: Mapping[Severity, int]
    today: str

    @property
    def agencies(self) -> tuple[AgencyCount, ...]:
        """The agencies in the order of their first SOPs; those of one code are one, however they write its name."""
        groups: dict[str, list[Evaluated]] = {}
        for one in self.sops:
            groups.setdefault(one.brief.agency or one.agency, []).append(one)
        return tuple(
            AgencyCount(
                group[0].agency,
                len(group),
                sum(not one.notes for one in group),
                _all_three({severity: sum(one.counts[severity] for one in group) for severity in WORDS}),
            )
            for group in groups.values()
        )

    @property
    def title(self) -> str:
        """The report's title, with the agency's name where there is but one."""
        agencies = self.agencies
        named = len(agencies) == 1 and agencies[0].name != DASH
        return f"{TITLE}: {agencies[0].name}" if named else TITLE

    @property
    def files(self) -> int:
        """How many files could not be read."""
        return len(self.unread_files)

    @property
    def unread_files(self) -> Mapping[str, Mapping[Severity, int]]:
        """The files that could not be read, with their findings by severity."""
        found: dict[str, Counter[Severity]] = {}
        for one in self.unread:
            found.setdefault(one.file, Counter())[one.note.severity] += 1
        return {file: _all_three(counts) for file, counts in found.items()}

    @property
    def several(self) -> bool:
        """Whether there is more than one SOP, so that findings of a kind are worth counting."""
        return len(self.sops) + self.files > 1

    @property
    def clean(self) -> int:
        """How many SOPs have no finding."""
        return sum(not one.notes for one in self.sops)

    @property
    def clean_of(self) -> str:
        """Of how many SOPs that is, in words."""
        return f"Dari {len(self.sops)} SOP yang dapat dinilai."

    @property
    def examined(self) -> str:
        """What was examined, in words."""
        agencies = self.agencies
        parts = [f"{len(self.sops)} SOP"]
        if len(agencies) == 1 and agencies[0].name != DASH:
            parts[0] += f" dari {agencies[0].name}"
        elif len(agencies) > 1:
            parts[0] += f" dari {len(agencies)} instansi"
        if self.files:
            parts.append(f"{self.files} berkas tidak dapat dinilai")
        return "; ".join(parts)


def notes_on(checked: Iterable[Checked], today: str = "") -> Notes:
    """Take notes.

    Args:
        checked: definitions, each once.
        today: the day of the report as it is printed.
    """
    sops: list[Evaluated] = []
    unread: list[UnreadNote] = []
    found: list[tuple[Diagnostic, object]] = []
    for one in checked:
        found += [(diagnostic, id(one)) for diagnostic in one.diagnostics]
        notes = tuple(_notes(one))
        # A SOP has a status, if only the usual one; what has none could not be read.
        if one.brief.status is not None:
            sops.append(_evaluated(one.brief, notes))
            continue
        file = _file(one.brief)
        for note in notes:
            unread.append(UnreadNote(file, replace(note, number=len(unread) + 1)))
    counts = Counter(diagnostic.severity for diagnostic, _ in found)
    return Notes(tuple(sops), tuple(unread), _kinds(found), _all_three(counts), today)


def counted(counts: Mapping[Severity, int]) -> str:
    """``2 peringatan, 5 catatan``; only what there is."""
    parts = [f"{number} {WORDS[severity].lower()}" for severity, number in counts.items() if number]
    return ", ".join(parts) or "tanpa temuan"


def _evaluated(brief: Brief, notes: tuple[Note, ...]) -> Evaluated:
    file = _file(brief)
    counts = Counter(note.severity for note in notes)
    return Evaluated(
        brief,
        seen(brief.instansi or brief.agency),
        seen(brief.nomor.teks if brief.nomor else None),
        file if brief.nama is None else seen(brief.nama.teks),
        file,
        notes,
        _all_three(counts),
    )


def _all_three(counts: Mapping[Severity, int]) -> Mapping[Severity, int]:
    return MappingProxyType({severity: counts.get(severity, 0) for severity in WORDS})


def _file(brief: Brief) -> str:
    return escaped(json_path(brief.source.name)) or DASH


def _notes(one: Checked) -> Iterator[Note]:
    """The findings in the order of the form; a reason is given in full once."""
    whys: dict[str, int] = {}
    remedies: dict[str, int] = {}
    in_form = sorted(one.diagnostics, key=lambda found: found.span.start)
    for number, found in enumerate(in_form, 1):
        known = explanation(found.code)
        why = "" if known is None else in_the_form(short(paragraphs(known.why.id)[0]), found.code)
        remedy = _remedy(found, known)
        yield Note(
            number,
            _part(one.brief, found.span.start),
            found.start.line if found.source.text else None,
            found.severity,
            found.code,
            sentence(in_the_form(found.message.id, found.code)),
            tuple(
                f"{sentence(in_the_form(related.message.id, found.code))} (baris berkas {found.source.position(related.span.start).line})"
                for related in found.related
            ),
            _once(why, whys, number),
            remedy if found.hint is not None else _once(remedy, remedies, number),
        )


def _once(text: str, known: dict[str, int], number: int) -> str:
    """The text where it is new, else the number of the row that has it."""
    first = known.setdefault(text, number)
    return text if first == number or not text else f"Lihat No. {first}."


def _remedy(found: Diagnostic, known: Explanation | None) -> str:
    if found.hint is not None:
        return sentence(in_the_form(found.hint.id, found.code))
    return "" if known is None else in_the_form("\n".join(paragraphs(known.mend.id)), found.code)


def _part(brief: Brief, offset: int) -> str:
    """Where an offset lies in the paper form."""
    if offset == 0:
        return WHOLE
    at = bisect_right(brief.sections, (offset, _AFTER_ALL)) - 1
    return plain(brief.sections[at][1]) if at >= 0 else WHOLE


def _kinds(found: Iterable[tuple[Diagnostic, object]]) -> tuple[KindCount, ...]:
    by_code: dict[str, list[tuple[Diagnostic, object]]] = {}
    for one in found:
        by_code.setdefault(one[0].code, []).append(one)
    kinds = []
    for code, group in by_code.items():
        known, first = explanation(code), group[0][0]
        title = first.kind.slug if known is None else sentence(in_the_form(known.title.id, code))
        sops = len({sop for _, sop in group})
        kinds.append(KindCount(code, title, first.severity, len(group), sops))
    return tuple(sorted(kinds, key=lambda kind: (_GRAVITY[kind.severity], -kind.findings, kind.code)))
