"""The bar for work on many SOPs: seen at a terminal, in nobody's way elsewhere."""

import contextlib
import os
import re
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def at_terminal(root, folder, *words, stdout_too=False):
    """Run ``sop`` with standard error at a terminal; gives what that showed, and standard output."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, root / "cli.py", *words],
        cwd=folder,
        stdout=slave if stdout_too else subprocess.PIPE,
        stderr=slave,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80", "SOP_LANG": "en"},
    )
    os.close(slave)
    shown = b""
    with process:
        out = process.stdout.read() if process.stdout is not None else b""
        # A terminal whose programs are gone answers with an error, on some systems with nothing.
        with contextlib.suppress(OSError):
            while piece := os.read(master, 65536):
                shown += piece
    os.close(master)
    assert process.returncode == 0
    return shown.decode(), out.decode()


def test_a_terminal_sees_how_far_the_work_is(root, folder, write):
    """What goes into a pipe is the paths and nothing else."""
    for name in "abc":
        write(f"{name}.yaml", kode=name)
    shown, out = at_terminal(root, folder, "flowchart", ".")
    assert out == "a.svg\nb.svg\nc.svg\n"
    assert "drawing" in shown
    assert "3/3" in shown


def test_paths_stand_above_the_bar(root, folder, write):
    """A long one is not broken, and the bar is gone at the end."""
    names = ["a" * 60, "b" * 60]
    for name in names:
        write(f"{name}.yaml", kode=name)
    (folder / ("c" * 60)).mkdir()
    shown, _ = at_terminal(root, folder, "flowchart", ".", "-o", "c" * 60, stdout_too=True)
    lines = [ESCAPES.sub("", line) for line in shown.replace("\r", "\n").split("\n")]
    for name in names:
        assert f"{'c' * 60}/{name}.svg" in lines


def test_one_sop_needs_no_bar(root, folder, write):
    """Nor does anybody who reads standard error from a pipe."""
    write("a.yaml", kode="a")
    assert at_terminal(root, folder, "flowchart", "a.yaml") == ("", "a.svg\n")
    write("b.yaml", kode="b")
    done = subprocess.run(
        [sys.executable, root / "cli.py", "flowchart", "."], cwd=folder, capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"a.svg\nb.svg\n", b"")
