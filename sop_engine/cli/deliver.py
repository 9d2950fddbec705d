"""Handing over what a command made: into files, whose paths are printed, or to standard output.

In: products. Out: files and their paths, or the bytes themselves.
"""

from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import Final

from sop_engine.cli.run import Run
from sop_engine.cli.target import folder_of, placed, products_of
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library import Definition
from sop_engine.output import STDOUT, Product, write_all
from sop_engine.report.json import json_path
from sop_engine.text import escaped

__all__ = ["Delivery", "deliver"]

_SUFFIXES: Final = {"text": "txt", "markdown": "md"}
"""Those that are not called as their format."""

_SINGLE: Final = Text("pakai -o BERKAS, atau --single untuk SVG", "use -o FILE, or --single for SVG")
_BOUND: Final = Text("pakai -o BERKAS, atau --format pdf", "use -o FILE, or --format pdf")
"""What to do with several pages on standard output, for drawings of SOPs and for all else."""


def deliver(
    run: Run,
    read: Iterable[Definition],
    stem: str,
    format: str,
    pages: Sequence[bytes],
    output: str | None,
    *,
    force: bool,
    alone: Container[str] = (),
) -> None:
    """Write one answer, about however many SOPs.

    Args:
        run: the run.
        read: what it was made from, and may not be overwritten.
        stem: what the file is called where only its folder is named.
        format: its format, and so its suffix.
        pages: the bytes; a format that holds one page makes a numbered file of each.
        output: what ``-o`` names.
        force: definitions may be overwritten.
        alone: formats that go into a file even where ``-o`` names none; all else goes to standard output then.

    Raises:
        UsageError: it cannot be written.
    """
    if output is None and format not in alone:
        output = STDOUT
    place = None if output is None else folder_of(output) or output
    name = placed(place, f"{stem}.{_SUFFIXES.get(format, format)}")
    delivery = Delivery(run, force=force, hint=_BOUND)
    delivery.hand(products_of(name, pages), [one.path for one in read if one.path is not None])
    delivery.close()


class Delivery:
    """What a run has written so far."""

    def __init__(self, run: Run, *, force: bool, hint: Text = _SINGLE) -> None:
        """Begin with nothing; with ``force`` definitions may be overwritten.

        ``hint`` is said of several pages that are to go to standard output.
        """
        self.run = run
        self.force = force
        self.hint = hint
        self.written: list[str] = []

    def hand(self, products: Sequence[Product], sources: Sequence[Path] = ()) -> None:
        """Write the files of one drawing, all or none, and print their paths.

        Raises:
            UsageError: they cannot be written, or one would overwrite what was made from another SOP.
        """
        if products[0].name == STDOUT:
            if len(products) > 1:
                raise UsageError(
                    Text(
                        f"gambarnya {len(products)} halaman, keluaran standar hanya memuat satu",
                        f"the drawing has {len(products)} pages, standard output holds one",
                    ),
                    self.hint,
                )
            self.run.out_bytes(products[0].data)
            return
        owners, made_from = self.run.owners, tuple(sources)
        for product in products:
            if product.name in self.written or owners.get(product.name, made_from) != made_from:
                raise UsageError(
                    Text(
                        f"dua SOP akan ditulis ke '{escaped(product.name)}'",
                        f"two SOPs would be written to '{escaped(product.name)}'",
                    ),
                    Text("gambar satu per satu dengan -o", "draw them one by one with -o"),
                )
        write_all(products, force=self.force, sources=sources)
        owners.update((product.name, made_from) for product in products)
        self.written += [product.name for product in products]
        if not self.run.as_json:
            self.run.out("".join(f"{escaped(product.name)}\n" for product in products))

    def close(self) -> None:
        """With ``--format json`` the paths are one document, at the end."""
        if self.run.as_json and self.written:
            self.run.out_json({"written": [json_path(name) for name in self.written]})
