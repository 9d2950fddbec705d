"""SVG: the contract that other tools read, and goldens of what people look at."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from sop_engine.layout.document import DocumentOptions
from sop_engine.layout.drawing import Box, Drawing, Link, Page, Shape
from sop_engine.layout.measure import visible, wrap
from sop_engine.reading.logo import Logo
from sop_engine.render.ink import number
from sop_engine.render.options import WriteOptions
from sop_engine.render.svg import FONT_FAMILY, INFERRED_NOTE, write
from tests.conftest import ROOT
from tests.render.sheets import AGENCIES, AWKWARD, document, hostile_drawing, sheet, written_elsewhere

SVG = "{http://www.w3.org/2000/svg}"


def roots(name: str) -> list[ET.Element]:
    """The parsed pages of a definition."""
    return [ET.fromstring(page) for page in write(sheet(name))]


@pytest.mark.parametrize("agency", AGENCIES)
def test_a_sheet_is_drawn_as_it_was(agency: str, renew: bool) -> None:
    """The SVG of each agency's sheet is what was looked at and committed."""
    folder = ROOT / "tests" / "golden" / "svg"
    pages = write(sheet(agency))
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
    drawing = sheet(name)
    for at, (page, root) in enumerate(zip(drawing.pages, roots(name), strict=True), 1):
        assert root.tag == f"{SVG}svg"
        width, height = number(page.width), number(page.height)
        assert (root.get("width"), root.get("height")) == (f"{width}pt", f"{height}pt")
        assert (root.get("viewBox"), root.get("font-family")) == (f"0 0 {width} {height}", FONT_FAMILY)
        suffix = f", halaman {at} dari {len(drawing.pages)}" if len(drawing.pages) > 1 else ""
        assert [(child.tag, child.text) for child in root[:2]] == [
            (f"{SVG}title", drawing.title + suffix),
            (f"{SVG}desc", drawing.description),
        ]


@pytest.mark.parametrize("name", [*AGENCIES, *AWKWARD])
def test_each_symbol_is_a_group_that_says_what_it_is(name: str) -> None:
    """Class, id, row and lane, a title, and one shape inside."""
    drawing = sheet(name)
    for page, root in zip(drawing.pages, roots(name), strict=True):
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
    drawing = sheet(name)
    for page, root in zip(drawing.pages, roots(name), strict=True):
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
    """Every line of every cell and branch, its size and anchor, no style sheet, no script.

    The root's style asks for glyphs as they were measured, which no attribute can.
    """
    drawing = sheet(name)
    for page, root in zip(drawing.pages, roots(name), strict=True):
        texts = [text for text in root.iter(f"{SVG}text") if text.get("class") == "cell"]
        shown = " ".join("".join(text.itertext()) for text in texts).split()
        assert shown == [word for cell in page.cells for line in cell.lines for word in line.text.split()]
        labels = [text for text in root.iter(f"{SVG}text") if text.get("class") == "label"]
        assert ["".join(text.itertext()) for text in labels] == [label.text for label in page.labels]
        for text in root.iter(f"{SVG}text"):
            assert float(text.get("font-size") or 0) > 0
            assert text.get("text-anchor") in {"start", "middle", "end"}
            for place in [text] if text.get("x") else list(text):
                assert (place.get("x"), place.get("y")) != (None, None)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "title", "desc", "rect", "g", "path", "polygon", "text", "tspan",
        }  # fmt: skip
        assert root.get("style") == "font-kerning:none;font-variant-ligatures:none"
        assert not [element for element in root.iter() if element.get("style") and element is not root]


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
    for svg in write(sheet("perizinan")):
        assert all(re.fullmatch(r"-?(0|[1-9]\d*)(\.\d?[1-9])?", found) for found in numbers(svg))


HOSTILE = (
    "</text><script>alert(1)</script>",
    "&amp; &lt; &#65; ]]> <![CDATA[",
    "a \"b\" 'c' <d/>",
    "مرحبا \u202eabc é 👩\u200d👩\u200d👧",
    "nul \x00 bell \x07 tab \t delete \x7f \ud800 \ufffe",
)


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
    assert texts == [line.text for line in wrap(text, 8.0, float("inf"))] * 4
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg", "title", "desc", "rect", "g", "path", "polygon", "text",
    }  # fmt: skip


def test_line_breaks_in_attributes_survive() -> None:
    """An XML reader would make a blank of a bare one."""
    (svg,) = write(hostile_drawing("a\nb"))
    group = next(element for element in ET.fromstring(svg).iter(f"{SVG}g") if element.get("data-id"))
    assert group.get("data-id") == "a\nb"


def marked_drawing() -> Drawing:
    """A sheet of which a cell, a symbol and a connector are inferred."""
    drawing = sheet("dumai")
    page = drawing.pages[0]
    return replace(
        drawing,
        pages=(
            replace(
                page,
                cells=tuple(
                    replace(cell, inferred=cell.field == "output" and cell.row == 0) for cell in page.cells
                ),
                symbols=tuple(replace(symbol, inferred=symbol.id == "2") for symbol in page.symbols),
                connectors=tuple(replace(way, inferred=way.source == "4") for way in page.connectors),
            ),
        ),
    )


def test_what_is_inferred_is_dashed_where_it_is_asked_for() -> None:
    """A frame within the cell, the outline of the symbol, the line of the connector; explained in words."""
    drawing = marked_drawing()
    (svg,) = write(drawing, WriteOptions(mark_inferred=True))
    root = ET.fromstring(svg)
    box = next(cell.box for cell in drawing.pages[0].cells if cell.inferred)
    found = [element for element in root.iter() if element.get("data-inferred") == "true"]
    assert [(element.tag.removeprefix(SVG), element.get("class")) for element in found] == [
        ("rect", "inferred"),
        ("path", "flow"),
        ("g", "symbol process"),
    ]
    frame, flow, symbol = found
    assert dict(frame.attrib) == {
        "class": "inferred",
        "data-field": "output",
        "data-inferred": "true",
        "x": number(box.x + 1.5),
        "y": number(box.y + 1.5),
        "width": number(box.width - 3),
        "height": number(box.height - 3),
        "fill": "none",
        "stroke": "#666666",
        "stroke-width": "0.6",
        "stroke-dasharray": "3 2",
    }
    assert (flow.get("data-from"), flow.get("stroke-dasharray")) == ("4", "3 2")
    assert symbol.get("data-id") == "2"
    assert symbol[1].get("stroke-dasharray") == "3 2"
    assert root[1].text == f"{drawing.description} {INFERRED_NOTE}"
    assert len([element for element in root.iter() if element.get("stroke-dasharray")]) == 3


def test_nothing_is_marked_unasked() -> None:
    """Nor explained where nothing is inferred."""
    drawing = marked_drawing()
    assert not re.search("inferred|dasharray|putus-putus", write(drawing)[0])
    plain = sheet("perizinan")
    assert write(plain, WriteOptions(mark_inferred=True)) == write(plain)


POSITION = re.compile(r'\b(x|y|d|points)="([^"]*)"')


def places(svg: str, right: float, down: float) -> list[float]:
    """Every coordinate of a page's drawing in the order of the file, moved."""
    found = []
    for name, value in POSITION.findall(svg):
        if name == "d":
            for command, rest in re.findall(r"([MHVL])([^MHVL]+)", value):
                shift = {"H": [right], "V": [down]}.get(command, [right, down])
                found += [float(one) + by for one, by in zip(rest.split(), shift, strict=True)]
        else:
            shift = {"x": [right], "y": [down]}.get(name, [right, down])
            numbers = re.findall(r"[-\d.]+", value)
            found += [float(one) + shift[at % len(shift)] for at, one in enumerate(numbers)]
    return found


def test_all_pages_stand_in_one_tall_file_where_it_is_asked_for() -> None:
    """Each a group, below each other, narrower ones in the middle; every coordinate is the file's own."""
    drawing = sheet("perizinan")
    first, second = drawing.pages
    drawing = replace(drawing, pages=(first, replace(second, width=second.width - 100)))
    (tall,) = write(drawing, WriteOptions(single=True))
    root = ET.fromstring(tall)
    height = first.height + 18 + second.height
    assert root.get("viewBox") == f"0 0 {number(first.width)} {number(height)}"
    assert (root.get("width"), root.get("height")) == (f"{number(first.width)}pt", f"{number(height)}pt")
    assert root[0].text == drawing.title
    groups = [element for element in root.iter(f"{SVG}g") if element.get("class") == "sheet"]
    assert [(group.get("id"), group.get("data-page")) for group in groups] == [
        ("halaman-1", "1"),
        ("halaman-2", "2"),
    ]
    parts = tall.split('<g class="sheet"')[1:]
    pages = write(drawing)
    assert places(parts[0], 0, 0) == places(pages[0], 0, 0)
    assert places(parts[1], 0, 0) == pytest.approx(places(pages[1], 50, first.height + 18), abs=0.011)
    assert [element.get("transform") for element in root.iter() if element.get("transform")] == []


def test_one_page_is_the_same_file_either_way() -> None:
    """Nothing is to be put together."""
    assert write(sheet("dumai"), WriteOptions(single=True)) == write(sheet("dumai"))


def test_documents_are_drawn_whole() -> None:
    """Cover, identity and flowchart, grey words as such, the logo with its words."""
    logo = Logo(b"\x89PNG", "image/png", 300, 360)
    drawing = document("dumai", DocumentOptions(cover=True, logo=logo))
    pages = write(drawing)
    assert len(pages) == len(drawing.pages) == 3
    for svg, page in zip(pages, drawing.pages, strict=True):
        root = ET.fromstring(svg)
        shown = [element for element in root.iter(f"{SVG}text") if element.get("class") == "cell"]
        words = " ".join("".join(text.itertext()) for text in shown).split()
        assert words == [word for cell in page.cells for line in cell.lines for word in line.text.split()]
        assert {text.get("fill") for text in shown} == {
            "#" + f"{round(cell.grey * 255):02x}" * 3 if cell.grey else None
            for cell in page.cells
            if cell.lines
        }
        pictures = list(root.iter(f"{SVG}image"))
        assert [(picture.get("href"), picture[0].text) for picture in pictures] == [
            ("data:image/png;base64,iVBORw==", picture.title) for picture in page.pictures
        ]
    assert [len(page.pictures) for page in drawing.pages] == [1, 1, 0]


def test_links_lead_within_a_tall_file() -> None:
    """To the group of the page; a file of one page has nowhere to lead to."""
    contents = Page(1, 400, 200, (), links=(Link(Box(10, 20, 100, 12), 2),))
    drawing = Drawing("a", "a", "a", "a", 8.0, (contents, Page(2, 400, 200, ())))
    (tall,) = write(drawing, WriteOptions(single=True))
    (link,) = ET.fromstring(tall).iter(f"{SVG}a")
    assert (link.get("href"), link[0].get("x"), link[0].get("y")) == ("#halaman-2", "10", "20")
    assert "<a " not in "".join(write(drawing))


def test_blanks_are_kept() -> None:
    """Several in a row, as the author wrote them."""
    (svg,) = write(hostile_drawing("a   b"))
    texts = list(ET.fromstring(svg).iter(f"{SVG}text"))
    assert {text.get("{http://www.w3.org/XML/1998/namespace}space") for text in texts} == {"preserve"}
    assert {"".join(text.itertext()) for text in texts} == {"a   b"}


def test_lines_of_a_cell_are_parted_by_a_blank() -> None:
    """What is copied out of a cell has its words apart."""
    root = ET.fromstring(write(hostile_drawing("satu\ndua"))[0])
    cell = next(element for element in root.iter(f"{SVG}text") if element.get("text-anchor") == "start")
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
    """Whatever the seed of hashes or the locale."""
    assert written_elsewhere("svg", "perizinan") == {"".join(write(sheet("perizinan"))).encode()}
