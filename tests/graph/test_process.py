"""The graph's own face: groups of flows, integers, and networkx."""

import subprocess
import sys

import networkx as nx
import pytest

from sop_engine.pipeline import compile_path
from tests.conftest import ROOT

PENGADAAN = ROOT / "tests" / "definitions" / "pengadaan.yaml"


def test_flows_are_grouped_by_both_ends() -> None:
    """Every step has its entries, in document order."""
    graph = compile_path(PENGADAAN).graph
    assert graph is not None
    assert [flow.target for flow in graph.outgoing["6"]] == ["7", "4"]
    assert [flow.source for flow in graph.incoming["4"]] == ["2", "3", "6"]
    assert graph.outgoing["11"] == ()
    assert [step.id for step in graph.decisions] == ["6", "9"]


def test_the_net_is_the_graph_in_integers() -> None:
    """Steps and flows keep their order; ways group the flows of each step."""
    graph = compile_path(PENGADAAN).graph
    assert graph is not None
    net = graph.net
    assert [graph.ids[target] for target in net.after[graph.number["1"]]] == ["2", "3"]
    assert [(graph.ids[a], graph.ids[b]) for a, b in zip(net.sources, net.targets, strict=True)] == [
        (flow.source, flow.target) for flow in graph.flows
    ]
    assert net.ways[graph.number["1"]] == [[0, 1]]
    assert net.ways[graph.number["6"]] == [[6], [7]]
    assert [graph.ids[join] for join in net.joins] == ["4"]


def test_networkx_shows_the_same_graph_frozen() -> None:
    """Nodes and edges with all that they carry; nothing can be added."""
    graph = compile_path(PENGADAAN).graph
    assert graph is not None
    network = graph.nx
    assert isinstance(network, nx.MultiDiGraph)
    assert list(network) == list(graph.steps)
    assert [(source, target) for source, target, _ in network.edges] == [
        (flow.source, flow.target) for flow in graph.flows
    ]
    step = graph.steps["4"]
    assert network.nodes["4"] == {
        "row": 3,
        "symbol": None,
        "lanes": ("ppk",),
        "kind": "process",
        "start": False,
        "end": False,
        "waits": True,
        "waktu": step.waktu,
        "teks": None,
        "virtual": False,
        "span": step.span,
    }
    flow = graph.outgoing["6"][1]
    assert network.edges["6", "4", 0] == {
        "label": "Melebihi HPS",
        "kind": "branch",
        "branch": 1,
        "probability": flow.probability,
        "repeats": 1,
        "span": flow.span,
    }
    with pytest.raises(nx.NetworkXError):
        network.add_node("12")
    assert graph.nx is network


def test_checking_does_not_load_networkx() -> None:
    """Importing networkx takes longer than checking an ordinary SOP, so only ``nx`` does."""
    program = (
        "import sys; from pathlib import Path; from sop_engine.pipeline import compile_path;"
        "graph = compile_path(Path(sys.argv[1])).graph; before = 'networkx' in sys.modules;"
        "graph.nx; print(before, 'networkx' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(PENGADAAN)], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["False", "True"]
