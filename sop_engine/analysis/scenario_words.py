"""What if, as a user says it: ``7=15menit`` for row 7, ``5.Tidak=30%`` for a branch of decision 5.

In: such words, and the ``ProcessGraph`` that they speak of. Out: a ``Scenario``, or what is wrong with them.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NoReturn

from sop_engine.analysis.scenario import BranchShare, RowTime, Scenario, branches
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.graph.process import ProcessGraph
from sop_engine.model._angka import number_text
from sop_engine.model._unreadable import did_you_mean, quoted
from sop_engine.model.fields import decimal
from sop_engine.model.known import nearest
from sop_engine.model.waktu import Waktu, WaktuError, parse_waktu

__all__ = ["named_steps", "plain_label", "scenario_of"]

_SHOWN = 8
_FORMS = Text("tulis misalnya 7=15menit atau 5.Tidak=30%", "write for example 7=15menit or 5.Tidak=30%")
_SHARES = Text("tulis 20% atau 0,2; paling banyak 100%", "write 20% or 0.2; at most 100%")


def scenario_of(words: Iterable[str], graph: ProcessGraph) -> Scenario:
    """Read what a user says.

    A row is named by its id, a branch by its decision's step id, a point, and its label: the branch of ``5 -> 6 -> 5``,
    with a row for corrections, is that of decision 5. A share is a percentage, or a number from 0 to 1.

    Raises:
        UsageError: a row, a decision or a label that is not there; what is no time or no share; what is said twice;
            shares of one decision that cannot be.
    """
    times: dict[str, RowTime] = {}
    shares: dict[tuple[str, str], BranchShare] = {}
    for word in words:
        found = _read(word, graph)
        if isinstance(found, RowTime):
            if found.row in times:
                _refuse_twice(found.row)
            times[found.row] = found
        else:
            if found[:2] in shares:
                _refuse_twice(f"{found.step}.{found.label}")
            shares[found.step, found.label] = found
    scenario = Scenario(tuple(times.values()), tuple(shares.values()))
    for step in dict.fromkeys(one.step for one in scenario.shares):
        _check_sum(step, scenario, graph)
    return scenario


def _read(word: str, graph: ProcessGraph) -> RowTime | BranchShare:
    name, equals, value = (part.strip() for part in word.rpartition("="))
    if not equals or not name or not value:
        raise UsageError(
            Text(f"andaian {quoted(word)} tidak dimengerti", f"what-if {quoted(word)} is not understood"),
            _FORMS,
        )
    share = _share(value)
    branch = _branch(name, graph)
    if branch is not None and not (name in graph.rows and share is None):
        if share is None:
            _refuse_share(word, value)
        return BranchShare(*branch, share)
    if name not in graph.rows:
        _refuse_name(name, value, graph)
    step = _step(name, graph)
    if step is not None and share is not None and (own := branches(graph, step)):
        raise UsageError(
            Text(
                f"andaian {quoted(word)} tidak menyebut cabang keputusan {quoted(name)}",
                f"what-if {quoted(word)} names no branch of decision {quoted(name)}",
            ),
            did_you_mean(*[f"{name}.{label}={value}" for label in list(own)[:_SHOWN]]),
        )
    return RowTime(name, _time(word, value))


def _share(value: str) -> Fraction | None:
    """A number from 0 to 1, or percents."""
    number = decimal(value.removesuffix("%").strip())
    if number is not None and value.endswith("%"):
        number /= 100
    return None if number is None or number > 1 else number


def _refuse_share(word: str, value: str) -> NoReturn:
    """Say what is no share; a whole number up to 100 was probably meant as percents."""
    number = value.casefold().removesuffix("persen").removesuffix("percent").strip()
    meant = number.isdecimal() and (decimal(number) or 101) <= 100
    raise UsageError(
        Text(
            f"andaian {quoted(word)}: {quoted(value)} bukan peluang",
            f"what-if {quoted(word)}: {quoted(value)} is not a probability",
        ),
        did_you_mean(f"{number}%") if meant else _SHARES,
    )


def _time(word: str, value: str) -> Waktu:
    try:
        time = parse_waktu(value)
    except WaktuError as fault:
        said = quoted(word)
        message = Text(f"andaian {said}: {fault.message.id}", f"what-if {said}: {fault.message.en}")
        raise UsageError(message, fault.hint or _FORMS) from None
    if not time.is_measured:
        raise UsageError(
            Text(
                f"andaian {quoted(word)}: {quoted(value)} bukan waktu yang terukur",
                f"what-if {quoted(word)}: {quoted(value)} is not a measured time",
            ),
            _FORMS,
        )
    return time


def named_steps(name: str, graph: ProcessGraph) -> Iterator[tuple[str, str]]:
    """The step and the rest that a name with a point may mean; the longest step's name first."""
    for at in range(len(name) - 1, 0, -1):
        if name[at] == "." and (step := _step(name[:at].strip(), graph)) is not None:
            yield step, name[at + 1 :].strip()


def _branch(name: str, graph: ProcessGraph) -> tuple[str, str] | None:
    """The decision and the label that a name with a point means."""
    for step, said in named_steps(name, graph):
        labels = branches(graph, step)
        if said in labels:
            return step, said
        same = [label for label in labels if plain_label(label) == plain_label(said)]
        if len(same) == 1:
            return step, same[0]
    return None


def plain_label(label: str) -> str:
    """A label as it is compared: letter case and blanks make no other one."""
    return " ".join(label.casefold().split())


def _step(name: str, graph: ProcessGraph) -> str | None:
    """The step that a name means; ends behind a branch have none."""
    found = graph.names.get(name, name)
    return found if found in graph.steps and not graph.steps[found].virtual else None


def _refuse_name(name: str, value: str, graph: ProcessGraph) -> NoReturn:
    """Say what of a name is not there."""
    if "=" in name:
        raise UsageError(
            Text(
                f"andaian {quoted(f'{name}={value}')} menyebut lebih dari satu",
                f"what-if {quoted(f'{name}={value}')} says more than one thing",
            ),
            Text("tulis masing-masing dengan --what-if sendiri", "give each with a --what-if of its own"),
        )
    for step, said in named_steps(name, graph):
        if own := tuple(branches(graph, step)):
            raise UsageError(
                Text(
                    f"keputusan {quoted(step)} tidak punya cabang {quoted(said)}",
                    f"decision {quoted(step)} has no branch {quoted(said)}",
                ),
                _offered(said, own, f"{step}."),
            )
        raise UsageError(
            Text(f"langkah {quoted(step)} bukan keputusan", f"step {quoted(step)} is no decision"),
            _elsewhere(said, graph) or _offered("", _all(graph)),
        )
    symbol = _step(name, graph)
    if symbol is not None:
        row = next(one for one, number in graph.rows.items() if number == graph.steps[symbol].row)
        raise UsageError(
            Text(
                f"{quoted(name)} adalah simbol; waktu ditulis untuk satu baris",
                f"{quoted(name)} is a symbol; a time is that of a row",
            ),
            did_you_mean(row),
        )
    raise UsageError(
        Text(f"baris {quoted(name)} tidak dikenal", f"row {quoted(name)} is unknown"),
        _elsewhere(name.rpartition(".")[2], graph) or _offered(name, tuple(graph.rows)),
    )


def _all(graph: ProcessGraph) -> list[str]:
    """All branches, as they are named here."""
    return [f"{step}.{label}" for step in graph.steps for label in branches(graph, step)]


def _elsewhere(label: str, graph: ProcessGraph) -> Text | None:
    """The branches of that label, where they are few."""
    same = [
        f"{step}.{own}"
        for step in graph.steps
        for own in branches(graph, step)
        if plain_label(own) == plain_label(label)
    ]
    return did_you_mean(*same) if 0 < len(same) <= _SHOWN else None


def _offered(word: str, names: Sequence[str], before: str = "") -> Text:
    """The name that was probably meant, or the first ones that there are."""
    near = nearest(word, names)
    if near is not None:
        return did_you_mean(f"{before}{near}")
    if not names:
        return _FORMS
    listed = ", ".join(quoted(f"{before}{name}") for name in names[:_SHOWN])
    more = ", ..." if len(names) > _SHOWN else ""
    return Text(f"yang ada: {listed}{more}", f"there are: {listed}{more}")


def _refuse_twice(name: str) -> NoReturn:
    raise UsageError(
        Text(f"{quoted(name)} diandaikan dua kali", f"{quoted(name)} is given twice"),
        Text("tulis satu andaian saja untuknya", "give it once"),
    )


def _check_sum(step: str, scenario: Scenario, graph: ProcessGraph) -> None:
    """Refuse shares of one decision that cannot be."""
    said = {one.label: one.share for one in scenario.shares if one.step == step}
    total = sum(said.values(), Fraction(0))
    if total > 1 or (total < 1 and len(said) == len(branches(graph, step))):
        percents = f"{number_text(total * 100)}%"
        raise UsageError(
            Text(
                f"peluang yang diandaikan untuk {quoted(step)} berjumlah {percents}, bukan 100%",
                f"the probabilities given for {quoted(step)} add up to {percents.replace(',', '.')}, not 100%",
            ),
            Text("cabang yang tidak disebut mendapat sisanya", "a branch that is not named takes the rest"),
        )
