"""Parallel stretches in one corridor: which runs beside which.

In: two stretches that lie in the same gutter or channel. Out: what it costs when the first runs on the
side of the smaller coordinates: crossings, and whether they could be drawn at all. The rules are those of
channel routing: where two lines leave a corridor at one place towards each other, one order makes them
lie on top of each other (a vertical constraint; Hashimoto and Stevens, "Wire routing by optimizing channel
assignment within large apertures", DAC 1971; Yoshimura and Kuh, "Efficient algorithms for channel routing",
IEEE TCAD 1982).
"""

__all__ = ["CROSSING", "IMPOSSIBLE", "cost_in_order"]

CROSSING = 30.0
"""What a crossing costs, in the unit in which one level down costs 1."""

IMPOSSIBLE = 1000.0
"""What two lines on top of each other cost."""


def cost_in_order(  # noqa: C901 - one flat table of cases is easier to check than four small ones
    low: float,
    high: float,
    at_low: int,
    at_high: int,
    low2: float,
    high2: float,
    at_low2: int,
    at_high2: int,
) -> float:
    """Return what it costs when the first stretch runs before the second, at smaller coordinates.

    A corner of the first that turns towards the second, within the reach of the second, is a crossing, and
    the other way round. Where both turn at one place towards each other they are on top of each other if that
    place is the middle of a lane or level (odd); in a corridor they cross once. The arguments are plain
    numbers because this is called more often than anything else of the layout.
    """
    if high < low2 or high2 < low:
        return 0.0
    cost = 0.0
    if at_low > 0 and low2 < low < high2:
        cost += CROSSING
    if at_high > 0 and low2 < high < high2:
        cost += CROSSING
    if at_low2 < 0 and low < low2 < high:
        cost += CROSSING
    if at_high2 < 0 and low < high2 < high:
        cost += CROSSING
    if low == low2 and at_low > 0 > at_low2:
        cost += IMPOSSIBLE if low % 2 == 1 else CROSSING
    if high == high2 and at_high > 0 > at_high2:
        cost += IMPOSSIBLE if high % 2 == 1 else CROSSING
    if low == high2 and at_low > 0 > at_high2 and low % 2 == 1:
        cost += IMPOSSIBLE
    if high == low2 and at_high > 0 > at_low2 and high % 2 == 1:
        cost += IMPOSSIBLE
    return cost
