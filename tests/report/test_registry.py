"""The register of report formats."""

import subprocess
import sys

from sop_engine.report import REPORTERS

LATE = ("sop_engine.render", "sop_engine.rules.explain", "xlsxwriter", "xml", "hashlib")


def test_the_formats_are_these() -> None:
    """Three are written as findings come; two are files that a reader opens."""
    assert [name for name, form in REPORTERS.items() if not form.document] == ["text", "concise", "github"]
    assert {name: form.file for name, form in REPORTERS.items() if form.document} == {
        "json": None,
        "sarif": None,
        "junit": None,
        "html": "catatan-evaluasi.html",
        "xlsx": "catatan-evaluasi.xlsx",
    }


def test_a_run_pays_only_for_its_own_format() -> None:
    """Knowing the formats loads none of what only some of them need."""
    code = f"import sys, sop_engine.report; print([name for name in {LATE!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert found.stdout == "[]\n"
