"""The register as a page, for people: always Indonesian, and fit to print.

In: a ``Register``. Out: the bytes of an HTML file that needs no other.
"""

from sop_engine.cli.register import Entry
from sop_engine.cli.register_data import Register
from sop_engine.report.notes import counted
from sop_engine.report.page import Column, beginning, ending, inert, table
from sop_engine.report.wording import DASH, seen
from sop_engine.text import escaped

__all__ = ["as_html"]

TITLE = "Daftar SOP"

_PAGE = (
    Column("No", 3.5, "n"),
    Column("Instansi", 13),
    Column("Nomor SOP", 9.5),
    Column("Nama SOP", 15),
    Column("Status", 5.5),
    Column("Pembuatan", 6.75),
    Column("Revisi", 6.75),
    Column("Efektif", 6.75),
    Column("Tinjau ulang", 6.75),
    Column("Baris", 4.5, "n"),
    Column("Peran", 4.5, "n"),
    Column("Jumlah waktu", 10),
    Column("Temuan", 7.5),
)
_STYLE = """\
h1{margin-bottom:1mm}
.about{margin-bottom:4mm;color:#444}
.register{font-size:7.5pt}
.register th,.register td{padding:1.1mm 1.2mm}
.register .s{font-size:6.5pt;overflow-wrap:anywhere}
@media screen and (max-width:800px){
.register,.register th,.register td{font-size:1rem}
.register th,.register td{padding:.25rem 0}
.register .s{font-size:.875rem}
}
"""


def as_html(register: Register) -> bytes:
    """A page that prints on A4 landscape."""
    pieces = [*beginning(TITLE, _STYLE, [("register", _PAGE)])]
    pieces.append(f'<h1>{TITLE}</h1>\n<p class="about">{inert(register.about)}</p>\n')
    rows = (_markup(at, one) for at, one in enumerate(register.entries, 1))
    pieces += table("register", _PAGE, rows, "Di bawah nama tiap SOP tertulis berkasnya.", head=3)
    return "".join((*pieces, ending())).encode("utf-8")


def _markup(at: int, one: Entry) -> tuple[str, ...]:
    *days, review = (DASH if day is None else str(day) for day in one.days)
    if one.overdue:
        review += '<span class="s">terlambat</span>'
    return (
        str(at),
        inert(seen(one.agency_name or one.agency)),
        inert(seen(one.number)),
        f'{inert(seen(one.name))}<span class="s">{inert(escaped(one.path))}</span>',
        one.status or DASH,
        *days,
        review,
        DASH if one.rows is None else str(one.rows),
        DASH if one.roles is None else str(one.roles),
        DASH if one.total is None else str(one.total),
        # A number is not parted from what it counts.
        counted(one.findings).replace(" ", "\xa0").replace(",\xa0", ", "),
    )
