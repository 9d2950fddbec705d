"""From libyaml's event stream straight to data and places.

In: a decoded text. Out: its data, the place of every key and value, the spans of its scalars, and findings.
Spans are flat int tuples: keeping libyaml's Mark or Event objects makes the garbage collector cost ten
times the reading of a large file.

The reader gives no types: every scalar is the text that stands there; a plain empty one, ``~`` or ``null``
is None. What the format has no use for (tags, anchors, aliases, merge keys, keys that are no text, several
documents, a depth over 50) is a finding.
"""

from typing import Any

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.reading.document import Place
from sop_engine.reading.hints import syntax_fault
from sop_engine.source import SourceFile, Span

__all__ = ["Composer"]

DUPLICATE_KEY = Kind("SOP004", "duplicate-key", Severity.ERROR)
UNSUPPORTED = Kind("SOP005", "unsupported-yaml", Severity.ERROR)
NOT_A_SOP = Kind("SOP006", "not-a-definition", Severity.ERROR)
SEVERAL = Kind("SOP007", "several-documents", Severity.ERROR)
TOO_DEEP = Kind("SOP008", "too-deep", Severity.ERROR)
TOO_MANY = Kind("SOP010", "too-many-faults", Severity.ERROR)

DEPTH_LIMIT = 50
_FINDINGS_AT_MOST = 20
_NONE = frozenset(("", "~", "null"))
_SHORT = 5
"""Longer than any word for nothing."""

_NO_KEY = _NONE | {"<<"}
_OPEN = object()
"""Stands for "no key read yet" where a mapping waits for one; a list has None there."""

_QUOTE_IT = Text(
    "bila ini bagian dari teks, apit seluruh teks dengan tanda kutip",
    "if it belongs to a text, put the whole text in quotes",
)
_ONE_MAPPING = Text(
    "definisi adalah satu daftar 'kunci: isi', diawali 'versi_format: 1'",
    "a definition is one list of 'key: value', beginning with 'versi_format: 1'",
)


class _Enough(Exception):  # noqa: N818 - no error: the rest of the file has nothing more to tell
    """Reading on would cost more than it could tell."""


class Composer:
    """One pass over the events of one text.

    Attributes:
        data: the top value after ``run``; None when there is none.
        place: its place.
        scalars: ``(start, end)`` of every scalar in text order, keys included.
        diagnostics: findings, unordered.
    """

    def __init__(self, source: SourceFile) -> None:
        """Nothing is read before ``run``."""
        self.source = source
        self.data: Any = None
        self.place: Place = (0, 0)
        self.scalars: list[tuple[int, int]] = []
        self.diagnostics: list[Diagnostic] = []

    def run(self) -> None:
        """Read the whole text; ``data`` stays None where it could not be read."""
        parser = CParser(self.source.text)
        try:
            self._top(parser)
        except _Enough:
            self.data = None
        except YAMLError as fault:
            self.data = None
            self.diagnostics.append(syntax_fault(self.source, fault, self.scalars))
        finally:
            parser.dispose()

    def _top(self, parser: Any) -> None:
        """The documents of the stream: exactly one, a mapping."""
        parser.get_event()
        first = parser.get_event()
        if type(first) is StreamEndEvent:
            self._report(NOT_A_SOP, 0, 0, Text("berkas ini kosong", "this file is empty"), _ONE_MAPPING)
            return
        event = parser.get_event()
        if type(event) is MappingStartEvent:
            self._begin(event)
            self._mapping(parser, event)
        else:
            if type(event) is ScalarEvent:
                # What follows may tell more: ``kunci:isi`` begins as a text and fails on the next line.
                parser.get_event()
            self._report_top(event)
        parser.get_event()
        more: Any = parser.get_event()
        if type(more) is DocumentStartEvent:
            start: Any = more.start_mark
            end: Any = more.end_mark
            self._report(
                SEVERAL,
                start.index,
                end.index,
                Text("di sini mulai dokumen kedua", "a second document begins here"),
                Text(
                    "satu berkas satu SOP: pindahkan ke berkas lain",
                    "one file, one SOP: move it to another file",
                ),
            )

    def _report_top(self, event: Any) -> None:
        start = event.start_mark.index
        found = Text("daftar", "a list") if type(event) is SequenceStartEvent else Text("teks", "a text")
        self._report(
            NOT_A_SOP,
            start,
            start + 1,
            Text(
                f"isi berkas ini {found.id}, bukan definisi SOP",
                f"this file holds {found.en}, not a SOP definition",
            ),
            _ONE_MAPPING,
        )
        raise _Enough

    def _mapping(self, parser: Any, event: Any) -> None:  # noqa: C901, PLR0912, PLR0915
        """All that stands in the top mapping, in one loop: calls a node would cost a third of the time."""
        get_event = parser.get_event
        scalars = self.scalars
        text = self.source.text
        has_properties = "!" in text or "&" in text
        has_blocks = "|" in text or ">" in text
        stack: list[tuple[Any, Any, Any, tuple[int, int], int, bool]] = []
        data: Any = {}
        places: Any = {}
        key: Any = _OPEN
        key_place = (0, 0)
        opened = event.start_mark.index
        flow = event.flow_style
        last = opened
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                start = event.start_mark.index
                last = event.end_mark.index
                value = event.value
                if has_blocks and event.style in ("|", ">"):
                    last = self._trimmed(start, last)
                place: Place = (start, last)
                scalars.append(place)
                if has_properties and (event.tag is not None or event.anchor is not None):
                    self._refuse_property(event)
                if key is _OPEN:
                    key = value
                    key_place = place
                    if value in data or (value in _NO_KEY and not event.style):
                        self._check_key(value, start, last, event.style, places)
                    continue
                if last - start < _SHORT and value in _NONE and not event.style:
                    value = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if key is _OPEN:
                    self._refuse_key(event)
                self._begin(event)
                stack.append((data, places, key, key_place, opened, flow))
                if len(stack) >= DEPTH_LIMIT:
                    self._too_deep(event)
                opened = last = event.start_mark.index
                flow = event.flow_style
                if kind is MappingStartEvent:
                    data, places, key = {}, {}, _OPEN
                else:
                    data, places, key = [], [], None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if flow:
                    last = event.end_mark.index
                place = (opened, last, places)
                if not stack:
                    self.data, self.place = data, place
                    return
                value = data
                data, places, key, key_place, opened, flow = stack.pop()
            elif kind is AliasEvent:
                start, last = event.start_mark.index, event.end_mark.index
                if key is _OPEN:
                    self._refuse_key(event)
                self._refuse_alias(start, last)
                value, place = None, (start, last)
            else:
                raise _Enough
            if key is None:
                data.append(value)
                places.append(place)
            else:
                data[key] = value
                places[key] = (*key_place, place)
                key = _OPEN

    def _trimmed(self, start: int, end: int) -> int:
        """The end of a block scalar: libyaml's is the next token's start."""
        return start + len(self.source.text[start:end].rstrip())

    def _begin(self, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_property(event)

    def _check_key(self, value: str, start: int, end: int, style: str, places: dict[str, Place]) -> None:
        if value in places:
            self._report(
                DUPLICATE_KEY,
                start,
                end,
                Text(f"kunci '{value}' tertulis dua kali", f"key '{value}' is written twice"),
                Text("hapus salah satu", "delete one of them"),
                Related(Text("yang pertama di sini", "the first one is here"), Span(*places[value][:2])),
            )
        elif value == "<<":
            self._report(
                UNSUPPORTED,
                start,
                end,
                Text("kunci gabung '<<' tidak didukung", "the merge key '<<' is not supported"),
                Text("tulis isinya di sini", "write its content here"),
            )
        elif not style:
            self._report(
                UNSUPPORTED,
                start,
                max(end, start + 1),
                Text("kunci di sini kosong", "the key is empty here"),
                Text("tulis kunci di depan titik dua", "write a key in front of the colon"),
            )

    def _refuse_property(self, event: Any) -> None:
        start = event.start_mark.index
        text = self.source.text
        end = start
        while end < len(text) and text[end] not in " \t\r\n,[]{}":
            end += 1
        written = text[start:end]
        name = Text("tag", "tag") if event.tag is not None else Text("jangkar", "anchor")
        self._report(
            UNSUPPORTED,
            start,
            end,
            Text(f"{name.id} '{written}' tidak didukung", f"{name.en} '{written}' is not supported"),
            _QUOTE_IT,
        )

    def _refuse_alias(self, start: int, end: int) -> None:
        written = self.source.text[start:end]
        self._report(
            UNSUPPORTED,
            start,
            end,
            Text(f"alias '{written}' tidak didukung", f"alias '{written}' is not supported"),
            _QUOTE_IT,
        )

    def _refuse_key(self, event: Any) -> None:
        start = event.start_mark.index
        self._report(
            UNSUPPORTED,
            start,
            start + 1,
            Text("kunci di sini bukan teks", "the key here is not a text"),
            Text(
                "kunci harus berupa teks; bila diawali '{', '[' atau '*', apit dengan tanda kutip",
                "a key must be a text; if it begins with '{', '[' or '*', put it in quotes",
            ),
        )
        raise _Enough

    def _too_deep(self, event: Any) -> None:
        start = event.start_mark.index
        self._report(
            TOO_DEEP,
            start,
            start + 1,
            Text(
                f"lebih dari {DEPTH_LIMIT} tingkat bersarang", f"nested more than {DEPTH_LIMIT} levels deep"
            ),
            Text("definisi SOP hanya butuh sekitar enam tingkat", "a SOP definition needs about six levels"),
        )
        raise _Enough

    def _report(
        self, kind: Kind, start: int, end: int, message: Text, hint: Text | None = None, *related: Related
    ) -> None:
        span = Span(start, min(end, len(self.source.text)))
        self.diagnostics.append(Diagnostic(kind, message, self.source, span, hint, related))
        if len(self.diagnostics) >= _FINDINGS_AT_MOST:
            message = Text("pembacaan berhenti di sini", "reading stopped here")
            hint = Text("betulkan dahulu kesalahan di atas", "mend the faults above first")
            after = Span(span.end, span.end)
            self.diagnostics.append(Diagnostic(TOO_MANY, message, self.source, after, hint))
            raise _Enough
