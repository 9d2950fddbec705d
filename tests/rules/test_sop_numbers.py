"""Numbers of SOPs: holes, and numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.rules.sop_numbers import hole_in, is_unnumbered, number_key

HOLES = {
    "000/ /Bagumkeu/2020": "/ /",
    "061.1/     -Org": "/     -",
    "SOP-BAPP-   -2021": "-   -",
    "065/SOP-/2021": "-/",
    "065 /-/ SOP": "/-/",
    "01/SOP--BKD": "--",
    "800/....../BKD": "......",
    "800/…/BKD": "…",
    "065/12/ORG/20__": "__",
    "188.4/XX/KEP/2020": "XX",
    "?/SOP/2021": "?",
    "( )/SOP/2021": "( )",
    "/SOP/2021": "/",
    "065/SOP/": "/",
    "065 -": "-",
}
FULL = [
    "01 / SOP / Bappeda",
    "01.a / SOP / Bappedalitbang - Sekr",
    "065 / 12 - ORG / 2023",
    "SOP.01.02.03",
    "No. 01/SOP/2021",
    "445/XXI/2020",
    "01 – SOP – 2020",
    "P.26/MENLHK/2018",
    "065/.1/2021",
    "000.8.3.3/12/2024",
]
NONE = [
    "",
    "-",
    " ",
    "....",
    "No.",
    "Nomor SOP:",
    "NOMOR",
    "belum ada",
    "Nomor belum ada",
    "(kosong)",
    "n/a",
    "?",
]


@pytest.mark.parametrize("number", HOLES)
def test_holes(number: str) -> None:
    """The first part that is not filled in, and such a number is no key."""
    hole = hole_in(number)
    assert hole is not None
    assert number[slice(*hole)] == HOLES[number]
    assert number_key(number) == ""


@pytest.mark.parametrize("number", FULL)
def test_numbers_without_a_hole(number: str) -> None:
    """Whatever form an agency gives them."""
    assert hole_in(number) is None
    assert number_key(number)
    assert not is_unnumbered(number)


@pytest.mark.parametrize("number", NONE)
def test_what_is_no_number(number: str) -> None:
    """Dashes, a label alone, and words that say so."""
    assert is_unnumbered(number)
    assert number_key(number) == ""


@pytest.mark.parametrize("number", ["1", "SOP", "SOP/A/Bappeda", "xx/SOP", "Nomor SOP: A"])
def test_what_may_be_one(number: str) -> None:
    """Also without a digit, and with a hole."""
    assert not is_unnumbered(number)


@given(st.text("01/-. xXNo.:?()_…–", max_size=20))
def test_any_text(number: str) -> None:
    """A hole lies in the text; blanks and capitals change no key."""
    hole = hole_in(number)
    assert hole is None or 0 <= hole[0] < hole[1] <= len(number)
    assert number_key(number) == number_key(number.lower())


def test_very_long_numbers() -> None:
    """Only the beginning is looked at."""
    assert hole_in("1" * 100_000 + "//") is None
    assert not is_unnumbered("a" * 100_000)
    assert hole_in(" " * 100_000) is None
    assert hole_in("/ " * 50_000) == (0, 299)
