"""The conductor: one definition through all stages. No logic of its own.

In: bytes, a path or a ``SourceFile``. Out: ``Compiled``.
"""

from dataclasses import replace
from pathlib import Path

from sop_engine.analysis.total import total
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, in_order
from sop_engine.graph.build import build
from sop_engine.model.validate import validate
from sop_engine.reading import decode, read
from sop_engine.rules.choice import Choice, default_choice
from sop_engine.rules.run import check
from sop_engine.rules.silence import silence
from sop_engine.source import SourceFile

__all__ = ["compile_bytes", "compile_path", "compile_source"]


def compile_source(source: SourceFile, agency: str | None = None, choice: Choice | None = None) -> Compiled:
    """Read, validate, build, sum and check one definition.

    Args:
        source: its text.
        agency: the code that the name of its file or folder promises, if any.
        choice: which findings are wanted; those that are on by default when not given.

    Returns:
        Everything that could be reached, with all findings in order.
    """
    choice = choice or default_choice()
    document, found = read(source)
    if document is None:
        return Compiled(source, diagnostics=choice.applied(found))
    unfit = any(diagnostic.is_error for diagnostic in found)
    validated = validate(document)
    found += tuple(fault for fault in validated.diagnostics if not _follows(fault, found))
    whole = validated.whole and not unfit
    if validated.sop is None:
        return Compiled(source, document, agency=agency, diagnostics=choice.applied(in_order(found)))
    graph = build(validated.sop, document, complete=validated.flow_known and not unfit)
    times = [row.mutu_baku.waktu for row in validated.sop.kegiatan]
    summed = total(times) if validated.rows_whole and not unfit else None
    compiled = Compiled(source, document, validated.sop, graph, summed, agency, whole, choice.today, found)
    findings = silence(document, in_order((*found, *check(compiled, off=choice.off))), off=choice.off)
    return replace(compiled, diagnostics=choice.applied(findings))


def compile_bytes(
    data: bytes, name: str, agency: str | None = None, choice: Choice | None = None
) -> Compiled:
    """Compile the content of a file; ``name`` is what messages call it, the rest is as for a source."""
    source, faults = decode(data, name)
    return Compiled(source, diagnostics=faults) if faults else compile_source(source, agency, choice)


def compile_path(path: Path, name: str | None = None) -> Compiled:
    """Compile a file.

    Raises:
        OSError: the file cannot be read.
    """
    return compile_bytes(path.read_bytes(), str(path) if name is None else name)


def _follows(fault: Diagnostic, before: tuple[Diagnostic, ...]) -> bool:
    """Whether a finding of the models only repeats what reading has refused at the same place."""
    return any(
        one.is_error and one.span.start < fault.span.end and fault.span.start < one.span.end for one in before
    )
