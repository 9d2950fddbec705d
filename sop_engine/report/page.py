"""HTML reports: one file that needs no other, prints on A4 landscape, and reads on a phone.

In: a title, tables as columns and cells of markup. Out: pieces of HTML; no script, and the page's own policy allows
none. What an author wrote comes in through ``inert``, which is all that makes markup of a text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sop_engine.render.html_text import css_string, isolated
from sop_engine.render.markup import attribute

__all__ = ["Column", "beginning", "ending", "inert", "table"]

inert = isolated
"""The markup of any text, in which nothing of it is markup."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """\
*{box-sizing:border-box}
@page{size:A4 landscape;margin:13mm 12mm 14mm;\
@bottom-left{content:FOOT;font:7.5pt FAMILY;color:#555}\
@bottom-right{content:"Halaman " counter(page) " dari " counter(pages);font:7.5pt FAMILY;color:#555}}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;color:#111;background:#fff;font:9.5pt/1.4 FAMILY}
main{max-width:273mm;margin:0 auto;padding:0 .5pt}
h1,h2,h3,p,dl,dd,ul{margin:0;padding:0}
h1{font-size:19pt;line-height:1.2}
h2{margin:7mm 0 2mm;font-size:12pt;line-height:1.3;break-after:avoid}
a{color:inherit;text-decoration:underline;text-decoration-color:#999;text-underline-offset:.15em}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:8.5pt}
caption{padding:0 0 1.5mm;text-align:left;color:#444;break-after:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:first-child{break-before:avoid}
th,td{padding:1.3mm 1.6mm;border:.5pt solid #777;text-align:left;vertical-align:top;font-weight:400;\
overflow-wrap:break-word;hyphens:manual}
thead th{background:#ededf0;font-weight:700;vertical-align:middle}
.n{text-align:right;font-variant-numeric:tabular-nums}
.m{text-align:center}
.s{display:block;margin-top:.6mm;color:#555;font-size:7.5pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
"""

_SCREEN = """\
@media screen{
body{background:#f3f3f5}
main{margin:1.5rem auto;padding:12mm 12mm 16mm;max-width:297mm;background:#fff;box-shadow:0 1px 4px #0003}
}
@media screen and (max-width:800px){
body{background:#fff;font-size:1rem}
main{margin:0;padding:1rem;box-shadow:none}
h1{font-size:1.5rem}
h2{font-size:1.2rem}
table,caption,tbody,tr,th,td{display:block;width:auto;font-size:1rem}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{margin:0 0 .75rem;padding:.4rem .75rem;border:1px solid #aaa;border-radius:.4rem}
th,td{padding:.25rem 0;border:0}
td,tbody th,.n,.m{text-align:left}
td:empty{display:none}
tbody td::before,tbody th::before{display:block;color:#555;font-size:.8rem}
tbody .n::before{display:inline-block;min-width:7.5rem}
.s{font-size:.875rem}
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: its heading.
        width: its share of the table in percent.
        side: the class of its cells: ``n`` for numbers, ``m`` for the middle, or nothing.
    """

    title: str
    width: float
    side: str = ""


def beginning(title: str, style: str, tables: Sequence[tuple[str, Sequence[Column]]]) -> Iterator[str]:
    """Yield all up to the content.

    Args:
        title: of the document; it also stands at the foot of printed pages.
        style: rules beyond those of the house.
        tables: the class of each kind of table, and its columns, which narrow screens name at each cell.
    """
    family = "Arial,Arimo,'Liberation Sans',Helvetica,sans-serif"
    house = _STYLE.replace("FAMILY", family).replace("FOOT", css_string(title))
    yield "<!DOCTYPE html>\n"
    yield '<html lang="id">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="format-detection" content="telephone=no">\n'
    yield f"<title>{inert(title)}</title>\n<style>\n{house}{style}"
    for name, columns in tables:
        yield from (
            f".{name} col:nth-child({at}){{width:{column.width:g}%}}\n"
            for at, column in enumerate(columns, 1)
        )
    yield _SCREEN
    for name, columns in tables:
        yield from (
            f".{name} tbody tr>:nth-child({at})::before{{content:{css_string(column.title)}}}\n"
            for at, column in enumerate(columns, 1)
        )
    yield "}\n</style>\n</head>\n<body>\n<main>\n"


def ending() -> str:
    """All after the content."""
    return "</main>\n</body>\n</html>\n"


def table(
    name: str, columns: Sequence[Column], rows: Iterable[Sequence[str]], caption: str, *, head: int = 0
) -> Iterator[str]:
    """Yield a table.

    Args:
        name: its class.
        columns: its columns.
        rows: cells of markup.
        caption: of markup; what the table shows.
        head: the column whose cell names its row.
    """
    yield f'<table class="{attribute(name)}">\n<caption>{caption}</caption>\n'
    yield f"<colgroup>{'<col>' * len(columns)}</colgroup>\n<thead><tr>"
    for column in columns:
        yield f'<th scope="col"{_class(column.side)}>{inert(column.title)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for row in rows:
        cells = [
            f'<th scope="row"{_class(column.side)}>{cell}</th>'
            if at == head
            else f"<td{_class(column.side)}>{cell}</td>"
            for at, (column, cell) in enumerate(zip(columns, row, strict=True))
        ]
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n</table>\n"


def _class(side: str) -> str:
    return f' class="{side}"' if side else ""
