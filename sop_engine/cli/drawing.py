"""What the commands that draw have in common: the options of the printed page, and how they are obeyed.

In: options as click parses them. Out: the options of the layout and of the writers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sop_engine.cli.framework import Choice, Number, Option
from sop_engine.cli.late import with_late
from sop_engine.cli.run import Run
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.render.options import WriteOptions

if TYPE_CHECKING:
    from sop_engine.compiled import Compiled
    from sop_engine.layout.drawing import Drawing
    from sop_engine.layout.sheet import SheetOptions

__all__ = [
    "PAPERS",
    "Printing",
    "dpi_option",
    "drawn",
    "font_size_option",
    "paper_option",
    "printing_options",
]

PAPERS = ("A4", "F4", "Letter", "Legal")
SVG, PNG, PDF, HTML = "svg", "png", "pdf", "html"
_DPI = 150
_ONLY = {
    name: (own, Text(f"hanya untuk {own}", f"it is for {own} only"))
    for name, own in (("single", SVG), ("dpi", PNG), ("timestamp", PDF))
}
_SHEET_ONLY = Text("hanya untuk lembar resmi", "it is for the official sheet only")


@dataclass(frozen=True, slots=True)
class Printing:
    """How pages are laid out and written.

    Attributes:
        paper: one of ``PAPERS``, or None for what the definition says.
        font_size: of the table's text in points, or None for the usual one.
        total_row: the row of the total is drawn even where the SOP states none.
        mark_inferred: what is inferred is drawn dashed.
        single: all pages in one tall SVG.
        dpi: dots per inch of a PNG, or None for the usual number.
        timestamp: the PDF names the moment of its making.
    """

    paper: str | None = None
    font_size: float | None = None
    total_row: bool = False
    mark_inferred: bool = False
    single: bool = False
    dpi: float | None = None
    timestamp: bool = False

    @classmethod
    def taken(cls, rest: Mapping[str, object]) -> "Printing":
        """Take one's own options out of all that click passes."""
        return cls(**{name: rest[name] for name in cls.__slots__})  # type: ignore[arg-type]  # click's values

    def check(self, format: str) -> None:
        """See that every option that was given means something for a format of the sheet.

        Raises:
            UsageError: one of them would do nothing.
        """
        idle = {name: hint for name, (own, hint) in _ONLY.items() if own != format}
        self._refuse(idle, Text(f"bentuk {format}", f"format {format}"))

    def check_proof(self) -> None:
        """See that none was given that says only how a sheet is written; raises as ``check``."""
        self._refuse({name: hint for name, (_, hint) in _ONLY.items()}, Text("--check", "--check"))

    def check_none(self, instead: Text) -> None:
        """See that none was given where no sheet is drawn, but something else; raises as ``check``."""
        self._refuse(dict.fromkeys(self.__slots__, _SHEET_ONLY), instead)

    def _refuse(self, hints: Mapping[str, Text], where: Text) -> None:
        for name, hint in hints.items():
            if getattr(self, name):
                raise idle(name, where, hint)

    def sheet(self) -> "SheetOptions":
        """The options of the layout."""
        from sop_engine.layout.sheet import SheetOptions  # noqa: PLC0415 - loaded when called

        return SheetOptions(self.paper, self.font_size, True if self.total_row else None)

    def writing(self, run: Run, format: str) -> WriteOptions:
        """The options of the writers.

        Raises:
            UsageError: ``$SOURCE_DATE_EPOCH`` names no moment.
        """
        if format in (SVG, HTML):
            return WriteOptions(mark_inferred=self.mark_inferred, single=self.single)
        from datetime import UTC, datetime  # noqa: PLC0415 - loaded when called

        from platformdirs import user_cache_dir  # noqa: PLC0415 - only fonts need it

        created = None
        if self.timestamp:
            stated = run.environment.get("SOURCE_DATE_EPOCH")
            try:
                created = datetime.fromtimestamp(int(stated), UTC) if stated else datetime.now(UTC)
            except (ValueError, OverflowError, OSError) as fault:
                raise UsageError(
                    Text("SOURCE_DATE_EPOCH bukan waktu", "SOURCE_DATE_EPOCH is no moment"),
                    Text(
                        "isi dengan detik sejak 1970, atau hapus", "give seconds since 1970, or leave it out"
                    ),
                ) from fault
        return WriteOptions(
            mark_inferred=self.mark_inferred,
            dpi=round(self.dpi or _DPI),
            created=created,
            fonts=Path(user_cache_dir("sop_engine", appauthor=False)) / "fonts",
        )


def idle(name: str, where: Text, hint: Text) -> UsageError:
    """The refusal of an option, by the name of its parameter, that would do nothing."""
    option = f"--{name.replace('_', '-')}"
    return UsageError(
        Text(f"{option} tidak berarti untuk {where.id}", f"{option} means nothing for {where.en}"), hint
    )


def drawn(run: Run, compiled: "Compiled", options: "SheetOptions") -> "tuple[Drawing, Compiled]":
    """The sheet of a whole SOP, and the SOP with what the drawing adds to its findings."""
    from sop_engine.layout.density import finding  # noqa: PLC0415 - loaded when called
    from sop_engine.layout.sheet import lay_out  # noqa: PLC0415

    if compiled.sop is None or compiled.graph is None:
        raise AssertionError("a whole SOP has models and a graph")
    drawing = lay_out(compiled.sop, compiled.graph, compiled.total, options)
    dense = finding(compiled, drawing, options)
    return drawing, with_late(compiled, [dense] if dense is not None else [], run.choice)


def paper_option() -> Option:
    """``--paper``: one of ``PAPERS``."""
    return Option(
        ["--paper"],
        Text("Kertas; bawaan: menurut definisi.", "Paper; default: what the definition says."),
        Text("|".join(PAPERS), "|".join(PAPERS)),
        type=Choice(PAPERS),
    )


def font_size_option() -> Option:
    """``--font-size``: of a table's text in points."""
    return Option(
        ["--font-size"],
        Text("Ukuran huruf tabel dalam pt.", "Size of the table's letters in pt."),
        Text("PT", "PT"),
        type=Number(5, 16),
    )


def dpi_option() -> Option:
    """``--dpi``: of a PNG."""
    return Option(
        ["--dpi"],
        Text(f"PNG: titik per inci; bawaan: {_DPI}.", f"PNG: dots per inch; default: {_DPI}."),
        Text("N", "N"),
        type=Number(36, 1200),
    )


def printing_options() -> list[click.Parameter]:
    """``--paper`` and all else that changes a page; their values make a ``Printing``."""
    return [
        paper_option(),
        font_size_option(),
        Option(
            ["--total-row"],
            Text(
                "Baris Jumlah juga bila SOP tidak menyebutnya.",
                "The Jumlah row even where the SOP states none.",
            ),
            is_flag=True,
        ),
        Option(
            ["--mark-inferred"],
            Text(
                "Yang disimpulkan ('disimpulkan') digambar putus-putus.",
                "Draw what is inferred ('disimpulkan') dashed.",
            ),
            is_flag=True,
        ),
        Option(
            ["--single"],
            Text("SVG: semua halaman dalam satu berkas.", "SVG: all pages in one tall file."),
            is_flag=True,
        ),
        dpi_option(),
        Option(
            ["--timestamp"],
            Text("PDF: cantumkan waktu pembuatan berkas.", "PDF: name the moment of the file's making."),
            is_flag=True,
        ),
    ]
