"""Saves of every kind, each told once and none of them lost."""

import os
from contextlib import nullcontext
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Self

import pytest
from watchfiles._rust_notify import RustNotify

from sop_engine.desk import watch
from sop_engine.desk.watch import changes

DEADLINE = 20.0


class Until:
    """A stop that comes by itself: a test that waits in vain ends."""

    def __init__(self, seconds: float = DEADLINE) -> None:
        """Count from now."""
        self.end = monotonic() + seconds

    def is_set(self) -> bool:
        """Whether the time is over."""
        return monotonic() > self.end


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A definition that is watched."""
    path = tmp_path / "a.yaml"
    path.write_text("satu", encoding="utf-8")
    return path


def put_in_place(path: Path, text: str) -> None:
    """Save as many editors do: write a new file, and rename it to the old one's name."""
    beside = path.with_suffix(".baru")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_a_save_before_the_first_question_is_told(file):
    """Looking begins with the call."""
    found = changes([file], stop=Until())
    file.write_text("dua", encoding="utf-8")
    assert next(found) == {file}


def test_every_kind_of_save_is_told(file):
    """Overwritten, put in the place, deleted, made again; between them another file is saved."""
    other = file.with_name("b.yaml")
    found = changes([file, other], stop=Until())
    for number, save in enumerate(
        (
            lambda: file.write_text("dua", encoding="utf-8"),
            lambda: put_in_place(file, "tiga"),
            file.unlink,
            lambda: file.write_text("empat", encoding="utf-8"),
            lambda: put_in_place(file, "lima!"),
        )
    ):
        save()
        assert file in next(found)
        other.write_text("x" * number, encoding="utf-8")
        # A word of the system that comes late may name the first file once more.
        while other not in (told := next(found)):
            assert told == {file}


def test_what_changes_between_two_questions_is_told_together(tmp_path, file):
    """Nothing is lost while nobody listens."""
    found = changes([tmp_path], stop=Until())
    file.write_text("dua", encoding="utf-8")
    assert next(found) == {file}
    other = tmp_path / "b.yml"
    other.write_text("satu", encoding="utf-8")
    file.unlink()
    told: set[Path] = set()
    while told != {file, other}:
        told |= next(found)


def test_a_folder_tells_of_definitions_only(tmp_path, file):
    """Not of drawings, hidden files and hidden folders, though they were saved before what is told."""
    hidden = tmp_path / ".simpan"
    hidden.mkdir()
    found = changes([tmp_path], stop=Until())
    for name in ("a.svg", "a.yaml.tmp", ".a.yaml.swp", ".b.yaml", ".simpan/c.yaml"):
        (tmp_path / name).write_text("lain", encoding="utf-8")
    file.write_text("dua", encoding="utf-8")
    assert next(found) == {file}


def test_a_file_is_watched_whatever_it_is_called(tmp_path):
    """And its neighbours are not."""
    settings, neighbour = tmp_path / "sop.toml", tmp_path / "b.yaml"
    found = changes([settings], stop=Until())
    neighbour.write_text("satu", encoding="utf-8")
    settings.write_text("ignore = []", encoding="utf-8")
    assert next(found) == {settings}


def test_a_new_folder_belongs_to_the_old_one(tmp_path, file):
    """Also when it is filled before anybody listens to it, and after it was deleted and made anew."""
    found = changes([tmp_path], stop=Until())
    inner = tmp_path / "bidang" / "seksi"
    inner.mkdir(parents=True)
    first, second = inner / "b.yaml", inner / "c.YAML"
    first.write_text("satu", encoding="utf-8")
    assert next(found) == {first}
    second.write_text("satu", encoding="utf-8")
    assert next(found) == {second}
    first.unlink()
    second.unlink()
    told: set[Path] = set()
    while told != {first, second}:
        told |= next(found)
    inner.rmdir()
    inner.mkdir()
    first.write_text("dua", encoding="utf-8")
    assert next(found) == {first}
    first.write_text("tiga", encoding="utf-8")
    assert next(found) == {first}


def test_a_save_that_has_just_begun_is_waited_for(monkeypatch, tmp_path, file):
    """What is seen before the system tells of it is looked at once more: the rest of it is told with it."""
    other = tmp_path / "b.yaml"
    steps = iter(
        (lambda: file.write_text("dua", encoding="utf-8"), lambda: other.write_text("dua", encoding="utf-8"))
    )

    def heard(*_: object) -> set[str]:
        """Hear nothing, while somebody saves one file and then the other."""
        next(steps)()
        return set()

    monkeypatch.setattr(watch, "_heard", heard)
    assert next(changes([tmp_path], stop=Until())) == {file, other}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_that_go_in_a_circle_end(tmp_path, file):
    """A folder is entered once; a link to nowhere is no file, and one to itself hides no other."""
    (tmp_path / "lingkar").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "putus.yaml").symlink_to(tmp_path / "tiada")
    for number in range(20):
        itself = tmp_path / f"{number}.yaml"
        itself.symlink_to(itself)
    found = changes([tmp_path], stop=Until())
    file.write_text("dua", encoding="utf-8")
    assert next(found) == {file}


def test_two_saves_of_one_stamp_are_two(monkeypatch, file):
    """Some disks count time in steps of seconds; what the system tells counts then."""
    monkeypatch.setattr(watch, "_stamp", lambda path: (1,) if Path(path).exists() else None)
    monkeypatch.setattr(watch, "TICK", 60_000)
    found = changes([file], stop=Until())
    done = Event()

    def save() -> None:
        """Save until it is told: nobody knows when listening begins."""
        while not done.wait(0.05):
            file.write_text("dua", encoding="utf-8")

    saver = Thread(target=save)
    saver.start()
    told = next(found)
    done.set()
    saver.join()
    assert told == {file}


@pytest.mark.parametrize("fault", [OSError("no more watches"), RuntimeError("thread died")])
def test_a_system_that_says_nothing_is_looked_at(monkeypatch, file, fault):
    """Where listening cannot begin, or fails later, looking finds the change."""

    class Refusing:
        """Listens to nothing only; anything else fails, at once or when it is waited for."""

        def __init__(self, paths: list[str], *rest: object) -> None:
            if paths and isinstance(fault, OSError):
                raise fault
            self.refuses = bool(paths)
            self.listener = RustNotify([], *rest)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *rest: object) -> None:
            self.listener.close()

        def watch(self, *rest: object) -> object:
            if self.refuses:
                raise fault
            return self.listener.watch(*rest)

    monkeypatch.setattr(watch, "RustNotify", Refusing)
    found = changes([file], stop=Until())
    file.write_text("dua", encoding="utf-8")
    assert next(found) == {file}
    put_in_place(file, "tiga")
    assert next(found) == {file}


def test_stop_ends_it(file):
    """Also while it waits."""
    stop = Event()
    stopper = Thread(target=lambda: (told.wait(DEADLINE), stop.set()))
    told = Event()
    stopper.start()
    found = changes([file], stop=stop)
    file.write_text("dua", encoding="utf-8")
    assert next(found) == {file}
    told.set()
    assert list(found) == []
    stopper.join()


class Interrupted:
    """What the listener is when Ctrl-C was pressed."""

    def watch(self, *_: object) -> str:
        """Say so."""
        return "signal"


def test_an_interrupt_while_waiting_is_raised(monkeypatch, file):
    """The listener swallows it and says so."""
    monkeypatch.setattr(watch, "_listening", lambda _: nullcontext(Interrupted()))
    with pytest.raises(KeyboardInterrupt):
        next(changes([file], stop=Until()))
