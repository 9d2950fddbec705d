"""``sop paths``: every path with its time, as a table, as checklists and as JSON."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sop_engine.analysis import paths as analysis
from sop_engine.cli.paths_data import count_text
from sop_engine.diagnostics import Text
from tests.analysis.flows import text_of

SPLIT = """
1 | 1 menit | lanjut: [2, 3]
2 | 2 menit | cabang: {A: 4, B: selesai}
3 | 9 menit | lanjut: selesai
4 | 1-2 jam | lanjut: selesai
"""


def put(folder: Path, rows: str) -> Path:
    """Write a definition of such rows."""
    path = folder / "alur.yaml"
    path.write_text(text_of(rows), encoding="utf-8")
    return path


def test_a_table(sop: Callable, write: Callable) -> None:
    """Without the loop 30 menit + 1 jam, with one round as much again; what is not measured is named."""
    write("a.yaml")
    found = sop("paths", "a.yaml")
    assert found.out == (
        "Path  Time            Decisions      Steps\n"
        "   1  1 jam 30 menit  2 Ya           1 -> 2 -> 3\n"
        "   2  3 jam           2 Tidak, 2 Ya  1 -> 2 -> 1x {1 -> 2} -> 3\n"
    )
    assert found.err == "not measured: row 3\n"
    assert found.status == 0


def test_a_cut_table_in_indonesian(sop: Callable, write: Callable) -> None:
    """How many there are is said exactly."""
    write("a.yaml")
    found = sop("paths", "a.yaml", "--limit", "1", "--repeat", "9", "--lang", "id")
    assert found.out == (
        "Jalur  Waktu           Keputusan  Langkah\n    1  1 jam 30 menit  2 Ya       1 -> 2 -> 3\n"
    )
    assert found.err == "ditampilkan 1 dari 10 jalur; lihat --limit\ntidak terukur: baris 3\n"


def test_a_checklist(sop: Callable, folder: Path) -> None:
    """Arms are told one after the other, ends that nobody works at not at all."""
    put(folder, SPLIT)
    found = sop("paths", "alur.yaml", "--checklist")
    assert found.out == (
        "Path 1: 1 jam 3 menit - 2 jam 3 menit\n"
        "  [ ] 1  Kegiatan 1 (Staf, 1 menit)\n"
        "  Side by side, arm 1 of 2:\n"
        "    [ ] 2  Kegiatan 2 (Staf, 2 menit) -> A\n"
        "    [ ] 4  Kegiatan 4 (Staf, 1-2 jam)\n"
        "  Side by side, arm 2 of 2:\n"
        "    [ ] 3  Kegiatan 3 (Staf, 9 menit)\n"
        "\n"
        "Path 2: 10 menit\n"
        "  [ ] 1  Kegiatan 1 (Staf, 1 menit)\n"
        "  Side by side, arm 1 of 2:\n"
        "    [ ] 2  Kegiatan 2 (Staf, 2 menit) -> B\n"
        "  Side by side, arm 2 of 2:\n"
        "    [ ] 3  Kegiatan 3 (Staf, 9 menit)\n"
    )


def test_a_checklist_as_markdown(sop: Callable, write: Callable, folder: Path) -> None:
    """Nothing of what an author wrote becomes markup; a round repeats its steps."""
    write("a.yaml", nama="Laporan <b> *1*")
    found = sop("paths", "a.yaml", "--checklist", "-o", "periksa.md", "--lang", "id")
    assert found.out == "periksa.md\n"
    assert (folder / "periksa.md").read_text(encoding="utf-8") == (
        "# Laporan \\<b\\> \\*1\\*\n"
        "\n"
        "Tidak terukur: baris 3.\n"
        "\n"
        "## Jalur 1: 1 jam 30 menit\n"
        "\n"
        "- [ ] 1 Menyusun konsep laporan (Staf Penyusun, 30 menit)\n"
        "- [ ] 2 Memeriksa konsep laporan (Kepala Badan, 1 jam) -\\> Ya\n"
        "- [ ] 3 Mengarsipkan laporan (Staf Penyusun, Segera)\n"
        "\n"
        "## Jalur 2: 3 jam\n"
        "\n"
        "- [ ] 1 Menyusun konsep laporan (Staf Penyusun, 30 menit)\n"
        "- [ ] 2 Memeriksa konsep laporan (Kepala Badan, 1 jam) -\\> Tidak\n"
        "- [ ] 1 Menyusun konsep laporan (Staf Penyusun, 30 menit)\n"
        "- [ ] 2 Memeriksa konsep laporan (Kepala Badan, 1 jam) -\\> Ya\n"
        "- [ ] 3 Mengarsipkan laporan (Staf Penyusun, Segera)\n"
    )


def test_a_checklist_as_a_page(sop: Callable, write: Callable, folder: Path) -> None:
    """A page gets a file of its own where nobody names one; it holds no markup of the author's."""
    write("a.yaml", nama="Laporan <b>")
    found = sop("paths", "a.yaml", "--checklist", "--format", "html")
    assert found.out == "jalur-contoh-a.html\n"
    page = (folder / "jalur-contoh-a.html").read_text(encoding="utf-8")
    assert "<h1>Daftar periksa: Laporan &lt;b&gt;</h1>" in page
    assert page.count('<table class="checklist">') == 2
    assert page.count("☐") == 3 + 5
    assert page.count("diulang") == 2
    assert "Jawaban pada jalur ini: 2 Tidak, 2 Ya." in page
    assert '<p class="about">Badan Contoh</p>\n<p class="about">Tidak terukur: baris 3.</p>' in page


def test_the_table_goes_into_a_file_too(sop: Callable, write: Callable, folder: Path) -> None:
    """As it goes into a pipe."""
    write("a.yaml")
    sop("paths", "a.yaml", "-o", "jalur.txt", "--repeat", "0")
    assert (folder / "jalur.txt").read_text(encoding="utf-8") == (
        "Path  Time            Decisions  Steps\n   1  1 jam 30 menit  2 Ya       1 -> 2 -> 3\n"
    )


def test_json(sop: Callable, folder: Path) -> None:
    """Stable keys; the range has two ends; ``checklist`` is there where it is asked for."""
    put(folder, SPLIT)
    found = sop("paths", "alur.yaml", "--format", "json", "--limit", "1", "--checklist").json
    path = found["paths"][0]
    assert {key: value for key, value in found.items() if key != "paths"} == {
        "sop": "alur",
        "agency": "contoh",
        "name": "Laporan",
        "repeat": 1,
        "count": 2,
        "shown": 1,
        "doubt": None,
    }
    assert path["least"] == [{"text": "1 jam 3 menit", "parts": {"jam": 1, "menit": 3}}]
    assert path["greatest"] == [{"text": "2 jam 3 menit", "parts": {"jam": 2, "menit": 3}}]
    assert path["decisions"] == [{"step": "2", "label": "A"}]
    assert path["unmeasured"] == []
    assert [(item["step"], item["arm"], item["depth"], item["answer"]) for item in path["checklist"]] == [
        ("1", None, 0, None),
        (None, 1, 0, None),
        ("2", None, 1, "A"),
        ("4", None, 1, None),
        (None, 2, 0, None),
        ("3", None, 1, None),
    ]
    assert "checklist" not in sop("paths", "alur.yaml", "--format", "json").json["paths"][0]


def test_loops_that_cannot_be_told_are_left_out(sop: Callable, folder: Path) -> None:
    """The paths without them are given, with the reason."""
    rows = """
1 | 1 menit
2 | 2 menit
3 | 3 menit | cabang: {Ya: 5, Tidak: 4}
4 | 9 menit | cabang: {Sedikit: 3, Banyak: 2}
5 | 1 menit
"""
    put(folder, rows)
    found = sop("paths", "alur.yaml")
    assert found.out == "Path  Time     Decisions  Steps\n   1  7 menit  3 Ya       1 -> 2 -> 3 -> 5\n"
    assert found.err.splitlines()[0].startswith("loops are left out: ")
    told = sop("paths", "alur.yaml", "--format", "json").json
    assert (told["count"], told["repeat"], told["doubt"]) == (1, 0, {"kind": "tangled", "steps": ["3", "4"]})


def test_a_flow_that_never_ends_has_no_paths(sop: Callable, folder: Path) -> None:
    """Nothing on standard output but in JSON, where the reason is data."""
    put(folder, "1 | 1 menit | lanjut: 2\n2 | 1 menit | lanjut: 1")
    found = sop("paths", "alur.yaml")
    assert found.out == ""
    assert "paths cannot be told: no way leads from a start to an end\n" in found.err
    told = sop("paths", "alur.yaml", "--format", "json").json
    assert (told["count"], told["paths"], told["doubt"]) == (None, [], {"kind": "no way", "steps": []})


def test_units_that_do_not_compare(sop: Callable, folder: Path) -> None:
    """Both candidates are told."""
    put(
        folder,
        "1 | 1 jam | lanjut: [2, 3]\n2 | 2 bulan | lanjut: 4\n3 | 40 hari kerja\n4 | Segera | gabung: semua",
    )
    out = sop("paths", "alur.yaml", "--lang", "id").out
    assert (
        out.splitlines()[1] == "    1  2 bulan 1 jam atau 40 hari kerja 1 jam  -          1 -> (2 | 3) -> 4"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--format", "html"), "format 'html' is for checklists only"),
        (("-o", "a.md"), "format 'markdown' is for checklists only"),
        (("--repeat", "1.5"), "--repeat 1.5 is no whole number"),
        (("--repeat", "-1"), "--repeat '-1' is no usable number"),
        (("--limit", "0"), "--limit '0' is no usable number"),
    ],
)
def test_errors_of_use(sop: Callable, write: Callable, words: tuple[str, ...], message: str) -> None:
    """Exit status 2, and nothing is made."""
    write("a.yaml")
    found = sop("paths", "a.yaml", *words)
    assert found.status == 2
    assert found.err.startswith(f"error: {message}\n")
    assert found.out == ""


SHORT_CUT = """
1 | 1 menit | lanjut: [2, 4]
2 | 2 menit | cabang: {Pendek: 5, Panjang: 3}
3 | 3 menit | lanjut: 5
4 | 1 menit | lanjut: 5
5 | 5 menit | gabung: semua
"""


def test_the_answer_by_which_an_arm_comes_to_its_end(sop: Callable, folder: Path) -> None:
    """Row 2 goes straight to where the arms meet: its answer is told all the same; 1 + 2 + 5 and 1 + 2 + 3 + 5."""
    put(folder, SHORT_CUT)
    assert sop("paths", "alur.yaml").out == (
        "Path  Time      Decisions  Steps\n"
        "   1  8 menit   2 Pendek   1 -> (2 | 4) -> 5\n"
        "   2  11 menit  2 Panjang  1 -> (2 -> 3 | 4) -> 5\n"
    )
    assert "    [ ] 2  Kegiatan 2 (Staf, 2 menit) -> Pendek\n" in sop("paths", "alur.yaml", "--checklist").out
    told = sop("paths", "alur.yaml", "--format", "json").json
    assert [path["decisions"] for path in told["paths"]] == [
        [{"step": "2", "label": "Pendek"}],
        [{"step": "2", "label": "Panjang"}],
    ]


def test_a_time_that_rows_share(sop: Callable, folder: Path) -> None:
    """Where it is not added, the checklist says which row has it; arms are set in on the page."""
    put(folder, "1 | 1 jam\n2 | {bersama: 1} | lanjut: [3, 4]\n3 | 1 menit | lanjut: selesai\n4 | 2 menit")
    assert sop("paths", "alur.yaml", "--checklist").out.splitlines()[2] == (
        "  [ ] 2  Kegiatan 2 (Staf, shared with row 1)"
    )
    sop("paths", "alur.yaml", "--checklist", "-o", "a.html")
    page = (folder / "a.html").read_text(encoding="utf-8")
    assert "<td>bersama baris 1</td>" in page
    assert '<div class="in1">Kegiatan 3</div>' in page
    assert ">Kegiatan 2</th>" in page


def test_many_decisions_are_cut_in_the_table_only(sop: Callable, folder: Path) -> None:
    """A line holds 120 of them, plain data all."""
    rows = [f"{at} | 1 menit | cabang: {{Ya: {at + 1}, Tidak: selesai}}" for at in range(1, 131)]
    put(folder, "\n".join([*rows, "131 | 1 menit"]))
    line = sop("paths", "alur.yaml", "--limit", "1").out.splitlines()[1]
    assert "119 Ya, 120 Ya, ...  1 -> 2" in line
    (path,) = sop("paths", "alur.yaml", "--limit", "1", "--format", "json").json["paths"]
    assert len(path["decisions"]) == 130


def test_paths_too_long_for_as_many_as_are_wanted(
    sop: Callable, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A higher limit would not help, so that nobody is sent there."""
    monkeypatch.setattr(analysis, "_HELD", 9)
    monkeypatch.setattr(analysis, "_AT_LEAST", 1)
    put(folder, "1 | 1 menit | cabang: {A: 2, B: 2, C: 2}\n2 | 1 menit")
    found = sop("paths", "alur.yaml", "--limit", "2", "--repeat", "0")
    assert "2 of 3 paths are shown; see --limit\n" in found.err
    monkeypatch.setattr(analysis, "_HELD", 2)
    found = sop("paths", "alur.yaml", "--limit", "2")
    assert "1 of 3 paths are shown; they are too long for more\n" in found.err


def test_several_sops_are_refused(sop: Callable, write: Callable) -> None:
    """One SOP is wanted."""
    write("definitions/a.yaml", kode="a")
    write("definitions/b.yaml", kode="b")
    assert sop("paths").status == 2


def test_a_count_beyond_reading() -> None:
    """Its first two digits and how many there are, exact to the last place."""
    assert count_text(10**30 - 1) == Text("9" * 30, "9" * 30)
    assert count_text(10**30) == Text("1,0 x 10^30", "1.0 x 10^30")
    assert count_text(98 * 10**500 + 7) == Text("9,8 x 10^501", "9.8 x 10^501")
    assert count_text(10**600 - 1) == Text("9,9 x 10^599", "9.9 x 10^599")
    assert count_text(10**1000) == Text("lebih dari 10^1000", "more than 10^1000")


def test_loops_within_loops_are_soon_told(sop: Callable, folder: Path) -> None:
    """Each of 38 rows goes back to the first: the number of paths has more digits than could ever be written."""
    rows = [f"{at} | 1 menit | cabang: {{Ya: {at + 1}, Tidak: 1}}" for at in range(2, 40)]
    put(folder, "\n".join(["1 | 1 menit", *rows, "40 | 1 menit"]))
    told = sop("paths", "alur.yaml", "--repeat", "100", "--limit", "2", "--format", "json").json
    assert (told["count"], told["shown"]) == ("more than 10^1000", 2)
    assert "2 of more than 10^1000 paths are shown" in sop("paths", "alur.yaml", "--limit", "2").err


def test_a_path_that_is_too_long_alone(sop: Callable, folder: Path) -> None:
    """That there is one is said; splits whose arms never wait for each other double all that follows."""
    rows = [
        f"{at} | 1 menit | lanjut: [{at + 1}, {at + 2}]\n{at + 1} | 1 menit | lanjut: {at + 3}\n{at + 2} | 1 menit"
        for at in range(1, 121, 3)
    ]
    put(folder, "\n".join([*rows, "121 | 1 menit"]))
    found = sop("paths", "alur.yaml")
    assert found.out == ""
    assert found.err.startswith("0 of 1 paths are shown; they are too long for more\n")
    told = sop("paths", "alur.yaml", "--format", "json").json
    assert (told["count"], told["shown"], told["paths"], told["doubt"]) == (1, 0, [], None)
