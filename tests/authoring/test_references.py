"""Each place that names a row or a role is renumbered, renamed, gone to and completed."""

import pytest

from sop_engine.authoring.numbering import numbered
from sop_engine.authoring.references import UseKind, mentions
from sop_engine.desk.draft import Draft
from sop_engine.desk.language.completion import completions
from sop_engine.desk.language.places import definition, renamed
from sop_engine.edits import changed
from sop_engine.reading.document import Document
from sop_engine.text import Language

TEXT = """pelaksana: {STAF: Staf}
kegiatan:
  - {BARIS, uraian: Menyusun, pelaksana: kepala, mutu_baku: {waktu: 1 jam}}
  - nomor: 9
    uraian: Memeriksa
    mutu_baku: {waktu: 2 jam}
"""

ROWS = {
    "    lanjut: ¦": UseKind.FLOW,
    "    lanjut: [selesai, ¦]": UseKind.FLOW,
    "    cabang: {Ya: selesai, Tidak: ¦}": UseKind.FLOW,
    "    cabang: {Ya: selesai, Tidak: {ke: ¦}}": UseKind.FLOW,
    "    cabang: {Ya: selesai, Tidak: {ke: [¦]}}": UseKind.FLOW,
    "    simbol: [{lanjut: ¦}]": UseKind.FLOW,
    "    simbol: [{cabang: {Ya: ¦}}]": UseKind.FLOW,
    "  - mutu_baku: {waktu: {bersama: ¦}}\n    nomor: 10": UseKind.TIME,
    "tampilan: {alur: [{dari: ¦}]}": UseKind.HINT,
    "tampilan: {alur: [{ke: ¦}]}": UseKind.HINT,
}
ROLES = {
    "    pelaksana: ¦": UseKind.ROLE,
    "    pelaksana: [kepala, ¦]": UseKind.ROLE,
    "    simbol: [{pelaksana: ¦}]": UseKind.ROLE,
    "sumber: {disimpulkan: pelaksana.¦}": UseKind.PATH,
    "sumber: {disimpulkan: [kegiatan.lanjut, pelaksana.¦.nama]}": UseKind.PATH,
}


def opened(marked: str, name: str, given: str, role: str = "staf") -> tuple[Draft, int]:
    """A definition with a name at ``¦``, and the offset of the name."""
    text = TEXT.replace("BARIS", given).replace("STAF", role) + marked + "\n"
    return Draft("contoh.yaml", text.replace("¦", name)), text.index("¦")


def read(draft: Draft) -> Document:
    """The definition as read."""
    assert draft.compiled.document is not None
    return draft.compiled.document


def test_every_kind_has_a_place_here() -> None:
    """A new kind of reference needs all of this as well."""
    assert {*ROWS.values(), *ROLES.values()} == set(UseKind)


@pytest.mark.parametrize(("marked", "kind"), [*ROWS.items(), *ROLES.items()])
def test_a_reference_is_of_its_kind(marked: str, kind: UseKind) -> None:
    """Wherever it stands."""
    draft, _ = opened(marked, "rujukan", "nomor: 7")
    assert [use.kind for use in mentions(read(draft)) if "rujukan" in use.name] == [kind]


@pytest.mark.parametrize("marked", ROWS)
def test_a_reference_is_renumbered(marked: str) -> None:
    """With the row that it means."""
    draft, _ = opened(marked, "7", "nomor: 7")
    after, _ = opened(marked, "1", "nomor: 1")
    expected = after.text.replace("nomor: 9", "nomor: 2").replace("nomor: 10", "nomor: 3")
    assert changed(draft.text, numbered(read(draft))) == expected


@pytest.mark.parametrize("marked", ROWS)
def test_a_reference_to_a_row_is_renamed(marked: str) -> None:
    """Asked for at the reference itself."""
    draft, offset = opened(marked, "asal", "id: asal")
    after, _ = opened(marked, "awal", "id: awal")
    assert changed(draft.text, renamed(draft, offset, "awal")) == after.text


@pytest.mark.parametrize("marked", ROLES)
def test_a_reference_to_a_role_is_renamed(marked: str) -> None:
    """Asked for at the reference itself."""
    draft, offset = opened(marked, "staf", "nomor: 7")
    after, _ = opened(marked, "anggota", "nomor: 7", "anggota")
    assert changed(draft.text, renamed(draft, offset, "anggota")) == after.text


@pytest.mark.parametrize(("marked", "kind"), [*ROWS.items(), *ROLES.items()])
def test_a_reference_leads_to_what_it_means(marked: str, kind: UseKind) -> None:
    """To the name of the row or the key of the role; from a shared time to that time."""
    means_role = marked in ROLES
    draft, offset = opened(marked, "staf" if means_role else "asal", "id: asal")
    span = definition(draft, offset)
    assert span is not None
    words = "staf" if means_role else "1 jam" if kind is UseKind.TIME else "asal"
    assert (draft.text[slice(*span)], span.start) == (words, draft.text.index(words))


@pytest.mark.parametrize("marked", [*ROWS, *ROLES])
def test_a_reference_is_completed(marked: str) -> None:
    """Before its first letter stands there."""
    draft, offset = opened(marked, "", "id: asal")
    wanted = "asal" if marked in ROWS else "pelaksana.staf" if "pelaksana.¦" in marked else "staf"
    assert wanted in [one.label for one in completions(draft, offset, Language.ID)]
