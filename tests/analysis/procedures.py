"""Procedures grown from a seed whose figures can be told without a graph: by a formula, or by chance.

A procedure is a tree of tasks, sequences, choices, loops and arms side by side. ``Grown`` writes it as a definition, and
walks it as often as is wanted; neither knows anything of what is tested.
"""

import random
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from sop_engine import compile_sop
from sop_engine.compiled import Compiled

__all__ = ["Arms", "Choice", "Grown", "Loop", "Series", "Task", "compiled", "grown", "sop_of"]

_HEAD = (
    "versi_format: 1\ninstansi: {kode: uji, nama: Badan Uji}\nidentitas: {nama: Uji}\n"
    "pelaksana: {staf: Staf, kepala: Kepala}\nkegiatan:\n"
)


def compiled(*rows: str) -> Compiled:
    """A SOP of rows, each as ``number | time | flow``; a role is the staff unless the flow says otherwise."""
    lines = []
    for row in rows:
        number, time, flow = (part.strip() for part in row.split("|"))
        role = "" if "pelaksana" in flow else ", pelaksana: staf"
        flow = f", {flow}" if flow else ""
        lines.append(
            f"  - {{nomor: {number}, uraian: Mengerjakan{role}{flow}, mutu_baku: {{waktu: {time}}}}}\n"
        )
    return compile_sop(_HEAD + "".join(lines))


@dataclass(frozen=True)
class Task:
    """A row: minutes at least and at most, and how many roles do it together."""

    low: int
    high: int
    roles: int = 1


@dataclass(frozen=True)
class Series:
    """One part after the other; none is nothing at all."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True)
class Choice:
    """A decision of so many percent for the first branch."""

    task: Task
    percent: int
    yes: "Tree"
    no: "Tree"


@dataclass(frozen=True)
class Loop:
    """A part and a decision behind it, which goes back with so many percent, at most so often."""

    body: "Tree"
    task: Task
    percent: int
    most: int | None


@dataclass(frozen=True)
class Arms:
    """A row that splits, its arms, and a row that waits for all of them."""

    task: Task
    arms: tuple["Tree", ...]
    join: Task


Tree: TypeAlias = Task | Series | Choice | Loop | Arms


class _Grower:
    """Random trees."""

    def __init__(self, seed: int, *, loops: bool, arms: bool, ranges: bool) -> None:
        self.dice = random.Random(seed)
        self.loops = loops
        self.arms = arms
        self.ranges = ranges

    def task(self) -> Task:
        low = self.dice.randint(1, 60)
        high = low + self.dice.choice((0, 0, 30)) if self.ranges else low
        return Task(low, high, self.dice.choice((1, 1, 2)))

    def series(self, depth: int, *, within: bool) -> Series:
        return Series(tuple(self.part(depth, within=within) for _ in range(self.dice.randint(1, 3))))

    def part(self, depth: int, *, within: bool) -> "Tree":
        kind = self.dice.choice(("task", "choice", "loop", "arms")) if depth else "task"
        if kind == "choice":
            no = self.series(depth - 1, within=within) if self.dice.randint(0, 2) else Series(())
            yes = self.series(depth - 1, within=within)
            return Choice(self.task(), self.dice.randint(0, 10) * 10, yes, no)
        if kind == "loop" and self.loops:
            most = self.dice.choice((1, 2)) if within else self.dice.choice((None, 1, 2))
            body = self.series(depth - 1, within=within)
            return Loop(body, self.task(), self.dice.randint(0, 6) * 10, most)
        if kind == "arms" and self.arms:
            arms = tuple(self.series(depth - 1, within=True) for _ in range(self.dice.choice((2, 2, 3))))
            return Arms(self.task(), arms, self.task())
        return self.task()


def grown(
    seed: int, *, depth: int = 3, loops: bool = True, arms: bool = True, ranges: bool = False
) -> Series:
    """A procedure; the same seed always gives the same one."""
    return _Grower(seed, loops=loops, arms=arms, ranges=ranges).series(depth, within=False)


@dataclass
class _Rows:
    """The rows of a definition, written from the end backwards."""

    lines: list[str] = field(default_factory=list)

    def add(self, task: Task, flow: str, name: str | None = None) -> str:
        name = name or self.fresh()
        time = f"{task.low} menit" if task.low == task.high else f"{task.low}-{task.high} menit"
        roles = "[staf, kepala]" if task.roles == 2 else "staf"
        self.lines.append(
            f"  - {{nomor: {name}, uraian: Mengerjakan {name}, pelaksana: {roles}, {flow}, mutu_baku: {{waktu: {time}}}}}"
        )
        return name

    def fresh(self) -> str:
        self.lines.append("")
        return f"r{len(self.lines)}"

    def write(self, tree: Tree, target: str) -> str:
        """Write a part that goes on to a target; its first row is written last."""
        match tree:
            case Task():
                return self.add(tree, f"lanjut: {target}")
            case Series(parts):
                for part in reversed(parts):
                    target = self.write(part, target)
                return target
            case Choice(task, percent, yes, no):
                first, second = self.write(yes, target), self.write(no, target)
                branches = f"{{Ya: {{ke: {first}, peluang: {percent}%}}, Tidak: {{ke: {second}, peluang: {100 - percent}%}}}}"
                return self.add(task, f"cabang: {branches}")
            case Loop(body, task, percent, most):
                name = self.fresh()
                again = self.write(body, name)
                maks = "" if most is None else f", maks: {most}"
                branches = f"{{Ya: {target}, Tidak: {{ke: {again}, peluang: {percent}%{maks}}}}}"
                self.add(task, f"cabang: {branches}", name)
                # The first row of the body has to stand before the decision, where the procedure begins with it.
                return again
            case Arms(task, arms, join):
                name = self.add(join, f"gabung: semua, lanjut: {target}")
                firsts = [self.write(arm, name) for arm in arms]
                return self.add(task, f"lanjut: [{', '.join(firsts)}]")


def sop_of(tree: Tree) -> str:
    """The definition of a procedure, which begins and ends with a row of its own of one minute."""
    rows = _Rows()
    end = rows.add(Task(1, 1), "lanjut: selesai")
    rows.add(Task(1, 1), f"lanjut: {rows.write(tree, end)}")
    return _HEAD + "\n".join(line for line in reversed(rows.lines) if line) + "\n"


class Grown:
    """Figures of a procedure without its graph."""

    def __init__(self, tree: Tree) -> None:
        """Remember it."""
        self.tree = tree

    def work(self) -> Fraction:
        """The expected work in minutes of shortest times, by formula."""
        return 2 + _mean(self.tree, work=True)

    def elapsed(self) -> Fraction:
        """The expected elapsed minutes of shortest times, by formula; without arms side by side."""
        return 2 + _mean(self.tree, work=False)

    def cases(self, seed: int, count: int) -> list[int]:
        """Elapsed minutes of so many cases, by chance."""
        dice = random.Random(seed)
        return [2 + _case(self.tree, dice) for _ in range(count)]


def _mean(tree: Tree, *, work: bool) -> Fraction:
    match tree:
        case Task(low, _, roles):
            return Fraction(low * (roles if work else 1))
        case Series(parts):
            return sum((_mean(part, work=work) for part in parts), Fraction(0))
        case Choice(task, percent, yes, no):
            share = Fraction(percent, 100)
            rest = share * _mean(yes, work=work) + (1 - share) * _mean(no, work=work)
            return _mean(task, work=work) + rest
        case Loop(body, task, percent, most):
            share = Fraction(percent, 100)
            rounds = (
                1 / (1 - share)
                if most is None
                else sum((share**count for count in range(most + 1)), Fraction(0))
            )
            return rounds * (_mean(body, work=work) + _mean(task, work=work))
        case Arms(task, arms, join):
            assert work, "what arms take together has no formula here"
            return sum((_mean(part, work=work) for part in (task, *arms, join)), Fraction(0))


def _case(tree: Tree, dice: random.Random) -> int:
    match tree:
        case Task(low, _, _):
            return low
        case Series(parts):
            return sum(_case(part, dice) for part in parts)
        case Choice(task, percent, yes, no):
            return task.low + _case(yes if dice.randrange(100) < percent else no, dice)
        case Loop(body, task, percent, most):
            took, rounds = _case(body, dice) + task.low, 0
            while (most is None or rounds < most) and dice.randrange(100) < percent:
                took += _case(body, dice) + task.low
                rounds += 1
            return took
        case Arms(task, arms, join):
            return task.low + max(_case(arm, dice) for arm in arms) + join.low
