"""What tests of the command line share: a working directory, definitions in it, and the command itself."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sop_engine.cli.app import app
from tests.small import DEFINITION

SETTINGS = """\
# What a small definition lacks on purpose, its 'Segera' and its one number would stand in every report.
ignore = [
  "SOP405", "SOP501", "SOP502", "SOP503", "SOP504", "SOP508", "SOP509", "SOP602", "SOP608", "SOP701", "SOP802",
]
"""
"""The settings above the working directory."""

CLEARED = (
    "SOP_LANG",
    "SOP_DEFINITIONS",
    "SOP_DEBUG",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "COLUMNS",
    "SOURCE_DATE_EPOCH",
)


class Terminal(io.StringIO):
    """A stream that people read as it comes."""

    def isatty(self) -> bool:
        """It is."""
        return True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document that it must be."""
        return json.loads(self.out)


def with_slashes(text: str) -> str:
    """Text with ``/`` in its paths on every system; JSON has them already."""
    return text.replace(os.sep, "/") if not text.startswith(("{", "[")) else text


@pytest.fixture
def folder(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, and an environment that says nothing."""
    for name in CLEARED:
        monkeypatch.delenv(name, raising=False)
    # Fonts made ready once serve all tests, and never come from what the user's own runs left behind.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    place = tmp_path / "work"
    place.mkdir()
    (tmp_path / "sop.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def write(folder: Path) -> Callable[..., Path]:
    """Write a definition into the working directory; ``replace`` changes its text."""

    def make(
        name: str, *, kode: str = "contoh", nama: str = "Laporan", replace: Mapping[str, str] | None = None
    ) -> Path:
        text = DEFINITION.format(kode=kode, nama=nama)
        for old, new in (replace or {}).items():
            assert old in text
            text = text.replace(old, new)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return make


@pytest.fixture
def sop(folder: Path) -> Callable[..., Outcome]:
    """Run ``sop`` in this process."""

    def run(*words: str | Path, input: bytes | None = None, **environment: str) -> Outcome:
        result = CliRunner().invoke(
            app, [str(word) for word in words], input=input, env=environment, prog_name="sop"
        )
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Outcome(result.exit_code, with_slashes(result.stdout), with_slashes(result.stderr))

    return run


@pytest.fixture
def process(folder: Path, root: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run ``sop`` as a process of its own."""

    def run(
        *words: str | Path, environment: Mapping[str, str] | None = None, **options: Any
    ) -> subprocess.CompletedProcess[bytes]:
        variables = {name: value for name, value in os.environ.items() if name not in CLEARED}
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        options.setdefault("stdin", subprocess.DEVNULL)
        return subprocess.run(
            [sys.executable, root / "cli.py", *words],
            cwd=folder,
            env={**variables, **(environment or {})},
            check=False,
            **options,
        )

    return run
