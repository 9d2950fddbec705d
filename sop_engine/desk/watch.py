"""Noticing that definitions were saved.

In: files and folders. Out: after each save, the files that are not what they were.

The system's word that something happened only wakes: what changed is known by comparing the stamp of each file with the
one before. So nothing is lost that happens while nobody listens, and an editor that puts another file in the place of
the old one is no special case. Where the system says nothing, as for some network drives, looking twice a second does.
"""

import os
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from watchfiles._rust_notify import RustNotify

from sop_engine.library.finding import SUFFIXES, is_folder

__all__ = ["Stop", "changes"]

STEP, DEBOUNCE, TICK = 20, 50, 500
"""Milliseconds: how long nothing must happen before a save counts as done, how long a busy folder is waited for at
most, and after how long files are looked at though nothing was heard."""

Stamp = tuple[int, ...]


class Stop(Protocol):
    """What ends the watching, such as a ``threading.Event``."""

    def is_set(self) -> bool:
        """Whether the end has come."""
        ...


@dataclass(frozen=True, slots=True)
class _State:
    """What is there.

    Attributes:
        files: the stamp of each file.
        folders: the identity of each folder that is listened to; one that was made anew is another one.
    """

    files: dict[str, Stamp] = field(default_factory=dict)
    folders: dict[str, Stamp] = field(default_factory=dict)


def changes(paths: Iterable[Path], *, stop: Stop | None = None) -> Generator[frozenset[Path], None, None]:
    """Wait for saves, as long as nobody says stop.

    Looking begins with this call: what is saved before the first value is asked for, or between two, is told too.

    Args:
        paths: files, whatever they are called and whether they are there yet or not; and folders, of which the
            definitions at any depth count, nothing whose name begins with a dot.
        stop: ends the iteration within a few hundredths of a second.

    Yields:
        The files that were written, made, deleted or put in the place of another since the value before; never
        none. A file in a folder is named with the folder's path as it was given.

    Raises:
        KeyboardInterrupt: there was an interrupt while waiting.
    """
    named = [os.fspath(path) for path in paths]
    return _changes(named, _look(named, {}), stop)


def _changes(paths: list[str], state: _State, stop: Stop | None) -> Generator[frozenset[Path], None, None]:
    deaf = False
    while True:
        folders = state.folders
        with _listening({} if deaf else folders) as listener:
            # What happened before anybody listened is looked for at once.
            patience = STEP
            while state.folders == folders:
                try:
                    heard = _heard(listener, patience, stop)
                    now = _look(paths, folders)
                    if not heard and now != state:
                        # Nothing was heard of it, so it may have just begun.
                        heard = _heard(listener, STEP, stop)
                        now = _look(paths, folders)
                except _StoppedError:
                    return
                except RuntimeError:
                    # Listening has failed; from here on only looking finds anything.
                    deaf = True
                    break
                patience = TICK
                changed = _changed(state, now, heard)
                state = now
                if changed:
                    yield changed


def _changed(before: _State, now: _State, heard: set[str]) -> frozenset[Path]:
    """The files whose stamps differ, and those that the system names: on some disks two saves have one stamp."""
    there = before.files.keys() | now.files.keys()
    return frozenset(
        Path(name) for name in there if name in heard or before.files.get(name) != now.files.get(name)
    )


class _StoppedError(Exception):
    """Somebody said stop."""


def _listening(folders: Mapping[str, Stamp]) -> RustNotify:
    """What hears of changes in folders themselves, not below them; of nothing where the system refuses that."""
    try:
        return RustNotify([*folders], False, False, TICK, False, True)  # noqa: FBT003 - its parameters have no names
    except (OSError, RuntimeError):
        return RustNotify([], False, False, TICK, False, True)  # noqa: FBT003


def _heard(listener: RustNotify, patience: int, stop: Stop | None) -> set[str]:
    """The paths in which something happened; none after ``patience`` milliseconds.

    Raises:
        _StoppedError: somebody said stop.
        KeyboardInterrupt: there was an interrupt.
    """
    heard = listener.watch(DEBOUNCE, STEP, patience, stop)
    if heard == "stop":
        raise _StoppedError
    if heard == "signal":
        raise KeyboardInterrupt
    return set() if isinstance(heard, str) else {path for _, path in heard}


def _look(paths: Iterable[str], before: Mapping[str, Stamp]) -> _State:
    """What is there now.

    The folder of a single file is listened to from when the file is first there, so that nobody listens in vain to
    folders far above; a file that is yet to come is found by looking.
    """
    state = _State()
    entered: set[Stamp] = set()
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - paths stay text: a thousand Path objects cost more than the look
            _look_into(path, state, entered)
            continue
        folder = os.path.dirname(path) or os.curdir  # noqa: PTH120
        stamp = _stamp(path)
        if stamp is not None:
            state.files[path] = stamp
        if (stamp is not None or folder in before) and (identity := _identity(folder)) is not None:
            state.folders[folder] = identity
    return state


def _look_into(top: str, state: _State, entered: set[Stamp]) -> None:
    """Look at the definitions in a folder; each folder is entered once, so that links that go in a circle end."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        identity = _identity(folder)
        if identity is None or identity in entered:
            continue
        entered.add(identity)
        state.folders[folder] = identity
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if is_folder(entry):
                        waiting.append(entry.path)
                    elif entry.name.lower().endswith(SUFFIXES) and (stamp := _stamp(entry.path)) is not None:
                        state.files[entry.path] = stamp
        except OSError:
            # It is being deleted, or cannot be read, which whoever wants to read in it tells.
            continue


def _stamp(path: str) -> Stamp | None:
    """What differs after a save, also one that puts another file in the place; None where there is no file."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_dev, status.st_ino)


def _identity(folder: str) -> Stamp | None:
    try:
        status = os.stat(folder)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino)
