"""The registry and the rules' own documentation."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from sop_engine.diagnostics import Kind
from sop_engine.pipeline import compile_bytes
from sop_engine.rules import registry
from sop_engine.rules.kinds import MODULES, kinds
from sop_engine.rules.run import check

PACKAGE = Path(registry.__file__).parent
MACHINERY = {"__init__", "common", "kinds", "late", "registry", "rule", "run", "silence"}
HEADINGS = ["Why:", "Bad::", "Good::", "How to mend:"]
HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
identitas: {nama: Contoh}
"""
INSTANSI = "instansi: {kode: contoh, nama: Dinas Contoh}\n"
ROW = "kegiatan: [{nomor: 1, uraian: Menyusun, pelaksana: staf}]\n"
ROLES = {"staf": "Staf Penyusun", "kabag": "Kepala Bagian"}


def documentation(name: str) -> str:
    """The docstring of a rule."""
    return import_module(f"sop_engine.rules.{name}").__doc__ or ""


def example(name: str, heading: str) -> str:
    """The snippet under a heading, as a whole definition."""
    lines = documentation(name).split(f"\n{heading}\n", 1)[1].split("\n")[1:]
    snippet = []
    for line in lines:
        if line and not line.startswith("    "):
            break
        snippet.append(line[4:])
    text = "\n".join(snippet).rstrip() + "\n"
    if "instansi:" in text:
        return f"{text}{HEAD.replace(INSTANSI, '')}pelaksana: {{staf: Staf}}\n{ROW}"
    if text.startswith("pelaksana:"):
        return HEAD + text
    used = [f"{key}: {name}" for key, name in ROLES.items() if re.search(rf"\b{key}\b", text)]
    return f"{HEAD}pelaksana: {{{', '.join(used) or 'staf: Staf'}}}\n{text}"


def test_every_rule_file_is_registered() -> None:
    """A file in the package is either machinery or a registered rule."""
    files = {path.stem for path in PACKAGE.glob("*.py")} - MACHINERY
    assert sorted(files) == sorted([*registry.RULES, *registry.CROSS_RULES])


def test_rules_stand_in_the_order_of_their_codes() -> None:
    """The registry reads like the table of codes."""
    codes = [rule.KIND.code for rule in registry.rules()]
    assert codes == sorted(codes)


@pytest.mark.parametrize("name", registry.RULES)
def test_rules_have_their_shape(name: str) -> None:
    """A rule has a kind whose slug is its file's name, a check, and a documentation with fixed headings."""
    module = import_module(f"sop_engine.rules.{name}")
    kind = module.KIND
    assert isinstance(kind, Kind)
    assert kind.slug == name.replace("_", "-")
    assert callable(module.check)
    first, *rest = documentation(name).split("\n")
    assert re.fullmatch(rf"{kind.code} {kind.slug}: .+\.", first)
    assert [line for line in rest if line in HEADINGS] == HEADINGS


@pytest.mark.parametrize("name", registry.RULES)
def test_the_bad_example_is_found(name: str) -> None:
    """What the documentation calls bad gives this finding."""
    kind = import_module(f"sop_engine.rules.{name}").KIND
    assert kind in [
        found.kind for found in compile_bytes(example(name, "Bad::").encode(), "bad", "contoh").diagnostics
    ]


@pytest.mark.parametrize("name", registry.RULES)
def test_the_good_example_is_clean(name: str) -> None:
    """What the documentation calls good gives no finding at all."""
    assert compile_bytes(example(name, "Good::").encode(), "good", "contoh").diagnostics == ()


def test_kinds_are_unique() -> None:
    """No code and no slug stands for two things."""
    found = [
        value
        for module in MODULES
        for name, value in vars(import_module(module)).items()
        if isinstance(value, Kind) and import_module(module).__name__ == module
    ]
    assert len({kind.code for kind in found}) == len(set(found)) == len({kind.slug for kind in found})


def test_every_module_with_a_kind_is_listed() -> None:
    """A silencer knows every code that the stages up to the rules can give."""
    engine = PACKAGE.parent
    definers = set()
    for stage in ("reading", "model", "rules"):
        for path in (engine / stage).glob("*.py"):
            if re.search(r"^\w+ = Kind\(", path.read_text(encoding="utf-8"), re.MULTILINE):
                definers.add(f"sop_engine.{stage}.{path.stem}")
    assert definers == set(MODULES)


def test_checking_runs_the_registered_rules() -> None:
    """Without a choice of rules all of them run."""
    compiled = compile_bytes(example("repeated_role", "Bad::").encode(), "bad")
    assert check(compiled) == check(compiled, registry.rules())
    assert kinds()["SOP402"] is import_module("sop_engine.rules.repeated_role").KIND
