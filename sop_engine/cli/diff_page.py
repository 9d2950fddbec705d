"""What changed, as a page for people: always Indonesian, and fit to print beside the revised SOP.

In: sections as ``told`` in Indonesian. Out: the text of an HTML file that needs no other.
"""

from collections import Counter
from collections.abc import Sequence

from sop_engine.cli.diff_items import NOTHING, Change, Item, Mark, Section
from sop_engine.report.page import Column, beginning, ending, inert, table
from sop_engine.text import escaped

__all__ = ["as_html"]

_COLUMNS = (Column("Perubahan", 10), Column("Bagian", 30), Column("Semula", 30), Column("Menjadi", 30))
_STYLE = """\
h1{margin-bottom:1mm}
.about{color:#444;overflow-wrap:anywhere}
.letter{margin-top:4mm;padding:3mm 4mm;border:.5pt solid #777;max-width:200mm}
.letter h2{margin:0 0 1mm;font-size:10pt}
.k{display:inline-block;padding:0 .45em;border:1pt solid #111;font-size:7.5pt;font-weight:700;white-space:nowrap}
.added{background:#dff2e1;border-color:#1a6b2a}
.removed{background:#fbe3e1;border-color:#9c2018}
.moved{border-style:dashed}
.plain{border-color:#999;font-weight:400}
.l{margin-right:.4em;color:#555}
.l::after{content:":"}
.changes p+p{margin-top:.8mm}
del,ins{text-decoration:none;background:#fbe3e1}
ins{background:#dff2e1}
.e{color:#555}
"""
_KINDS = {
    Mark.ADDED: ("added", "ditambah"),
    Mark.REMOVED: ("removed", "dihapus"),
    Mark.CHANGED: ("changed", "diubah"),
    Mark.MOVED: ("moved", "dipindah"),
    Mark.PLAIN: ("plain", "tetap"),
    Mark.NOTE: ("plain", "catatan"),
}


def as_html(title: str, heads: Sequence[str], sections: Sequence[Section], summary: tuple[str, str]) -> str:
    """A page that prints on A4 landscape.

    Args:
        title: the heading.
        heads: lines on which two versions these are.
        sections: what changed.
        summary: a heading, and the paragraph for the cover letter under it.
    """
    pieces = [*beginning(title, _STYLE, [("changes", _COLUMNS)]), f"<h1>{inert(title)}</h1>\n"]
    pieces += [f'<p class="about">{inert(escaped(head))}</p>\n' for head in heads]
    pieces.append(
        f'<section class="letter">\n<h2>{inert(summary[0])}</h2>\n<p>{inert(summary[1])}</p>\n</section>\n'
    )
    for section in sections:
        pieces.append(f"<h2>{inert(section.heading)}</h2>\n")
        pieces += table("changes", _COLUMNS, map(_row, section.items), _counted(section), head=1)
    return "".join((*pieces, ending()))


def _counted(section: Section) -> str:
    """How many of each kind there are: ``1 ditambah, 4 diubah.``."""
    counts = Counter(item.mark for item in section.items)
    return ", ".join(f"{counts[mark]} {word}" for mark, (_, word) in _KINDS.items() if counts[mark]) + "."


def _row(item: Item) -> tuple[str, ...]:
    """One row an item, its changes under each other."""
    name, word = _KINDS[item.mark]
    number = f"{inert(escaped(item.number))}. " if item.number else ""
    old = "".join(_side(change, change.old, "del", item.mark) for change in item.changes)
    new = "".join(_side(change, change.new, "ins", item.mark) for change in item.changes)
    notes = "".join(f'<p class="e">{inert(change.note)}</p>' for change in item.changes if change.note)
    title = f"{number}{inert(escaped(item.title))}"
    return f'<span class="k {name}">{word}</span>', title, old, new + notes


def _side(change: Change, texts: Sequence[str], tag: str, mark: Mark) -> str:
    """What stands on one side of a change, behind its label."""
    shown = [inert(escaped(text)) for text in texts]
    if not shown:
        return ""
    if mark is not Mark.PLAIN:
        empty = inert(NOTHING.id)
        shown = [
            f'<span class="e">{text}</span>' if text == empty else f"<{tag}>{text}</{tag}>" for text in shown
        ]
    label = f'<span class="l">{inert(change.label)}</span>' if change.label else ""
    return f"<p>{label}{'; '.join(shown)}</p>"
