"""What must hold for any definition, whatever its faults."""

import pickle

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, in_order
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.tanggal import parse_tanggal
from sop_engine.pipeline import compile_bytes
from sop_engine.rules.back_without_decision import undecided_circles
from sop_engine.rules.choice import Choice
from sop_engine.rules.condense import brief_of
from sop_engine.rules.open_split import open_splits
from sop_engine.rules.run import RULE_CRASHED, check, check_all
from sop_engine.rules.silence import silence
from sop_engine.source import Span
from tests.strategies import sop_texts, worded_sops

MANY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ALL = Choice(today=parse_tanggal("21 November 2026"))
"""Nothing is off, and reviews can be overdue."""


def places(found: Diagnostic) -> list[Span]:
    """All places that a finding names."""
    return [found.span, *(related.span for related in found.related)]


@MANY
@given(st.one_of(sop_texts(), worded_sops()))
def test_no_rule_crashes_and_places_lie_in_the_text(text: str) -> None:
    """Every finding and every related place is a stretch of the text, on one line for what rules find."""
    compiled = compile_bytes(text.encode(), "any", "contoh", ALL)
    for found in compiled.diagnostics:
        assert found.kind is not RULE_CRASHED, found.message.en
        assert all(0 <= span.start < span.end <= len(text) for span in places(found))
        assert found.message.id
        assert found.message.en


@MANY
@given(st.one_of(sop_texts(), worded_sops()))
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


@MANY
@given(st.one_of(sop_texts(), worded_sops()))
def test_a_brief_travels_and_its_places_lie_in_the_text(text: str) -> None:
    """Whatever the faults of a definition, its brief can be made, pickled, and points into its text."""
    brief = brief_of(compile_bytes(text.encode(), "any", "contoh"))
    twin = pickle.loads(pickle.dumps(brief))
    assert (twin.source.text, twin.rows, twin.sections) == (text, brief.rows, brief.sections)
    parts = [*brief.keterkaitan, *brief.peran, *(row.uraian for row in brief.rows)]
    spans = [*(part.span for part in parts), *(row.waktu_span for row in brief.rows)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(0 <= start < len(text) for start, _ in brief.sections)
    assert list(brief.sections) == sorted(brief.sections)


@MANY
@given(st.lists(st.one_of(sop_texts(), worded_sops()), min_size=2, max_size=4))
def test_no_rule_across_sops_crashes(texts: list[str]) -> None:
    """Every finding across SOPs is a stretch of the text of one of them."""
    briefs = [brief_of(compile_bytes(text.encode(), f"{at}.yaml")) for at, text in enumerate(texts)]
    for found in check_all(briefs):
        assert found.kind is not RULE_CRASHED, found.message.en
        assert found.source in [brief.source for brief in briefs]
        assert all(0 <= span.start < span.end <= len(found.source.text) for span in places(found))
