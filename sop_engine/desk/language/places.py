"""Where the names of a definition are declared and used.

In: a draft and an offset in code points, or the id of a step. Out: spans of the text as it stands now. What changes
names everywhere, and what links the drawing with the text, is offered here too.
"""

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.names import Use, document_now, names_of, use_at, uses_of
from sop_engine.desk.language.renaming import renamable, renamed
from sop_engine.desk.language.steps import span_of_step, step_at
from sop_engine.reading.document import Document
from sop_engine.source import Span

__all__ = ["definition", "references", "renamable", "renamed", "span_of_step", "step_at"]


def definition(draft: Draft, offset: int) -> Span | None:
    """Where the name at an offset is declared.

    Args:
        draft: the definition.
        offset: in code points; at either end of the name too.

    Returns:
        The key of a role; the id or nomor of a row or symbol; of a row whose time is shared, that time. None where
        there is no name, or it is declared nowhere.
    """
    use = use_at(draft, offset)
    if use is None:
        return None
    document = document_now(draft)
    if use.loc[-1:] == ("bersama",) and (row := names_of(document).steps.get(use.name)):
        waktu = (*row.loc, "mutu_baku", "waktu")
        if document.has(waktu):
            return document.span(waktu)
    return _declaration(document, use)


def references(draft: Draft, offset: int) -> tuple[Span, ...]:
    """All places of the name at an offset, its declaration first, the others in the order of the text."""
    use = use_at(draft, offset)
    if use is None:
        return ()
    document = document_now(draft)
    first = _declaration(document, use)
    same = [one.span for one in uses_of(document) if (one.sense, one.name) == (use.sense, use.name)]
    return tuple(dict.fromkeys([*([first] if first else []), *sorted(same)]))


def _declaration(document: Document, use: Use) -> Span | None:
    return next(
        (
            one.span
            for one in uses_of(document)
            if one.declares and (one.sense, one.name) == (use.sense, use.name)
        ),
        None,
    )
