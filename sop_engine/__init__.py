"""Government SOPs (SOP AP) as one YAML file: validated, checked, timed exactly, and drawn.

The public face. ``compile_sop`` reads one definition and gives everything that is known of it::

    from sop_engine import compile_sop

    sop = compile_sop("definitions/dumai.yaml")
    print(sop.total)            # 2 jam 55 menit
    print(sop.graph.nx)         # the frozen networkx graph
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sop_engine.compiled import Compiled
    from sop_engine.diagnostics import Diagnostic, Severity
    from sop_engine.errors import EngineError, MissingProgram, SopEngineError, UsageError
    from sop_engine.face import compile_sop
    from sop_engine.graph.process import Flow, ProcessGraph, Step
    from sop_engine.model.sop import Sop
    from sop_engine.model.waktu import Waktu, parse_waktu

__all__ = [
    "Compiled",
    "Diagnostic",
    "EngineError",
    "Flow",
    "MissingProgram",
    "ProcessGraph",
    "Severity",
    "Sop",
    "SopEngineError",
    "Step",
    "UsageError",
    "Waktu",
    "__version__",
    "compile_sop",
    "parse_waktu",
]

__version__ = "0.1.0"

_HOMES = {
    "Compiled": "sop_engine.compiled",
    "Diagnostic": "sop_engine.diagnostics",
    "EngineError": "sop_engine.errors",
    "Flow": "sop_engine.graph.process",
    "MissingProgram": "sop_engine.errors",
    "ProcessGraph": "sop_engine.graph.process",
    "Severity": "sop_engine.diagnostics",
    "Sop": "sop_engine.model.sop",
    "SopEngineError": "sop_engine.errors",
    "Step": "sop_engine.graph.process",
    "UsageError": "sop_engine.errors",
    "Waktu": "sop_engine.model.waktu",
    "compile_sop": "sop_engine.face",
    "parse_waktu": "sop_engine.model.waktu",
}
"""Where each public name lives; loaded when first asked for, so that ``sop --help`` stays light (PEP 562)."""


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, for completion."""
    return sorted(__all__)
