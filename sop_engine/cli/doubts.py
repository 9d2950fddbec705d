"""Why a figure cannot be given, in words.

In: a ``Doubt``. Out: a clause in both languages that ends a line such as ``greatest: not given, ...``; the remedy; and
plain data. Every command that tells ways through a procedure says it in these words.
"""

from collections.abc import Sequence
from types import MappingProxyType

from sop_engine.analysis.regions import Doubt, DoubtKind
from sop_engine.diagnostics import Text

__all__ = ["doubt_hint", "doubt_json", "doubt_words", "listed"]

_WORDS = MappingProxyType(
    {
        DoubtKind.INCOMPLETE: Text("alurnya tidak terbaca utuh", "the flow could not be read whole"),
        DoubtKind.NO_WAY: Text(
            "tidak ada jalan dari mulai sampai selesai", "no way leads from a start to an end"
        ),
        DoubtKind.STUCK: Text("ada langkah yang dapat menunggu tanpa akhir", "a step may wait for ever"),
        DoubtKind.REENTRY: Text(
            "alurnya kembali ke tengah sebuah putaran", "the flow goes back into the middle of a loop"
        ),
        DoubtKind.TANGLED: Text(
            "alur yang terbagi tidak dapat dipilah: bertemu tanpa saling menunggu, atau dimasuki dari luar",
            "the arms of a split cannot be told apart: they meet without waiting, or are entered from outside",
        ),
        DoubtKind.ENDLESS: Text("jalur ini berputar tanpa akhir", "this path goes round for ever"),
        DoubtKind.TOO_MANY: Text(
            "satuan yang tidak dapat dibandingkan menyisakan terlalu banyak kemungkinan",
            "units that do not compare leave too many possibilities",
        ),
        DoubtKind.SHARES: Text(
            "peluang cabangnya tidak berjumlah 100%", "the chances of its branches do not add up to 100%"
        ),
        DoubtKind.SIDE_LOOP: Text(
            "putaran tanpa batas berjalan bersama alur lain",
            "a loop without a limit runs beside other arms",
        ),
        DoubtKind.DEPENDENT: Text(
            "alur yang berjalan bersama sampai pada keputusan yang sama",
            "arms that run side by side come to the same decision",
        ),
        DoubtKind.TOO_LARGE: Text("kemungkinannya terlalu banyak", "there are too many cases"),
    }
)

_FLOW = Text("perbaiki alurnya; lihat 'sop validate'", "mend the flow; see 'sop validate'")
_JOIN = Text("tulis 'gabung: semua' di tempat alurnya bertemu", "write 'gabung: semua' where the arms meet")
_LIMIT = Text("tulis 'maks' pada cabang yang kembali", "write 'maks' on the branch that goes back")
_HINTS = MappingProxyType(
    {
        DoubtKind.INCOMPLETE: _FLOW,
        DoubtKind.NO_WAY: _FLOW,
        DoubtKind.STUCK: _FLOW,
        DoubtKind.REENTRY: Text(
            "arahkan alur balik ke langkah pertama putarannya",
            "let the flow go back to the loop's first step",
        ),
        DoubtKind.TANGLED: _JOIN,
        DoubtKind.ENDLESS: _LIMIT,
        DoubtKind.TOO_MANY: Text("tulis waktunya dalam satuan yang sama", "state the times in one unit"),
        DoubtKind.SHARES: Text(
            "tulis 'peluang' yang berjumlah 100%", "let the 'peluang' of its branches add up to 100%"
        ),
        DoubtKind.SIDE_LOOP: _LIMIT,
        DoubtKind.DEPENDENT: _JOIN,
    }
)

SHOWN = 8
"""So many steps are named in a line; plain data names them all."""


def doubt_words(doubt: Doubt) -> Text:
    """The reason as a clause in small letters, with the steps where it shows: ``a step may wait for ever (step 5)``."""
    words = _WORDS[doubt.kind]
    if not doubt.steps:
        return words
    steps = listed(doubt.steps)
    plural = "steps" if len(doubt.steps) > 1 else "step"
    return Text(f"{words.id} (langkah {steps})", f"{words.en} ({plural} {steps})")


def doubt_hint(doubt: Doubt) -> Text | None:
    """The remedy, or None where there is nothing to advise."""
    return _HINTS.get(doubt.kind)


def doubt_json(doubt: Doubt) -> dict[str, object]:
    """``{"kind": "stuck", "steps": ["5"]}``: stable words; people read ``doubt_words``."""
    return {"kind": doubt.kind.value, "steps": list(doubt.steps)}


def listed(names: Sequence[str], limit: int = SHOWN) -> str:
    """Names with commas, the first few of many: ``1, 2, 3, ...``."""
    return ", ".join(names[:limit]) + (", ..." if len(names) > limit else "")
