"""``sop duration --detail`` as whole processes: against plain ``sop duration``, and 10,000 rows against the limit."""

import tempfile
from functools import partial
from pathlib import Path

from measuring import Row, best_in_turns, run_sop, sample_sop, show

AGENCIES = ("balangan", "dumai", "kalteng", "samarinda", "tapin")
STEPS = 10_000
LIMIT = 3.0
"""Seconds."""


def main() -> None:
    """Print the table."""
    rows = []
    for agency in AGENCIES:
        plainly = partial(run_sop, "duration", "--agency", agency)
        detail, plain = best_in_turns(10, partial(plainly, "--detail"), plainly)
        rows.append(Row(f"{agency}: --detail / plain", detail, plain, "<= 1.3"))
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.yaml"
        large.write_text(sample_sop(STEPS), encoding="utf-8")
        text, data, likely = best_in_turns(
            3,
            lambda: run_sop("duration", large, "--detail"),
            lambda: run_sop("duration", large, "--detail", "--format", "json"),
            lambda: run_sop("duration", large, "--detail", "--expected"),
        )
    for what, seconds in (("--detail", text), ("--detail as JSON", data), ("--detail --expected", likely)):
        rows.append(Row(f"{STEPS:,} rows: {what} / 3 s", seconds, LIMIT, "<= 1.0", unit="s"))
    show("sop duration --detail, as a process", rows)


if __name__ == "__main__":
    main()
