"""Which role of one version is which of another.

In: the lanes of two versions, and in which rows they act. Out: ``Roles``.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from sop_engine.analysis.revision import Role, Roles
from sop_engine.model.sop import Peran

__all__ = ["Acts", "matched_roles", "roles_of"]

Acts: TypeAlias = Mapping[str, frozenset[int]]
"""The rows in which each role acts, of those that both versions have, by their indices in the new one."""


def roles_of(lanes: Mapping[str, Peran]) -> dict[str, Role]:
    """The roles of a version by their keys, from left to right."""
    return {key: Role(key, " ".join(lane.nama.split()), lane.jumlah) for key, lane in lanes.items()}


def matched_roles(
    old: Mapping[str, Role], new: Mapping[str, Role], acts: tuple[Acts, Acts] = ({}, {})
) -> Roles:
    """Match roles: by heading, which is what people read; the others were renamed.

    Of these the ones of one key are matched, and then those that act in just the same rows. Keys alone are no
    difference: they are not printed.

    Args:
        old: roles of the old version by their keys.
        new: roles of the new one.
        acts: where they act, in the old version and in the new one; a role that does not stand there acts nowhere.
    """
    twins = dict(_by_heading(old, new))
    theirs = _left(new, twins.values())
    twins |= {key: key for key in _left(old, twins) if key in theirs}
    twins |= dict(_by_rows(_left(old, twins), _left(new, twins.values()), acts))
    back = {there: here for here, there in twins.items()}
    kept = tuple((old[back[key]], role) for key, role in new.items() if key in back)
    before = [key for key in old if key in twins]
    return Roles(
        tuple(role for key, role in new.items() if key not in back),
        tuple(role for key, role in old.items() if key not in twins),
        kept,
        [twins[key] for key in before] != [role.key for _, role in kept],
        MappingProxyType(twins),
    )


def _by_heading(old: Mapping[str, Role], new: Mapping[str, Role]) -> Iterator[tuple[str, str]]:
    """Keys of equal headings; of several such roles the ones with the same key, then in their order."""
    for heading in dict.fromkeys(role.name.casefold() for role in old.values()):
        ours = [key for key, role in old.items() if role.name.casefold() == heading]
        theirs = [key for key, role in new.items() if role.name.casefold() == heading]
        both = [key for key in ours if key in theirs]
        yield from zip(both, both, strict=True)
        rest = ([key for key in keys if key not in both] for keys in (ours, theirs))
        yield from zip(*rest, strict=False)


def _left(roles: Iterable[str], taken: Iterable[str]) -> list[str]:
    """The keys that are not taken yet."""
    gone = set(taken)
    return [key for key in roles if key not in gone]


def _by_rows(old: list[str], new: list[str], acts: tuple[Acts, Acts]) -> Iterator[tuple[str, str]]:
    """Keys of those that act in just the same rows; of several such roles in their order."""
    theirs = list(new)
    for key in old:
        rows = acts[0].get(key)
        found = next((other for other in theirs if rows and acts[1].get(other) == rows), None)
        if found is not None:
            theirs.remove(found)
            yield key, found
