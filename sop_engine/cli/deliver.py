"""Handing over what a command made: into files, whose paths are printed, or to standard output.

In: products. Out: files and their paths, or the bytes themselves.
"""

from collections.abc import Sequence
from pathlib import Path

from sop_engine.cli.run import Run
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.output import STDOUT, Product, write_all
from sop_engine.report.json import json_path
from sop_engine.text import escaped

__all__ = ["Delivery"]


class Delivery:
    """What a run has written so far."""

    def __init__(self, run: Run, *, force: bool) -> None:
        """Begin with nothing; with ``force`` definitions may be overwritten."""
        self.run = run
        self.force = force
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
                    Text("pakai -o BERKAS, atau --single untuk SVG", "use -o FILE, or --single for SVG"),
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
