"""``sop duration --expected``: what a SOP takes on average, in words and as plain data.

In: an ``Expected``. Out: lines of text, and the object under ``expected``.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from sop_engine.analysis.expected import Expected, near
from sop_engine.analysis.shares import Part
from sop_engine.analysis.total import Total
from sop_engine.cli.doubts import doubt_json, listed
from sop_engine.cli.timing_pen import NONE, Pen, doubt_lines, paragraph
from sop_engine.cli.timing_words import Asked, number_json, percent, plain_number
from sop_engine.diagnostics import Text
from sop_engine.text import shell_word

__all__ = [
    "DEVIATION",
    "HOW_OFTEN",
    "expected_json",
    "expected_lines",
    "near_text",
    "spread_text",
    "times_text",
]

WHOLE = Fraction(1)
DEVIATION = Text("simpangan baku", "standard deviation")
HOW_OFTEN = Text("berapa kali dikerjakan", "how often steps are done")


def near_text(pen: Pen, found: Total | None, *, clock: bool) -> str:
    """An expected time, to the nearest second or hundredth of a day, with ``≈`` where that is not exact."""
    if found is None:
        return "-"
    low, high = near(found.low), near(found.high)
    exact = (low, high) == (found.low, found.high)
    text = pen.time(low, high, clock=clock, measured=found.measured)
    return text if exact else f"≈ {text}"


def expected_lines(pen: Pen, found: Expected, *, clock: bool) -> Iterator[str]:
    """The section of the page.

    Args:
        pen: how it is written.
        found: what was worked out.
        clock: some row's time is written as ``1 x 24 jam``.
    """
    yield pen.say(
        Text(
            "Rata-rata menurut peluang cabang (dihitung tepat, bukan dengan percobaan acak)",
            "Average by the probabilities of branches (worked out, not by runs of chance)",
        )
    )
    if found.doubt is not None:
        yield from doubt_lines(pen, found.doubt)
        return
    if found.elapsed_doubt is not None:
        yield from doubt_lines(
            pen, found.elapsed_doubt, Text("lama tidak dapat dihitung", "elapsed time cannot be told")
        )
    elif found.elapsed is not None:
        yield from _line(pen, Text("lama", "elapsed"), near_text(pen, found.elapsed, clock=clock))
        yield from _spread(pen, found)
    yield from _line(pen, Text("kerja", "work"), near_text(pen, found.work, clock=clock))
    yield from _visits(pen, found.visits)
    yield from _assumptions(pen, found)


def spread_text(pen: Pen, found: Expected) -> str:
    """How far single cases are spread: the standard deviation, at both ends of ranges where they differ."""
    if found.spread is None:
        return NONE
    deviation = found.spread.deviation
    if not found.spread.high and not found.spread.low:
        return pen.say(Text("tidak ada: cabang tidak mengubah lamanya", "none: branches do not change it"))
    low, high = (pen.beside(str(end), end, end) for end in (deviation.low, deviation.high))
    return f"≈ {high}" if low == high else f"≈ {low}; {high}"


def _spread(pen: Pen, found: Expected) -> Iterator[str]:
    if found.elapsed is None or not found.elapsed.measured:
        return
    text = spread_text(pen, found)
    if found.spread is None:
        hint = "" if pen.asked is not None else pen.say(Text(" (lihat --in)", " (see --in)"))
        why = Text(
            "tidak dapat dihitung; satuannya tidak dapat dibandingkan",
            "cannot be told; the units do not compare",
        )
        text = f"{pen.say(why)}{hint}"
    elif found.spread.deviation.low != found.spread.deviation.high:
        ends = Text(" (rentang terpendek; terpanjang)", " (shortest; longest ranges)")
        text = f"{text}{pen.say(ends)}"
    yield from _line(pen, DEVIATION, text)


def _visits(pen: Pen, visits: Mapping[str, Fraction]) -> Iterator[str]:
    """Steps that are not done exactly once."""
    others = [f"{step} {times_text(pen, often)}" for step, often in visits.items() if often != WHOLE]
    if others:
        yield from _line(pen, HOW_OFTEN, listed(others, 24))


def times_text(pen: Pen, number: Fraction) -> str:
    """How often, as ``1,24x``; what is not done once is told neither as once nor as never."""
    text = pen.number(plain_number(number))
    if number == WHOLE:
        return f"{text}x"
    return {"0": f"{pen.number('<0,01')}x", "1": "≈ 1x"}.get(text, f"{text}x")


def _assumptions(pen: Pen, found: Expected) -> Iterator[str]:
    if found.assumed:
        # Named as --what-if takes them.
        shares = [(f"{one.step}.{label}", share) for one in found.assumed for label, share in one.shares]
        shown = listed([f"{name} {percent(Part(share, share), pen.language)}" for name, share in shares], 24)
        yield from _line(
            pen, Text("andaian, sebab 'peluang' tidak ditulis", "assumed, since no 'peluang' says it"), shown
        )
        word = shell_word(f"{shares[-1][0]}=30%")
        hint = Text(
            f"tulis 'peluang' pada cabangnya, atau coba --what-if {word}",
            f"write 'peluang' on its branches, or try --what-if {word}",
        )
        yield from paragraph(pen.say(hint), pen.width, 4)
    if found.starts:
        yield from _line(pen, Text("mulai, sama mungkin", "starts, equally likely"), listed(found.starts, 12))
    if found.unmeasured:
        yield from _line(
            pen,
            Text("tidak terukur, tidak dihitung: baris", "not measured, not counted: row"),
            listed(found.unmeasured, 24),
            colon=False,
        )
    if found.error:
        shown = f"{found.error:.0e}"
        yield from _line(
            pen, Text("galat hitung paling besar", "figures are off by a share of at most"), shown
        )


def _line(pen: Pen, label: Text, text: str, *, colon: bool = True) -> list[str]:
    return paragraph(f"{pen.say(label)}{':' if colon else ''} {text}", pen.width)


def expected_json(found: Expected, asked: Asked | None, *, clock: bool) -> dict[str, object]:
    """The object: times are near to the second (``text``, ``parts``) and exact (``exact``); numbers have both."""
    spread = found.spread
    return {
        "elapsed": _time(found.elapsed, asked, clock=clock),
        "work": _time(found.work, asked, clock=clock),
        "spread": None
        if spread is None
        else {
            "unit": str(spread.unit),
            "variance": {"low": number_json(spread.low), "high": number_json(spread.high)},
            "deviation": spread.deviation.as_json(),
            "converted": spread.converted,
        },
        "visits": {step: number_json(often) for step, often in found.visits.items()},
        "assumed": [
            {"step": one.step, "shares": {label: number_json(share) for label, share in one.shares}}
            for one in found.assumed
        ],
        "starts": list(found.starts),
        "unmeasured": list(found.unmeasured),
        "error": found.error,
        "doubt": None if found.doubt is None else doubt_json(found.doubt),
        "elapsed_doubt": None if found.elapsed_doubt is None else doubt_json(found.elapsed_doubt),
    }


def _time(found: Total | None, asked: Asked | None, *, clock: bool) -> dict[str, object] | None:
    if found is None:
        return None
    shown = Total(near(found.low), near(found.high), found.measured).as_json()
    exact = found.as_json()
    shown["exact"] = {key: value for key, value in exact.items() if key != "text"}
    if asked is not None:
        shown["in"] = asked.as_json(found.low, found.high, clock=clock) if found.measured else None
    return shown
