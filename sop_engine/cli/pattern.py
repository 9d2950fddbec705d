"""Another SOP as the beginning of a new one: which it is, and what it says of its agency.

In: what ``--from`` names, or an agency's code. Out: a ``Compiled``, and words about the agency.
"""

import os
from dataclasses import replace

from sop_engine.authoring.template import Start
from sop_engine.cli.naming import Naming
from sop_engine.cli.run import Run
from sop_engine.cli.selection import choose_one
from sop_engine.cli.shelf import Shelf
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError

__all__ = ["known_office", "office_of", "pattern_of", "with_logo"]


def pattern_of(run: Run, naming: Naming, start: Start) -> Compiled | None:
    """The SOP that ``--from`` names; None where it is faulty, which has been said."""
    if start.roles or start.steps:
        raise UsageError(
            Text(
                "--from membawa pelaksana dan kegiatannya sendiri",
                "--from brings its own roles and activities",
            ),
            Text("hapus --pelaksana dan --kegiatan", "leave --pelaksana and --kegiatan out"),
        )
    for _, compiled in choose_one(run, naming):
        if compiled.document is not None and not compiled.has_errors:
            return compiled
        run.findings(compiled, several=False)
    return None


def office_of(compiled: Compiled) -> dict[str, str]:
    """What a definition says of its agency, and of the office that signs."""
    data = compiled.document.data if compiled.document else {}
    office = data.get("instansi")
    identity = data.get("identitas")
    found = dict(office) if isinstance(office, dict) else {}
    signed = identity.get("disahkan_oleh") if isinstance(identity, dict) else None
    found["jabatan"] = signed.get("jabatan") if isinstance(signed, dict) else signed
    return {key: value for key, value in found.items() if isinstance(value, str)}


def known_office(run: Run, definitions: str | None, code: str) -> dict[str, str]:
    """What is known of the agency from its other SOPs."""
    try:
        items = Shelf(run, definitions).of_agency(code, None)
    except UsageError:
        return {}
    return next((office_of(item.compiled) for item in items if item.compiled is not None), {})


def with_logo(start: Start, pattern: Compiled, folder: str) -> Start:
    """The logo of the pattern's agency, seen from the new file."""
    logo = office_of(pattern).get("logo")
    there = os.path.dirname(pattern.source.name)  # noqa: PTH120 - text
    if logo is None or not os.path.isfile(os.path.join(there, logo)):  # noqa: PTH113, PTH118
        return start
    try:
        seen = os.path.relpath(os.path.join(there, logo), folder or ".")  # noqa: PTH118
    except ValueError:
        # On another drive there is no way from here to there.
        return start
    return replace(start, logo=seen.replace(os.sep, "/"))
