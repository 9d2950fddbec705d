"""The self-audit finds what is wrong with a drawing, and nothing else."""

from dataclasses import replace

import pytest

from sop_engine.layout.audit import INVARIANTS, audit
from sop_engine.layout.drawing import (
    Box,
    Cell,
    Connector,
    Drawing,
    Joint,
    Label,
    Page,
    Point,
    Shape,
    Symbol,
)
from sop_engine.layout.measure import wrap

SQUARE = Box(40, 40, 40, 20)
BELOW = Box(40, 100, 40, 20)
ASIDE = Box(140, 100, 40, 20)


def symbol(name: str, box: Box, shape: Shape = Shape.PROCESS, words: str = "") -> Symbol:
    """A symbol with words of 6 points."""
    lines = wrap(words, 6.0, 200.0)
    return Symbol(name, shape, box, name, "a", lines, 6.0, 7.0)


def connector(source: str, target: str, *points: Point, label: str = "") -> Connector:
    """An arrow."""
    return Connector(source, target, label, "branch" if label else "sequence", points)


def label(text: str, box: Box, source: str = "1", target: str = "2") -> Label:
    """The words of a branch."""
    return Label(text, wrap(text, 6.0, 200.0), (box.x, box.bottom - 1.3), 6.0, 7.0, box, source, target)


def cell(text: str, box: Box, drawn: str | None = None, column: int = 0) -> Cell:
    """A cell of 8 points, with other words in it than its own if so asked."""
    lines = wrap(text if drawn is None else drawn, 8.0, 90.0)
    return Cell(box, 0, column, 1, 1, text, lines, 8.0, leading=9.0, pad=3.0)


def page(
    *connectors: Connector,
    symbols: tuple[Symbol, ...] = (symbol("1", SQUARE), symbol("2", BELOW), symbol("3", ASIDE)),
    joints: tuple[Joint, ...] = (),
    labels: tuple[Label, ...] = (),
    cells: tuple[Cell, ...] = (),
    number: int = 1,
) -> Page:
    """A page with lanes from 10 to 210 and one row."""
    heading = Cell(Box(10, 10, 200, 15), -2, 0, 1, 1, "", (), 8.0, field="pelaksana")
    row = Cell(Box(10, 25, 200, 125), 0, 0, 1, 1, "", (), 0.0, field="a")
    return Page(number, 220, 160, (heading, row, *cells), symbols, connectors, joints, labels)


def drawing(*pages: Page) -> Drawing:
    """A drawing of 220 x 160 points."""
    return Drawing("Uji", "SOP Uji", "", "uji", 8.0, pages)


DOWN = connector("1", "2", (60, 60), (60, 100))
OVER = connector("1", "3", (80, 50), (160, 50), (160, 100))
ASKEW = connector("1", "3", (60, 60), (60, 75), (160, 75), (160, 100))
YA = replace(DOWN, label="Ya", kind="branch")
TIDAK = connector("1", "3", (60, 60), (60, 80), (160, 80), (160, 100), label="Tidak")


def faults(*pages: Page) -> dict[str, int]:
    """What is not zero."""
    return {name: count for name, count in audit(drawing(*pages)).counts.items() if count}


def test_a_sound_page_has_no_fault() -> None:
    """A straight line and one with a bend, a label beside its line, words in a symbol and in a cell."""
    found = audit(
        drawing(
            page(
                replace(DOWN, label="Ya"),
                OVER,
                symbols=(
                    symbol("1", SQUARE, Shape.DECISION, "Ya?"),
                    symbol("2", BELOW, Shape.END, "Selesai"),
                    symbol("3", ASIDE),
                ),
                labels=(label("Ya", Box(63, 62, 8, 6)),),
                cells=(cell("a b", Box(10, 25, 30, 15)),),
            )
        )
    )
    assert (found.counts, found.faults) == (dict.fromkeys(INVARIANTS, 0), ())
    assert (found.crossings, found.bends, found.sound) == (0, 1, True)


OUT = connector("1", "9", (60, 60), (60, 120))
OUT_SYMBOLS = (symbol("1", SQUARE), symbol("off-A", Box(51.5, 120, 17, 17), Shape.OFFPAGE))
IN = connector("1", "9", (60, 57), (60, 80))
IN_SYMBOLS = (symbol("off-A", Box(51.5, 40, 17, 17), Shape.OFFPAGE), symbol("9", Box(40, 80, 40, 20)))


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(
            [page(connector("2", "3", (60, 100), (60, 50), (160, 50), (160, 100)))],
            {"through-symbol": 2, "too-near": 2},
            id="a line through a foreign symbol",
        ),
        pytest.param(
            [
                page(
                    OVER,
                    connector("2", "3", (80, 110), (100, 110), (100, 50), (160, 50), (160, 90), (160, 100)),
                )
            ],
            {},
            id="two lines that merge may lie on each other",
        ),
        pytest.param(
            [
                page(
                    OVER,
                    connector("2", "4", (80, 110), (100, 110), (100, 50), (150, 50)),
                    symbols=(
                        symbol("1", SQUARE),
                        symbol("2", BELOW),
                        symbol("3", ASIDE),
                        symbol("4", Box(150, 44, 8, 12)),
                    ),
                )
            ],
            {"shared-line": 1, "through-symbol": 1, "too-near": 3},
            id="two strangers on one line",
        ),
        pytest.param(
            [page(YA, ASKEW, labels=(label("Ya", Box(64, 72, 8, 6)),))],
            {"label-touches": 1},
            id="a label on a foreign line",
        ),
        pytest.param(
            [page(YA, labels=(label("Ya", Box(62, 55, 8, 6)), label("Ya", Box(66, 57, 8, 6))))],
            {"label-touches": 3},
            id="two labels on a symbol and on each other",
        ),
        pytest.param(
            [page(YA, labels=(label("Ya", Box(57, 72, 8, 6)),))],
            {"label-touches": 1},
            id="a label on its own line",
        ),
        pytest.param(
            [
                page(
                    connector("1", "2", (190, 50), (200, 50), (200, 110), (190, 110), label="Ya"),
                    symbols=(symbol("1", Box(150, 40, 40, 20)), symbol("2", Box(150, 100, 40, 20))),
                    labels=(label("Ya", Box(203, 60, 8, 6)),),
                )
            ],
            {"label-touches": 1},
            id="a label outside the lanes",
        ),
        pytest.param(
            [
                page(
                    YA,
                    joints=(Joint("9", ((64, 70), (100, 70))),),
                    labels=(label("Ya", Box(64, 67, 8, 6)),),
                )
            ],
            {"label-touches": 1},
            id="a label on the line of a joint step",
        ),
        pytest.param([page(YA)], {"label-touches": 1}, id="a branch without its words"),
        pytest.param(
            [page(YA, labels=(label("Ya", Box(63, 62, 8, 6)), label("Tidak", Box(63, 72, 16, 6))))],
            {"label-touches": 1},
            id="words that name no branch",
        ),
        pytest.param(
            [page(YA, labels=(label("Ya", Box(100, 70, 8, 6)),))],
            {"label-touches": 1},
            id="words far from their line",
        ),
        pytest.param(
            [
                page(
                    replace(OVER, label="Ya"),
                    labels=(label("Ya", Box(163, 80, 8, 6)),),
                )
            ],
            {"label-touches": 1},
            id="words beside their line, far from where it begins",
        ),
        pytest.param(
            [
                page(
                    YA,
                    TIDAK,
                    symbols=(symbol("1", SQUARE), symbol("2", BELOW), symbol("3", ASIDE)),
                    labels=(label("Ya", Box(63, 62, 8, 6)), label("Tidak", Box(70, 72, 16, 6))),
                )
            ],
            {"label-touches": 1},
            id="words beside what two branches share",
        ),
        pytest.param(
            [page(connector("1", "2", (40, 50), (5, 50), (5, 110), (40, 110)))],
            {"outside-lanes": 1},
            id="a line outside the lanes",
        ),
        pytest.param(
            [page(connector("1", "2", (60, 60), (70, 100)))],
            {"not-square": 1},
            id="a slanted line",
        ),
        pytest.param(
            [page(connector("1", "2", (60, 60), (60, 80), (45, 80), (45, 100)))],
            {"not-square": 1},
            id="an arrow beside the middle of a side",
        ),
        pytest.param(
            [page(connector("1", "2", (60, 60), (60, 97), (60, 97), (60, 100)))],
            {"not-square": 1},
            id="a stretch of no length",
        ),
        pytest.param(
            [page(connector("1", "2", (60, 60), (60, 70), (90, 70), (90, 97), (60, 97), (60, 100)))],
            {"not-square": 1},
            id="no room for the head",
        ),
        pytest.param(
            [
                page(
                    YA,
                    TIDAK,
                    symbols=(symbol("1", SQUARE, Shape.DECISION), symbol("2", BELOW), symbol("3", ASIDE)),
                    labels=(label("Ya", Box(63, 84, 8, 6)), label("Tidak", Box(70, 72, 16, 6))),
                )
            ],
            {"not-square": 1},
            id="two branches by one side",
        ),
        pytest.param(
            [
                page(
                    connector("1", "2", (80, 50), (100, 50), (100, 110), (80, 110)),
                    connector("3", "3", (140, 110), (103, 110), (103, 70), (160, 70), (160, 100)),
                )
            ],
            {"too-near": 1},
            id="parallel lines three points apart",
        ),
        pytest.param(
            [page(connector("1", "3", (80, 50), (138, 50), (138, 130), (160, 130), (160, 120)))],
            {"too-near": 1},
            id="a line two points from a symbol",
        ),
        pytest.param(
            [
                page(
                    cells=(
                        Cell(
                            Box(10, 25, 10, 9),
                            0,
                            0,
                            1,
                            1,
                            "panjang",
                            wrap("panjang", 8.0, 90.0),
                            8.0,
                            leading=9,
                        ),
                    )
                )
            ],
            {"text-clipped": 1},
            id="text wider than its cell",
        ),
        pytest.param(
            [page(symbols=(symbol("1", SQUARE, Shape.DECISION, "Memenuhi syarat?"),))],
            {"text-clipped": 1},
            id="words that cross the slopes of a diamond",
        ),
        pytest.param(
            [page(symbols=(symbol("1", Box(40, 145, 40, 20)),))],
            {"outside-lanes": 1, "text-clipped": 1},
            id="a symbol below the page's edge",
        ),
        pytest.param(
            [page(symbols=(symbol("1", Box(180, 40, 35, 20)),))],
            {"outside-lanes": 1},
            id="a symbol outside the lanes",
        ),
        pytest.param(
            [page(cells=(cell("a b c", Box(10, 25, 30, 15), "a b"),))],
            {"text-clipped": 1},
            id="a cell that has lost a word",
        ),
        pytest.param(
            [page(cells=(cell("a b", Box(10, 25, 30, 15)), cell("c d", Box(20, 30, 30, 15), column=1)))],
            {"text-clipped": 1},
            id="a cell on another one",
        ),
        pytest.param(
            [
                page(
                    connector("1", "2", (80, 50), (110, 50), (110, 80), (60, 80), (60, 100)),
                    connector(
                        "1", "3", (80, 50), (130, 50), (130, 80), (90, 80), (90, 130), (160, 130), (160, 120)
                    ),
                )
            ],
            {"shared-line": 1},
            id="two arms of a split that meet again",
        ),
        pytest.param(
            [
                page(
                    connector("1", "2", (80, 50), (100, 50), (100, 110), (80, 110)),
                    connector("3", "3", (140, 50), (100, 50), (100, 30), (190, 30), (190, 50), (180, 50)),
                    symbols=(symbol("1", SQUARE), symbol("2", BELOW), symbol("3", Box(140, 40, 40, 20))),
                )
            ],
            {"shared-line": 1},
            id="two corners on each other",
        ),
        pytest.param(
            [page(connector("1", "2", (80, 50), (100, 50), (100, 30), (100, 110), (80, 110)))],
            {"shared-line": 1},
            id="a line that runs back on itself",
        ),
        pytest.param(
            [
                page(
                    connector("1", "3", (80, 50), (160, 50), (160, 100)),
                    joints=(Joint("1", ((80, 50), (140, 50))),),
                )
            ],
            {"shared-line": 1},
            id="a line on the line of a joint step",
        ),
        pytest.param(
            [page(joints=(Joint("9", ((20, 50), (100, 50))),))],
            {"through-symbol": 1},
            id="the line of a joint step through a symbol",
        ),
        pytest.param(
            [
                page(
                    DOWN,
                    connector(
                        "3",
                        "3",
                        (140, 110),
                        (130, 110),
                        (130, 97),
                        (30, 97),
                        (30, 140),
                        (160, 140),
                        (160, 120),
                    ),
                )
            ],
            {"too-near": 1},
            id="a line through the head of an arrow",
        ),
        pytest.param(
            [page(OUT, symbols=(*OUT_SYMBOLS, symbol("9", ASIDE))), page(IN, symbols=IN_SYMBOLS, number=2)],
            {"not-square": 1},
            id="an off-page connector to what stands on the page",
        ),
        pytest.param(
            [
                page(OUT, symbols=OUT_SYMBOLS),
                page(IN, symbols=IN_SYMBOLS, number=2),
                page(
                    replace(OUT, source="5"),
                    symbols=(replace(OUT_SYMBOLS[0], id="5"), replace(OUT_SYMBOLS[1], id="off-B")),
                    number=3,
                ),
                page(
                    replace(IN, source="5"),
                    symbols=(replace(IN_SYMBOLS[0], id="off-B"), IN_SYMBOLS[1]),
                    number=4,
                ),
            ],
            {"off-page-letter": 1},
            id="two letters for one target",
        ),
        pytest.param(
            [page(OUT, symbols=OUT_SYMBOLS), page(IN, symbols=IN_SYMBOLS, number=2)],
            {},
            id="a letter with both its pentagons",
        ),
        pytest.param(
            [page(OUT, symbols=OUT_SYMBOLS)],
            {"off-page-letter": 1},
            id="a flow that leaves and never comes",
        ),
        pytest.param(
            [
                page(OUT, symbols=(*OUT_SYMBOLS, symbol("off-A", Box(150, 40, 17, 17), Shape.OFFPAGE))),
                page(IN, symbols=IN_SYMBOLS, number=2),
            ],
            {"off-page-letter": 2},
            id="one letter twice on a page, and one of them alone",
        ),
        pytest.param(
            [
                page(OUT, symbols=OUT_SYMBOLS),
                page(
                    replace(IN, target="8"), symbols=(IN_SYMBOLS[0], replace(IN_SYMBOLS[1], id="8")), number=2
                ),
            ],
            {"off-page-letter": 3},
            id="one letter for two targets",
        ),
    ],
)
def test_a_fault_is_counted(pages: list[Page], expected: dict[str, int]) -> None:
    """Each invariant by itself, on pages that a person can draw on paper."""
    assert faults(*pages) == expected


def test_crossings_are_counted_once_a_place() -> None:
    """They are legal; two lines that lie on each other cross a third one once."""
    across = connector("2", "3", (80, 110), (100, 110), (100, 75), (190, 75), (190, 110), (180, 110))
    twice = connector("2", "3", (60, 120), (60, 140), (190, 140), (190, 110), (180, 110))
    found = audit(drawing(page(OVER, across, twice)))
    assert (found.crossings, found.counts["shared-line"]) == (1, 0)
