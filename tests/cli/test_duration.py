"""``sop duration``: totals, and how stated ones agree."""

import pytest

TOTALS = {
    "balangan": "122 hari 3 jam 2 menit",
    "dumai": "2 jam 55 menit",
    "kalteng": "123 hari 2 jam 47 menit",
    "samarinda": "122 hari 3 jam 2 menit",
    "tapin": "25 hari 7 jam 30 menit",
}


@pytest.mark.parametrize("agency", TOTALS)
def test_the_total_alone_is_the_first_line(sop, definitions, agency):
    """So that a script can take it."""
    outcome = sop("duration", "--agency", agency, "--definitions", definitions)
    assert outcome.status == 0
    assert outcome.out.split("\n")[0] == TOTALS[agency]


def test_a_stated_total_is_compared(sop, definitions):
    """Balangan cuts two minutes off."""
    words = ("duration", "--agency", "balangan", "--definitions", definitions)
    assert sop(*words).out == "122 hari 3 jam 2 menit\nstated 122 Hari 3 jam: rounded, 2 menit off\n"
    assert sop(*words, "--lang", "id").out == (
        "122 hari 3 jam 2 menit\ndinyatakan 122 Hari 3 jam: dibulatkan, selisih 2 menit\n"
    )


@pytest.mark.parametrize(
    ("stated", "line", "indonesian"),
    [
        ("1 jam 30 menit", "equal", "sama"),
        ("1 jam", "rounded, 30 menit off", "dibulatkan, selisih 30 menit"),
        ("1 jam 25 menit", "wrong, the rows add up to 5 menit more", "salah, hitungan lebih 5 menit"),
        ("2 jam", "wrong, the rows add up to 30 menit less", "salah, hitungan kurang 30 menit"),
        ("1 hari", "wrong", "salah"),
    ],
)
def test_every_verdict_has_words(sop, write, stated, line, indonesian):
    """Equal, rounded, wrong by so much either way, wrong in other units."""
    path = write("x.yaml")
    path.write_text(path.read_text(encoding="utf-8") + f"jumlah_waktu: {stated}\n", encoding="utf-8")
    assert sop("duration", "x.yaml").out == f"1 jam 30 menit\nstated {stated}: {line}\nnot measured: row 3\n"
    assert sop("duration", "x.yaml", "--lang", "id").out == (
        f"1 jam 30 menit\ndinyatakan {stated}: {indonesian}\ntidak terukur: baris 3\n"
    )


def test_several_sops_are_a_table(sop, definitions):
    """With what each states."""
    outcome = sop("duration", "--definitions", definitions)
    assert outcome.status == 0
    assert outcome.out == (
        "Agency     Name                                                   Total time               Stated\n"
        "balangan   SOP Mekanisme Pengumpulan Data Kinerja                 122 hari 3 jam 2 menit   122 Hari 3 jam: "
        "rounded, 2 menit off\n"
        "dumai      Pengumpulan dan Pelaporan Data Kinerja                 2 jam 55 menit           -\n"
        "kalteng    Pengumpulan Data Kinerja                               123 hari 2 jam 47 menit  -\n"
        "samarinda  Pengumpulan Data Kinerja                               122 hari 3 jam 2 menit   -\n"
        "tapin      Standar Operasional Prosedur Pengumpulan Data Kinerja  25 hari 7 jam 30 menit   -\n"
    )


def test_json_is_one_object_for_one_sop(sop, write):
    """With all rows."""
    path = write("x.yaml")
    path.write_text(path.read_text(encoding="utf-8") + "jumlah_waktu: 1 jam 25 menit\n", encoding="utf-8")
    assert sop("duration", "x.yaml", "--format", "json").json == {
        "sop": "x",
        "agency": "contoh",
        "name": "Laporan",
        "total": {"text": "1 jam 30 menit", "parts": {"jam": 1, "menit": 30}},
        "stated": {"text": "1 jam 25 menit", "parts": {"jam": 1, "menit": 25}},
        "agrees": "wrong",
        "difference": {"sign": "+", "text": "5 menit", "parts": {"menit": 5}},
        "unmeasured": ["3"],
        "rows": [
            {
                "id": "1",
                "number": "1",
                "waktu": {"text": "30 menit", "parts": {"menit": 30}},
                "measured": True,
                "per": None,
                "shared": None,
            },
            {
                "id": "2",
                "number": "2",
                "waktu": {"text": "1 jam", "parts": {"jam": 1}},
                "measured": True,
                "per": None,
                "shared": None,
            },
            {
                "id": "3",
                "number": "3",
                "waktu": {"text": "Segera", "parts": {}},
                "measured": False,
                "per": None,
                "shared": None,
            },
        ],
    }


@pytest.mark.parametrize(
    ("first", "named", "measured", "unmeasured"),
    [
        ("30 menit", "1", [True, True, False], ["3"]),
        ("Segera", "1", [False, False, False], ["1", "2", "3"]),
        ("30 menit", "9", [True, False, False], ["2", "3"]),
        ("30 menit", "2", [True, False, False], ["2", "3"]),
        ("30 menit", "3", [True, False, False], ["2", "3"]),
    ],
)
def test_a_shared_time_is_as_measured_as_the_row_that_it_names(
    sop, write, first, named, measured, unmeasured
):
    """It counts once, is told apart from an empty cell, and the rows agree with what is reported."""
    replace = {"waktu: 30 menit": f"waktu: {first}", "waktu: 1 jam": f"waktu: {{bersama: {named}}}"}
    write("x.yaml", replace=replace)
    found = sop("duration", "x.yaml", "--format", "json").json
    assert found["total"]["text"] == ("30 menit" if first == "30 menit" else "tidak terukur")
    assert found["unmeasured"] == unmeasured
    assert [row["measured"] for row in found["rows"]] == measured
    assert found["rows"][1] == {
        "id": "2",
        "number": "2",
        "waktu": {"text": "", "parts": {}},
        "measured": measured[1],
        "per": None,
        "shared": named,
    }
    assert sop("duration", "x.yaml").out.split("\n")[1] == f"not measured: row {', '.join(unmeasured)}"


def test_json_is_an_array_for_several(sop, definitions):
    """A folder, several words or nothing named; null where nothing is stated."""
    found = sop("duration", "--definitions", definitions, "--format", "json").json
    assert {one["agency"]: one["total"]["text"] for one in found} == TOTALS
    assert [(one["stated"], one["agrees"], one["difference"]) for one in found[1:]] == [
        (None, None, None)
    ] * 4
    assert isinstance(
        sop("duration", "--agency", "dumai", "--definitions", definitions, "--format", "json").json, dict
    )


def test_a_sop_that_was_not_read_whole_has_no_total(sop, write):
    """A wrong number is worse than none; the others are added up."""
    write("a.yaml", replace={"waktu: 1 jam": "waktu: 1 jom"})
    write("b.yaml")
    outcome = sop("duration", "a.yaml")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith("a.yaml:26:14: error[SOP500] ")
    outcome = sop("duration", "a.yaml", "--format", "json")
    assert (outcome.status, [found["code"] for found in outcome.json["diagnostics"]]) == (1, ["SOP500"])
    outcome = sop("duration", "a.yaml", "b.yaml", "--format", "json")
    assert (outcome.status, [one["sop"] for one in outcome.json]) == (1, ["b"])


def test_standard_input_has_no_stem(sop, write):
    """Its agency is what it states."""
    found = sop("duration", "-", "--format", "json", input=write("x.yaml").read_bytes()).json
    assert (found["sop"], found["agency"]) == (None, "contoh")


def test_flow_faults_do_not_hide_the_total(sop, write):
    """The finding stands on standard error, the status tells."""
    write("x.yaml", replace={"{Ya: 3, Tidak: 1}": "{Ya: 3, Tidak: 9}"})
    outcome = sop("duration", "x.yaml")
    assert outcome.status == 1
    assert outcome.out == "1 jam 30 menit\nnot measured: row 3\n"
    assert "error[SOP202]" in outcome.err


def test_a_fault_outside_the_rows_leaves_the_total(sop, write):
    """The times could be read, so they are added up; the fault is told and fails the run."""
    write("contoh.yaml", replace={"01/SOP": "01/SOP\n  tanggal_efektif: besok pagi"})
    outcome = sop("duration", "contoh.yaml")
    assert (outcome.status, outcome.out.splitlines()[0]) == (1, "1 jam 30 menit")
    assert "contoh.yaml:7:20: error[SOP105]" in outcome.err


def test_a_fault_in_a_row_leaves_no_total(sop, write):
    """No number rather than a wrong one."""
    write("contoh.yaml", replace={"30 menit": "30 minit"})
    outcome = sop("duration", "contoh.yaml")
    assert (outcome.status, outcome.out) == (1, "")
    assert "error[SOP500]" in outcome.err


def test_a_few_warnings_are_shown_and_many_counted(sop, write):
    """One line each, so that the answer is not buried; infos are always counted."""
    write("a.yaml", replace={"nomor: 01/SOP": "nomor: 01//SOP", "nomor: 2": "nomor: 5"})
    few = sop("duration", "a.yaml")
    assert few.err.splitlines() == [
        "a.yaml:6:12: warning[SOP603] the number '01//SOP' has a hole",
        "a.yaml:19:12: warning[SOP209] nomor jumps from 1 to 5",
        "a.yaml:28:12: warning[SOP209] nomor jumps from 5 to 3",
    ]
    write(
        "a.yaml",
        replace={
            "nomor: 01/SOP": "nomor: 01//SOP",
            "nomor: 2": "nomor: 5",
            "Mengarsipkan laporan": "Pengarsipan laporan",
        },
    )
    many = sop("duration", "a.yaml")
    assert (many.out, many.err) == (few.out, "4 warnings not shown; see 'sop validate'\n")
