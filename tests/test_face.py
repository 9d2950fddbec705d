"""The public Python face."""

import copy
import pickle
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import sop_engine
from sop_engine import compile_sop

TEXT = """versi_format: 1
instansi: {kode: x, nama: X}
identitas: {nama: N}
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: Menyusun, pelaksana: staf, mutu_baku: {waktu: 90 menit}}
"""


def test_all_is_sorted_and_loads() -> None:
    """Every name of ``__all__`` is there, in order, and nothing else is offered."""
    assert sop_engine.__all__ == sorted(sop_engine.__all__)
    for name in sop_engine.__all__:
        assert getattr(sop_engine, name) is not None
    assert dir(sop_engine) == sop_engine.__all__
    with pytest.raises(AttributeError, match="no attribute 'gibt_es_nicht'"):
        _ = sop_engine.gibt_es_nicht


def test_importing_the_face_is_light() -> None:
    """``import sop_engine`` loads no library: each public name loads its home when asked for."""
    heavy = {"pydantic", "networkx", "yaml", "click", "rich", "graphviz"}
    code = "import sys, sop_engine; print(sorted(set(m.split('.')[0] for m in sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not [name for name in heavy if f"'{name}'" in shown]


def test_a_path_and_a_text_compile_alike(definitions: Path) -> None:
    """A PathLike or a str without newline is a path, any other str is text; the name is what findings show."""
    file = definitions / "dumai.yaml"
    by_path, by_str, by_text = (
        compile_sop(file),
        compile_sop(str(file)),
        compile_sop(file.read_text(encoding="utf-8")),
    )
    assert by_path.sop == by_str.sop == by_text.sop
    assert [c.source.name for c in (by_path, by_str, by_text)] == [str(file), str(file), "<text>"]
    assert compile_sop(TEXT, name="x.yaml").source.name == "x.yaml"


def test_an_empty_text_is_a_text() -> None:
    """Nothing at all is an empty definition, not the working directory."""
    (found,) = compile_sop("").diagnostics
    assert str(found) == "<text>:1:1: error[SOP006] this file is empty"


def test_what_is_known_can_be_shown_copied_and_pickled() -> None:
    """A finding shows itself on one line; a compiled SOP travels to other processes and back."""
    compiled = compile_sop(TEXT.replace("staf,", "stag,"), name="x.yaml")
    shown = "<Diagnostic x.yaml:6:45: error[SOP201] pelaksana 'stag' is not declared>"
    assert [repr(found) for found in compiled.diagnostics if found.is_error] == [shown]
    found = len(compiled.diagnostics)
    assert repr(compiled) == f"<Compiled x.yaml: whole, total 1 jam 30 menit, findings {found}>"
    for twin in (pickle.loads(pickle.dumps(compiled)), copy.deepcopy(compiled)):
        assert repr(twin) == repr(compiled)
        assert (twin.sop, str(twin.total)) == (compiled.sop, str(compiled.total))
        assert list(twin.graph.nx.nodes) == list(compiled.graph.nx.nodes)


def test_a_fault_outside_the_rows_leaves_the_total() -> None:
    """A bad date does not make the times unknown; a fault in a row does."""
    dated = compile_sop(TEXT.replace("{nama: N}", "{nama: N, tanggal_efektif: 31 Februari 2023}"))
    assert (dated.whole, str(dated.total)) == (False, "1 jam 30 menit")
    assert compile_sop(TEXT.replace("uraian", "urain")).total is None


def test_a_missing_file_raises_what_python_raises() -> None:
    """A path that is not there is the caller's fault, not a finding."""
    with pytest.raises(FileNotFoundError):
        compile_sop("tidak-ada.yaml")


def test_what_is_known_of_a_sound_sop() -> None:
    """Total, graph and models are there; the networkx graph is frozen."""
    compiled = compile_sop(TEXT)
    assert (str(compiled.total), compiled.whole, compiled.has_errors) == ("1 jam 30 menit", True, False)
    assert compiled.graph is not None
    graph = compiled.graph.nx
    assert isinstance(graph, nx.MultiDiGraph)
    assert list(graph.nodes) == ["1"]
    assert str(graph.nodes["1"]["waktu"]) == "90 menit"
    with pytest.raises(nx.NetworkXError):
        graph.add_node("2")


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("a: 'x\n", (False, False, False, False)),
        ("a: x\n", (True, False, False, False)),
        (TEXT.replace("90 menit", "90 minit"), (True, True, True, False)),
        (TEXT.replace("staf,", "stag,"), (True, True, True, True)),
        ("a: \ud800\n", (False, False, False, False)),
    ],
)
def test_parts_that_are_not_reached_are_none(text: str, reached: tuple[bool, ...]) -> None:
    """A fault stops only what needs what it broke; a total is never given from faulty times."""
    compiled = compile_sop(text)
    assert compiled.has_errors
    parts = (compiled.document, compiled.sop, compiled.graph, compiled.total)
    assert tuple(part is not None for part in parts) == reached
