"""Settings as an organisation writes them."""

import re

import pytest

from sop_engine.errors import UsageError
from sop_engine.settings import Settings, parse_settings

TOML = """\
select = ["SOP6", "SOP5"]
extend-select = ["role-order"]
ignore = ["SOP608"]

[severity]
SOP604 = "error"
"""
EXAMPLE = 'write for example ignore = ["SOP508", "unused-output"]'
MEANT = Settings(("SOP6", "SOP5"), ("role-order",), ("SOP608",), {"SOP604": "error"}, "sop.toml")


def test_a_file_of_our_own_is_read_whole() -> None:
    """Every key has its place; the file's name travels along."""
    assert parse_settings(TOML, "sop.toml") == MEANT
    assert parse_settings("", "sop.toml") == Settings(origin="sop.toml")


def test_in_a_shared_file_only_our_table_counts() -> None:
    """Without the table there are no settings; what else stands in the file is none of ours."""
    shared = "[project]\nname = 'x'\n[tool.ruff]\nselect = 3\n"
    assert parse_settings(shared, "pyproject.toml", shared=True) is None
    table = shared + '[tool.sop]\nignore = ["SOP508"]\n[tool.sop.severity]\nSOP501 = "off"\n'
    assert parse_settings(table, "p", shared=True) == Settings(
        None, (), ("SOP508",), {"SOP501": "off"}, origin="p"
    )


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("select = SOP6", "'sop.toml': no TOML: Invalid value (at line 1, column 10)", EXAMPLE),
        ("selct = []", "'sop.toml': key 'selct' is unknown", "did you mean 'select'?"),
        ("extend_select = []", "'sop.toml': key 'extend_select' is unknown", "did you mean 'extend-select'?"),
        (
            "warna = 1",
            "'sop.toml': key 'warna' is unknown",
            "there are: select, extend-select, ignore, severity",
        ),
        (
            'ignore = "SOP6"',
            "'sop.toml': 'ignore' is no list of texts",
            'write for example ignore = ["SOP604"]',
        ),
        ("ignore = [6]", "'sop.toml': 'ignore' is no list of texts", 'write for example ignore = ["SOP604"]'),
        ("severity = 3", "'sop.toml': 'severity' is no table", None),
        (
            "severity = {SOP604 = 'fatal'}",
            "'sop.toml': severity 'fatal' for 'SOP604' is unknown",
            "choose one of: error, warning, info, off",
        ),
        (
            "severity = {SOP604 = []}",
            "'sop.toml': severity '[]' for 'SOP604' is unknown",
            "choose one of: error, warning, info, off",
        ),
        (
            "severity = {SOP604 = 'Eror'}",
            "'sop.toml': severity 'eror' for 'SOP604' is unknown",
            "did you mean 'error'?",
        ),
        (
            "[tool.sop]\nignore = []",
            "'sop.toml': the table [tool.sop] is unknown here",
            "leave out 'tool.sop': its keys stand at the top, [tool.sop.severity] is [severity]",
        ),
    ],
)
def test_what_is_not_understood_is_told_with_its_file(text: str, message: str, hint: str | None) -> None:
    """One message with the remedy, and never silence."""
    with pytest.raises(UsageError) as caught:
        parse_settings(text, "sop.toml")
    assert caught.value.message.en == message
    assert (None if caught.value.hint is None else caught.value.hint.en) == hint


def test_the_place_is_told_in_indonesian_too() -> None:
    """Python's own words are English; where it names no place, there is none."""
    with pytest.raises(UsageError) as caught:
        parse_settings('ignore = ["SOP5', "sop.toml")
    assert re.fullmatch(
        r"'sop\.toml': susunan TOML tidak terbaca( di baris 1, kolom \d+)?", caught.value.message.id
    )
    with pytest.raises(UsageError) as caught:
        parse_settings("a = [\n  1,\n  x]", "sop.toml")
    assert caught.value.message.id == "'sop.toml': susunan TOML tidak terbaca di baris 3, kolom 3"


def test_grades_may_be_in_capitals() -> None:
    """As on the command line."""
    assert parse_settings("severity = {SOP604 = 'Error'}", "x") == Settings(
        severity={"SOP604": "error"}, origin="x"
    )


def test_a_table_that_is_none() -> None:
    """``tool.sop`` must be a table; ``tool`` may be anything."""
    with pytest.raises(UsageError, match=r"'p': 'tool\.sop' is no table"):
        parse_settings("[tool]\nsop = 3\n", "p", shared=True)
    assert parse_settings("tool = 3\n", "p", shared=True) is None
