"""The words of role headings: how they are shortened, and which of them are words at all.

In: nothing. Out: tables for ``role_names`` and ``uraian``. Only what is unmistakable is spelt out: PPK, JFP or KPA
stand for different offices in different agencies and stay as they are.
"""

from sop_engine.rules.word_list import words

__all__ = ["HEADS", "OFFICES", "SHORT", "UNITS", "VOCABULARY"]

UNITS = words("""bagian bidang seksi dinas badan biro kantor subbagian subbidang subseksi subdirektorat subunit subkoordinator
    direktorat deputi inspektorat sekretariat urusan unit upt uptd cabang pusat instalasi ruangan desa dusun kelurahan
    sekolah puskesmas laboratorium gudang balai satuan kelompok kepaniteraan sie perpustakaan rumah""")
"""What a ``Kepala`` heads."""

SHORT = {
    word: long
    for long, words in {
        "kepala": "kpl",
        "kepala badan": "kaban",
        "kepala bagian": "kabag kabagian",
        "kepala bidang": "kabid",
        "kepala biro": "karo kabiro",
        "kepala cabang": "kacab",
        "kepala desa": "kades",
        "kepala dinas": "kadis",
        "kepala dusun": "kadus",
        "kepala instalasi": "kainstal kainstalasi",
        "kepala kantor": "kakan",
        "kepala pelaksana": "kalak kalaksa",
        "kepala puskesmas": "kapuskesmas",
        "kepala sekolah": "kepsek kasek",
        "kepala seksi": "kasi kasie kaseksi",
        "kepala subbagian": "kasubag kasubbag kasubbagian kasubagian",
        "kepala subbidang": "kasubbid kasubid kasubbidang kasubidang",
        "kepala subdirektorat": "kasubdit",
        "kepala subseksi": "kasubsi kasubseksi",
        "kepala unit": "kanit",
        "kepala satpol": "kasatpol",
        "kepala urusan": "kaur",
        "kepala uptd": "kauptd",
        "kepala upt": "kaupt",
        "subbagian": "subag subbag subagian",
        "subbidang": "subbid subid subidang",
        "subdirektorat": "subdit",
        "sekretaris badan": "sekban sesban",
        "sekretaris camat": "sekcam",
        "sekretaris daerah": "sekda",
        "sekretaris desa": "sekdes",
        "sekretaris dinas": "sekdin sekdis",
        "sekretaris jenderal": "sekjen",
        "sekretaris lurah": "seklur",
        "sekretariat daerah": "setda",
        "sekretaris dprd": "sekwan",
        "inspektur pembantu": "irban",
        "wakil kepala": "waka",
        "jabatan fungsional": "jf jafung",
        "jabatan fungsional tertentu": "jft",
        "jabatan fungsional umum": "jfu",
        "pejabat pelaksana teknis kegiatan": "pptk",
        "staf": "staff stap",
        "asisten": "ass",
        "bagian": "bag",
        "bendahara": "bend",
        "bidang": "bid",
        "direktorat": "dit",
        "seksi": "sie",
        "administrasi": "adm",
        "fungsional": "fungs",
        "kepegawaian": "kepeg",
        "keuangan": "keu",
        "perencanaan": "perenc",
        "program": "prog",
        "umum dan kepegawaian": "umpeg",
        "dan": "& dn",
        "kabupaten": "kab",
        "kecamatan": "kec",
        "koordinator": "koord",
        "perizinan": "perijinan",
        "tata usaha": "tu",
        "teknologi informasi": "ti",
    }.items()
    for word in words.split()
}
"""Short forms and what they stand for."""

HEADS = words("""kepala sekretaris sekda asisten staf pegawai petugas pejabat pelaksana tim ketua wakil anggota panitia pokja
    bendahara pembantu operator admin administrator administrasi analis pengelola pengadministrasi penata verifikator
    koordinator subkoordinator inspektur auditor arsiparis perencana pranata pemohon penyedia peserta pemeriksa
    penguji penyusun pengolah penelaah pengawas penyuluh penerima pengadu pelapor pengguna pelanggan pasien dokter
    perawat bidan apoteker guru dosen mahasiswa siswa masyarakat warga bupati walikota gubernur camat lurah direktur
    direksi manajer menteri deputi rektor dekan pimpinan atasan resepsionis sopir pengemudi satpam notulis sekretariat
    loket penanggung fasilitator pendamping konsultan narasumber tenaga pustakawan juru teknisi ajudan protokol
    kasir caraka kurir humas widyaiswara penilai penyidik paralegal ppk pptk kpa pa pphp ppid ppspm ppat plt plh jfp jft
    jfu jf jafung asn pns skpd opd ppnpn thl ulp ukpbj bpkad bkd bkpsdm bpbd bapenda bappeda bappedalitbang dprd rt rw
    ka kasub sub subbag subbid para masing-masing calon kementerian instansi lembaga perangkat perusahaan koperasi
    komisi fraksi majelis pengurus pengusul pengusaha diskominfo disdukcapil teknisi pengirim redaksi orang wali ibu
    bapak tamu user satpol damkar security customer korban keluarga ahli kader relawan nasabah investor vendor rekanan
    kontraktor pelaku panitera jaksa hakim polisi
    kecamatan kejaksaan kepolisian pengadilan imigrasi provinsi pemerintah universitas perguruan komunitas perwakilan
    pengunjung penduduk pelamar pengendali dalnis danton danru komandan kuasa pusdalops kapus kadinkes kadinsos
    kadisdik kapolsek kapolres danramil sespri radiografer pemilik pembimbing pembina pemimpin pedagang penjaga pemapar
    pembicara penghuni pengarah petani nelayan gapoktan regu driver programmer wartawan moderator redaktur editor host
    dirjen madrasah yayasan bank pihak pemenang""")
"""Words that name a performer at the beginning of a heading or of a sentence."""

OFFICES = frozenset(
    word for word, long in SHORT.items() if long.split()[0] in ("kepala", "sekretaris", "staf", "inspektur")
)
"""Short forms that are an office by themselves."""

VOCABULARY = frozenset(
    HEADS
    | UNITS
    | {part for long in SHORT.values() for part in long.split()}
    | words("""
    aset asisten anggaran analisis analisa arsip akuntansi akuntabilitas aparatur aplikasi bantuan barang belanja
    bina bupati bahan cipta daerah dalam dan data dengan desain dokumen dokumentasi ekonomi evaluasi farmasi fasilitasi
    fisik fungsional fungsi gizi hukum hubungan hutan industri informasi informatika infrastruktur inovasi investasi
    izin jabatan jalan jasa jaringan jenjang kearsipan kebersihan kebijakan kebudayaan kecamatan kegiatan kehutanan
    kelautan keluarga kelurahan kemasyarakatan kependudukan kepegawaian kepemudaan kerja kerjasama kesehatan
    kesejahteraan kesra ketahanan ketenagakerjaan ketertiban keuangan kinerja komisi komite komunikasi konservasi
    konstruksi kontrak kurikulum lalu lintas laporan layanan lingkungan logistik mutu madya muda ahli pertama utama
    mahir terampil penyelia pemula operasional operasi organisasi otonomi pajak pangan pariwisata pasar pelaporan
    pelatihan pelayanan pelayaran pelaksanaan pembangunan pembayaran pembelian pembina pembinaan pemberdayaan
    pemeliharaan pemerintah pemerintahan pemeriksaan pemuda penagihan penanaman pencatatan pencegahan pendapatan
    pendaftaran pendataan pendidikan penduduk pendidik penelitian peneliti penerimaan penerbitan penetapan pengadaan
    pengaduan pengajaran pengamanan pengawasan pengembangan pengelolaan pengeluaran pengendali pengendalian pengolahan
    pengujian pengusaha peningkatan penilaian pensiun penunjang penyaluran penyediaan penyelenggara penyelenggaraan
    penyusunan penyuluhan peralatan perangkat peraturan perbendaharaan percetakan perdagangan perekaman perekonomian
    perempuan perencanaan perhubungan perhutanan perikanan perizinan perkebunan perlengkapan perlindungan permohonan
    perpajakan perpustakaan persandian pertahanan pertamanan pertanahan pertanian pertanyaan perumahan perundangan
    undangan peternakan petani politik produk produksi produksian program promosi publik pusat rehabilitasi rekam
    rekening resiko risiko retribusi rumah tangga ruang sakip sarana prasarana satuan sertifikasi sertifikat setda
    sistem sosial statistik statistisi strategis sumber daya manusia surat survei surveyor swasta tata tenaga terpadu
    teknik teknis teknologi telekomunikasi transmigrasi transportasi tugas umum unggulan usaha usul usulan verifikasi
    wilayah wisata penata penataan perawatan pelatih pelapor pemakai pemasaran pemasukan pemakaman pemadam pemulihan
    pendukung pengacara pengajar pengantar pengarsip pengarsipan pengatur pengaturan pengesahan penghubung pengirim
    pengiriman penginapan penguatan pengumpul pengumpulan pengurus pengurusan penindakan pengkajian penyimpan
    penyimpanan penyelesaian penyelesai penyidikan penyelidik penyelidikan penyiapan penyiaran penyewa peralihan
    perancang perancangan perekam perakitan perbaikan perbekalan percepatan pergudangan perkantoran perkara perorangan
    persidangan persuratan pertimbangan pertambangan perusahaan perwakilan perlombaan permukiman permuseuman
    administratif agenda agendaris keterampilan terminal terbuka tertib tertentu makanan minuman medis medik
    """)
)
"""Words that occur in role headings: between two of them nothing is misspelt."""
