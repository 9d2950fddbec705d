"""The page on editors and the extension for VS Code: what they tell editors to start is there, and takes what it is given."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sop_engine.cli.commands.lsp import command
from sop_engine.desk.lsp.actions import FIX_ALL

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "editor.md").read_text(encoding="utf-8")
EXTENSION = ROOT / "editors" / "vscode"
OPTIONS = {name for parameter in command.params for name in parameter.opts}


def blocks(kind: str) -> list[str]:
    """The blocks of one language on the page."""
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


def manifest() -> dict[str, Any]:
    """What the extension says of itself."""
    found: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    return found


def defaults() -> dict[str, Any]:
    """The extension's settings as they are where nobody sets them."""
    return {
        name: setting["default"]
        for name, setting in manifest()["contributes"]["configuration"]["properties"].items()
    }


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ``sop`` in a folder."""
    command = [sys.executable, str(ROOT / "cli.py"), *words]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_every_editor_starts_the_same_command() -> None:
    """Neovim three times, Helix, Emacs; JetBrains in words."""
    assert re.findall(r"cmd = \{ (.*?) \}", "".join(blocks("lua"))) == ['"sop", "lsp"'] * 3
    helix = tomllib.loads(blocks("toml")[0])
    (name,) = helix["language"][0]["language-servers"]
    assert helix["language-server"][name] == {"command": "sop", "args": ["lsp"]}
    assert '("sop" "lsp")' in blocks("elisp")[0]
    assert "command: `sop lsp`" in PAGE


def test_the_commands_of_the_page_run(tmp_path: Path) -> None:
    """Help of the server, and the schema where the line at the top of a definition looks for it."""
    assert run("lsp", "--help", folder=tmp_path).returncode == 0
    ((made, words),) = re.findall(r"^\$ mkdir (\w+)\n\$ sop (schema .*)$", PAGE, re.MULTILINE)
    (tmp_path / made).mkdir()
    assert run(*words.split(), folder=tmp_path).returncode == 0
    (line,) = blocks("yaml")
    (tmp_path / "definitions").mkdir()
    named = tmp_path / "definitions" / line.partition("$schema=")[2].strip()
    assert json.loads(named.read_text(encoding="utf-8"))["title"]
    assert f"# $schema: {line.partition('$schema=')[2].strip()}`" in PAGE


def test_the_options_of_the_page_are_those_of_the_command() -> None:
    """All but help and what is always so."""
    listed = set(re.findall(r"^\| `(--\w+)` \|", PAGE, re.MULTILINE))
    assert listed == OPTIONS - {"-h", "--help", "--stdio"}
    assert "`--stdio`" in PAGE


def test_the_settings_of_the_page_are_those_of_the_extension() -> None:
    """With their defaults; the kind of the fixes made on saving is the server's; the schema is where it was written."""
    settings, saving, schema = map(json.loads, blocks("json"))
    assert settings == defaults()
    assert list(saving["[yaml]"]["editor.codeActionsOnSave"]) == [FIX_ALL]
    assert list(schema["yaml.schemas"]) == ["schemas/sop.schema.json"]


def test_the_extension_can_be_packed() -> None:
    """What the packer and the editor ask for is there, and the page and the extension say the same of packing."""
    found = manifest()
    assert {"name", "version", "publisher", "engines", "main", "activationEvents", "license"} <= set(found)
    assert (EXTENSION / found["main"]).is_file()
    assert found["activationEvents"] == ["onLanguage:yaml"]
    assert set(found["dependencies"]) == {"vscode-languageclient"}
    (steps,) = (block for block in blocks("console") if "npm" in block)
    readme = (EXTENSION / "README.md").read_text(encoding="utf-8")
    assert steps in readme
    assert f"{found['name']}-{found['version']}.vsix" in steps
    assert all(f"| `{name}` |" in readme for name in defaults())


def test_the_extension_starts_the_command_of_the_page() -> None:
    """With no option that the command does not know, and every setting that it reads is declared."""
    code = (EXTENSION / "extension.js").read_text(encoding="utf-8")
    assert '["lsp", "--lang", language]' in code
    assert set(re.findall(r'\.get\("(\w+)"\)', code)) == {name.removeprefix("sop.") for name in defaults()}
    assert f'registerCommand("{manifest()["contributes"]["commands"][0]["command"]}"' in code


def test_the_extension_is_javascript(tmp_path: Path) -> None:
    """By Node's own parser."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed")
    found = subprocess.run(
        [node, "--check", str(EXTENSION / "extension.js")], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (0, "")
