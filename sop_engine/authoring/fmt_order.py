"""The order of the form: keys stand as the paper form has them.

In: a ``Block`` and its path. Out: the same block with its keys in the order of the models. Roles, branches and printed
headings keep the order that their author chose, and so do lists.
"""

from collections.abc import Iterable

from sop_engine.authoring.fmt_parts import SILENCER, Block, Entry, Note
from sop_engine.model.known import known_keys, model_at
from sop_engine.model.sop import Judul
from sop_engine.reading.document import Loc

__all__ = ["put_in_order"]


def put_in_order(block: Block, loc: Loc = (), lead: Iterable[Note] = ()) -> None:
    """Sort the keys of a block and of all in it; comments in front of a key move with it.

    A key that no model knows stays behind the one that it stands behind. Where a comment silences findings on the
    first line of a block, that line stays the first: findings about the whole block are shown there.

    Args:
        block: what is sorted.
        loc: its path.
        lead: the comments above it, where its first entry shares a line with a dash.
    """
    for at, entry in enumerate(block.entries):
        if isinstance(entry.value, Block):
            above = entry.lead if entry.name is None else ()
            put_in_order(entry.value, (*loc, at if entry.name is None else entry.name), above)
    model = model_at(loc)
    if model is None or model is Judul or block.entries[0].name is None:
        return
    keys = known_keys(model)
    rank = -1
    ranked: list[tuple[int, Entry]] = []
    for entry in block.entries:
        rank = keys.index(entry.name) if entry.name in keys else rank
        ranked.append((rank, entry))
    ranked.sort(key=lambda pair: pair[0])
    before, first = block.entries[0], ranked[0][1]
    if first is not before and _silences(before, lead):
        return
    block.entries = [entry for _, entry in ranked]
    if first is not before and _begins_apart(first) and not _begins_apart(before):
        # The empty line parts two places of the block, not two keys.
        before.lead.insert(0, first.lead.pop(0))


def _silences(entry: Entry, lead: Iterable[Note]) -> bool:
    texts = [note.text for note in (*lead, *entry.lead)]
    return any(SILENCER.match(text) for text in (*texts, entry.side.text if entry.side else ""))


def _begins_apart(entry: Entry) -> bool:
    return bool(entry.lead) and not entry.lead[0].text
