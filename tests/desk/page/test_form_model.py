"""What the form shows of a definition, whatever state it is in."""

from hypothesis import given
from hypothesis import strategies as st

from sop_engine.compiled import Compiled
from sop_engine.desk.draft import Draft
from sop_engine.desk.page.form_model import Form, form_of
from sop_engine.desk.page.form_rows import Branch, Flow, Next, Target
from sop_engine.diagnostics import Text
from sop_engine.pipeline import compile_source
from sop_engine.source import SourceFile
from tests.quiet import quiet
from tests.strategies import sop_texts

TEXT = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas:
  nama: Pengumpulan Data
  disahkan_oleh: Kepala Badan
  tanggal_pembuatan: 2 Januaro 2023
  dasar_hukum:
    - Perpres 29/2014
    - UU 25/2009
pelaksana:
  staf: Staf
  kepala: {nama: Kepala, jumlah: 2}
kegiatan:
  - nomor: 1.
    uraian: Menyusun konsep
    pelaksana: staf
    mutu_baku:
      kelengkapan: [Surat, Nota]
      waktu: 5 minit
  - nomor: 2.
    uraian: |
      Memeriksa
      konsep
    pelaksana: [staf, kepala]
    teks: Sesuai?
    cabang: {Ya: {ke: 4a, peluang: 20%}, Tidak: [1]}
  - nomor: 3.
    uraian: Membagi
    pelaksana: kabag
    lanjut: [4a, 5]
    mutu_baku: {waktu: {bersama: 2}}
  - nomor: 4.
    uraian: Menulis
    simbol:
      - {pelaksana: staf, lanjut: 4b}
      - {pelaksana: kepala, lanjut: 5}
  - nomor: 5.
    uraian: Menunggu
    pelaksana: staf
    gabung: semua
    lanjut: 6
  - nomor: 6.
    uraian: Mengakhiri
    pelaksana: staf
    bentuk: selesai
  - nomor: 7.
    uraian: Mengulang
    pelaksana: staf
    lanjut: [3]
    cabang: {Ya: 1, Tidak: 2}
"""


def compiled(text: str) -> Compiled:
    """A text as far as it can be brought."""
    return compile_source(SourceFile("sop.yaml", text), choice=quiet())


def form(text: str = TEXT) -> Form:
    """The form of a text."""
    return form_of(compiled(text))


def test_fields_have_the_words_of_the_models() -> None:
    """Titles and explanations are those that editors show, in the order of the paper form."""
    shown = [(group.title.id, [field.title for field in group.fields]) for group in form().groups]
    assert shown == [
        ("Instansi", ["Nama instansi", "Pemerintah", "Unit", "Kode", "Logo"]),
        (
            "Identitas",
            ["Nama SOP", "Nomor SOP", "Status", "Tanggal pembuatan", "Tanggal revisi", "Tanggal efektif"],
        ),
        ("Pengesahan", ["Jabatan", "Nama", "NIP"]),
        (
            "Dasar dan kelengkapan",
            [
                "Dasar hukum",
                "Kualifikasi pelaksana",
                "Keterkaitan",
                "Peralatan/perlengkapan",
                "Peringatan",
                "Pencatatan dan pendataan",
            ],
        ),
    ]
    assert form().groups[1].fields[0].about == "Judul SOP."
    assert [field.title for field in form().after.fields] == ["Jumlah waktu", "Kertas", "Catatan"]


def test_fields_show_what_stands_there() -> None:
    """A text alone in the place of who approves is the jabatan; a list has its items as lines."""
    shown = {field.title: field.lines for group in form().groups for field in group.fields if field.lines}
    assert shown == {
        "Nama instansi": ("Badan Contoh",),
        "Kode": ("contoh",),
        "Nama SOP": ("Pengumpulan Data",),
        "Tanggal pembuatan": ("2 Januaro 2023",),
        "Jabatan": ("Kepala Badan",),
        "Dasar hukum": ("Perpres 29/2014", "UU 25/2009"),
    }


def test_roles_know_their_rows() -> None:
    """Also the rows in whose symbols they act."""
    assert [(role.key, role.nama.text, role.jumlah.text, role.rows) for role in form().roles] == [
        ("staf", "Staf", "", (0, 1, 3, 4, 5, 6)),
        ("kepala", "Kepala", "2", (1, 3)),
    ]


def test_rows_show_their_cells_and_how_they_go_on() -> None:
    """Branches as label and target; what the form cannot show wholly has a word and is left to the text."""
    rows = form().rows
    assert [(row.nomor, row.cells["uraian"].lines, row.pelaksana.keys) for row in rows] == [
        ("1.", ("Menyusun konsep",), ("staf",)),
        ("2.", ("Memeriksa", "konsep"), ("staf", "kepala")),
        ("3.", ("Membagi",), ("kabag",)),
        ("4.", ("Menulis",), ()),
        ("5.", ("Menunggu",), ("staf",)),
        ("6.", ("Mengakhiri",), ("staf",)),
        ("7.", ("Mengulang",), ("staf",)),
    ]
    assert [row.flow for row in rows] == [
        Flow(Next.ROW),
        Flow(Next.DECISION, branches=(Branch("Ya", "4a"), Branch("Tidak", "1")), teks="Sesuai?"),
        Flow(Next.ROW, fixed=Text("alur paralel", "a parallel split")),
        Flow(Next.ROW, fixed=Text("beberapa simbol dalam satu baris", "several symbols in one row")),
        Flow(Next.ROW, fixed=Text("menunggu beberapa alur (gabung)", "waits for several flows (gabung)")),
        Flow(Next.END),
        Flow(Next.ROW, fixed=Text("tertulis dengan cara lain", "written in another way")),
    ]
    assert rows[0].cells["kelengkapan"].lines == ("Surat", "Nota")
    assert rows[2].cells["waktu"].fixed == Text(
        "bersama baris 2; hanya dapat diubah pada teks", "shared with row 2; can only be changed in the text"
    )
    assert rows[3].pelaksana.fixed == rows[3].flow.fixed


def test_targets_are_named_by_number_and_uraian() -> None:
    """Symbols of a row that has several are targets of their own."""
    assert form().targets == (
        Target("1", 0, "1  Menyusun konsep"),
        Target("2", 1, "2  Memeriksa konsep"),
        Target("3", 2, "3  Membagi"),
        Target("4a", 3, "4a  Menulis"),
        Target("4b", 3, "4b  Menulis"),
        Target("5", 4, "5  Menunggu"),
        Target("6", 5, "6  Mengakhiri"),
        Target("7", 6, "7  Mengulang"),
    )


def test_findings_stand_at_their_fields() -> None:
    """A wrong date, a wrong time, an unknown role; what is at no field of a row stands at the row."""
    text = TEXT.replace("    uraian: Mengakhiri\n", "    uraian: Mengakhiri\n    rusak: ya\n")
    shown = form(text)
    fields = {field.title: field.notes for group in shown.groups for field in group.fields if field.notes}
    assert {title: [note.code for note in notes] for title, notes in fields.items()} == {
        "Tanggal pembuatan": ["SOP105"]
    }
    assert [note.code for note in shown.rows[0].cells["waktu"].notes] == ["SOP500"]
    assert [note.code for note in shown.rows[2].pelaksana.notes] == ["SOP201"]
    assert [note.code for note in shown.rows[5].notes] == ["SOP101"]
    assert [note.code for note in shown.rows[6].flow_notes] == ["SOP106"]


def test_what_is_missing_stands_at_its_cell() -> None:
    """It has no place in the text; the cell is where somebody fills it in."""
    found = compile_source(SourceFile("sop.yaml", TEXT))
    row = form_of(found).rows[1]
    assert {name: [note.code for note in cell.notes] for name, cell in row.cells.items() if cell.notes} == {
        "kelengkapan": ["SOP501"],
        "waktu": ["SOP502"],
        "output": ["SOP503"],
    }
    assert row.notes == ()


def test_a_text_that_cannot_be_read_shows_what_was_known() -> None:
    """And why it cannot be read."""
    draft = Draft("sop.yaml", TEXT)
    known = form_of(draft.compiled)
    draft.change(TEXT + "rusak: [\n")
    broken = form_of(draft.compiled, draft.known)
    assert broken.broken is not None
    assert broken.broken.is_error
    assert broken.rows == known.rows
    assert form_of(compiled("a: [")).rows == ()


def test_an_empty_text_is_a_form_to_fill_in() -> None:
    """Nothing stands in it, and nothing is refused."""
    shown = form("versi_format: 1\n")
    assert shown.broken is None
    assert {field.fixed for group in (*shown.groups, shown.after) for field in group.fields} == {None}
    assert (shown.roles, shown.rows) == ((), ())


def test_odd_values_are_left_to_the_text() -> None:
    """Where a text should stand and a list or mapping does, the form says so."""
    shown = form(
        "instansi: [a]\nidentitas: {nama: {a: b}, dasar_hukum: [[a]]}\nkegiatan: [a, {uraian: [b]}]\n"
    )
    fixed = {field.title for group in shown.groups for field in group.fields if field.fixed}
    assert fixed == {
        "Nama instansi",
        "Pemerintah",
        "Unit",
        "Kode",
        "Logo",
        "Nama SOP",
        "Dasar hukum",
    }
    assert [row.cells["uraian"].fixed is not None for row in shown.rows] == [True, True]


SCALARS = st.one_of(st.none(), st.sampled_from(["a", "1", "selesai", "", "5 minit"]))
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [
                    "nama",
                    "uraian",
                    "pelaksana",
                    "simbol",
                    "lanjut",
                    "cabang",
                    "mutu_baku",
                    "waktu",
                    "teks",
                    "jumlah",
                ]
            ),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=8,
)
TOPS = st.dictionaries(
    st.sampled_from(["instansi", "identitas", "pelaksana", "kegiatan", "catatan", "tampilan"]),
    DATA,
    max_size=4,
)


@given(st.one_of(sop_texts(), TOPS.map(lambda data: repr(data).replace("None", "null")), st.text()))
def test_any_text_has_a_form(text: str) -> None:
    """Nothing raises, and of a text that cannot be read it says why."""
    found = compiled(text)
    shown = form_of(found)
    assert (shown.broken is None) == (found.document is not None)
