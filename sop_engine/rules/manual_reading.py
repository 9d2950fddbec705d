"""The documentation of what reading a file finds, and what comments that silence findings do wrong.

In: nothing. Out: texts in the form of a rule's docstring; ``explain`` reads them.
"""

__all__ = ["READING"]

READING = (
    """SOP001 syntax: the text is not YAML here.

Di sini susunan YAML-nya tidak terbaca.

Why:
    A colon with a space behind it, a quote, a bracket, a dash or a tab means something to YAML wherever it
    stands outside quotes. Reading stops at the first such place, so nothing else of the file can be checked
    before it is mended. The message says what the character means there, and what to write instead.

Mengapa:
    Titik dua yang diikuti spasi, tanda kutip, kurung, tanda hubung, dan tab punya arti khusus dalam YAML
    selama tidak berada di dalam tanda kutip. Pembacaan berhenti di tempat pertama yang keliru, sehingga
    bagian lain berkas ini baru dapat diperiksa sesudah itu dibetulkan. Pesannya menjelaskan arti tanda itu
    dan apa yang sebaiknya ditulis.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun laporan: bagian pertama
        pelaksana: staf

Good::

    kegiatan:
      - nomor: 1
        uraian: 'Menyusun laporan: bagian pertama'
        pelaksana: staf

How to mend:
    Put a text that holds ``: `` or ends in ``:``, or begins with one of ``- * & ! | > % @ [ {``, in single
    quotes. Indent by spaces, two for each level, and put the keys of one part exactly under each other.

Cara memperbaiki:
    Apit dengan tanda kutip tunggal teks yang memuat ``: `` atau berakhir dengan ``:``, atau yang diawali
    salah satu dari ``- * & ! | > % @ [ {``. Pakai spasi untuk menjorok, dua untuk tiap tingkat, dan
    sejajarkan kunci-kunci yang sebagian.
""",
    """SOP002 encoding: the file is not UTF-8 text.

Berkas ini bukan teks berkode UTF-8.

Why:
    Letters are kept in files as numbers, and there are several ways to number them. A definition is always
    UTF-8, so that it reads the same on every machine. Notepad's "Unicode" (UTF-16) and "ANSI" are other
    ways; and a document of a word processor (DOCX, PDF) is no text file at all.

Mengapa:
    Di dalam berkas, huruf disimpan sebagai angka, dan ada beberapa cara penomorannya. Definisi selalu
    berkode UTF-8 agar terbaca sama di semua komputer. Pilihan "Unicode" (UTF-16) dan "ANSI" di Notepad
    adalah cara lain; dokumen pengolah kata (DOCX, PDF) sama sekali bukan berkas teks.

Bad::

    # disimpan dengan Pengodean "UTF-16 LE"
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

Good::

    # disimpan dengan Pengodean "UTF-8"
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Save the file again as UTF-8; in Notepad: Save as, Encoding UTF-8.

Cara memperbaiki:
    Simpan ulang berkasnya sebagai UTF-8; di Notepad: Simpan Sebagai, Pengodean UTF-8.
""",
    """SOP003 control-character: a character that is no text stands in the file.

Ada karakter yang bukan teks di dalam berkas.

Why:
    Control characters come along when text is pasted from a PDF or a word processor: page breaks, line
    separators that no editor shows. They cannot be printed, and break lines where nobody sees a break. In
    the example the sign ␌ stands for the page break U+000C.

Mengapa:
    Karakter kendali ikut terbawa ketika teks ditempel dari PDF atau pengolah kata: pemisah halaman, atau
    pemisah baris yang tidak ditampilkan editor. Karakter itu tidak dapat dicetak dan memutus baris di
    tempat yang tidak terlihat. Pada contoh, tanda ␌ mewakili pemisah halaman U+000C.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun␌konsep, pelaksana: staf}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Delete the character at the place that the finding names, or type a space or a new line instead.

Cara memperbaiki:
    Hapus karakter di tempat yang ditunjukkan temuan, atau ganti dengan spasi atau baris baru.
""",
    """SOP004 duplicate-key: one key stands twice in the same part.

Satu kunci tertulis dua kali di bagian yang sama.

Why:
    Only one of the two could count, and which one differs from program to program: what the other says
    would be lost silently. Most often a part was copied, or the ``-`` that begins the next item is missing.

Mengapa:
    Hanya satu yang dapat berlaku, dan yang mana berbeda-beda menurut programnya, sehingga isi yang lain
    hilang diam-diam. Penyebab tersering: bagian itu hasil salinan, atau tanda ``-`` yang mengawali butir
    berikutnya terlupa.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep
        pelaksana: staf
        uraian: Memeriksa konsep

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep
        pelaksana: staf
      - nomor: 2
        uraian: Memeriksa konsep
        pelaksana: kabag

How to mend:
    Delete one of the two, or begin a new item with ``- ``.

Cara memperbaiki:
    Hapus salah satunya, atau mulai butir baru dengan ``- ``.
""",
    """SOP005 unsupported-yaml: YAML that definitions do not use.

Bagian YAML yang tidak dipakai dalam definisi.

Why:
    Tags (``!``), anchors (``&``), aliases (``*``), merge keys (``<<``) and keys that are no text are for
    programmers. In a definition such a character nearly always begins an ordinary text, as in
    ``*lampiran``, which YAML would take away.

Mengapa:
    Tag (``!``), jangkar (``&``), alias (``*``), kunci gabung (``<<``), dan kunci yang bukan teks adalah
    alat pemrogram. Dalam definisi, tanda seperti itu hampir selalu mengawali teks biasa, misalnya
    ``*lampiran``, yang akan hilang bila dibaca sebagai YAML.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep
        pelaksana: staf
        keterangan: *lampiran

Good::

    kegiatan:
      - nomor: 1
        uraian: Menyusun konsep
        pelaksana: staf
        keterangan: '*lampiran'

How to mend:
    Put the whole text in single quotes. What an alias or a merge key stood for is written out in full.

Cara memperbaiki:
    Apit seluruh teks dengan tanda kutip tunggal. Isi yang diwakili alias atau kunci gabung ditulis lengkap.
""",
    """SOP006 not-a-definition: the file holds no SOP definition.

Berkas ini tidak memuat definisi SOP.

Why:
    A definition is one part of ``key: value`` lines. A file that is empty, or holds a list or plain text,
    is something else: a draft that was never begun, or a YAML file for another purpose.

Mengapa:
    Definisi berupa satu bagian yang terdiri atas baris ``kunci: isi``. Berkas yang kosong, atau yang berisi
    daftar atau teks biasa, bukan definisi: mungkin konsep yang belum dimulai, atau berkas YAML untuk
    keperluan lain.

Bad::

    - Menyusun konsep
    - Memeriksa konsep

Good::

    versi_format: 1
    instansi: {kode: contoh, nama: Dinas Contoh}
    identitas: {nama: Penyusunan Laporan}
    pelaksana: {staf: Staf Penyusun}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Begin the file with ``versi_format: 1`` and the keys that every definition has, or keep the file where
    no definitions are looked for.

Cara memperbaiki:
    Awali berkas dengan ``versi_format: 1`` dan kunci-kunci yang wajib ada, atau simpan berkas itu di luar
    folder definisi.
""",
    """SOP007 several-documents: a second document begins in the file.

Dokumen kedua dimulai di dalam berkas.

Why:
    A line ``---`` ends a YAML document and begins the next. One file is one SOP: what stands behind the
    line would not be read.

Mengapa:
    Baris ``---`` mengakhiri satu dokumen YAML dan memulai dokumen berikutnya. Satu berkas adalah satu SOP:
    isi sesudah baris itu tidak akan terbaca.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    ---
    kegiatan:
      - {nomor: 1, uraian: Menerima permohonan, pelaksana: staf}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Move the second SOP to a file of its own: ``<kode>/<nama>.yaml`` where an agency has several. A line
    ``---`` that only parts sections is deleted.

Cara memperbaiki:
    Pindahkan SOP kedua ke berkasnya sendiri: ``<kode>/<nama>.yaml`` bila instansi punya beberapa SOP. Hapus
    baris ``---`` yang hanya dipakai sebagai pemisah bagian.
""",
    """SOP008 too-deep: the text is nested deeper than any definition.

Susunan bersarang lebih dalam daripada definisi mana pun.

Why:
    A definition needs about six levels. Fifty mean a damaged file, or one made to exhaust programs that
    read it.

Mengapa:
    Definisi hanya memerlukan sekitar enam tingkat. Lima puluh tingkat berarti berkasnya rusak, atau sengaja
    dibuat untuk membebani program yang membacanya.

Bad::

    catatan:
      [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ satu ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    catatan: [satu]

How to mend:
    Delete the brackets or indents that mean nothing.

Cara memperbaiki:
    Hapus kurung, atau spasi di awal baris, yang tidak berarti.
""",
    """SOP009 lost-text: the rest of a text is read as a comment.

Sisa sebuah teks terbaca sebagai komentar.

Why:
    Behind a blank, ``#`` begins a comment: ``Ruang #3`` is read as ``Ruang``, and what is lost is on no
    printed page. Two blanks in front of ``#`` and one behind it make a comment that is clearly meant as
    one.

Mengapa:
    Sesudah spasi, tanda ``#`` mengawali komentar: ``Ruang #3`` terbaca sebagai ``Ruang``, dan sisanya tidak
    akan tercetak di mana pun. Dua spasi di depan ``#`` dan satu di belakangnya menandai komentar yang
    memang dimaksudkan.

Bad::

    kegiatan:
      - nomor: 1
        uraian: Menerima berkas di Ruang #3
        pelaksana: staf

Good::

    kegiatan:
      - nomor: 1
        uraian: 'Menerima berkas di Ruang #3'
        pelaksana: staf

How to mend:
    Put the whole text in quotes; or, if it is a comment, two spaces before ``#`` and one behind it.

Cara memperbaiki:
    Apit seluruh teks dengan tanda kutip; atau, bila itu komentar, tulis dua spasi di depan ``#`` dan satu
    di belakangnya.
""",
    """SOP010 too-many-faults: reading stopped after twenty faults.

Pembacaan berhenti sesudah dua puluh kesalahan.

Why:
    Twenty faults of reading in one file have one cause: a part that was pasted without quotes, or a file
    that is no definition. More of them would tell nothing new.

Mengapa:
    Dua puluh kesalahan pembacaan dalam satu berkas biasanya bersebab satu: bagian yang ditempel tanpa tanda
    kutip, atau berkas yang bukan definisi. Temuan selebihnya tidak akan menambah keterangan.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    catatan: [*a, *b, *c, *d, *e, *f, *g, *h, *i, *j, *k, *l, *m, *n, *o, *p, *q, *r, *s, *t]

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    catatan: ['*a', '*b', '*c']

How to mend:
    Mend the first of the faults and check again; the others often go with it.

Cara memperbaiki:
    Perbaiki kesalahan yang pertama lalu periksa lagi; yang lain sering ikut hilang.
""",
    """SOP020 bad-silencer: a comment that is to silence a finding cannot do so.

Komentar untuk mengabaikan temuan tidak dapat bekerja.

Why:
    ``# sop: abaikan`` with codes behind it silences these warnings and infos on its line, or on the next
    where it stands alone. A code that is misspelt, missing or an error silences nothing, although the
    author thinks that it does.

Mengapa:
    ``# sop: abaikan`` yang diikuti kode mengabaikan peringatan dan info berkode itu di barisnya, atau di
    baris berikutnya bila komentar itu berdiri sendiri. Kode yang salah tulis, tidak ada, atau berupa
    kesalahan tidak mengabaikan apa pun, padahal penulisnya mengira demikian.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 3, uraian: Memeriksa konsep, pelaksana: kabag}  # sop: abaikan SOP299

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 3, uraian: Memeriksa konsep, pelaksana: kabag}  # sop: abaikan SOP209

How to mend:
    Write the code as the finding shows it between brackets: SOP209 from ``[SOP209]``. Errors cannot be
    silenced: mend their cause.

Cara memperbaiki:
    Tulis kodenya seperti yang tampak dalam kurung pada temuan: SOP209 dari ``[SOP209]``. Kesalahan tidak
    dapat diabaikan: perbaiki penyebabnya.
""",
    """SOP021 idle-silencer: a comment silences a finding that is not there.

Komentar mengabaikan temuan yang tidak ada.

Why:
    What it was for has been mended, or stands on another line. Left where it is, it would hide the next
    finding of that code without anybody having decided so.

Mengapa:
    Penyebabnya sudah diperbaiki, atau berada di baris lain. Bila dibiarkan, komentar itu akan
    menyembunyikan temuan berikutnya yang berkode sama tanpa ada yang memutuskannya.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}  # sop: abaikan SOP209

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
      - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend:
    Delete the code, or the comment where it is the only one; or move it to the line of the finding.

Cara memperbaiki:
    Hapus kodenya, atau seluruh komentarnya bila itu satu-satunya; atau pindahkan ke baris temuannya.
""",
)
"""In the order of their codes."""
