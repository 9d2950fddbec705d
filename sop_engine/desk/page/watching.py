"""What the disk does to a file that is open in the page.

In: a path. Out: its bytes, each time it has changed; None where it is gone.
"""

import os
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, awatch

__all__ = ["changes_of"]

_STEP, _DEBOUNCE = 20, 50


async def changes_of(path: Path) -> AsyncIterator[bytes | None]:
    """Yield what a file holds whenever it has changed, until the iteration is cancelled.

    Its folder is watched, for many editors put a new file in the place of the old one; and the folder that a link
    leads to.
    """
    places = {os.path.realpath(path), os.path.join(os.path.realpath(path.parent), path.name)}  # noqa: PTH118
    folders = {os.path.dirname(place) for place in places}  # noqa: PTH120

    def is_ours(_: Change, changed: str) -> bool:
        return changed in places

    async for _ in awatch(*folders, watch_filter=is_ours, step=_STEP, debounce=_DEBOUNCE, recursive=False):
        try:
            yield path.read_bytes()
        except FileNotFoundError:
            yield None
        except OSError:
            continue
