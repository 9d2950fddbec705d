"""The sheet as SVG against its limits and against other drawing tools, and how it grows with its rows.

PlantUML, mermaid-cli and Graphviz draw the same graph, freely placed; where one is missing, it is skipped with
a word. mermaid-cli needs ``mmdc`` on the path, or ``MMDC``; it is told of an installed Chromium.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from math import log
from pathlib import Path

from measuring import Row, best_in_turns, sample_sop, show
from processes import ROOT, tool

from sop_engine import Compiled, compile_sop
from sop_engine.export.dot import export
from sop_engine.graph.process import StepKind
from sop_engine.layout.sheet import lay_out
from sop_engine.render.svg import write

AGENCIES = ("samarinda", "balangan", "kalteng", "tapin", "dumai")
SHEETS = 100
ROWS = (250, 500, 1000)


def run(*command: str | Path, where: Path | None = None) -> None:
    """Run one command; it must succeed."""
    subprocess.run([str(part) for part in command], cwd=where, check=True, capture_output=True)


def variants() -> list[str]:
    """Definitions of the real kind, no two with the same words."""
    found = []
    for number in range(SHEETS // len(AGENCIES)):
        for agency in AGENCIES:
            text = (ROOT / "definitions" / f"{agency}.yaml").read_text(encoding="utf-8")
            found.append(text.replace("uraian: ", f"uraian: Ke-{number} ").replace("data", f"data-{number}"))
    return found


def draw(compiled: Compiled) -> str:
    """A whole SOP's sheet."""
    if compiled.sop is None or compiled.graph is None:
        raise SystemExit("the definition does not read")
    return "".join(write(lay_out(compiled.sop, compiled.graph, compiled.total)))


def words_of(compiled: Compiled) -> dict[str, str]:
    """What a step says on the sheet, by its id: its activity, role and time, in the words of the document."""
    if compiled.sop is None or compiled.graph is None:
        raise SystemExit("the definition does not read")
    sop = compiled.sop
    found = {}
    for step in compiled.graph.steps.values():
        row = sop.kegiatan[step.row]
        roles = ", ".join(sop.pelaksana[lane].nama for lane in step.lanes)
        found[step.id] = f"{step.id}. {row.uraian} ({roles}; {row.mutu_baku.waktu})".replace('"', "'")
    return found


def plantuml_of(compiled: Compiled) -> str:
    """The graph as PlantUML's state diagram, which draws any graph."""
    words = words_of(compiled)
    names = {step: f"s{at}" for at, step in enumerate(words)}
    lines = ["@startuml", "skinparam wrapWidth 200"]
    lines += [f'state "{words[step]}" as {name}' for step, name in names.items()]
    for flow in compiled.graph.flows if compiled.graph is not None else ():
        label = f" : {flow.label}" if flow.label else ""
        lines.append(f"{names[flow.source]} --> {names[flow.target]}{label}")
    return "\n".join([*lines, "@enduml", ""])


def mermaid_of(compiled: Compiled) -> str:
    """The graph as Mermaid's flowchart."""
    words = words_of(compiled)
    names = {step: f"s{at}" for at, step in enumerate(words)}
    lines = ["flowchart TD"]
    graph = compiled.graph
    if graph is None:
        raise SystemExit("the definition does not read")
    for step, name in names.items():
        left, right = ("{", "}") if graph.steps[step].kind is StepKind.DECISION else ("[", "]")
        lines.append(f'  {name}{left}"{words[step]}"{right}')
    for flow in graph.flows:
        label = f"|{flow.label}|" if flow.label else ""
        lines.append(f"  {names[flow.source]} -->{label} {names[flow.target]}")
    return "\n".join([*lines, ""])


def one_sheet(folder: Path) -> list[Row]:
    """A sheet as a whole process."""
    sop, dumai = tool("sop"), ROOT / "definitions" / "dumai.yaml"
    compiled = compile_sop(dumai)
    (folder / "one.puml").write_text(plantuml_of(compiled), encoding="utf-8")
    (folder / "one.mmd").write_text(mermaid_of(compiled), encoding="utf-8")

    def ours() -> None:
        run(sop, "flowchart", dumai, "-o", folder / "dumai.svg")

    drawn, checked = best_in_turns(10, ours, lambda: run(sop, "validate", dumai))
    rows = [Row("one sheet, whole process / sop validate of the same file", drawn, checked, "<= 1.5")]
    peers: list[tuple[str, str, Callable[[], None]]] = []
    if shutil.which("plantuml"):
        peers.append(("PlantUML", ">= 2", lambda: run("plantuml", "-tsvg", folder / "one.puml")))
    else:
        sys.stdout.write("PlantUML is not installed: skipped\n")
    if mermaid := os.environ.get("MMDC") or shutil.which("mmdc"):
        (folder / "puppeteer.json").write_text(
            f'{{"executablePath": "{shutil.which("chromium") or shutil.which("google-chrome") or ""}", '
            '"args": ["--no-sandbox"]}',
            encoding="utf-8",
        )
        words = (mermaid, "-q", "-p", folder / "puppeteer.json", "-i", folder / "one.mmd")
        peers.append(("mermaid-cli", ">= 4", lambda: run(*words, "-o", folder / "one.svg")))
    else:
        sys.stdout.write("mermaid-cli is not installed: skipped\n")
    for name, limit, peer in peers:
        mine, other = best_in_turns(3, ours, peer)
        rows.append(
            Row(f"one sheet, whole process, against {name}, times faster", mine, other, limit, inverse=True)
        )
    return rows


def many_sheets(folder: Path) -> list[Row]:
    """A hundred sheets in one process."""
    texts = variants()
    whole = [compile_sop(text, name="x.yaml") for text in texts]

    def ours() -> None:
        for compiled in whole:
            draw(compiled)

    def from_text() -> None:
        for text in texts:
            draw(compile_sop(text, name="x.yaml"))

    drawn, read = best_in_turns(5, ours, from_text)
    rows = [
        Row("a sheet of 100, laid out and written / 8 ms", drawn / SHEETS, 0.008, "<= 1.0"),
        Row("the same, from the definition's text / 8 ms", read / SHEETS, 0.008, "<= 1.0"),
    ]
    if shutil.which("dot"):
        names = []
        for number, compiled in enumerate(whole):
            if compiled.sop is None or compiled.graph is None:
                raise SystemExit("the definition does not read")
            names.append(folder / f"{number}.dot")
            names[-1].write_text(export(compiled.sop, compiled.graph), encoding="utf-8")

        def by_dot() -> None:
            for name in names:
                run("dot", "-Tsvg", name, "-o", folder / "x.svg")

        mine, other = best_in_turns(2, ours, by_dot)
        rows.append(Row("100 sheets / dot -Tsvg of the same graphs, one by one", mine, other, "<= 4"))
    else:
        sys.stdout.write("Graphviz is not installed: skipped\n")
    if shutil.which("plantuml"):
        scripts = []
        for number, compiled in enumerate(whole):
            scripts.append(folder / f"{number}.puml")
            scripts[-1].write_text(plantuml_of(compiled), encoding="utf-8")
        mine, other = best_in_turns(3, ours, lambda: run("plantuml", "-tsvg", *scripts))
        rows.append(
            Row("100 sheets against PlantUML in one JVM, times faster", mine, other, ">= 10", inverse=True)
        )
    return rows


def growth() -> list[Row]:
    """Layout and routing of long SOPs."""
    seconds = []
    for count in ROWS:
        compiled = compile_sop(sample_sop(count), name="x.yaml")
        if compiled.sop is None or compiled.graph is None:
            raise SystemExit("the sample does not read")
        sop, graph, total = compiled.sop, compiled.graph, compiled.total
        seconds += best_in_turns(2, lambda: lay_out(sop, graph, total))  # noqa: B023 - called at once
    least, most = ROWS[0], ROWS[-1]
    expected = seconds[0] * most * log(most) / (least * log(least))
    return [
        Row(f"layout of {most} rows / 3 s", seconds[-1], 3.0, "<= 1.0"),
        Row(f"layout of {most} rows / n log n from {least} rows", seconds[-1], expected, "<= 1.1"),
    ]


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        show("The sheet as SVG", [*one_sheet(folder), *many_sheets(folder)])
    show("Long SOPs", growth())


if __name__ == "__main__":
    main()
