"""Markdown in which nothing that an author wrote can come alive: no link, no picture, no HTML.

In: words of a definition, or of the form. Out: Markdown. Words of a definition stand in code spans, which no renderer
looks into; the form's own words stand as they are.
"""

import re
from typing import Any

from sop_engine.desk.language.form import Field
from sop_engine.diagnostics import Text
from sop_engine.text import Language, escaped, say

__all__ = ["about_field", "code", "shortened"]

_LONGEST = 300
_TICKS = re.compile("`+")
_EXAMPLES = Text("Contoh", "Example")
_CHOICES = Text("Pilihan", "Choices")


def code(text: str) -> str:
    """Words on one line as a code span, safe whatever they are; nothing at all is a dash."""
    shown = shortened(text, _LONGEST)
    if not shown:
        return "–"
    longest = max((len(run) for run in _TICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def shortened(text: str, most: int) -> str:
    """Words on one line, without characters that hide or turn text, cut where they are very long."""
    shown = escaped(" ".join(text.split()))
    return shown if len(shown) <= most else f"{shown[: most - 3]}..."


def about_field(field: Field, language: Language) -> str:
    """What the form says of a key: title, explanation, examples."""
    parts = [f"**{field.title}** · {code(field.key)}"]
    if field.about:
        parts.append(field.about)
    if field.choices:
        parts.append(f"{say(_CHOICES, language)}: {', '.join(code(one) for one in field.choices)}")
    elif field.examples:
        parts.append(f"{say(_EXAMPLES, language)}: {', '.join(code(_flow(one)) for one in field.examples)}")
    return "\n\n".join(parts)


def _flow(value: Any) -> str:
    """An example as one writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    return str(value)
