"""The words of activities: which say nothing, which say the same, and which say too little.

In: nothing. Out: tables for ``activity``. All words are in small letters.
"""

__all__ = ["ACTORS", "GENERAL", "NOUNS", "PHRASES", "SAME", "SILENT"]

_SILENT = """
adalah agar akan atas atau bagi bahwa beserta dalam dan dapat dari dengan di guna ini itu ke kemudian kepada
lalu maka masing melalui namun oleh pada para per rangka saat secara sebagai selanjutnya serta setelah setiap
sudah tentang terhadap telah tersebut terkait bersangkutan untuk yaitu yang dokumen kabupaten kota provinsi
pemerintah dst dll dsb sekaligus supaya tiap
"""
SILENT = frozenset(_SILENT.split())
"""Words that an activity may have or lack without becoming another one.

``tidak``, ``belum``, ``kembali``, ``ulang``, ``awal`` and ``akhir`` are none of them.
"""

PHRASES = (
    ("satuan kerja perangkat daerah", "opd"),
    ("organisasi perangkat daerah", "opd"),
    ("perangkat daerah", "opd"),
    ("kepala sub bagian", "kasubbag"),
    ("kepala subbagian", "kasubbag"),
    ("kepala sub bidang", "kasubbag"),
    ("kepala subbidang", "kasubbag"),
    ("kepala seksi", "kasubbag"),
    ("kepala bagian", "kabid"),
    ("kepala bidang", "kabid"),
    ("kepala dinas", "kadis"),
    ("kepala badan", "kadis"),
    ("sekretaris dinas", "sekretaris"),
    ("sekretaris badan", "sekretaris"),
    ("sub bagian", "subbag"),
    ("sub bidang", "subbag"),
    ("kepala daerah", "kepaladaerah"),
    ("rencana strategis", "renstra"),
    ("rencana kerja", "renja"),
    ("hard copy", "hardcopy"),
    ("soft copy", "softcopy"),
)
"""Several words that are one. Offices of one level are the same office in another agency."""

SAME = {
    word: one
    for one, words in {
        "aktivitas": "aktifitas",
        "analisis": "analisa",
        "bulan": "bulanan",
        "izin": "ijin",
        "jadwal": "jadual",
        "kabid": "kabag",
        "kadis": "kaban",
        "kasubbag": "kasubag kasubid kasubbid kasi kasie kasubbagian",
        "kepaladaerah": "bupati walikota gubernur",
        "konsep": "draf draft",
        "kuitansi": "kwitansi",
        "mengesahkan": "mensahkan",
        "menginventarisasi": "menginventarisir",
        "mengompilasi": "mengkompilasi",
        "mengonsep": "mengkonsep",
        "mengonsultasikan": "mengkonsultasikan",
        "mengoordinasikan": "mengkoordinasikan mengkoordinir",
        "mengubah": "merubah",
        "menerjemahkan": "menterjemahkan",
        "menandatangani": "mentandatangani",
        "mensosialisasikan": "menyosialisasikan",
        "mempublikasikan": "memublikasikan",
        "merekapitulasi": "merekap",
        "menyusun": "membuat",
        "opd": "skpd",
        "persentase": "prosentase",
        "praktik": "praktek",
        "rekapitulasi": "rekap",
        "risiko": "resiko",
        "semester": "semesteran",
        "sistem": "sistim",
        "standar": "standard",
        "subbag": "subbagian subbid subbidang seksi subag subid",
        "tahun": "tahunan",
        "triwulan": "triwulanan",
        "minggu": "mingguan",
        "1": "satu",
        "2": "dua",
        "3": "tiga",
        "4": "empat",
        "5": "lima",
        "6": "enam",
        "7": "tujuh",
        "8": "delapan",
        "9": "sembilan",
        "10": "sepuluh",
    }.items()
    for word in words.split()
}
"""What a word is compared as: spellings, and words that no office tells apart in the activity of another."""

NOUNS = {
    "pembuatan": "menyusun",
    "penyusunan": "menyusun",
    "pemeriksaan": "memeriksa",
    "penandatanganan": "menandatangani",
    "pengumpulan": "mengumpulkan",
    "penghimpunan": "menghimpun",
    "pengolahan": "mengolah",
    "pengiriman": "mengirim",
    "mengirimkan": "mengirim",
    "penyampaian": "menyampaikan",
    "penyerahan": "menyerahkan",
    "penerimaan": "menerima",
    "pencatatan": "mencatat",
    "pengarsipan": "mengarsipkan",
    "penggandaan": "menggandakan",
    "pendistribusian": "mendistribusikan",
    "pelaporan": "melaporkan",
    "pelaksanaan": "melaksanakan",
    "pengajuan": "mengajukan",
    "penetapan": "menetapkan",
    "pengesahan": "mengesahkan",
    "penerbitan": "menerbitkan",
    "penelitian": "meneliti",
    "penyiapan": "menyiapkan",
    "perbaikan": "memperbaiki",
    "pencetakan": "mencetak",
    "verifikasi": "memverifikasi",
    "rekapitulasi": "merekapitulasi",
    "evaluasi": "mengevaluasi",
}
"""The verb that an activity means when it begins with its noun."""

_GENERAL = """
melakukan melaksanakan menyusun memeriksa mengoreksi meneliti menelaah mempelajari memaraf menandatangani
menyetujui menerima mencatat mengagendakan mendisposisikan mendisposisi meneruskan menyampaikan menyerahkan
mengirim mengajukan mengarsipkan menyimpan mendokumentasikan memperbaiki menyempurnakan melengkapi merevisi
memverifikasi mencetak menggandakan mendistribusikan membagikan menyiapkan mempersiapkan mengumpulkan
menghimpun mengolah melaporkan menugaskan memerintahkan memberikan mengembalikan menetapkan mengesahkan
membahas mengetik menginput menunjuk mengevaluasi menganalisis menindaklanjuti memproses mengecek membubuhkan
mengonsep menerbitkan mengusulkan memvalidasi mengklarifikasi meminta memohon arahan arsip atasan bahan berkas
catatan data disposisi file format formulir hasil instruksi kegiatan kelengkapan kertas kerja kesesuaian
koreksi konsep laporan lampiran lembar materi masukan naskah nomor nota dinas paraf pejabat pekerjaan
pelaksana pelaksanaan pemohon pengantar penomoran permohonan persetujuan persyaratan petugas petunjuk pihak
pimpinan rapat rekomendasi surat masuk keluar tanda tangan tugas tim usulan staf bawahan kadis kabid kasubbag
sekretaris subbag bagian bidang opd unit ruangan instansi final lengkap benar baik sesuai ketentuan berlaku
jika apabila bila ya tidak ada seluruh semua orang hardcopy softcopy keputusan sk tahun bulan triwulan
semester minggu harian rekapitulasi daftar jadwal undangan berita acara telaahan rencana monitoring
sosialisasi koordinasi pengumpulan penyusunan pemeriksaan kebutuhan informasi proses pelayanan layanan
aplikasi sistem tembusan stempel cap lapangan lokasi peninjauan survei verifikasi izin teknis pengolahan
pengecekan mengadakan menghadiri memimpin mengundang menginformasikan memberitahukan menentukan membuka
menutup
"""
GENERAL = frozenset(_GENERAL.split())
"""Words that say nothing of the matter: an activity of these alone is known by its SOP only."""

_ACTORS = """
analis arsiparis bendahara camat direktur fungsional jf jfp jfu jft kaban kabag kabid kadis kasi kasubag kasubbag kepala
kepaladaerah ketua lurah opd operator panitia pejabat pelaksana pemohon pengadministrasi pengelola penyedia petugas pptk ppk
sekda sekretaris sekretariat staf staff subbag tim umum verifikator agendaris
"""
ACTORS = frozenset(_ACTORS.split())
"""Who may stand in front of the verb; the lane says it already."""
