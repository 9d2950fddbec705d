"""The page that lists the SOPs that can be opened.

In: a ``Desk``. Out: a table with a link to the page of each.
"""

from collections.abc import Sequence

from nicegui import ui

from sop_engine.desk.page.desk import Desk, Opened
from sop_engine.desk.page.elements import box, words
from sop_engine.desk.page.findings import counted
from sop_engine.desk.page.heading import name_of
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library import code_of, read_definition
from sop_engine.pipeline import compile_bytes
from sop_engine.text import escaped, say

__all__ = ["build_fault", "build_start"]

_TITLE = Text("Semua SOP", "All SOPs")
_NONE = Text("Tidak ada SOP. Mulai dengan 'sop new'.", "There is no SOP. Begin with 'sop new'.")
_HEADS: Sequence[Text] = (
    Text("Nama", "Name"),
    Text("Instansi", "Agency"),
    Text("Temuan", "Findings"),
    Text("Berkas", "File"),
)


def build_start(desk: Desk) -> None:
    """Build the page."""
    language = desk.language
    title = say(_TITLE, language)
    ui.page_title(title)
    with box("div", "start"):
        words("h1", title)
        if not desk.definitions:
            words("p", say(_NONE, language))
            return
        with box("table"):
            with box("thead"), box("tr"):
                for head in _HEADS:
                    words("th", say(head, language), scope="col")
            with box("tbody"):
                for number, opened in enumerate(desk.definitions, 1):
                    _row(desk, number, opened)


def build_fault(desk: Desk, fault: UsageError) -> None:
    """Build the page of a SOP that cannot be opened."""
    ui.page_title("SOP")
    with box("div", "start"):
        words("h1", escaped(say(fault.message, desk.language)))
        words("a", say(_TITLE, desk.language), href="/")


def _row(desk: Desk, number: int, opened: Opened) -> None:
    definition = opened.definition
    name, agency = escaped(definition.name), definition.agency or ""
    try:
        data = read_definition(definition.path, definition.name) if definition.path is not None else b""
        compiled = compile_bytes(data, definition.name, definition.agency, desk.choice)
    except UsageError as fault:
        findings = escaped(say(fault.message, desk.language))
    else:
        findings = counted(compiled.diagnostics, desk.language)
        agency = code_of(compiled) or agency
        name = name_of(compiled) or name
    with box("tr"):
        with box("td"):
            words("a", name, href=f"/sop/{number}")
        words("td", agency)
        words("td", findings)
        words("td", escaped(definition.name), "path")
