"""What changed between two versions of a SOP."""

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sop_engine.analysis.revising import Version, revision
from sop_engine.analysis.revision import FieldChange, Revision, Role, lengthened
from sop_engine.analysis.revision_rows import Part, Row
from sop_engine.analysis.total import total
from sop_engine.authoring.rows import add_row, delete_row, move_row
from sop_engine.model.waktu import parse_waktu
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile
from tests.layout.generator import random_sop

DUMAI = Path(__file__).resolve().parents[2] / "definitions" / "dumai.yaml"
SEEDS = st.integers(0, 1_000_000)
NEW: dict[str, Any] = {"uraian": "Zzyzx qqq wwvv", "pelaksana": "p0", "mutu_baku": {"waktu": "1 jam"}}
"""A row whose words no other has."""


@cache
def version(text: str) -> Version:
    """What a text says."""
    found = compile_source(SourceFile("uji.yaml", text))
    assert found.sop is not None
    assert found.graph is not None
    return Version(found.sop, found.graph, found.total)


@cache
def dumai() -> str:
    """The text of Dumai's definition."""
    return DUMAI.read_text(encoding="utf-8")


def changed(replaced: Mapping[str, str], text: str | None = None) -> str:
    """The text with some of it replaced."""
    text = dumai() if text is None else text
    for old, new in replaced.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def diff(replaced: Mapping[str, str]) -> Revision:
    """Dumai against itself with something replaced."""
    return revision(version(dumai()), version(changed(replaced)))


def rows_of(found: Revision) -> dict[str, list[str]]:
    """What became of rows, by what people call them."""
    return {
        "added": [row.called for row in found.added],
        "removed": [row.called for row in found.removed],
        "moved": [f"{pair.old.called}>{pair.new.called}" for pair in found.moved],
        "changed": [f"{pair.new.called}:{','.join(pair.parts)}" for pair in found.changed],
        "renumbered": [f"{pair.old.number}>{pair.new.number}" for pair in found.renumbered],
    }


def only(**rows: list[str]) -> dict[str, list[str]]:
    """Nothing of rows but this."""
    return {"added": [], "removed": [], "moved": [], "changed": [], "renumbered": [], **rows}


def turned(found: Revision) -> Revision:
    """The same difference the other way round; orders that depend on the direction are made equal by ``settled``."""
    roles = found.roles
    return replace(
        found,
        old_name=found.new_name,
        new_name=found.old_name,
        old_number=found.new_number,
        new_number=found.old_number,
        fields=tuple(replace(one, old=one.new, new=one.old) for one in found.fields),
        roles=replace(
            roles,
            added=roles.removed,
            removed=roles.added,
            kept=tuple((new, old) for old, new in roles.kept),
            twins={new: old for old, new in roles.twins.items()},
        ),
        added=found.removed,
        removed=found.added,
        pairs=tuple(replace(pair, old=pair.new, new=pair.old) for pair in found.pairs),
        before=found.after,
        after=found.before,
        times=tuple(
            replace(one, old=one.new, new=one.old, before=one.after, after=one.before) for one in found.times
        ),
        unmeasured=(found.unmeasured[1], found.unmeasured[0]),
    )


def settled(found: Revision) -> Revision:
    """With what stands in the order of one version in an order that is the same for both directions."""

    def key(one: Any) -> str:
        return repr(one)

    pairs = (replace(pair, ways=tuple(sorted(pair.ways, key=key))) for pair in found.pairs)
    return replace(
        found,
        roles=replace(found.roles, kept=tuple(sorted(found.roles.kept, key=key))),
        pairs=tuple(sorted(pairs, key=lambda pair: pair.old.at)),
        times=tuple(sorted(found.times, key=key)),
    )


def test_a_version_against_itself_has_no_difference():
    """However often it is read."""
    found = revision(version(dumai()), version(dumai()))
    assert found.same
    assert rows_of(found) == only()
    assert (str(found.before), str(found.after)) == ("2 jam 55 menit", "2 jam 55 menit")


def test_numbers_alone_are_no_change_but_numbers():
    """Every target names another number, and means the same row."""
    text = dumai()
    for number in range(8, 0, -1):
        text = text.replace(f"nomor: {number}.\n", f"nomor: {number * 10}.\n")
    text = changed({"Ya: 8\n": "Ya: 80\n", "Tidak: 5\n": "Tidak: 50\n"}, text)
    found = revision(version(dumai()), version(text))
    assert rows_of(found) == only(renumbered=[f"{number}.>{number}0." for number in range(1, 9)])
    assert not found.same


def test_keys_ids_and_writing_are_no_difference():
    """They are not printed; times and dates are equal when they say the same."""
    text = dumai().replace("jfp_bidang", "bidang")
    found = revision(
        version(dumai()),
        version(
            changed(
                {
                    "waktu: 1 Jam": "waktu: 1 jam",
                    "tanggal_efektif: 2 Januari 2023": "tanggal_efektif: 2023-01-02",
                    "nomor: 4.\n": "nomor: 4.\n    id: lapor\n",
                },
                text,
            )
        ),
    )
    assert found.same


@pytest.mark.parametrize(
    ("replaced", "rows"),
    [
        ({"Pembuatan Nota Dinas": "Membuat Nota Dinas"}, ["1:activity"]),
        ({"    pelaksana: kepala\n": "    pelaksana: sekretaris\n"}, ["7:roles"]),
        ({"[sekretaris, jfp_bidang]": "[jfp_bidang, sekretaris]"}, ["3:roles"]),
        ({"    cabang:  ": "    teks: Benar?\n    cabang:  "}, ["7:text"]),
        ({"Tidak: 5\n": "Tidak: 4\n"}, ["7:flow"]),
        ({"Tidak: 5\n": "Belum: 5\n"}, ["7:flow"]),
        ({"Tidak: 5\n": "Tidak: {ke: 5, maks: 2}\n"}, ["7:flow"]),
        ({"Tidak: 5\n": "Tidak: {ke: 5, peluang: 20%}\n"}, ["7:flow"]),
        ({"Tidak: 5\n": "Tidak: {ke: 5, peluang: 50%}\n"}, []),
        ({"Tidak: 5\n": "Tidak: selesai\n"}, ["7:flow"]),
        ({"waktu: 1 Jam": "waktu: 2 Jam"}, ["5:waktu"]),
        ({"waktu: 1 Jam": "waktu: {bersama: 4}"}, ["5:waktu"]),
        ({"kelengkapan: Draft Nota Dinas": "kelengkapan: Konsep Nota Dinas"}, ["1:inputs"]),
        ({"output: Nota Dinas\n": "output: Nota Dinas terkirim\n"}, ["1:outputs"]),
        (
            {"output: Nota Dinas\n": "output: Nota Dinas\n    keterangan: Tiap triwulan\n"},
            ["1:remarks"],
        ),
        (
            {
                "      output: Laporan Kinerja Bidang\n": "      output: Laporan Kinerja Bidang\n    lanjut: 4\n"
            },
            [],
        ),
        (
            {
                "      output: Laporan Kinerja Bidang\n": "      output: Laporan Kinerja Bidang\n    lanjut: 6\n"
            },
            ["3:flow"],
        ),
        ({"    disimpulkan: [cabang]\n": ""}, ["7:inferred"]),
    ],
)
def test_each_part_of_a_row_is_told(replaced, rows):
    """That part of that row, and nothing else."""
    found = diff(replaced)
    assert rows_of(found) == only(changed=rows)
    assert found.same is (not rows)


def test_a_shape_is_told_where_it_is_written():
    """A row that is drawn as a capsule for being the last is no other shape when another row follows it."""
    found = diff(
        {
            "      output: Laporan Kinerja Bidang\n": "      output: Laporan Kinerja Bidang\n    bentuk: selesai\n"
        }
    )
    assert rows_of(found) == only(changed=["3:shape,flow"])
    more = dumai().replace(
        "\ntampilan:", "\n  - nomor: 9.\n    uraian: Menutup buku agenda\n    pelaksana: staf\n\ntampilan:"
    )
    assert rows_of(revision(version(dumai()), version(more))) == only(added=["9"])


def test_only_the_way_that_differs_is_named():
    """By the place of its symbol and its label."""
    (pair,) = diff({"Tidak: 5\n": "Tidak: 4\n"}).changed
    assert pair.parts == (Part.FLOW,)
    assert pair.ways == ((0, "Tidak"),)


def test_what_stands_outside_the_table_is_told_by_its_heading():
    """In the order of the form; lists whole."""
    found = diff(
        {
            "status: berlaku": "status: konsep",
            "nomor: 01.a / SOP": "nomor: 02.a / SOP",
            "nip: 19740213 199303 1 002": "nip: 19800101 200501 1 001",
            "    - SOP Penyusunan Perjanjian Kinerja": "    - SOP Penyusunan Renja",
            "    kegiatan: Urutan kegiatan": "    kegiatan: Aktivitas",
        }
    )
    assert found.fields == (
        FieldChange("status", "Status", ("berlaku",), ("konsep",), several=False),
        FieldChange(
            "identitas.nomor",
            "Nomor SOP",
            ("01.a / SOP / Bappedalitbang - Sekr",),
            ("02.a / SOP / Bappedalitbang - Sekr",),
            several=False,
        ),
        FieldChange(
            "identitas.disahkan_oleh.nip",
            "Disahkan oleh (NIP)",
            ("19740213 199303 1 002",),
            ("19800101 200501 1 001",),
            several=False,
        ),
        FieldChange(
            "identitas.keterkaitan",
            "Keterkaitan",
            ("SOP Penyusunan Perjanjian Kinerja",),
            ("SOP Penyusunan Renja",),
            several=True,
        ),
        FieldChange(
            "tampilan.judul.kegiatan",
            "Judul kolom Kegiatan",
            ("Urutan kegiatan",),
            ("Aktivitas",),
            several=False,
        ),
    )
    assert rows_of(found) == only()


def test_hints_for_arrows_are_compared_by_the_rows_that_they_mean():
    """A new number is no new hint; another side is."""
    hint = "tampilan:\n  alur:\n    - {dari: 7, ke: 5, keluar: kiri}"
    before = changed({"tampilan:": hint})
    after = changed({"nomor: 5.": "nomor: 50.", "Tidak: 5": "Tidak: 50", "ke: 5,": "ke: 50,"}, before)
    assert revision(version(before), version(after)).fields == ()
    entering = [changed({"keluar: kiri": f"masuk: {side}"}, before) for side in ("kiri", "kanan")]
    assert [one.new for one in revision(*map(version, entering)).fields] == [("7 → 5 (masuk kanan)",)]
    other = changed({"keluar: kiri": "keluar: kanan"}, before)
    assert revision(version(before), version(other)).fields == (
        FieldChange(
            "tampilan.alur",
            "Petunjuk gambar alur",
            ("7 → 5 (keluar kiri)",),
            ("7 → 5 (keluar kanan)",),
            several=True,
        ),
    )


def test_the_order_of_hints_is_no_difference():
    """Each is about its own arrow."""
    one, other = "    - {dari: 7, ke: 5, keluar: kiri}\n", "    - {dari: 7, ke: 8, masuk: kanan}\n"
    texts = (changed({"tampilan:\n": f"tampilan:\n  alur:\n{hints}"}) for hints in (one + other, other + one))
    assert revision(*map(version, texts)).same


def test_roles_are_matched_by_heading_and_then_by_key():
    """A heading that becomes another one is no other role in the rows; a lane that nobody knows is new."""
    found = diff(
        {
            "  kepala: Kepala Bappedalitbang\n  sekretaris: Sekretaris/Kabid\n": (
                "  sekretaris: Sekretaris/Kabid\n  kepala: {nama: Kepala Bappedalitbang, jumlah: 2}\n"
            ),
            "  staf: Staff\n": "  staf: Staf Umum\n  arsip: Arsiparis\n",
        }
    )
    roles = found.roles
    assert roles.added == (Role("arsip", "Arsiparis", 1),)
    assert roles.removed == ()
    assert roles.renamed == ((Role("staf", "Staff", 1), Role("staf", "Staf Umum", 1)),)
    assert roles.counted == (
        (Role("kepala", "Kepala Bappedalitbang", 1), Role("kepala", "Kepala Bappedalitbang", 2)),
    )
    assert roles.reordered
    assert rows_of(found) == only()


def test_a_role_with_another_heading_and_key_is_known_by_its_rows():
    """Keys are not printed: to readers it was renamed. Where it also lost a row, it is another role."""
    text = (
        dumai().replace("pelaksana: staf", "pelaksana: adm").replace("staf: Staff", "adm: Pengadministrasi")
    )
    found = revision(version(dumai()), version(text))
    assert found.roles.renamed == ((Role("staf", "Staff", 1), Role("adm", "Pengadministrasi", 1)),)
    assert (found.roles.added, found.roles.removed, rows_of(found)) == ((), (), only())
    other = text.replace("pelaksana: adm", "pelaksana: kepala", 1)
    found = revision(version(dumai()), version(other))
    assert (found.roles.added, found.roles.removed) == (
        (Role("adm", "Pengadministrasi", 1),),
        (Role("staf", "Staff", 1),),
    )
    assert rows_of(found) == only(changed=["2:roles", "8:roles"])


def test_a_row_is_called_by_its_number_unless_others_have_the_same():
    """Then by its id, as one without a number."""
    text = changed(
        {
            "nomor: 2.\n": "nomor: 1\n    id: bagi\n",
            "nomor: 3.\n": "nomor:\n    id: susun\n",
            "nomor: 4.\n": "nomor: 4.\n    id: lapor\n",
        }
    )
    assert [row.called for row in version(text).rows] == ["1", "bagi", "susun", "4", "5", "6", "7", "8"]
    assert [row.id for row in version(text).rows][3] == "lapor"


@pytest.mark.parametrize(
    ("time", "rewritten"),
    [
        ("60 menit", True),
        ("3600 detik", True),
        ("61 menit", False),
        ("60 menit/berkas", False),
        ("± 60 menit", False),
        ("1-1,5 jam", False),
        ("Segera", False),
        ("{bersama: 4}", False),
    ],
)
def test_a_time_can_be_written_otherwise_and_last_the_same(time, rewritten):
    """An hour is 60 menit; about an hour, or an hour a berkas, is something else."""
    (pair,) = diff({"waktu: 1 Jam": f"waktu: {time}"}).changed
    assert pair.parts == (Part.TIME,)
    assert pair.rewritten is rewritten


def test_exchanged_keys_are_the_same_roles():
    """People read headings."""
    text = (
        dumai()
        .replace("staf", "x")
        .replace("sekretaris:", "staf:")
        .replace("pelaksana: sekretaris", "pelaksana: staf")
    )
    text = text.replace("[sekretaris, ", "[staf, ").replace("x: Staff", "sekretaris: Staff")
    text = text.replace("pelaksana: x", "pelaksana: sekretaris")
    found = revision(version(dumai()), version(text))
    assert found.roles.twins["staf"] == "sekretaris"
    assert found.same


def test_the_times_of_roles_are_those_that_they_work():
    """Row 3 is joint: it counts for the Sekretaris (20 + 15 menit) and for the JFP di Bidang (20 + 15 menit).

    One hour more in row 3 is an hour more for each of them, and an hour more in all.
    """
    found = diff({"waktu: 20 Menit": "waktu: 1 jam 20 menit"})
    assert {one.name: (str(one.before), str(one.after)) for one in found.times if one.differs} == {
        "Sekretaris/Kabid": ("35 menit", "1 jam 35 menit"),
        "Kasubbag/Kasubbid/JFP di Bidang": ("35 menit", "1 jam 35 menit"),
    }
    assert found.difference is not None
    assert found.difference.as_json() == {"sign": "+", "text": "1 jam", "parts": {"jam": 1}}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("2 jam", "2 jam 15 menit", "+15 menit"),
        ("2 jam", "90 menit", "-30 menit"),
        ("60 menit", "1 jam", "0 menit"),
        ("1 hari", "2 hari", "+1 hari"),
        ("1 hari", "2 jam", None),
        ("1-2 hari", "2-4 hari", "+1-2 hari"),
        ("2-3 hari", "1-4 hari", None),
        ("Segera", "1 jam", None),
    ],
)
def test_a_total_is_longer_or_shorter_only_where_that_is_sure(before, after, told):
    """Days against hours, and a range that grows at both ends, have no sign."""
    found = lengthened(*(total([parse_waktu(text)]) for text in (before, after)))
    assert (None if found is None else f"{found.sign}{found}") == told


def test_a_faulty_version_is_compared_as_far_as_it_can_be_read():
    """A time that is no time leaves no total; a target that is nowhere is another flow."""
    found = diff({"waktu: 1 Jam": "waktu: 1 jma", "Tidak: 5\n": "Tidak: 55\n"})
    assert found.after is None
    assert found.difference is None
    assert rows_of(found) == only(changed=["5:waktu", "7:flow"])


def test_a_time_that_went_to_the_next_row_is_no_other_time():
    """Row 4 is gone, and row 5, which shared its time, has it now."""
    before = changed({"waktu: 1 Jam": "waktu: {bersama: 4}"})
    start, end = before.index("  - nomor: 4."), before.index("  - nomor: 5.")
    after = (before[:start] + before[end:]).replace("{bersama: 4}", "15 menit")
    assert rows_of(revision(version(before), version(after))) == only(removed=["4"])


@pytest.mark.parametrize(
    "replaced",
    [
        {"waktu: 1 Jam": "waktu: {bersama: 99}"},
        {"waktu: 1 Jam": "waktu: {bersama: 7}"},
        {"Tidak: 5\n": "Tidak: 99\n"},
        {"nomor: 5.": "nomor: 4."},
        {"    pelaksana: kepala\n": "    pelaksana: siapa\n"},
        {"  staf: Staff\n": "  staf: Staff\n  staf2: Staff\n"},
    ],
)
def test_a_fault_in_both_versions_is_no_difference(replaced):
    """Nor are two roles of one heading."""
    text = changed(replaced)
    assert revision(version(text), version(f"{text}\n")).same


def test_what_was_led_past_a_row_that_is_gone_leads_where_it_led():
    """Row 5 is gone; what led to it leads to row 6, where it led."""
    start, end = dumai().index("  - nomor: 5."), dumai().index("  - nomor: 6.")
    after = (dumai()[:start] + dumai()[end:]).replace("Tidak: 5\n", "Tidak: 6\n")
    assert rows_of(revision(version(dumai()), version(after))) == only(removed=["5"])
    elsewhere = after.replace("Tidak: 6\n", "Tidak: 4\n")
    assert rows_of(revision(version(dumai()), version(elsewhere))) == only(removed=["5"], changed=["7:flow"])


def test_what_led_to_a_last_row_that_is_gone_leads_to_the_end():
    """Row 8 is gone; what went there ends now."""
    start, end = dumai().index("  - nomor: 8."), dumai().index("tampilan:")
    after = (dumai()[:start] + dumai()[end:]).replace("Ya: 8\n", "Ya: selesai\n")
    assert rows_of(revision(version(dumai()), version(after))) == only(removed=["8"])


def test_symbols_of_a_row_are_compared_one_by_one():
    """By their place; another number of them is another flow."""
    two = """\
    simbol:
      - {id: 6a, pelaksana: sekretaris, lanjut: 6b}
      - {id: 6b, pelaksana: kepala, lanjut: 7}
"""
    text = changed(
        {
            "    pelaksana: sekretaris\n": two,
            "      output: Draft Laporan TW\n": "      output: Draft Laporan TW\n    lanjut: 6a\n",
        }
    )
    other = text.replace("kepala, lanjut: 7", "kepala, lanjut: 8")
    assert rows_of(revision(version(text), version(other))) == only(changed=["6:flow"])
    (pair,) = revision(version(text), version(other)).changed
    assert pair.ways == ((1, None),)
    assert rows_of(revision(version(dumai()), version(text))) == only(changed=["6:roles,shape,text,flow"])
    ending = text.replace("kepala, lanjut: 7", "kepala, bentuk: selesai")
    assert rows_of(revision(version(text), version(ending))) == only(changed=["6:shape,flow"])


@given(SEEDS)
def test_any_version_against_itself_has_no_difference(seed):
    """Awkward flows and all."""
    text = json.dumps(random_sop(seed), ensure_ascii=False)
    found = revision(version(text), version(text + "\n"))
    assert found.same
    assert all(one.before == one.after for one in found.times)


@given(SEEDS, SEEDS)
def test_the_other_way_round_is_the_mirror(one, other):
    """Also of two that have nothing to do with each other."""
    texts = [json.dumps(random_sop(seed), ensure_ascii=False) for seed in (one, other)]
    forth = revision(*map(version, texts))
    back = revision(*map(version, texts[::-1]))
    assert settled(turned(forth)) == settled(back)


def edited(text: str, dice: random.Random) -> tuple[str, dict[str, list[str]]] | None:
    """A definition after one edit of its table, and what should be told of it; None where it cannot be made."""
    found = compile_source(SourceFile("uji.yaml", text))
    assert found.document is not None
    assert found.sop is not None
    count = len(found.sop.kegiatan)
    words = [row.uraian for row in found.sop.kegiatan]
    kind = dice.choice(("add", "delete", "move"))
    at = dice.randrange(count)
    if kind == "add":
        return add_row(found.document, at, NEW), {"added": [NEW["uraian"]]}
    if count < 2:
        return None
    if kind == "delete":
        return delete_row(found.document, found.sop, at), {"removed": [words[at]]}
    to = dice.randrange(count)
    if abs(at - to) < 2:
        # Of two neighbours that change places nobody can tell which one was moved.
        return None
    return move_row(found.document, found.sop, at, to), {"moved": [words[at]]}


def words_of(rows: "tuple[Row, ...] | list[Row]") -> list[str]:
    """What rows are about."""
    return [row.text for row in rows]


def distinct(seed: int, *, straight: bool) -> str:
    """A definition in which words alone tell which row is which, and nothing else is awkward."""
    data = random_sop(seed, straight=straight)
    for at, row in enumerate(data["kegiatan"]):
        # Letters that no other row has.
        row["uraian"] = f"{chr(0x4E00 + at) * 12} baris {at}"
    data["tampilan"]["alur"] = []
    return json.dumps(data, ensure_ascii=False, indent=1)


@given(SEEDS)
def test_an_edit_of_the_table_is_told_as_this_edit(seed):
    """Rows that come, go and move in a straight flow, whatever their roles, times and texts."""
    text = distinct(seed, straight=True)
    done = edited(text, random.Random(seed))
    assume(done is not None)
    assert done is not None
    after, expected = done
    found = revision(version(text), version(after))
    assert told_of(found) == {"added": [], "removed": [], "moved": [], "changed": set(), **expected}
    assert found.fields == ()


@given(SEEDS)
def test_an_edit_of_a_tangled_table_changes_no_more_than_what_led_to_a_row(seed):
    """Where a row with several ways on is gone, what led to it leads elsewhere now; nothing else changes."""
    text = distinct(seed, straight=False)
    done = edited(text, random.Random(seed))
    assume(done is not None)
    assert done is not None
    after, expected = done
    found = told_of(revision(version(text), version(after)))
    allowed = {Part.FLOW, Part.TIME} if "removed" in expected else set()
    assert found.pop("changed") <= allowed
    assert found == {"added": [], "removed": [], "moved": [], **expected}


VALUES: dict[Part, Any] = {
    Part.TEXT: ("uraian", "Vvvv zzzz qqqq xxxx"),
    Part.REMARKS: ("keterangan", "Vvvv zzzz"),
    Part.INPUTS: ("kelengkapan", ["Vvvv", "Zzzz"]),
    Part.OUTPUTS: ("output", "Vvvv zzzz"),
    Part.TIME: ("waktu", "17 tahun 5 menit"),
}
"""What no generated row says."""


@given(SEEDS, st.sampled_from(list(VALUES)))
def test_an_edit_of_a_value_is_told_as_that_part_of_that_row(seed, part):
    """In any flow; of the words so much stays that it is the same row. Other totals differ only by a time."""
    data = json.loads(distinct(seed, straight=False))
    text = json.dumps(data)
    row = random.Random(seed).choice(data["kegiatan"])
    # A time that other rows share would be shared out anew.
    assume(not any(isinstance(one["mutu_baku"].get("waktu"), dict) for one in data["kegiatan"]))
    key, value = VALUES[part]
    if part is Part.TEXT:
        row["uraian"] += f" {value[:4]}"
    else:
        (row if part is Part.REMARKS else row["mutu_baku"])[key] = value
    before, after = version(text), version(json.dumps(data))
    found = revision(before, after)
    at = data["kegiatan"].index(row)
    assert [(pair.old.at, pair.new.at, pair.parts) for pair in found.changed] == [(at, at, (part,))]
    assert (found.added, found.removed, found.moved, found.renumbered) == ((), (), (), ())
    assert (found.before != found.after) == (part is Part.TIME)


@given(SEEDS, SEEDS)
def test_times_are_the_official_totals_and_their_difference(one, other):
    """Old total and difference add up to the new total, at both ends; and so for each role."""
    old, new = (
        version(json.dumps(random_sop(seed, straight=True), ensure_ascii=False)) for seed in (one, other)
    )
    found = revision(old, new)
    assert (found.before, found.after) == (old.total, new.total)
    pairs = [(found.before, found.after), *((role.before, role.after) for role in found.times)]
    for before, after in pairs:
        difference = lengthened(before, after)
        if difference is None or before is None or after is None:
            continue
        ends = {difference.low, difference.high}
        gaps = {(after.low - before.low).carried(), (after.high - before.high).carried()}
        assert (ends if difference.sign != "-" else {-end for end in ends}) == gaps


def told_of(found: Revision) -> dict[str, Any]:
    """What became of rows, by their words, and which parts of those that stayed differ."""
    return {
        "added": words_of(found.added),
        "removed": words_of(found.removed),
        "moved": words_of([pair.new for pair in found.moved]),
        "changed": {part for pair in found.changed for part in pair.parts},
    }


def test_probabilities_are_exact():
    """As they are stated."""
    (pair,) = diff({"Tidak: 5\n": "Tidak: {ke: 5, peluang: 20%}\n"}).changed
    assert [way.probability for way in pair.new.symbols[0].ways] == [Fraction(4, 5), Fraction(1, 5)]
    assert [way.probability for way in pair.old.symbols[0].ways] == [None, None]
