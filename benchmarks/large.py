"""Large definitions: time, memory and growth of ``sop validate`` as a whole process."""

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from measuring import Row, sample_sop, show

WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measured(file: Path) -> tuple[float, float]:
    """Best seconds of three and peak MiB of validating one file."""
    command = [sys.executable, "-c", WATCH, str(Path(sys.executable).parent / "sop"), "validate", str(file)]
    best, peak = float("inf"), 0.0
    for _ in range(3):
        start = perf_counter()
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        best = min(best, perf_counter() - start)
        peak = max(peak, int(shown) / 1024)
    return best, peak


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = {rows: Path(folder) / f"{rows}.yaml" for rows in (10_000, 100_000)}
        for rows, file in sizes.items():
            file.write_text(sample_sop(rows), encoding="utf-8")
        small, small_peak = measured(sizes[10_000])
        large, large_peak = measured(sizes[100_000])
    show(
        "Large definitions",
        [
            Row("10,000 rows: seconds / 1.5 s", small, 1.5, "<= 1.0", unit="s"),
            Row("10,000 rows: peak memory / 250 MiB", small_peak, 250, "<= 1.0", unit="MiB"),
            Row("100,000 rows / 10,000 rows: seconds", large, small, "<= 15", unit="s"),
            Row("100,000 rows / 10,000 rows: peak memory", large_peak, small_peak, "<= 15", unit="MiB"),
        ],
    )


if __name__ == "__main__":
    main()
