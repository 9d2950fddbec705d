"""The form in a real browser: identity, roles, and what it does while the text cannot be read."""

import re

import pytest

from tests.desk.page.conftest import DEFINITION, Open, saved

expect = pytest.importorskip("playwright.sync_api").expect


def test_the_identity_is_filled_in(open_form: Open) -> None:
    """Fields, items of a list and choices stand at their places in the file; the sheet shows them."""
    page, sop = open_form()
    page.get_by_label("Nama SOP").fill("Pelaporan Kinerja Triwulan")
    page.get_by_label("Status").select_option("berlaku")
    page.get_by_label("Dasar hukum").fill("UU 25/2009")
    page.keyboard.press("Enter")
    page.keyboard.type("Permen 35/2012")
    page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    page.get_by_label("NIP").fill("19740213 199303 1 002")
    expect(page.locator(".sheet")).to_contain_text("Pelaporan Kinerja Triwulan")
    expected = DEFINITION.replace("versi_format: 1\n", "versi_format: 1\nstatus: berlaku\n").replace(
        "  nama: Pelaporan Kinerja\n",
        "  nama: Pelaporan Kinerja Triwulan\n"
        "  disahkan_oleh:\n"
        "    nip: 19740213 199303 1 002\n"
        "  dasar_hukum:\n"
        "    - UU 25/2009\n"
        "    - Permen 35/2012\n",
    )
    assert saved(page, sop) == expected


def test_roles_are_added_renamed_moved_and_removed(open_form: Open) -> None:
    """A role that acts stays, and why is said; keys are seen only by who asks for them."""
    page, sop = open_form()
    page.get_by_label("Pelaksana baru").fill("Kasubbag Umum")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Nama pelaksana 3")).to_have_value("Kasubbag Umum")
    expect(page.get_by_label("Pelaksana baru")).to_have_value("")
    page.get_by_label("Nama pelaksana 1").fill("Staf Perencanaan")
    page.get_by_role("button", name="Pindahkan Kasubbag Umum ke atas").press("Enter")
    expect(page.get_by_role("button", name="Pindahkan Kasubbag Umum ke atas")).to_be_focused()
    expect(page.get_by_label("Nama pelaksana 2")).to_have_value("Kasubbag Umum")
    page.get_by_role("button", name="Hapus Kepala Badan").click()
    expect(page.locator(".form-said")).to_have_text(
        "'Kepala Badan' masih bertugas di baris 2. Pilih dahulu pelaksana lain di sana."
    )
    expect(page.get_by_text("kunci: kasubbag")).to_be_hidden()
    page.get_by_label("Tampilkan kunci pada teks").check()
    expect(page.get_by_text("kunci: kasubbag")).to_be_visible()
    assert saved(page, sop) == DEFINITION.replace(
        "  staf: Staf Penyusun  # catatan peran\n",
        "  staf: Staf Perencanaan  # catatan peran\n  kasubbag: Kasubbag Umum\n",
    )
    page.get_by_role("button", name="Hapus Kasubbag Umum").click()
    expect(page.get_by_label("Nama pelaksana 3")).to_have_count(0)
    expect(page.get_by_label("Nama pelaksana 2")).to_be_focused()


def test_roles_that_are_typed_in_one_go_are_all_there(open_form: Open) -> None:
    """Who types on after Enter loses nothing to the answer of the server."""
    page, sop = open_form()
    page.get_by_label("Pelaksana baru").focus()
    for name in ("Camat", "Lurah", "Sekretaris Camat"):
        page.keyboard.type(name)
        page.keyboard.press("Enter")
    expect(page.get_by_label("Nama pelaksana 5")).to_have_value("Sekretaris Camat")
    expect(page.get_by_label("Pelaksana baru")).to_have_value("")
    assert saved(page, sop) == DEFINITION.replace(
        "  kepala: Kepala Badan\n",
        "  kepala: Kepala Badan\n  camat: Camat\n  lurah: Lurah\n  sekretaris: Sekretaris Camat\n",
    )


def test_a_finding_is_shown_in_the_form(open_form: Open) -> None:
    """Who works in the form stays there, with findings and with symbols of the sheet; the text is for the rest."""
    page, sop = open_form(
        DEFINITION.replace("waktu: 1 jam", "waktu: 1 jm").replace("nama: Badan", "nma: Badan")
    )
    findings = page.get_by_role("region", name="Temuan")
    findings.get_by_role("button", name="'jm' tidak dikenal").first.click()
    expect(page.get_by_label("Waktu, baris 2", exact=True)).to_be_focused()
    findings.get_by_role("button", name="kunci 'nma'").first.click()
    expect(page.get_by_role("textbox", name="Teks SOP")).to_be_focused()
    sop.path.write_text(DEFINITION, encoding="utf-8")
    page.get_by_role("tab", name="Formulir").click()
    page.locator(".symbol").filter(has_text="Sesuai?").click()
    expect(page.get_by_label("Kegiatan, baris 2", exact=True)).to_be_focused()


def test_the_findings_leave_their_room_to_the_sheet(open_form: Open) -> None:
    """Where nothing is found only their heading stands."""
    page, _ = open_form()
    expect(page.locator(".findings .count")).to_have_text("Tidak ada temuan")
    assert page.locator(".findings").bounding_box()["height"] < 60


def test_the_form_waits_while_the_text_cannot_be_read(open_form: Open) -> None:
    """It says why, shows the place, keeps what was known to look at, and goes on when the text is mended."""
    page, sop = open_form()
    sop.path.write_text(DEFINITION.replace("pelaksana:\n  staf", "pelaksana: [\n  staf"), encoding="utf-8")
    notice = page.locator(".form-notice")
    expect(notice).to_contain_text("Teks belum dapat dibaca, jadi formulir belum dapat diubah:")
    expect(page.get_by_label("Nama SOP")).to_be_disabled()
    expect(page.get_by_label("Nama SOP")).to_have_value("Pelaporan Kinerja")
    expect(page.get_by_role("button", name="+ Kegiatan")).to_be_disabled()
    page.locator(".grid-foot").scroll_into_view_if_needed()
    expect(notice).to_be_in_viewport()
    notice.get_by_role("button", name="Tunjukkan pada teks").click()
    expect(page.get_by_role("textbox", name="Teks SOP")).to_be_focused()
    sop.path.write_text(DEFINITION, encoding="utf-8")
    page.get_by_role("tab", name="Formulir").click()
    expect(page.get_by_label("Nama SOP")).to_be_enabled()
    expect(notice).to_be_hidden()


@pytest.mark.parametrize("text", ["instansi: [\n", "instansi:\n  nama: Badan Contoh\n"])
def test_a_form_begins_with_a_text_that_says_little(open_form: Open, text: str) -> None:
    """Its fields are there before anything can be read, and while what was begun is broken for a moment."""
    page, sop = open_form(text)
    sop.path.write_text(text + "kegiatan: [\n", encoding="utf-8")
    expect(page.get_by_label("Nama SOP")).to_be_disabled()
    sop.path.write_text(DEFINITION, encoding="utf-8")
    expect(page.get_by_label("Nama SOP")).to_have_value("Pelaporan Kinerja")
    expect(page.get_by_label("Nama SOP")).to_be_enabled()
    expect(page.get_by_role("region", name="Di bawah tabel")).to_be_visible()


def test_the_text_and_the_form_show_the_same(open_form: Open) -> None:
    """What is written in the text is in the form at once, and taken back there."""
    page, _ = open_form()
    page.get_by_role("tab", name="Teks").click()
    page.get_by_role("textbox", name="Teks SOP").click()
    page.keyboard.press("Control+Home")
    page.keyboard.insert_text("status: dicabut\n")
    page.get_by_role("tab", name="Formulir").click()
    expect(page.get_by_label("Status")).to_have_value("dicabut")
    page.get_by_label("Nama SOP").focus()
    page.keyboard.press("Control+z")
    expect(page.get_by_label("Status")).to_have_value("")
    expect(page.locator(".state")).to_have_text("Tersimpan")


def test_all_that_can_be_used_has_a_name(open_form: Open) -> None:
    """Screen readers are told what each field and button is."""
    page, _ = open_form()
    snapshot = page.locator(".form-sheet").aria_snapshot()
    nameless = re.findall(r"- (?:textbox|combobox|button|checkbox)(?::.*)?$", snapshot, re.MULTILINE)
    assert nameless == []
    assert snapshot.count("- textbox") > 30
