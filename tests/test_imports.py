"""The direction of imports: a module imports only from places above it, or from its own package."""

import ast
from pathlib import Path

import pytest

ORDER = [
    "source",
    "diagnostics",
    "edits",
    "errors",
    "extras",
    "reading",
    "model",
    "graph",
    "analysis",
    "text",
    "output",
    "settings",
    "compiled",
    "rules",
    "layout",
    "render",
    "export",
    "report",
    "authoring",
    "library",
    "pipeline",
    "face",
    "desk",
    "cli",
    "__main__",
]
"""From the top down; every module or package of the engine has a place here."""

HOMES = {
    "pydantic": {"model"},
    "pydantic_core": {"model"},
    "networkx": {"graph", "analysis"},
    "click": {"cli"},
    "rich": {"cli"},
    "yaml": {"reading"},
    "graphviz": {"export"},
    "pygraphviz": {"export"},
    "PIL": {"reading", "render"},
    "reportlab": {"render"},
    "pypdfium2": {"render"},
    "fontTools": {"render"},
    "fontpkg": {"render"},
    "platformdirs": {"cli"},
    "xlsxwriter": {"report", "cli"},
    "nicegui": {"desk"},
    "fastapi": {"desk"},
    "starlette": {"desk"},
    "uvicorn": {"desk"},
    "pygls": {"desk"},
    "lsprotocol": {"desk"},
    "watchfiles": {"desk"},
    "numpy": {"analysis"},
    "scipy": {"analysis"},
    "holidays": {"analysis"},
    "rapidfuzz": {"cli", "rules", "analysis", "library"},
}
"""Where a library may be imported; one that is not listed is not used, or is the standard library's."""

LAZY = {"cli", "__init__"}
"""Where imports may stand inside functions: a command loads its work when it is called."""

PACKAGE = Path(__file__).resolve().parent.parent / "sop_engine"


def place(module: str) -> str:
    """The part of the engine that a module belongs to: ``sop_engine.reading.events`` is in ``reading``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def modules() -> list[tuple[str, Path]]:
    """Every module with its dotted name."""
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = ["sop_engine", *file.relative_to(PACKAGE).with_suffix("").parts]
        found.append((".".join(part for part in parts if part != "__init__"), file))
    return found


def imports(tree: ast.AST) -> list[str]:
    """Dotted names of all that a tree imports."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found.append(node.module or "")
    return found


@pytest.mark.parametrize(("module", "file"), modules(), ids=[name for name, _ in modules()])
def test_a_module_imports_from_above_only(module: str, file: Path) -> None:
    """The list of ORDER is the way of the data; libraries stay in their homes."""
    own = place(module)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    if own == "__init__":
        return
    assert own in ORDER, f"{module} has no place in ORDER"
    wrong = []
    for imported in imports(tree):
        top = imported.split(".")[0]
        if top == "sop_engine":
            target = place(imported)
            if target not in (own, "__init__") and ORDER.index(target) >= ORDER.index(own):
                wrong.append(imported)
        elif top in HOMES and own not in HOMES[top]:
            wrong.append(imported)
    assert wrong == []


@pytest.mark.parametrize(("module", "file"), modules(), ids=[name for name, _ in modules()])
def test_imports_stand_at_the_top(module: str, file: Path) -> None:
    """No import inside a function, except where a command loads its work when called."""
    if place(module) in LAZY:
        return
    tree = ast.parse(file.read_text(encoding="utf-8"))
    inside = [
        ast.unparse(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_every_package_is_listed_once() -> None:
    """ORDER names what there is, and nothing else."""
    there = {place(module) for module, _ in modules()} - {"__init__"}
    assert there == set(ORDER)
    assert len(ORDER) == len(set(ORDER))
