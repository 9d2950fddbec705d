"""SOP606 dates-out-of-order: the dates of the SOP contradict each other.

Tanggal-tanggal SOP tidak berurutan.

Why:
    ``tanggal_pembuatan`` is the day a SOP was finished, ``tanggal_efektif`` the day it was signed and came into
    force, and nothing is revised before it was made. A date out of order is a slip of the year, or was left over
    from the SOP that this one was copied from. A revision between making and signing occurs and is fine; dates
    that name only the month are compared by the month.

Mengapa:
    ``tanggal_pembuatan`` adalah hari SOP selesai dibuat, ``tanggal_efektif`` hari SOP disahkan dan mulai berlaku,
    dan tidak ada yang direvisi sebelum dibuat. Tanggal yang terbalik biasanya salah tahun, atau tertinggal dari SOP
    yang disalin. Revisi di antara pembuatan dan pengesahan memang terjadi dan tidak dipersoalkan; tanggal yang
    hanya menyebut bulan dibandingkan menurut bulannya.

Bad::

    identitas:
      nama: Pengumpulan Data Kinerja
      tanggal_pembuatan: 2 Februari 2026
      tanggal_efektif: 2 Januari 2026

Good::

    identitas:
      nama: Pengumpulan Data Kinerja
      tanggal_pembuatan: 2 Februari 2026
      tanggal_efektif: 2 Februari 2026

How to mend:
    Correct the date that is wrong; the signed copy tells which.

Cara memperbaiki:
    Betulkan tanggal yang salah; cocokkan dengan naskah yang sudah ditandatangani.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.model.sop import Identitas
from sop_engine.model.tanggal import Tanggal
from sop_engine.rules.common import reached
from sop_engine.rules.places import listed

KIND = Kind("SOP606", "dates-out-of-order", Severity.WARNING)

_MADE = "tanggal_pembuatan"


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield each date that lies before the day of making; that day itself where both others do."""
    document, sop, _ = reached(compiled)
    identitas = sop.identitas
    made = identitas.tanggal_pembuatan
    early = {} if made is None else _earlier(identitas, made)
    if made is None or not early:
        return
    if len(early) == 1:
        ((key, date),) = early.items()
        other = _MADE
        message = Text(
            f"{key} {date} mendahului {_MADE} {made}",
            f"{key} {date} is before {_MADE} {made}",
        )
        related = {_MADE: made}
    else:
        key, date, related = _MADE, made, early
        names = list(early)
        other = listed(names, "dan")
        message = Text(
            f"{_MADE} {made} lebih akhir daripada {other}",
            f"{_MADE} {made} is later than {listed(names, 'and')}",
        )
    yield Diagnostic(
        KIND,
        message,
        compiled.source,
        document.span(("identitas", key)),
        Text(f"periksa tahunnya, atau betulkan {other}", "check the year; one of these dates is wrong"),
        tuple(
            Related(Text(f"{name} di sini", f"{name} is here"), document.span(("identitas", name)))
            for name in related
        ),
    )


def _earlier(identitas: Identitas, made: Tanggal) -> dict[str, Tanggal]:
    """The dates that lie surely before the day of making."""
    dates = {"tanggal_revisi": identitas.tanggal_revisi, "tanggal_efektif": identitas.tanggal_efektif}
    return {key: date for key, date in dates.items() if date is not None and date.before(made)}
