"""What each role does: its steps, and what passes between them."""

import json
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sop_engine import compile_sop
from sop_engine.analysis.instructions import Instruction, Relay, Task, instructions_of, printed_names
from sop_engine.graph.build import build
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.sop import Sop
from sop_engine.model.validate import validate
from sop_engine.model.waktu import Waktu, parse_waktu
from sop_engine.reading import read
from sop_engine.source import SourceFile
from tests.layout.generator import random_sop


def made(file: Path) -> tuple[Sop, ProcessGraph]:
    """A SOP and its graph."""
    compiled = compile_sop(file)
    assert compiled.sop is not None
    assert compiled.graph is not None
    return compiled.sop, compiled.graph


def steps(instructions: tuple[Instruction, ...]) -> dict[str, list[str]]:
    """The steps of each role."""
    return {one.role: [task.step for task in one.tasks] for one in instructions}


def of(instructions: tuple[Instruction, ...], role: str, step: str) -> Task:
    """The task of a role at a step."""
    (one,) = (one for one in instructions if one.role == role)
    return next(task for task in one.tasks if task.step == step)


def test_dumai(root) -> None:
    """Each role has its rows in order, and the recapitulation comes back from the head when the answer is Tidak."""
    found = instructions_of(*made(root / "definitions" / "dumai.yaml"))
    assert steps(found) == {
        "kepala": ["7"],
        "sekretaris": ["3", "6"],
        "jfp_sekretariat": ["1", "5"],
        "jfp_bidang": ["3", "4"],
        "staf": ["2", "8"],
    }
    assert of(found, "jfp_sekretariat", "5") == Task(
        step="5",
        row=4,
        number="5",
        activity="JFP di Sekretariat membuat rekapitulasi hasil laporan kinerja masing-masing bidang dan melaporkan "
        "pada Kepala Bappedalitbang melalui Sekretaris",
        question=None,
        responsible=True,
        partners=(),
        decides=False,
        starts=False,
        ends=False,
        waits=False,
        receives=(
            Relay("4", ("jfp_bidang",), None, returned=False, most=None, together=False),
            Relay("7", ("kepala",), "Tidak", returned=True, most=None, together=False),
        ),
        inputs=("Laporan Kinerja Bidang", "SPJ Fungsional"),
        time=parse_waktu("1 Jam"),
        shared=(),
        whole=False,
        outputs=("Draft Laporan TW",),
        hands=(Relay("6", ("sekretaris",), None, returned=False, most=None, together=False),),
        remarks=(),
    )
    joint = of(found, "jfp_bidang", "3")
    assert (joint.responsible, joint.partners) == (False, ("sekretaris",))
    assert [one.complete for one in found] == [True] * 5


def test_splits_waits_and_bounded_loops(root) -> None:
    """Row 1 goes to two at once; row 4 waits for both, and comes back from row 6 at most once."""
    found = instructions_of(*made(root / "tests" / "definitions" / "pengadaan.yaml"))
    assert [relay[:2] + relay[5:] for relay in of(found, "ppk", "1").hands] == [
        ("2", ("staf",), True),
        ("3", ("pejabat_pengadaan",), True),
    ]
    price = of(found, "ppk", "4")
    assert price.waits
    assert price.receives == (
        Relay("2", ("staf",), None, returned=False, most=None, together=False),
        Relay("3", ("pejabat_pengadaan",), None, returned=False, most=None, together=False),
        Relay("6", ("pejabat_pengadaan",), "Melebihi HPS", returned=True, most=1, together=False),
    )
    assert of(found, "penyedia", "7").partners == ("ppk",)
    assert of(found, "staf", "11").ends


def test_ends_shared_times_and_rows_of_several_symbols(root) -> None:
    """An answer may end it all; a shared time is that of both rows; the time of a row is that of all its symbols."""
    permits = instructions_of(*made(root / "tests" / "definitions" / "perizinan.yaml"))
    assert of(permits, "loket", "3").hands[2] == Relay(
        None, (), "Bukan kewenangan", returned=False, most=None, together=False
    )
    for shared in (of(permits, "verifikator", "10"), of(permits, "kabid", "11")):
        assert (shared.time, shared.shared, shared.whole) == (
            parse_waktu("setengah jam"),
            ("10", "11"),
            False,
        )
    advice = instructions_of(*made(root / "tests" / "definitions" / "telaahan.yaml"))
    assert [(task.step, task.number, task.whole) for task in advice[0].tasks] == [
        ("2", "2", False),
        ("bahan", "bahan", False),
        ("3a", "3a", True),
        ("4", "4", False),
        ("6", "6", False),
        ("7", "7", False),
    ]


def test_names_on_paper() -> None:
    """A number that names one row stands for it, without its dot; one that repeats does not, nor does one of symbols."""
    compiled = compile_sop("""\
versi_format: 1
instansi: {kode: uji, nama: Dinas Uji}
identitas: {nama: Uji}
pelaksana: {a: Staf, b: Tamu}
kegiatan:
  - {nomor: 1., id: awal, uraian: Menyusun, pelaksana: a}
  - {nomor: 2, id: dua, uraian: Memeriksa, pelaksana: a}
  - {nomor: 2, id: dua-lagi, uraian: Memeriksa lagi, pelaksana: a, lanjut: x}
  - {nomor: 3, uraian: Mengirim, simbol: [{id: x, pelaksana: a, bentuk: selesai}]}
""")
    assert compiled.sop is not None
    assert compiled.graph is not None
    assert printed_names(compiled.sop, compiled.graph) == {
        "awal": "1",
        "dua": "dua",
        "dua-lagi": "dua-lagi",
        "x": "x",
    }
    idle = instructions_of(compiled.sop, compiled.graph)[1]
    assert idle == Instruction("b", (), complete=True)
    assert isinstance(instructions_of(compiled.sop, compiled.graph)[0].tasks[0].time, Waktu)


@given(st.integers(0, 3_000))
def test_steps_stand_with_their_roles_and_hand_offs_mirror_each_other(seed: int) -> None:
    """Every written step with exactly its roles; what goes out of one task comes in at another, and nothing else."""
    document, _ = read(SourceFile("acak.yaml", json.dumps(random_sop(seed))))
    assert document is not None
    sop = validate(document).sop
    assert sop is not None
    graph = build(sop, document)
    found = instructions_of(sop, graph)
    held = Counter((task.step, one.role) for one in found for task in one.tasks)
    assert held == Counter(
        (step.id, role) for step in graph.steps.values() if not step.virtual for role in step.lanes
    )
    tasks = {task.step: task for one in found for task in one.tasks if task.responsible}
    out = Counter(
        (task.step, relay.step, *relay[2:]) for task in tasks.values() for relay in task.hands if relay.step
    )
    into = Counter((relay.step, task.step, *relay[2:]) for task in tasks.values() for relay in task.receives)
    assert out == into
    for task in tasks.values():
        for relay in (*task.hands, *task.receives):
            assert relay.roles == (graph.steps[relay.step].lanes if relay.step else ())
    for one in found:
        for task in one.tasks:
            mine = tasks[task.step]
            assert (task.receives, task.hands) == (mine.receives, mine.hands)
