"""SOPs in brief, for the tests of what looks at several at once."""

from collections.abc import Iterable, Sequence

from sop_engine.diagnostics import Diagnostic
from sop_engine.rules.brief import Brief, Part, Row
from sop_engine.source import SourceFile, Span

__all__ = ["seen", "sop"]


def sop(
    file: str = "a.yaml",
    agency: str = "bappeda",
    nama: str = "Penyusunan Rencana Kerja",
    nomor: str | None = None,
    keterkaitan: Sequence[str] = (),
    peran: Sequence[str] = (),
    rows: Sequence[tuple[str, str]] = (),
    *,
    status: str = "berlaku",
    instansi: str | None = None,
) -> Brief:
    """A SOP in brief, its texts one a line."""
    lines: list[str] = []

    def part(text: str) -> Part:
        start = sum(map(len, lines))
        lines.append(f"{text}\n")
        return Part(text, Span(start, start + len(text)))

    number = None if nomor is None else part(nomor)
    name = part(nama)
    related = tuple(map(part, keterkaitan))
    roles = tuple(map(part, peran))
    done = []
    for at, (uraian, waktu) in enumerate(rows, start=1):
        what, time = part(uraian), part(waktu)
        done.append(Row(str(at), what, "" if waktu.startswith("{") else time.teks, time.span))
    return Brief(
        SourceFile(file, "".join(lines)),
        agency,
        instansi or agency,
        status=status,
        nomor=number,
        nama=name,
        keterkaitan=related,
        peran=roles,
        rows=tuple(done),
    )


def seen(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """File and words under the span of each finding."""
    return [(one.source.name, one.source.text[one.span.start : one.span.end]) for one in found]
