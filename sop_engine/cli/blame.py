"""What to report of an engine fault.

In: an exception. Out: one line that says what happened and where in the engine, or an error that says so.
"""

import os

from sop_engine.diagnostics import Text
from sop_engine.errors import EngineError

__all__ = ["blame", "engine_fault"]

PACKAGE = f"{os.sep}sop_engine{os.sep}"


def blame(fault: BaseException) -> str:
    """``KeyError: 'x' (graph/build.py:88)``: the exception, and the innermost line of ours that it passed."""
    place = ""
    trace = fault.__traceback__
    while trace is not None:
        _, package, module = trace.tb_frame.f_code.co_filename.rpartition(PACKAGE)
        if package:
            place = f" ({module.replace(os.sep, '/')}:{trace.tb_lineno})"
        trace = trace.tb_next
    return " ".join(f"{type(fault).__name__}: {fault}{place}".split())


def engine_fault(fault: BaseException) -> EngineError:
    """The error for what nobody foresaw."""
    what = blame(fault)
    return EngineError(
        Text(f"mesin gagal: {what}; mohon dilaporkan", f"engine fault: {what}; please report it")
    )
