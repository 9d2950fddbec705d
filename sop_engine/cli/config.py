"""The settings of a run: what files and options say of findings.

In: ``--config``, the working directory, and options that win over the file. Out: a ``Choice``.
"""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library import unreadable
from sop_engine.model.tanggal import Tanggal, TanggalError, parse_tanggal
from sop_engine.rules.choice import Choice, choice_of, default_choice
from sop_engine.rules.kinds import named_kinds
from sop_engine.settings import LEVELS, OFF, Settings, parse_settings
from sop_engine.text import quoted

__all__ = ["Wanted", "choice_for", "day", "settings_for"]

OWN, SHARED = "sop.toml", "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of a command say; None where they say nothing and the file decides.

    Attributes:
        select: ``--select``, words parted by commas.
        extend_select: ``--extend-select``.
        ignore: ``--ignore``.
        severity: ``--severity``, ``WORD=LEVEL`` parted by commas.
        today: ``--today``.
    """

    select: str | None = None
    extend_select: str | None = None
    ignore: str | None = None
    severity: str | None = None
    today: str | None = None


def choice_for(config: str | None, wanted: Wanted, here: Path | None = None) -> Choice:
    """What a run reports.

    Args:
        config: the file that ``--config`` names; None for the nearest one.
        wanted: what the options say.
        here: the folder from which on the nearest one is looked for; None for the working directory.

    Raises:
        UsageError: the file or an option says what is not understood.
    """
    today = None if wanted.today is None else day("--today", wanted.today)
    settings = settings_for(config, here)
    if settings is None and wanted == Wanted(today=wanted.today):
        return default_choice() if today is None else choice_of(Settings(), today)
    from_file = settings or Settings()
    # A word that only the file has is told with the file's name, one of an option without.
    choice_of(from_file)
    return choice_of(_over(from_file, wanted), today)


def settings_for(config: str | None, here: Path | None = None) -> Settings | None:
    """The settings of a file: the named one, else the nearest ``sop.toml`` or ``pyproject.toml`` with ``[tool.sop]``.

    Raises:
        UsageError: the file cannot be read or understood.
    """
    if config is not None:
        path = Path(config)
        return parse_settings(_text(path, config), config, shared=path.name == SHARED) or Settings()
    try:
        cwd = None if here else Path.cwd()
    except OSError:
        return None
    start = here or cwd or Path()
    for folder in (start, *start.parents):
        for name in (OWN, SHARED):
            path = folder / name
            if path.is_file():
                shown = name if folder == cwd else str(path)
                found = parse_settings(_text(path, shown), shown, shared=name == SHARED)
                if found is not None:
                    return found
    return None


def day(option: str, text: str) -> Tanggal:
    """The day that an option names.

    Raises:
        UsageError: it is no day.
    """
    try:
        found = parse_tanggal(text)
    except TanggalError as fault:
        raise UsageError(
            Text(
                f"{option} {quoted(text)}: {fault.message.id}", f"{option} {quoted(text)}: {fault.message.en}"
            ),
            fault.hint,
        ) from fault
    if found.hari is None:
        raise UsageError(
            Text(f"{option} {quoted(text)} tidak menyebut hari", f"{option} {quoted(text)} names no day"),
            Text("tulis misalnya 2026-11-21", "write for example 2026-11-21"),
        )
    return found


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise unreadable(shown, fault) from fault
    except ValueError as fault:
        raise UsageError(Text(f"{quoted(shown)} bukan UTF-8", f"{quoted(shown)} is not UTF-8")) from fault


def _over(settings: Settings, wanted: Wanted) -> Settings:
    """The file's settings where the options say nothing; what an option asks for, no such word of the file refuses."""
    select, extend = _words(wanted.select), _words(wanted.extend_select)
    asked = {_codes(word) for word in (*(select or ()), *(extend or ()))}
    ignore = tuple(word for word in settings.ignore if _codes(word) not in asked)
    severity = {
        word: level for word, level in settings.severity.items() if level != OFF or _codes(word) not in asked
    }
    refused = _words(wanted.ignore)
    return Settings(
        settings.select if select is None else select,
        settings.extend_select if extend is None else extend,
        ignore if refused is None else refused,
        MappingProxyType({**severity, **_grades(wanted.severity)}),
    )


def _codes(word: str) -> frozenset[str]:
    """The codes that a word names, by which ``SOP508`` and its slug are one."""
    return frozenset(kind.code for kind in named_kinds(word))


def _words(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(text.replace(",", " ").split())


def _grades(text: str | None) -> dict[str, str]:
    found = {}
    for pair in _words(text) or ():
        word, _, level = pair.partition("=")
        if level.lower() not in LEVELS:
            listed = "|".join(LEVELS)
            raise UsageError(
                Text(
                    f"--severity {quoted(pair)} tidak dipahami",
                    f"--severity {quoted(pair)} is not understood",
                ),
                Text(f"tulis KODE={listed}", f"write CODE={listed}"),
            )
        found[word] = level.lower()
    return found
