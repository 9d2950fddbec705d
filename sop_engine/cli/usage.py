"""click's own usage faults in our words.

In: an exception of click's. Out: a ``UsageError`` in both languages.
"""

import click

from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

__all__ = ["in_our_words"]


def in_our_words(fault: click.ClickException) -> UsageError:
    """The same fault, said in both languages as far as click tells what it is about."""
    hint = _see_help(fault)
    if isinstance(fault, click.NoSuchOption):
        near = ", ".join(f"'{name}'" for name in (fault.possibilities or [])[:3])
        name = quoted(fault.option_name)
        return UsageError(
            Text(f"opsi {name} tidak ada", f"there is no option {name}"),
            Text(f"maksudnya {near}?", f"did you mean {near}?") if near else hint,
        )
    if isinstance(fault, click.BadOptionUsage):
        name = quoted(fault.option_name)
        if _is_flag(fault):
            return UsageError(
                Text(f"opsi {name} tidak menerima nilai", f"option {name} takes no value"), hint
            )
        return UsageError(Text(f"opsi {name} memerlukan nilai", f"option {name} needs a value"), hint)
    message = fault.format_message().rstrip(".")
    return UsageError(Text(message, message[:1].lower() + message[1:]), hint)


def _is_flag(fault: click.BadOptionUsage) -> bool:
    if fault.ctx is None:
        return False
    return any(
        fault.option_name in parameter.opts and getattr(parameter, "is_flag", False)
        for parameter in fault.ctx.command.params
    )


def _see_help(fault: click.ClickException) -> Text | None:
    ctx = getattr(fault, "ctx", None)
    if ctx is None:
        return None
    asked = f"'{ctx.command_path} --help'"
    return Text(f"lihat {asked}", f"see {asked}")
