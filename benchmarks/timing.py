"""Expected time: large procedures with a thousand loops, exact and in double precision, within one process."""

import gc
from collections.abc import Callable
from random import Random
from time import perf_counter

from measuring import Row, sample_sop, show

from sop_engine import compile_sop
from sop_engine.analysis.expected import Expected, expected
from sop_engine.graph.process import ProcessGraph

STEPS = 10_000
LOOPS = 1_000
LIMIT = 2.0
"""Seconds."""


def drawn(back: Callable[[int], int], share: str = "20%", more: str = "") -> str:
    """A definition of so many rows, a tenth of which go back: how far, ``back`` says; they may have one branch more."""
    head, *rows = sample_sop(STEPS).split("  - nomor:")
    lines = [head]
    every = STEPS // LOOPS
    for number, row in enumerate(rows, start=1):
        kept = "\n".join(line for line in row.split("\n") if "cabang:" not in line)
        if number % every == 0 and number < STEPS:
            branches = (
                f"    cabang: {{Ya: {number + 1}, Tidak: {{ke: {back(number)}, peluang: {share}}}{more}}}\n"
            )
            kept = kept.replace("    mutu_baku:", f"{branches}    mutu_baku:", 1)
        lines.append(kept)
    return "  - nomor:".join(lines)


def graph_of(text: str) -> ProcessGraph:
    """The graph, made beforehand: what reads a file is measured elsewhere."""
    graph = compile_sop(text).graph
    assert graph is not None
    return graph


def measured(text: str) -> tuple[float, Expected]:
    """Best seconds of three, each on a graph of which nothing is known yet, and what was found."""
    best, found = float("inf"), Expected()
    for _ in range(3):
        graph = graph_of(text)
        start = perf_counter()
        found = expected(graph)
        best = min(best, perf_counter() - start)
    assert found.doubt is None
    return best, found


def main() -> None:
    """Print the table."""
    # As the program itself does.
    gc.set_threshold(100_000, 20, 20)
    dice = Random(6)
    shapes = {
        "each loop for itself": drawn(lambda number: number - 5),
        "each may also end it all": drawn(
            lambda number: number - 5, "17.3%", ", Batal: {ke: selesai, peluang: 0.7%}"
        ),
        "each loop around the one before": drawn(lambda number: max(1, number - 14)),
        "loops to and fro, anywhere": drawn(lambda _: dice.randint(1, STEPS)),
        "loops back to anywhere near": drawn(lambda number: max(1, number - dice.randint(1, 300))),
    }
    rows = []
    for name, text in shapes.items():
        seconds, found = measured(text)
        kind = f"double precision, off by at most {found.error:.0e}" if found.error else "exact"
        rows.append(
            Row(
                f"{STEPS:,} steps, {LOOPS:,} loops, {name} ({kind}) / 2 s", seconds, LIMIT, "<= 1.0", unit="s"
            )
        )
    show("Expected time", rows)


if __name__ == "__main__":
    main()
