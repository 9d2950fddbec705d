"""Indonesian word forms: is a word an active verb, a passive one, a noun?

In: one word. Out: its form, and the active verb that a noun or a passive verb was made from, where that is sure.

The prefix meN- sounds with its root: mem- before b f p v, men- before c d j t z, meng- before vowels g h k, menge-
before one syllable, me- before l m n r w y; p t s k in front of a vowel vanish in it (periksa: memeriksa, susun:
menyusun). Loan words keep them (memproses), and a hyphen or plain me- is common before foreign words (me-review).
Rules decide, lists only where rules err; a form that is not sure is OTHER, and nothing is said of it.
"""

import re
from enum import Enum
from functools import lru_cache

from sop_engine.rules.verb_words import (
    ACTIVE,
    EVENTS,
    NOT_ACTIVE,
    NOT_PASSIVE,
    ONE_SYLLABLE,
    PAIRS,
    PER_ROOTS,
    PHRASES,
    ROOTS,
    THINGS,
)
from sop_engine.rules.word_list import words

__all__ = ["Form", "active_of", "acts", "form_of"]


class Form(Enum):
    """What a word is; ORDER is a bare root that serves as an order (``Periksa berkas``)."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"
    ORDER = "order"
    OTHER = "other"


_ME = re.compile(r"me(?:m[a-z]|n[a-z]|[lrwy][aeiou])[a-z]{2,}|me[b-df-hjkpqstvxz][a-z]{3,}kan")
_BER = re.compile(r"ber(?=[a-z]*[aeiou][a-z]*[aeiou])[a-z]{4,}|bekerja(?:sama)?|belajar")
_HYPHEN = re.compile(r"(?:me|mem|men|meng|meny|menge)-[_*]*[a-z]{2,}[a-z_*-]*")
_DI_HYPHEN = re.compile(r"di-[_*]*([a-z]{2,})[a-z_*-]*")
_DI = re.compile(
    r"di((?:[bp][lr]?|[cdfghjkqtvwxyz]|[dfgkt][lr]|kh|l|m|n[gy]?|r|s(?=[aeiouy])|(?=[aeiou]))[aeiou][a-z]+"
    r"|(?:s[ckpt]|sy|st?r)[a-z]+(?:kan|el)|scan|sponsori|skors|sterilisasi|standardi?sasi)"
)
_VOWEL = re.compile(r"[aeiou]")
_NOUN = re.compile(
    r"(?:pem[bpfvaeiou]|pen[cdjtszaeiouy]|peng[a-z]|pe[lrwym][aeiou]|ke[a-z])[a-z]{2,}an"
    r"|per[a-z]{3,}an|[a-z]{3,}(?:asi|isi|usi|ksi|nsi)|ter[a-z]{3,}nya|[a-z]{3,}(?:itas|ologi|isme)"
)
_NOT_NOUN = words("""kemudian perlahan perempuan kewalahan keponakan kembalikan kelompokkan batasi lunasi fungsi isi awasi atasi
    organisasi asosiasi instansi polisi komisi direksi asisi kerasan sepakan kehutanan keluarkan kenakan""")
"""In the shape of a noun of action, but an adverb, an order, or one who acts."""

_KAN_NOUNS = words(
    "perbaikan percetakan pergerakan perusakan kerusakan kebijakan kenaikan kedudukan kelayakan"
)
_ENCOUNTERS = words("""berkoordinasi berkonsultasi berdiskusi bermusyawarah berangkat berkomunikasi bernegosiasi bekerja bekerjasama
    belajar bersidang berunding berdialog berkirim bersurat berkunjung""")
"""Verbs of ber- that are certainly something done; others may describe (pegawai berprestasi)."""

_STATES = words("""memiliki mempunyai memenuhi memerlukan membutuhkan mengalami menderita meninggal menjadi mengandung
    merasa mencapai melebihi mencukupi meliputi memuat""")
"""Active in form, but behind a name they describe it: ``pemohon memenuhi syarat diberi izin``."""


@lru_cache(maxsize=16384)
def form_of(word: str) -> Form:
    """The form of a word in lower case.

    >>> form_of("menyusun"), form_of("mekanisme"), form_of("pembuatan"), form_of("dibagikan")
    (<Form.ACTIVE: 'active'>, <Form.NOUN: 'noun'>, <Form.NOUN: 'noun'>, <Form.PASSIVE: 'passive'>)
    """
    if word in PAIRS or word in EVENTS or word in THINGS:
        return Form.NOUN
    if "-" in word:
        return _hyphened(word)
    if word in NOT_ACTIVE:
        return Form.NOUN if word in ("menteri", "mentri") else Form.OTHER
    if word in ROOTS:
        return Form.ORDER
    if _ME.fullmatch(word) or _BER.fullmatch(word):
        return Form.ACTIVE
    if word not in NOT_PASSIVE and _is_passive(word):
        return Form.PASSIVE
    return Form.NOUN if _is_noun(word) else Form.OTHER


def _hyphened(word: str) -> Form:
    """``me-review``, ``di-upload``; of a doubled word (``membagi-bagikan``) the first half decides."""
    if _HYPHEN.fullmatch(word):
        return Form.ACTIVE
    if _DI_HYPHEN.fullmatch(word):
        return Form.PASSIVE
    if word in NOT_ACTIVE:
        return Form.OTHER
    first = word.partition("-")[0]
    return form_of(first) if len(first) > 3 else Form.OTHER


def _is_passive(word: str) -> bool:
    stem = _DI.fullmatch(word)
    if stem is None:
        return False
    return len(_VOWEL.findall(stem[1])) > 1 or stem[1] in ONE_SYLLABLE


def _is_noun(word: str) -> bool:
    if word in _NOT_NOUN or not _NOUN.fullmatch(word):
        return False
    # Behind per- and ke- the ending -kan is that of an order (perhatikan, kerjakan), but for a few nouns.
    if word.endswith("kan") and word[:2] in ("ke", "pe") and word[:3] not in ("pem", "pen"):
        return word in _KAN_NOUNS
    return len(word) > 6


def acts(word: str) -> bool:
    """Whether a word behind a name says what is done: an active verb that describes nothing.

    >>> acts("menerima"), acts("berkoordinasi"), acts("berprestasi")
    (True, True, False)
    """
    if word.startswith("be"):
        return word in _ENCOUNTERS
    return word.startswith("me") and word not in _STATES and form_of(word) is Form.ACTIVE


@lru_cache(maxsize=4096)
def active_of(word: str) -> str | None:
    """The active verb that a noun of action, of one word or two, or a passive verb was made from; None where that is not sure.

    >>> active_of("penyusunan"), active_of("diperiksa"), active_of("dicek"), active_of("surat")
    ('menyusun', 'memeriksa', 'mengecek', None)
    """
    if word in PAIRS:
        return PAIRS[word]
    if word in PHRASES:
        return PHRASES[word] or None
    if word in EVENTS:
        return f"melaksanakan {'rapat' if word == 'meeting' else word}"
    if foreign := _DI_HYPHEN.fullmatch(word):
        return f"me{_nasal(foreign[1])}-{word[3:].strip('_*')}"
    if form_of(word) is not Form.PASSIVE or "-" in word:
        return None
    root = word[2:]
    return _active(root if root in ("tanya", "punya") else root.removesuffix("nya"))


def _nasal(root: str) -> str:
    """The sound between me and a foreign root that stays whole."""
    if root[0] in "bfpv":
        return "m"
    if root[0] in "cdjtz":
        return "n"
    return "ng" if root[0] in "aeioughkq" and root != "unit" else ""


def _active(root: str) -> str | None:
    """The root with meN-."""
    if root in ACTIVE:
        return ACTIVE[root]
    if root in ONE_SYLLABLE or root.removesuffix("kan") in ONE_SYLLABLE:
        return f"menge{root}"
    if root.startswith("per") and not root.startswith(PER_ROOTS):
        return f"mem{root}"
    first, second = root[0], root[1:2]
    if first in "aeioughq" or root.startswith("kh"):
        return f"meng{root}"
    if first in "bfv":
        return f"mem{root}"
    if first in "cdjz":
        return f"men{root}"
    if first in "ptks":
        return _melted(root) if second and second in "aeiou" else _kept(root)
    return f"me{root}"


def _melted(root: str) -> str:
    """p, t, k, s vanish in front of a vowel."""
    return {"p": "mem", "t": "men", "k": "meng", "s": "meny"}[root[0]] + root[1:]


def _kept(root: str) -> str:
    """In front of a consonant they stay: memproses, mentransfer, mengklarifikasi, mensyaratkan."""
    return {"p": "mem", "t": "men", "k": "meng", "s": "men"}[root[0]] + root
