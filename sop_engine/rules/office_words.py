"""Words of office documents that are spelled right.

In: nothing. Out: ``OFFICE_WORDS``, of seven letters or more, in small letters; inflected forms stand for themselves.

Indonesian office language is full of right words that differ by one letter (penetapan and penerapan, pengadaan and
pengaduan, pencairan and pencarian, kontrak and kontak). Of a word that stands here no misspelling is suspected, and of
two words that stand here neither is one of the other.
"""

__all__ = ["OFFICE_WORDS"]

_TEXT = """
absensi adendum administrasi administratif agendaris akademik akademis akreditasi aktivitas akuntabilitas
akuntansi alokasi ambulans analisis anggaran anggota aparatur aplikasi aplikasinya apoteker apresiasi
arsiparis arsitek asistensi asuransi autentik autentikasi bahasan bangunan bantuan bappeda beasiswa belanja
bencana bendahara bendaharawan berbasis berhasil berikut berjalan berjangka berkala berkelanjutan berlaku
bermotor bersama bersangkutan bertahap bertugas berwenang beserta bimbingan biodata birokrasi bulanan cabinet
capaian catatan catatannya consent daerahnya deklarasi dekonsentrasi deskripsi diagendakan diajukan dianalisis
diarsipkan dibahas dibayar dibayarkan dibuatkan dibukukan dibutuhkan dicatat dicetak didisposisi
didistribusikan didokumentasikan dievaluasi difasilitasi difotokopi digandakan digital dihimpun diinput
dijadwalkan dijilid dikembalikan dikirim diklarifikasi dikonsultasikan dikoordinasikan dikoreksi dikumpulkan
dilaksanakan dilampirkan dilaporkan dilegalisasi dilengkapi dinamika dinilai dinomori diparaf dipelajari
dipelihara diperbaiki diperiksa diperlukan dipublikasikan diregistrasi direkap direktorat direktori direktur
direvisi disabilitas disahkan disampaikan diselesaikan disempurnakan diserahkan disetujui disiapkan disimpan
disiplin diskusi disosialisasikan disposisi distempel distribusi disusun ditandatangani ditelaah diterbitkan
diterima ditetapkan ditindaklanjuti ditinjau ditolak diumumkan diundang diunggah diusulkan diverifikasi
dividen dokumen dokumennya dokumentasi drainase efektif efisiensi ekonomi ekspedisi elektronik evaluasi
fakultas fasilitas fasilitasi filling filosofi flashdisk formasi formulir fungsional gabungan gambaran
gangguan garansi geografis golongan gubernur handphone hardware hasilnya hiburan himpunan honorarium hubungan
hukuman identifikasi identitas ikhtisar imbauan implementasi imunisasi indikator individu industri informasi
informed infrastruktur inisiatif inovasi insentif insinyur inspeksi inspektorat instalasi instansi instruksi
instrumen integrasi intensif internal internet inventaris inventarisasi investasi irigasi istimewa jabatan
jaminan jaringan jawaban jembatan jurusan kabinet kabupaten kalender kalkulasi kandungan karyawan kasubag
kasubbag kasubbid kategori kawasan keagamaan keamanan kearsipan kebakaran kebencanaan kebendaharaan kebersihan
kebijakan kebinamargaan kebudayaan kebutuhan kecamatan kedatangan kediklatan kedinasan kedudukan kefarmasian
kegiatan kegiatannya kehadiran kehilangan kehumasan kehutanan kejadian kejaksaan kekayaan kekuatan kekurangan
kelahiran kelainan kelautan kelayakan kelebihan kelengkapan kelompok keluaran keluarga keluhan kelulusan
kelurahan kemahasiswaan kemajuan kemampuan kematian kementerian kemitraan kenaikan kendala kendaraan
keolahragaan kepangkatan kepariwisataan kepegawaian kependidikan kependudukan kepentingan keperawatan
keperluan kepolisian keprotokolan keputusan kerangka kerjasama kerohanian kerugian kerumahtanggaan kesalahan
kesehatan kesejahteraan kesekretariatan keselamatan kesempatan kesenian kesepahaman kesepakatan kesesuaian
kesimpulan ketahanan ketatausahaan ketenagakerjaan ketentuan keterangan keterkaitan keterlambatan ketersediaan
ketertiban ketetapan ketransmigrasian keuangan kewajiban kewenangan kewilayahan kewirausahaan kinerja
klarifikasi klasifikasi klausul komandan komisaris kompensasi kompetensi kompetisi kompilasi komponen komputer
komputernya komunikasi komunitas kondisi koneksi konfirmasi konsepsi konstruksi konsultan konsultasi konsumsi
kontrak kontraktual kontribusi konvensi koordinasi koordinator koperasi koreksi korespondensi kualifikasi
kualitas kuantitas kuesioner kuitansi kunjungan kurikulum laboratorium lainnya lampiran langsung lapangan
laporan laporannya layanan legalisasi legalitas legislasi lembaga lembaran lingkungan literatur logistik
lokakarya lokasinya magnetik mahasiswa majelis makalah maksimal manajemen manfaat masalah masukan masyarakat
material mekanik mekanisme melaksanakan melakukan melalui meliputi memaraf membahas memberikan membuat
memenuhi memeriksa memverifikasi menandatangani mendirikan menerima meneruskan mengarsipkan mengirim
mengirimkan mengolah mengumpulkan menteri menurut menyampaikan menyerahkan menyiapkan menyimpan menyusun
metadata meterai mingguan minimal mitigasi mobilisasi moneter monitoring mutakhir narasumber nasional
negosiasi nelayan nomenklatur nominatif notaris notebook notifikasi notulis numerik objektif observasi
operasional operator organisasi orientasi otentik otentikasi otomatis otoritas panduan pangkalan pangkat
panitia paparan parameter paripurna pariwisata parkiran partisipasi pascasarjana pedoman pegawai pejabat
pekerja pekerjaan pelabuhan pelajaran pelaksana pelaksanaan pelamar pelanggan pelanggaran pelantikan pelapor
pelaporan pelatihan pelayanan pelayaran pelelangan peluang pemadanan pemakaian pemakaman pemandu pemanfaatan
pemangkasan pemangku pemantau pemantauan pemaparan pemasaran pemasok pemasokan pemasukan pembagian pembahas
pembahasan pembanding pembangunan pembantu pembatalan pembawa pembayaran pembekalan pembelajaran pembeli
pembelian pembentukan pemberhentian pemberian pemberitahuan pembiayaan pembicara pembimbing pembina pembinaan
pembuat pembuatan pembukaan pembukuan pemegang pemekaran pemeliharaan pemenang pemenuhan pemeriksa pemeriksaan
pemerintah pemerintahan pemesanan pemetaan pemilihan pemilik pemilikan pemimpin pemindahan pemindahtanganan
pemindai pemindaian peminjam peminjaman pemisahan pemohon pemrosesan pemulihan pemungut pemungutan pemusnahan
penagihan penaikan penamaan penanaman penandatanganan penanganan penanggung penarikan penataan penawaran
pencabutan pencacahan pencairan pencalonan pencapaian pencarian pencatat pencatatan pencetak pencetakan
penciptaan pendaftar pendaftaran pendamping pendampingan pendanaan pendapat pendapatan pendata pendataan
pendayagunaan pendidik pendidikan pendirian pendistribusian penduduk pendukung pendukungnya penelaah
penelaahan peneliti penelitian penempatan penentu penentuan penerangan penerapan penerbit penerbitan penerima
penerimaan penertiban penetapan pengabdian pengacara pengadaan pengadilan pengaduan pengairan pengajar
pengajaran pengajuan pengakuan pengalihan pengaman pengamanan pengamatan pengambilan penganggaran pengangkatan
pengangkutan pengantar pengantaran pengarahan pengarsipan pengasuhan pengaturan pengawas pengawasan pengecekan
pengelola pengelolaan pengelompokan pengeluaran pengembalian pengembangan pengendali pengendalian pengendara
pengesahan pengesahannya pengetahuan pengetikan pengganti penggantian pengguna penggunaan penghapusan
penghargaan penghasilan penghematan penghentian penghitung penghitungan penghubung penghuni pengirim
pengiriman pengkajian pengolah pengolahan penguasa penguasaan penguatan penguji pengujian pengukuran pengumpul
pengumpulan pengumuman pengungsi pengunjung pengurangan pengurus pengurusan pengusaha pengusulan penilai
penilaian penilik peningkatan peninjauan penjaga penjual penjualan penolakan penomoran pensiun pentahapan
penugasan penulisan penundaan penunjang penunjuk penunjukan penutupan penyakit penyaluran penyampai
penyampaian penyebaran penyedia penyediaan penyelenggara penyelenggaraan penyelesaian penyelia penyerahan
penyerangan penyerapan penyertaan penyetor penyetoran penyewaan penyiapan penyidik penyidikan penyimpan
penyimpanan penyuluhan penyusun penyusunan penyusutan perairan peralatan peramalan perangkat peraturan
peraturannya perawatan perbaikan perbandingan perbankan perbantuan perbekalan perbendaharaan perbuatan
percepatan percobaan perdagangan perekam perekaman perekonomian perempuan perencana perencanaan peresmian
pergantian pergeseran pergudangan perhatian perhitungan perhubungan perihal perikanan perincian peringatan
peringkat peringkatan perintah periode periodik peristiwa perizinan perjalanan perjanjian perkantoran perkara
perkebunan perkembangan perkiraan perkuliahan perlakuan perlengkapan perlindungan permasalahan permendagri
permenkeu permenpan permintaan permodalan permohonan permukiman permulaan pernyataan perolehan perorangan
perpajakan perpanjangan perpindahan perpres perpustakaan persalinan persampahan persandian persediaan
persekutuan persentase perseorangan persetujuan persiapan persidangan personalia personel persuratan
persyaratan pertahanan pertambangan pertanahan pertandingan pertanggungjawaban pertanian pertanyaan pertemuan
pertimbangan pertimbangannya pertokoan pertukaran pertumbuhan perubahan perumahan perumusan perundang
perundangan peruntukan perusahaan perwakilan pesanan pesangon peserta peternak peternakan petikan petugas
petunjuk pimpinan pimpinannya pinjaman pokoknya potensi potongan prakiraan praktik praktikum pramubakti
pranata prasarana prasyarat presensi presentasi presiden prestasi prinsip printer prioritas produksi profesi
prognosis program programmer promosi proposal prosedur protokol protokoler provinsi proyeksi proyektor
psikotes publikasi puskesmas radiologi rahasia rancangan rangkuman rasionalisasi realisasi referensi reformasi
register registrasi regulasi rehabilitasi rekaman rekapitulasi rekening reklame rekomendasi rekonsiliasi
rekrutmen relawan relokasi rencana rencananya renovasi renstra republik resepsionis responden restoran retensi
retribusi ringkasan risalah ruangan rujukan rumahtangga rumusan rutinitas salinan sambutan sanggahan sanitasi
santunan sarjana sasaran scanner sebagai sebagian sebelumnya sejumlah sekolah sekretariat sekretaris seksama
selebaran seleksi selesai seluruh sementara semester semesteran seminar sengketa seragam serahan serangkaian
serikat sertifikasi sertifikat sertijab sertipikat setoran silabus simpanan simulasi sinkronisasi sirkulasi
sistematis siswanya skenario skripsi software sosialisasi spanduk spesifikasi standar standardisasi standarnya
statistik stempel stetoskop strategi strategis struktur struktural subbagian subbidang subkegiatan subsidi
substansi sumbangan supervisi susulan susunan swadaya swakelola tabulasi tagihan tahanan tahapan tahunan
tanggapan tanggung tanggungan tatacara teknisi teknologi telaahan telekomunikasi telepon tembusan template
tenggat tensimeter tentang tentatif teragenda terakhir terarsip terbaru terbayar tercatat tercetak terdaftar
terdata terdistribusi terdokumentasi terealisasi terekam terevakuasi terhadap terinput terinventarisasi
terkait terkirim terklasifikasi terkoreksi terkumpul terlaksana terlaksananya terlampir terlayani terminal
terpadu terpantau terpilih terpublikasi tersampaikan terselesaikan tersimpan tersosialisasi tersusun
tertangani tertulis terunggah tervalidasi terverifikasi tindakan tindaklanjut tinggal tinjauan topografi
transaksi transkrip translasi transportasi tridarma triwulan triwulanan tugasnya tunjangan tuntutan tutorial
undangan universitas vaksinasi validasi validitas variabel verifikasi verifikator vertikal walikota wawancara
wawasan website wewenang wilayah yudisial yurisdiksi
"""

OFFICE_WORDS = frozenset(_TEXT.split())
