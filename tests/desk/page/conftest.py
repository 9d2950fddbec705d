"""What tests of the page share: a real server in a process of its own, and a real browser.

One server serves many files; each test takes the next one for itself, so that tests do not meet.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, TypeAlias

import pytest

from tests.render.browser import chromium
from tests.small import DEFINITION as SMALL

Open: TypeAlias = Callable[..., tuple[Any, Any]]
"""What opens a file: its page, and what :class:`Opened` tells of it."""

DEFINITION = (
    SMALL.format(kode="contoh", nama="Pelaporan Kinerja")
    .replace("Staf Penyusun\n", "Staf Penyusun  # catatan peran\n")
    .replace("kegiatan:\n", "kegiatan:\n  # catatan baris pertama\n")
    .replace("Segera", "5 menit")
)
"""A SOP in which nothing is found with the settings below."""

SETTINGS = 'ignore = ["SOP4", "SOP5", "SOP6", "SOP7", "SOP8"]\n'
ARGUMENTS = ["--no-sandbox", "--host-resolver-rules=MAP jahat.example 127.0.0.1"]
"""Tests run in containers too; and a foreign name leads to this computer, as a hostile DNS would have it."""

FILES = 30
HOSTILE_NAME = "z<img src=x onerror=alert(5)>{{alert(6)}}.yaml"
"""Stands behind the files that tests take; the SOP in it has no name, so that this one is shown."""

CLEARED = ("SOP_LANG", "SOP_DEFINITIONS", "SOP_DEBUG", "NO_COLOR", "SOURCE_DATE_EPOCH")
PATIENCE = 15_000
"""Milliseconds that a test waits for what has to come at last; on a quiet machine it comes at once."""


@dataclass
class Served:
    """A running server.

    Attributes:
        process: it.
        folder: where its files are.
        address: as it was printed, with the token.
        taken: how many files tests have taken for themselves.
    """

    process: subprocess.Popen[str]
    folder: Path
    address: str
    taken: int = 0

    @property
    def origin(self) -> str:
        """The address without the token."""
        return self.address.partition("/?")[0]

    def take(self, text: str | bytes = DEFINITION) -> "Opened":
        """A file that no other test has, with this content."""
        self.taken += 1
        path = self.folder / f"sop-{self.taken:02}.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return Opened(path, f"{self.origin}/sop/{self.taken}")


@dataclass
class Opened:
    """A file of the server's, and where its page is."""

    path: Path
    address: str
    dialogs: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def pipe(stream: IO[str] | None) -> IO[str]:
    """A pipe that was asked for, which is there."""
    assert stream is not None
    return stream


def start(folder: Path, root: Path, *words: str) -> Served:
    """Start a server in a folder, on a port of its own."""
    environment = {name: value for name, value in os.environ.items() if name not in CLEARED}
    environment.update(LANG="en_US.UTF-8", XDG_CACHE_HOME=str(folder.parent / "cache"), PYTHONUTF8="1")
    process = subprocess.Popen(
        [sys.executable, root / "cli.py", "preview", *words, "--no-browser"],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    address = pipe(process.stdout).readline().strip()
    if not address:
        pytest.fail(pipe(process.stderr).read())
    return Served(process, folder, address)


def stop(served: Served) -> tuple[str, str]:
    """End a server for good; what else it has said."""
    served.process.kill()
    return served.process.communicate()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Served]:
    """A server of many files, all alike at first."""
    folder = tmp_path_factory.mktemp("desk") / "work"
    folder.mkdir()
    (folder.parent / "sop.toml").write_text(SETTINGS, encoding="utf-8")
    for number in range(1, FILES + 1):
        (folder / f"sop-{number:02}.yaml").write_text(DEFINITION, encoding="utf-8", newline="")
    with suppress(OSError):
        # Not every system has room for such a name.
        (folder / HOSTILE_NAME).write_text(DEFINITION.replace("Pelaporan Kinerja", ""), encoding="utf-8")
    running = start(folder, root, ".")
    yield running
    # A fault inside the server would be told there.
    assert stop(running) == ("", "")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window; the tests of a module share it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    # Conditions may take as long on a busy machine as clicks.
    playwright.expect.set_options(timeout=PATIENCE)
    with playwright.sync_playwright() as playing:
        running = playing.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def context(browser: Any, served: Served) -> Iterator[Any]:
    """A profile that has opened the address with the token once."""
    made = browser.new_context(viewport={"width": 1440, "height": 900})
    made.set_default_timeout(PATIENCE)
    page = made.new_page()
    page.goto(served.address)
    page.close()
    yield made
    made.close()


@pytest.fixture
def open_sop(context: Any, served: Served) -> Iterator[Open]:
    """Open a file of one's own in a tab; what its scripts complain of fails the test."""
    opened: list[tuple[Any, Opened]] = []

    def make(text: str | bytes = DEFINITION) -> tuple[Any, Opened]:
        sop = served.take(text)
        page = context.new_page()
        page.on("dialog", lambda dialog: (sop.dialogs.append(dialog.message), dialog.accept()))
        page.on("pageerror", lambda fault: sop.faults.append(str(fault)))
        page.goto(sop.address)
        # The editor is there: its label comes with the last of its scripts.
        page.get_by_role("textbox", name="Teks SOP").wait_for()
        # And it knows the server: on a busy machine the connection may come after the editor.
        page.wait_for_function("window.did_handshake && window.socket.connected")
        opened.append((page, sop))
        return page, sop

    yield make
    for page, sop in opened:
        page.close()
        assert sop.faults == []


@pytest.fixture
def open_form(open_sop: Open) -> Open:
    """Open a file and its form."""

    def make(text: str = DEFINITION) -> tuple[Any, Opened]:
        page, sop = open_sop(text)
        page.get_by_role("tab", name="Formulir").click()
        page.get_by_role("table", name="Kegiatan").wait_for()
        return page, sop

    return make


def hold(page: Any) -> None:
    """Hold for a second what the server sends; what is sent to it is not held."""
    page.evaluate("""() => {
        const take = window.socket.onevent.bind(window.socket), held = [];
        window.socket.onevent = (packet) => held.push(packet);
        setTimeout(() => { window.socket.onevent = take; held.forEach(take); }, 1000);
    }""")


def saved(page: Any, sop: Opened) -> str:
    """What the file holds once the page has been saved."""
    page.locator(".state:text-is('Belum disimpan')").wait_for()
    page.keyboard.press("Control+s")
    page.locator(".state:text-is('Tersimpan')").wait_for()
    return sop.path.read_text(encoding="utf-8")
