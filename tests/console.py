"""Pages whose console blocks are run: what stands below a command is what it prints."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSOLE = re.compile(r"```console\n\$ (sop [^\n]*)\n(.*?)```", re.DOTALL)


def run(command: str, folder: Path) -> str:
    """What a command prints, run in a folder by the ``sop`` that belongs to this Python; it may find faults."""
    program = Path(sys.executable).parent / "sop"
    found = subprocess.run(
        [str(program), *shlex.split(command)[1:]],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not found.stderr.startswith("error"), found.stderr
    return found.stdout


def put_down(text: str, folder: Path) -> list[Path]:
    """Write the files that a page shows, each a block whose first line names it, into a folder."""
    made = []
    for name, content in re.findall(r"```yaml\n# (\S+\.yaml)\n(.*?)```", text, re.DOTALL):
        made.append(folder / name)
        made[-1].write_text(content, encoding="utf-8")
    return made


def with_outputs(text: str, folder: Path) -> str:
    """A page with what its commands print now; each is run among the files that it names, else in the project's folder."""

    def printed(match: re.Match[str]) -> str:
        command = match.group(1)
        shown = any((folder / word).is_file() for word in command.split())
        return f"```console\n$ {command}\n{run(command, folder if shown else ROOT)}```"

    return CONSOLE.sub(printed, text)
