"""Libraries that only some installations have."""

import math
import sys

import pytest

from sop_engine.diagnostics import Text
from sop_engine.errors import MissingProgram
from sop_engine.extras import needed

PURPOSE = Text("'sop preview'", "'sop preview'")


def test_a_library_that_is_there_is_loaded():
    """As an import loads it."""
    assert needed("math", "desk", PURPOSE) is math


@pytest.mark.parametrize("module", ["tidak_ada", "tidak_ada.di_dalam"])
def test_a_missing_library_is_named_with_the_line_that_installs_it(module: str):
    """In both languages."""
    with pytest.raises(MissingProgram) as caught:
        needed(module, "desk", PURPOSE)
    assert caught.value.message == Text(
        f"'sop preview' memerlukan pustaka {module}, yang tidak terpasang",
        f"'sop preview' needs the library {module}, which is not installed",
    )
    assert caught.value.hint == Text(
        "pasang dengan 'pip install \"sop-engine[desk]\"'",
        "install it with 'pip install \"sop-engine[desk]\"'",
    )


def test_a_broken_library_is_not_called_missing(tmp_path, monkeypatch):
    """What it lacks itself is its own fault, and is seen."""
    (tmp_path / "pustaka_rusak.py").write_text("import tidak_ada", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError) as caught:
        needed("pustaka_rusak", "desk", PURPOSE)
    assert caught.value.name == "tidak_ada"
    assert "pustaka_rusak" not in sys.modules
