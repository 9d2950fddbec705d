"""What the rules cost: all of them on one SOP, and whole runs over thousands."""

import gc
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import mean
from time import perf_counter
from typing import Any

from measuring import Row, best_in_turns, show, varied_sop

from sop_engine.compiled import Compiled
from sop_engine.pipeline import compile_bytes
from sop_engine.rules.choice import default_choice
from sop_engine.rules.registry import rules
from sop_engine.rules.run import check

ROOT = Path(__file__).resolve().parent.parent
WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
MANY, SOME, TIMES = 10_000, 1_000, 50


def compiled(text: str) -> Compiled:
    """A definition, ready to be checked once more."""
    return compile_bytes(text.encode(), "x.yaml")


def check_anew(sop: Compiled) -> None:
    """Check a SOP that nobody has checked, in words that are known, many times."""
    off = default_choice().off
    for _ in range(TIMES):
        check(replace(sop), off=off)


def first_sight(count: int) -> float:
    """Mean seconds of all rules on SOPs whose words they have not seen, with the caches as they fill in a run."""
    sops = [compiled(varied_sop(number)) for number in range(50, 50 + count)]
    for clear in _caches():
        clear()
    seconds = []
    for sop in sops:
        start = perf_counter()
        check(sop, off=default_choice().off)
        seconds.append(perf_counter() - start)
    return mean(seconds)


def _caches() -> list[Callable[[], None]]:
    """What empties the memories of the rules' modules."""
    names = [name for name in sys.modules if name.startswith("sop_engine.rules.")]
    values: list[Any] = [value for name in names for value in vars(sys.modules[name]).values()]
    cached = [value for value in values if hasattr(value, "cache_parameters")]
    # What is kept without a bound are the rules themselves and their data.
    return [value.cache_clear for value in cached if value.cache_parameters()["maxsize"]]


def whole(folder: str, *options: str) -> tuple[float, float]:
    """Seconds and peak MiB of checking a folder."""
    command = [sys.executable, "-c", WATCH, str(Path(sys.executable).parent / "sop"), "validate", folder]
    start = perf_counter()
    shown = subprocess.run([*command, *options], check=True, capture_output=True, text=True).stdout
    return perf_counter() - start, int(shown) / 1024


def in_turns(folder: str, rounds: int) -> tuple[float, float, float, float]:
    """Best seconds of one process and of two, in turns, and their peaks of memory."""
    measured = [(*whole(folder, "--jobs", "1"), *whole(folder, "--jobs", "2")) for _ in range(rounds)]
    one, peak, two, peak_two = (min(figures) for figures in zip(*measured, strict=True))
    return one, two, peak, peak_two


def main() -> None:
    """Print the tables."""
    # As the program itself does.
    gc.set_threshold(100_000, 20, 20)
    rows = []
    for file in sorted((ROOT / "definitions").glob("*.yaml")):
        sop = compiled(file.read_text(encoding="utf-8"))
        # A copy each time: what rules remember of a SOP for each other is not remembered for the next round.
        (seconds,) = best_in_turns(20, partial(check_anew, sop))
        rows.append(Row(f"all rules on {file.stem} / 0.35 ms", seconds / TIMES, 0.00035, "<= 1.0"))
    rows.append(
        Row("all rules on one of 500 SOPs, at first sight / 0.35 ms", first_sight(500), 0.00035, "<= 1.0")
    )
    show(f"{len(rules())} rules on one SOP", rows)
    with tempfile.TemporaryDirectory() as some, tempfile.TemporaryDirectory() as many:
        for folder, count in ((some, SOME), (many, MANY)):
            for number in range(count):
                (Path(folder) / f"sop-{number:05}.yaml").write_text(varied_sop(number), encoding="utf-8")
        alone, both, _, _ = in_turns(some, 5)
        one, two, peak, peak_two = in_turns(many, 2)
    show(
        "Many SOPs, with the rules across them",
        [
            Row(f"{SOME} files: one process / two", both, alone, ">= 1.6", unit="s", inverse=True),
            Row(f"{MANY} files: one process / two", two, one, ">= 1.6", unit="s", inverse=True),
            Row(f"{MANY} files, one process: seconds / 60 s", one, 60, "<= 1.0", unit="s"),
            Row(f"{MANY} files, one process: peak memory / 1 GiB", peak, 1024, "<= 1.0", unit="MiB"),
            Row(f"{MANY} files, two: largest process / 1 GiB", peak_two, 1024, "<= 1.0", unit="MiB"),
        ],
    )


if __name__ == "__main__":
    main()
