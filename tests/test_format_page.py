"""The format's page: every example on it is what it says it is."""

import re
from pathlib import Path

import pytest

from sop_engine import compile_sop
from sop_engine.pipeline import compile_bytes
from tests.quiet import COMPLETENESS, quiet

PAGE = Path(__file__).resolve().parent.parent / "docs" / "format.md"
FRAME = """versi_format: 1
instansi: {kode: contoh, nama: Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf, kasubbag: Kasubbag, kepala: Kepala}
kegiatan:
"""


def fences(mark: str) -> list[str]:
    """The YAML examples whose first line is the mark."""
    found = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return [text for text in found if text.splitlines()[0] == f"# {mark}"]


def framed(rows: str) -> str:
    """Rows inside the frame that the page names."""
    indented = "".join(f"  {line}" if line.strip() else line for line in rows.splitlines(keepends=True))
    return FRAME + indented


QUIET = quiet(hushed=COMPLETENESS | {"SOP504"})
"""Some times on the page are words on purpose."""


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, severity and message of all findings but those on completeness, which short examples lack."""
    found = compile_bytes(text.encode(), "<text>", None, QUIET).diagnostics
    return [(d.code, d.severity.value, d.message.en) for d in found]


def test_every_fence_has_a_mark() -> None:
    """Each YAML fence says what it is, so that none goes untested."""
    found = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert {text.splitlines()[0] for text in found} == {"# lengkap", "# kegiatan", "# salah"}


@pytest.mark.parametrize("text", fences("lengkap"))
def test_a_whole_example_has_no_finding(text: str) -> None:
    """Whole files are free of findings and have a total."""
    compiled = compile_sop(text)
    assert told(text) == []
    assert compiled.total is not None


@pytest.mark.parametrize("rows", fences("kegiatan"))
def test_rows_of_an_example_are_sound(rows: str) -> None:
    """Rows in the page's frame have no finding but roles of the frame that they do not use."""
    found = [f for f in told(framed(rows)) if "does no step" not in f[2]]
    assert found == []


@pytest.mark.parametrize("rows", fences("salah"))
def test_a_mistake_is_found(rows: str) -> None:
    """What the page shows as a mistake is one."""
    found = [f for f in told(framed(rows)) if "does no step" not in f[2]]
    assert found != []
