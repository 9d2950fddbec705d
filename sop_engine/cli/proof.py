"""``sop flowchart --check``: the proof of the drawings.

In: SOPs. Out: a table of how often each rule of the sheet is broken, with crossings and bends; the faults
themselves, page by page; exit status 1 where any count is not zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_engine.cli.drawing import drawn
from sop_engine.cli.facts import agency_of, heading_json
from sop_engine.cli.progress import progress
from sop_engine.cli.run import Run
from sop_engine.cli.tables import print_table, too_wide
from sop_engine.diagnostics import Severity, Text
from sop_engine.layout.audit import INVARIANTS, Audit, audit
from sop_engine.text import escaped

if TYPE_CHECKING:
    from sop_engine.cli.selection import Selection
    from sop_engine.layout.sheet import SheetOptions

__all__ = ["prove"]

MEANINGS = {
    "through-symbol": Text("panah menembus simbol", "a connector passes through a symbol"),
    "shared-line": Text("dua panah berimpit", "two connectors share a stretch of line"),
    "label-touches": Text("kata cabang menyentuh yang lain", "a label touches what it must not"),
    "outside-lanes": Text("panah keluar dari kolom Pelaksana", "a connector leaves the Pelaksana columns"),
    "not-square": Text(
        "panah tidak tegak lurus, atau dua cabang dari satu sisi",
        "an arrow not square to its side, or two branches from one side",
    ),
    "too-near": Text("garis terlalu rapat", "lines too near to each other or to a symbol"),
    "text-clipped": Text("teks keluar dari tempatnya", "text leaves its place"),
    "off-page-letter": Text("huruf segi lima tidak cocok", "off-page letters do not match"),
}
"""What each count counts, in the order of ``INVARIANTS``."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One SOP's drawing and what was found on it."""

    name: str
    heading: dict[str, object]
    pages: int
    audit: Audit


def prove(run: Run, selection: "Selection", options: "SheetOptions") -> None:
    """Draw each SOP, count, and print; the faults count as errors of the run."""
    proofs: list[Proof] = []
    with progress(run, len(selection.items)) as advance:
        for definition, compiled in selection:
            found = compiled
            if compiled.whole and compiled.sop is not None:
                drawing, found = drawn(run, compiled, options)
                name = f"{agency_of(definition, compiled)}"
                if definition.stem not in (None, name):
                    name += f"-{definition.stem}"
                heading = heading_json(definition, compiled, compiled.sop)
                proofs.append(Proof(name, heading, len(drawing.pages), audit(drawing)))
                run.counts[Severity.ERROR] += sum(proofs[-1].audit.counts.values())
            run.findings(found, several=selection.several)
            advance()
    if run.as_json:
        objects = [_as_json(proof) for proof in proofs]
        if objects:
            run.out_json(objects if selection.several else objects[0])
    elif selection.several:
        _print_many(run, proofs)
    else:
        for proof in proofs:
            _print_one(run, proof)
    if not run.as_json:
        for proof in proofs:
            for fault in proof.audit.faults:
                run.out(f"{escaped(proof.name)}: {escaped(fault)}\n")


def _as_json(proof: Proof) -> dict[str, object]:
    found = proof.audit
    return {
        **proof.heading,
        "pages": proof.pages,
        "sound": found.sound,
        "counts": dict(found.counts),
        "crossings": found.crossings,
        "bends": found.bends,
        "faults": list(found.faults),
    }


def _print_one(run: Run, proof: Proof) -> None:
    """A line on each count."""
    found, say = proof.audit, run.say
    rows = [(name, say(MEANINGS[name]), str(found.counts[name])) for name in INVARIANTS]
    rows += [
        (
            "crossings",
            say(Text("persilangan panah (boleh)", "connectors that cross (legal)")),
            str(found.crossings),
        ),
        ("bends", say(Text("belokan panah (boleh)", "corners of connectors (legal)")), str(found.bends)),
    ]
    headings = [say(Text("Aturan", "Rule")), say(Text("Arti", "Meaning")), say(Text("Jumlah", "Count"))]
    print_table(run, headings, rows, numbers=[2], whole=[0])


def _print_many(run: Run, proofs: Sequence[Proof]) -> None:
    """A line on each SOP, and the sum where there are several.

    A terminal that has no room for a column a rule gets one for all: the faults below name their rules.
    """
    say = run.say
    legal = [say(Text("Halaman", "Pages")), say(Text("Silang", "Crossings")), say(Text("Belok", "Bends"))]
    rows = [
        (proof.name, *_figures(proof), str(proof.pages), str(proof.audit.crossings), str(proof.audit.bends))
        for proof in proofs
    ]
    if len(proofs) > 1:
        sums = [str(sum(int(row[at]) for row in rows)) for at in range(1, len(rows[0]))]
        rows.append((say(Text("jumlah", "total")), *sums))
    headings, behind = ["SOP", *INVARIANTS, *legal], len(INVARIANTS) + 1
    if too_wide(run, headings, rows):
        headings = ["SOP", say(Text("Kesalahan", "Faults")), *legal]
        rows = [(row[0], str(sum(map(int, row[1:behind]))), *row[behind:]) for row in rows]
    print_table(run, headings, rows, numbers=range(1, len(headings)), whole=[0])


def _figures(proof: Proof) -> list[str]:
    return [str(proof.audit.counts[name]) for name in INVARIANTS]
