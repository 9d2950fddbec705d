"""The texts at the places of a definition."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from sop_engine.authoring.fixers.scalars import Scalar, reworded, scalar_at
from sop_engine.reading import read
from sop_engine.reading.document import Document, Loc, Place
from sop_engine.source import SourceFile, Span

TEXT = """\
versi_format: 1
instansi: {kode: contoh, nama: "Dinas: Contoh", lain: [a, 'b c', [], {d: e}]}
identitas:
    nama: >-
        Penyusunan
        Laporan

    dasar_hukum:
    -   Satu
    -
    - - Dua
      - Tiga
    - ''
kegiatan:
  - nomor: 1
    uraian: Menyusun konsep

  - nomor: 2  # catatan
    mutu_baku: {}
    "lanjut": 3
"""


def read_text(text: str) -> Document:
    """A document that can be read."""
    document, _ = read(SourceFile("a.yaml", text))
    assert document is not None
    return document


def standing(place: Place, loc: Loc = ()) -> Iterator[tuple[Span, bool, Loc]]:
    """Every scalar below a place, looked at one after the other: its span, whether it is a key, and its path."""
    if len(place) == 2:
        yield Span(*place), False, loc
    elif isinstance(place[2], dict):
        for key, (start, end, value) in place[2].items():
            yield Span(start, end), True, (*loc, key)
            yield from standing(value, (*loc, key))
    else:
        for at, item in enumerate(place[2]):
            yield from standing(item, (*loc, at))


def test_every_character_belongs_to_the_scalar_that_it_stands_in() -> None:
    """Keys and values, in lists of lists and of mappings, in block and in flow style; and none between them."""
    document = read_text(TEXT)
    scalars = tuple(standing(document.place))
    for at in range(len(TEXT)):
        inside = [one for one in scalars if one[0].start <= at < one[0].end]
        found = scalar_at(document, Span(at, at + 1))
        assert ([] if found is None else [(found.span, found.key, found.loc)]) == inside


@pytest.mark.parametrize(
    ("words", "column", "flow", "loc"),
    [
        ("Satu", 4, False, ("identitas", "dasar_hukum", 0)),
        ("Tiga", 6, False, ("identitas", "dasar_hukum", 2, 1)),
        ("''", 4, False, ("identitas", "dasar_hukum", 3)),
        ("'b c'", 58, True, ("instansi", "lain", 1)),
        ("Menyusun konsep", 4, False, ("kegiatan", 0, "uraian")),
    ],
)
def test_it_is_told_where_a_scalar_stands(words: str, column: int, flow: bool, loc: Loc) -> None:
    """Its dash or its key, the style around it, and its path."""
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    assert scalar_at(read_text(TEXT), span) == Scalar(span, column, flow=flow, key=False, loc=loc)


def test_what_reaches_from_one_scalar_into_the_next_is_in_none() -> None:
    """Whether two items of a list or a key and its value."""
    document = read_text(TEXT)
    assert scalar_at(document, Span(TEXT.index("Dua"), TEXT.index("Tiga") + 4)) is None
    assert scalar_at(document, Span(TEXT.index("uraian"), TEXT.index("Menyusun") + 2)) is None


def test_a_part_of_a_text_with_escapes_is_left_alone() -> None:
    """Nobody can tell which of its words are which; all of it can be put otherwise, in its quotes."""
    text = 'nama: "Dinas\\tContoh"\n'
    document = read_text(text)
    whole = Span(text.index('"'), len(text) - 1)
    assert reworded(document, Span(text.index("Contoh"), len(text) - 2), "Kota") is None
    (edit,) = reworded(document, whole, "Badan\tContoh") or ()
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == text.replace("Dinas", "Badan")


class Looked(list[Any]):
    """A list that counts how often one of its items is looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        self.looks += 1
        return super().__getitem__(at)

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            self.looks += 1
            yield item


def test_of_many_items_only_a_few_are_looked_at() -> None:
    """So thousands of findings in thousands of rows are mended in the time of thousands of steps, not of millions."""
    document = read_text("kegiatan:\n" + "".join(f"  - uraian: Baris {row}\n" for row in range(4096)))
    start, end, entries = document.place
    key_start, key_end, (list_start, list_end, items) = entries["kegiatan"]
    rows = Looked(items)
    place = (start, end, {"kegiatan": (key_start, key_end, (list_start, list_end, rows))})
    at = document.source.text.index("Baris 4000")
    found = scalar_at(replace(document, place=place), Span(at, at + 10))
    assert found is not None
    assert found.loc == ("kegiatan", 4000, "uraian")
    assert rows.looks <= 20
