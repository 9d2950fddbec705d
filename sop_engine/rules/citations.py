"""Citations of regulations, read out of the text of ``dasar_hukum``.

In: the text of one item, ``Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik``, ``PermenPAN dan RB No. 53
Tahun 2014``, ``PP 8/2008``, also several in one item. Out: ``Citation`` values in the order of the text. Nothing is
looked up: what a regulation is called decides, not whether it exists.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sop_engine.rules.regulation_kinds import ABBREVIATED, ABBREVIATED_ISSUER, KINDS, issuer_name, kind_name

__all__ = ["Citation", "Part", "cited"]

_MOST = 6000
"""Characters of an item that are read; what is longer is no list item any more."""

_YEAR = r"(?:19|20)[0-9]{2}"
_OF_YEAR = r"(?:tah?u[nm]|tahn|thu?n|th)"
_NUMBER = r"[\w./()-]{0,40}[0-9][\w./()-]{0,40}"

_LANDMARK = re.compile(
    rf"""
      \b(?P<kind>{KINDS})(?!\w)
    | \b(?:nomor|nomer|nomr|nmr|no)(?![^\W\d])\s*[.:]?\s*:?\s*
      (?P<number>{_NUMBER}(?:\s*/\s*{_NUMBER}){{0,4}}|[ivxlc]{{1,7}}(?=\s+tahun\b))
    | \b{_OF_YEAR}\s*[.:]?\s*(?P<year>{_YEAR})\b
    | \b(?:tanggal|tgl|tertanggal)\b\s*[.:]?\s*[0-9]{{1,2}}[^;0-9]{{1,14}}(?P<dated>{_YEAR})\b
    | \b(?P<title>tentang|tetang|tentng|ttg|perihal|hal)\b\s*:?
    | (?P<change>\bdi(?:r?ubah|gantik?a?n?|cabut|perbarui|perbaharui|sempurnakan)\b)
    | (?<![\w./-])(?P<bare>[0-9][\w.-]{{0,15}}(?:\s?/\s?[\w.-]{{1,15}}){{0,3}})
    | (?P<stop>;)
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(
    rf"""
    \s*(?P<kind>undang[-–]undang|peraturan\s+(?:presiden|menteri|daerah|bupati|wali\s?kota|gubernur
        |pemerintah(?!\s+pengganti)))(?!\w|\s+dasar)
    (?P<issuer>[^0-9;,.():]{{0,150}}?)\s+(?:nomor|no\.)\s*(?P<number>[0-9]{{1,4}})\s+tahun\s+(?P<year>{_YEAR})
    \s+tentang\s+(?P<title>[^0-9;]*+)[\s;.,]*
    """,
    re.VERBOSE,
)
"""How nearly all are written; without a digit in the title no other citation stands in it."""

_FOLLOWED_BY_YEAR = re.compile(rf"\s*{_OF_YEAR}\b")
_SPLIT_YEAR = re.compile(rf"(.+?)\s?[/.-]\s?({_YEAR})")
_FILLER = re.compile(r"[\s,.:()–—-]*")
_STATUTE_BOOKS = re.compile(r"(?:tambahan\s+)?(?:lembaran|berita)\s+(?:negara|daerah)\b")
_CHANGED = re.compile(
    r"\b(?:sebagaimana|dan\s+perubahannya|(?:telah\s+)?di(?:ubah|ganti|cabut)\w*\s(?:\w+\s+){0,3}?(?:dengan|oleh))\b"
)
_JOINED = re.compile(r"(?:^|[\s,(])(?:dan|serta|jo|juncto|beserta|yang)\.?$")
_EDGES = " \t\r\n,.:;(–—-"
_WORDS = re.compile(r"[^\W\d_]{3,}")
_INNER = frozenset(
    {
        *("atas", "pelaksanaan", "pelaksana", "melaksanakan", "penetapan", "menjadi", "terhadap"),
        *("pencabutan", "ketentuan", "perubahan"),
    }
)
"""Behind these words another regulation stands in the title of the first."""


class Part(StrEnum):
    """A part of a citation."""

    JENIS = "jenis"
    NOMOR = "nomor"
    TAHUN = "tahun"
    JUDUL = "judul"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation.

    Attributes:
        jenis: the kind and who issued it, in one spelling (``UU``, ``Permen PANRB``, ``Perda``); what stands before
            the number where the kind is not known, and empty where nothing does.
        nomor: the number without leading zeros and blanks; empty where it is missing.
        tahun: the year; empty where it is missing.
        judul: the title as it stands there; empty where it is missing.
        span: its place in the text, title and all.
        head: the place of kind, number and year.
        known: whether its kind is known.
        short: the kind or who issued it is written as an abbreviation, behind which the title is often left out.
        inner: it stands in the title of another one (``Perubahan atas Undang-Undang Nomor ...``).
        changes: it is named as what changed or replaced the one before it.
    """

    jenis: str
    nomor: str
    tahun: str
    judul: str
    span: tuple[int, int]
    head: tuple[int, int]
    known: bool = True
    short: bool = False
    inner: bool = False
    changes: bool = False

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts that the reader of the form needs and does not find, in the order of the pattern."""
        is_whole = self.jenis and self.nomor and self.tahun and (self.judul or self.short)
        if is_whole or self.jenis in ("UUD", "KUH"):
            return ()
        lacks = (
            (Part.JENIS, not self.jenis),
            (Part.NOMOR, not self.nomor),
            (Part.TAHUN, not self.tahun),
            (Part.JUDUL, not self.judul and not self.short),
        )
        return tuple(part for part, lacking in lacks if lacking)


@lru_cache(maxsize=2048)
def cited(text: str) -> tuple[Citation, ...]:
    """Read the citations of an item.

    Args:
        text: the item.

    Returns:
        Those that have at least a kind or a number, in the order of the text; none where the text is no citation
        at all.
    """
    shown = text[:_MOST]
    lower = shown.lower()
    if len(lower) != len(shown):
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in shown)
    if plain := _PLAIN.fullmatch(lower):
        return (_plain(shown, plain),)
    return tuple(_finished(shown, lower, draft) for draft in _drafts(lower))


def _plain(shown: str, match: re.Match[str]) -> Citation:
    """The one citation of a text that is written out as the pattern says."""
    start = match.start("kind")
    return Citation(
        kind_name(match["kind"], issuer_name(match["issuer"])),
        _plain_number(match["number"]),
        match["year"],
        shown[match.start("title") : match.end("title")].rstrip(_EDGES),
        (start, len(shown.rstrip())),
        (start, match.end("year")),
    )


@dataclass(slots=True)
class _Draft:
    """A citation while it is read; offsets, and -1 for what was not met yet."""

    start: int
    kind: re.Match[str] | None = None
    number: str = ""
    number_at: int = -1
    year: str = ""
    head_end: int = 0
    title_at: int = -1
    title_end: int = -1
    end: int = 0
    inner: bool = False
    changes: bool = False

    @property
    def is_begun(self) -> bool:
        return self.kind is not None or bool(self.number)


def _drafts(lower: str) -> Iterator[_Draft]:
    """Cut the text into citations at its landmarks."""
    draft = _Draft(0)
    changes = False
    for match in _LANDMARK.finditer(lower):
        which = match.lastgroup or ""
        if which == "kind":
            if _is_aside(draft, lower, match):
                continue
            if draft.is_begun and not _goes_on(draft, lower, match):
                draft.end = match.start()
                yield draft
                draft = _Draft(match.start(), inner=_is_inner(draft, lower, match), changes=changes)
            elif not draft.is_begun:
                draft = _Draft(match.start(), changes=changes)
            draft.kind, draft.head_end, changes = match, match.end(), False
        elif which == "stop":
            if draft.is_begun:
                draft.end = match.start()
                yield draft
            draft, changes = _Draft(match.end()), False
        elif which == "change":
            changes = True
        else:
            _note(draft, lower, which, match)
    if draft.is_begun:
        draft.end = len(lower)
        yield draft


def _is_aside(draft: _Draft, lower: str, match: re.Match[str]) -> bool:
    """Whether a kind opens no citation: a word of the title before it, or its own short form in parentheses."""
    if draft.title_at < 0:
        return draft.kind is not None and not draft.number and lower[: match.start()].rstrip().endswith("(")
    following = _LANDMARK.search(lower, match.end(), match.end() + 300)
    return following is None or following.lastgroup not in ("number", "bare", "year")


def _is_inner(before: _Draft, lower: str, match: re.Match[str]) -> bool:
    """Whether a kind stands in the title of the citation before it."""
    last = lower[max(before.start, match.start() - 40) : match.start()].split()[-1:]
    return before.title_at >= 0 and bool(last) and last[0] in _INNER


def _goes_on(draft: _Draft, lower: str, match: re.Match[str]) -> bool:
    """Whether a kind only says more of the one before it: ``Peraturan Pelaksanaan Undang-Undang Nomor 5``."""
    if draft.kind is None or draft.number or draft.year or draft.title_at >= 0:
        return False
    between = lower[draft.kind.end() : match.start()]
    return "," not in between and " dan " not in between


def _note(draft: _Draft, lower: str, which: str, match: re.Match[str]) -> None:
    """Take up a number, a year or the beginning of the title; a number may also stand behind the title."""
    if which == "title":
        if draft.title_at < 0 and draft.is_begun:
            draft.title_at = match.end()
        return
    if which in ("number", "bare"):
        if draft.number or (which == "bare" and not _is_number(draft, lower, match)):
            return
        draft.number, draft.number_at = match[which], match.start(which)
        if draft.title_at >= 0:
            draft.title_end = match.start()
    elif draft.year or (draft.title_at >= 0 and draft.title_end < 0):
        return
    else:
        draft.year = match[which]
    draft.head_end = match.end()


def _is_number(draft: _Draft, lower: str, match: re.Match[str]) -> bool:
    """Whether a number without "Nomor" is one: ``UU 25 Tahun 2009``, ``PP 8/2008``; never in a title."""
    return (
        draft.kind is not None
        and draft.title_at < 0
        and bool(_SPLIT_YEAR.fullmatch(match["bare"]) or _FOLLOWED_BY_YEAR.match(lower, match.end()))
    )


def _finished(shown: str, lower: str, draft: _Draft) -> Citation:
    """The citation of a draft."""
    number = "".join(draft.number.split()).strip("().,-/")
    year = draft.year
    if not year and (match := _SPLIT_YEAR.fullmatch(number)):
        # Behind a plain number stands the year alone; a long one (800/06/2019) keeps it as a part of its own.
        number, year = (match[1], match[2]) if match[1].isdigit() else (number, match[2])
    if draft.kind is None:
        before = lower[draft.start : draft.number_at]
        words = re.sub(r"\b(?:nomor|nomer|nmr|no)\b[\s.:]*$", "", before).strip(_EDGES + ")")
        jenis = " ".join(words.split()) if _WORDS.search(words) else ""
    else:
        jenis = kind_name(draft.kind["kind"], _issuer(lower, draft))
    text = shown[draft.start : draft.end]
    start = draft.start + len(text) - len(text.lstrip())
    return Citation(
        jenis,
        _plain_number(number),
        year,
        _title(shown, lower, draft),
        (start, max(start, draft.start + len(text.rstrip()))),
        (start, max(start, draft.head_end)),
        draft.kind is not None,
        draft.kind is not None and _is_short(lower, draft),
        draft.inner,
        draft.changes,
    )


def _is_short(lower: str, draft: _Draft) -> bool:
    """Whether kind or issuer is abbreviated: ``Permenpan``, ``Peraturan Menteri PANRB``, ``Peraturan LKPP``."""
    if draft.kind is None:
        return False
    begin, end = draft.kind.start(), draft.number_at if draft.number else draft.kind.end()
    return bool(
        ABBREVIATED.match(draft.kind["kind"]) or ABBREVIATED_ISSUER.search(lower, begin, max(begin, end))
    )


def _issuer(lower: str, draft: _Draft) -> str:
    """Who issued it: the words between the kind and the number, the year or the title."""
    if draft.kind is None:
        return ""
    begin = draft.kind.end()
    ends = [at for at in (draft.number_at, draft.title_at) if at > begin]
    return issuer_name(lower[begin : min(ends, default=draft.end)][:300])


def _plain_number(number: str) -> str:
    return number.lstrip("0") or number if number.isdigit() else number


def _title(shown: str, lower: str, draft: _Draft) -> str:
    """The title: what stands behind "tentang", or behind number and year where that word is missing."""
    begin = draft.title_at
    if begin < 0:
        if not (draft.number and draft.year):
            return ""
        filler = _FILLER.match(lower, draft.head_end)
        begin = filler.end() if filler else draft.head_end
        if _STATUTE_BOOKS.match(lower, begin):
            return ""
    words = shown[begin : draft.title_end if draft.title_end >= 0 else draft.end]
    if changed := _CHANGED.search(words.lower()):
        words = words[: changed.start()]
    words = _JOINED.sub("", words.rstrip(_EDGES)).strip(_EDGES)
    if words.count(")") > words.count("("):
        words = words.rstrip(")")
    return words if _WORDS.search(words) else ""
