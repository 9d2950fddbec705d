"""The grid of the form in a real browser: what somebody does in it is in the text, in the file and on the sheet."""

import re
from typing import Any

import pytest

from tests.desk.page.conftest import DEFINITION, Open, hold, saved

expect = pytest.importorskip("playwright.sync_api").expect

NEW_ROW = """\
  - nomor: 4
    uraian: Mengirim laporan
    pelaksana: kepala
    mutu_baku:
      kelengkapan:
        - Surat
        - Arsip
      waktu: 15 menit
      output:
"""


def cell(page: Any, column: str, row: int) -> Any:
    """A cell by its name."""
    return page.get_by_label(f"{column}, baris {row}", exact=True)


def test_a_row_is_added_and_filled_in_by_keys_alone(open_form: Open) -> None:
    """It stands in the file with every comment kept, and on the sheet."""
    page, sop = open_form()
    page.get_by_role("button", name="+ Kegiatan").press("Enter")
    expect(cell(page, "Kegiatan", 4)).to_be_focused()
    page.keyboard.type("Mengirim laporan")
    page.keyboard.press("Tab")
    expect(cell(page, "Pelaksana", 4)).to_be_focused()
    cell(page, "Pelaksana", 4).select_option(label="Kepala Badan")
    page.keyboard.press("Tab")
    page.keyboard.type("Surat")
    page.keyboard.press("Enter")
    page.keyboard.type("Arsip")
    page.keyboard.press("Tab")
    page.keyboard.type("15 menit")
    page.keyboard.press("Tab")
    expect(page.locator(".sheet")).to_contain_text("Mengirim laporan")
    assert saved(page, sop) == DEFINITION + NEW_ROW


def test_a_decision_gets_a_branch_to_another_row(open_form: Open) -> None:
    """Targets are picked from the rows; labels that stay keep their place in the text."""
    page, sop = open_form()
    page.get_by_role("button", name="Langkah berikutnya, baris 2: ◇ Sesuai?").click()
    dialog = page.get_by_role("dialog", name="Sesudah baris 2")
    expect(dialog.get_by_label("Langkah berikutnya")).to_have_value("decision")
    dialog.get_by_label("Tujuan cabang 1").select_option(label="Selesai (prosedur berakhir)")
    dialog.get_by_role("button", name="+ Cabang").click()
    dialog.get_by_role("button", name="Terapkan").click()
    expect(dialog.get_by_role("alert")).to_have_text("Tiap cabang memerlukan label.")
    dialog.get_by_label("Cabang 3", exact=True).fill("Ragu")
    dialog.get_by_label("Tujuan cabang 3").select_option(label="3 Mengarsipkan laporan")
    dialog.get_by_role("button", name="Terapkan").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Ragu → 3")).to_be_focused()
    assert saved(page, sop) == DEFINITION.replace("{Ya: 3, Tidak: 1}", "{Ya: selesai, Tidak: 1, Ragu: 3}")


def test_a_row_goes_on_to_another_one(open_form: Open) -> None:
    """A simple row becomes one that names its target."""
    page, sop = open_form()
    page.get_by_role("button", name="Langkah berikutnya, baris 1").click()
    dialog = page.get_by_role("dialog", name="Sesudah baris 1")
    dialog.get_by_label("Langkah berikutnya").select_option(label="Lanjut ke baris lain")
    dialog.get_by_label("Tujuan", exact=True).select_option("3")
    dialog.get_by_role("button", name="Terapkan").click()
    expect(page.get_by_role("button", name="Langkah berikutnya, baris 1: → baris 3")).to_be_visible()
    before = "    pelaksana: staf\n    mutu_baku:\n      kelengkapan: Rencana aksi"
    assert saved(page, sop) == DEFINITION.replace(before, before.replace("staf\n", "staf\n    lanjut: 3\n"))


def test_several_roles_act_together(open_form: Open) -> None:
    """The responsible one is written first."""
    page, sop = open_form()
    cell(page, "Pelaksana", 3).select_option(label="Beberapa pelaksana…")
    dialog = page.get_by_role("dialog", name="Pelaksana baris 3")
    dialog.get_by_label("Kepala Badan").check()
    dialog.get_by_label("Penanggung jawab").select_option(label="Kepala Badan")
    dialog.get_by_role("button", name="Terapkan").click()
    expect(page.locator(".grid-table .field-chosen").nth(2)).to_have_text("Kepala Badan + Staf Penyusun")
    assert "    pelaksana:\n      - kepala\n      - staf\n" in saved(page, sop)


def test_a_dialog_ends_when_the_file_changes(open_form: Open) -> None:
    """What was asked of a row would else be done to another one that has come in its place."""
    page, sop = open_form()
    cell(page, "Pelaksana", 3).select_option(label="Beberapa pelaksana…")
    dialog = page.get_by_role("dialog", name="Pelaksana baris 3")
    dialog.get_by_label("Kepala Badan").check()
    changed = DEFINITION.partition("  - nomor: 2\n")[0]
    sop.path.write_text(changed, encoding="utf-8")
    expect(dialog).to_be_hidden()
    expect(page.locator(".grid-table tbody tr")).to_have_count(1)
    expect(page.locator(".form-said")).to_have_text(
        "Berkas berubah di disk; formulir menampilkan isinya yang baru."
    )
    expect(page.locator(".state")).to_have_text("Tersimpan")
    assert sop.path.read_text(encoding="utf-8") == changed


def test_the_menu_of_a_row_ends_with_the_choice(open_form: Open) -> None:
    """Not with the server's answer: the next key is the form's already."""
    page, sop = open_form()
    page.get_by_role("button", name="Tindakan untuk baris 1").click()
    menu = page.get_by_role("dialog", name="Baris 1")
    menu.wait_for()
    hold(page)
    menu.get_by_role("button", name="Hapus baris").click()
    expect(menu).to_be_hidden(timeout=500)
    page.keyboard.press("Control+z")
    expect(page.locator(".form-said")).to_have_text("Perubahan terakhir diurungkan.")
    expect(page.get_by_role("table", name="Kegiatan").locator("tbody tr")).to_have_count(3)
    assert sop.path.read_text(encoding="utf-8") == DEFINITION


def test_rows_move_and_go_and_come_back(open_form: Open) -> None:
    """By keys and by the menu; Ctrl+Z takes one step back at a time."""
    page, sop = open_form()
    cell(page, "Output", 3).press("Alt+ArrowUp")
    expect(cell(page, "Kegiatan", 2)).to_have_value("Mengarsipkan laporan")
    expect(cell(page, "Kegiatan", 2)).to_be_focused()
    moved = saved(page, sop)
    assert re.findall("nomor: (.*)\n    uraian: (.*)", moved) == [
        ("1", "Menyusun konsep laporan"),
        ("2", "Mengarsipkan laporan"),
        ("3", "Memeriksa konsep laporan"),
    ]
    page.get_by_role("button", name="Tindakan untuk baris 1").click()
    page.get_by_role("dialog", name="Baris 1").get_by_role("button", name="Hapus baris").click()
    expect(cell(page, "Kegiatan", 1)).to_have_value("Mengarsipkan laporan")
    expect(page.get_by_role("table", name="Kegiatan").locator("tbody tr")).to_have_count(2)
    expect(page.locator(".form-said")).to_have_text("Baris 1 dihapus. Ctrl+Z mengurungkan.")
    page.keyboard.press("Control+z")
    expect(page.get_by_role("table", name="Kegiatan").locator("tbody tr")).to_have_count(3)
    expect(page.locator(".state")).to_have_text("Tersimpan")
    cell(page, "Kegiatan", 1).focus()
    page.keyboard.press("Control+z")
    expect(cell(page, "Kegiatan", 3)).to_have_value("Mengarsipkan laporan")
    assert saved(page, sop) == DEFINITION
    page.keyboard.press("Control+Shift+z")
    expect(cell(page, "Kegiatan", 2)).to_have_value("Mengarsipkan laporan")
    assert saved(page, sop) == moved


def test_keys_lead_through_the_grid(open_form: Open) -> None:
    """Enter goes to the cell below, and in a list to a new item; the arrows walk through the items and the menu."""
    page, _ = open_form()
    cell(page, "Waktu", 1).press("Enter")
    expect(cell(page, "Waktu", 2)).to_be_focused()
    items = page.get_by_label(re.compile("^Output, baris 2"))
    cell(page, "Output", 2).press("End")
    page.keyboard.press("Enter")
    expect(items).to_have_count(2)
    expect(items.nth(1)).to_be_focused()
    page.keyboard.type("Disposisi")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(items.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Backspace")
    expect(items).to_have_count(1)
    expect(items).to_have_value("Konsep yang diparafDisposisi")
    page.get_by_role("button", name="Tindakan untuk baris 2").press("Enter")
    menu = page.get_by_role("dialog", name="Baris 2")
    expect(menu.get_by_role("button", name="Tambah baris di atas")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(menu.get_by_role("button", name="Hapus baris")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Tindakan untuk baris 2")).to_be_focused()


def test_a_wrong_time_shows_its_message_and_the_nearest_reading(open_form: Open) -> None:
    """What was typed stays; one click mends it, another one keeps it as words."""
    page, sop = open_form()
    cell(page, "Waktu", 1).fill("5 minit")
    note = page.locator(".field-note.error")
    expect(note).to_contain_text("Kesalahan: 'minit' tidak dikenal dalam waktu '5 minit'.")
    expect(cell(page, "Waktu", 1)).to_have_attribute("aria-invalid", "true")
    expect(cell(page, "Waktu", 1)).to_have_value("5 minit")
    note.get_by_role("button", name="Jadikan kata-kata").click()
    expect(note).to_have_count(0)
    expect(cell(page, "Waktu", 1)).to_be_focused()
    page.keyboard.press("Control+z")
    expect(note).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(cell(page, "Waktu", 1)).to_have_value("30 menit")
    cell(page, "Waktu", 1).fill("5 minit")
    note.get_by_role("button", name="Pakai '5 menit'").click()
    expect(note).to_have_count(0)
    expect(cell(page, "Waktu", 1)).to_have_value("5 menit")
    assert saved(page, sop) == DEFINITION.replace("waktu: 30 menit", "waktu: 5 menit")


def test_who_types_goes_on_typing_while_the_file_changes(open_form: Open) -> None:
    """A row that somebody else adds above takes nothing from the cell that is being edited."""
    page, sop = open_form()
    cell(page, "Output", 2).click()
    above = DEFINITION.replace("Menyusun konsep laporan\n", "Merancang laporan\n")
    sop.path.write_text(above, encoding="utf-8", newline="")
    expect(cell(page, "Kegiatan", 1)).to_have_value("Merancang laporan")
    expect(cell(page, "Output", 2)).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Kepala")
    assert saved(page, sop) == above.replace(
        "Konsep yang diparaf\n  - nomor: 3", "Konsep yang diparaf Kepala\n  - nomor: 3"
    )


def test_pasted_lines_become_items(open_form: Open) -> None:
    """As a word processor or a spreadsheet gives them: tabs are blanks, empty lines are no items."""
    page, sop = open_form()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('Surat\\r\\nNota\\tdinas\\r\\n\\r\\nArsip\\r\\n')")
    cell(page, "Output", 3).press("Control+a")
    page.keyboard.press("Control+v")
    items = page.get_by_label(re.compile("^Output, baris 3"))
    expect(items).to_have_count(3)
    expect(items.nth(2)).to_be_focused()
    page.keyboard.type(" lama")
    assert saved(page, sop) == DEFINITION.replace(
        "      output: Arsip\n",
        "      output:\n        - Surat\n        - Nota dinas\n        - Arsip lama\n",
    )


def test_arrows_walk_through_the_roles_without_a_dialog(open_form: Open) -> None:
    """The way to several roles stands at their end; only who picks it is asked."""
    page, _ = open_form()
    roles = cell(page, "Pelaksana", 2)
    roles.press("ArrowDown")
    roles.press("End")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(roles).to_be_focused()
    expect(roles).to_have_value("kepala")
    roles.select_option(label="Beberapa pelaksana…")
    expect(page.get_by_role("dialog", name="Pelaksana baris 2")).to_be_visible()


def test_what_a_dialog_was_told_is_gone_when_it_is_left(open_form: Open) -> None:
    """It shows what stands in the text when it opens again; a new branch takes the focus."""
    page, _ = open_form()
    flow = page.get_by_role("button", name="Langkah berikutnya, baris 2: ◇ Sesuai?")
    flow.press("Enter")
    dialog = page.get_by_role("dialog", name="Sesudah baris 2")
    dialog.get_by_role("button", name="+ Cabang").press("Enter")
    expect(dialog.get_by_label("Cabang 3", exact=True)).to_be_focused()
    dialog.get_by_role("button", name="Hapus cabang 3").press("Enter")
    expect(dialog.get_by_role("button", name="+ Cabang")).to_be_focused()
    dialog.get_by_label("Teks dalam simbol").fill("Dibuang")
    dialog.get_by_label("Cabang 1", exact=True).fill("Dibuang")
    page.keyboard.press("Escape")
    expect(flow).to_be_focused()
    flow.press("Enter")
    expect(dialog.get_by_label("Teks dalam simbol")).to_have_value("Sesuai?")
    expect(dialog.get_by_label("Cabang 1", exact=True)).to_have_value("Ya")


def test_undo_goes_on_where_the_focus_has_gone(open_form: Open) -> None:
    """A row that is taken back takes the focus with it; the next key is heard all the same."""
    page, _ = open_form()
    rows = page.get_by_role("table", name="Kegiatan").locator("tbody tr")
    for count in (4, 5):
        page.get_by_role("button", name="+ Kegiatan").press("Enter")
        expect(rows).to_have_count(count)
        expect(cell(page, "Kegiatan", count)).to_be_focused()
    for count in (4, 3):
        page.keyboard.press("Control+z")
        expect(rows).to_have_count(count)
    expect(page.locator(".state")).to_have_text("Tersimpan")


def test_the_head_stays_where_the_table_is_wider_than_its_place(open_form: Open) -> None:
    """On a smaller screen too, and the links to the parts lead there."""
    page, _ = open_form(DEFINITION + "".join(_rows(4, 30)))
    page.set_viewport_size({"width": 1024, "height": 768})
    cell(page, "Kegiatan", 30).focus()
    expect(page.get_by_role("columnheader", name="Kegiatan")).to_be_in_viewport()
    page.set_viewport_size({"width": 720, "height": 450})
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name="Kegiatan").press("Enter")
    expect(page.get_by_role("columnheader", name="Kegiatan")).to_be_in_viewport()
    expect(page.locator("#form-rows")).to_be_focused()


def test_the_whole_table_is_seen_on_a_small_laptop(open_form: Open) -> None:
    """With the menu of a row at its end; and it can be read as well where it cannot be changed."""
    page, sop = open_form()
    page.set_viewport_size({"width": 1280, "height": 720})
    page.get_by_role("link", name="Kegiatan").press("Enter")
    expect(page.get_by_role("button", name="Tindakan untuk baris 1")).to_be_in_viewport(ratio=1)
    sop.path.write_bytes(DEFINITION.encode() + b"# \xff")
    expect(page.locator("fieldset[disabled]")).to_have_css("opacity", "1")


def _rows(first: int, last: int) -> list[str]:
    return [f"  - nomor: {at}\n    uraian: Memilah\n    pelaksana: staf\n" for at in range(first, last + 1)]


def test_texts_are_never_markup(open_form: Open) -> None:
    """What looks like HTML is shown as it stands, in cells, choices, buttons and findings."""
    hostile = "<img src=x onerror=alert(1)>{{alert(2)}}"
    text = DEFINITION.replace("Kepala Badan", f"'{hostile}'").replace("Sesuai?", f"'{hostile}'")
    page, sop = open_form(text.replace("waktu: 1 jam", f"waktu: '{hostile}'"))
    expect(page.locator(".grid-table .field-chosen").nth(1)).to_have_text(hostile)
    page.get_by_role("button", name=f"Langkah berikutnya, baris 2: ◇ {hostile}").click()
    expect(page.get_by_label("Teks dalam simbol")).to_have_value(hostile)
    expect(page.locator(".field-note.error")).to_contain_text("<img src=x")
    assert page.locator("img").count() == 0
    assert sop.dialogs == []


def test_rows_that_the_form_cannot_show_say_so(open_form: Open) -> None:
    """Their flow waits for the text; the rest of them can be changed."""
    text = DEFINITION.replace(
        "    pelaksana: staf\n    mutu_baku:\n      kelengkapan: Rencana",
        "    lanjut: [2, 3]\n    pelaksana: staf\n    mutu_baku:\n      kelengkapan: Rencana",
    )
    page, sop = open_form(text)
    expect(page.get_by_role("button", name="Langkah berikutnya, baris 1: alur paralel")).to_be_disabled()
    cell(page, "Ket", 1).fill("Januari")
    assert saved(page, sop) == text.replace(
        "Konsep laporan\n  - nomor: 2", "Konsep laporan\n    keterangan: Januari\n  - nomor: 2"
    )
