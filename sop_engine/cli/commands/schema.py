"""``sop schema``: the JSON Schema of a definition, for editors.

In: nothing. Out: the schema's text, the same as the file that comes with the package.
"""

import click

from sop_engine.cli.framework import Command, run_of
from sop_engine.cli.naming import format_option, output_options
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text

__all__ = ["command"]


@click.pass_context
def schema(ctx: click.Context, output: str | None, format: str | None, *, force: bool) -> None:
    """Write the schema."""
    from sop_engine.cli.deliver import Delivery  # noqa: PLC0415 - loaded when called
    from sop_engine.model.schema import schema_text  # noqa: PLC0415
    from sop_engine.output import STDOUT, Product  # noqa: PLC0415

    delivery = Delivery(run_of(ctx), force=force)
    delivery.hand([Product(output or STDOUT, schema_text().encode())])
    delivery.close()


command = Command(
    "schema",
    schema,
    words=Text(
        f"{COMMANDS['schema'].id}\n\nEditor yang mengenal JSON Schema memeriksa definisi selagi ditulis dan "
        "menjelaskan tiap kunci.",
        f"{COMMANDS['schema'].en}\n\nAn editor that knows JSON Schema checks a definition while it is written, and "
        "explains each key.",
    ),
    examples=("sop schema", "sop schema -o schemas/sop.schema.json"),
    params=[
        *output_options(
            Text("Berkas tujuan; bawaan: keluaran standar.", "Where to write; default: standard output.")
        ),
        format_option(("json",), Text("Selalu json.", "Always json.")),
    ],
)
