"""Small changes of a text: what changes, and that nothing else does."""

import copy
import random
from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.authoring.amend import insert_item, move_item, remove, rename_key, set_value
from sop_engine.authoring.entries import Sheet
from sop_engine.authoring.rereading import difference
from sop_engine.authoring.scalar import clean
from sop_engine.edits import Edit, changed
from sop_engine.errors import UsageError
from sop_engine.model.known import known_keys, model_at
from sop_engine.reading import read
from sop_engine.reading.document import Document, Loc
from sop_engine.source import SourceFile
from tests.authoring.hand import handwritten
from tests.layout.generator import random_sop

SEEDS = st.integers(0, 1_000_000)
TEXTS = [
    "Baru",
    "a: b",
    "x # y",
    "baris\nkedua",
    "dua\nbaris\n",
    "",
    "null",
    "- x",
    "'k'",
    '"q"',
    "a, b",
    "[z]",
    "01",
]


def document(text: str) -> Document:
    """A text that can be read without errors."""
    found, faults = read(SourceFile("uji.yaml", text))
    assert found is not None
    assert not any(fault.is_error for fault in faults)
    return found


def plain(value: Any) -> Any:
    """Data as the form reads it: an empty list is nothing, and a text ends where its words end."""
    if isinstance(value, str):
        return clean(value).rstrip("\n")
    if isinstance(value, list):
        return [plain(item) for item in value] or None
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()} or None
    return value


def paths(data: Any, loc: Loc = ()) -> list[Loc]:
    """The path of everything in the data, in order."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path for key, value in pairs for path in ((*loc, key), *paths(value, (*loc, key)))]


def at(data: Any, loc: Loc) -> Any:
    """What stands at a path."""
    for part in loc:
        data = data[part]
    return data


def put(data: Any, loc: Loc, value: Any) -> Any:
    """The data with another value at a path."""
    data = copy.deepcopy(data)
    at(data, loc[:-1])[loc[-1]] = value
    return data


def some_value(dice: random.Random, depth: int = 0) -> Any:
    """A text, nothing, or some list or mapping."""
    chance = dice.random()
    if chance < 0.5 or depth > 2:
        return dice.choice(TEXTS)
    if chance < 0.6:
        return None
    if chance < 0.8:
        return [some_value(dice, depth + 1) for _ in range(dice.randint(0, 3))]
    keys = ["k1", "k 2", "a: b", "nama", "waktu"]
    return {dice.choice(keys): some_value(dice, depth + 1) for _ in range(dice.randint(0, 3))}


def some_definition(dice: random.Random) -> str:
    """A short definition, now and then with what does not belong there, as some hand writes it."""
    data = random_sop(dice.randint(0, 3000))
    data["kegiatan"] = data["kegiatan"][: dice.randint(1, 4)]
    data["identitas"] = {
        "nomor": "01",
        "nama": dice.choice(TEXTS),
        "tanggal_revisi": None,
        "disahkan_oleh": dice.choice([None, "Kepala", {"jabatan": "Kepala", "nip": "1"}]),
        "dasar_hukum": [dice.choice(TEXTS) for _ in range(dice.randint(0, 3))],
        "keterkaitan": dice.choice(TEXTS),
    }
    for row in data["kegiatan"]:
        if dice.random() < 0.2:
            row["keterangan"] = dice.choice(TEXTS)
        if dice.random() < 0.2:
            del row["mutu_baku"]
        if dice.random() < 0.1:
            row["kunci_asing"] = some_value(dice)
    return handwritten(data, dice)


def words(found: Document) -> list[str]:
    """The comments, each with a number of its own."""
    return [comment.text for comment in found.comments]


def check(before: Document, edits: tuple[Edit, ...], expected: Any) -> Document:
    """The text after the edits reads as expected, and its lines end as they did."""
    text = changed(before.source.text, edits)
    after = document(text)
    assert plain(after.data) == plain(expected)
    if "\r" in before.source.text:
        assert "\n" not in text.replace("\r\n", "")
    else:
        assert "\r" not in text
    return after


def begins_with(whole: list[str], part: list[str]) -> bool:
    """Whether all of a part stand in the whole in their order."""
    rest = iter(whole)
    return all(word in rest for word in part)


@pytest.mark.fuzz
@settings(deadline=None, max_examples=200)
@given(SEEDS)
def test_a_text_is_set_and_nothing_else(seed: int) -> None:
    """Another text where a text or nothing stands: the data has it, all comments stay, all else is untouched."""
    dice = random.Random(seed)
    before = document(some_definition(dice))
    loc = dice.choice([loc for loc in paths(before.data) if isinstance(at(before.data, loc), str | None)])
    new = dice.choice([*TEXTS, None])
    edits = set_value(before, loc, new)
    after = check(before, edits, put(before.data, loc, new))
    assert words(after) == words(before)
    sheet = Sheet(before)
    entry = sheet.entry(loc)
    for edit in edits:
        assert edit.span.start >= entry.start
        assert edit.span.end <= sheet.line_end(entry.end)
    assert set_value(after, loc, new) == ()


@pytest.mark.fuzz
@settings(deadline=None, max_examples=200)
@given(SEEDS)
def test_any_value_is_set(seed: int) -> None:
    """Lists and mappings in the place of anything."""
    dice = random.Random(seed)
    before = document(some_definition(dice))
    loc = dice.choice(paths(before.data))
    new = some_value(dice)
    after = check(before, set_value(before, loc, new), put(before.data, loc, new))
    assert set_value(after, loc, new) == ()


@pytest.mark.fuzz
@settings(deadline=None, max_examples=200)
@given(SEEDS)
def test_what_stays_in_a_list_or_mapping_keeps_its_comments(seed: int) -> None:
    """Items and keys go, come, change and change places; the comments of the others stay."""
    dice = random.Random(seed)
    before = document(some_definition(dice))
    whole = [
        loc
        for loc in paths(before.data)
        if isinstance(at(before.data, loc), list | dict) and at(before.data, loc)
    ]
    loc = dice.choice(whole)
    new = copy.deepcopy(at(before.data, loc))
    kept = True
    for _ in range(dice.randint(1, 3)):
        if isinstance(new, list):
            if dice.random() < 0.4 and len(new) > 1:
                new.pop(dice.randrange(len(new)))
                kept = False
            else:
                new.insert(dice.randint(0, len(new)), "Butir baru")
        elif dice.random() < 0.4 and len(new) > 1:
            new.pop(dice.choice(list(new)))
            kept = False
        else:
            new[f"k{len(new)}"] = "Isi baru"
    after = check(before, set_value(before, loc, new), put(before.data, loc, new))
    if kept:
        assert words(after) == words(before)
    else:
        assert begins_with(words(before), words(after))


@pytest.mark.fuzz
@settings(deadline=None, max_examples=200)
@given(SEEDS)
def test_a_missing_key_is_inserted_at_its_place(seed: int) -> None:
    """The keys around it stay in their order, and it stands behind one that the form has before it."""
    dice = random.Random(seed)
    before = document(some_definition(dice))
    holders = [
        loc for loc in [(), *paths(before.data)] if isinstance(at(before.data, loc), dict) and model_at(loc)
    ]
    above = dice.choice(holders)
    model = model_at(above)
    assert model is not None
    order = known_keys(model)
    missing = [key for key in order if key not in at(before.data, above)]
    if not missing:
        return
    key = dice.choice(missing)
    after = check(before, set_value(before, (*above, key), "Isi"), put(before.data, (*above, key), "Isi"))
    assert words(after) == words(before)
    keys = list(at(after.data, above))
    assert [one for one in keys if one != key] == list(at(before.data, above))
    place = keys.index(key)
    earlier = [one for one in order[: order.index(key)] if one in keys]
    if earlier:
        assert keys[place - 1] == earlier[-1]


@pytest.mark.fuzz
@settings(deadline=None, max_examples=200)
@given(SEEDS)
def test_what_is_removed_takes_only_its_own_comments(seed: int) -> None:
    """Every other line is as it was, in its order."""
    dice = random.Random(seed)
    before = document(some_definition(dice))
    loc = dice.choice(paths(before.data))
    expected = copy.deepcopy(before.data)
    del at(expected, loc[:-1])[loc[-1]]
    after = check(before, remove(before, loc), expected)
    assert begins_with(words(before), words(after))
    assert remove(after, (*loc, "tidak ada")) == ()


@pytest.mark.fuzz
@settings(deadline=None, max_examples=200)
@given(SEEDS)
def test_an_item_is_inserted(seed: int) -> None:
    """Into lists of every style, beside a single text, and where nothing is."""
    dice = random.Random(seed)
    before = document(some_definition(dice))
    able = [
        loc
        for loc in paths(before.data)
        if isinstance(at(before.data, loc), list | str)
        or (at(before.data, loc) is None and isinstance(loc[-1], str))
    ]
    loc = dice.choice(able)
    old = at(before.data, loc)
    items = list(old) if isinstance(old, list) else [old] if old else []
    index = dice.randint(0, len(items))
    items.insert(index, new := some_value(dice))
    after = check(before, insert_item(before, loc, index, new), put(before.data, loc, items))
    assert words(after) == words(before)


@pytest.mark.fuzz
@settings(deadline=None, max_examples=200)
@given(SEEDS)
def test_an_item_moves_with_its_comments(seed: int) -> None:
    """The order changes; no comment is lost, and moving it back gives the old text."""
    dice = random.Random(seed)
    before = document(some_definition(dice))
    lists = [
        loc for loc in paths(before.data) if isinstance(at(before.data, loc), list) and at(before.data, loc)
    ]
    if not lists:
        return
    loc = dice.choice(lists)
    items = list(at(before.data, loc))
    start, to = dice.randrange(len(items)), dice.randrange(len(items))
    items.insert(to, items.pop(start))
    after = check(before, move_item(before, loc, start, to), put(before.data, loc, items))
    assert sorted(words(after)) == sorted(words(before))
    assert changed(after.source.text, move_item(after, loc, to, start)) == before.source.text


@pytest.mark.fuzz
@settings(deadline=None, max_examples=100)
@given(SEEDS)
def test_a_key_is_renamed(seed: int) -> None:
    """Only the key changes, not its place."""
    dice = random.Random(seed)
    before = document(some_definition(dice))
    loc = dice.choice([loc for loc in paths(before.data) if isinstance(loc[-1], str)])
    new = dice.choice(["kunci_baru", "a: b", "x, y", "[z]"])
    expected = copy.deepcopy(before.data)
    holder = at(expected, loc[:-1])
    renamed = {new if key == loc[-1] else key: value for key, value in holder.items()}
    holder.clear()
    holder.update(renamed)
    after = check(before, rename_key(before, loc, new), expected)
    assert list(at(after.data, loc[:-1])) == list(renamed)
    assert words(after) == words(before)


CONTOH = """\
# kepala berkas
versi_format: 1

identitas:
  nama: "Contoh"   # judul
  tanggal_revisi: # kosong
  disahkan_oleh: Kepala Dinas # ttd
  keterkaitan: SOP Lain  # sop: abaikan SOP602

pelaksana:
  staf: Staf   # lajur 1
  # lajur 2
  kepala: {nama: Kepala, jumlah: 2}

kegiatan:
  # yang pertama
  - nomor: 1
    uraian: |   # panjang
      Menyusun
      konsep
    pelaksana: staf
    # - catatan lama

  - nomor: 2   # periksa
    uraian: Memeriksa
    pelaksana: [staf, kepala]
    cabang: {Ya: selesai, Tidak: 1}
    mutu_baku:
      waktu: 1 jam
"""


def lines_of(edits: tuple[Edit, ...], text: str = CONTOH) -> str:
    """The lines that change: those that go behind a minus, those that come behind a plus."""
    before, after = text.splitlines(), changed(text, edits).splitlines()
    start = next(
        (n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        min(len(before), len(after)),
    )
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    gone, come = before[start : len(before) - end], after[start : len(after) - end]
    return "\n".join([*(f"-{line}" for line in gone), *(f"+{line}" for line in come)])


@pytest.mark.parametrize(
    ("loc", "value", "expected"),
    [
        (("identitas", "nama"), "Lain", '-  nama: "Contoh"   # judul\n+  nama: "Lain"   # judul'),
        (
            ("identitas", "tanggal_revisi"),
            "2024-02-21",
            "-  tanggal_revisi: # kosong\n+  tanggal_revisi: 2024-02-21  # kosong",
        ),
        (("identitas", "nomor"), "01", "+  nomor: 01"),
        (
            ("identitas", "disahkan_oleh", "nip"),
            "123",
            "-  disahkan_oleh: Kepala Dinas # ttd\n+  disahkan_oleh: # ttd\n+    jabatan: Kepala Dinas\n+    nip: 123",
        ),
        (
            ("identitas", "disahkan_oleh"),
            None,
            "-  disahkan_oleh: Kepala Dinas # ttd\n+  disahkan_oleh: # ttd",
        ),
        (
            ("identitas", "keterkaitan"),
            ["SOP Lain", "SOP Baru"],
            (
                "-  keterkaitan: SOP Lain  # sop: abaikan SOP602\n+  keterkaitan:\n"
                "+    - SOP Lain  # sop: abaikan SOP602\n+    - SOP Baru"
            ),
        ),
        (("status",), "berlaku", "+status: berlaku"),
        (
            ("instansi",),
            {"nama": "Dinas: Contoh", "kode": "contoh"},
            "+instansi:\n+  kode: contoh\n+  nama: 'Dinas: Contoh'",
        ),
        (
            ("kegiatan", 0, "uraian"),
            "Menyusun",
            "-    uraian: |   # panjang\n-      Menyusun\n-      konsep\n+    uraian: Menyusun   # panjang",
        ),
        (
            ("kegiatan", 1, "uraian"),
            "Memeriksa\nkonsep",
            "-    uraian: Memeriksa\n+    uraian: |-\n+      Memeriksa\n+      konsep",
        ),
        (
            ("kegiatan", 0, "mutu_baku", "waktu"),
            "1 hari",
            "+    mutu_baku:\n+      waktu: 1 hari",
        ),
        (
            ("kegiatan", 1, "cabang"),
            {"Ya": "selesai", "Ragu, sedikit": "2", "Tidak": "1"},
            "-    cabang: {Ya: selesai, Tidak: 1}\n+    cabang: {Ya: selesai, 'Ragu, sedikit': 2, Tidak: 1}",
        ),
        (
            ("pelaksana",),
            {"kepala": {"nama": "Kepala", "jumlah": "2"}, "baru": "Baru", "staf": "Staf"},
            (
                "-  staf: Staf   # lajur 1\n-  # lajur 2\n-  kepala: {nama: Kepala, jumlah: 2}\n"
                "+  # lajur 2\n+  kepala: {nama: Kepala, jumlah: 2}\n+  baru: Baru\n+  staf: Staf   # lajur 1"
            ),
        ),
        (("pelaksana", "kepala", "nama"), "Kepala", ""),
        (("kegiatan", 0, "keterangan"), None, ""),
    ],
)
def test_values_that_are_set(loc: Loc, value: Any, expected: str) -> None:
    """Each kind of change, line by line."""
    assert lines_of(set_value(document(CONTOH), loc, value)) == expected


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        (("identitas", "nama"), '-  nama: "Contoh"   # judul'),
        (("pelaksana", "kepala"), "-  # lajur 2\n-  kepala: {nama: Kepala, jumlah: 2}"),
        (
            ("pelaksana", "kepala", "nama"),
            "-  kepala: {nama: Kepala, jumlah: 2}\n+  kepala: {jumlah: 2}",
        ),
        (
            ("kegiatan", 1, "nomor"),
            "-  - nomor: 2   # periksa\n-    uraian: Memeriksa\n+  - uraian: Memeriksa",
        ),
        (("kegiatan", 1, "mutu_baku", "waktu"), "-      waktu: 1 jam"),
        (
            ("kegiatan", 0),
            (
                "-  # yang pertama\n-  - nomor: 1\n-    uraian: |   # panjang\n-      Menyusun\n-      konsep\n"
                "-    pelaksana: staf\n-    # - catatan lama\n-"
            ),
        ),
        (("tampilan", "alur"), ""),
    ],
)
def test_what_is_removed(loc: Loc, expected: str) -> None:
    """Lines go with the comments that belong to them; an emptied mapping is an empty value."""
    assert lines_of(remove(document(CONTOH), loc)) == expected


@pytest.mark.parametrize(
    ("text", "deed", "expected"),
    [
        ("a: [x]\n", lambda d: remove(d, ("a", 0)), "a:\n"),
        ("a:\n  - x", lambda d: remove(d, ("a", 0)), "a:"),
        ("a: x", lambda d: remove(d, ("a",)), "{}"),
        ("a:\n- x\n- y", lambda d: remove(d, ("a", 1)), "a:\n- x"),
        ("a:\n- x\n- y", lambda d: insert_item(d, ("a",), 2, "z"), "a:\n- x\n- y\n- z"),
        ("a:\n- x\n- y", lambda d: move_item(d, ("a",), 1, 0), "a:\n- y\n- x"),
        ("a:\n    - x\n", lambda d: set_value(d, ("b",), ["y"]), "a:\n    - x\nb:\n    - y\n"),
        ("a: {b: , c: 1}\n", lambda d: set_value(d, ("a", "b"), "x"), "a: {b: x, c: 1}\n"),
        ("a: {b, c: 1}\n", lambda d: set_value(d, ("a", "b"), "x"), "a: {b: x, c: 1}\n"),
        ("a: []\n", lambda d: insert_item(d, ("a",), 0, "x"), "a:\n  - x\n"),
        ("a: x  # k\n", lambda d: insert_item(d, ("a",), 0, "y"), "a:\n  - y\n  - x  # k\n"),
        ("{a: x}\n", lambda d: insert_item(d, ("a",), 1, "y"), "{a: [x, y]}\n"),
        ("{}\n", lambda d: set_value(d, ("a",), "x"), "a: x\n"),
        (
            "a: [\n  x,  # satu\n  y  # dua\n]\n",
            lambda d: insert_item(d, ("a",), 2, "z"),
            "a: [\n  x,  # satu\n  y,  # dua\n  z\n]\n",
        ),
        (
            "a: [\n  x,  # satu\n  y  # dua\n]\n",
            lambda d: move_item(d, ("a",), 0, 1),
            "a: [\n  y,  # dua\n  x  # satu\n]\n",
        ),
        ("a: [\n  x,\n  y\n]\n", lambda d: remove(d, ("a", 1)), "a: [\n  x\n]\n"),
        (
            "a:\r\n  - x\r\n",
            lambda d: insert_item(d, ("a",), 0, "p\nq"),
            "a:\r\n  - |-\r\n    p\r\n    q\r\n  - x\r\n",
        ),
        ("a: x", lambda d: set_value(d, ("a",), "p\nq\n"), "a: |\n  p\n  q\n"),
        (
            "a:\n  - b: 1\n    # c\n    c: 2\n",
            lambda d: remove(d, ("a", 0, "b")),
            "a:\n  -\n    # c\n    c: 2\n",
        ),
        ("a:\n  -   b: 1\n      c: 2\n", lambda d: insert_item(d, ("a",), 1, {"b": "2", "c": "3"}), None),
        ("a:  # k\n  x  # l\n", lambda d: set_value(d, ("a",), "y"), "a:  # k\n  y  # l\n"),
        ("'a': x\n", lambda d: rename_key(d, ("a",), "b"), "'b': x\n"),
        ("# k\n{}\n", lambda d: set_value(d, ("[a]",), "x"), "# k\n'[a]': x\n"),
        (
            "a:\n  - - x\n    - y\n",
            lambda d: insert_item(d, ("a", 0), 2, "z"),
            "a:\n  - - x\n    - y\n    - z\n",
        ),
        (
            "a:\n  - - x\n    - y\n",
            lambda d: insert_item(d, ("a", 0), 0, "z"),
            "a:\n  - - z\n    - x\n    - y\n",
        ),
        ("a:\n  - - x\n    - y\n", lambda d: remove(d, ("a", 0, 0)), "a:\n  - - y\n"),
        ("{a: x}\n", lambda d: remove(d, ("a",)), "{}\n"),
        ("a:\n", lambda d: set_value(d, ("a", "b"), "x"), "a:\n  b: x\n"),
        ("a: {b: 1, c: }\n", lambda d: set_value(d, ("a", "d"), "x"), "a: {b: 1, c: , d: x}\n"),
        # Empty brackets may hold comments.
        ("a: [ # k\n  ]\n", lambda d: insert_item(d, ("a",), 0, "x"), "a: [x  # k\n  ]\n"),
        ("{a: {\n  # k\n}}\n", lambda d: set_value(d, ("a", "b"), "x"), "{a: {b: x\n  # k\n}}\n"),
        # A comma may stand on the next line.
        ("a: {\n  b: 1\n  , c: 2\n}\n", lambda d: remove(d, ("a", "b")), "a: {\n   c: 2\n}\n"),
        ("a: [\n  x  # k\n  ,\n]\n", lambda d: insert_item(d, ("a",), 1, "y"), "a: [\n  x  # k\n  , y,\n]\n"),
        # No tab may follow a dash.
        ("a:\n  - x\t# k\n  - y\n", lambda d: set_value(d, ("a", 0), None), "a:\n  -  # k\n  - y\n"),
        ("a:\n  - x\t\n  - y\n", lambda d: set_value(d, ("a", 0), None), "a:\n  -\n  - y\n"),
        # A comment that stands deeper would be a line of a block text.
        ("a: x\n  # k\nb: y\n", lambda d: set_value(d, ("a",), "p\nq"), 'a: "p\\nq"\n  # k\nb: y\n'),
        ("a: x\n # k\nb: y\n", lambda d: set_value(d, ("a",), "p\nq"), "a: |-\n  p\n  q\n # k\nb: y\n"),
        ("a: x\n    # k\n", lambda d: set_value(d, ("a",), ["y", "p\nq"]), 'a: [y, "p\\nq"]\n    # k\n'),
        (
            "a:  # j\n  x\n    # k\n",
            lambda d: set_value(d, ("a",), {"b": "p\nq"}),
            'a:  # j\n  {b: "p\\nq"}\n    # k\n',
        ),
        (
            "a: x\n    # k\nb: y\n",
            lambda d: insert_item(d, ("a",), 1, "p\nq"),
            "a:\n  - x\n    # k\n  - |-\n    p\n    q\nb: y\n",
        ),
    ],
)
def test_corners(text: str, deed: Callable[[Document], tuple[Edit, ...]], expected: str | None) -> None:
    """Ends of files, brackets, deep dashes and CRLF."""
    if expected is None:
        expected = text + "  -   b: 2\n      c: 3\n"
    assert changed(text, deed(document(text))) == expected


def test_a_shared_habit_of_brackets_is_followed() -> None:
    """Where a file writes its decisions in braces, a new one stands in braces too."""
    text = dedent("""\
        kegiatan:
          - uraian: a
            cabang: {Ya: 2, Tidak: 1}
          - uraian: b
        """)
    edits = set_value(document(text), ("kegiatan", 1, "cabang"), {"Ya": "1", "Tidak": "2"})
    assert changed(text, edits) == text + "    cabang: {Ya: 1, Tidak: 2}\n"


@pytest.mark.parametrize("loc", [("kegiatan", 5), ("kegiatan", 5, "uraian"), ("kegiatan", "uraian")])
def test_an_item_that_is_not_there_is_the_callers_fault(loc: Loc) -> None:
    """Nothing can be set in a row that is not there."""
    with pytest.raises(LookupError):
        set_value(document(CONTOH), loc, "x")


def test_lists_and_keys_that_are_not_there_are_the_callers_fault() -> None:
    """Neither can they be moved or renamed."""
    with pytest.raises(LookupError):
        move_item(document(CONTOH), ("catatan",), 0, 0)
    with pytest.raises(LookupError):
        rename_key(document(CONTOH), ("catatan",), "x")


def test_a_key_does_not_take_the_place_of_another() -> None:
    """Two equal keys would be a fault."""
    with pytest.raises(UsageError, match="key 'kepala' exists already"):
        rename_key(document(CONTOH), ("pelaksana", "staf"), "kepala")


@pytest.mark.parametrize("text", ["? a\n: b\n", "a:\n  ? b\n  : c\n"])
def test_rare_yaml_is_refused(text: str) -> None:
    """A text that cannot be changed piece by piece is left alone, with a clear word."""
    found = document(text)
    with pytest.raises(UsageError, match="cannot be changed automatically"):
        set_value(found, paths(found.data)[-1], "baru")


def test_the_difference_of_two_texts() -> None:
    """One edit, as short as can be; none between equal texts."""
    assert difference("abc", "abc") == ()
    assert changed("abcabc", difference("abcabc", "abcXabc")) == "abcXabc"
    assert difference("aa", "aaa")[0].text == "a"
