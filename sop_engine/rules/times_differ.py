"""SOP805 times-differ: an activity takes another standard time than in other agencies.

Waktu baku suatu kegiatan berbeda dengan kegiatan yang sama di instansi lain.

Why:
    The standard time is part of the mutu baku that every activity states (PermenPAN-RB 35/2012, pp. 24-25). Where
    agencies do the same thing, a time that is far from theirs is either wrong or worth learning from. Activities are
    the same when their telling words are, in one order: capitals, small words, a slip of the pen and usual variants
    (draf and konsep, OPD and SKPD, 2 and dua) make no difference. What is too general to say by itself what is done
    (Memeriksa berkas) is compared among SOPs of one name only. Reported are rows whose time is not the one that most
    agencies have (one in the middle where each has its own), and only where the times differ however long a day or a month is: 1 hari and 8 jam do not, nor do
    hari and hari kerja.

Mengapa:
    Waktu baku adalah bagian dari mutu baku setiap kegiatan (PermenPAN-RB 35/2012, hlm. 24-25). Bila beberapa instansi
    mengerjakan hal yang sama, waktu yang jauh berbeda mungkin keliru, atau justru patut dicontoh. Kegiatan dianggap
    sama bila kata-kata pokoknya sama dan urut; huruf besar, kata sambung, salah ketik, dan ragam yang lazim (draf dan
    konsep, OPD dan SKPD, 2 dan dua) tidak dibedakan. Uraian yang terlalu umum (Memeriksa berkas) hanya dibandingkan
    antara SOP yang bernama sama. Yang dilaporkan ialah baris yang waktunya lain dari waktu di kebanyakan instansi
    (atau dari waktu yang di tengah, bila semuanya berlainan), dan hanya bila pasti berbeda berapa pun panjang satu hari atau satu bulan: 1 hari dan 8 jam tidak dilaporkan,
    begitu pula hari dan hari kerja.

Bad::

    # balangan.yaml
    instansi: {kode: balangan, nama: BPKPAD}
    kegiatan:
      - {nomor: 1, uraian: Merekap laporan kinerja triwulan, pelaksana: staf, mutu_baku: {waktu: 30 menit}}
    # tapin.yaml
    instansi: {kode: tapin, nama: Sekretariat Daerah}
    kegiatan:
      - {nomor: 1, uraian: Merekap laporan kinerja triwulanan, pelaksana: staf, mutu_baku: {waktu: 2 hari}}

Good::

    # balangan.yaml
    instansi: {kode: balangan, nama: BPKPAD}
    kegiatan:
      - {nomor: 1, uraian: Merekap laporan kinerja triwulan, pelaksana: staf, mutu_baku: {waktu: 1 jam}}
    # tapin.yaml
    instansi: {kode: tapin, nama: Sekretariat Daerah}
    kegiatan:
      - {nomor: 1, uraian: Merekap laporan kinerja triwulanan, pelaksana: staf, mutu_baku: {waktu: 60 menit}}

How to mend:
    Nothing is wrong by itself. See which time is right, and say in keterangan why this agency needs another one.

Cara memperbaiki:
    Ini belum tentu salah. Periksa waktu mana yang benar, atau jelaskan pada keterangan mengapa instansi ini memerlukan
    waktu yang lain.
"""

from collections.abc import Iterator, Mapping, Sequence, Sized
from typing import NamedTuple

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.brief import Brief, Row
from sop_engine.rules.common import quoted
from sop_engine.rules.time_values import TimeValue, compared, time_value
from sop_engine.rules.timed_rows import TimedRows, activities, timed_rows

KIND = Kind("SOP805", "times-differ", Severity.INFO)


def check_all(briefs: Sequence[Brief]) -> Iterator[Diagnostic]:
    """Yield the rows whose time is not the one that most agencies have for the same activity."""
    chosen = [brief for brief in briefs if brief.agency is not None and brief.status != "dicabut"]
    if len({brief.agency for brief in chosen}) > 1:
        timed = timed_rows(chosen)
        for group in activities(timed):
            yield from _in_group(timed, group)


def _in_group(timed: TimedRows, group: Sequence[int]) -> Iterator[Diagnostic]:
    """One activity: the rows of agencies that nowhere give it the time that most give it."""
    agencies: dict[TimeValue, dict[str | None, int]] = {}
    rows: dict[TimeValue, int] = {}
    for at in group:
        if (time := time_value(timed.row[at].waktu)) is not None:
            agencies.setdefault(time, {}).setdefault(timed.brief[at].agency, at)
            rows[time] = rows.get(time, 0) + 1
    every = {timed.brief[at].agency for at in group}
    if len(agencies) < 2 or len(every) < 2:
        return
    usual = _usual(agencies, rows)
    having = agencies[usual]
    example = next(iter(having.values()))
    theirs = _Example(timed.brief[example], timed.row[example], len(having), len(every))
    for at in group:
        time = time_value(timed.row[at].waktu)
        if time is not None and timed.brief[at].agency not in having and compared(time, usual):
            yield _differing(timed.brief[at], timed.row[at], theirs)


def _usual(agencies: Mapping[TimeValue, Sized], rows: Mapping[TimeValue, int]) -> TimeValue:
    """The time that most agencies have; where each has its own one in the middle, so that none far off is taken.

    Of several that of more rows, and of those the first.
    """
    most = max(map(len, agencies.values()))

    def weight(time: TimeValue) -> tuple[int, int, int]:
        off = abs(sum(compared(time, other) for other in agencies)) if most == 1 else 0
        return len(agencies[time]), -off, rows[time]

    return max(agencies, key=weight)


class _Example(NamedTuple):
    """A row with the time that most agencies have, in how many of how many."""

    brief: Brief
    row: Row
    having: int
    every: int


def _differing(brief: Brief, row: Row, example: _Example) -> Diagnostic:
    mine, theirs = quoted(row.waktu), quoted(example.row.waktu)
    activity, number = quoted(example.row.uraian.teks), quoted(example.row.label.rstrip("."))
    # An agency that gets the note knows nothing of files: the row is named as its sheet shows it.
    sop = quoted("" if example.brief.nama is None else example.brief.nama.teks)
    agency = quoted(example.brief.agency or "")
    having, every = example.having, example.every
    return Diagnostic(
        KIND,
        Text(
            f"waktu {mine}, sedangkan di instansi lain {activity} memerlukan {theirs} (baris {number} {sop}, {agency})",
            f"time {mine}, but in another agency {activity} takes {theirs} (row {number} of {sop}, {agency})",
        )
        if having == 1
        else Text(
            f"waktu {mine}, sedangkan {activity} memerlukan {theirs} di {having} dari {every} instansi, "
            f"misalnya baris {number} {sop}, {agency}",
            f"time {mine}, but {activity} takes {theirs} in {having} of {every} agencies, "
            f"for example row {number} of {sop}, {agency}",
        ),
        brief.source,
        row.waktu_span,
        Text(
            "periksa mana yang benar, atau jelaskan perbedaannya pada 'keterangan'",
            "see which is right, or explain the difference in 'keterangan'",
        ),
    )
