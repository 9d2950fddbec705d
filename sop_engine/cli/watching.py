"""Doing a command's work again on each save: ``--watch``.

In: what a command does in one run, and how SOPs were named. Out: the same after each save, until Ctrl-C.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeVar

import click

from sop_engine.cli.framework import Option
from sop_engine.cli.naming import Naming
from sop_engine.cli.run import ENGINE_FAULT, Run
from sop_engine.cli.streams import ReaderGone
from sop_engine.diagnostics import Text
from sop_engine.errors import SopEngineError, UsageError
from sop_engine.extras import needed
from sop_engine.output import STDOUT, DiskFullError
from sop_engine.text import escaped

if TYPE_CHECKING:
    from sop_engine.cli.kept import Kept

__all__ = ["incompatible", "refuse_output", "watch_option", "watched"]

Made = TypeVar("Made")

SHOWN = 3
"""How many saved files are named."""

CLEAR = "\x1b[2J\x1b[1;1H"
WAITING = Text("menunggu perubahan; Ctrl-C untuk berhenti", "waiting for changes; Ctrl-C to stop")


class _Place(NamedTuple):
    """What is watched, and what it is called; nothing where it was found and not named."""

    path: Path
    name: str | None = None


def watch_option() -> Option:
    """``--watch``."""
    words = Text(
        "Ulangi setiap kali berkas disimpan, sampai Ctrl-C; status keluar menurut ulangan terakhir.",
        "Do it again on each save, until Ctrl-C; the exit status is that of the last time.",
    )
    return Option(["--watch"], words, is_flag=True)


def incompatible(given: str, hint: Text) -> UsageError:
    """The error for what makes no sense together with ``--watch``."""
    return UsageError(
        Text(f"--watch tidak dapat dipakai bersama {given}", f"--watch cannot be used with {given}"), hint
    )


def refuse_output(output: str | None) -> None:
    """Refuse to write one drawing after the other to standard output.

    Raises:
        UsageError: that is asked for.
    """
    if output == STDOUT:
        raise incompatible(
            "-o -",
            Text(
                "keluaran standar hanya memuat satu gambar; pakai -o BERKAS",
                "standard output holds one drawing; use -o FILE",
            ),
        )


def watched(
    run: Run, naming: Naming, work: "Callable[[Run, Kept[Made]], None]", *, listing: bool = False
) -> NoReturn:
    """Do a command's work, and again after each save.

    What goes wrong the first time ends the command as it would without watching, but for a full disk. After that
    everything is told, and the watch goes on.

    Args:
        run: the run of the command; each time the work is done it gets one of its own.
        naming: what is watched.
        work: what is done, with what is kept of the times before.
        listing: people read standard output: what parts one time from the next is said there.

    Raises:
        UsageError: what is named cannot be watched, or the work cannot be begun.
        MissingProgram: there is no library for it.
        Exit: always, with the status of the last time that came to its end.
    """
    needed("watchfiles", "desk", Text("--watch", "--watch"))
    from sop_engine.cli.kept import Kept  # noqa: PLC0415 - loaded when called
    from sop_engine.desk.watch import changes  # noqa: PLC0415 - only where it can be loaded

    _refuse(run, naming)
    places = _places(run, naming)
    with _pressed() as pressed:
        found = changes([place.path for place in places], stop=pressed)
        kept: Kept[Made] = Kept()
        last = _anew(run)
        try:
            work(last, kept)
        except DiskFullError as fault:
            last.problem(fault)
        else:
            if last.problems and not last.files:
                raise click.exceptions.Exit(last.status)
        try:
            _close(last)
            with closing(found):
                for saved in found:
                    again = _anew(run)
                    kept.forget(saved)
                    with _telling(again):
                        _open(again, saved, places, listing=listing)
                        work(again, kept)
                    # Whoever is told that the next is waited for may end it at once.
                    last = again
                    _close(last)
        except (KeyboardInterrupt, ReaderGone):
            pass
        if pressed.is_set():
            run.tell(Text("berhenti mengamati", "stopped watching"), label="sop")
        raise click.exceptions.Exit(last.status)


@contextmanager
def _pressed() -> Iterator[Event]:
    """What is set by Ctrl-C, which interrupts as ever: some library that it meets at work may swallow the interrupt."""
    pressed = Event()

    def interrupt(_number: int, _frame: object) -> None:
        pressed.set()
        raise KeyboardInterrupt

    # Only the main thread may say what a signal does, and one that is ignored stays so.
    if (
        current_thread() is not main_thread()
        or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield pressed
        return
    signal.signal(signal.SIGINT, interrupt)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _refuse(run: Run, naming: Naming) -> None:
    if STDOUT in naming.words:
        raise incompatible(
            "'-'",
            Text(
                "masukan standar tidak pernah disimpan; sebut sebuah berkas atau folder",
                "standard input is never saved; name a file or a folder",
            ),
        )
    if run.as_json:
        raise incompatible(
            "--format json",
            Text(
                "keluaran standar hanya memuat satu dokumen; pakai -o NAMA.json tanpa --format",
                "standard output holds one document; use -o NAME.json, without --format",
            ),
        )


def _places(run: Run, naming: Naming) -> list[_Place]:
    """Everything whose change may change what the command gives; ``UsageError`` where there is no such folder."""
    from sop_engine.cli.config import OWN, SHARED  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.shelf import Shelf, is_path  # noqa: PLC0415

    shelf = Shelf(run, naming.definitions)
    here = shelf.cwd
    places = [
        _Place(here / word, word) for word in naming.words if is_path(word) or os.path.lexists(here / word)
    ]
    if len(places) < len(naming.words) or not places:
        places.append(_Place(shelf.folder.path, shelf.folder.name))
    if run.config is not None:
        return [*places, _Place(here / run.config, run.config)]
    return [*places, *(_Place(above / name) for above in (here, *here.parents) for name in (OWN, SHARED))]


def _anew(run: Run) -> Run:
    """A run in which nothing has happened yet, in the same words and the same environment."""
    again = Run(run.arguments, run.environment)
    again.language, again.strict, again.config = run.language, run.strict, run.config
    return again


@contextmanager
def _telling(run: Run) -> Iterator[None]:
    """Tell whatever goes wrong, but that nobody listens any more."""
    try:
        yield
    except UsageError as fault:
        run.problem(fault)
    except ReaderGone:
        raise
    except Exception as fault:  # noqa: BLE001 - the next save may mend what the engine stumbled over
        from sop_engine.cli.blame import engine_fault  # noqa: PLC0415 - only faults pay for it

        run.crashed = True
        run.problem(fault if isinstance(fault, SopEngineError) else engine_fault(fault), kind=ENGINE_FAULT)


def _open(run: Run, saved: frozenset[Path], places: list[_Place], *, listing: bool) -> None:
    """Say what was saved, on an empty screen or under a line that parts it from what was before."""
    if run.terminal and run.environment.get("TERM") != "dumb":
        run.out(CLEAR)
    # Path.exists raises where a folder is closed to us.
    gone = frozenset(path for path in saved if not os.path.exists(path))  # noqa: PTH110
    parts = [
        f"{run.say(word)}: {_listed(paths, places)}"
        for word, paths in (
            (Text("berubah", "changed"), saved - gone),
            (Text("dihapus", "deleted"), gone),
        )
        if paths
    ]
    line = f"--- {'; '.join(parts)} ---"
    if listing:
        run.out(f"{escaped(line)}\n")
    else:
        run.note(line)


def _close(run: Run) -> None:
    """End a time, and say that the next is waited for."""
    run.finish()
    run.note(run.say(WAITING))


def _listed(paths: frozenset[Path], places: list[_Place]) -> str:
    """The names of files as people know them, the first few of many."""
    names = sorted(_called(path, places) for path in paths)
    return ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")


def _called(path: Path, places: list[_Place]) -> str:
    return next(_names(path, places))


def _names(path: Path, places: list[_Place]) -> Iterator[str]:
    """What a file may be called, best first: as it was named, from here, or in full."""
    for place in places:
        if place.name is not None and path.is_relative_to(place.path):
            yield os.path.join(place.name, path.relative_to(place.path)) if path != place.path else place.name  # noqa: PTH118
    with suppress(OSError, ValueError):
        yield os.fspath(path.relative_to(Path.cwd()))
    yield os.fspath(path)
