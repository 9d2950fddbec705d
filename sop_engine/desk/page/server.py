"""The local server of the page.

In: a ``Desk``, a port and a token. Out: the page on the loopback address, until the process is interrupted.
"""

import errno
import gc
import logging
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from nicegui import ui
from nicegui.translations import translations

from sop_engine.desk.page.desk import Desk
from sop_engine.desk.page.guard import Guard
from sop_engine.desk.page.pages import Pages
from sop_engine.desk.page.policy import Policy
from sop_engine.desk.page.session import Session
from sop_engine.desk.page.sheet import drawn
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import Language, reason

__all__ = ["HOST", "free_soon", "serve"]

HOST = "127.0.0.1"

_STYLE = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="2" y="1" width="12" height="14" rx="1.5" '
    'fill="#1f4e79"/><path d="M5 5h6M5 8h6M5 11h4" stroke="#fff" stroke-width="1.4"/></svg>'
)
_TRANSLATED = {
    "connection_lost": "Sambungan dengan 'sop preview' terputus.",
    "trying_to_reconnect": "Mencoba menyambung lagi; yang belum disimpan masih ada di halaman ini.",
    "message_too_long": "Teks terlalu panjang",
    "message_too_long_body": "Teks sebesar ini tidak dapat disunting di halaman ini.",
}
_IN_USE = Text("sudah dipakai program lain", "another program uses it")
_PATIENCE = 20.0
"""Seconds that a tab may be away, as when the computer sleeps, before its place is given up."""
_COLLECTING = 5_000, 5, 3
"""How often the collector looks for what is left of tabs: about once for every ten that are gone."""


def serve(desk: Desk, port: int, token: str, announce: Callable[[str], None]) -> None:
    """Serve the page until somebody interrupts.

    Args:
        desk: what there is to work on.
        port: where to listen; 0 takes one that is free.
        token: the secret that opens the page.
        announce: is told the address, with the token, once it can be opened.

    Raises:
        UsageError: the port cannot be had.
    """
    listening = _listening(port)
    own = int(listening.getsockname()[1])
    _warm_up(desk)
    application = FastAPI(openapi_url=None)
    Pages(desk).register()
    ui.add_head_html(f"<style>{_STYLE}</style>", shared=True)
    ui.run_with(
        application,
        title="SOP",
        favicon=_ICON,
        language="id" if desk.language is Language.ID else "en-US",
        reconnect_timeout=_PATIENCE,
        tailwind=False,
        gzip_middleware_factory=None,
        show_welcome_message=False,
    )
    translations.setdefault("id", _TRANSLATED)
    # What a tab says of its own troubles concerns nobody who reads the terminal.
    logging.getLogger("nicegui").setLevel(logging.ERROR)
    guarded = Guard(Policy(application), own, token, desk.language)
    server = _Server(
        uvicorn.Config(
            guarded, log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=1
        ),
        lambda: announce(f"http://{HOST}:{own}/?token={token}"),
    )
    free_soon()
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        listening.close()


class _Server(uvicorn.Server):
    """A server that says when it has started: an interrupt before that might be lost, or be told with a warning."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._has_started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        try:
            self._has_started()
        except BaseException:
            await self.shutdown(sockets)
            raise


def free_soon() -> None:
    """Have tabs that are gone freed soon, however the collector was set.

    The parts of a page know each other, so only the collector frees them. What is loaded by now stays until the end;
    the collector need not look through it each time.
    """
    gc.collect()
    gc.freeze()
    # This one finds next to nothing, and so the collector waits no longer than for a quarter of next to nothing.
    gc.collect()
    gc.set_threshold(*_COLLECTING)


def _warm_up(desk: Desk) -> None:
    """Draw once before anybody waits for it: what that needs is loaded only when it is first used."""
    for opened in desk.definitions[:1]:
        with suppress(UsageError):
            session = Session.opened(opened.definition, desk.language, desk.choice)
            drawn(session, session.compiled, desk.draw)


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # Else a port that was just left could not be had again for a minute; elsewhere this would share it.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError as fault:
        listening.close()
        why = _IN_USE if fault.errno == errno.EADDRINUSE else reason(fault)
        raise UsageError(
            Text(f"porta {port} tidak dapat dipakai: {why.id}", f"port {port} cannot be used: {why.en}"),
            Text("pilih porta lain, atau hapus --port", "choose another port, or leave --port out"),
        ) from fault
    return listening
