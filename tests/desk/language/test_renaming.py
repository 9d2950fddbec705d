"""Changing a name everywhere."""

from collections.abc import Callable

import pytest

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.renaming import renamable, renamed
from sop_engine.edits import changed
from sop_engine.errors import UsageError
from sop_engine.source import Span

At = Callable[[str], int]


def after(draft: Draft, offset: int, new: str) -> list[tuple[str, str]]:
    """The lines that a new name changes, before and after."""
    text = changed(draft.text, renamed(draft, offset, new))
    pairs = zip(draft.text.splitlines(), text.splitlines(), strict=True)
    return [(old.strip(), made.strip()) for old, made in pairs if old != made]


@pytest.mark.parametrize("marked", ["¦kabag: {nama", "kabag¦: {nama", "[¦kabag, 'staf']", "pelaksana.ka¦bag"])
def test_a_role_is_renamed_everywhere(draft: Draft, at: At, marked: str) -> None:
    """Declaration, joint lists, symbols and paths; all else stays as it is."""
    assert after(draft, at(marked), "kepala") == [
        ("kabag: {nama: Kepala Bagian}", "kepala: {nama: Kepala Bagian}"),
        ("pelaksana: [kabag, 'staf']", "pelaksana: [kepala, 'staf']"),
        ("- {id: 3a, pelaksana: kabag, lanjut: tandab}", "- {id: 3a, pelaksana: kepala, lanjut: tandab}"),
        (
            "disimpulkan: [pelaksana.kabag, kegiatan.lanjut]",
            "disimpulkan: [pelaksana.kepala, kegiatan.lanjut]",
        ),
    ]


def test_a_new_name_is_quoted_where_it_must_be(draft: Draft, at: At) -> None:
    """Between brackets a comma would part it; what is quoted stays so."""
    assert after(draft, at("¦staf: Staf"), "staf, umum") == [
        ("staf: Staf Penyusun", "staf, umum: Staf Penyusun"),
        ("pelaksana: staf", "pelaksana: staf, umum"),
        ("pelaksana: [kabag, 'staf']", "pelaksana: [kabag, 'staf, umum']"),
        ("- {pelaksana: staf, bentuk: selesai}", "- {pelaksana: 'staf, umum', bentuk: selesai}"),
    ]


def test_an_id_takes_the_names_made_of_it_along(draft: Draft, at: At) -> None:
    """A symbol without an id of its own is called by the row's, and its letter."""
    assert after(draft, at("id: ¦tanda\n"), "sah") == [
        ("- id: tanda", "- id: sah"),
        ("- {id: 3a, pelaksana: kabag, lanjut: tandab}", "- {id: 3a, pelaksana: kabag, lanjut: sahb}"),
    ]


def test_the_id_of_a_symbol_is_renamed(draft: Draft, at: At) -> None:
    """Where it is given, and where a branch names it."""
    assert after(draft, at("Ya: 3a¦"), "paraf") == [
        ("cabang: {Ya: 3a, Tidak: 1}", "cabang: {Ya: paraf, Tidak: 1}"),
        ("- {id: 3a, pelaksana: kabag, lanjut: tandab}", "- {id: paraf, pelaksana: kabag, lanjut: tandab}"),
    ]


def test_the_same_name_changes_nothing(draft: Draft, at: At) -> None:
    """Blanks around it do not count."""
    assert renamed(draft, at("¦staf: Staf"), " staf ") == ()


def test_what_can_be_renamed_has_a_place(draft: Draft, at: At) -> None:
    """Roles and ids; no nomor, no name made of a row's, no text."""
    for marked, length, name in (
        ("[¦kabag, 'staf']", 5, "kabag"),
        ("pelaksana.¦kabag,", 5, "kabag"),
        ("¦'staf'", 6, "staf"),
    ):
        found = renamable(draft, at(marked))
        assert found is not None
        assert (found.span, found.name) == (Span(at(marked), at(marked) + length), name)
    for marked in ("Tidak: ¦1}", "lanjut: ¦tandab", "uraian: Memer¦iksa", "Ti¦dak: 1"):
        assert renamable(draft, at(marked)) is None


REFUSED = {
    ("¦staf: Staf", ""): ("nama baru kosong", "the new name is empty"),
    ("¦staf: Staf", "a\nb"): ("'a\\nb' tidak dapat menjadi nama", "'a\\nb' cannot be a name"),
    ("¦staf: Staf", "a.b"): ("'a.b' tidak dapat menjadi nama", "'a.b' cannot be a name"),
    ("¦staf: Staf", "kabag"): ("'kabag' sudah dipakai", "'kabag' is taken already"),
    ("id: ¦tanda\n", "1"): ("'1' sudah dipakai", "'1' is taken already"),
    ("id: ¦tanda\n", "selesai"): (
        "'selesai' berarti akhir prosedur dan tidak dapat menjadi id",
        "'selesai' means the end of the procedure and cannot be an id",
    ),
    ("Tidak: ¦1}", "x"): ("'1' adalah nomor baris, bukan id", "'1' is the nomor of a row, no id"),
    ("lanjut: ¦tandab", "x"): ("'tandab' dibentuk dari id barisnya", "'tandab' is made of the id of its row"),
    ("uraian: Memer¦iksa", "x"): (
        "di sini tidak ada nama yang dapat diganti",
        "there is no name here that can be changed",
    ),
}


@pytest.mark.parametrize(("marked", "new"), REFUSED)
def test_what_cannot_be_renamed_is_refused(draft: Draft, at: At, marked: str, new: str) -> None:
    """In both languages."""
    with pytest.raises(UsageError) as caught:
        renamed(draft, at(marked), new)
    assert tuple(caught.value.message) == REFUSED[marked, new]


def test_a_name_that_a_symbol_would_get_must_be_free_too(draft: Draft, at: At) -> None:
    """The second symbol of a row is called after it: ``sah`` would make it ``sahb``."""
    draft.change(draft.text.replace("id: 3a", "id: sahb"))
    with pytest.raises(UsageError) as caught:
        renamed(draft, draft.text.index("tanda"), "sah")
    assert tuple(caught.value.message) == ("'sahb' sudah dipakai", "'sahb' is taken already")


def test_an_unreadable_text_is_not_renamed_in(draft: Draft) -> None:
    """A place that is not certain is not changed."""
    draft.change(draft.text.replace("[kabag, 'staf']", "[kabag, 'staf'"))
    with pytest.raises(UsageError) as caught:
        renamed(draft, draft.text.index("kabag"), "kepala")
    assert tuple(caught.value.message) == ("teks ini belum dapat dibaca", "this text cannot be read yet")


def test_the_end_is_no_name(draft: Draft) -> None:
    """No row is called so, and none is missing."""
    draft.change(draft.text.replace("Tidak: 1}", "Tidak: selesai}"))
    with pytest.raises(UsageError) as caught:
        renamed(draft, draft.text.index("selesai"), "arsip")
    assert caught.value.message.en == "there is no name here that can be changed"


def test_a_name_that_is_declared_nowhere_is_not_renamed(draft: Draft) -> None:
    """It is a reference that is wrong."""
    draft.change(draft.text.replace("[kabag, 'staf']", "[kepala, 'staf']"))
    with pytest.raises(UsageError) as caught:
        renamed(draft, draft.text.index("[kepala") + 1, "kabag")
    assert tuple(caught.value.message) == ("'kepala' tidak dideklarasikan", "'kepala' is not declared")
