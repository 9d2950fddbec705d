"""One folder a rule: what is fine, what is not, and the exact report.

``ok_*.yaml`` gives no finding of the rule; ``bad_*.yaml`` gives exactly the report in ``bad_*.out``, which holds
all findings of the file, so that a fault that is reported twice shows. ``pytest --renew`` writes the reports.
"""

from importlib import import_module
from pathlib import Path

import pytest

from sop_engine.compiled import Compiled
from sop_engine.pipeline import compile_bytes
from sop_engine.report.reporter import Look
from sop_engine.report.text import report_text
from sop_engine.rules.kinds import kinds
from sop_engine.rules.registry import RULES

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith("_"))
CODES = {kind.slug: kind.code for kind in kinds().values()}


def cases(pattern: str) -> list[str]:
    """All case files of a pattern, by their path here."""
    return sorted(path.relative_to(HERE).as_posix() for path in HERE.glob(f"*/{pattern}"))


def compiled(case: str) -> Compiled:
    """A case, named without its folder."""
    path = HERE / case
    # What a file is named after is no content: the cases of that rule all claim to be named ``contoh``.
    agency = "contoh" if case.startswith("code-differs/") else None
    return compile_bytes(path.read_bytes(), path.name, agency)


def test_every_rule_has_its_cases() -> None:
    """A rule has at least one case that is fine and one that is not; a folder belongs to a kind of finding."""
    slugs = {import_module(f"sop_engine.rules.{name}").KIND.slug for name in RULES}
    assert slugs <= {folder.name for folder in FOLDERS} <= set(CODES)
    for folder in FOLDERS:
        assert list(folder.glob("ok_*.yaml")), folder.name
        assert list(folder.glob("bad_*.yaml")), folder.name


def test_no_report_is_left_over() -> None:
    """Each report belongs to a case."""
    assert [case for case in cases("*.out") if not (HERE / case).with_suffix(".yaml").exists()] == []


@pytest.mark.parametrize("case", cases("ok_*.yaml"))
def test_fine(case: str) -> None:
    """Nothing of the rule is found."""
    code = CODES[case.split("/", maxsplit=1)[0]]
    assert [found for found in compiled(case).diagnostics if found.code == code] == []


@pytest.mark.parametrize("case", cases("bad_*.yaml"))
def test_not_fine(case: str, renew: bool) -> None:
    """The report is exact, and the rule is in it."""
    found = compiled(case).diagnostics
    assert CODES[case.split("/", maxsplit=1)[0]] in {one.code for one in found}
    report = "".join(report_text(found, Look()))
    golden = (HERE / case).with_suffix(".out")
    if renew:
        golden.write_text(report, encoding="utf-8", newline="\n")
    assert report == golden.read_text(encoding="utf-8")
