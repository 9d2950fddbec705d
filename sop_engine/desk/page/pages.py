"""The pages of the server: one that lists what there is, and one for each definition.

In: a ``Desk``. Out: the pages, built anew for every tab that opens one.
"""

from fastapi import HTTPException
from nicegui import ui

from sop_engine.desk.page.desk import Desk
from sop_engine.desk.page.session import Session
from sop_engine.desk.page.start import build_fault, build_start
from sop_engine.desk.page.workbench import Workbench
from sop_engine.errors import UsageError

__all__ = ["Pages"]


class Pages:
    """All pages, and what tabs that are gone have left unsaved."""

    def __init__(self, desk: Desk) -> None:
        """Have pages for a desk."""
        self._desk = desk
        self._left: dict[int, tuple[str | None, Session]] = {}

    def register(self) -> None:
        """Make the pages known to the server."""
        ui.page("/")(self._first)
        ui.page("/sop/{number}")(self._one)

    async def _first(self) -> None:
        if len(self._desk.definitions) == 1:
            await self._one(1)
        else:
            build_start(self._desk)

    async def _one(self, number: int) -> None:
        if not 1 <= number <= len(self._desk.definitions):
            raise HTTPException(404)
        try:
            session = self._session(number)
        except UsageError as fault:
            build_fault(self._desk, fault)
            return
        bench = Workbench(self._desk, session)
        client = ui.context.client
        tabs: list[str | None] = []

        def gone() -> None:
            # A tab whose connection was renewed may be told of the end of the old one afterwards.
            if not client.has_socket_connection:
                bench.rest()
            bench.flush()
            if session.dirty:
                self._left[number] = tabs[-1], session

        def back() -> None:
            tabs.append(client.tab_id)
            tab, left = self._left.get(number, (None, session))
            with client:
                # A tab that is loaded again asks for its page before it is known to have left.
                if left is not session and tab == client.tab_id and not session.dirty:
                    session.resume(left)
                if left is session or tab == client.tab_id:
                    self._left.pop(number, None)
                bench.attend()

        def close() -> None:
            # Who fetched the page and never came, as a browser that looks ahead, gives back what was left.
            if session.dirty and not tabs:
                self._left.setdefault(number, (None, session))
            bench.close()

        client.on_disconnect(gone)
        client.on_connect(back)
        client.on_delete(close)
        bench.build(several=len(self._desk.definitions) > 1)

    def _session(self, number: int) -> Session:
        """A session on a file; one that goes on where a tab was closed with something unsaved, if there was one.

        It is never the same session, for that tab may only have slept.

        Raises:
            UsageError: the file cannot be read.
        """
        desk, opened = self._desk, self._desk.definitions[number - 1]
        _, left = self._left.pop(number, (None, None))
        if left is None:
            return Session.opened(opened.definition, desk.language, desk.choice, opened.kept)
        session = Session(opened.definition, left.before, desk.language, desk.choice, opened.kept)
        session.resume(left)
        return session
