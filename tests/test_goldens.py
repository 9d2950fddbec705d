"""Goldens of every stage for every definition, renewed by ``pytest --renew``."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from sop_engine.compiled import Compiled
from sop_engine.model.tanggal import Tanggal
from sop_engine.model.waktu import Waktu
from sop_engine.pipeline import compile_bytes
from sop_engine.reading.document import Place

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted([*(ROOT / "definitions").rglob("*.yaml"), *(ROOT / "tests" / "definitions").rglob("*.yaml")])


def compiled(file: Path) -> Compiled:
    """One definition through all stages, under its bare name so that goldens hold on every machine."""
    data = file.read_bytes().replace(b"\r\n", b"\n")
    return compile_bytes(data, file.name)


def reading(sop: Compiled) -> str:
    """Every key and value with its place, one line each."""
    assert sop.document is not None
    source = sop.source

    def lines(place: Place, data: Any, path: str) -> list[str]:
        start, end = source.position(place[0]), source.position(place[1])
        here = f"{path} {start.line}:{start.column}-{end.line}:{end.column}"
        if isinstance(data, dict):
            found = [here]
            for key, (key_start, key_end, inner) in place[2].items():
                at, to = source.position(key_start), source.position(key_end)
                found.append(f"{path}/{key} key {at.line}:{at.column}-{to.line}:{to.column}")
                found += lines(inner, data[key], f"{path}/{key}")
            return found
        if isinstance(data, list):
            found = [here]
            for index, inner in enumerate(place[2]):
                found += lines(inner, data[index], f"{path}/{index}")
            return found
        return [f"{here} {json.dumps(data, ensure_ascii=False)}"]

    comments = [f"# {source.position(c.span.start)[0]} {c.text}" for c in sop.document.comments]
    return "\n".join([*lines(sop.document.place, sop.document.data, ""), *comments]) + "\n"


def plain(value: Any) -> Any:
    """A model as JSON data; exact values as their text."""
    if isinstance(value, Waktu | Tanggal):
        return value.as_json()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if hasattr(value, "model_fields_set"):
        return {
            name: plain(getattr(value, name))
            for name in type(value).model_fields
            if name in value.model_fields_set
        }
    return value


def model(sop: Compiled) -> str:
    """The models: what was written, with the types it got."""
    return json.dumps(plain(sop.sop), ensure_ascii=False, indent=1) + "\n"


def graph(sop: Compiled) -> str:
    """Steps and flows, one line each."""
    assert sop.graph is not None
    lines = []
    for step in sop.graph.steps.values():
        marks = [
            name
            for name, is_so in (
                ("start", step.is_start),
                ("end", step.is_end),
                ("waits", step.waits),
                ("virtual", step.virtual),
            )
            if is_so
        ]
        place = sop.source.position(step.span.start)
        lanes = "+".join(step.lanes)
        lines.append(
            f"{step.id} row {step.row} symbol {step.symbol} {step.kind} [{lanes}] {' '.join(marks) or '-'}"
            f" waktu {step.waktu} teks {step.teks} at {place.line}:{place.column}"
        )
    for flow in sop.graph.flows:
        label = f" {flow.label}" if flow.label else ""
        repeats = f" maks {flow.repeats}" if flow.repeats else ""
        implicit = " implicit" if flow.implicit else ""
        lines.append(
            f"{flow.source} -> {flow.target} {flow.kind}{label} {flow.probability}{repeats}{implicit}"
        )
    return "\n".join(lines) + "\n"


def findings(sop: Compiled) -> str:
    """The total and every finding."""
    lines = [
        f"{found.start.line}:{found.start.column} {found.severity} {found.code} {found.message.en}"
        for found in sop.diagnostics
    ]
    return "\n".join([f"total {sop.total}", *lines]) + "\n"


STAGES: list[Callable[[Compiled], str]] = [reading, model, graph, findings]


@pytest.mark.parametrize("stage", STAGES, ids=[stage.__name__ for stage in STAGES])
@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_stage_gives_what_it_gave(file: Path, stage: Callable[[Compiled], str], renew: bool) -> None:
    """What each stage makes of each definition is what was looked at and committed."""
    golden = ROOT / "tests" / "golden" / file.stem / f"{stage.__name__}.txt"
    shown = stage(compiled(file))
    if renew:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == shown


TOTALS = {
    "samarinda": "122 hari 3 jam 2 menit",
    "balangan": "122 hari 3 jam 2 menit",
    "kalteng": "123 hari 2 jam 47 menit",
    "tapin": "25 hari 7 jam 30 menit",
    "dumai": "2 jam 55 menit",
    "perizinan": "2 hari kerja 3 jam 12 menit - 6 hari kerja 4 jam 12 menit",
    "telaahan": "5 hari kerja 7 jam 20 menit",
    "pengadaan": "7 hari kerja 14 hari kalender 10 jam 15 menit",
}


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_definition_is_sound_and_its_total_is_right(file: Path) -> None:
    """No error in any definition, and the total is the one that was added up by hand."""
    sop = compiled(file)
    assert [found.message.en for found in sop.diagnostics if found.is_error] == []
    assert (sop.whole, str(sop.total)) == (True, TOTALS[file.stem])
