"""Drawings for the tests of writers: of definitions, and made by hand."""

import subprocess
import sys
from pathlib import Path

from sop_engine.layout.document import DocumentOptions, lay_out_document
from sop_engine.layout.drawing import Align, Box, Cell, Connector, Drawing, Joint, Label, Page, Shape, Symbol
from sop_engine.layout.measure import wrap
from sop_engine.layout.sheet import lay_out
from sop_engine.pipeline import compile_bytes
from tests.conftest import ROOT

__all__ = ["AGENCIES", "ALL", "AWKWARD", "document", "hostile_drawing", "sheet", "written_elsewhere"]

AGENCIES = sorted(path.stem for path in (ROOT / "definitions").glob("*.yaml"))
AWKWARD = sorted(path.stem for path in (ROOT / "tests" / "definitions").glob("*.yaml"))
ALL = [*AGENCIES, *AWKWARD]


def _file(name: str) -> Path:
    folder = ROOT / ("definitions" if name in AGENCIES else "tests/definitions")
    return folder / f"{name}.yaml"


def sheet(name: str, *changes: tuple[str, str]) -> Drawing:
    """The sheet of a definition, some of whose text is changed."""
    text = _file(name).read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    compiled = compile_bytes(text.encode(), f"{name}.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    return lay_out(compiled.sop, compiled.graph, compiled.total)


def written_elsewhere(writer: str, name: str) -> set[bytes]:
    """What processes of other hash seeds and locales write of a definition's sheet, all files in one."""
    code = (
        "import sys; from importlib import import_module; from pathlib import Path;"
        "from sop_engine.layout.sheet import lay_out; from sop_engine.pipeline import compile_path;"
        "c = compile_path(Path(sys.argv[2])); write = import_module(sys.argv[1]).write;"
        "sys.stdout.buffer.write(''.join(write(lay_out(c.sop, c.graph, c.total))).encode())"
    )
    return {
        subprocess.run(
            [sys.executable, "-c", code, f"sop_engine.render.{writer}", str(_file(name))],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={
                "PYTHONHASHSEED": seed,
                "LC_ALL": locale,
                "PYTHONPATH": str(ROOT),
                "SYSTEMROOT": "C:\\Windows",
            },
        ).stdout
        for seed, locale in (("1", "C"), ("2", "id_ID.UTF-8"))
    }


def document(name: str, options: DocumentOptions | None = None) -> Drawing:
    """The whole document of a definition."""
    compiled = compile_bytes(_file(name).read_bytes(), f"{name}.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    return lay_out_document(compiled.sop, compiled.graph, compiled.total, options or DocumentOptions())


def hostile_drawing(text: str) -> Drawing:
    """A drawing that has a text everywhere."""
    lines = wrap(text, 8.0, float("inf"))
    top = Box(10, 2, 300, 8)
    heading = Cell(top, -1, 0, 1, 1, text, lines, 8.0, bold=True, align=Align.CENTRE, field=text, leading=9.0)
    cell = Cell(Box(10, 10, 300, 40), 0, 0, 1, 1, text, lines, 8.0, field=text, leading=9.0, pad=3.0)
    lane = Cell(Box(10, 50, 300, 60), 1, 0, 1, 1, "", (), 0.0, field=text)
    symbol = Symbol(text, Shape.PROCESS, Box(50, 60, 40, 20), text, text, lines, 6.0, 7.0, title=text)
    connector = Connector(text, text, text, text, ((70.0, 80.0), (70.0, 100.0)))
    label = Label(text, lines, (75.0, 90.0), 7.0, 8.0, Box(75, 84, 50, 7), text, text)
    joint = Joint(text, ((90.0, 70.0), (120.0, 70.0)))
    page = Page(1, 400, 200, (heading, cell, lane), (symbol,), (connector,), (joint,), (label,))
    return Drawing(text, text, text, "uji", 8.0, (page,), author=text)
