"""What changed between two versions of a SOP, as data.

In: nothing; ``sop_engine.analysis.revising`` fills it. Out: ``Revision`` and its parts, which commands tell and
``sop_engine.analysis.summary`` puts into sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sop_engine.analysis.revision_rows import Row, RowPair
from sop_engine.analysis.total import Difference, Total, directed

__all__ = ["FieldChange", "Revision", "Role", "RoleTime", "Roles", "lengthened"]


@dataclass(frozen=True, slots=True)
class Role:
    """A lane: its key, its heading and how many people hold it."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Roles:
    """What became of the lanes.

    Attributes:
        added: new ones, from left to right.
        removed: those that are gone, from left to right.
        kept: pairs of the old and the new one, in the order of the new version.
        reordered: the kept ones stand in another order.
        twins: key of each kept role, from the old version's to the new one's.
    """

    added: tuple[Role, ...]
    removed: tuple[Role, ...]
    kept: tuple[tuple[Role, Role], ...]
    reordered: bool
    twins: Mapping[str, str] = field(compare=False)

    @property
    def renamed(self) -> tuple[tuple[Role, Role], ...]:
        """Kept ones with another heading."""
        return tuple((old, new) for old, new in self.kept if old.name != new.name)

    @property
    def counted(self) -> tuple[tuple[Role, Role], ...]:
        """Kept ones that another number of people hold."""
        return tuple((old, new) for old, new in self.kept if old.count != new.count)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value outside the table that differs.

    Attributes:
        path: its keys in the file: ``identitas.disahkan_oleh.nip``.
        title: its heading on the form.
        old: its texts; empty where it was empty.
        new: its texts now.
        several: it is a list, told item by item.
    """

    path: str
    title: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    several: bool


@dataclass(frozen=True, slots=True)
class RoleTime:
    """The working time of a role: every symbol of its lane spends the full time of its row.

    Attributes:
        old: the role as it was, or None where it is new.
        new: the role as it is, or None where it is gone.
        before: its time; None where it had no row; not measured where none of its rows was.
        after: its time now.
    """

    old: Role | None
    new: Role | None
    before: Total | None
    after: Total | None

    @property
    def name(self) -> str:
        """The heading, the new one where there is one."""
        found = self.new or self.old
        return "" if found is None else found.name

    @property
    def differs(self) -> bool:
        """Whether it spends another time."""
        return self.before != self.after

    @property
    def difference(self) -> Difference | None:
        """How much longer it works; without a row it works nothing. None where it cannot be told in one direction."""
        nothing = Total(measured=True)
        return lengthened(self.before or nothing, self.after or nothing)


@dataclass(frozen=True, slots=True)
class Revision:
    """All that differs between an old and a new version.

    Attributes:
        old_name: the SOP's name as it was.
        new_name: its name now.
        old_number: the SOP's number as it was, or None.
        new_number: its number now, or None.
        fields: what differs outside the table, in the order of the form.
        roles: the lanes.
        added: new rows, from top to bottom.
        removed: rows that are gone, from top to bottom.
        pairs: the rows of both versions, in the order of the new one, whether they differ or not.
        before: the official total as it was; None where a row could not be read.
        after: the official total now.
        times: the working time of each role, in the order of the new version and then of the old.
        unmeasured: rows without a measured time, in the old and in the new version.
    """

    old_name: str
    new_name: str
    old_number: str | None
    new_number: str | None
    fields: tuple[FieldChange, ...]
    roles: Roles
    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    pairs: tuple[RowPair, ...]
    before: Total | None
    after: Total | None
    times: tuple[RoleTime, ...]
    unmeasured: tuple[tuple[Row, ...], tuple[Row, ...]]

    @property
    def changed(self) -> tuple[RowPair, ...]:
        """Rows in which something differs besides number and place."""
        return tuple(pair for pair in self.pairs if pair.parts)

    @property
    def moved(self) -> tuple[RowPair, ...]:
        """Rows that stand elsewhere."""
        return tuple(pair for pair in self.pairs if pair.moved)

    @property
    def renumbered(self) -> tuple[RowPair, ...]:
        """Rows with another number."""
        return tuple(pair for pair in self.pairs if pair.renumbered)

    @property
    def same(self) -> bool:
        """Whether both versions say the same."""
        roles = self.roles
        return not (
            self.fields
            or self.added
            or self.removed
            or roles.added
            or roles.removed
            or roles.renamed
            or roles.counted
            or roles.reordered
            or any(pair.parts or pair.moved or pair.renumbered for pair in self.pairs)
        )

    @property
    def difference(self) -> Difference | None:
        """The new total minus the old one; None where it cannot be told in one direction."""
        return lengthened(self.before, self.after)


def lengthened(before: Total | None, after: Total | None) -> Difference | None:
    """A total minus the one before it, end by end.

    Args:
        before: the old total; it must be there and measured.
        after: the new total, likewise.

    Returns:
        The difference, never below zero behind its sign; None where a sign cannot be told: units that do not
        compare (a day less, an hour more), a range that grew at both ends, or nothing measured.
    """
    if before is None or after is None or not (before.measured and after.measured):
        return None
    return directed((after.low - before.low).carried(), (after.high - before.high).carried())
