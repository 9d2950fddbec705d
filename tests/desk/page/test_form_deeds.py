"""Rows that are added, deleted and moved."""

import pytest

from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_deeds import Deed, row_deed
from sop_engine.desk.page.form_model import form_of
from sop_engine.diagnostics import Text
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Pengumpulan Data}
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
"""
FIRST = "  # awal\n  - nomor: {}\n    uraian: Menyusun  # satu\n    pelaksana: kepala\n"
SECOND = "  - nomor: {}\n    uraian: Memeriksa\n    pelaksana: [staf, kepala]\n    lanjut: {}  # kembali\n"
NEW = "  - nomor: {}\n    uraian:\n    pelaksana: {}\n    mutu_baku:\n      kelengkapan:\n      waktu:\n      output:\n"
TEXT = HEAD + FIRST.format(1) + SECOND.format(2, 1)


def compiled(text: str = TEXT) -> Compiled:
    """A text as far as it can be brought."""
    return compile_source(SourceFile("sop.yaml", text))


def deed(at: int, what: str, text: str = TEXT) -> Deed | None:
    """What is done with a row of a text."""
    found = compiled(text)
    return row_deed(found, form_of(found), at, what)


@pytest.mark.parametrize(
    ("at", "what", "rows", "said", "fresh"),
    [
        (
            0,
            "above",
            NEW.format(1, "staf") + FIRST.format(2) + SECOND.format(3, 2),
            "Baris baru ditambahkan sebagai baris 1.",
            0,
        ),
        (
            0,
            "below",
            FIRST.format(1) + NEW.format(2, "kepala") + SECOND.format(3, 1),
            "Baris baru ditambahkan sebagai baris 2.",
            1,
        ),
        (
            9,
            "add",
            FIRST.format(1) + SECOND.format(2, 1) + NEW.format(3, "staf"),
            "Baris baru ditambahkan sebagai baris 3.",
            2,
        ),
        (0, "down", SECOND.format(1, 2) + FIRST.format(2), "Baris 1 dipindahkan menjadi baris 2.", 1),
        (1, "up", SECOND.format(1, 2) + FIRST.format(2), "Baris 2 dipindahkan menjadi baris 1.", 0),
        (1, "delete", FIRST.format(1), "Baris 2 dihapus. Ctrl+Z mengurungkan.", 0),
    ],
)
def test_a_deed_is_a_text_and_what_is_said_of_it(
    at: int, what: str, rows: str, said: str, fresh: int
) -> None:
    """Numbers and what refers to them follow; comments go with their rows; the focus has a place to go to."""
    done = deed(at, what)
    assert done is not None
    assert (done.text, done.said.id, done.fresh) == (HEAD + rows, said, fresh)


@pytest.mark.parametrize(("at", "what"), [(0, "up"), (1, "down"), (2, "delete"), (-1, "below")])
def test_what_cannot_be_done_is_not(at: int, what: str) -> None:
    """The first row has none above, the last none below, and a row that is gone by now has no menu."""
    assert deed(at, what) is None


def test_the_first_row_of_all() -> None:
    """A table that is not there yet begins with a row of the first role."""
    done = deed(0, "add", HEAD.replace("kegiatan:\n", ""))
    assert done == Deed(
        HEAD + NEW.format(1, "staf"),
        Text("Baris baru ditambahkan sebagai baris 1.", "A new row was added as row 1."),
        0,
    )


def test_a_text_that_cannot_be_read_has_no_rows() -> None:
    """Nothing is done then."""
    found = compiled("a: [")
    assert row_deed(found, form_of(found), 0, "add") is None
