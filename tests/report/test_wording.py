"""The words of findings as a reader of the paper form expects them."""

import pytest

from sop_engine.report.wording import in_the_form, paragraphs, seen, short


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("disahkan_oleh kosong", "'Disahkan oleh' kosong"),
        ("tulis di 'tanggal_revisi'; lalu", "tulis di 'Tanggal revisi'; lalu"),
        ("tulis di tanggal_revisi.", "tulis di 'Tanggal revisi'."),
        ("pada peralatan_perlengkapan; bila", "pada 'Peralatan/perlengkapan'; bila"),
        ("dasar_hukum, dan mutu_baku", "'Dasar hukum', dan 'Mutu baku'"),
        ("jumlah_waktu '3 hari' salah", "Jumlah waktu '3 hari' salah"),
        ("hapus 'jumlah_waktu' bila", "hapus 'Jumlah waktu' bila"),
        ("'dasar_hukum: []' dan a.dasar_hukum", "'dasar_hukum: []' dan a.dasar_hukum"),
        ("dasar_hukum_lain waktu_kerja keterkaitan", "dasar_hukum_lain waktu_kerja keterkaitan"),
        ("", ""),
    ],
)
def test_keys_are_shown_as_headings(text: str, shown: str) -> None:
    """In quotes, but where a quoted value follows; what is more than a key stays as it is."""
    assert in_the_form(text, "SOP608") == shown


@pytest.mark.parametrize("code", ["SOP004", "SOP101", "SOP212"])
def test_what_is_about_keys_names_keys(code: str) -> None:
    """Nobody finds 'Tanggal revisi' in the file."""
    assert in_the_form("kunci 'tanggal_revisi' ganda", code) == "kunci 'tanggal_revisi' ganda"


def test_a_name_is_seen_on_one_line() -> None:
    """Without italics, as far as anybody reads it; a dash for none."""
    assert [seen(text) for text in (None, "", " \n ", "a _b_\n c")] == ["–", "–", "–", "a b c"]
    assert seen("x" * 300) == "x" * 300
    assert seen("x" * 100_000) == "x" * 297 + "..."


def test_a_reason_is_cut_between_sentences() -> None:
    """One sentence always stays, however long, and a second where the first is terse."""
    long = "Satu " * 60 + "selesai."
    assert short(f"{long} Dua.") == long
    assert short(f"Satu. Dua tiga. {long}") == "Satu. Dua tiga."
    assert short(f"Satu. {long} Tiga.") == f"Satu. {long}"
    assert short(f"{'Satu ' * 35}selesai. {long}") == f"{'Satu ' * 35}selesai."


def test_paragraphs_are_lines() -> None:
    """Without marks of literal words; there is always one."""
    assert paragraphs("a\n``b``\n\n\n\nc") == ["a b", "c"]
    assert paragraphs("") == [""]
