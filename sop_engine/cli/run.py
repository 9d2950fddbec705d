"""One run of a command: its language, what it found and could not do, and so its exit status.

In: the arguments and the environment. Out: text in both streams, and the status. The only mutable thing here.
"""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from sop_engine.cli.streams import colourful, write_bytes, write_error, write_text
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.errors import SopEngineError
from sop_engine.rules.faults import ENGINE_FAULT, USAGE
from sop_engine.rules.late import TOO_DENSE
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language, choose_language, escaped, say

if TYPE_CHECKING:
    from pathlib import Path

    from sop_engine.cli.config import Wanted
    from sop_engine.compiled import Compiled
    from sop_engine.rules.choice import Choice

__all__ = ["ENGINE_FAULT", "FAULT", "FAULTY", "MISUSED", "USAGE", "Run", "counted", "environment"]

RULE_CRASHED = "SOP900"
LOGO_UNREADABLE = "SOP601"

FAULTY, MISUSED, FAULT = 1, 2, 3
FEW = 3
"""How many warnings commands other than ``validate`` show."""

WIDTH = 80


class Run:
    """What a command needs to know, and what has become of it.

    Attributes:
        arguments: the words after ``sop``.
        language: of messages.
        environment: the environment's variables.
        as_json: standard output is to hold one JSON document.
        strict: warnings fail the run too.
        config: the file that ``--config`` names, or None.
        wanted: what the command's options say of the findings.
        fixes: how each finding is mended is wanted too.
        mendable: whether ``sop fix`` can mend something that was found; None where nobody wants to know.
        files: how many definitions were compiled.
        counts: findings by severity.
        problems: what could not be done, as findings without a place.
        wrote: something went to standard output.
        crashed: a rule failed, which is the engine's fault and not the SOP's.
        owners: files that were written, each with the definitions that it was made from.
    """

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        """Begin a run in which nothing has happened yet.

        The arguments are looked at before they are parsed: their faults need a language and a form too.
        """
        self.arguments = arguments
        self.environment = environment
        self.language = Language.EN
        self.as_json = (_last(arguments, "--format") or "").lower() == "json"
        self.strict = False
        self.config: str | None = None
        self.wanted: Wanted | None = None
        self.fixes = False
        self.mendable: bool | None = None
        self.files = 0
        self.counts = dict.fromkeys(Severity, 0)
        self.problems: list[Diagnostic] = []
        self.wrote = False
        self.crashed = False
        self.owners: dict[str, tuple[Path, ...]] = {}
        self._failed: list[Diagnostic] = []
        # Whether what was last said on standard error was a frame; None before the first word.
        self._last: bool | None = None
        self._held = dict.fromkeys(Severity, 0)

    def choose_language(self) -> None:
        """Take the language that the arguments and the environment ask for.

        Raises:
            UsageError: ``$SOP_LANG`` names no known language.
        """
        self.language = choose_language(_last(self.arguments, "--lang"), self.environment, _system_locale())

    @cached_property
    def choice(self) -> "Choice":
        """Which findings are wanted, by the options and the settings.

        Raises:
            UsageError: one of them says what is not understood.
        """
        from sop_engine.cli.config import Wanted, choice_for  # noqa: PLC0415 - only runs with SOPs pay for it

        return choice_for(self.config, self.wanted or Wanted())

    @property
    def status(self) -> int:
        """The exit status so far: 3 wins over 2, and 2 over 1."""
        if self.crashed:
            return FAULT
        if self.problems:
            return MISUSED
        failing = self.counts[Severity.ERROR] + (self.counts[Severity.WARNING] if self.strict else 0)
        return FAULTY if failing else 0

    @property
    def colours(self) -> bool:
        """Whether standard output shows colours."""
        return colourful(sys.stdout, self.environment)

    @property
    def terminal(self) -> bool:
        """Whether a person reads standard output as it comes."""
        with suppress(ValueError):
            return sys.stdout is not None and sys.stdout.isatty()
        return False

    @property
    def width(self) -> int:
        """How many cells a line of the terminal has; 80 where nobody knows."""
        with suppress(ValueError):
            if columns := int(self.environment.get("COLUMNS", "")):
                return max(columns, 1)
        with suppress(OSError, ValueError, AttributeError):
            return os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH
        return WIDTH

    def say(self, text: Text) -> str:
        """The words of the run's language."""
        return say(text, self.language)

    def out(self, text: str) -> None:
        """Write to standard output."""
        self.wrote = True
        write_text(text)

    def out_json(self, value: object) -> None:
        """Write one JSON document to standard output."""
        from sop_engine.report.json import dumps  # noqa: PLC0415 - only runs that give JSON pay for it

        self.out(dumps(value))

    def out_bytes(self, data: bytes) -> None:
        """Write bytes to standard output."""
        self.wrote = True
        write_bytes(data)

    def tell(self, message: Text, hint: Text | None = None, label: str = "error") -> None:
        """Say something on standard error, the remedy under it."""
        lines = [f"{label}: {escaped(self.say(message))}"]
        if hint is not None:
            lines.append(f"{'':{len(label) + 2}}{escaped(self.say(hint))}")
        self._write_error("\n".join(lines) + "\n")

    def note(self, line: str) -> None:
        """Say a line on standard error that is no fault."""
        self._write_error(escaped(line) + "\n")

    def problem(self, error: SopEngineError, path: str = "", kind: Kind = USAGE) -> None:
        """Take note of what cannot be done, and say it; the rest goes on."""
        self.problems.append(Diagnostic(kind, error.message, SourceFile(path, ""), Span(0, 0), error.hint))
        self.tell(error.message, error.hint)

    def count(self, diagnostics: Iterable[Diagnostic], files: int = 1) -> None:
        """Count definitions and their findings."""
        self.files += files
        for found in diagnostics:
            self.counts[found.severity] += 1
            self.crashed = self.crashed or found.code == RULE_CRASHED

    def findings(self, compiled: "Compiled", *, several: bool) -> None:
        """Count a definition's findings and show them on standard error.

        What fails the run is shown whole, and so is what ``sop validate`` cannot find, since only drawing brings it
        to light. Of the rest, a few warnings get a line each, and infos are only counted; where there are many
        warnings, or ``several`` definitions, warnings are too: they would bury the answer.
        """
        from sop_engine.report import Look  # noqa: PLC0415 - only runs with findings pay for it
        from sop_engine.report.text import headline, report_text  # noqa: PLC0415

        self.count(compiled.diagnostics)
        look = Look(self.language, colourful(sys.stderr, self.environment))
        warnings = sum(found.severity is Severity.WARNING for found in compiled.diagnostics)
        shown: list[Diagnostic] = []
        for found in compiled.diagnostics:
            if self._is_grave(found) or (found.code == LOGO_UNREADABLE and not several):
                for block in report_text([found], look):
                    self._write_error(block, frame=True)
            elif several or warnings > FEW or found.severity is Severity.INFO:
                self._held[found.severity] += 1
                continue
            else:
                self._write_error(f"{headline(found, look)}\n")
            shown.append(found)
        if self.as_json:
            self._failed.extend(shown if several else compiled.diagnostics)

    def _is_grave(self, found: Diagnostic) -> bool:
        failing = (Severity.ERROR, Severity.WARNING) if self.strict else (Severity.ERROR,)
        return found.severity in failing or found.code == TOO_DENSE.code

    def finish(self) -> None:
        """Say what was held back, and give the JSON document of a run that has nothing else to give."""
        if held := counted(self._held, self.language):
            self._write_error(
                self.say(
                    Text(
                        f"{held} tidak ditampilkan; lihat 'sop validate'",
                        f"{held} not shown; see 'sop validate'",
                    )
                )
                + "\n"
            )
        if self.as_json and not self.wrote:
            from sop_engine.report.json import as_json  # noqa: PLC0415

            given = (*self._failed, *self.problems)
            self.out_json({"diagnostics": [as_json(found, self.language) for found in given]})

    def _write_error(self, block: str, *, frame: bool = False) -> None:
        """Write to standard error, with an empty line on either side of a frame."""
        apart = self._last is not None and (frame or self._last)
        write_error("\n" + block if apart else block)
        self._last = frame


_COUNTED = {
    Severity.ERROR: Text("kesalahan", "error"),
    Severity.WARNING: Text("peringatan", "warning"),
    Severity.INFO: Text("info", "info"),
}


def counted(counts: Mapping[Severity, int], language: Language) -> str:
    """``2 errors, 1 warning``; only what there is."""
    return ", ".join(
        f"{number} {say(_COUNTED[severity], language)}{'s' if number > 1 and language is Language.EN else ''}"
        for severity, number in counts.items()
        if number
    )


def _last(arguments: Sequence[str], option: str) -> str | None:
    """The value of an option in arguments that nobody has parsed yet."""
    value = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == option and at + 1 < len(arguments):
            value = arguments[at + 1]
        elif argument.startswith(f"{option}="):
            value = argument.partition("=")[2]
    return value


def _system_locale() -> str:
    """Windows names its language by number: 0x21 in the low bits is Indonesian."""
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 - only there

    return "id_ID" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x21 else ""


def environment() -> dict[str, str]:
    """The environment's variables; read here and nowhere below."""
    return dict(os.environ)
