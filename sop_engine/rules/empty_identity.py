"""SOP608 empty-identity: an element of the identity block is empty.

Unsur Bagian Identitas belum diisi.

Why:
    The identity block is one of the two parts of a SOP (PermenPAN-RB 35/2012): who signed it and when it came into
    force, what it rests on, what it needs, and what goes wrong without it. What stands there empty is reported at
    its place; what is left out altogether is reported once. ``tanggal_revisi`` may be empty (never revised), the
    number has a rule of its own, and a lone ``'-'`` in ``keterkaitan`` says that no other SOP belongs to it. A SOP
    with ``status: konsep`` is not signed yet: dates and signature may be empty. Heads of regions have no NIP.

Mengapa:
    Bagian Identitas adalah satu dari dua unsur SOP (PermenPAN-RB 35/2012): siapa yang mengesahkan dan sejak kapan
    berlaku, apa dasarnya, apa yang dibutuhkan, dan apa akibatnya bila tidak dilaksanakan. Isian yang kosong
    dilaporkan di tempatnya; yang tidak ditulis sama sekali dilaporkan sekaligus. ``tanggal_revisi`` boleh kosong
    (belum pernah direvisi), nomor mempunyai aturan sendiri, dan ``'-'`` di ``keterkaitan`` berarti tidak ada SOP
    lain yang terkait. SOP dengan ``status: konsep`` belum disahkan: tanggal dan pengesahan boleh kosong. Kepala
    daerah tidak mempunyai NIP.

Bad::

    status: berlaku
    identitas:
      nomor: 01 / SOP / Bappeda
      nama: Pengumpulan Data Kinerja
      tanggal_pembuatan: 2 Januari 2026
      tanggal_efektif: 2 Januari 2026
      disahkan_oleh: {jabatan: Kepala Bappeda, nama: Budi Santoso, nip: 19740213 199303 1 002}
      dasar_hukum: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
      kualifikasi_pelaksana:
      keterkaitan: SOP Penyusunan Laporan Kinerja
      peralatan_perlengkapan: Komputer
      peringatan: Bila terlambat, pelaporan terhambat
      pencatatan_pendataan: Disimpan sebagai data elektronik

Good::

    status: berlaku
    identitas:
      nomor: 01 / SOP / Bappeda
      nama: Pengumpulan Data Kinerja
      tanggal_pembuatan: 2 Januari 2026
      tanggal_efektif: 2 Januari 2026
      disahkan_oleh: {jabatan: Kepala Bappeda, nama: Budi Santoso, nip: 19740213 199303 1 002}
      dasar_hukum: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
      kualifikasi_pelaksana: Memiliki kemampuan pengolahan data
      keterkaitan: SOP Penyusunan Laporan Kinerja
      peralatan_perlengkapan: Komputer
      peringatan: Bila terlambat, pelaporan terhambat
      pencatatan_pendataan: Disimpan sebagai data elektronik

How to mend:
    Fill in the element from the signed copy.

Cara memperbaiki:
    Isi menurut naskah yang sudah ditandatangani.
"""

import re
from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.sop import Pengesahan
from sop_engine.reading.document import Loc
from sop_engine.rules.common import is_tainted, reached
from sop_engine.rules.item_lists import IDENTITY_LISTS, identity_lists
from sop_engine.rules.nip import has_nip
from sop_engine.rules.places import is_blank, is_blank_list, listed

KIND = Kind("SOP608", "empty-identity", Severity.WARNING)

_LOC = ("identitas",)
_ADD = Text("lengkapi menurut naskah SOP", "add them from the paper of the SOP")
_SIGNED = ("tanggal_pembuatan", "tanggal_efektif", "disahkan_oleh")
_NO_NIP = re.compile(
    r"""
    (?:wakil\s+|pj\.?\s+|plt\.?\s+|penjabat\s+)*
    (?:bupati | wali\s?kota | gubernur | menteri | presiden | kapol\w+ | komandan | dandim | danramil
      | kepala\s+desa | keuchik | wali\s+nagari | pambakal | perbekel | kuwu
      | ketua\s+(?:dprd|kpu|bawaslu|panwas\w*|komisi\w*|baznas) | direktur\s+(?:utama\s+)?(?:pdam|perum\w*|pt))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each element that stands there empty, and one finding for all that are left out."""
    _, sop, _ = reached(compiled)
    identitas = sop.identitas
    # Nearly every list begins with a letter.
    empty = [
        key
        for key, items in zip(IDENTITY_LISTS, identity_lists(identitas), strict=True)
        if not (items and items[0][:1].isalnum()) and _is_empty(key, items)
    ]
    if sop.status != "konsep":
        empty = [key for key in _SIGNED if not getattr(identitas, key)] + empty
        if identitas.disahkan_oleh is not None:
            yield from _signature(compiled, identitas.disahkan_oleh)
    if empty:
        yield from _elements(compiled, empty)


def _is_empty(key: str, items: tuple[str, ...]) -> bool:
    return not items if key == "keterkaitan" else is_blank_list(items)


def _elements(compiled: Compiled, empty: list[str]) -> Iterator[Diagnostic]:
    document, _, _ = reached(compiled)
    written = document.data.get("identitas")
    missing = []
    for key in empty:
        loc = (*_LOC, key)
        if not isinstance(written, dict) or key not in written:
            missing.append(key)
        elif not is_tainted(compiled, document.span(loc)):
            yield _finding(compiled, loc, Text(f"{key} kosong", f"{key} is empty"), _hint(key))
    if missing:
        message = Text(
            f"identitas tidak memuat {listed(missing, 'dan')}",
            f"identitas has no {listed(missing, 'or')}",
        )
        yield Diagnostic(KIND, message, compiled.source, document.key_span(_LOC), _ADD)


def _signature(compiled: Compiled, signer: Pengesahan) -> Iterator[Diagnostic]:
    """The parts of the signature that are not there: one finding."""
    lacking = [key for key in ("jabatan", "nama") if is_blank(getattr(signer, key))]
    if not has_nip(signer.nip) and not (signer.jabatan and _NO_NIP.match(signer.jabatan)):
        lacking.append("nip")
    if not lacking:
        return
    document, _, _ = reached(compiled)
    loc = (*_LOC, "disahkan_oleh")
    lacking = [key for key in lacking if not is_tainted(compiled, document.key_span((*loc, key)))]
    if not lacking:
        return
    message = Text(
        f"disahkan_oleh tanpa {listed(lacking, 'dan')}", f"disahkan_oleh has no {listed(lacking, 'or')}"
    )
    at: Loc = (*loc, lacking[0]) if len(lacking) == 1 and document.has((*loc, lacking[0])) else loc
    yield _finding(compiled, at, message, _hint("disahkan_oleh"))


def _finding(compiled: Compiled, loc: Loc, message: Text, hint: Text) -> Diagnostic:
    document, _, _ = reached(compiled)
    return Diagnostic(KIND, message, compiled.source, document.key_span(loc), hint)


def _hint(key: str) -> Text:
    if key == "keterkaitan":
        return Text("tulis SOP yang terkait, atau '-' bila tidak ada", "name the SOPs, or write '-' for none")
    if key == "disahkan_oleh":
        return Text(
            "tulis jabatan, nama, dan nip pejabat yang mengesahkan",
            "write jabatan, nama and nip of the official who signed",
        )
    return Text("isi menurut naskah SOP", "fill it in from the paper of the SOP")
