"""SOP802 number-twice: two SOPs of an agency have the same number.

Dua SOP dalam satu instansi memakai nomor yang sama.

Why:
    The number identifies a SOP: letters, registers and the related SOPs of others cite it. The form gives every SOP its
    number after the agency's own rules for official documents (PermenPAN-RB 35/2012), so numbers may repeat between
    agencies, but not within one. A revoked SOP keeps its number, and so does the draft that revises a SOP in force: a
    SOP whose status is dicabut is left out, and so is the same name with another status. Of a draft and another SOP in
    force it is the draft that is reported.

Mengapa:
    Nomor adalah tanda pengenal SOP: surat, register, dan SOP lain merujuk kepadanya. Setiap SOP diberi nomor sesuai tata
    naskah dinas instansinya (PermenPAN-RB 35/2012), sehingga nomor boleh sama antarinstansi, tetapi tidak di dalam satu
    instansi. SOP yang dicabut tetap memegang nomornya, begitu pula konsep revisi SOP yang masih berlaku: SOP berstatus
    dicabut tidak ikut diperiksa, demikian juga SOP bernama sama yang statusnya lain. Bila konsep bernomor sama dengan SOP
    lain yang berlaku, konsepnyalah yang dilaporkan.

Bad::

    # surat-masuk.yaml
    identitas: {nomor: 01/SOP/Bappeda, nama: Pengelolaan Surat Masuk}
    # surat-keluar.yaml
    identitas: {nomor: 01 / SOP / BAPPEDA, nama: Pengelolaan Surat Keluar}

Good::

    # surat-masuk.yaml
    identitas: {nomor: 01/SOP/Bappeda, nama: Pengelolaan Surat Masuk}
    # surat-keluar.yaml
    identitas: {nomor: 02/SOP/Bappeda, nama: Pengelolaan Surat Keluar}

How to mend:
    Give one of the two a number of its own, or set the status of the one that was replaced to dicabut. A file that is
    there twice is deleted.

Cara memperbaiki:
    Beri salah satunya nomor tersendiri, atau ubah status SOP yang sudah diganti menjadi dicabut. Berkas yang ada dua
    kali dihapus salah satunya.
"""

from collections.abc import Iterator, Sequence

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.brief import Brief, Part
from sop_engine.rules.common import quoted
from sop_engine.rules.sop_names import name_key
from sop_engine.rules.sop_numbers import number_key

KIND = Kind("SOP802", "number-twice", Severity.WARNING)


def check_all(briefs: Sequence[Brief]) -> Iterator[Diagnostic]:
    """Yield each SOP whose number an earlier one of its agency has, or one in force."""
    first: dict[tuple[str, str], tuple[Brief, Part]] = {}
    # Between a draft and a SOP in force it is the draft that needs another number.
    for brief in sorted(briefs, key=lambda one: one.status == "konsep"):
        if brief.nomor is None or brief.agency is None or brief.status == "dicabut":
            continue
        number = number_key(brief.nomor.teks)
        earlier, its = first.setdefault((brief.agency, number), (brief, brief.nomor))
        if number and earlier is not brief and not _revises(brief, earlier):
            yield _twice(brief, brief.nomor, earlier, its)


def _revises(brief: Brief, earlier: Brief) -> bool:
    """Whether one is the draft and the other the version in force of one SOP."""
    return (
        brief.status != earlier.status
        and brief.nama is not None
        and earlier.nama is not None
        and name_key(brief.nama.teks) == name_key(earlier.nama.teks)
    )


def _twice(brief: Brief, nomor: Part, earlier: Brief, its: Part) -> Diagnostic:
    number, name, file = quoted(nomor.teks), quoted(_name(earlier)), quoted(earlier.source.name)
    line = earlier.source.position(its.span.start).line
    return Diagnostic(
        KIND,
        Text(
            f"nomor {number} sudah dipakai SOP {name} ({file} baris {line})",
            f"number {number} is already that of SOP {name} ({file} line {line})",
        ),
        brief.source,
        nomor.span,
        Text(
            "beri salah satunya nomor tersendiri, atau 'status: dicabut' bila sudah diganti",
            "give one of them a number of its own, or 'status: dicabut' if it was replaced",
        ),
    )


def _name(brief: Brief) -> str:
    return "" if brief.nama is None else brief.nama.teks
