"""Settings: what an organisation wants reported, and how gravely.

In: the text of ``sop.toml``, or of a ``pyproject.toml`` with a table ``[tool.sop]``. Out: ``Settings``, words as
they were written; what they mean is known where the rules are (``rules.choice``).

::

    select = ["ALL"]               # only these; without it, all that are on by default
    extend-select = ["SOP406"]     # these too
    ignore = ["SOP508", "unused-output"]

    [severity]
    SOP501 = "info"                # error, warning, info, or off
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType
from typing import Any

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

__all__ = ["LEVELS", "OFF", "Settings", "parse_settings"]

OFF = "off"
LEVELS = ("error", "warning", "info", OFF)
"""What a finding can be graded as."""

_LISTS = ("select", "extend-select", "ignore")
_KEYS = (*_LISTS, "severity")
_PLACE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")


@dataclass(frozen=True, slots=True)
class Settings:
    """Which findings are wanted; each word is a code, the beginning of one, a slug or ``ALL``.

    Attributes:
        select: only these; None for all that are on by default.
        extend_select: these too.
        ignore: not these.
        severity: a grade of ``LEVELS`` by word.
        origin: the file that it comes from, as messages name it; empty for none.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    origin: str = ""


def parse_settings(text: str, origin: str, *, shared: bool = False) -> Settings | None:
    """Read settings.

    Args:
        text: the file's text.
        origin: what messages call the file.
        shared: the file is a ``pyproject.toml``, in which only the table ``[tool.sop]`` is ours.

    Returns:
        The settings; None where a shared file has no such table.

    Raises:
        UsageError: the text is no TOML, or says what is not understood.
    """
    try:
        # Its reader takes longer to load than an ordinary SOP takes to check, and most runs have no such file.
        data: Any = import_module("tomllib").loads(text)
    except (ValueError, RecursionError) as fault:
        raise _bad(origin, *_no_toml(str(fault))) from fault
    if shared:
        data = data.get("tool")
        data = data.get("sop") if isinstance(data, dict) else None
        if data is None:
            return None
        if not isinstance(data, dict):
            raise _bad(origin, Text("'tool.sop' bukan tabel", "'tool.sop' is no table"))
    for key in data:
        if key not in _KEYS:
            raise _unknown(origin, key, table=not shared and key == "tool")
    lists = {key: _words(data[key], key, origin) for key in _LISTS if key in data}
    return Settings(
        lists.get("select"),
        lists.get("extend-select", ()),
        lists.get("ignore", ()),
        MappingProxyType(_grades(data.get("severity", {}), origin)),
        origin,
    )


def _words(value: object, key: str, origin: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    raise _bad(
        origin,
        Text(f"'{key}' bukan daftar teks", f"'{key}' is no list of texts"),
        Text(f'tulis misalnya {key} = ["SOP604"]', f'write for example {key} = ["SOP604"]'),
    )


def _grades(value: object, origin: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _bad(origin, Text("'severity' bukan tabel", "'severity' is no table"))
    found = {word: str(level).lower() for word, level in value.items()}
    for word, level in found.items():
        if level not in LEVELS:
            listed = ", ".join(LEVELS)
            near = get_close_matches(level, LEVELS, n=1)
            subject, of = quoted(level), quoted(word)
            raise _bad(
                origin,
                Text(f"bobot {subject} untuk {of} tidak dikenal", f"severity {subject} for {of} is unknown"),
                Text(f"maksudnya '{near[0]}'?", f"did you mean '{near[0]}'?")
                if near
                else Text(f"pilih salah satu: {listed}", f"choose one of: {listed}"),
            )
    return found


def _no_toml(fault: str) -> tuple[Text, Text]:
    """What is wrong with a text that is no TOML, and how one looks; Python tells the place in English."""
    place = _PLACE.search(fault)
    where = f" di baris {place[1]}, kolom {place[2]}" if place else ""
    example = 'ignore = ["SOP508", "unused-output"]'
    return (
        Text(f"susunan TOML tidak terbaca{where}", f"no TOML: {fault}"),
        Text(f"tulis misalnya {example}", f"write for example {example}"),
    )


def _unknown(origin: str, key: str, *, table: bool) -> UsageError:
    if table:
        return _bad(
            origin,
            Text("di sini tabel [tool.sop] tidak dikenal", "the table [tool.sop] is unknown here"),
            Text(
                "hapus 'tool.sop': [tool.sop] menjadi kunci tanpa tabel, [tool.sop.severity] menjadi [severity]",
                "leave out 'tool.sop': its keys stand at the top, [tool.sop.severity] is [severity]",
            ),
        )
    near = get_close_matches(key.replace("_", "-").lower(), _KEYS, n=1)
    listed = ", ".join(_KEYS)
    hint = (
        Text(f"maksudnya '{near[0]}'?", f"did you mean '{near[0]}'?")
        if near
        else Text(f"yang ada: {listed}", f"there are: {listed}")
    )
    return _bad(origin, Text(f"kunci {quoted(key)} tidak dikenal", f"key {quoted(key)} is unknown"), hint)


def _bad(origin: str, words: Text, hint: Text | None = None) -> UsageError:
    return UsageError(Text(f"{quoted(origin)}: {words.id}", f"{quoted(origin)}: {words.en}"), hint)
