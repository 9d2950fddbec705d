"""What the table of rows by roles says, on paper and elsewhere: its name, its letters, and how far it may be believed.

In: a SOP and its ``Matrix``. Out: texts.
"""

from sop_engine.analysis.matrix import Duty, Matrix, MatrixRow
from sop_engine.diagnostics import Text
from sop_engine.layout.inference import inferred_words
from sop_engine.model.sop import Sop

__all__ = ["CAUTION", "KEY", "LEGEND", "MATRIX", "PART", "letters", "limits"]

MATRIX = "Matriks Peran"
"""What the table is called."""

LEGEND = {
    Duty.DOES: Text(
        "mengerjakan (pada kegiatan bersama: yang disebut pertama)",
        "does it (of a joint activity: the first role named)",
    ),
    Duty.DECIDES: Text(
        "menjawab keputusan, atau menurut uraiannya menandatangani, mengesahkan, menetapkan, atau menyetujui",
        "answers a decision, or signs, ratifies, determines or agrees as the row's own words say",
    ),
    Duty.JOINS: Text("ikut serta dalam kegiatan bersama", "joins in a joint activity"),
    Duty.RECEIVES: Text(
        "menerima yang diserahkan atau dikembalikan dari kegiatan itu",
        "receives what the row hands on or sends back",
    ),
}
"""What each letter means: all that it is told by."""

KEY = f"{'; '.join(f'{duty}: {words.id}' for duty, words in LEGEND.items())}."
"""The same in one line, as it is printed."""

CAUTION = Text(
    "Menyerupai RACI, tetapi hanya memuat yang dinyatakan SOP; bukan penetapan wewenang di luar SOP.",
    "RACI-like, but only what the SOP itself says; it grants nothing beyond the SOP.",
)
"""How far the table may be believed."""

PART = Text(
    "Sebagian alur belum dapat dibaca: huruf I dapat kurang.",
    "Part of the flow cannot be read: an I may be missing.",
)
"""What is said where it is not complete."""


def limits(sop: Sop, matrix: Matrix) -> tuple[Text, ...]:
    """How far the table of a SOP may be believed."""
    inferred = inferred_words(sop, range(len(sop.kegiatan)))
    return (
        CAUTION,
        *(() if matrix.complete else (PART,)),
        *(() if inferred is None else (inferred,)),
    )


def letters(row: MatrixRow, role: str) -> str:
    """What stands where a row and a role meet, such as ``R/A``; an empty text where there is nothing."""
    return "/".join(row.duties.get(role, ()))
