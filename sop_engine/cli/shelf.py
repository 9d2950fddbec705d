"""The definitions that a run can choose from.

In: what ``--definitions`` and the environment say, codes and words. Out: ``Item`` values, found, and compiled
where only their content says whether they are meant.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.cli.blame import blame
from sop_engine.cli.run import Run
from sop_engine.cli.streams import read_stdin
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.errors import EngineError, SopEngineError, UsageError
from sop_engine.library import (
    CODE,
    LARGEST,
    Definition,
    Folder,
    Found,
    agency_name,
    bounded,
    code_of,
    definitions_folder,
    find,
    mentions,
    packaged_definitions,
    read_definition,
    unknown_agency,
    unreadable,
)
from sop_engine.pipeline import compile_bytes
from sop_engine.text import quoted

if TYPE_CHECKING:
    from sop_engine.rules.choice import Choice

__all__ = ["STDIN", "Item", "Named", "Shelf", "bytes_of", "compiled_bytes", "is_path", "noted"]

STDIN = "<stdin>"
NAMES = Text(
    "sebut sebuah berkas, sebuah folder, '-', atau kode instansi",
    "name a file, a folder, '-' or an agency's code",
)


@dataclass(frozen=True, slots=True)
class Item:
    """A definition, and what it became where it had to be compiled to be chosen."""

    definition: Definition
    compiled: Compiled | None = None


class Named(NamedTuple):
    """What a word names.

    Attributes:
        items: the definitions.
        several: it names several, even where there is one.
        is_agency: it is an agency's code.
    """

    items: tuple[Item, ...]
    several: bool = False
    is_agency: bool = False


class Shelf:
    """The folder of definitions, looked for and looked through only when it is needed."""

    def __init__(self, run: Run, given: str | None) -> None:
        """Remember what ``--definitions`` says."""
        self.run = run
        self.given = given

    @cached_property
    def cwd(self) -> Path:
        """The working directory; ``UsageError`` where it is gone."""
        try:
            return Path.cwd()
        except OSError as fault:
            raise unreadable(".", fault) from fault

    @cached_property
    def folder(self) -> Folder:
        """The folder of definitions; ``UsageError`` where there is none."""
        environment = self.run.environment.get("SOP_DEFINITIONS")
        return definitions_folder(self.given, environment, self.cwd, packaged_definitions())

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """What the folder holds; what in it cannot be looked at is noted in the run, once."""
        return noted(self.run, find(self.folder, self.cwd, self.folder.path))

    @property
    def top(self) -> Path | None:
        """The folder of definitions, where there is one."""
        try:
            return self.folder.path
        except UsageError:
            return None

    def of_agency(self, code: str, sop: str | None, *, word: bool = False) -> tuple[Item, ...]:
        """The SOPs whose ``instansi.kode`` is this one; a file that states none counts by its name.

        Args:
            code: the agency's code.
            sop: the file's stem, or None for all.
            word: the code was a word that might have been a path.

        Raises:
            UsageError: there is none, or none is called ``sop``.
        """
        if not self.definitions:
            return ()
        items = tuple(self._stating(code)) if CODE.fullmatch(code) else ()
        if not items:
            raise unknown_agency(code, self._all_bytes(), word=word)
        return items if sop is None else (_by_stem(items, code, sop),)

    def of_word(self, word: str, sop: str | None) -> Named:
        """The SOPs that a word names: an existing path, ``-``, else an agency's code.

        Raises:
            UsageError: it names nothing.
        """
        if not word:
            # As a path it would be the working directory, which nobody asked for.
            raise UsageError(Text("nama SOP kosong", "the name of a SOP is empty"), NAMES)
        if word == "-":
            return Named((Item(Definition(None, STDIN)),))
        path = self.cwd / word
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as fault:
            if isinstance(fault, OSError) and (is_path(word) or os.path.lexists(path)):
                raise unreadable(word, fault) from fault
            items = self.of_agency(word, sop, word=True)
            return Named(items, len(items) > 1, is_agency=True)
        if stat.S_ISDIR(mode):
            found = noted(self.run, find(Folder(path, word), self.cwd, self.top))
            return Named(tuple(map(Item, found)), several=True)
        agency = None if self.top is None else agency_name(os.fspath(path), self.top)
        return Named((Item(Definition(path, word, agency)),))

    def _stating(self, code: str) -> Iterator[Item]:
        for definition in self.definitions:
            by_name = definition.agency == code
            try:
                data = bytes_of(definition)
            except UsageError:
                # What cannot be read is reported when its turn comes, if it is meant at all.
                if by_name:
                    yield Item(definition)
                continue
            if by_name or mentions(data, code):
                compiled = compiled_bytes(definition, data, self.run.choice)
                if (code_of(compiled) or definition.agency) == code:
                    yield Item(definition, compiled)

    def _all_bytes(self) -> Iterator[tuple[Definition, bytes]]:
        for definition in self.definitions:
            with suppress(UsageError):
                yield definition, bytes_of(definition)


def noted(run: Run, found: Found) -> tuple[Definition, ...]:
    """The definitions found; what could not be looked at is noted in the run."""
    for fault in found.problems:
        run.problem(fault)
    return found.definitions


def _by_stem(items: tuple[Item, ...], code: str, sop: str) -> Item:
    """The one item of an agency's that ``--sop`` names."""
    named = [item for item in items if item.definition.stem == sop]
    if len(named) == 1:
        return named[0]
    if named:
        listed = ", ".join(quoted(item.definition.name) for item in named)
        raise UsageError(
            Text(f"beberapa SOP bernama {quoted(sop)}", f"several SOPs are called {quoted(sop)}"),
            Text(f"sebut berkasnya: {listed}", f"name the file: {listed}"),
        )
    listed = ", ".join(str(item.definition.stem) for item in items)
    raise UsageError(
        Text(f"instansi '{code}' tidak punya SOP {quoted(sop)}", f"agency '{code}' has no SOP {quoted(sop)}"),
        Text(f"yang ada: {listed}", f"there are: {listed}"),
    )


def is_path(word: str) -> bool:
    """Whether a word that names nothing was meant as a path."""
    return os.sep in word or "/" in word or word.lower().endswith((".yaml", ".yml"))


def bytes_of(definition: Definition) -> bytes:
    """The bytes of a definition's file, or of standard input.

    Raises:
        UsageError: they cannot be read, or are too many.
    """
    if definition.path is not None:
        return read_definition(definition.path, definition.name)
    try:
        return bounded(read_stdin(LARGEST + 1), STDIN)
    except OSError as fault:
        raise unreadable(STDIN, fault) from fault


def compiled_bytes(definition: Definition, data: bytes, choice: "Choice") -> Compiled:
    """Compile a definition.

    Raises:
        EngineError: the engine failed at this file.
    """
    try:
        return compile_bytes(data, definition.name, definition.agency, choice)
    except SopEngineError:
        raise
    except Exception as fault:
        where, what = quoted(definition.name), blame(fault)
        raise EngineError(
            Text(
                f"mesin gagal pada {where}: {what}; mohon dilaporkan beserta berkasnya",
                f"engine fault at {where}: {what}; please report it, with the file",
            )
        ) from fault
