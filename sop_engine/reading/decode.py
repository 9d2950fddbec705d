"""From bytes to text: only UTF-8 without control characters is a definition.

In: the bytes of a file. Out: a ``SourceFile``, and findings where the bytes are no such text. libyaml would
take UTF-16 silently and names no line for a control character, so both are settled here.
"""

import re

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.source import SourceFile, Span

__all__ = ["decode", "forbidden_characters"]

ENCODING = Kind("SOP002", "encoding", Severity.ERROR)
CONTROL = Kind("SOP003", "control-character", Severity.ERROR)

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)

# What YAML 1.2 does not print, and what it reads as a line end though no editor shows one there.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# The rest; one match over a whole clean text is twice as fast as a search for what is not there.
_ALLOWED = re.compile(
    r"[\x20-\x7e\n\r\t\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"
)

_NAMES = {
    "\x85": Text("pemisah baris U+0085", "next line U+0085"),
    "\u2028": Text("pemisah baris U+2028", "line separator U+2028"),
    "\u2029": Text("pemisah paragraf U+2029", "paragraph separator U+2029"),
    "\ufeff": Text("tanda urutan bita U+FEFF di tengah teks", "byte order mark U+FEFF inside the text"),
}
_SHOWN_AT_MOST = 20

_SAVE_AS_UTF8 = Text(
    "simpan ulang berkas sebagai UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8)",
    "save the file again as UTF-8 (in Notepad: Save as, Encoding UTF-8)",
)


def decode(data: bytes, name: str) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """Decode a file.

    Args:
        data: the bytes; one UTF-8 byte order mark in front is accepted and dropped.
        name: what messages call the file.

    Returns:
        The text and no findings; or a text that shows the place, and why it cannot be read.
    """
    encoding = next((known for bom, known in _BOMS if data.startswith(bom)), None)
    if encoding is None and len(data) > 1 and data[:2].count(0) == 1:
        encoding = "UTF-16"
    if encoding is not None:
        source = SourceFile(name, "")
        message = Text(f"berkas ini berkode {encoding}, bukan UTF-8", f"this file is {encoding}, not UTF-8")
        return source, (Diagnostic(ENCODING, message, source, Span(0, 0), _SAVE_AS_UTF8),)
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return SourceFile(name, body.decode()), ()
    except UnicodeDecodeError as fault:
        source = SourceFile(name, body.decode(errors="replace"))
        at = len(body[: fault.start].decode())
        byte = f"0x{body[fault.start]:02x}"
        message = Text(f"bita {byte} bukan teks UTF-8", f"byte {byte} is not UTF-8 text")
        return source, (Diagnostic(ENCODING, message, source, Span(at, at + 1), _SAVE_AS_UTF8),)


def forbidden_characters(source: SourceFile) -> tuple[Diagnostic, ...]:
    """Findings for characters that no definition may hold; the first twenty, for a binary file has thousands."""
    if _ALLOWED.fullmatch(source.text):
        return ()
    found = []
    for match in _FORBIDDEN.finditer(source.text):
        character = match.group()
        known = _NAMES.get(character)
        code = f"U+{ord(character):04X}"
        message = known or Text(f"karakter kendali {code}", f"control character {code}")
        hint = Text(
            "hapus, atau ganti dengan spasi atau baris baru", "delete it, or use a space or a new line"
        )
        found.append(
            Diagnostic(
                CONTROL,
                Text(f"{message.id} tidak boleh ada", f"{message.en} is not allowed"),
                source,
                Span(match.start(), match.end()),
                hint,
            )
        )
        if len(found) == _SHOWN_AT_MOST:
            break
    return tuple(found)
