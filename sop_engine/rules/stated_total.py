"""The total that a SOP states, beside the one that its rows add up to.

In: a ``Compiled``. Out: how the two agree, for the rules that report it; nothing where a row that states no time may
explain the difference, for then that row is what is reported.
"""

from functools import lru_cache
from typing import NamedTuple

from sop_engine.analysis.total import Agreement, Difference, Total, agreement, difference
from sop_engine.compiled import Compiled
from sop_engine.model.sop import Sop
from sop_engine.model.waktu import Measure, Waktu
from sop_engine.rules import bad_shared_time
from sop_engine.rules.common import reached

__all__ = ["Compared", "compared"]


class Compared(NamedTuple):
    """A stated total and the computed one.

    Attributes:
        stated: as the document has it.
        total: the sum of the rows.
        agreement: how they agree.
        difference: computed minus stated, or None where units do not compare.
    """

    stated: Waktu
    total: Total
    agreement: Agreement
    difference: Difference | None


@lru_cache(maxsize=1)
def compared(compiled: Compiled) -> Compared | None:
    """Compare the totals; both rules that report a difference ask for it.

    Returns:
        None where both agree, no total is stated, the stated one is in words, the sum is not known, or the document may be right:
        a row without a measured time may take what the stated total has more.
    """
    _, sop, _ = reached(compiled)
    stated, total = sop.jumlah_waktu, compiled.total
    if stated is None or total is None or not stated.is_measured:
        return None
    if stated.low == total.low and stated.high == total.high:
        # Nearly all totals are right, and this is quick.
        return None
    how = agreement(total, stated)
    if how is None or how is Agreement.EQUAL:
        return None
    off = difference(total, stated)
    if how is Agreement.WRONG and _may_be_right(compiled, sop, off):
        return None
    return Compared(stated, total, how, off)


def _may_be_right(compiled: Compiled, sop: Sop, off: Difference | None) -> bool:
    measures = {row.mutu_baku.waktu.measure for row in sop.kegiatan}
    if Measure.UNMEASURED in measures and (off is None or off.sign != "+"):
        return True
    # A row that shares its time with the wrong row is reported there.
    return Measure.SHARED in measures and any(bad_shared_time.check(compiled))
