"""``sop preview``: what it prints, which SOPs it shows, how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from sop_engine.cli.app import app

pytest.importorskip("nicegui", reason="the extra desk is not installed")


@pytest.fixture
def start_here(tmp_path: Path, root: Path) -> Any:
    """Start the command in a folder of one's own; it is ended at last."""
    running: list[subprocess.Popen[str]] = []
    folder = tmp_path / "work"
    folder.mkdir()

    def start(*words: str, **environment: str) -> subprocess.Popen[str]:
        cleared = {name: value for name, value in os.environ.items() if not name.startswith("SOP_")}
        process = subprocess.Popen(
            [sys.executable, root / "cli.py", "preview", *words, "--no-browser"],
            cwd=folder,
            env={**cleared, "LANG": "en_US.UTF-8", "PYTHONUTF8": "1", **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def fetched(address: str) -> str:
    """The page behind an address with its token."""
    parts = urlsplit(address)
    connection = HTTPConnection(str(parts.hostname), parts.port)
    try:
        connection.request("GET", f"/?{parts.query}")
        answer = connection.getresponse()
        answer.read()
        cookie = str(answer.headers["set-cookie"]).partition(";")[0]
        connection.request("GET", "/", headers={"cookie": cookie})
        return connection.getresponse().read().decode()
    finally:
        connection.close()


@pytest.mark.skipif(os.name != "posix", reason="an interrupt is sent by a signal")
def test_an_interrupt_is_the_usual_end(start_here: Callable[..., Any], definitions: Path) -> None:
    """One line with the address, one quiet line at the end, status 0."""
    process = start_here(str(definitions / "dumai.yaml"))
    address = process.stdout.readline()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}\n", address)
    page = fetched(address.strip())
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (0, "", "halaman ditutup\n")
    assert '<html lang="id">' in page
    assert "<title>Pengumpulan dan Pelaporan Data Kinerja</title>" in page
    # The sheet is in the page before any script has run.
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg"') == 2


INTERRUPTED = """\
import signal
from sop_engine.cli import main
from sop_engine.cli.run import Run

def out(run, text):
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)

Run.out = out
main()
"""
"""``sop``, and somebody who presses Ctrl-C as soon as there is something to read."""


def test_an_interrupt_right_after_the_address_is_heard(definitions: Path) -> None:
    """The address is told only when the server takes care of interrupts; else one might be lost."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, "preview", definitions / "dumai.yaml", "--no-browser"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\n", "halaman ditutup\n")


@pytest.mark.parametrize(
    ("words", "environment", "expected"),
    [
        ((), {}, "Semua SOP"),
        ((), {"LANG": "id_ID.UTF-8"}, "Semua SOP"),
        (("--lang", "en"), {}, "All SOPs"),
        ((), {"SOP_LANG": "en"}, "All SOPs"),
    ],
)
def test_the_page_is_indonesian_unless_somebody_asks(
    start_here: Callable[..., Any], words: tuple[str, ...], environment: dict[str, str], expected: str
) -> None:
    """Not the locale decides; without a name all SOPs are listed, here those that come with the program."""
    process = start_here(*words, **environment)
    page = fetched(process.stdout.readline().strip())
    assert f"<title>{expected}</title>" in page
    for code in ("balangan", "dumai", "kalteng", "samarinda", "tapin"):
        assert f'"text":"{code}"' in page


def test_a_sop_of_the_package_is_read_only(start_here: Callable[..., Any]) -> None:
    """It says so, and how to get a copy."""
    page = fetched(start_here("--agency", "dumai").stdout.readline().strip())
    assert "hanya dapat dibaca" in page
    assert "sop new --from dumai" in page
    assert '"disable":true' in page


def test_what_cannot_be_edited_or_had_is_told(folder: Path) -> None:
    """Standard input, a file that is not there, nothing at all, and a port that there is not."""

    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(
            app, ["--lang", "id", "preview", "--no-browser", *words], input=b"", prog_name="sop"
        )
        return result.exit_code, result.stderr

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        (folder / "a.yaml").write_text("versi_format: 1\n", encoding="utf-8")
        status, told = run("a.yaml", "--port", str(port))
        assert (status, told.splitlines()) == (
            2,
            [
                f"error: porta {port} tidak dapat dipakai: sudah dipakai program lain",
                "       pilih porta lain, atau hapus --port",
            ],
        )
    assert run("-") == (2, "error: masukan standar tidak dapat disunting\n       sebut sebuah berkas\n")
    assert run("tiada.yaml") == (2, "error: 'tiada.yaml' tidak dapat dibaca: tidak ada\n")
    (folder / "definitions").mkdir()
    assert run() == (
        2,
        "error: folder 'definitions' tidak memuat definisi\n       definisi adalah berkas .yaml atau .yml\n",
    )
    # Its exit status says nothing of findings.
    assert run("--strict")[0] == 2
    assert run("--port", "70000") == (
        2,
        "error: --port '70000' bukan bilangan yang dapat dipakai\n       dari 0 sampai 65535\n",
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
