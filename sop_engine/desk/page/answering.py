"""What the editor asks while somebody writes, answered as its browser understands it.

In: a ``Session`` and a place in UTF-16 units of the text that the browser has. Out: plain data, with places of the
same kind.
"""

import re
from typing import Any

from sop_engine.desk.language.answers import Completion, Sort
from sop_engine.desk.language.completion import completions
from sop_engine.desk.language.hover import hover
from sop_engine.desk.page.lineends import code_points, shown, shown_offset, stored_offset, units
from sop_engine.desk.page.session import Session
from sop_engine.source import Span

__all__ = ["browser_span", "completed", "explained", "place"]

_ICONS = {
    Sort.KEY: "property",
    Sort.VALUE: "enum",
    Sort.ROLE: "class",
    Sort.TARGET: "variable",
    Sort.UNIT: "constant",
}
_MARKS = re.compile(r"\*\*|`|^#+ ", re.MULTILINE)


def place(session: Session, unit: int) -> int:
    """The place in the session's text that the browser means."""
    return stored_offset(session.text, code_points(shown(session.text), unit))


def browser_span(session: Session, span: Span) -> Span:
    """A span of the session's text as the browser counts it."""
    text = shown(session.text)
    return Span(*(units(text, shown_offset(session.text, offset)) for offset in span))


def completed(session: Session, unit: int) -> dict[str, Any] | None:
    """What may be written at a place; None where nothing is known."""
    found = completions(session.draft, place(session, unit), session.language)
    if not found:
        return None
    span = browser_span(session, found[0].span)
    return {"from": span.start, "to": span.end, "options": [_option(one) for one in found]}


def explained(session: Session, unit: int) -> dict[str, Any] | None:
    """What is known of a place; None where nothing is."""
    found = hover(session.draft, place(session, unit), session.language)
    if found is None:
        return None
    span = browser_span(session, found.span)
    return {"from": span.start, "to": span.end, "text": _plain(found.markdown)}


def _option(one: Completion) -> dict[str, Any]:
    option = {"label": one.label, "apply": shown(one.text), "type": _ICONS[one.sort]}
    if one.detail:
        option["detail"] = one.detail
    if one.about:
        option["info"] = _plain(one.about)
    return option


def _plain(markdown: str) -> str:
    """The words of a short Markdown text; they are shown as they are, never as markup."""
    return _MARKS.sub("", markdown)
