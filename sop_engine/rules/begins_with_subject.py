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

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import quoted, reached
from sop_engine.rules.odd_rows import odd_rows, words_span
from sop_engine.rules.uraian import Begin

KIND = Kind("SOP605", "begins-with-subject", Severity.WARNING)

_SHOWN = 50
"""Letters of the better beginning that the hint shows."""


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the subject of each uraian that begins with one."""
    for index, text, found in odd_rows(compiled):
        if found.begin is not Begin.SUBJECT:
            continue
        subject, better = quoted(text[found.start : found.end], 80), quoted(_without(text, found.verb_start))
        yield Diagnostic(
            KIND,
            Text(
                f"uraian diawali pelakunya, {subject}", f"the activity begins with its performer, {subject}"
            ),
            compiled.source,
            words_span(reached(compiled)[0], ("kegiatan", index, "uraian"), text, found.start, found.end),
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
