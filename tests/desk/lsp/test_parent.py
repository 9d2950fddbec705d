"""Whether another process is still there."""

import os
import subprocess
import sys

from sop_engine.desk.lsp.parent import alive


def test_a_process_is_alive_until_it_has_ended() -> None:
    """This one is; one that was waited for is not."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert alive(os.getpid())
        assert alive(child.pid)
        child.communicate(b"\n")
    assert not alive(child.pid)


def test_a_number_that_no_process_can_have_is_of_none() -> None:
    """However large an editor writes it."""
    assert not alive(1 << 62)
