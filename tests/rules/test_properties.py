"""What must hold for any definition, whatever its faults."""

from hypothesis import HealthCheck, given, settings

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, in_order
from sop_engine.graph.process import ProcessGraph
from sop_engine.pipeline import compile_bytes
from sop_engine.rules.back_without_decision import undecided_circles
from sop_engine.rules.open_split import open_splits
from sop_engine.rules.run import RULE_CRASHED, check
from sop_engine.rules.silence import silence
from sop_engine.source import Span
from tests.strategies import sop_texts

MANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def places(found: Diagnostic) -> list[Span]:
    """All places that a finding names."""
    return [found.span, *(related.span for related in found.related)]


@MANY
@given(sop_texts())
def test_no_rule_crashes_and_places_lie_in_the_text(text: str) -> None:
    """Every finding and every related place is a stretch of the text, on one line for what rules find."""
    compiled = compile_bytes(text.encode(), "any")
    for found in compiled.diagnostics:
        assert found.kind is not RULE_CRASHED, found.message.en
        assert all(0 <= span.start < span.end <= len(text) for span in places(found))
        assert found.message.id
        assert found.message.en


@MANY
@given(sop_texts())
def test_checking_again_finds_the_same(text: str) -> None:
    """Findings are in order, without repetition, and do not depend on what was checked before."""
    compiled = compile_bytes(text.encode(), "any")
    again = compile_bytes(text.encode(), "any")
    assert check(compiled) == in_order(check(compiled))
    shown = [(found.code, found.span, found.message) for found in check(compiled)]
    assert shown == [(found.code, found.span, found.message) for found in check(again)]
    assert len(set(shown)) == len(shown)


def forward(graph: ProcessGraph, start: int) -> set[int]:
    """Steps that a step leads to, itself included, when no flow goes back."""
    net = graph.net
    found, todo = {start}, [start]
    while todo:
        step = todo.pop()
        for way in net.ways[step]:
            ahead = {net.targets[flow] for flow in way if flow not in net.loops | net.reentries} - found
            found |= ahead
            todo += ahead
    return found


@MANY
@given(sop_texts())
def test_the_arms_of_an_open_split_share_no_step(text: str) -> None:
    """Each two arms lead to different steps; where they do and nothing is found, an arm goes round undecided."""
    graph = compile_bytes(text.encode(), "any").graph
    if graph is None or not graph.complete:
        return
    net = graph.net
    reported = {split.arms for split in open_splits(graph)}
    for step in net.order:
        for way in (way for way in net.ways[step] if len(way) > 1):
            onward = [flow for flow in way if flow not in net.loops | net.reentries]
            behind = [forward(graph, net.targets[flow]) for flow in onward]
            apart = sum(map(len, behind)) == len(set().union(*behind))
            if tuple(way) in reported:
                assert apart
            elif apart and all(net.finishing):
                circles = undecided_circles(graph)
                assert circles[step] in {circles[net.targets[flow]] for flow in way}


def without(compiled: Compiled) -> tuple[Diagnostic, ...]:
    """What is left behind silencers."""
    assert compiled.document is not None
    return silence(compiled.document, check(compiled))


@MANY
@given(sop_texts())
def test_silencing_hides_no_error(text: str) -> None:
    """All errors stay; what goes is a warning or an info."""
    compiled = compile_bytes(text.encode(), "any")
    errors = [found for found in check(compiled) if found.is_error]
    assert [found for found in without(compiled) if found.is_error] == errors
