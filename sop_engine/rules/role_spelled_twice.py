"""SOP804 role-spelled-twice: an agency spells a role in two ways.

Satu peran ditulis dengan dua ejaan dalam SOP satu instansi.

Why:
    A role means the same people in every SOP of an agency: who asks what a Kasubbag has to do in all of them, or how long it
    takes, finds only half of it where another SOP says Kasubag. The spelling that fewer SOPs use is reported, once a SOP;
    capitals and dots make no difference. Two spellings within one SOP are SOP403.

Mengapa:
    Satu nama jabatan berarti pelaksana yang sama dalam semua SOP instansi. Siapa yang menghimpun tugas atau beban kerja
    seorang Kasubbag hanya menemukan separuhnya bila SOP lain menulis Kasubag. Yang dilaporkan adalah ejaan yang lebih
    jarang dipakai, satu kali per SOP; huruf besar dan titik tidak dibedakan. Dua ejaan dalam satu SOP adalah
    urusan SOP403.

Bad::

    # renja.yaml
    pelaksana: {kasubbag: Kasubbag Perencanaan}
    # renstra.yaml
    pelaksana: {kasubbag: Kasubbag Perencanaan}
    # lakip.yaml
    pelaksana: {kasubag: Kasubag Perencanaan}

Good::

    # renja.yaml
    pelaksana: {kasubbag: Kasubbag Perencanaan}
    # renstra.yaml
    pelaksana: {kasubbag: Kasubbag Perencanaan}
    # lakip.yaml
    pelaksana: {kasubbag: Kasubbag Perencanaan}

How to mend:
    Write the role as the other SOPs of the agency do, best as the regulation on its organisation calls it.

Cara memperbaiki:
    Tulis jabatan seperti pada SOP lain di instansi itu, sebaiknya menurut peraturan tentang susunan organisasinya.
"""

from collections.abc import Iterator, Mapping, Sequence

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.brief import Brief, Part
from sop_engine.rules.common import quoted
from sop_engine.rules.institutions import by_agency
from sop_engine.rules.role_spellings import Headings, Role, Spelling, roles_of

KIND = Kind("SOP804", "role-spelled-twice", Severity.WARNING)


def check_all(briefs: Sequence[Brief]) -> Iterator[Diagnostic]:
    """Yield the headings of each SOP that other SOPs of its agency mostly spell otherwise."""
    known = Headings()
    for group in by_agency(brief for brief in briefs if brief.status != "dicabut").values():
        roles = roles_of(group, known)
        if any(len(role.spellings) > 1 for role in roles.values()):
            for brief in group:
                yield from _rarer(brief, known, roles)


def _rarer(brief: Brief, known: Headings, roles: Mapping[str, Role]) -> Iterator[Diagnostic]:
    """The headings of one SOP that are spelt otherwise in more SOPs; a role that it has twice is SOP403's."""
    written = [(part, *known(part.teks)) for part in brief.peran]
    mine = {spelling for _, spelling, _, _ in written}
    told: set[int] = set()
    for part, _, name, _ in written:
        role = roles.get(name)
        if role is None or len(role.spellings) < 2 or id(role) in told:
            continue
        told.add(id(role))
        if role.usual not in mine:
            yield _otherwise(brief, part, role.spellings[role.usual])


def _otherwise(brief: Brief, part: Part, usual: Spelling) -> Diagnostic:
    example, count = usual.example, usual.count
    one, other, file = quoted(part.teks), quoted(example.part.teks), quoted(example.brief.source.name)
    line = example.brief.source.position(example.part.span.start).line
    return Diagnostic(
        KIND,
        Text(
            f"judul lajur {one} ditulis {other} dalam {count} SOP lain instansi ini, misalnya {file} baris {line}"
            if count > 1
            else f"judul lajur {one} ditulis {other} dalam {file} baris {line}",
            f"role {one} is spelt {other} in {count} other SOPs of this agency, for example {file} line {line}"
            if count > 1
            else f"role {one} is spelt {other} in {file} line {line}",
        ),
        brief.source,
        part.span,
        Text(f"tulis {other}, atau samakan semuanya", f"write {other}, or make them all alike"),
    )
