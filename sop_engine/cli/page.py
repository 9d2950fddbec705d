"""One SOP on a page of text, or as JSON.

In: a SOP that could be read whole. Out: what ``sop show`` prints.
"""

from collections.abc import Iterator, Sequence

from sop_engine.cli.facts import (
    agreement_of,
    heading_json,
    measured_rows,
    path_json,
    row_ids,
    total_json,
    verdict,
)
from sop_engine.cli.run import Run
from sop_engine.cli.tables import columns
from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.graph.process import Flow, ProcessGraph, Step
from sop_engine.layout.measure import runs_of
from sop_engine.library import Definition
from sop_engine.model.sop import Identitas, Kegiatan, Sop
from sop_engine.model.tanggal import Tanggal
from sop_engine.report.terminal import cells

__all__ = ["page", "page_json"]

WIDTH, WIDEST = 80, 120
"""Cells of a line where nobody says how wide the terminal is, and where a wide one would tear rows apart."""

# As the form has them: number and dates, who approved it, and then the lists.
VALUES = (
    ("nomor", Text("Nomor", "Number")),
    ("tanggal_pembuatan", Text("Dibuat", "Made")),
    ("tanggal_revisi", Text("Direvisi", "Revised")),
    ("tanggal_efektif", Text("Efektif", "Effective")),
)
SIGNER = Text("Disahkan oleh", "Approved by")
LISTS = (
    ("dasar_hukum", Text("Dasar hukum", "Legal basis")),
    ("kualifikasi_pelaksana", Text("Kualifikasi", "Qualification")),
    ("keterkaitan", Text("Keterkaitan", "Related SOPs")),
    ("peralatan_perlengkapan", Text("Peralatan", "Equipment")),
    ("peringatan", Text("Peringatan", "Warning")),
    ("pencatatan_pendataan", Text("Pencatatan", "Records")),
)
HEADINGS = (
    Text("No", "No"),
    Text("Kegiatan", "Activity"),
    Text("Pelaksana", "Role"),
    Text("Waktu", "Time"),
    Text("Alur", "Flow"),
)


def page(run: Run, compiled: Compiled, sop: Sop, graph: ProcessGraph) -> str:
    """The page, in the run's language, as wide as the terminal allows."""
    width = min(max(run.width, 60), WIDEST) if run.terminal else WIDTH
    instansi = sop.instansi
    places = (place for place in (instansi.unit, instansi.nama, instansi.pemerintah) if place)
    lines = columns([[[sop.identitas.nama]], [[", ".join(places)]]], [width])
    lines += ["", *_facts(run, sop, width), "", *_table(run, sop, graph, width), ""]
    lines.append(run.say(Text(f"Jumlah waktu {compiled.total}", f"Total time {compiled.total}")))
    if agreement_of(compiled, sop) is not None and sop.jumlah_waktu is not None:
        stated = f"{sop.jumlah_waktu.teks}: {run.say(verdict(compiled, sop))}"
        lines += columns([[[run.say(Text(f"Dinyatakan {stated}", f"Stated {stated}"))]]], [width])
    if sop.catatan:
        lines += ["", *columns([[[note]] for note in sop.catatan], [width])]
    return "\n".join(lines) + "\n"


def _facts(run: Run, sop: Sop, width: int) -> list[str]:
    """Labels and values side by side; what the document leaves empty is left out."""
    identitas = sop.identitas
    stated: list[tuple[Text, list[str]]] = [
        (Text("Instansi", "Agency"), [sop.instansi.kode]),
        (Text("Status", "Status"), [sop.status]),
    ]
    for field, label in VALUES:
        value = getattr(identitas, field)
        stated.append((label, [] if value is None else [str(value)]))
    stated.append((SIGNER, _signer(identitas)))
    stated += [(label, _numbered(getattr(identitas, field))) for field, label in LISTS]
    facts = [(run.say(label), items) for label, items in stated if items]
    for at, role in enumerate(sop.pelaksana.values()):
        people = f" ({role.jumlah})" if role.jumlah > 1 else ""
        facts.append((run.say(Text("Peran", "Roles")) if at == 0 else "", [f"{role.nama}{people}"]))
    label_width = max(cells(label) for label, _ in facts)
    rows = [[[label], items] for label, items in facts]
    return columns(rows, [label_width, width - label_width - 2])


def _numbered(items: Sequence[str]) -> list[str]:
    """As the form prints a list: numbered where there are two or more."""
    return [f"{number}. {item}" for number, item in enumerate(items, 1)] if len(items) > 1 else list(items)


def _signer(identitas: Identitas) -> list[str]:
    signer = identitas.disahkan_oleh
    if signer is None:
        return []
    nip = f"NIP {signer.nip}" if signer.nip else None
    return [part for part in (signer.jabatan, signer.nama, nip) if part]


def _table(run: Run, sop: Sop, graph: ProcessGraph, width: int) -> list[str]:
    rows = [[[run.say(heading)] for heading in HEADINGS]]
    by_row = _by_row(graph)
    for index, row in enumerate(sop.kegiatan):
        steps = by_row.get(index, [])
        several = row.simbol is not None
        roles = [_roles(sop, step, several=several) for step in steps]
        flows = [line for step in steps for line in _flows(run, graph, step, several=several)]
        rows.append([[row.nomor or ""], _words(row), roles, [_time(row)], flows])
    number = min(max(cells(row[0][0]) for row in rows), 8)
    time = min(max(cells(row[3][0]) for row in rows), 15)
    flow = min(max((cells(line) for row in rows for line in row[4]), default=0), 18)
    role = min(max((cells(line) for row in rows for line in row[2]), default=0), width // 4)
    longest = max(cells(line) for row in rows for line in row[1])
    activity = min(longest, width - number - time - flow - role - 8)
    widths = [number, activity, role, time, flow]
    head, *body = rows
    return [*columns([head], widths), "  ".join("-" * size for size in widths), *columns(body, widths)]


def _by_row(graph: ProcessGraph) -> dict[int, list[Step]]:
    """The steps that the author wrote, by the index of their row."""
    found: dict[int, list[Step]] = {}
    for step in graph.steps.values():
        if not step.virtual:
            found.setdefault(step.row, []).append(step)
    return found


def _words(row: Kegiatan) -> list[str]:
    # Underscores that mark italics are for the printed sheet.
    words = ["".join(run.text for run in runs_of(line)) for line in row.uraian.splitlines()]
    return [*words, f"({row.teks})"] if row.teks else words


def _time(row: Kegiatan) -> str:
    waktu = row.mutu_baku.waktu
    return f"= {waktu.bersama}" if waktu.bersama else str(waktu)


def _roles(sop: Sop, step: Step, *, several: bool) -> str:
    names = " + ".join(sop.pelaksana[lane].nama for lane in step.lanes)
    return f"{step.id} {names}" if several else names


def _flows(run: Run, graph: ProcessGraph, step: Step, *, several: bool) -> Iterator[str]:
    """A line for each way on; the arms of a split share one."""
    before = f"{step.id} " if several else ""
    if step.waits:
        yield before + run.say(Text("menunggu semua", "waits for all"))
    ways: dict[int | None, list[Flow]] = {}
    for flow in graph.outgoing[step.id]:
        ways.setdefault(flow.branch, []).append(flow)
    for flows in ways.values():
        label = f"{flows[0].label} " if flows[0].label else ""
        targets = " + ".join(_target(run, graph, flow) for flow in flows)
        yield f"{before}{label}→ {targets}"
    if step.is_end and not ways:
        yield before + run.say(Text("selesai", "end"))


def _target(run: Run, graph: ProcessGraph, flow: Flow) -> str:
    target = graph.steps[flow.target]
    return run.say(Text("selesai", "end")) if target.virtual else target.id


def page_json(definition: Definition, compiled: Compiled, sop: Sop, graph: ProcessGraph) -> dict[str, object]:
    """The whole SOP with stable English keys; texts as written, times exact."""
    identitas = sop.identitas
    signer = identitas.disahkan_oleh
    by_row = _by_row(graph)
    rows = zip(row_ids(compiled, sop), sop.kegiatan, measured_rows(compiled, sop), strict=True)
    return {
        **heading_json(definition, compiled, sop),
        "path": path_json(definition),
        "status": sop.status,
        "institution": {
            "government": sop.instansi.pemerintah,
            "name": sop.instansi.nama,
            "unit": sop.instansi.unit,
        },
        "number": identitas.nomor,
        "created": _date(identitas.tanggal_pembuatan),
        "revised": _date(identitas.tanggal_revisi),
        "effective": _date(identitas.tanggal_efektif),
        "approved_by": None
        if signer is None
        else {"position": signer.jabatan, "name": signer.nama, "nip": signer.nip},
        "legal_basis": list(identitas.dasar_hukum),
        "qualifications": list(identitas.kualifikasi_pelaksana),
        "related": list(identitas.keterkaitan),
        "equipment": list(identitas.peralatan_perlengkapan),
        "warnings": list(identitas.peringatan),
        "records": list(identitas.pencatatan_pendataan),
        "roles": [
            {"key": key, "name": role.nama, "count": role.jumlah} for key, role in sop.pelaksana.items()
        ],
        "rows": [
            _row_json(graph, by_row.get(index, []), name, row, measured=measured)
            for index, (name, row, measured) in enumerate(rows)
        ],
        "notes": list(sop.catatan),
        **total_json(compiled, sop),
    }


def _date(date: Tanggal | None) -> str | None:
    return None if date is None else date.as_json()


def _row_json(
    graph: ProcessGraph, steps: Sequence[Step], name: str, row: Kegiatan, *, measured: bool
) -> dict[str, object]:
    waktu = row.mutu_baku.waktu
    return {
        "id": name,
        "number": row.nomor,
        "activity": row.uraian,
        "inputs": list(row.mutu_baku.kelengkapan),
        "waktu": waktu.as_json(),
        "measured": measured,
        "shared": waktu.bersama,
        "outputs": list(row.mutu_baku.output),
        "remarks": list(row.keterangan),
        "steps": [_step_json(graph, step) for step in steps],
    }


def _step_json(graph: ProcessGraph, step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "roles": list(step.lanes),
        "kind": step.kind.value,
        "text": step.teks,
        "start": step.is_start,
        "end": step.is_end,
        "waits": step.waits,
        "flows": [
            {
                "to": None if graph.steps[flow.target].virtual else flow.target,
                "kind": flow.kind.value,
                "label": flow.label,
                "probability": str(flow.probability) if flow.branch is not None else None,
                "repeats": flow.repeats,
            }
            for flow in graph.outgoing[step.id]
        ],
    }
