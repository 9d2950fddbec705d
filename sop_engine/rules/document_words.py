"""What the words in the names of office documents mean, for telling whether two names name one document.

In: nothing. Out: tables of words in small letters.
"""

__all__ = [
    "EMPTY",
    "EQUIPMENT",
    "EQUIPMENT_HEADS",
    "FULL",
    "GENERIC",
    "LEAVING_HEADS",
    "LEAVING_VERBS",
    "MEANINGS",
    "NO_STATES",
    "SPELLINGS",
    "STANDARD",
    "STATES",
    "VAGUE",
    "WEAK",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPELLINGS = (
    ("adendum", "addendum"),
    ("aktivitas", "aktifitas"),
    ("analisis", "analisa"),
    ("anamnesis", "anamnesa"),
    ("antrean", "antrian"),
    ("apotek", "apotik"),
    ("aset", "asset"),
    ("ceklis", "checklist", "ceklist", "cheklist"),
    ("definitif", "definitip"),
    ("diagnosis", "diagnosa"),
    ("draf", "draft"),
    ("efektif", "efektip"),
    ("februari", "pebruari"),
    ("fotokopi", "fotocopy", "photocopy", "photokopi"),
    ("frekuensi", "frekwensi"),
    ("hierarki", "hirarki"),
    ("ijazah", "ijasah"),
    ("imbauan", "himbauan"),
    ("izin", "ijin"),
    ("jadwal", "jadual"),
    ("karier", "karir"),
    ("kategori", "katagori"),
    ("komplet", "komplit"),
    ("koordinasi", "kordinasi"),
    ("kualifikasi", "kwalifikasi"),
    ("kualitas", "kwalitas"),
    ("kuesioner", "kuisioner"),
    ("kuitansi", "kwitansi"),
    ("meterai", "materai"),
    ("metode", "metoda"),
    ("notula", "notulen"),
    ("november", "nopember"),
    ("objek", "obyek"),
    ("paspor", "pasport"),
    ("perizinan", "perijinan"),
    ("persentase", "prosentase"),
    ("praktik", "praktek"),
    ("progres", "progress"),
    ("rapor", "raport", "rapot"),
    ("respons", "respon"),
    ("reviu", "review"),
    ("risiko", "resiko"),
    ("sekretariat", "sekertariat"),
    ("sekretaris", "sekertaris"),
    ("sistem", "sistim", "system"),
    ("standar", "standard", "standart"),
    ("subjek", "subyek"),
    ("survei", "survey"),
    ("teknis", "tehnis"),
    ("verifikasi", "ferifikasi", "verivikasi"),
)
"""Spellings of one word that are seen in offices, the standard one (KBBI) first."""

STANDARD = {word: group[0] for group in SPELLINGS for word in group}
"""The standard spelling of each of them."""

MEANINGS = STANDARD | {
    "bid": "bidang",
    "bulanan": "bulan",
    "dok": "dokumen",
    "form": "formulir",
    "kab": "kabupaten",
    "konsep": "draf",
    "lap": "laporan",
    "notulensi": "notula",
    "nd": "nota",
    "olah": "pengolahan",
    "rancangan": "draf",
    "rankhir": "akhir",
    "ranwal": "awal",
    "rekap": "rekapitulasi",
    "semesteran": "semester",
    "sk": "keputusan",
    "tahunan": "tahun",
    "thn": "tahun",
    "triwulanan": "triwulan",
    "tw": "triwulan",
}
"""One word for all that mean the same in the name of a document."""

FULL = {
    "ba": ("berita", "acara"),
    "bast": ("berita", "acara", "serah", "terima"),
    "lkjip": ("laporan", "kinerja", "instansi", "pemerintah"),
    "perjadin": ("perjalanan", "dinas"),
    "spk": ("surat", "perintah", "kerja"),
    "spt": ("surat", "perintah", "tugas"),
}
"""What abbreviations stand for, alone or in a longer name: 'BA penelitian', 'Draf SPK'."""

EMPTY = _words(
    """
    yang yg dan serta atau dari untuk utk kepada kpd ke di pada oleh dengan dgn dg telah tlh sudah sdh akan
    belum dalam dlm atas tentang per masing para seluruh semua setiap tiap tersebut tsb terkait bersangkutan
    lain lainnya lainlain bagi sebagai secara antara melalui hingga sampai dst dll dsb beserta berikut sesuai
    jika bila apabila bahwa ini itu the of and
    """
)
"""Words that name nothing."""

GENERIC = _words(
    """
    dokumen berkas file arsip bundel bendel naskah softcopy hardcopy soft hard copy kopi salinan fotokopi asli
    rangkap eksemplar lembaran petikan tembusan scan pindaian
    """
)
"""Words that say in what form a document is there; they fall away where others remain."""

STATES = _words(
    """
    final fix jadi lengkap benar valid siap sah resmi bertandatangan bernomor berstempel berparaf ditandatangan
    """
)
"""What has been done to a document, beside the forms with di- and ter-: it is the same one before and after."""

NO_STATES = _words(
    """
    diagnosa diagnosis diagram dialog diameter digital diklat dimensi dinamika dinas diploma direksi direktorat direktori
    direktur disabilitas disiplin diskresi diskusi dispensasi disposisi distribusi dividen divisi terakhir terapi terbaru
    terbatas terbuka teritorial terjemahan termin terminal ternak terpadu terpencil tertentu tertib
    """
)
"""Words that only look like forms with di- and ter-."""

EQUIPMENT = _words(
    """
    alat tulis atk komputer pc laptop notebook printer scanner mesin tik fotokopi telepon telpon telp
    handphone hp faks fax faksimile kamera proyektor infokus infocus lcd layar kertas tinta pulpen pena
    bolpoin pensil spidol map amplop stempel cap stapler kalkulator meja kursi ruang ruangan rapat kantor
    internet jaringan wifi server database aplikasi sistem software hardware perangkat lunak keras flashdisk
    lemari rak box website web email surel whatsapp wa zoom kendaraan mobil motor dinas operasional bbm
    listrik konsumsi snack personel personil sdm pegawai petugas dana uang anggaran biaya perlengkapan
    peralatan lisan koordinasi diskusi
    """
)
"""Tools, places, people and means: an item of such words alone is no document."""

EQUIPMENT_HEADS = _words(
    """
    aplikasi sistem alat mesin perangkat jaringan ruang ruangan kendaraan mobil komputer laptop peraturan
    perundang undang uud uu pp perpres keppres inpres permen permenpan permendagri permenkeu pmk perda pergub
    perbup perwal perwali perka juknis juklak petunjuk pedoman sop ketentuan regulasi
    """
)
"""First words of what is no document of the procedure: tools, and the rules that it follows."""

VAGUE = _words(
    """
    data bahan informasi dukung pendukung materi kelengkapan administrasi dokumen berkas file arahan instruksi
    perintah petunjuk masukan saran persyaratan syarat lampiran hasil dokumentasi foto
    """
)
"""An item of such words alone names no document that anybody could look for."""

LEAVING_HEADS = _words(
    """
    surat nota memo undangan arsip tanda bukti kuitansi resi pengumuman pengiriman publikasi jawaban balasan
    pemberitahuan notifikasi konfirmasi dokumentasi foto notula risalah berita daftar buku agenda ekspedisi
    persetujuan kesepakatan keputusan pemahaman kesamaan petunjuk arahan informasi saran masukan perintah
    instruksi penjelasan layanan pelayanan jadwal rapat koordinasi pasien korban jenazah peserta pemohon pelapor
    tamu siswa warga masyarakat barang bantuan kendaraan
    """
)
"""First words of outputs that are for people outside the table, are kept as a record, or are no document."""

LEAVING_VERBS = _words(
    """
    mengirim mengirimkan menyampaikan menyerahkan membagikan mendistribusikan menyebarkan menyebarluaskan
    mengarsipkan menyimpan mempublikasikan mengumumkan mengunggah mengupload melaporkan memberikan
    memberitahukan menginformasikan mengundang mendokumentasikan mencatat mengagendakan menginput
    mengembalikan mensosialisasikan menyosialisasikan
    """
)
"""First words of an activity whose output goes out of the procedure."""

WEAK = _words(
    """
    draf laporan surat data hasil nota berita acara daftar rencana formulir dokumen berkas lembar bahan
    catatan rekapitulasi kegiatan tahun bulan triwulan semester
    """
)
"""Words that so many documents share that they make no two alike."""
