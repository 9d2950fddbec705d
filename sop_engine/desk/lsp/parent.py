"""Whether another process is still there: a server must not outlive its editor.

In: a process's number. Out: yes or no.
"""

import os
import sys

__all__ = ["alive"]

if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE = 0x00100000
    _TIMEOUT = 0x102
    _ACCESS_DENIED = 5
    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)

    def alive(process: int) -> bool:
        """Whether a process runs; a signal of number 0 would end it on this system."""
        handle = _KERNEL.OpenProcess(_SYNCHRONIZE, False, ctypes.c_ulong(process))  # noqa: FBT003
        if not handle:
            # It belongs to somebody else, but it is there.
            return ctypes.get_last_error() == _ACCESS_DENIED
        running = _KERNEL.WaitForSingleObject(handle, 0) == _TIMEOUT
        _KERNEL.CloseHandle(handle)
        return bool(running)

else:

    def alive(process: int) -> bool:
        """Whether a process runs."""
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except OSError:
            # It belongs to somebody else, but it is there.
            return True
        return True
