"""New definitions: what an author has said, as a commented text to be filled in.

In: a ``Start``. Out: the text of a definition in the usual form. What was not said is left empty, with a comment that
says what belongs there; where the format wants a text, words in parentheses stand for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from sop_engine.authoring.scalar import written

__all__ = ["Role", "Start", "Step", "key_of", "modelines", "new_definition", "words_for_time"]


@dataclass(frozen=True, slots=True)
class Role:
    """A lane: its key, and the heading that is printed."""

    key: str
    heading: str


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table.

    Attributes:
        uraian: what is done.
        roles: the keys of those who do it; the first one is responsible.
        waktu: how long it takes, or ``{teks: ...}`` for other words; None where nobody has said.
        output: what comes of it, or None.
        kelengkapan: what is needed for it, or None.
    """

    uraian: str
    roles: tuple[str, ...]
    waktu: str | None = None
    output: str | None = None
    kelengkapan: str | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """What an author has said of a new SOP; None or nothing where they have not.

    Attributes:
        kode: the agency's code.
        nama: the name of the SOP.
        pemerintah: the government above the agency.
        instansi: the agency's name.
        nomor: the number of the SOP.
        jabatan: the office of whom signs it.
        roles: from left to right.
        steps: from top to bottom.
        unit: the part of the agency whose SOP it is.
        logo: where the logo of a pattern is, seen from the new file.
        schema: where the JSON Schema is, seen from the new file.
    """

    kode: str | None
    nama: str
    pemerintah: str | None = None
    instansi: str | None = None
    nomor: str | None = None
    jabatan: str | None = None
    roles: tuple[Role, ...] = ()
    steps: tuple[Step, ...] = ()
    unit: str | None = None
    logo: str | None = None
    schema: str = "sop.schema.json"


_NOTES = 20
"""The width of short lines, so that the notes behind them stand below each other."""

_WORD = re.compile(r"[^\W_]+")
_OTHER_WORDS = re.compile(r"\{\s*teks\s*:\s*(['\"]?)(.*\S)\s*\1\s*\}")
_ROLE = Role("pelaksana_1", "(isi jabatan pelaksana)")
_STEP = Step("(isi uraian kegiatan)", ())
_AGENCY = "(isi nama instansi)"

_HEAD = """\

# Cara mengisi: tulis isinya sesudah titik dua dan satu spasi. Kata di depan titik dua jangan diubah.
# Baris menjorok dengan spasi, bukan Tab. Apa pun sesudah tanda pagar adalah catatan, seperti baris ini.
# Isi yang memuat titik dua diikuti spasi, atau tanda pagar, diapit tanda kutip: 'Perhatian: segera'.
"""
_INSTANSI = """\

# Instansi yang menerbitkan SOP; kode dipakai untuk memanggilnya, misalnya: sop show --agency {kode}
"""
_IDENTITAS = """\

# Bagian Identitas: keterangan di halaman pertama. Yang belum ada boleh dibiarkan kosong.
# Tanggal ditulis 2 Januari 2026 atau 2026-01-02.
# Daftar ditulis satu butir satu baris, diawali tanda hubung dan spasi, tanpa nomor urut.
"""
_PELAKSANA = """\

# Pelaksana: lajur tabel dari kiri ke kanan. Di depan titik dua kata pendek yang dipakai di bagian kegiatan,
# sesudahnya jabatan seperti tercetak.
"""
_KEGIATAN = """\

# Kegiatan: satu '- nomor' satu baris tabel, dari atas ke bawah. Uraian diawali kata kerja, misalnya Memeriksa.
# Dua pelaksana sekaligus: pelaksana: [staf, kepala]; yang pertama bertanggung jawab.
# Keputusan: tambahkan   teks: Sesuai?   dan   cabang: {Ya: 3, Tidak: 1}   di bawah pelaksana; angkanya nomor tujuan.
# Melompat: lanjut: 5. Selesai lebih awal: lanjut: selesai. Selain itu alur turun ke baris berikutnya.
# Waktu: 30 menit, 1 jam 30 menit, 2 hari kerja, 1-2 hari, maks. 3 hari; bila tidak terukur: {teks: Sesuai jadwal}.
"""

_IDENTITY_LISTS = MappingProxyType(
    {
        "dasar_hukum": "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "kualifikasi_pelaksana": "Mampu mengolah data",
        "keterkaitan": "SOP Pengelolaan Surat Masuk",
        "peralatan_perlengkapan": "Komputer",
        "peringatan": "Bila terlambat, pelaporan terhambat",
        "pencatatan_pendataan": "Disimpan sebagai data elektronik dan manual",
    }
)
"""The lists of the identity block, each with an item as an example."""


def key_of(heading: str, taken: Iterable[str]) -> str:
    """A key for a role: as many words of its heading as tell it from the others.

    >>> key_of("Kepala Bidang", ["staf", "kepala"])
    'kepala_bidang'
    """
    others = set(taken)
    words = _WORD.findall(heading.lower()) or ["pelaksana"]
    keys = ["_".join(words[: count + 1]) for count in range(len(words))]
    numbered = (f"{keys[-1]}_{number}" for number in range(2, len(others) + 3))
    return next(key for key in (*keys, *numbered) if key not in others)


def words_for_time(text: str) -> str | None:
    """The words that stand for a time which is not measured; None where they are not written so.

    >>> words_for_time("{teks: Setelah rapat}")
    'Setelah rapat'
    """
    match = _OTHER_WORDS.fullmatch(text.strip())
    return match[2] if match else None


def new_definition(start: Start) -> str:
    """Write a new definition.

    Args:
        start: what the author has said; ``kode`` among it.

    Returns:
        Its text: valid, in block style, with comments that teach the format.
    """
    kode = start.kode or "contoh"
    roles = start.roles or (_ROLE,)
    steps = start.steps or (_STEP,)
    pieces = [
        modelines(start.schema),
        _HEAD,
        "versi_format: 1\n",
        "status: konsep  # konsep, berlaku, atau dicabut\n",
        _INSTANSI.format(kode=kode),
        "instansi:\n",
        _line(2, "kode", kode),
        _line(2, "pemerintah", start.pemerintah, "misalnya Pemerintah Kota Contoh"),
        _line(2, "nama", start.instansi or _AGENCY, "" if start.instansi else "ganti dengan nama resmi"),
        _line(2, "unit", start.unit, "misalnya Sekretariat; boleh kosong"),
        _IDENTITAS,
        "identitas:\n",
        _line(2, "nomor", start.nomor, "misalnya 01/SOP/Bappeda"),
        _line(2, "nama", start.nama),
        _line(2, "tanggal_pembuatan", None, "hari SOP selesai dibuat"),
        _line(2, "tanggal_revisi", None, "kosong: belum pernah direvisi"),
        _line(2, "tanggal_efektif", None, "hari SOP mulai berlaku"),
        "  disahkan_oleh:\n",
        _line(4, "jabatan", start.jabatan, "misalnya Kepala Bappeda"),
        _line(4, "nama", None, "beserta gelar"),
        _line(4, "nip", None, "18 angka"),
        *(f"  {key}:\n    # - {example}\n" for key, example in _IDENTITY_LISTS.items()),
        _PELAKSANA,
        "pelaksana:\n",
        *(_line(2, role.key, role.heading, "" if start.roles else "ganti") for role in roles),
        _KEGIATAN,
        "kegiatan:\n",
        "\n".join(_row(number, step, roles[0].key) for number, step in enumerate(steps, 1)),
    ]
    return "".join(pieces)


def modelines(schema: str) -> str:
    """The lines by which editors find the schema: for most of them, and for JetBrains'."""
    return f"# yaml-language-server: $schema={schema}\n# $schema: {schema}\n"


def _line(indent: int, key: str, value: str | None, note: str = "") -> str:
    """A key with its value, or with a note where it has none or only a stand-in."""
    text = f"{'':{indent}}{written(key, indent, key=True)}:"
    if value is not None:
        text += f" {written(value, indent)}"
    if note and (value is None or value.startswith("(isi ")):
        text = f"{text:{_NOTES}}  # {note}"
    return f"{text}\n"


def _row(number: int, step: Step, role: str) -> str:
    """A row of the table, done by ``role`` where nobody is named."""
    keys = step.roles or (role,)
    performer = written(keys[0], 4)
    if len(keys) > 1:
        performer = f"[{', '.join(written(key, 4, flow=True) for key in keys)}]"
    note = "ganti; diawali kata kerja, misalnya Menyusun"
    return "".join(
        (
            f"  - nomor: {number}\n",
            _line(4, "uraian", step.uraian, note if step is _STEP else ""),
            f"    pelaksana: {performer}\n    mutu_baku:\n",
            _line(6, "kelengkapan", step.kelengkapan, "dokumen yang dibutuhkan"),
            _time(step.waktu),
            _line(6, "output", step.output, "hasil kegiatan"),
        )
    )


def _time(waktu: str | None) -> str:
    words = None if waktu is None else words_for_time(waktu)
    if words is not None:
        return f"      waktu: {{teks: {written(words, 6, flow=True)}}}\n"
    return _line(6, "waktu", waktu, "misalnya 30 menit")
