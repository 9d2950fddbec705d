"""Rows numbered anew: in their style, with all that refers to them, and the procedure as it was."""

import random
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.authoring.numbering import in_order, numbered, renumbered
from sop_engine.authoring.references import number_of, rows_of
from sop_engine.compiled import Compiled
from sop_engine.edits import changed
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile
from tests.authoring.hand import handwritten
from tests.layout.generator import random_sop

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("definitions/*.yaml"), *ROOT.glob("tests/definitions/*.yaml")])
STYLES = ("", "", ".", " .", "0", "0.")


def compiled(text: str) -> Compiled:
    """A text that can be read and has rows."""
    found = compile_source(SourceFile("uji.yaml", text))
    assert found.document is not None
    assert found.sop is not None
    return found


def anew(text: str) -> str:
    """The text with its rows numbered anew."""
    found = compiled(text)
    assert found.document is not None
    assert found.sop is not None
    return changed(text, renumbered(found.document, found.sop))


def procedure(found: Compiled) -> Any:
    """All that a procedure is but for the names: steps and flows by their place, shared times, hints, total."""
    assert found.graph is not None
    assert found.sop is not None
    graph = found.graph
    place = {name: at for at, name in enumerate(graph.steps)}
    steps = [
        (
            step.row,
            step.symbol,
            step.lanes,
            step.kind,
            step.is_start,
            step.is_end,
            step.waits,
            step.teks,
            step.virtual,
        )
        for step in graph.steps.values()
    ]
    flows = [
        (
            place[flow.source],
            place[flow.target],
            flow.kind,
            flow.label,
            flow.probability,
            flow.repeats,
            flow.implicit,
        )
        for flow in graph.flows
    ]
    times = [graph.rows.get(row.mutu_baku.waktu.bersama or "") for row in found.sop.kegiatan]
    hints = [
        tuple(place.get(graph.names.get(name, name), name) for name in (hint.dari, hint.ke))
        for hint in found.sop.tampilan.alur
    ]
    return steps, flows, graph.complete, len(graph.unresolved), times, hints, found.total


def misnumbered(data: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The same procedure with other numbers, in one style, and some symbols that are called after their row."""
    rows = data["kegiatan"]
    numbers = sorted(dice.sample(range(1, 3 * len(rows) + 2), len(rows)))
    if dice.random() < 0.4:
        dice.shuffle(numbers)
    style = dice.choice(STYLES)
    names: dict[str, str] = {}
    for row, number in zip(rows, numbers, strict=True):
        old, new = row["nomor"], str(number).zfill(2 if "0" in style else 0)
        names[old] = new
        row["nomor"] = new + style.replace("0", "")
        for symbol in row.get("simbol", ()):
            names[symbol["id"]] = new + symbol["id"].removeprefix(old)

    def named(target: Any) -> Any:
        return [named(one) for one in target] if isinstance(target, list) else names.get(target, target)

    for row in rows:
        for part in (row, *row.get("simbol", ())):
            if "id" in part:
                part["id"] = named(part["id"])
                if dice.random() < 0.4:
                    del part["id"]
            if "lanjut" in part:
                part["lanjut"] = named(part["lanjut"])
            for label, branch in part.get("cabang", {}).items():
                part["cabang"][label] = {"ke": named(branch)} if dice.random() < 0.3 else named(branch)
        time = row["mutu_baku"]["waktu"]
        if isinstance(time, dict):
            time["bersama"] = named(time["bersama"])
    for hint in data["tampilan"]["alur"]:
        hint |= {"dari": named(hint["dari"]), "ke": named(hint["ke"])}
    return data


@pytest.mark.fuzz
@settings(deadline=None, max_examples=100)
@given(st.integers(0, 1_000_000))
def test_the_procedure_stays_what_it_is(seed: int) -> None:
    """However the rows were numbered and the file is written: same steps, flows, times, hints, total and comments."""
    dice = random.Random(seed)
    data = random_sop(seed)
    if len(data["kegiatan"]) > 20:
        return
    before = compiled(handwritten(misnumbered(data, dice), dice))
    after = compiled(anew(before.source.text))
    assert after.document is not None
    assert before.document is not None
    assert procedure(after) == procedure(before)
    assert in_order(after.document)
    assert [one.text for one in after.document.comments] == [one.text for one in before.document.comments]
    assert anew(after.source.text) == after.source.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_definitions_stay_what_they_are(path: Path) -> None:
    """What is numbered 1 to n is not touched; what is not is the same procedure afterwards."""
    before = compiled(path.read_text(encoding="utf-8"))
    assert before.document is not None
    after = compiled(anew(before.source.text))
    assert procedure(after) == procedure(before)
    assert in_order(before.document) == (after.source.text == before.source.text)
    assert anew(after.source.text) == after.source.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_definitions_come_back(path: Path) -> None:
    """A definition whose rows all count one too many becomes the one that it was."""
    text = path.read_text(encoding="utf-8")
    found = compiled(text)
    assert found.document is not None
    if not in_order(found.document) or "simbol:" in text:
        return
    rows = rows_of(found.document) or []
    lines = text.splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if line.lstrip().startswith("- nomor:"))
    extra = (
        "  - {nomor: 0, uraian: Baris tambahan, pelaksana: "
        + str(next(iter(found.document.data["pelaksana"])))
        + "}\n"
    )
    more = anew("".join([*lines[:first], extra, *lines[first:]]))
    again = compiled(more)
    assert again.document is not None
    numbers = [number_of(row) for row in rows_of(again.document) or []]
    assert [number.strip(" .") for number in numbers] == [str(at) for at in range(1, len(rows) + 2)]
    without = "".join(line for line in more.splitlines(keepends=True) if "Baris tambahan" not in line)
    assert anew(without) == text


HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
"""


def rows_text(text: str) -> str:
    """A definition with these rows, and what stands behind them."""
    return HEAD + dedent(text)


def called(a: int, b: int, c: int, d: int, e: int) -> str:
    """Five rows with these numbers, and references of every shape to them."""
    return rows_text(f"""\
        kegiatan:
          - nomor: "{a}"   # dua
            uraian: a
            pelaksana: staf
            lanjut: [{b}, {c}a]  # ke dua arah
          - {{nomor: {b}, uraian: b, pelaksana: staf, cabang: {{Ya: {{ke: {e}, maks: 2}}, Tidak: '{a}', Lain: selesai}}}}
          - nomor: {c}
            uraian: c
            simbol:
              - {{id: {c}a, pelaksana: staf, lanjut: {c}b}}
              - {{pelaksana: staf, lanjut: arsip}}
          - nomor: {d}
            id: arsip
            uraian: d
            pelaksana: staf
            mutu_baku: {{waktu: {{bersama: {c}}}}}
          - nomor: {e}
            uraian: 9
            pelaksana: staf
        tampilan:
          alur:
            - {{dari: {c}a, ke: {c}b, keluar: kiri}}
            - {{dari: {b}, ke: arsip}}
        """)


def test_every_reference_follows() -> None:
    """Targets of every shape, shared times, hints, and symbols that are called after their row; the rest stays."""
    assert anew(called(2, 5, 7, 8, 9)) == called(1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "3"], ["1", "2"]),
        (["2.", "3."], ["1.", "2."]),
        (["1 .", "4 ."], ["1 .", "2 ."]),
        (["02", "03"], ["01", "02"]),
        (["01", "11"], ["01", "02"]),
        (["01", "3"], ["01", "2"]),
        (["1", "'3'"], ["1", "2"]),
        (["1", ""], ["1", "2"]),
        (["", "1."], ["1.", "2."]),
        (["2", "2"], ["1", "2"]),
        (["1", "2"], ["1", "2"]),
        (["", ""], ["", ""]),
        (["1", "IV"], ["1", "IV"]),
        (["2", "2.1"], ["2", "2.1"]),
        (["2", "3a"], ["2", "3a"]),
    ],
)
def test_the_style_of_the_numbers(numbers: list[str], expected: list[str]) -> None:
    """Dots and leading zeros stay; other kinds of numbers are left alone, with all that stand beside them."""
    rows = "".join(f"  - nomor: {number}\n    uraian: a\n    pelaksana: staf\n" for number in numbers)
    found = compiled(anew(f"{HEAD}kegiatan:\n{rows}"))
    assert found.document is not None
    assert [number_of(row) for row in rows_of(found.document) or []] == expected


@pytest.mark.parametrize(
    "rows",
    [
        "  - {nomor: 2, uraian: a, pelaksana: staf}\n  - {nomor: 3, id: 1, uraian: b, pelaksana: staf}\n",
        "  - {nomor: 2, uraian: a, pelaksana: staf, lanjut: 1}\n  - {nomor: 3, uraian: b, pelaksana: staf}\n",
        "  - {nomor: 2, uraian: a, pelaksana: staf}\n  - bukan baris\n",
        (
            "  - {nomor: 2, uraian: a, pelaksana: staf}\n"
            "  - {nomor: 3, uraian: b, simbol: [{id: 1a, pelaksana: staf, lanjut: selesai}, "
            "{id: 1, pelaksana: staf, lanjut: 1a}]}\n"
        ),
    ],
)
def test_a_number_that_means_something_else_is_not_given(rows: str) -> None:
    """A written id, a reference that means nothing yet, or what is no row at all: nothing is changed."""
    text = f"{HEAD}kegiatan:\n{rows}"
    assert anew(text) == text


def test_a_reference_may_be_claimed() -> None:
    """Who knows that a row is meant by it numbers it all the same."""
    text = f"{HEAD}kegiatan:\n  - {{nomor: 2, uraian: a, pelaksana: staf, lanjut: 1}}\n"
    found = compiled(text)
    assert found.document is not None
    assert changed(text, numbered(found.document, claiming=True)) == text.replace("nomor: 2", "nomor: 1")


def test_a_repeated_number_means_the_first_of_its_rows() -> None:
    """What refers to it goes on to that one."""
    rows = "".join(f"  - {{nomor: {number}, uraian: a, pelaksana: staf}}\n" for number in (2, 2))
    before = f"{HEAD}kegiatan:\n{rows}  - {{nomor: 3, uraian: b, pelaksana: staf, lanjut: 2}}\n"
    assert anew(before) == before.replace("nomor: 2", "nomor: 1", 1).replace("lanjut: 2", "lanjut: 1")


def test_a_row_without_a_number_gets_one_at_its_place() -> None:
    """The first key of a row, where the row has none."""
    before = f"{HEAD}kegiatan:\n  - nomor: 1\n    uraian: a\n    pelaksana: staf\n  - uraian: b  # k\n    pelaksana: staf\n"
    assert anew(before) == before.replace("- uraian: b", "- nomor: 2\n    uraian: b")
