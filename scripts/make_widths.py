#!/usr/bin/env python3
"""Write sop_engine/layout/_widths.py: the advance widths of Arimo, by code point and face.

Comes in: the two variable font files of the package fontpkg-arimo. Goes out: a Python module that holds
nothing but figures, so that measuring a text needs neither the font nor a font library. Run it after the
font package changes::

    python scripts/make_widths.py
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import fontpkg
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "sop_engine" / "layout" / "_widths.py"
WIDEST_LINE = 108

HEADER = '''"""Advance widths of {font}, by code point: figures only, written by scripts/make_widths.py.

Comes in: nothing. Goes out: lengths in units of the font ({units} to the em). ASCENT and DESCENT are the
distances from the baseline to the top and to the bottom of a line, both positive; CAP_HEIGHT and X_HEIGHT
are the heights of H and x. The tables are read as tokens: `0041:` (hexadecimal) says at which code point
the widths after it begin; `1139` is the width of one character and `1139*10` that of ten in a row. REGULAR
(weight 400) and BOLD (weight 700) hold all that the font covers but its control and private use
characters; ITALIC and BOLD_ITALIC hold only the characters whose width is not that of the upright face.
"""
'''


def main() -> None:
    """Write the module and say where it is."""
    TARGET.write_text(generate(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{TARGET}\n")


def generate() -> str:
    """Return the whole text of the module; the same font gives the same text.

    Raises:
        ValueError: the upright and the italic file differ in a measure that the module states once.
    """
    upright, italic = (TTFont(fontpkg.path("Arimo", 400, style)) for style in ("normal", "italic"))
    measures = _measures(upright)
    if _measures(italic) != measures:
        msg = f"the italic file has other measures: {_measures(italic)} and not {measures}"
        raise ValueError(msg)
    regular, bold = _widths(upright, 400), _widths(upright, 700)
    tables = {
        "REGULAR": regular,
        "BOLD": bold,
        "ITALIC": _changes(regular, _widths(italic, 400)),
        "BOLD_ITALIC": _changes(bold, _widths(italic, 700)),
    }
    font = f"Arimo {fontpkg.family('Arimo').version}"
    parts = [
        HEADER.format(font=font, units=measures["UNITS_PER_EM"]),
        f'FONT = "{font}"',
        *(f"{name} = {value}" for name, value in measures.items()),
        *(f'\n{name} = """\n' + "\n".join(_lines(table)) + '\n"""' for name, table in tables.items()),
    ]
    return "\n".join(parts) + "\n"


def _measures(font: TTFont) -> dict[str, int]:
    """Return the measures that every face shares, in units of the font."""
    return {
        "UNITS_PER_EM": font["head"].unitsPerEm,
        "ASCENT": font["hhea"].ascent,
        "DESCENT": -font["hhea"].descent,
        "CAP_HEIGHT": font["OS/2"].sCapHeight,
        "X_HEIGHT": font["OS/2"].sxHeight,
    }


def _widths(font: TTFont, weight: int) -> dict[int, int]:
    """Return the advance of each code point at that weight, as the font's HVAR table varies it."""
    glyphs = font.getGlyphSet(location={"wght": weight})
    return {code: round(glyphs[name].width) for code, name in font.getBestCmap().items() if _is_text(code)}


def _is_text(code: int) -> bool:
    """Say whether a code point means the same in every font: no control, no private use."""
    return code >= 0x20 and not 0x7F <= code <= 0x9F and not 0xE000 <= code <= 0xF8FF


def _changes(base: Mapping[int, int], other: Mapping[int, int]) -> dict[int, int]:
    """Return what `other` has otherwise than `base`; both cover the same code points."""
    if base.keys() != other.keys():
        msg = "the upright and the italic file cover different characters"
        raise ValueError(msg)
    return {code: width for code, width in other.items() if base[code] != width}


def _lines(table: Mapping[int, int]) -> Iterator[str]:
    """Yield the table as lines of tokens; each line says anew at which code point it begins."""
    line, expected = "", -1
    for first, count, width in _stretches(table):
        token = f"{width}*{count}" if count > 1 else f"{width}"
        place = f"{first:04x}: "
        addition = f" {token}" if first == expected else f" {place}{token}"
        if line and len(line) + len(addition) <= WIDEST_LINE:
            line += addition
        else:
            if line:
                yield line
            line = place + token
        expected = first + count
    if line:
        yield line


def _stretches(table: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yield (first code point, how many, width) for neighbours of one width, in order."""
    first, count, width = -1, 0, -1
    for code in sorted(table):
        if count and code == first + count and table[code] == width:
            count += 1
            continue
        if count:
            yield first, count, width
        first, count, width = code, 1, table[code]
    if count:
        yield first, count, width


if __name__ == "__main__":
    main()
