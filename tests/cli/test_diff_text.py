"""How changes are set as text and as Markdown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sop_engine.cli.diff_items import Change, Item, Mark, Section
from sop_engine.cli.diff_text import as_markdown, as_text

SECTIONS = (
    Section(
        "Kegiatan",
        (
            Item(Mark.ADDED, "2", "Menyusun \x1b[2J", (Change("alur", (), ("ke 3",)),)),
            Item(Mark.REMOVED, "3", "Menulis", (Change("waktu", ("1 jam",), ()),)),
            Item(
                Mark.CHANGED,
                "4",
                "Memeriksa",
                (Change("uraian", ("Memeriksa konsep laporan kinerja",), ("Memeriksa",)),),
            ),
            Item(Mark.MOVED, "5", "Mengirim", (Change("tempat", ("ke-4",), ("ke-5",)),)),
        ),
    ),
    Section("Waktu", (Item(Mark.PLAIN, "", "Jumlah", (Change("", ("1 jam",), ("1 jam",)),)),)),
)


def test_colours_are_those_of_git():
    """Green, red, yellow; what moved is cyan; what stays has none. Nothing of a text reaches the terminal as code."""
    assert as_text(["a", "b"], SECTIONS, 40, colour=True) == (
        "a\nb\n"
        "\n\x1b[1mKegiatan\x1b[0m\n"
        "\x1b[32m  + 2  Menyusun \\x1b[2J\x1b[0m\n"
        "       alur: ke 3\n"
        "\x1b[31m  - 3  Menulis\x1b[0m\n"
        "       waktu: 1 jam\n"
        "\x1b[33m  ~ 4  Memeriksa\x1b[0m\n"
        "       uraian:\n"
        "\x1b[31m         - Memeriksa konsep laporan\x1b[0m\n"
        "\x1b[31m           kinerja\x1b[0m\n"
        "\x1b[32m         + Memeriksa\x1b[0m\n"
        "\x1b[36m  > 5  Mengirim\x1b[0m\n"
        "       tempat: ke-4 → ke-5\n"
        "\n\x1b[1mWaktu\x1b[0m\n"
        "  Jumlah: 1 jam\n"
    )


def test_what_has_no_room_on_a_line_stands_under_each_other():
    """A value, with what is said of both."""
    change = Change("", ("dua belas jam kerja",), ("tiga belas jam kerja",), "+1 jam")
    sections = [Section("Waktu", (Item(Mark.CHANGED, "", "Jumlah", (change,)),))]
    assert as_text([], sections, 80, colour=False) == (
        "\nWaktu\n  ~ Jumlah: dua belas jam kerja → tiga belas jam kerja (+1 jam)\n"
    )
    assert as_text([], sections, 40, colour=False) == (
        "\nWaktu\n  ~ Jumlah\n    - dua belas jam kerja\n    + tiga belas jam kerja\n    (+1 jam)\n"
    )


@pytest.mark.parametrize("mark", [Mark.ADDED, Mark.REMOVED])
def test_the_time_of_a_role_that_came_or_went_has_both_sides(mark):
    """Where a line has no room for them as well."""
    change = Change("", ("0 menit",), ("2 bulan 3 hari 4 jam 5 menit",), "+2 bulan 3 hari 4 jam 5 menit")
    sections = [Section("Waktu", (Item(mark, "", "Arsiparis", (change,)),))]
    assert as_text([], sections, 50, colour=False) == (
        f"\nWaktu\n  {mark.value} Arsiparis\n    - 0 menit\n    + 2 bulan 3 hari 4 jam 5 menit\n"
        "    (+2 bulan 3 hari 4 jam 5 menit)\n"
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("<img src=x>", "\\<img src=x\\>"),
        ("[a](http://b)", "\\[a\\](http://b)"),
        ("1. Satu", "1\\. Satu"),
        ("- butir", "\\- butir"),
        ("# judul", "\\# judul"),
        ("a & b | c", "a \\& b \\| c"),
        ("2 jam", "2 jam"),
    ],
)
def test_no_text_becomes_markup_in_markdown(text, marked):
    """Signs that mean something are escaped."""
    found = as_markdown(text, ["a"], [], ("Surat", "b"))
    assert found == f"## {marked}\n\na\n\n### Surat\n\nb\n"


ROW = "  - nomor: 3\n    uraian: Mengarsipkan laporan"


def told(sop: Callable[..., object], old: Path, new: Path) -> str:
    """What is told of the rows."""
    out = getattr(sop("diff", old, new, "--lang", "id"), "out")  # noqa: B009 - of a fixture
    return str(out).partition("\nKegiatan\n")[2].partition("\n\n")[0] + "\n"


def test_a_row_that_is_led_to_names_what_leads_there(sop, write):
    """The decision goes to the new row, which goes to where the decision went."""
    old = write("a.yaml")
    row = "  - nomor: 4\n    uraian: Mencatat nomor agenda\n    pelaksana: kepala\n    lanjut: 3\n"
    new = write(
        "b.yaml",
        replace={
            "{Ya: 3, ": "{Ya: 4, ",
            "      output: Arsip\n": f"      output: Arsip\n    lanjut: selesai\n{row}",
        },
    )
    assert told(sop, old, new) == (
        "  + 4  Mencatat nomor agenda\n"
        "       pelaksana: Kepala Badan\n"
        "       alur: ke 3\n"
        "       dituju dari: 2\n"
    )


def test_a_flow_is_told_way_by_way(sop, write):
    """With what a way states besides its target; splits, joins and shared times in words."""
    old = write("a.yaml", replace={"{Ya: 3, ": "{Ya: 3, Batal: selesai, "})
    new = write(
        "b.yaml",
        replace={
            "{Ya: 3, Tidak: 1}": "{Ya: 3, Batal: [1, 3], Tidak: {ke: 1, peluang: 20%, maks: 2}}",
            f"{ROW}\n": f"{ROW}\n    gabung: semua\n",
            "waktu: Segera": "waktu: {bersama: 2}",
        },
    )
    assert told(sop, old, new) == (
        "  ~ 2  Memeriksa konsep laporan\n"
        "       alur:\n"
        "         - Ya ke 3\n"
        "         - Batal ke selesai\n"
        "         - Tidak ke 1\n"
        "         + Ya (40%) ke 3\n"
        "         + Batal (40%) ke 1 + 3\n"
        "         + Tidak (20%, maks. 2 kali) ke 1\n"
        "  ~ 3  Mengarsipkan laporan\n"
        "       alur: tidak menunggu → menunggu semua\n"
        "       waktu: Segera → bersama baris 2\n"
    )


def test_shares_are_told_exactly_as_percent(sop, write):
    """A part of a percent is a decimal where it is short, else a fraction; each language has its comma."""
    branches = "{Ya: 3, Tidak: 1}"
    old = write("a.yaml", replace={branches: "{Ya: 3, Tidak: {ke: 1, peluang: '33,3%'}}"})
    new = write("b.yaml", replace={branches: "{Ya: 3, Tidak: {ke: 1, peluang: 1/3}}"})
    assert told(sop, old, new) == (
        "  ~ 2  Memeriksa konsep laporan\n"
        "       alur:\n"
        "         - Ya (66,7%) ke 3\n"
        "         - Tidak (33,3%) ke 1\n"
        "         + Ya (66 2/3%) ke 3\n"
        "         + Tidak (33 1/3%) ke 1\n"
    )
    assert "- Tidak (33.3%) to 1\n" in sop("diff", old, new, "--lang", "en").out


def test_numbers_are_told_without_the_dots_that_end_them(sop, write):
    """Unless these are what differs."""
    old = write("a.yaml", replace={"nomor: 2\n": "nomor: 2.\n", "nomor: 3\n": "nomor: 3.\n"})
    new = write("b.yaml", replace={"nomor: 3\n": "nomor: 4.\n", "{Ya: 3, ": "{Ya: 4, "})
    assert "Row numbers\n  ~ 2. → 2, 3 → 4\n" in sop("diff", old, new).out


def test_a_row_that_moved_names_its_places(sop, write):
    """Its number may be the same."""
    rows = "".join(
        f"  - {{nomor: {at}, uraian: {word * 9}, pelaksana: staf}}\n"
        for at, word in ((4, "abc"), (5, "xyz"), (6, "pqr"))
    )
    first, second, third = rows.splitlines(keepends=True)
    old = write("a.yaml", replace={"      output: Arsip\n": f"      output: Arsip\n{rows}"})
    new = write("b.yaml", replace={"      output: Arsip\n": f"      output: Arsip\n{second}{third}{first}"})
    assert told(sop, old, new) == (
        "  > 4  abcabcabcabcabcabcabcabcabc\n       tempat: urutan ke-4 → urutan ke-6\n"
    )
    summary = sop("diff", old, new, "--summary").out
    assert "satu kegiatan dipindahkan urutannya (baris 4 dari urutan ke-4 ke urutan ke-6). " in summary
    assert summary.endswith("belum mencakup baris 3, 5, 6, dan 4, yang waktunya tidak terukur.\n")


def test_a_target_says_what_became_of_it(sop, write):
    """The author who forgets a target when rows are numbered anew leads to another row with the same number."""
    rows = "".join(
        f"  - {{nomor: {at}, uraian: {word * 9}, pelaksana: staf}}\n"
        for at, word in ((4, "abc"), (5, "xyz"), (6, "pqr"))
    )
    _, second, third = rows.splitlines(keepends=True)
    end = "      output: Arsip\n"
    old = write("a.yaml", replace={end: f"{end}{rows}", "{Ya: 3, ": "{Batal: 4, Ya: 5, "})
    new = write(
        "b.yaml",
        replace={
            end: f"{end}{second.replace('5', '4')}{third.replace('6', '5')}",
            "{Ya: 3, ": "{Batal: 4, Ya: 5, ",
        },
    )
    assert told(sop, old, new) == (
        "  ~ 2  Memeriksa konsep laporan\n"
        "       alur: Ya ke 5 (kini 4) → Ya ke 5 (semula 6)\n"
        "  - 4  abcabcabcabcabcabcabcabcabc\n"
        "       pelaksana: Staf Penyusun\n"
        "       alur: ke 5\n"
        "       dituju dari: 2\n"
    )


def test_a_target_that_one_version_lacks_says_so(sop, write):
    """A decision that is gone, and one that is new, are not passed by."""
    row = "  - {nomor: 4, uraian: WORDS, pelaksana: staf, cabang: {Ya: 1, Tidak: 3}}\n"
    end = "      output: Arsip\n"
    both = {"{Ya: 3, ": "{Ya: 4, "}
    old = write("a.yaml", replace={**both, end: f"{end}{row.replace('WORDS', 'Menilai berkas')}"})
    new = write("b.yaml", replace={**both, end: f"{end}{row.replace('WORDS', 'Zzyzx qqq wwvv')}"})
    assert "       alur: Ya ke 4 (dihapus) → Ya ke 4 (baru)\n" in sop("diff", old, new, "--lang", "id").out


def test_a_target_that_nobody_knows_is_not_the_end(sop, write):
    """The new version fails for it, and what it says is told all the same; of a branch with its label."""
    row, old = f"{ROW}\n", write("a.yaml")
    new = write("b.yaml", replace={"{Ya: 3, Tidak: 1}": "{Ya: 3, Tidak: 9}", row: f"{row}    lanjut: 8\n"})
    assert told(sop, old, new) == (
        "  ~ 2  Memeriksa konsep laporan\n"
        "       alur: Tidak ke 1 → Tidak: tujuan tidak dikenal\n"
        "  ~ 3  Mengarsipkan laporan\n"
        "       alur: selesai → tujuan tidak dikenal\n"
    )


def test_shapes_are_told_in_the_reader_s_language(sop, write):
    """As ``sop compare`` tells them."""
    row = f"{ROW}\n"
    old, new = write("a.yaml"), write("b.yaml", replace={row: f"{row}    bentuk: proses\n"})
    assert told(sop, old, new) == "  ~ 3  Mengarsipkan laporan\n       bentuk: selesai → proses\n"
    assert "shape: end → process\n" in sop("diff", old, new, "--lang", "en").out


def test_people_read_numbers_where_the_author_wrote_ids(sop, write):
    """In targets and shared times too; JSON has the ids."""
    old = write("a.yaml", replace={"nomor: 3\n": "nomor: 3\n    id: arsip\n", "{Ya: 3, ": "{Ya: arsip, "})
    new = write(
        "b.yaml",
        replace={
            "nomor: 3\n": "nomor: 3\n    id: simpan\n",
            "nomor: 1\n": "nomor: 1\n    id: susun\n",
            "nomor: 2\n": "nomor: 2\n    id: periksa\n",
            "{Ya: 3, Tidak: 1}": "{Tidak: simpan, Ya: susun}",
            "waktu: Segera": "waktu: {bersama: periksa}",
        },
    )
    assert told(sop, old, new) == (
        "  ~ 2  Memeriksa konsep laporan\n"
        "       alur:\n"
        "         - Ya ke 3\n"
        "         - Tidak ke 1\n"
        "         + Tidak ke 3\n"
        "         + Ya ke 1\n"
        "  ~ 3  Mengarsipkan laporan\n"
        "       waktu: Segera → bersama baris 2\n"
    )
    found = sop("diff", old, new, "--format", "json").json
    assert found["unmeasured"] == {"old": ["arsip"], "new": []}
    assert found["rows"]["changed"][0]["changes"][0]["new"][0]["ways"][0]["to"] == ["simpan"]


@pytest.mark.parametrize(
    ("time", "told_so"),
    [
        ("60 menit", "waktu: 1 jam → 60 menit (lamanya sama)"),
        ("61 menit", "waktu: 1 jam → 61 menit"),
    ],
)
def test_a_time_that_lasts_the_same_says_so(sop, write, time, told_so):
    """It is printed otherwise all the same."""
    new = write("b.yaml", replace={"waktu: 1 jam": f"waktu: {time}"})
    old = write("a.yaml")
    assert f"       {told_so}\n" in told(sop, old, new)
    (change,) = sop("diff", old, new, "--format", "json").json["rows"]["changed"][0]["changes"]
    assert change["same_length"] is ("sama" in told_so)


@pytest.mark.parametrize(
    ("time", "note"),
    [
        ("2 jam", "2 jam 30 menit (+1 jam)"),
        ("45 menit", "1 jam 15 menit (-15 menit)"),
        ("30 menit - 1 jam", "1 jam - 1 jam 30 menit (paling banyak 30 menit lebih singkat)"),
        ("2-3 jam", "2 jam 30 menit - 3 jam 30 menit (1-2 jam lebih lama)"),
        ("maks. 2 jam", "30 menit - 2 jam 30 menit (lebih lama atau lebih singkat tidak dapat dipastikan)"),
        ("1 hari", "1 hari 30 menit (lebih lama, berapa pun lamanya satu hari)"),
        ("0-1 hari", "30 menit - 1 hari 30 menit (lebih lama atau lebih singkat tidak dapat dipastikan)"),
    ],
)
def test_how_much_longer_is_told_where_it_is_sure(sop, write, time, note):
    """1 jam of row 1 and 30 menit of row 2; a range is put into words, for a sign before it would be read wrong."""
    new = write("b.yaml", replace={"waktu: 1 jam": f"waktu: {time}"})
    out = sop("diff", write("a.yaml"), new, "--lang", "id", "--format", "markdown").out
    assert (
        f"- ± **Jumlah waktu baku**: 1 jam 30 menit → {note}\n".replace("(-", "(\\-").replace("(+", "(\\+")
        in out
    )


def test_a_day_less_is_shorter_whatever_a_day_is(sop, write):
    """1 hari 30 menit become 1 jam 30 menit: a working day has five hours at least."""
    new = write("b.yaml", replace={"waktu: 1 jam": "waktu: 1 hari"})
    assert "1 jam 30 menit (lebih singkat, berapa pun lamanya satu hari)" in " ".join(
        sop("diff", new, write("a.yaml"), "--lang", "id").out.split()
    )


TEXTS = st.text(
    st.sampled_from("abA1 *_`~<>[]()#|&!$^=+-.:;\\\"'@{}") | st.characters(categories=["L"]), min_size=1
).map(lambda text: " ".join(text.split()))


@given(TEXTS, TEXTS, TEXTS)
def test_markdown_shows_every_text_as_it_is(title, old, new):
    """In a heading, in bold, before and behind an arrow, in a nested list and in a paragraph."""
    assume(title and old and new)
    changes = (Change("uraian", (old,), (new,)), Change("output", (old, new), (new, old)))
    item = Item(Mark.CHANGED, "1", title, changes)
    text = as_markdown(title, [old, new], [Section(title, (item,))], ("Surat", old))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    shown = ["".join(part.content for part in one.children or ()) for one in tokens if one.type == "inline"]
    arrow = f"uraian: {old} → {new}" if old != new else f"uraian: {new}"
    assert shown == [
        *(title, f"{old}{new}", title, f"± 1 {title}", arrow, "output:"),
        *(f"− {old}", f"− {new}", f"+ {new}", f"+ {old}", "Surat", old),
    ]


def test_a_last_row_that_goes_on_ended_before(sop, write):
    """Where nothing follows it, it ends the procedure."""
    end = "      output: Arsip\n"
    new = write("b.yaml", replace={end: f"{end}    lanjut: 1\n"})
    assert told(sop, write("a.yaml"), new) == "  ~ 3  Mengarsipkan laporan\n       alur: selesai → ke 1\n"


def test_symbols_are_told_by_the_names_that_both_versions_have_for_them(sop, write):
    """The row is number 4 now, and so are its symbols; the decision leads to the second one."""
    end = "      output: Arsip\n"
    row = (
        "  - nomor: NUMBER\n    uraian: Menulis dan memeriksa\n    simbol:\n"
        "      - {pelaksana: staf, lanjut: 3}\n      - {pelaksana: kepala, lanjut: 3}\n"
    )
    old, new = (
        write(
            f"{number}.yaml",
            replace={
                "{Ya: 3, ": f"{{Ya: {target}, Teknis: {other}, ",
                end: f"{end}    lanjut: selesai\n{row.replace('NUMBER', str(number))}",
            },
        )
        for number, target, other in ((4, "4a", "4b"), (5, "5b", "5b"))
    )
    assert told(sop, old, new) == (
        "  ~ 2  Memeriksa konsep laporan\n       alur: Ya ke 4a (kini 5a) → Ya ke 5b (semula 4b)\n"
    )
