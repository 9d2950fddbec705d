"""What an editor offers under its light bulb: the fixes of findings, and all safe ones at once.

In: an open definition, a range and what the editor asks for. Out: code actions.
"""

from collections.abc import Iterator, Sequence

from lsprotocol import types

from sop_engine.authoring.fixing import fix_of, mended
from sop_engine.compiled import Compiled
from sop_engine.desk.lsp.answers import lsp_diagnostic, workspace_edit
from sop_engine.desk.lsp.differences import differences
from sop_engine.desk.lsp.host import Client
from sop_engine.desk.lsp.opened import Opened
from sop_engine.diagnostics import Text
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile, Span
from sop_engine.text import say

__all__ = ["FIX_ALL", "code_actions"]

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.sop"
_ALL = Text("perbaiki semua yang aman", "mend all that is safe")


def code_actions(client: Client, opened: Opened, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about a range.

    Args:
        client: the editor.
        opened: the definition.
        params: the range, and the kinds that are wanted, all where it names none.

    Returns:
        The quick fixes of findings that touch the range, in the order of the text, and the mending of all. The last
        costs more, so it is left out where an editor asks by itself, as it does when the cursor moves.
    """
    only = params.context.only
    actions: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix.value, only):
        actions += _quick_fixes(client, opened, opened.positions.span(params.range))
    by_itself = params.context.trigger_kind == types.CodeActionTriggerKind.Automatic
    if _wanted(FIX_ALL, only) and (only or not by_itself):
        actions += _all_safe(client, opened)
    return actions


def _quick_fixes(client: Client, opened: Opened, span: Span) -> Iterator[types.CodeAction]:
    for found in opened.draft.compiled.diagnostics:
        if found.span.start > span.end or span.start > found.span.end:
            continue
        fix = fix_of(opened.draft.compiled, found)
        if fix is not None:
            yield types.CodeAction(
                say(fix.title, client.language),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[lsp_diagnostic(found, opened, client.language)],
                is_preferred=fix.safe or None,
                edit=workspace_edit(fix.edits, opened, client),
            )


def _all_safe(client: Client, opened: Opened) -> Iterator[types.CodeAction]:
    def compiled(source: SourceFile) -> Compiled:
        return compile_source(source, opened.around.agency, opened.around.mending)

    text = mended(opened.draft.compiled.source, compiled, unsafe=False).text
    if text != opened.text:
        yield types.CodeAction(
            say(_ALL, client.language),
            kind=FIX_ALL,
            edit=workspace_edit(differences(opened.text, text), opened, client),
        )


def _wanted(kind: str, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Whether an editor wants actions of a kind: it names kinds as a whole, ``source`` for all that begin so."""
    return not only or any(f"{kind}.".startswith(f"{wanted!s}.") for wanted in only)
