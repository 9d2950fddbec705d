"""Roles of the form, as changes of the text."""

import pytest

from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_model import form_of
from sop_engine.desk.page.form_roles import add_role, move_role, remove_role
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile

ROLES = """\
pelaksana:
  # yang menyusun
  staf: Staf  # tiga orang
  kasubbag: {nama: Kasubbag}

  # yang menandatangani
  kepala: Kepala
"""
TEXT = f"""\
versi_format: 1
instansi: {{kode: contoh, nama: Badan Contoh}}
identitas: {{nama: Pengumpulan Data}}
{ROLES}kegiatan:
  - nomor: 1
    uraian: Menyusun
    pelaksana: staf
  - uraian: Memeriksa
    pelaksana: [kasubbag, staf]
  - nomor: 3.
    uraian: Membahas
    simbol:
      - {{pelaksana: staf, lanjut: selesai}}
"""


def compiled(text: str = TEXT) -> Compiled:
    """A text as far as it can be brought."""
    return compile_source(SourceFile("sop.yaml", text))


def test_a_new_role_comes_last_with_a_key_made_from_its_heading() -> None:
    """Nobody has to think of a key; it is nobody else's."""
    added = ROLES + "  kepala_bidang: Kepala Bidang\n"
    assert add_role(compiled(), " Kepala  Bidang\n") == TEXT.replace(
        ROLES, added.replace("Kepala B", "Kepala  B")
    )


def test_an_empty_heading_adds_nothing() -> None:
    """Who leaves the field empty wanted nothing."""
    assert add_role(compiled(), " \n ") == TEXT


def test_a_role_moves_with_its_comments() -> None:
    """The lanes stand in the order of the text."""
    moved = """\
pelaksana:
  kasubbag: {nama: Kasubbag}

  # yang menandatangani
  kepala: Kepala
  # yang menyusun
  staf: Staf  # tiga orang
"""
    after = move_role(compiled(), 0, 2)
    assert [role.key for role in form_of(compiled(after)).roles] == ["kasubbag", "kepala", "staf"]
    assert sorted(after.splitlines()) == sorted(TEXT.replace(ROLES, moved).splitlines())
    assert move_role(compiled(), 0, 3) == TEXT
    assert move_role(compiled(), -1, 0) == TEXT


def test_a_role_that_acts_nowhere_goes_with_its_comments() -> None:
    """All else stays."""
    form = form_of(compiled())
    gone = TEXT.replace("  # yang menandatangani\n  kepala: Kepala\n", "")
    assert remove_role(compiled(), form.roles[2], form.rows).replace("\n\n", "\n") == gone.replace(
        "\n\n", "\n"
    )


@pytest.mark.parametrize(
    ("at", "message"),
    [
        (
            0,
            Text("'Staf' masih bertugas di baris 1, 2 dan 3", "'Staf' still acts in row 1, 2 and 3"),
        ),
        (1, Text("'Kasubbag' masih bertugas di baris 2", "'Kasubbag' still acts in row 2")),
    ],
)
def test_a_role_that_acts_stays(at: int, message: Text) -> None:
    """Its rows are named, by their number or their place."""
    form = form_of(compiled())
    with pytest.raises(UsageError) as refused:
        remove_role(compiled(), form.roles[at], form.rows)
    assert refused.value.message == message
    assert refused.value.hint == Text(
        "pilih dahulu pelaksana lain di sana", "choose another role there first"
    )
