"""SOP612 torn-item: one item of a list is torn into two.

Satu butir daftar terpotong menjadi dua.

Why:
    Where a long item breaks at the end of its line, scanning and copying make two items of it. Both are printed with
    numbers of their own, and the second half of a regulation looks like a regulation that does not exist. Reported
    only where both halves show it: a citation without its end before an item that opens none; a hyphen, a comma, an
    open word or an open parenthesis before the rest of the sentence.

Mengapa:
    Butir yang panjang terputus di akhir baris, lalu hasil pindai atau salinan menjadikannya dua butir. Keduanya
    tercetak dengan nomor sendiri, dan potongan kedua tampak seperti peraturan yang tidak ada. Dilaporkan hanya bila
    kedua potongan menunjukkannya: kutipan tanpa akhir di depan butir yang bukan kutipan; tanda hubung, koma, kata
    sambung, atau kurung buka di depan sambungan kalimatnya.

Bad::

    identitas:
      nama: Pengumpulan Data Kinerja
      dasar_hukum:
        - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
        - Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan, Tata Cara
        - Penyusunan, Pengendalian dan Evaluasi Pelaksanaan Rencana Pembangunan Daerah;

Good::

    identitas:
      nama: Pengumpulan Data Kinerja
      dasar_hukum:
        - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
        - Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan, Tata Cara Penyusunan, Pengendalian dan Evaluasi
          Pelaksanaan Rencana Pembangunan Daerah;

How to mend:
    Join the two; the second line of an item is indented and has no dash.

Cara memperbaiki:
    Gabungkan keduanya; baris kedua suatu butir menjorok dan tidak diawali tanda '-'.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.reading.document import Loc
from sop_engine.rules.common import item_span, quoted, reached
from sop_engine.rules.item_lists import item_lists, loc_of_list
from sop_engine.rules.torn import torn_pieces, torn_regulations

KIND = Kind("SOP612", "torn-item", Severity.WARNING)

_NEAR = 200
"""Characters on both sides in which the words that meet are looked for."""

_REGULATION, _ITEM = Text("peraturan", "regulation"), Text("butir", "item")
_BEGINNING = Text("awalnya di sini", "it begins here")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each item that goes on with the one before."""
    for field, index, items in item_lists(compiled):
        if len(items) > 1:
            law = field == "dasar_hukum"
            what = _REGULATION if law else _ITEM
            for at in torn_regulations(items) if law else torn_pieces(items):
                yield _finding(compiled, loc_of_list(field, index), items, at, what)


def _finding(compiled: Compiled, loc: Loc, items: tuple[str, ...], at: int, what: Text) -> Diagnostic:
    document, _, _ = reached(compiled)
    joined = _joined(items[at - 1], items[at])
    return Diagnostic(
        KIND,
        Text(
            f"butir ini sambungan butir {at}: satu {what.id} terpotong menjadi dua",
            f"this goes on with item {at}: one {what.en} is torn into two",
        ),
        compiled.source,
        item_span(document, loc, at),
        Text(f"gabungkan menjadi satu butir: {joined}", f"make one item of them: {joined}"),
        (Related(_BEGINNING, item_span(document, loc, at - 1)),),
    )


def _joined(first: str, second: str) -> str:
    """The words where the two meet."""
    before, after = first[-_NEAR:].split(), second[:_NEAR].split()
    cut = "... " if len(before) > 4 else "", " ..." if len(after) > 4 else ""
    return quoted(f"{cut[0]}{glue(' '.join(before[-4:]), ' '.join(after[:4]))}{cut[1]}", 120)


def glue(first: str, second: str) -> str:
    """Both halves as one text: a word that a hyphen cuts in two is one again."""
    if first.endswith("-") and second[:1].islower():
        return first.removesuffix("-") + second
    return f"{first}{'' if first.endswith(('/', '(')) else ' '}{second}"
