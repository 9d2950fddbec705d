"""Symbols, pentagons and connectors of one page."""

from sop_engine.layout.figures import sheet_figures
from sop_engine.layout.page import PageFlow, Part, flow_of_page, refined
from sop_engine.layout.style import Style
from sop_engine.layout.symbols import Plan, plan_symbols
from sop_engine.pipeline import compile_bytes

SOP = """
versi_format: 1
instansi: {kode: uji, nama: Uji}
identitas: {nama: Uji}
pelaksana: {a: A, b: B}
kegiatan:
- {nomor: 1, uraian: Satu, pelaksana: a, cabang: {Ya: 2, Tidak: 4}}
- {nomor: 2, uraian: Dua, pelaksana: b, lanjut: 4}
- {nomor: 3, uraian: Tiga, pelaksana: a, bentuk: mulai}
- {nomor: 4, uraian: Empat, pelaksana: b, cabang: {Ya: 5, Tidak: 2}}
- {nomor: 5, uraian: Lima, pelaksana: a}
"""


def plan() -> Plan:
    """The plan of the SOP above."""
    compiled = compile_bytes(SOP.encode(), "uji.yaml")
    assert compiled.sop is not None
    assert compiled.graph is not None
    return plan_symbols(compiled.sop, compiled.graph, sheet_figures(Style(), (), 60.0, 200.0))


def page(first: int, last: int) -> PageFlow:
    """The flow of some of its rows."""
    found = plan()
    parts = [Part(row, (0, 1), (0, count)) for row, count in enumerate(found.levels)]
    part_of = [spot.row for spot in found.spots]
    return refined(flow_of_page(found, parts, (first, last), part_of, 2))


def pentagons(flow: PageFlow) -> list[tuple[str, bool, bool]]:
    """What each pentagon names, whether the flow comes in there, and whether it stands above."""
    spots = plan().spots
    return [(spots[item.target].id, item.entering, item.above) for item in flow.offpages]


def test_flows_that_leave_to_one_step_share_a_pentagon() -> None:
    """Row 4 is named once on the page of rows 1 and 2, whoever goes there; row 2 comes back below."""
    flow = page(0, 2)
    assert pentagons(flow) == [("2", True, False), ("4", False, False)]
    assert flow.bands == ((0, 1), (1, 2), (2, 3))
    assert (flow.above, flow.below) == (False, True)
    ends = [len(flow.spots) + 1 == link.target for link in flow.links]
    assert sum(ends) == 2


def test_flows_that_come_to_one_step_share_a_pentagon_and_a_line() -> None:
    """Two wires, one link."""
    flow = page(2, 5)
    assert pentagons(flow) == [("4", True, True), ("2", False, True)]
    found = plan()
    entering = [
        wires for link, wires in zip(flow.links, flow.wires, strict=True) if link.source >= len(flow.spots)
    ]
    assert [[found.spots[found.wires[at].source].id for at in wires] for wires in entering] == [["1", "2"]]


def test_a_page_of_everything_has_no_pentagon() -> None:
    """All flows stay on it."""
    flow = page(0, 5)
    assert (flow.offpages, flow.above, flow.below) == ((), False, False)
    assert len(flow.links) == len(plan().wires)
