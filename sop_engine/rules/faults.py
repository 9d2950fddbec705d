"""What goes wrong without a definition being at fault: wrong usage, and a fault of the engine itself.

In: nothing. Out: the two kinds. No definition has them, so ``kinds`` does not list them; ``explain`` knows them.
"""

from sop_engine.diagnostics import Kind, Severity

__all__ = ["ENGINE_FAULT", "USAGE"]

USAGE = Kind("SOP000", "usage", Severity.ERROR)
ENGINE_FAULT = Kind("SOP901", "engine-fault", Severity.ERROR)
