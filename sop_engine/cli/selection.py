"""Which SOPs a command works on.

In: a ``Naming``. Out: a ``Selection``, whose definitions are read and compiled when their turn comes, so that
a run over thousands never holds more than one.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sop_engine.cli.blame import blame
from sop_engine.cli.naming import Naming
from sop_engine.cli.run import Run
from sop_engine.cli.streams import read_stdin
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text, in_order
from sop_engine.errors import EngineError, SopEngineError, UsageError
from sop_engine.library import (
    CODE,
    LARGEST,
    SHOWN,
    Definition,
    Folder,
    Found,
    agency_name,
    bounded,
    code_differs,
    code_of,
    definitions_folder,
    find,
    mentions,
    packaged_definitions,
    read_definition,
    stated_code,
    unknown_agency,
    unreadable,
)
from sop_engine.pipeline import compile_bytes
from sop_engine.text import quoted

__all__ = ["Item", "Selection", "choose", "choose_one", "compiled_bytes", "several_found"]

STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Item:
    """A definition, and what it became where it had to be compiled to be chosen."""

    definition: Definition
    compiled: Compiled | None = None


@dataclass(frozen=True)
class Selection:
    """The chosen SOPs.

    Attributes:
        items: in the order named, each file once.
        several: a folder, several words or several SOPs were named, or nothing at all, which means all.
    """

    run: Run
    items: tuple[Item, ...]
    several: bool

    def __iter__(self) -> Iterator[tuple[Definition, Compiled]]:
        """Read and compile one after the other; what cannot be read is noted in the run."""
        for item in self.items:
            compiled = item.compiled
            if compiled is None:
                try:
                    compiled = compiled_bytes(item.definition, _bytes(item.definition))
                except UsageError as fault:
                    self.run.problem(fault, item.definition.name)
                    continue
            yield item.definition, compiled


def choose(run: Run, naming: Naming) -> Selection:
    """Choose what a command works on; without any name, all definitions found.

    Raises:
        UsageError: nothing can be chosen. Where some of it can, the rest is noted in the run.
    """
    if naming.agency is not None and naming.words:
        raise UsageError(
            Text("--agency dan kata SOP disebut bersamaan", "both --agency and a SOP's word are given"),
            Text("pakai salah satu", "use one of them"),
        )
    shelf = Shelf(run, naming.definitions)
    if naming.agency is not None:
        items = shelf.of_agency(naming.agency, naming.sop)
        return Selection(run, items, several=len(items) > 1)
    if not naming.words:
        if naming.sop is not None:
            raise UsageError(Text("--sop disebut tanpa --agency", "--sop is given without --agency"))
        return Selection(run, _items(run, shelf.found), several=True)
    return _by_words(run, shelf, naming)


def choose_one(run: Run, naming: Naming) -> Selection:
    """Choose exactly one SOP.

    Raises:
        UsageError: there is none, or there are several; the hint names them.
    """
    selection = choose(run, naming)
    if len(selection.items) > 1:
        raise several_found(selection, naming)
    return Selection(run, selection.items, several=False)


def several_found(selection: Selection, naming: Naming) -> UsageError:
    """The error where one SOP is wanted and several are there."""
    number = len(selection.items)
    stems = [item.definition.stem or item.definition.name for item in selection.items]
    agency = naming.agency or (naming.words[0] if len(naming.words) == 1 else None)
    if agency is not None and CODE.fullmatch(agency):
        listed = ", ".join(stems)
        return UsageError(
            Text(f"instansi '{agency}' punya {number} SOP", f"agency '{agency}' has {number} SOPs"),
            Text(f"pilih satu dengan --sop: {listed}", f"choose one with --sop: {listed}"),
        )
    listed = ", ".join(dict.fromkeys(map(_called, selection.items[:SHOWN]))) + (
        ", ..." if number > SHOWN else ""
    )
    return UsageError(
        Text(f"yang diperlukan satu SOP, yang ada {number}", f"one SOP is wanted, but there are {number}"),
        Text(f"pilih satu: {listed}", f"choose one: {listed}"),
    )


def _called(item: Item) -> str:
    """What names a SOP on the command line: its agency's code in a folder of definitions, else its path."""
    definition = item.definition
    if definition.agency is not None:
        with suppress(UsageError):
            return stated_code(definition, _bytes(definition)) or definition.name
    return definition.name


class Shelf:
    """The folder of definitions, looked for and looked through only when it is needed."""

    def __init__(self, run: Run, given: str | None) -> None:
        """Remember what ``--definitions`` says."""
        self.run = run
        self.given = given

    @cached_property
    def cwd(self) -> Path:
        """The working directory."""
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
    def found(self) -> Found:
        """What the folder holds."""
        return find(self.folder, self.cwd, self.folder.path)

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
        for fault in self.found.problems:
            self.run.problem(fault)
        if not self.found.definitions:
            return ()
        items = tuple(self._stating(code)) if CODE.fullmatch(code) else ()
        if not items:
            raise unknown_agency(code, self._all_bytes(), word=word)
        return items if sop is None else (_by_stem(items, code, sop),)

    def of_word(self, word: str, sop: str | None) -> tuple[tuple[Item, ...], bool]:
        """The SOPs that a word names, and whether it names several.

        Raises:
            UsageError: it names nothing.
        """
        if word == "-":
            return (Item(Definition(None, STDIN)),), False
        path = self.cwd / word
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as fault:
            if isinstance(fault, OSError) and (_is_path(word) or os.path.lexists(path)):
                raise unreadable(word, fault) from fault
            items = self.of_agency(word, sop, word=True)
            return items, len(items) > 1
        if stat.S_ISDIR(mode):
            found = find(Folder(path, word), self.cwd, self.top)
            return _items(self.run, found), True
        agency = None if self.top is None else agency_name(os.fspath(path), self.top)
        return (Item(Definition(path, word, agency)),), False

    def _stating(self, code: str) -> Iterator[Item]:
        for definition in self.found.definitions:
            by_name = definition.agency == code
            try:
                data = _bytes(definition)
            except UsageError:
                if by_name:
                    yield Item(definition)
                continue
            if by_name or mentions(data, code):
                compiled = compiled_bytes(definition, data)
                if (code_of(compiled) or definition.agency) == code:
                    yield Item(definition, compiled)

    def _all_bytes(self) -> Iterator[tuple[Definition, bytes]]:
        for definition in self.found.definitions:
            with suppress(UsageError):
                yield definition, _bytes(definition)


def _by_words(run: Run, shelf: Shelf, naming: Naming) -> Selection:
    items: dict[str, Item] = {}
    several = len(naming.words) > 1
    for word in naming.words:
        try:
            chosen, many = shelf.of_word(word, naming.sop)
        except UsageError as fault:
            run.problem(fault, word if _is_path(word) else "")
            continue
        several = several or many
        for item in chosen:
            path = item.definition.path
            items.setdefault(STDIN if path is None else os.path.normpath(path), item)
    return Selection(run, tuple(items.values()), several)


def _items(run: Run, found: Found) -> tuple[Item, ...]:
    for fault in found.problems:
        run.problem(fault)
    return tuple(map(Item, found.definitions))


def _by_stem(items: tuple[Item, ...], code: str, sop: str) -> Item:
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


def _is_path(word: str) -> bool:
    """Whether a word that names nothing was meant as a path."""
    return os.sep in word or "/" in word or word.lower().endswith((".yaml", ".yml"))


def _bytes(definition: Definition) -> bytes:
    if definition.path is not None:
        return read_definition(definition.path, definition.name)
    try:
        return bounded(read_stdin(LARGEST + 1), STDIN)
    except OSError as fault:
        raise unreadable(STDIN, fault) from fault


def compiled_bytes(definition: Definition, data: bytes) -> Compiled:
    """Compile a definition; adds what only its place can be found to be at fault.

    Raises:
        EngineError: the engine failed at this file.
    """
    try:
        compiled = compile_bytes(data, definition.name)
        differs = code_differs(definition, compiled)
    except SopEngineError:
        raise
    except Exception as fault:
        where = quoted(definition.name)
        what = blame(fault)
        raise EngineError(
            Text(
                f"mesin gagal pada {where}: {what}; mohon dilaporkan beserta berkasnya",
                f"engine fault at {where}: {what}; please report it, with the file",
            )
        ) from fault
    if differs is None:
        return compiled
    return replace(compiled, diagnostics=in_order((*compiled.diagnostics, differs)))
