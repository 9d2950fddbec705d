"""``sop rules``: all that can be found, one line each.

In: nothing, or words that name some. Out: a table of codes, names, severities and titles, as text, Markdown or JSON.
"""

import click

from sop_engine.cli.framework import Command, Option, run_of
from sop_engine.cli.naming import format_option
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text

__all__ = ["command"]

KEYS = ("code", "slug", "severity", "default", "title")


@click.pass_context
def rules(ctx: click.Context, select: str, format: str) -> None:
    """List the findings that there can be."""
    from sop_engine.cli.manual import HEADINGS, as_json, as_line, as_table  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.tables import print_table  # noqa: PLC0415
    from sop_engine.rules.explain import explanations, explanations_in_markdown, matching  # noqa: PLC0415

    run = run_of(ctx)
    kinds = matching(select)
    if format == "json":
        whole = (as_json(explanations()[kind.code], run.language) for kind in kinds)
        run.out_json([{key: one[key] for key in KEYS} for one in whole])
    elif format == "markdown":
        marked = explanations_in_markdown()
        run.out(as_table([marked[kind.code] for kind in kinds], run.language))
    else:
        rows = [as_line(explanations()[kind.code], run.language) for kind in kinds]
        print_table(run, [run.say(heading) for heading in HEADINGS], rows, whole=(0, 1, 2))


command = Command(
    "rules",
    rules,
    words=Text(
        f"{COMMANDS['rules'].id}\n\nKode, nama, bobot, dan arti tiap temuan; 'sop explain KODE' menjelaskan satu "
        "temuan selengkapnya.",
        f"{COMMANDS['rules'].en}\n\nCode, name, severity and meaning of each; 'sop explain CODE' tells all of one.",
    ),
    examples=("sop rules", "sop rules --select SOP5,SOP604", "sop rules --format markdown --lang id"),
    params=[
        Option(
            ["--select"],
            Text(
                "Hanya ini: kode, awal kode, atau nama, dengan koma.",
                "Only these: codes, beginnings of codes, or names, with commas.",
            ),
            Text("KODE,...", "CODE,..."),
            default="ALL",
        ),
        format_option(
            ("text", "json", "markdown"), Text("Bentuk; bawaan: text.", "Form; default: text."), "text"
        ),
    ],
)
