"""Markup: numbers, text and geometry as SVG and HTML write them.

In: values of a ``Drawing``. Out: pieces of XML text in which any text of an author is inert: it cannot end an
element or an attribute, and characters that XML cannot hold are made visible.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence

from sop_engine.layout.drawing import Box, Picture, Point
from sop_engine.layout.measure import Run, visible
from sop_engine.layout.setting import Anchor, SetLine
from sop_engine.render.ink import number

__all__ = [
    "attribute",
    "data_uri",
    "escape",
    "geometry",
    "grey",
    "path",
    "polygon",
    "text_elements",
]


def escape(text: str) -> str:
    """Text as it stands between tags; characters that XML cannot hold are made visible."""
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text as it stands between the quotes of an attribute."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;")


def path(points: Sequence[Point]) -> str:
    """An orthogonal line as absolute commands."""
    x, y = points[0]
    parts = [f"M{number(x)} {number(y)}"]
    for next_x, next_y in points[1:]:
        if next_y == y:
            parts.append(f"H{number(next_x)}")
        elif next_x == x:
            parts.append(f"V{number(next_y)}")
        else:
            parts.append(f"L{number(next_x)} {number(next_y)}")
        x, y = next_x, next_y
    return " ".join(parts)


def grey(value: float) -> str:
    """A grey as a colour; 0 is black, 1 is white."""
    return "#" + f"{round(value * 255):02x}" * 3


def data_uri(picture: Picture) -> str:
    """The bytes of a picture as an address that needs no other file."""
    return f"data:{attribute(picture.media)};base64,{b64encode(picture.data).decode('ascii')}"


def geometry(box: Box) -> str:
    """A rectangle as attributes."""
    return (
        f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
    )


def polygon(corners: Sequence[Point]) -> str:
    """Corners as the value of ``points``."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def text_elements(attributes: str, lines: Sequence[SetLine]) -> Iterator[str]:
    """Yield text elements: one for lines that begin at the left, one for each line that stands in the middle.

    Lines of one element are parted by a blank, so that what is copied has its words apart; in the middle of a
    cell such a blank would push its line aside.
    """
    lines = [line for line in lines if line.line.runs]
    if not lines:
        return
    start = f'<text {attributes} text-anchor="{lines[0].anchor.value}"'
    if len(lines) > 1 and lines[0].anchor is Anchor.START:
        spans = " ".join(f"<tspan {_place(line)}>{_runs(line.line.runs)}</tspan>" for line in lines)
        yield f"{start}{_space(lines)}>{spans}</text>"
        return
    for line in lines:
        yield f"{start} {_place(line)}{_space([line])}>{_runs(line.line.runs)}</text>"


def _place(line: SetLine) -> str:
    return f'x="{number(line.x)}" y="{number(line.y)}"'


def _space(lines: Sequence[SetLine]) -> str:
    """Ask for blanks to be kept where XML would make one of several, or drop one."""
    texts = [line.line.text for line in lines]
    kept = any("  " in text or text[:1] == " " or text[-1:] == " " for text in texts)
    return ' xml:space="preserve"' if kept else ""


def _runs(runs: Sequence[Run]) -> str:
    return "".join(
        f'<tspan font-style="italic">{escape(run.text)}</tspan>' if run.italic else escape(run.text)
        for run in runs
    )
