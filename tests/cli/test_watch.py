"""``--watch``, in processes of its own: what is printed after each save, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import IO

import pytest

from sop_engine.cli.run import Run
from sop_engine.cli.watching import CLEAR, _open, _Place

DEADLINE = 15.0
WAITING = "waiting for changes; Ctrl-C to stop\n"
STOPPED = "sop: stopped watching\n"
ROLE = {"pelaksana: kepala": "pelaksana: kepla"}

interruptible = pytest.mark.skipif(os.name == "nt", reason="no SIGINT for one process there")
terminals = pytest.mark.skipif(os.name == "nt", reason="no pseudo terminals there")


class Watched:
    """A process that watches; both its streams are one text."""

    def __init__(self, words: tuple[str, ...], root: Path, stream: IO[bytes] | int | None = None) -> None:
        """Start it; its output comes through a pipe, or another ``stream``."""
        self.process = subprocess.Popen(
            [sys.executable, root / "cli.py", *words, "--watch"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if stream is None else stream,
            stderr=subprocess.STDOUT,
        )
        self.lines: Queue[str] = Queue()

    def listen(self, output: IO[bytes]) -> None:
        """Take lines as they come, until there are no more."""
        try:
            for line in output:
                self.lines.put(line.decode().replace("\r\n", "\n").replace(os.sep, "/"))
        except OSError:
            # How a pseudo terminal says that nobody is there any more.
            pass
        self.lines.put("")

    def until(self, end: str) -> str:
        """All that is printed up to a line, without it."""
        text = ""
        while True:
            try:
                line = self.lines.get(timeout=DEADLINE)
            except Empty:
                raise AssertionError(f"waited in vain for {end!r} after {text!r}") from None
            if line == end:
                return text
            assert line, f"ended without {end!r} after {text!r}"
            text += line

    def next(self) -> str:
        """What is printed up to the next waiting."""
        return self.until(WAITING)

    def shows(self, wanted: str) -> None:
        """Wait until exactly this is printed between two waitings; a half-written file may be shown before."""
        seen = []
        while not seen or seen[-1] != wanted:
            try:
                seen.append(self.next())
            except AssertionError as fault:
                raise AssertionError(f"{wanted!r} is not among {seen}") from fault

    def interrupted(self) -> tuple[int, str]:
        """Press Ctrl-C: the exit status, and what was printed until the end."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(DEADLINE), self.until("")


@pytest.fixture
def watched(folder: Path, root: Path) -> Iterator[Callable[..., Watched]]:
    """Start a command with ``--watch``; whatever becomes of the test, it ends."""
    started: list[tuple[Watched, Thread]] = []

    def start(*words: str) -> Watched:
        one = Watched(words, root)
        assert one.process.stdout is not None
        thread = Thread(target=one.listen, args=(one.process.stdout,), daemon=True)
        thread.start()
        started.append((one, thread))
        return one

    yield start
    for one, thread in started:
        one.process.kill()
        one.process.wait(DEADLINE)
        thread.join(DEADLINE)
        assert one.process.stdout is not None
        one.process.stdout.close()


def put_in_place(path: Path, text: str) -> None:
    """Save as many editors do: write a new file, and rename it to the old one's name."""
    beside = path.with_suffix(".baru")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_each_save_shows_what_validate_would_print(watched, sop, write):
    """Overwritten or put in the place; under a line that names the file."""
    write("a.yaml")
    one = watched("validate", "a.yaml")
    whole = sop("validate", "a.yaml").out
    one.shows(whole)
    write("a.yaml", replace=ROLE)
    faulty = sop("validate", "a.yaml").out
    assert "'kepla'" in faulty
    one.shows(f"--- changed: a.yaml ---\n{faulty}")
    text = write("b.txt").read_text(encoding="utf-8")
    put_in_place(Path("a.yaml"), text)
    one.shows(f"--- changed: a.yaml ---\n{whole}")


def test_the_last_of_quick_saves_is_shown(watched, sop, write):
    """However many there are, and also while it is still checking: the end is what the file holds in the end."""
    write("a.yaml")
    one = watched("validate", "a.yaml")
    one.next()
    for number in range(20):
        write("a.yaml", nama=f"Laporan {number}", replace=ROLE if number % 2 else None)
    write("a.yaml", replace={"cabang: {Ya: 3, Tidak: 1}": "cabang: {Ya: 3, Tidak: 9}"})
    last = sop("validate", "a.yaml").out
    assert "'9'" in last
    one.shows(f"--- changed: a.yaml ---\n{last}")


def test_a_file_that_is_gone_is_told_and_waited_for(watched, sop, write):
    """It is missed like any file that is named and not there."""
    path = write("a.yaml")
    one = watched("validate", "a.yaml")
    whole = one.next()
    path.unlink()
    one.shows("--- deleted: a.yaml ---\n" + sop("validate", "a.yaml").err)
    write("a.yaml")
    one.shows(f"--- changed: a.yaml ---\n{whole}")


def test_a_folder_takes_new_files_and_forgets_deleted_ones(watched, sop, write):
    """Also in a new folder within it; rules across SOPs see all of them."""
    write("x/a.yaml")
    one = watched("validate", "x")
    one.shows(sop("validate", "x").out)
    write("x/dalam/b.yaml", kode="lain")
    both = sop("validate", "x").out
    assert "2 files" in both
    one.shows(f"--- changed: x/dalam/b.yaml ---\n{both}")
    Path("x/a.yaml").unlink()
    one.shows("--- deleted: x/a.yaml ---\n" + sop("validate", "x").out)


def test_new_settings_count_at_once(watched, sop, write, tmp_path):
    """Broken ones are told, and what was saved meanwhile is not forgotten."""
    write("a.yaml", replace=ROLE)
    one = watched("validate", "a.yaml")
    one.next()
    settings = tmp_path / "sop.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text("ignore = [", encoding="utf-8")
    broken = sop("validate", "a.yaml").err
    one.shows(f"--- changed: {settings.as_posix()} ---\n{broken}")
    write("a.yaml")
    one.shows(f"--- changed: a.yaml ---\n{broken}")
    settings.write_text(before.replace("ignore", "# ignore\nignore"), encoding="utf-8")
    mended = sop("validate", "a.yaml").out
    one.shows(f"--- changed: {settings.as_posix()} ---\n{mended}")


def test_a_watch_without_names_is_of_all_definitions(watched, sop, write):
    """As the command itself: the nearest folder of definitions."""
    write("definitions/contoh.yaml")
    one = watched("validate")
    one.shows(sop("validate").out)
    write("definitions/lain/a.yaml", kode="lain", replace=ROLE)
    one.shows(f"--- changed: definitions/lain/a.yaml ---\n{sop('validate').out}")
    words = ("validate", "--agency", "lain", "--ignore", "SOP5")
    agency = watched(*words)
    agency.shows(sop(*words).out)
    write("definitions/lain/a.yaml", kode="lain")
    agency.shows("--- changed: definitions/lain/a.yaml ---\n" + sop(*words).out)


def test_only_what_was_saved_is_drawn_again(watched, sop, write):
    """Drawings in the watched folder are no reason to draw; the new sheet is the one that the command draws."""
    write("a.yaml", kode="a")
    path = write("b.yaml", kode="b")
    one = watched("flowchart", ".")
    one.shows("a.svg\nb.svg\n")
    first = Path("a.svg").read_bytes()
    put_in_place(path, path.read_text(encoding="utf-8").replace("Konsep laporan", "Naskah laporan"))
    one.shows("--- changed: ./b.yaml ---\nb.svg\n")
    assert sop("flowchart", "b.yaml", "-o", "c.svg").status == 0
    assert Path("b.svg").read_bytes() == Path("c.svg").read_bytes()
    put_in_place(path, path.read_text(encoding="utf-8").replace("pelaksana: kepala", "pelaksana: [kepala"))
    one.shows(f"--- changed: ./b.yaml ---\n\n{sop('flowchart', './b.yaml').err}\n")
    assert Path("b.svg").read_bytes() == Path("c.svg").read_bytes()
    assert Path("a.svg").read_bytes() == first


def test_a_document_and_a_book_are_printed_again(watched, write):
    """The document of what was saved; a book whole."""
    write("x/a.yaml", kode="a")
    write("x/b.yaml", kode="b")
    one = watched("document", "x", "--format", "html", "-o", "cetak/")
    one.shows("cetak/a.html\ncetak/b.html\n")
    write("x/b.yaml", kode="b", nama="Laporan Baru")
    one.shows("--- changed: x/b.yaml ---\ncetak/b.html\n")
    assert "Laporan Baru" in Path("cetak/b.html").read_text(encoding="utf-8")
    book = watched("document", "x", "--all", "-o", "buku.html")
    book.shows("buku.html\n")
    write("x/a.yaml", kode="a", nama="Laporan Lain")
    book.shows("--- changed: x/a.yaml ---\nbuku.html\n")
    bound = Path("buku.html").read_text(encoding="utf-8")
    assert "Laporan Lain" in bound
    assert "Laporan Baru" in bound


def test_one_sheet_never_takes_the_place_of_another(watched, sop, write):
    """Two SOPs whose files would have one name: the second is refused each time, also when it alone was saved."""
    write("x/contoh.yaml")
    second = write("y/contoh.yaml", nama="Laporan Lain")
    one = watched("flowchart", "x", "y")
    refused = "error: two SOPs would be written to 'contoh.svg'\n       draw them one by one with -o\n"
    one.shows(f"contoh.svg\n{refused}")
    before = Path("contoh.svg").read_bytes()
    put_in_place(second, second.read_text(encoding="utf-8") + "# catatan\n")
    one.shows(f"--- changed: y/contoh.yaml ---\n{refused}")
    assert Path("contoh.svg").read_bytes() == before
    Path("x/contoh.yaml").unlink()
    one.shows(f"--- deleted: x/contoh.yaml ---\n{sop('validate', 'x').err}contoh.svg\n")
    assert Path("contoh.svg").read_bytes() != before


def test_what_could_not_be_written_is_written_with_the_next_save(watched, sop, write):
    """A folder that is not there ends nothing; what stands behind is not forgotten."""
    write("x/a.yaml", kode="a")
    write("x/b.yaml", kode="b")
    Path("gambar").mkdir()
    one = watched("flowchart", "x", "-o", "gambar")
    one.shows("gambar/a.svg\ngambar/b.svg\n")
    for drawing in Path("gambar").iterdir():
        drawing.unlink()
    Path("gambar").rmdir()
    write("x/a.yaml", kode="a", nama="Lain")
    refused = sop("flowchart", "x", "-o", "gambar").err
    one.shows(f"--- changed: x/a.yaml ---\n{refused}")
    Path("gambar").mkdir()
    write("x/b.yaml", kode="b", nama="Lain")
    one.shows("--- changed: x/b.yaml ---\ngambar/a.svg\ngambar/b.svg\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_told_and_the_watch_goes_on(watched, sop, write):
    """Also the first time."""
    write("a.yaml")
    words = ("validate", "a.yaml", "--format", "html", "-o", "/dev/full")
    told = sop(*words).err
    assert "no space is left" in told
    one = watched(*words)
    one.shows(told)
    write("a.yaml", nama="Lain")
    one.shows(f"--- changed: a.yaml ---\n{told}")
    drawing = watched("flowchart", "a.yaml", "-o", "/dev/full", "--format", "svg")
    drawing.shows(sop("flowchart", "a.yaml", "-o", "/dev/full", "--format", "svg").err)


@interruptible
def test_the_status_is_that_of_the_last_time(watched, write):
    """One quiet line, and no traceback."""
    write("a.yaml", replace=ROLE)
    one = watched("validate", "a.yaml")
    one.next()
    assert one.interrupted() == (1, STOPPED)
    one = watched("validate", "a.yaml")
    one.next()
    put_in_place(Path("a.yaml"), write("b.txt").read_text(encoding="utf-8"))
    one.next()
    assert one.interrupted() == (0, STOPPED)


@interruptible
@pytest.mark.parametrize("delay", [0.0, 0.03, 0.05, 0.07, 0.1])
def test_an_interrupt_at_any_moment_is_quiet(watched, write, delay):
    """While it waits, wakes, draws or prints."""
    write("a.yaml")
    one = watched("document", "a.yaml", "--format", "svg")
    one.next()
    write("a.yaml", nama="Lain")
    Event().wait(delay)
    status, rest = one.interrupted()
    assert status == 0
    head, stopped, tail = rest.rpartition(STOPPED)
    assert (stopped, tail) == (STOPPED, "")
    whole = f"--- changed: a.yaml ---\ncontoh-a-1.svg\ncontoh-a-2.svg\n{WAITING}"
    assert whole.startswith(head.removeprefix(whole))


@terminals
def test_a_terminal_is_cleared_before_each_time(folder, root, write):
    """But for the first, which leaves what stands there."""
    import pty  # noqa: PLC0415 - not on every system

    write("a.yaml")
    ours, theirs = pty.openpty()
    one = Watched(("validate", "a.yaml"), root, theirs)
    os.close(theirs)
    with open(ours, "rb", buffering=0) as output:  # noqa: PTH123 - a descriptor
        thread = Thread(target=one.listen, args=(output,), daemon=True)
        thread.start()
        try:
            first = one.next()
            assert CLEAR not in first
            write("a.yaml", nama="Lain")
            one.shows(f"{CLEAR}--- changed: a.yaml ---\n{first}")
        finally:
            one.process.kill()
            one.process.wait(DEADLINE)
            thread.join(DEADLINE)


def test_what_makes_no_sense_together_is_refused(sop, write):
    """In clear words of both languages, with what to do instead."""
    write("a.yaml")
    for words, given, indonesian, english in (
        (
            ("validate", "-"),
            "'-'",
            "masukan standar tidak pernah disimpan; sebut sebuah berkas atau folder",
            "standard input is never saved; name a file or a folder",
        ),
        (
            ("validate", "a.yaml", "--format", "sarif"),
            "--format sarif",
            "keluaran standar hanya memuat satu dokumen; pakai -o BERKAS",
            "standard output holds one document; use -o FILE",
        ),
        (
            ("flowchart", "a.yaml", "-o", "-"),
            "-o -",
            "keluaran standar hanya memuat satu gambar; pakai -o BERKAS",
            "standard output holds one drawing; use -o FILE",
        ),
        (
            ("document", "a.yaml", "-o", "-"),
            "-o -",
            "keluaran standar hanya memuat satu gambar; pakai -o BERKAS",
            "standard output holds one drawing; use -o FILE",
        ),
        (
            ("flowchart", "a.yaml", "--check"),
            "--check",
            "--check tidak menulis gambar",
            "--check writes no drawing",
        ),
    ):
        outcome = sop(*words, "--watch", "--lang", "id")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == f"error: --watch tidak dapat dipakai bersama {given}\n       {indonesian}\n"
        outcome = sop(*words, "--watch", "--lang", "en")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == f"error: --watch cannot be used with {given}\n       {english}\n"


@pytest.mark.parametrize("command", ["validate", "flowchart"])
def test_json_on_standard_output_cannot_be_repeated(sop, write, command):
    """Standard output stays one document, which says so."""
    write("a.yaml")
    outcome = sop(command, "a.yaml", "--format", "json", "--watch")
    assert outcome.status == 2
    assert [found["message"] for found in outcome.json["diagnostics"]] == [
        "--watch cannot be used with --format json"
    ]
    assert outcome.err.startswith("error: --watch cannot be used with --format json\n")


def test_nothing_to_watch_ends_at_once(sop, folder):
    """As without --watch: a name that is wrong is better told than waited for."""
    plain = sop("validate", "tiada.yaml")
    assert sop("validate", "tiada.yaml", "--watch") == plain
    assert plain.status == 2


def test_a_missing_library_is_named(sop, write, monkeypatch):
    """With the line that installs it."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    write("a.yaml")
    outcome = sop("validate", "a.yaml", "--watch")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "error: --watch needs the library watchfiles, which is not installed\n"
        "       install it with 'pip install \"sop-engine[desk]\"'\n"
    )


def test_a_file_that_nobody_may_look_at_counts_as_deleted(monkeypatch, tmp_path, capsys):
    """As behind a folder whose rights were taken away: it is told, and no fault of ours."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "closed")

    monkeypatch.setattr(os, "stat", refused)
    _open(
        Run([], {}), frozenset([tmp_path / "a.yaml"]), [_Place(tmp_path / "a.yaml", "a.yaml")], listing=True
    )
    assert capsys.readouterr().out == "--- deleted: a.yaml ---\n"
