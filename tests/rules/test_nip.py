"""The numbers of civil servants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.rules.nip import has_nip, nip_fault

FINE = [
    "19740213 199303 1 002",
    "196504221988031008",
    "19740213.199303.1.002",
    "19740213-199303-1-002",
    "NIP. 19740213 199303 1 002",
    "NIP : 19740213 199303 1 002",
    "NI PPPK 19900115 202321 2 003",
    "19900115 202422 1 001",
    "NRP 12345678",
    "196504221988031008.",
    "20000229 202203 2 001",
    "NIPPPK 199001152023212003",
    "NIP/NRP. 19740213 199303 1 002",
    "Pembina Tk. I, NIP. 19740213 199303 1 002",
    "19740213 199303 1 002 (Pembina)",
    "19740213/199303/1/002",
    "19740213_199303_1_002",
    "NIPD 63.05.12",
    "NIP. -",
    "NIP. ........",
    "",
]
FAULTY = [
    # text, what is said, the words it points at
    ("19740213 199303 1 02", "17 digits instead of 18", "19740213 199303 1 02"),
    ("NIP 197402131993031", "15 digits instead of 18", "197402131993031"),
    ("1974O213 199303 1 002", "the letter 'O' among the digits", "O"),
    ("I9740213 199303 1 002", "the letter 'I' among the digits", "I"),
    ("1974O213 199303 1 02", "it holds more than digits", "O"),
    ("belum ada", "no digits", "belum ada"),
    ("NIP. PNS", "no digits", "PNS"),
    ("Pembina / 19740213 199303 3 002", "the digit for the sex is 3; it is 1 or 2", "3"),
    ("19741313 199303 1 002", "there is no day of birth 13-13-1974", "19741313"),
    ("1974.02.30 199303 1 002", "there is no day of birth 30-02-1974", "1974.02.30"),
    ("00000000 199303 1 002", "there is no day of birth 00-00-0000", "00000000"),
    ("19740213 199300 1 002", "there is no month of appointment 00-1993", "199300"),
    ("19740213 201821 1 002", "there is no month of appointment 21-2018", "201821"),
    ("19740213 198901 1 002", "appointed in 1989, less than 15 years after birth (1974)", "198901"),
    ("19740213 199303 0 002", "the digit for the sex is 0; it is 1 or 2", "0"),
]


@pytest.mark.parametrize("text", FINE)
def test_nothing_is_wrong(text: str) -> None:
    """Joined, spaced, dotted, of civil servants and of employees by contract; what is no NIP is none."""
    assert nip_fault(text) is None


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (None, False),
        ("", False),
        ("-", False),
        ("NIP.", False),
        ("NIP. ....", False),
        ("1", True),
        ("PNS", True),
    ],
)
def test_whether_one_is_written(text: str | None, there: bool) -> None:
    """A label, dashes and dots are none."""
    assert has_nip(text) is there


@pytest.mark.parametrize(("text", "said", "words"), FAULTY)
def test_the_first_fault(text: str, said: str, words: str) -> None:
    """Which part cannot be, and where it stands."""
    fault = nip_fault(text)
    assert fault is not None
    assert (fault.message.en, text[fault.start : fault.end]) == (said, words)


def test_fifteen_years_to_the_month() -> None:
    """Appointed in the month of the fifteenth birthday is fine, a month before is not."""
    assert nip_fault("19740213 198902 1 002") is None
    assert nip_fault("19740213 198901 1 002") is not None


def test_a_letter_is_replaced_only_where_that_mends_it() -> None:
    """The number that was meant is offered as it is written."""
    fault = nip_fault("19740213 l99303 1 0O2")
    assert fault is not None
    assert fault.hint.en == "did you mean '19740213 199303 1 002'?"


@given(st.one_of(st.text(), st.text("0123456789 .OlNIP", max_size=30)))
def test_any_text(text: str) -> None:
    """No text raises, and what is pointed at lies in it."""
    fault = nip_fault(text)
    if fault is not None:
        assert 0 <= fault.start <= fault.end <= len(text)


def test_very_long_texts() -> None:
    """A text of any length is one fault."""
    for text in ("1" * 100_000, " " * 100_000 + "1", "O" * 100_000):
        assert nip_fault(text) is not None
