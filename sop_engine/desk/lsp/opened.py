"""A definition that is open in an editor.

In: its text, and changes of it by range. Out: the draft of the newest text, compiled only when somebody asks.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentContentChangePartial
from pygls.uris import to_fs_path

from sop_engine.desk.draft import Draft
from sop_engine.desk.lsp.positions import Encoding, Positions
from sop_engine.errors import UsageError
from sop_engine.rules.choice import Choice
from sop_engine.source import SourceFile

__all__ = ["Around", "Opened", "Surroundings", "path_of"]

_KEY = re.compile(r"""^(?:\{\s*)?["']?(versi_format|kegiatan)["']?\s*:""", re.MULTILINE)
_MARKS = frozenset({"versi_format", "kegiatan"})
"""Keys of which every definition has one; of other YAML files, hardly any has."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the place of a file says of it.

    Attributes:
        agency: the code that the name of its file or folder promises; None outside a folder of definitions.
        choice: which findings the settings in force there want.
        mending: the same, and what only mending all cares about, such as spaces at the ends of lines.
        problem: what is wrong with these settings, where both had to do without them.
    """

    agency: str | None
    choice: Choice
    mending: Choice
    problem: UsageError | None = None


Surroundings = Callable[[Path | None], Around]
"""Looks around a file; None for a text that no file holds yet."""


class Opened:
    """One text in an editor.

    Attributes:
        uri: what the editor calls it.
        path: where it is; None for one that no file holds yet.
        version: the editor's number of the text.
        text: the newest text.
        encoding: what columns count.
    """

    def __init__(self, uri: str, version: int, text: str, encoding: Encoding, around: Around) -> None:
        """Open a text; nothing is compiled yet."""
        self.uri = uri
        self.path = path_of(uri)
        self.version = version
        self.text = text
        self.encoding = encoding
        self.around = around
        self._draft: Draft | None = None
        self._stale = False

    def change(self, version: int, changes: Iterable[TextDocumentContentChangeEvent]) -> None:
        """Make an editor's changes, each in the text that the one before it left."""
        for change in changes:
            if isinstance(change, TextDocumentContentChangePartial):
                source = SourceFile("", self.text)
                start, end = Positions(source, self.encoding).span(change.range)
                self.text = self.text[:start] + change.text + self.text[end:]
            else:
                self.text = change.text
        self.version = version
        self._stale = True

    def look(self, around: Around) -> None:
        """Take what its place says now."""
        self._stale = self._stale or around != self.around
        self.around = around

    @property
    def draft(self) -> Draft:
        """The definition as its newest text has it."""
        if self._draft is None:
            name = self.uri if self.path is None else str(self.path)
            self._draft = Draft(name, self.text, self.around.agency, self.around.choice)
        elif self._stale:
            self._draft.agency, self._draft.choice = self.around.agency, self.around.choice
            self._draft.change(self.text)
        self._stale = False
        return self._draft

    @property
    def positions(self) -> Positions:
        """The places of the newest text."""
        return Positions(self.draft.compiled.source, self.encoding)

    @property
    def is_definition(self) -> bool:
        """Whether it is meant as a definition: by its place, or by a key that every definition has.

        Editors send any YAML file where their settings do not tell one from another.
        """
        if self.around.agency is not None:
            return True
        document = self.draft.compiled.document
        if document is None:
            return _KEY.search(self.text) is not None
        return not _MARKS.isdisjoint(document.data)

    @property
    def is_foreign(self) -> bool:
        """Whether it is clearly something else; an empty text may become a definition."""
        document = self.draft.compiled.document
        return not self.is_definition and document is not None and bool(document.data)


def path_of(uri: str) -> Path | None:
    """The file that a URI names; None for what is no file, such as ``untitled:Untitled-1``."""
    try:
        name = to_fs_path(uri)
    except ValueError:
        # Not even a URI; the text can be checked all the same.
        return None
    return Path(name) if name else None
