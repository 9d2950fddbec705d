"""The sheet as PDF and PNG: time, the very first run with its fonts, memory, and size."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from measuring import Row, best_in_turns, show
from processes import ROOT, run, tool
from sheets import SHEETS, variants

from sop_engine import Compiled, compile_sop
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.sheet import lay_out
from sop_engine.render import pdf, png
from sop_engine.render.options import WriteOptions

DUMAI = ROOT / "definitions" / "dumai.yaml"

PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, capture_output=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))
"""


def drawing_of(compiled: Compiled) -> Drawing:
    """A whole SOP's sheet."""
    if compiled.sop is None or compiled.graph is None:
        raise SystemExit("the definition does not read")
    return lay_out(compiled.sop, compiled.graph, compiled.total)


def whole_processes(folder: Path) -> list[Row]:
    """One PDF and one PNG as commands."""
    sop = tool("sop")
    drawn, picture, checked = best_in_turns(
        10,
        lambda: run(sop, "flowchart", DUMAI, "-o", folder / "dumai.pdf"),
        lambda: run(sop, "flowchart", DUMAI, "-o", folder / "dumai.png"),
        lambda: run(sop, "validate", DUMAI),
    )
    return [
        Row("one PDF, whole process / sop validate of the same file", drawn, checked, "<= 3"),
        Row("one PNG, whole process / sop validate of the same file", picture, checked, "<= 4"),
        Row("what the very first PDF on a machine takes more / 2 s", _first(folder) - drawn, 2, "<= 1.0"),
    ]


def _first(folder: Path) -> float:
    """Seconds of the best of three runs that find no fonts kept: the user's cache folder is a new one each time."""
    best = float("inf")
    for number in range(3):
        cache = str(folder / f"cache-{number}")
        # The folder's name on Linux, on Windows, and (below HOME) on macOS.
        places = {"XDG_CACHE_HOME": cache, "LOCALAPPDATA": cache, "HOME": cache}
        start = perf_counter()
        subprocess.run(
            [tool("sop"), "flowchart", DUMAI, "-o", folder / "first.pdf"],
            check=True,
            capture_output=True,
            env=os.environ | places,
        )
        best = min(best, perf_counter() - start)
    return best


def memory(folder: Path) -> list[Row]:
    """The peak of one PDF, fonts at hand and not; on Windows nobody tells."""
    if os.name == "nt":
        sys.stdout.write("no peak of memory is known on Windows: skipped\n")
        return []
    rows = []
    for words, cache in (("", None), (", its very first", str(folder / "cache-memory"))):
        environment = os.environ if cache is None else os.environ | {"XDG_CACHE_HOME": cache, "HOME": cache}
        command = [
            sys.executable,
            "-c",
            PEAK,
            str(tool("sop")),
            "flowchart",
            str(DUMAI),
            "-o",
            str(folder / "m.pdf"),
        ]
        told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
        rows.append(Row(f"peak of one PDF{words} / 120 MiB", float(told), 120, "<= 1.0", unit="MiB"))
    return rows


def many(folder: Path) -> list[Row]:
    """A hundred sheets in one process, layout included."""
    whole = [compile_sop(text, name="x.yaml") for text in variants()]
    options = WriteOptions(fonts=folder / "fonts")
    drawn, pictures = best_in_turns(
        3,
        lambda: [pdf.write(drawing_of(compiled), options) for compiled in whole],
        lambda: [png.write(drawing_of(compiled), options) for compiled in whole[:10]],
    )
    (file,) = pdf.write(drawing_of(compile_sop(DUMAI)), options)
    return [
        Row(f"a sheet of {SHEETS} as PDF, laid out and written / 50 ms", drawn / SHEETS, 0.05, "<= 1.0"),
        Row("a sheet of 10 as PNG of 150 dpi / 200 ms", pictures / 10, 0.2, "<= 1.0"),
        Row("one PDF of Dumai / 100 KiB", len(file) / 1024, 100, "<= 1.0", unit="KiB"),
    ]


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        show("The sheet as PDF and PNG", [*whole_processes(folder), *memory(folder), *many(folder)])


if __name__ == "__main__":
    main()
