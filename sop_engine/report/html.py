"""The notes on evaluated SOPs as HTML: a front page, and a section for each SOP.

In: definitions that were checked. Out: one HTML file, always in Indonesian, that a reviewer can send or print as it
is: each section begins a sheet of its own, with an empty column for the agency's answer.
"""

from collections.abc import Iterable, Iterator, Mapping

from sop_engine.diagnostics import Severity
from sop_engine.report.notes import (
    BY_AGENCY,
    BY_KIND,
    CLEAN,
    MEANINGS,
    SUBTITLE,
    TITLE,
    UNREAD,
    WHERE,
    WHY_UNREAD,
    WORDS,
    Evaluated,
    Note,
    Notes,
    counted,
    notes_on,
)
from sop_engine.report.page import Column, beginning, ending, inert, table
from sop_engine.report.reporter import Checked, Look
from sop_engine.report.wording import DASH, seen

__all__ = ["report"]

_SHAPES: Mapping[Severity, str] = {Severity.ERROR: "k", Severity.WARNING: "p", Severity.INFO: "c"}

_STYLE = """\
.top{border-bottom:1pt solid #111;padding-bottom:3mm}
.top p{margin-top:1mm;color:#444}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:1.2mm 6mm;margin:4mm 0 5mm}
.facts dt{color:#555}
dd,h2,caption{overflow-wrap:anywhere}
.line{display:inline-block;width:70mm;height:1.1em;border-bottom:.5pt solid #555}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:3mm;list-style:none}
.tiles li{padding:2.5mm 3mm;border:.5pt solid #777}
.tiles b{display:block;font-size:17pt;line-height:1.2}
.tiles p{margin-top:1mm;color:#444;font-size:8pt}
.where{margin-top:2.5mm;color:#444;font-size:8pt}
.k,.p,.c{display:inline-block;padding:0 .45em;border:1pt solid #111;font-weight:700;white-space:nowrap}
.k{background:#111;color:#fff}
.c{border:1pt dashed #777;font-weight:400}
td .k,td .p,td .c{font-size:7.5pt}
.code{color:#555;white-space:nowrap}
.what{display:block;margin-top:.8mm}
.why,.how{white-space:pre-line}
.sop{margin-top:12mm;border-top:1pt solid #111;padding-top:4mm}
.sop h2{margin:.5mm 0 2.5mm;font-size:14pt}
.of{color:#555;font-size:8pt}
.id{display:grid;grid-template-columns:max-content minmax(0,1fr) max-content minmax(0,1fr);gap:.8mm 4mm;margin-bottom:4mm}
.id dt{color:#555}
.done{padding:2.5mm 3mm;border:.5pt solid #777}
.back{margin-top:2mm;font-size:8pt}
.notes tbody tr{height:15mm}
@media print{
.sop{break-before:page;margin:0;padding:0;border:0}
.clean+.clean{break-before:auto;break-inside:avoid;margin-top:8mm;padding-top:4mm;border-top:.5pt solid #777}
.back{display:none}
a{text-decoration:none}
}
@media screen and (max-width:800px){
.tiles,.id,.facts{grid-template-columns:1fr;gap:.25rem}
.tiles{gap:.5rem}
dd{margin-bottom:.4rem}
.line{width:100%}
.of,.where,.tiles p,td .k,td .p,td .c{font-size:.875rem}
.notes tbody tr{height:auto}
}
"""

_SOPS = (
    Column("No", 4, "n"),
    Column("Instansi", 22),
    Column("Nomor SOP", 15),
    Column("Nama SOP", 27),
    Column("Status", 8),
    Column("Baris", 6, "n"),
    Column("Kesalahan", 8, "n"),
    Column("Peringatan", 8.5, "n"),
    Column("Catatan", 7.5, "n"),
)
_KINDS = (
    Column("Kode", 9),
    Column("Jenis temuan", 59),
    Column("Tingkat", 12),
    Column("Temuan", 10, "n"),
    Column("SOP", 10, "n"),
)
_AGENCIES = (
    Column("No", 4, "n"),
    Column("Instansi", 46),
    Column("SOP", 8, "n"),
    Column("Tanpa temuan", 11, "n"),
    Column("Kesalahan", 10, "n"),
    Column("Peringatan", 11, "n"),
    Column("Catatan", 10, "n"),
)
_REST = (
    Column("Temuan", 24),
    Column("Mengapa", 22),
    Column("Cara memperbaiki", 18),
    Column("Tanggapan instansi", 21),
)
_NOTES = (Column("No", 4, "n"), Column("Bagian", 11), *_REST)
_UNREAD = (Column("No", 4, "n"), Column("Berkas", 11), *_REST)
_TABLES = (
    ("sops", _SOPS),
    ("agencies", _AGENCIES),
    ("kinds", _KINDS),
    ("notes", _NOTES),
    ("unread", _UNREAD),
)


def report(checked: Iterable[Checked], look: Look) -> Iterator[str]:
    """Yield the file, piece by piece."""
    notes = notes_on(checked, look.today)
    yield from beginning(notes.title, _STYLE, _TABLES)
    yield from _front(notes)
    yield from _unread(notes)
    for number, one in enumerate(notes.sops, 1):
        yield from _section(number, one)
    yield ending()


def _front(notes: Notes) -> Iterator[str]:
    yield f'<header class="top" id="ringkasan">\n<h1>{TITLE}</h1>\n'
    yield f"<p>{SUBTITLE}</p>\n</header>\n"
    line = '<span class="line"></span>'
    yield '<dl class="facts">\n'
    yield f"<dt>Yang dievaluasi</dt><dd>{inert(notes.examined)}</dd>\n"
    yield f"<dt>Tanggal evaluasi</dt><dd>{inert(notes.today) if notes.today else line}</dd>\n"
    yield f"<dt>Evaluator</dt><dd>{line}</dd>\n</dl>\n"
    yield '<ul class="tiles">\n'
    for severity, number in notes.counts.items():
        yield f"<li><b>{number}</b>{_mark(severity)}<p>{MEANINGS[severity]}</p></li>\n"
    yield f"<li><b>{notes.clean}</b>SOP tanpa temuan<p>{notes.clean_of}</p></li>\n"
    yield f'</ul>\n<p class="where">{WHERE}</p>\n'
    agencies = notes.agencies
    if len(agencies) > 1:
        yield f"<h2>{BY_AGENCY}</h2>\n"
        rows = (
            (str(at), inert(one.name), str(one.sops), _count(one.clean), *map(_count, one.counts.values()))
            for at, one in enumerate(agencies, 1)
        )
        yield from table("agencies", _AGENCIES, rows, "Banyaknya SOP dan temuan tiap instansi.", head=1)
    if notes.sops or notes.unread:
        yield "<h2>SOP yang dievaluasi</h2>\n"
        yield from table("sops", _SOPS, _listed(notes), "Tiap nama merujuk ke catatannya.", head=3)
    if notes.kinds and notes.several:
        yield f"<h2>{BY_KIND}</h2>\n"
        rows = (
            (kind.code, inert(kind.title), _mark(kind.severity), str(kind.findings), str(kind.sops))
            for kind in notes.kinds
        )
        yield from table("kinds", _KINDS, rows, "Dari yang terberat, lalu yang tersering.")


def _listed(notes: Notes) -> Iterator[tuple[str, ...]]:
    """The SOPs, and the files that could not be read."""
    for number, one in enumerate(notes.sops, 1):
        name = f'<a href="#sop-{number}">{inert(one.name)}</a>'
        if not one.notes:
            name += '<span class="s">tanpa temuan</span>'
        yield (
            str(number),
            inert(one.agency),
            inert(one.number),
            name,
            inert(seen(one.brief.status)),
            str(len(one.brief.rows)),
            *map(_count, one.counts.values()),
        )
    for number, (file, counts) in enumerate(notes.unread_files.items(), len(notes.sops) + 1):
        name = f'<a href="#tak-terbaca">{inert(file)}</a><span class="s">tidak dapat dinilai</span>'
        yield (
            str(number),
            DASH,
            DASH,
            name,
            DASH,
            DASH,
            *map(_count, counts.values()),
        )


def _count(number: int) -> str:
    """A number that is looked for among dashes."""
    return str(number or DASH)


def _unread(notes: Notes) -> Iterator[str]:
    if not notes.unread:
        return
    yield f'<section class="sop" id="tak-terbaca">\n<h2>{UNREAD}</h2>\n'
    rows = (
        (str(one.note.number), f"{inert(one.file)}{_line(one.note)}", *_rest(one.note))
        for one in notes.unread
    )
    yield from table("unread notes", _UNREAD, rows, WHY_UNREAD)
    yield "</section>\n"


def _section(number: int, one: Evaluated) -> Iterator[str]:
    brief = one.brief
    yield f'<section class="sop{"" if one.notes else " clean"}" id="sop-{number}">\n'
    yield f'<p class="of">{TITLE}</p>\n<h2>{inert(one.name)}</h2>\n<dl class="id">\n'
    facts = (
        ("Instansi", one.agency),
        ("Nomor SOP", one.number),
        ("Unit", seen(brief.unit)),
        ("Status", seen(brief.status)),
        ("Kegiatan", f"{len(brief.rows)} baris, {len(brief.peran)} pelaksana"),
        ("Jumlah waktu", seen(brief.total)),
        ("Berkas", one.file),
        ("Temuan", counted(one.counts)),
    )
    for name, text in facts:
        yield f"<dt>{name}</dt><dd>{inert(text)}</dd>\n"
    yield "</dl>\n"
    if one.notes:
        rows = ((str(note.number), f"{inert(note.part)}{_line(note)}", *_rest(note)) for note in one.notes)
        yield from table("notes", _NOTES, rows, "Menurut urutan formulir.")
    else:
        yield f'<p class="done">{CLEAN}</p>\n'
    yield '<p class="back"><a href="#ringkasan">Kembali ke ringkasan</a></p>\n</section>\n'


def _rest(note: Note) -> tuple[str, ...]:
    """The cells from the finding on; the last is for the agency to fill in."""
    related = "".join(f'<span class="s">{inert(text)}</span>' for text in note.related)
    code = f'{_mark(note.severity)} <span class="code">{inert(note.code)}</span>'
    return (
        f'{code}<span class="what">{inert(note.message)}</span>{related}',
        f'<span class="why">{inert(note.why)}</span>' if note.why else DASH,
        f'<span class="how">{inert(note.remedy)}</span>' if note.remedy else DASH,
        "",
    )


def _line(note: Note) -> str:
    return "" if note.line is None else f'<span class="s">baris berkas {note.line}</span>'


def _mark(severity: Severity) -> str:
    """The severity as a word in a frame: filled, drawn or dashed, so that it needs no colour."""
    return f'<span class="{_SHAPES[severity]}">{WORDS[severity]}</span>'
