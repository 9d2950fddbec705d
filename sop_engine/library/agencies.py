"""Which agency a definition belongs to.

In: definitions, their bytes, and what they became. Out: the code that each goes by, and advice where none goes
by a code.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library.finding import Definition
from sop_engine.reading import decode, read
from sop_engine.text import quoted

__all__ = ["CODE", "SHOWN", "code_of", "mentions", "stated_code", "unknown_agency"]

CODE = re.compile(r"[a-z0-9-]+")

SHOWN = 12
"""How many agencies advice lists."""


def mentions(data: bytes, code: str) -> bool:
    """Whether a definition can state this agency's code at all; a cheap sieve before it is compiled.

    A code is written in plain letters; only an escape in a quoted text could hide it.
    """
    return code.encode() in data or b"\\" in data


def code_of(compiled: Compiled) -> str | None:
    """The agency's code as a definition states it, also where the rest of it is faulty; None without one."""
    data = None if compiled.document is None else compiled.document.data.get("instansi")
    code = data.get("kode") if isinstance(data, dict) else None
    return code.strip() if isinstance(code, str) and CODE.fullmatch(code.strip()) else None


def stated_code(definition: Definition, data: bytes) -> str | None:
    """The code that ``--agency`` finds a definition by: the one that it states, else its name's.

    The definition is read but not validated, so this suits advice over many files.

    Args:
        definition: which one it is.
        data: its bytes.

    Returns:
        The code; None where neither the text nor the name is one.
    """
    source, faults = decode(data, definition.name)
    if not faults and (code := code_of(Compiled(source, read(source)[0]))) is not None:
        return code
    name = definition.agency
    return name if name is not None and CODE.fullmatch(name) else None


def unknown_agency(
    code: str, definitions: Iterable[tuple[Definition, bytes]], *, word: bool = False
) -> UsageError:
    """The error for a code that no definition states, with the nearest ones that are stated.

    Args:
        code: what the user asked for.
        definitions: all that there are, with their bytes.
        word: it was asked for by a word, which might have been a path too.
    """
    stated: dict[str, Definition] = {}
    liars: list[tuple[Definition, str]] = []
    for definition, data in definitions:
        name = stated_code(definition, data)
        if name is None:
            continue
        stated.setdefault(name, definition)
        if definition.agency == code:
            liars.append((definition, name))
    subject = quoted(code)
    message = Text(f"instansi {subject} tidak dikenal", f"agency {subject} is unknown")
    if word:
        message = Text(
            f"tidak ada berkas atau instansi bernama {subject}",
            f"there is no file or agency called {subject}",
        )
    if liars:
        file, name = quoted(liars[0][0].name), liars[0][1]
        return UsageError(
            message, Text(f"{file} menyatakan kode '{name}'", f"{file} states the code '{name}'")
        )
    close = get_close_matches(code.lower(), stated, n=3, cutoff=0.6)
    if close:
        listed = ", ".join(f"'{name}'" for name in close)
        return UsageError(message, Text(f"maksudnya {listed}?", f"did you mean {listed}?"))
    listed = ", ".join(sorted(stated)[:SHOWN]) + (", ..." if len(stated) > SHOWN else "")
    return UsageError(message, Text(f"yang ada: {listed}", f"there are: {listed}") if stated else None)
