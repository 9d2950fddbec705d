"""Words that morphology alone cannot decide: what office texts use, and what only looks like a verb.

In: nothing. Out: tables for ``verbs`` and ``uraian``; all words are in lower case. The lists hold what occurs in
procedures and what rules of sound would take for something else; they need not be complete, since a word that is
unknown is never reported.
"""

from sop_engine.rules.word_list import words

__all__ = [
    "ACTIVE",
    "AUXILIARIES",
    "CLAUSES",
    "CONDITIONS",
    "EVENTS",
    "LEADING",
    "NOT_ACTIVE",
    "NOT_MAIN",
    "NOT_PASSIVE",
    "ONE_SYLLABLE",
    "PAIRS",
    "PER_ROOTS",
    "PHRASES",
    "ROOTS",
    "THINGS",
]

NOT_ACTIVE = words("""melalui menurut mengenai mengingat menjelang merupakan mengapa melainkan memang mereka melulu melati
    mentri memo memoar memori memorial memorandum member membran menara menantu menit menteri mentor mental mentalitas
    mentega menterjemah menu menor mentah meriam merek meranti merah merdeka merpati merpaud merica meridian
    merchandise merger merit melamin melodi melon melayu mewah meteran
    berita berkas berkah berkat berapa berani berat berantas berlian bersih bersama bersama-sama berdasar
    berdasarkan berikut berikutnya berikutan berupa berbagai berkala berjenjang bertahap berurutan berturut-turut
    berulang-ulang berhubung berhubungan bersamaan berkenaan berkaitan bersangkutan berwenang bersumber berisi
    beranda beringin berlembar-lembar bernas beruang berlebih berlaku bersifat berbentuk berjalan bertempat""")
"""Shaped like an active verb of me- or ber-, but none that an activity could begin with."""

NOT_PASSIVE = words("""dia diagnosa diagnosis diagonal diagram dialek dialog diameter diapositif diare didaktik didaktis diesel dies
    difabel diferensiasi diferensial diferensiasi digital digitalisasi diklat dilema dimensi dinamika dinamis dinamisasi
    dinamisator dinamo dinas dinasti dinding dini dipa diploma diplomasi diplomat diplomatik direksi direktorat
    direktori direktur dirjen disain disabilitas disertasi diseminasi disinfektan disinfeksi disinformasi disinsentif
    disintegrasi disiplin disiplinaris disk diskon diskresi diskriminasi diskualifikasi diskusi dislokasi dispensasi
    disparitas disposisi dispute disrupsi distribusi distributor distorsi distrik diva diversifikasi diversi divestasi
    divisi divisum digester digitasi dilatasi dinkes dinsos dioda dioksida diorama diorit diskominfo diskusinya
    dibidang dibagian dibawah dibelakang didalam didaerah didepan didesa dikantor dikecamatan dikelurahan dilapangan
    dilingkungan dilokasi diloket diluar dimana dimanapun dimasing dimeja dimuka diruang diruangan disamping disana
    disetiap disebelah disekitar disekolah disekretariat diseluruh disini disitu disuatu ditempat ditengah ditingkat
    diatas diantara diaula diarea diakhir diawal diera dihari dihalaman dikabupaten dikota diprovinsi dirumah
    dikau diabetes diagnostik diaspora dinamit dividen disorder direktris distilasi distansi
    disorientasi disorganisasi direktorium dilematik difusi disentri divergen dikotomi dikhotomi dimer diode
    dipuskesmas diwilayah diposko dihadapan dipusat dipojok dinda dimulainya""")
"""Begins with di but is a noun, a preposition written together, or a name."""

ONE_SYLLABLE = words("bom cap cat cek dor hak klik lap las lim pel per pos rem sah set tag tap tes tik tip")
"""Roots of one syllable take menge-: mengecek, mengesahkan."""

PER_ROOTS = (
    "percaya",
    "percik",
    "pergok",
    "periksa",
    "perinci",
    "perintah",
    "periode",
    "perkara",
    "perkosa",
    "perlu",
    "perang",
    "peras",
)
"""Roots that begin with per; in front of other words it is a prefix (memperbaiki)."""

ACTIVE = {
    "kaji": "mengkaji",
    "pelajari": "mempelajari",
    "pekerjakan": "mempekerjakan",
    "punyai": "mempunyai",
    "peroleh": "memperoleh",
    "syaratkan": "mensyaratkan",
    "beri": "memberi",
    "tahu": "memberi tahu",
    "beritahu": "memberi tahu",
    "beritahukan": "memberitahukan",
    "tindaklanjuti": "menindaklanjuti",
}
"""Active verbs of roots that the rules of sound would bend wrongly."""

ROOTS = words("""acc ajak ajukan ambil antar atur awasi baca bagi bagikan bahas batalkan bawa bayar bentuk beri berikan bina
    buat bubuhi bubuhkan buka bukukan cap cari catat cek ceklis cermati cetak cocokkan copy cuci daftarkan
    dampingi dapatkan dengar diamkan didihkan digitalkan dinginkan dirikan disiplinkan diskusikan disposisikan
    distribusikan dokumentasikan download edit gandakan ganti gunakan hadiri hapus himpun hitung
    hubungi instal install isi isikan isilah jadwalkan jalankan jawab jelaskan jemput jilid kaji kelola
    keluarkan kembalikan kerjakan ketik kirim kirimkan klarifikasikan klik konfirmasikan konsultasikan
    koordinasikan kumpulkan kunjungi laksanakan lakukan lampirkan lapor laporkan lengkapi libatkan lihat
    login logout masuk masukkan minta mintakan mintalah mohon monitor mulai musnahkan naikkan nomori olah
    pakai panggil pantau pasang pastikan pelajari perbaiki perhatikan periksa persiapkan pilah pilih
    pindahkan pindai posting print publikasikan putuskan rangkum rapikan rawat rekam rekapitulasikan
    rencanakan rinci rumuskan sahkan salin sampaikan sandingkan scan sebarkan selesaikan serah serahkan
    setujui siapkan siapkanlah simak simpan sortir sosialisasikan submit sunting surati susun tagih tahan
    tambahkan tampilkan tandatangani tanggapi tarik tawarkan telaah telepon teliti tempatkan tempelkan
    tentukan terapkan terbitkan terima teruskan tetapkan tindaklanjuti tinjau tolak tuangkan tugaskan tulis
    tunggu tunjuk tutup ubah uji ukur umumkan undang unduh unggah update upload urus usulkan validasikan
    verifikasikan""")
"""Bare roots that people write as an order (Terima surat, Cek berkas), the loan words of the desk among them."""

EVENTS = words("""apel audiensi bimtek bintek briefing desk diklat ekspose expose forum gladi lokakarya meeting musrenbang
    musrenbangdes musyawarah pleno presentasi raker rakor rakortek rapat seminar sidang simulasi ujian upacara wawancara
    workshop penyuluhan asistensi konsinyering konsinyasi harmonisasi entry-meeting exit-meeting""")
"""Nouns of what people come together for: what is done is *melaksanakan*."""

THINGS = words(""" absensi agenda akta anggaran aplikasi arahan aset atk bahan barang berita berkas biaya bku blangko
    bukti buku dana disposisi dokumen dokumentasi dpa dpt draf draft edaran faktur form format formulir gaji
    hak hardcopy harga hari hasil himbauan honor honorarium ijin imbauan informasi instruksi isian isu izin
    jadwal jawaban jenis jumlah kajian kamus kartu kas kebijakan kegiatan kelengkapan keluhan kendala
    keputusan kerangka kertas kesepakatan kesimpulan ketentuan keterangan ketersediaan kinerja kode kondisi
    konsepsi kontrak koordinat kop kuesioner kuitansi kunjungan kwitansi lakip laman lampiran langkah
    laporan layanan lemari lembar lembaran lhp limbah link lkjip logistik lokasi lowongan lpj makanan mandat
    map masa masalah materi media meja mekanisme memo memorandum menit mesin metode mobil modul motor nama naskah
    negosiasi neraca nodin nomor nota notula notulen notulensi nphd obat objek obyek opini output pagu pajak
    paket papan pasal paspor password pelanggaran pelayanan pemberitahuan penawaran pencairan
    pendapat penghargaan pengumuman peraturan perbup perda perihal perjanjian perkara permintaan permohonan
    persediaan persyaratan pertanyaan pertimbangan  peta piagam piutang pk pkb plafon pokok posisi
    potensi produk profil program proposal prosedur rab rancangan ranperda raperda rapor realisasi referensi
    rekapan rekening rekomendasi rencana renja renstra resep resi  retribusi risalah rka rkpd rpjmd
    ruang ruangan rumusan saksi saldo sampel sanksi saran sarana sertifikat siaran sisa sistem sk skp slip
    soal soft softcopy solusi sop sp2d spd spesimen spj spm spp sppd sprint spt ssh ssp standar status
    stiker stok struktur surat susunan tagihan tanggal tanggapan target tarif tautan teguran teks telaahan
    telegram tembusan tempat temuan tender tiket tindakan titik tugas tujuan tunjangan uang undangan
    unggahan unsur uraian urusan username usulan vaksin validitas visum voucher waktu website wilayah""")
"""Nouns that an uraian begins with when it says what is handled, not what is done."""

_PAIRS = """
pengidentifikasian mengidentifikasi; pemungutan memungut; pemberitahuan memberitahukan; pemesanan memesan;
pembimbingan membimbing; pelatihan melatih; penambahan menambahkan; pelampiran melampirkan; penjilidan menjilid;
perpanjangan memperpanjang; pencabutan mencabut; penundaan menunda; pengaturan mengatur; penataan menata;
penyeleksian menyeleksi; pengawalan mengawal; pengamanan mengamankan;
pengembangan mengembangkan; peningkatan meningkatkan; pembersihan membersihkan; pelepasan melepaskan;
pengantaran mengantar; penjemputan menjemput; penampungan menampung; penandaan menandai;
analisis menganalisis; audit mengaudit; dialog berdialog; diskusi berdiskusi; disposisi mendisposisikan;
distribusi mendistribusikan; diseminasi mendiseminasikan; dokumentasi mendokumentasikan;
digitalisasi mendigitalkan; diagnosis mendiagnosis; evaluasi mengevaluasi; fasilitasi memfasilitasi;
finalisasi memfinalkan; identifikasi mengidentifikasi; implementasi mengimplementasikan;
inspeksi menginspeksi; investigasi menginvestigasi; inventarisasi menginventarisasi;
investarisasi menginventarisasi; klarifikasi mengklarifikasi; klasifikasi mengklasifikasikan;
kompilasi mengompilasi; konfirmasi mengonfirmasi; konsolidasi mengonsolidasikan;
konsultasi berkonsultasi; koordinasi berkoordinasi; koreksi mengoreksi; legalisasi melegalisasi;
mediasi memediasi; monitoring memantau; monev memantau dan mengevaluasi; negosiasi melakukan negosiasi;
observasi mengobservasi; otorisasi mengotorisasi; penelitian meneliti; publikasi memublikasikan;
registrasi meregistrasi; rekapitulasi merekapitulasi; rekonsiliasi merekonsiliasi; reviu mereviu;
revisi merevisi; seleksi menyeleksi; sosialisasi menyosialisasikan; sinkronisasi menyinkronkan;
standarisasi menstandarkan; standardisasi menstandarkan; supervisi menyupervisi; survei menyurvei;
survey menyurvei; validasi memvalidasi; verifikasi memverifikasi; visitasi memvisitasi;
instalasi menginstal; tabulasi menabulasi; transkripsi mentranskripsi; pembuatan membuat;
penyusunan menyusun; penyampaian menyampaikan; penandatanganan menandatangani;
penanda-tanganan menandatangani; penerbitan menerbitkan; pelaksanaan melaksanakan; pemberian memberikan;
persetujuan menyetujui; pengajuan mengajukan; penerimaan menerima; pemeriksaan memeriksa;
pengiriman mengirim; pengumpulan mengumpulkan; pengolahan mengolah; pengecekan mengecek;
pengetikan mengetik; pencatatan mencatat; pencetakan mencetak; penggandaan menggandakan;
pendistribusian mendistribusikan; pengarsipan mengarsipkan; penyimpanan menyimpan;
penyerahan menyerahkan; penetapan menetapkan; penentuan menentukan; pengesahan mengesahkan;
pengundangan mengundangkan; penomoran menomori; pemarafan memaraf; perbaikan memperbaiki;
penyempurnaan menyempurnakan; pembahasan membahas; penelaahan menelaah; pengkajian mengkaji;
pengujian menguji; penilaian menilai; pemilihan memilih; penunjukan menunjuk; penugasan menugaskan;
pengumuman mengumumkan; pengusulan mengusulkan; permintaan meminta; permohonan memohon;
pelaporan melaporkan; penghitungan menghitung; perhitungan menghitung; pembayaran membayar;
pencairan mencairkan; penagihan menagih; pembelian membeli; pengadaan mengadakan; penyediaan menyediakan;
penyiapan menyiapkan; persiapan mempersiapkan; perencanaan merencanakan; pemantauan memantau;
pengawasan mengawasi; pengendalian mengendalikan; pembinaan membina; pendampingan mendampingi;
pendataan mendata; pendaftaran mendaftarkan; penginputan menginput; pemasukan memasukkan;
pengisian mengisi; pengunggahan mengunggah; pengunduhan mengunduh; pemutakhiran memutakhirkan;
pembaruan memperbarui; pembaharuan memperbarui; perubahan mengubah; penghapusan menghapus;
pemusnahan memusnahkan; pemindahan memindahkan; pemeliharaan memelihara; perawatan merawat;
penggantian mengganti; pengambilan mengambil; pengembalian mengembalikan; penolakan menolak;
pembatalan membatalkan; penjadwalan menjadwalkan; penyelenggaraan menyelenggarakan;
penyelesaian menyelesaikan; penanganan menangani; penindaklanjutan menindaklanjuti;
pengelolaan mengelola; pengelompokan mengelompokkan; pemilahan memilah; penyortiran menyortir;
pengklasifikasian mengklasifikasikan; pembentukan membentuk; pembagian membagikan;
penyebaran menyebarkan; penyebarluasan menyebarluaskan; penayangan menayangkan; pemaparan memaparkan;
penjelasan menjelaskan; pengarahan mengarahkan; perumusan merumuskan; perekapan merekap;
perekaman merekam; penginventarisasian menginventarisasi; penginventarisiran menginventarisasi;
pemanggilan memanggil; pengundian mengundi; pembukaan membuka; penutupan menutup; pemotretan memotret;
pemasangan memasang; penempelan menempelkan; peninjauan meninjau; pengukuran mengukur;
pemetaan memetakan; penghimpunan menghimpun; penerusan meneruskan; pengagendaan mengagendakan;
pembubuhan membubuhkan; penyesuaian menyesuaikan; pencocokan mencocokkan; penelusuran menelusuri;
pencarian mencari; penarikan menarik; pemotongan memotong; penyetoran menyetorkan; pembukuan membukukan;
penatausahaan menatausahakan; penganggaran menganggarkan; pengalokasian mengalokasikan;
penyaluran menyalurkan; pelantikan melantik; penempatan menempatkan; pemindaian memindai;
pemrosesan memproses; pemprosesan memproses; penuangan menuangkan; pemberkasan memberkaskan;
pendokumentasian mendokumentasikan; penggunaan menggunakan; pemanfaatan memanfaatkan; peliputan meliput;
penyuntingan menyunting; penerjemahan menerjemahkan; peminjaman meminjam; pelayanan melayani;
pendisposisian mendisposisikan; pembacaan membaca; penyusutan menyusutkan; pengangkatan mengangkat;
pemberhentian memberhentikan; pelimpahan melimpahkan; penginformasian menginformasikan;
penyelidikan menyelidiki; penyidikan menyidik; penertiban menertibkan; penyegelan menyegel;
review mereviu; tinjauan meninjau; legalisir melegalisasi; edukasi mengedukasi; evakuasi mengevakuasi;
mobilisasi memobilisasi; aktivasi mengaktifkan; pembuktian membuktikan; pembebanan membebankan; usul mengusulkan
"""

PAIRS = {
    noun: verb
    for noun, _, verb in (pair.strip().partition(" ") for pair in _PAIRS.replace("\n", " ").split(";"))
}
"""Nouns of action, and the active verb that surely says the same."""

PHRASES = {
    "serah terima": "melakukan serah terima",
    "tanda terima": "",
    "tindak lanjut": "menindaklanjuti",
    "entry meeting": "melaksanakan entry meeting",
    "exit meeting": "melaksanakan exit meeting",
}
"""Two words that together are a noun, though the first alone might be an order; what says the same, if anything."""

LEADING = words("""selanjutnya kemudian lalu akhirnya terakhir pertama kedua ketiga keempat kembali segera langsung juga
    serta dan atau akan dapat harus wajib telah sudah sedang tidak belum perlu bisa boleh tetap maka yaitu
    itu wib wita wit setiap hari bulan tahun minggu selambat-lambatnya paling lambat agar supaya""")
"""Words that may stand in front of a verb and are none of the kinds that are looked for."""

AUXILIARIES = words(
    "akan dapat harus wajib telah sudah sedang tidak belum perlu bisa boleh mulai juga ikut turut"
)
"""Stand between a subject and its verb."""

CLAUSES = words("""jika apabila bila bilamana kalau jikalau setelah sesudah sebelum ketika saat sejak selama sambil dalam
    berdasarkan berdasar sesuai atas dengan melalui karena bagi pada dari terhadap menurut mengingat begitu
    untuk guna demi secara hingga sampai""")
"""Begin a clause or phrase in front of the main one."""

CONDITIONS = words("jika apabila bila bilamana kalau jikalau")
"""Clauses that belong to the branches of a decision."""

NOT_MAIN = words(
    "yang yg untuk guna agar supaya demi sebagai sebelum setelah sesudah ketika saat sambil serta dengan"
)
"""A verb behind these is not the main one of a sentence that began with a noun."""
