"""Several SOPs side by side: what of their rows differs."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.analysis.comparing import Aspect, Comparison, Gap, compared, gap
from sop_engine.analysis.revising import Version
from sop_engine.analysis.total import Total, total
from sop_engine.model.satuan import ZERO, Amount, Unit
from sop_engine.model.waktu import parse_waktu
from sop_engine.pipeline import compile_path, compile_source
from sop_engine.source import SourceFile
from tests.layout.generator import random_sop

TEXTS = ("Menerima surat permohonan", "Memeriksa kelengkapan berkas", "Mengarsipkan dokumen")


def version(data: dict[str, Any]) -> Version:
    """What a definition says."""
    found = compile_source(SourceFile("uji.yaml", json.dumps(data)))
    assert found.sop is not None
    assert found.graph is not None
    return Version(found.sop, found.graph, found.total)


def three(changes: dict[int, dict[str, Any]] | None = None, order: tuple[int, ...] = (0, 1, 2)) -> Version:
    """A SOP of three rows that go on one to the next, with something of some of them changed."""
    rows: list[dict[str, Any]] = [
        {"nomor": at + 1, "uraian": text, "pelaksana": "staf", "mutu_baku": {"waktu": "30 menit"}}
        for at, text in enumerate(TEXTS)
    ]
    for at, fields in (changes or {}).items():
        rows[at].update(fields)
    return version(
        {
            "versi_format": 1,
            "instansi": {"kode": "uji", "nama": "Badan Uji"},
            "identitas": {"nama": "Uji"},
            "pelaksana": {"staf": "Staf", "kepala": "Kepala", "pelaksana": "STAF"},
            "kegiatan": [rows[at] for at in order],
        }
    )


def differing(found: Comparison) -> list[list[str]]:
    """What differs of each line."""
    return [[aspect.value for aspect in line.differs] for line in found.lines]


def numbers(found: Comparison) -> list[list[str | None]]:
    """The numbers of the rows of each line."""
    return [[None if row is None else row.called for row in line.rows] for line in found.lines]


def test_three_agencies_differ_where_their_tables_differ(definitions):
    """Balangan, Samarinda and Kalteng, read row by row in their tables; 0, 1, 2 is who first says the same.

    1: "kepada subbag/seksi", "Analis Perencanaan Program", "subbag/subbid". Documents: "Rencana Aksi, PK" once, and
       "Perjanjian Kinerja, Rencana Aksi" twice. Sekretaris, 15 menit and Disposisi are the same.
    2: Kepala Bidang, Analis, Kepala Bidang. Documents: three in Balangan, the same torn two in the others. "Lembar
       Disposisi" and "Lembar disposisi" are one.
    3: Kepala Seksi, Staf Penyusun, Koordinator. Documents: four in Balangan; "Laporan Progres Bulanan" and "Laporan
       Progress" in the others.
    4: nothing but "PK" against "Perjanjian Kinerja".
    5: Kasubbag, Analis, JF Perencana; documents as in 4.
    6: "laporan semesteran", "laporan", "laporan tahunan"; roles as in 5. "2 hari" and "2 Hari" are one.
    7: "semester dan laporan tahunan", "kinerja semester dan laporan tahunan", "kinerja tahunan"; only Kalteng decides.
    8: "semesteran", "sementara", "kinerja tahunan kepada pejabat terkait"; roles as in 5.
    9: three texts; roles as in 5; 15 menit twice, and "satu hari" in Kalteng.

    Totals: 15 + 30 + 2 + 30 + 30 + 60 + 15 menit = 182 menit = 3 jam 2 menit, and 2 + 120 hari, in both of the first;
    in Kalteng 15 menit less and 1 hari more: 167 menit = 2 jam 47 menit, and 123 hari.
    """
    names = ("balangan", "samarinda", "kalteng")
    compiled = [compile_path(definitions / f"{name}.yaml") for name in names]
    found = compared([Version(one.sop, one.graph, one.total) for one in compiled])
    all_three, last_two, last, ends_alike = (0, 1, 2), (0, 1, 1), (0, 0, 2), (0, 1, 0)
    assert numbers(found) == [[str(at)] * 3 for at in range(1, 10)]
    assert all(not line.moved for line in found.lines)
    assert [{aspect: line.like[aspect] for aspect in line.differs} for line in found.lines] == [
        {Aspect.ACTIVITY: all_three, Aspect.INPUTS: last_two},
        {Aspect.ROLES: ends_alike, Aspect.INPUTS: last_two},
        {Aspect.ROLES: all_three, Aspect.INPUTS: all_three},
        {Aspect.INPUTS: last_two},
        {Aspect.ROLES: all_three, Aspect.INPUTS: last_two},
        {Aspect.ACTIVITY: all_three, Aspect.ROLES: all_three},
        {Aspect.ACTIVITY: all_three, Aspect.SHAPE: last, Aspect.FLOW: last},
        {Aspect.ACTIVITY: all_three, Aspect.ROLES: all_three},
        {Aspect.ACTIVITY: all_three, Aspect.ROLES: all_three, Aspect.TIME: last},
    ]
    assert found.counts == {
        Aspect.ACTIVITY: 5,
        Aspect.ROLES: 6,
        Aspect.TIME: 1,
        Aspect.SHAPE: 1,
        Aspect.FLOW: 1,
        Aspect.INPUTS: 5,
    }
    assert found.common == 9
    assert [str(one.total) for one in found.versions] == [
        "122 hari 3 jam 2 menit",
        "122 hari 3 jam 2 menit",
        "123 hari 2 jam 47 menit",
    ]
    assert [str(one) for one in found.gaps] == ["0 menit", "0 menit", "+1 hari -15 menit"]


@pytest.mark.parametrize(
    ("row", "differs"),
    [
        ({"nomor": "2a"}, []),
        ({"uraian": "MEMERIKSA  kelengkapan _berkas_"}, []),
        ({"uraian": "Memeriksa kelengkapan berkasnya"}, ["activity"]),
        ({"pelaksana": "pelaksana"}, []),
        ({"pelaksana": "kepala"}, ["roles"]),
        ({"pelaksana": ["staf", "kepala"]}, ["roles"]),
        ({"mutu_baku": {"waktu": "0,5 jam"}}, []),
        ({"mutu_baku": {"waktu": "± 30 menit"}}, ["waktu"]),
        ({"mutu_baku": {"waktu": "30 menit/berkas"}}, ["waktu"]),
        ({"mutu_baku": {"waktu": "15-30 menit"}}, ["waktu"]),
        ({"mutu_baku": {"waktu": "Segera"}}, ["waktu"]),
        ({"mutu_baku": {}}, ["waktu"]),
        ({"mutu_baku": {"waktu": "maks. 30 menit"}}, ["waktu"]),
        ({"mutu_baku": {"waktu": {"bersama": "1"}}}, ["waktu"]),
        ({"mutu_baku": {"waktu": "30 menit", "kelengkapan": ["Berkas"]}}, ["inputs"]),
        ({"mutu_baku": {"waktu": "30 menit", "output": "Berkas"}}, ["outputs"]),
        ({"keterangan": "Januari"}, ["remarks"]),
        ({"teks": "Periksa"}, ["text"]),
        ({"lanjut": "3"}, []),
        ({"lanjut": "selesai"}, ["flow"]),
        ({"bentuk": "proses"}, []),
        ({"cabang": {"Ya": "3", "Tidak": "1"}}, ["shape", "flow"]),
    ],
)
def test_what_of_a_row_differs(row, differs):
    """Each kind of change alone; numbers and keys, and how a text is set, are no difference."""
    assert differing(compared([three(), three({1: row})])) == [[], differs, []]


def test_the_order_of_documents_and_branches_does_not_count():
    """A list of documents is no sequence, and neither are the branches of a decision."""
    one, other = (
        three(
            {
                1: {
                    "mutu_baku": {"waktu": "1 jam", "kelengkapan": list(documents)},
                    "cabang": {label: {"Ya": "3", "Tidak": "1"}[label] for label in labels},
                }
            }
        )
        for documents, labels in ((("ATK", "Surat"), ("Ya", "Tidak")), (("surat", "atk"), ("Tidak", "Ya")))
    )
    assert differing(compared([one, other])) == [[], [], []]


def test_a_shared_time_is_shared_with_the_same_row():
    """The third row has the time of the second in both, whatever the second is called."""
    shared = {2: {"mutu_baku": {"waktu": {"bersama": "2"}}}}
    renamed = {1: {"nomor": "5"}, 2: {"mutu_baku": {"waktu": {"bersama": "5"}}}}
    assert differing(compared([three(shared), three(renamed)])) == [[], [], []]
    assert differing(compared([three(shared), three()])) == [[], [], ["waktu"]]


def test_a_row_that_one_lacks_is_no_other_flow():
    """Who has it is told, and that the row before it goes on to what comes next is no difference of flow."""
    found = compared([three(), three(order=(0, 2)), three()])
    assert numbers(found) == [["1", "1", "1"], ["2", None, "2"], ["3", "3", "3"]]
    assert [line.missing for line in found.lines] == [(), (1,), ()]
    assert found.lines[1].like[Aspect.ACTIVITY] == (0, None, 0)
    assert differing(found) == [[], [], []]
    assert (found.common, found.counts) == (2, {})
    assert [str(one) for one in found.gaps] == ["0 menit", "-30 menit", "0 menit"]


def test_a_row_that_moved_is_one_line():
    """The first row stands last in the second SOP: it has moved there, and nothing is missing."""
    found = compared([three(), three(order=(1, 2, 0))])
    assert numbers(found) == [["1", "1"], ["2", "2"], ["3", "3"]]
    assert [line.moved for line in found.lines] == [frozenset({1}), frozenset(), frozenset()]
    assert differing(found) == [[], [], []]


@given(st.integers(0, 1_000_000))
@settings(max_examples=30)
def test_a_sop_does_not_differ_from_itself(seed):
    """Whatever it holds: every row is its own, nothing differs and nothing has moved."""
    one = version(random_sop(seed))
    found = compared([one, one, one])
    assert [tuple(row.at for row in line.rows) for line in found.lines] == [
        (at, at, at) for at in range(len(one.rows))
    ]
    assert (found.counts, found.common) == ({}, len(one.rows))
    assert all(not line.moved for line in found.lines)


def total_of(*texts: str) -> Total:
    """The total of rows with these times."""
    return total(map(parse_waktu, texts))


@pytest.mark.parametrize(
    ("one", "other", "text", "json_value"),
    [
        (("2 hari",), ("2 hari",), "0 menit", {"text": "0 menit", "parts": {"menit": 0}}),
        (
            ("1 hari",),
            ("90 menit",),
            "+1 hari -1 jam -30 menit",
            {"text": "+1 hari -1 jam -30 menit", "parts": {"hari": 1, "jam": -1, "menit": -30}},
        ),
        (
            ("1-3 hari",),
            ("2 hari",),
            "-1 hari s.d. +1 hari",
            {"text": "-1 hari s.d. +1 hari", "min": {"hari": -1}, "max": {"hari": 1}},
        ),
        (
            ("0,5 hari",),
            ("1 hari",),
            "-0,5 hari",
            {"text": "-0,5 hari", "parts": {"hari": "-0,5"}},
        ),
    ],
)
def test_how_far_totals_are_apart(one, other, text, json_value):
    """Unit by unit, each part with its sign; ranges at both ends."""
    found = gap(total_of(*one), total_of(*other))
    assert found is not None
    assert (str(found), found.as_json()) == (text, json_value)
    assert found.is_zero == (one == other)


def test_what_is_not_measured_is_not_apart():
    """A total that nothing is known of has no difference, and none that is zero."""
    assert gap(total_of("Segera"), total_of("1 hari")) is None
    assert gap(None, total_of("1 hari")) is None
    assert gap(total_of("1 hari"), total_of("1 jam")) == Gap(
        Amount.of({Unit.HARI: 1, Unit.JAM: -1}), Amount.of({Unit.HARI: 1, Unit.JAM: -1})
    )
    assert Gap(ZERO, ZERO).is_zero
