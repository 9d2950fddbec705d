"""How an uraian begins: with an active verb, as the regulation asks, or with what else.

In: the words of one uraian. Out: an ``Opening``: what stands at the beginning and where. A conditional or temporal
clause in front (``Setelah menerima disposisi, ...``) is looked past; where it is not certain what a text begins
with, its form is SILENT and nothing is said of it.
"""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from sop_engine.rules.role_words import HEADS, OFFICES, UNITS
from sop_engine.rules.sentence import READ, Sentence
from sop_engine.rules.verb_words import (
    AUXILIARIES,
    CLAUSES,
    CONDITIONS,
    EVENTS,
    LEADING,
    NOT_MAIN,
    PAIRS,
    PHRASES,
    THINGS,
)
from sop_engine.rules.verbs import Form, acts, form_of

__all__ = ["Begin", "Opening", "begins_actively", "is_action", "is_performer", "opening"]

_SCANNED = 30
"""Words among which the main verb is looked for."""


class Begin(Enum):
    """What an uraian begins with."""

    VERB = "verb"
    NOUN = "noun"
    PASSIVE = "passive"
    OBJECT = "object"
    SUBJECT = "subject"
    QUESTION = "question"
    SILENT = "silent"


class Opening(NamedTuple):
    """The beginning of an uraian; places are offsets in it.

    Attributes:
        begin: what it is.
        start: where the faulty words begin: noun, passive verb, object or subject.
        end: where they end; of an object and a subject without its verb.
        verb: the noun of action or the verb that decides, in lower case; empty where there is none.
        verb_start: where that verb begins.
        verb_end: where it ends.
        conditional: a condition (``jika``) stands in front of it.
    """

    begin: Begin
    start: int = 0
    end: int = 0
    verb: str = ""
    verb_start: int = 0
    verb_end: int = 0
    conditional: bool = False


_VERB = Opening(Begin.VERB)
_SILENT = Opening(Begin.SILENT)

_PERFORMERS = HEADS | OFFICES | UNITS
_MOMENTS = frozenset(("tanggal", "tgl", "jam", "pukul"))
"""In front of a number they say when: ``Setiap tanggal 5 menyampaikan laporan``."""

_NOT = frozenset(("tidak", "belum"))
_COMING = frozenset(("datang", "tiba"))
_WORD = 64
"""Letters of a word that are looked at; no verb is longer."""

_LABEL = 8
"""Words that a label in front of a colon has at most."""

_VERBAL = frozenset(("me", "di", "be"))
_JOINING = frozenset(("dan", "atau", "serta"))


def begins_actively(text: str) -> bool:
    """Whether the very first word is an active verb; most texts need no further look."""
    return form_of(text[:_WORD].partition(" ")[0].lower()) is Form.ACTIVE


def opening(text: str, heads: frozenset[str] = frozenset()) -> Opening:
    """What an uraian begins with.

    Args:
        text: the uraian.
        heads: more words, in lower case, that a performer's name begins with.

    >>> opening("Menyusun laporan").begin, opening("Kabid memeriksa laporan").begin
    (<Begin.VERB: 'verb'>, <Begin.SUBJECT: 'subject'>)
    """
    if begins_actively(text):
        return _VERB
    return _opening(text[:READ], heads)


def is_performer(word: str) -> bool:
    """Whether a word in lower case is known to begin the name of a performer."""
    return word in _PERFORMERS


@lru_cache(maxsize=2048)
def _opening(text: str, heads: frozenset[str]) -> Opening:
    line = Sentence(text)
    at = _past(line, 0, LEADING)
    while at + 1 < len(line) and line.low[at] in _MOMENTS and any(map(str.isdigit, line.gap(at + 1))):
        at = _past(line, at + 1, LEADING)
    if at == len(line):
        return _SILENT
    if line.low[at] in CLAUSES:
        return _behind_clause(line, at, heads)
    found = _judged(line, at, heads)
    if at and found.begin is Begin.NOUN and line.low[at - 1] in AUXILIARIES:
        # "Perlu persetujuan": short for a verb and a noun.
        return _SILENT
    if found is _VERB or not (line.low[at] == "apakah" or text.rstrip(" \"'").endswith("?")):
        return found
    return Opening(Begin.QUESTION, line.start(at), line.end(len(line) - 1))


def _past(line: Sentence, at: int, passed: frozenset[str]) -> int:
    """The first place from ``at`` on with another word than these."""
    while at < len(line) and line.low[at] in passed:
        at += 1
    return at


def _judged(line: Sentence, at: int, heads: frozenset[str]) -> Opening:
    """The kind of a clause by the word that it begins with."""
    first = line.low[at]
    form = form_of(first)
    if first in _PERFORMERS or (first in heads and form is not Form.NOUN) or _is_initials(line, at):
        return _of_performer(line, at)
    if at + 1 < len(line) and f"{first} {line.low[at + 1]}" in PHRASES:
        return _of_noun(line, at, at + 1)
    if form is Form.ACTIVE or form is Form.ORDER:
        return _VERB
    if first == "di" and _is_main(line, at):
        return _passive(line, at, at)
    if form is Form.PASSIVE:
        # "Didampingi Kabid, memaparkan laporan": only says how.
        return _VERB if _goes_on_actively(line, at) else _passive(line, at, at)
    if form is Form.NOUN:
        if first in heads and (named := _of_performer(line, at)).begin is Begin.SUBJECT:
            # "Keuangan memverifikasi SPJ", where a lane is called so.
            return named
        behind = _behind_label(line, heads) if at == 0 and ":" in line.text else None
        return behind or _of_noun(line, at, at)
    main = _main_verb(line, at)
    # What the first word is nobody knows; a passive verb is one all the same.
    return _SILENT if main is None or acts(line.low[main]) else _passive(line, main, main)


def _behind_label(line: Sentence, heads: frozenset[str]) -> Opening | None:
    """What follows a label and its colon; None where that is no better than the label itself.

    >>> _behind_label(Sentence("Persiapan rapat: menyiapkan bahan"), frozenset()) is _VERB
    True
    """
    labelled = range(1, min(len(line), _LABEL + 1))
    at = next((at for at in labelled if ":" in line.gap(at)), 0)
    if at == 1 or (at and form_of(line.low[at]) in (Form.ACTIVE, Form.ORDER)):
        return _judged(line, at, heads)
    return None


def _goes_on_actively(line: Sentence, at: int) -> bool:
    """Whether an active verb stands behind one of the commas that follow."""
    return "," in line.text and any(
        form_of(line.low[here]) is Form.ACTIVE and "," in line.gap(here) for here in range(at + 1, len(line))
    )


def _of_noun(line: Sentence, at: int, last: int) -> Opening:
    """A noun, of one word or two: what the passive verb behind it handles, or what is done."""
    noun = " ".join(line.low[at : last + 1])
    if not is_action(noun):
        main = _main_verb(line, last)
        if main is not None and not acts(line.low[main]):
            return _passive(line, at, main)
    start, end = line.start(at), line.end(last)
    return Opening(Begin.NOUN, start, end, noun, start, end)


def is_action(noun: str) -> bool:
    """Whether a noun names what is done, so that its verb says nothing: ``penyusunan ... dilaksanakan``."""
    return noun in EVENTS or (noun in PAIRS and noun not in THINGS)


def _is_initials(line: Sentence, at: int) -> bool:
    """``BPKAD``, ``UPTD``: initials at the beginning of a text that is not in capitals throughout."""
    written = line.written(at)
    return (
        written.isupper()
        and 2 <= len(written) <= 12
        and not line.text.isupper()
        and form_of(line.low[at]) is Form.OTHER
    )


def _of_performer(line: Sentence, at: int) -> Opening:
    main = _main_verb(line, at)
    if main is not None and not acts(line.low[main]):
        return _passive(line, at, main)
    main = _coming(line, at, main)
    if main is None:
        return _SILENT
    last = _subject_last(line, at, main)
    # "Kabid tidak menyetujui": what is not done is a part of the activity.
    verb = next((here for here in range(last + 1, main) if line.low[here] in _NOT), main)
    return Opening(
        Begin.SUBJECT, line.start(at), line.end(last), line.low[main], line.start(verb), line.end(main)
    )


def _coming(line: Sentence, at: int, main: int | None) -> int | None:
    """``Pemohon datang``: bare verbs of coming, where they stand in front of the verb that was found."""
    for here in range(at + 1, min(len(line), at + _SCANNED) if main is None else main):
        if line.low[here] in NOT_MAIN or any(mark in line.gap(here) for mark in ",;:."):
            break
        if line.low[here] in _COMING:
            return here
    return main


def _passive(line: Sentence, at: int, main: int) -> Opening:
    """A passive verb, with what it is said of where that stands in front of it."""
    last, verb = main, line.low[main]
    if verb == "di":
        last, verb = main + 1, verb + line.low[main + 1]
    start, end = line.start(main), line.end(last)
    if _is_negated(line, main):
        # "Berkas tidak dapat diproses" is not mended by "Memproses berkas".
        verb = ""
    if main == at:
        return Opening(Begin.PASSIVE, start, end, verb, start, end)
    return Opening(Begin.OBJECT, line.start(at), line.end(_subject_last(line, at, main)), verb, start, end)


def _is_negated(line: Sentence, main: int) -> bool:
    """Whether ``tidak`` stands in front of a verb or of its auxiliaries."""
    here = main - 1
    while here >= 0 and line.low[here] in AUXILIARIES:
        if line.low[here] in _NOT:
            return True
        here -= 1
    return False


def _subject_last(line: Sentence, at: int, main: int) -> int:
    """The last word in front of a verb that is none of its auxiliaries."""
    last = main - 1
    while last > at and line.low[last] in AUXILIARIES:
        last -= 1
    return last


def _main_verb(line: Sentence, at: int) -> int | None:
    """The first verb of a sentence that began with a noun, relative clauses and purposes left out."""
    here = at + 1
    last = min(len(line), at + _SCANNED)
    broken = ";" in line.text or ":" in line.text
    while here < last:
        word = line.low[here]
        if broken and any(mark in line.gap(here) for mark in ";:"):
            return None
        if word in NOT_MAIN:
            here = _behind_relative(line, here + 1)
        elif word[:2] in _VERBAL and _is_main(line, here):
            return here
        else:
            here += 1
    return None


def _is_main(line: Sentence, here: int) -> bool:
    word = line.low[here]
    if word.startswith("di"):
        if word == "di":
            # A passive verb that was torn: di kirim.
            return here + 1 < len(line) and form_of(line.low[here + 1]) is Form.ORDER
        return form_of(word) is Form.PASSIVE
    return acts(word)


def _behind_relative(line: Sentence, here: int) -> int:
    """Where a clause goes on behind ``yang`` or ``untuk``: auxiliaries, its verb and those joined to it are passed.

    >>> line = Sentence("yang telah dibuat dan ditandatangani dikirim")
    >>> line.low[_behind_relative(line, 1)]
    'dikirim'
    """
    here = _past(line, here, AUXILIARIES)
    if here < len(line) and _is_main(line, here):
        here += 2 if line.low[here] == "di" else 1
        while here + 1 < len(line) and line.low[here] in _JOINING and _is_main(line, here + 1):
            here += 2
    return here


def _behind_clause(line: Sentence, at: int, heads: frozenset[str]) -> Opening:
    """What follows a clause in front: behind ``maka``, else behind its comma.

    Where an active verb stands behind any comma, all is well. Behind the first of several commas only a passive verb
    is sure to begin the main clause: a comma may also list what the clause names.
    """
    behind = range(at + 1, len(line)) if "," in line.text or "maka" in line.low else ()
    starts = [here for here in behind if line.low[here] == "maka" or "," in line.gap(here)]
    firsts = [here for start in starts if (here := _past(line, start, LEADING)) < len(line)]
    if any(form_of(line.low[here]) in (Form.ACTIVE, Form.ORDER) for here in firsts):
        return _VERB
    certain = [here for here in firsts if line.low[here - 1] == "maka" or "maka" in line.low[at:here][-4:]]
    sure = bool(certain) or len(firsts) == 1
    wanted = (Begin.PASSIVE, Begin.SUBJECT, Begin.OBJECT) if sure else (Begin.PASSIVE,)
    for here in certain or firsts:
        found = _judged(line, here, heads)
        if found.begin in wanted:
            return found._replace(conditional=True) if line.low[at] in CONDITIONS else found
    return _SILENT
