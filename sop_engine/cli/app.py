"""The ``sop`` group: it loads a command when it is called, and turns whatever happens into an exit status.

In: the process's arguments. Out: one of 0 (nothing found), 1 (findings), 2 (wrong usage), 3 (engine fault), or
130 after an interrupt.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from sop_engine import __version__
from sop_engine.cli.framework import Option, help_option, lang_option, refuse_repeated, run_of, write_help
from sop_engine.cli.run import ENGINE_FAULT, FAULT, MISUSED, Run, environment
from sop_engine.cli.streams import ReaderGone, mute, prepare, write_error
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text
from sop_engine.errors import SopEngineError, UsageError
from sop_engine.text import quoted

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["COMPLETE", "app"]

INTERRUPTED = 130

COMPLETE = "_SOP_COMPLETE"
"""The variable by which a shell asks; see ``sop completion``."""

WORDS = Text(
    "SOP administrasi pemerintahan sebagai satu berkas YAML: diperiksa, dihitung waktunya, dan digambar.\n\n"
    "SOP dinamai dengan --agency KODE, atau dengan kata: sebuah berkas, sebuah folder, '-' untuk masukan standar, "
    "atau kode instansi.",
    "Government SOPs as one YAML file each: checked, timed and drawn.\n\n"
    "A SOP is named by --agency CODE, or by a word: a file, a folder, '-' for standard input, or an agency's code.",
)
EXAMPLES = ("sop validate", "sop duration --agency balangan", "sop flowchart --agency dumai")


class App(click.Group):
    """``sop`` itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sop_engine.cli.commands.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what stands before the command.

        Raises:
            UsageError: an option is given twice.
        """
        given = list(args)
        rest = super().parse_args(ctx, args)
        refuse_repeated(self, ctx, given)
        return rest

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with.

        Raises:
            UsageError: there is no such command.
        """
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise _no_command(args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page without loading a command."""
        write_help(self, ctx, formatter, WORDS, EXAMPLES, tuple(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The commands that begin so, without loading one; the options before them."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only shells ask

        say = run_of(ctx).say
        found = [
            CompletionItem(name, help=say(words))
            for name, words in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return found or click.Command.shell_complete(self, ctx, incomplete)

    def _offer(
        self, args: Sequence[str] | None, prog_name: str | None, complete_var: str | None, **extra: Any
    ) -> Any:
        """Answer a shell that asks how a command line may go on."""
        run = Run([], environment())
        with suppress(UsageError):
            run.choose_language()
        extra.setdefault("obj", run)
        return super().main(args, prog_name or "sop", complete_var or COMPLETE, **extra)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's form
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002
        **extra: Any,
    ) -> Any:
        """Run one command; nothing that it raises gets past here.

        Returns:
            The exit status; with ``standalone_mode`` the process is left with it.
        """
        if COMPLETE in os.environ:
            return self._offer(args, prog_name, complete_var, standalone_mode=standalone_mode, **extra)
        prepare()
        status = _run(self, _arguments(args, expand=windows_expand_args), prog_name or "sop")
        mute()
        if standalone_mode:
            sys.exit(status)
        return status


def _arguments(args: Sequence[str] | None, *, expand: bool) -> list[str]:
    if args is not None:
        return list(args)
    if os.name == "nt" and expand:
        from glob import glob  # noqa: PLC0415 - Windows' shells leave patterns to the program

        return [name for word in sys.argv[1:] for name in (glob(word) or [word])]  # noqa: PTH207 - text stays text
    return sys.argv[1:]


def _run(app: App, args: list[str], prog_name: str) -> int:
    run = Run(args, environment())
    try:
        status = _invoke(app, args, prog_name, run)
        run.finish()
    except ReaderGone:
        # Whoever reads has had enough; what was found so far still counts.
        return run.status
    except KeyboardInterrupt:
        run.tell(Text("dihentikan", "interrupted"), label="sop")
        return INTERRUPTED
    except UsageError as fault:
        run.problem(fault)
        return run.status
    except Exception as fault:  # noqa: BLE001 - the last resort
        return _engine_fault(run, fault)
    return status or run.status


def _invoke(app: App, args: list[str], prog_name: str, run: Run) -> int:
    """Parse and run; wrong usage is noted in the run. An exit that was asked for wins."""
    try:
        run.choose_language()
        with app.make_context(
            prog_name, args, obj=run, terminal_width=min(max(run.width, 52), 80) - 2
        ) as ctx:
            app.invoke(ctx)
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except click.ClickException as fault:
        from sop_engine.cli.usage import in_our_words  # noqa: PLC0415 - only faults pay for it

        run.problem(in_our_words(fault))
    except UsageError as fault:
        run.problem(fault)
    return 0


def _engine_fault(run: Run, fault: Exception) -> int:
    """One clear line, and the traceback only for those who ask for it."""
    if run.environment.get("SOP_DEBUG"):
        import traceback  # noqa: PLC0415

        write_error("".join(traceback.format_exception(fault)))
    with suppress(ReaderGone, UsageError):
        run.problem(_as_engine_error(fault), kind=ENGINE_FAULT)
        run.finish()
    return FAULT


def _as_engine_error(fault: Exception) -> SopEngineError:
    if isinstance(fault, SopEngineError):
        return fault
    from sop_engine.cli.blame import engine_fault  # noqa: PLC0415 - only faults pay for it

    return engine_fault(fault)


def _group(ctx: click.Context, version: bool) -> None:  # noqa: FBT001 - click's form
    """What ``sop`` does before a command, or without one."""
    run = run_of(ctx)
    if version:
        run.out(f"sop-engine {__version__}\n")
        ctx.exit()
    if ctx.invoked_subcommand is None:
        write_error(ctx.get_help() + "\n")
        ctx.exit(MISUSED)


app = App(
    "sop",
    callback=click.pass_context(_group),
    invoke_without_command=True,
    add_help_option=False,
    params=[
        lang_option(),
        Option(["--version"], Text("Tampilkan versi.", "Show the version."), is_flag=True),
        help_option(),
    ],
)


def _no_command(word: str) -> UsageError:
    from difflib import get_close_matches  # noqa: PLC0415 - only this fault pays for it

    # The beginning of a name is no near match by its letters, but everybody means it so.
    begun = [name for name in COMMANDS if name.startswith(word.lower())] if len(word) > 1 else []
    near = begun or get_close_matches(word.lower(), COMMANDS, n=1)
    listed = ", ".join(COMMANDS)
    return UsageError(
        Text(f"perintah {quoted(word)} tidak ada", f"there is no command {quoted(word)}"),
        Text(f"maksudnya '{near[0]}'?", f"did you mean '{near[0]}'?")
        if near
        else Text(f"yang ada: {listed}", f"there are: {listed}"),
    )
