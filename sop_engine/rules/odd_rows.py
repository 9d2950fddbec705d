"""The rows of a SOP whose uraian is not written as the regulation asks, for the rules that report them.

In: a ``Compiled``. Out: those rows with what they begin with.
"""

from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.model.sop import Sop
from sop_engine.rules.common import reached
from sop_engine.rules.once import once
from sop_engine.rules.uraian import Begin, Opening, begins_actively, is_performer, opening
from sop_engine.rules.verbs import Form, form_of

__all__ = ["odd_rows"]


@once
def odd_rows(compiled: Compiled) -> tuple[tuple[int, str, Opening], ...]:
    """The rows that surely do not begin with an active verb: index, uraian and what it begins with."""
    _, sop, _ = reached(compiled)
    doubtful = [
        (index, row.uraian) for index, row in enumerate(sop.kegiatan) if not begins_actively(row.uraian)
    ]
    if not doubtful:
        return ()
    heads = _heads(sop)
    judged = ((index, text, opening(text, heads)) for index, text in doubtful)
    return tuple(one for one in judged if one[2].begin is not Begin.VERB and one[2].begin is not Begin.SILENT)


def _heads(sop: Sop) -> frozenset[str]:
    """First words of this SOP's headings that are not known to name a performer."""
    return frozenset(word for role in sop.pelaksana.values() for word in _first_words(role.nama))


@lru_cache(maxsize=4096)
def _first_words(heading: str) -> tuple[str, ...]:
    words = [part.strip(" .([").partition(" ")[0].lower() for part in heading.split("/")]
    return tuple(
        word
        for word in words
        if len(word) > 1 and not is_performer(word) and form_of(word) in (Form.OTHER, Form.NOUN)
    )
