"""What is known of the place under the pointer.

In: a draft, an offset in code points and a language. Out: a ``Hover`` in Markdown in which the author's words are
inert: the findings there, then what the name, time or key means.
"""

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.answers import Hover
from sop_engine.desk.language.context import Part, context_at
from sop_engine.desk.language.entries import plain_text
from sop_engine.desk.language.form import field_at
from sop_engine.desk.language.markdown import about_field, code
from sop_engine.desk.language.meaning import about_name, about_row, about_time
from sop_engine.desk.language.names import document_now, use_at
from sop_engine.diagnostics import Diagnostic, Severity, Text
from sop_engine.rules.explain import explanations_in_markdown
from sop_engine.text import Language, say

__all__ = ["hover"]

_WEIGHTS = {
    Severity.ERROR: Text("kesalahan", "error"),
    Severity.WARNING: Text("peringatan", "warning"),
    Severity.INFO: Text("catatan", "note"),
}
_IN_ROW = 3
_RULE = "\n\n---\n\n"


def hover(draft: Draft, offset: int, language: Language) -> Hover | None:
    """What is known of a place, or None.

    Args:
        draft: the definition.
        offset: in code points.
        language: of all words that are not the form's own.
    """
    findings = tuple(one for one in draft.compiled.diagnostics if one.span.start <= offset <= one.span.end)
    found = _meaning(draft, offset, language)
    parts = [*(_finding(one, language) for one in findings), *([found.markdown] if found else [])]
    if not parts:
        return None
    spans = [one.span for one in findings]
    return Hover(_RULE.join(parts), found.span if found else min(spans, key=lambda one: one.end - one.start))


def _finding(found: Diagnostic, language: Language) -> str:
    """A finding: what is wrong, the remedy, why it matters and how it is mended."""
    parts = [
        f"**{found.code}** · {say(_WEIGHTS[found.severity], language)}: {code(say(found.message, language))}"
    ]
    if found.hint is not None:
        parts.append(f"→ {code(say(found.hint, language))}")
    explained = explanations_in_markdown().get(found.code)
    if explained is not None:
        parts += [words for text in (explained.why, explained.mend) if (words := say(text, language))]
    return "\n\n".join(parts)


def _meaning(draft: Draft, offset: int, language: Language) -> Hover | None:
    """What the name, time or key at an offset means."""
    context = context_at(draft.text, offset)
    is_name = context.part is Part.VALUE or context.path == ("pelaksana",)
    use = use_at(draft, offset) if is_name else None
    if use is not None and (words := about_name(draft, use, language)):
        return Hover(words, use.span)
    if context.part is Part.KEY:
        key = plain_text(draft.text[slice(*context.span)])
        field = field_at((*context.path, key)) if key else None
        return None if field is None else Hover(about_field(field, language), context.span)
    if context.part is not Part.VALUE or context.path[:1] != ("kegiatan",) or len(context.path) < _IN_ROW:
        return None
    row, *inner = context.path[1:]
    if not isinstance(row, int):
        return None
    if inner == ["mutu_baku", "waktu"] and (words := about_time(draft, row, language)):
        return Hover(words, document_now(draft).span(context.path))
    if inner in (["uraian"], ["nomor"]) and (words := about_row(draft, row, language)):
        return Hover(words, document_now(draft).span(context.path))
    return None
