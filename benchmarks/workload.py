"""The workload of a thousand SOPs, as whole processes: seconds against the limit, and against adding up their times."""

import tempfile
from pathlib import Path

from measuring import Row, best_in_turns, run_sop, show, varied_sop

COUNT = 1_000
LIMIT = 5.0


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
            lambda: run_sop(*asked, folder),
            lambda: run_sop(*asked, folder, "--basis", "expected"),
            lambda: run_sop(*asked, folder, "-o", f"{name}/x.xlsx"),
            lambda: run_sop(*asked, folder, "-o", f"{name}/x.pdf"),
            lambda: run_sop("duration", folder),
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
