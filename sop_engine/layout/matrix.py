"""The table of rows by roles on paper.

In: a SOP and its ``Matrix``. Out: one ``Drawing``: the table with its legend, over as many pages as it needs.
"""

from functools import partial

from sop_engine.analysis.matrix import Duty, Matrix, MatrixRow
from sop_engine.diagnostics import Text
from sop_engine.layout.drawing import Align, Bookmark, Drawing
from sop_engine.layout.form import Form, rounded
from sop_engine.layout.handout import FONT, handout_pages, number_width
from sop_engine.layout.handout_head import Column, Handout, Row, Said, inner
from sop_engine.layout.inference import inferred_words
from sop_engine.layout.measure import plain, wrap
from sop_engine.layout.papers import paper_named
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["CAUTION", "KEY", "LEGEND", "MATRIX", "PART", "lay_out_matrix", "letters", "limits"]

MATRIX = "Matriks Peran"
"""What the table is called."""

LEGEND = {
    Duty.DOES: Text(
        "mengerjakan (pada kegiatan bersama: yang disebut pertama)",
        "does it (of a joint activity: the first role named)",
    ),
    Duty.DECIDES: Text(
        "menjawab keputusan, atau menurut uraiannya menandatangani, mengesahkan, menetapkan, atau menyetujui",
        "answers a decision, or signs, ratifies, determines or agrees as the row's own words say",
    ),
    Duty.JOINS: Text("ikut serta dalam kegiatan bersama", "joins in a joint activity"),
    Duty.RECEIVES: Text(
        "menerima yang diserahkan atau dikembalikan dari kegiatan itu",
        "receives what the row hands on or sends back",
    ),
}
"""What each letter means: all that it is told by."""

KEY = f"{'; '.join(f'{duty}: {words.id}' for duty, words in LEGEND.items())}."
"""The same in one line, as it is printed."""

CAUTION = Text(
    "Menyerupai RACI, tetapi hanya memuat yang dinyatakan SOP; bukan penetapan wewenang di luar SOP.",
    "RACI-like, but only what the SOP itself says; it grants nothing beyond the SOP.",
)
"""How far the table may be believed."""

PART = Text(
    "Sebagian alur belum dapat dibaca: huruf I dapat kurang.",
    "Part of the flow cannot be read: an I may be missing.",
)
"""What is said where it is not complete."""


def limits(sop: Sop, matrix: Matrix) -> tuple[Text, ...]:
    """How far the table of a SOP may be believed."""
    inferred = inferred_words(sop, range(len(sop.kegiatan)))
    return (
        CAUTION,
        *(() if matrix.complete else (PART,)),
        *(() if inferred is None else (inferred,)),
    )


_TITLE = "MATRIKS PERAN PELAKSANA"
_MOST, _ROLES = 88.0, 0.58
_FILL = 0.95


def letters(row: MatrixRow, role: str) -> str:
    """What stands where a row and a role meet, such as ``R/A``; an empty text where there is nothing."""
    return "/".join(row.duties.get(role, ()))


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
