"""How well sheets are drawn: faults, crossings and bends, of the definitions and of generated SOPs.

The generated ones are those of the tests, on each paper. ``drawings.py 100`` draws so many of them; without
a number it draws all 500, which takes minutes.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sop_engine import compile_sop
from sop_engine.layout.audit import INVARIANTS, Audit, audit
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.sheet import SheetOptions, lay_out

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.layout.generator import draw, random_sop  # noqa: E402 - the tests are no installed package

PAPERS = ("A4", "F4", "Letter", "Legal")
SOPS = 500
HEADINGS = ("sheets", "pages", *INVARIANTS, "crossings", "bends", "bends a row")


def defined() -> Iterator[tuple[str, Callable[[], tuple[int, Drawing]]]]:
    """Yield the name of each definition, and what draws it."""
    for folder in (ROOT / "definitions", ROOT / "tests" / "definitions"):
        for path in sorted(folder.glob("*.yaml")):

            def drawing(path: Path = path) -> tuple[int, Drawing]:
                found = compile_sop(path)
                if found.sop is None or found.graph is None:
                    msg = f"{path} cannot be drawn"
                    raise ValueError(msg)
                return len(found.sop.kegiatan), lay_out(found.sop, found.graph, found.total)

            yield path.stem, drawing


def generated(paper: str, count: int) -> Iterator[tuple[int, Drawing]]:
    """Yield the rows of each generated SOP, and it drawn on some paper."""
    for seed in range(count):
        data = random_sop(seed)
        yield len(data["kegiatan"]), draw(data, SheetOptions(paper=paper))


def in_order(count: int) -> Iterator[tuple[int, Drawing]]:
    """Yield SOPs whose rows are simply in order."""
    for seed in range(count):
        data = random_sop(seed, straight=True)
        yield len(data["kegiatan"]), draw(data)


def line(name: str, drawings: Iterable[tuple[int, Drawing]]) -> None:
    """Print one line of the table: the sums over some drawings."""
    rows = sheets = pages = 0
    found: list[Audit] = []
    for count, drawing in drawings:
        rows += count
        sheets += 1
        pages += len(drawing.pages)
        found.append(audit(drawing))
    sums = [sum(one.counts[invariant] for one in found) for invariant in INVARIANTS]
    crossings, bends = sum(one.crossings for one in found), sum(one.bends for one in found)
    figures = [str(figure) for figure in (sheets, pages, *sums, crossings, bends)]
    cells = zip(HEADINGS, [*figures, f"{bends / rows:.2f}"], strict=True)
    sys.stdout.write(f"{name:24}" + "".join(f"  {figure:>{len(head)}}" for head, figure in cells) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SOPS
    sys.stdout.write(f"{'':24}" + "".join(f"  {head}" for head in HEADINGS) + "\n")
    for name, drawing in defined():
        line(name, [drawing()])
    line("rows in order", in_order(count))
    for paper in PAPERS:
        line(f"generated, {paper}", generated(paper, count))


if __name__ == "__main__":
    main()
