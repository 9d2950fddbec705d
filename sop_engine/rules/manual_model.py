"""The documentation of what a definition's keys and values can be wrong in.

In: nothing. Out: texts in the form of a rule's docstring; ``explain`` reads them.
"""

__all__ = ["MODEL"]

MODEL = (
    """SOP101 unknown-key: a key that definitions do not have.

Kunci yang tidak dikenal dalam definisi.

Why:
    What stands under a misspelt key would be on no sheet, and nobody would miss it: so every key has to be
    one of the form's. A comma inside braces parts fields too: ``{nama: Budi, M.Si}`` has a second key
    ``M.Si``.

Mengapa:
    Isi di bawah kunci yang salah ketik tidak akan tercetak di mana pun tanpa ada yang menyadarinya, maka
    setiap kunci harus berasal dari formulir. Koma di dalam kurung kurawal juga memisahkan isian: ``{nama:
    Budi, M.Si}`` mempunyai kunci kedua ``M.Si``.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, keterngan: Januari}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, keterangan: Januari}

How to mend:
    Write the key that the hint offers; ``sop schema`` gives all of them to an editor, which then offers
    them itself. Notes of your own are comments: two spaces, ``#``, a space.

Cara memperbaiki:
    Tulis kunci yang diusulkan petunjuknya; ``sop schema`` memberikan semuanya kepada editor, yang kemudian
    menawarkannya sendiri. Catatan pribadi ditulis sebagai komentar: dua spasi, ``#``, satu spasi.
""",
    """SOP102 missing-key: a key that every definition needs is not there.

Kunci yang wajib ada belum ditulis.

Why:
    Without the agency, the SOP's name, the roles and the activities with their performers there is no sheet
    to draw. Everything else may be absent.

Mengapa:
    Tanpa instansi, nama SOP, daftar pelaksana, dan kegiatan beserta pelaksananya, tidak ada lembar yang
    dapat digambar. Selebihnya boleh tidak ada.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Write the key where the hint says.

Cara memperbaiki:
    Tulis kunci itu di tempat yang disebut petunjuknya.
""",
    """SOP103 wrong-type: a value has another shape than its key needs.

Isi sebuah kunci berbentuk lain dari yang diperlukan.

Why:
    Some keys hold one text, some a list, some further keys. A text that begins with a bracket or holds a
    colon is read as another shape than its author meant, and an empty one where words must stand says
    nothing.

Mengapa:
    Ada kunci yang berisi satu teks, ada yang berisi daftar, ada yang berisi kunci-kunci lain. Teks yang
    diawali kurung atau memuat titik dua terbaca dalam bentuk yang tidak dimaksudkan penulisnya, dan isian
    kosong di tempat yang harus berisi tidak menyatakan apa pun.

Bad::

    kegiatan:
      - nomor: 1
        uraian: [Menyusun konsep]
        pelaksana: staf
      - nomor: 2
        uraian:
        pelaksana: kabag

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep
        pelaksana: staf
      - nomor: 2
        uraian: Memeriksa konsep
        pelaksana: kabag

How to mend:
    Write what the message asks for: one text, in quotes where it begins with ``[`` or ``{``; a list with
    ``- `` in front of each item; further keys indented below.

Cara memperbaiki:
    Tulis yang diminta pesannya: satu teks, dalam tanda kutip bila diawali ``[`` atau ``{``; daftar dengan
    ``- `` di depan tiap butir; atau kunci-kunci lain yang menjorok di bawahnya.
""",
    """SOP104 bad-value: a value is none of those that its key can have.

Isi sebuah kunci tidak termasuk yang dapat dipakai.

Why:
    Where the form knows only a few values, such as the paper, the shape of a symbol or the status, another
    word means nothing; a number has to be one, and the code of an agency is a word for the command line.

Mengapa:
    Bila formulir hanya mengenal beberapa nilai, misalnya kertas, bentuk simbol, atau status, kata lain
    tidak berarti apa pun; bilangan harus berupa bilangan, dan kode instansi dipakai sebagai kata pada baris
    perintah.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    tampilan:
      kertas: B5

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    tampilan:
      kertas: A4

How to mend:
    Choose one of the values that the hint names.

Cara memperbaiki:
    Pilih salah satu nilai yang disebut petunjuknya.
""",
    """SOP105 bad-date: a date cannot be read, or is on no calendar.

Tanggal tidak terbaca, atau tidak ada dalam kalender.

Why:
    The dates of a SOP say from when it holds and when it is to be reviewed. Only a date that is understood
    can be printed in the form's way and compared with others.

Mengapa:
    Tanggal pada SOP menyatakan sejak kapan SOP berlaku dan kapan ditinjau. Hanya tanggal yang terbaca yang
    dapat dicetak menurut bentuk formulir dan dibandingkan dengan tanggal lain.

Bad::

    identitas:
      nama: Penyusunan Laporan
      tanggal_efektif: 31 Februari 2023
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

Good::

    identitas:
      nama: Penyusunan Laporan
      tanggal_efektif: 28 Februari 2023
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Write ``2023-01-02`` or ``2 Januari 2023``; month and year alone will do: ``Oktober 2018``. A date that
    is not known is left empty.

Cara memperbaiki:
    Tulis ``2023-01-02`` atau ``2 Januari 2023``; bulan dan tahun saja juga boleh: ``Oktober 2018``. Tanggal
    yang tidak diketahui dikosongkan.
""",
    """SOP106 conflicting-keys: two keys of one row exclude each other.

Dua kunci dalam satu baris saling meniadakan.

Why:
    A step goes on (``lanjut``) or decides (``cabang``), never both; and a row that lists its symbols leaves
    roles and flow to them. With both written nobody can tell which of the two holds.

Mengapa:
    Sebuah langkah berlanjut (``lanjut``) atau memutuskan (``cabang``), tidak keduanya; dan baris yang
    merinci simbolnya menyerahkan pelaksana dan alur kepada simbol-simbol itu. Bila keduanya tertulis, tidak
    jelas mana yang berlaku.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag, lanjut: 3, cabang: {Ya: 3, Tidak: 1}}
      - {nomor: 3, uraian: Menandatangani, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 3, Tidak: 1}}
      - {nomor: 3, uraian: Menandatangani, pelaksana: kabag}

How to mend:
    Delete one of the two, or move it into the symbol that it belongs to.

Cara memperbaiki:
    Hapus salah satunya, atau pindahkan ke dalam simbol yang bersangkutan.
""",
    """SOP500 unreadable-time: a standard time cannot be read.

Waktu baku tidak terbaca.

Why:
    Time is one of the three parts of the mutu baku (PermenPAN-RB 35/2012, pp. 24-25). Only a number with a
    unit can be added up; a word that is no unit would silently count nothing, and the total would be wrong.

Mengapa:
    Waktu adalah salah satu dari tiga unsur mutu baku (PermenPAN-RB 35/2012, hlm. 24-25). Hanya bilangan
    dengan satuan yang dapat dijumlahkan; kata yang bukan satuan diam-diam terhitung nol, dan jumlahnya
    menjadi keliru.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, mutu_baku: {waktu: 5 minit}}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, mutu_baku: {waktu: 5 menit}}

How to mend:
    Write a number and a unit: ``15 menit``, ``1,5 jam``, ``3 hari kerja``, ``1-2 hari``, ``maks. 3 hari``.
    Other words are written on purpose as ``{teks: ...}`` and count nothing.

Cara memperbaiki:
    Tulis bilangan dan satuannya: ``15 menit``, ``1,5 jam``, ``3 hari kerja``, ``1-2 hari``, ``maks. 3
    hari``. Kata-kata lain yang memang disengaja ditulis ``{teks: ...}`` dan tidak ikut dihitung.
""",
)
"""In the order of their codes."""
