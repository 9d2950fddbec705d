"""Numbering the rows anew, with every reference to them.

In: a finding on the numbers of rows. Out: the edits that number them 1, 2, 3 ... Nothing where the numbers are meant
so, as a comment says, or where it is not known what every reference means. Where words name a row by its number, as in
``kembali ke langkah 3``, they would name another one, so somebody has to look at them.
"""

import re
from collections.abc import Iterator

from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.numbering import renumbered
from sop_engine.authoring.references import number_of, rows_of, uses
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Text
from sop_engine.edits import Edit
from sop_engine.graph.process import BadName, NameFault
from sop_engine.reading.document import Data, Document
from sop_engine.rules.once import once
from sop_engine.rules.silence import silenced_lines

__all__ = ["NUMBERS", "TOLD_NUMBERS"]

_CODES = frozenset(("SOP207", "SOP208", "SOP209"))
_NAMES = frozenset(("SOP202", "SOP203", "SOP204", "SOP206", "SOP210", "SOP211"))
"""Faults of names and of what refers to them."""


_TOLD = re.compile(
    r"""\b(?:langkah|kegiatan|aktivitas|tahap(?:an)?|prosedur|proses|baris|butir|poin|point|step|activity|row
    |nomor|nomer|no|angka|kembali\ ke|lanjut\ ke)\b
    [\s.:]*(?:ke\b[\s-]*)?(?:nomor|nomer|no|angka)?[\s.:]*\(?
    ([0-9]{1,4}(?:[\s,&–-]*(?:dan|atau|sampai|hingga|s\.?d\.?)?\s*[0-9]{1,4})*)[a-z]?\b
    (?!/|\s*(?:tahun|semester|bulan|minggu|hari|jam|menit|kali|orang|lembar|rangkap|dokumen|berkas)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that name rows by their numbers."""

_DIGITS = re.compile(r"[0-9]+")
_NO_WORDS = frozenset(("nomor", "id", "pelaksana", "lanjut", "cabang", "bersama", "disimpulkan"))
"""Keys of a row whose values are no words for people."""


def _safe(compiled: Compiled, _found: Diagnostic) -> tuple[Edit, ...] | None:
    return None if _tells(compiled) else _numbered(compiled)


def _unsafe(compiled: Compiled, _found: Diagnostic) -> tuple[Edit, ...] | None:
    return _numbered(compiled)


@once
def _tells(compiled: Compiled) -> bool:
    """Whether words name a row that is to have another number, or a number that another row is to have."""
    document = compiled.document
    rows = rows_of(document) if document is not None else None
    if document is None or rows is None:
        return False
    before = [number_of(row).rstrip(" .").lstrip("0") for row in rows]
    after = [str(number) for number in range(1, len(rows) + 1)]
    moved = {name for pair in zip(before, after, strict=True) if pair[0] != pair[1] for name in pair}
    return any(
        number.lstrip("0") in moved
        for words in _words(document)
        for told in _TOLD.finditer(words)
        for number in _DIGITS.findall(told[1])
    )


def _words(document: Document) -> Iterator[str]:
    """What people read of the rows, the notes under the table, and comments."""
    yield from _texts(document.data.get("kegiatan"))
    yield from _texts(document.data.get("catatan"))
    for comment in document.comments:
        yield comment.text


def _texts(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NO_WORDS:
                yield from _texts(value)


@once
def _numbered(compiled: Compiled) -> tuple[Edit, ...]:
    document, sop, graph = compiled.document, compiled.sop, compiled.graph
    # There is a total where every row could be read.
    if document is None or sop is None or graph is None or compiled.total is None:
        return ()
    if (
        not graph.complete
        or graph.unresolved
        or not all(_is_unused(document, bad) for bad in graph.bad_names)
    ):
        return ()
    if any(one.is_error and one.code in _NAMES for one in compiled.diagnostics):
        return ()
    if any(code in _CODES for code, _ in silenced_lines(document)):
        return ()
    return renumbered(document, sop)


def _is_unused(document: Document, bad: BadName) -> bool:
    """Whether a row without a name of its own may get one: nothing can have meant it, nor the other row of its number."""
    if bad.fault is NameFault.MISSING:
        return True
    symbol = re.compile(rf"{re.escape(bad.text)}[a-z]*")
    return bad.fault is NameFault.REPEATED and not any(symbol.fullmatch(use.name) for use in uses(document))


NUMBERS = Fixer(
    _safe,
    lambda _: Text(
        "nomori ulang semua baris beserta rujukannya", "renumber all rows and what refers to them"
    ),
    safe=True,
)
TOLD_NUMBERS = Fixer(
    _unsafe,
    lambda _: Text(
        "nomori ulang semua baris; nomor baris di dalam teks perlu disesuaikan sendiri",
        "renumber all rows; numbers of rows in texts are for you to change",
    ),
)
