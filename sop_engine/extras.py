"""Libraries that only some installations have: loaded by name, and named clearly where they are missing.

In: the name of a module and of the extra that brings it. Out: the module, or ``MissingProgram`` with the line that
installs it.
"""

from importlib import import_module
from types import ModuleType

from sop_engine.diagnostics import Text
from sop_engine.errors import MissingProgram

__all__ = ["needed"]


def needed(module: str, extra: str, purpose: Text) -> ModuleType:
    """Load a library of an extra.

    Args:
        module: its name, such as ``watchfiles``.
        extra: the extra that brings it, such as ``desk``.
        purpose: what needs it, as the beginning of a sentence: ``'sop preview'``.

    Raises:
        MissingProgram: it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] != module.partition(".")[0]:
            raise
        raise MissingProgram(
            Text(
                f"{purpose.id} memerlukan pustaka {module}, yang tidak terpasang",
                f"{purpose.en} needs the library {module}, which is not installed",
            ),
            Text(
                f"pasang dengan 'pip install \"sop-engine[{extra}]\"'",
                f"install it with 'pip install \"sop-engine[{extra}]\"'",
            ),
        ) from fault
