"""Measuring in turns, and a table of ratios.

In: named pairs of things to do. Out: lines on standard output: what, seconds of each, their ratio, the limit.
"""

import gc
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

__all__ = ["Row", "best_in_turns", "run_sop", "sample_sop", "show", "varied_sop"]

_ROOT = Path(__file__).resolve().parent.parent
_CLI = _ROOT / "cli.py"


def run_sop(*words: str | Path) -> None:
    """Run ``sop`` in the project's folder; what it finds in the definitions is none of our business."""
    done = subprocess.run([sys.executable, _CLI, *words], cwd=_ROOT, capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: what is compared with what.
        ours: seconds (or MiB) of the engine.
        other: seconds of the peer, or the limit itself.
        limit: the wanted ratio, as ``<= 1.0`` or ``>= 10``.
        unit: of both figures.
        inverse: the ratio is peer by ours ("times faster").
    """

    what: str
    ours: float
    other: float
    limit: str
    unit: str = "ms"
    inverse: bool = False

    @property
    def ratio(self) -> float:
        """Ours by the peer's, or the inverse."""
        return self.other / self.ours if self.inverse else self.ours / self.other

    @property
    def met(self) -> bool:
        """Whether the ratio keeps the limit."""
        sign, figure = self.limit.split()
        return self.ratio <= float(figure) if sign == "<=" else self.ratio >= float(figure)


def best_in_turns(rounds: int, *things: Callable[[], object]) -> list[float]:
    """The best seconds of each thing, all measured in turns so that a slow moment hits all alike."""
    best = [float("inf")] * len(things)
    for thing in things:
        thing()
    for _ in range(rounds):
        for index, thing in enumerate(things):
            gc.collect()
            start = perf_counter()
            thing()
            best[index] = min(best[index], perf_counter() - start)
    return best


def show(title: str, rows: Sequence[Row]) -> None:
    """Print the table."""
    out = sys.stdout.write
    width = max(len(row.what) for row in rows)
    out(f"\n{title}\n\n{'':{width}}  {'ours':>10}  {'peer':>10}  {'ratio':>7}  {'limit':>8}\n")
    for row in rows:
        scale = 1000 if row.unit == "ms" else 1
        ours, other = (f"{figure * scale:.2f} {row.unit}" for figure in (row.ours, row.other))
        verdict = "met" if row.met else "SHORT"
        out(f"{row.what:{width}}  {ours:>10}  {other:>10}  {row.ratio:>7.2f}  {row.limit:>8}  {verdict}\n")


_HEAD = """versi_format: 1
status: berlaku
instansi:
  kode: CODE
  nama: Badan Perencanaan Pembangunan Daerah
identitas:
  nomor: 01 / SOP / CODE
  nama: Pengumpulan Data Kinerja CODE
  tanggal_pembuatan: 2023-01-02
  tanggal_efektif: 2 Januari 2023
  disahkan_oleh:
    jabatan: Kepala Badan
    nama: Drs. Contoh Nama, M.Si
    nip: 19740213 199303 1 002
  dasar_hukum:
    - Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja
  kualifikasi_pelaksana: Memahami tata naskah dinas
  keterkaitan: SOP Penyusunan Laporan Kinerja
  peralatan_perlengkapan:
    - Komputer
    - ATK
  peringatan: Bila terlambat, pelaporan terhambat
  pencatatan_pendataan: Disimpan sebagai data elektronik dan manual
pelaksana:
  staf: Staf Penyusun
  kasubbag: Kasubbag Perencanaan
  kepala: Kepala Badan
kegiatan:
"""


def sample_sop(rows: int, code: str = "contoh") -> str:
    """A definition of the usual kind: a decision in every eighth row that goes back two rows."""
    parts = [_HEAD.replace("CODE", code)]
    roles = ("staf", "kasubbag", "kepala", "kasubbag")
    before = "Rencana Aksi"
    for number in range(1, rows + 1):
        branch = ""
        if number % 8 == 0 and number < rows:
            branch = f"    cabang: {{Ya: {number + 1}, Tidak: {number - 2}}}\n"
        parts.append(
            f"  - nomor: {number}\n    uraian: Menyusun konsep laporan kinerja triwulan bagian {number}\n"
            f"    pelaksana: {roles[number % 4]}\n{branch}    mutu_baku:\n      kelengkapan:\n"
            f"        - Perjanjian Kinerja\n        - {before}\n      waktu: {number % 50 + 1} menit\n"
            f"      output: Konsep laporan {number}\n    keterangan: Januari, April, Juli, Oktober\n"
        )
        before = f"Konsep laporan {number}"
    return "".join(parts)


_VERBS = [
    "Menerima",
    "Memeriksa",
    "Menyusun",
    "Membuat",
    "Mengolah",
    "Menghimpun",
    "Merekap",
    "Menganalisis",
    "Memverifikasi",
    "Menandatangani",
    "Menyerahkan",
    "Mengarsipkan",
    "Menyampaikan",
    "Mendistribusikan",
    "Melaksanakan",
    "Mengoreksi",
    "Menyiapkan",
    "Meneliti",
    "Mencatat",
    "Membahas",
    "Menetapkan",
    "Mengirim",
    "Memaraf",
    "Mencetak",
    "Mengumpulkan",
    "Mengevaluasi",
    "Pembuatan",
    "Disampaikan",
]
_THINGS = [
    "surat permohonan",
    "berkas usulan",
    "konsep laporan",
    "data kinerja",
    "rekapitulasi kehadiran",
    "daftar aset",
    "nota dinas",
    "rencana kerja",
    "laporan keuangan",
    "dokumen pengadaan",
    "bahan rapat",
    "undangan",
    "berita acara",
    "kartu kendali",
    "usulan anggaran",
    "profil daerah",
    "jawaban pengaduan",
    "sertifikat pelatihan",
    "formulir pendaftaran",
    "lembar disposisi",
]
_MATTERS = [
    "kenaikan pangkat",
    "cuti pegawai",
    "izin usaha",
    "perjalanan dinas",
    "bantuan sosial",
    "pajak daerah",
    "kinerja triwulan",
    "barang milik daerah",
    "layanan informasi",
    "penanganan bencana",
    "pembinaan desa",
    "statistik sektoral",
    "mutasi pegawai",
    "kearsipan",
    "pengawasan internal",
    "kerja sama daerah",
    "rujukan pasien",
    "ujian sekolah",
    "penataan ruang",
    "pasar rakyat",
]
_TAILS = [
    "",
    " kepada Kepala Bidang",
    " untuk tahun anggaran *",
    " dan meneruskannya kepada Sekretaris",
    " sesuai ketentuan",
    " bersama Tim Verifikasi",
    " melalui aplikasi",
    " berdasarkan disposisi pimpinan",
    " tahun *",
    " dalam rapat koordinasi",
    " paling lambat akhir *",
    " yang telah diperiksa",
]
_ROLES = [
    "Staf Penyusun",
    "Kasubbag Perencanaan",
    "Kepala Bidang",
    "Sekretaris",
    "Kepala Dinas",
    "Arsiparis",
    "Analis Kebijakan",
    "Bendahara",
    "Petugas Loket",
    "Tim Verifikasi",
]
_TIMES = [
    "10 menit",
    "15 menit",
    "30 menit",
    "1 jam",
    "2 jam",
    "1 hari",
    "2 hari",
    "3 hari kerja",
    "1-2 hari",
    "Segera",
]


def varied_sop(number: int, rows: int = 10) -> str:
    """A definition of its own, made of the words that offices use; eight SOPs an agency, some with faults."""
    chance = random.Random(number)
    matter = chance.choice(_MATTERS)
    agency = f"dinas-{number // 8}"
    roles = chance.sample(_ROLES, 4)
    keys = ["satu", "dua", "tiga", "empat"]
    parts = [
        f"versi_format: 1\nstatus: berlaku\ninstansi:\n  kode: {agency}\n  nama: Dinas {number // 8}\n",
        f"identitas:\n  nomor: {number % 40:02} / SOP / {agency}\n",
        f"  nama: Penanganan {chance.choice(_THINGS)} {matter} {number % 97}\n",
        "  tanggal_pembuatan: 2023-01-02\n  tanggal_efektif: 9 Januari 2023\n  disahkan_oleh:\n",
        f"    jabatan: Kepala Dinas {number // 8}\n    nama: Drs. Contoh Nama, M.Si\n",
        "    nip: 19740213 199303 1 002\n  dasar_hukum:\n",
        "    - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n",
        f"    - Peraturan Daerah Nomor {number % 30 + 1} Tahun 2019 tentang {matter}\n  keterkaitan:\n",
        f"    - SOP Penanganan {chance.choice(_THINGS)} {matter} {chance.randrange(97)}\n",
        "  peralatan_perlengkapan: [Komputer, ATK]\n  peringatan: Bila terlambat, pelayanan terganggu\n",
        "  kualifikasi_pelaksana: Memahami tata naskah dinas\n  pencatatan_pendataan: Disimpan sebagai arsip\n",
        "pelaksana:\n",
        *(f"  {key}: {role}\n" for key, role in zip(keys, roles, strict=True)),
        "kegiatan:\n",
    ]
    before = f"Berkas {matter}"
    for row in range(1, rows + 1):
        thing = chance.choice(_THINGS)
        branch = f"    cabang: {{Ya: {row + 1}, Tidak: {row - 1}}}\n" if row in (4, 7) and row < rows else ""
        output = f"{thing.capitalize()} {matter}"
        verb = chance.choice(_VERBS)
        tail = chance.choice(_TAILS).replace("*", str(chance.randrange(2018, 2027)))
        # Offices of one kind mostly take the same time for the same thing; one in ten does not.
        time = (chance if chance.random() < 0.1 else random.Random(f"{verb} {thing}")).choice(_TIMES)
        parts.append(
            f"  - nomor: {row}\n    uraian: {verb} {thing} {matter}{tail}\n"
            f"    pelaksana: {chance.choice(keys)}\n{branch}    mutu_baku:\n      kelengkapan:\n"
            f"        - {before}\n      waktu: {time}\n      output: {output}\n"
        )
        before = output
    return "".join(parts)
