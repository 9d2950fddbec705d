"""What a planner waits for after a save: ``--watch`` as people run it, a process of its own.

The clock runs from before the save until the line that says that the next one is waited for.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep

from measuring import Row, sample_sop, show

ROOT = Path(__file__).resolve().parent.parent
SAVES = 30
LIMIT = 0.3
WAITING = b"waiting for changes"
COMMANDS = (("validate",), ("flowchart",), ("document",))


def saves(words: tuple[str, ...], definition: str, folder: Path) -> list[float]:
    """Seconds from each save of a definition to its answer, each time with other words in its first row."""
    path = folder / "a.yaml"
    path.write_text(definition, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "sop_engine", *words, "a.yaml", "--watch", "--lang", "en"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        answered(process)
        taken = []
        for number in range(SAVES):
            # An editor's saves do not follow the beat of the watch.
            sleep(0.05 + 0.013 * (number % 7))
            text = definition.replace("uraian: ", f"uraian: Simpanan {number} ", 1)
            start = perf_counter()
            path.write_text(text, encoding="utf-8")
            taken.append(answered(process) - start)
        process.kill()
    return taken


def answered(process: "subprocess.Popen[bytes]") -> float:
    """The moment of the next line that says that it waits."""
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(WAITING):
            return perf_counter()
    sys.exit("the watch has ended")


def rows() -> list[Row]:
    """The median and the 95th percentile of each command; the peer is the longest that people should wait."""
    dumai = (ROOT / "definitions" / "dumai.yaml").read_text(encoding="utf-8")
    found = []
    with tempfile.TemporaryDirectory() as name:
        for words in COMMANDS:
            for what, text in (("Dumai", dumai), ("100 rows", sample_sop(100))):
                cut = quantiles(saves(words, text, Path(name)), n=100, method="inclusive")
                called = f"sop {' '.join(words)} --watch, {what}"
                found.append(Row(f"{called}, half of the saves", cut[49], LIMIT, "<= 1.0"))
                found.append(Row(f"{called}, 95 of 100", cut[94], LIMIT, "<= 1.0"))
    return found


def main() -> None:
    """Print the table."""
    show(f"From a save to its answer, {SAVES} saves each", rows())


if __name__ == "__main__":
    main()
