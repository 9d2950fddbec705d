"""Graphviz's pictures, by program or by library."""

import shutil
from pathlib import Path

import pytest

from sop_engine.errors import EngineError, MissingProgram
from sop_engine.export.picture import draw_dot
from sop_engine.export.registry import PICTURES

DOT = 'digraph { a -> b [label="é"] }\n'
MAGIC = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz's dot is not installed")


@needs_dot
@pytest.mark.parametrize("kind", PICTURES)
def test_the_program_draws(kind: str) -> None:
    """In each format."""
    assert draw_dot(DOT, kind).startswith(MAGIC[kind])


@pytest.mark.parametrize("kind", PICTURES)
def test_without_the_program_the_library_draws(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pygraphviz carries Graphviz with it."""
    pytest.importorskip("pygraphviz")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert draw_dot(DOT, kind).startswith(MAGIC[kind])


def test_without_both_a_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In both languages."""

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sop_engine.export.picture.import_module", missing)
    with pytest.raises(MissingProgram) as caught:
        draw_dot(DOT, "svg")
    assert caught.value.message.id == "gaya 'graph' digambar oleh Graphviz, yang tidak terpasang"
    assert caught.value.hint is not None
    assert 'pip install "sop-engine[graphviz]"' in caught.value.hint.en
    assert "apt install graphviz" in caught.value.hint.id


@needs_dot
def test_what_graphviz_refuses_is_an_engine_fault() -> None:
    """Its own words on one line."""
    with pytest.raises(EngineError) as caught:
        draw_dot("digraph {", "svg")
    assert caught.value.message.en.startswith("Graphviz could not draw the graph: Error: ")
    assert "\n" not in caught.value.message.en
