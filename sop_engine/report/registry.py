"""The report formats by name, the word after ``--format``: one line each."""

from collections.abc import Mapping
from types import MappingProxyType

from sop_engine.report.json import report_json
from sop_engine.report.reporter import Format
from sop_engine.report.text import report_text

__all__ = ["REPORTERS"]

REPORTERS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format(report_text, document=False),
        "json": Format(report_json, document=True),
    }
)
