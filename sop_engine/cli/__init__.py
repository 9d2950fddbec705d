"""The command line: ``sop``.

In: words, options and the environment. Out: text and files, and one of the exit statuses 0 to 3. This module
imports next to nothing, so that an interrupt finds even the loading of the rest guarded.
"""

import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run ``sop`` on the process's arguments and leave the process with its exit status."""
    try:
        from sop_engine.cli.app import app  # noqa: PLC0415 - loaded under guard
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(app.main(prog_name="sop", standalone_mode=False))
