"""How a SOP is named on the command line: by words, or by ``--agency`` and ``--sop``.

In: the words and options as click parses them. Out: a ``Naming``, and the parameters that commands share.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import click

from sop_engine.cli.framework import ONCE, Choice, Name, Option, offer_sops, run_of
from sop_engine.cli.run import Run
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError

__all__ = [
    "FILE_OR_FOLDER",
    "Naming",
    "format_option",
    "named",
    "naming_params",
    "output_options",
    "place_options",
]


@dataclass(frozen=True, slots=True)
class Naming:
    """What the user named.

    Attributes:
        words: paths, ``-`` and codes.
        agency: ``--agency``.
        sop: ``--sop``.
        definitions: ``--definitions``.
    """

    words: tuple[str, ...]
    agency: str | None
    sop: str | None
    definitions: str | None

    def refuse_sop(self, option: str) -> None:
        """Refuse ``--sop`` beside an option that is for all SOPs.

        Raises:
            UsageError: it was given.
        """
        if self.sop is not None:
            raise UsageError(
                Text(f"{option} dan --sop disebut bersamaan", f"both {option} and --sop are given"),
                Text("pakai salah satu", "use one of them"),
            )


CODE = Text("KODE", "CODE")
FILE = Text("BERKAS", "FILE")
FOLDER = Text("FOLDER", "DIR")
FILE_OR_FOLDER = Text(
    "Berkas, folder, atau '-' untuk keluaran standar.", "A file, a folder, or '-' for standard output."
)
"""The help of ``-o``."""
AS_WORDS = Text(
    "sebut sekali saja; beberapa instansi disebut sebagai kata: KODE KODE",
    "give it once; several agencies are named as words: CODE CODE",
)


def naming_params(*, several: bool = True, strict: bool = True) -> list[click.Parameter]:
    """The parameters that name SOPs (or, without ``several``, one SOP); ``--strict`` where warnings are counted."""
    params = [
        click.Argument(
            ["words"], nargs=-1 if several else 1, required=False, metavar="SOP", shell_complete=offer_sops
        ),
        Option(
            ["--agency"],
            Text("Instansi menurut kodenya.", "The agency, by its code."),
            CODE,
            once=AS_WORDS if several else ONCE,
        ),
        Option(
            ["--sop"],
            Text(
                "SOP menurut nama berkasnya, bila instansi punya beberapa.",
                "The SOP, by its file's name, among several.",
            ),
            Text("NAMA", "NAME"),
        ),
        *place_options(),
    ]
    if strict:
        words = Text("Peringatan juga membuat status keluar 1.", "Warnings make the exit status 1 too.")
        params.append(Option(["--strict"], words, is_flag=True))
    return params


def place_options() -> list[click.Parameter]:
    """``--definitions`` and ``--config``."""
    return [
        Option(
            ["--definitions"],
            Text(
                "Folder definisi; bawaan: folder 'definitions' terdekat.",
                "Where definitions are; default: the nearest 'definitions'.",
            ),
            FOLDER,
            type=Name(),
        ),
        Option(
            ["--config"],
            Text(
                "Pengaturan; bawaan: sop.toml atau [tool.sop] di pyproject.toml terdekat.",
                "Settings; default: the nearest sop.toml, or [tool.sop] in pyproject.toml.",
            ),
            FILE,
            type=Name(),
        ),
    ]


def format_option(formats: Iterable[str], words: Text, default: str | None = None) -> Option:
    """``--format`` with its words."""
    choice = Choice(formats)
    listed = "|".join(choice.words)
    return Option(["--format"], words, Text(listed, listed), type=choice, default=default)


def by_suffix(default: str) -> Text:
    """The help of ``--format`` where the suffix of ``-o`` tells it too."""
    return Text(
        f"Bentuk; bawaan: akhiran -o, atau {default}.", f"Format; default: -o's suffix, or {default}."
    )


def output_options(words: Text) -> list[click.Parameter]:
    """``-o`` and ``--force``."""
    return [
        Option(["-o", "--output"], words, FILE, type=Name()),
        Option(
            ["--force"],
            Text("Boleh menimpa sebuah definisi.", "May overwrite a definition."),
            is_flag=True,
        ),
    ]


def named(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its run and a ``Naming`` in place of the parameters that name SOPs."""

    def call(
        ctx: click.Context,
        words: tuple[str, ...] | str | None,
        agency: str | None,
        sop: str | None,
        definitions: str | None,
        config: str | None,
        strict: bool = False,  # noqa: FBT001, FBT002 - click passes by keyword; not every command has it
        **rest: Any,
    ) -> None:
        run: Run = run_of(ctx)
        run.strict = strict
        run.config = config
        given = words if isinstance(words, tuple) else () if words is None else (words,)
        command(run, Naming(given, agency, sop, definitions), **rest)

    return click.pass_context(call)
