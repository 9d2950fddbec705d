"""What the reports are tried with: real definitions, faulty ones, and findings with hostile names and words."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.pipeline import compile_bytes
from sop_engine.report import REPORTERS, Checked, Look
from sop_engine.rules.brief import Brief
from sop_engine.rules.condense import brief_of
from sop_engine.source import SourceFile, Span

__all__ = [
    "CRASHED",
    "HOSTILE_NAMES",
    "HOSTILE_WORDS",
    "INFO",
    "ROLE",
    "TROUBLE",
    "WARNING",
    "checked",
    "compiled",
    "everything",
    "finding",
    "unread",
    "written",
]

ROOT = Path(__file__).resolve().parent.parent.parent

ROLE = Kind("SOP201", "unknown-role", Severity.ERROR)
WARNING = Kind("SOP307", "same-target", Severity.WARNING)
INFO = Kind("SOP405", "single-role", Severity.INFO)
TROUBLE = Kind("SOP000", "usage", Severity.ERROR)
CRASHED = Kind("SOP900", "rule-crashed", Severity.ERROR)

HOSTILE_NAMES = (
    "dua kata.yaml",
    "100%.yaml",
    "a#b?c.yaml",
    "a,b:c.yaml",
    "<stdin>",
    '"><x a="b.yaml',
    "a&b'.yaml",
    "bukan\udcffutf8.yaml",
    "\ud800.yaml",
    "baris\nbaru\r\x1b[31m.yaml",
    "\u202ekanan\u200b.yaml",
    "/mutlak/naskah 1.yaml",
    "./di/./sini.yaml",
    "../di atas.yaml",
    "é表😀.yaml",
    "::error::x.yaml",
    "]]>\x00\x0b\ufffe\uffff.yaml",
)
HOSTILE_WORDS = (
    "'a\nb\r\n::error::c'",
    "100% {0} {x} [tekan](http://x) [a\\](1)",
    "</failure><![CDATA[ ]]> & \"q\" 'p'",
    "\x00\x07\x1b[31m\u2028\ufffe\uffff\U0001ffff\ud800\udcff",
    "",
)


def finding(
    text: str,
    marked: str,
    *,
    name: str = "definitions/dumai.yaml",
    kind: Kind = ROLE,
    message: Text | None = None,
    hint: Text | None = None,
    related: Sequence[Related] = (),
) -> Diagnostic:
    """A finding at the first place where ``marked`` stands in a text."""
    at = text.index(marked)
    words = message or Text("pesan 'x'", "message 'x'")
    return Diagnostic(kind, words, SourceFile(name, text), Span(at, at + len(marked)), hint, tuple(related))


def unread(name: str, kind: Kind = TROUBLE) -> Diagnostic:
    """A finding on what could not be read, or, without a name, on no file at all."""
    message = Text("berkas tidak terbaca", "the file cannot be read")
    return Diagnostic(kind, message, SourceFile(name, ""), Span(0, 0), Text("coba lagi", "try again"))


def checked(*found: Diagnostic) -> Checked:
    """A definition of which nothing but its findings is known."""
    return Checked(Brief(found[0].source), found)


def compiled(text: str, name: str = "contoh.yaml") -> Checked:
    """A definition as the engine checks it."""
    result = compile_bytes(text.encode(), name)
    return Checked(brief_of(result), result.diagnostics)


@cache
def everything() -> tuple[Checked, ...]:
    """All definitions of the project, and every case of a rule that is not fine, by their paths from the root."""
    patterns = ("definitions/*.yaml", "tests/definitions/*.yaml", "tests/rules/*/bad_*.yaml")
    paths = [path for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    found = []
    for path in paths:
        result = compile_bytes(path.read_bytes(), path.relative_to(ROOT).as_posix())
        found.append(Checked(brief_of(result), result.diagnostics))
    return tuple(found)


def written(form: str, *given: Checked, look: Look | None = None) -> str:
    """The whole report, as its piecewise writer gives it."""
    return "".join(str(piece) for piece in REPORTERS[form].write(iter(given), look or Look()))
