"""``--repeat``: how often each loop of a procedure is taken.

In: the option's texts, and a procedure. Out: ``Rounds``, a number for each flow that goes back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sop_engine.analysis.regions import Loop, Regions
from sop_engine.analysis.scenario_words import named_steps, plain_label
from sop_engine.cli.doubts import listed
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.graph.process import ProcessGraph
from sop_engine.model._unreadable import did_you_mean
from sop_engine.model.known import nearest
from sop_engine.text import quoted

__all__ = ["MOST", "Rounds", "Wish", "loop_name", "parse_wishes", "rounds_asked", "rounds_of"]

MOST = 1000
"""So many rounds of one loop may be asked for."""


class Wish(NamedTuple):
    """One value of the option: ``2`` for all loops, ``5=2`` for those of step 5, ``5.Tidak=2`` for one branch.

    Attributes:
        text: as it is given.
        name: what stands before the equals sign; empty for all loops.
        often: how often.
    """

    text: str
    name: str
    often: int


@dataclass(frozen=True, slots=True)
class Rounds:
    """How often loops are taken.

    Attributes:
        counts: by the number of the flow that goes back; what is not named is not taken.
        capped: loops whose ``maks`` allows fewer rounds than were asked of all, each with what it allows.
    """

    counts: Mapping[int, int]
    capped: tuple[tuple[Loop, int], ...] = ()


def parse_wishes(texts: Sequence[str]) -> tuple[Wish, ...]:
    """Read the option's values.

    Raises:
        UsageError: one has no number of rounds, from 1 to ``MOST``.
    """
    wishes = []
    for text in texts:
        name, equals, number = text.rpartition("=")
        digits = number.strip().lstrip("0")
        if not (digits.isascii() and digits.isdigit() and int(digits[:9]) <= MOST) or (
            equals and not name.strip()
        ):
            raise UsageError(
                Text(
                    f"--repeat {quoted(text)} tidak menyebut berapa kali",
                    f"--repeat {quoted(text)} does not say how often",
                ),
                Text(
                    f"tulis bilangan dari 1 sampai {MOST}: 2 untuk semua putaran, 5=2 atau 5.Tidak=2 untuk satu",
                    f"write a number from 1 to {MOST}: 2 for all loops, 5=2 or 5.Tidak=2 for one",
                ),
            )
        wishes.append(Wish(text, name.strip(), int(digits)))
    return tuple(wishes)


def rounds_of(wishes: Sequence[Wish], graph: ProcessGraph, regions: Regions) -> Rounds:
    """How often each loop is taken; what is said of one loop wins over what is said of all.

    Of a flow that could not be read whole nobody knows the loops: none is taken then, and the flow's doubt is told.

    Raises:
        UsageError: a wish names no loop of this procedure, or asks for more rounds than its ``maks`` allows.
    """
    if not regions.loops:
        if regions.doubt is not None:
            return Rounds({})
        raise UsageError(
            Text("SOP ini tidak punya putaran", "this SOP has no loops"),
            Text("hapus --repeat", "leave --repeat out"),
        )
    counts: dict[int, int] = {}
    capped: list[tuple[Loop, int]] = []
    for wish in sorted(wishes, key=lambda one: bool(one.name)):
        for loop in _meant(wish, graph, regions):
            most = graph.flows[loop.flow].repeats
            if most is None or wish.often <= most:
                counts[loop.flow] = wish.often
                continue
            if wish.name:
                raise _too_often(loop, graph, most)
            counts[loop.flow] = most
            capped.append((loop, most))
    left = tuple((loop, most) for loop, most in capped if counts[loop.flow] == most)
    return Rounds(counts, left)


def rounds_asked(
    wishes: Sequence[Wish], graph: ProcessGraph, regions: Regions, *, several: bool
) -> Rounds | None:
    """What ``rounds_of`` finds; None where nothing was asked for, or of one of several SOPs that has no loops."""
    if not wishes or (several and not regions.loops):
        return None
    return rounds_of(wishes, graph, regions)


def loop_name(loop: Loop, graph: ProcessGraph) -> str:
    """What names a loop in the option: ``5.Tidak``, or its step alone where it has no label."""
    flow = graph.flows[loop.flow]
    return flow.source if flow.label is None else f"{flow.source}.{flow.label}"


def _meant(wish: Wish, graph: ProcessGraph, regions: Regions) -> list[Loop]:
    if not wish.name:
        return list(regions.loops)
    step, label = _named(wish.name, graph)
    known = [loop_name(loop, graph) for loop in regions.loops]
    if step is None:
        raise UsageError(
            Text(
                f"--repeat {quoted(wish.text)} menyebut langkah yang tidak ada",
                f"--repeat {quoted(wish.text)} names a step that is not there",
            ),
            _choices(wish.name, known),
        )
    found = [loop for loop in regions.loops if graph.flows[loop.flow].source == step]
    if label:
        labels = [(loop, graph.flows[loop.flow].label) for loop in found]
        found = [loop for loop, own in labels if own and plain_label(own) == plain_label(label)]
    if not found:
        raise UsageError(
            Text(
                f"--repeat {quoted(wish.text)} menyebut alur yang tidak kembali",
                f"--repeat {quoted(wish.text)} names no flow that goes back",
            ),
            _choices(wish.name, known),
        )
    return found


def _named(text: str, graph: ProcessGraph) -> tuple[str | None, str]:
    """The step that ``5.Tidak`` begins with, None where there is none; and the label, empty where none is named."""
    if text in graph.names:
        return graph.names[text], ""
    return next(named_steps(text, graph), (None, ""))


def _choices(name: str, known: Sequence[str]) -> Text:
    near = nearest(name, known)
    if near is not None:
        return did_you_mean(near)
    shown = listed(known)
    return Text(f"yang kembali: {shown}", f"what goes back: {shown}")


def _too_often(loop: Loop, graph: ProcessGraph, most: int) -> UsageError:
    name = quoted(loop_name(loop, graph))
    return UsageError(
        Text(
            f"putaran {name} boleh terulang paling banyak {most} kali",
            f"the loop {name} may repeat {'once' if most == 1 else f'{most} times'} at most",
        ),
        Text("sebut paling banyak sekian, atau ubah 'maks'", "ask for no more, or change its 'maks'"),
    )
