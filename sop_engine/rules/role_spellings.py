"""How the roles of an agency are spelt in its SOPs.

In: SOPs in brief. Out: each role with its spellings, how many SOPs have each, and where each stands first.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sop_engine.rules.brief import Brief, Part
from sop_engine.rules.misspelling import neighbours
from sop_engine.rules.role_names import role_key, same_role
from sop_engine.rules.role_words import VOCABULARY

__all__ = ["Heading", "Headings", "Role", "Spelling", "roles_of"]

_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Heading:
    """A heading as it looks, where it stands first, and how often."""

    brief: Brief
    part: Part
    count: int = 0


@dataclass(slots=True)
class Spelling:
    """One way to write a role.

    Attributes:
        count: in how many SOPs.
        headings: how it looks there, with capitals and dots.
    """

    count: int = 0
    headings: dict[str, Heading] = field(default_factory=dict)

    @property
    def example(self) -> Heading:
        """As it looks most often, the first of several."""
        return max(self.headings.values(), key=lambda heading: heading.count)


@dataclass(slots=True)
class Role:
    """A role of an agency.

    Attributes:
        spellings: how it is spelt, in the order in which the spellings come.
        usual: the spelling that most SOPs have; of several the one with the most known words, then the first.
    """

    spellings: dict[str, Spelling] = field(default_factory=dict)
    usual: str = ""


class Headings:
    """Spelling, name and key of headings; most stand in many SOPs."""

    def __init__(self) -> None:
        """Know none yet."""
        self._known: dict[str, tuple[str, str, str]] = {}

    def __call__(self, text: str) -> tuple[str, str, str]:
        """How a heading is spelt, without what makes no difference; the name of its role; and the role's key."""
        found = self._known.get(text)
        if found is None:
            spelling = " ".join(_WORD.findall(text.casefold().replace("&", " dan ")))
            key = role_key(text)
            found = self._known[text] = spelling, _joined(key), key
        return found

    def words(self, brief: Brief) -> Iterator[str]:
        """The words of all roles of a SOP."""
        for part in brief.peran:
            yield from self(part.teks)[2].split()


def _joined(key: str) -> str:
    """A blank in the wrong place makes no other role."""
    return key.replace(" ", "")


def roles_of(briefs: Sequence[Brief], known: Headings) -> dict[str, Role]:
    """The roles of one agency's SOPs by their names; several names may be one role."""
    near = neighbours((word for brief in briefs for word in known.words(brief)), same_role)
    roles: dict[str, Role] = {}
    for brief in briefs:
        counted = set()
        for part in brief.peran:
            spelling, name, key = known(part.teks)
            if not key:
                continue
            if name not in roles:
                roles[name] = _alike(key, roles, near) or Role()
            of = roles[name].spellings.setdefault(spelling, Spelling())
            of.headings.setdefault(part.teks, Heading(brief, part)).count += 1
            if spelling not in counted:
                counted.add(spelling)
                of.count += 1
    for role in roles.values():
        # A role of several names is looked at once.
        if not role.usual:
            role.usual = _usual(role)
    return roles


def _usual(role: Role) -> str:
    def weight(spelling: str) -> tuple[int, int]:
        return role.spellings[spelling].count, sum(word in VOCABULARY for word in spelling.split())

    return max(role.spellings, key=weight) if len(role.spellings) > 1 else next(iter(role.spellings))


def _alike(key: str, roles: Mapping[str, Role], near: Mapping[str, tuple[str, ...]]) -> Role | None:
    """The role that a heading names with one word misspelt, or None."""
    words = key.split()
    for at, word in enumerate(words):
        for other in near.get(word, ()):
            found = " ".join((*words[:at], other, *words[at + 1 :]))
            role = roles.get(_joined(found))
            if role is not None and same_role(key, found):
                return role
    return None
