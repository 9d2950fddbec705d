"""A definition with emoji, brackets and quotes, in which every kind of name stands."""

TEXT = """versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh 😀}
identitas:
  nama: Penyusunan 😀 Laporan
pelaksana:
  staf: Staf Penyusun
  kabag: {nama: Kepala Bagian}
kegiatan:
  - nomor: 1
    uraian: Menyusun 😀 konsep
    pelaksana: staf
    mutu_baku: {waktu: 90 menit}
  - nomor: 2.
    uraian: Memeriksa konsep
    pelaksana: [kabag, 'staf']
    cabang: {Ya: 3a, Tidak: 1}
    mutu_baku:
      waktu: {bersama: 1}
  - id: tanda
    nomor: 3
    uraian: Menandatangani
    simbol:
      - {id: 3a, pelaksana: kabag, lanjut: tandab}
      - {pelaksana: staf, bentuk: selesai}
    mutu_baku:
      waktu: Segera
tampilan:
  alur:
    - {dari: 2, ke: 1, keluar: kiri}
sumber:
  disimpulkan: [pelaksana.kabag, kegiatan.lanjut]
"""
