"""Our answers in the protocol's words.

In: findings, completions, places and edits, in offsets. Out: the values that pygls sends.
"""

from collections.abc import Iterable, Sequence

from lsprotocol import types

from sop_engine.desk.language.answers import Completion, Hover, Sort, Symbol
from sop_engine.desk.lsp.host import Client
from sop_engine.desk.lsp.opened import Opened
from sop_engine.desk.lsp.positions import Positions
from sop_engine.diagnostics import Diagnostic, Severity, Text
from sop_engine.edits import Edit
from sop_engine.text import Language, say

__all__ = [
    "completion_list",
    "hover_of",
    "lsp_diagnostic",
    "symbols",
    "text_edits",
    "with_hint",
    "workspace_edit",
]

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_SORTS = {
    Sort.KEY: types.CompletionItemKind.Property,
    Sort.VALUE: types.CompletionItemKind.EnumMember,
    Sort.ROLE: types.CompletionItemKind.Variable,
    Sort.TARGET: types.CompletionItemKind.Reference,
    Sort.UNIT: types.CompletionItemKind.Unit,
}
_TAGS = {
    "idle-role": types.DiagnosticTag.Unnecessary,
    "idle-maks": types.DiagnosticTag.Unnecessary,
    "idle-join": types.DiagnosticTag.Unnecessary,
    "idle-silencer": types.DiagnosticTag.Unnecessary,
    "replaced-regulation": types.DiagnosticTag.Deprecated,
}
"""By slug, what editors show pale, for it has no effect, or struck out, for it is no longer in force."""


def with_hint(message: Text, hint: Text | None, language: Language) -> str:
    """What is wrong, and under it the remedy."""
    said = say(message, language)
    return said if hint is None else f"{said}\n{say(hint, language)}"


def lsp_diagnostic(found: Diagnostic, opened: Opened, language: Language) -> types.Diagnostic:
    """A finding."""
    positions = opened.positions
    tag = _TAGS.get(found.kind.slug)
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(opened.uri, positions.range(other.span)), say(other.message, language)
        )
        for other in found.related
    ]
    return types.Diagnostic(
        positions.range(found.span),
        with_hint(found.message, found.hint, language),
        severity=_SEVERITIES[found.severity],
        code=found.code,
        source="sop",
        tags=None if tag is None else [tag],
        related_information=related or None,
    )


def completion_list(offered: Sequence[Completion], positions: Positions) -> types.CompletionList:
    """What can be written, in the order that it is offered in; asked for anew with each further letter."""
    width = len(str(len(offered)))
    items = [
        types.CompletionItem(
            label=one.label,
            kind=_SORTS[one.sort],
            detail=one.detail or None,
            documentation=types.MarkupContent(types.MarkupKind.Markdown, one.about) if one.about else None,
            sort_text=f"{at:0{width}}",
            filter_text=_sought(one, positions.source.text),
            text_edit=types.TextEdit(positions.range(one.span), one.text),
            insert_text_mode=types.InsertTextMode.AsIs,
        )
        for at, one in enumerate(offered)
    ]
    return types.CompletionList(is_incomplete=True, items=items)


def _sought(offered: Completion, text: str) -> str:
    """What an editor holds against the begun word, with the quotation mark that the word may begin with."""
    mark = text[offered.span.start : offered.span.end][:1]
    words = offered.text.lstrip(" ").partition("\n")[0]
    return mark + words.removeprefix(mark) if mark in ("'", '"') else words


def hover_of(hover: Hover, positions: Positions) -> types.Hover:
    """What is said of a place."""
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, hover.markdown), positions.range(hover.span)
    )


def symbols(parts: Iterable[Symbol], positions: Positions) -> list[types.DocumentSymbol]:
    """An outline; what has parts is shown as a group."""
    return [
        types.DocumentSymbol(
            name=part.name or "-",
            kind=types.SymbolKind.Namespace if part.parts else types.SymbolKind.Field,
            range=positions.range(part.span),
            selection_range=positions.range(part.head),
            detail=part.detail or None,
            children=symbols(part.parts, positions) or None,
        )
        for part in parts
    ]


def text_edits(edits: Iterable[Edit], positions: Positions) -> list[types.TextEdit]:
    """Changes of one text."""
    return [types.TextEdit(positions.range(edit.span), edit.text) for edit in edits]


def workspace_edit(edits: Iterable[Edit], opened: Opened, client: Client) -> types.WorkspaceEdit:
    """Changes of one text, with its name, and its version where the editor can refuse those of an older one."""
    changes = text_edits(edits, opened.positions)
    if not client.versioned:
        return types.WorkspaceEdit(changes={opened.uri: changes})
    text = types.OptionalVersionedTextDocumentIdentifier(opened.uri, opened.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text, list(changes))])
