"""Paths as walkthrough checklists: for the terminal, as Markdown, and as a page that prints.

In: ``Told``. Out: text, or the bytes of a file; the HTML is always Indonesian, as all pages are.
"""

from sop_engine.analysis.paths import Path
from sop_engine.cli.paths_data import Told, answers_text, notes_of, time_of
from sop_engine.cli.paths_items import Item, items_of
from sop_engine.diagnostics import Text
from sop_engine.layout.measure import plain
from sop_engine.report.page import Column, beginning, ending, inert, table
from sop_engine.text import Language, escaped, say

__all__ = ["checklist_html", "checklist_markdown", "checklist_text"]

_COLUMNS = (
    Column("Periksa", 7, "m"),
    Column("Langkah", 8, "m"),
    Column("Kegiatan", 40),
    Column("Pelaksana", 19),
    Column("Waktu", 13),
    Column("Jawaban", 13),
)
_DEEPEST = 6
"""Arms within arms are set in so often."""
_STYLE = """\
h1{margin-bottom:1mm}
.about{margin-bottom:2mm;color:#444}
.arm{font-style:italic}
""" + "".join(f".in{depth}{{display:block;margin-left:{5 * depth}mm}}\n" for depth in range(1, _DEEPEST + 1))
_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|~&!"})


def checklist_text(told: Told, language: Language) -> str:
    """Lines with a box each."""
    lines: list[str] = []
    for number, path in enumerate(told.paths.found, 1):
        lines += (
            ["", _heading(told, number, path, language)]
            if lines
            else [_heading(told, number, path, language)]
        )
        for item in items_of(path.walk, told.graph):
            indent = "  " * (item.depth + 1)
            lines.append(f"{indent}{'' if item.arm else '[ ] '}{_words(told, item, language)}")
    return "".join(f"{escaped(line)}\n" if line else "\n" for line in lines)


def checklist_markdown(told: Told, language: Language) -> bytes:
    """A task list for each path."""
    lines = [f"# {_plain(told.sop.identitas.nama)}", ""]
    for note in notes_of(told):
        lines += [_plain(_sentence(say(note, language))), ""]
    for number, path in enumerate(told.paths.found, 1):
        lines += [f"## {_plain(_heading(told, number, path, language))}", ""]
        for item in items_of(path.walk, told.graph):
            words = _plain(_words(told, item, language))
            indent = "  " * item.depth
            lines.append(f"{indent}- {words}" if item.arm else f"{indent}- [ ] {words}")
        lines.append("")
    return ("\n".join(lines[:-1]) + "\n").encode("utf-8", "backslashreplace")


def checklist_html(told: Told) -> bytes:
    """A page that prints on A4 landscape, one table a path."""
    title = f"Daftar periksa: {told.sop.identitas.nama}"
    pieces = [*beginning(title, _STYLE, [("checklist", _COLUMNS)])]
    pieces.append(f"<h1>{inert(title)}</h1>\n")
    lines = (" ".join(told.sop.instansi.nama.split()), *(_sentence(note.id) for note in notes_of(told)))
    pieces += [f'<p class="about">{inert(line)}</p>\n' for line in lines]
    for number, path in enumerate(told.paths.found, 1):
        pieces.append(f"<h2>{inert(_heading(told, number, path, Language.ID))}</h2>\n")
        rows = (_row(told, item) for item in items_of(path.walk, told.graph))
        pieces += table("checklist", _COLUMNS, rows, inert(_chosen(told, path)), head=2)
    return "".join((*pieces, ending())).encode("utf-8", "backslashreplace")


def _heading(told: Told, number: int, path: Path, language: Language) -> str:
    time = time_of(told, path)
    return say(Text(f"Jalur {number}: {time.id}", f"Path {number}: {time.en}"), language)


def _chosen(told: Told, path: Path) -> str:
    answers = answers_text(told, path)
    return f"Jawaban pada jalur ini: {answers}." if answers else "Jalur ini tidak melewati keputusan."


def _words(told: Told, item: Item, language: Language) -> str:
    """``2  Memeriksa konsep (Kepala Badan, 1 jam) -> Tidak``."""
    if item.step is None:
        return say(_arm(item), language)
    text, roles, time = _facts(told, item)
    facts = ", ".join(fact for fact in (roles, say(time, language)) if fact)
    words = f"{item.step}  {text}" + (f" ({facts})" if facts else "")
    return words if item.answer is None else f"{words} -> {' '.join(item.answer.split())}"


def _arm(item: Item) -> Text:
    number, many = item.arm or (1, 1)
    return Text(f"Bersamaan, alur {number} dari {many}:", f"Side by side, arm {number} of {many}:")


def _facts(told: Told, item: Item) -> tuple[str, str, Text]:
    """What is done, who does it, and how long it takes; a time that is not added here is told where it is shared."""
    step = told.graph.steps[item.step or ""]
    roles = told.sop.headings_of(step.lanes)
    cell = told.cells.of[step.row]
    time = Text("", "")
    if item.counts:
        time = Text(str(told.cells.times[step.row]), str(told.cells.times[step.row]))
    elif cell != step.row:
        name = told.cells.names[cell]
        time = Text(f"bersama baris {name}", f"shared with row {name}")
    return " ".join(plain(told.sop.kegiatan[step.row].uraian).split()), " ".join(roles.split()), time


def _row(told: Told, item: Item) -> tuple[str, ...]:
    if item.step is None:
        return ("", "", _set_in(f'<span class="arm">{inert(_arm(item).id)}</span>', item.depth), "", "", "")
    text, roles, time = _facts(told, item)
    again = '<span class="s">diulang</span>' if item.again else ""
    return (
        "☐",
        inert(item.step),
        _set_in(f"{inert(text)}{again}", item.depth),
        inert(roles),
        inert(time.id),
        inert(item.answer or ""),
    )


def _set_in(markup: str, depth: int) -> str:
    """What stands within arms is set in, so that it can be seen where they end."""
    return f'<div class="in{min(depth, _DEEPEST)}">{markup}</div>' if depth else markup


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _plain(text: str) -> str:
    """A text in Markdown, in which nothing of it is markup."""
    return escaped(" ".join(text.split())).translate(_SPECIAL)
