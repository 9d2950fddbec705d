"""``sop compare``: several SOPs side by side."""

import pytest

from sop_engine.cli.commands.compare import command


@pytest.fixture
def two(write):
    """Two small definitions; the second has another role and time in row 1, repeats row 2, and lacks row 3."""
    write("definitions/satu.yaml", kode="satu")
    return write(
        "definitions/dua.yaml",
        kode="dua",
        replace={
            "pelaksana: staf\n    mutu_baku:\n      kelengkapan: Rencana aksi\n      waktu: 30 menit": (
                "pelaksana: kepala\n    mutu_baku:\n      kelengkapan: Rencana aksi\n      waktu: 1 hari"
            ),
            "{Ya: 3, Tidak: 1}": "{Ya: selesai, Tidak: 2}",
            "  - nomor: 3\n    uraian: Mengarsipkan laporan\n    pelaksana: staf\n    mutu_baku:\n"
            "      kelengkapan: Konsep yang diparaf\n      waktu: Segera\n      output: Arsip\n": "",
        },
    )


def test_sops_stand_side_by_side(sop, two):
    """A column for each; ``=`` where another one says the same; totals and how far they are apart at the foot."""
    result = sop("compare", "satu", "dua", "--lang", "id", COLUMNS="80")
    assert result.status == 0
    assert result.out == (
        "               satu                             dua\n"
        "-------------  -------------------------------  -------------------------------\n"
        "No             1                                1\n"
        "Kegiatan       Menyusun konsep laporan          =\n"
        "Pelaksana ≠    Staf Penyusun                    Kepala Badan\n"
        "Waktu ≠        30 menit                         1 hari\n"
        "\n"
        "No             2                                2\n"
        "Kegiatan       Memeriksa konsep laporan         =\n"
        "Pelaksana      Kepala Badan                     =\n"
        "Waktu          1 jam                            =\n"
        "Alur ≠         Ya → 3                           Ya → selesai\n"
        "               Tidak → 1                        Tidak → 2\n"
        "\n"
        "No             3                                tidak ada\n"
        "Kegiatan       Mengarsipkan laporan\n"
        "Pelaksana      Staf Penyusun\n"
        "Waktu          Segera\n"
        "-------------  -------------------------------  -------------------------------\n"
        "Jumlah waktu   1 jam 30 menit                   1 hari 1 jam\n"
        "Selisih                                         +1 hari -30 menit\n"
        "Tidak terukur  baris 3                          -\n"
        "Baris          3                                2\n"
        "Peran          2                                2\n"
        "\n"
        "2 dari 3 baris ada di semua SOP.\n"
        "Baris yang berbeda: pelaksana 1, waktu 1, alur 1.\n"
        "= sama, ≠ berbeda; selisih dihitung terhadap satu.\n"
    )


def test_narrow_terminals_show_one_below_the_other(sop, two, write):
    """Where columns would be too narrow, those that say the same stand together."""
    write("definitions/tiga.yaml", kode="tiga")
    write("definitions/empat.yaml", kode="empat")
    result = sop("compare", "satu", "dua", "tiga", "empat", "--lang", "en", COLUMNS="80")
    assert result.status == 0
    assert result.out == (
        "No             satu 1, dua 1, tiga 1, empat 1\n"
        "Activity       Menyusun konsep laporan\n"
        "Roles ≠        satu, tiga, empat: Staf Penyusun\n"
        "               dua: Kepala Badan\n"
        "Time ≠         satu, tiga, empat: 30 menit\n"
        "               dua: 1 hari\n"
        "\n"
        "No             satu 2, dua 2, tiga 2, empat 2\n"
        "Activity       Memeriksa konsep laporan\n"
        "Roles          Kepala Badan\n"
        "Time           1 jam\n"
        "Flow ≠         satu, tiga, empat: Ya → 3; Tidak → 1\n"
        "               dua: Ya → end; Tidak → 2\n"
        "\n"
        "No             satu 3, tiga 3, empat 3\n"
        "               none in dua\n"
        "Activity       Mengarsipkan laporan\n"
        "Roles          Staf Penyusun\n"
        "Time           Segera\n"
        "-------------  -----------------------------------------------------------------\n"
        "Total time     satu: 1 jam 30 menit\n"
        "               dua: 1 hari 1 jam\n"
        "               tiga: 1 jam 30 menit\n"
        "               empat: 1 jam 30 menit\n"
        "Difference     dua: +1 hari -30 menit\n"
        "               tiga: the same\n"
        "               empat: the same\n"
        "Not measured   satu: row 3\n"
        "               dua: -\n"
        "               tiga: row 3\n"
        "               empat: row 3\n"
        "Rows           satu: 3\n"
        "               dua: 2\n"
        "               tiga: 3\n"
        "               empat: 3\n"
        "Roles          satu: 2\n"
        "               dua: 2\n"
        "               tiga: 2\n"
        "               empat: 2\n"
        "\n"
        "2 of 3 rows are in all SOPs, 1 in some, 0 in one alone.\n"
        "Rows that differ: roles 1, time 1, flow 1.\n"
        "≠ differs; differences are from satu.\n"
    )


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_lines_keep_to_the_terminal(sop, definitions, width):
    """Two SOPs to five, in narrow terminals and in wide ones."""
    names = [definitions / f"{name}.yaml" for name in ("balangan", "samarinda", "kalteng", "tapin", "dumai")]
    for number in range(2, 6):
        result = sop("compare", *names[:number], COLUMNS=str(width))
        assert result.status == 0
        assert max(map(len, result.out.splitlines())) <= width


def test_json_names_sops_by_their_place(sop, two):
    """The whole document: what differs, who says the same as whom, and each row as it is."""
    result = sop("compare", "satu", "dua", "--format", "json").json
    assert result["sops"] == [
        {
            "sop": "satu",
            "agency": "satu",
            "name": "Laporan",
            "path": "definitions/satu.yaml",
            "rows": 3,
            "roles": 2,
            "total": {"text": "1 jam 30 menit", "parts": {"jam": 1, "menit": 30}},
            "gap": {"text": "0 menit", "parts": {"menit": 0}},
            "unmeasured": ["3"],
        },
        {
            "sop": "dua",
            "agency": "dua",
            "name": "Laporan",
            "path": "definitions/dua.yaml",
            "rows": 2,
            "roles": 2,
            "total": {"text": "1 hari 1 jam", "parts": {"hari": 1, "jam": 1}},
            "gap": {"text": "+1 hari -30 menit", "parts": {"hari": 1, "menit": -30}},
            "unmeasured": [],
        },
    ]
    assert (result["common"], result["differs"]) == (2, {"roles": 1, "waktu": 1, "flow": 1})
    assert [(line["differs"], line["moved"], line["missing"]) for line in result["rows"]] == [
        (["roles", "waktu"], [], []),
        (["flow"], [], []),
        ([], [], [1]),
    ]
    aspects = ("activity", "roles", "waktu", "shape", "text", "flow", "inputs", "outputs", "remarks")
    same = {aspect: [0, 0] for aspect in aspects}
    assert result["rows"][0]["like"] == {**same, "roles": [0, 1], "waktu": [0, 1]}
    assert result["rows"][2]["like"] == {aspect: [0, None] for aspect in aspects}
    assert result["rows"][2]["cells"][1] is None
    assert result["rows"][1]["cells"][1] == {
        "id": "2",
        "number": "2",
        "activity": "Memeriksa konsep laporan",
        "roles": ["Kepala Badan"],
        "waktu": {"text": "1 jam", "parts": {"jam": 1}},
        "shared": None,
        "inputs": ["Konsep laporan"],
        "outputs": ["Konsep yang diparaf"],
        "remarks": [],
        "steps": [
            {
                "id": None,
                "roles": ["Kepala Badan"],
                "kind": "decision",
                "text": "Sesuai?",
                "waits": False,
                "flows": [
                    {"to": [None], "label": "Ya", "probability": None, "repeats": None},
                    {"to": ["2"], "label": "Tidak", "probability": None, "repeats": None},
                ],
                "unknown": [],
            }
        ],
    }


def test_a_page_for_people(sop, two, folder):
    """HTML becomes a file; it shows both SOPs, and marks only what differs."""
    result = sop("compare", "satu", "dua", "--format", "html", "--lang", "en")
    assert (result.status, result.out) == (0, "perbandingan-sop.html\n")
    page = (folder / "perbandingan-sop.html").read_text(encoding="utf-8")
    assert "2 SOP. 2 dari 3 baris ada di semua SOP. Baris yang berbeda: pelaksana 1, waktu 1, alur 1." in page
    assert (
        '<tr><th scope="row">1</th>'
        '<td><p><span class="t">1</span> Menyusun konsep laporan</p>'
        '<p class="d"><span class="l">Pelaksana:</span> Staf Penyusun</p>'
        '<p class="d"><span class="l">Waktu:</span> 30 menit</p></td>'
        '<td><p><span class="t">1</span> Menyusun konsep laporan</p>'
        '<p class="d"><span class="l">Pelaksana:</span> Kepala Badan</p>'
        '<p class="d"><span class="l">Waktu:</span> 1 hari</p></td>'
        "<td>pelaksana, waktu</td></tr>"
    ) in page
    assert '<td><p class="x">tidak ada</p></td><td>hanya ada di satu SOP</td></tr>' in page
    assert "<td>+1 hari -30 menit</td><td>–</td>" in page


def test_what_authors_wrote_is_no_markup(sop, write, folder):
    """Names, texts and numbers come out as they were written, in the page and in the terminal."""
    hostile = {"Menyusun konsep laporan": "'<script>alert(1)</script> \\e[31m'", "Badan Contoh": '"<i>&"'}
    write("satu.yaml", kode="satu", nama="'<u>'", replace=hostile)
    write("dua.yaml", kode="dua", replace={"nomor: 1\n": "nomor: '<s>'\n    id: a\n", "Tidak: 1": "Tidak: a"})
    sop("compare", "satu.yaml", "dua.yaml", "-o", "banding.html")
    page = (folder / "banding.html").read_text(encoding="utf-8")
    assert all(tag not in page for tag in ("<script", "<i>", "<u>", "<s>"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "\x1b" not in sop("compare", "satu.yaml", "dua.yaml").out


def test_files_take_their_format_from_their_name(sop, two, folder):
    """``-o`` with a suffix; a folder gets the usual name; JSON names what was written."""
    assert sop("compare", "satu", "dua", "-o", "banding.json").out == "banding.json\n"
    assert (folder / "banding.json").read_text(encoding="utf-8") == sop(
        "compare", "satu", "dua", "--format", "json"
    ).out
    assert sop("compare", "satu", "dua", "-o", "hasil/", "--lang", "id").out == "hasil/perbandingan-sop.txt\n"
    assert (folder / "hasil/perbandingan-sop.txt").read_text(encoding="utf-8") == sop(
        "compare", "satu", "dua", "--lang", "id"
    ).out
    assert sop("compare", "satu", "dua", "--format", "json", "-o", "b.html").json == {"written": ["b.html"]}


def test_sops_of_one_agency_are_called_by_their_files(sop, write):
    """Where the agency's code does not tell them apart, the file's name does."""
    write("definitions/badan/masuk.yaml", kode="badan")
    write("definitions/badan/keluar.yaml", kode="badan")
    out = sop("compare", "badan", "--lang", "en", COLUMNS="100").out
    assert out.splitlines()[0].split() == ["badan/keluar", "badan/masuk"]
    assert out.splitlines()[-3:] == [
        "3 of 3 rows are in all SOPs.",
        "Where they meet, nothing differs.",
        "= the same, ≠ differs; differences are from badan/keluar.",
    ]


def test_one_sop_cannot_be_compared(sop, two):
    """Also one that is named twice."""
    for words in (["satu"], ["satu", "definitions/satu.yaml"]):
        result = sop("compare", *words, "--lang", "en")
        assert (result.status, result.out) == (2, "")
        assert result.err == (
            "error: there is only one SOP to compare\n       name two SOPs or more: CODE CODE\n"
        )


def test_a_folder_of_very_many_sops_is_refused(sop, write, folder):
    """Fifty are compared; of one more it is said at once, before any is read."""
    files = [write(f"surat/s{number:02}.yaml", kode="surat") for number in range(50)]
    assert sop("compare", folder / "surat").status == 0
    files[0].with_name("lagi.yaml").write_text("bukan SOP: [", encoding="utf-8")
    result = sop("compare", folder / "surat", "--lang", "id")
    assert (result.status, result.out) == (2, "")
    assert result.err == (
        "error: yang dibandingkan paling banyak 50 SOP, yang ada 51\n"
        "       sebut lebih sedikit SOP: KODE KODE\n"
    )


def test_what_is_not_there_is_told_and_the_rest_compared(sop, two, write):
    """An unknown name is a fault; two that are there are compared all the same, one alone is not."""
    result = sop("compare", "satu", "entah", "dua", "--lang", "en", COLUMNS="80")
    assert result.status == 2
    assert "'entah'" in result.err
    assert result.out.splitlines()[0].split() == ["satu", "dua"]
    alone = sop("compare", "satu", "entah", "--lang", "en")
    assert (alone.status, alone.out) == (2, "")


def test_a_sop_with_faulty_values_is_left_out_and_named(sop, two, write):
    """What could not be read whole is not compared, for a missing value would look like a difference."""
    write("definitions/rusak.yaml", kode="rusak", replace={"waktu: 1 jam": "waktu: 1 jum"})
    result = sop("compare", "satu", "dua", "rusak", "--lang", "id", COLUMNS="80")
    assert result.status == 1
    assert "tidak dibandingkan: definitions/rusak.yaml" in result.err
    assert result.out.splitlines()[0].split() == ["satu", "dua"]
    pair = sop("compare", "satu", "rusak", "--lang", "id")
    assert (pair.status, pair.out) == (1, "")
    assert "1 jum" in pair.err


def test_a_target_that_nobody_knows_is_not_the_end(sop, two, write):
    """The SOP fails for it; what can be compared is."""
    write("definitions/hilang.yaml", kode="hilang", replace={"{Ya: 3, Tidak: 1}": "{Ya: 3, Tidak: 9}"})
    result = sop("compare", "satu", "hilang", "--lang", "id", COLUMNS="80")
    assert result.status == 1
    flow = "Alur ≠         Ya → 3                           Ya → 3\n"
    flow += "               Tidak → 1                        Tidak → tujuan tidak dikenal\n"
    assert flow in result.out
    rows = sop("compare", "satu", "hilang", "--format", "json").json["rows"]
    assert [cell["steps"][0]["unknown"] for cell in rows[1]["cells"]] == [[], ["Tidak"]]


def test_moved_rows_are_marked(sop, two, write):
    """The number is followed by a word, in each form."""
    rows = "  - nomor: 1\n    uraian: Menyusun konsep laporan\n    pelaksana: staf\n    mutu_baku:\n"
    rows += "      kelengkapan: Rencana aksi\n      waktu: 30 menit\n      output: Konsep laporan\n"
    archive = "      output: Arsip\n"
    write("definitions/pindah.yaml", kode="pindah", replace={rows: "", archive: archive + rows})
    out = sop("compare", "satu", "pindah", "--lang", "id", COLUMNS="80").out
    assert "No             1                                1 (pindah)\n" in out
    assert out.splitlines()[-2] == "Baris yang berbeda: tempat 1."
    page = sop("compare", "satu", "pindah", "--format", "html", "-o", "-").out
    assert '<span class="t">1</span> <span class="x">(pindah)</span> Menyusun konsep laporan</p>' in page
    assert "<td>tempat</td></tr>" in page
    assert sop("compare", "satu", "pindah", "--format", "json").json["rows"][0]["moved"] == [1]


def test_rows_are_called_by_their_printed_numbers(sop, two, write):
    """Ids are for the file: flows, shared times and unmeasured rows name what stands in the No column; JSON has ids."""
    ids = {
        f"nomor: {at}\n": f"nomor: {at}\n    id: {name}\n"
        for at, name in ((1, "susun"), (2, "periksa"), (3, "arsip"))
    }
    branches = {"{Ya: 3, Tidak: 1}": "{Ya: {ke: arsip, peluang: 1/3}, Tidak: {ke: susun, maks: 2}}"}
    shared = {"waktu: 1 jam": "waktu: {bersama: susun}"}
    write("definitions/nama.yaml", kode="nama", replace=ids | branches | shared)
    out = sop("compare", "satu", "nama", "--lang", "en", COLUMNS="80").out
    assert (
        "Time ≠         1 jam                            time of row 1\n"
        "Flow ≠         Ya → 3                           Ya → 3 (33 1/3%)\n"
        "               Tidak → 1                        Tidak → 1 (66 2/3%, at most 2\n"
        "                                                times)\n"
    ) in out
    assert "Not measured   row 3                            row 3\n" in out
    result = sop("compare", "satu", "nama", "--format", "json").json
    assert result["sops"][1]["unmeasured"] == ["arsip"]
    assert result["rows"][1]["cells"][1]["shared"] == "susun"
    assert [flow["to"] for flow in result["rows"][1]["cells"][1]["steps"][0]["flows"]] == [
        ["arsip"],
        ["susun"],
    ]


def test_percent_is_set_as_the_language_sets_it(sop, two, write):
    """A comma in Indonesian, a point in English."""
    eighth = {"{Ya: 3, Tidak: 1}": "{Ya: {ke: 3, peluang: 1/8}, Tidak: 1}"}
    write("definitions/nama.yaml", kode="nama", replace=eighth)
    for language, text in (("id", "Ya → 3 (12,5%)"), ("en", "Ya → 3 (12.5%)")):
        assert text in sop("compare", "satu", "nama", "--lang", language).out


def test_sops_with_nothing_in_common(sop, definitions):
    """The rows of the SOP named first stand first, and nothing is said to be the same."""
    names = [definitions / f"{name}.yaml" for name in ("tapin", "dumai")]
    out = sop("compare", *names, "--lang", "en", COLUMNS="80").out.splitlines()
    numbers = [line.split()[1:] for line in out if line.startswith("No  ")]
    assert numbers == [[str(at), "none"] for at in range(1, 9)] + [["none", str(at)] for at in range(1, 9)]
    assert out[-3:] == [
        "0 of 16 rows are in all SOPs.",
        "No row of one is a row of another.",
        "= the same, ≠ differs; differences are from tapin.",
    ]


def test_rows_of_some_sops_are_counted(sop, definitions):
    """Nine rows of three SOPs and sixteen of one each: 25."""
    names = [definitions / f"{name}.yaml" for name in ("tapin", "balangan", "dumai", "samarinda", "kalteng")]
    out = sop("compare", *names, "--lang", "id", COLUMNS="100").out
    assert "\n0 dari 25 baris ada di semua SOP, 9 di sebagian, 16 hanya di satu.\n" in out


def test_many_sops_stand_below_each_other_on_the_page(sop, two, write):
    """Beyond six, columns would be too narrow: one cell says which SOPs say what, and may go on on the next page."""
    names = ["satu", "dua", "tiga", "empat", "lima", "enam"]
    for name in names[2:]:
        write(f"definitions/{name}.yaml", kode=name)
    six = sop("compare", *names, "--format", "html", "-o", "-").out
    assert '<th scope="col">enam</th>' in six
    write("definitions/tujuh.yaml", kode="tujuh")
    page = sop("compare", *names, "tujuh", "--format", "html", "-o", "-").out
    assert '<th scope="col">No</th><th scope="col">Baris</th><th scope="col">Yang berbeda</th>' in page
    others = "satu, tiga, empat, lima, enam, tujuh"
    assert (
        '<tr><th scope="row">3</th><td>'
        '<p class="x">satu 3, tiga 3, empat 3, lima 3, enam 3, tujuh 3; tidak ada di dua</p>'
        '<p><span class="l">Kegiatan:</span> Mengarsipkan laporan</p>'
    ) in page
    assert f'<p class="d"><span class="l">Waktu:</span> <br>{others}: 30 menit<br>dua: 1 hari</p>' in page
    assert ".rows tr{break-inside:auto}" in page
    assert ".rows tr{break-inside:auto}" not in six


def test_the_examples_of_the_help_page_say_what_is_there():
    """The words name the file that html becomes."""
    assert all("perbandingan-sop.html" in words for words in (command.words.id, command.words.en))
