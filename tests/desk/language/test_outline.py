"""The parts of a definition as an editor lists them."""

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.answers import Symbol
from sop_engine.desk.language.outline import outline


def lines(draft: Draft, parts: tuple[Symbol, ...], depth: int = 0) -> list[str]:
    """A part a line: name, detail, and the words of its head."""
    found = []
    for part in parts:
        assert part.span.start <= part.head.start <= part.head.end <= part.span.end
        head = draft.text[slice(*part.head)]
        found.append(f"{'  ' * depth}{part.name} | {part.detail} | {head}")
        found += lines(draft, part.parts, depth + 1)
    return found


def test_a_definition_is_listed(draft: Draft) -> None:
    """Identity, roles with their headings, rows with who and how long, symbols."""
    assert lines(draft, outline(draft)) == [
        "Versi format | 1 | versi_format",
        "Instansi |  | instansi",
        "  Kode | contoh | kode",
        "  Nama instansi | Dinas Contoh 😀 | nama",
        "Identitas |  | identitas",
        "  Nama SOP | Penyusunan 😀 Laporan | nama",
        "Pelaksana |  | pelaksana",
        "  staf | Staf Penyusun | staf",
        "  kabag | Kepala Bagian | kabag",
        "Kegiatan |  | kegiatan",
        "  1 Menyusun 😀 konsep | Staf Penyusun · 90 menit | 1",
        "  2. Memeriksa konsep | Kepala Bagian · Staf Penyusun | 2.",
        "  3 Menandatangani | Kepala Bagian · Staf Penyusun | 3",
        "    3a | Kepala Bagian | id: 3a",
        "    tandab | Staf Penyusun | pelaksana: staf",
        "Tampilan |  | tampilan",
        "Sumber |  | sumber",
    ]


def test_a_broken_text_is_listed_as_far_as_it_shows() -> None:
    """Also what belongs to no form, and rows that say nothing yet."""
    draft = Draft(
        "x.yaml", "kegiatan:\n  - uraian: Menyusun [\n    pelaksana: [a, \n  -\nlain: {x\nidentitas:\n"
    )
    assert draft.compiled.document is None
    assert lines(draft, outline(draft)) == [
        "Kegiatan |  | kegiatan",
        "  (1) Menyusun [ | a | uraian: Menyusun [",
        "  (2) |  | -",
        "lain |  | lain",
        "Identitas |  | identitas",
    ]


def test_the_span_of_a_row_is_all_of_it(draft: Draft) -> None:
    """From its first key to its last value."""
    rows = next(part for part in outline(draft) if part.name == "Kegiatan").parts
    newline = draft.compiled.source.newline
    assert draft.text[slice(*rows[0].span)].split(newline) == [
        "nomor: 1",
        "    uraian: Menyusun 😀 konsep",
        "    pelaksana: staf",
        "    mutu_baku: {waktu: 90 menit}",
    ]
