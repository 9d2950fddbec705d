"""The README: its commands give the outputs that stand below them, its picture is fresh."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sop_engine import compile_sop
from sop_engine.rules.kinds import kinds
from tests.console import CONSOLE, ROOT, put_down, run, with_outputs

README = ROOT / "README.md"


def page() -> str:
    """The README with plain line ends."""
    return README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the README shows."""
    place = tmp_path_factory.mktemp("readme")
    put_down(page(), place)
    assert (place / "izin.yaml").exists()
    return place


def test_every_console_block_shows_what_is_printed(folder: Path, renew: bool) -> None:
    """Each ``$ sop`` line is run, in the project's folder or among the files that the README shows."""
    text = page()
    assert len(CONSOLE.findall(text)) >= 3

    fresh = with_outputs(text, folder)
    if renew:
        README.write_text(fresh, encoding="utf-8", newline="\n")
    assert page() == fresh


def test_the_python_example_prints_what_stands_below_it() -> None:
    """The five lines run from the project's folder."""
    code, shown = re.findall(r"```python\n(.*?)```\n\nprints\n\n```\n(.*?)```", page(), re.DOTALL)[0]
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert found.stdout == shown


def test_the_faulty_example_is_sound_once_mended() -> None:
    """The three faults are all that is wrong with the first example."""
    (text,) = re.findall(r"```yaml\n# izin\.yaml\n(.*?)```", page(), re.DOTALL)
    mended = text.replace("5 minit", "5 menit").replace("kasubag", "kasubbag").replace("    lanjut: 2\n", "")
    compiled = compile_sop(mended)
    assert [found.message.en for found in compiled.diagnostics if found.is_error] == []
    assert str(compiled.total) == "1 jam 50 menit"


def test_the_rule_book_is_as_thick_as_it_is_said_to_be() -> None:
    """The page says how many kinds of findings there are, about."""
    assert "More than ninety kinds of findings" in page()
    assert 90 < len(kinds()) < 100


def test_the_picture_is_fresh(renew: bool, tmp_path: Path) -> None:
    """docs/gambar/dumai.svg is what the command draws now."""
    run("sop flowchart --agency dumai", tmp_path)
    drawn = (tmp_path / "dumai.svg").read_text(encoding="utf-8")
    picture = ROOT / "docs" / "gambar" / "dumai.svg"
    if renew:
        picture.write_text(drawn, encoding="utf-8", newline="\n")
    assert picture.read_text(encoding="utf-8") == drawn


def test_the_deadline_that_it_names_is_reckoned(tmp_path: Path) -> None:
    """That of Tapin's SOP."""
    assert "done on 29 April at\n08.03" in page()
    told = run("sop --lang en schedule --agency tapin --start 2026-03-16", tmp_path)
    assert told.startswith("Wednesday, 29 April 2026 08.03\n")


def test_both_commands_of_the_readme_are_the_ones_that_ci_runs() -> None:
    """The install line and the test line stand on the page, and CI uses the second one's parts."""
    assert (
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/sop flowchart --agency dumai" in page()
    )
    assert (
        "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest -n auto\n" in page()
    )
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "install --quiet -e '.[dev]'" in ci
    assert 'venv/bin/pytest" -n auto\n' in ci
