"""The fixes that the page offers.

In: a session. Out: the fix of each finding that has one, and the text with fixes made.
"""

from sop_engine.authoring.fixing import fix_of, mended
from sop_engine.compiled import Compiled
from sop_engine.desk.page.session import Session
from sop_engine.diagnostics import Diagnostic
from sop_engine.edits import Fix, changed
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile

__all__ = ["fixes_of", "mended_text", "text_with"]


_MOST = 500
"""How many findings are looked at: more are not listed, and to look for their fixes would keep the page waiting."""


def fixes_of(session: Session) -> dict[Diagnostic, Fix]:
    """The fix of each of the first findings that has one."""
    found = session.compiled.diagnostics[:_MOST] if session.writable else ()
    return {one: fix for one in found if (fix := fix_of(session.compiled, one)) is not None}


def text_with(session: Session, fix: Fix) -> str:
    """The text with one fix made."""
    return changed(session.text, fix.edits)


def mended_text(session: Session) -> str:
    """The text with all safe fixes made."""
    draft = session.draft

    def compiled(source: SourceFile) -> Compiled:
        return compile_source(source, draft.agency, draft.choice)

    return mended(session.compiled.source, compiled, unsafe=False).text
