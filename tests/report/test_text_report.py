"""The text form of findings: exact outputs."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.report.reporter import Look
from sop_engine.report.terminal import cells
from sop_engine.report.text import report_text
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language, hostile

ROLE = Kind("SOP201", "unknown-role", Severity.ERROR)


def finding(
    text: str,
    marked: str,
    *,
    name: str = "definitions/dumai.yaml",
    hint: str | None = None,
    related: Sequence[Related] = (),
    kind: Kind = ROLE,
) -> Diagnostic:
    """A finding at the first place where ``marked`` stands in the text."""
    at = text.index(marked)
    return Diagnostic(
        kind,
        Text("pesan 'x'", "message 'x'"),
        SourceFile(name, text),
        Span(at, at + len(marked)),
        None if hint is None else Text(f"saran {hint}", hint),
        tuple(related),
    )


def shown(*found: Diagnostic, look: Look | None = None) -> str:
    """The whole report."""
    return "".join(report_text(found, look or Look()))


def test_the_form_is_exact() -> None:
    """Place, code, message, the line, carets under the fault and the remedy behind them."""
    text = "\n" * 60 + "    pelaksana: kasubag\n"
    assert shown(finding(text, "kasubag", hint="did you mean 'kasubbag'?")) == (
        "definitions/dumai.yaml:61:16: error[SOP201] message 'x'\n"
        "   |\n"
        "61 |     pelaksana: kasubag\n"
        "   |                ^^^^^^^ did you mean 'kasubbag'?\n"
    )


def test_messages_follow_the_language_and_the_form_does_not() -> None:
    """Words change, ``error[...]`` stays."""
    look = Look(Language.ID)
    assert shown(finding("a: b\n", "b", hint="h"), look=look) == (
        "definitions/dumai.yaml:1:4: error[SOP201] pesan 'x'\n  |\n1 | a: b\n  |    ^ saran h\n"
    )


def test_an_empty_line_stands_between_two_findings() -> None:
    """Not before the first and not behind the last."""
    found = finding("a: b\n", "b")
    block = "definitions/dumai.yaml:1:4: error[SOP201] message 'x'\n  |\n1 | a: b\n  |    ^\n"
    assert list(report_text([found, found], Look())) == [block, "\n" + block]


def test_nothing_found_is_nothing_said() -> None:
    """An empty report is empty."""
    assert shown() == ""


def test_an_empty_file_has_a_frame_too() -> None:
    """No trailing blanks, one caret."""
    source = SourceFile("a.yaml", "")
    found = Diagnostic(ROLE, Text("kosong", "empty"), source, Span(0, 0), Text("s", "h"))
    assert shown(found) == "a.yaml:1:1: error[SOP201] empty\n  |\n1 |\n  | ^ h\n"


def test_a_place_behind_the_end_of_the_file_is_its_end() -> None:
    """A span may point behind the text."""
    source = SourceFile("a.yaml", "ab")
    found = Diagnostic(ROLE, Text("i", "e"), source, Span(2, 9))
    assert shown(found) == "a.yaml:1:3: error[SOP201] e\n  |\n1 | ab\n  |   ^\n"


def test_a_fault_over_several_lines_is_marked_on_the_first() -> None:
    """Blanks at the line's end are not marked, whatever ends the line."""
    for end in ("\n", "\r\n", "\r"):
        text = f"a: |  {end}  b{end}"
        found = finding(text, text[3:])
        assert shown(found) == (
            "definitions/dumai.yaml:1:4: error[SOP201] message 'x'\n  |\n1 | a: |\n  |    ^\n"
        )


def test_tabs_and_control_characters_are_shown_as_escapes() -> None:
    """Neither moves the cursor, and the carets stay under the fault."""
    found = finding("\ta\x1b[31m: b\u202e\n", "b\u202e", name="a\nb\x1b.yaml")
    assert shown(found) == (
        "a\\nb\\x1b.yaml:1:10: error[SOP201] message 'x'\n"
        "  |\n"
        "1 | \\ta\\x1b[31m: b\\u202e\n"
        "  |              ^^^^^^^\n"
    )


def test_hostile_messages_stay_on_their_line() -> None:
    """A message quotes what the author wrote."""
    source = SourceFile("a.yaml", "x")
    found = Diagnostic(
        ROLE,
        Text("i", "'a\nb\x07'"),
        source,
        Span(0, 1),
        Text("i", "c\rd"),
        (Related(Text("i", "e\tf"), Span(0, 1)),),
    )
    assert shown(found) == (
        "a.yaml:1:1: error[SOP201] 'a\\nb\\x07'\n  |\n1 | x\n  | ^ c\\rd\n  = note: a.yaml:1:1: e\\tf\n"
    )


def test_wide_and_combining_characters_are_counted_as_a_terminal_shows_them() -> None:
    """Two cells for CJK and emoji, none for a combining accent."""
    found = finding("表😀e\u0301: 値x\n", "値x")
    assert shown(found) == (
        "definitions/dumai.yaml:1:7: error[SOP201] message 'x'\n  |\n1 | 表😀e\u0301: 値x\n  |        ^^^\n"
    )


def test_related_places_are_notes() -> None:
    """One line each, under the frame, with a place that a terminal makes a link."""
    text = "a: 1\nb: 2\na: 3\n"
    first = Related(Text("pertama di sini", "first written here"), Span(0, 1))
    found = Diagnostic(
        ROLE, Text("i", "key 'a' twice"), SourceFile("x.yaml", text), Span(10, 11), None, (first,)
    )
    assert shown(found) == (
        "x.yaml:3:1: error[SOP201] key 'a' twice\n"
        "  |\n"
        "3 | a: 3\n"
        "  | ^\n"
        "  = note: x.yaml:1:1: first written here\n"
    )


def test_a_long_line_is_cut_around_the_fault() -> None:
    """Dots say where, and the carets stay under the fault."""
    text = "a: " + "x" * 200 + "FAULT" + "y" * 200 + "\n"
    assert shown(finding(text, "FAULT"), look=Look(width=40)) == (
        "definitions/dumai.yaml:1:204: error[SOP201] message 'x'\n"
        "  |\n"
        "1 | ...xxxxxxxxxxxxxxFAULTyyyyyyyyyyyyyyy...\n"
        "  |                  ^^^^^\n"
    )


def test_a_long_line_with_an_early_fault_is_cut_behind_it() -> None:
    """What fits in front stays whole."""
    text = "ab: FAULT " + "y" * 200
    assert shown(finding(text, "FAULT"), look=Look(width=30)) == (
        "definitions/dumai.yaml:1:5: error[SOP201] message 'x'\n"
        "  |\n"
        "1 | ab: FAULT yyyyyyyyyyyyyyyyy...\n"
        "  |     ^^^^^\n"
    )


def test_a_long_line_with_a_late_fault_is_cut_before_it() -> None:
    """What fits behind stays whole."""
    text = "y" * 200 + " FAULT z"
    assert shown(finding(text, "FAULT"), look=Look(width=30)) == (
        "definitions/dumai.yaml:1:202: error[SOP201] message 'x'\n"
        "  |\n"
        "1 | ...yyyyyyyyyyyyyyyyyyy FAULT z\n"
        "  |                        ^^^^^\n"
    )


def test_a_fault_longer_than_the_line_is_cut_itself() -> None:
    """The carets end where the dots begin."""
    text = "k: " + "F" * 500
    assert shown(finding(text, "F" * 500), look=Look(width=30)) == (
        "definitions/dumai.yaml:1:4: error[SOP201] message 'x'\n"
        "  |\n"
        "1 | k: FFFFFFFFFFFFFFF...\n"
        "  |    ^^^^^^^^^^^^^^^\n"
    )


def test_colours_mark_what_matters() -> None:
    """Place bold, severity in its colour, gutter blue."""
    warning = Kind("SOP302", "x", Severity.WARNING)
    found = finding("a: b\n", "b", hint="h", kind=warning)
    assert shown(found, look=Look(colour=True)) == (
        "\x1b[1mdefinitions/dumai.yaml:1:4:\x1b[0m \x1b[1;33mwarning[SOP302]\x1b[0m message 'x'\n"
        "\x1b[1;34m  |\x1b[0m\n"
        "\x1b[1;34m1 |\x1b[0m a: b\n"
        "\x1b[1;34m  |\x1b[0m    \x1b[1;33m^\x1b[0m h\n"
    )


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=300),
    st.integers(0, 320),
    st.integers(0, 320),
    st.integers(12, 120),
)
def test_frames_hold_their_width_and_never_raise(text: str, start: int, length: int, width: int) -> None:
    """Any span of any text gives three safe lines, and none is wider than asked."""
    found = Diagnostic(ROLE, Text("i", "e"), SourceFile("n", text), Span(start, start + length))
    report = shown(found, look=Look(width=width))
    lines = report.removesuffix("\n").split("\n")
    assert len(lines) == 4
    assert not any(hostile().search(line) for line in lines)
    gutter = lines[1].index("|") + 2
    assert cells(lines[2]) <= gutter + width
    # A caret that marks the end of a full line stands behind it.
    assert cells(lines[3]) <= gutter + width + 1
    assert set(lines[3][gutter:].strip()) == {"^"}
