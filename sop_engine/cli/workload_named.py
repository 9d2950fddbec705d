"""How often SOPs are run, as users write it: ``4/tahun``, ``10 kali sebulan``; and which SOPs that is for.

In: texts. Out: a ``Volume``; ``Named``, a volume for some SOPs.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from sop_engine.analysis.workload import Period, Volume
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

__all__ = ["Named", "parse_volume", "refuse_twice"]

_PERIODS: Mapping[str, Period] = MappingProxyType(
    {
        **{str(period): period for period in Period},
        "thn": Period.TAHUN,
        "year": Period.TAHUN,
        "half year": Period.SEMESTER,
        "tw": Period.TRIWULAN,
        "quarter": Period.TRIWULAN,
        "bln": Period.BULAN,
        "month": Period.BULAN,
        "mgg": Period.MINGGU,
        "week": Period.MINGGU,
        "hari": Period.HARI_KERJA,
        "hari efektif": Period.HARI_KERJA,
        "day": Period.HARI_KERJA,
        "working day": Period.HARI_KERJA,
    }
)
_FORM = re.compile(
    r"(?P<number>sekali|once|satu|[0-9][0-9.,]*)\s*(?:kali|x|times)?\s*"
    r"(?:/|\b(?:per|setiap|tiap|dalam|a|an|each|every)\b|\b(?=se))\s*(?:satu\s|1\s|se)?"
    rf"(?P<period>{'|'.join(_PERIODS)})"
)
_DIGITS = re.compile(r"([0-9]{1,7})(?:[.,]([0-9]{1,4}))?")
_ONCE = ("sekali", "once", "satu")
_HINT = Text(
    "tulis misalnya 4/tahun, 10/bulan, 2/minggu, atau 1/hari kerja",
    "write for example 4/tahun, 10/bulan, 2/minggu or 1/hari kerja",
)


def parse_volume(text: str) -> Volume:
    """Read how often a SOP is run.

    Args:
        text: ``4/tahun``, ``10 kali per bulan``, ``2 per minggu``, ``1/hari kerja``, ``sekali setahun``; letters and
            spacing are free.

    Raises:
        UsageError: it is no volume.
    """
    found = _FORM.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        raise _unclear(text)
    number = _number(found["number"])
    if number is None:
        raise _unclear(
            text, thousands=re.fullmatch(r"[0-9]{1,3}([.,][0-9]{3})+", found["number"]) is not None
        )
    return Volume(number, _PERIODS[found["period"]])


def _number(text: str) -> Fraction | None:
    if text in _ONCE:
        return Fraction(1)
    match = _DIGITS.fullmatch(text)
    # '1.200' may be a thousand two hundred, or one and a fifth: nobody should have to guess.
    if match is None or len(match[2] or "") == 3:
        return None
    part = match[2] or ""
    return Fraction(int(match[1] + part), 10 ** len(part))


def _unclear(text: str, *, thousands: bool = False) -> UsageError:
    subject = quoted(text)
    return UsageError(
        Text(f"volume {subject} tidak terbaca", f"volume {subject} cannot be read"),
        Text("tulis ribuan tanpa titik: 1200/tahun", "write thousands without a mark: 1200/tahun")
        if thousands
        else _HINT,
    )


class Named(NamedTuple):
    """A volume for some SOPs.

    Attributes:
        agency: the agency's code; None for any.
        sop: the file's stem; None for all of the agency.
        word: as it was written, where it may be an agency or a stem; else None.
        volume: how often.
        line: its line in the file; None for an option.
    """

    agency: str | None
    sop: str | None
    word: str | None
    volume: Volume
    line: int | None = None

    @property
    def shown(self) -> str:
        """What names the SOPs."""
        return self.word or "/".join(part for part in (self.agency, self.sop) if part)

    def strength(self, agency: str, stem: str, *, is_agency: bool) -> int | None:
        """How exactly it names a SOP, 0 the most; None where it names another."""
        named, sop = self.agency, self.sop
        if self.word is not None:
            named, sop = (self.word, None) if is_agency else (None, self.word)
        if named not in (None, agency) or sop not in (None, stem):
            return None
        return (named is None) + 2 * (sop is None)


def refuse_twice(found: Iterable[Named], where: str) -> None:
    """Refuse two volumes for the same SOPs.

    Args:
        found: what was given.
        where: the option or the file, as messages name it.

    Raises:
        UsageError: there are two.
    """
    seen: dict[tuple[str | None, ...], Named] = {}
    for one in found:
        before = seen.setdefault((one.agency, one.sop, one.word), one)
        if before is not one:
            name = quoted(one.shown)
            lines = f", {{}} {before.line} {{}} {one.line}" if one.line is not None else ""
            raise UsageError(
                Text(
                    f"{where} menyebut {name} dua kali{lines.format('baris', 'dan')}",
                    f"{where} names {name} twice{lines.format('lines', 'and')}",
                ),
                Text("hapus salah satu", "remove one of them"),
            )
