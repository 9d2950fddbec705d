"""Which rows of several tables are the same row."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.analysis.alignment import Entry, entries_of
from sop_engine.analysis.grouping import Group, grouped
from sop_engine.pipeline import compile_path

AGENCIES = ("balangan", "samarinda", "kalteng", "tapin", "dumai")
TEXTS = {
    "A": "menerima surat permohonan",
    "B": "memeriksa kelengkapan berkas",
    "C": "menandatangani keputusan",
    "X": "mengarsipkan dokumen",
    "Y": "rapat koordinasi anggaran",
}
"""Rows that are not alike."""
LETTERS = st.permutations("ABCXY").flatmap(
    lambda letters: st.sampled_from([letters[:size] for size in range(6)])
)
SEVERAL = st.lists(LETTERS.map("".join), min_size=1, max_size=4)


def table(letters: str) -> list[Entry]:
    """A table of these rows."""
    return [Entry(TEXTS[letter], "staf", f"berkas {letter}") for letter in letters]


def lines(*tables: str) -> list[str]:
    """Each group, as the letters that the tables have, a dot for none; in small letters where it has moved."""
    return [
        "".join(
            "." if row is None else letters[row].lower() if at in group.moved else letters[row]
            for at, (letters, row) in enumerate(zip(tables, group.rows, strict=True))
        )
        for group in grouped([table(letters) for letters in tables])
    ]


@pytest.fixture
def agencies(root):
    """The rows of each agency that comes with the package."""
    return {name: entries_of(compile_path(root / "definitions" / f"{name}.yaml").sop) for name in AGENCIES}


def test_three_agencies_align_row_by_row(agencies):
    """Nine of nine rows of Balangan, Samarinda and Kalteng, in whatever order they are named."""
    straight = tuple(Group((at, at, at)) for at in range(9))
    for names in permutations(AGENCIES[:3]):
        assert grouped([agencies[name] for name in names]) == straight


def test_other_agencies_between_them_change_nothing(agencies):
    """Tapin and Dumai share no row with them nor with each other: 9 + 8 + 8 rows, wherever they are named."""
    for names in permutations(AGENCIES):
        found = grouped([agencies[name] for name in names])
        shared = [at for at, name in enumerate(names) if name in AGENCIES[:3]]
        assert len(found) == 25
        assert not any(group.moved for group in found)
        assert [
            tuple(group.rows[at] for at in shared) for group in found if group.rows[shared[0]] is not None
        ] == [(at, at, at) for at in range(9)]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        (("ABC", "ABC"), ["AA", "BB", "CC"]),
        (("AB", "XY"), ["A.", "B.", ".X", ".Y"]),
        (("AB", ""), ["A.", "B."]),
        (("", "AB"), [".A", ".B"]),
        (("ABC", "AXC"), ["AA", "B.", ".X", "CC"]),
        # The third table says what the first two leave open, either way: nothing has moved.
        (("ABC", "AXC", "ABXC"), ["AAA", "B.B", ".XX", "CCC"]),
        (("ABC", "AXC", "AXBC"), ["AAA", ".XX", "B.B", "CCC"]),
        (("AB", "XY", "XAYB"), [".XX", "A.A", ".YY", "B.B"]),
        # It says so against the first one: X has moved, for A and B stand before it there.
        (("ABX", "AB", "XAB"), ["AAA", "BBB", "X.x"]),
        # A circle through two tables: A before X before Y before A.
        (("AX", "XY", "YA"), ["A.a", "XX.", ".YY"]),
        # What only the third one has stands before what it has next.
        (("AB", "XY", "CA"), ["..C", "A.A", "B..", ".X.", ".Y."]),
        # In the second one B has moved behind A; where it stands against X no table says before the third does.
        (("AB", "BAX", "AXB"), ["AAA", ".XX", "BbB"]),
        (("ABC", "BCA", "BCA"), ["Aaa", "BBB", "CCC"]),
        (("ABX", "ABCX", "BCXA"), ["AAa", "BBB", ".CC", "XXX"]),
    ],
)
def test_rows_stand_together(tables, expected):
    """Each row once, in an order that all tables keep, but for what has moved."""
    assert lines(*tables) == expected


@given(SEVERAL)
def test_each_row_is_in_one_group(tables):
    """Rows of one text are together; what is in its place rises in every table."""
    found = grouped([table(letters) for letters in tables])
    assert len(found) == len(set("".join(tables)))
    for at, letters in enumerate(tables):
        rows = [group.rows[at] for group in found]
        assert sorted(row for row in rows if row is not None) == list(range(len(letters)))
        kept = [group.rows[at] for group in found if group.rows[at] is not None and at not in group.moved]
        assert all(one < other for one, other in pairwise(kept))


@given(
    st.lists(
        st.sets(st.sampled_from("ABCXY")).map(lambda letters: "".join(sorted(letters))),
        min_size=1,
        max_size=5,
    )
)
def test_what_fits_one_order_has_not_moved(tables):
    """Parts of one and the same order: whatever each leaves out, no row is out of its place."""
    assert not any(letter.islower() for line in lines(*tables) for letter in line)


def test_a_row_is_near_where_any_of_its_group_is():
    """Rows that another table has before it do not carry a row away from the row that it is like.

    "menyusun laporan akhir" against "menyusun laporan tahunan", both the last of their tables, are one row; beside it
    stand the eight rows of a table that has nothing in common with either.
    """
    words = ("rapat", "izin", "gaji", "cuti", "pajak", "hibah", "arsip", "lelang")
    other = [Entry(f"{word} {word[::-1]}", word, word) for word in words]
    one, two = (
        [*table("AB"), Entry(f"menyusun laporan {which}", "", which)] for which in ("akhir", "tahunan")
    )
    assert grouped([one, two]) == tuple(Group((at, at)) for at in range(3))
    found = grouped([one, other, two])
    assert [group.rows for group in found if group.rows[2] is not None] == [(at, None, at) for at in range(3)]


def test_a_row_that_no_table_orders_goes_where_it_is_most_alike():
    """The third table has X before a check of files; of the first table's two checks that of files is the same row."""
    surat, berkas = (Entry(f"memeriksa kelengkapan {what}", "staf", what) for what in ("surat", "berkas"))
    pemohon = Entry("memeriksa kelengkapan berkas pemohon", "staf", "berkas")
    first, last, own = table("A"), table("C"), table("X")
    found = grouped([[*first, surat, berkas, *last], [*first, *own, *last], [*first, *own, pemohon, *last]])
    assert [group.rows for group in found] == [
        (0, 0, 0),
        (1, None, None),
        (None, 1, 1),
        (2, None, 2),
        (3, 2, 3),
    ]
    assert not any(group.moved for group in found)
