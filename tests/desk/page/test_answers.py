"""What the editor and the list say, in the places of the browser."""

from pathlib import Path

import pytest

pytest.importorskip("nicegui", reason="the extra desk is not installed")

from sop_engine.desk.page.answering import browser_span, completed, explained, place
from sop_engine.desk.page.editor import marks
from sop_engine.desk.page.findings import counted
from sop_engine.desk.page.mending import fixes_of, mended_text, text_with
from sop_engine.desk.page.session import Session
from sop_engine.desk.page.underline import nearest
from sop_engine.library import Definition
from sop_engine.rules.choice import Choice
from sop_engine.source import Span
from sop_engine.text import Language

TEXT = """\
# 😀\r
versi_format: 1\r
instansi: {kode: contoh, nama: Badan 😀}\r
identitas:\r
  nama: Laporan\r
  keterkaitan:\r
    - 1. Menyusun\r
    - Lain\r
pelaksana:\r
  staf: Staf\r
kegiatan:\r
  - uraian: Mengirim laporan\r
    nomor: 1\r
    pelaksana: sta\r
"""
QUIET = Choice(
    frozenset({"SOP508", "SOP501", "SOP602", "SOP608", "SOP405", "SOP406", "SOP502", "SOP503", "SOP509"})
)


def session_of(text: str) -> Session:
    """A session on a file with this text, which is not looked at again."""
    return Session(Definition(Path("contoh.yaml"), "contoh.yaml"), text.encode(), choice=QUIET)


def test_places_are_those_of_the_browser() -> None:
    """Units of UTF-16, one for each end of a line."""
    session = session_of(TEXT)
    at = TEXT.index("versi_format")
    assert place(session, at) == at
    assert browser_span(session, Span(at, at + 5)) == (at, at + 5)
    later = TEXT.index("staf: Staf")
    assert browser_span(session, Span(later, later)) == (later - 9 + 2, later - 9 + 2)
    assert place(session, later - 9 + 2) == later


def test_a_role_is_completed_and_explained() -> None:
    """The begun word is what is replaced; what is written is ready YAML."""
    session = session_of(TEXT)
    end = browser_span(session, Span(0, TEXT.rindex("sta") + 3)).end
    answer = completed(session, end)
    assert answer is not None
    assert (answer["from"], answer["to"]) == (end - 3, end)
    assert [(one["label"], one["apply"], one["type"]) for one in answer["options"]] == [
        ("staf", "staf", "class")
    ]
    about = explained(session, browser_span(session, Span(0, TEXT.index("versi_format"))).end)
    assert about is not None
    assert "versi_format" in about["text"]
    assert "*" not in about["text"]
    assert completed(session, 1) is None


def test_findings_are_underlined_where_they_are_shown() -> None:
    """In the places of the browser; what is found at no character marks the one before it, or the line."""
    session = session_of(TEXT)
    seen = TEXT.replace("\r\n", "\n").encode("utf-16-le")
    made = marks(session, session.findings)
    assert [(look, seen[2 * start : 2 * end].decode("utf-16-le")) for start, end, look in made] == [
        ("found warning", "1."),
        ("found error", "sta"),
    ]
    empty = session_of("")
    assert marks(empty, empty.findings) == [(0, 0, "found error")]


def test_the_line_of_the_cursor_comes_first() -> None:
    """Then the first error of the text; a clean line of a text without errors has nothing to say."""
    session = session_of(TEXT)
    warning, error = session.findings
    assert nearest(session.findings, TEXT.index("Menyusun")) is warning
    assert nearest(session.findings, 0) is error
    assert nearest((warning,), 0) is None
    assert nearest((), 0) is None


def test_findings_are_counted_by_their_weight() -> None:
    """In words."""
    found = session_of(TEXT).findings
    assert counted(found, Language.ID) == "1 kesalahan, 1 peringatan"
    assert counted((*found, found[0]), Language.EN) == "1 error, 2 warnings"
    assert counted((), Language.ID) == "Tidak ada temuan"


def test_one_fix_is_made_or_all_that_are_safe() -> None:
    """The rest of the text is as it was; what may only be read is not mended."""
    session = session_of(TEXT)
    fixes = fixes_of(session)
    (found,) = [one for one in fixes if one.is_error]
    assert text_with(session, fixes[found]) == TEXT.replace("pelaksana: sta\r", "pelaksana: staf\r")
    assert mended_text(session) == text_with(session, fixes[next(one for one in fixes if fixes[one].safe)])
    assert fixes_of(Session(session.definition, b"\xff")) == {}


def test_a_text_full_of_findings_is_marked_and_mended_at_its_beginning(tmp_path: Path) -> None:
    """Only so much is sent to the browser after each key."""
    path = tmp_path / "a.yaml"
    keys = "".join(f"x{number}: 1\n" for number in range(600))
    path.write_text(f"Versi_Format: 1\n{keys}", encoding="utf-8")
    session = Session.opened(Definition(path, path.name, None), choice=Choice())
    assert len(session.findings) > 600
    assert len(marks(session, session.findings)) == 500
    assert 0 < len(fixes_of(session)) <= 500
