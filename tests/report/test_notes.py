"""What the reviewer's notes say, whatever form they take."""

import pytest

from sop_engine.diagnostics import Kind, Severity
from sop_engine.report import notes
from sop_engine.report.notes import AgencyCount, KindCount, Note, counted, notes_on
from sop_engine.report.reporter import Checked
from sop_engine.rules.brief import Brief
from sop_engine.source import SourceFile
from tests.report.evaluated import DEAD_END, VERB, brief, checked, explanation, found

ERROR, WARNING, INFO = Severity
WHY = "Kegiatan ditulis dengan kata kerja aktif (PermenPAN-RB 35/2012). Pelaksana lalu tahu apa yang dikerjakan."
MEND = "Awali uraian dengan Menyusun.\nPelaksana sudah terbaca dari lajurnya."


@pytest.fixture(autouse=True)
def explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one kind is explained."""
    monkeypatch.setattr(notes, "explanation", explanation)


def test_findings_stand_in_the_order_of_the_form() -> None:
    """Each with its part of the form; a reason or a general remedy is given once, a hint each time."""
    first = notes_on(checked()).sops[0]
    assert first.notes == (
        Note(1, "Seluruh SOP", 1, INFO, "SOP701", "'Disahkan oleh' disimpulkan", (), "", ""),
        Note(2, "Baris 1", 11, WARNING, "SOP604", "Uraian diawali kata benda 'Rapat'", (), WHY, MEND),
        Note(
            3,
            "Baris 1",
            12,
            ERROR,
            "SOP302",
            "Langkah '1' tidak berlanjut",
            ("Yang pertama di sini (baris berkas 4)", "Yang pertama di sini (baris berkas 5)"),
            "",
            "Tulis 'lanjut'",
        ),
        Note(
            4,
            "Baris 2",
            21,
            WARNING,
            "SOP604",
            "Uraian diawali kata benda 'Pembuatan'",
            (),
            "Lihat No. 2.",
            "Mulailah dengan 'Membuat'",
        ),
        Note(
            5,
            "Baris 2",
            22,
            WARNING,
            "SOP604",
            "Uraian diawali kata benda 'Arsip'",
            (),
            "Lihat No. 2.",
            "Lihat No. 2.",
        ),
    )
    assert (first.agency, first.number, first.name) == ("Badan Contoh", "01/SOP", "Penyusunan Draft Laporan")
    assert (first.file, first.counts) == ("definisi/contoh.yaml", {ERROR: 1, WARNING: 3, INFO: 1})


def test_what_could_not_be_read_stands_apart() -> None:
    """Numbered through, with the reason; a line only where there is a text."""
    found_out = [(one.file, one.note) for one in notes_on(checked()).unread]
    assert found_out == [
        (
            "definisi/rusak.yaml",
            Note(1, "Seluruh SOP", 3, ERROR, "SOP001", "Kurung tidak ditutup", (), "", "Tutup kurungnya"),
        ),
        ("hilang.yaml", Note(2, "Seluruh SOP", None, ERROR, "SOP000", "Tidak ada", (), "", "")),
    ]


def test_all_is_counted() -> None:
    """By severity and by kind; a kind without an explanation goes by its slug."""
    found_out = notes_on(checked(), "21 November 2026")
    assert found_out.counts == {ERROR: 4, WARNING: 3, INFO: 1}
    assert found_out.kinds == (
        KindCount("SOP302", "dead-end", ERROR, 2, 2),
        KindCount("SOP000", "usage", ERROR, 1, 1),
        KindCount("SOP001", "syntax", ERROR, 1, 1),
        KindCount("SOP604", "Uraian kegiatan tidak diawali kata kerja aktif", WARNING, 3, 1),
        KindCount("SOP701", "inferred", INFO, 1, 1),
    )
    assert (found_out.clean, found_out.files, found_out.several) == (1, 2, True)
    assert found_out.agencies == (
        AgencyCount("Badan Contoh", 2, 1, {ERROR: 1, WARNING: 3, INFO: 1}),
        AgencyCount("Kota & <b>Lain</b>", 1, 0, {ERROR: 1, WARNING: 0, INFO: 0}),
    )
    assert (found_out.examined, found_out.today) == (
        "3 SOP dari 2 instansi; 2 berkas tidak dapat dinilai",
        "21 November 2026",
    )


@pytest.mark.parametrize(
    ("checked", "examined"),
    [
        ([], "0 SOP"),
        ([Checked(brief("a.yaml"), ())], "1 SOP dari Badan Contoh"),
        ([Checked(brief("a.yaml", instansi=None), ())], "1 SOP dari contoh"),
        ([Checked(brief("a.yaml", instansi=None, agency=None), ())], "1 SOP"),
        ([Checked(Brief(SourceFile("", "")), (found(Brief(SourceFile("", "")), VERB, 1, "x"),))], None),
    ],
)
def test_what_was_examined_in_words(checked: list[Checked], examined: str | None) -> None:
    """One agency is named, several are counted."""
    assert notes_on(checked).examined == (examined or "0 SOP; 1 berkas tidak dapat dinilai")


def test_an_agency_is_known_by_its_code() -> None:
    """However its SOPs write its name; the title names it where it is the only one."""
    two = [
        Checked(brief("a.yaml"), ()),
        Checked(brief("b.yaml", instansi="BADAN CONTOH"), ()),
    ]
    assert (notes_on(two).examined, notes_on(two).title) == (
        "2 SOP dari Badan Contoh",
        "Catatan Evaluasi SOP: Badan Contoh",
    )
    nameless = Checked(brief("c.yaml", instansi=None, agency=None), ())
    assert notes_on([nameless]).title == notes_on([*two, nameless]).title == "Catatan Evaluasi SOP"


def test_a_severity_that_was_graded_anew_counts_as_it_is_graded() -> None:
    """The word is that of the finding, not of its kind."""
    one = brief("a.yaml")
    graded = found(one, Kind("SOP604", "no-active-verb", INFO), 11, "x")
    found_out = notes_on([Checked(one, (graded,))])
    assert (found_out.kinds[0].severity, found_out.counts[INFO]) == (INFO, 1)


def test_a_sop_without_a_name_goes_by_its_file() -> None:
    """And one without a number shows a dash."""
    one = notes_on([Checked(brief("x/a.yaml", nama=None, nomor=None), ())]).sops[0]
    assert (one.name, one.number) == ("x/a.yaml", "–")


def test_hostile_text_stays_on_its_line() -> None:
    """Controls in names of files and in messages are made visible."""
    one = brief("a\x1b\n.yaml")
    note = notes_on([Checked(one, (found(one, DEAD_END, 11, "a\x00b"),))]).sops[0]
    assert (note.file, note.notes[0].message) == ("a\\x1b\\n.yaml", "a\\x00b")


def test_only_plain_words_get_a_capital() -> None:
    """Keys and quoted subjects are shown as they are written."""
    one = brief("a.yaml")
    messages = ["langkah 1", "_jumlah salah", "'a' ganda", "SOP ini", "pelaksana: kosong", ""]
    given = Checked(one, tuple(found(one, DEAD_END, 11, message) for message in messages))
    assert [note.message for note in notes_on([given]).sops[0].notes] == [
        "Langkah 1",
        "_jumlah salah",
        "'a' ganda",
        "SOP ini",
        "Pelaksana: kosong",
        "",
    ]


def test_counts_in_words() -> None:
    """Only what there is."""
    assert counted({ERROR: 0, WARNING: 2, INFO: 1}) == "2 peringatan, 1 catatan"
    assert counted({ERROR: 0}) == "tanpa temuan"
