"""All volumes of a run: of ``--volume`` and ``--volumes``.

In: the options' values. Out: ``Volumes``, which finds the volume of a SOP.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sop_engine.analysis.workload import Volume
from sop_engine.cli.workload_file import lines_of
from sop_engine.cli.workload_named import Named, parse_volume, refuse_twice
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

__all__ = ["Volumes", "volumes_of"]


@dataclass
class Volumes:
    """All volumes that were given.

    Attributes:
        general: of SOPs that none of the others names, or None.
        options: named by ``--volume``; they win over those of the file.
        lines: named by ``--volumes``.
        file: the file's name.
    """

    general: Volume | None
    options: tuple[Named, ...]
    lines: tuple[Named, ...] = ()
    file: str = ""
    _used: set[Named] = field(default_factory=set)
    _agencies: frozenset[str] = frozenset()

    @property
    def by_days(self) -> bool:
        """Whether any of them depends on how many working days a year has."""
        given = [self.general] if self.general is not None else []
        given += [one.volume for one in (*self.options, *self.lines)]
        return any(volume.period.by_days for volume in given)

    def know(self, agencies: Iterable[str]) -> None:
        """Learn which words are agencies' codes."""
        self._agencies = frozenset(code.casefold() for code in agencies)

    def of(self, agency: str, stem: str, *, general: bool = True) -> Volume | None:
        """The volume of a SOP, or None; without ``general`` only one that names it or its agency."""
        for group in (self.options, self.lines):
            found: dict[int, Named] = {}
            for one in group:
                strength = one.strength(
                    agency.casefold(), stem.casefold(), is_agency=one.word in self._agencies
                )
                if strength is not None:
                    self._used.add(one)
                    found.setdefault(strength, one)
            if found:
                return found[min(found)].volume
        return self.general if general else None

    def idle(self) -> tuple[Named, ...]:
        """What named none of the SOPs that were asked for."""
        return tuple(one for one in (*self.options, *self.lines) if one not in self._used)


def volumes_of(values: Sequence[str], file: str | None) -> Volumes:
    """Read ``--volume`` and ``--volumes``.

    Raises:
        UsageError: there is none, one cannot be read, or two are for the same SOPs.
    """
    if not values and file is None:
        raise UsageError(
            Text("berapa kali SOP dijalankan belum disebut", "how often the SOP is run is not said"),
            Text(
                "pakai --volume 4/tahun, --volume KODE=4/tahun, atau --volumes BERKAS.csv",
                "use --volume 4/tahun, --volume CODE=4/tahun or --volumes FILE.csv",
            ),
        )
    general: list[Volume] = []
    options: list[Named] = []
    for value in values:
        name, equals, volume = value.rpartition("=")
        if equals:
            options.append(_named(name.strip(), parse_volume(volume), value))
        else:
            general.append(parse_volume(value))
    if len(general) > 1:
        raise UsageError(
            Text(
                "--volume tanpa nama SOP disebut lebih dari sekali", "--volume without a name is given twice"
            ),
            Text("sebut SOP-nya: --volume KODE=4/tahun", "name the SOP: --volume CODE=4/tahun"),
        )
    refuse_twice(options, "--volume")
    lines = () if file is None else lines_of(file)
    return Volumes(general[0] if general else None, tuple(options), lines, file or "")


def _named(name: str, volume: Volume, value: str) -> Named:
    agency, slash, sop = name.casefold().partition("/")
    if not agency or (slash and not sop):
        raise UsageError(
            Text(f"--volume {quoted(value)} tidak menyebut SOP", f"--volume {quoted(value)} names no SOP"),
            Text(
                "tulis KODE=4/tahun, KODE/SOP=4/tahun, atau 4/tahun untuk semua",
                "write CODE=4/tahun, CODE/SOP=4/tahun, or 4/tahun for all",
            ),
        )
    return Named(agency, sop, None, volume) if slash else Named(None, None, agency, volume)
