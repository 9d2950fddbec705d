"""The command line: ``sop``.

In: words, options and the environment. Out: text and files, and one of the exit statuses 0 to 3. This module
imports next to nothing, so that an interrupt finds even the loading of the rest guarded.
"""

import gc
import os
import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run ``sop`` on the process's arguments and leave the process with its exit status."""
    # pydantic's plug-ins watch servers; looking for them costs a command a tenth of its time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # A process of this kind makes many values and few cycles: with the usual thresholds the collector would
    # take a third of the time of a large file.
    gc.set_threshold(100_000, 20, 20)
    try:
        from sop_engine.cli.app import app  # noqa: PLC0415 - loaded under guard
    except KeyboardInterrupt:
        sys.exit(130)
    status = app.main(prog_name="sop", standalone_mode=False)
    # Everything is written and both streams are flushed; taking the modules and values apart one by one would only take time.
    os._exit(status)
