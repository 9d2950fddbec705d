"""Who issues a SOP: the agency's logo, and its names below.

In: a SOP, the measures of the form, a logo. Out: ``Office``, what is to be drawn and how tall it is; then its
cells at some height of a page.
"""

from dataclasses import dataclass, replace

from sop_engine.layout.drawing import Align, Box, Cell, Picture
from sop_engine.layout.form import Fitted, Form, fitted, rounded
from sop_engine.layout.identity_texts import is_inferred, office_texts
from sop_engine.model.sop import Sop
from sop_engine.reading.logo import Logo

__all__ = ["Office", "office_cells", "office_of"]

_LOGO = (150.0, 68.0)
_LOGO_GAP = 10.0
_OFFICE_PAD = 16.0
_OFFICE_GAP = 3.0
_NAME_LARGER = 1.4
_OTHERS_LARGER = 1.16
_ISSUER = "instansi.nama"


@dataclass(frozen=True, slots=True)
class Office:
    """What stands at the left: who issues the SOP.

    Attributes:
        logo: the picture, or None.
        picture: its width and height, points.
        texts: field, inferred or not, and fitted text from top to bottom.
        height: of all of it, points.
    """

    logo: Logo | None
    picture: tuple[float, float]
    texts: tuple[tuple[str, bool, Fitted], ...]
    height: float


def office_of(sop: Sop, form: Form, logo: Logo | None, tallest: float) -> Office:
    """Return what stands at the left, smaller where it would be taller than some height."""
    limit = form.middle - form.left - 2 * _OFFICE_PAD
    across, down = _logo_size(logo)
    scale = 1.0
    while True:
        texts = []
        for field, text in office_texts(sop):
            larger = _NAME_LARGER if field == _ISSUER else _OTHERS_LARGER
            size = form.font * larger * scale
            bold = field == _ISSUER
            fit = fitted(text, size, limit, tallest, bold=bold, balance=True, spacing=1.22)
            texts.append((field, is_inferred(sop, field), fit))
        height = sum(fit.height for _, _, fit in texts) + _OFFICE_GAP * (len(texts) - 1)
        height += down + _LOGO_GAP if down else 0.0
        if height + 2 * form.pad <= tallest or scale < 0.05:
            return Office(logo, (across, down), tuple(texts), height)
        scale *= 0.92


def _logo_size(logo: Logo | None) -> tuple[float, float]:
    if logo is None:
        return 0.0, 0.0
    scale = min(_LOGO[0] / logo.width, _LOGO[1] / logo.height)
    return rounded(logo.width * scale), rounded(logo.height * scale)


def office_cells(office: Office, form: Form, top: float, height: float) -> tuple[list[Cell], list[Picture]]:
    """Return the names, one below the other in the middle of some height, and the logo over them.

    They stand outside the table, as the head of a letter does.
    """
    y = top + (height - office.height) / 2
    pictures = []
    across, down = office.picture
    if office.logo is not None:
        box = Box(rounded((form.left + form.middle - across) / 2), rounded(y), across, down)
        name = next(fit.text for field, _, fit in office.texts if field == _ISSUER)
        title = f"Logo {' '.join(name.split())}"
        pictures.append(Picture(box, office.logo.data, office.logo.media, title))
        y += down + _LOGO_GAP
    cells = []
    for field, inferred, fit in office.texts:
        box = Box(form.left, rounded(y), rounded(form.middle - form.left), rounded(fit.height))
        cell = Cell(box, None, None, 1, 1, fit.text, fit.lines, fit.size, bold=field == _ISSUER)
        cell = replace(cell, align=Align.CENTRE, field=field, leading=fit.leading, pad=_OFFICE_PAD)
        cells.append(replace(cell, ruled=False, inferred=inferred))
        y += fit.height + _OFFICE_GAP
    return cells, pictures
