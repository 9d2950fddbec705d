"""The documentation of what is found in no text: wrong usage, logos, drawings that are too dense, the engine's faults.

In: nothing. Out: texts in the form of a rule's docstring; ``explain`` reads them. No piece of a definition shows the
faults of the engine: those have no examples.
"""

__all__ = ["ENGINE"]

ENGINE = (
    """SOP000 usage: what the command line asks for cannot be done.

Permintaan pada baris perintah tidak dapat dikerjakan.

Why:
    An option that there is not, an agency that nobody knows, a file that cannot be read or written: the
    finding is about the command and not about a SOP. It stands in reports for programs so that they see
    that something was left undone; the exit status is then 2.

Mengapa:
    Opsi yang tidak ada, instansi yang tidak dikenal, berkas yang tidak dapat dibaca atau ditulis: temuan
    ini mengenai perintahnya, bukan SOP-nya. Temuan ini dimuat dalam laporan untuk program agar diketahui
    bahwa ada yang tidak dikerjakan; status keluarnya 2.

Bad::

    sop list --fromat json

Good::

    sop list --format json

How to mend:
    Follow the hint; ``sop --help`` and ``sop list --help`` show what there is.

Cara memperbaiki:
    Ikuti petunjuknya; ``sop --help`` dan ``sop list --help`` menampilkan apa yang tersedia.
""",
    """SOP601 logo-unreadable: the picture named as the agency's logo cannot be drawn.

Gambar yang disebut sebagai logo instansi tidak dapat digambar.

Why:
    The Bagian Identitas bears the agency's logo. A path that leads nowhere, or a picture in another form
    than PNG or JPEG, leaves its place empty, and that is noticed only on paper. Only drawing a document
    looks for the picture: its path is taken from the definition's own folder.

Mengapa:
    Bagian Identitas memuat logo instansi. Jalur yang tidak menuju berkas, atau gambar selain PNG dan JPEG,
    membuat tempatnya kosong, dan itu baru terlihat sesudah dicetak. Gambarnya hanya dicari ketika dokumen
    digambar; jalurnya dihitung dari folder definisi itu sendiri.

Bad::

    instansi: {kode: contoh, nama: Dinas Contoh, logo: logo/contoh.svg}

Good::

    instansi: {kode: contoh, nama: Dinas Contoh, logo: logo/contoh.png}

How to mend:
    Put the picture beside the definition as PNG or JPEG and name its path, or leave ``logo`` empty.

Cara memperbaiki:
    Simpan gambarnya di dekat definisi sebagai PNG atau JPEG dan tulis jalurnya, atau kosongkan ``logo``.
""",
    """SOP900 rule-crashed: a rule failed on this SOP.

Sebuah aturan gagal memeriksa SOP ini.

Why:
    This is a fault of the program, not of the SOP. All other rules have run; what the one that failed would
    have found is not known, so the run counts as failed (exit status 3).

Mengapa:
    Ini kesalahan program, bukan kesalahan SOP. Semua aturan lain tetap dijalankan; apa yang akan ditemukan
    aturan yang gagal itu tidak diketahui, maka pemeriksaan dianggap gagal (status keluar 3).

How to mend:
    Report it together with the file. Until it is mended, the other findings can be relied on.

Cara memperbaiki:
    Laporkan beserta berkasnya. Sementara itu, temuan yang lain tetap dapat dipegang.
""",
    """SOP901 engine-fault: the program itself failed.

Programnya sendiri yang gagal.

Why:
    Something happened that the program does not provide for. Nothing is said about the SOP: what was
    printed before holds, and what should have come after is missing (exit status 3).

Mengapa:
    Terjadi sesuatu yang tidak diperhitungkan program. Temuan ini tidak menyatakan apa pun tentang SOP-nya:
    yang sudah tercetak sebelumnya tetap berlaku, sedangkan yang seharusnya menyusul tidak ada (status
    keluar 3).

How to mend:
    Report it with the command and the file. With ``SOP_DEBUG=1`` in the environment the program prints what
    programmers need to find the cause.

Cara memperbaiki:
    Laporkan beserta perintah dan berkasnya. Dengan ``SOP_DEBUG=1`` pada lingkungan, program mencetak
    keterangan yang diperlukan pemrogram untuk mencari penyebabnya.
""",
    """SOP902 too-dense: the sheet has less room than the SOP needs.

Lembarnya terlalu sempit untuk SOP ini.

Why:
    Lines of the flow come too near to each other, a word is broken or a heading becomes too small to be
    read. The drawing is made all the same, but whoever works by it will misread it. Only drawing finds
    this.

Mengapa:
    Garis alur terlalu rapat, kata terpotong, atau judul kolom terlalu kecil untuk dibaca. Gambarnya tetap
    dibuat, tetapi orang yang bekerja dengannya mudah salah baca. Hal ini baru diketahui ketika SOP
    digambar.

Bad::

    tampilan: {kertas: A4}

Good::

    tampilan: {kertas: F4}

How to mend:
    The hint names what is enough, because it was tried: a larger paper, a smaller font, or both. Where
    neither helps, split the SOP into several, or give it fewer roles and words.

Cara memperbaiki:
    Petunjuknya menyebut yang cukup, karena sudah dicoba: kertas lebih besar, huruf lebih kecil, atau
    keduanya. Bila itu pun tidak cukup, bagi SOP ini menjadi beberapa SOP, atau kurangi lajur dan teksnya.
""",
)
"""In the order of their codes."""
