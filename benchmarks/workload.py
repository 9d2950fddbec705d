"""The workload of a thousand SOPs, as whole processes: seconds against the limit, and against adding up their times."""

import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import Row, best_in_turns, show, varied_sop

COUNT = 1_000
LIMIT = 5.0
CLI = Path(__file__).resolve().parent.parent / "cli.py"


def run(folder: Path, *words: str) -> None:
    """Run ``sop`` on a folder; what it finds in the definitions is none of our business."""
    done = subprocess.run([sys.executable, CLI, *words, folder], capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "definitions"
        folder.mkdir()
        for number in range(COUNT):
            (folder / f"{number}.yaml").write_text(varied_sop(number), encoding="utf-8")
        asked = ("workload", "--volume", "4/tahun")
        table, likely, book, chart, sums = best_in_turns(
            3,
            lambda: run(folder, *asked),
            lambda: run(folder, *asked, "--basis", "expected"),
            lambda: run(folder, *asked, "-o", f"{name}/x.xlsx"),
            lambda: run(folder, *asked, "-o", f"{name}/x.pdf"),
            lambda: run(folder, "duration"),
        )
    show(
        f"Workload of {COUNT} SOPs, as a process",
        [
            Row("the table / 5 s", table, LIMIT, "<= 1.0"),
            Row("the table, --basis expected / 5 s", likely, LIMIT, "<= 1.0"),
            Row("a workbook / 5 s", book, LIMIT, "<= 1.0"),
            Row("a bar chart as PDF / 5 s", chart, LIMIT, "<= 1.0"),
            Row("the table / sop duration", table, sums, "<= 2"),
        ],
    )


if __name__ == "__main__":
    main()
