"""The total that a SOP states, beside the one that its rows add up to.

In: a ``Compiled``. Out: how the two agree, for the rules that report it; nothing where a row that states no time may
explain the difference, for then that row is what is reported.
"""

from functools import lru_cache
from typing import NamedTuple

from sop_engine.analysis.total import Agreement, Total, agreement, difference
from sop_engine.compiled import Compiled
from sop_engine.model.sop import Sop
from sop_engine.model.waktu import Measure, Waktu
from sop_engine.rules import bad_shared_time
from sop_engine.rules.common import reached

__all__ = ["Compared", "compared"]


class Compared(NamedTuple):
    """A stated total and the computed one, in words.

    Attributes:
        stated: as the document has it.
        total: the sum of the rows.
        agreement: how they agree.
        sign: ``+`` where the sum is longer, ``-`` where it is shorter, empty where it is neither.
        difference: how far they are apart, or None where their units do not compare.
    """

    stated: str
    total: str
    agreement: Agreement
    sign: str
    difference: str | None


def compared(compiled: Compiled) -> Compared | None:
    """Compare the totals; both rules that report a difference ask for it.

    Returns:
        None where both agree, no total is stated, the stated one is in words, the sum is not known, or the document may be
        right: a row without a measured time may take what the stated total has more.
    """
    _, sop, _ = reached(compiled)
    stated, total = sop.jumlah_waktu, compiled.total
    if stated is None or total is None or not stated.is_measured:
        return None
    if stated.low == total.low and stated.high == total.high:
        # Nearly all totals are right, and this is quick.
        return None
    found = _compared(stated, total)
    if found is None or (found.agreement is Agreement.WRONG and _may_be_right(compiled, sop, found.sign)):
        return None
    return found


@lru_cache(maxsize=256)
def _compared(stated: Waktu, total: Total) -> Compared | None:
    how = agreement(total, stated)
    if how is None or how is Agreement.EQUAL:
        return None
    off = difference(total, stated)
    return Compared(
        stated.teks, str(total), how, "" if off is None else off.sign, None if off is None else str(off)
    )


def _may_be_right(compiled: Compiled, sop: Sop, sign: str) -> bool:
    measures = {row.mutu_baku.waktu.measure for row in sop.kegiatan}
    if Measure.UNMEASURED in measures and sign != "+":
        return True
    # A row that shares its time with the wrong row is reported there.
    return Measure.SHARED in measures and any(bad_shared_time.check(compiled))
