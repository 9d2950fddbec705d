"""The words of the grid."""

import pytest

from sop_engine.desk.page.form_rows import Branch, Flow, Next
from sop_engine.desk.page.grid_words import COLUMNS, cell_label, flow_words, named
from sop_engine.diagnostics import Text
from sop_engine.text import Language


@pytest.mark.parametrize(
    ("flow", "words"),
    [
        (Flow(Next.ROW), "↓ berikutnya"),
        (Flow(Next.ROW, teks="Paraf"), "↓ berikutnya\n“Paraf”"),
        (Flow(Next.END), "■ selesai"),
        (Flow(Next.TARGET, "4a"), "→ baris 4a"),
        (
            Flow(Next.DECISION, branches=(Branch("Ya", "selesai"), Branch("Tidak", "1"), Branch("Ragu", ""))),
            "◇ keputusan\nYa →\u00a0selesai\nTidak →\u00a01\nRagu →\u00a0(belum ada)",
        ),
        (Flow(Next.DECISION, branches=(Branch("Ya", "3"),), teks="Sesuai?"), "◇ Sesuai?\nYa →\u00a03"),
        (Flow(Next.ROW, fixed=Text("alur paralel", "a parallel split")), "alur paralel"),
    ],
)
def test_how_a_row_goes_on_in_a_few_words(flow: Flow, words: str) -> None:
    """Each branch has a line, in which the arrow stays with its target."""
    assert flow_words(flow, Language.ID, last=False) == words


def test_the_last_row_ends() -> None:
    """Nothing comes after it."""
    assert flow_words(Flow(Next.ROW), Language.ID, last=True) == "■ selesai"
    assert flow_words(Flow(Next.ROW), Language.EN, last=True) == "■ end"


def test_rows_and_cells_have_names() -> None:
    """A number without its dot, or the place from 1."""
    assert (named("3.", 0), named("", 4)) == ("3", "5")
    assert cell_label(COLUMNS["waktu"], "3", Language.ID) == "Waktu, baris 3"
    assert cell_label(COLUMNS["waktu"], "3", Language.EN) == "Time, row 3"
