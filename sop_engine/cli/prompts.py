"""Questions to whoever sits at a terminal, one after the other.

In: a question in both languages, with an example and what is taken where nothing is answered. Out: the answer.
Questions go to standard error, so that standard output holds results alone.
"""

import sys
from collections.abc import Callable
from contextlib import suppress

from sop_engine.cli.run import Run
from sop_engine.cli.streams import write_error
from sop_engine.diagnostics import Text
from sop_engine.text import escaped, hostile

__all__ = ["AgainError", "ask", "at_terminal"]


class AgainError(Exception):
    """An answer that cannot be taken.

    Attributes:
        message: why, and what to answer.
        instead: what may have been meant; the next question offers it.
    """

    def __init__(self, message: Text, instead: str | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.instead = instead


def at_terminal() -> bool:
    """Whether somebody is there to be asked."""
    with suppress(ValueError, AttributeError):
        return sys.stdin.isatty() and sys.stderr.isatty()
    return False


def ask(
    run: Run,
    question: Text,
    *,
    example: Text | None = None,
    default: str | None = None,
    needed: bool = False,
    check: Callable[[str], str] = str,
) -> str | None:
    """Ask until the answer can be taken.

    Args:
        run: whose language is spoken.
        question: without a question mark: ``nama SOP``.
        example: an answer that would do.
        default: what an empty answer means.
        needed: there must be an answer.
        check: gives the answer as it is taken; ``AgainError`` where it cannot be.

    Returns:
        The answer on one line without surrounding blanks; None where nothing was answered and nothing is meant by that.

    Raises:
        KeyboardInterrupt: the answer is that there will be none: Ctrl-C, or the end of input.
    """
    while True:
        answer = " ".join(_line(_asked(run, question, example, default, needed=needed)).split()) or default
        if answer is None and not needed:
            return None
        try:
            if answer is None:
                raise AgainError(Text("ini perlu diisi", "this is needed"))
            if hostile().search(answer):
                raise AgainError(
                    Text(
                        "ada tombol yang tidak menghasilkan huruf; tulis lagi",
                        "a key gave no letter; write it again",
                    )
                )
            return check(answer)
        except AgainError as fault:
            run.note(f"  {run.say(fault.message)}")
            default = fault.instead or default


def _asked(run: Run, question: Text, example: Text | None, default: str | None, *, needed: bool) -> str:
    words = run.say(question)
    if example is not None:
        words += f" ({run.say(Text('misalnya', 'such as'))} {run.say(example)})"
    if default is not None:
        words += f" [{default}]"
    elif not needed:
        words += f" [{run.say(Text('kosong', 'empty'))}]"
    return f"{escaped(words)}: "


def _line(prompt: str) -> str:
    try:
        # Ctrl-C may come as soon as the question stands there.
        write_error(prompt)
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        line = ""
    except UnicodeDecodeError:
        return "\ufffd"
    if not line:
        write_error("\n")
        raise KeyboardInterrupt
    return line
