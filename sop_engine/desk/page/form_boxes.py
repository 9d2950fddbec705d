"""The elements that the form is made of: a field with its findings, and a small window.

In: plain texts and what is done with them. Out: elements of the page whose texts are never markup; what somebody types
stays in a field until it is left.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from nicegui.element import Element
from nicegui.events import GenericEventArguments

__all__ = ["FieldBox", "Look", "Note", "Offer", "PopupBox", "RowBox"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a finding offers to put in the field: the words of its button, and what it does."""

    words: str
    use: Callable[[], None] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a field shows it: how grave, as a class and as a word, what is wrong, the remedy, the offers."""

    level: str
    mark: str
    text: str
    hint: str = ""
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a field shows.

    Attributes:
        text: what stands in it; of a choice the key of what is chosen.
        choices: key and words of each; the key ``*`` asks for several at once.
        notes: its findings.
        fixed: why it cannot be changed here; empty where it can.
    """

    text: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    fixed: str = ""


class FieldBox(Element, component="form_field.js"):
    """A text field, a choice, or a button that opens something, with its label and its findings."""

    def __init__(
        self,
        label: str,
        kind: str = "text",
        *,
        tag: str = "div",
        plain: bool = True,
        about: str = "",
        placeholder: str = "",
        lazy: bool = False,
        eager: bool = False,
    ) -> None:
        """Make a field.

        Args:
            label: what it is called, seen or only heard; in a ``RowBox`` ``{0}`` stands for the row's name.
            kind: ``text`` (one line that may be long), ``entry`` (one that is empty again when it is written),
                ``lines``, ``choice`` or ``button``.
            tag: the element around it; a ``td`` is a cell of a grid and knows the keys of rows.
            plain: its label is seen.
            about: what belongs in it, shown while somebody is in it.
            placeholder: shown while it is empty.
            lazy: what is typed is written when the field is left, not while somebody types.
            eager: it takes the focus when it appears.
        """
        super().__init__()
        self._look = Look()
        settled = {
            "tag": tag,
            "kind": kind,
            "plain": plain,
            "about": about,
            "placeholder": placeholder,
            "lazy": lazy,
            "eager": eager,
        }
        self._props.update(settled, label=label, value="", choices=[], notes=[], fixed="")
        if plain:
            self.classes("plainly")
        self.on("use", self._use)

    def look(self, look: Look, label: str | None = None) -> None:
        """Show something; nothing is sent where it is shown already."""
        before, self._look = self._look, look
        if look == before and label in (None, self._props["label"]):
            return
        shown: dict[str, Any] = {
            "value": look.text,
            "choices": [list(choice) for choice in look.choices],
            "notes": [_plain(note) for note in look.notes],
            "fixed": look.fixed,
        }
        self._props.update(shown, label=self._props["label"] if label is None else label)

    def heard(self, name: str, handler: Callable[[str], None]) -> "FieldBox":
        """Have somebody told: ``write`` of a text or a key, ``open``, ``several``, ``row`` with a key's meaning."""

        def told(event: GenericEventArguments) -> None:
            handler(event.args if isinstance(event.args, str) else "")
            if name == "write":
                # What was typed may stand otherwise in the text, or not at all.
                self.run_method("settle")

        self.on(name, told)
        return self

    def focus(self) -> None:
        """Put the cursor in it."""
        self.run_method("focus")

    def _use(self, event: GenericEventArguments) -> None:
        """Take an offer; one that is gone by now is nobody's."""
        at, offer = event.args
        if at < len(self._look.notes) and offer < len(self._look.notes[at].offers):
            self._look.notes[at].offers[offer].use()


class RowBox(Element, component="grid_row.js"):
    """A row of a grid, whose cells call it by its name; to be used as a context."""

    def __init__(self) -> None:
        """Make a row without a name."""
        super().__init__()
        self._props["name"] = ""

    def call(self, name: str) -> None:
        """Give it a name; nothing is sent where it has that name already."""
        if self._props["name"] != name:
            self._props["name"] = name


class PopupBox(Element, component="form_popup.js"):
    """A small window over the page; to be used as a context."""

    def __init__(self, label: str) -> None:
        """Make a closed one; ``label`` is heard when it opens."""
        super().__init__()
        self._props["label"] = label

    def open(self, label: str, beside: str = "") -> None:
        """Open it, in the middle or beside the element of that id."""
        self._props["label"] = label
        self.run_method("open", beside)

    def close(self) -> None:
        """Close it; the focus goes back to where it was."""
        self.run_method("close")


def _plain(note: Note) -> dict[str, Any]:
    return {
        "level": note.level,
        "mark": note.mark,
        "text": note.text,
        "hint": note.hint,
        "offers": [offer.words for offer in note.offers],
    }
