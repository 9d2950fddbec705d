"""What roles, rows and times of a definition mean, in a few lines.

In: a draft, and a name or the index of a row. Out: Markdown in which the author's words are inert.
"""

from typing import Any

from sop_engine.analysis.total import total
from sop_engine.authoring.references import text_of
from sop_engine.desk.draft import Draft
from sop_engine.desk.language.markdown import code
from sop_engine.desk.language.names import Named, Sense, Use, document_now, named_here, uses_of
from sop_engine.diagnostics import Text
from sop_engine.model.symbols import END
from sop_engine.model.waktu import Measure, Waktu, WaktuError, waktu_of
from sop_engine.text import Language, say

__all__ = ["about_name", "about_row", "about_time", "row_data", "row_time", "who"]


def about_name(draft: Draft, use: Use, language: Language) -> str:
    """What a role, row or symbol is that some place names; empty where there is no such."""
    names = named_here(draft)
    if use.sense is Sense.ROLE:
        return _role(draft, use.name, names.roles[use.name], language) if use.name in names.roles else ""
    if use.name == END:
        return say(Text("Prosedur berakhir di sini.", "The procedure ends here."), language)
    step = names.steps.get(use.name)
    if step is None:
        return ""
    if use.declares:
        return about_row(draft, step.row, language)
    if use.loc[-1] == "bersama":
        return f"{_head(step, language)}\n\n{about_time(draft, step.row, language)}"
    return _head(step, language)


def _head(step: Named, language: Language) -> str:
    """The name of a row or symbol, and the uraian of its row."""
    name = f"**{say(Text('Baris', 'Row'), language)}** {code(step.name)}"
    return f"{name}: {code(step.uraian)}" if step.uraian else name


def _role(draft: Draft, key: str, heading: str, language: Language) -> str:
    """The heading of a role, and the rows that it acts in."""
    document = document_now(draft)
    rows = dict.fromkeys(
        int(one.loc[1])
        for one in uses_of(document)
        if one.sense is Sense.ROLE and one.name == key and one.loc[0] == "kegiatan"
    )
    ids = {one.row: one.name for one in reversed(named_here(draft).steps.values()) if one.symbol is None}
    head = f"**{say(Text('Pelaksana', 'Role'), language)}** {code(key)}: {code(heading)}"
    if not rows:
        return f"{head}\n\n{say(Text('Tidak bekerja di baris mana pun.', 'Acts in no row.'), language)}"
    listed = ", ".join(code(ids.get(row, f"({row + 1})")) for row in rows)
    return f"{head}\n\n{say(Text('Bekerja di baris', 'Acts in rows'), language)} {listed}."


def about_row(draft: Draft, row: int, language: Language) -> str:
    """A row: what is done, by whom, in which time, and the total so far."""
    data = row_data(draft, row)
    if not data:
        return ""
    number = text_of(data.get("nomor")) or text_of(data.get("id"))
    head = f"**{say(Text('Baris', 'Row'), language)}** {code(number)}"
    if uraian := text_of(data.get("uraian")):
        head += f": {code(uraian)}"
    roles = ", ".join(code(one) for one in who(draft, data))
    parts = [head, f"{say(Text('Pelaksana', 'Roles'), language)}: {roles}" if roles else ""]
    return "\n\n".join([*filter(None, parts), about_time(draft, row, language)])


def about_time(draft: Draft, row: int, language: Language) -> str:
    """The time of a row in its canonical text, and what the rows up to it and all rows come to."""
    waktu = row_time(row_data(draft, row))
    return "\n\n".join(filter(None, (_reading(waktu, language), _totals(draft, row, language))))


def _reading(waktu: Waktu | None, language: Language) -> str:
    if waktu is None:
        return say(Text("Waktu ini belum dapat dibaca.", "This time cannot be read yet."), language)
    name = say(Text("Waktu", "Time"), language)
    if waktu.measure is Measure.MEASURED:
        return f"{name}: {code(str(waktu))}"
    if waktu.bersama is not None:
        words = Text("bersama baris {}; tidak dihitung lagi", "shared with row {}; not counted again")
        return f"{name}: {say(words, language).format(code(waktu.bersama))}."
    words = Text("tidak terukur, tidak menambah jumlah", "not measured, adds nothing to the total")
    return f"{name}: {code(waktu.teks)} ({say(words, language)})."


def _totals(draft: Draft, row: int, language: Language) -> str:
    """The total so far and that of all rows; what cannot be summed is not."""
    rows = document_now(draft).data.get("kegiatan")
    times = (
        [row_time(one) if isinstance(one, dict) else None for one in rows] if isinstance(rows, list) else []
    )
    if any(time is None for time in times):
        words = Text(
            "Jumlah belum dapat dihitung: ada waktu yang belum dapat dibaca.",
            "No total yet: there is a time that cannot be read.",
        )
        return say(words, language)
    known = [time for time in times if time is not None]
    so_far, whole = total(known[: row + 1]), total(known)
    return say(
        Text(
            f"Jumlah sampai baris ini: {code(str(so_far))}; semua baris: {code(str(whole))}.",
            f"Total up to this row: {code(str(so_far))}; of all rows: {code(str(whole))}.",
        ),
        language,
    )


def row_data(draft: Draft, row: int) -> dict[str, Any]:
    """What a row says; nothing where there is no such row."""
    rows = document_now(draft).data.get("kegiatan")
    data = rows[row] if isinstance(rows, list) and 0 <= row < len(rows) else None
    return data if isinstance(data, dict) else {}


def row_time(data: dict[str, Any]) -> Waktu | None:
    """The time of a row; None where it cannot be read."""
    mutu_baku = data.get("mutu_baku")
    if not isinstance(mutu_baku, dict):
        return waktu_of(None) if mutu_baku is None else None
    try:
        return waktu_of(mutu_baku.get("waktu"))
    except WaktuError:
        return None


def who(draft: Draft, data: dict[str, Any]) -> list[str]:
    """The headings of the roles that act in a row; of one that is not declared, its key."""
    roles = named_here(draft).roles
    symbols = data.get("simbol")
    found: dict[str, None] = {}
    for part in (data, *(symbols if isinstance(symbols, list) else ())):
        named = part.get("pelaksana") if isinstance(part, dict) else None
        keys = [text_of(one) for one in (named if isinstance(named, list) else [named])]
        found.update(dict.fromkeys(roles.get(key) or key for key in keys if key))
    return list(found)
