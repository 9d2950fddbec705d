"""Activities as offices write them, by what the linter must say of them.

Data for tests only, from every kind of office: villages, clinics, schools, registry, patrols, audit, relief, procurement.
"""


def _lines(text: str) -> list[str]:
    """The lines of a list."""
    return text.strip().splitlines()


QUIET = _lines("""
Mem-verifikasi berkas
Me review draft SK
Upload dokumen ke SPSE
Download formulir
Scan dokumen
Jika lengkap, lanjut ke tahap berikutnya
Jika tidak lengkap, mengembalikan kepada pemohon
Bila setuju membubuhkan paraf
Cap stempel surat
Serahkan surat kepada pemohon
Menyerahkan surat keterangan ke pemohon
Memanggil pasien sesuai nomor urut
Mengkaji kebutuhan pasien
Mendokumentasikan dalam rekam medis
Meracik obat
Cuci tangan
Memasang APD
Lakukan hand hygiene
Beri salam
Rujuk pasien
Konseling gizi
Membahas RAPBS bersama komite
Bersama komite sekolah menyusun RKAS
Bersama tim menyusun RKA
Melaksanakan patroli
Razia gabungan
Menerbitkan Surat Perintah Tugas (SPT)
Setelah disetujui kemudian dicetak
Atas nama Bupati menandatangani surat
Mendisposisi surat
Menuju lokasi kejadian
Meluncur ke lokasi
Tiba di lokasi
Kembali ke kantor
Lanjut ke langkah 5
Menerbitkan SP2D
Posting jurnal
Menjurnal transaksi
Jurnal umum
Membuat BKU
Mengusulkan kenaikan pangkat
Mengtik surat
Menyusn laporan
Memebuat surat
Mengupload LKJiP ke e-SAKIP
menerima surat masuk
Langkah 1: Menerima surat
Tahap I. Menerima surat
Menerima (surat masuk) dan mencatat
Persilakan pasien duduk
Kenakan sarung tangan
Posisikan pasien
Tekan tombol on
Perlihatkan hasil
Atasi keluhan
Lengkapi berkas
Gunakan APD
Kencangkan baut
Dokumentasikan tindakan
Dengarkan keluhan pasien
Diamkan selama 5 menit
Distribusikan surat
Tersusun laporan
Kepada Kabid untuk diperiksa
Proses selesai
Koordinasikan dengan OPD terkait
Cek lokasi
Ceklist berkas
Checklist kelengkapan
Checking berkas
Crosscheck data
Follow up surat
Backup data
Update data pegawai
Upgrade aplikasi
Meng-_update_ data
me-reset password
Membuat/mengirim surat
Membuat-mengirim surat
Melaporkan bahwa kegiatan telah dilaksanakan
Bersurat kepada OPD
Bermohon kepada Bupati
Tahapan verifikasi
An. Bupati menandatangani surat
Pemohon yang berkasnya lengkap
Untuk memperoleh data, menyurati OPD
Dengan aplikasi SIPD, menginput data
Secara berkala dilakukan pemantauan
Pada hari pelaksanaan, menyiapkan ruangan
Minimal 3 hari sebelumnya mengirim undangan
Hari ke-3 mengirim undangan
Kembali memeriksa konsep
Ikut menyusun
Belum lengkap
Sudah lengkap
Tidak setuju
Ttd kadis
Tindak lanjuti disposisi
Menindak lanjuti disposisi
Menanda tangani surat
Mem periksa surat
Ploting anggaran
Persiapan rapat: - menyiapkan undangan
Pemohon memiliki KTP
Dirikan tenda
Antre di loket
Menunggu panggilan
Visite dokter
Konsul dokter spesialis
Informed consent
Belajar mengajar
Gelar rapat
Padamkan api
Pungut pajak
Rekap absensi
Entri data
Meng-upload, menginput
Melegalisir dokumen
Menscan dokumen
Mendrop barang
Minta tanda tangan
Beserta tim menyusun laporan
Daftar di loket
Data pemohon
Dinas luar
Tinjau lokasi
Terbitkan SK
Memenuhi syarat
Diskusikan hasil
Setiap tanggal 5 menyampaikan laporan
""")
"""No finding: an active verb or an order stands in front, or a reader could not be sure."""

BEGUN_BY_NOUN = _lines("""
Penandatanganan surat keterangan oleh Lurah
Observasi pasien
Observasi pasien selama 2 jam
Pemberian obat dan konseling
Pengumuman hasil seleksi PPDB
Ujian praktik
Penertiban PKL
Surat Tugas
Reviu berjenjang
Disposisi Kepala Dinas
Disposisi surat masuk
Evakuasi korban
Penyaluran bantuan logistik
Aktivasi posko
Pembuktian kualifikasi
Evaluasi administrasi, teknis, dan harga
Masa sanggah
Klarifikasi dan negosiasi teknis dan harga
Serah terima barang
Pembebanan anggaran
Pengundangan dalam Berita Daerah
Tersedianya dokumen
Sistem mengirim notifikasi
Aplikasi menampilkan hasil
Dokumentasi kegiatan
Monitoring dan evaluasi
Survei lokasi
Survey lapangan
Berkas masuk
Telaahan staf
Pelayanan pengaduan
Pelaksanaan kegiatan
Pembuatan nota dinas: undangan, lampiran
Kegiatan: Penyusunan laporan
Pencetakan dan penyerahan
Disinfeksi ruangan
Imunisasi balita
Evaluasi pembelajaran
Supervisi kelas
Pembongkaran bangunan liar
Pemadaman api
Persiapan alat
Koreksi aritmatik
SPM terbit
Pelimpahan kas
Rekapan absen
Pengajuan permohonan
Pengarahan pimpinan
Kesepakatan bersama
Keputusan Kepala
Kedatangan tamu
Survei dilakukan tim
Tinjauan lokasi
Kebersihan ruangan
Perjalanan dinas
Pertemuan dengan warga
Perawatan luka
""")
"""A noun stands in the place of the verb."""

PASSIVE = _lines("""
Dicetak KTP-el
KTP-el dicetak oleh operator
Berkas tidak lengkap dikembalikan kepada pemohon
Jika tidak lengkap, dikembalikan kepada pemohon
Jika tidak lengkap, berkas dikembalikan kepada pemohon
Apabila disetujui maka SK ditandatangani
Pasien dirujuk ke RSUD
Pasien diminta menunggu di ruang tunggu
Surat Perintah Tugas diterbitkan
Kemudian surat dikirim
Kemudian dikirim ke BKN
Kontrak ditandatangani kedua belah pihak
Barang diterima dan diperiksa
Usulan diverifikasi oleh BKPSDM
Cuti disetujui
DIPROSES LEBIH LANJUT
Dilakukan pemeriksaan fisik
Telah diterima berkas
Dinomori surat
Pasien meninggal dibawa ke kamar jenazah
Surat masuk diterima, dicatat dan didisposisi
Draft laporan yang sudah direvisi dikirim
di-update oleh admin
Ibu hamil ditimbang
Pengaduan diterima
Jika Ya, lanjut; jika Tidak, dikembalikan
Tidak dapat diproses
Konsep di periksa oleh Kabid
Surat dinas dibuat
Laporan di simpan di arsip
a. nota dinas dibuat
Tanggal pelaksanaan ditetapkan
Didirikan tenda pengungsian
Berkas yang sudah lengkap dan benar, diproses lebih lanjut oleh operator
Berkas permohonan yang telah lengkap diserahkan oleh petugas untuk diverifikasi
SK yang telah ditandatangani, dicap dan diarsipkan
SK yang telah ditandatangani dan dicap diarsipkan
Surat tersebut dibaca dan didisposisi
Hasil rapat dituangkan dalam notula
Hasilnya dilaporkan kepada pimpinan
Hasilnya dikirim
Seluruh berkas permohonan diverifikasi
Setiap surat masuk dicatat
Nomor surat diberikan
Pelanggar diberi surat teguran
BAP ditandatangani
Kendaraan dipersiapkan
Alat dipersiapkan
Peralatan dipersiapkan
Perlengkapan disiapkan
BAST ditandatangani
SPPBJ diterbitkan PPK
SPK/kontrak ditandatangani
SPM diajukan ke BPKAD
KGB diproses
DUPAK dinilai tim penilai
SKP disusun
Permohonan diteliti
Pengaduan diterima melalui SP4N-LAPOR!
Kunjungan dilakukan
Naskah diketik
Dari hasil verifikasi, disusun rekomendasi
Dana BOS dicairkan
Dana dicairkan lalu dibelanjakan
Data dikirim
Hasil tinjauan dibuatkan BAP
SKRD diterbitkan
Harus ditandatangani
Dapat diwakilkan
Tidak disetujui
Kesesuaian data diperiksa
Ketidaksesuaian dikembalikan
Kekurangan berkas dilengkapi
Keberatan diajukan oleh pemohon
Pekerjaan dilaksanakan penyedia
""")
"""A passive verb, alone or behind what is handled."""

BEGUN_BY_SUBJECT = _lines("""
Pihak ketiga menyerahkan barang
Bank menerbitkan SP2D
Pembina upacara memberi amanat
Regu pemadam menuju TKK
Petugas loket menerima berkas permohonan
Pemohon mengajukan permohonan ke loket
Sekretaris Lurah memaraf surat keterangan
Dokter memberikan resep
Orang tua/wali mengisi formulir pendaftaran
Kepala sekolah menetapkan hasil seleksi
Danton memimpin apel
Satpol PP melakukan penertiban
Tim audit melaksanakan entry meeting
Pengendali Teknis mereviu KKA
Inspektur mendisposisi LHP
Irban memeriksa konsep LHP
Berdasarkan arahan pimpinan, Kasubbag menugaskan staf
TRC melakukan kaji cepat
PPK menetapkan spesifikasi teknis, HPS, dan rancangan kontrak
Pejabat Pengadaan mengundang penyedia
UKPBJ menugaskan Pokja
Penyedia mengirimkan barang
PPHP memeriksa barang
Bendahara membuat SPP
Bendahara Pengeluaran mengajukan SPP-UP/GU/TU/LS
Kuasa BUD menguji SPM
PPK-SKPD memverifikasi SPP
PA/KPA menandatangani SPM
Pegawai ybs mengisi formulir cuti
Sekretaris Daerah memberi persetujuan
Bupati menetapkan Perbup
Kecamatan melakukan verifikasi berkas
Kepolisian melakukan pengamanan
Universitas mengajukan permohonan magang
Pengadilan mengirim salinan putusan
Pengunjung mengisi buku tamu
Pemerintah Desa menyampaikan usulan
Staf/Pelaksana menyiapkan bahan
Kepala Dinas/Sekretaris Dinas mendisposisi surat
Petugas pemeriksa lapangan melakukan pengukuran
Verifikator memeriksa berkas
Staff Administrasi membuat surat
Stap mengetik surat
Pelaksana menyusun konsep
Arsiparis memilah arsip
Pranata Komputer mengunggah data
Ajudan menyampaikan surat
Satpam mengarahkan tamu
Customer service menyapa pelanggan
Masyarakat datang ke kantor
Kader posyandu menimbang balita
Ibu hamil mendaftar
Keluarga pasien menandatangani informed consent
Radiografer melakukan foto
Analis lab mengambil sampel
DPJP menulis resep
Perawat/Bidan mengukur TTV
Petugas menulis di RM, kemudian diserahkan ke dokter
Pengadu menyampaikan pengaduan
Pengguna layanan mengisi SKM
Bagian TU mencatat surat
Subbag TU mencatat surat
Sekretariat mencatat surat
Unit kerja menyampaikan data
Masing-masing bidang menyampaikan data
Setiap bidang menyampaikan data
Menteri menetapkan
DPRD menyetujui Raperda
TAPD membahas RKA
Rekanan menyerahkan faktur
Jika benar maka Kabid memaraf
Pemohon datang ke loket membawa berkas
Pasien datang
Kegiatan: Staf menyusun laporan
Kepala Seksi Pelayanan memeriksa berkas
Kepala Dinas menyetujui atau menolak
Petugas pelayanan memanggil pemohon dan menyerahkan KTP-el
PPNS/penyidik melakukan penyidikan
Nasabah menandatangani akad
Operator sekolah menginput Dapodik
PPTK membuat TBP
Dinas terkait menindaklanjuti
Dinas menindaklanjuti
Direktur menandatangani
Direktorat menetapkan
Disdukcapil mencetak
DPMPTSP menerbitkan izin
Tim DLH meninjau
Tim Teknis dan DPMPTSP meninjau lokasi
Narasumber memaparkan
Panitia menyusun jadwal
Humas mempublikasikan
Admin website mengunggah
User melapor
Pemenang menandatangani kontrak
""")
"""Who acts stands in front of the verb."""
