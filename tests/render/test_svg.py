"""SVG: the contract that other tools read, and goldens of what people look at."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sop_engine.layout.drawing import (
    Align,
    Box,
    Cell,
    Connector,
    Drawing,
    Joint,
    Label,
    Page,
    Shape,
    Symbol,
)
from sop_engine.layout.measure import visible, wrap
from sop_engine.layout.sheet import lay_out
from sop_engine.pipeline import compile_bytes
from sop_engine.render.svg import FONT_FAMILY, number, write

ROOT = Path(__file__).resolve().parent.parent.parent
AGENCIES = sorted(path.stem for path in (ROOT / "definitions").glob("*.yaml"))
AWKWARD = sorted(path.stem for path in (ROOT / "tests" / "definitions").glob("*.yaml"))
SVG = "{http://www.w3.org/2000/svg}"


def drawing(name: str) -> Drawing:
    """The sheet of a definition."""
    folder = ROOT / ("definitions" if name in AGENCIES else "tests/definitions")
    data = (folder / f"{name}.yaml").read_bytes().replace(b"\r\n", b"\n")
    compiled = compile_bytes(data, f"{name}.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    return lay_out(compiled.sop, compiled.graph, compiled.total)


def roots(name: str) -> list[ET.Element]:
    """The parsed pages of a definition."""
    return [ET.fromstring(page) for page in write(drawing(name))]


@pytest.mark.parametrize("agency", AGENCIES)
def test_a_sheet_is_drawn_as_it_was(agency: str, renew: bool) -> None:
    """The SVG of each agency's sheet is what was looked at and committed."""
    folder = ROOT / "tests" / "golden" / "svg"
    pages = write(drawing(agency))
    if renew:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{agency}-*.svg"):
            old.unlink()
        for at, page in enumerate(pages, 1):
            (folder / f"{agency}-{at}.svg").write_text(page, encoding="utf-8", newline="\n")
    goldens = sorted(folder.glob(f"{agency}-*.svg"))
    assert [golden.read_text(encoding="utf-8") for golden in goldens] == list(pages)


@pytest.mark.parametrize("name", [*AGENCIES, *AWKWARD])
def test_a_page_is_one_root_with_title_and_description(name: str) -> None:
    """Sized in points, the view box in the same points, and words for who does not see it."""
    sheet = drawing(name)
    for at, root in enumerate(roots(name), 1):
        assert root.tag == f"{SVG}svg"
        width, height = number(sheet.width), number(sheet.height)
        assert (root.get("width"), root.get("height")) == (f"{width}pt", f"{height}pt")
        assert (root.get("viewBox"), root.get("font-family")) == (f"0 0 {width} {height}", FONT_FAMILY)
        suffix = f", halaman {at} dari {len(sheet.pages)}" if len(sheet.pages) > 1 else ""
        assert [(child.tag, child.text) for child in root[:2]] == [
            (f"{SVG}title", sheet.title + suffix),
            (f"{SVG}desc", sheet.description),
        ]


@pytest.mark.parametrize("name", [*AGENCIES, *AWKWARD])
def test_each_symbol_is_a_group_that_says_what_it_is(name: str) -> None:
    """Class, id, row and lane, a title, and one shape inside."""
    sheet = drawing(name)
    for page, root in zip(sheet.pages, roots(name), strict=True):
        groups = [group for group in root.iter(f"{SVG}g") if "symbol" in (group.get("class") or "").split()]
        assert [
            (group.get("class"), group.get("data-id"), group.get("data-row"), group.get("data-lane"))
            for group in groups
        ] == [(f"symbol {s.shape.value}", s.id, s.row, s.lane) for s in page.symbols]
        for group, symbol in zip(groups, page.symbols, strict=True):
            assert [child.tag.removeprefix(SVG) for child in group][:2] == [
                "title",
                "rect" if symbol.shape in {Shape.PROCESS, Shape.START, Shape.END} else "polygon",
            ]
            assert group[0].text == symbol.title
            words = " ".join("".join(text.itertext()) for text in group.iter(f"{SVG}text"))
            assert words == " ".join(line.text for line in symbol.lines)


COMMANDS = re.compile(r"M-?[\d.]+ -?[\d.]+( [HV]-?[\d.]+| L-?[\d.]+ -?[\d.]+)+")


def corners(path: str) -> list[tuple[float, float]]:
    """The points of an absolute path."""
    x = y = 0.0
    found = []
    for command, numbers in re.findall(r"([MHVL])([^MHVL]+)", path):
        values = [float(value) for value in numbers.split()]
        if command == "H":
            x = values[0]
        elif command == "V":
            y = values[0]
        else:
            x, y = values
        found.append((x, y))
    return found


@pytest.mark.parametrize("name", [*AGENCIES, *AWKWARD])
def test_each_connector_is_a_path_that_says_what_it_joins(name: str) -> None:
    """Absolute M, H, V and L in points of the page, no transform on it or above it."""
    sheet = drawing(name)
    for page, root in zip(sheet.pages, roots(name), strict=True):
        paths = [path for path in root.iter(f"{SVG}path") if path.get("class") == "flow"]
        assert [
            (p.get("data-from"), p.get("data-to"), p.get("data-label"), p.get("data-kind")) for p in paths
        ] == [(c.source, c.target, c.label, c.kind) for c in page.connectors]
        for path, connector in zip(paths, page.connectors, strict=True):
            data = path.get("d") or ""
            assert COMMANDS.fullmatch(data)
            assert corners(data) == [tuple(point) for point in connector.points]
        joints = [path for path in root.iter(f"{SVG}path") if path.get("class") == "joint"]
        assert [path.get("data-id") for path in joints] == [joint.id for joint in page.joints]
        assert not [e.get("class") for e in root.iter() if e.get("transform") and e.get("class") != "cell"]


@pytest.mark.parametrize("name", [*AGENCIES, *AWKWARD])
def test_text_stays_text_with_its_geometry_in_attributes(name: str) -> None:
    """Every line of every cell and branch, its size and anchor, no style sheet, no style, no script."""
    sheet = drawing(name)
    for page, root in zip(sheet.pages, roots(name), strict=True):
        texts = [text for text in root.iter(f"{SVG}text") if text.get("class") == "cell"]
        shown = " ".join("".join(text.itertext()) for text in texts).split()
        assert shown == [word for cell in page.cells for line in cell.lines for word in line.text.split()]
        labels = [text for text in root.iter(f"{SVG}text") if text.get("class") == "label"]
        assert ["".join(text.itertext()) for text in labels] == [label.text for label in page.labels]
        for text in root.iter(f"{SVG}text"):
            assert float(text.get("font-size") or 0) > 0
            assert text.get("text-anchor") in {"start", "middle"}
            for place in [text] if text.get("x") else list(text):
                assert (place.get("x"), place.get("y")) != (None, None)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "title", "desc", "rect", "g", "path", "polygon", "text", "tspan",
        }  # fmt: skip
        assert not [element for element in root.iter() if element.get("style")]


def test_numbers_have_two_decimals_and_no_zeros_behind() -> None:
    """As short as they can be, never as -0."""
    assert [number(value) for value in (12.0, 12.5, 12.345, 12.304, -0.001, 100.0, 0.1 + 0.2)] == [
        "12",
        "12.5",
        "12.35",
        "12.3",
        "0",
        "100",
        "0.3",
    ]


def numbers(svg: str) -> Iterator[str]:
    """Every number in geometry."""
    for name, value in re.findall(r'\b(x|y|width|height|rx|d|points|font-size)="([^"]*)"', svg):
        bare = value.removesuffix("pt") if name in {"width", "height"} else value
        yield from re.findall(r"-?[\d.]+", bare)


def test_no_number_is_longer_than_it_need_be() -> None:
    """In a whole file."""
    for svg in write(drawing("perizinan")):
        assert all(re.fullmatch(r"-?(0|[1-9]\d*)(\.\d?[1-9])?", found) for found in numbers(svg))


HOSTILE = (
    "</text><script>alert(1)</script>",
    "&amp; &lt; &#65; ]]> <![CDATA[",
    "a \"b\" 'c' <d/>",
    "مرحبا \u202eabc é 👩\u200d👩\u200d👧",
    "nul \x00 bell \x07 tab \t delete \x7f \ud800 \ufffe",
)


def hostile_drawing(text: str) -> Drawing:
    """A drawing that has a text everywhere."""
    lines = wrap(text, 8.0, float("inf"))
    box = Box(10, 10, 300, 40)
    cell = Cell(
        box, 0, 0, 1, 1, text, lines, 8.0, align=Align.LEFT, field=text, leading=9.0, pad=3.0, turned=False
    )
    symbol = Symbol(text, Shape.PROCESS, Box(50, 60, 40, 20), text, text, lines, 6.0, 7.0, title=text)
    connector = Connector(text, text, text, text, ((70.0, 80.0), (70.0, 100.0)))
    label = Label(text, lines, (75.0, 90.0), 7.0, 8.0, Box(75, 84, 50, 7), text, text)
    joint = Joint(text, ((90.0, 70.0), (120.0, 70.0)))
    page = Page(1, 400, 200, (cell,), (symbol,), (connector,), (joint,), (label,))
    return Drawing(text, text, text, "uji", 8.0, (page,))


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_drawn_as_text(text: str) -> None:
    """Never as markup; what XML cannot hold is replaced by what can be seen."""
    (svg,) = write(hostile_drawing(text))
    root = ET.fromstring(svg)
    seen = visible(text)
    assert root[0].text == seen
    assert root[1].text == seen
    group = next(element for element in root.iter(f"{SVG}g") if element.get("data-id") is not None)
    assert (group.get("data-id"), group.get("data-row"), group.get("data-lane")) == (seen, seen, seen)
    path = next(element for element in root.iter(f"{SVG}path") if element.get("class") == "flow")
    assert (path.get("data-from"), path.get("data-label"), path.get("data-kind")) == (seen, seen, seen)
    texts = ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]
    assert texts == [line.text for line in wrap(text, 8.0, float("inf"))] * 3
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg", "title", "desc", "rect", "g", "path", "polygon", "text",
    }  # fmt: skip


def test_line_breaks_in_attributes_survive() -> None:
    """An XML reader would make a blank of a bare one."""
    (svg,) = write(hostile_drawing("a\nb"))
    group = next(element for element in ET.fromstring(svg).iter(f"{SVG}g") if element.get("data-id"))
    assert group.get("data-id") == "a\nb"


def test_blanks_are_kept() -> None:
    """Several in a row, as the author wrote them."""
    (svg,) = write(hostile_drawing("a   b"))
    texts = list(ET.fromstring(svg).iter(f"{SVG}text"))
    assert {text.get("{http://www.w3.org/XML/1998/namespace}space") for text in texts} == {"preserve"}
    assert {"".join(text.itertext()) for text in texts} == {"a   b"}


def test_lines_of_a_cell_are_parted_by_a_blank() -> None:
    """What is copied out of a cell has its words apart."""
    root = ET.fromstring(write(hostile_drawing("satu\ndua"))[0])
    cell = next(element for element in root.iter(f"{SVG}text") if element.get("class") == "cell")
    assert "".join(cell.itertext()) == "satu dua"
    assert [(span.get("x"), span.get("y")) for span in cell] == [("13", "28.27"), ("13", "37.27")]


def test_italics_are_marked() -> None:
    """``_kata_`` is drawn slanted, without its marks."""
    root = ET.fromstring(write(hostile_drawing("a _kata_ b"))[0])
    spans = {
        (span.get("font-style"), span.text) for span in root.iter(f"{SVG}tspan") if span.get("font-style")
    }
    assert spans == {("italic", "kata")}


def test_words_on_a_rule_interrupt_it() -> None:
    """A label that no place without a rule was found for stays legible."""
    plain = hostile_drawing("Ya")
    page = plain.pages[0]
    crossed = Page(
        **{**{name: getattr(page, name) for name in Page.__slots__}, "rules": (((80.0, 0.0), (80.0, 200.0)),)}
    )
    svg = write(Drawing("a", "a", "a", "a", 8.0, (crossed,)))[0]
    halos = [e for e in ET.fromstring(svg).iter(f"{SVG}rect") if e.get("class") == "halo"]
    assert [(halo.get("x"), halo.get("y"), halo.get("width"), halo.get("height")) for halo in halos] == [
        ("75", "84", "50", "7")
    ]
    assert 'class="halo"' not in write(plain)[0]


def test_the_same_sop_gives_the_same_bytes_in_any_process() -> None:
    """Whatever the seed of hashes, the locale or the folder."""
    code = (
        "import sys; from pathlib import Path; from sop_engine.pipeline import compile_path;"
        "from sop_engine.layout.sheet import lay_out; from sop_engine.render.svg import write;"
        "c = compile_path(Path(sys.argv[1]));"
        "sys.stdout.buffer.write(''.join(write(lay_out(c.sop, c.graph, c.total))).encode())"
    )
    file = ROOT / "tests" / "definitions" / "perizinan.yaml"
    shown = {
        subprocess.run(
            [sys.executable, "-c", code, str(file)],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={
                "PYTHONHASHSEED": seed,
                "LC_ALL": locale,
                "PYTHONPATH": str(ROOT),
                "SYSTEMROOT": "C:\\Windows",
            },
        ).stdout
        for seed, locale in (("1", "C"), ("2", "id_ID.UTF-8"))
    }
    assert shown == {"".join(write(drawing("perizinan"))).encode()}
