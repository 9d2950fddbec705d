"""The report formats by name, the word after ``--format``: one line each.

In: nothing. Out: a ``Format`` a name. A reporter that needs more than findings is loaded when it is first asked to
write, for it takes its time.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from sop_engine.report.concise import report_concise
from sop_engine.report.github import report_github
from sop_engine.report.json import report_json
from sop_engine.report.reporter import Checked, Format, Look, Reporter, each_finding
from sop_engine.report.text import report_text

__all__ = ["REPORTERS"]


def _late(module: str) -> Reporter:
    """The function ``report`` of a module here."""

    def report(checked: Iterable[Checked], look: Look) -> Iterator[str] | Iterator[bytes]:
        pieces: Iterator[str] | Iterator[bytes]
        pieces = import_module(f"sop_engine.report.{module}").report(checked, look)
        return pieces

    return report


REPORTERS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format(each_finding(report_text), document=False, people=True),
        "concise": Format(each_finding(report_concise), document=False, people=True),
        "json": Format(each_finding(report_json), document=True),
        "sarif": Format(_late("sarif"), document=True, fixes=True),
        "github": Format(each_finding(report_github), document=False),
        "junit": Format(_late("junit"), document=True),
        "html": Format(_late("html"), document=True, file="catatan-evaluasi.html"),
        "xlsx": Format(_late("xlsx"), document=True, file="catatan-evaluasi.xlsx"),
    }
)
