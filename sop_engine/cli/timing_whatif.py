"""``sop duration --what-if``: the figures as written and as they would be, side by side.

In: what was worked out of a SOP as it is written, and of the same with other times and probabilities. Out: lines of
text. The official total stays what it is: beside it stands what it would be.
"""

from collections.abc import Iterator, Sequence

from sop_engine.analysis.expected import Expected
from sop_engine.analysis.regions import Doubt
from sop_engine.analysis.shares import Share
from sop_engine.analysis.total import Total
from sop_engine.cli.doubts import doubt_words, listed
from sop_engine.cli.timing import Detail, Path
from sop_engine.cli.timing_expected import DEVIATION, HOW_OFTEN, near_text, spread_text, times_text
from sop_engine.cli.timing_page import LABELS
from sop_engine.cli.timing_pen import Pen, flat, paragraph, table
from sop_engine.cli.timing_study import Study
from sop_engine.cli.timing_walk import walk_text
from sop_engine.diagnostics import Text
from sop_engine.model.sop import Sop

__all__ = ["whatif_lines"]

Row = tuple[str, str, str]


def whatif_lines(pen: Pen, sop: Sop, words: Sequence[str], written: Study, other: Study) -> Iterator[str]:
    """The section of the page.

    Args:
        pen: how it is written.
        sop: the SOP, for the names of its roles.
        words: what was given.
        written: the SOP as it is.
        other: as it would be; the same kinds of figures.
    """
    given = ", ".join(words)
    yield from paragraph(pen.say(Text(f"Andaikata {given}", f"What if {given}")), pen.width, 0)
    rows = [_sum(pen, written, other), *_paths(pen, written, other), *_expected(pen, written, other)]
    rows += _roles(pen, sop, written, other)
    headings = (Text("", ""), Text("Tertulis", "As written"), Text("Andaikata", "What if"))
    yield from table(pen, headings, rows, words=[0], times=[1, 2])
    yield from _proofs(pen, written, other)


def _sum(pen: Pen, written: Study, other: Study) -> Row:
    texts = [
        pen.time(one.total.low, one.total.high, clock=one.clock, measured=one.total.measured)
        for one in (written, other)
    ]
    return (pen.say(Text("jumlah semua baris", "sum of all rows")), texts[0], texts[1])


def _paths(pen: Pen, written: Study, other: Study) -> Iterator[Row]:
    if written.detail is None or other.detail is None:
        return
    for one, two in zip(written.detail.paths, other.detail.paths, strict=True):
        label = LABELS[one.key]
        kinds = ((Text("lama", "elapsed"), False), (Text("kerja", "work"), True))
        for kind, work in kinds:
            name = pen.say(Text(f"{label.id}, {kind.id}", f"{label.en}, {kind.en}"))
            yield (name, _candidates(pen, one, work=work), _candidates(pen, two, work=work))


def _candidates(pen: Pen, path: Path, *, work: bool) -> str:
    if path.doubt is not None:
        return pen.say(doubt_words(path.doubt))
    ends = ((found.work if work else (found.low, found.high), found) for found in path.found)
    texts = dict.fromkeys(pen.time(*both, clock=found.clock, measured=found.measured) for both, found in ends)
    return f" {pen.say(Text('atau', 'or'))} ".join(texts)


def _expected(pen: Pen, written: Study, other: Study) -> Iterator[Row]:
    one, two = written.expected, other.expected
    if one is None or two is None:
        return
    yield (
        pen.say(Text("rata-rata lama", "average elapsed")),
        _average(pen, one.elapsed, one.elapsed_doubt, written),
        _average(pen, two.elapsed, two.elapsed_doubt, other),
    )
    yield (pen.say(DEVIATION), spread_text(pen, one), spread_text(pen, two))
    yield (
        pen.say(Text("rata-rata kerja", "average work")),
        _average(pen, one.work, one.doubt, written),
        _average(pen, two.work, two.doubt, other),
    )
    steps = [step for step in {**one.visits, **two.visits} if one.visits.get(step) != two.visits.get(step)]
    if steps and one.doubt is None and two.doubt is None:
        yield (pen.say(HOW_OFTEN), _how_often(pen, one, steps), _how_often(pen, two, steps))


def _how_often(pen: Pen, found: Expected, steps: Sequence[str]) -> str:
    """How often those steps are done whose number another chance changes; what is not come to is not done."""
    often = {step: times_text(pen, number) for step, number in found.visits.items()}
    return listed([f"{step} {often.get(step, '0x')}" for step in steps], 12)


def _average(pen: Pen, found: Total | None, doubt: Doubt | None, study: Study) -> str:
    """The figure, or why it cannot be given."""
    return near_text(pen, found, clock=study.clock) if doubt is None else pen.say(doubt_words(doubt))


def _roles(pen: Pen, sop: Sop, written: Study, other: Study) -> Iterator[Row]:
    """The work of each role that has any."""
    if written.detail is None or other.detail is None:
        return
    for one, two in zip(written.detail.shares.roles, other.detail.shares.roles, strict=True):
        if one.rows:
            name = flat(sop.pelaksana[one.role].nama)
            label = pen.say(Text(f"kerja {name}", f"work of {name}"))
            yield (label, _time(pen, one, written.detail), _time(pen, two, other.detail))


def _time(pen: Pen, share: Share, detail: Detail) -> str:
    work = share.work
    return pen.time(work.low, work.high, clock=detail.clocked(share.rows), measured=work.measured)


def _proofs(pen: Pen, written: Study, other: Study) -> Iterator[str]:
    """The steps of the paths that would be other ones."""
    if written.detail is None or other.detail is None:
        return
    for one, two in zip(written.detail.paths, other.detail.paths, strict=True):
        walked = [[found.walk for found in path.found] for path in (one, two)]
        if walked[0] == walked[1]:
            continue
        label = pen.say(LABELS[one.key])
        for walk in walked[1]:
            text = walk_text(walk, other.detail.graph)
            yield from paragraph(
                pen.say(Text(f"{label}, andaikata: {text}", f"{label}, what if: {text}")), pen.width
            )
