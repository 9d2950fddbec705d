"""The rules across SOPs: what they find, and what holds for any set of SOPs."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_engine.rules import number_twice, registry, role_spelled_twice, times_differ, unknown_sop
from sop_engine.rules.brief import Brief
from sop_engine.rules.run import RULE_CRASHED, check_all
from tests.rules.briefs import seen, sop

MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("01 / SOP / Bappeda", "01/SOP/BAPPEDA", True),
        ("SOP – 01/BPKPAD", "SOP-01/BPKPAD", True),
        ("Nomor SOP: 01/SOP", "01/SOP", True),
        ("01/SOP", "1/SOP", False),
        ("01.a/SOP", "01.b/SOP", False),
        ("000/ /Bagumkeu/2020", "000/ /Bagumkeu/2020", False),
        ("000/-/Bagumkeu/2020", "000/-/Bagumkeu/2020", False),
        ("..../SOP/2020", "..../SOP/2020", False),
        ("065/xx/2020", "065/xx/2020", False),
        ("065/XXI/2020", "065/XXI/2020", True),
        ("-", "-", False),
        ("SOP", "SOP", False),
        ("065/ -ORG/2020", "065/-ORG/2020", False),
        ("belum ada", "belum ada", False),
    ],
)
def test_numbers(one: str, other: str, same: bool) -> None:
    """Blanks, capitals and dashes make no other number; what has a hole is none."""
    found = number_twice.check_all([sop("a", nomor=one), sop("b", nama="Lain", nomor=other)])
    assert seen(found) == ([("b", other)] if same else [])


def test_a_draft_makes_way_for_a_sop_in_force() -> None:
    """Wherever it stands, it is the one that needs another number."""
    draft, valid = sop("a", nama="A", nomor="1", status="konsep"), sop("b", nama="B", nomor="1")
    assert seen(number_twice.check_all([draft, valid])) == [("a", "1")]
    assert seen(number_twice.check_all([valid, draft])) == [("a", "1")]


def test_every_later_sop_names_the_first() -> None:
    """Copies are one finding each."""
    found = list(number_twice.check_all([sop(name, nama=name, nomor="01/SOP") for name in "abcd"]))
    assert seen(found) == [(name, "01/SOP") for name in "bcd"]
    assert {one.message.en for one in found} == {"number '01/SOP' is already that of SOP 'a' ('a' line 1)"}


def test_unknown_names_need_half_of_all_to_be_known() -> None:
    """Of an agency whose other SOPs are not here nobody can say which names are wrong."""
    others = [sop("b", nama="Pengumpulan Data Kinerja")]
    one = ["SOP Pengumpulan Data Kinerja", "SOP Pengarsipan Surat"]
    assert seen(unknown_sop.check_all([sop(keterkaitan=one), *others])) == [("a.yaml", one[1])]
    two = [*one, "SOP Usulan Kenaikan Pangkat"]
    assert seen(unknown_sop.check_all([sop(keterkaitan=two), *others])) == []
    assert seen(unknown_sop.check_all([sop(keterkaitan=one), *[sop("c", "lain")]])) == []


def test_a_name_is_reported_once_in_a_file() -> None:
    """Items that name the same SOP are one finding."""
    related = ["SOP Pengumpulan Data Kinreja", "Pengumpulan data kinreja;"]
    found = unknown_sop.check_all([sop(keterkaitan=related), sop("b", nama="Pengumpulan Data Kinerja")])
    assert seen(found) == [("a.yaml", related[0])]


@pytest.mark.parametrize(
    "item",
    [
        "SOP Pengumpulan Data Kinerja, SOP Pengarsipan Surat",
        "Peraturan Bupati tentang Tata Naskah",
        "SOP Keuangan",
        "SOP lainnya yang terkait",
        "Tidak ada",
        "-",
        "SOP " + "x" * 300 + " y",
    ],
)
def test_items_that_name_no_single_sop(item: str) -> None:
    """They are passed over."""
    related = ["SOP Pengumpulan Data Kinerja", item]
    others = [sop("b", nama="Pengumpulan Data Kinerja", keterkaitan=["SOP Penyusunan Rencana Kerja"])]
    assert list(unknown_sop.check_all([sop(keterkaitan=related), *others])) == []


def test_the_rarer_spelling_is_reported_in_each_sop() -> None:
    """Two SOPs outweigh one, wherever it stands; the spelling of the first wins between equals."""
    rare, usual = "Kasubag Umum", "Kasubbag Umum"
    files = [sop("a", peran=[rare]), sop("b", peran=["Staf", usual]), sop("c", peran=[usual])]
    assert seen(role_spelled_twice.check_all(files)) == [("a", rare)]
    assert seen(role_spelled_twice.check_all(files[:2])) == [("b", usual)]


def test_a_role_that_one_sop_has_twice_is_not_reported_again() -> None:
    """Two lanes for one role are another rule's, and of three spellings one is told."""
    both = sop("a", peran=["Kasubag Umum", "Kasubbag Umum"])
    assert seen(role_spelled_twice.check_all([both, sop("b", peran=["Kasubbag Umum"])])) == []
    others = [sop(name, peran=["Kasubbag Umum"]) for name in "bc"]
    three = sop("a", peran=["Kasubag Umum", "Ka Subbag Umum"])
    assert seen(role_spelled_twice.check_all([three, *others])) == [("a", "Kasubag Umum")]


def test_the_usual_spelling_is_shown_as_it_looks_most_often() -> None:
    """Capitals make no other spelling, but the example is not the one SOP that shouts."""
    files = [sop("a", peran=["KASUBBAG UMUM"]), *[sop(name, peran=["Kasubbag Umum"]) for name in "bc"]]
    (one,) = role_spelled_twice.check_all([*files, sop("d", peran=["Kasubag Umum"])])
    assert one.message.en == (
        "role 'Kasubag Umum' is spelt 'Kasubbag Umum' in 3 other SOPs of this agency, for example 'b' line 2"
    )


def test_between_equals_the_spelling_of_known_words_is_the_usual_one() -> None:
    """Nobody is told to write a slip of the pen because its file comes first."""
    files = [sop("a", peran=["Pengadminstrasi Umum"]), sop("b", peran=["Pengadministrasi Umum"])]
    assert seen(role_spelled_twice.check_all(files)) == [("a", "Pengadminstrasi Umum")]


def test_a_slip_that_several_agencies_make_is_a_word() -> None:
    """What looks like a slip of a common word, but stands in the SOPs of two agencies, is left alone."""
    common = [
        sop(f"{at}", f"a{at}", rows=[("Menyusun pengkajian risiko daerah", "1 jam")]) for at in range(3)
    ]
    slip = sop("s", "x", rows=[("Menyusun pengajian risiko daerah", "3 hari")])
    again = sop("t", "y", rows=[("Memeriksa jadwal pengajian akbar", "1 jam")])
    assert seen(times_differ.check_all([*common, slip])) == [("s", "3 hari")]
    assert seen(times_differ.check_all([*common, slip, again])) == []


def test_where_each_agency_has_its_own_time_the_one_in_the_middle_is_usual() -> None:
    """The agency that is far off does not make the others look wrong, and nobody speaks of one agency in three."""
    done = "Membuat nota dinas permintaan data kinerja"
    times = ("1 hari", "15 menit", "10 menit")
    files = [sop(name, name, rows=[(done, time)]) for name, time in zip("abc", times, strict=True)]
    found = list(times_differ.check_all(files))
    assert seen(found) == [("a", "1 hari"), ("c", "10 menit")]
    assert found[0].message.en == (
        f"time '1 hari', but in another agency '{done}' takes '15 menit' (row '1' of 'Penyusunan Rencana Kerja', 'b')"
    )


def test_an_agency_that_has_the_usual_time_anywhere_is_not_reported() -> None:
    """A second, other time of the same activity in one agency is its own affair."""
    done = "Merekap laporan kinerja triwulan"
    files = [sop("a", "a", rows=[(done, "1 jam"), (done, "5 hari")]), sop("b", "b", rows=[(done, "1 jam")])]
    assert list(times_differ.check_all(files)) == []


def test_a_shared_time_is_not_compared() -> None:
    """The row that others share with has the time of them all."""
    done = "Merekap laporan kinerja triwulan"
    plain = sop("a", "a", rows=[(done, "1 jam")])
    shared = sop("b", "b", rows=[(done, "5 hari"), ("Memeriksa", "{bersama: 1}"), ("Memaraf", "1 jam")])
    assert list(times_differ.check_all([plain, shared])) == []


NAMES = (
    "Penyusunan Rencana Kerja",
    "Penyusunan Rencana Aksi",
    "Pengumpulan Data",
    "Pengelolaan Arsip Kantor",
)
ITEMS = tuple(f"SOP {name}" for name in (*NAMES, "Penyusunan Rencana Kreja", "Pengelolaan Surat Masuk"))
ROLES = (
    "Kasubag Umum",
    "Kasubbag Umum",
    "Kepala Sub Bagian Umum",
    "Staf",
    "Analis Kebijakan",
    "Analis Kebijkan",
)
DOINGS = (
    "Merekap laporan kinerja",
    "Merekap laporan kinrja",
    "Memeriksa berkas",
    "Menyusun rencana aksi daerah",
)
TIMES = ("30 menit", "1 jam", "60 menit", "2 hari", "1 hari kerja", "maks. 3 hari", "", "{bersama: 1}")
WORDS = st.one_of(st.text(max_size=30), st.sampled_from((*NAMES, *ITEMS, *ROLES, *DOINGS)))


@st.composite
def sops(draw: st.DrawFn, agencies: Sequence[str], *, wild: bool = False) -> list[Brief]:
    """Some SOPs of some agencies, each in a file of its own name."""

    def some(texts: Sequence[str], most: int) -> list[str]:
        one = WORDS if wild else st.sampled_from(texts)
        return [text.replace("\n", " ") for text in draw(st.lists(one, max_size=most))]

    found = []
    for at in range(draw(st.integers(1, 6))):
        agency = draw(st.sampled_from(agencies))
        rows = [(text, draw(st.sampled_from(TIMES))) for text in some(DOINGS, 3)]
        number = draw(st.sampled_from((None, "01/SOP", "01 / sop", "02/SOP", "03//SOP")))
        name = draw(WORDS if wild else st.sampled_from(NAMES))
        status = draw(st.sampled_from(("konsep", "berlaku", "dicabut")))
        file = f"{agency}-{at}"
        found.append(sop(file, agency, name, number, some(ITEMS, 3), some(ROLES, 3), rows, status=status))
    return found


WITHIN = [number_twice, unknown_sop, role_spelled_twice]


@MANY
@given(sops(["a", "b"]), sops(["y", "z"]), st.data())
def test_sops_of_other_agencies_change_nothing(
    mine: list[Brief], others: list[Brief], data: st.DataObject
) -> None:
    """What is found within an agency does not depend on the SOPs of others, wherever they stand."""
    mixed = list(mine)
    for other in others:
        mixed.insert(data.draw(st.integers(0, len(mixed))), other)
    names = {one.source.name for one in mine}
    for rule in WITHIN:
        found = [one for one in rule.check_all(mixed) if one.source.name in names]
        assert sorted(map(str, found)) == sorted(map(str, rule.check_all(mine)))


@MANY
@given(sops(["a", "b"]), st.randoms(use_true_random=False))
def test_order_changes_only_which_is_first(files: list[Brief], chance: Random) -> None:
    """As many findings on numbers in any order, and the same ones on names of SOPs."""
    turned = list(files)
    chance.shuffle(turned)
    fixed = [one for one in files if one.status == "berlaku"]
    numbers = [len(list(number_twice.check_all(order))) for order in (fixed, fixed[::-1])]
    assert numbers[0] == numbers[1]
    assert sorted(map(str, unknown_sop.check_all(files))) == sorted(map(str, unknown_sop.check_all(turned)))


@MANY
@given(sops(["a", "b", "c"], wild=True))
def test_no_rule_crashes_and_no_place_is_reported_twice(files: list[Brief]) -> None:
    """Whatever the texts are: a place has one finding of a rule at most, and finding again finds the same."""
    found = check_all(files)
    assert RULE_CRASHED not in {one.kind for one in found}
    places = [(one.code, one.source.name, one.span) for one in found]
    assert len(places) == len(set(places))
    assert check_all(files) == found
    for rule in registry.cross_rules():
        raised = list(rule.check_all(files))
        assert len({(one.source.name, one.span) for one in raised}) == len(raised)


@MANY
@given(sops(["a", "b", "c"]))
def test_times_are_those_of_no_agency_that_agrees(files: list[Brief]) -> None:
    """With one agency there is nothing to compare; revoked SOPs neither count nor are reported."""
    assert list(times_differ.check_all([one for one in files if one.agency == "a"])) == []
    valid = [one for one in files if one.status != "dicabut"]
    assert list(map(str, times_differ.check_all(valid))) == list(map(str, times_differ.check_all(files)))


def test_copies_are_one_finding_a_file() -> None:
    """A thousand copies of one SOP differ in nothing but their number's owner."""
    files = [
        sop(f"{at:04}", nomor="01/SOP", keterkaitan=ITEMS[:1], peran=ROLES[:2], rows=[(DOINGS[0], "1 jam")])
        for at in range(1000)
    ]
    assert [(one.code, one.source.name) for one in check_all(files)] == [
        ("SOP802", f"{at:04}") for at in range(1, 1000)
    ]


@pytest.mark.parametrize("rule", registry.CROSS_RULES)
def test_long_texts_are_no_burden(rule: str) -> None:
    """A text of a megabyte in any field is passed over."""
    huge = "surat " * 170_000
    files = [sop(at, at, huge, huge, [huge], [huge], [(huge, "1 jam")]) for at in ("a", "b")]
    files.append(sop("c", "b", huge, f"{huge}1", [huge], [huge], [(huge, "2 hari")]))
    (module,) = (one for one in registry.cross_rules() if one.KIND.slug == rule.replace("_", "-"))
    assert list(module.check_all(files)) == []


def test_sops_without_an_agency_are_not_compared() -> None:
    """Where the code is missing, nobody knows whether two SOPs are of one agency or of two."""
    lost = [
        replace(sop(name, "x", name, "01/SOP", ITEMS, [role], [(DOINGS[0], time)]), agency=None)
        for name, role, time in (("a", ROLES[0], "1 jam"), ("b", ROLES[1], "2 hari"))
    ]
    assert check_all(lost) == ()


def test_of_as_many_agencies_those_with_more_rows_are_usual() -> None:
    """One agency's thirty SOPs are not reported because the other's single one stands first."""
    files = [
        sop(f"{at}", "b" if at else "a", rows=[(DOINGS[0], "1 jam" if at else "2 hari")]) for at in range(4)
    ]
    assert seen(times_differ.check_all(files)) == [("0", "2 hari")]
