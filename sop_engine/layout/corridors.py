"""Parallel stretches on one line or in one corridor: what they cost together.

In: two stretches that lie in the same gutter or channel. Out: what it costs when the first runs on the
side of the smaller coordinates: crossings, and whether they could be drawn at all. The rules are those of
channel routing: where two lines leave a corridor at one place towards each other, one order makes them
lie on top of each other (a vertical constraint; Hashimoto and Stevens, "Wire routing by optimizing channel
assignment within large apertures", DAC 1971; Yoshimura and Kuh, "Efficient algorithms for channel routing",
IEEE TCAD 1982).
"""

__all__ = ["CROSSING", "IMPOSSIBLE", "Reach", "cost_in_order", "cost_on_one_line"]

Reach = tuple[float, float, int, int]
"""Where a stretch begins and ends along its line (the smaller end first), and which way it turns at both ends:
-1 to smaller coordinates across the line, 1 to greater ones, 0 at a symbol."""

CROSSING = 30.0
"""What a crossing costs, in the unit in which one level down costs 1."""

IMPOSSIBLE = 1000.0
"""What two lines on top of each other cost."""


def cost_in_order(first: Reach, second: Reach) -> float:
    """Return what it costs when the first stretch runs before the second, at smaller coordinates.

    A corner of the first that turns towards the second, within the reach of the second, is a crossing, and
    the other way round. Where both turn at one place towards each other they are on top of each other if that
    place is the middle of a lane or level (odd); in a corridor they cross once.
    """
    low, high, at_low, at_high = first
    low2, high2, at_low2, at_high2 = second
    if high < low2 or high2 < low:
        return 0.0
    crossings = (at_low > 0 and low2 < low < high2) + (at_high > 0 and low2 < high < high2)
    crossings += (at_low2 < 0 and low < low2 < high) + (at_high2 < 0 and low < high2 < high)
    cost = CROSSING * crossings
    if low == low2 and at_low > 0 > at_low2:
        cost += IMPOSSIBLE if low % 2 == 1 else CROSSING
    if high == high2 and at_high > 0 > at_high2:
        cost += IMPOSSIBLE if high % 2 == 1 else CROSSING
    if low == high2 and at_low > 0 > at_high2 and low % 2 == 1:
        cost += IMPOSSIBLE
    if high == low2 and at_high > 0 > at_low2 and high % 2 == 1:
        cost += IMPOSSIBLE
    return cost


def cost_on_one_line(first: Reach, second: Reach) -> float:
    """Return what two stretches on a single line cost: they may meet at a symbol, and nowhere else."""
    low, high, at_low, at_high = first
    low2, high2, at_low2, at_high2 = second
    if high == low2:
        return IMPOSSIBLE if high % 2 == 1 and at_high and at_low2 else 0.0
    if high2 == low:
        return IMPOSSIBLE if low % 2 == 1 and at_low and at_high2 else 0.0
    return IMPOSSIBLE if low < high2 and low2 < high else 0.0
