"""The fixers by the code of what they mend, in the order in which they are asked.

In: a finding. Out: the fixers that may know how it is mended. Every finding that knows the right words itself can be
mended too, whatever its code; its fixer stands behind those named here.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sop_engine.authoring.fixers.brackets import ROLES, TARGETS
from sop_engine.authoring.fixers.fixer import Fixer
from sop_engine.authoring.fixers.lost_text import LOST_TEXT
from sop_engine.authoring.fixers.markers import MARKERS
from sop_engine.authoring.fixers.numbers import NUMBERS, TOLD_NUMBERS
from sop_engine.authoring.fixers.regulations import REGULATIONS
from sop_engine.authoring.fixers.repeated import REPEATED
from sop_engine.authoring.fixers.replacing import REPLACING, RESPELLING, WRONG_CASE
from sop_engine.authoring.fixers.silencers import SILENCERS
from sop_engine.authoring.fixers.spacing import SPACING
from sop_engine.authoring.fixers.spellings import SPELLINGS
from sop_engine.authoring.fixers.subjects import SUBJECTS
from sop_engine.authoring.fixers.syntax import SYNTAX
from sop_engine.authoring.fixers.torn import TORN
from sop_engine.authoring.fixers.trailing import TRAILING
from sop_engine.authoring.fixers.under import UNDER
from sop_engine.authoring.fixers.version import VERSION
from sop_engine.diagnostics import Diagnostic

__all__ = ["FIXERS", "TIDINESS", "fixers_of"]

FIXERS: Mapping[str, tuple[Fixer, ...]] = MappingProxyType(
    {
        "SOP001": (SYNTAX,),
        "SOP009": (LOST_TEXT,),
        "SOP021": (SILENCERS,),
        "SOP022": (TRAILING,),
        "SOP101": (WRONG_CASE, SPACING, UNDER),
        "SOP102": (VERSION,),
        "SOP103": (SPACING,),
        "SOP104": (WRONG_CASE,),
        "SOP201": (ROLES,),
        "SOP202": (TARGETS,),
        "SOP205": (NUMBERS, TOLD_NUMBERS),
        "SOP207": (NUMBERS, TOLD_NUMBERS),
        "SOP208": (NUMBERS, TOLD_NUMBERS),
        "SOP209": (NUMBERS, TOLD_NUMBERS),
        "SOP402": (REPEATED,),
        "SOP510": (SPELLINGS,),
        "SOP511": (RESPELLING,),
        "SOP605": (SUBJECTS,),
        "SOP611": (REGULATIONS,),
        "SOP612": (TORN,),
        "SOP615": (MARKERS,),
        "SOP616": (RESPELLING,),
        "SOP617": (RESPELLING,),
    }
)

TIDINESS = frozenset(("SOP022", "SOP511", "SOP616", "SOP617"))
"""Kinds that are off by default, for only who has them mended wants to know."""


def fixers_of(found: Diagnostic) -> Iterator[Fixer]:
    """The fixers to ask about a finding."""
    own = FIXERS.get(found.code, ())
    yield from own
    if found.instead is not None and SPELLINGS not in own and RESPELLING not in own:
        yield REPLACING
