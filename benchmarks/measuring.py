"""Measuring in turns, and a table of ratios.

In: named pairs of things to do. Out: lines on standard output: what, seconds of each, their ratio, the limit.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

__all__ = ["Row", "best_in_turns", "sample_sop", "show"]


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
  peralatan_perlengkapan:
    - Komputer
    - ATK
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
    for number in range(1, rows + 1):
        branch = ""
        if number % 8 == 0 and number < rows:
            branch = f"    cabang: {{Ya: {number + 1}, Tidak: {number - 2}}}\n"
        parts.append(
            f"  - nomor: {number}\n    uraian: Menyusun konsep laporan kinerja triwulan bagian {number}\n"
            f"    pelaksana: {roles[number % 4]}\n{branch}    mutu_baku:\n      kelengkapan:\n"
            f"        - Perjanjian Kinerja\n        - Rencana Aksi\n      waktu: {number % 50 + 1} menit\n"
            f"      output: Konsep laporan {number}\n    keterangan: Januari, April, Juli, Oktober\n"
        )
    return "".join(parts)
