"""How an uraian begins: with an active verb, as the regulation asks, or with what else.

In: the words of one uraian. Out: an ``Opening``: what stands at the beginning and where. A conditional or temporal
clause in front (``Setelah menerima disposisi, ...``) is looked past; where it is not certain what a text begins
with, its form is SILENT and nothing is said of it.
"""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from sop_engine.rules.role_words import HEADS, OFFICES, UNITS
from sop_engine.rules.sentence import Sentence
from sop_engine.rules.verb_words import EVENTS, PAIRS, PHRASES, THINGS
from sop_engine.rules.verbs import Form, acts, form_of
from sop_engine.rules.word_list import words

__all__ = ["Begin", "Opening", "is_performer", "opening"]

_READ = 600
"""Characters of an uraian that are looked at; its beginning decides."""

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
_LEADING = words("""selanjutnya kemudian lalu akhirnya terakhir pertama kedua ketiga keempat kembali segera langsung juga
    serta dan atau akan dapat harus wajib telah sudah sedang tidak belum perlu bisa boleh tetap maka yaitu
    itu setiap hari bulan tahun minggu selambat-lambatnya paling lambat agar supaya""")
"""Words that may stand in front of a verb and are none of the kinds that are looked for."""

_AUXILIARIES = words(
    "akan dapat harus wajib telah sudah sedang tidak belum perlu bisa boleh mulai juga ikut turut"
)
_CLAUSES = words("""jika apabila bila bilamana kalau jikalau setelah sesudah sebelum ketika saat sejak selama sambil dalam
    berdasarkan berdasar sesuai atas dengan melalui karena bagi pada dari terhadap menurut mengingat begitu
    untuk guna demi secara hingga sampai""")
"""Begin a clause or phrase in front of the main one."""

_CONDITIONS = words("jika apabila bila bilamana kalau jikalau")
_NOT_MAIN = words(
    "yang yg untuk guna agar supaya demi sebagai sebelum setelah sesudah ketika saat sambil serta dengan"
)
"""A verb behind these is not the main one of a sentence that began with a noun."""

_VERBAL = frozenset(("me", "di", "be"))
_JOINING = frozenset(("dan", "atau", "serta"))


def opening(text: str, heads: frozenset[str] = frozenset()) -> Opening:
    """What an uraian begins with.

    Args:
        text: the uraian.
        heads: more words, in lower case, that a performer's name begins with.

    >>> opening("Menyusun laporan").begin, opening("Kabid memeriksa laporan").begin
    (<Begin.VERB: 'verb'>, <Begin.SUBJECT: 'subject'>)
    """
    if form_of(text.partition(" ")[0].lower()) is Form.ACTIVE:
        return _VERB
    return _opening(text[:_READ], heads)


def is_performer(word: str) -> bool:
    """Whether a word in lower case is known to begin the name of a performer."""
    return word in _PERFORMERS


@lru_cache(maxsize=2048)
def _opening(text: str, heads: frozenset[str]) -> Opening:
    line = Sentence(text)
    at = _past(line, 0, _LEADING)
    if at == len(line):
        return _SILENT
    if line.low[at] in _CLAUSES:
        return _behind_clause(line, at, heads)
    found = _judged(line, at, heads)
    if at and found.begin is Begin.NOUN and line.low[at - 1] in _AUXILIARIES:
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
    if first in _PERFORMERS or first in heads or _is_initials(line, at):
        return _of_performer(line, at)
    if at + 1 < len(line) and (first, line.low[at + 1]) in PHRASES:
        return _of_noun(line, at, at + 1)
    form = form_of(first)
    if form is Form.ACTIVE or form is Form.ORDER:
        return _VERB
    if form is Form.PASSIVE:
        # "Didampingi Kabid, memaparkan laporan": only says how.
        return _VERB if _goes_on_actively(line, at) else _passive(line, at, at)
    if form is Form.NOUN:
        if at == 0 and len(line) > 1 and ":" in line.gap(1):
            return _judged(line, 1, heads)
        return _of_noun(line, at, at)
    main = _main_verb(line, at)
    # What the first word is nobody knows; a passive verb is one all the same.
    return _SILENT if main is None or acts(line.low[main]) else _passive(line, main, main)


def _goes_on_actively(line: Sentence, at: int) -> bool:
    """Whether an active verb stands behind one of the commas that follow."""
    return "," in line.text and any(
        form_of(line.low[here]) is Form.ACTIVE and "," in line.gap(here) for here in range(at + 1, len(line))
    )


def _of_noun(line: Sentence, at: int, last: int) -> Opening:
    """A noun, of one word or two: what the passive verb behind it handles, or what is done."""
    noun = " ".join(line.low[at : last + 1])
    if not _is_action(noun):
        main = _main_verb(line, last)
        if main is not None and not acts(line.low[main]):
            return _passive(line, at, main)
    start, end = line.start(at), line.end(last)
    return Opening(Begin.NOUN, start, end, noun, start, end)


def _is_action(noun: str) -> bool:
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
    if main is None:
        return _SILENT
    if not acts(line.low[main]):
        return _passive(line, at, main)
    subject = line.start(at), _subject_end(line, at, main)
    return Opening(Begin.SUBJECT, *subject, line.low[main], *line.span(main))


def _passive(line: Sentence, at: int, main: int) -> Opening:
    """A passive verb, with what it is said of where that stands in front of it."""
    last, verb = main, line.low[main]
    if verb == "di":
        last, verb = main + 1, verb + line.low[main + 1]
    start, end = line.start(main), line.end(last)
    if main == at:
        return Opening(Begin.PASSIVE, start, end, verb, start, end)
    return Opening(Begin.OBJECT, line.start(at), _subject_end(line, at, main), verb, start, end)


def _subject_end(line: Sentence, at: int, main: int) -> int:
    """Where the words in front of a verb end without its auxiliaries."""
    last = main - 1
    while last > at and line.low[last] in _AUXILIARIES:
        last -= 1
    return line.end(last)


def _main_verb(line: Sentence, at: int) -> int | None:
    """The first verb of a sentence that began with a noun, relative clauses and purposes left out."""
    here = at + 1
    last = min(len(line), at + _SCANNED)
    broken = ";" in line.text or ":" in line.text
    while here < last:
        word = line.low[here]
        if broken and any(mark in line.gap(here) for mark in ";:"):
            return None
        if word in _NOT_MAIN:
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
    here = _past(line, here, _AUXILIARIES)
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
    firsts = [here for start in starts if (here := _past(line, start, _LEADING)) < len(line)]
    if any(form_of(line.low[here]) in (Form.ACTIVE, Form.ORDER) for here in firsts):
        return _VERB
    certain = [here for here in firsts if line.low[here - 1] == "maka" or "maka" in line.low[at:here][-4:]]
    sure = bool(certain) or len(firsts) == 1
    wanted = (Begin.PASSIVE, Begin.SUBJECT, Begin.OBJECT) if sure else (Begin.PASSIVE,)
    for here in certain or firsts:
        found = _judged(line, here, heads)
        if found.begin in wanted:
            return found._replace(conditional=True) if line.low[at] in _CONDITIONS else found
    return _SILENT
