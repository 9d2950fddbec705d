"""Words of office procedures that the linter must know for what they are.

Lists for tests only: the linter knows most of these by their sound, not by a list.
"""


def _words(text: str) -> list[str]:
    """The words of a list."""
    return text.split()


VERBS = _words("""
menyusun membuat memeriksa menerima mengirim mengirimkan menyampaikan menyerahkan menyiapkan mempersiapkan
menandatangani memaraf mengetik mencetak menggandakan mengarsipkan menyimpan mencatat mengagendakan mendisposisikan
meneruskan mengembalikan memperbaiki merevisi mengoreksi meneliti menelaah mengkaji menilai menguji memverifikasi
memvalidasi mengevaluasi menganalisis menganalisa mengolah merekap merekapitulasi mengumpulkan menghimpun mendata
menginventarisasi menginventarisir mengidentifikasi mengklasifikasikan mengelompokkan menghitung menetapkan menentukan
memutuskan menyetujui menolak mengesahkan mengundangkan menerbitkan mengumumkan menyebarluaskan mensosialisasikan
menyosialisasikan mempublikasikan memublikasikan mendistribusikan membagikan menyalurkan membayar membayarkan
mencairkan menagih memungut menyetor menyetorkan membukukan menatausahakan menganggarkan merencanakan melaksanakan
menyelenggarakan melakukan mengadakan mengikuti menghadiri memimpin membuka menutup memandu memfasilitasi
mengoordinasikan mengkoordinasikan mengkoordinir berkoordinasi berkonsultasi berdiskusi bermusyawarah membahas
memaparkan mempresentasikan menjelaskan menginformasikan memberitahukan melaporkan melapor mengusulkan mengajukan
memohon meminta memanggil mengundang menghubungi menyurati memesan membeli memilih menunjuk menugaskan memerintahkan
menginstruksikan mengarahkan memberi memberikan membina membimbing mendampingi melatih mengawasi memantau memonitor
memonitoring mengendalikan mengukur meninjau menyurvei mensurvei mengecek mengklarifikasi mengonfirmasi
mengkonfirmasi mencocokkan membandingkan menyandingkan menyesuaikan melengkapi menambahkan mengisi menginput mengentri
mengunggah mengupload mengunduh mendownload memindai mengakses mengoperasikan memproses memasukkan menuangkan
merumuskan mendokumentasikan menempelkan memasang membubuhkan menomori memberkaskan melampirkan menjilid menstempel
mengantar mengantarkan menjemput mengambil memindahkan memelihara merawat memusnahkan menghapus mengubah mengganti
memperbarui memperbaharui memperpanjang mencabut membatalkan menunda menjadwalkan mengatur menata mengelola melayani
menanggapi menjawab menindaklanjuti menyelesaikan menyempurnakan memfinalisasi memfinalkan menyimpulkan mencermati
mempelajari memahami menyeleksi menyaring mewawancarai menyortir memilah menimbang memotret merekam mendesain
merancang membangun mengembangkan meningkatkan menggunakan memanfaatkan menyediakan menyewa meminjam meminjamkan
mengajak melibatkan membentuk melantik mengangkat memberhentikan memutasi mempromosikan menyita menyegel menertibkan
menegur memperingatkan menindak menyelidiki menyidik melimpahkan menuntut mendaftar mendaftarkan meregistrasi
menandai mengemas menimbun menanam membersihkan mensterilkan menerjemahkan menyunting meliput menayangkan
menyiarkan menyebarkan mengumpulkan mengalokasikan merealisasikan memutakhirkan mengupdate mereview mereviu
mengaudit mengasistensi mengharmonisasi menyinkronkan menyelaraskan mengintegrasikan mengimplementasikan menerapkan
mentransfer mentabulasi menyalin membaca menulis menyebutkan memastikan menjamin mengupayakan membantu mewakili
bekerja berangkat me-review meng-upload meng-input mem-posting men-download men-scan me-_review_
""")

NOUNS = _words("""
pembuatan penyusunan pemeriksaan penerimaan pengiriman penyampaian penyerahan penyiapan persiapan penandatanganan
pemarafan pengetikan pencetakan penggandaan pengarsipan penyimpanan pencatatan pengagendaan pendisposisian penerusan
pengembalian perbaikan penelitian penelaahan pengkajian penilaian pengujian pengolahan perekapan pengumpulan
penghimpunan pendataan penginventarisasian pengidentifikasian pengklasifikasian pengelompokan penghitungan perhitungan
penetapan penentuan persetujuan penolakan pengesahan pengundangan penerbitan pengumuman penyebarluasan
pendistribusian pembagian penyaluran pembayaran pencairan penagihan pemungutan penyetoran pembukuan penatausahaan
penganggaran perencanaan pelaksanaan penyelenggaraan pengadaan pembukaan penutupan pembahasan pemaparan penjelasan
pemberitahuan pelaporan pengusulan pengajuan permohonan permintaan pemanggilan pemesanan pembelian pemilihan
penunjukan penugasan pengarahan pemberian pembinaan pembimbingan pendampingan pelatihan pengawasan pemantauan
pengendalian pengukuran peninjauan pengecekan pencocokan penyesuaian penambahan pengisian penginputan pengunggahan
pengunduhan pemindaian pemrosesan perumusan pendokumentasian penempelan pemasangan pembubuhan penomoran pemberkasan
pelampiran penjilidan pengambilan pemindahan pemeliharaan perawatan pemusnahan penghapusan perubahan penggantian
pembaruan perpanjangan pencabutan pembatalan penundaan penjadwalan pengaturan penataan pengelolaan pelayanan
penyelesaian penyempurnaan penyeleksian verifikasi validasi evaluasi koordinasi konsultasi disposisi sosialisasi
publikasi klarifikasi konfirmasi identifikasi inventarisasi rekapitulasi rekonsiliasi registrasi distribusi dokumentasi
fasilitasi implementasi monitoring reviu review revisi rapat sidang musyawarah diskusi keputusan kegiatan kesepakatan
tersusunnya terlaksananya surat nota dokumen laporan berkas undangan usulan hasil berita formulir lampiran
""")

PASSIVES = _words("""
dibuat disusun diperiksa diterima dikirim dikirimkan disampaikan diserahkan disiapkan dipersiapkan ditandatangani
diparaf diketik dicetak digandakan diarsipkan disimpan dicatat diagendakan didisposisikan diteruskan dikembalikan
diperbaiki direvisi dikoreksi diteliti ditelaah dikaji dinilai diuji diverifikasi divalidasi dievaluasi dianalisis
diolah direkap dikumpulkan dihimpun didata diinventarisasi diidentifikasi diklasifikasikan dikelompokkan dihitung
ditetapkan ditentukan diputuskan disetujui ditolak disahkan diundangkan diterbitkan diumumkan disebarluaskan
disosialisasikan dipublikasikan didistribusikan dibagikan disalurkan dibayar dibayarkan dicairkan ditagih dipungut
disetor disetorkan dibukukan ditatausahakan dianggarkan direncanakan dilaksanakan diselenggarakan dilakukan diadakan
diikuti dihadiri dipimpin dibuka ditutup dibahas dipaparkan dijelaskan diinformasikan diberitahukan dilaporkan
diusulkan diajukan dimohon diminta dipanggil diundang dihubungi dipesan dibeli dipilih ditunjuk ditugaskan
diperintahkan diarahkan diberi diberikan dibina didampingi diawasi dipantau dimonitor dikendalikan diukur ditinjau
dicek diklarifikasi dikonfirmasi dicocokkan disesuaikan dilengkapi ditambahkan diisi diinput diunggah diupload
di-upload di-review diunduh dipindai diproses dimasukkan dituangkan dirumuskan ditempelkan dipasang dibubuhi
dinomori dilampirkan dijilid distempel diantar diambil dipindahkan dipelihara dirawat dimusnahkan dihapus diubah
diganti diperbarui diperpanjang dicabut dibatalkan ditunda dijadwalkan diatur ditata dikelola dilayani ditanggapi
dijawab ditindaklanjuti diselesaikan disempurnakan dicermati dipelajari diseleksi dipilah digunakan disediakan dipinjam
dilibatkan dibentuk dilantik diangkat dilimpahkan didaftarkan ditandai disalin dibaca ditulis dipastikan
""")

NEITHER = _words("""
dinas direktur dinding dini dipa diklat dokumen disiplin diskominfo disdukcapil dishub dimana diatas didalam dimensi
diploma dialog distrik dividen divisi diagram digital diktat direksi direktorat dispensasi distributor disk
menteri menit meja media mekanisme memo mental metode merek meeting mesin meter medis mei mengenai menurut melalui
memorandum mentor merupakan merah berkas berita bersama berdasarkan berikut bendahara beberapa berapa berkala bersih
berbagai berjenjang sesuai setelah selanjutnya kepala staf tim dan di ke dari
""")
"""No verbs, though many look like one."""

BENT = {
    "dibagikan": "membagikan",
    "diterima": "menerima",
    "disusun": "menyusun",
    "dikirim": "mengirim",
    "diperiksa": "memeriksa",
    "diperbaiki": "memperbaiki",
    "dipelajari": "mempelajari",
    "diperoleh": "memperoleh",
    "diperlukan": "memerlukan",
    "diperintahkan": "memerintahkan",
    "diproses": "memproses",
    "dicek": "mengecek",
    "disahkan": "mengesahkan",
    "dites": "mengetes",
    "dicetak": "mencetak",
    "dikaji": "mengkaji",
    "dilaksanakan": "melaksanakan",
    "dinilai": "menilai",
    "dinyatakan": "menyatakan",
    "diarsipkan": "mengarsipkan",
    "ditransfer": "mentransfer",
    "diklarifikasi": "mengklarifikasi",
    "disyaratkan": "mensyaratkan",
    "dikhususkan": "mengkhususkan",
    "diverifikasi": "memverifikasi",
    "difasilitasi": "memfasilitasi",
    "dijilid": "menjilid",
    "dihitung": "menghitung",
    "diwakili": "mewakili",
    "dirumuskan": "merumuskan",
    "dimohon": "memohon",
    "ditindaklanjuti": "menindaklanjuti",
    "dilaksanakannya": "melaksanakan",
    "di-upload": "meng-upload",
    "di-review": "me-review",
    "di-posting": "mem-posting",
    "pembuatan": "membuat",
    "penyusunan": "menyusun",
    "verifikasi": "memverifikasi",
    "koordinasi": "berkoordinasi",
    "rapat": "melaksanakan rapat",
    "penandatanganan": "menandatangani",
    "pengarsipan": "mengarsipkan",
    "pembuluhan": None,
    "surat": None,
    "menyusun": None,
    "dinas": None,
}
"""Nouns and passive verbs, and the active verb that is offered for them."""
