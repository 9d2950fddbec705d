"""``sop show``: one SOP in the terminal, flow and times included.

In: one definition. Out: its identity, roles and rows as text that fits the terminal, or all of it as JSON.
"""

from sop_engine.cli.framework import Command
from sop_engine.cli.naming import Naming, format_option, named, naming_params
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text

__all__ = ["command"]


@named
def show(run: Run, naming: Naming, format: str) -> None:
    """Show one SOP; one that could not be read whole is left to its findings."""
    from sop_engine.cli.page import page, page_json  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.selection import choose_one  # noqa: PLC0415

    for definition, compiled in choose_one(run, naming):
        if compiled.whole and compiled.sop is not None and compiled.graph is not None:
            if format == "json":
                run.out_json(page_json(definition, compiled, compiled.sop, compiled.graph))
            else:
                run.out(page(run, compiled, compiled.sop, compiled.graph))
        run.findings(compiled, several=False)


command = Command(
    "show",
    show,
    words=Text(
        f"{COMMANDS['show'].id}\n\nIdentitas, peran, dan tiap baris dengan waktu dan alurnya.",
        f"{COMMANDS['show'].en}\n\nIdentity, roles, and every row with its time and flow.",
    ),
    examples=("sop show --agency dumai", "sop show konsep.yaml --format json"),
    params=[
        *naming_params(several=False),
        format_option(("text", "json"), Text("Bentuk; bawaan: text.", "Form; default: text."), "text"),
    ],
)
