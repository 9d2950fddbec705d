"""Which rows of two tables are the same row."""

import json
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sop_engine.analysis.alignment import Entry, Pair, aligned, entries_of, heaviest, said
from sop_engine.pipeline import compile_path, compile_source
from sop_engine.source import SourceFile

WORDS = ("menyusun", "memeriksa", "konsep", "laporan", "surat", "berkas", "kinerja", "triwulan", "data")


def entry(text: str, roles: str = "staf", output: str = "laporan") -> Entry:
    """A row that says this."""
    return Entry(text, roles, output)


ENTRIES = st.builds(
    Entry,
    st.lists(st.sampled_from(WORDS), min_size=0, max_size=6).map(" ".join),
    st.sampled_from(("staf", "kepala", "")),
    st.sampled_from(("laporan", "surat", "")),
)
TABLES = st.lists(ENTRIES, min_size=0, max_size=8)
UNIQUE = st.lists(ENTRIES, min_size=1, max_size=8, unique_by=lambda one: one.text)


def numbers(pairs: tuple[Pair, ...]) -> list[tuple[int | None, int | None, bool]]:
    """The pairs without their likeness."""
    return [(pair.old, pair.new, pair.moved) for pair in pairs]


@given(TABLES)
def test_a_table_is_paired_with_itself(table):
    """Every row with itself, also where two rows say the same."""
    assert aligned(table, table) == tuple(Pair(at, at, 100) for at in range(len(table)))


@given(TABLES, TABLES)
def test_turned_tables_give_turned_pairs(old, new):
    """Which table is called the old one does not matter."""
    assert set(aligned(old, new)) == {
        Pair(pair.new, pair.old, pair.likeness, pair.moved) for pair in aligned(new, old)
    }


@given(TABLES, TABLES)
def test_each_row_is_in_one_pair(old, new):
    """Nothing is lost and nothing is there twice; what has kept its place rises on both sides."""
    pairs = aligned(old, new)
    assert sorted(pair.old for pair in pairs if pair.old is not None) == list(range(len(old)))
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))
    kept = [pair for pair in pairs if None not in (pair.old, pair.new) and not pair.moved]
    assert [pair.old for pair in kept] == sorted(pair.old for pair in kept)
    assert all(pair.likeness == 0 and not pair.moved for pair in pairs if None in (pair.old, pair.new))


@given(UNIQUE, st.data())
def test_without_a_row_all_others_stay_paired(table, data):
    """The row that is gone stands behind the one that was before it."""
    gone = data.draw(st.integers(0, len(table) - 1))
    rest = [(at, at - (at > gone), False) for at in range(len(table)) if at != gone]
    found = numbers(aligned(table, [row for at, row in enumerate(table) if at != gone]))
    assert found == [*rest[:gone], (gone, None, False), *rest[gone:]]


@given(UNIQUE, st.data())
def test_a_row_at_another_place_has_moved(table, data):
    """It is one pair, not one row gone and another one new; of two neighbours that change places one has moved."""
    assume(len(table) > 1)
    start = data.draw(st.integers(0, len(table) - 1))
    end = data.draw(st.integers(0, len(table) - 1).filter(lambda at: at != start))
    order = [at for at in range(len(table)) if at != start]
    order.insert(end, start)
    pairs = aligned(table, [table[at] for at in order])
    assert [(pair.old, pair.new) for pair in pairs] == [(at, place) for place, at in enumerate(order)]
    moved = [pair.old for pair in pairs if pair.moved]
    if abs(start - end) > 1:
        assert moved == [start]
    else:
        assert moved in ([start], [order[start]])


@given(UNIQUE, st.randoms())
def test_shuffled_rows_are_all_found(table, random):
    """However they are put, no row is gone and none is new."""
    order = list(range(len(table)))
    random.shuffle(order)
    pairs = aligned(table, [table[at] for at in order])
    assert [(pair.old, pair.new) for pair in pairs] == [(at, place) for place, at in enumerate(order)]


@given(
    st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 30), max_size=11),
)
def test_no_alignment_gains_more(gains):
    """The pairs rise on both sides, and gain as much as the best of all that do: every one of them is tried."""
    found = heaviest(gains, 5, 5)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(found))
    assert sum(gains[pair] for pair in found) == max(
        sum(gains[pair] for pair in chosen)
        for size in range(len(gains) + 1)
        for chosen in combinations(sorted(gains), size)
        if all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(chosen))
    )


def test_the_first_match_is_not_the_best():
    """Row 2 is most like the new row 1, but then rows 1 and 3 would have nobody: all three are paired in order."""
    old = [
        entry("menyusun konsep laporan"),
        entry("memeriksa konsep laporan triwulan"),
        entry("mengarsipkan surat"),
    ]
    new = [
        entry("memeriksa konsep laporan kinerja"),
        entry("memeriksa konsep laporan bulanan"),
        entry("mengarsipkan surat"),
    ]
    assert numbers(aligned(old, new)) == [(0, 0, False), (1, 1, False), (2, 2, False)]


def test_rows_that_say_the_same_go_by_their_place():
    """Of two equal rows the later one is gone, where what is left stands first."""
    old = [entry("memeriksa berkas"), entry("menyusun surat"), entry("memeriksa berkas")]
    assert numbers(aligned(old, old[:2])) == [(0, 0, False), (1, 1, False), (2, None, False)]
    assert numbers(aligned(old, old[1:])) == [(0, None, False), (1, 0, False), (2, 1, False)]


def test_of_rows_that_say_the_same_the_nearer_one_has_moved():
    """The last row of the new table is one of the first two of the old one: the second, and the first is gone."""
    same, rest = entry("mengarsipkan surat"), [entry("menerima data"), entry("menyusun laporan kinerja")]
    assert numbers(aligned([same, same, *rest], [*rest, same])) == [
        (0, None, False),
        (2, 0, False),
        (3, 1, False),
        (1, 2, True),
    ]


def test_what_has_nothing_in_common_is_not_paired():
    """One table is gone and the other one new; what is gone stands first, for nothing was before it."""
    old = [entry("menerima permohonan", "loket", "tanda terima")]
    new = [entry("rapat koordinasi anggaran", "kepala", "notula")]
    assert aligned(old, new) == (Pair(0, None), Pair(None, 0))
    assert aligned(old, []) == (Pair(0, None),)
    assert aligned([], new) == (Pair(None, 0),)


def test_another_role_and_output_do_not_hide_that_a_row_moved():
    """Its words stand once in each table: that is enough, wherever it stands."""
    rows = [entry("menerima surat permohonan"), entry("memeriksa berkas"), entry("menyusun konsep keputusan")]
    new = [rows[1], rows[2], entry("menerima surat permohonan", "xyz", "")]
    assert numbers(aligned(rows, new)) == [(1, 0, False), (2, 1, False), (0, 2, True)]


def test_likeness_weighs_words_roles_and_output():
    """Words weigh 70, roles and output 10 each: where only roles differ, with no letter in common, 80 of 90 are alike."""
    old, new = entry("menyusun laporan", roles="xyz"), entry("menyusun laporan", roles="abc")
    assert aligned([old], [new]) == (Pair(0, 0, 80 * 100 // 90),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Menyusun  Laporan\nKinerja", "menyusun laporan kinerja"),
        ("berupa _hard copy_ dan _softcopy_", "berupa hard copy dan softcopy"),
        ("nama_berkas ____", "nama_berkas"),
        ("", ""),
    ],
)
def test_how_a_text_is_set_does_not_count(text, words):
    """Letters' case, blanks, line breaks and marks of italics."""
    assert said(text) == words


def test_what_a_row_is_known_by():
    """Its words, all headings of its symbols once and its output, as ``said`` gives them; a long text by its beginning."""
    symbols = [{"id": "a", "pelaksana": ["kepala", "staf"], "lanjut": "b"}, {"id": "b", "pelaksana": "staf"}]
    data = {
        "versi_format": 1,
        "instansi": {"kode": "uji", "nama": "Badan Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {"staf": "STAF  Ahli", "kepala": "Kepala"},
        "kegiatan": [
            {
                "nomor": 1,
                "uraian": "Memeriksa _file_",
                "simbol": symbols,
                "mutu_baku": {"output": ["Surat", "Arsip"]},
            },
            {"nomor": 2, "uraian": "Y" * 2_000, "pelaksana": "staf"},
        ],
    }
    assert entries_of(compile_source(SourceFile("uji.yaml", json.dumps(data))).sop) == (
        Entry("memeriksa file", "kepala, staf ahli", "surat, arsip"),
        Entry("y" * 1_000, "staf ahli", ""),
    )


def test_an_agency_with_another_procedure_does_not_align(root):
    """Balangan gathers and compiles, Dumai asks its divisions and signs: no row of one is a row of the other."""
    tables = [
        entries_of(compile_path(root / "definitions" / f"{name}.yaml").sop) for name in ("balangan", "dumai")
    ]
    assert [pair for pair in aligned(*tables) if None not in (pair.old, pair.new)] == []


def test_words_of_the_trade_make_no_pair(root):
    """Tapin 7 checks and signs a report, Dumai 6 receives and checks a summary: many words in common, another step."""
    tables = [
        entries_of(compile_path(root / "definitions" / f"{name}.yaml").sop) for name in ("tapin", "dumai")
    ]
    assert [pair for pair in aligned(*tables) if None not in (pair.old, pair.new)] == []
