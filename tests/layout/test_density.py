"""The finding that a sheet is too dense, and its remedy."""

import json
from pathlib import Path
from typing import Any

import pytest

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Severity
from sop_engine.layout.density import finding
from sop_engine.layout.drawing import Dense, Drawing
from sop_engine.layout.sheet import SheetOptions, lay_out
from sop_engine.pipeline import compile_bytes, compile_path

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted([*(ROOT / "definitions").glob("*.yaml"), *(ROOT / "tests" / "definitions").glob("*.yaml")])


def compiled(roles: int, word: str, count: int = 4, **rest: Any) -> Compiled:
    """A SOP of so many roles with one long word in every text column."""
    quality = {"kelengkapan": [word], "output": word, "waktu": "15 menit"}
    data = {
        "versi_format": "1",
        "instansi": {"kode": "uji", "nama": "Uji"},
        "identitas": {"nama": "Uji"},
        "pelaksana": {f"p{at}": f"Peran {at}" for at in range(roles)},
        "kegiatan": [
            {
                "nomor": str(at + 1),
                "uraian": word,
                "pelaksana": f"p{at % roles}",
                "mutu_baku": quality,
                "keterangan": word,
            }
            for at in range(count)
        ],
        **rest,
    }
    return compile_bytes(json.dumps(data).encode(), "uji.yaml")


def drawing(found: Compiled, options: SheetOptions) -> Drawing:
    """Its sheet."""
    assert found.sop is not None
    assert found.graph is not None
    return lay_out(found.sop, found.graph, found.total, options)


def said(found: Compiled, options: SheetOptions) -> tuple[str, str] | None:
    """Message and hint of the finding, in English."""
    diagnostic = finding(found, drawing(found, options), options)
    assert diagnostic is None or diagnostic.hint is not None
    return (diagnostic.message.en, diagnostic.hint.en) if diagnostic and diagnostic.hint else None


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_real_sops_are_not_dense(file: Path) -> None:
    """On any paper."""
    found = compile_path(file)
    for paper in (None, "A4", "F4", "Letter", "Legal"):
        options = SheetOptions(paper)
        assert finding(found, drawing(found, options), options) is None


BROKEN = "the sheet is too dense: words in a text column are broken"


@pytest.mark.parametrize(
    ("roles", "options", "expected"),
    [
        (8, SheetOptions("Letter"), None),
        (10, SheetOptions("Letter"), (BROKEN, "use paper A4: enough for this SOP")),
        (12, SheetOptions(), (BROKEN, "use paper F4: enough for this SOP")),
        (13, SheetOptions("F4"), (BROKEN, "use paper Legal: enough for this SOP")),
        (14, SheetOptions("A4"), (BROKEN, "use paper Legal and font size 6: enough for this SOP")),
        (8, SheetOptions("Legal", 14.0), (BROKEN, "use font size 8: enough for this SOP")),
        (
            40,
            SheetOptions(),
            (
                f"{BROKEN}, symbols are too small",
                "split this SOP into several, or give it fewer roles and words",
            ),
        ),
    ],
)
def test_the_first_remedy_that_is_enough_is_named(
    roles: int, options: SheetOptions, expected: tuple[str, str] | None
) -> None:
    """A larger paper before a smaller font."""
    assert said(compiled(roles, "pertanggungjawaban"), options) == expected


def test_the_finding_is_a_warning_at_the_roles_in_both_languages() -> None:
    """Its place is what there is too much of."""
    source = compiled(40, "pertanggungjawaban")
    found = finding(source, drawing(source, SheetOptions()), SheetOptions())
    assert found is not None
    assert (found.code, found.kind.slug, found.severity) == ("SOP902", "too-dense", Severity.WARNING)
    assert found.message.id == "lembar terlalu padat: kata di kolom teks terpotong, simbol terlalu kecil"
    assert found.hint is not None
    assert found.hint.id == "bagi SOP ini menjadi beberapa SOP, atau kurangi lajur dan teksnya"
    assert source.source.text[found.span.start : found.span.end] == '"pelaksana"'


def test_the_finding_points_at_the_paper_that_the_definition_names() -> None:
    """Unless another one was asked for."""
    source = compiled(40, "pertanggungjawaban", tampilan={"kertas": "F4"})
    for options, place in ((SheetOptions(), '"F4"'), (SheetOptions("A4"), '"pelaksana"')):
        found = finding(source, drawing(source, options), options)
        assert found is not None
        assert source.source.text[found.span.start : found.span.end] == place


def test_a_word_that_no_column_holds_is_not_dense() -> None:
    """An address or 5,000 letters break on any sheet, and nobody could draw them otherwise."""
    assert drawing(compiled(3, "x" * 5000), SheetOptions()).dense == ()


def test_headings_that_cannot_be_read_are_dense() -> None:
    """A role whose name is an essay."""
    source = compiled(9, "kata", pelaksana={f"p{at}": "Kepala Subbagian " * 60 for at in range(9)})
    assert drawing(source, SheetOptions()).dense == (Dense.HEADINGS,)
