"""Whole commands against their peers, as processes on one core."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import Row, best_in_turns, sample_sop, show

BIN = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parent.parent
FILES = 1000


def run(*command: str | Path, where: Path | None = None) -> None:
    """Run one command on one core; it must succeed."""
    one_core = (lambda: os.sched_setaffinity(0, {0})) if hasattr(os, "sched_setaffinity") else None
    subprocess.run(
        [str(part) for part in command], cwd=where, check=True, capture_output=True, preexec_fn=one_core
    )


def tool(name: str) -> Path:
    """A program of this environment."""
    return BIN / (f"{name}.exe" if os.name == "nt" else name)


def main() -> None:
    """Print the table."""
    sop, schema, dumai = (
        tool("sop"),
        ROOT / "schemas" / "sop.schema.json",
        ROOT / "definitions" / "dumai.yaml",
    )
    help_, click = best_in_turns(
        10, lambda: run(sop, "--help"), lambda: run(sys.executable, "-c", "import click")
    )
    one, peer_one = best_in_turns(
        5,
        lambda: run(sop, "validate", "--agency", "dumai", where=ROOT),
        lambda: run(tool("check-jsonschema"), "--schemafile", schema, dumai),
    )
    rows = [
        Row("sop --help / python -c 'import click'", help_, click, "<= 1.5"),
        Row("sop validate --agency dumai / check-jsonschema on the same file", one, peer_one, "<= 1.3"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            text = sample_sop(9, f"sop-{number}")
            (Path(folder) / f"sop-{number}.yaml").write_text(text, encoding="utf-8")
        files = sorted(Path(folder).glob("*.yaml"))
        many, schema_many, lint_many = best_in_turns(
            2,
            lambda: run(sop, "validate", folder),
            lambda: run(tool("check-jsonschema"), "--schemafile", schema, *files),
            lambda: run(tool("yamllint"), "-d", "{extends: relaxed, rules: {line-length: disable}}", folder),
        )
    with tempfile.TemporaryDirectory() as folder:
        originals = sorted((ROOT / "definitions").glob("*.yaml"))
        for number in range(FILES):
            file = originals[number % len(originals)]
            text = file.read_text(encoding="utf-8").replace(f"kode: {file.stem}", f"kode: a-{number}")
            (Path(folder) / f"sop-{number}.yaml").write_text(text, encoding="utf-8")
        files = sorted(Path(folder).glob("*.yaml"))
        real, schema_real = best_in_turns(
            2,
            lambda: run(sop, "validate", folder),
            lambda: run(tool("check-jsonschema"), "--schemafile", schema, *files),
        )
    rows += [
        Row(
            f"sop validate of {FILES} real files, ten findings each, against check-jsonschema, times faster",
            real,
            schema_real,
            ">= 8",
            inverse=True,
        ),
        Row(
            f"sop validate of {FILES} clean files against check-jsonschema, times faster",
            many,
            schema_many,
            ">= 8",
            inverse=True,
        ),
        Row(
            f"sop validate of {FILES} clean files against yamllint, times faster",
            many,
            lint_many,
            ">= 15",
            inverse=True,
        ),
    ]
    show("Whole processes, one core", rows)


if __name__ == "__main__":
    main()
