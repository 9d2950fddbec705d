"""Instancing: one static face of the sheet's variable font, with the characters that are wanted.

In: a face and code points. Out: a TrueType file, as bytes; the same input gives the same bytes. It is loaded only
where no face lies ready, since the font tools take longer to import than a sheet to draw.
"""

from collections.abc import Collection
from io import BytesIO

import fontpkg
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from sop_engine.layout.measure import Face

__all__ = ["instance"]

_FAMILY = "Arimo"
_STYLES = {
    Face.REGULAR: (400, "normal", "Regular"),
    Face.BOLD: (700, "normal", "Bold"),
    Face.ITALIC: (400, "italic", "Italic"),
    Face.BOLD_ITALIC: (700, "italic", "Bold Italic"),
}

# Glyphs are drawn one after another without kerning or shaping, and viewers smooth outlines by themselves.
_UNUSED = ["DSIG", "GDEF", "GPOS", "GSUB", "HVAR", "MVAR", "STAT", "gasp", "prep", "fpgm", "cvt ", "meta"]


def instance(face: Face, code_points: Collection[int]) -> bytes:
    """Return a TrueType file of one face.

    The font is first cut down to the characters and then instanced, which takes a tenth of the time of the other
    way round. Names are written anew: the variable font has one PostScript name for all weights, and a writer
    that goes by names would print bold as regular.

    Args:
        face: the weight and slope.
        code_points: the characters; those that the font lacks are left out.

    Raises:
        Exception: whatever the font package or the font tools raise where either is missing or broken.
    """
    weight, slope, style = _STYLES[face]
    font = TTFont(fontpkg.path(_FAMILY, 400, slope), recalcTimestamp=False)
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = []
    options.drop_tables = [*options.drop_tables, *_UNUSED]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    _rename(font, style)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _rename(font: TTFont, style: str) -> None:
    """Write the names that tell the faces apart: family, style, full and PostScript name."""
    postscript = f"{_FAMILY}-{style.replace(' ', '')}"
    table = font["name"]
    table.names = []
    for number, text in ((1, _FAMILY), (2, style), (4, f"{_FAMILY} {style}"), (6, postscript)):
        table.setName(text, number, 3, 1, 0x409)
