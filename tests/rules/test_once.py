"""Parts of a SOP that are made once."""

import gc
import weakref
from dataclasses import replace

from sop_engine.compiled import Compiled
from sop_engine.rules.once import once
from sop_engine.source import SourceFile


class Made:
    """Something that can be held weakly."""


SOP = Compiled(SourceFile("a.yaml", ""))


def test_a_part_is_made_once_for_a_sop() -> None:
    """Who asks again gets the same; another SOP, even of the same text, has its own, and only the last is kept."""
    asked: list[Compiled] = []

    @once
    def part(compiled: Compiled) -> list[str]:
        asked.append(compiled)
        return [compiled.source.name]

    other = replace(SOP)
    assert part(SOP) is part(SOP)
    assert part(other) is part(other)
    assert asked == [SOP, other]
    assert part(SOP) == part(other) == ["a.yaml"]
    assert asked == [SOP, other, SOP, other]


def test_nothing_is_also_remembered() -> None:
    """A part that is None is not looked for again."""
    asked: list[Compiled] = []
    part = once(asked.append)
    assert part(SOP) is None
    assert part(SOP) is None
    assert asked == [SOP]


def test_a_sop_is_not_kept() -> None:
    """Where the SOP goes, what was made of it goes too."""
    part = once(lambda _: Made())
    sop = replace(SOP)
    held, made = weakref.ref(sop), weakref.ref(part(sop))
    del sop
    gc.collect()
    assert held() is None
    assert made() is None


def test_the_one_before_does_not_take_the_last_along() -> None:
    """What is remembered of a SOP stays where an earlier one goes."""
    asked: list[Compiled] = []
    part = once(asked.append)
    before = replace(SOP)
    part(before)
    part(SOP)
    asked.clear()
    del before
    gc.collect()
    part(SOP)
    assert asked == []
