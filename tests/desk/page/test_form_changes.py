"""Changes of the form: exact texts, and what holds for any changes of any definition."""

import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sop_engine.authoring.entries import Sheet
from sop_engine.compiled import Compiled
from sop_engine.desk.page.form_changes import (
    clean_lines,
    readable,
    set_field,
    set_performers,
    set_words,
)
from sop_engine.desk.page.form_deeds import row_deed
from sop_engine.desk.page.form_fields import Field, Shape, extent
from sop_engine.desk.page.form_flow import set_flow
from sop_engine.desk.page.form_model import Form, form_of
from sop_engine.desk.page.form_roles import add_role, move_role, remove_role
from sop_engine.desk.page.form_rows import Branch, Flow, Next
from sop_engine.errors import UsageError
from sop_engine.pipeline import compile_source
from sop_engine.reading.document import Loc
from sop_engine.source import SourceFile
from tests.authoring.hand import handwritten
from tests.layout.generator import random_sop

TEXT = """\
versi_format: 1
instansi:  # yang menerbitkan
  kode: contoh
  nama: 'Badan Contoh'
identitas:
  nama: Pengumpulan Data  # judul
  tanggal_revisi:                 # belum pernah
  disahkan_oleh: Kepala Badan
  dasar_hukum:
    # yang lama
    - Perpres 29/2014
    - UU 25/2009  # pokok
pelaksana:
  staf: Staf
  kepala: {nama: Kepala, jumlah: 2}

kegiatan:
  # awal
  - nomor: 1
    uraian: Menyusun konsep
    pelaksana: staf  # dia
    mutu_baku:
      kelengkapan: Surat  # satu
      waktu: 30 menit
  - nomor: 2
    uraian: Memeriksa
    pelaksana: [staf, kepala]
    mutu_baku:
      waktu: {teks: Sebelum rapat}
"""


def compiled(text: str) -> Compiled:
    """A text as far as it can be brought."""
    return compile_source(SourceFile("sop.yaml", text))


def field(form: Form, loc: Loc) -> Field:
    """The field at a path."""
    return next(one for one in fields(form) if one.loc == loc)


def fields(form: Form) -> list[Field]:
    """All fields of a form that take words."""
    found = [one for group in (*form.groups, form.after) for one in group.fields]
    found += [one for role in form.roles for one in (role.nama, role.jumlah)]
    return [*found, *(cell for row in form.rows for cell in row.cells.values())]


def written(loc: Loc, typed: str) -> list[str]:
    """The lines that go (``-``) and come (``+``) when something is typed in a field."""
    before = compiled(TEXT)
    return compared(TEXT, set_field(before, field(form_of(before), loc), typed))


def compared(before: str, after: str) -> list[str]:
    """The lines that go and come, without those that stay."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return [f"-{line}" for line in old] + [f"+{line}" for line in new]


@pytest.mark.parametrize(
    ("loc", "typed", "lines"),
    [
        (("instansi", "nama"), "Dinas: Contoh", ["-  nama: 'Badan Contoh'", "+  nama: 'Dinas: Contoh'"]),
        (("instansi", "unit"), "Sekretariat", ["+  unit: Sekretariat"]),
        (
            ("identitas", "nama"),
            "Pelaporan",
            ["-  nama: Pengumpulan Data  # judul", "+  nama: Pelaporan  # judul"],
        ),
        (
            ("identitas", "tanggal_revisi"),
            "2 Januari 2024",
            [
                "-  tanggal_revisi:                 # belum pernah",
                "+  tanggal_revisi: 2 Januari 2024                 # belum pernah",
            ],
        ),
        (
            ("identitas", "disahkan_oleh", "jabatan"),
            "Sekretaris",
            ["-  disahkan_oleh: Kepala Badan", "+  disahkan_oleh: Sekretaris"],
        ),
        (
            ("identitas", "disahkan_oleh", "nip"),
            "19740213 199303 1 002",
            [
                "-  disahkan_oleh: Kepala Badan",
                "+  disahkan_oleh:",
                "+    jabatan: Kepala Badan",
                "+    nip: 19740213 199303 1 002",
            ],
        ),
        (
            ("identitas", "dasar_hukum"),
            "Perpres 29/2014\nPermen 35/2012\nUU 25/2009",
            ["+    - Permen 35/2012"],
        ),
        (("identitas", "dasar_hukum"), "Perpres 29/2014", ["-    - UU 25/2009  # pokok"]),
        (("pelaksana", "staf"), "Staf Penyusun", ["-  staf: Staf", "+  staf: Staf Penyusun"]),
        (
            ("pelaksana", "staf", "jumlah"),
            "3",
            ["-  staf: Staf", "+  staf:", "+    nama: Staf", "+    jumlah: 3"],
        ),
        (
            ("pelaksana", "kepala", "nama"),
            "Ketua",
            [
                "-  kepala: {nama: Kepala, jumlah: 2}",
                "+  kepala: {nama: Ketua, jumlah: 2}",
            ],
        ),
        (
            ("kegiatan", 0, "mutu_baku", "kelengkapan"),
            "Surat\n\n  Disposisi ",
            [
                "-      kelengkapan: Surat  # satu",
                "+      kelengkapan:",
                "+        - Surat  # satu",
                "+        - Disposisi",
            ],
        ),
        (
            ("kegiatan", 0, "mutu_baku", "waktu"),
            "5 minit",
            ["-      waktu: 30 menit", "+      waktu: 5 minit"],
        ),
        (("kegiatan", 0, "mutu_baku", "waktu"), "", ["-      waktu: 30 menit", "+      waktu:"]),
        (("kegiatan", 0, "keterangan"), "Januari", ["+    keterangan: Januari"]),
        (("kegiatan", 0, "keterangan"), " ", []),
        (
            ("kegiatan", 1, "mutu_baku", "waktu"),
            "Sesudah rapat",
            ["-      waktu: {teks: Sebelum rapat}", "+      waktu: {teks: Sesudah rapat}"],
        ),
        (
            ("kegiatan", 1, "mutu_baku", "waktu"),
            "1 hari",
            ["-      waktu: {teks: Sebelum rapat}", "+      waktu: 1 hari"],
        ),
    ],
)
def test_a_field_changes_its_own_place_alone(loc: Loc, typed: str, lines: list[str]) -> None:
    """Comments, quotes, brackets and short forms stay; a key that is missing comes at its place."""
    assert written(loc, typed) == lines


def test_words_stand_in_the_place_of_a_time() -> None:
    """What somebody means as words is written so that it is no error."""
    before = compiled(TEXT)
    time = field(form_of(before), ("kegiatan", 0, "mutu_baku", "waktu"))
    after = set_words(before, time, "sampai selesai")
    assert compared(TEXT, after) == [
        "-      waktu: 30 menit",
        "+      waktu: {teks: sampai selesai}",
    ]
    assert form_of(compiled(after)).rows[0].cells["waktu"].lines == ("sampai selesai",)


@pytest.mark.parametrize(
    ("at", "keys", "lines"),
    [
        (0, ["kepala"], ["-    pelaksana: staf  # dia", "+    pelaksana: kepala  # dia"]),
        (
            0,
            ["staf", "kepala"],
            [
                "-    pelaksana: staf  # dia",
                "+    pelaksana:",
                "+      - staf  # dia",
                "+      - kepala",
            ],
        ),
        (1, ["kepala"], ["-    pelaksana: [staf, kepala]", "+    pelaksana: [kepala]"]),
        (1, ["kepala", "staf"], ["-    pelaksana: [staf, kepala]", "+    pelaksana: [kepala, staf]"]),
        (1, [], ["-    pelaksana: [staf, kepala]", "+    pelaksana:"]),
    ],
)
def test_roles_of_a_row(at: int, keys: list[str], lines: list[str]) -> None:
    """One role or several, the responsible one first."""
    assert compared(TEXT, set_performers(compiled(TEXT), at, keys)) == lines


def test_a_text_of_several_lines_stays_one_text() -> None:
    """A block is never split into items: on the sheet it is one text."""
    text = TEXT.replace("kelengkapan: Surat  # satu", "kelengkapan: |\n        Surat\n        Nota")
    before = compiled(text)
    cell = form_of(before).rows[0].cells["kelengkapan"]
    assert cell.lines == ("Surat", "Nota")
    after = set_field(before, cell, "Surat\nNota\nDisposisi")
    assert (
        readable(compiled(after)).data["kegiatan"][0]["mutu_baku"]["kelengkapan"] == "Surat\nNota\nDisposisi"
    )


def test_a_text_that_cannot_be_read_is_not_changed() -> None:
    """The form offers nothing then; a change that comes all the same is a fault."""
    with pytest.raises(ValueError, match="cannot be read"):
        set_performers(compiled("a: [b"), 0, ["staf"])


@given(st.text())
def test_lines_hold_what_a_definition_may_hold(typed: str) -> None:
    """No empty line, no blanks around one, nothing that makes a text unreadable."""
    lines = clean_lines(typed)
    assert all(line and line == line.strip() and "\n" not in line for line in lines)
    assert clean_lines("\n".join(lines)) == lines


WORDS = st.one_of(
    st.sampled_from(
        [
            "Menyusun konsep",
            "30 menit",
            "5 minit",
            "- a",
            "a: b",
            "a #b",
            "{x}",
            "'",
            "#",
            "Ya",
            "~",
            "01",
            "[1]",
        ]
    ),
    st.text(max_size=12),
)
TYPED = st.lists(WORDS, max_size=3).map("\n".join)
LABELS = ("Ya", "Tidak", "Lengkap", "a: b", "{")
KINDS = (
    "field",
    "field",
    "field",
    "performers",
    "flow",
    "flow",
    "add",
    "delete",
    "move",
    "role",
    "roles",
    "gone",
)


@pytest.mark.fuzz
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.integers(0, 10**6), st.lists(st.sampled_from(KINDS), min_size=1, max_size=6), st.data())
def test_any_changes_of_any_definition(seed: int, kinds: list[str], data: st.DataObject) -> None:
    """The text stays readable, what was set is shown and all else as before, and no comment is lost but what went."""
    known = random_sop(seed)
    assume(len(known["kegiatan"]) <= 20)
    text = handwritten(known, random.Random(seed))
    for kind in kinds:
        before = compiled(text)
        try:
            text, expected, gone = CHANGES[kind](before, form_of(before), data.draw)
        except UsageError:
            continue
        after = compiled(text)
        assert after.document is not None, text
        assert shown(form_of(after)) == expected, text
        kept = {one for one in comments(before.source.text) if one not in gone}
        assert kept <= set(comments(text)), text


Change = tuple[str, dict[Any, Any], set[str]]
Draw = Callable[[Any], Any]


def comments(text: str) -> list[str]:
    """The numbered comments of a text."""
    return re.findall(r"# (k[0-9]+)\b", text)


def shown(form: Form) -> dict[Any, Any]:
    """All that a form shows but findings and the ids of rows."""
    found: dict[Any, Any] = {
        one.loc: one.lines for group in (*form.groups, form.after) for one in group.fields
    }
    found["roles"] = [(role.key, role.nama.lines, role.jumlah.lines) for role in form.roles]
    found["rows"] = [
        ({name: cell.lines for name, cell in row.cells.items()}, row.pelaksana.keys, row.flow)
        for row in form.rows
    ]
    return found


def around(before: Compiled, *locs: Loc) -> set[str]:
    """The comments that belong to the entries at some paths, and may go with them."""
    document = readable(before)
    sheet, found = Sheet(document), set[str]()
    for loc in locs:
        if extent(document, loc) is not None:
            start, end = reach(sheet, loc)
            found |= set(comments(document.source.text[start:end]))
    return found


def reach(sheet: Sheet, loc: Loc) -> tuple[int, int]:
    """Where what belongs to an entry begins and ends; in brackets that is all between its neighbours."""
    entry = sheet.entry(loc)
    if not entry.flow:
        return sheet.own_start(entry), sheet.own_end(entry)
    beside = sheet.entries(loc[:-1])
    at = next(number for number, one in enumerate(beside) if one.loc == loc)
    whole = extent(sheet.document, loc[:-1])
    assert whole is not None
    start = beside[at - 1].end if at else whole.start
    return start, beside[at + 1].start if at + 1 < len(beside) else sheet.line_end(whole.end)


def change_field(before: Compiled, form: Form, draw: Draw) -> Change:
    """Something typed in a field, or one of its choices."""
    one = draw(st.sampled_from([one for one in fields(form) if one.fixed is None]))
    typed = draw(st.sampled_from(one.choices)) if one.choices else draw(TYPED)
    text = set_field(before, one, typed)
    lines = clean_lines(typed)
    expected = shown(form)
    if one.loc in expected:
        expected[one.loc] = lines
    elif one.loc[0] == "pelaksana":
        at = next(at for at, role in enumerate(form.roles) if one in (role.nama, role.jumlah))
        key, nama, jumlah = expected["roles"][at]
        is_name = one == form.roles[at].nama
        expected["roles"][at] = (key, lines if is_name else nama, jumlah if is_name else lines)
    else:
        name = next(name for name, cell in form.rows[int(one.loc[1])].cells.items() if cell == one)
        expected["rows"][one.loc[1]][0][name] = lines
    return text, expected, around(before, one.loc) if one.shape in (Shape.LINES, Shape.TIME) else set()


def change_performers(before: Compiled, form: Form, draw: Draw) -> Change:
    """Other roles in a row."""
    at = draw(st.integers(0, len(form.rows) - 1))
    assume(form.rows[at].pelaksana.fixed is None)
    keys = tuple(draw(st.lists(st.sampled_from([role.key for role in form.roles]), unique=True, max_size=3)))
    expected = shown(form)
    cells, _, flow = expected["rows"][at]
    expected["rows"][at] = (cells, keys, flow)
    return set_performers(before, at, keys), expected, around(before, ("kegiatan", at, "pelaksana"))


def change_flow(before: Compiled, form: Form, draw: Draw) -> Change:
    """Another way on from a row; branches keep, change or swap their labels."""
    at = draw(st.integers(0, len(form.rows) - 1))
    old = form.rows[at].flow
    assume(old.fixed is None and form.targets)
    target = st.sampled_from([one.id for one in form.targets])
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=2, max_size=4, unique=True))
    was = draw(st.permutations([branch.label for branch in old.branches] + [""] * len(labels)))
    taken = [one if one not in was[:place] else "" for place, one in enumerate(was)]
    branches = tuple(Branch(label, draw(target), one) for label, one in zip(labels, taken, strict=False))
    teks = draw(st.sampled_from(["", "Sesuai?", "a: b"]))
    flow = draw(
        st.sampled_from(
            [
                Flow(Next.ROW, teks=teks),
                Flow(Next.END, teks=teks),
                Flow(Next.TARGET, draw(target), teks=teks),
                Flow(Next.DECISION, branches=branches, teks=teks),
            ]
        )
    )
    expected = shown(form)
    cells, keys, _ = expected["rows"][at]
    expected["rows"][at] = (cells, keys, flow)
    loc: Loc = ("kegiatan", at)
    gone = around(before, *((*loc, key) for key in ("lanjut", "cabang", "bentuk", "teks")))
    return set_flow(before, at, flow), expected, gone


def change_rows(what: str) -> Callable[[Compiled, Form, Draw], Change]:
    """A row added, deleted or moved."""

    def change(before: Compiled, form: Form, draw: Draw) -> Change:
        at = draw(st.integers(0, len(form.rows) - 1))
        keys = {"add": ["above", "below", "add"], "move": ["up", "down"]}.get(what, [what])
        deed = row_deed(before, form, at, draw(st.sampled_from(keys)))
        assume(deed is not None)
        expected, now = shown(form), shown(form_of(compiled(deed.text)))
        rows = expected["rows"]
        if what == "add":
            new = now["rows"][deed.fresh]
            assert (new[0]["uraian"], len(new[1])) == ((), 1)
            rows.insert(deed.fresh, new)
        elif what == "move":
            rows.insert(deed.fresh, rows.pop(at))
        else:
            shared = [row.cells["waktu"].fixed is not None for row in form.rows if row.at != at]
            del rows[at]
            for is_shared, row, after in zip(shared, rows, now["rows"], strict=True):
                if is_shared:
                    row[0]["waktu"] = after[0]["waktu"]
        # Where flows lead, and who takes over the time of a row that goes, is the business of what renumbers them.
        expected["rows"] = [
            (cells, roles, flow) for (cells, roles, _), (_, _, flow) in zip(rows, now["rows"], strict=True)
        ]
        if what != "delete":
            return deed.text, expected, set()
        # What refers to a row goes with it: targets, shared times, hints for its arrows.
        uses = (("lanjut",), ("cabang",), ("simbol",), ("mutu_baku", "waktu"))
        locs = (("kegiatan", row.at, *use) for row in form.rows for use in uses)
        gone = around(before, ("kegiatan", at), ("tampilan", "alur"), *locs)
        return deed.text, expected, gone

    return change


def change_role(before: Compiled, form: Form, draw: Draw) -> Change:
    """One more role."""
    heading = draw(WORDS)
    text = add_role(before, heading)
    expected = shown(form)
    if words := " ".join(clean_lines(heading)):
        key = form_of(compiled(text)).roles[-1].key
        assert key not in [role.key for role in form.roles]
        expected["roles"].append((key, (words,), ()))
    return text, expected, set()


def change_roles(before: Compiled, form: Form, draw: Draw) -> Change:
    """A role at another place."""
    at, to = draw(st.tuples(*[st.integers(0, len(form.roles) - 1)] * 2))
    expected = shown(form)
    expected["roles"].insert(to, expected["roles"].pop(at))
    return move_role(before, at, to), expected, set()


def change_gone(before: Compiled, form: Form, draw: Draw) -> Change:
    """A role taken away, if none of its rows keeps it."""
    at = draw(st.integers(0, len(form.roles) - 1))
    text = remove_role(before, form.roles[at], form.rows)
    expected = shown(form)
    del expected["roles"][at]
    return text, expected, around(before, ("pelaksana", form.roles[at].key))


CHANGES: dict[str, Callable[[Compiled, Form, Draw], Change]] = {
    "field": change_field,
    "performers": change_performers,
    "flow": change_flow,
    "add": change_rows("add"),
    "delete": change_rows("delete"),
    "move": change_rows("move"),
    "role": change_role,
    "roles": change_roles,
    "gone": change_gone,
}
