"""Fingerprints: the same finding after an edit elsewhere, another one after an edit of its own."""

from sop_engine.report.fingerprint import fingerprint
from tests.report.samples import checked, compiled, finding

TEXT = """\
versi_format: 1
instansi: {kode: contoh, nama: Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
  - nomor: 1
    uraian: Mencatat surat
    pelaksana: kasubag
  - nomor: 2
    uraian: Menyimpan surat
    pelaksana: kasubag
"""


def prints(text: str) -> list[str]:
    """The fingerprints of the roles that are not declared."""
    sop = compiled(text)
    return [fingerprint(sop.brief, one) for one in sop.diagnostics if one.code == "SOP201"]


def test_lines_and_row_numbers_may_move() -> None:
    """Comments, a row in front and new numbers change nothing."""
    row = "  - nomor: 1\n    uraian: Menerima surat\n    pelaksana: staf\n"
    moved = TEXT.replace("nomor: 2", "nomor: 3").replace("nomor: 1", "nomor: 2")
    moved = "# catatan\n\n" + moved.replace("kegiatan:\n", "kegiatan:\n" + row)
    assert len(set(prints(TEXT))) == 2
    assert prints(moved) == prints(TEXT)


def test_an_edit_of_its_own_makes_it_another() -> None:
    """The marked words, or the activity of its row."""
    first, second = prints(TEXT)
    assert prints(TEXT.replace("Mencatat surat", "Mencatat berkas"))[1] == second
    assert prints(TEXT.replace("Mencatat surat", "Mencatat berkas"))[0] != first
    assert not {*prints(TEXT.replace("kasubag", "kasi"))} & {first, second}


def test_outside_the_rows_the_part_of_the_form_counts() -> None:
    """The same words in two parts are two findings; blanks do not count."""
    sop = compiled(TEXT)
    text = sop.brief.source.text
    words = ("kode: contoh", "nama: Contoh")
    found = [finding(text, word) for word in words]
    assert len({fingerprint(sop.brief, one) for one in found}) == 2
    wide = compiled(TEXT.replace("kode: contoh", "kode:  contoh"))
    moved = finding(wide.brief.source.text, "kode:  contoh")
    assert fingerprint(wide.brief, moved) == fingerprint(sop.brief, found[0])


def test_without_a_sop_code_and_words_count() -> None:
    """Any name, any text, also one that cannot be encoded."""
    one = finding("a: \ud800\n", "\ud800")
    assert fingerprint(checked(one).brief, one) == fingerprint(checked(one).brief, one)
