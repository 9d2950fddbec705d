"""A definition while somebody works on it.

In: its text, again and again. Out: what it is now, and what it was when it could last be read.
"""

from sop_engine.compiled import Compiled
from sop_engine.pipeline import compile_source
from sop_engine.rules.choice import Choice, default_choice
from sop_engine.source import SourceFile

__all__ = ["Draft"]


class Draft:
    """An open definition.

    Attributes:
        name: what findings call it, the path as the user gave it.
        agency: the code that the name of its file or folder promises, if any.
        choice: which findings are wanted.
        compiled: the text as it stands now, with all findings.
        known: the last state that had models and a graph; None where there was none yet. Half-written lines break
            the text again and again, and roles and rows are asked for just then.
    """

    def __init__(self, name: str, text: str, agency: str | None = None, choice: Choice | None = None) -> None:
        """Open a definition."""
        self.name = name
        self.agency = agency
        self.choice = choice or default_choice()
        self.known: Compiled | None = None
        self.compiled = self.change(text)

    @property
    def text(self) -> str:
        """The text as it stands now."""
        return self.compiled.source.text

    def change(self, text: str) -> Compiled:
        """Take a new text for the old one."""
        self.compiled = compile_source(SourceFile(self.name, text), self.agency, self.choice)
        if self.compiled.sop is not None and self.compiled.graph is not None:
            self.known = self.compiled
        return self.compiled
