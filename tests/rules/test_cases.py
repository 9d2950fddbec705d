"""One folder a rule: what is fine, what is not, and the exact report.

``ok_*.yaml`` gives no finding of the rule; ``bad_*.yaml`` gives exactly the report in ``bad_*.out``, which holds
all findings of the file, so that a fault that is reported twice shows; but for those on completeness, which small
cases lack on purpose. A rule across SOPs has folders ``ok_*`` and ``bad_*`` of definitions that are checked together,
and its report holds what is found across them. ``pytest --renew`` writes the reports.
"""

from importlib import import_module
from pathlib import Path

import pytest

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic
from sop_engine.model.tanggal import parse_tanggal
from sop_engine.pipeline import compile_bytes
from sop_engine.report.reporter import Look
from sop_engine.report.text import report_text
from sop_engine.rules.condense import brief_of
from sop_engine.rules.kinds import kinds
from sop_engine.rules.registry import CROSS_RULES, RULES
from sop_engine.rules.run import check_all
from tests.quiet import quiet

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith("_"))
CODES = {kind.slug: kind.code for kind in kinds().values()}
TODAY = parse_tanggal("21 November 2026")


def cases(pattern: str) -> list[str]:
    """All cases of a pattern, by their path here."""
    return sorted(path.relative_to(HERE).as_posix() for path in HERE.glob(f"*/{pattern}"))


def compiled(path: Path, code: str) -> Compiled:
    """A definition of a case; it is called by its bare name, so that reports hold on every machine."""
    # What a file is named after is no content: the cases of that rule all claim to be named ``contoh``.
    agency = "contoh" if path.parent.name == "code-differs" else None
    return compile_bytes(path.read_bytes(), path.name, agency, quiet(code, today=TODAY))


def found_in(case: str) -> tuple[Diagnostic, ...]:
    """What is found in a file; in a folder, what is found across its files."""
    path, code = HERE / case, CODES[case.split("/", maxsplit=1)[0]]
    if path.is_dir():
        return check_all([brief_of(compiled(file, code)) for file in sorted(path.glob("*.yaml"))])
    return compiled(path, code).diagnostics


def test_every_rule_has_its_cases() -> None:
    """A rule has at least one case that is fine and one that is not; a folder belongs to a kind of finding."""
    modules = (import_module(f"sop_engine.rules.{name}") for name in (*RULES, *CROSS_RULES))
    assert {module.KIND.slug for module in modules} <= {folder.name for folder in FOLDERS} <= set(CODES)
    for folder in FOLDERS:
        for kind in ("ok", "bad"):
            assert [path for path in folder.glob(f"{kind}_*") if path.suffix != ".out"], (folder.name, kind)


def test_no_report_is_left_over() -> None:
    """Each report belongs to a case."""
    left = [case for case in cases("*.out") if not (HERE / case).with_suffix(".yaml").exists()]
    assert [case for case in left if not (HERE / case).with_suffix("").is_dir()] == []


@pytest.mark.parametrize("case", [case for case in cases("ok_*") if not case.endswith(".out")])
def test_fine(case: str) -> None:
    """Nothing of the rule is found."""
    code = CODES[case.split("/", maxsplit=1)[0]]
    assert [found for found in found_in(case) if found.code == code] == []


@pytest.mark.parametrize("case", [case for case in cases("bad_*") if not case.endswith(".out")])
def test_not_fine(case: str, renew: bool) -> None:
    """The report is exact, and the rule is in it."""
    found = found_in(case)
    assert CODES[case.split("/", maxsplit=1)[0]] in {one.code for one in found}
    report = "".join(report_text(found, Look()))
    golden = (HERE / case).with_suffix(".out")
    if renew:
        golden.write_text(report, encoding="utf-8", newline="\n")
    assert report == golden.read_text(encoding="utf-8")
