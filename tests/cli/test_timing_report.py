"""``sop duration`` with more than the total: paths, roles, hand-offs, averages, what-ifs and other units."""

import subprocess
import sys

import pytest

DEFINITION = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf Penyusun, kasubbag: Kasubbag, kepala: Kepala Badan}
kegiatan:
  - {nomor: 1, uraian: Mengumpulkan bahan, pelaksana: staf, lanjut: [2, 3], mutu_baku: {waktu: 30 menit}}
  - {nomor: 2, uraian: Menyusun konsep, pelaksana: staf, lanjut: 4, mutu_baku: {waktu: 1-2 jam}}
  - {nomor: 3, uraian: Menghitung anggaran, pelaksana: kasubbag, lanjut: 4, mutu_baku: {waktu: 45 menit}}
  - nomor: 4
    uraian: Membahas konsep
    pelaksana: [kasubbag, kepala]
    gabung: semua
    cabang: {Ya: 5, Tidak: {ke: 1, maks: 2, peluang: 20%}}
    mutu_baku: {waktu: 15 menit}
  - {nomor: 5, uraian: Mengarsipkan laporan, pelaksana: kepala, mutu_baku: {waktu: Segera}}
"""

CHOICE = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf Penyusun}
kegiatan:
  - {nomor: 1, uraian: Memilih cara, pelaksana: staf, cabang: {Cepat: 2, Lambat: 3}, mutu_baku: {waktu: 1 jam}}
  - {nomor: 2, uraian: Menunggu jawaban, pelaksana: staf, lanjut: selesai, mutu_baku: {waktu: 2 bulan}}
  - {nomor: 3, uraian: Mencari jawaban, pelaksana: staf, mutu_baku: {waktu: 40 hari kerja}}
"""

ROWS = """\
Official total, each row once: 2 jam 30 menit - 3 jam 30 menit
  Row  Activity              Roles                   Time         Share
  1    Mengumpulkan bahan    Staf Penyusun           30 menit  14.3-20%
  2    Menyusun konsep       Staf Penyusun           1-2 jam   40-57.1%
  3    Menghitung anggaran   Kasubbag                45 menit  21.4-30%
  4    Membahas konsep       Kasubbag, Kepala Badan  15 menit   7.1-10%
  5    Mengarsipkan laporan  Kepala Badan            Segera           -
"""

PATHS = """\
Paths from start to end
  least
    elapsed  1 jam 45 menit
    work     2 jam 45 menit
    steps    1 -> (2 | 3) -> 4 -> 5
  greatest
    elapsed  2 jam 45 menit
    work     3 jam 45 menit
    steps    1 -> (2 | 3) -> 4 -> 5
  always the first label
    elapsed  1 jam 45 menit - 2 jam 45 menit
    work     2 jam 45 menit - 3 jam 45 menit
    steps    1 -> (2 | 3) -> 4 -> 5
  least with loops
    elapsed  3 jam 30 menit
    work     5 jam 30 menit
    steps    1 -> (2 | 3) -> 4 -> 1x {1 -> (2 | 3) -> 4} -> 5
  greatest with loops
    elapsed  5 jam 30 menit
    work     7 jam 30 menit
    steps    1 -> (2 | 3) -> 4 -> 1x {1 -> (2 | 3) -> 4} -> 5
  elapsed: the time that passes; work: the times of all roles added up
  (2 | 3): side by side; the longest counts as elapsed, all of them as work
  1x {2 -> 3}: repeated once
  loops: 4.Tidak -> 1 (1x, maks 2)
"""

ROLES = """\
Roles, the work of all: 2 jam 45 menit - 3 jam 45 menit
  Role           Rows  Elapsed = work                   Of official     Of work
  Staf Penyusun  1, 2  1 jam 30 menit - 2 jam 30 menit     60-71.4%  54.5-66.7%
  Kasubbag       3, 4  1 jam                               28.6-40%  26.7-36.4%
  Kepala Badan   4, 5  15 menit                             7.1-10%    6.7-9.1%
  row 4 counts for each of its roles: the times of all roles may exceed the official total
"""

HANDOFFS = """\
Hand-offs: 4 of 6 flows pass to another role, 1 of them going back
  from \\ to        1  2  3
  1 Staf Penyusun  -  2  .
  2 Kasubbag       1  -  1
  3 Kepala Badan   .  .  -
  step 4 is handed over by the role that is named first
"""


@pytest.fixture
def laporan(folder):
    """The definition of this page, in a file."""
    path = folder / "laporan.yaml"
    path.write_text(DEFINITION, encoding="utf-8")
    return path


def test_detail_is_a_page_with_its_proofs(sop, laporan):
    """Worked by hand.

    Total: 30 + 60..120 + 45 + 15 menit = 150..210. Elapsed: 30 + max(60..120, 45) + 15 = 105..165, and one round more
    twice that: 210..330. Work: 30 + 60..120 + 45 + 2 x 15 = 165..225, with a round 330..450. Shares of the total: staf
    (30 + 60)/150 = 60 % to (30 + 120)/210 = 71,4 %; of work 90/165 = 54,5 % to 150/225 = 66,7 %.
    """
    outcome = sop("duration", "laporan.yaml", "--detail", "--repeat", "1")
    assert outcome.status == 0
    left = "Not measured, not counted: row 5 (Segera)\n"
    ends = "Shares that are ranges: where all times are shortest, and where all are longest\n"
    total = "2 jam 30 menit - 3 jam 30 menit\n"
    assert outcome.out == "\n".join([total, ROWS, PATHS, ROLES, HANDOFFS, left, ends])


def test_detail_speaks_indonesian(sop, laporan):
    """The headings, the decimal sign and what follows."""
    lines = sop("duration", "laporan.yaml", "--detail", "--lang", "id").out.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "2 jam 30 menit - 3 jam 30 menit",
        "Jumlah resmi, setiap baris sekali: 2 jam 30 menit - 3 jam 30 menit",
        "Jalur dari mulai sampai selesai",
        "Pelaksana, kerja semuanya: 2 jam 45 menit - 3 jam 45 menit",
        "Serah terima: 4 dari 6 alur berpindah peran, 1 di antaranya kembali",
        "Tidak terukur, tidak dihitung: baris 5 (Segera)",
        "Bagian berentang: bila semua waktu terpendek, dan bila semua waktu terpanjang",
    ]
    assert "  1      Mengumpulkan bahan    Staf Penyusun           30 menit  14,3-20%" in lines
    assert "  putaran, tidak diulang (lihat --repeat): 4.Tidak -> 1 (maks 2)" in lines


def test_json_keeps_its_keys_and_gains_one(sop, laporan):
    """What was there before stays the same, also in its order."""
    plain = sop("duration", "laporan.yaml", "--format", "json").json
    found = sop("duration", "laporan.yaml", "--detail", "--repeat", "4=2", "--format", "json").json
    detail = found.pop("detail")
    assert found == plain
    assert list(detail["paths"]) == ["least", "greatest", "first", "least_repeated", "greatest_repeated"]
    assert detail["paths"]["least_repeated"] == {
        "candidates": [
            {
                # 105 menit, three times.
                "elapsed": {"text": "5 jam 15 menit", "parts": {"jam": 5, "menit": 15}},
                "work": {"text": "8 jam 15 menit", "parts": {"jam": 8, "menit": 15}},
                "steps": {"1": 3, "2": 3, "3": 3, "4": 3, "5": 1},
                "walk": [
                    *walked(),
                    {"times": 2, "walk": walked()},
                    {"step": "5", "row": "5", "counts": True},
                ],
            }
        ],
        "doubt": None,
    }
    assert detail["loops"] == [
        {"name": "4.Tidak", "from": "4", "label": "Tidak", "to": "1", "most": 2, "taken": 2, "capped": False}
    ]
    assert detail["work"]["text"] == "2 jam 45 menit - 3 jam 45 menit"
    assert detail["roles"][1] == {
        "role": "kasubbag",
        "name": "Kasubbag",
        "rows": ["3", "4"],
        "elapsed": {"text": "1 jam", "parts": {"jam": 1}},
        "elapsed_share": {
            "low": {"number": "0,4", "decimal": 0.4},
            "high": {"number": "2/7", "decimal": 0.285714},
        },
        "work": {"text": "1 jam", "parts": {"jam": 1}},
        "work_share": {
            "low": {"number": "4/11", "decimal": 0.363636},
            "high": {"number": "4/15", "decimal": 0.266667},
        },
        "unmeasured": [],
    }
    assert detail["roles"][2]["unmeasured"] == ["5"]
    assert detail["joint"] == ["4"]
    assert detail["shares"] == {"basis": [], "obstacles": [], "clock": []}
    assert [row["roles"] for row in detail["rows"]] == [
        ["staf"],
        ["staf"],
        ["kasubbag"],
        ["kasubbag", "kepala"],
        ["kepala"],
    ]
    assert [row["share"] is None for row in detail["rows"]] == [False, False, False, False, True]
    handoffs = detail["handoffs"]
    assert [handoffs[key] for key in ("flows", "count", "back")] == [6, 4, 1]
    assert handoffs["roles"] == ["staf", "kasubbag", "kepala"]
    assert handoffs["matrix"] == [[1, 2, 0], [1, 1, 1], [0, 0, 0]]
    assert handoffs["found"][0] == {
        "from": "1",
        "to": "3",
        "giver": "staf",
        "taker": "kasubbag",
        "back": False,
    }
    assert detail["unmeasured"] == [{"id": "5", "text": "Segera"}]


def walked():
    """One round of the definition's loop."""
    one, two, three, four = ({"step": name, "row": name, "counts": True} for name in "1234")
    return [one, {"arms": [[two], [three]]}, four]


def test_the_official_total_never_changes(sop, laporan):
    """Whatever is asked, the first line and the key ``total`` are the same."""
    plain = sop("duration", "laporan.yaml", "--format", "json").json["total"]
    for words in (
        ("--detail", "--repeat", "2"),
        ("--expected", "--what-if", "4.Tidak=90%"),
        ("--what-if", "1=9 hari"),
        ("--in", "hari-kerja"),
    ):
        assert sop("duration", "laporan.yaml", *words).out.splitlines()[0] == plain["text"]
        assert sop("duration", "laporan.yaml", *words, "--format", "json").json["total"] == plain


def test_units_that_do_not_compare_give_all_candidates(sop, folder):
    """2 bulan may be longer than 40 hari kerja or shorter: both stand there, each with its rows."""
    (folder / "x.yaml").write_text(CHOICE, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail").out.splitlines()
    assert lines[(at := lines.index("Paths from start to end") + 1) : at + 17] == [
        "  least, greatest",
        "    elapsed  2 bulan 1 jam",
        "    work     2 bulan 1 jam",
        "    steps    1 -> 2",
        "    or",
        "    elapsed  40 hari kerja 1 jam",
        "    work     40 hari kerja 1 jam",
        "    steps    1 -> 3",
        "  always the first label",
        "    elapsed  2 bulan 1 jam",
        "    work     2 bulan 1 jam",
        "    steps    1 -> 2",
        "  or: their units do not compare; it is one of them",
        "  elapsed: the time that passes; work: the times of all roles added up",
        "",
        "Roles, the work of all: 2 bulan 40 hari kerja 1 jam",
        "  Role           Rows     Elapsed = work",
    ]
    assert lines[-1] == "Shares are not told: bulan needs 'waktu_kerja: hari_per_bulan'"
    found = sop("duration", "x.yaml", "--detail", "--format", "json").json["detail"]
    texts = [one["elapsed"]["text"] for one in found["paths"]["greatest"]["candidates"]]
    assert texts == ["2 bulan 1 jam", "40 hari kerja 1 jam"]
    assert found["roles"][0]["work_share"] is None
    assert found["shares"]["obstacles"] == ["bulan"]


def test_an_average_is_worked_out(sop, laporan):
    """By hand: a round is done 1 + 0,2 + 0,04 = 1,24 times, for it may repeat twice.

    Elapsed 1,24 x 105 = 130,2 menit to 1,24 x 165 = 204,6; work 1,24 x 165 to 1,24 x 225 = 279. The number of rounds
    has the mean square 0,8 x 1 + 0,16 x 4 + 0,04 x 9 = 1,8, so the variance 1,8 - 1,5376 = 0,2624 and the deviation
    0,51225: 53,79 menit of 105, 84,52 of 165.
    """
    outcome = sop("duration", "laporan.yaml", "--expected")
    assert outcome.out == (
        "2 jam 30 menit - 3 jam 30 menit\n"
        "not measured: row 5\n"
        "\n"
        "Average by the probabilities of branches (worked out, not by runs of chance)\n"
        "  elapsed: 2 jam 10 menit 12 detik - 3 jam 24 menit 36 detik\n"
        "  standard deviation: ≈ 53 menit 47 detik; 1 jam 24 menit 31 detik (shortest; longest ranges)\n"
        "  work: 3 jam 24 menit 36 detik - 4 jam 39 menit\n"
        "  how often steps are done: 1 1.24x, 2 1.24x, 3 1.24x, 4 1.24x\n"
        "  not measured, not counted: row 5\n"
    )
    found = sop("duration", "laporan.yaml", "--expected", "--format", "json").json["expected"]
    assert found["elapsed"] == {
        "text": "2 jam 10 menit 12 detik - 3 jam 24 menit 36 detik",
        "min": {"jam": 2, "menit": 10, "detik": 12},
        "max": {"jam": 3, "menit": 24, "detik": 36},
        "exact": {
            "min": {"jam": 2, "menit": 10, "detik": 12},
            "max": {"jam": 3, "menit": 24, "detik": 36},
        },
    }
    # 0,2624 x 6.300 ** 2 and x 9.900 ** 2 square seconds.
    assert found["spread"]["variance"] == {
        "low": {"number": 10414656, "decimal": 10414656.0},
        "high": {"number": 25717824, "decimal": 25717824.0},
    }
    assert found["visits"]["4"] == {"number": "1,24", "decimal": 1.24}
    assert (found["assumed"], found["starts"], found["unmeasured"], found["error"]) == ([], [], ["5"], 0.0)
    assert (found["doubt"], found["elapsed_doubt"]) == (None, None)


def test_assumed_shares_are_named(sop, folder):
    """Two branches without ``peluang`` share evenly, which is said; the units keep the spread from being told."""
    (folder / "x.yaml").write_text(CHOICE, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--expected", "--lang", "id").out.splitlines()
    assert lines[3:] == [
        "  lama: 1 bulan 20 hari kerja 1 jam",
        "  simpangan baku: tidak dapat dihitung; satuannya tidak dapat dibandingkan (lihat --in)",
        "  kerja: 1 bulan 20 hari kerja 1 jam",
        "  berapa kali dikerjakan: 2 0,5x, 3 0,5x",
        "  andaian, sebab 'peluang' tidak ditulis: 1.Cepat 50%, 1.Lambat 50%",
        "    tulis 'peluang' pada cabangnya, atau coba --what-if 1.Lambat=30%",
    ]


def test_a_what_if_stands_beside_what_is_written(sop, laporan):
    """Row 3 at 3 jam: total 30 + 60..120 + 180 + 15 = 285..345 menit, elapsed 30 + 180 + 15 = 225."""
    outcome = sop("duration", "laporan.yaml", "--detail", "--what-if", "3=3 jam")
    lines = outcome.out.splitlines()
    at = lines.index("What if 3=3 jam")
    assert lines[at:] == [
        "What if 3=3 jam",
        "                                   As written                       What if",
        "  sum of all rows                  2 jam 30 menit - 3 jam 30 menit  4 jam 45 menit - 5 jam 45 menit",
        "  least, elapsed                   1 jam 45 menit                   3 jam 45 menit",
        "  least, work                      2 jam 45 menit                   5 jam",
        "  greatest, elapsed                2 jam 45 menit                   3 jam 45 menit",
        "  greatest, work                   3 jam 45 menit                   6 jam",
        "  always the first label, elapsed  1 jam 45 menit - 2 jam 45 menit  3 jam 45 menit",
        "  always the first label, work     2 jam 45 menit - 3 jam 45 menit  5-6 jam",
        "  work of Staf Penyusun            1 jam 30 menit - 2 jam 30 menit  1 jam 30 menit - 2 jam 30 menit",
        "  work of Kasubbag                 1 jam                            3 jam 15 menit",
        "  work of Kepala Badan             15 menit                         15 menit",
    ]
    found = sop("duration", "laporan.yaml", "--what-if", "3=3 jam", "--format", "json").json
    assert found["what_if"] == {
        "given": ["3=3 jam"],
        "total": {
            "text": "4 jam 45 menit - 5 jam 45 menit",
            "min": {"jam": 4, "menit": 45},
            "max": {"jam": 5, "menit": 45},
        },
    }


def test_the_conversion_of_a_what_if_is_named(sop, folder):
    """Where only the supposed times need it: 2 hari of 7,5 jam and 2 jam are 17 jam; a month has no number."""
    (folder / "x.yaml").write_text(CLOCK.replace("1 x 24 jam", "3 jam").replace("2 hari", "2 jam"), "utf-8")
    asked = ("duration", "x.yaml", "--in", "jam", "--what-if")
    assert sop(*asked, "1=2 hari").out.splitlines()[-3:] == [
        "  sum of all rows  5 jam       2 hari 2 jam (= 17 jam)",
        "",
        "Conversion to jam: 1 hari kerja = 7,5 jam (default: Perpres 21/2023)",
    ]
    assert sop(*asked, "1=1 bulan").out.splitlines()[-1] == (
        "Not converted: bulan needs 'waktu_kerja: hari_per_bulan'"
    )
    assert sop(*asked, "1=2 hari", "--format", "json").json["what_if"]["in"] == {
        "unit": "jam",
        "total": {"unit": "jam", "number": 17, "decimal": 17.0},
        "basis": [{"key": "jam_per_hari", "number": "7,5", "stated": False}],
        "obstacles": [],
        "clock": [],
    }


ARMS = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
  - {nomor: 1, uraian: Membagi, pelaksana: staf, lanjut: [2, 4], mutu_baku: {waktu: 5 menit}}
  - {nomor: 2, uraian: Menyusun, pelaksana: staf, mutu_baku: {waktu: 10 menit}}
  - {nomor: 3, uraian: Memeriksa, pelaksana: staf, cabang: {Ya: 5, Tidak: 2}, mutu_baku: {waktu: 5 menit}}
  - {nomor: 4, uraian: Menghitung, pelaksana: kepala, lanjut: 5, mutu_baku: {waktu: 20 menit}}
  - {nomor: 5, uraian: Mengirim, pelaksana: staf, gabung: semua, mutu_baku: {waktu: 5 menit}}
"""


def test_rounds_within_an_arm_are_explained_too(sop, folder):
    """The longest arm: 10 + 5 menit twice are 30 menit against 20, so 5 + 30 + 5 menit."""
    (folder / "x.yaml").write_text(ARMS, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail", "--repeat", "1").out.splitlines()
    at = lines.index("  least with loops, greatest with loops")
    assert lines[at + 1] == "    elapsed  40 menit"
    assert lines[at + 3] == "    steps    1 -> (2 -> 3 -> 1x {2 -> 3} | 4) -> 5"
    assert "  1x {2 -> 3}: repeated once" in lines


def test_a_what_if_tells_a_path_that_becomes_another_one(sop, folder):
    """With 1 hari kerja for row 2 it is surely the shorter way, and 40 hari kerja the longer."""
    (folder / "x.yaml").write_text(CHOICE, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail", "--what-if", "2=1 hari kerja").out.splitlines()
    assert lines[lines.index("What if 2=1 hari kerja") + 3 :] == [
        "  least, elapsed                   2 bulan 1 jam or 40 hari kerja 1 jam  1 hari kerja 1 jam",
        "  least, work                      2 bulan 1 jam or 40 hari kerja 1 jam  1 hari kerja 1 jam",
        "  greatest, elapsed                2 bulan 1 jam or 40 hari kerja 1 jam  40 hari kerja 1 jam",
        "  greatest, work                   2 bulan 1 jam or 40 hari kerja 1 jam  40 hari kerja 1 jam",
        "  always the first label, elapsed  2 bulan 1 jam                         1 hari kerja 1 jam",
        "  always the first label, work     2 bulan 1 jam                         1 hari kerja 1 jam",
        "  work of Staf Penyusun            2 bulan 40 hari kerja 1 jam           41 hari kerja 1 jam",
        "  least, what if: 1 -> 2",
        "  greatest, what if: 1 -> 3",
    ]


def test_probabilities_of_a_what_if_change_averages(sop, laporan):
    """At 50 % a round is done 1 + 0,5 + 0,25 = 1,75 times: 183,75 menit at least, 288,75 at most."""
    words = ("duration", "laporan.yaml", "--expected", "--what-if", "4.Tidak=50%")
    found = sop(*words, "--format", "json").json["what_if"]["expected"]["elapsed"]
    assert found["text"] == "3 jam 3 menit 45 detik - 4 jam 48 menit 45 detik"


def test_other_units_name_what_they_used(sop, definitions):
    """122 x 7,5 jam + 3 jam 2 menit = 918 1/30 jam, by the usual day."""
    words = ("duration", "--agency", "balangan", "--definitions", definitions, "--in", "jam")
    assert sop(*words).out == (
        "122 hari 3 jam 2 menit\n"
        "stated 122 Hari 3 jam: rounded, 2 menit off\n"
        "in jam: ≈ 918,03 jam\n"
        "Conversion to jam: 1 hari kerja = 7,5 jam (default: Perpres 21/2023)\n"
    )
    assert sop(*words, "--format", "json").json["in"] == {
        "unit": "jam",
        "total": {"unit": "jam", "number": "918 1/30", "decimal": 918.033333},
        "basis": [{"key": "jam_per_hari", "number": "7,5", "stated": False}],
        "obstacles": [],
        "clock": [],
    }


def test_what_the_sop_states_is_told_as_such(sop, folder):
    """A day of 8 hours, a month of 20 days: 2 bulan 1 jam are 2 x 20 x 8 + 1 = 321 jam."""
    text = CHOICE + "waktu_kerja: {jam_per_hari: 8, hari_per_bulan: 20}\n"
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail", "--in", "jam", "--lang", "id").out.splitlines()
    at = lines.index("  tercepat, terlama")
    assert lines[at + 1 : at + 3] == [
        "    lama     2 bulan 1 jam (= 321 jam)",
        "    kerja    2 bulan 1 jam (= 321 jam)",
    ]
    assert not [line for line in lines if line.startswith("Konversi untuk bagian")]
    assert lines[-1] == (
        "Konversi ke jam: 1 hari kerja = 8 jam (dinyatakan SOP); 1 bulan = 20 hari kerja (dinyatakan SOP)"
    )


def test_candidates_are_settled_by_a_conversion(sop, folder):
    """With a month of 22 days 2 bulan are 44 hari kerja, more than 40: row 3 is the shorter way, row 2 the longer."""
    text = CHOICE + "waktu_kerja: {jam_per_hari: 8, hari_per_bulan: 22}\n"
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail", "--in", "jam").out.splitlines()
    # 40 x 8 + 1 and 44 x 8 + 1 hours.
    assert "  least, by the conversion below: 321 jam, 1 -> 3" in lines
    assert "  greatest, by the conversion below: 353 jam, 1 -> 2" in lines
    paths = sop("duration", "x.yaml", "--detail", "--in", "jam", "--format", "json").json["detail"]["paths"]
    assert paths["least"]["settled"]["in"] == {"unit": "jam", "number": 321, "decimal": 321.0}
    assert list(paths["least"]["settled"]["steps"]) == ["1", "3"]
    assert len(paths["least"]["candidates"]) == 2
    assert "settled" not in paths["first"]


def test_what_cannot_be_converted_is_said(sop, folder):
    """Clock time beside days, and months of unknown length; no number is made up."""
    text = CHOICE.replace("1 jam", "1 x 24 jam").replace("2 bulan", "3 hari kalender")
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    assert sop("duration", "x.yaml", "--in", "hari-kerja").out == (
        "40 hari kerja 3 hari kalender 24 jam\n"
        "in hari kerja: -\n"
        "Conversion to hari kerja: 1 hari kerja = 7,5 jam (default: Perpres 21/2023)\n"
        "Not converted: hari kalender is no working time; 1 x 24 jam in row 1 is no working time\n"
    )
    found = sop("duration", "x.yaml", "--in", "hari-kerja", "--format", "json").json["in"]
    assert (found["total"], found["obstacles"], found["clock"]) == (None, ["hari kalender"], ["1"])


CLOCK = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
  - {nomor: 1, uraian: Menunggu, pelaksana: staf, mutu_baku: {waktu: 1 x 24 jam}}
  - {nomor: 2, uraian: Memeriksa, pelaksana: kepala, mutu_baku: {waktu: 2 hari}}
"""


def test_clock_time_of_one_role_does_not_keep_others_from_conversion(sop, folder):
    """2 hari of 7,5 jam are 15 jam for kepala, who has no ``1 x 24 jam``; what holds both has no number."""
    (folder / "x.yaml").write_text(CLOCK, encoding="utf-8")
    asked = ("duration", "x.yaml", "--detail", "--in", "jam", "--what-if", "1=3 hari")
    lines = sop(*asked).out.splitlines()
    at = lines.index("Roles, the work of all: 2 hari 24 jam")
    assert lines[at + 2 : at + 4] == ["  Staf    1     24 jam", "  Kepala  2     2 hari (= 15 jam)"]
    written = [line for line in lines if line.startswith("  work of ")]
    assert [line.split("  ")[-1].strip() for line in written] == ["3 hari (= 22,5 jam)", "2 hari (= 15 jam)"]
    roles = sop(*asked, "--format", "json").json["detail"]["roles"]
    assert [role["work"]["in"] and role["work"]["in"]["number"] for role in roles] == [24, 15]


def test_several_sops_in_another_unit_are_a_table(sop, definitions):
    """With one column more, and what was used under it."""
    lines = sop("duration", "--definitions", definitions, "--in", "hari-kerja").out.splitlines()
    assert lines[0].endswith("Stated                                In hari kerja")
    assert lines[5].endswith("26 hari kerja")
    assert lines[6:] == ["Conversion to hari kerja: 1 hari kerja = 7,5 jam (default: Perpres 21/2023)"]


def test_several_sops_are_pages_one_after_the_other(sop, definitions):
    """Each under its agency and name; those without loops are not asked to repeat any."""
    outcome = sop("duration", "--definitions", definitions, "--detail", "--repeat", "1")
    assert outcome.status == 0
    pages = outcome.out.split("\n\n\n")
    heads = [page.partition(":")[0] for page in pages]
    assert heads == ["balangan", "dumai", "kalteng", "samarinda", "tapin"]
    assert pages[0].startswith("balangan: SOP Mekanisme Pengumpulan Data Kinerja\n122 hari 3 jam 2 menit\n")
    assert ["with loops" in page for page in pages] == [False, True, True, False, False]
    found = sop("duration", "--definitions", definitions, "--detail", "--format", "json").json
    assert [one["agency"] for one in found] == heads
    assert all("detail" in one for one in found)


@pytest.mark.parametrize(
    ("flow", "reason", "kind"),
    [
        ("{Ya: 3, Tidak: 9}", "the flow could not be read whole", "incomplete"),
        ("{Ya: 1, Tidak: 2}", "no way leads from a start to an end", "no way"),
    ],
)
def test_a_flow_that_is_not_sound_leaves_what_can_be_told(sop, write, flow, reason, kind):
    """The total, roles and hand-offs are there; of paths and averages the reason."""
    write("x.yaml", replace={"{Ya: 3, Tidak: 1}": flow})
    outcome = sop("duration", "x.yaml", "--detail", "--expected")
    assert outcome.status == 1
    assert outcome.out.count(f"  cannot be told: {reason}\n    mend the flow; see 'sop validate'\n") == 2
    assert "Roles, the work of all: 1 jam 30 menit\n" in outcome.out
    found = sop("duration", "x.yaml", "--detail", "--expected", "--format", "json").json
    assert found["total"]["text"] == "1 jam 30 menit"
    assert found["detail"]["paths"]["least"] == {"candidates": [], "doubt": {"kind": kind, "steps": []}}
    assert found["expected"]["doubt"]["kind"] == kind
    assert found["detail"]["roles"][0]["work"]["text"] == "30 menit"


def test_a_shared_time_that_a_role_meets_twice_is_explained(sop, write):
    """Staf acts in rows 1 and 3, which share 30 menit: the flow comes in twice, so 30 + 60 + 30 menit on the path."""
    write(
        "x.yaml",
        replace={"waktu: Segera": "waktu: {bersama: 1}", "{Ya: 3, Tidak: 1}": "{Ya: 3, Tidak: selesai}"},
    )
    lines = sop("duration", "x.yaml", "--detail").out.splitlines()
    at = lines.index("  greatest, always the first label")
    assert lines[at + 1 : at + 7] == [
        "    elapsed  2 jam",
        "    work     2 jam",
        "    steps    1 -> 2 -> 3",
        "  elapsed: the time that passes; work: the times of all roles added up",
        "  shared time (row 1, 3): counts once each time that the flow comes in; its work once for each role",
        "",
    ]
    assert "  Staf Penyusun  1, 3  30 menit              33.3%    33.3%" in lines
    assert [line.split()[-1] for line in lines if line.startswith(("  1 ", "  3 "))][:2] == ["33.3%", "-"]
    note = (
        "  shared time (row 1, 3): counts once each time that the flow comes in; its work once for each role"
    )
    assert sop("duration", "x.yaml", "--expected").out.splitlines()[-1] == note
    both = sop("duration", "x.yaml", "--expected", "--detail").out.splitlines()
    assert both.count(note) == 1


LOOPS = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf, kasubbag: Kasubbag}
kegiatan:
  - {nomor: 1, uraian: Menyusun, pelaksana: staf, mutu_baku: {waktu: 1 jam}}
  - nomor: 2
    uraian: Memeriksa
    pelaksana: [kasubbag, staf]
    cabang: {Ya: 3, Tidak: 1}
    mutu_baku: {waktu: {bersama: 1}}
  - {nomor: 3, uraian: Mengirim, pelaksana: staf, mutu_baku: {waktu: 15 menit}}
"""


def test_a_loop_within_one_time_adds_nothing_and_is_explained(sop, folder):
    """Rows 1 and 2 share 1 jam: staf and kasubbag each spend it once, however often the draft goes back."""
    (folder / "x.yaml").write_text(LOOPS, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail", "--repeat", "2").out.splitlines()
    at = lines.index("  least with loops, greatest with loops")
    assert lines[at - 3 : at + 9] == [
        "    elapsed  1 jam 15 menit",
        "    work     2 jam 15 menit",
        "    steps    1 -> 2 -> 3",
        "  least with loops, greatest with loops",
        "    elapsed  1 jam 15 menit",
        "    work     2 jam 15 menit",
        "    steps    1 -> 2 -> 2x {1 -> 2} -> 3",
        "  elapsed: the time that passes; work: the times of all roles added up",
        "  1x {2 -> 3}: repeated once",
        "  a loop within one row or one shared time adds nothing to it",
        "  shared time (row 1, 2): counts once each time that the flow comes in; its work once for each role",
        "  loops: 2.Tidak -> 1 (2x)",
    ]


SEVERAL_SYMBOLS = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf, kasubbag: Kasubbag}
kegiatan:
  - nomor: 1
    uraian: Menyusun dan memeriksa
    simbol:
      - {id: 1a, pelaksana: staf, lanjut: 1b}
      - {id: 1b, pelaksana: kasubbag, lanjut: 1c}
      - {id: 1c, pelaksana: staf, bentuk: selesai}
    mutu_baku: {waktu: 1 jam}
"""


def test_work_has_a_column_of_its_own_where_it_differs(sop, folder):
    """Staf has two symbols in a row of 1 jam: 1 jam elapsed and 2 jam of work, of 3 in all."""
    (folder / "x.yaml").write_text(SEVERAL_SYMBOLS, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail").out.splitlines()
    at = lines.index("Roles, the work of all: 3 jam")
    assert lines[at + 1 : at + 5] == [
        "  Role      Rows  Elapsed  Of official  Work   Of work",
        "  Staf      1     1 jam           100%  2 jam    66.7%",
        "  Kasubbag  1     1 jam           100%  1 jam    33.3%",
        "  row 1 counts for each of its roles: the times of all roles may exceed the official total",
    ]
    assert not [line for line in lines if line.startswith("Shares that are ranges")]


def test_a_path_without_a_measured_time_takes_no_number(sop, folder):
    """Nobody knows how long it takes: neither 0 menit nor any other time; a measured 0 menit is one."""
    text = SEVERAL_SYMBOLS.replace("1 jam", "Segera")
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail").out.splitlines()
    at = lines.index("  least, greatest, always the first label")
    assert lines[at + 1 : at + 3] == ["    elapsed  not measured", "    work     not measured"]
    paths = sop("duration", "x.yaml", "--detail", "--format", "json").json["detail"]["paths"]
    assert paths["least"]["candidates"][0]["elapsed"] == {"text": "tidak terukur", "parts": {}}
    (folder / "x.yaml").write_text(text.replace("Segera", "maks. 1 jam"), encoding="utf-8")
    lines = sop("duration", "x.yaml", "--detail").out.splitlines()
    assert lines[lines.index("  least") + 1] == "    elapsed  0 menit"


def test_a_first_label_that_never_ends_has_a_word(sop, write):
    """And a remedy; the other paths are there."""
    write("x.yaml", replace={"{Ya: 3, Tidak: 1}": "{Kurang: 1, Cukup: 3}"})
    lines = sop("duration", "x.yaml", "--detail").out.splitlines()
    at = lines.index("  always the first label")
    assert lines[at - 3 : at + 3] == [
        "    elapsed  1 jam 30 menit",
        "    work     1 jam 30 menit",
        "    steps    1 -> 2 -> 3",
        "  always the first label",
        "    cannot be told: this path goes round for ever",
        "      write 'maks' on the branch that goes back",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--repeat", "2"), "--repeat does nothing without --detail\n       add --detail"),
        (
            ("--what-if", "4.Tidak=50%"),
            "the probability of '4.Tidak' changes averages alone\n       add --expected",
        ),
        (
            ("--detail", "--repeat", "4.Tidak=3"),
            "the loop '4.Tidak' may repeat 2 times at most\n       ask for no more, or change its 'maks'",
        ),
        (("--in", "bulan"), "--in 'bulan' is unknown\n       choose one of: jam, hari-kerja, menit"),
        (("--what-if", "9=1 jam"), "row '9' is unknown\n       there are: '1', '2', '3', '4', '5'"),
    ],
)
def test_options_that_would_do_nothing_are_refused(sop, laporan, words, message):
    """Status 2, nothing on standard output."""
    outcome = sop("duration", "laporan.yaml", *words)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"error: {message}\n")


@pytest.mark.parametrize("words", [("--detail", "--repeat", "4=1"), ("--what-if", "4=1 jam")])
def test_steps_are_named_of_one_sop_alone(sop, laporan, write, words):
    """With several, nobody can tell whose step is meant."""
    write("x.yaml")
    outcome = sop("duration", "laporan.yaml", "x.yaml", *words)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        f"error: {words[-2]} '{words[-1]}' names a step of one SOP, but several are chosen\n"
        "       name one SOP\n"
    )


def test_detail_loads_nothing_heavy(laporan):
    """No numbers library, no graph library and no table drawer: it starts as quickly as the total alone."""
    code = (
        "import sys; from sop_engine.cli.app import app; "
        "app(['duration', 'laporan.yaml', '--detail', '--repeat', '1'], standalone_mode=False); "
        "print(sorted({'numpy', 'scipy', 'networkx', 'rich', 'rapidfuzz'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=laporan.parent, capture_output=True, check=True, text=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_the_page_of_a_long_sop_is_cut_but_its_data_is_whole(sop, folder):
    """Of 300 steps in a row the page tells the first; JSON tells all."""
    rows = "".join(
        f"  - {{nomor: {at}, uraian: Menyusun {at}, pelaksana: staf, mutu_baku: {{waktu: 1 menit}}}}\n"
        for at in range(1, 301)
    )
    head = DEFINITION.partition("kegiatan:\n")[0]
    (folder / "x.yaml").write_text(f"{head}kegiatan:\n{rows}", encoding="utf-8")
    text = sop("duration", "x.yaml", "--detail").out
    assert " 120 -> ...\n" in text
    assert " 121 ->" not in text
    assert "  ...: the rest with --format json\n" in text
    found = sop("duration", "x.yaml", "--detail", "--format", "json").json["detail"]
    (least,) = found["paths"]["least"]["candidates"]
    assert [piece["step"] for piece in least["walk"]] == [str(at) for at in range(1, 301)]


def test_a_candidate_that_is_the_same_at_both_ends_is_told_once(sop, folder):
    """Beside 1 bulan, 20 to 25 hari kerja may be the longer arm: 1 bulan 2 jam, or 20, or 25 hari kerja and 2 jam."""
    rows = [
        "{nomor: 1, uraian: A, pelaksana: staf, lanjut: [2, 3], mutu_baku: {waktu: 1 jam}}",
        "{nomor: 2, uraian: B, pelaksana: staf, lanjut: 4, mutu_baku: {waktu: 1 bulan}}",
        "{nomor: 3, uraian: C, pelaksana: staf, lanjut: 4, mutu_baku: {waktu: 20-25 hari kerja}}",
        "{nomor: 4, uraian: D, pelaksana: staf, gabung: semua, mutu_baku: {waktu: 1 jam}}",
    ]
    head = "versi_format: 1\ninstansi: {kode: u, nama: U}\nidentitas: {nama: U}\npelaksana: {staf: Staf}\nkegiatan:\n"
    (folder / "u.yaml").write_text(head + "".join(f"  - {row}\n" for row in rows), encoding="utf-8")
    paths = sop("duration", "u.yaml", "--detail", "--format", "json").json["detail"]["paths"]
    assert [one["elapsed"]["text"] for one in paths["first"]["candidates"]] == [
        "1 bulan 2 jam",
        "20 hari kerja 2 jam",
        "25 hari kerja 2 jam",
    ]
