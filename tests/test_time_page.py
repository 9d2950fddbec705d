"""docs/time.md: its commands give the outputs that stand below them, its options exist."""

import importlib
import re
from pathlib import Path

from tests.console import CONSOLE, ROOT, put_down, with_outputs

PAGE = ROOT / "docs" / "time.md"
COMMANDS = ("duration", "paths", "schedule", "workload", "compare", "diff", "matrix")


def page() -> str:
    """The page with plain line ends."""
    return PAGE.read_text(encoding="utf-8")


def test_every_console_block_shows_what_is_printed(tmp_path: Path, renew: bool) -> None:
    """Each command is run among the files that the page shows; every command that it is about has one."""
    text = page()
    assert [path.name for path in put_down(text, tmp_path)] == [
        "surat.yaml",
        "hari-daerah.yaml",
        "surat-baru.yaml",
    ]
    shown = [command for command, _ in CONSOLE.findall(text)]
    assert {name for name in COMMANDS if any(f" {name} " in command for command in shown)} == set(COMMANDS)
    fresh = with_outputs(text, tmp_path)
    if renew:
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    assert page() == fresh


def test_every_option_exists() -> None:
    """What the page names can be typed."""
    modules = [importlib.import_module(f"sop_engine.cli.commands.{name}") for name in COMMANDS]
    options = {name for module in modules for parameter in module.command.params for name in parameter.opts}
    words = re.sub(r"```.*?```|`git [^`]*`", "", page(), flags=re.DOTALL)
    typed = " ".join(command for command, _ in CONSOLE.findall(page()))
    named = set(re.findall(r"(?<![\w-])--[a-z]+[a-z-]*", f"{words} {typed}"))
    assert len(named) > 15
    assert named <= options | {"--lang"}
