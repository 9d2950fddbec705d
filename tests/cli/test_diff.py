"""``sop diff``: two versions of a SOP, from files or from git."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHANGES = {
    "nomor: 01.a / SOP": "nomor: 02.a / SOP",
    "tanggal_revisi:    ": "tanggal_revisi: 3 Maret 2026 ",
    "  staf: Staff\n": "  staf: Staf Umum\n  arsip: Arsiparis\n",
    "Pembuatan Nota Dinas permintaan": "Membuat Nota Dinas permintaan",
    "      waktu: 20 Menit\n": "      waktu: 50 Menit\n",
    "Tidak: 5\n": "Tidak: 4\n",
    "    pelaksana: staf\n    mutu_baku:\n      kelengkapan: Laporan Kinerja Triwulan\n": (
        "    pelaksana: arsip\n    mutu_baku:\n      kelengkapan: [Laporan Kinerja Triwulan, Bukti kirim]\n"
    ),
    "\ntampilan:": (
        "\n  - nomor: 9.\n    uraian: Mengumumkan <b>laporan</b> & *tautan*\n    pelaksana: jfp_sekretariat\n"
        "    mutu_baku: {waktu: 5 menit, output: Tautan}\n\ntampilan:"
    ),
}
LETTER = (
    "Bersama ini disampaikan perubahan atas SOP Pengumpulan dan Pelaporan Data Kinerja Nomor 02.a / SOP / "
    "Bappedalitbang - Sekr. Pada bagian kegiatan, satu kegiatan ditambahkan (baris 9), satu kegiatan dihapus (semula "
    "baris 2), dan empat kegiatan diubah (baris 1, 3, 7, dan 8). Isi yang diubah ialah rumusan uraian (baris 1), "
    "pelaksana (baris 8), alur (baris 7), kelengkapan (baris 8), dan waktu (baris 3). Pada bagian pelaksana, satu peran "
    "ditambahkan (Arsiparis) dan satu peran berganti nama (Staff menjadi Staf Umum). Pada bagian identitas, isian yang "
    "diubah ialah nomor SOP dan tanggal revisi. Jumlah waktu baku berubah dari 2 jam 55 menit menjadi 3 jam 20 menit, "
    "bertambah 25 menit. Waktu baku bertambah bagi Sekretaris/Kabid (30 menit), JFP di Sekretariat (5 menit), "
    "Kasubbag/Kasubbid/JFP di Bidang (30 menit), dan Arsiparis (30 menit), serta berkurang bagi Staf Umum (40 menit)."
)
ENGLISH = """\
SOP Pengumpulan dan Pelaporan Data Kinerja
from lama.yaml
to baru.yaml

Identity
  ~ Nomor SOP: 01.a / SOP / Bappedalitbang - Sekr → 02.a / SOP / Bappedalitbang - Sekr
  ~ Tanggal revisi: (empty) → 3 Maret 2026

Roles
  + Arsiparis
  ~ Staf Umum: Staff → Staf Umum

Activities
  ~ 1  Membuat Nota Dinas permintaan pengumpulan data
       activity:
         - Pembuatan Nota Dinas permintaan pengumpulan data
         + Membuat Nota Dinas permintaan pengumpulan data
  - 2  Nota Dinas pengumpulan data dibagikan kepada seluruh Kabid
       roles: Staff
       flow: to 3
       kelengkapan: Nota Dinas
       time: 10 menit
  ~ 3  Kabid dan Kasubbid/JFP di masing-masing bidang Menyusun laporan kinerja bidangnya
       masing-masing
       time: 20 menit → 50 menit
  ~ 7  Jika laporan yang dibuat sudah benar, maka akan dilaporkan dan ditandatangani oleh Kepala
       Bappedalitbang
       flow: Tidak to 5 → Tidak to 4
  ~ 8  Laporan yang telah ditandatangani oleh Kepala Bappedalitbang dikirim ke Instansi terkait dan
       diarsipkan
       roles: Staff → Arsiparis
       kelengkapan:
         + Bukti kirim
  + 9  Mengumumkan <b>laporan</b> & *tautan*
       roles: JFP di Sekretariat
       flow: the end
       time: 5 menit
       output: Tautan

Standard time
  ~ Total standard time: 2 jam 55 menit → 3 jam 20 menit (+25 menit)

Standard time of each role
  ~ Sekretaris/Kabid: 35 menit → 1 jam 5 menit (+30 menit)
  ~ JFP di Sekretariat: 1 jam 10 menit → 1 jam 15 menit (+5 menit)
  ~ Kasubbag/Kasubbid/JFP di Bidang: 35 menit → 1 jam 5 menit (+30 menit)
  ~ Staf Umum: 40 menit → 0 menit (-40 menit)
  + Arsiparis: 0 menit → 30 menit (+30 menit)

For the cover letter
"""
MARKDOWN = """\
## SOP Pengumpulan dan Pelaporan Data Kinerja

semula lama.yaml{BREAK}
menjadi baru.yaml

### Identitas

- ± **Nomor SOP**: 01\\.a / SOP / Bappedalitbang - Sekr → 02\\.a / SOP / Bappedalitbang - Sekr
- ± **Tanggal revisi**: (kosong) → 3 Maret 2026

### Pelaksana

- \\+ Arsiparis
- ± **Staf Umum**: Staff → Staf Umum

### Kegiatan

- ± **1 Membuat Nota Dinas permintaan pengumpulan data**
  - uraian: Pembuatan Nota Dinas permintaan pengumpulan data → Membuat Nota Dinas permintaan pengumpulan data
- − **2 Nota Dinas pengumpulan data dibagikan kepada seluruh Kabid**
  - pelaksana: Staff
  - alur: ke 3
  - kelengkapan: Nota Dinas
  - waktu: 10 menit
- ± **3 Kabid dan Kasubbid/JFP di masing-masing bidang Menyusun laporan kinerja bidangnya masing-masing**
  - waktu: 20 menit → 50 menit
- ± **7 Jika laporan yang dibuat sudah benar, maka akan dilaporkan dan ditandatangani oleh Kepala Bappedalitbang**
  - alur: Tidak ke 5 → Tidak ke 4
- ± **8 Laporan yang telah ditandatangani oleh Kepala Bappedalitbang dikirim ke Instansi terkait dan diarsipkan**
  - pelaksana: Staff → Arsiparis
  - kelengkapan:
    - \\+ Bukti kirim
- \\+ **9 Mengumumkan \\<b\\>laporan\\</b\\> \\& \\*tautan\\***
  - pelaksana: JFP di Sekretariat
  - alur: selesai
  - waktu: 5 menit
  - output: Tautan

### Waktu baku

- ± **Jumlah waktu baku**: 2 jam 55 menit → 3 jam 20 menit (\\+25 menit)

### Waktu baku tiap peran

- ± **Sekretaris/Kabid**: 35 menit → 1 jam 5 menit (\\+30 menit)
- ± **JFP di Sekretariat**: 1 jam 10 menit → 1 jam 15 menit (\\+5 menit)
- ± **Kasubbag/Kasubbid/JFP di Bidang**: 35 menit → 1 jam 5 menit (\\+30 menit)
- ± **Staf Umum**: 40 menit → 0 menit (\\-40 menit)
- \\+ **Arsiparis**: 0 menit → 30 menit (\\+30 menit)

### Untuk surat pengantar

"""


@pytest.fixture
def versions(folder: Path, definitions: Path) -> Path:
    """``lama.yaml`` is Dumai's, ``baru.yaml`` a revision of it: each kind of change once."""
    text = (definitions / "dumai.yaml").read_text(encoding="utf-8")
    (folder / "lama.yaml").write_text(text, encoding="utf-8")
    for old, new in CHANGES.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    start, end = text.index("  - nomor: 2."), text.index("  - nomor: 3.")
    (folder / "baru.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    return folder


def unwrapped(text: str) -> str:
    """Lines of a paragraph as one."""
    return " ".join(text.split())


def test_every_change_is_told(sop, versions):
    """Under the form's headings; times last, and the paragraph for the cover letter."""
    outcome = sop("diff", "lama.yaml", "baru.yaml")
    assert outcome.status == 0
    told, letter = outcome.out.split("For the cover letter\n")
    assert f"{told}For the cover letter\n" == ENGLISH
    assert unwrapped(letter) == LETTER


def test_markdown_is_for_merge_requests(sop, versions):
    """Nothing that an author wrote becomes markup."""
    outcome = sop("diff", "lama.yaml", "baru.yaml", "--format", "markdown", "--lang", "id")
    assert outcome.out == MARKDOWN.replace("{BREAK}", "  ") + f"{LETTER}\n"


def test_the_summary_alone(sop, versions):
    """One line, always Indonesian."""
    assert sop("diff", "lama.yaml", "baru.yaml", "--summary").out == f"{LETTER}\n"
    assert sop("diff", "lama.yaml", "baru.yaml", "--summary", "--format", "markdown").out == f"{LETTER}\n"


def test_json_has_all_of_it(sop, versions):
    """Stable English keys, exact times."""
    found = sop("diff", "lama.yaml", "baru.yaml", "--format", "json").json
    rows = found.pop("rows")
    per_role = found.pop("per_role")
    assert found == {
        "old": {
            "path": "lama.yaml",
            "sop": "lama",
            "agency": "dumai",
            "name": "Pengumpulan dan Pelaporan Data Kinerja",
            "whole": True,
        },
        "new": {
            "path": "baru.yaml",
            "sop": "baru",
            "agency": "dumai",
            "name": "Pengumpulan dan Pelaporan Data Kinerja",
            "whole": True,
        },
        "same": False,
        "fields": [
            {
                "field": "identitas.nomor",
                "title": "Nomor SOP",
                "old": "01.a / SOP / Bappedalitbang - Sekr",
                "new": "02.a / SOP / Bappedalitbang - Sekr",
            },
            {
                "field": "identitas.tanggal_revisi",
                "title": "Tanggal revisi",
                "old": None,
                "new": "3 Maret 2026",
            },
        ],
        "roles": {
            "added": [{"key": "arsip", "name": "Arsiparis", "count": 1}],
            "removed": [],
            "renamed": [
                {
                    "old": {"key": "staf", "name": "Staff", "count": 1},
                    "new": {"key": "staf", "name": "Staf Umum", "count": 1},
                }
            ],
            "counted": [],
            "reordered": False,
        },
        "total": {
            "old": {"text": "2 jam 55 menit", "parts": {"jam": 2, "menit": 55}},
            "new": {"text": "3 jam 20 menit", "parts": {"jam": 3, "menit": 20}},
            "difference": {"sign": "+", "text": "25 menit", "parts": {"menit": 25}},
        },
        "unmeasured": {"old": [], "new": []},
        "summary": LETTER,
    }
    assert [row["id"] for row in rows["added"]] == ["9"]
    assert [row["id"] for row in rows["removed"]] == ["2"]
    assert (rows["moved"], rows["renumbered"]) == ([], [])
    assert [
        (row["old"]["id"], row["new"]["place"], [change["part"] for change in row["changes"]])
        for row in rows["changed"]
    ] == [
        ("1", 1, ["activity"]),
        ("3", 2, ["waktu"]),
        ("7", 6, ["flow"]),
        ("8", 7, ["roles", "inputs"]),
    ]
    assert rows["changed"][2]["changes"] == [
        {"part": "flow", "old": [flow("8", "5")], "new": [flow("8", "4")]},
    ]
    assert per_role[-1] == {
        "role": "Arsiparis",
        "old_key": None,
        "new_key": "arsip",
        "old": None,
        "new": {"text": "30 menit", "parts": {"menit": 30}},
        "difference": {"sign": "+", "text": "30 menit", "parts": {"menit": 30}},
    }


def flow(*targets: str) -> dict[str, object]:
    """The flow of row 7 as JSON."""
    ways = zip(("Ya", "Tidak"), targets, strict=True)
    return {
        "id": None,
        "waits": False,
        "ways": [
            {"label": label, "to": [target], "probability": None, "repeats": None} for label, target in ways
        ],
        "unknown": [],
    }


def test_a_page_needs_no_other_and_escapes_all(sop, versions):
    """It goes into a file of its own where nobody names one."""
    outcome = sop("diff", "lama.yaml", "baru.yaml", "--format", "html")
    assert (outcome.status, outcome.out) == (0, "perubahan-sop.html\n")
    page = Path("perubahan-sop.html").read_text(encoding="utf-8")
    assert "<h1>Perubahan SOP Pengumpulan dan Pelaporan Data Kinerja</h1>" in page
    assert f"<p>{LETTER}</p>" in page
    assert (
        '<tr><td><span class="k added">ditambah</span></td><th scope="row">9. Mengumumkan &lt;b&gt;laporan&lt;/b&gt; '
        "&amp; *tautan*</th><td></td>"
    ) in page
    assert (
        '<td><p><span class="l">waktu</span><del>20 menit</del></p></td>'
        '<td><p><span class="l">waktu</span><ins>50 menit</ins></p></td>'
    ) in page
    assert "<b>laporan" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_page_tells_what_is_not_measured_as_a_note(sop, write):
    """It is no change; a time that is longer by other units says so."""
    new = write("b.yaml", replace={"waktu: 1 jam": "waktu: 1 hari"})
    page = sop("diff", write("a.yaml"), new, "--format", "html", "-o", "-").out
    longer = "lebih lama, berapa pun lamanya satu hari"
    assert (
        '<tr><td><span class="k changed">diubah</span></td><th scope="row">Jumlah waktu baku</th>'
        "<td><p><del>1 jam 30 menit</del></p></td>"
        f'<td><p><ins>1 hari 30 menit</ins></p><p class="e">{longer}</p></td></tr>'
    ) in page
    assert (
        '<span class="k plain">catatan</span></td><th scope="row">tidak terukur pada versi lama: baris 3</th>'
        in page
    )
    assert "<caption>1 diubah, 2 catatan.</caption>" in page


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.md", "## SOP"), ("a.txt", "SOP Peng"), ("a.json", '{\n  "old"'), ("a.html", "<!DOC")],
)
def test_the_suffix_says_the_form(sop, versions, name, begins):
    """The path is what is printed."""
    outcome = sop("diff", "lama.yaml", "baru.yaml", "-o", name)
    assert (outcome.status, outcome.out) == (0, f"{name}\n")
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


def test_exit_codes_are_as_git_has_them(sop, versions):
    """0 also where something changed; with ``--exit-code`` 1 then."""
    assert sop("diff", "lama.yaml", "baru.yaml").status == 0
    assert sop("diff", "lama.yaml", "baru.yaml", "--exit-code").status == 1
    assert sop("diff", "lama.yaml", "lama.yaml", "--exit-code").status == 0


def test_two_equal_versions_say_so(sop, versions):
    """The total is told all the same."""
    assert sop("diff", "lama.yaml", "lama.yaml", "--lang", "id").out == (
        "SOP Pengumpulan dan Pelaporan Data Kinerja\n"
        "semula lama.yaml\n"
        "menjadi lama.yaml\n"
        "\n"
        "Perubahan\n"
        "  Tidak ada perubahan.\n"
        "\n"
        "Waktu baku\n"
        "  Jumlah waktu baku: 2 jam 55 menit\n"
        "\n"
        "Untuk surat pengantar\n"
        "  Kedua versi SOP Pengumpulan dan Pelaporan Data Kinerja memuat isi yang sama: tidak ada perubahan\n"
        "  pada identitas, pelaksana, kegiatan, alur, maupun waktu baku.\n"
    )


def test_renumbering_alone_is_told_in_one_line(sop, write):
    """The targets mean the same rows."""
    write("a.yaml")
    write(
        "b.yaml",
        replace={"nomor: 2\n": "nomor: 20\n", "nomor: 3\n": "nomor: 30\n", "{Ya: 3, ": "{Ya: 30, "},
    )
    outcome = sop("diff", "a.yaml", "b.yaml")
    assert outcome.out == (
        "SOP Laporan\n"
        "from a.yaml\n"
        "to b.yaml\n"
        "\n"
        "Row numbers\n"
        "  ~ 2 → 20, 3 → 30\n"
        "\n"
        "Standard time\n"
        "  Total standard time: 1 jam 30 menit\n"
        "  not measured in the old version: row 3\n"
        "  not measured in the new version: row 30\n"
        "\n"
        "For the cover letter\n"
        "  Bersama ini disampaikan perubahan atas SOP Laporan Nomor 01/SOP. Nomor dua baris kegiatan diubah\n"
        "  tanpa mengubah isinya. Jumlah waktu baku tetap 1 jam 30 menit. Jumlah itu belum mencakup baris 30,\n"
        "  yang waktunya tidak terukur.\n"
    )


def test_numbers_that_rise_together_are_told_together(sop, versions):
    """A row that comes first pushes all others on."""
    text = Path("lama.yaml").read_text(encoding="utf-8")
    for number in range(8, 0, -1):
        text = text.replace(f"nomor: {number}.\n", f"nomor: {number + 1}.\n")
    text = text.replace("Ya: 8\n", "Ya: 9\n").replace("Tidak: 5\n", "Tidak: 6\n")
    text = text.replace(
        "kegiatan:\n", "kegiatan:\n  - {nomor: 1., uraian: Menerima surat, pelaksana: staf}\n", 1
    )
    Path("baru.yaml").write_text(text, encoding="utf-8")
    outcome = sop("diff", "lama.yaml", "baru.yaml", "--lang", "id")
    assert "\nNomor baris\n  ~ 1 s.d. 8 → 2 s.d. 9\n\n" in outcome.out
    assert "\nKegiatan\n  + 1  Menerima surat\n       pelaksana: Staff\n       alur: ke 2\n\n" in outcome.out
    assert "\n  tidak terukur pada versi baru: baris 1\n" in outcome.out


def test_what_can_be_read_of_a_faulty_version_is_compared(sop, write):
    """With its findings on standard error, and status 1."""
    write("a.yaml")
    write("b.yaml", replace={"waktu: 1 jam": "waktu: 1 jma", "Menyusun konsep": "Menyiapkan konsep"})
    outcome = sop("diff", "a.yaml", "b.yaml")
    assert outcome.status == 1
    assert "b.yaml could not be read whole: what could be is compared\n" in outcome.out
    assert "  ~ Total standard time: 1 jam 30 menit → cannot be added up\n" in outcome.out
    assert "       activity: Menyusun konsep laporan → Menyiapkan konsep laporan\n" in outcome.out
    assert "b.yaml:26:14: error[SOP500] 'jma' is not known" in outcome.err
    found = sop("diff", "a.yaml", "b.yaml", "--format", "json").json
    assert (found["old"]["whole"], found["new"]["whole"]) == (True, False)
    assert found["total"]["new"] is None


def test_a_version_without_rows_leaves_its_findings(sop, write):
    """There is nothing to compare."""
    write("a.yaml")
    Path("b.yaml").write_text("versi_format: [\n", encoding="utf-8")
    outcome = sop("diff", "a.yaml", "b.yaml")
    assert (outcome.status, outcome.out) == (1, "")
    assert "error[SOP0" in outcome.err
    assert [
        one["severity"] for one in sop("diff", "a.yaml", "b.yaml", "--format", "json").json["diagnostics"]
    ] == ["error"]


def test_a_version_can_come_from_standard_input(sop, write):
    """Once."""
    old = write("a.yaml")
    assert "from <stdin>\n" in sop("diff", "-", "a.yaml", input=old.read_bytes()).out
    outcome = sop("diff", "-", "-", input=b"")
    assert (outcome.status, outcome.err) == (
        2,
        "error: standard input is named twice\n       name a file for one of them\n",
    )


USE = "name two versions: sop diff OLD NEW, or sop diff FILE --git REVISION"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "two versions are wanted, 0 named"),
        (("a.yaml",), "two versions are wanted, 1 named"),
        (("a.yaml", "a.yaml", "a.yaml"), "two versions are wanted, 3 named"),
        (("--git", "HEAD"), "--git needs one file"),
        (("a.yaml", "a.yaml", "--git", "HEAD"), "--git needs one file"),
        (("-", "--git", "HEAD"), "--git needs a file, not standard input"),
    ],
)
def test_two_versions_are_wanted(sop, write, words, message):
    """Misuse is status 2, with the remedy."""
    old = write("a.yaml")
    outcome = sop("diff", *words, input=old.read_bytes())
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"error: {message}\n       {USE}\n")


def test_a_missing_file_is_told_once(sop, write):
    """And nothing is compared."""
    write("a.yaml")
    outcome = sop("diff", "a.yaml", "b.yaml")
    assert (outcome.status, outcome.out, outcome.err) == (
        2,
        "",
        "error: cannot read 'b.yaml': it does not exist\n",
    )


@pytest.mark.parametrize("form", ["json", "html"])
def test_options_that_would_do_nothing_are_refused(sop, versions, form):
    """JSON and pages always hold the summary; without ``-o`` nothing can be overwritten."""
    outcome = sop("diff", "lama.yaml", "baru.yaml", "--summary", "--format", form)
    assert outcome.status == 2
    assert f"--summary means nothing for {form}, which always has it" in outcome.out + outcome.err
    outcome = sop("diff", "lama.yaml", "baru.yaml", "--force")
    assert (outcome.status, outcome.err) == (
        2,
        "error: --force means nothing without -o\n       name the file with -o, or leave --force out\n",
    )


def test_a_definition_is_not_overwritten(sop, versions):
    """What was read stays."""
    outcome = sop("diff", "lama.yaml", "baru.yaml", "--format", "text", "-o", "lama.yaml")
    assert outcome.status == 2
    assert Path("lama.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server")


def git(*words: str) -> None:
    """Run git in the working directory, as somebody."""
    who = ["-c", "user.name=Uji", "-c", "user.email=uji@example.id", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


@pytest.fixture
def repository(versions: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in whose folder with a blank a SOP was revised since its only commit."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(versions.parent))
    place = versions / "SOP kota" / "definitions"
    place.mkdir(parents=True)
    shutil.copy("lama.yaml", place / "dumai.yaml")
    git("init", "--quiet")
    git("add", "SOP kota")
    git("commit", "--quiet", "-m", "Pertama")
    git("tag", "v1")
    shutil.copy("baru.yaml", place / "dumai.yaml")
    return versions


def rows_in(text: str) -> str:
    """What is told of the rows."""
    return text.partition("\nActivities\n")[2].partition("\nStandard time\n")[0]


@needs_git
@pytest.mark.parametrize("revision", ["HEAD", "v1"])
def test_git_has_the_old_version(sop, repository, revision):
    """From above, with a blank in the path."""
    path = Path("SOP kota", "definitions", "dumai.yaml")
    outcome = sop("diff", path, "--git", revision)
    assert outcome.status == 0
    assert (
        f"from {revision}:SOP kota/definitions/dumai.yaml\nto SOP kota/definitions/dumai.yaml\n"
        in outcome.out
    )
    assert rows_in(outcome.out) == rows_in(ENGLISH)
    git("commit", "--quiet", "-am", "Kedua")
    assert sop("diff", path, "--git", "HEAD", "--exit-code").status == 0
    assert sop("diff", path, "--git", "HEAD~1", "--exit-code").status == 1


@needs_git
def test_git_is_asked_from_any_folder(sop, repository, monkeypatch):
    """Also by an agency's code, and from the folder itself."""
    monkeypatch.chdir(repository / "SOP kota")
    assert sop("diff", "--agency", "dumai", "--git", "HEAD", "--summary").out == f"{LETTER}\n"
    assert sop("diff", "dumai", "--git", "HEAD", "--summary").out == f"{LETTER}\n"
    monkeypatch.chdir(repository / "SOP kota" / "definitions")
    assert sop("diff", "dumai.yaml", "--git", "HEAD", "--summary").out == f"{LETTER}\n"


@needs_git
@pytest.mark.parametrize("revision", ["v2", "", "--help", "HEAD..HEAD", "HEAD:SOP kota"])
def test_a_revision_that_git_does_not_know(sop, repository, revision):
    """What looks like an option is none either."""
    outcome = sop("diff", "SOP kota/definitions/dumai.yaml", f"--git={revision}")
    assert (outcome.status, outcome.out, outcome.err) == (
        2,
        "",
        f"error: git knows no revision '{revision}'\n       name for example HEAD, HEAD~1, a branch or a tag\n",
    )


@needs_git
def test_a_file_that_was_not_there(sop, repository):
    """Perhaps it had another name."""
    outcome = sop("diff", "baru.yaml", "--git", "HEAD")
    assert (outcome.status, outcome.out, outcome.err) == (
        2,
        "",
        (
            "error: there is no 'baru.yaml' at revision 'HEAD'\n"
            "       if it had another name then, save it first with 'git show REVISION:PATH' and compare the two files\n"
        ),
    )


@needs_git
def test_a_file_that_was_renamed_is_found_under_its_old_name(sop, repository):
    """Also in another folder, and with changes; what git was never told of is not found."""
    (repository / "baru").mkdir()
    git("mv", "SOP kota/definitions/dumai.yaml", "baru/bappeda.yaml")
    outcome = sop("diff", "baru/bappeda.yaml", "--git", "HEAD")
    assert outcome.status == 0
    assert "from HEAD:SOP kota/definitions/dumai.yaml\nto baru/bappeda.yaml\n" in outcome.out
    assert rows_in(outcome.out) == rows_in(ENGLISH)
    git("commit", "--quiet", "-am", "Pindah")
    assert "from v1:SOP kota/definitions/dumai.yaml\n" in sop("diff", "baru/bappeda.yaml", "--git", "v1").out
    assert "from HEAD:baru/bappeda.yaml\n" in sop("diff", "baru/bappeda.yaml", "--git", "HEAD").out


@needs_git
def test_a_hook_of_git_asks_the_repository_of_the_file(sop, repository, monkeypatch):
    """Git names its repository to a hook as from the top folder."""
    monkeypatch.chdir(repository)
    places = {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index", "GIT_PREFIX": ""}
    outcome = sop("diff", "SOP kota/definitions/dumai.yaml", "--git", "HEAD", "--summary", **places)
    assert (outcome.status, outcome.out) == (0, f"{LETTER}\n")


@needs_git
def test_a_shallow_clone_says_how_to_get_the_rest(sop, repository, monkeypatch):
    """As a pipeline has it."""
    git("commit", "--quiet", "-am", "Kedua")
    git("clone", "--quiet", "--depth", "1", (repository).as_uri(), "dangkal")
    monkeypatch.chdir(repository / "dangkal" / "SOP kota" / "definitions")
    assert sop("diff", "dumai.yaml", "--git", "HEAD", "--exit-code").status == 0
    outcome = sop("diff", "dumai.yaml", "--git", "HEAD~1")
    assert (outcome.status, outcome.out, outcome.err) == (
        2,
        "",
        (
            "error: git knows no revision 'HEAD~1'\n"
            "       this repository does not hold all of its history: get it with 'git fetch --unshallow'\n"
        ),
    )


@needs_git
def test_bytes_that_are_no_text_are_a_finding(sop, repository):
    """At the revision as well; nothing is compared."""
    path = Path("SOP kota", "definitions", "dumai.yaml")
    path.write_bytes(b"versi_format: 1\nnama: \xff\n")
    git("commit", "--quiet", "-am", "Rusak")
    shutil.copy("baru.yaml", path)
    outcome = sop("diff", path, "--git", "HEAD")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith("HEAD:SOP kota/definitions/dumai.yaml:2:7: error[SOP002]")


@needs_git
def test_a_file_outside_any_repository(sop, versions, monkeypatch):
    """Two files can be compared all the same."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(versions.parent))
    outcome = sop("diff", "baru.yaml", "--git", "HEAD")
    assert (outcome.status, outcome.out, outcome.err) == (
        2,
        "",
        "error: 'baru.yaml' is in no git repository\n       name both files: sop diff OLD NEW\n",
    )


def test_a_machine_without_git(sop, versions):
    """The hint says where it comes from."""
    outcome = sop("diff", "baru.yaml", "--git", "HEAD", PATH="")
    assert (outcome.status, outcome.out, outcome.err) == (
        2,
        "",
        (
            "error: '--git' needs the program git, which is not installed\n"
            "       install it from https://git-scm.com, or name both files: sop diff OLD NEW\n"
        ),
    )
