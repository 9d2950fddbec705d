"""``sop preview``: a SOP in the browser, to be edited and seen.

In: definitions. Out: the address of a local page on standard output; the page, until somebody interrupts.
"""

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from sop_engine.cli.framework import Command, Number, Option
from sop_engine.cli.naming import Naming, named, naming_params
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import Language, escaped

if TYPE_CHECKING:
    from sop_engine.compiled import Compiled
    from sop_engine.layout.drawing import Drawing
    from sop_engine.library import Definition
    from sop_engine.output import Product

__all__ = ["command"]

PURPOSE = Text("'sop preview'", "'sop preview'")


@named
def preview(run: Run, naming: Naming, port: float | None, *, no_browser: bool) -> None:
    """Serve the page."""
    from sop_engine.cli.selection import choose  # noqa: PLC0415 - loaded when called
    from sop_engine.extras import needed  # noqa: PLC0415

    for module in ("nicegui", "watchfiles"):
        needed(module, "desk", PURPOSE)
    from sop_engine.desk.page.desk import Desk, Opened  # noqa: PLC0415 - loaded when called
    from sop_engine.desk.page.server import serve  # noqa: PLC0415

    _speak(run)
    definitions = [item.definition for item in choose(run, naming).items]
    if not definitions:
        # Why there are none has been said.
        return
    if any(definition.path is None for definition in definitions):
        raise UsageError(
            Text("masukan standar tidak dapat disunting", "standard input cannot be edited"),
            Text("sebut sebuah berkas", "name a file"),
        )
    opened = tuple(Opened(definition, _kept(definition)) for definition in definitions)
    drawer = _Drawer(run)
    desk = Desk(opened, run.language, run.choice, drawer.draw, drawer.print)

    def announce(address: str) -> None:
        run.out(f"{address}\n")
        if not no_browser:
            import webbrowser  # noqa: PLC0415 - only people need it
            from threading import Thread  # noqa: PLC0415

            # The page is served only after this; some browsers keep whoever starts them waiting.
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    serve(desk, int(port or 0), secrets.token_urlsafe(32), announce)
    run.note(run.say(Text("halaman ditutup", "the page is closed")))


def _speak(run: Run) -> None:
    """The page is Indonesian, whatever the locale, but for those who ask for English by name."""
    stated = any(word == "--lang" or word.startswith("--lang=") for word in run.arguments)
    if not stated and not run.environment.get("SOP_LANG", "").strip():
        run.language = Language.ID


def _kept(definition: "Definition") -> Text | None:
    """Why a definition may only be read, or None."""
    from sop_engine.library import packaged_definitions  # noqa: PLC0415 - loaded when called

    if definition.path is None:
        return None
    path = definition.path.resolve()
    packaged = packaged_definitions().resolve()
    # Who works in a checkout of the program works on its definitions too.
    if path.is_relative_to(packaged) and not Path.cwd().resolve().is_relative_to(packaged.parent):
        code = definition.agency or definition.stem or ""
        return Text(
            f"Contoh bawaan ini hanya dapat dibaca. Untuk menyuntingnya, buat salinan: sop new --from {escaped(code)}",
            f"This example comes with the program and is read-only. To edit it, make a copy: sop new --from {escaped(code)}",
        )
    if not os.access(path, os.W_OK):
        return Text("Anda tidak punya izin menulis berkas ini.", "You may not write this file.")
    return None


class _Drawer:
    """Draws and prints documents as ``sop document`` does."""

    def __init__(self, run: Run) -> None:
        from sop_engine.cli.drawing import Printing  # noqa: PLC0415 - loaded when called

        self._run = run
        self._printing = Printing()

    def draw(self, definition: "Definition", compiled: "Compiled") -> "tuple[Drawing, Compiled]":
        from sop_engine.cli.drawing import drawn  # noqa: PLC0415 - loaded when called
        from sop_engine.cli.logos import Logos  # noqa: PLC0415
        from sop_engine.layout.document import DocumentOptions, complete  # noqa: PLC0415

        sheet = self._printing.sheet()
        flowchart, found = drawn(self._run, compiled, sheet)
        # A logo may change while the page is open, so it is looked at each time.
        logo, found = Logos(self._run.choice).of(definition, found)
        if compiled.sop is None:
            raise AssertionError("a whole SOP has models")
        return complete(compiled.sop, flowchart, DocumentOptions(sheet, logo=logo)), found

    def print(self, definition: "Definition", compiled: "Compiled", drawing: "Drawing") -> "Product":
        from sop_engine.cli.target import file_name  # noqa: PLC0415 - loaded when called
        from sop_engine.output import Product  # noqa: PLC0415
        from sop_engine.render.registry import WRITERS  # noqa: PLC0415

        (data,) = WRITERS["pdf"].write(drawing, self._printing.writing(self._run, "pdf"))
        return Product(file_name(definition, compiled, "pdf"), data)


command = Command(
    "preview",
    preview,
    words=Text(
        f"{COMMANDS['preview'].id}\n\nMembuka halaman di komputer ini saja: teks atau formulir di satu sisi, lembar SOP dan "
        "temuannya di sisi lain. Tanpa SOP, atau dengan beberapa: daftar untuk dipilih. Selesai dengan Ctrl-C.",
        f"{COMMANDS['preview'].en}\n\nOpens a page on this computer only: text or form on one side, the sheet and its "
        "findings on the other. Without a SOP, or with several: a list to choose from. Ends with Ctrl-C.",
    ),
    examples=(
        "sop preview konsep.yaml",
        "sop preview --agency dumai",
        "sop preview --port 8123 --no-browser",
    ),
    params=[
        # No exit status tells what was found, so nothing could be strict about it.
        *naming_params(strict=False),
        Option(
            ["--port"],
            Text("Porta; bawaan: yang bebas.", "The port; default: a free one."),
            Text("N", "N"),
            type=Number(0, 65535),
        ),
        Option(
            ["--no-browser"],
            Text("Hanya tampilkan alamatnya.", "Only print the address."),
            is_flag=True,
        ),
    ],
)
