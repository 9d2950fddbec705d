"""Words that are offered."""

import pytest

from sop_engine.desk.draft import Draft
from sop_engine.desk.language.names import document_now
from sop_engine.desk.language.offers import inferred_paths, labels_in, row_fields, times
from sop_engine.model.consistency import BAD_VALUE
from sop_engine.model.waktu import parse_waktu


@pytest.mark.parametrize(
    ("begun", "first"),
    [
        ("", ["15 menit", "30 menit"]),
        ("Se", ["15 menit", "30 menit"]),
        ("30", ["30 menit", "30 jam"]),
        ("2 ha", ["2 menit", "2 jam"]),
        ("2 hari ker", ["2 menit", "2 jam"]),
        ("1-2 ", ["1-2 menit", "1-2 jam"]),
        ("maks. 3", ["maks. 3 menit", "maks. 3 jam"]),
        ("2 hari 1", ["2 hari 1 menit", "2 hari 1 jam"]),
        ("-5", []),
    ],
)
def test_times_go_on_from_what_is_begun(begun: str, first: list[str]) -> None:
    """Each of them can be read."""
    found = list(times(begun))
    assert found[:2] == first
    assert [parse_waktu(one).teks for one in found] == found


def test_labels_are_those_of_rows_and_symbols() -> None:
    """Each once, in the order of the text."""
    text = (
        "kegiatan:\n  - cabang: {Lengkap: 1, Kurang: 2}\n"
        "  - simbol: [{cabang: {Kurang: 1, Ragu: 2}}, x]\n  - x\n  - cabang: [1]\n"
    )
    assert labels_in(document_now(Draft("x.yaml", text))) == ("Lengkap", "Kurang", "Ragu")


def test_every_path_that_is_offered_is_one(draft: Draft) -> None:
    """The model takes each of them."""
    whole = ", ".join(inferred_paths(["staf", "kabag"]))
    row = ", ".join(row_fields(("kegiatan", 0)))
    symbol = ", ".join(row_fields(("kegiatan", 2, "simbol", 0)))
    text = draft.text.replace("pelaksana.kabag, kegiatan.lanjut", whole)
    text = text.replace("pelaksana: staf, bentuk", f"pelaksana: staf, disimpulkan: [{symbol}], bentuk")
    text = text.replace(
        "  - nomor: 1", f"  - disimpulkan: [{row}]{draft.compiled.source.newline}    nomor: 1"
    )
    assert draft.change(text).whole
    assert [one for one in draft.compiled.diagnostics if one.kind is BAD_VALUE] == []
