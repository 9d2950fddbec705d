"""The gallery in docs/: its pictures and its words are what the five definitions give now."""

import re
from itertools import chain
from pathlib import Path

import pytest

from sop_engine import compile_sop
from sop_engine.layout.document import DocumentOptions, lay_out_document
from sop_engine.render.svg import write_page

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "galeri.md"
PICTURES = ROOT / "docs" / "gambar"
AGENCIES = ("samarinda", "balangan", "kalteng", "tapin", "dumai")

HEAD = """# Galeri: SOP lima instansi

Lima SOP nyata, masing-masing satu berkas YAML di folder `definitions/`. Yang tampak di sini adalah dokumen
lengkapnya: Bagian Identitas dan Bagian Flowchart, digambar oleh perintah di atasnya tanpa disentuh lagi.
Gambarnya vektor; buka untuk melihat ukuran cetaknya.
"""


def pictures(agency: str) -> dict[str, str]:
    """The pages of an agency's document as SVG, by the names of their files."""
    compiled = compile_sop(ROOT / "definitions" / f"{agency}.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    drawing = lay_out_document(compiled.sop, compiled.graph, compiled.total, DocumentOptions())
    return {f"{agency}-{page.number}.svg": write_page(drawing, page) for page in drawing.pages}


def section(agency: str) -> str:
    """An agency's part of the page."""
    compiled = compile_sop(ROOT / "definitions" / f"{agency}.yaml")
    assert compiled.sop is not None
    sop = compiled.sop
    lines = [
        f"## {sop.instansi.nama}",
        (
            f"{sop.identitas.nama}: {len(sop.kegiatan)} kegiatan, {len(sop.pelaksana)} pelaksana, "
            f"jumlah waktu {compiled.total}."
        ),
        f"    sop document --agency {agency}",
        *(f"![{name.removesuffix('.svg')}](gambar/{name})" for name in pictures(agency)),
    ]
    return "\n\n".join(lines) + "\n"


def test_the_page_says_what_the_definitions_say(renew: bool) -> None:
    """Names, numbers, commands and pictures of all five."""
    fresh = "\n".join([HEAD, *map(section, AGENCIES)])
    if renew:
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_pictures_are_fresh(agency: str, renew: bool) -> None:
    """Each page of each document is what is drawn now."""
    for name, drawn in pictures(agency).items():
        file = PICTURES / name
        if renew:
            file.write_text(drawn, encoding="utf-8", newline="\n")
        assert file.read_text(encoding="utf-8") == drawn


def test_there_are_no_other_pictures() -> None:
    """Besides those of the README and of the guide; what nothing draws any more does not lie about."""
    pages = (ROOT / name for name in ("README.md", "docs/panduan.md"))
    shown = [re.findall(r"gambar/([^)]+)\)", page.read_text(encoding="utf-8")) for page in pages]
    expected = {*chain(*shown), *(name for agency in AGENCIES for name in pictures(agency))}
    assert {file.name for file in PICTURES.iterdir()} == expected
