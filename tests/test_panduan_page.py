"""docs/panduan.md: followed to the letter in a fresh folder, it ends with the printed sheet."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "panduan.md"
PICTURES = ROOT / "docs" / "gambar"
BLOCK = re.compile(
    r"```(?P<kind>console|yaml)\n(?P<body>.*?)```|^(?P<turn>Ganti|Menjadi):$",
    re.DOTALL | re.MULTILINE,
)
"""What the reader does, in the order of the page: commands, and lines to change."""


def page() -> str:
    """The page with plain line ends."""
    return PAGE.read_text(encoding="utf-8")


def environment() -> dict[str, str]:
    """An Indonesian reader's, with the ``sop`` of this Python in reach."""
    found = {name: value for name, value in os.environ.items() if not name.startswith(("SOP_", "LC_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**found, "LANG": "id_ID.UTF-8", "PYTHONUTF8": "1", "PATH": path}


def run(command: str, folder: Path) -> str:
    """What a command prints, with its messages before its answer, as a terminal shows both."""
    words = shlex.split(command.replace("\\\n", " "))
    assert words[0] == "sop", command
    done = subprocess.run(
        [sys.executable, "-m", "sop_engine", *words[1:]],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return done.stdout


PROMPT = re.compile(
    r"^ *(?:Kode|Pemerintah|Nama|Unit|Nomor|Jabatan|Pelaksana \d|Kegiatan \d|Siapa|Kelengkapan|Waktu|Output)\b.*?[])]: ?(.*)$"
)
"""A question of ``sop new``, and the answer that stands behind it on the page."""


def dialogue(body: str, command: str, folder: Path) -> str:
    """What a terminal shows when the questions of ``sop new`` are answered as on the page."""
    answers = [match[1] for line in body.splitlines() if (match := PROMPT.match(line))]
    assert len(answers) > 30
    master, slave = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "sop_engine", *shlex.split(command)[1:]],
        cwd=folder,
        env={**environment(), "COLUMNS": "120"},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        close_fds=True,
    ) as asked:
        os.close(slave)
        seen = b""
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:
                break
            if not piece:
                break
            seen += piece
            # A question waits behind its colon, and nothing else ends so.
            if answers and re.search(rb"[])]: $", seen):
                os.write(master, answers.pop(0).encode() + b"\n")
        assert asked.wait(timeout=20) == 0
    os.close(master)
    assert answers == []
    return seen.decode().replace("\r\n", "\n")


def previewed(command: str, folder: Path) -> str:
    """What ``sop preview`` prints until it is stopped as the page says; the token and the port differ each time."""
    words = [*shlex.split(command)[1:], "--no-browser"]
    with subprocess.Popen(
        [sys.executable, "-m", "sop_engine", *words],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as server:
        assert server.stdout is not None
        try:
            line = server.stdout.readline()
            server.send_signal(signal.SIGINT)
            assert server.wait(timeout=60) == 0
        finally:
            server.kill()
    return re.sub(r":[0-9]+/\?token=\S+", ":8000/?token=...", line)


def followed(folder: Path) -> str:
    """Do all that the page says, and give the page with what the commands really print."""
    pieces: list[str] = []
    at = 0
    current: Path | None = None
    turn = ""
    before = ""
    for step in BLOCK.finditer(page()):
        pieces.append(page()[at : step.start()])
        at = step.end()
        shown = step.group()
        if step["turn"]:
            turn = step["turn"]
        elif step["kind"] == "yaml" and turn == "Ganti":
            before = step["body"]
        elif step["kind"] == "yaml" and turn == "Menjadi" and current is not None:
            text = current.read_text(encoding="utf-8")
            assert text.count(before) == 1, before
            current.write_text(text.replace(before, step["body"]), encoding="utf-8", newline="\n")
            turn = ""
        elif step["kind"] == "console":
            command = re.match(r"\$ ((?:.*\\\n)*.*)\n", step["body"])
            assert command is not None, shown
            made = re.search(r"-o (\S+\.yaml)", command[1])
            if made:
                given = dialogue(step["body"], command[1], folder)
            else:
                given = (previewed if command[1].startswith("sop preview") else run)(command[1], folder)
            shown = f"```console\n$ {command[1]}\n{given}```"
            current = folder / made[1] if made else current
        pieces.append(shown)
    return "".join([*pieces, page()[at:]])


@pytest.mark.skipif(os.name == "nt", reason="what stops the preview is POSIX's")
def test_the_guide_ends_with_the_printed_sheet(tmp_path: Path, renew: bool) -> None:
    """Every command prints what stands below it; at the end the document lies there, two pages, without a fault.

    The pictures on the page are what its commands draw; the screenshot is there.
    """
    fresh = followed(tmp_path)
    if renew:
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    assert page() == fresh
    printed = tmp_path / "peminjaman-ruang.pdf"
    with pypdfium2.PdfDocument(printed) as document:
        texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    assert len(texts) == 2
    assert "Peminjaman Ruang Rapat" in texts[0]
    assert "Tersedia?" in texts[1]
    for name, command in (
        ("panduan-bagan.svg", "sop flowchart peminjaman-ruang.yaml -o panduan-bagan.svg"),
        ("panduan-dokumen.svg", "sop document peminjaman-ruang.yaml --single -o panduan-dokumen.svg"),
    ):
        run(command, tmp_path)
        if renew:
            shutil.copy(tmp_path / name, PICTURES / name)
        assert (PICTURES / name).read_bytes() == (tmp_path / name).read_bytes()
    for picture in re.findall(r"!\[[^\]]+\]\((gambar/[^)]+)\)", fresh):
        assert (ROOT / "docs" / picture).is_file(), picture


def test_the_guide_names_every_command_that_a_planner_needs() -> None:
    """And the installation is the one that CI does."""
    named = set(re.findall(r"sop ([a-z]+)", page()))
    assert {"new", "preview", "validate", "fix", "duration", "flowchart", "document", "explain"} <= named
    assert {"schedule", "workload", "matrix"} <= named
    assert 'pip install ".[desk,analysis]"' in page()
