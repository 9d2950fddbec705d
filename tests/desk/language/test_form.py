"""What the form says of its keys."""

import pytest

from sop_engine.desk.language.form import Field, Holds, field_at, fields_at
from sop_engine.model.schema import json_schema
from sop_engine.reading.document import Loc


@pytest.mark.parametrize(
    ("path", "part"),
    [
        (("instansi",), "Instansi"),
        (("identitas",), "Identitas"),
        (("identitas", "disahkan_oleh"), "Pengesahan"),
        (("pelaksana", "staf"), "Peran"),
        (("kegiatan", 7), "Kegiatan"),
        (("kegiatan", 7, "mutu_baku"), "MutuBaku"),
        (("kegiatan", 7, "simbol", 2), "Simbol"),
        (("kegiatan", 7, "cabang", "Ya"), "Cabang"),
        (("kegiatan", 7, "simbol", 2, "cabang", "Ya"), "Cabang"),
        (("tampilan",), "Tampilan"),
        (("tampilan", "judul"), "Judul"),
        (("tampilan", "alur", 3), "Alur"),
        (("sumber",), "Sumber"),
        (("waktu_kerja",), "WaktuKerja"),
    ],
)
def test_the_words_are_those_of_the_schema(path: Loc, part: str) -> None:
    """Keys, titles, descriptions and examples."""
    schema = json_schema()["definitions"][part]["properties"]
    assert [(one.key, one.title, one.about, list(one.examples)) for one in fields_at(path)] == [
        (key, words["title"], words.get("description", ""), words.get("examples", []))
        for key, words in schema.items()
    ]


@pytest.mark.parametrize(
    "path", [("pelaksana",), ("kegiatan",), ("kegiatan", 0, "cabang"), ("x",), ("status",)]
)
def test_where_keys_are_free_none_are_known(path: Loc) -> None:
    """Nor where there is no mapping."""
    assert fields_at(path) == ()


def test_an_item_belongs_to_the_key_of_its_list() -> None:
    """What is known of the list holds for what stands in it."""
    field = field_at(("kegiatan", 0, "simbol", 1, "lanjut", 2))
    assert field is not None
    assert (field.key, field.holds) == ("lanjut", Holds.TEXT)
    assert field_at(()) is None
    assert field_at(("kegiatan", 0, "x")) is None


def test_a_shared_time_is_a_key_too() -> None:
    """What stands under waktu has no model of its own."""
    assert fields_at(("kegiatan", 2, "mutu_baku", "waktu")) == (
        Field(
            "bersama",
            "Bersama baris",
            "Id baris di atasnya yang waktunya dipakai bersama (sel gabungan).",
            (),
            (),
            Holds.TEXT,
        ),
        Field(
            "teks", "Teks bebas", "Kata-kata lain yang memang disengaja; tidak terukur.", (), (), Holds.TEXT
        ),
    )
