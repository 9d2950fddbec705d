"""``sop explain``: what a finding means, why it matters and how to mend it.

In: codes and slugs. Out: their documentation as a page of text, as Markdown or as JSON.
"""

from typing import TYPE_CHECKING

import click

from sop_engine.cli.framework import Command, run_of
from sop_engine.cli.naming import format_option
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Kind, Text
from sop_engine.errors import UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["command"]


@click.pass_context
def explain(ctx: click.Context, words: tuple[str, ...], format: str) -> None:
    """Explain what is known; the words that name nothing are faults of usage."""
    from sop_engine.cli.manual import as_json, as_markdown, as_text  # noqa: PLC0415 - loaded when called
    from sop_engine.rules.explain import explanations, explanations_in_markdown  # noqa: PLC0415

    run = run_of(ctx)
    if not words:
        raise UsageError(
            Text("tidak ada kode atau nama temuan", "there is no code or name of a finding"),
            Text(
                "misalnya 'sop explain SOP302'; 'sop rules' menyebut semuanya",
                "for example 'sop explain SOP302'; 'sop rules' lists them all",
            ),
        )
    kinds = _kinds(run, words)
    if not kinds:
        return
    if format == "json":
        found = [as_json(explanations()[kind.code], run.language) for kind in kinds]
        run.out_json(found if len(words) > 1 else found[0])
    elif format == "markdown":
        marked = explanations_in_markdown()
        run.out("\n".join(as_markdown(marked[kind.code], run.language) for kind in kinds))
    else:
        pages = (
            as_text(explanations()[kind.code], run.language, run.width, colour=run.colours) for kind in kinds
        )
        run.out("\n\n".join(pages))


def _kinds(run: Run, words: tuple[str, ...]) -> list[Kind]:
    """The kinds that words name, each once."""
    from sop_engine.rules.explain import explained  # noqa: PLC0415 - loaded when called

    found: dict[str, Kind] = {}
    for word in dict.fromkeys(words):
        try:
            kind = explained(word)
        except UsageError as fault:
            run.problem(fault)
        else:
            found[kind.code] = kind
    return list(found.values())


def _complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The codes and slugs that begin so, for the shell's completion."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only shells ask

    from sop_engine.rules.explain import explanations  # noqa: PLC0415

    known = [one.kind for one in explanations().values()]
    codes = [CompletionItem(kind.code, help=kind.slug) for kind in known]
    slugs = [CompletionItem(kind.slug, help=kind.code) for kind in known]
    return [item for item in (*codes, *slugs) if item.value.lower().startswith(incomplete.lower())]


command = Command(
    "explain",
    explain,
    words=Text(
        f"{COMMANDS['explain'].id}\n\nTemuan disebut dengan kodenya (SOP302) atau namanya (dead-end); beberapa sekaligus "
        "boleh. Dijelaskan mengapa hal itu penting, dengan contoh yang keliru dan yang benar, cara memperbaiki, dan cara "
        "mengabaikannya.",
        f"{COMMANDS['explain'].en}\n\nA finding is named by its code (SOP302) or its name (dead-end); several may be "
        "given. It says why that matters, with a bad and a good example, how to mend it, and how to leave it out.",
    ),
    examples=(
        "sop explain SOP302",
        "sop explain dead-end number-gap --lang id",
        "sop explain SOP302 --format markdown",
    ),
    params=[
        click.Argument(["words"], nargs=-1, required=False, metavar="CODE", shell_complete=_complete),
        format_option(
            ("text", "json", "markdown"), Text("Bentuk; bawaan: text.", "Form; default: text."), "text"
        ),
    ],
)
