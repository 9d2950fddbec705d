"""The definition's models: one SOP as frozen values named after the form's headings.

In: the data that the reader gives. Out: ``Sop`` and its parts. The titles, descriptions and examples
here become ``schemas/sop.schema.json``, so that an editor's hover teaches the format to its author.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
)

from sop_engine.diagnostics import Text
from sop_engine.model.fields import (
    BAD_VALUE,
    Bulat,
    Daftar,
    FieldError,
    FrozenDict,
    HariSebulan,
    HariSeminggu,
    JamSehari,
    JumlahWaktuIsi,
    Kode,
    Peluang,
    Sasaran,
    TanggalIsi,
    Teks,
    TeksIsi,
    Versi,
    WaktuIsi,
    one_of,
    wrong_type,
)
from sop_engine.model.waktu import waktu_of

__all__ = [
    "Alur",
    "Cabang",
    "Identitas",
    "Instansi",
    "Judul",
    "Kegiatan",
    "MutuBaku",
    "Pengesahan",
    "Peran",
    "Simbol",
    "Sop",
    "Sumber",
    "Tampilan",
    "WaktuKerja",
]


def _choice(*words: str, default: str | None = None) -> Any:
    return PlainValidator(one_of(*words, default=default))


def _enum(*words: str) -> Any:
    return WithJsonSchema({"enum": [*words, None]})


class _Part(BaseModel):
    """Frozen, and strict about its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


def _mapping(value: object) -> object:
    """Refuse what is no mapping in the words of this format rather than pydantic's."""
    if isinstance(value, dict | BaseModel):
        return value
    raise wrong_type(value, Text("pasangan 'kunci: isi'", "a mapping"))


def _empty_mapping(value: object) -> object:
    return {} if value is None else _mapping(value)


def _under(key: str, accepted: Any) -> Any:
    """A text (or list) alone is the short form of a mapping with this one key.

    ``accepted`` is what the schema tells editors.
    """

    def widen(value: object) -> object:
        return value if isinstance(value, dict | BaseModel) else {key: value}

    return BeforeValidator(widen, json_schema_input_type=accepted)


def _branches(value: object) -> object:
    """The branches of a decision; each needs words, for people choose by them."""
    found = _empty_mapping(value)
    if isinstance(found, dict) and any(isinstance(label, str) and not label.strip() for label in found):
        raise FieldError(
            BAD_VALUE,
            Text("ada cabang tanpa label", "a branch has no label"),
            Text("tulis misalnya {Ya: 3, Tidak: 1}", "write for example {Ya: 3, Tidak: 1}"),
        )
    return found


def _maybe_empty(model: type[BaseModel]) -> Any:
    """A heading with nothing under it is an empty mapping."""
    return BeforeValidator(_empty_mapping, json_schema_input_type=model | None)


def _rows(value: object) -> object:
    if isinstance(value, list | tuple):
        return tuple(value)
    raise wrong_type(value, Text("daftar", "a list"))


def _maybe_rows(value: object) -> object:
    return () if value is None else _rows(value)


class Instansi(_Part):
    """Instansi yang menerbitkan SOP."""

    kode: Kode = Field(
        title="Kode",
        description="Kata sesudah --agency: huruf kecil, angka, tanda hubung.",
        examples=["dumai", "bappeda-contoh"],
    )
    pemerintah: TeksIsi = Field(
        None,
        title="Pemerintah",
        description="Pemerintah daerah di atas instansi.",
        examples=["Pemerintah Kota Contoh"],
    )
    nama: Teks = Field(
        title="Nama instansi",
        description="Nama resmi instansi.",
        examples=["Badan Perencanaan Pembangunan Daerah"],
    )
    unit: TeksIsi = Field(
        None,
        title="Unit",
        description="Unit kerja penyusun SOP.",
        examples=["Sekretariat", "Bagian Organisasi"],
    )
    logo: TeksIsi = Field(
        None,
        title="Logo",
        description="Berkas gambar logo, relatif terhadap berkas ini.",
        examples=["logo/contoh.png"],
    )


class Pengesahan(_Part):
    """Pejabat yang mengesahkan SOP."""

    jabatan: TeksIsi = Field(
        None, title="Jabatan", description="Jabatan yang mengesahkan.", examples=["Kepala Bappeda"]
    )
    nama: TeksIsi = Field(
        None, title="Nama", description="Nama pejabat beserta gelar.", examples=["Drs. Contoh Nama, M.Si"]
    )
    nip: TeksIsi = Field(
        None,
        title="NIP",
        description="Nomor Induk Pegawai, 18 angka, boleh berspasi.",
        examples=["19740213 199303 1 002"],
    )


def _list_field(title: str, description: str, example: str) -> Any:
    return Field((), title=title, description=description, examples=[[example]])


class Identitas(_Part):
    """Bagian Identitas: keterangan di halaman pertama SOP."""

    nomor: TeksIsi = Field(
        None,
        title="Nomor SOP",
        description="Nomor SOP sesuai tata naskah dinas; teks bebas.",
        examples=["01 / SOP / Bappeda"],
    )
    nama: Teks = Field(title="Nama SOP", description="Judul SOP.", examples=["Pengumpulan Data Kinerja"])
    tanggal_pembuatan: TanggalIsi = Field(
        None,
        title="Tanggal pembuatan",
        description="Hari SOP selesai dibuat: 2023-01-02 atau 2 Januari 2023.",
        examples=["2023-01-02", "2 Januari 2023"],
    )
    tanggal_revisi: TanggalIsi = Field(
        None,
        title="Tanggal revisi",
        description="Kosong: belum pernah direvisi; tanggal yang akan datang: rencana peninjauan.",
        examples=["2024-02-21"],
    )
    tanggal_efektif: TanggalIsi = Field(
        None, title="Tanggal efektif", description="Hari SOP mulai berlaku.", examples=["2023-01-02"]
    )
    disahkan_oleh: Annotated[Pengesahan, _under("jabatan", TeksIsi | Pengesahan)] | None = Field(
        None,
        title="Disahkan oleh",
        description="Jabatan saja, atau jabatan, nama, dan nip.",
        examples=["Kepala Bappeda", {"jabatan": "Kepala Bappeda", "nama": "Drs. Contoh Nama, M.Si"}],
    )
    dasar_hukum: Daftar = _list_field(
        "Dasar hukum",
        "Peraturan yang mendasari; satu butir satu peraturan, tanpa nomor urut.",
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    )
    kualifikasi_pelaksana: Daftar = _list_field(
        "Kualifikasi pelaksana",
        "Kemampuan yang harus dimiliki pelaksana.",
        "Memiliki kemampuan pengolahan data",
    )
    keterkaitan: Daftar = _list_field(
        "Keterkaitan", "SOP lain yang terkait.", "SOP Penyusunan Perjanjian Kinerja"
    )
    peralatan_perlengkapan: Daftar = _list_field(
        "Peralatan/perlengkapan", "Alat dan bahan yang dipakai.", "Komputer"
    )
    peringatan: Daftar = _list_field(
        "Peringatan", "Akibat bila SOP tidak dilaksanakan.", "Bila terlambat, pelaporan akan terhambat"
    )
    pencatatan_pendataan: Daftar = _list_field(
        "Pencatatan dan pendataan",
        "Apa yang dicatat dan di mana disimpan.",
        "Disimpan sebagai data elektronik dan manual",
    )


class Peran(_Part):
    """Satu lajur pelaksana."""

    nama: Teks = Field(
        title="Nama peran", description="Judul lajur seperti tercetak.", examples=["Kasubbag Perencanaan"]
    )
    jumlah: Bulat = Field(
        1, title="Jumlah orang", description="Berapa orang memegang peran ini.", examples=[1, 3]
    )


class Cabang(_Part):
    """Satu cabang keputusan."""

    ke: Sasaran = Field(
        title="Ke",
        description="Id baris tujuan, 'selesai', atau daftar id (alur paralel).",
        examples=["3", "selesai"],
    )
    peluang: Peluang | None = Field(
        None, title="Peluang", description="Kemungkinan cabang ini diambil: 20% atau 0,2.", examples=["20%"]
    )
    maks: Bulat | None = Field(
        None, title="Maksimal", description="Berapa kali putaran ini boleh terulang.", examples=[3]
    )


BENTUK = ("mulai", "proses", "keputusan", "selesai")
GABUNG = ("semua", "satu")

_lanjut = Field(
    None,
    title="Lanjut",
    description="Id tujuan bila bukan baris berikutnya; 'selesai' mengakhiri; daftar [4, 5] membagi alur (paralel).",
    examples=["5", "selesai", ["4", "5"]],
)
_cabang = Field(
    None,
    title="Cabang",
    description="Keputusan: label -> tujuan, dua atau lebih. Beri spasi sesudah titik dua.",
    examples=[{"Ya": "3", "Tidak": "1"}],
)
_gabung = Field(
    None,
    title="Gabung",
    description="semua: menunggu semua alur dari pembagian yang digabung; satu (bawaan): meneruskan tiap alur.",
    examples=["semua"],
)
_bentuk = Field(
    None,
    title="Bentuk",
    description="Simbol: mulai, proses (bawaan), keputusan (tersirat oleh cabang), selesai.",
    examples=["selesai"],
)
_teks = Field(None, title="Teks simbol", description="Kata-kata di dalam simbol.", examples=["Sesuai?"])

CabangIsi = Annotated[
    dict[str, Annotated[Cabang, _under("ke", Sasaran | Cabang)]],
    BeforeValidator(_branches),
    AfterValidator(FrozenDict),
]
BentukIsi = Annotated[str | None, _choice(*BENTUK), _enum(*BENTUK)]
GabungIsi = Annotated[str | None, _choice(*GABUNG), _enum(*GABUNG)]


class Simbol(_Part):
    """Satu simbol dari beberapa dalam satu baris."""

    id: TeksIsi = Field(
        None,
        title="Id",
        description="Nama simbol; bawaan: id baris ditambah huruf (4a, 4b).",
        examples=["4a"],
    )
    pelaksana: Daftar = Field((), title="Pelaksana", description="Kunci peran.", examples=["anggota"])
    bentuk: BentukIsi = _bentuk
    teks: TeksIsi = _teks
    lanjut: Sasaran | None = _lanjut
    cabang: CabangIsi | None = _cabang
    gabung: GabungIsi = _gabung
    disimpulkan: Daftar = Field(
        (),
        title="Disimpulkan",
        description="Isian yang tidak tampak di dokumen sumber.",
        examples=[["pelaksana"]],
    )


class MutuBaku(_Part):
    """Mutu baku: kelengkapan, waktu, output."""

    kelengkapan: Daftar = Field(
        (),
        title="Kelengkapan",
        description="Dokumen yang dibutuhkan; satu butir satu dokumen.",
        examples=[["Perjanjian Kinerja", "Rencana Aksi"]],
    )
    waktu: WaktuIsi = Field(
        default_factory=lambda: waktu_of(None),
        title="Waktu",
        description="Waktu baku: 15 menit, 3 hari kerja, 1 jam 30 menit, 1-2 hari, maks. 3 hari, {bersama: 4}.",
        examples=["30 menit", "1-2 hari", "maks. 3 hari kerja"],
    )
    output: Daftar = Field((), title="Output", description="Hasil kegiatan.", examples=["Konsep laporan"])


class Kegiatan(_Part):
    """Satu baris tabel kegiatan."""

    nomor: TeksIsi = Field(
        None, title="No", description="Teks kolom No seperti tercetak.", examples=["1", "1.", "4a"]
    )
    id: TeksIsi = Field(
        None,
        title="Id",
        description="Nama baris untuk dirujuk; bawaan: nomor tanpa titik. Wajib bila nomor kosong atau berulang.",
        examples=["periksa"],
    )
    uraian: Teks = Field(
        title="Kegiatan",
        description="Uraian kegiatan, diawali kata kerja aktif tanpa subjek.",
        examples=["Menyusun konsep laporan kinerja"],
    )
    pelaksana: Daftar = Field(
        (),
        title="Pelaksana",
        description="Kunci peran, atau daftar peran yang bekerja bersama (yang pertama bertanggung jawab).",
        examples=["staf", ["kasubbag", "kepala"]],
    )
    bentuk: BentukIsi = _bentuk
    teks: TeksIsi = _teks
    lanjut: Sasaran | None = _lanjut
    cabang: CabangIsi | None = _cabang
    gabung: GabungIsi = _gabung
    simbol: (
        Annotated[tuple[Annotated[Simbol, BeforeValidator(_mapping)], ...], BeforeValidator(_rows)] | None
    ) = Field(
        None,
        title="Simbol",
        description="Beberapa simbol dalam satu baris; masing-masing menyebut lanjut, cabang, atau bentuk: selesai.",
        examples=[[{"pelaksana": "anggota", "lanjut": "4b"}, {"pelaksana": "ketua", "lanjut": "5"}]],
    )
    mutu_baku: Annotated[MutuBaku, _maybe_empty(MutuBaku)] = Field(
        default_factory=MutuBaku, title="Mutu baku", description="Kelengkapan, waktu, dan output."
    )
    keterangan: Daftar = Field(
        (), title="Keterangan", description="Kolom Ket.", examples=["Januari, April, Juli, Oktober"]
    )
    disimpulkan: Daftar = Field(
        (),
        title="Disimpulkan",
        description="Isian baris ini yang tidak tampak di dokumen sumber.",
        examples=[["pelaksana"]],
    )

    @property
    def bare_number(self) -> str:
        """What stands in the column No, without the dot behind it."""
        return (self.nomor or "").strip().removesuffix(".")


class WaktuKerja(_Part):
    """Jam dan hari kerja, hanya untuk konversi."""

    jam_per_hari: JamSehari = Field(
        Fraction(15, 2), title="Jam per hari", description="Jam kerja efektif sehari.", examples=["7,5"]
    )
    hari_per_minggu: HariSeminggu = Field(
        Fraction(5), title="Hari per minggu", description="Hari kerja seminggu.", examples=[5, 6]
    )
    hari_per_bulan: HariSebulan | None = Field(
        None,
        title="Hari per bulan",
        description="Hari kerja sebulan; tanpa ini bulan tidak dikonversi.",
        examples=[22],
    )


class Judul(_Part):
    """Judul cetak yang berbeda dari bentuk baku, menurut nama isiannya."""

    nomor: TeksIsi = Field(None, title="Judul kolom No", examples=["NO"])
    uraian: TeksIsi = Field(None, title="Judul kolom Kegiatan", examples=["Aktivitas"])
    kegiatan: TeksIsi = Field(None, title="Judul kolom Kegiatan (sama dengan uraian)", examples=["Aktivitas"])
    pelaksana: TeksIsi = Field(None, title="Judul kolom Pelaksana", examples=["Aktor"])
    mutu_baku: TeksIsi = Field(None, title="Judul kolom Mutu Baku", examples=["Mutu Baku"])
    kelengkapan: TeksIsi = Field(None, title="Judul kolom Kelengkapan", examples=["Persyaratan/Kelengkapan"])
    waktu: TeksIsi = Field(None, title="Judul kolom Waktu", examples=["Waktu Baku"])
    output: TeksIsi = Field(None, title="Judul kolom Output", examples=["Keluaran"])
    keterangan: TeksIsi = Field(None, title="Judul kolom Ket", examples=["Keterangan"])
    jumlah_waktu: TeksIsi = Field(None, title="Judul baris Jumlah", examples=["Total"])
    nomor_sop: TeksIsi = Field(None, title="Judul Nomor SOP", examples=["No. SOP"])
    nama: TeksIsi = Field(None, title="Judul Nama SOP", examples=["Judul SOP"])
    tanggal_pembuatan: TeksIsi = Field(None, title="Judul Tanggal Pembuatan", examples=["Tgl. Pembuatan"])
    tanggal_revisi: TeksIsi = Field(None, title="Judul Tanggal Revisi", examples=["Tgl. Revisi"])
    tanggal_efektif: TeksIsi = Field(None, title="Judul Tanggal Efektif", examples=["Tanggal Pengesahan"])
    disahkan_oleh: TeksIsi = Field(None, title="Judul Disahkan oleh", examples=["Disahkan Oleh"])
    dasar_hukum: TeksIsi = Field(None, title="Judul Dasar Hukum", examples=["Dasar Hukum"])
    kualifikasi_pelaksana: TeksIsi = Field(
        None, title="Judul Kualifikasi Pelaksana", examples=["Kualifikasi Pelaksanaan"]
    )
    keterkaitan: TeksIsi = Field(None, title="Judul Keterkaitan", examples=["Keterkaitan SOP"])
    peralatan_perlengkapan: TeksIsi = Field(
        None, title="Judul Peralatan/Perlengkapan", examples=["Peralatan dan Perlengkapan"]
    )
    peringatan: TeksIsi = Field(None, title="Judul Peringatan", examples=["Peringatan"])
    pencatatan_pendataan: TeksIsi = Field(
        None, title="Judul Pencatatan dan Pendataan", examples=["Pencatatan"]
    )


SISI = ("kiri", "kanan", "atas", "bawah")
SisiIsi = Annotated[str | None, _choice(*SISI), _enum(*SISI)]


class Alur(_Part):
    """Petunjuk untuk satu anak panah."""

    dari: Teks = Field(title="Dari", description="Id asal.", examples=["2"])
    ke: Teks = Field(title="Ke", description="Id tujuan.", examples=["1"])
    keluar: SisiIsi = Field(None, title="Keluar", description="Sisi simbol asal.", examples=["kiri"])
    masuk: SisiIsi = Field(None, title="Masuk", description="Sisi simbol tujuan.", examples=["kiri"])


TERMINATOR = ("menyatu", "terpisah")
KERTAS = ("A4", "F4", "Letter", "Legal")
TerminatorIsi = Annotated[
    Literal["menyatu", "terpisah"], _choice(*TERMINATOR, default="menyatu"), _enum(*TERMINATOR)
]
KertasIsi = Annotated[Literal["A4", "F4", "Letter", "Legal"], _choice(*KERTAS, default="A4"), _enum(*KERTAS)]


class Tampilan(_Part):
    """Cara SOP dicetak."""

    terminator: TerminatorIsi = Field(
        "menyatu",
        title="Terminator",
        description="menyatu (bawaan): kegiatan pertama dan terakhir menjadi kapsul; terpisah: kapsul tambahan.",
        examples=["terpisah"],
    )
    kertas: KertasIsi = Field("A4", title="Kertas", description="Ukuran kertas, bawaan A4.", examples=["F4"])
    judul: Annotated[Judul, _maybe_empty(Judul)] = Field(
        default_factory=Judul, title="Judul", description="Judul cetak yang berbeda."
    )
    alur: Annotated[tuple[Annotated[Alur, BeforeValidator(_mapping)], ...], BeforeValidator(_maybe_rows)] = (
        Field(
            (),
            title="Alur",
            description="Petunjuk anak panah.",
            examples=[[{"dari": "2", "ke": "1", "keluar": "kiri"}]],
        )
    )


class Sumber(_Part):
    """Dokumen asal definisi ini."""

    dokumen: TeksIsi = Field(
        None, title="Dokumen", description="Dokumen asal.", examples=["SOP lama, salinan pindai"]
    )
    catatan: Daftar = Field(
        (), title="Catatan", description="Alasan tiap penafsiran.", examples=["Lajur disimpulkan dari uraian"]
    )
    disimpulkan: Daftar = Field(
        (),
        title="Disimpulkan",
        description="Bagian yang tidak tampak di sumber; kegiatan.X berarti isian X di setiap baris.",
        examples=[["identitas.nomor", "kegiatan.lanjut"]],
    )


STATUS = ("konsep", "berlaku", "dicabut")
StatusIsi = Annotated[
    Literal["konsep", "berlaku", "dicabut"], _choice(*STATUS, default="konsep"), _enum(*STATUS)
]


class Sop(_Part):
    """Satu SOP administrasi pemerintahan."""

    versi_format: Versi = Field(title="Versi format", description="Selalu 1.", examples=[1])
    status: StatusIsi = Field(
        "konsep", title="Status", description="konsep (bawaan), berlaku, atau dicabut.", examples=["berlaku"]
    )
    instansi: Annotated[Instansi, BeforeValidator(_mapping)] = Field(
        title="Instansi", description="Instansi yang menerbitkan SOP."
    )
    identitas: Annotated[Identitas, BeforeValidator(_mapping)] = Field(
        title="Identitas", description="Bagian Identitas SOP."
    )
    pelaksana: Annotated[
        dict[str, Annotated[Peran, _under("nama", Teks | Peran)]],
        Field(min_length=1),
        BeforeValidator(_mapping),
        AfterValidator(FrozenDict),
    ] = Field(
        title="Pelaksana",
        description="Lajur pelaksana dari kiri ke kanan: kunci -> judul lajur.",
        examples=[{"staf": "Staf Penyusun", "kepala": "Kepala Badan"}],
    )
    kegiatan: Annotated[
        tuple[Annotated[Kegiatan, BeforeValidator(_mapping)], ...],
        Field(min_length=1),
        BeforeValidator(_rows),
    ] = Field(title="Kegiatan", description="Baris-baris kegiatan menurut urutan.")
    jumlah_waktu: JumlahWaktuIsi = Field(
        None,
        title="Jumlah waktu",
        description="Jumlah waktu seperti yang dinyatakan dokumen sendiri; dibandingkan dengan hitungan.",
        examples=["2 hari 1 jam 30 menit"],
    )
    waktu_kerja: Annotated[WaktuKerja, _maybe_empty(WaktuKerja)] = Field(
        default_factory=WaktuKerja, title="Waktu kerja", description="Hanya untuk konversi satuan waktu."
    )
    catatan: Daftar = Field(
        (), title="Catatan", description="Baris catatan di bawah tabel.", examples=[["*) bila diperlukan"]]
    )
    tampilan: Annotated[Tampilan, _maybe_empty(Tampilan)] = Field(
        default_factory=Tampilan, title="Tampilan", description="Cara SOP dicetak."
    )
    sumber: Annotated[Sumber, _maybe_empty(Sumber)] = Field(
        default_factory=Sumber, title="Sumber", description="Asal definisi ini dan apa yang disimpulkan."
    )

    def headings_of(self, roles: Iterable[str]) -> str:
        """The headings of roles, one behind the other; a key that is not declared has none."""
        return ", ".join(self.pelaksana[key].nama for key in roles if key in self.pelaksana)
