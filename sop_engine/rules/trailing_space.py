"""SOP022 trailing-space: a line ends in spaces.

Ada spasi di akhir baris.

Why:
    Nobody sees them, and they mean nothing outside texts that keep their lines; but they show up as changes
    when two versions of a file are compared. So this rule is off until it is selected, and ``sop fix`` takes
    them away. Spaces inside a text over several lines are left alone.

Mengapa:
    Spasi itu tidak terlihat dan tidak berarti apa-apa di luar teks yang mempertahankan barisnya, tetapi tampak
    sebagai perubahan saat dua versi berkas dibandingkan. Karena itu aturan ini baru berlaku bila dipilih, dan
    ``sop fix`` membuangnya. Spasi di dalam teks yang terdiri atas beberapa baris dibiarkan.

Bad::

    # tanda ␠ di sini adalah spasi
    identitas: {nama: Contoh}␠␠
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

Good::

    identitas: {nama: Contoh}
    kegiatan:
      - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}

How to mend:
    Delete the spaces, or run ``sop fix``.

Cara memperbaiki:
    Hapus spasinya, atau jalankan ``sop fix``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.reading.document import Document, Place
from sop_engine.rules.common import reached
from sop_engine.source import Span

KIND = Kind("SOP022", "trailing-space", Severity.INFO, default=False)

_TRAILING = re.compile(r"(?<![ \t])[ \t]++(?=[\r\n]|\Z)")
_LINE_END = re.compile(r"[\r\n]")
_BLANK = re.compile(r"\s*")
_MESSAGE = Text("spasi di akhir baris", "spaces at the end of the line")
_HINT = Text("hapus spasinya, atau jalankan 'sop fix'", "delete them, or run 'sop fix'")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the spaces at the end of each line that does not end inside a text."""
    document, _, _ = reached(compiled)
    texts = list(_texts(document, document.place))
    starts = [start for start, _ in texts]
    for match in _TRAILING.finditer(compiled.source.text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or match.start() >= texts[at][1]:
            yield Diagnostic(KIND, _MESSAGE, compiled.source, Span(*match.span()), _HINT)


def _texts(document: Document, place: Place) -> Iterator[tuple[int, int]]:
    """The stretches, in text order, in which the end of a line belongs to a text."""
    if len(place) == 3:
        inside = place[2]
        for part in inside.values() if isinstance(inside, dict) else inside:
            yield from _texts(document, part if isinstance(inside, list) else part[2])
        return
    text, (start, end) = document.source.text, place
    if text[start : start + 1] in ("|", ">"):
        first, last = _LINE_END.search(text, start), _BLANK.match(text, end)
        # A text in lines goes on to what comes next: blank lines may be its own.
        if first is not None and last is not None:
            yield first.start(), max(last.end(), first.start())
    elif _LINE_END.search(text, start, end):
        yield start, end
