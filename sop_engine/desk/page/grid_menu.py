"""The menu of a row, and the choice of several roles for it.

In: the row that it is opened for. Out: what somebody chooses, told to who asked.
"""

from collections.abc import Callable, Sequence

from sop_engine.desk.page.elements import Words, box, button, words
from sop_engine.desk.page.form_boxes import FieldBox, Look, PopupBox
from sop_engine.desk.page.form_model import Role
from sop_engine.diagnostics import Text
from sop_engine.text import Language, escaped, say

__all__ = ["PerformersDialog", "RowMenu"]

_ITEMS = {
    "above": (Text("Tambah baris di atas", "Add a row above"), ""),
    "below": (Text("Tambah baris di bawah", "Add a row below"), "Ctrl+Enter"),
    "up": (Text("Pindahkan ke atas", "Move up"), "Alt+↑"),
    "down": (Text("Pindahkan ke bawah", "Move down"), "Alt+↓"),
    "delete": (Text("Hapus baris", "Delete the row"), "Alt+Del"),
}
_TITLE = Text("Baris {0}", "Row {0}")
_ROLES = Text("Pelaksana baris {0}", "Roles of row {0}")
_ABOUT = Text(
    "Kegiatan bersama digambar di lajur setiap pelaksana. Yang bertanggung jawab disebut pertama.",
    "A joint activity is drawn in the lane of each role. The responsible one comes first.",
)
_FIRST = Text("Penanggung jawab", "Responsible")
_DONE = Text("Terapkan", "Apply")
_CANCEL = Text("Batal", "Cancel")


class RowMenu:
    """What can be done with a row."""

    def __init__(self, language: Language, do: Callable[[int, str], None]) -> None:
        """Build a closed menu where the page stands now; ``do`` is told the index of the row and what to do."""
        self._language = language
        self._do = do
        self._at = 0
        self._items: dict[str, Words] = {}
        with PopupBox("") as self._popup, box("div", "popup-items"):
            for what, (text, keys) in _ITEMS.items():
                with button("", self._choosing(what), "popup-item popup-end") as self._items[what]:
                    words("span", say(text, language))
                    words("kbd", keys)
        self.close = self._popup.close

    def open(self, at: int, name: str, count: int, beside: str) -> None:
        """Open it for a row, called ``name``, of a table of ``count``."""
        self._at = at
        self._items["up"].props["disabled"] = at == 0
        self._items["down"].props["disabled"] = at == count - 1
        self._popup.open(say(_TITLE, self._language).format(escaped(name)), beside)

    def _choosing(self, what: str) -> Callable[[], None]:
        return lambda: self._do(self._at, what)


class PerformersDialog:
    """A choice of several roles, the responsible one among them."""

    def __init__(self, language: Language, done: Callable[[int, tuple[str, ...]], None]) -> None:
        """Build a closed dialog where the page stands now; ``done`` is told the index of the row and the keys."""
        self._language = language
        self._done = done
        self._at = 0
        self._roles: tuple[Role, ...] = ()
        self._chosen: list[str] = []
        with PopupBox("") as self._popup, box("div", "popup-form"):
            self._title = words("h2", "")
            words("p", say(_ABOUT, language), "popup-about")
            self._list = box("div", "popup-checks")
            self._first = FieldBox(say(_FIRST, language), "choice").heard("write", self._lead)
            with box("div", "popup-foot"):
                button(say(_CANCEL, language), self._popup.close, "quiet")
                button(say(_DONE, language), self._save, "primary popup-end")
        self.close = self._popup.close

    def open(self, at: int, name: str, roles: Sequence[Role], keys: Sequence[str]) -> None:
        """Open it for a row, called ``name``, in which the roles of these keys act."""
        self._at, self._roles, self._chosen = at, tuple(roles), list(keys)
        title = say(_ROLES, self._language).format(escaped(name))
        self._title.text = title
        self._list.clear()
        with self._list:
            for role in roles:
                with box("label", "popup-check"):
                    check = box("input", type="checkbox", checked=role.key in keys)
                    check.on(
                        "change", self._checking(role.key), js_handler="(event) => emit(event.target.checked)"
                    )
                    words("span", escaped(role.nama.text or role.key))
        self._show()
        self._popup.open(title)

    def _checking(self, key: str) -> Callable[[object], None]:
        def checked(event: object) -> None:
            self._chosen = [one for one in self._chosen if one != key]
            if getattr(event, "args", False) is True:
                self._chosen.append(key)
            self._show()

        return checked

    def _lead(self, key: str) -> None:
        self._chosen.sort(key=lambda one: one != key)
        self._show()

    def _show(self) -> None:
        named = {role.key: escaped(role.nama.text or role.key) for role in self._roles}
        choices = tuple((key, named.get(key, escaped(key))) for key in self._chosen)
        self._first.look(Look(self._chosen[0] if self._chosen else "", choices))

    def _save(self) -> None:
        self._done(self._at, tuple(self._chosen))
