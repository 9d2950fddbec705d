"""The page of a SOP in a real browser."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.desk.page.conftest import DEFINITION, Open, hold, saved

expect = pytest.importorskip("playwright.sync_api").expect

HOSTILE = "<img src=x onerror=alert(1)></title></script><script>alert(2)</script>{{alert(3)}}"


def text_of(page: Any) -> Any:
    """The text editor."""
    return page.get_by_role("textbox", name="Teks SOP")


def state_of(page: Any) -> Any:
    """What is said of the file: saved or not."""
    return page.locator(".state")


def write_at_top(page: Any, text: str) -> None:
    """Write in front of all that is there."""
    text_of(page).click()
    page.keyboard.press("Control+Home")
    page.keyboard.insert_text(text)


def test_a_fault_is_found_while_typing_and_goes_when_it_is_mended(open_sop: Open) -> None:
    """It stands under the text, in the list and in the text itself; the sheet waits, greyed and labelled."""
    page, _ = open_sop()
    expect(page.locator(".count").last).to_have_text("Tidak ada temuan")
    text_of(page).click()
    page.keyboard.press("Control+Home")
    page.keyboard.insert_text("rusak: ya\n")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".underline")).to_contain_text("Kesalahan, baris 1: kunci 'rusak'")
    expect(page.locator(".findings .finding")).to_have_count(1)
    expect(page.locator(".findings .finding")).to_contain_text("SOP101")
    expect(page.locator(".cm-content .found.error")).to_have_text("rusak")
    expect(page.locator(".sheets")).to_have_class(re.compile(r"\bold\b"))
    expect(page.locator(".stale")).to_contain_text("keadaan terakhir yang dapat digambar")
    page.keyboard.press("Control+z")
    expect(page.locator(".findings .finding")).to_have_count(0)
    expect(page.locator(".sheets")).not_to_have_class(re.compile(r"\bold\b"))
    expect(page.locator(".stale")).to_be_empty()


def test_the_sheet_follows_the_text_and_stays_where_it_was(open_sop: Open) -> None:
    """A new row is drawn, and what was scrolled to is still there."""
    page, _ = open_sop()
    expect(page.locator("g.symbol")).to_have_count(3)
    page.locator(".sheets").evaluate("box => box.scrollTop = 120")
    text_of(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("  - nomor: 4\n    uraian: Menutup 😀\n    pelaksana: kepala\n")
    expect(page.locator("g.symbol")).to_have_count(4)
    expect(page.locator(".sheet")).to_contain_text("Menutup 😀")
    assert page.locator(".sheets").evaluate("box => box.scrollTop") == 120


def test_ctrl_s_saves_with_the_line_ends_and_the_mark_of_the_file(open_sop: Open) -> None:
    """The state is said in words, and all that was not changed is as it was, byte for byte."""
    before = b"\xef\xbb\xbf" + DEFINITION.encode().replace(b"\n", b"\r\n")
    page, sop = open_sop(before)
    expect(state_of(page)).to_have_text("Tersimpan")
    write_at_top(page, "# satu\n# dua 😀\n")
    expect(state_of(page)).to_have_text("Belum disimpan")
    page.keyboard.press("Control+s")
    expect(state_of(page)).to_have_text("Tersimpan")
    assert sop.path.read_bytes() == before.replace(
        b"\xbfversi", "\ufeff# satu\r\n# dua 😀\r\nversi".encode()[2:]
    )


def test_a_change_on_the_disk_is_shown(open_sop: Open) -> None:
    """Where nothing is unsaved it is simply taken over: text, sheet and heading; also from editors that rename."""
    page, sop = open_sop()
    text = sop.path.read_text(encoding="utf-8")
    sop.path.write_text(text.replace("Pelaporan Kinerja", "Pelaporan Baru"), encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text("Pelaporan Baru")
    expect(page.locator(".sheet").first).to_contain_text("Pelaporan Baru")
    expect(text_of(page)).to_contain_text("nama: Pelaporan Baru")
    other = sop.path.with_suffix(".tmp")
    other.write_text(text.replace("Pelaporan Kinerja", "Ganti Nama"), encoding="utf-8")
    other.replace(sop.path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ganti Nama")
    expect(state_of(page)).to_have_text("Tersimpan")


def test_a_save_over_somebody_elses_change_is_refused_and_nothing_is_lost(open_sop: Open) -> None:
    """The file is left alone, mine stays in the editor; after a look at the difference mine may take its place."""
    page, sop = open_sop()
    write_at_top(page, "# milik saya\n")
    expect(state_of(page)).to_have_text("Belum disimpan")
    theirs = sop.path.read_bytes() + b"# mereka\n"
    sop.path.write_bytes(theirs)
    expect(state_of(page)).to_have_text("Berubah di disk")
    expect(page.get_by_role("alert").first).to_contain_text("diubah oleh pihak lain")
    page.keyboard.press("Control+s")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Belum disimpan")
    expect(dialog.locator(".mine")).to_have_text(["+# milik saya\n"])
    expect(dialog.locator(".theirs")).to_have_text(["−# mereka\n"])
    assert sop.path.read_bytes() == theirs
    dialog.get_by_role("button", name="Timpa dengan milik saya").click()
    expect(state_of(page)).to_have_text("Tersimpan")
    assert sop.path.read_bytes() == b"# milik saya\n" + theirs.removesuffix(b"# mereka\n")


def test_mine_can_go_to_another_file(open_sop: Open) -> None:
    """Then both are on the disk, and the page shows what the file holds."""
    page, sop = open_sop()
    write_at_top(page, "# milik saya\n")
    expect(state_of(page)).to_have_text("Belum disimpan")
    theirs = b"# mereka\n" + sop.path.read_bytes()
    sop.path.write_bytes(theirs)
    page.get_by_role("button", name="Simpan dengan nama lain").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Nama berkas").fill("lain")
    dialog.get_by_role("button", name="Simpan dengan nama lain").click()
    expect(text_of(page)).to_contain_text("# mereka")
    expect(state_of(page)).to_have_text("Tersimpan")
    assert sop.path.read_bytes() == theirs
    assert sop.path.with_name("lain.yaml").read_bytes().startswith(b"# milik saya\nversi_format")


def test_a_file_that_is_gone_is_kept_in_the_page(open_sop: Open) -> None:
    """Under another name, or again under its own; there is nothing on the disk that could be loaded."""
    page, sop = open_sop()
    before = sop.path.read_bytes()
    sop.path.unlink()
    expect(page.get_by_role("alert").first).to_contain_text("sudah tidak ada di disk")
    expect(page.get_by_role("button", name="Muat yang di disk")).to_be_hidden()
    page.get_by_role("button", name="Simpan dengan nama lain").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Nama berkas").fill("hilang")
    dialog.get_by_role("button", name="Simpan dengan nama lain").click()
    told = page.locator(".q-notification")
    expect(told).to_contain_text("Isi halaman ini tersimpan sebagai hilang.yaml.")
    assert sop.path.with_name("hilang.yaml").read_bytes() == before
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(dialog.get_by_role("button")).to_have_text(["Batal", "Simpan dengan nama lain", "Simpan kembali"])
    dialog.get_by_role("button", name="Simpan kembali").click()
    expect(state_of(page)).to_have_text("Tersimpan")
    assert sop.path.read_bytes() == before


def settle(page: Any) -> None:
    """Wait until the browser has painted twice.

    On a busy machine a letter that is typed before the cursor's new line was painted may go astray within CodeMirror
    itself; no person is so quick.
    """
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def type_lines(page: Any, text: str) -> None:
    """Type lines, 12 ms from key to key."""
    for at, line in enumerate(text.split("\n")):
        if at:
            page.keyboard.press("Enter", delay=12)
        settle(page)
        page.keyboard.type(line[:1])
        settle(page)
        page.keyboard.type(line[1:], delay=12)


def test_fast_typing_loses_nothing(open_sop: Open) -> None:
    """Whatever is found and drawn meanwhile, what arrives is what was typed, with 12 ms from key to key."""
    page, sop = open_sop()
    lines = [f"rusak nomor {number} tanpa kunci" for number in range(4)]
    text_of(page).click()
    page.keyboard.press("Control+End")
    for line in lines:
        type_lines(page, line)
        page.keyboard.press("Escape", delay=12)
        page.keyboard.press("Enter", delay=12)
    expect(state_of(page)).to_have_text("Belum disimpan")
    page.keyboard.press("Control+s")
    expect(state_of(page)).to_have_text("Tersimpan")
    typed = [line.strip() for line in sop.path.read_text(encoding="utf-8").splitlines() if "rusak" in line]
    assert typed == lines


CLICK = 'document.querySelector(".remedy button").click();'
TYPE = 'document.execCommand("insertText", false, "# masih mengetik 😀");'


@pytest.mark.parametrize(
    "deeds", [CLICK + TYPE, f"{TYPE} setTimeout(() => {{ {CLICK} }}, 20);"], ids=["later", "before"]
)
@pytest.mark.parametrize("at", ["Control+Home", "Control+End"])
def test_what_is_typed_while_the_text_changes_is_kept(open_sop: Open, at: str, deeds: str) -> None:
    """Somebody types while a fix is asked for: both are in the text, in the browser and in the file."""
    page, sop = open_sop(DEFINITION.replace("pelaksana: kepala", "pelaksana: kepla"))
    expect(page.get_by_role("button", name=re.compile("^Perbaiki.*kepala"))).to_be_visible()
    text_of(page).click()
    page.keyboard.press(at)
    page.evaluate(f"() => {{ {deeds} }}")
    expect(page.locator(".findings .finding", has_text="kepla")).to_have_count(0)
    page.keyboard.type(" terus", delay=12)
    line = page.locator(".cm-line", has_text="masih mengetik")
    expect(line).to_contain_text("# masih mengetik 😀 terus")
    page.keyboard.press("Control+s")
    expect(state_of(page)).to_have_text("Tersimpan")
    typed = "# masih mengetik 😀 terus"
    assert sop.path.read_text(encoding="utf-8") == (
        typed + DEFINITION if at == "Control+Home" else DEFINITION + typed
    )


def test_a_save_waits_for_what_was_typed_on_an_older_text(open_sop: Open) -> None:
    """The fix is made, but its change has not come yet when somebody types on and saves: all of it is in the file."""
    page, sop = open_sop(DEFINITION.replace("pelaksana: kepala", "pelaksana: kepla"))
    expect(page.get_by_role("button", name=re.compile("^Perbaiki.*kepala"))).to_be_visible()
    hold(page)
    page.evaluate(f"() => {{ {CLICK} }}")
    write_at_top(page, "# masih mengetik\n")
    page.keyboard.press("Control+s")
    expect(page.locator(".findings .finding", has_text="kepla")).to_have_count(0)
    expect(state_of(page)).to_have_text("Tersimpan")
    assert sop.path.read_text(encoding="utf-8") == f"# masih mengetik\n{DEFINITION}"


def test_a_finding_that_stays_keeps_its_button(open_sop: Open) -> None:
    """A line and a finding come before it on the disk while somebody stands on its button, who then presses it."""
    text = DEFINITION.replace("pelaksana: kepala", "pelaksana: kepla")
    page, sop = open_sop(text)
    mend = page.get_by_role("button", name=re.compile("^Perbaiki.*kepala"))
    mend.focus()
    place = page.locator(".findings li", has=mend).locator(".place")
    line = int(place.inner_text().removeprefix("teks baris "))
    sop.path.write_text(f"asing: 1\n{text}", encoding="utf-8")
    expect(page.locator(".findings .finding").first).to_contain_text("asing")
    expect(place).to_have_text(f"teks baris {line + 1}")
    expect(mend).to_be_focused()
    page.keyboard.press("Enter")
    expect(mend).to_have_count(0)
    assert saved(page, sop) == f"asing: 1\n{DEFINITION}"


def test_who_mends_by_keys_goes_on_at_the_next_finding(open_sop: Open) -> None:
    """Its button goes with a finding; the focus goes to the one in its place, and to the heading after the last."""
    text = DEFINITION.replace("pelaksana: kepala", "pelaksana: kepla").replace("1 jam", "1 jm")
    page, sop = open_sop(f"asing: 1\n{text}")
    expect(page.locator(".findings .finding")).to_have_count(3)
    page.get_by_role("button", name=re.compile("^Perbaiki.*kepala")).press("Enter")
    expect(page.locator(".findings .finding")).to_have_count(2)
    expect(page.locator(".findings .finding", has_text="1 jm")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".findings .finding")).to_have_count(1)
    expect(page.locator(".findings .finding", has_text="asing")).to_be_focused()
    assert saved(page, sop) == f"asing: 1\n{DEFINITION}"
    sop.path.write_text(DEFINITION.replace("pelaksana: kepala", "pelaksana: kepla"), encoding="utf-8")
    page.get_by_role("button", name=re.compile("^Perbaiki.*kepala")).press("Enter")
    expect(page.get_by_role("heading", name="Temuan")).to_be_focused()


def test_a_finding_and_a_symbol_lead_to_their_lines(open_sop: Open) -> None:
    """By a click, and by the keyboard; the row of the cursor is marked in the sheet."""
    page, _ = open_sop()
    active = page.locator(".cm-activeLine")
    page.locator("g.symbol[data-id='2']").first.click()
    expect(active).to_contain_text("nomor: 2")
    expect(page.locator("g.symbol.marked")).to_have_attribute("data-id", "2")
    page.locator("g.symbol[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(active).to_contain_text("nomor: ")
    expect(text_of(page)).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("  - nomor: 4\n    uraian: Menutup\n    pelaksana: kasubag\n")
    expect(page.locator("g.symbol.marked")).to_have_count(0)
    page.keyboard.press("Control+Home")
    page.get_by_role("button", name="kasubag").first.click()
    expect(active).to_contain_text("pelaksana: kasubag")


def test_completions_and_explanations_come_from_the_server(open_sop: Open) -> None:
    """Also behind an emoji, where the browser counts two."""
    page, _ = open_sop()
    write_at_top(page, "# 😀😀\n")
    page.keyboard.press("Control+End")
    type_lines(page, "  - nomor: 4\nuraian: Menutup\npelaksana: kep")
    options = page.get_by_role("option")
    # While the last key is answered, the list is shown but takes no click.
    expect(page.locator(".cm-tooltip-autocomplete-disabled")).to_have_count(0)
    options.filter(has_text="kepala").first.click()
    expect(page.locator(".cm-activeLine")).to_have_text("    pelaksana: kepala")
    page.locator(".cm-line", has_text="versi_format").locator("span").first.hover()
    expect(page.locator(".explanation")).to_contain_text("versi_format")


def test_hostile_texts_are_inert(open_sop: Open) -> None:
    """In the heading, the sheet, the findings and the file's own text: shown as they are, never run."""
    text = DEFINITION_OF_HOSTILITY
    page, sop = open_sop(text)
    expect(page.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    expect(page.locator(".sheet").first).to_contain_text("{{alert(3)}}")
    write_at_top(page, f"{HOSTILE}: 1\n")
    expect(page.locator(".findings .finding").first).to_contain_text("onerror=alert(1)")
    page.get_by_role("tab", name="Formulir").click()
    expect(page.get_by_role("tabpanel", name="Formulir")).to_be_visible()
    assert page.locator("img[src='x'], img[onerror], #app script").count() == 0
    assert page.evaluate(
        """async () => {
            const box = document.body.appendChild(document.createElement("div"));
            box.innerHTML = '<img src="data:," onerror="window.ran = true">';
            await new Promise((done) => setTimeout(done, 100));
            return window.ran === undefined;
        }"""
    ), "the policy must stop handlers that are written into the markup, wherever they come from"
    assert sop.dialogs == []


def test_every_control_has_a_name(open_sop: Open) -> None:
    """The accessibility tree: landmarks, headings, tabs, and no button, field or link without a name."""
    page, _ = open_sop()
    write_at_top(page, "rusak\n")
    expect(page.locator(".findings .finding")).to_have_count(1)
    tree = page.locator("body").aria_snapshot()
    unnamed = re.findall(
        r"- (?:button|textbox|link|tab|combobox|checkbox|img|figure|region)(?: \[.*\])?:?$",
        tree,
        re.MULTILINE,
    )
    assert unnamed == []
    for part in (
        "- banner:",
        "- main:",
        '- heading "Pelaporan Kinerja" [level=1]',
        '- region "Sunting"',
        '- tab "Teks" [selected]',
        '- tab "Formulir"',
        '- region "Lembar"',
        '- region "Temuan"',
        '- button "Simpan"',
        '- button "Unduh PDF"',
        '- link "Langsung ke isi SOP"',
    ):
        assert part in tree, tree
    assert page.locator("html").get_attribute("lang") == "id"


def test_the_keyboard_gets_in_and_out(open_sop: Open) -> None:
    """The first stop skips to text or form; from the text Escape and Tab lead on; tabs turn with the arrows."""
    page, _ = open_sop()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi SOP")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Sunting")).to_be_focused()
    text_of(page).click()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(text_of(page)).not_to_be_focused()
    page.get_by_role("tab", name="Teks").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Formulir")).to_be_focused()
    expect(page.get_by_role("tab", name="Formulir")).to_have_attribute("aria-selected", "true")
    expect(text_of(page)).to_be_hidden()


def test_the_pdf_is_that_of_the_document(open_sop: Open, tmp_path: Path) -> None:
    """It has the name that the command line gives it."""
    page, _ = open_sop()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh PDF").click()
    saved = tmp_path / "x.pdf"
    waiting.value.save_as(saved)
    assert waiting.value.suggested_filename.startswith("contoh-sop-")
    assert saved.read_bytes().startswith(b"%PDF-")


def test_a_fix_is_made_by_a_button(open_sop: Open) -> None:
    """Its title says what is done; the text is mended and the finding goes."""
    page, _ = open_sop()
    text_of(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("  - nomor: 4\n    uraian: Menutup\n    pelaksana: kepla\n")
    page.get_by_role("button", name=re.compile("^Perbaiki.*kepala")).click()
    expect(page.locator(".findings .finding")).to_have_count(0)
    expect(text_of(page)).to_contain_text("pelaksana: kepala")
    expect(state_of(page)).to_have_text("Belum disimpan")


def test_the_remedy_of_a_finding_follows_the_text(open_sop: Open) -> None:
    """The finding is the same as before, but another role is meant by now."""
    text = DEFINITION.replace("pelaksana: kepala", "pelaksana: kepla")
    page, sop = open_sop(text)
    expect(page.locator(".finding .hint")).to_have_text("maksudnya 'kepala'?")
    sop.path.write_text(text.replace("  kepala: ", "  kepla1: "), encoding="utf-8")
    expect(page.locator(".finding .hint")).to_have_text("maksudnya 'kepla1'?")
    expect(page.locator(".remedy span")).to_have_text("ganti dengan 'kepla1'")


def test_the_sheet_alone_is_printed(open_sop: Open) -> None:
    """Each page of it on a page of the paper, as wide as that; nothing marked."""
    page, _ = open_sop()
    page.locator("g.symbol[data-id='2']").first.click()
    shape = page.locator("g.symbol.marked > rect, g.symbol.marked > polygon").first
    expect(shape).to_have_css("fill", "rgb(227, 238, 248)")
    page.emulate_media(media="print")
    expect(shape).not_to_have_css("fill", "rgb(227, 238, 248)")
    for part in (".head", ".edit", ".findings", ".view .bar"):
        expect(page.locator(part)).to_be_hidden()
    papers = page.locator(".paper").evaluate_all(
        "all => all.map((one) => [one.getBoundingClientRect().width, getComputedStyle(one).breakBefore])"
    )
    assert [before for _, before in papers] == ["auto", "page"]
    assert {width for width, _ in papers} == {page.viewport_size["width"]}


def test_a_page_without_its_server_does_not_say_saved(open_sop: Open) -> None:
    """It says that the connection is lost; what is typed then is kept and told once it is there again."""
    page, sop = open_sop()
    page.evaluate("window.socket.disconnect()")
    expect(page.get_by_text("Sambungan dengan 'sop preview' terputus.")).to_be_visible()
    expect(state_of(page)).to_be_hidden()
    write_at_top(page, "# tanpa server\n")
    page.evaluate("window.socket.connect()")
    expect(state_of(page)).to_have_text("Belum disimpan")
    page.keyboard.press("Control+s")
    expect(state_of(page)).to_have_text("Tersimpan")
    assert sop.path.read_text(encoding="utf-8") == "# tanpa server\n" + DEFINITION


def test_a_phone_shows_the_text_in_a_window_of_its_own(open_sop: Open) -> None:
    """The sheet is not far below, however long the text is."""
    page, _ = open_sop(DEFINITION + "# baris\n" * 300)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.locator(".text-area").bounding_box()["height"] == 0.65 * 800
    assert page.locator(".sheets").bounding_box()["y"] < 2 * 800


def test_what_was_left_unsaved_is_there_again(open_sop: Open) -> None:
    """A tab that was closed by mistake loses nothing."""
    page, sop = open_sop()
    write_at_top(page, "# belum disimpan\n")
    expect(state_of(page)).to_have_text("Belum disimpan")
    page.close(run_before_unload=False)
    again = page.context.new_page()
    # On a busy machine the server may hear of the closed tab only after the next one has asked for the page.
    for _ in range(10):
        again.goto(sop.address)
        text_of(again).wait_for()
        if "# belum disimpan" in text_of(again).inner_text():
            break
    expect(text_of(again)).to_contain_text("# belum disimpan")
    expect(state_of(again)).to_have_text("Belum disimpan")
    expect(again.get_by_role("alert").first).to_contain_text("tab yang sudah ditutup")
    again.get_by_role("button", name="Muat yang di disk").click()
    again.get_by_role("dialog").get_by_role("button", name="Muat yang di disk").click()
    expect(state_of(again)).to_have_text("Tersimpan")
    expect(text_of(again)).not_to_contain_text("# belum disimpan")
    expect(again.locator(".notice")).to_be_hidden()
    again.close()


def test_what_was_unsaved_stays_when_the_page_is_loaded_again(open_sop: Open) -> None:
    """The browser asks first, and then nothing is lost; nor does it come again once it was saved."""
    page, sop = open_sop()
    write_at_top(page, "# belum disimpan\n")
    expect(state_of(page)).to_have_text("Belum disimpan")
    page.reload()
    assert len(sop.dialogs) == 1
    expect(text_of(page)).to_contain_text("# belum disimpan")
    expect(state_of(page)).to_have_text("Belum disimpan")
    text_of(page).click()
    page.keyboard.press("Control+s")
    expect(state_of(page)).to_have_text("Tersimpan")
    assert sop.path.read_text(encoding="utf-8") == "# belum disimpan\n" + DEFINITION
    page.reload()
    expect(text_of(page)).to_contain_text("# belum disimpan")
    expect(page.locator(".notice")).to_be_hidden()


def test_the_list_leads_to_each_sop_and_back(context: Any, served: Any) -> None:
    """Name, agency, findings and file of each."""
    sop = served.take(DEFINITION_OF_HOSTILITY)
    page = context.new_page()
    page.goto(served.origin)
    row = page.get_by_role("row").filter(has_text=sop.path.name)
    found = "Tidak ada temuan"
    expect(row.get_by_role("cell")).to_have_text([HOSTILE, "contoh", found, re.compile(sop.path.name)])
    row.get_by_role("link").click()
    expect(text_of(page)).to_contain_text("versi_format")
    page.get_by_role("link", name="Semua SOP").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Semua SOP")
    page.close()


def test_a_long_list_is_there_before_all_of_it_is_read(context: Any, served: Any) -> None:
    """What is found in the later ones follows while the page is seen already."""
    assert '"text":"…"' in context.request.get(served.origin).text()
    page = context.new_page()
    page.goto(served.origin)
    expect(page.get_by_role("cell", name="…", exact=True)).to_have_count(0)
    assert page.get_by_role("row").count() > 30
    page.close()


def test_a_hostile_file_name_is_inert(context: Any, served: Any) -> None:
    """In the list, in the heading and in the title of the tab."""
    (path,) = [found for found in served.folder.iterdir() if found.name.startswith("z")] or [None]
    if path is None:
        pytest.skip("this system has no such names")
    page = context.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.accept()))
    page.goto(served.origin)
    page.get_by_role("link").filter(has_text=path.name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(path.name)
    expect(page).to_have_title(path.name)
    expect(text_of(page)).to_contain_text("versi_format")
    assert page.locator("img[src='x']").count() == 0
    page.close()
    assert said == []


def test_a_sop_that_cannot_be_read_is_told(context: Any, served: Any) -> None:
    """It was deleted since the list was made."""
    sop = served.take()
    sop.path.unlink()
    page = context.new_page()
    page.goto(sop.address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("tidak dapat dibaca")
    expect(page.get_by_role("link", name="Semua SOP")).to_be_visible()
    page.close()


DEFINITION_OF_HOSTILITY = f"""\
versi_format: 1
instansi:
  kode: contoh
  nama: '{HOSTILE}'
identitas:
  nomor: '{HOSTILE}'
  nama: '{HOSTILE}'
pelaksana:
  staf: '{HOSTILE}'
kegiatan:
  - nomor: 1
    uraian: '{HOSTILE} [x](javascript:alert(4))'
    pelaksana: staf
    teks: '{HOSTILE}'
    mutu_baku:
      output: '{HOSTILE}'
"""
