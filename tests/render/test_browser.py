"""What a real browser makes of HTML and SVG: on screen, on paper, on a phone, and aloud."""

import ctypes
import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops
from pypdfium2 import raw

from sop_engine.layout.drawing import Drawing, Page
from sop_engine.layout.measure import width
from sop_engine.layout.setting import Anchor, set_cell
from sop_engine.render import html, svg
from tests.render.browser import Browser, chromium
from tests.render.sheets import document, hostile_drawing, sheet

PIXELS = 4 / 3
"""Of a browser's in a point."""

SAMPLE = "Penandatanganan WAVE 1/2"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A running browser that has a font of the sheet's measures."""
    program = chromium()
    if program is None:
        pytest.skip("needs the program chromium")
    found = Browser(program)
    script = (
        "(() => { const c = document.createElement('canvas').getContext('2d');"
        f"c.font = '1000px {svg.FONT_FAMILY}'; c.fontKerning = 'none'; return c.measureText('{SAMPLE}').width }})()"
    )
    if abs(found.value(script) - width(SAMPLE, 1000)) > 1:
        found.close()
        pytest.skip("needs the font Arimo, Arial or Liberation Sans")
    yield found
    found.close()


def put(folder: Path, name: str, text: str) -> Path:
    """A file with a text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def origins(pdf: pdfium.PdfDocument, page: Page) -> list[tuple[str, float, float]]:
    """Every character of a printed page with the place of its origin from the upper left corner."""
    printed = pdf[page.number - 1]
    text, height = printed.get_textpage(), printed.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for at in range(text.count_chars()):
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        found.append((chr(raw.FPDFText_GetUnicode(text, at)), x.value, height - y.value))
    return found


@pytest.mark.parametrize("name", ["dumai", "perizinan", "pengadaan"])
def test_printing_gives_the_same_pages(browser: Browser, tmp_path: Path, name: str) -> None:
    """As many, of the same size, every line of text within half a pixel of its place, and nothing unseen."""
    drawing = document(name)
    browser.open(put(tmp_path, "a.html", html.write(drawing)[0]))
    pdf = pdfium.PdfDocument(browser.printed())
    sizes = [size for number in range(len(pdf)) for size in pdf[number].get_size()]
    # A browser's paper is a whole number of its pixels.
    assert sizes == pytest.approx(
        [size for page in drawing.pages for size in (page.width, page.height)], abs=1 / PIXELS
    )
    for page in drawing.pages:
        found = origins(pdf, page)
        for cell in page.cells:
            for line in () if cell.turned else set_cell(cell):
                if not (text := line.line.text.strip()):
                    continue
                left = line.x - {Anchor.MIDDLE: 0.5, Anchor.END: 1.0}.get(line.anchor, 0.0) * line.line.width
                left += width(line.line.text[: line.line.text.index(text)], cell.size)
                assert any(
                    character == text[0] and abs(x - left) < 0.1 and abs(y - line.y) < 0.5
                    for character, x, y in found
                ), text
        shown = "".join(character for character, _, _ in found)
        assert "Lanjut ke" not in shown
        assert "Lihat sebagai lembar" not in shown


OUTSIDE = """(() => {
  const found = [], range = document.createRange();
  for (const cell of document.querySelectorAll('.page th, .page td, .page .f')) {
    const box = cell.getBoundingClientRect();
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (walk.currentNode.parentElement.closest('.v, .o')) continue;
      range.selectNodeContents(walk.currentNode);
      for (const text of range.getClientRects())
        if (text.width && (text.left < box.left - 1 || text.right > box.right + 1
            || text.top < box.top - 1 || text.bottom > box.bottom + 1))
          found.push(walk.currentNode.data);
    }
  }
  return found;
})()"""


@pytest.mark.parametrize("name", ["dumai", "perizinan", "telaahan"])
def test_no_text_leaves_its_cell(browser: Browser, tmp_path: Path, name: str) -> None:
    """On a wide screen, on one that makes the sheet smaller, and as a sheet on a phone."""
    file = put(tmp_path, "a.html", html.write(document(name))[0])
    for wide in (1280, 900):
        browser.open(file, width=wide)
        assert browser.value(OUTSIDE) == []
        assert browser.value("document.documentElement.scrollWidth") <= wide
    browser.open(file, width=390, height=844, mobile=True)
    browser.value("document.getElementById('lembar').click()")
    assert browser.value("document.documentElement.scrollWidth") <= 390
    assert browser.value("getComputedStyle(document.querySelector('.page')).width") == "390px"


def test_a_phone_shows_cards(browser: Browser, tmp_path: Path) -> None:
    """No wider than the screen; each row says its number, what is done, by whom, and where it goes on."""
    file = put(tmp_path, "a.html", html.write(sheet("perizinan"))[0])
    browser.open(file, width=390, height=844, mobile=True)
    assert browser.value("document.documentElement.scrollWidth") == 390
    assert browser.value("document.getElementById('kegiatan-6').innerText.split(/\\s*\\n\\s*/)") == [
        "6",
        "Menerbitkan surat tugas peninjauan dan perhitungan retribusi",
        "Kepala Bidang Pelayanan Perizinan",
        "Proses.",
        "Bersamaan ke kegiatan 7 dan ke kegiatan 8.",
        "Lembar verifikasi",
        "15 menit",
        "Surat tugas",
    ]
    labels = (
        "[...document.querySelectorAll('#kegiatan-6 td')].map(c => getComputedStyle(c, '::before').content)"
    )
    assert [label for label in browser.value(labels) if label not in {"none", '""'}] == [
        *['"Pelaksana"'] * 6,
        '"Kelengkapan"',
        '"Waktu"',
        '"Output"',
        '"Ket"',
    ]
    drawn = "getComputedStyle(document.querySelector('svg')).display"
    assert browser.value(drawn) == "none"
    browser.value("document.getElementById('lembar').click()")
    assert browser.value(drawn) != "none"


def test_a_screen_reader_hears_a_table(browser: Browser, tmp_path: Path) -> None:
    """With its name, its headings and rows, and words where the sheet has symbols; not the drawing."""
    browser.open(put(tmp_path, "a.html", html.write(sheet("dumai"))[0]))
    nodes = [node for node in browser.heard() if not node["ignored"]]
    heard = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes]
    assert [name for role, name in heard if role == "table"] == [
        "SOP Pengumpulan dan Pelaporan Data Kinerja: Bagian Flowchart"
    ]
    assert [name for role, name in heard if role == "rowheader"] == [f"{number}." for number in range(1, 9)]
    assert len([role for role, _ in heard if role == "columnheader"]) == 13
    assert len([role for role, _ in heard if role == "row"]) == 10
    first = heard.index(("rowheader", "7."))
    assert [name for role, name in heard[first:] if role == "cell"][:3] == [
        "Jika laporan yang dibuat sudah benar, maka akan dilaporkan dan ditandatangani oleh Kepala Bappedalitbang",
        "Keputusan. Ya ke kegiatan 8. Tidak kembali ke kegiatan 5.",
        "",
    ]
    assert not [role for role, _ in heard if role in {"img", "graphics-document", "SvgRoot"}]


def rastered(browser: Browser, drawing: Drawing, folder: Path) -> Iterator[tuple[Image.Image, Image.Image]]:
    """Yield each page as the browser draws it from HTML and from SVG, in grey."""
    wide = round(max(page.width for page in drawing.pages) * PIXELS) + 1
    tall = round(sum(page.height for page in drawing.pages) * PIXELS) + 1
    browser.open(put(folder, "a.html", html.write(drawing)[0]), width=wide, height=tall)
    browser.send("Emulation.setEmulatedMedia", media="print")
    whole = Image.open(io.BytesIO(browser.picture())).convert("L")
    browser.send("Emulation.setEmulatedMedia", media="")
    top = 0.0
    for page, text in zip(drawing.pages, svg.write(drawing), strict=True):
        size = round(page.width * PIXELS), round(page.height * PIXELS) - 1
        browser.open(put(folder, "a.svg", text), width=size[0] + 1, height=size[1] + 1)
        alone = Image.open(io.BytesIO(browser.picture())).convert("L").crop((0, 0, *size))
        yield whole.crop((0, round(top), size[0], round(top) + size[1])), alone
        top += page.height * PIXELS


@pytest.mark.parametrize("name", ["dumai", "perizinan"])
def test_html_and_svg_are_one_picture(browser: Browser, tmp_path: Path, name: str) -> None:
    """Brought to a third of their size, where a pixel's fraction counts for little, they are alike."""
    for one, other in rastered(browser, sheet(name), tmp_path):
        small = [
            image.resize((image.width // 3, image.height // 3), Image.Resampling.BOX)
            for image in (one, other)
        ]
        histogram = ImageChops.difference(*small).histogram()
        dark = sum(small[1].histogram()[:160])
        assert dark > 1000
        assert sum(histogram[120:]) == 0
        assert sum(histogram[64:]) < dark / 20


def test_a_browser_draws_text_as_wide_as_it_was_measured(browser: Browser, tmp_path: Path) -> None:
    """In SVG, without kerning or ligatures, blanks kept."""
    drawing = sheet("dumai", ("Draft Nota Dinas", "WAVE Tafel   fi"))
    browser.open(put(tmp_path, "a.svg", svg.write(drawing)[0]))
    found = browser.value(
        "[...document.querySelectorAll('.cell, .label')].flatMap(t => { const lines = t.querySelectorAll('tspan[x]');"
        "return [...(lines.length ? lines : [t])].map(e => [e.textContent, e.getComputedTextLength()]) })"
    )
    (page,) = drawing.pages
    lines = [line for part in (*page.cells, *page.labels) for line in part.lines if line.runs]
    assert [text for text, _ in found] == [line.text for line in lines]
    assert "WAVE Tafel   fi" in {text for text, _ in found}
    assert [length for _, length in found] == pytest.approx([line.width for line in lines], abs=0.05)


def test_hostile_text_does_nothing(browser: Browser, tmp_path: Path) -> None:
    """No element of its own, no script, no style that is not the file's."""
    text = "</style></td><script>document.title='x'</script><img src=x onerror=\"document.title='y'\">"
    browser.open(put(tmp_path, "a.html", html.write(hostile_drawing(text))[0]))
    assert browser.value("document.title") == text
    assert browser.value("document.querySelectorAll('script, img').length") == 0
    assert text in browser.value("document.querySelector('main').textContent")
