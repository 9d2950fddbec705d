"""The names of a definition and every place that names one."""

from hypothesis import HealthCheck, given, settings

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.names import Sense, document_now, names_of, uses_of
from sop_engine.graph.process import NameFault
from tests.strategies import sop_texts


def test_names_are_given_in_order(draft: Draft) -> None:
    """By id, by nomor without its dot, or by the row's name and a letter."""
    names = names_of(document_now(draft))
    assert names.roles == {"staf": "Staf Penyusun", "kabag": "Kepala Bagian"}
    steps = [(one.name, one.row, one.symbol, one.by_id, one.is_target) for one in names.steps.values()]
    assert steps == [
        ("1", 0, None, False, True),
        ("2", 1, None, False, True),
        ("tanda", 2, None, True, False),
        ("3a", 2, 0, True, True),
        ("tandab", 2, 1, False, True),
    ]


def test_every_place_that_names_something_is_found(draft: Draft) -> None:
    """Declarations too, each with its path."""
    found = [
        (one.sense.value, one.name, draft.text[slice(*one.span)], one.loc)
        for one in uses_of(document_now(draft))
        if not one.declares
    ]
    row = ("kegiatan", 1)
    assert found == [
        ("role", "staf", "staf", ("kegiatan", 0, "pelaksana")),
        ("role", "kabag", "kabag", (*row, "pelaksana", 0)),
        ("role", "staf", "'staf'", (*row, "pelaksana", 1)),
        ("step", "3a", "3a", (*row, "cabang", "Ya")),
        ("step", "1", "1", (*row, "cabang", "Tidak")),
        ("step", "1", "1", (*row, "mutu_baku", "waktu", "bersama")),
        ("role", "kabag", "kabag", ("kegiatan", 2, "simbol", 0, "pelaksana")),
        ("step", "tandab", "tandab", ("kegiatan", 2, "simbol", 0, "lanjut")),
        ("role", "staf", "staf", ("kegiatan", 2, "simbol", 1, "pelaksana")),
        ("step", "2", "2", ("tampilan", "alur", 0, "dari")),
        ("step", "1", "1", ("tampilan", "alur", 0, "ke")),
        ("role", "kabag", "kabag", ("sumber", "disimpulkan", 0)),
    ]


@given(sop_texts())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_targets_are_those_of_the_graph(text: str) -> None:
    """A name means the row that the graph says; only the first of equal ids has one."""
    compiled = Draft("x.yaml", text).compiled
    assert compiled.document is not None
    assert compiled.graph is not None
    steps = names_of(compiled.document).steps
    targets = {name: one.row for name, one in steps.items() if one.is_target}
    faulty = {bad.text for bad in compiled.graph.bad_names if bad.fault is not NameFault.MISSING}
    wanted = {name: compiled.graph.steps[step].row for name, step in compiled.graph.names.items()}
    assert {name: row for name, row in targets.items() if name not in faulty} == {
        name: row for name, row in wanted.items() if name not in faulty
    }


@given(sop_texts())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_places_hold_their_names(text: str) -> None:
    """What is not a symbol without an id says its name, in quotes or not."""
    draft = Draft("x.yaml", text)
    for use in uses_of(document_now(draft)):
        words = text[slice(*use.span)]
        if use.sense is Sense.ROLE or not use.declares:
            assert words.strip("'") == use.name
