"""SOPs side by side as a page, for people: always Indonesian, and fit to print.

In: what was compared. Out: the bytes of an HTML file that needs no other.
"""

from collections.abc import Iterator

from sop_engine.analysis.comparing import Aspect, Line
from sop_engine.cli.compare_words import (
    ASPECTS,
    MOVED,
    NONE,
    PLACE,
    Shown,
    Side,
    apart,
    counted,
    lacking,
    numbers,
    shared,
    shown_aspects,
    told,
    voices,
)
from sop_engine.diagnostics import Text
from sop_engine.report.page import Column, beginning, ending, inert, table
from sop_engine.report.wording import DASH, seen
from sop_engine.text import escaped

__all__ = ["as_html"]

TITLE = "Perbandingan SOP"

_SOPS = (
    Column("No", 4, "n"),
    Column("Instansi", 24),
    Column("Nama SOP", 25),
    Column("Baris", 6, "n"),
    Column("Peran", 6, "n"),
    Column("Jumlah waktu", 13),
    Column("Selisih", 11),
    Column("Tidak terukur", 11),
)
_STYLE = """\
.about{margin:1mm 0 4mm;color:#444}
.rows{font-size:8pt}
.rows td{padding:1.2mm 1.4mm}
.rows td>p{margin:0 0 .8mm}
.rows .l{color:#555}
.rows .d{padding-left:1.2mm;border-left:1.6pt solid #111}
.rows .d .l{color:#111;font-weight:700}
.rows .t{font-weight:700}
.rows .x{color:#666}
.rows tr>:first-child{text-align:right;font-variant-numeric:tabular-nums}
@media screen and (max-width:800px){
.rows,.rows td,.rows th{font-size:1rem}
.rows td{padding:.25rem 0}
.rows tr>:first-child{text-align:left}
}
"""
_BELOW = """\
.rows tr{break-inside:auto}
.rows td>p{break-inside:avoid}
"""
"""Rows of many SOPs are long: they may go on behind the end of a printed page."""
_NUMBER, _DIFFERENCE = 4.0, 13.0
_BESIDE = 6
"""More SOPs than these stand one below the other: their columns would be too narrow to read."""


def as_html(shown: Shown) -> bytes:
    """A page that prints on A4 landscape."""
    beside = len(shown.sides) <= _BESIDE
    names = [side.name for side in shown.sides] if beside else ["Baris"]
    share = (100 - _NUMBER - _DIFFERENCE) / len(names)
    rows = (
        Column("No", _NUMBER),
        *(Column(name, share) for name in names),
        Column("Yang berbeda", _DIFFERENCE),
    )
    pieces = [*beginning(TITLE, _STYLE if beside else _STYLE + _BELOW, [("sops", _SOPS), ("rows", rows)])]
    found = shown.comparison
    about = f"{len(shown.sides)} SOP. {shared(shown, _say)} {counted(shown, _say)}"
    pieces.append(f'<h1>{TITLE}</h1>\n<p class="about">{about}</p>\n')
    caption = f"Selisih dihitung terhadap SOP pertama, {inert(escaped(shown.sides[0].name))}."
    pieces += table("sops", _SOPS, _sops(shown), caption, head=2)
    pieces.append("<h2>Baris demi baris</h2>\n")
    cells = _beside if beside else _below
    lines = ((str(at), *cells(shown, line), _differs(line)) for at, line in enumerate(found.lines, 1))
    caption = (
        f"Baris yang sama {'berdampingan' if beside else 'disatukan'}. Yang berbeda bergaris tebal di kirinya; huruf besar, spasi, urutan dokumen, "
        "dan nomor baris tidak dibandingkan."
    )
    pieces += table("rows", rows, lines, caption, head=0)
    return "".join((*pieces, ending())).encode("utf-8")


def _say(text: Text) -> str:
    return text.id


def _sops(shown: Shown) -> Iterator[tuple[str, ...]]:
    for at, side in enumerate(shown.sides):
        sop = side.version.sop
        path = f'<span class="s">{inert(escaped(side.definition.name))}</span>'
        yield (
            str(at + 1),
            inert(seen(sop.instansi.nama)),
            f"{inert(seen(sop.identitas.nama))}{path}",
            str(len(side.version.rows)),
            str(len(sop.pelaksana)),
            inert(str(side.compiled.total)),
            inert(apart(shown, at, _say) if at else DASH),
            inert(escaped(lacking(side, _say))) or DASH,
        )


def _beside(shown: Shown, line: Line) -> Iterator[str]:
    """A cell for each SOP."""
    return (_cell(side, line, at) for at, side in enumerate(shown.sides))


def _below(shown: Shown, line: Line) -> Iterator[str]:
    """One cell: which rows they are, and what the SOPs say of them; those that say the same stand together."""
    pieces = [f'<p class="x">{inert(escaped("; ".join(numbers(shown, line, _say))))}</p>']
    for aspect in shown_aspects(line):
        label = f'<span class="l">{ASPECTS[aspect].id}:</span> '
        texts = [inert(escaped(one)) for one in voices(shown, line, aspect, _say)]
        words = "<br>".join(["", *texts] if aspect in line.differs else texts)
        pieces.append(f"<p{_sort(line, aspect)}>{label}{words}</p>")
    yield "".join(pieces)


def _cell(side: Side, line: Line, at: int) -> str:
    """The row of one SOP: its number and text, then who, how long, and what differs."""
    row = line.rows[at]
    if row is None:
        return f'<p class="x">{NONE.id}</p>'
    moved = f' <span class="x">({MOVED.id})</span>' if at in line.moved else ""
    pieces = []
    for aspect in shown_aspects(line):
        words = "; ".join(inert(escaped(one)) for one in told(side, row, aspect, _say))
        label = f'<span class="l">{ASPECTS[aspect].id}:</span> '
        if aspect is Aspect.ACTIVITY:
            label = f'<span class="t">{inert(escaped(row.called))}</span>{moved} '
        pieces.append(f"<p{_sort(line, aspect)}>{label}{words}</p>")
    return "".join(pieces)


def _sort(line: Line, aspect: Aspect) -> str:
    return ' class="d"' if aspect in line.differs else ""


def _differs(line: Line) -> str:
    words = [ASPECTS[aspect].id.lower() for aspect in line.differs]
    if line.moved:
        words.append(PLACE.id)
    if line.missing:
        words.append(f"hanya ada di {'satu' if line.having == 1 else 'sebagian'} SOP")
    return ", ".join(words) or DASH
