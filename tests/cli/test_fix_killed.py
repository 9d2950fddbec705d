"""A run that is killed at any moment leaves a whole file: the old one or the new one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TIMES = 200
REAL = 6

BUTCHER = f"""
import os, random, signal, sys, time
from pathlib import Path
from sop_engine.output import rewrite

path, old, new = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), Path(sys.argv[3]).read_bytes()
dice = random.Random(20261121)
seen = set()
for _ in range({TIMES}):
    child = os.fork()
    if not child:
        now = path.read_bytes()
        other = new if now == old else old
        while True:
            rewrite(str(path), now, other)
            now, other = other, now
    time.sleep(dice.uniform(0, 0.01))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    found = path.read_bytes()
    assert found in (old, new), f"{{len(found)}} bytes are neither version"
    seen.add(found == new)
print(len(seen))
"""
"""Kills processes of its own, which write the two versions in turn, and looks at the file after each."""

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@forks
def test_a_killed_writer_leaves_a_whole_file(write, folder, tmp_path):
    """200 times at a random moment; both versions were seen, and the next run works as if nothing had been."""
    path = write("a.yaml", replace={"30 menit": "30menit"})
    filling = "".join(f"# baris {number}\n" for number in range(5000))
    old = tmp_path / "old"
    new = tmp_path / "new"
    old.write_text(path.read_text(encoding="utf-8") + filling, encoding="utf-8")
    new.write_text(old.read_text(encoding="utf-8").replace("30menit", "30 menit"), encoding="utf-8")
    path.write_bytes(old.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", BUTCHER, path, old, new],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert (done.stdout, done.stderr) == ("2\n", "")
    path.write_bytes(old.read_bytes())
    mend(folder, "a.yaml")
    assert path.read_bytes() == new.read_bytes()


@forks
def test_a_killed_run_leaves_a_whole_file(write, folder, root):
    """Whole runs of ``sop fix`` over many files, each file looked at."""
    dice = random.Random(20261121)
    paths = [write(f"{number}.yaml", replace={"30 menit": "30menit"}) for number in range(25)]
    old = paths[0].read_bytes()
    new = old.replace(b"30menit", b"30 menit")
    for _ in range(REAL):
        run = subprocess.Popen(
            [sys.executable, root / "cli.py", "fix", "."],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert run.stdout is not None
        run.stdout.read(1)
        time.sleep(dice.uniform(0, 0.05))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        assert {path.read_bytes() for path in paths} <= {old, new}
        for path in paths:
            path.write_bytes(old)
    mend(folder, ".")
    assert {path.read_bytes() for path in paths} == {new}


def mend(folder: Path, name: str) -> None:
    """A run that nobody kills; what the killed ones left behind is in nobody's way."""
    done = subprocess.run(
        [sys.executable, "-m", "sop_engine", "fix", name], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
