"""``sop workload``: what SOPs take of each role in a year."""

import csv
import io
from dataclasses import replace

import pytest
from lxml import etree
from openpyxl import load_workbook

from sop_engine.analysis.expected import expected
from sop_engine.cli import workload_words
from sop_engine.cli.workload_book import DUTIES, NEEDS
from sop_engine.cli.workload_data import CSV_KEYS

MEASURED = {"waktu: Segera": "waktu: 2 menit/berkas"}
YEAR = "effective working time of one person: 75000 menit (1250 jam) a year, PermenPAN-RB 1/2020\n"
ONCE = "one run: each row once, all branches and no loops; roles that act together each in full\n"


def two_of_one(write) -> None:
    """Two SOPs of one agency, whose roles are the same; one states its people, the other has what cannot count."""
    write(
        "definitions/kota/a.yaml",
        kode="kota",
        nama="Rapat",
        replace={
            "staf: Staf Penyusun": "staf: {nama: Staf Penyusun, jumlah: 2}",
            "waktu: 1 jam": "waktu: 1-2 hari",
            **MEASURED,
        },
    )
    write(
        "definitions/kota/b.yaml",
        kode="kota",
        nama="Arsip",
        replace={
            "kepala: Kepala Badan": "pimpinan: KEPALA  BADAN",
            "pelaksana: kepala": "pelaksana: pimpinan",
            "waktu: 1 jam": "waktu: 1 bulan",
            "waktu: Segera": "waktu: 1 x 24 jam",
        },
    )


def test_one_sop(sop, write):
    """Staf: 4 x (30 + 2) = 128 menit, 128 / 75000 = 0,17%; kepala: 4 x 60 = 240 menit, 0,32%; the rate is marked."""
    write("definitions/contoh.yaml", replace=MEASURED)
    outcome = sop("workload", "--volume", "4/tahun", "contoh")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (
        f"{YEAR}volume 4/tahun: contoh\n{ONCE}\n"
        "Role           SOP     Minutes a year   Load  People  Rounded up\n"
        "Staf Penyusun  contoh             128  0.17%   <0.01           1\n"
        "Kepala Badan   contoh             240  0.32%   <0.01           1\n"
        "Total          1                  368          <0.01           2\n"
        "\n"
        "contoh: a rate, counted once a run: row 3 (/berkas)\n"
    )


def test_all_of_an_agency(sop, write):
    """100/minggu are 100 x 50 = 5000 runs; kota/b has a month and clock time, which are left out and named.

    Staf: 5000 x (30 + 2) + 5000 x 30 = 310000 menit, 413,33% of 75000, 4,13 people, so 5, and 3 more than stated.
    Kepala: 5000 x 300 = 1500000 to 5000 x 600 = 3000000: 20 to 40 people.
    """
    two_of_one(write)
    outcome = sop("workload", "--agency", "kota", "--volume", "100/minggu", "--lang", "id")
    assert outcome.status == 0
    assert outcome.out == (
        "waktu kerja efektif satu orang: 75000 menit (1250 jam) setahun, PermenPAN-RB 1/2020\n"
        "setahun 250 hari kerja, 50 minggu (75000 menit / 1500)\n"
        "volume 100/minggu: kota/a, kota/b\n"
        "satu kali jalan: setiap baris satu kali, semua cabang, tanpa putaran; "
        "peran yang bekerja bersama masing-masing penuh\n"
        "hari kerja 300 menit efektif (Perka BKN 19/2011: 1500 seminggu): kota/a\n"
        "\n"
        "Pelaksana        SOP     Menit setahun       Beban        Orang  Dibulatkan  Dinyatakan\n"
        "Staf Penyusun *  a, b           310000     413,33%         4,13           5  2 (kurang 3)\n"
        "Kepala Badan *   a, b  1500000-3000000  2000-4000%  20,00-40,00       20-40  -\n"
        "Jumlah *         2     1810000-3310000              24,13-44,13       25-45\n"
        "\n"
        "* ada waktu yang belum terhitung: beban sebenarnya lebih besar\n"
        "kota/a: tarif, dihitung sekali tiap kali jalan: baris 3 (/berkas)\n"
        "kota/b: tidak dapat dikonversi: baris 2 (1 bulan); bukan waktu kerja: baris 3 (1 x 24 jam)\n"
    )


def test_all_agencies_and_who_has_no_volume(sop, write):
    """Each SOP has its own volume; the one that nobody names is named, not guessed; the other year is named too.

    1/bulan are 12 runs: kepala of kota/a 12 x 300 = 3600 to 7200 menit, 5% to 10% of 72000.
    """
    two_of_one(write)
    write("definitions/contoh.yaml", replace=MEASURED)
    outcome = sop(
        "workload", "--volume", "contoh=2/tahun", "--volume", "KOTA/a=1/bulan", "--effective", "72000"
    )
    assert outcome.status == 0
    assert outcome.out == (
        "effective working time of one person: 72000 menit (1200 jam) a year, Perka BKN 19/2011\n"
        f"volume 2/tahun: contoh\nvolume 1/bulan: kota/a\n{ONCE}"
        "a working day of 300 effective menit (Perka BKN 19/2011: 1500 a week): kota/a\n"
        "\n"
        "Agency  Role           SOP     Minutes a year   Load     People  Rounded up  Stated\n"
        "contoh  Staf Penyusun  contoh              64  0.09%      <0.01           1  -\n"
        "contoh  Kepala Badan   contoh             120  0.17%      <0.01           1  -\n"
        "kota    Staf Penyusun  a                  384  0.53%       0.01           1  2 (enough)\n"
        "kota    Kepala Badan   a            3600-7200  5-10%  0.05-0.10           1  -\n"
        "        Total          2            4168-7768         0.06-0.11           4\n"
        "\n"
        "contoh: a rate, counted once a run: row 3 (/berkas)\n"
        "kota/a: a rate, counted once a run: row 3 (/berkas)\n"
        "without a volume, not counted: kota/b\n"
    )


def test_a_six_day_week_and_longer_days(sop, write):
    """1/minggu are 50 runs in all; 6 days a week have 250 effective menit each, kota says 7,5 jam, lain says 5.

    Kepala: contoh 50 x 2 x 250 = 25000 menit, kota 50 x 2 x 450 = 45000, lain 50 x 2 x 300 = 30000.
    """
    days = {"waktu: 1 jam": "waktu: 2 hari", **MEASURED}
    head = "versi_format: 1\n"
    write("definitions/contoh.yaml", replace=days | {head: f"{head}waktu_kerja: {{hari_per_minggu: 6}}\n"})
    stated = {head: f"{head}waktu_kerja: {{jam_per_hari: '7,5'}}\n"}
    write("definitions/kota.yaml", kode="kota", nama="Rapat", replace=days | stated)
    stated = {head: f"{head}waktu_kerja: {{jam_per_hari: 5}}\n"}
    write("definitions/lain.yaml", kode="lain", nama="Arsip", replace=days | stated)
    lines = sop("workload", "--volume", "1/minggu").out.splitlines()
    assert lines[1:3] == [
        "a year has 300 working days, 50 weeks (75000 menit / 1500): contoh",
        "a year has 250 working days, 50 weeks (75000 menit / 1500): kota, lain",
    ]
    assert lines[5:8] == [
        "a working day of 250 effective menit (Perka BKN 19/2011: 1500 a week): contoh",
        "a working day of 7,5 jam (the SOP says so; effective are 300 menit, Perka BKN 19/2011): kota",
        "a working day of 5 jam (the SOP says so): lain",
    ]
    assert [line.split()[4] for line in lines if "Kepala Badan" in line] == ["25000", "45000", "30000"]


def test_working_days_of_a_year(sop, write):
    """230 days are 46 weeks: 10/minggu are 460 runs of 30 + 2 menit."""
    write("definitions/contoh.yaml", replace=MEASURED)
    outcome = sop("workload", "contoh", "--volume", "10/minggu", "--working-days", "230")
    assert outcome.out.splitlines()[1:3] == [
        "a year has 230 working days, 46 weeks",
        "volume 10/minggu: contoh",
    ]
    assert outcome.out.splitlines()[6].split()[3] == str(460 * 32)
    found = sop(
        "workload", "contoh", "--volume", "10/minggu", "--working-days", "230", "--format", "json"
    ).json
    assert found["year"]["working_days"] == 230
    outcome = sop("workload", "contoh", "--volume", "10/bulan", "--working-days", "230")
    assert (outcome.status, outcome.err) == (
        2,
        (
            "error: --working-days means nothing: there is no volume a week or a working day\n"
            "       leave the option out\n"
        ),
    )


def test_expected_visits(sop, write):
    """Row 2 sends every second draft back, as nobody says otherwise: rows 1 and 2 are done twice, row 3 once.

    Staf: 10 x (2 x 30 + 2) = 620 menit; kepala: 10 x 2 x 60 = 1200. With a share of 1/5 they are done 1,25 times:
    10 x (37,5 + 2) = 395 and 10 x 75 = 750.
    """
    write("definitions/contoh.yaml", replace=MEASURED)
    outcome = sop("workload", "contoh", "--volume", "10/tahun", "--basis", "expected")
    lines = outcome.out.splitlines()
    assert [line.split()[3] for line in lines[5:7]] == ["620", "1200"]
    assert lines[2] == (
        "one run: each step as often as the probabilities let expect; roles that act together each in full"
    )
    assert lines[-1] == (
        "contoh: a rate, counted once a run: row 3 (/berkas); shares taken to be equal: decision 2"
    )
    stated = {"Tidak: 1": "Tidak: {ke: 1, peluang: 20%}"}
    write("definitions/contoh.yaml", replace=MEASURED | stated)
    lines = sop("workload", "contoh", "--volume", "10/tahun", "--basis", "expected").out.splitlines()
    assert [line.split()[3] for line in lines[5:7]] == ["395", "750"]
    assert lines[-1] == "contoh: a rate, counted once a run: row 3 (/berkas)"


def test_an_expectation_that_is_not_exact_says_so(sop, write, monkeypatch):
    """Floating-point numbers stand in for exact ones where these would cost too much."""

    def near(*given, **named):
        return replace(expected(*given, **named), error=1e-12)

    monkeypatch.setattr("sop_engine.analysis.expected.expected", near)
    write("definitions/contoh.yaml", replace=MEASURED)
    words = ("workload", "contoh", "--volume", "10/tahun", "--basis", "expected")
    assert sop(*words).out.endswith("shares taken to be equal: decision 2; near, not exact\n")
    assert sop(*words, "--format", "json").json["sops"][0]["exact"] is False


def test_a_flow_that_never_ends_has_no_expectation(sop, write):
    """It is told why; the table's own sum is there all the same."""
    write("definitions/contoh.yaml", replace={"{Ya: 3, Tidak: 1}": "{Ya: 1, Tidak: 1}", **MEASURED})
    outcome = sop("workload", "contoh", "--volume", "4/tahun", "--basis", "expected")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.endswith("not counted: contoh, no way leads from a start to an end\n")
    assert sop("workload", "contoh", "--volume", "4/tahun").out.splitlines()[5].split()[3] == "128"


def test_what_could_not_be_read_whole_does_not_count(sop, write):
    """A wrong number is worse than none."""
    write("definitions/contoh.yaml", replace=MEASURED)
    write("definitions/lain.yaml", kode="lain", replace={"waktu: 1 jam": "waktu: 1 jom"})
    outcome = sop("workload", "--volume", "4/tahun")
    assert outcome.status == 1
    assert outcome.out.splitlines()[-1] == "not counted: lain, its times could not be read whole"
    assert "lain  " not in outcome.out
    found = sop("workload", "--volume", "4/tahun", "--format", "json").json
    assert [(one["runs"], one["working_days"], one["weeks"]) for one in found["sops"]] == [(4, None, None)]
    assert found["not_counted"] == [
        {
            "sop": "lain",
            "agency": "lain",
            "label": "lain",
            "name": "Laporan",
            "reason": {"kind": "unread", "steps": []},
        }
    ]


def test_rows_that_nobody_is_named_for(sop, write):
    """They are said, and there is no empty table."""
    nobody = {"    pelaksana: staf\n": "", "    pelaksana: kepala\n": ""}
    write("definitions/contoh.yaml", replace=nobody)
    outcome = sop("workload", "contoh", "--volume", "4/tahun")
    assert outcome.status == 1
    assert outcome.out == (
        f"{YEAR}volume 4/tahun: contoh\n{ONCE}\n"
        "* some times are not counted: the real load is greater\n"
        "contoh: nobody is named for it: row 1 (30 menit), 2 (1 jam), 3 (Segera)\n"
    )


def test_headings_that_are_one_role_are_named(sop, write):
    """Capitals and spaces are no matter; a short form is, so that nobody wonders where a role has gone."""
    for name, heading in (("a", "Kasubbag TU"), ("b", "KASUBBAG  TU"), ("c", "Kepala Sub Bagian TU")):
        write(
            f"definitions/kota/{name}.yaml",
            kode="kota",
            nama=name,
            replace={"kepala: Kepala Badan": f"kepala: {heading}", **MEASURED},
        )
    lines = sop("workload", "kota", "--volume", "1/tahun").out.splitlines()
    assert lines[6] == "Kasubbag TU    a, b, c             180  0.24%   <0.01           1"
    assert lines[9] == "one role: Kasubbag TU = Kepala Sub Bagian TU"


def test_long_lists_are_cut_and_counted(sop, write, monkeypatch):
    """Of each kind the first are named, and how many more there are."""
    monkeypatch.setattr(workload_words, "MOST", 1)
    headings = (("Kasubbag TU", "Kabid Aset"), ("Kepala Sub Bagian TU", "Kepala Bidang Aset"))
    for name, roles in zip("abcd", headings * 2, strict=True):
        replace = {"Kepala Badan": roles[0], "Staf Penyusun": roles[1]}
        if name in "cd":
            replace["waktu: 1 jam"] = "waktu: 1 jom"
        write(f"definitions/kota/{name}.yaml", kode="kota", nama=f"Rapat {name}", replace=replace)
    write("definitions/lain.yaml", kode="lain", nama="Arsip")
    volumes = ("--volume", "kota=4/tahun", "--volume", "b=5/tahun", "--volume", "lain=4/tahun")
    lines = sop("workload", *volumes).out.splitlines()
    assert lines[1:3] == ["volume 4/tahun: kota/a, and 1 more", "and 1 more"]
    assert lines[-6:] == [
        "one role: Kabid Aset = Kepala Bidang Aset",
        "and 1 more with several headings",
        "kota/a: not measured: row 3",
        "more SOPs with such rows: 2; see --format json",
        "not counted: kota/c, its times could not be read whole",
        "not counted, more SOPs: 1; see --format json",
    ]


def test_several_starts_are_taken_to_be_equally_likely(sop, write):
    """Half of the cases begin with row 1 and half with row 3, which is done in all: 10 x (15 + 2) = 170 menit of staf."""
    write(
        "definitions/contoh.yaml",
        replace=MEASURED
        | {
            "{Ya: 3, Tidak: 1}": "{Ya: 3, Tidak: {ke: 1, peluang: 0}}",
            "nomor: 1\n": "nomor: 1\n    bentuk: mulai\n",
            "nomor: 3\n": "nomor: 3\n    bentuk: mulai\n",
        },
    )
    lines = sop("workload", "contoh", "--volume", "10/tahun", "--basis", "expected").out.splitlines()
    assert lines[5].split()[3] == "170"
    assert lines[-1].endswith("; starts taken to be equally likely: 1, 3")


def test_a_revoked_sop_counts_only_by_name(sop, write):
    """Nobody runs it any more, unless somebody asks for just that."""
    write("definitions/contoh.yaml", replace=MEASURED)
    revoked = {"versi_format: 1\n": "versi_format: 1\nstatus: dicabut\n", **MEASURED}
    write("definitions/lama.yaml", kode="lama", nama="Rapat", replace=revoked)
    lines = sop("workload", "--volume", "4/tahun").out.splitlines()
    assert lines[1] == "volume 4/tahun: contoh"
    assert lines[-1] == "revoked, not counted: lama"
    for words in (["--volume", "4/tahun", "lama"], ["--volume", "lama=4/tahun"]):
        assert sop("workload", *words).out.splitlines()[1] == "volume 4/tahun: lama"


def test_nothing_but_what_is_revoked(sop, write):
    """It is told, and no fault of who asks."""
    for name in "ab":
        revoked = {"versi_format: 1\n": "versi_format: 1\nstatus: dicabut\n", **MEASURED}
        write(f"definitions/kota/{name}.yaml", kode="kota", nama=name, replace=revoked)
    outcome = sop("workload", "--volume", "4/tahun")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "revoked, not counted: kota/a, kota/b\n")
    found = sop("workload", "--volume", "4/tahun", "--format", "json").json
    assert [one["label"] for one in found["revoked"]] == ["kota/a", "kota/b"]
    assert (found["roles"], found["total"], found["sops"]) == ([], None, [])


def test_a_role_of_which_nothing_is_measured(sop, write):
    """It has no figures, in any form."""
    write("definitions/contoh.yaml", replace={"waktu: 1 jam": "waktu: Segera"})
    words = ("workload", "contoh", "--volume", "4/tahun")
    row = sop(*words).out.splitlines()[6]
    assert row.split("  ")[0] == "Kepala Badan *"
    assert row.split()[4:] == ["-", "-", "not", "counted", "-"]
    (_, role) = sop(*words, "--format", "json").json["roles"]
    assert (role["minutes"], role["people"], role["share"], role["complete"]) == (None, None, None, False)
    table = list(csv.reader(io.StringIO(sop(*words, "--format", "csv").out)))
    assert table[2] == ["contoh", "Kepala Badan", "contoh", *[""] * 10, "false"]


def test_people_against_those_stated(sop, write):
    """Staf: 5000 x 32 + 32 = 160032 menit, 2,13 people, so 3, where both SOPs state 2; for kepala they differ."""
    for name, number in (("a", 1), ("b", 40)):
        roles = {
            "staf: Staf Penyusun": "staf: {nama: Staf Penyusun, jumlah: 2}",
            "kepala: Kepala Badan": f"kepala: {{nama: Kepala Badan, jumlah: {number}}}",
        }
        write(f"definitions/kota/{name}.yaml", kode="kota", nama=name, replace=roles | MEASURED)
    words = ("workload", "--volume", "a=100/minggu", "--volume", "b=1/tahun")
    staff, head = (line for line in sop(*words).out.splitlines() if "a, b" in line)
    assert (staff[-11:], head[-19:]) == ("2 (1 short)", "1, 40 (they differ)")
    staff, head = sop(*words, "--format", "json").json["roles"]
    assert (staff["minutes"]["max"], staff["stated"], staff["enough"]) == (160032, 2, False)
    assert (head["stated"], head["enough"]) == ([1, 40], None)
    rows = list(csv.reader(io.StringIO(sop(*words, "--format", "csv").out)))
    assert [row[-3:] for row in rows[1:]] == [["2", "false", "true"], ["1; 40", "", "true"]]


def test_json_is_exact(sop, write):
    """Minutes are exact, people exact, to two decimals and in whole; the SOP's own facts stand beside them.

    1,5/minggu are 75 runs; staf: 75 x 32 = 2400 menit, 0,032 people; kepala: 75 x 60 = 4500, 0,06.
    """
    write("definitions/contoh.yaml", replace=MEASURED | {"staf: Staf": "staf: _Staf_"})
    found = sop("workload", "contoh", "--volume", "1,5/minggu", "--format", "json").json

    def people(exact: str, rounded: float, whole: int) -> dict[str, object]:
        return {"exact": exact, "rounded": rounded, "whole": whole}

    def ends(one: object) -> dict[str, object]:
        return {"min": one, "max": one}

    def role(name: str, key: str, rows: list[str], run: int, year: int, exact: str, share: float) -> object:
        return {
            "agency": "contoh",
            "role": name.replace("_", ""),
            "headings": [name],
            "minutes": ends(year),
            "people": ends(people(exact, round(share / 100, 4), 1)),
            "share": ends(share),
            "stated": None,
            "enough": None,
            "complete": True,
            "sops": [
                {
                    "sop": "contoh",
                    "key": key,
                    "rows": rows,
                    "left_out": [],
                    "minutes_per_run": ends(run),
                    "minutes": ends(year),
                }
            ],
        }

    assert found == {
        "basis": "rows",
        "year": {"minutes": 75000, "source": "PermenPAN-RB 1/2020", "working_days": None},
        "roles": [
            role("_Staf_ Penyusun", "staf", ["1", "3"], 32, 2400, "0,032", 3.2),
            role("Kepala Badan", "kepala", ["2"], 60, 4500, "0,06", 6.0),
        ],
        "total": {
            "minutes": ends(6900),
            "people": ends(people("0,092", 0.092, 2)),
            "share": ends(9.2),
            "complete": True,
        },
        "sops": [
            {
                "sop": "contoh",
                "agency": "contoh",
                "label": "contoh",
                "name": "Laporan",
                "volume": "1,5/minggu",
                "runs": 75,
                "working_days": 250,
                "weeks": 50,
                "left_out": [],
                "rates": [{"row": "3", "per": "berkas"}],
                "assumed": [],
                "starts": [],
                "exact": True,
                "conversion": [],
            }
        ],
        "without_volume": [],
        "revoked": [],
        "not_counted": [],
    }


def test_csv_is_inert(sop, write):
    """One row a role; what a spreadsheet would take for a formula is text."""
    write(
        "definitions/contoh.yaml",
        replace=MEASURED | {"Kepala Badan": "'=1+1'", "waktu: 1 jam": "waktu: 1-2 jam"},
    )
    outcome = sop("workload", "contoh", "--volume", "100/tahun", "--format", "csv")
    assert outcome.out.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(outcome.out[1:]))) == [
        list(CSV_KEYS),
        [
            "contoh",
            "Staf Penyusun",
            "contoh",
            *["3200"] * 2,
            *["4.27"] * 2,
            *["0.0427"] * 2,
            "1",
            "1",
            "",
            "",
            "true",
        ],
        ["contoh", "'=1+1", "contoh", "6000", "12000", "8", "16", "0.08", "0.16", "1", "1", "", "", "true"],
    ]


def test_a_workbook_has_numbers_and_no_formula(sop, write, folder):
    """Three sheets: the roles, what each SOP takes of them, and what the figures rest on."""
    two_of_one(write)
    write("definitions/contoh.yaml", replace=MEASURED | {"Kepala Badan": "'=1+1'"})
    outcome = sop("workload", "--volume", "100/tahun", "-o", "x.xlsx")
    assert (outcome.status, outcome.out) == (0, "x.xlsx\n")
    book = load_workbook(folder / "x.xlsx")
    assert book.sheetnames == ["Beban Kerja", "Rincian", "Dasar dan catatan"]
    needs = [[cell.value for cell in row] for row in book["Beban Kerja"].iter_rows(min_row=3)]
    assert needs[0] == [column.title for column in NEEDS]
    assert needs[2] == [2, "contoh", "=1+1", 6000, 6000, 8, 8, 0.08, 0.08, 1, 1, "–", "ya"]
    exact = [pytest.approx(share, abs=1e-12) for share in (100 * 6200 / 75000, 6200 / 75000) for _ in "lh"]
    assert needs[3] == [
        3,
        "kota",
        "Staf Penyusun",
        6200,
        6200,
        *exact,
        1,
        1,
        "2 (belum tentu cukup)",
        "belum",
    ]
    assert needs[-1][2:5] == ["Jumlah", 45400, 75400]
    assert needs[-1][-4:] == [4, 4, None, "belum"]
    assert {cell.data_type for row in book["Beban Kerja"].iter_rows(min_row=4) for cell in row} == {"n", "s"}
    duties = [[cell.value for cell in row] for row in book["Rincian"].iter_rows()]
    assert duties[0] == [column.title for column in DUTIES]
    assert duties[-1] == ["kota", "KEPALA BADAN", "kota/b", "Arsip", "100/tahun", 100, 0, 0, 0, 0, "–", "2"]
    notes = [row[1].value for row in book["Dasar dan catatan"].iter_rows(min_row=2)]
    assert notes[0] == "waktu kerja efektif satu orang: 75000 menit (1250 jam) setahun, PermenPAN-RB 1/2020"
    assert notes[-1].startswith("kota/b: tidak dapat dikonversi: baris 2 (1 bulan)")


def test_one_role_of_many_sops(sop, write, folder):
    """A cell names three SOPs and how many more; one role has no total: 4 x 4 x (30 + 60 + 2) = 1472 menit."""
    for name in "abcd":
        write(
            f"definitions/kota/{name}.yaml",
            kode="kota",
            nama=name,
            replace={"pelaksana: kepala": "pelaksana: staf", **MEASURED},
        )
    lines = sop("workload", "--volume", "4/tahun").out.splitlines()
    assert lines[4:7] == [
        "Role           SOP         Minutes a year   Load  People  Rounded up",
        "Staf Penyusun  a, b, c +1            1472  1.96%    0.02           1",
        "",
    ]
    sop("workload", "--volume", "4/tahun", "-o", "x.xlsx")
    sheet = load_workbook(folder / "x.xlsx")["Beban Kerja"]
    assert [row[2].value for row in sheet.iter_rows(min_row=3)] == ["Pelaksana", "Staf Penyusun"]


def charted(path):
    """The words of a chart."""
    return ["".join(text.itertext()) for text in etree.fromstring(path.read_bytes()).iter("{*}text")]


def test_a_bar_chart_of_several_agencies(sop, write, folder):
    """Each has a line; a role of which nothing counts has no figure; no range, no statement: no legend for them."""
    write("definitions/contoh.yaml")
    write("definitions/kota.yaml", kode="kota", nama="Arsip", replace={"waktu: 1 jam": "waktu: 1 bulan"})
    sop("workload", "--volume", "10/tahun", "-o", "x.svg")
    words = charted(folder / "x.svg")
    assert words[0] == "Beban Kerja"
    assert {"contoh", "kota", "Kepala Badan *", "tidak terhitung"} <= set(words)
    assert not [word for word in words if word.startswith(("Batang gelap", "Garis tegak"))]


def test_a_bar_chart(sop, write, folder):
    """The roles and their figures stand in it, and what they rest on.

    Staf: 10 x (32 + 30) = 620 menit, 0,008 people; kepala: 3000 to 6000, 0,04 to 0,08.
    """
    two_of_one(write)
    outcome = sop("workload", "--agency", "kota", "--volume", "10/tahun", "--format", "svg")
    assert (outcome.status, outcome.out) == (0, "beban-kerja.svg\n")
    words = charted(folder / "beban-kerja.svg")
    assert words[0] == "Beban Kerja: kota, 2 SOP"
    assert {"Staf Penyusun *", "0,01 → 1", "Kepala Badan *", "0,04-0,08 → 1"} <= set(words)
    assert "Batang gelap: paling sedikit; batang terang: paling banyak." in words
    assert "Garis tegak: jumlah orang yang dinyatakan SOP." in words
    assert "kota" not in words
    assert sop("workload", "kota", "--volume", "10/tahun", "-o", "x.pdf").out == "x.pdf\n"
    assert (folder / "x.pdf").read_bytes().startswith(b"%PDF")


def test_the_text_goes_into_a_file(sop, write, folder):
    """The same as in a pipe."""
    write("definitions/contoh.yaml", replace=MEASURED)
    words = ("workload", "contoh", "--volume", "4/tahun")
    printed = sop(*words).out
    assert sop(*words, "-o", "x.txt").out == "x.txt\n"
    assert (folder / "x.txt").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (
            [],
            (
                "how often the SOP is run is not said\n"
                "       use --volume 4/tahun, --volume CODE=4/tahun or --volumes FILE.csv"
            ),
        ),
        (
            ["--volume", "contho=4/tahun"],
            (
                "--volume: there is no SOP 'contho' among those chosen\n       did you mean 'contoh'?\n"
                "error: none of the chosen SOPs has a volume\n       give --volume 4/tahun for all of them"
            ),
        ),
        (
            ["--volume", "4/tahun", "--effective", "1"],
            "--effective '1' is unknown\n       choose one of: 75000, 72000",
        ),
    ],
)
def test_wrong_usage(sop, write, words, fault):
    """One clear line, the remedy below it, and exit status 2."""
    write("definitions/contoh.yaml", replace=MEASURED)
    outcome = sop("workload", *words)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"error: {fault}\n")


def test_a_volume_that_names_nothing_is_told_and_the_rest_is_done(sop, write):
    """A slip in a name must not pass unseen."""
    write("definitions/contoh.yaml", replace=MEASURED)
    outcome = sop("workload", "--volume", "4/tahun", "--volume", "kota/a=1/bulan")
    assert outcome.status == 2
    assert outcome.err == "error: --volume: there is no SOP 'kota/a' among those chosen\n"
    assert outcome.out.splitlines()[1] == "volume 4/tahun: contoh"


def test_a_volume_of_what_cannot_be_read_is_no_slip(sop, write):
    """The SOP is there; what is wrong with it is told, and not that there is none."""
    write("definitions/contoh.yaml", replace=MEASURED)
    write("definitions/rusak.yaml", kode="rusak", replace={"pelaksana:": "pelaksana: ["})
    outcome = sop("workload", "--volume", "contoh=4/tahun", "--volume", "rusak=4/tahun")
    assert (outcome.status, "there is no SOP" in outcome.err) == (1, False)
    assert outcome.out.splitlines()[1] == "volume 4/tahun: contoh"
    alone = sop("workload", "--volume", "rusak=4/tahun")
    assert (alone.status, "without a volume, not counted: contoh\n" in alone.err) == (1, True)
    assert "none of the chosen SOPs has a volume" not in alone.err


def test_a_chart_of_several_pages_does_not_fit_standard_output(sop, write):
    """The remedy is one that this command has."""
    for at in range(12):
        write(f"definitions/a{at}.yaml", kode=f"a{at}", replace=MEASURED)
    outcome = sop("workload", "--volume", "4/tahun", "--format", "svg", "-o", "-")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "error: the drawing has 3 pages, standard output holds one\n       use -o FILE, or --format pdf\n"
    )


def test_lines_of_a_file_may_be_for_others(sop, write, folder):
    """Of all SOPs none is left for a line that fits none, which is told; of some SOPs the other lines are for others."""
    two_of_one(write)
    write("definitions/contoh.yaml", replace=MEASURED)
    (folder / "v.csv").write_text(
        "agency,sop,volume\ncontoh,,4/tahun\nkota,a,1/bulan\nkota,c,1/bulan\n", encoding="utf-8"
    )
    outcome = sop("workload", "--volumes", "v.csv")
    assert outcome.status == 2
    assert outcome.err == (
        "error: 'v.csv' line 4: there is no SOP 'kota/c' among those chosen\n       did you mean 'kota/b'?\n"
    )
    assert outcome.out.splitlines()[1:3] == ["volume 4/tahun: contoh", "volume 1/bulan: kota/a"]
    assert outcome.out.splitlines()[-1] == "without a volume, not counted: kota/b"
    outcome = sop("workload", "contoh", "--volumes", "v.csv")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines()[1] == "volume 4/tahun: contoh"
