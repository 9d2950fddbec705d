"""What answers depend on besides the texts: the process that the server runs in, and the editor.

In: nothing. Out: the types of both.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sop_engine.desk.lsp.opened import Surroundings
from sop_engine.text import Language

__all__ = ["Client", "Host"]


@dataclass(frozen=True, slots=True)
class Host:
    """What a server asks of the command line, which alone reads the environment.

    Attributes:
        language: of messages, for the locale that an editor names; it may be an empty text.
        around: what the place of a file says of it: its agency, and the settings in force.
        crashed: says on standard error, in one line, that something failed, and returns that line.
        version: of the engine.
    """

    language: Callable[[str], Language]
    around: Surroundings
    crashed: Callable[[BaseException], str]
    version: str


@dataclass(frozen=True, slots=True)
class Client:
    """How an editor wants to be answered.

    Attributes:
        language: of messages.
        versioned: it takes changes of one version of a text, and refuses those of an older one.
    """

    language: Language
    versioned: bool = False
