"""The measures of the sheet: one place for every size and distance, in points.

In: nothing. Out: ``Style``; the layout reads it, and squeezes it where space runs out.
"""

from dataclasses import dataclass, replace

__all__ = ["Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes and distances of one sheet, in points.

    Attributes:
        margin: from the paper's edge to the table, 1.5 cm.
        font: size of the table's text.
        font_fixed: the user asked for that size, so it is kept even if words must be broken.
        least_heading: size below which a heading turns rather than shrinks.
        words: size of the words inside symbols.
        least_words: size below which a symbol grows rather than its words shrink.
        label: size of a branch's words.
        leading: line height as a multiple of the font size.
        pad_x: from a cell's border to its text, left and right.
        pad_y: from a cell's border to its text, top and bottom.
        symbol: width of every symbol of the flow.
        box: height of boxes and capsules.
        diamond: least height of diamonds.
        capsule: height of an added capsule.
        pentagon: width and height of an off-page connector.
        half_row: least room between a symbol and its row's border.
        between: least room between two symbols of one row that stand one above the other.
        pitch: between parallel lines.
        clear: between a line and a symbol that it passes.
        rule: between a line and a rule of the table that it runs along.
        label_room: at most so much of a gutter is kept free for the words of a branch.
        outer_room: the same for the gutters beside the first and the last lane.
        arrow: between the last bend of a line and the symbol that its arrow enters.
    """

    margin: float = 42.52
    font: float = 8.5
    font_fixed: bool = False
    least_heading: float = 6.5
    words: float = 6.5
    least_words: float = 5.5
    label: float = 7.0
    leading: float = 1.18
    pad_x: float = 3.5
    pad_y: float = 3.5
    symbol: float = 36.0
    box: float = 20.0
    diamond: float = 28.0
    capsule: float = 15.0
    pentagon: float = 17.0
    half_row: float = 11.0
    between: float = 15.0
    pitch: float = 5.0
    clear: float = 4.5
    rule: float = 3.5
    label_room: float = 15.0
    outer_room: float = 28.0
    arrow: float = 9.0

    def roomy(self) -> "Style":
        """Return the measures of a sheet whose few lanes have room for larger symbols and words."""
        return replace(
            self, symbol=44.0, box=23.0, diamond=32.0, capsule=17.0, words=7.0, label=7.5, pentagon=18.0
        )

    @property
    def line(self) -> float:
        """Height of one line of the table's text."""
        return self.font * self.leading

    @property
    def smallest_heading(self) -> float:
        """Size that a heading does not go below unless its words fit in no other way."""
        return min(self.font, self.least_heading)
