"""SOP605 begins-with-subject: an activity begins with the one who does it.

Uraian kegiatan diawali pelakunya.

Why:
    The regulation wants a verb without its subject (PermenPAN-RB 35/2012), for the form keeps the performer apart from
    the activity: its lane says who acts. A name in the text says it twice, and when one of the two is changed
    they contradict each other.

Mengapa:
    Kegiatan ditulis dengan kata kerja tanpa subjek (PermenPAN-RB 35/2012), sebab pelaksana sudah mempunyai kolom
    sendiri: lajurnya menunjukkan siapa yang bekerja. Pelaku yang disebut lagi dalam uraian tertulis dua kali, dan
    bila salah satunya diubah, keduanya bertentangan.

Bad::

    kegiatan:
      - {nomor: 1, uraian: Staf menyusun konsep, pelaksana: staf}

Good::

    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Delete the performer and begin with the verb. Whom a document goes to or comes from may be named.

Cara memperbaiki:
    Hapus pelakunya dan mulailah dengan kata kerjanya. Penerima atau asal dokumen tetap boleh disebut.
"""

from collections.abc import Iterator
from functools import lru_cache

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.odd_rows import odd_rows
from sop_engine.rules.places import words_span
from sop_engine.rules.sentence import READ
from sop_engine.rules.uraian import Begin, Opening

KIND = Kind("SOP605", "begins-with-subject", Severity.WARNING)

_SHOWN = 50
"""Letters of the better beginning that the hint shows."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the subject of each uraian that begins with one."""
    document, _, _ = reached(compiled)
    for index, text, found in odd_rows(compiled):
        if found.begin is Begin.SUBJECT:
            message, hint = _said(text[: 2 * READ], found)
            span = words_span(
                document, document.span(("kegiatan", index, "uraian")), text, found.start, found.end
            )
            yield Diagnostic(KIND, message, compiled.source, span, hint)


@lru_cache(maxsize=1024)
def _said(text: str, found: Opening) -> tuple[Text, Text]:
    """Message and hint; who goes on writing in a file has its other rows checked again and again."""
    subject, better = quoted(text[found.start : found.end], 80), quoted(_without(text, found.verb_start))
    return (
        Text(f"uraian diawali pelakunya, {subject}", f"the activity begins with its performer, {subject}"),
        Text(
            f"mulailah dengan {better}; pelaku cukup ditunjukkan lajurnya",
            f"begin with {better}; the lane names the performer",
        ),
    )


def _without(text: str, verb: int) -> str:
    """The text from its verb on, with a capital and cut behind a word."""
    rest = " ".join(text[verb : verb + 4 * _SHOWN].split())
    if len(rest) > _SHOWN:
        rest = f"{rest[:_SHOWN].rpartition(' ')[0] or rest[:_SHOWN]} ..."
    return rest[0].upper() + rest[1:]
