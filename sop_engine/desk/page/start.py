"""The page that lists the SOPs that can be opened.

In: a ``Desk``. Out: a table with a link to the page of each. Of many SOPs the first are read before the page is
shown, the others after it, one by one.
"""

import asyncio
from collections.abc import Callable, Sequence

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
_AT_ONCE = 20


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
                rows = [_row(desk, number, opened) for number, opened in enumerate(desk.definitions, 1)]
    for fill in rows[:_AT_ONCE]:
        fill()
    client = ui.context.client

    async def fill_others() -> None:
        for fill in rows[_AT_ONCE:]:
            if not client.has_socket_connection:
                return
            fill()
            # Whoever works in another tab has a turn.
            await asyncio.sleep(0)

    client.on_connect(fill_others)


def build_fault(desk: Desk, fault: UsageError) -> None:
    """Build the page of a SOP that cannot be opened."""
    ui.page_title("SOP")
    with box("div", "start"):
        words("h1", escaped(say(fault.message, desk.language)))
        words("a", say(_TITLE, desk.language), href="/")


def _row(desk: Desk, number: int, opened: Opened) -> Callable[[], None]:
    """Build a row that says only where the file is; what is returned reads it and says the rest."""
    definition = opened.definition
    shown = escaped(definition.name)
    with box("tr"):
        with box("td"):
            name = words("a", shown, href=f"/sop/{number}")
        agency = words("td", definition.agency or "")
        findings = words("td", "…")
        words("td", shown, "path")

    def fill() -> None:
        try:
            data = read_definition(definition.path, definition.name) if definition.path is not None else b""
            compiled = compile_bytes(data, definition.name, definition.agency, desk.choice)
        except UsageError as fault:
            findings.text = escaped(say(fault.message, desk.language))
            return
        findings.text = counted(compiled.diagnostics, desk.language)
        agency.text = code_of(compiled) or agency.text
        name.text = name_of(compiled) or name.text

    return fill
