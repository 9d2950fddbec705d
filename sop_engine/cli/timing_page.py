"""The page of ``sop duration --detail``: what a SOP takes, by which way and for whom.

In: a ``Detail``. Out: lines of text, section by section, each figure with the rows that it comes from.
"""

from collections.abc import Iterator

from sop_engine.analysis.shares import Share
from sop_engine.analysis.total import Total
from sop_engine.analysis.walked import Again, Side, parts_of
from sop_engine.cli.doubts import listed
from sop_engine.cli.timing import Detail, Path
from sop_engine.cli.timing_pen import NONE, Pen, basis_line, doubt_lines, entries, flat, paragraph, table
from sop_engine.cli.timing_rounds import loop_name
from sop_engine.cli.timing_settled import settled
from sop_engine.cli.timing_walk import walk_text
from sop_engine.cli.timing_words import basis_words, clock_rows, obstacle_words, shared_words
from sop_engine.diagnostics import Text
from sop_engine.model.satuan import Unit
from sop_engine.model.sop import Sop

__all__ = ["LABELS", "page_of"]

MORE = "..."

LABELS = {
    "least": Text("tercepat", "least"),
    "greatest": Text("terlama", "greatest"),
    "first": Text("selalu label pertama", "always the first label"),
    "least_repeated": Text("tercepat dengan putaran", "least with loops"),
    "greatest_repeated": Text("terlama dengan putaran", "greatest with loops"),
}
"""What each path is called."""


def page_of(pen: Pen, sop: Sop, detail: Detail) -> list[str]:
    """All sections, an empty line before each."""
    sections = (
        _rows(pen, sop, detail),
        _paths(pen, detail),
        _roles(pen, sop, detail),
        _handoffs(pen, sop, detail),
        _left(pen, detail),
        _share_lines(pen, detail),
    )
    lines: list[str] = []
    for section in sections:
        found = list(section)
        lines += ["", *found] if found else []
    return lines


def _rows(pen: Pen, sop: Sop, detail: Detail) -> Iterator[str]:
    """The official total with its rows."""
    found = detail.total
    whole = pen.time(found.low, found.high, clock=bool(detail.shares.clock), measured=found.measured)
    yield from paragraph(
        pen.say(
            Text(f"Jumlah resmi, setiap baris sekali: {whole}", f"Official total, each row once: {whole}")
        ),
        pen.width,
        0,
    )
    rows: list[tuple[str, ...]] = []
    for at, row in enumerate(sop.kegiatan):
        roles = flat(sop.headings_of(detail.acting.get(at, ())))
        part = pen.part(detail.row_parts, at) if detail.adds(at) else NONE
        rows.append((detail.cells.names[at], flat(row.uraian), roles, _row_time(pen, detail, at), part))
    headings = (
        Text("Baris", "Row"),
        Text("Kegiatan", "Activity"),
        Text("Pelaksana", "Roles"),
        Text("Waktu", "Time"),
        Text("Bagian", "Share"),
    )
    kept = len(headings) if detail.row_parts.parts else len(headings) - 1
    cells = [row[:kept] for row in rows]
    yield from table(pen, headings[:kept], cells, numbers=[4] if kept > 4 else [], words=(1, 2), times=(3,))


def _row_time(pen: Pen, detail: Detail, at: int) -> str:
    cell, time = detail.cells.of[at], detail.cells.times[at]
    if cell != at:
        name = detail.cells.names[cell]
        return pen.say(Text(f"bersama baris {name}", f"shared with row {name}"))
    if not time.is_measured:
        return flat(time.teks) or NONE
    return pen.beside(str(time), time.low, time.high, clock=time.clock)


def _paths(pen: Pen, detail: Detail) -> Iterator[str]:
    """Ways from start to end, with the steps that they walk."""
    yield pen.say(Text("Jalur dari mulai sampai selesai", "Paths from start to end"))
    doubt = detail.regions.doubt
    if doubt is not None:
        yield from doubt_lines(pen, doubt)
        return
    # Paths that are one and the same are told once.
    told: dict[tuple[str, ...], list[Text]] = {}
    for path in detail.paths:
        told.setdefault(tuple(_path(pen, detail, path)), []).append(LABELS[path.key])
    for lines, labels in told.items():
        yield from paragraph(", ".join(map(pen.say, labels)), pen.width)
        yield from lines
    yield from _several(pen, detail)
    for note in _notes(detail, cut=any(MORE in line for lines in told for line in lines)):
        yield from paragraph(pen.say(note), pen.width)
    yield from _loops(pen, detail)


def _path(pen: Pen, detail: Detail, path: Path) -> Iterator[str]:
    """All that a path can be: how long, how much work, and the steps."""
    if path.doubt is not None:
        yield from doubt_lines(pen, path.doubt, indent=4)
    for at, found in enumerate(path.found):
        if at:
            yield from paragraph(pen.say(Text("atau", "or")), pen.width, 4)
        yield from entries(
            pen,
            (
                (
                    Text("lama", "elapsed"),
                    pen.time(found.low, found.high, clock=found.clock, measured=found.measured),
                ),
                (Text("kerja", "work"), pen.time(*found.work, clock=found.clock, measured=found.measured)),
                (Text("langkah", "steps"), walk_text(found.walk, detail.graph)),
            ),
        )


def _notes(detail: Detail, *, cut: bool) -> Iterator[Text]:
    """What the words and signs above mean, as far as they are there."""
    yield Text(
        "lama: waktu yang berlalu; kerja: waktu semua pelaksana dijumlahkan",
        "elapsed: the time that passes; work: the times of all roles added up",
    )
    parts = [part for path in detail.paths for found in path.found for part in parts_of(found.walk)]
    if any(type(piece) is Side for part in parts for piece in part):
        yield Text(
            "(2 | 3): berjalan bersama; lama menurut yang terlama, kerja menurut semuanya",
            "(2 | 3): side by side; the longest counts as elapsed, all of them as work",
        )
    rounds = [piece.walk for part in parts for piece in part if type(piece) is Again]
    if rounds:
        yield Text("1x {2 -> 3}: diulang sekali lagi", "1x {2 -> 3}: repeated once")
    if not all(
        any(type(piece) is Side or getattr(piece, "counts", False) for piece in one) for one in rounds
    ):
        yield Text(
            "putaran di dalam satu baris atau satu waktu bersama tidak menambah waktunya",
            "a loop within one row or one shared time adds nothing to it",
        )
    yield from shared_words(detail.cells)
    if cut:
        yield Text("...: selengkapnya dengan --format json", "...: the rest with --format json")


def _loops(pen: Pen, detail: Detail) -> Iterator[str]:
    """Which loops there are, and how often they were taken."""
    loops, rounds = detail.regions.loops, detail.rounds
    if not loops:
        return
    texts = []
    for loop in loops:
        most = detail.graph.flows[loop.flow].repeats
        facts = [] if rounds is None else [f"{rounds.counts.get(loop.flow, 0)}x"]
        facts += [f"maks {most}"] if most else []
        words = f"{loop_name(loop, detail.graph)} -> {detail.graph.ids[loop.head]}"
        texts.append(f"{words} ({', '.join(facts)})" if facts else words)
    shown = listed(texts)
    words_of = Text(f"putaran: {shown}", f"loops: {shown}")
    if rounds is None:
        words_of = Text(
            f"putaran, tidak diulang (lihat --repeat): {shown}",
            f"loops, not repeated (see --repeat): {shown}",
        )
    yield from paragraph(pen.say(words_of), pen.width)
    if rounds is not None and rounds.capped:
        capped = listed([loop_name(loop, detail.graph) for loop, _ in rounds.capped])
        told = Text(
            f"tidak lebih dari 'maks'-nya: {capped}", f"no more often than their 'maks' allows: {capped}"
        )
        yield from paragraph(pen.say(told), pen.width)


def _several(pen: Pen, detail: Detail) -> Iterator[str]:
    """That several candidates are no mistake, and which one it is by the conversion that was asked for."""
    if all(len(path.found) <= 1 for path in detail.paths):
        return
    note = Text(
        "atau: satuannya tidak dapat dibandingkan; salah satunya yang berlaku",
        "or: their units do not compare; it is one of them",
    )
    yield from paragraph(pen.say(note), pen.width)
    for key, path in settled(detail, pen.asked).items():
        label, found = LABELS[key], path.found[0]
        time = "" if pen.asked is None else pen.asked.words(found.low, found.high)
        steps = walk_text(found.walk, detail.graph)
        text = Text(
            f"{label.id} menurut konversi di bawah: {time}, {steps}",
            f"{label.en}, by the conversion below: {time}, {steps}",
        )
        yield from paragraph(pen.say(text), pen.width)


def _roles(pen: Pen, sop: Sop, detail: Detail) -> Iterator[str]:
    """What each role has; one column of times where all of them work as long as their rows take."""
    work = detail.shares.work
    whole = pen.time(work.low, work.high, clock=bool(detail.shares.clock), measured=work.measured)
    yield from paragraph(
        pen.say(Text(f"Pelaksana, kerja semuanya: {whole}", f"Roles, the work of all: {whole}")), pen.width, 0
    )
    shares = detail.shares.roles
    same = all(share.elapsed == share.work for share in shares)
    elapsed = Text("Lama = kerja", "Elapsed = work") if same else Text("Lama", "Elapsed")
    found: list[tuple[Text, list[str]]] = [
        (Text("Peran", "Role"), [flat(sop.pelaksana[share.role].nama) for share in shares]),
        (Text("Baris", "Rows"), [listed(detail.named(share.rows), 24) or NONE for share in shares]),
        (elapsed, [_total(pen, detail, share, share.elapsed) for share in shares]),
    ]
    numbers, times, places = [], [2], range(len(shares))
    if detail.elapsed_parts.parts:
        numbers.append(len(found))
        found.append(
            (Text("Dari resmi", "Of official"), [pen.part(detail.elapsed_parts, at) for at in places])
        )
    if not same:
        times.append(len(found))
        found.append((Text("Kerja", "Work"), [_total(pen, detail, share, share.work) for share in shares]))
    if detail.work_parts.parts:
        numbers.append(len(found))
        found.append((Text("Dari kerja", "Of work"), [pen.part(detail.work_parts, at) for at in places]))
    rows = list(zip(*(cells for _, cells in found), strict=True))
    yield from table(pen, [heading for heading, _ in found], rows, numbers=numbers, words=(0, 1), times=times)
    if names := listed(detail.named(detail.shares.joint)):
        told = Text(
            f"baris {names} dihitung pada masing-masing perannya: lama semua peran dapat melebihi jumlah resmi",
            f"row {names} counts for each of its roles: the times of all roles may exceed the official total",
        )
        yield from paragraph(pen.say(told), pen.width)


def _total(pen: Pen, detail: Detail, share: Share, time: Total) -> str:
    if not share.rows:
        return NONE
    return pen.time(time.low, time.high, clock=detail.clocked(share.rows), measured=time.measured)


def _handoffs(pen: Pen, sop: Sop, detail: Detail) -> Iterator[str]:
    """Who hands to whom."""
    found = detail.handoffs
    back = Text(
        f", {found.back} di antaranya kembali" if found.back else "",
        f", {found.back} of them going back" if found.back else "",
    )
    told = Text(
        f"Serah terima: {found.count} dari {found.flows} alur berpindah peran{back.id}",
        f"Hand-offs: {found.count} of {found.flows} flows pass to another role{back.en}",
    )
    yield from paragraph(pen.say(told), pen.width, 0)
    if not found.count:
        return
    acting = [at for at, share in enumerate(detail.shares.roles) if share.rows]
    heads = [str(at + 1) for at in acting]
    rows = []
    for at in acting:
        name = f"{at + 1} {flat(sop.pelaksana[found.roles[at]].nama)}"
        counts = [NONE if to == at else str(found.matrix[at][to] or ".") for to in acting]
        rows.append((name, *counts))
    headings = [Text("dari \\ ke", "from \\ to"), *(Text(head, head) for head in heads)]
    yield from table(pen, headings, rows, numbers=range(1, len(headings)), words=[0])
    if names := listed([step.id for step in detail.graph.steps.values() if len(step.lanes) > 1]):
        first = Text(
            f"langkah {names} diserahterimakan oleh peran yang disebut pertama",
            f"step {names} is handed over by the role that is named first",
        )
        yield from paragraph(pen.say(first), pen.width)


def _left(pen: Pen, detail: Detail) -> Iterator[str]:
    """What is not measured, row by row."""
    names = []
    for row in detail.cells.unmeasured:
        words = flat(detail.cells.times[row].teks)
        names.append(f"{detail.cells.names[row]} ({words})" if words else detail.cells.names[row])
    if names:
        yield from paragraph(
            pen.say(
                Text(
                    f"Tidak terukur, tidak dihitung: baris {listed(names, 40)}",
                    f"Not measured, not counted: row {listed(names, 40)}",
                )
            ),
            pen.width,
            0,
        )


def _share_lines(pen: Pen, detail: Detail) -> Iterator[str]:
    """What shares mean where times are ranges, what they needed, and what was in their way."""
    parts = detail.work_parts
    if parts.parts and (detail.total.is_range or detail.shares.work.is_range):
        both = Text(
            "Bagian berentang: bila semua waktu terpendek, dan bila semua waktu terpanjang",
            "Shares that are ranges: where all times are shortest, and where all are longest",
        )
        yield from paragraph(pen.say(both), pen.width, 0)
    if pen.asked is not None:
        # The conversion that was asked for needs all that shares do, and is told as well.
        return
    yield from basis_line(pen, Text("untuk bagian", "for shares"), basis_words(parts.basis))
    if not parts.parts:
        words = obstacle_words(parts.obstacles, clock_rows(detail.cells, Unit.DETIK))
        if words is not None:
            text = Text(f"Bagian tidak dihitung: {words.id}", f"Shares are not told: {words.en}")
            yield from paragraph(pen.say(text), pen.width, 0)
