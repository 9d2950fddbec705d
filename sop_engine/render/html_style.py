"""The style sheet of the HTML: the sheet to the point on paper and on wide screens, cards on narrow ones.

In: the sizes of pages, and the columns of tables with their headings. Out: the text of a style sheet. Every
length of the sheet is a number of points times ``--u``, the unit that a screen too narrow for the page makes
smaller. Browsers round the heights of fonts, each in its own way, so a text does not stand by its line's top: an
invisible strut before it ends where the first baseline is to be, and the text is aligned with that.
"""

from collections.abc import Iterator, Mapping, Sequence

from sop_engine.layout.drawing import Page
from sop_engine.layout.measure import ASCENT, DESCENT
from sop_engine.render.html_table import Columns
from sop_engine.render.html_text import css_string
from sop_engine.render.ink import number

__all__ = ["Scope", "page_class", "style_sheet"]

Scope = tuple[Columns, Mapping[int, tuple[str, str]]]
"""The columns of a table, and the field and title of each that is named on a card."""

_WHILE_CARDS = "#lembar:not(:checked)~main"
_SHEET = """\
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;color:#000;font-family:FAMILY;font-kerning:none;font-variant-ligatures:none;\
text-rendering:geometricPrecision}
.page{position:relative;isolation:isolate;overflow:hidden;background:#fff;\
width:calc(var(--W)*var(--u));height:calc(var(--H)*var(--u))}
table,caption,thead,tbody,tfoot,tr{display:block;margin:0}
.page th,.page td,.page .f,.page img,.d{position:absolute;left:calc(var(--x)*var(--u));\
top:calc(var(--y)*var(--u));width:calc(var(--w)*var(--u));height:calc(var(--h)*var(--u))}
.page th,.page td,.page .f{--n:1;display:flex;align-items:baseline;margin:0;padding:0 calc(var(--p)*var(--u));\
font-size:calc(var(--f)*var(--u));line-height:calc(var(--l)*var(--u));\
font-weight:400;text-align:left;white-space:pre}
.page th::before,.page td::before,.page .f::before,.up::before{content:"";width:0;\
height:calc(((var(--h) - (var(--n) - 1)*var(--l))/2 + DROP*var(--f))*var(--u))}
.page .t::before{height:calc((var(--p) + var(--l)/2 + DROP*var(--f))*var(--u))}
.page thead th,.page .m{justify-content:center;text-align:center}
.page .l{justify-content:flex-start;text-align:left}
.page .e{justify-content:flex-end;text-align:right}
.page thead th,.page .b{font-weight:700}
.page .n{font-weight:400}
.page a{color:inherit;text-decoration:none}
.up{display:flex;align-items:baseline;position:absolute;left:50%;top:50%;\
height:calc(var(--n)*var(--l)*var(--u));transform:translate(-50%,-50%) rotate(-90deg);text-align:center}
.up::before{height:calc((var(--l)/2 + DROP*var(--f))*var(--u))}
.d{left:0;top:0;width:100%;height:100%;z-index:-1}
caption,.v{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.o,#lembar,label{display:none}
"""

_PRINT = """\
@media print{
header,caption,.v{display:none}
.page{break-after:page;break-inside:avoid}
.page:last-child{break-after:auto}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""

_SCREEN = """\
@media screen{
:root{--u:min(1pt,calc((100vw - 2rem)/WIDEST))}
body{background:#e8e8ea}
header,.page{margin:1rem auto}
header{width:calc(WIDEST*var(--u));font-size:.875rem;line-height:1.45;color:#333}
h1.top{margin:0;font-size:1.125rem;line-height:1.3;color:#000}
header p{margin:.25rem 0 0}
header ul{margin:.25rem 0;padding-left:1.25rem}
.page{box-shadow:0 1px 4px #0003}
.page a:hover,.page a:focus-visible{text-decoration:underline}
}
"""

# On a narrow screen rows are cards, until the reader asks for the sheet.
_NARROW = """\
@media screen and (max-width:700px){
:root{--u:calc(100vw/WIDEST)}
header{width:auto;margin:0;padding:1rem;background:#fff}
#lembar{display:block;position:absolute;opacity:0}
label{display:inline-block;margin-top:.75rem;padding:.5rem .875rem;border:1px solid #55555c;\
border-radius:.5rem;color:#000;font-weight:700}
#lembar:checked~header label{background:#22324a;color:#fff}
#lembar:focus-visible~header label{outline:3px solid #1a66cc}
.page{margin:.5rem 0}
CARDS
}
"""

_CARDS = """\
.page{width:auto;height:auto;margin:0;overflow:visible;background:none;box-shadow:none}
.d,thead,.torn,.g{display:none}
.page th,.page td,.page .f,.page img{display:block;position:static;width:auto;height:auto;padding:0;\
font-size:1rem;line-height:1.45;text-align:left;white-space:normal;overflow-wrap:anywhere}
.page .f,.page img{margin:.75rem 1.75rem}
.page img{max-width:6rem}
.page h1.f{font-size:1.375rem;line-height:1.3}
tr{display:grid;grid-template-columns:1fr 1fr;gap:.75rem 1rem;margin:.75rem;padding:1rem;\
border-radius:.75rem;background:#fff;box-shadow:0 1px 3px #0003}
tr:target{outline:3px solid #1a66cc}
.page th[scope=row]{grid-column:1/-1;justify-self:start;padding:0 .625rem;border-radius:1rem;\
background:#22324a;color:#fff;font-size:.875rem;font-weight:700}
.page td:empty,.page th:empty,.page .k,.page th[id]{display:none}
.page .u{grid-column:1/-1;font-weight:700}
.page .s{grid-column:1/-1;padding-left:.75rem;border-left:3px solid #1a66cc}
.s .v>span{display:block}
.s .v>span::before{content:"\\2192 \\a0"}
.page th::before,.page .f::before,.up::before{content:none}
.page td::before,.page .t::before,tr[data-waktu]::after{display:block;width:auto;height:auto;\
font-size:.8125rem;font-weight:400;color:#55555c}
tr[data-waktu]::after,.page tfoot td{grid-column:1/-1}
.i{margin:.75rem;padding:.5rem 0;border-radius:.75rem;background:#fff;box-shadow:0 1px 3px #0003}
.i tr{grid-template-columns:2fr 3fr;margin:0;padding:.375rem 1rem;box-shadow:none;background:none}
.page .i td{grid-column:1/-1}
.page .i th[scope=row]{grid-column:1;padding:0;background:none;color:#000}
.page .i .r{grid-column:2}
.isi{margin:.75rem;padding:.75rem 0;border-radius:.75rem;background:#fff;box-shadow:0 1px 3px #0003}
.isi tr{grid-template-columns:1.75rem 1fr auto;gap:0 .5rem;margin:0;padding:.375rem 1rem;\
box-shadow:none;background:none}
.page .isi th[scope=row]{grid-column:1;padding:0;background:none;color:#000;font-size:1rem;font-weight:400}
.page .isi .c3{grid-area:2/2}
.page .isi td[colspan]{grid-column:1/-1}
.v{position:static;width:auto;height:auto;overflow:visible;clip-path:none;white-space:normal}
.o{display:block}
.up{display:inline;position:static;transform:none}
.page a{color:#0b4fa8;text-decoration:underline}
.q{outline:1px dashed #666;outline-offset:.25rem}
"""


def page_class(page: Page) -> str:
    """Return the class of all pages of one size."""
    return f"k{number(page.width)}x{number(page.height)}".replace(".", "-")


def style_sheet(pages: Sequence[Page], scopes: Mapping[str, Scope], family: str) -> str:
    """Return the style sheet of a file.

    Args:
        pages: all pages.
        scopes: by class of a table, its columns and their titles.
        family: the fonts.
    """
    widest = number(max(page.width for page in pages))
    cards = _CARDS.splitlines() + list(_names(scopes))
    narrow = _NARROW.replace("CARDS", "\n".join(map(_on_cards, cards)))
    sheet = _SHEET.replace("FAMILY", family).replace("DROP", f"{(ASCENT - DESCENT) / 2:.4f}")
    lines = [":root{--u:1pt}\n" + sheet.rstrip()]
    lines += [*_columns(scopes), *_papers(pages)]
    lines += [(_PRINT + _SCREEN + narrow).replace("WIDEST", widest)]
    return "\n".join(lines)


def _on_cards(rule: str) -> str:
    """Return a rule that holds while the reader has not asked for the sheet."""
    selectors, declarations = rule.split("{", 1)
    return ",".join(f"{_WHILE_CARDS} {one}" for one in selectors.split(",")) + "{" + declarations


def _columns(scopes: Mapping[str, Scope]) -> Iterator[str]:
    """Yield the place of each column of each table."""
    for name, (columns, _) in scopes.items():
        for column, (left, width) in columns.items():
            yield f".{name} .c{column}{{--x:{number(left)};--w:{number(width)}}}"


def _names(scopes: Mapping[str, Scope]) -> Iterator[str]:
    """Yield what each column is called on a card; where a row shares the Waktu of another, also that."""
    for name, (_, titles) in scopes.items():
        for column, (field, title) in titles.items():
            yield f".{name} td.c{column}::before{{content:{css_string(title)}}}"
            if field == "waktu":
                shared = f'{css_string(title)} "\\a0" attr(data-waktu)'
                yield f".{name} tr[data-waktu]::after{{content:{shared}}}"


def _papers(pages: Sequence[Page]) -> Iterator[str]:
    """Yield the sizes of pages, on screen and on paper."""
    sizes = {page_class(page): (page.width, page.height) for page in pages}
    for name, (width, height) in sizes.items():
        paper = f"size:{number(width)}pt {number(height)}pt;margin:0"
        yield f".{name}{{--W:{number(width)};--H:{number(height)};page:{name}}}"
        yield f"@page {name}{{{paper}}}"
        if len(sizes) == 1:
            # For browsers that know of no pages by name.
            yield f"@page{{{paper}}}"
