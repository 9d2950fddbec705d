"""What is kept of a definition when thousands are checked.

In: nothing. Out: the type ``Brief``, a small part of a ``Compiled``: all that rules across SOPs look at, and what a
report says of a SOP and of the place of a finding in it. It can be pickled. ``condense`` makes it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.source import SourceFile, Span

__all__ = ["Brief", "Part", "Row"]


class Part(NamedTuple):
    """A text of a SOP and its place."""

    teks: str
    span: Span


class Row(NamedTuple):
    """One row of the table.

    Attributes:
        label: its printed number, or its place from 1 where it has none.
        uraian: what is done.
        waktu: its standard time in canonical text; empty where it is not measured or shared.
        waktu_span: where the time stands.
    """

    label: str
    uraian: Part
    waktu: str
    waktu_span: Span


@dataclass(frozen=True, slots=True)
class Brief:
    """One definition in brief. Where no SOP could be read, all but ``source`` is empty.

    Attributes:
        source: its text.
        agency: ``instansi.kode``, or what its file is named after.
        instansi: the agency's name.
        unit: the unit in it.
        status: konsep, berlaku or dicabut.
        nomor: its number, or None.
        nama: its name, or None where no SOP could be read.
        keterkaitan: the SOPs that it names.
        peran: the headings of its lanes, left to right.
        rows: its rows.
        total: the sum of its times as text; None where it has none.
        silenced: code and line of what its comments silence.
        sections: where each part of the form begins (an offset), and what people call it, in order.
    """

    source: SourceFile
    agency: str | None = None
    instansi: str | None = None
    unit: str | None = None
    status: str | None = None
    nomor: Part | None = None
    nama: Part | None = None
    keterkaitan: tuple[Part, ...] = ()
    peran: tuple[Part, ...] = ()
    rows: tuple[Row, ...] = ()
    total: str | None = None
    silenced: frozenset[tuple[str, int]] = frozenset()
    sections: tuple[tuple[int, str], ...] = ()
