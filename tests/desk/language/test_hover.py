"""What is known of the place under the pointer."""

from collections.abc import Callable

import pytest

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.answers import Hover
from sop_engine.desk.language.hover import hover
from sop_engine.source import Span
from sop_engine.text import Language

At = Callable[[str], int]

TOLD = {
    "ura¦ian: Memeriksa": (
        "uraian",
        (
            "**Kegiatan** · `uraian`\n\nUraian kegiatan, diawali kata kerja aktif tanpa subjek.\n\n"
            "Contoh: `Menyusun konsep laporan kinerja`"
        ),
    ),
    "kel¦uar: kiri": (
        "keluar",
        "**Keluar** · `keluar`\n\nSisi simbol asal.\n\nPilihan: `kiri`, `kanan`, `atas`, `bawah`",
    ),
    "{ber¦sama: 1}": (
        "bersama",
        "**Bersama baris** · `bersama`\n\nId baris di atasnya yang waktunya dipakai bersama (sel gabungan).",
    ),
    "[¦kabag, 'staf']": (
        "kabag",
        "**Pelaksana** `kabag`: `Kepala Bagian`\n\nBekerja di baris `2`, `tanda`.",
    ),
    "Tidak: ¦1}": ("1", "**Baris** `1`: `Menyusun 😀 konsep`"),
    "{bersama: ¦1}": (
        "1",
        (
            "**Baris** `1`: `Menyusun 😀 konsep`\n\nWaktu: `90 menit`\n\n"
            "Jumlah sampai baris ini: `1 jam 30 menit`; semua baris: `1 jam 30 menit`."
        ),
    ),
    "Memer¦iksa": (
        "Memeriksa konsep",
        (
            "**Baris** `2.`: `Memeriksa konsep`\n\nPelaksana: `Kepala Bagian`, `Staf Penyusun`\n\n"
            "Waktu: bersama baris `1`; tidak dihitung lagi.\n\n"
            "Jumlah sampai baris ini: `1 jam 30 menit`; semua baris: `1 jam 30 menit`."
        ),
    ),
}


@pytest.mark.parametrize("marked", TOLD)
def test_a_place_tells_what_it_means(draft: Draft, at: At, marked: str) -> None:
    """Keys, roles, targets, shared times and rows."""
    words, markdown = TOLD[marked]
    found = hover(draft, at(marked), Language.ID)
    assert found is not None
    assert (draft.text[slice(*found.span)], found.markdown) == (words, markdown)


def test_nothing_is_told_where_nothing_is_known(draft: Draft, at: At) -> None:
    """Labels, and texts that mean no more than they say."""
    assert hover(draft, at("Ti¦dak: 1"), Language.ID) is None
    assert hover(draft, at("nama: Dinas Con¦toh"), Language.ID) is None


ROWS = """versi_format: 1
instansi: {kode: contoh, nama: Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: Menyusun, pelaksana: staf, mutu_baku: {waktu: 90MENIT}}
  - {nomor: 2, uraian: Mengetik, pelaksana: staf, mutu_baku: {waktu: Segera}}
  - {nomor: 3, uraian: Mencetak, pelaksana: staf, lanjut: selesai, mutu_baku: {waktu: 1-2 hari}}
"""


def told(marked: str, language: Language = Language.EN) -> str:
    """The words at ``¦``."""
    found = hover(Draft("x.yaml", marked.replace("¦", "")), marked.index("¦"), language)
    return "" if found is None else found.markdown


def test_a_time_tells_its_reading_and_the_totals() -> None:
    """In canonical text; what is not measured adds nothing."""
    assert told(ROWS.replace("90MENIT", "90¦MENIT")) == (
        "Time: `90 menit`\n\n"
        "Total up to this row: `1 jam 30 menit`; of all rows: `1 hari 1 jam 30 menit - 2 hari 1 jam 30 menit`."
    )
    assert told(ROWS.replace("Segera", "Sege¦ra")).endswith(
        "\n\n---\n\nTime: `Segera` (not measured, adds nothing to the total).\n\n"
        "Total up to this row: `1 jam 30 menit`; of all rows: `1 hari 1 jam 30 menit - 2 hari 1 jam 30 menit`."
    )


def test_an_end_is_told() -> None:
    """``selesai`` is no row."""
    assert told(ROWS.replace("lanjut: selesai", "lanjut: sele¦sai")) == "The procedure ends here."


def test_no_total_is_told_that_may_be_wrong() -> None:
    """One time that cannot be read is enough."""
    assert told(ROWS.replace("1-2 hari", "1-2 hr¦i")).endswith(
        "\n\n---\n\nThis time cannot be read yet.\n\nNo total yet: there is a time that cannot be read."
    )


def test_a_role_without_work_is_told() -> None:
    """The finding comes first."""
    found = told(ROWS.replace("{staf: Staf}", "{staf: Staf, ket¦ua: Ketua}"))
    assert found.endswith("\n\n---\n\n**Role** `ketua`: `Ketua`\n\nActs in no row.")


def test_a_finding_is_told_with_its_explanation() -> None:
    """Message, remedy, why it matters and how it is mended, in the language that was asked for."""
    marked = ROWS.replace("Mengetik, pelaksana: staf", "Mengetik, pelaksana: sta¦ff")
    assert told(marked, Language.EN) == (
        "**SOP201** · error: `pelaksana 'staff' is not declared`\n\n"
        "→ `did you mean 'staf'?`\n\n"
        "Every role is a lane of the sheet (the columns Pelaksana, PermenPAN-RB 35/2012, pp. 24-25). Without a "
        "heading under `pelaksana` at the top there is no lane to draw the step in, and nobody who does it.\n\n"
        "Write the key of a declared role, or declare the role under `pelaksana` at the top. Several roles need "
        "brackets: `[staf, kabag]`."
    )
    assert told(marked, Language.ID).startswith(
        "**SOP201** · kesalahan: `pelaksana 'staff' tidak dideklarasikan`\n\n→ `maksudnya 'staf'?`\n\n"
    )


def test_a_finding_alone_has_its_own_place() -> None:
    """Where nothing else is known of what stands there."""
    text = ROWS + "catatan: [satu, dua\n"
    draft = Draft("x.yaml", text)
    (finding,) = draft.compiled.diagnostics
    found = hover(draft, finding.span.start, Language.ID)
    assert found is not None
    assert found.markdown.startswith(f"**{finding.code}** · kesalahan: `{finding.message.id}`")
    assert found.span == finding.span


def test_keys_are_explained_in_a_broken_text() -> None:
    """It is the lines that tell where one is."""
    text = ROWS + "tampilan:\n  ker¦tas: [\n"
    assert told(text).startswith("**Kertas** · `kertas`\n\nUkuran kertas, bawaan A4.")


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=alert(1)>",
        "[klik](https://jahat.example) https://jahat.example",
        "``` `` ` ![x](y)",
        "`",
        "a\u202eb",
    ],
)
def test_hostile_words_stay_in_code_spans(words: str) -> None:
    """Without their code spans, nothing of them is left in the Markdown."""
    quoted = "'" + words.replace("'", "''") + "'"
    text = ROWS.replace("uraian: Menyusun", f"uraian: {quoted}")
    draft = Draft("x.yaml", text)
    found = hover(draft, text.index(quoted) + 2, Language.ID)
    assert found is not None
    row = found.markdown.rpartition("\n\n---\n\n")[2].split("\n\n")[0]
    longest = max(map(len, "".join(" " if one != "`" else one for one in words).split()), default=0)
    fence = "`" * (longest + 1)
    shown = words.replace("\u202e", "\\u202e")
    pad = " " if "`" in (shown[0], shown[-1]) else ""
    assert row == f"**Baris** `1`: {fence}{pad}{shown}{pad}{fence}"


def test_the_span_is_that_of_the_name(draft: Draft, at: At) -> None:
    """Not of the whole line."""
    start = at("[kabag, ¦'staf']")
    found = hover(draft, start + 2, Language.EN)
    assert found == Hover(
        "**Role** `staf`: `Staf Penyusun`\n\nActs in rows `1`, `2`, `tanda`.", Span(start, start + 6)
    )
