"""How rows go on, as changes of the text."""

import pytest

from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_flow import set_flow
from sop_engine.desk.page.form_model import form_of
from sop_engine.desk.page.form_rows import Branch, Flow, Next
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile

TEXT = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Pengumpulan Data}
pelaksana: {staf: Staf}
kegiatan:
  - nomor: 1
    uraian: Menyusun
    pelaksana: staf
    bentuk: mulai
  - nomor: 2
    uraian: Memeriksa
    pelaksana: staf
    teks: Sesuai?  # tanya
    cabang:  # tersirat
      Ya: {ke: 3, peluang: 80%}  # lulus
      # kembali
      Tidak: 1
  - nomor: 3
    uraian: Mengarsipkan
    pelaksana: staf
    bentuk: selesai
"""
DECISION = TEXT[TEXT.index("    teks: Sesuai?") : TEXT.index("  - nomor: 3")]
YES, NO = Branch("Ya", "3", "Ya"), Branch("Tidak", "1", "Tidak")


def compiled(text: str) -> Compiled:
    """A text as far as it can be brought."""
    return compile_source(SourceFile("sop.yaml", text))


RENAMED = """\
    teks: Lengkap?  # tanya
    cabang:  # tersirat
      Lengkap: {ke: 1, peluang: 80%}  # lulus
      # kembali
      Tidak: 1
"""
SWAPPED = """\
    teks: Sesuai?  # tanya
    cabang:  # tersirat
      Tidak: {ke: 3, peluang: 80%}  # lulus
      # kembali
      Ya: 1
      Ragu: selesai
"""
OTHER = """\
    cabang:  # tersirat
      Tidak: {ke: 3, peluang: 80%}  # lulus
      Ragu: 2
"""


@pytest.mark.parametrize(
    ("branches", "teks", "after"),
    [
        ((YES, NO), "Sesuai?", DECISION),
        ((Branch("Lengkap", "1", "Ya"), NO), "Lengkap?", RENAMED),
        (
            (Branch("Tidak", "3", "Ya"), Branch("Ya", "1", "Tidak"), Branch("Ragu", "selesai")),
            "Sesuai?",
            SWAPPED,
        ),
        ((Branch("Tidak", "3", "Ya"), Branch("Ragu", "2")), "", OTHER),
    ],
)
def test_branches_keep_what_else_they_say(branches: tuple[Branch, ...], teks: str, after: str) -> None:
    """Labels change or swap, branches come and go; probabilities and comments stay with their branch."""
    flow = Flow(Next.DECISION, branches=branches, teks=teks)
    text = set_flow(compiled(TEXT), 1, flow)
    assert text == TEXT.replace(DECISION, after)
    assert form_of(compiled(text)).rows[1].flow == flow


@pytest.mark.parametrize(
    ("at", "flow", "before", "after"),
    [
        (1, Flow(Next.ROW), DECISION, ""),
        (1, Flow(Next.TARGET, "1", teks="Sesuai?"), DECISION, "    teks: Sesuai?  # tanya\n    lanjut: 1\n"),
        (1, Flow(Next.END), DECISION, "    lanjut: selesai\n"),
        (0, Flow(Next.END), "    bentuk: mulai\n", "    bentuk: mulai\n    lanjut: selesai\n"),
        (0, Flow(Next.TARGET, "3"), "    bentuk: mulai\n", "    bentuk: mulai\n    lanjut: 3\n"),
        (2, Flow(Next.END), "", ""),
        (2, Flow(Next.ROW), "    bentuk: selesai\n", ""),
        (
            2,
            Flow(Next.DECISION, branches=(Branch(" Ya ", "1"), Branch("Tidak", "2"))),
            "    bentuk: selesai\n",
            "    cabang:\n      Ya: 1\n      Tidak: 2\n",
        ),
    ],
)
def test_a_row_goes_on_in_another_way(at: int, flow: Flow, before: str, after: str) -> None:
    """What would belie the new way goes; a symbol's shape that fits it stays."""
    assert set_flow(compiled(TEXT), at, flow) == TEXT.replace(before, after)


@pytest.mark.parametrize(
    ("branches", "message"),
    [
        ((YES,), "keputusan memerlukan dua cabang atau lebih"),
        ((YES, Branch(" ", "1")), "tiap cabang memerlukan label"),
        ((YES, Branch("Ya ", "1")), "label 'Ya' dipakai dua kali"),
        ((YES, Branch("Tidak", "")), "tiap cabang memerlukan tujuan"),
    ],
)
def test_a_decision_that_is_none_is_refused(branches: tuple[Branch, ...], message: str) -> None:
    """Nothing is written; the dialog says why."""
    with pytest.raises(UsageError) as refused:
        set_flow(compiled(TEXT), 1, Flow(Next.DECISION, branches=branches))
    assert isinstance(refused.value.message, Text)
    assert refused.value.message.id == message
