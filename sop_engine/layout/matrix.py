"""The table of rows by roles on paper.

In: a SOP and its ``Matrix``. Out: one ``Drawing``: the table with its legend, over as many pages as it needs.
"""

from functools import partial

from sop_engine.analysis.matrix import Duty, Matrix, MatrixRow
from sop_engine.layout.drawing import Align, Bookmark, Drawing
from sop_engine.layout.form import Form, rounded
from sop_engine.layout.handout import FONT, handout_pages, number_width
from sop_engine.layout.handout_head import Column, Handout, Row, Said, inner
from sop_engine.layout.matrix_words import KEY, MATRIX, letters, limits
from sop_engine.layout.measure import plain, wrap
from sop_engine.layout.papers import paper_named
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["lay_out_matrix"]

_TITLE = "MATRIKS PERAN PELAKSANA"
_MOST, _ROLES = 88.0, 0.58
_FILL = 0.95


def lay_out_matrix(
    sop: Sop,
    matrix: Matrix,
    *,
    paper: str | None = None,
    font_size: float | None = None,
    logo: Logo | None = None,
) -> Drawing:
    """Lay out the table of a SOP; arguments, result and errors as those of ``lay_out_instructions``."""
    name = plain(sop.identitas.nama)
    size = paper_named(paper or sop.tampilan.kertas)
    pages = handout_pages(sop, partial(_handout, sop, matrix), size, font_size, logo)
    return Drawing(
        name=sop.identitas.nama,
        title=f"{MATRIX}: {name}",
        description=f"{len(matrix.rows)} kegiatan, {len(matrix.roles)} peran, {len(pages)} halaman.",
        agency=sop.instansi.kode,
        font_size=font_size or FONT,
        pages=pages,
        author=plain(sop.instansi.nama),
        bookmarks=(Bookmark(name, 1, 0),),
    )


def _handout(sop: Sop, matrix: Matrix, form: Form) -> Handout:
    judul = sop.tampilan.judul
    whole = form.right - form.left
    count = len(matrix.roles)
    each = rounded(min(_MOST, _ROLES * whole / count))
    first = number_width((_number(sop, row) for row in matrix.rows), form)
    columns = (
        Column("nomor", judul.nomor or "No", first, Align.CENTRE),
        Column("uraian", judul.uraian or judul.kegiatan or "Kegiatan", rounded(whole - first - each * count)),
        *(
            Column(key, plain(sop.pelaksana[key].nama), each, Align.CENTRE, narrow=True)
            for key in matrix.roles
        ),
    )
    return Handout(
        title="",
        name=_TITLE,
        facts=(("Kegiatan dan peran", f"{len(matrix.rows)} kegiatan, {len(matrix.roles)} peran"),),
        columns=columns,
        rows=tuple(_row(sop, matrix, row, columns, form) for row in matrix.rows),
        key=(KEY, *(words.id for words in limits(sop, matrix))),
        notes=(),
        middle=True,
    )


def _number(sop: Sop, row: MatrixRow) -> str:
    """What a row is called on paper."""
    return sop.kegiatan[row.row].nomor or row.id


def _row(sop: Sop, matrix: Matrix, row: MatrixRow, columns: tuple[Column, ...], form: Form) -> Row:
    texts = [_number(sop, row), sop.kegiatan[row.row].uraian, *(letters(row, role) for role in matrix.roles)]
    found = []
    for at, (text, column) in enumerate(zip(texts, columns, strict=True)):
        mine = row.duties.get(column.field, ()) if at > 1 else ()
        strong = Duty.DOES in mine
        lines = wrap(text, form.font, inner(form, column.width), bold=strong)
        found.append(Said(text, lines, bold=strong, fill=_FILL if strong else None))
    return tuple(found)
