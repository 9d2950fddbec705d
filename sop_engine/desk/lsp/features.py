"""The questions that an editor asks of one open definition.

In: the editor, the definition and the question's parameters. Out: the answer in the protocol's words; None where
there is nothing to say.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from lsprotocol import types

from sop_engine.authoring.formatting import formatted
from sop_engine.desk.language.completion import completions
from sop_engine.desk.language.hover import hover
from sop_engine.desk.language.outline import outline
from sop_engine.desk.language.places import definition, references, renamable, renamed
from sop_engine.desk.lsp.actions import FIX_ALL, code_actions
from sop_engine.desk.lsp.answers import completion_list, hover_of, symbols, text_edits, workspace_edit
from sop_engine.desk.lsp.differences import differences
from sop_engine.desk.lsp.host import Client
from sop_engine.desk.lsp.opened import Opened

__all__ = ["FEATURES", "Question"]

TRIGGERS = (" ", ":", "-", "[", "{", ",")
"""Behind these, an editor asks what can be written without being told to."""


def _offset(opened: Opened, params: Any) -> int:
    return opened.positions.offset(params.position)


def _completion(client: Client, opened: Opened, params: types.CompletionParams) -> types.CompletionList:
    offered = completions(opened.draft, _offset(opened, params), client.language)
    return completion_list(offered, opened.positions)


def _hover(client: Client, opened: Opened, params: types.HoverParams) -> types.Hover | None:
    found = hover(opened.draft, _offset(opened, params), client.language)
    return None if found is None else hover_of(found, opened.positions)


def _definition(_: Client, opened: Opened, params: types.DefinitionParams) -> types.Location | None:
    span = definition(opened.draft, _offset(opened, params))
    return None if span is None else types.Location(opened.uri, opened.positions.range(span))


def _references(_: Client, opened: Opened, params: types.ReferenceParams) -> list[types.Location]:
    spans = references(opened.draft, _offset(opened, params))
    wanted = spans if params.context.include_declaration else spans[1:]
    return [types.Location(opened.uri, opened.positions.range(span)) for span in wanted]


def _highlight(
    _: Client, opened: Opened, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight]:
    spans = references(opened.draft, _offset(opened, params))
    return [types.DocumentHighlight(opened.positions.range(span)) for span in spans]


def _prepare_rename(
    _: Client, opened: Opened, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    use = renamable(opened.draft, _offset(opened, params))
    # The name itself, without the quotation marks that may stand around it: it is what people change.
    return None if use is None else types.PrepareRenamePlaceholder(opened.positions.range(use.span), use.name)


def _rename(client: Client, opened: Opened, params: types.RenameParams) -> types.WorkspaceEdit:
    edits = renamed(opened.draft, _offset(opened, params), params.new_name)
    return workspace_edit(edits, opened, client)


def _actions(client: Client, opened: Opened, params: types.CodeActionParams) -> list[types.CodeAction]:
    return code_actions(client, opened, params)


def _formatting(
    _client: Client, opened: Opened, _params: types.DocumentFormattingParams
) -> list[types.TextEdit]:
    document = opened.draft.compiled.document
    if document is None:
        # Half-written lines are no fault of formatting; findings say what is wrong with them.
        return []
    return text_edits(differences(opened.text, formatted(document)), opened.positions)


def _symbols(
    _client: Client, opened: Opened, _params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol]:
    return symbols(outline(opened.draft), opened.positions)


Question = Callable[[Client, Opened, Any], Any]
"""An answer to one kind of question: by the editor, the definition and the question's parameters."""

FEATURES: Mapping[str, tuple[Question, Any]] = MappingProxyType(
    {
        types.TEXT_DOCUMENT_COMPLETION: (_completion, types.CompletionOptions(trigger_characters=TRIGGERS)),
        types.TEXT_DOCUMENT_HOVER: (_hover, None),
        types.TEXT_DOCUMENT_DEFINITION: (_definition, None),
        types.TEXT_DOCUMENT_REFERENCES: (_references, None),
        types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (_highlight, None),
        types.TEXT_DOCUMENT_PREPARE_RENAME: (_prepare_rename, None),
        types.TEXT_DOCUMENT_RENAME: (_rename, None),
        types.TEXT_DOCUMENT_CODE_ACTION: (
            _actions,
            types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
        ),
        types.TEXT_DOCUMENT_FORMATTING: (_formatting, None),
        types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_symbols, None),
    }
)
"""Each question with the options that the server tells the editor of."""
