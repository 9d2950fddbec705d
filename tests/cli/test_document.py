"""``sop document``: what it writes, and where; logos and books."""

import re
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from sop_engine.cli.commands import document as module
from sop_engine.reading.logo import LARGEST_LOGO
from sop_engine.render.registry import WRITERS

LOGO = {"  nama: Badan Contoh\n": "  nama: Badan Contoh\n  logo: logo/contoh.png\n"}


def files(folder):
    """What lies in a folder, definitions and folders left out."""
    return sorted(path.name for path in folder.iterdir() if path.suffix not in {".yaml", ""})


def picture():
    """The bytes of a logo."""
    file = BytesIO()
    Image.new("RGB", (30, 20)).save(file, "PNG")
    return file.getvalue()


def pages(data):
    """The text of each page of a PDF."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def test_options_offer_what_there_is():
    """Every registered format, the usual one first."""
    assert set(module.FORMATS) == set(WRITERS)
    assert module.FORMATS[0] == "pdf"


def test_a_document_is_a_pdf_under_its_agencys_name(sop, folder, definitions):
    """The path is printed; the same input gives the same bytes."""
    outcome = sop("document", "--agency", "dumai", "--definitions", definitions)
    assert (outcome.status, outcome.out) == (0, "dumai.pdf\n")
    assert "error" not in outcome.err
    assert files(folder) == ["dumai.pdf"]
    first = (folder / "dumai.pdf").read_bytes()
    identity, flowchart = pages(first)
    assert "Nomor SOP" in identity
    assert "Urutan kegiatan" in flowchart
    sop("document", "--agency", "dumai", "--definitions", definitions)
    assert (folder / "dumai.pdf").read_bytes() == first


def test_every_format_has_its_files(sop, write, folder):
    """Pages of a format that holds one are numbered; the suffix of ``-o`` says which it is."""
    write("contoh.yaml")
    expected = {
        "pdf": ["contoh.pdf"],
        "html": ["contoh.html"],
        "svg": ["contoh-1.svg", "contoh-2.svg"],
        "png": ["contoh-1.png", "contoh-2.png"],
    }
    for form, names in expected.items():
        outcome = sop("document", "contoh.yaml", "--format", form)
        assert (outcome.status, outcome.out.split()) == (0, names)
    assert files(folder) == sorted(name for names in expected.values() for name in names)
    assert sop("document", "contoh.yaml", "-o", "x.svg").out == "x-1.svg\nx-2.svg\n"
    assert sop("document", "contoh.yaml", "-o", "y.svg", "--single").out == "y.svg\n"


def test_a_cover_comes_first(sop, write):
    """As a page more."""
    write("contoh.yaml")
    bare = sop("document", "contoh.yaml", "-o", "-", "--format", "svg", "--single").out
    covered = sop("document", "contoh.yaml", "-o", "-", "--format", "svg", "--single", "--cover").out
    assert ("halaman 1 dari 2" in bare, "Standar Operasional Prosedur" in bare) == (True, False)
    assert ("halaman 2 dari 3" in covered, "Standar Operasional Prosedur" in covered) == (True, True)


def test_without_a_name_every_document_is_drawn(sop, write, folder):
    """Into the working directory or a folder."""
    write("definitions/a.yaml", kode="a")
    write("definitions/b/x.yaml", kode="b")
    assert sop("document").out == "a.pdf\nb-x.pdf\n"
    assert sop("document", "-o", "cetak/", "--format", "html").out == "cetak/a.html\ncetak/b-x.html\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["contoh.yaml", "-o", "x.doc"],
            "suffix '.doc' is no format\n       use --format with one of: pdf, html, png, svg\n",
        ),
        (
            ["contoh.yaml", "--format", "dot"],
            "--format 'dot' is unknown\n       choose one of: pdf, html, png, svg\n",
        ),
        (["contoh.yaml", "--dpi", "100"], "--dpi means nothing for format pdf\n       it is for png only\n"),
        (
            [".", "-o", "x.pdf"],
            "-o names one file for 2 SOPs\n       name a folder: -o DIR/\n",
        ),
        (
            ["--agency", "contoh", "--sop", "lain", "--all"],
            "both --all and --sop are given\n       use one of them\n",
        ),
    ],
)
def test_wrong_usage_writes_nothing(sop, write, folder, words, message):
    """What is wrong is told, with the remedy."""
    write("contoh.yaml")
    write("lain.yaml")
    outcome = sop("document", *words)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"error: {message}")
    assert files(folder) == []


def test_a_logo_stands_beside_its_definition(sop, write, folder):
    """A path is relative to the definition, on standard input to the working directory."""
    path = write("di/sini/contoh.yaml", replace=LOGO)
    (path.parent / "logo").mkdir()
    (path.parent / "logo" / "contoh.png").write_bytes(picture())
    outcome = sop("document", path, "-o", "-", "--format", "svg", "--single")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.count("<image ") == 1
    data = path.read_bytes()
    outcome = sop("document", "-", "-o", "-", "--format", "svg", "--single", input=data)
    assert (outcome.status, outcome.out.count("<image ")) == (0, 0)
    assert (
        "<stdin>:5:9: warning[SOP601] logo 'logo/contoh.png' cannot be drawn: it does not exist"
        in outcome.err
    )
    (path.parent / "logo").rename(folder / "logo")
    assert "<image " in sop("document", "-", "-o", "-", "--format", "svg", "--single", input=data).out


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "it does not exist"),
        (b"GIF89a", "it is no PNG or JPEG picture"),
        (b"\x89PNG\r\n\x1a\nxxxx", "the picture is damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * LARGEST_LOGO, "it is larger than 8 MiB"),
        ("folder", "it is no regular file"),
    ],
    ids=["missing", "foreign", "damaged", "large", "folder"],
)
def test_a_logo_that_cannot_be_drawn_is_a_warning(sop, write, folder, content, reason):
    """At its place in the definition; the document is drawn without it, as if none were named."""
    write("contoh.yaml")
    bare = sop("document", "contoh.yaml", "-o", "-", "--format", "svg", "--single").out
    write("contoh.yaml", replace=LOGO)
    (folder / "logo").mkdir()
    if content == "folder":
        (folder / "logo" / "contoh.png").mkdir()
    elif content is not None:
        (folder / "logo" / "contoh.png").write_bytes(content)
    outcome = sop("document", "contoh.yaml", "-o", "-", "--format", "svg", "--single")
    assert (outcome.status, outcome.out) == (0, bare)
    assert outcome.err == (
        f"contoh.yaml:5:9: warning[SOP601] logo 'logo/contoh.png' cannot be drawn: {reason}\n"
        "   |\n"
        "5 |   logo: logo/contoh.png\n"
        "  |         ^^^^^^^^^^^^^^^ name a PNG or JPEG picture, relative to this file; "
        "until then the document is drawn without it\n"
    ).replace("   |\n5", "  |\n5")
    assert sop("document", "contoh.yaml", "-o", "x.svg", "--strict").status == 1
    assert sop("validate", "contoh.yaml").out == f"{outcome.err}\n1 file, no errors, 1 warning\n"


@pytest.mark.parametrize("name", ["'a\\0b'", "x" * 5000, "/dev/null", "http://contoh.go.id/logo.png", "'~'"])
def test_a_logo_of_any_name_is_no_fault_of_the_engine(sop, write, name):
    """Whatever it says where a path should stand."""
    write("contoh.yaml", replace={"  nama: Badan Contoh\n": f"  nama: Badan Contoh\n  logo: {name}\n"})
    outcome = sop("document", "contoh.yaml", "-o", "x.svg")
    assert (outcome.status, outcome.out) == (0, "x-1.svg\nx-2.svg\n")
    assert "warning[SOP601]" in outcome.err


def test_a_logos_warning_can_be_silenced(sop, write):
    """At its line; that the silencer is idle is never said, for the text alone does not tell."""
    silenced = {"  nama: Badan Contoh\n": "  nama: Badan Contoh\n  logo: x.png  # sop: abaikan SOP601\n"}
    write("contoh.yaml", replace=silenced)
    outcome = sop("document", "contoh.yaml", "-o", "x.svg")
    assert (outcome.status, outcome.err) == (0, "")
    assert sop("validate", "--strict", "contoh.yaml").status == 0
    assert "SOP021" not in sop("validate", "contoh.yaml").out


def test_what_is_not_whole_is_not_drawn(sop, write, folder):
    """It is reported, the others are drawn; faults of the flow alone do not stop a document."""
    write("contoh.yaml", replace={"nomor: 2": "nomer: 2"})
    write("lain.yaml", replace={"{Ya: 3, Tidak: 1}": "{Ya: 3, Tidak: 9}"})
    outcome = sop("document", "contoh.yaml", "lain.yaml", "--format", "html")
    assert (outcome.status, outcome.out) == (1, "contoh-lain.html\n")
    assert "error[SOP101]" in outcome.err
    assert "error[SOP202]" in outcome.err
    assert files(folder) == ["contoh-lain.html"]


def test_a_definition_is_never_overwritten(sop, write, folder):
    """Neither by a document nor by a book; ``--force`` allows it."""
    path = write("contoh.yaml")
    before = path.read_bytes()
    for words in ([], ["--all"]):
        outcome = sop("document", "contoh.yaml", "-o", "contoh.yaml", "--format", "html", *words)
        assert (outcome.status, outcome.out) == (2, "")
        assert "'contoh.yaml' is a definition, not overwritten" in outcome.err
        assert path.read_bytes() == before
    assert sop("document", "contoh.yaml", "-o", "contoh.yaml", "--format", "html", "--force").status == 0


def test_a_book_binds_all(sop, folder, definitions):
    """Cover, daftar isi and every document; its pages are where the daftar isi says."""
    outcome = sop("document", "--all", "-o", "buku.pdf", "--definitions", definitions)
    assert (outcome.status, outcome.out) == (0, "buku.pdf\n")
    found = pages((folder / "buku.pdf").read_bytes())
    assert len(found) == 12
    assert "Kumpulan Standar Operasional Prosedur" in found[0]
    assert "5 SOP dari 5 instansi" in found[0]
    assert "Daftar Isi" in found[1]
    for at, text in enumerate(found[1:], 2):
        assert f"halaman {at} dari 12" in text
    assert [at for at, text in enumerate(found, 1) if "Nomor SOP" in text] == [3, 5, 7, 9, 11]
    assert re.findall(r"\. ?\.\s+(\d+)\b", found[1]) == ["3", "5", "7", "9", "11"]


def test_a_book_of_an_agency_has_its_name(sop, write, folder):
    """Without ``-o`` it is called after the agency, or just ``buku``; a folder takes it too."""
    write("definitions/a/x.yaml", kode="a", nama="SOP Satu")
    write("definitions/a/y.yaml", kode="a", nama="SOP Dua")
    write("definitions/b.yaml", kode="b")
    assert sop("document", "--all", "--agency", "a").out == "a-buku.pdf\n"
    assert sop("document", "--all", "a", "a").out == "a-buku.pdf\n"
    assert sop("document", "--all", "a", "b").out == "buku.pdf\n"
    assert sop("document", "--all").out == "buku.pdf\n"
    assert sop("document", "--all", "-o", "cetak/").out == "cetak/buku.pdf\n"
    assert sop("document", "--all", "definitions/a", "-o", "z.html").out == "z.html\n"
    found = pages((folder / "a-buku.pdf").read_bytes())
    assert len(found) == 6
    assert ("Badan Contoh" in found[0], "2 SOP" in found[0]) == (True, True)
    assert sop("document", "--all", "--agency", "a", "-o", "-").out.startswith("%PDF")


def test_a_book_says_what_it_lacks(sop, write, folder):
    """The rest is bound; without any there is no book."""
    write("definitions/a.yaml", kode="a")
    write("definitions/b.yaml", kode="b", replace={"nomor: 2": "nomer: 2"})
    outcome = sop("document", "--all", "-o", "x.html")
    assert (outcome.status, outcome.out) == (1, "x.html\n")
    assert "error[SOP101]" in outcome.err
    assert (
        "error: the book lacks 'definitions/b.yaml'\n       mend the errors and bind again\n" in outcome.err
    )
    outcome = sop("document", "--all", "definitions/b.yaml", "-o", "y.html", "--lang", "id")
    assert (outcome.status, outcome.out) == (1, "")
    assert "error: tidak ada SOP yang dapat dijilid\n" in outcome.err
    assert files(folder) == ["x.html"]
