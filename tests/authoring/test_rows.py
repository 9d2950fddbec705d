"""The table as a whole: rows that come, go and move, and what refers to them."""

import random
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.authoring.numbering import in_order
from sop_engine.authoring.rows import add_row, delete_row, move_row
from sop_engine.compiled import Compiled
from sop_engine.errors import UsageError
from sop_engine.model.sop import Sop
from sop_engine.pipeline import compile_source
from sop_engine.reading.document import Document
from sop_engine.source import SourceFile
from tests.authoring.hand import handwritten
from tests.layout.generator import random_sop

SEEDS = st.integers(0, 1_000_000)
BARU: dict[str, Any] = {"uraian": "Baris baru", "pelaksana": "p0", "mutu_baku": {"waktu": "1 jam"}}


def parts(text: str) -> tuple[Compiled, Document, Sop]:
    """What a text becomes; it can be read and has rows."""
    found = compile_source(SourceFile("uji.yaml", text))
    assert found.document is not None
    assert found.sop is not None
    return found, found.document, found.sop


def comments(document: Document) -> list[str]:
    """The words of all comments, each with a number of its own."""
    return [comment.text for comment in document.comments]


def written_flows(found: Compiled, rows: list[int]) -> list[Any]:
    """All flows that the author wrote, between rows as they are counted in ``rows``."""
    assert found.graph is not None
    steps = found.graph.steps
    return sorted(
        (
            rows[steps[flow.source].row],
            steps[flow.source].symbol or 0,
            rows[steps[flow.target].row],
            steps[flow.target].symbol or 0,
            steps[flow.target].virtual,
            flow.label or "",
        )
        for flow in found.graph.flows
        if not flow.implicit
    )


def some_definition(seed: int) -> tuple[str, random.Random] | None:
    """A definition of a few rows, numbered 1 to n, as some hand writes it."""
    dice = random.Random(seed)
    data = random_sop(seed)
    return None if len(data["kegiatan"]) > 15 else (handwritten(data, dice), dice)


@pytest.mark.fuzz
@settings(deadline=None, max_examples=80)
@given(SEEDS)
def test_a_row_is_added(seed: int) -> None:
    """It stands at its index, all are numbered, every flow goes where it went, and no comment is lost."""
    if (made := some_definition(seed)) is None:
        return
    text, dice = made
    before, document, sop = parts(text)
    count = len(sop.kegiatan)
    at = dice.randint(0, count)
    after, new, models = parts(add_row(document, at, BARU | {"lanjut": "selesai"}))
    assert in_order(new)
    uraian = [row.uraian for row in sop.kegiatan]
    assert [row.uraian for row in models.kegiatan] == [*uraian[:at], "Baris baru", *uraian[at:]]
    assert comments(new) == comments(document)
    flows = written_flows(before, [row + (row >= at) for row in range(count)])
    assert written_flows(after, list(range(count + 1))) == flows


@pytest.mark.fuzz
@settings(deadline=None, max_examples=80)
@given(SEEDS)
def test_a_row_moves(seed: int) -> None:
    """Only the order changes: every flow that is written goes where it went; comments move with their rows."""
    if (made := some_definition(seed)) is None:
        return
    text, dice = made
    before, document, sop = parts(text)
    count = len(sop.kegiatan)
    at, to = dice.randrange(count), dice.randrange(count)
    after, new, models = parts(move_row(document, sop, at, to))
    order = list(range(count))
    order.insert(to, order.pop(at))
    assert in_order(new)
    assert [row.uraian for row in models.kegiatan] == [sop.kegiatan[row].uraian for row in order]
    assert sorted(comments(new)) == sorted(comments(document))
    flows = written_flows(before, [order.index(row) for row in range(count)])
    assert written_flows(after, list(range(count))) == flows
    assert move_row(new, models, to, at) == text


@pytest.mark.fuzz
@settings(deadline=None, max_examples=80)
@given(SEEDS)
def test_a_row_is_deleted(seed: int) -> None:
    """The others stay in their order and are numbered; nothing refers to what is not there any more."""
    if (made := some_definition(seed)) is None:
        return
    text, dice = made
    before, document, sop = parts(text)
    if len(sop.kegiatan) == 1:
        return
    at = dice.randrange(len(sop.kegiatan))
    after, new, models = parts(delete_row(document, sop, at))
    assert in_order(new)
    uraian = [row.uraian for row in sop.kegiatan]
    assert [row.uraian for row in models.kegiatan] == [*uraian[:at], *uraian[at + 1 :]]
    assert after.graph is not None
    assert before.graph is not None
    assert len(after.graph.unresolved) <= len(before.graph.unresolved)
    rest = iter(comments(document))
    assert all(word in rest for word in comments(new))
    # A procedure without a row may lack its only end; names, targets and shared times are right all the same.
    known = {found.code for found in before.diagnostics}
    new_codes = {found.code for found in after.diagnostics if found.is_error} - known
    assert [code for code in new_codes if code < "SOP300"] == []


HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
"""


def deleted(text: str, at: int) -> str:
    """The rows of a definition and what stands behind them, without one row."""
    _, document, sop = parts(HEAD + dedent(text))
    return delete_row(document, sop, at).removeprefix(HEAD)


@pytest.mark.parametrize(
    ("rows", "at", "expected"),
    [
        # What led to the row leads to where it led.
        (
            ["{nomor: 1, lanjut: 3}", "{nomor: 2}", "{nomor: 3, lanjut: 5}", "{nomor: 4}", "{nomor: 5}"],
            2,
            ["{nomor: 1, lanjut: 4}", "{nomor: 2, lanjut: 4}", "{nomor: 3}", "{nomor: 4}"],
        ),
        # It fell through: to the row below.
        (
            ["{nomor: 1, cabang: {Ya: 2, Tidak: 3}}", "{nomor: 2}", "{nomor: 3}"],
            1,
            ["{nomor: 1, cabang: {Ya: 2, Tidak: 2}}", "{nomor: 2}"],
        ),
        # It led to several places: to the row below.
        (
            ["{nomor: 1, lanjut: 2}", "{nomor: 2, cabang: {Ya: 4, Tidak: 1}}", "{nomor: 3}", "{nomor: 4}"],
            1,
            ["{nomor: 1, lanjut: 2}", "{nomor: 2}", "{nomor: 3}"],
        ),
        # Both branches led to one place.
        (
            ["{nomor: 1}", "{nomor: 2, cabang: {Ya: 4, Tidak: 4}}", "{nomor: 3, lanjut: 2}", "{nomor: 4}"],
            1,
            ["{nomor: 1, lanjut: 3}", "{nomor: 2, lanjut: 3}", "{nomor: 3}"],
        ),
        # The last row: the end.
        (
            ["{nomor: 1, cabang: {Ya: 2, Tidak: 3}}", "{nomor: 2}", "{nomor: 3}"],
            2,
            ["{nomor: 1, cabang: {Ya: 2, Tidak: selesai}}", "{nomor: 2}"],
        ),
        # The last row went back, and what fell through to it goes back.
        (["{nomor: 1}", "{nomor: 2}", "{nomor: 3, lanjut: 1}"], 2, ["{nomor: 1}", "{nomor: 2, lanjut: 1}"]),
        # It ended the procedure, and what fell through to it does so now.
        (
            ["{nomor: 1}", "{nomor: 2, bentuk: selesai}", "{nomor: 3}"],
            1,
            ["{nomor: 1, lanjut: selesai}", "{nomor: 2}"],
        ),
        # It went back to what leads to it: a row does not lead to itself.
        (
            ["{nomor: 1, lanjut: 2}", "{nomor: 2, lanjut: 1}", "{nomor: 3}"],
            1,
            ["{nomor: 1, lanjut: 2}", "{nomor: 2}"],
        ),
        (["{nomor: 1}", "{nomor: 2, lanjut: 1}", "{nomor: 3}"], 1, ["{nomor: 1}", "{nomor: 2}"]),
        # A decision may go back to itself.
        (
            ["{nomor: 1, cabang: {Ya: selesai, Tidak: {ke: 2, maks: 3}}}", "{nomor: 2, lanjut: 1}"],
            1,
            ["{nomor: 1, cabang: {Ya: selesai, Tidak: {ke: 1, maks: 3}}}"],
        ),
        # A list keeps each target once, and a single one is no list.
        (
            ["{nomor: 1, lanjut: [2, 3, 4]}", "{nomor: 2, lanjut: 4}", "{nomor: 3, lanjut: 4}", "{nomor: 4}"],
            1,
            ["{nomor: 1, lanjut: [3, 2]}", "{nomor: 2, lanjut: 3}", "{nomor: 3}"],
        ),
        (
            ["{nomor: 1, lanjut: [2, 3]}", "{nomor: 2}", "{nomor: 3}"],
            1,
            ["{nomor: 1, lanjut: 2}", "{nomor: 2}"],
        ),
        # A row below with several symbols: the first of them.
        (
            ["{nomor: 1}", "{nomor: 2, lanjut: 3a}", "{nomor: 3, simbol: [{lanjut: 3b}, {bentuk: selesai}]}"],
            1,
            ["{nomor: 1, lanjut: 2a}", "{nomor: 2, simbol: [{lanjut: 2b}, {bentuk: selesai}]}"],
        ),
        # A row with several symbols goes.
        (
            [
                "{nomor: 1, lanjut: 2b}",
                "{nomor: 2, simbol: [{lanjut: 4}, {id: 2b, lanjut: 2a}]}",
                "{nomor: 3}",
                "{nomor: 4}",
            ],
            1,
            ["{nomor: 1, lanjut: 3}", "{nomor: 2}", "{nomor: 3}"],
        ),
        # Other numbers are left alone, and a row without a name gets one where it must have one.
        (
            ["{nomor: 1, cabang: {Ya: 7, Tidak: selesai}}", "{nomor: 7}", "{uraian: b}"],
            1,
            ["{nomor: 1, cabang: {Ya: baris-3, Tidak: selesai}}", "{id: baris-3, uraian: b}"],
        ),
        (["{nomor: 1}", "{uraian: b}", "{nomor: 3}"], 1, ["{nomor: 1}", "{nomor: 3}"]),
        (["{nomor: IV}", "{nomor: 2}"], 0, ["{nomor: 2}"]),
        # The first that shares its time gets it, and the others share with that one.
        (
            [
                "{nomor: 1, mutu_baku: {waktu: 2 jam}}",
                "{nomor: 2, mutu_baku: {waktu: {bersama: 1}}}",
                "{nomor: 3, mutu_baku: {waktu: {bersama: 1}}}",
            ],
            0,
            ["{nomor: 1, mutu_baku: {waktu: 2 jam}}", "{nomor: 2, mutu_baku: {waktu: {bersama: 1}}}"],
        ),
        # Free words are a time of the row's own.
        (
            [
                "{nomor: 1, mutu_baku: {waktu: {teks: kapan saja}}}",
                "{nomor: 2, mutu_baku: {waktu: {bersama: 1}}}",
                "{nomor: 3, mutu_baku: {waktu: {bersama: 1}}}",
            ],
            0,
            [
                "{nomor: 1, mutu_baku: {waktu: {teks: kapan saja}}}",
                "{nomor: 2, mutu_baku: {waktu: {bersama: 1}}}",
            ],
        ),
        # What is no target stays as it is, also where nobody can tell what it means.
        (
            ["{nomor: 1, lanjut: [2, [3, 3]]}", "{nomor: 2}", "{nomor: 3}"],
            1,
            ["{nomor: 1, lanjut: [2, [2, 2]]}", "{nomor: 2}"],
        ),
        (["{nomor: 1}", "[x]", "{nomor: 3, lanjut: 1}"], 2, ["{nomor: 1}", "[x]"]),
        (["{nomor: 1, simbol: [[x]]}", "{nomor: 2, lanjut: 1}"], 1, ["{nomor: 1, simbol: [[x]]}"]),
        (
            ["{nomor: 1}", "{nomor: 2, mutu_baku: {waktu: {bersama: 1}}}"],
            0,
            ["{nomor: 1, mutu_baku: {waktu: }}"],
        ),
    ],
)
def test_what_refers_to_a_deleted_row(rows: list[str], at: int, expected: list[str]) -> None:
    """Flows, shared times and lists of targets, case by case."""
    text = "kegiatan:\n" + "".join(f"  - {row}\n" for row in rows)
    wanted = "kegiatan:\n" + "".join(f"  - {row}\n" for row in expected)
    assert deleted(text, at) == wanted


def test_hints_and_comments_of_a_deleted_row_go_with_it() -> None:
    """Those of others stay."""
    text = """\
        # tabel
        kegiatan:
          # pertama
          - nomor: 1
            uraian: a   # sop: abaikan SOP601

          # kedua
          - nomor: 2    # ragu
            uraian: b
            cabang: {Ya: 3, Tidak: 1}
            # di dalam

          # ketiga
          - nomor: 3
            uraian: c
            lanjut: 1
        # sesudah
        tampilan:
          alur:
            - {dari: 2, ke: 1, keluar: kiri}
            - {dari: 3, ke: 1, keluar: kanan}  # tetap
            - {dari: 1, ke: 2, keluar: kanan}
        """
    assert deleted(text, 1) == dedent("""\
        # tabel
        kegiatan:
          # pertama
          - nomor: 1
            uraian: a   # sop: abaikan SOP601

          # ketiga
          - nomor: 2
            uraian: c
            lanjut: 1
        # sesudah
        tampilan:
          alur:
            - {dari: 2, ke: 1, keluar: kanan}  # tetap
        """)


def test_the_only_row_stays() -> None:
    """A SOP has at least one."""
    with pytest.raises(UsageError) as caught:
        deleted("kegiatan:\n  - {nomor: 1, uraian: a}\n", 0)
    assert caught.value.message == (
        "satu-satunya baris kegiatan tidak dapat dihapus",
        "the only row cannot be deleted",
    )


@pytest.mark.parametrize("at", [-1, 2])
def test_a_row_that_is_not_there_is_the_callers_fault(at: int) -> None:
    """Neither can it be deleted nor moved."""
    _, document, sop = parts(HEAD + "kegiatan:\n  - {nomor: 1, uraian: a}\n  - {nomor: 2, uraian: b}\n")
    with pytest.raises(LookupError):
        delete_row(document, sop, at)
    with pytest.raises(LookupError):
        move_row(document, sop, 0, at)


TABEL = """\
kegiatan:
  # pertama
  - nomor: 1.
    uraian: a   # satu
    cabang: {Ya: 2, Tidak: 1}

  - nomor: 2.
    uraian: b
    # di dalam
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (
            0,
            (
                "kegiatan:\n  - nomor: 1.\n    uraian: Baru\n    pelaksana: staf\n\n  # pertama\n  - nomor: 2.\n"
                "    uraian: a   # satu\n    cabang: {Ya: 3, Tidak: 2}\n\n  - nomor: 3.\n    uraian: b\n    # di dalam\n"
            ),
        ),
        (
            1,
            (
                "kegiatan:\n  # pertama\n  - nomor: 1.\n    uraian: a   # satu\n    cabang: {Ya: 3, Tidak: 1}\n\n"
                "  - nomor: 2.\n    uraian: Baru\n    pelaksana: staf\n\n  - nomor: 3.\n    uraian: b\n    # di dalam\n"
            ),
        ),
        (9, TABEL + "\n  - nomor: 3.\n    uraian: Baru\n    pelaksana: staf\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_new_row_looks_like_the_others(at: int, expected: str, newline: str) -> None:
    """Indents, dots, empty lines between rows and line ends are the file's own; keys stand as in the form."""
    _, document, _ = parts((HEAD + TABEL).replace("\n", newline))
    new = add_row(document, at, {"nomor": "7", "pelaksana": "staf", "uraian": "Baru"})
    assert new == (HEAD + expected).replace("\n", newline)


@pytest.mark.parametrize("rows", ["kegiatan:\n", "kegiatan: []\n", ""])
def test_the_first_row(rows: str) -> None:
    """A table that is empty or missing gets its first row."""
    found = compile_source(SourceFile("uji.yaml", HEAD + rows)).document
    assert found is not None
    expected = HEAD + "kegiatan:\n  - nomor: 1\n    uraian: Baru\n"
    assert add_row(found, 0, {"uraian": "Baru"}) == expected


@pytest.mark.parametrize("fault", ["teks", "[x]"])
def test_a_row_stands_at_its_index_among_faulty_ones(fault: str) -> None:
    """What is no row counts all the same; nothing is numbered then."""
    text = HEAD + f"kegiatan:\n  - {{nomor: 1, uraian: a}}\n  - {fault}\n  - {{nomor: 3, uraian: b}}\n"
    _, document, _ = parts(text)
    assert add_row(document, 1, {"uraian": "Baru"}) == text.replace(
        f"  - {fault}", f"  - {{uraian: Baru}}\n  - {fault}"
    )


def test_a_row_before_one_with_several_symbols_says_which() -> None:
    """Else it would run on into nobody knows which; a row that says where it goes is left alone."""
    text = HEAD + "kegiatan:\n  - {nomor: 1, uraian: a, simbol: [{lanjut: 1b}, {bentuk: selesai}]}\n"
    _, document, _ = parts(text)
    assert add_row(document, 0, {"uraian": "Baru"}) == HEAD + (
        "kegiatan:\n  - {nomor: 1, uraian: Baru, lanjut: 2a}\n"
        "  - {nomor: 2, uraian: a, simbol: [{lanjut: 2b}, {bentuk: selesai}]}\n"
    )
    assert "lanjut: selesai" in add_row(document, 0, {"uraian": "Baru", "lanjut": "selesai"})


def test_the_authors_own_numbers_are_left_alone() -> None:
    """Where the rows were not numbered 1 to n, none is renumbered."""
    text = "kegiatan:\n  - {nomor: IV, uraian: a}\n  - {nomor: 2, uraian: b}\n"
    _, document, sop = parts(HEAD + text)
    assert move_row(document, sop, 0, 1) == HEAD + (
        "kegiatan:\n  - {nomor: 2, uraian: b}\n  - {nomor: IV, uraian: a}\n"
    )
    assert add_row(document, 2, {"nomor": "V", "uraian": "c"}) == HEAD + text + "  - {nomor: V, uraian: c}\n"


def test_a_written_id_may_stand_in_the_way_of_the_numbers() -> None:
    """What a written id means stays so: the new row is called otherwise then."""
    _, document, _ = parts(HEAD + "kegiatan:\n  - {nomor: 1, id: 2, uraian: a}\n")
    assert add_row(document, 1, {"uraian": "Baru"}) == HEAD + (
        "kegiatan:\n  - {nomor: 1, id: 2, uraian: a}\n  - {nomor: null, id: baris-2, uraian: Baru}\n"
    )


def test_a_moved_row_takes_its_comments_along() -> None:
    """Empty lines stay where they are."""
    _, document, sop = parts(HEAD + TABEL)
    assert move_row(document, sop, 0, 1) == HEAD + (
        "kegiatan:\n  - nomor: 1.\n    uraian: b\n    # di dalam\n\n"
        "  # pertama\n  - nomor: 2.\n    uraian: a   # satu\n    cabang: {Ya: 1, Tidak: 2}\n"
    )
