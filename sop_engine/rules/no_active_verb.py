"""SOP604 no-active-verb: an activity does not begin with an active verb.

Uraian kegiatan tidak diawali kata kerja aktif.

Why:
    The regulation wants activities written actively, by a verb without its subject (PermenPAN-RB 35/2012). "Pembuatan
    nota dinas" names a result and "Nota dinas dibagikan" what is handled; the performer must guess what to do. Orders
    (Susun konsep) pass, and so does whatever the linter does not know: it speaks only where a noun, a passive verb
    or a question surely stands in the verb's place.

Mengapa:
    Kegiatan dalam prosedur ditulis aktif: kata kerja tanpa subjek (PermenPAN-RB 35/2012). "Pembuatan nota dinas" baru
    menyebut hasilnya, dan "Nota dinas dibagikan" menyebut objeknya; pelaksana masih harus menebak apa yang
    dikerjakannya. Bentuk perintah (Susun konsep) diterima. Kata yang tidak dikenal tidak dilaporkan: yang dilaporkan
    hanya kata benda, kata kerja pasif, atau pertanyaan di tempat kata kerja aktif.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Pembuatan nota dinas, pelaksana: staf}
      - {nomor: 2, uraian: Nota dinas dibagikan kepada seluruh bidang, pelaksana: kabag}

Good::

    kegiatan:
      - {nomor: 1, uraian: Membuat nota dinas, pelaksana: staf}
      - {nomor: 2, uraian: Membagikan nota dinas kepada seluruh bidang, pelaksana: kabag}

How to mend:
    Write what the performer of the row does, the verb first (me- or ber-). A condition (Jika ...) belongs to the branches
    of a decision, a question into its ``teks``.

Cara memperbaiki:
    Tulis apa yang dikerjakan pelaksana pada baris itu, diawali kata kerja aktif (me- atau ber-). Syarat (Jika ...) cukup
    menjadi cabang keputusan, dan pertanyaan ditulis pada ``teks``.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.odd_rows import odd_rows
from sop_engine.rules.places import words_span
from sop_engine.rules.sentence import READ
from sop_engine.rules.uraian import Begin, Opening
from sop_engine.rules.verbs import Form, active_of, form_of

KIND = Kind("SOP604", "no-active-verb", Severity.WARNING)

_JOINED = re.compile(r"\s*(?:[,/&]|(?:dan|serta|atau)\b)")
_NOT_ALONE = re.compile(r"\b(?:oleh|dilakukan|dilaksanakan|diadakan|dibantu)\b", re.IGNORECASE)

_SHOWN = 60
"""Letters of an object that a hint repeats; behind a longer one nobody finds the verb."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each uraian with a noun, a passive verb or a question in the place of an active verb."""
    document, _, _ = reached(compiled)
    for index, text, found in odd_rows(compiled):
        if found.begin is not Begin.SUBJECT:
            end = found.verb_end if found.begin is Begin.OBJECT else found.end
            message, hint = _said(text[: 2 * READ], found)
            span = words_span(document, document.span(("kegiatan", index, "uraian")), text, found.start, end)
            yield Diagnostic(
                KIND, message, compiled.source, span, hint, instead=_instead(text[: 2 * READ], found)
            )


@lru_cache(maxsize=1024)
def _said(text: str, found: Opening) -> tuple[Text, Text]:
    """Message and hint; who goes on writing in a file has its other rows checked again and again."""
    return _message(text, found), _hint(text, found)


def _message(text: str, found: Opening) -> Text:
    if found.begin is Begin.QUESTION:
        return Text(
            "uraian berupa pertanyaan, bukan kata kerja aktif",
            "the activity is a question, not an active verb",
        )
    words = quoted(text[found.start : found.end], 80)
    if found.begin is Begin.NOUN:
        return Text(
            f"uraian diawali kata benda {words}, bukan kata kerja aktif",
            f"the activity begins with the noun {words}, not with an active verb",
        )
    if found.begin is Begin.PASSIVE:
        return Text(
            f"uraian memakai kata kerja pasif {words}, bukan kata kerja aktif",
            f"the activity uses the passive verb {words}, not an active one",
        )
    verb = quoted(text[found.verb_start : found.verb_end])
    return Text(
        f"uraian diawali objeknya, {words}, dan memakai kata kerja pasif {verb}",
        f"the activity begins with its object, {words}, and uses the passive verb {verb}",
    )


def _hint(text: str, found: Opening) -> Text:
    if found.begin is Begin.QUESTION:
        return Text(
            "tulis kegiatannya, misalnya 'Memeriksa ...', dan pertanyaannya pada 'teks'",
            "write the activity, such as 'Memeriksa ...', and the question in 'teks'",
        )
    active = active_of(found.verb)
    if not active:
        return Text(
            "mulailah dengan kata kerja aktif: apa yang dikerjakan pelaksana",
            "begin with an active verb: what the performer does",
        )
    offered = quoted(f"{active[0].upper()}{active[1:]}{_object(text, found)} ...")
    if found.conditional:
        return Text(
            f"tulis {offered}; syaratnya cukup menjadi cabang keputusan",
            f"write {offered}; the condition belongs to the branches of a decision",
        )
    return Text(f"mulailah dengan {offered}", f"begin with {offered}")


@lru_cache(maxsize=1024)
def _instead(text: str, found: Opening) -> str | None:
    """The active verb, where it simply takes the place of the first words: not where others go with them."""
    if found.begin not in (Begin.NOUN, Begin.PASSIVE) or found.conditional:
        return None
    words, rest = text[found.start : found.end], text[found.end : found.end + READ]
    active = active_of(found.verb)
    if not active or _JOINED.match(rest) or _NOT_ALONE.search(rest):
        return None
    # Behind what it is done to an active verb would turn the sentence round.
    if found.begin is Begin.PASSIVE and any(map(str.isalpha, text[: found.start])):
        return None
    if len(words) > 1 and words.isupper():
        return active.upper()
    return f"{active[0].upper()}{active[1:]}" if words[0].isupper() else active


def _object(text: str, found: Opening) -> str:
    """What the verb is done to, where it stands in front of it and is short enough to be repeated."""
    if found.begin is not Begin.OBJECT or found.end - found.start > _SHOWN:
        return ""
    words = " ".join(text[found.start : found.end].split())
    first, _, rest = words.partition(" ")
    if " yang " not in words and any(form_of(word.lower()) is Form.ACTIVE for word in rest.split()):
        # "Pemohon memenuhi syarat diberi izin": behind another verb that is no object.
        return ""
    # A capital that only begins the sentence is not wanted behind a verb; that of a name is.
    if first[1:].islower() and not rest[:1].isupper():
        words = words[0].lower() + words[1:]
    return f" {words}"
