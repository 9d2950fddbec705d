"""docs/settings.md: its settings are understood, its options exist."""

import re
from pathlib import Path

import pytest

from sop_engine.cli.commands.validate import command
from sop_engine.rules.choice import choice_of
from sop_engine.rules.kinds import kinds
from sop_engine.settings import parse_settings

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("name", "text"), BLOCKS, ids=[name for name, _ in BLOCKS])
def test_every_example_is_understood(name: str, text: str) -> None:
    """As the file that it says it is, and it changes something."""
    settings = parse_settings(text, name, shared=name == "pyproject.toml")
    assert settings is not None
    choice = choice_of(settings)
    assert choice.off
    assert choice.grades


def test_every_option_and_code_exists() -> None:
    """What the page names can be typed."""
    options = {name for parameter in command.params for name in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", PAGE)) <= options
    codes = set(re.findall(r"SOP[0-9]{3}", PAGE))
    assert len(codes) >= 8
    assert codes <= set(kinds())
