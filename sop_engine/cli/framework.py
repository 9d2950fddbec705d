"""click's command and option in both languages, and its usage faults in our words.

In: ``Text`` values for whatever people read. Out: help pages and ``UsageError`` values.
"""

from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from sop_engine.cli.run import Run
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted, say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = [
    "ONCE",
    "Choice",
    "Command",
    "Name",
    "Number",
    "Option",
    "help_option",
    "lang_option",
    "offer_sops",
    "refuse_repeated",
    "run_of",
    "write_help",
]

ONCE = Text("sebut sekali saja", "give it once")
"""The hint for an option that is given more than once."""


_OFFERS = MappingProxyType(
    {
        "--agency": "agencies",
        "--sop": "stems",
        "--from": "sops",
        "--role": "roles",
        "--definitions": "folders",
        "--select": "rules_in_list",
        "--extend-select": "rules_in_list",
        "--ignore": "rules_in_list",
    }
)
"""What shells offer behind an option: a function of ``completing``."""


def _completing(offer: str) -> "Callable[[click.Context, click.Parameter, str], list[CompletionItem]]":
    from sop_engine.cli import completing  # noqa: PLC0415 - only shells ask

    found: Callable[[click.Context, click.Parameter, str], list[CompletionItem]] = getattr(completing, offer)
    return found


def offer_sops(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """What the shell offers where words name SOPs."""
    return _completing("sops")(ctx, param, incomplete)


def run_of(ctx: click.Context) -> Run:
    """The run that a context belongs to."""
    run: Run = ctx.find_root().obj
    return run


class Option(click.Option):
    """An option whose help has two languages.

    Attributes:
        words: its help.
        value: what stands for its value in help, or None.
        once: the hint where it is given more than once.
    """

    def __init__(
        self, names: Sequence[str], words: Text, value: Text | None = None, *, once: Text = ONCE, **rest: Any
    ) -> None:
        """Take the words; all else is click's."""
        super().__init__(names, **rest)
        self.words = words
        self.value = value
        self.once = once

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """The option's line of a help page."""
        names = ", ".join(sorted(self.opts, key=len))
        say = run_of(ctx).say
        return f"{names} {say(self.value)}" if self.value else names, say(self.words)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """What the shell offers as its value; options of one name mean the same in every command."""
        offer = _OFFERS.get(self.opts[0])
        if offer is None:
            return super().shell_complete(ctx, incomplete)
        return _completing(offer)(ctx, self, incomplete)


class Choice(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases
    """One word out of a few."""

    name = "choice"

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self.words = tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself, however its letters are written.

        Raises:
            UsageError: it is none of them.
        """
        for word in self.words:
            if word.lower() == str(value).lower():
                return word
        from difflib import get_close_matches  # noqa: PLC0415 - only this fault pays for it

        listed = ", ".join(self.words)
        near = get_close_matches(str(value).lower(), self.words, n=1)
        subject = f"{param.opts[0] if param else ''} {quoted(str(value))}"
        raise UsageError(
            Text(f"{subject} tidak dikenal", f"{subject} is unknown"),
            Text(f"maksudnya '{near[0]}'?", f"did you mean '{near[0]}'?")
            if near
            else Text(f"pilih salah satu: {listed}", f"choose one of: {listed}"),
        )

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> "list[CompletionItem]":
        """The words that begin so, for the shell's completion."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only shells ask

        return [CompletionItem(word) for word in self.words if word.lower().startswith(incomplete.lower())]


class Name(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases
    """The name of a file or folder; a script whose variable is unset gives an empty one by mistake."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as it is given.

        Raises:
            UsageError: it is empty.
        """
        if value:
            return str(value)
        option = quoted(param.opts[0] if param else "")
        raise UsageError(
            Text(f"nama sesudah {option} kosong", f"the name after {option} is empty"),
            Text("tulis sebuah nama, atau hapus opsinya", "give a name, or leave the option out"),
        )

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The shell's own names of files."""
        return _completing("files")(ctx, param, incomplete)


class Number(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases
    """A number between two bounds, both included."""

    name = "number"

    def __init__(self, least: float, most: float) -> None:
        """Take the bounds."""
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number.

        Raises:
            UsageError: it is none, or out of bounds.
        """
        try:
            number = float(str(value).replace(",", "."))
        except ValueError:
            number = float("nan")
        if self.least <= number <= self.most:
            return number
        subject = f"{param.opts[0] if param else ''} {quoted(str(value))}"
        bounds = f"{self.least:g}", f"{self.most:g}"
        raise UsageError(
            Text(f"{subject} bukan bilangan yang dapat dipakai", f"{subject} is no usable number"),
            Text(f"dari {bounds[0]} sampai {bounds[1]}", f"from {bounds[0]} to {bounds[1]}"),
        )


def help_option() -> Option:
    """``--help``, on every command."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's form
        if value and not ctx.resilient_parsing:
            run_of(ctx).out(ctx.get_help() + "\n")
            ctx.exit()

    words = Text("Tampilkan bantuan ini.", "Show this help.")
    return Option(["-h", "--help"], words, is_flag=True, is_eager=True, expose_value=False, callback=show)


def lang_option() -> Option:
    """``--lang``, before the command or after it; the run has looked for it already."""
    words = Text("Bahasa pesan dan bantuan.", "Language of messages and help.")
    return Option(["--lang"], words, Text("id|en", "id|en"), type=Choice(("id", "en")), expose_value=False)


def refuse_repeated(command: click.Command, ctx: click.Context, args: Sequence[str]) -> None:
    """Refuse an option of one value that is given twice, also once before the command and once after it.

    click would take the last and say nothing, though nobody can tell which one was meant.

    Args:
        command: whose options they are.
        ctx: its context; commands within another one share what was given so far.
        args: the arguments as they were before parsing, which uses them up.

    Raises:
        UsageError: there is one.
    """
    if ctx.resilient_parsing:
        return
    _, _, order = command.make_parser(ctx).parse_args(args=list(args))
    given: set[str] = ctx.meta.setdefault(f"{__name__}.given", set())
    for option in order:
        if not isinstance(option, Option) or option.is_flag or option.multiple:
            continue
        if option.opts[0] in given:
            name = quoted(option.opts[0])
            raise UsageError(
                Text(f"opsi {name} disebut lebih dari sekali", f"option {name} is given more than once"),
                option.once,
            )
        given.add(option.opts[0])


class Command(click.Command):
    """A command with help in both languages and an example."""

    def __init__(
        self,
        name: str,
        callback: Callable[..., None],
        *,
        words: Text,
        examples: Sequence[str],
        params: Sequence[click.Parameter] = (),
    ) -> None:
        """Take the help page's words and examples; all commands know ``--lang`` and ``--help``."""
        super().__init__(
            name,
            callback=callback,
            params=[*params, lang_option(), help_option()],
            add_help_option=False,
            # Words that are too many are refused in our own words.
            context_settings={"allow_extra_args": True},
        )
        self.words = words
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises:
            UsageError: there are words left over, or an option is given twice.
        """
        given = list(args)
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as fault:
            # click's parser does not say which command it parsed for.
            fault.ctx = fault.ctx or ctx
            raise
        refuse_repeated(self, ctx, given)
        if ctx.args and not ctx.resilient_parsing:
            listed = ", ".join(map(quoted, ctx.args[:3]))
            raise UsageError(Text(f"{listed} tidak dapat dipakai di sini", f"{listed} cannot be used here"))
        return rest

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The options that begin so, each with its help."""
        words = {
            name: option.words for option in self.params if isinstance(option, Option) for name in option.opts
        }
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            item.help = run_of(ctx).say(words[item.value]) if item.value in words else item.help
        return found

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page."""
        write_help(self, ctx, formatter, self.words, self.examples)


def write_help(
    command: click.Command,
    ctx: click.Context,
    formatter: click.HelpFormatter,
    words: Text,
    examples: Sequence[str],
    commands: Sequence[tuple[str, Text]] = (),
) -> None:
    """Write the help page of a command or group in the run's language."""
    language = run_of(ctx).language
    pieces = [say(Text("[OPSI]...", "[OPTION]..."), language)]
    pieces.extend(
        f"[{parameter.metavar}]{'...' if parameter.nargs < 0 else ''}"
        for parameter in command.get_params(ctx)
        if isinstance(parameter, click.Argument)
    )
    if commands:
        pieces.append(say(Text("PERINTAH ...", "COMMAND ..."), language))
    usage = say(Text("Pemakaian: ", "Usage: "), language)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=usage)
    for paragraph in say(words, language).split("\n\n"):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(paragraph)
    if commands:
        with formatter.section(say(Text("Perintah", "Commands"), language)):
            formatter.write_dl([(name, say(summary, language)) for name, summary in commands])
    options = [record for option in command.get_params(ctx) if (record := option.get_help_record(ctx))]
    with formatter.section(say(Text("Opsi", "Options"), language)):
        formatter.write_dl([record for record in options if record[0].startswith("-")])
    with formatter.section(say(Text("Contoh", "Examples"), language)):
        for example in examples:
            formatter.write(f"{'':{formatter.current_indent}}{example}\n")
