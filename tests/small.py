"""A small definition of three rows and a decision, which tests of the command line and of the page write."""

__all__ = ["DEFINITION"]

DEFINITION = """\
versi_format: 1
instansi:
  kode: {kode}
  nama: Badan Contoh
identitas:
  nomor: 01/SOP
  nama: {nama}
pelaksana:
  staf: Staf Penyusun
  kepala: Kepala Badan
kegiatan:
  - nomor: 1
    uraian: Menyusun konsep laporan
    pelaksana: staf
    mutu_baku:
      kelengkapan: Rencana aksi
      waktu: 30 menit
      output: Konsep laporan
  - nomor: 2
    uraian: Memeriksa konsep laporan
    pelaksana: kepala
    teks: Sesuai?
    cabang: {{Ya: 3, Tidak: 1}}
    mutu_baku:
      kelengkapan: Konsep laporan
      waktu: 1 jam
      output: Konsep yang diparaf
  - nomor: 3
    uraian: Mengarsipkan laporan
    pelaksana: staf
    mutu_baku:
      kelengkapan: Konsep yang diparaf
      waktu: Segera
      output: Arsip
"""
"""To be filled in: the agency's ``kode``, and the SOP's ``nama``."""
