"""The table of kegiatan as a grid: a plain table of fields, one row for each row of the sheet.

In: the rows of a form, and what is done with them. Out: elements that are kept in step with the rows; a row that stays
keeps its elements, so that whoever is typing in it goes on typing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sop_engine.desk.page.elements import box, button, words
from sop_engine.desk.page.form_boxes import FieldBox, Look, RowBox
from sop_engine.desk.page.form_fields import ELSEWHERE, Field, Shape
from sop_engine.desk.page.form_model import Form, Role
from sop_engine.desk.page.form_notes import notes_of, sentence, time_notes
from sop_engine.desk.page.form_rows import CELLS, Row
from sop_engine.desk.page.grid_words import (
    ADD,
    COLUMNS,
    KEYS,
    MENU,
    NEW,
    SEVERAL,
    TITLE,
    cell_label,
    flow_words,
    named,
)
from sop_engine.text import Language, escaped, say

__all__ = ["Deeds", "GridView"]


@dataclass(frozen=True, slots=True)
class Deeds:
    """What is done in the grid; rows are named by their index.

    Attributes:
        write: puts a text in a cell.
        keep: has the text of a time meant as words.
        perform: has one role act in a row.
        several: asks for several roles.
        flow: asks how a row goes on.
        menu: opens the menu of a row, beside the element of that id.
        row: does what a key means with a row: ``up``, ``down``, ``above``, ``below`` or ``delete``.
        add: adds a row at the end.
    """

    write: Callable[[Field, str], None]
    keep: Callable[[Field], None]
    perform: Callable[[int, str], None]
    several: Callable[[int], None]
    flow: Callable[[int], None]
    menu: Callable[[int, str], None]
    row: Callable[[int, str], None]
    add: Callable[[], None]


class GridView:
    """The table with its heading and its button for a new row."""

    def __init__(self, language: Language, deeds: Deeds) -> None:
        """Build an empty table where the page stands now."""
        self._language = language
        self._deeds = deeds
        self._boxes: list[_RowBox] = []
        self._keys: list[object] = []
        with box("section", "form-group grid", aria_labelledby="grid-title"):
            words("h2", say(TITLE, language), id="grid-title")
            with box("div", "grid-scroll"), box("table", "grid-table", aria_labelledby="grid-title"):
                self._head()
                self._body = box("tbody")
            with box("div", "grid-foot"):
                button(say(ADD, language), deeds.add, "grid-add")
                words("p", say(KEYS, language), "grid-keys")

    def show(self, form: Form, fresh: int | None = None, column: str = "uraian") -> None:
        """Show the rows of a form.

        Args:
            form: what it is now.
            fresh: index of a row that somebody has just added or moved; it gets the focus.
            column: the cell of that row which gets it.
        """
        keys: list[object] = [_key(row) for row in form.rows]
        kept = self._boxes[:]
        for kind, i1, i2, j1, j2 in reversed(
            SequenceMatcher(None, self._keys, keys, autojunk=False).get_opcodes()
        ):
            both = min(i2 - i1, j2 - j1) if kind == "replace" else 0
            for gone in self._boxes[i1 + both : i2] if kind != "equal" else ():
                gone.element.delete()
            if kind != "equal":
                made = [self._made(at, column if at == fresh else "") for at in range(j1 + both, j2)]
                self._boxes[i1 + both : i2] = made
                for at, one in enumerate(made):
                    one.element.move(target_index=i1 + both + at)
        self._keys = keys
        for one, row in zip(self._boxes, form.rows, strict=True):
            one.show(row, form)
        if fresh is not None and self._boxes[fresh] in kept:
            self.focus(fresh, column)

    def focus(self, at: int, column: str) -> None:
        """Put the cursor in a cell of a row."""
        self._boxes[at].focus(column)

    def _made(self, at: int, eager: str) -> "_RowBox":
        with self._body:
            return _RowBox(self._language, self._deeds, at, eager)

    def _head(self) -> None:
        """The headings, in two rows as on paper."""
        language = self._language
        with box("colgroup"):
            for name in ("nomor", *COLUMNS, "menu"):
                box("col", f"col-{name}")
        with box("thead"):
            with box("tr"):
                words("th", "No", "col-nomor", scope="col", rowspan="2")
                for name in ("uraian", "pelaksana"):
                    words("th", say(COLUMNS[name], language), f"col-{name}", scope="col", rowspan="2")
                words("th", "Mutu Baku", "col-mutu", scope="colgroup", colspan="3")
                for name in ("keterangan", "flow"):
                    words("th", say(COLUMNS[name], language), f"col-{name}", scope="col", rowspan="2")
                with box("th", "col-menu", scope="col", rowspan="2"):
                    words("span", "Tindakan" if language is Language.ID else "Actions", "unseen")
            with box("tr"):
                for name in ("kelengkapan", "waktu", "output"):
                    words("th", say(COLUMNS[name], language), f"col-{name}", scope="col")


class _RowBox:
    """One row of the table."""

    def __init__(self, language: Language, deeds: Deeds, at: int, eager: str) -> None:
        self._language = language
        self._deeds = deeds
        self._at = at
        self._row: Row | None = None
        self.element = RowBox()
        self._cells: dict[str, FieldBox] = {}
        with self.element:
            self._nomor = words("th", "", "col-nomor", scope="row")
            for name in COLUMNS:
                self._cells[name] = self._cell(name, eager=eager == name)
            with box("td", "col-menu"):
                self._menu = button("⋮", self._open_menu, "quiet", aria_haspopup="dialog")

    def _cell(self, name: str, *, eager: bool) -> FieldBox:
        kinds = {"pelaksana": "choice", "flow": "button", "uraian": "text", "waktu": "text"}
        placeholder = say(NEW, self._language) if name == "uraian" else ""
        label, kind = cell_label(COLUMNS[name], "{0}", self._language), kinds.get(name, "lines")
        cell = FieldBox(label, kind, tag="td", plain=False, placeholder=placeholder, eager=eager)
        cell.classes(f"col-{name}")
        cell.heard("row", lambda what: self._deeds.row(self._at, what))
        if name == "flow":
            cell.heard("open", lambda _: self._deeds.flow(self._at))
        elif name == "pelaksana":
            cell.heard("write", lambda key: self._deeds.perform(self._at, key))
            cell.heard("several", lambda _: self._deeds.several(self._at))
        else:
            cell.heard("write", lambda text: self._write(name, text))
        return cell

    def _write(self, name: str, text: str) -> None:
        if self._row is not None:
            self._deeds.write(self._row.cells[name], text)

    def _open_menu(self) -> None:
        self._deeds.menu(self._at, self._menu.html_id)

    def show(self, row: Row, form: Form) -> None:
        """Show what the row is now."""
        language = self._language
        self._row, self._at = row, row.at
        name = named(row.nomor, row.at)
        self.element.call(escaped(name))
        self._nomor.text = row.nomor or "–"
        label = say(MENU, language).format(escaped(name))
        if self._menu.props.get("aria-label") != label:
            self._menu.props["aria-label"] = label
        for column, cell in self._cells.items():
            cell.look(self._look(column, row, form))

    def focus(self, column: str) -> None:
        """Put the cursor in a cell."""
        self._cells[column].focus()

    def _look(self, column: str, row: Row, form: Form) -> Look:
        language = self._language
        if column == "flow":
            last = row.at == len(form.rows) - 1
            fixed = "" if row.flow.fixed is None else sentence(ELSEWHERE, language)
            return Look(
                flow_words(row.flow, language, last=last), (), notes_of(row.flow_notes, language), fixed
            )
        if column == "pelaksana":
            return self._performers(row, form.roles)
        field = row.cells[column]
        notes = notes_of(field.notes, language)
        if field.shape is Shape.TIME:
            notes = time_notes(
                field.notes, language, lambda text: self._write("waktu", text), lambda: self._keep("waktu")
            )
        if column == "uraian":
            notes += notes_of(row.notes, language)
        return Look(field.text, (), notes, "" if field.fixed is None else sentence(field.fixed, language))

    def _keep(self, name: str) -> None:
        if self._row is not None:
            self._deeds.keep(self._row.cells[name])

    def _performers(self, row: Row, roles: Sequence[Role]) -> Look:
        language = self._language
        headings = {role.key: escaped(role.nama.text or role.key) for role in roles}
        choices = list(headings.items())
        chosen = "\n".join(row.pelaksana.keys)
        if chosen not in headings:
            shown = " + ".join(headings.get(key, escaped(key)) for key in row.pelaksana.keys)
            choices.insert(0, (chosen, shown or "–"))
        if len(roles) > 1:
            choices.append(("*", say(SEVERAL, language)))
        notes = notes_of(row.pelaksana.notes, language)
        if row.pelaksana.fixed is None:
            return Look(chosen, tuple(choices), notes)
        words_ = say(row.pelaksana.fixed, language)
        return Look("", (("", words_),), notes, sentence(ELSEWHERE, language))


def _key(row: Row) -> object:
    """What tells rows apart when some have come, gone or moved; their numbers change."""
    return tuple(row.cells[name].lines for name in CELLS), row.pelaksana.keys
