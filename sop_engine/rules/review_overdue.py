"""SOP614 review-overdue: the SOP should have been reviewed by now.

Peninjauan SOP ini sudah terlambat.

Why:
    A SOP is evaluated at least once a year, so that it describes the work as it is done. Counted from the latest of
    its dates; a ``tanggal_revisi`` that is still to come is the planned review. Asked only with ``--today``, since
    nothing here looks at a clock. A withdrawn SOP, and one that says ``status: konsep``, are passed over.

Mengapa:
    SOP dievaluasi paling sedikit sekali setahun supaya tetap sesuai dengan pekerjaan yang sebenarnya. Setahun
    dihitung dari tanggal SOP yang paling akhir; ``tanggal_revisi`` yang belum tiba adalah rencana peninjauan.
    Aturan ini hanya bekerja dengan ``--today``. SOP yang dicabut, dan yang menyatakan ``status: konsep``, dilewati.

Bad::

    status: berlaku
    identitas:
      nama: Pengumpulan Data Kinerja
      tanggal_pembuatan: 9 November 2020
      tanggal_efektif: 9 November 2020

Good::

    status: berlaku
    identitas:
      nama: Pengumpulan Data Kinerja
      tanggal_pembuatan: 9 November 2020
      tanggal_revisi: 2 November 2026
      tanggal_efektif: 9 November 2020

How to mend:
    Review the SOP and write the day in ``tanggal_revisi``, or set ``status: dicabut`` where it is used no more.

Cara memperbaiki:
    Tinjau SOP ini lalu tulis tanggalnya di ``tanggal_revisi``; bila sudah tidak dipakai, tulis ``status: dicabut``.
"""

from collections.abc import Iterator

from sop_engine.analysis.review import a_year_after, review_due
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.model.sop import Identitas
from sop_engine.model.tanggal import Tanggal
from sop_engine.rules.common import reached

KIND = Kind("SOP614", "review-overdue", Severity.WARNING)

_DATES = ("tanggal_revisi", "tanggal_efektif", "tanggal_pembuatan")


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield one finding where the day of review lies before today."""
    today = compiled.today
    if today is None:
        return
    document, sop, _ = reached(compiled)
    if sop.status == "dicabut" or (sop.status == "konsep" and document.data.get("status")):
        return
    due = review_due(sop.identitas, today)
    if due is None or not due.before(today):
        return
    key = _counted_from(sop.identitas, due)
    yield Diagnostic(
        KIND,
        Text(
            f"peninjauan SOP ini terlambat sejak {due}",
            f"the review of this SOP is overdue since {due}",
        ),
        compiled.source,
        document.span(("identitas", key)),
        Text(
            "tinjau SOP ini, lalu tulis hari peninjauannya di tanggal_revisi",
            "review the SOP, then write the day of the review in tanggal_revisi",
        ),
    )


def _counted_from(identitas: Identitas, due: Tanggal) -> str:
    """The date that the year is counted from."""
    dates: dict[str, Tanggal | None] = {key: getattr(identitas, key) for key in _DATES}
    return next(key for key, date in dates.items() if date is not None and a_year_after(date) == due)
