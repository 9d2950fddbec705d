"""The notes on evaluated SOPs as HTML."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree, html

from sop_engine.report import REPORTERS, Checked, Look, notes
from sop_engine.rules.brief import Part
from sop_engine.text import Language
from tests.report.evaluated import DEAD_END, HOSTILE, brief, checked, explanation, found, span

GOLDEN = Path(__file__).parent / "catatan.html"


@pytest.fixture(autouse=True)
def explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one kind is explained."""
    monkeypatch.setattr(notes, "explanation", explanation)


def written(given: Iterable[Checked], look: Look | None = None) -> str:
    """The file's text."""
    pieces = list(REPORTERS["html"].write(given, look or Look()))
    assert all(isinstance(piece, str) for piece in pieces)
    return "".join(map(str, pieces))


def texts(page: html.HtmlElement, path: str) -> list[list[str]]:
    """The cells of the rows that a path finds, blanks as a reader sees them."""
    return [[" ".join(" ".join(cell.itertext()).split()) for cell in row] for row in page.xpath(path)]


def test_the_whole_file(renew: bool) -> None:
    """Byte for byte; ``--renew`` writes it anew, to be looked at in a browser and in its print preview."""
    text = written(checked(), Look(today="21 November 2026"))
    if renew:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_front_page() -> None:
    """All SOPs are listed, those without findings and those that could not be read too."""
    page = html.fromstring(written(checked()))
    assert texts(page, "//table[@class='sops']/tbody/tr") == [
        ["1", "Badan Contoh", "01/SOP", "Penyusunan Draft Laporan", "berlaku", "2", "1", "3", "1"],
        ["2", "Badan Contoh", "–", "Rapat tanpa temuan", "berlaku", "2", "–", "–", "–"],
        ["3", "Kota & <b>Lain</b>", "01/SOP", HOSTILE, "berlaku", "2", "1", "–", "–"],
        ["4", "–", "–", "definisi/rusak.yaml tidak dapat dinilai", "–", "–", "1", "–", "–"],
        ["5", "–", "–", "hilang.yaml tidak dapat dinilai", "–", "–", "1", "–", "–"],
    ]
    assert [" ".join(tile.text_content().split())[:12] for tile in page.xpath("//ul[@class='tiles']/li")] == [
        "4KesalahanWa",
        "3PeringatanP",
        "1CatatanUntu",
        "1SOP tanpa t",
    ]
    assert texts(page, "//table[@class='agencies']/tbody/tr") == [
        ["1", "Badan Contoh", "2", "1", "1", "3", "1"],
        ["2", "Kota & <b>Lain</b>", "1", "–", "1", "–", "–"],
    ]
    assert texts(page, "//table[@class='kinds']/tbody/tr")[3] == [
        "SOP604",
        "Uraian kegiatan tidak diawali kata kerja aktif",
        "Peringatan",
        "3",
        "1",
    ]


def test_one_sop_of_one_agency() -> None:
    """The title names the agency, which forty printed reports are told apart by; there is nothing to add up."""
    page = html.fromstring(written(checked()[:1]))
    assert page.xpath("string(//title)") == "Catatan Evaluasi SOP: Badan Contoh"
    assert 'content:"Catatan Evaluasi SOP\\3a  Badan Contoh"' in page.xpath("string(//style)")
    assert page.xpath("//table/@class") == ["sops", "notes"]


def test_the_day_is_printed_or_left_to_be_filled_in() -> None:
    """A line is drawn where nobody named the day."""
    dated, blank = written(checked(), Look(today="21 November 2026")), written(checked())
    assert "<dt>Tanggal evaluasi</dt><dd>21 November 2026</dd>" in dated
    assert '<dt>Tanggal evaluasi</dt><dd><span class="line"></span></dd>' in blank


def test_a_section_for_each_sop() -> None:
    """With its identity, its findings and an empty column for the answer; without findings it says so."""
    page = html.fromstring(written(checked()))
    rows = texts(page, "//section[@id='sop-1']//tbody/tr")
    related = "Yang pertama di sini"
    assert [row[:3] for row in rows][:3] == [
        ["1", "Seluruh SOP baris berkas 1", "Catatan SOP701 'Disahkan oleh' disimpulkan"],
        ["2", "Baris 1 baris berkas 11", "Peringatan SOP604 Uraian diawali kata benda 'Rapat'"],
        [
            "3",
            "Baris 1 baris berkas 12",
            f"Kesalahan SOP302 Langkah '1' tidak berlanjut {related} (baris berkas 4) {related} (baris berkas 5)",
        ],
    ]
    assert {row[5] for row in rows} == {""}
    assert page.get_element_by_id("sop-2").xpath("string(p[@class='done'])") == "Tidak ada temuan."
    facts = page.get_element_by_id("sop-1").xpath("dl/*/text()")
    assert dict(zip(facts[::2], facts[1::2], strict=True)) == {
        "Instansi": "Badan Contoh",
        "Nomor SOP": "01/SOP",
        "Unit": "Sekretariat",
        "Status": "berlaku",
        "Kegiatan": "2 baris, 1 pelaksana",
        "Jumlah waktu": "2 jam",
        "Berkas": "definisi/contoh.yaml",
        "Temuan": "1 kesalahan, 3 peringatan, 1 catatan",
    }


def test_it_is_indonesian_in_every_language() -> None:
    """The agency reads it, not the one who ran the check."""
    assert written(checked(), Look(Language.EN)) == written(checked(), Look(Language.ID, colour=True))


def test_it_needs_nothing_and_runs_nothing() -> None:
    """One file: no script, no address but those within it, and a policy that allows none."""
    page = html.fromstring(written(checked()))
    assert page.xpath("//script | //link | //img | //iframe | //form | //@style") == []
    assert page.xpath("//meta[@http-equiv]/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]
    assert "url(" not in page.xpath("string(//style)")


def test_links_lead_somewhere() -> None:
    """Each to an id that is there once."""
    page = html.fromstring(written(checked()))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.xpath("//a/@href")} == set(ids)


def test_it_can_be_heard() -> None:
    """A language, headings in steps, tables with captions and heads for columns and rows."""
    page = html.fromstring(written(checked()))
    assert page.xpath("/html/@lang") == ["id"]
    assert [heading.tag for heading in page.xpath("//h1 | //h2")] == ["h1", *["h2"] * 7]
    for table in page.xpath("//table"):
        assert table.xpath("boolean(caption/text())")
        assert set(table.xpath("thead//th/@scope")) == {"col"}
        assert all(row.xpath("count(th[@scope='row'])") == 1 for row in table.xpath("tbody/tr"))
        assert table.xpath("count(colgroup/col)") == table.xpath("count(thead//th)")


@pytest.mark.parametrize(
    "text",
    ["</style><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;", "a\x00\x1b\ud800b"],
)
def test_hostile_text_is_inert(text: str) -> None:
    """Wherever it stands: in names, numbers, files, messages, hints and labels of rows."""
    one = brief(
        f"{text}.yaml",
        instansi=text,
        unit=text,
        nomor=Part(text, span(4)),
        nama=Part(text, span(5)),
        total=text,
        sections=((0, text),),
    )
    given = written([Checked(one, (found(one, DEAD_END, 11, text, text, 4),))], Look(today=text))
    page = html.fromstring(given)
    assert page.xpath("//script | //img | //b[not(parent::li)]") == []
    etree.fromstring(re.sub(r"<(meta[^>]*|col)>", r"<\1/>", given.removeprefix("<!DOCTYPE html>\n")))


def test_nothing_checked_is_a_report_too() -> None:
    """Of nothing."""
    page = html.fromstring(written([]))
    assert page.xpath("string(//dl[@class='facts']/dd[1])") == "0 SOP"
    assert page.xpath("//table") == []


def test_where_it_is_written() -> None:
    """Into a file of this name, whole or not at all."""
    assert (REPORTERS["html"].file, REPORTERS["html"].document) == ("catatan-evaluasi.html", True)
