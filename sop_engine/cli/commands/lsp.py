"""``sop lsp``: the language server that editors start.

In: the protocol's messages on standard input. Out: its answers on standard output, and nothing else there.
"""

import logging
import sys

import click

from sop_engine.cli.framework import Command, Option, run_of
from sop_engine.cli.naming import place_options
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text

__all__ = ["command"]

WAITING = Text(
    "server bahasa menunggu editor di masukan standar; hentikan dengan Ctrl+C",
    "the language server waits for an editor on standard input; end it with Ctrl+C",
)


@click.pass_context
def lsp(ctx: click.Context, definitions: str | None, config: str | None, *, stdio: bool) -> None:
    """Serve until the editor ends it."""
    from sop_engine.extras import needed  # noqa: PLC0415 - loaded when called

    needed("pygls", "desk", Text("'sop lsp'", "'sop lsp'"))
    from sop_engine.cli.editor import host  # noqa: PLC0415 - only where the libraries are there
    from sop_engine.desk.lsp.server import serve  # noqa: PLC0415

    run = run_of(ctx)
    # What goes wrong is told in one line of our own; the library's would be many.
    logging.getLogger("pygls").setLevel(
        logging.WARNING if run.environment.get("SOP_DEBUG") else logging.CRITICAL
    )
    if sys.stdin is not None and sys.stdin.isatty():
        run.note(run.say(WAITING))
    ctx.exit(serve(host(run, definitions, config)))


command = Command(
    "lsp",
    lsp,
    words=Text(
        f"{COMMANDS['lsp'].id}\n\nTidak dijalankan sendiri: editor yang menjalankannya dan berbicara dengannya lewat "
        "masukan dan keluaran standar. Cara memasangnya di VS Code, Neovim, JetBrains dan lain-lain: docs/editor.md.",
        f"{COMMANDS['lsp'].en}\n\nNot run by hand: an editor starts it and talks to it on standard input and output. "
        "How to set it up in VS Code, Neovim, JetBrains and others: docs/editor.md.",
    ),
    examples=("sop lsp", "sop lsp --lang id"),
    params=[
        *place_options(),
        Option(
            ["--stdio"],
            Text("Selalu demikian; banyak editor menyebutnya.", "Always so; many editors say it."),
            is_flag=True,
        ),
    ],
)
