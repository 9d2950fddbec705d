"""Tables for terminals."""

import sys

import pytest

from sop_engine.cli.run import Run
from sop_engine.cli.tables import plain_table, print_table
from tests.cli.conftest import Terminal

HEADINGS = ("Agency", "Name", "Rows")
ROWS = (("dumai", "Pengumpulan dan Pelaporan Data Kinerja [bold]", "8"), ("tapin", "a\n\x1b[31mb", "10"))


def printed(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    """What a terminal receives."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    print_table(Run([], environment), HEADINGS, ROWS, numbers=(2,), whole=(0,))
    return stream.getvalue()


def test_a_terminal_gets_wrapped_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markup and controls are text; no line is wider than the terminal; NO_COLOR is heard."""
    assert printed(monkeypatch, COLUMNS="40", NO_COLOR="1") == (
        " Agency   Name                     Rows\n"
        " ──────────────────────────────────────\n"
        " dumai    Pengumpulan dan             8\n"
        "          Pelaporan Data Kinerja\n"
        "          [bold]\n"
        " tapin    a \\x1b[31mb                10\n"
    )


def test_a_terminal_shows_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the heading."""
    assert printed(monkeypatch, COLUMNS="40").startswith(" \x1b[1mAgency")
    assert "\x1b" not in printed(monkeypatch, COLUMNS="40", TERM="dumb")


def test_one_long_cell_does_not_widen_the_others() -> None:
    """It is shown whole, and what follows it in its row is moved; other rows stay as they are."""
    assert plain_table(("A", "B"), (("x" * 5000, "1"), ("y", "2"))).splitlines() == [
        f"{'A':100}  B",
        f"{'x' * 5000}  1",
        f"{'y':100}  2",
    ]


def test_a_terminal_that_is_too_narrow_gets_the_plain_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than cells cut short."""
    assert printed(monkeypatch, COLUMNS="20") == (
        "Agency  Name                                           Rows\n"
        "dumai   Pengumpulan dan Pelaporan Data Kinerja [bold]     8\n"
        "tapin   a \\x1b[31mb                                      10\n"
    )
