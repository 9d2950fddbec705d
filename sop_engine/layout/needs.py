"""Needs: what stands in the text columns, and how wide each of them needs or likes to be for it.

In: a SOP, the measures of the sheet and what headings take. Out: the texts of the rows, and widths by field in
points. What is needed breaks no word of usual length; what is wanted leaves headings large as well; what is
liked puts whole texts on one line. Sizes grow with the font where they belong to text.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from sop_engine.layout.measure import Prose, prose
from sop_engine.layout.style import Style
from sop_engine.model.sop import Sop

__all__ = [
    "BEFORE",
    "BEHIND",
    "TEXT_FIELDS",
    "Texts",
    "bare_width",
    "cell_texts",
    "liked_width",
    "longest_word",
    "needed_widths",
    "wanted_widths",
    "words_width",
]

BEFORE = ("nomor", "uraian")
BEHIND = ("kelengkapan", "waktu", "output", "keterangan")
TEXT_FIELDS = (*BEFORE, *BEHIND)

_LEAST = {
    "nomor": 20.0,
    "uraian": 80.0,
    "kelengkapan": 54.0,
    "waktu": 34.0,
    "output": 44.0,
    "keterangan": 26.0,
}
_EMPTY = 20.0
# Sizes of the table's text at its usual font; they grow with a larger one.
_USUAL_FONT = 8.5
_MOST_BY_WORDS = 110.0
_MOST_ON_ONE_LINE = 52.0
_MOST_LIKED = {"uraian": 210.0, "kelengkapan": 130.0, "waktu": 80.0, "output": 120.0, "keterangan": 110.0}
# A text on one line reads better with some air behind it.
_AIR = 5.0
# Edges are rounded, so a text that fits exactly would not.
_SLACK = 0.1

Texts = Sequence[Mapping[str, tuple[Prose, ...]]]
"""The texts of the rows: by field, paragraphs."""


def cell_texts(sop: Sop) -> Texts:
    """Return what stands in the text columns of each row, measured: paragraphs, one an item of a list."""
    known: dict[str, Prose] = {}

    def measured(texts: Iterable[str]) -> tuple[Prose, ...]:
        return tuple([known.get(text) or known.setdefault(text, prose(text)) for text in texts])

    rows = []
    for row in sop.kegiatan:
        quality = row.mutu_baku
        rows.append(
            {
                "nomor": measured([row.nomor] if row.nomor else []),
                "uraian": measured([row.uraian]),
                "kelengkapan": measured(quality.kelengkapan),
                "waktu": measured([_tidy(quality.waktu.teks)] if quality.waktu.teks else []),
                "output": measured(quality.output),
                "keterangan": measured(row.keterangan),
            }
        )
    return rows


def longest_word(rows: Texts, field: str, style: Style) -> float:
    """Return the width of the longest word of a column that a column may be expected to hold whole."""
    most = _MOST_BY_WORDS * max(1.0, style.font / _USUAL_FONT) - 2 * style.pad_x
    found = (text.narrowest(style.font) for row in rows for text in row[field])
    return max((word for word in found if word <= most), default=0.0)


def words_width(rows: Texts, style: Style, least: Mapping[str, float]) -> float:
    """Return the width that all text columns need together so that no word of usual length breaks."""
    return fsum(needed_widths(rows, style, least).values())


def needed_widths(rows: Texts, style: Style, least: Mapping[str, float]) -> dict[str, float]:
    """Return the width that each text column needs so that no word of usual length breaks.

    Headings become small before words break.
    """
    smallest = min(1.0, style.least_heading / style.font)
    widths = {}
    for field in TEXT_FIELDS:
        heading = least.get(field, 0.0) * smallest
        word = longest_word(rows, field, style) + 2 * style.pad_x
        widths[field] = max(bare_width(rows, field, style), heading + _SLACK, word + _SLACK)
    return widths


def wanted_widths(rows: Texts, style: Style, least: Mapping[str, float]) -> dict[str, float]:
    """Return the width at which each text column looks well: for its words, its heading and short texts."""
    larger = max(1.0, style.font / _USUAL_FONT)
    widths = needed_widths(rows, style, least)
    for field in TEXT_FIELDS:
        whole = 0.0
        if field in {"nomor", "waktu"}:
            # A number or a time reads best on one line, if that does not cost too much.
            whole = min(_longest_text(rows, field, style), _MOST_ON_ONE_LINE * larger) + 2 * style.pad_x
        wanted = max(whole, least.get(field, 0.0)) + _SLACK
        used = any(row[field] for row in rows)
        widths[field] = max(widths[field], _LEAST[field] * used, min(wanted, _MOST_BY_WORDS * larger))
    return widths


def bare_width(rows: Texts, field: str, style: Style) -> float:
    """Return the width below which a column does not go; what has little text has no use for more."""
    return min(_LEAST[field], max(_EMPTY, _longest_text(rows, field, style) + 2 * style.pad_x + _SLACK))


def liked_width(rows: Texts, field: str, style: Style) -> float:
    """Return the width at which the texts of a column stand on one line, or which is enough for any text."""
    if field not in _MOST_LIKED:
        return 0.0
    longest = _longest_text(rows, field, style)
    most = _MOST_LIKED[field] * max(1.0, style.font / _USUAL_FONT)
    return min(longest + 2 * style.pad_x + _AIR, most) if longest else 0.0


def _longest_text(rows: Texts, field: str, style: Style) -> float:
    """Return the width of the longest text of a column on one line."""
    return max((text.width(style.font) for row in rows for text in row[field]), default=0.0)


def _tidy(text: str) -> str:
    """A standard time as written, its blanks made single; its line breaks stay."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())
