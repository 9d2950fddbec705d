"""One definition that somebody works on in the browser: its text, what the disk holds, and how it is saved.

In: new texts from the editor, the form and the disk. Out: the definition compiled again after each, told to whoever
listens; and the file, never written over what somebody else has written meanwhile.
"""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from sop_engine.authoring.rewriting import encoded
from sop_engine.compiled import Compiled
from sop_engine.desk.draft import Draft
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.errors import UsageError
from sop_engine.library import Definition, read_definition
from sop_engine.library.finding import SUFFIXES
from sop_engine.output import ChangedError, ExistsError, Product, create, rewrite, write_all
from sop_engine.reading import decode
from sop_engine.rules.choice import Choice
from sop_engine.text import Language, quoted

__all__ = ["DISK", "FIX", "FORM", "SAVE", "TEXT", "Listener", "Session"]

TEXT, FORM, FIX, DISK, SAVE = "text", "form", "fix", "disk", "save"
"""Who changes something: the text editor, the form, a fix, the file on the disk; or nothing but the state."""


class Session:
    """One browser tab on one file.

    Attributes:
        definition: the file, and what messages call it.
        language: of all words.
        draft: the text as it stands now, compiled.
        before: what the file held when it was last read or written here.
        theirs: what the disk holds where that is not ``before`` any more and something here is unsaved; nothing where
            the file is gone. None while nobody else has changed it.
        gone: there is no such file any more.
        faults: why the bytes of the file are no text, if they are none; then nothing can be saved.
        kept: why the file may only be read, or None.
        resumed: what is unsaved here comes from a tab that was closed.
    """

    def __init__(
        self,
        definition: Definition,
        data: bytes,
        language: Language = Language.ID,
        choice: Choice | None = None,
        kept: Text | None = None,
    ) -> None:
        """Begin with the bytes of a file; ``kept`` says why it may only be read, if so."""
        self.definition = definition
        self.language = language
        self.before = data
        self.theirs: bytes | None = None
        self.gone = False
        self.kept = kept
        self.resumed = False
        self.faults: tuple[Diagnostic, ...] = ()
        self._listeners: list[Listener] = []
        self.draft = Draft(self.name, self._decoded(data), definition.agency, choice)

    @classmethod
    def opened(
        cls,
        definition: Definition,
        language: Language = Language.ID,
        choice: Choice | None = None,
        kept: Text | None = None,
    ) -> "Session":
        """Read a file and begin.

        Raises:
            UsageError: it cannot be read.
        """
        path = _path(definition)
        return cls(definition, read_definition(path, definition.name), language, choice, kept)

    @property
    def name(self) -> str:
        """The file as people name it."""
        return self.definition.name

    @property
    def path(self) -> Path:
        """Where the file is."""
        return _path(self.definition)

    @property
    def text(self) -> str:
        """The text as it stands now, with the line ends of the file."""
        return self.draft.text

    @property
    def compiled(self) -> Compiled:
        """The text as it stands now, with all findings."""
        return self.draft.compiled

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All that is to be said of the text; of bytes that are no text only that."""
        return self.faults or self.compiled.diagnostics

    @property
    def data(self) -> bytes:
        """What the file would hold if it were saved now; a byte order mark stays."""
        if self.faults:
            return self.before
        return encoded(self.text, self.before)

    @property
    def disk(self) -> bytes:
        """What the disk holds, as far as is known here."""
        return self.before if self.theirs is None else self.theirs

    @property
    def dirty(self) -> bool:
        """Whether something here is not in the file; of a file that is gone all is."""
        return self.gone or self.data != self.before

    @property
    def writable(self) -> bool:
        """Whether it may be changed and saved."""
        return self.kept is None and not self.faults

    def listen(self, callback: "Listener") -> Callable[[], None]:
        """Have somebody told of every change; what is returned ends that."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def edit(self, text: str, by: str) -> None:
        """Take a new text, compile it and tell who listens; the same text again is no change.

        Args:
            text: the whole new text, with the line ends of the file. Halves of characters that a browser may send
                are no text and become question marks.
            by: who changed it, such as ``FORM``, so that it need not be told of its own doing.
        """
        whole = text.encode(errors="replace").decode()
        if whole == self.text or not self.writable:
            return
        self.draft.change(whole)
        self._tell(by)

    def resume(self, left: "Session") -> None:
        """Go on where another session on the same file was left with something unsaved."""
        self.before, self.resumed = left.before, True
        self.edit(left.text, FIX)

    def save(self) -> None:
        """Write the text to the file.

        Raises:
            ChangedError: the file holds something else by now; it is left as it is, and ``theirs`` is what it holds.
            UsageError: it cannot be written, or may only be read.
        """
        self._put(self.before)

    def overwrite(self, seen: bytes) -> None:
        """Write over what somebody else has written, for one who has looked at it.

        Args:
            seen: what was looked at.

        Raises:
            ChangedError: it has changed once more since; ``theirs`` is the newest.
            UsageError: as in ``save``.
        """
        if self.gone and not seen and not self.path.exists():
            self._check_writable()
            write_all([Product(str(self.path), self.data)])
            self._written(self.data)
        else:
            self._put(seen)

    def save_as(self, name: str) -> Path:
        """Write the text to a new file beside this one; the work here goes on with the old one.

        Args:
            name: the new file's name, without a folder; ``.yaml`` is added where it has no such suffix.

        Raises:
            UsageError: it is no such name, there is a file of that name, or it cannot be written.
        """
        path = self.path.with_name(_file_name(name))
        try:
            create(Product(str(path), self.data))
        except ExistsError as fault:
            raise UsageError(
                Text(f"{quoted(path.name)} sudah ada", f"{quoted(path.name)} exists already"),
                Text("pilih nama lain", "choose another name"),
            ) from fault
        return path

    def reload(self) -> None:
        """Take what the disk holds; what was not saved here is lost.

        Raises:
            UsageError: the file cannot be read.
        """
        self._take(read_definition(self.path, self.name))

    def disk_changed(self, data: bytes | None) -> None:
        """Hear of what the file holds by now, None where it is gone.

        Where nothing is unsaved here it is taken over; else both are kept, for somebody to choose.
        """
        self.gone = data is None
        if data is not None and data in (self.before, self.data):
            self._written(data)
        elif data is not None and not self.dirty:
            self._take(data)
        else:
            self.theirs = data or b""
            self._tell(SAVE)

    def look(self) -> None:
        """Look at the file as if it had just changed: somebody may have written it while nobody watched."""
        try:
            self.disk_changed(read_definition(self.path, self.name))
        except UsageError:
            if not self.path.exists():
                self.disk_changed(None)

    def difference(self) -> tuple[str, ...]:
        """The lines in which the text here differs from ``disk``, as ``diff -u`` shows them without its head."""
        theirs = decode(self.disk, self.name)[0].text.splitlines()
        lines = difflib.unified_diff(theirs, self.text.splitlines(), n=2, lineterm="")
        return tuple(lines)[2:]

    def _put(self, before: bytes) -> None:
        self._check_writable()
        after = self.data
        try:
            rewrite(str(self.path), before, after)
        except ChangedError:
            self.theirs, self.gone = self._on_disk(), not self.path.exists()
            self._tell(SAVE)
            raise
        self._written(after)

    def _check_writable(self) -> None:
        if not self.writable:
            raise UsageError(
                self.kept
                or Text(
                    "berkas ini bukan teks UTF-8, tidak disimpan", "this file is no UTF-8 text, not saved"
                )
            )

    def _written(self, data: bytes) -> None:
        """Know that this is what the file holds, and that nobody else has a say."""
        changed = self.before != data or self.theirs is not None
        self.before, self.theirs, self.gone = data, None, False
        self.resumed = self.resumed and self.dirty
        if changed:
            self._tell(SAVE)

    def _on_disk(self) -> bytes:
        try:
            return read_definition(self.path, self.name)
        except UsageError:
            return b""

    def _take(self, data: bytes) -> None:
        self.before, self.theirs, self.gone, self.resumed = data, None, False, False
        self.draft.change(self._decoded(data))
        self._tell(DISK)

    def _decoded(self, data: bytes) -> str:
        source, self.faults = decode(data, self.name)
        return source.text

    def _tell(self, by: str) -> None:
        for listener in tuple(self._listeners):
            listener(self, by)


Listener: TypeAlias = Callable[[Session, str], None]
"""Is told of a session that has changed, and by whom."""


def _path(definition: Definition) -> Path:
    if definition.path is None:
        raise UsageError(
            Text("masukan standar tidak dapat disunting", "standard input cannot be edited"),
            Text("sebut sebuah berkas", "name a file"),
        )
    return definition.path


def _file_name(name: str) -> str:
    """A plain name of a definition.

    Raises:
        UsageError: it is none.
    """
    plain = name.strip()
    if (
        not plain
        or plain.startswith(".")
        or any(mark in plain for mark in '/\\:*?"<>|')
        or not plain.isprintable()
    ):
        raise UsageError(
            Text(f"{quoted(name)} bukan nama berkas", f"{quoted(name)} is no name of a file"),
            Text("pakai huruf, angka, dan tanda hubung", "use letters, digits and hyphens"),
        )
    return plain if plain.lower().endswith(SUFFIXES) else f"{plain}.yaml"
