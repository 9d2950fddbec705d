"""Definitions that were checked, for tests of the reviewer's reports: made by hand, so that no rule has a say in them."""

from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.report.reporter import Checked
from sop_engine.rules.brief import Brief, Part, Row
from sop_engine.rules.explain import Explanation
from sop_engine.source import SourceFile, Span

VERB = Kind("SOP604", "no-active-verb", Severity.WARNING)
DEAD_END = Kind("SOP302", "dead-end", Severity.ERROR)
INFERRED = Kind("SOP701", "inferred", Severity.INFO)
SYNTAX = Kind("SOP001", "syntax", Severity.ERROR)
UNREADABLE = Kind("SOP000", "usage", Severity.ERROR)

HOSTILE = '=HYPERLINK("http://x","<script>alert(1)</script>")'

TEXT = "a\n" * 50
"""Fifty lines of two characters: what stands at offset 2n is in line n + 1."""

EXPLAINED = {
    "SOP604": Explanation(
        VERB,
        Text(
            "uraian kegiatan tidak diawali kata kerja aktif", "an activity does not begin with an active verb"
        ),
        Text(
            "Kegiatan ditulis dengan kata kerja aktif (PermenPAN-RB 35/2012). Pelaksana lalu tahu apa yang "
            "dikerjakan. Kalimat ketiga ini menjelaskan cara kerja aturannya dan begitu panjang sehingga tidak lagi "
            "mendapat tempat dalam sel, sebab pembaca laporan tidak memerlukannya untuk menanggapi temuan ini.\n\n"
            "Paragraf kedua.",
            "Why.",
        ),
        "",
        "",
        Text("Awali uraian dengan\n``Menyusun``.\n\nPelaksana sudah\nterbaca dari lajurnya.", "Mend."),
    )
}


def explanation(code: str) -> Explanation | None:
    """An explanation of one code; the others have none."""
    return EXPLAINED.get(code)


def span(line: int) -> Span:
    """The character of a line of ``TEXT``."""
    return Span(2 * line - 2, 2 * line - 1)


def brief(name: str, **rest: object) -> Brief:
    """A SOP of two rows."""
    source = SourceFile(name, TEXT)
    known: dict[str, object] = {
        "agency": "contoh",
        "instansi": "Badan Contoh",
        "unit": "Sekretariat",
        "status": "berlaku",
        "nomor": Part("01/SOP", span(4)),
        "nama": Part("Penyusunan _Draft_ Laporan", span(5)),
        "peran": (Part("Staf", span(7)),),
        "rows": tuple(Row(label, Part("x", span(10)), "1 jam", span(11)) for label in "12"),
        "total": "2 jam",
        "sections": ((2, "Identitas"), (6, "Identitas: Nomor SOP"), (20, "Baris 1"), (40, "Baris 2")),
    }
    return Brief(source, **{**known, **rest})  # type: ignore[arg-type]


def found(
    one: Brief, kind: Kind, line: int, message: str, hint: str | None = None, *related: int
) -> Diagnostic:
    """A finding in a line of a SOP; the numbers are lines that belong to it."""
    return Diagnostic(
        kind,
        Text(message, "english"),
        one.source,
        span(line),
        None if hint is None else Text(hint, "english"),
        tuple(Related(Text("yang pertama di sini", "english"), span(at)) for at in related),
    )


def checked() -> list[Checked]:
    """A SOP with findings, one without, one of another agency, a broken file, and one that is not there."""
    first, clean, other = (
        brief("definisi/contoh.yaml"),
        brief("definisi/contoh/b.yaml", nomor=None, nama=Part("Rapat", span(5)), unit=None),
        brief(
            "definisi/kota.yaml", agency="kota", instansi="Kota & <b>Lain</b>", nama=Part(HOSTILE, span(5))
        ),
    )
    broken = Brief(SourceFile("definisi/rusak.yaml", TEXT), "rusak")
    missing = Brief(SourceFile("hilang.yaml", ""))
    return [
        Checked(
            first,
            (
                found(first, VERB, 21, "uraian diawali kata benda 'Pembuatan'", "mulailah dengan 'Membuat'"),
                found(first, VERB, 11, "uraian diawali kata benda 'Rapat'"),
                found(first, VERB, 22, "uraian diawali kata benda 'Arsip'"),
                found(first, DEAD_END, 12, "langkah '1' tidak berlanjut", "tulis 'lanjut'", 4, 5),
                found(first, INFERRED, 1, "disahkan_oleh disimpulkan"),
            ),
        ),
        Checked(clean, ()),
        Checked(other, (found(other, DEAD_END, 20, "langkah '<2>' tidak berlanjut"),)),
        Checked(broken, (found(broken, SYNTAX, 3, "kurung tidak ditutup", "tutup kurungnya"),)),
        Checked(missing, (Diagnostic(UNREADABLE, Text("tidak ada", "gone"), missing.source, Span(0, 0)),)),
    ]
