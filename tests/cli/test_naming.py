"""How SOPs are named: by agency, by words, by nothing."""

import os
import shutil

import pytest


@pytest.fixture
def library(write):
    """Two agencies with one SOP, one with two in a folder, one whose file's name lies."""
    write("definitions/balangan.yaml", kode="balangan", nama="B")
    write("definitions/dumai.yaml", kode="dumai", nama="D")
    write("definitions/tapin/satu.yaml", kode="tapin", nama="T1")
    write("definitions/tapin/dua.yaml", kode="tapin", nama="T2")
    write("definitions/lama.yaml", kode="kalteng", nama="K")


def names(outcome):
    """The SOPs that a list shows."""
    return [entry["name"] for entry in outcome.json]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ["B", "D", "K", "T2", "T1"]),
        (["--agency", "dumai"], ["D"]),
        (["dumai"], ["D"]),
        (["--agency", "tapin"], ["T2", "T1"]),
        (["--agency", "tapin", "--sop", "satu"], ["T1"]),
        (["tapin", "--sop", "dua"], ["T2"]),
        (["--agency", "kalteng"], ["K"]),
        (["definitions/tapin"], ["T2", "T1"]),
        (["definitions/dumai.yaml", "tapin"], ["D", "T2", "T1"]),
        (["dumai", "definitions"], ["D", "B", "K", "T2", "T1"]),
        (["--definitions", "definitions/tapin", "tapin"], ["T2", "T1"]),
    ],
)
@pytest.mark.usefixtures("library")
def test_what_is_named_is_taken(sop, words, expected):
    """In the order named, each file once; folders by name."""
    outcome = sop("list", "--format", "json", *words)
    assert (outcome.status, names(outcome)) == (0, expected)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--agency", "dumay"], "agency 'dumay' is unknown\n       did you mean 'dumai'?\n"),
        (["--agency", ""], "agency '' is unknown\n       there are: balangan, dumai, kalteng, tapin\n"),
        (
            ["--agency", "../../etc/passwd"],
            "agency '../../etc/passwd' is unknown\n       there are: balangan, dumai, kalteng, tapin\n",
        ),
        (
            ["--agency", "lama"],
            "agency 'lama' is unknown\n       'definitions/lama.yaml' states the code 'kalteng'\n",
        ),
        (
            ["xyzzy"],
            "there is no file or agency called 'xyzzy'\n       there are: balangan, dumai, kalteng, tapin\n",
        ),
        (["xyzzy.yaml"], "cannot read 'xyzzy.yaml': it does not exist\n"),
        (["a/b"], "cannot read 'a/b': it does not exist\n"),
        (
            ["definitions/dumai.yaml/x"],
            "cannot read 'definitions/dumai.yaml/x': a part of its path is no folder\n",
        ),
        (
            ["--agency", "tapin", "--sop", "tiga"],
            "agency 'tapin' has no SOP 'tiga'\n       there are: dua, satu\n",
        ),
        pytest.param(
            ["a\n\x1b[31m/b"],
            "cannot read 'a\\n\\x1b[31m/b': it does not exist\n",
            marks=pytest.mark.skipif(os.name == "nt", reason="no such names there"),
        ),
        (
            ["definitions/tapin", "--sop", "satu"],
            "--sop is given without an agency\n       use --agency CODE --sop NAME\n",
        ),
        (["--definitions", "none"], "--definitions 'none' does not exist\n"),
        (
            ["--definitions", "definitions/dumai.yaml"],
            "--definitions 'definitions/dumai.yaml' is no folder\n",
        ),
    ],
)
@pytest.mark.usefixtures("library")
def test_what_is_not_there_is_misuse(sop, words, message):
    """Status 2 and nothing on standard output."""
    outcome = sop("list", *words)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"error: {message}")


def test_advice_names_codes_that_are_found(sop, write):
    """Also where a definition states its agency on one line, or its text states none."""
    flow = {"instansi:\n  kode: contoh\n  nama: Badan Contoh": "instansi: {kode: lain, nama: Badan Contoh}"}
    write("definitions/beda.yaml", replace=flow)
    write("definitions/kota.yaml", replace={"kode: contoh": "kode: Kota_1"})
    outcome = sop("list", "--agency", "beda")
    assert (outcome.status, outcome.out, outcome.err) == (
        2,
        "",
        "error: agency 'beda' is unknown\n       'definitions/beda.yaml' states the code 'lain'\n",
    )
    assert sop("list", "--agency", "xyzzy").err == (
        "error: agency 'xyzzy' is unknown\n       there are: kota, lain\n"
    )
    assert sop("list", "--agency", "lain", "--format", "json").json[0]["path"] == "definitions/beda.yaml"
    assert sop("validate", "--agency", "kota").out.startswith("definitions/kota.yaml:3:")


@pytest.mark.usefixtures("library")
def test_an_empty_name_is_misuse(sop):
    """A script's unset variable never means the working directory; what else is named is done."""
    outcome = sop("list", "dumai", "", "--format", "json")
    assert (outcome.status, names(outcome)) == (2, ["D"])
    assert outcome.err == (
        "error: the name of a SOP is empty\n       name a file, a folder, '-' or an agency's code\n"
    )
    outcome = sop("list", "--definitions", "")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "error: the name after '--definitions' is empty\n       give a name, or leave the option out\n"
    )


@pytest.mark.usefixtures("library")
def test_a_very_long_name_is_quoted_in_part(sop):
    """Too long for any file system."""
    outcome = sop("list", "a" * 5000)
    assert outcome.status == 2
    assert outcome.err.startswith(f"error: there is no file or agency called '{'a' * 78}...{'a' * 78}'\n")


@pytest.mark.usefixtures("library")
def test_where_one_is_wanted_several_are_misuse(sop):
    """The stems of the agency's SOPs, or the agencies, are listed."""
    outcome = sop("show", "--agency", "tapin")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "error: agency 'tapin' has 2 SOPs\n       choose one with --sop: dua, satu\n"
    assert sop("show", "tapin").err == outcome.err
    outcome = sop("show", "definitions")
    assert outcome.err == sop("show").err
    assert outcome.status == 2
    assert outcome.err == (
        "error: one SOP is wanted, but there are 5\n       choose one: balangan, dumai, kalteng, tapin\n"
    )


def test_a_file_that_states_no_code_counts_by_its_name(sop, write, folder):
    """Else its agency could not find its faults."""
    write("definitions/dumai.yaml", replace={"kode: contoh": "kode: Dumai"})
    outcome = sop("validate", "--agency", "dumai")
    assert outcome.status == 1
    assert "error[SOP104] code 'Dumai'" in outcome.out
    (folder / "definitions" / "dumai.yaml").write_text("a: [1\n", encoding="utf-8")
    outcome = sop("validate", "--agency", "dumai")
    assert outcome.status == 1
    assert outcome.out.startswith("definitions/dumai.yaml:1:")


def test_the_folder_of_definitions_is_found_above_and_in_the_environment(sop, write, folder, monkeypatch):
    """Paths that do not lie below the working directory print in full."""
    write("definitions/dumai.yaml", kode="dumai", nama="D")
    write("other/x.yaml", kode="x", nama="X")
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    entries = sop("list", "--format", "json").json
    assert [(entry["name"], entry["path"]) for entry in entries] == [
        ("D", (folder / "definitions" / "dumai.yaml").as_posix())
    ]
    entries = sop("list", "--format", "json", SOP_DEFINITIONS="../other").json
    assert [(entry["name"], entry["path"]) for entry in entries] == [("X", "../other/x.yaml")]


def test_without_any_folder_the_packages_own_are_taken(sop):
    """From any folder."""
    assert [entry["agency"] for entry in sop("list", "--format", "json").json] == [
        "balangan",
        "dumai",
        "kalteng",
        "samarinda",
        "tapin",
    ]


def test_a_folder_without_definitions_is_misuse(sop, folder):
    """As a word and as the folder of definitions."""
    (folder / "definitions").mkdir()
    for words, name in (([], "definitions"), (["."], "."), (["--agency", "x"], "definitions")):
        outcome = sop("validate", *words)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == (
            f"error: folder '{name}' holds no definition\n       definitions are .yaml or .yml files\n"
        )


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_dangling_link_is_named_and_the_rest_is_done(sop, write, folder):
    """A file that is there and cannot be read."""
    write("d/a.yaml")
    (folder / "d" / "b.yaml").symlink_to("nowhere.yaml")
    (folder / "d" / "loop").symlink_to(".")
    outcome = sop("validate", "d")
    assert (outcome.status, outcome.out) == (2, "1 file, no errors\n")
    assert outcome.err == "error: cannot read 'd/b.yaml': it does not exist\n"
    assert sop("validate", "d/b.yaml").err == outcome.err


@pytest.mark.usefixtures("rights")
def test_what_may_not_be_read_is_named(sop, write, folder):
    """A file and a folder without rights."""
    write("d/a.yaml").chmod(0)
    write("d/e/b.yaml")
    (folder / "d" / "e").chmod(0)
    outcome = sop("validate", "d")
    (folder / "d" / "e").chmod(0o700)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        f"error: cannot read '{folder / 'd' / 'e'}': permission denied\n"
        "error: cannot read 'd/a.yaml': permission denied\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
def test_a_working_directory_that_is_gone_is_misuse(sop, folder):
    """Nothing can be found from nowhere."""
    shutil.rmtree(folder)
    outcome = sop("validate")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "error: cannot read '.': it does not exist\n"


def test_two_sops_of_one_stem_are_told_apart_by_their_files(sop, write):
    """In folders of one agency."""
    write("definitions/a/x/satu.yaml", kode="a")
    write("definitions/a/y/satu.yaml", kode="a")
    outcome = sop("show", "--agency", "a", "--sop", "satu")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "error: several SOPs are called 'satu'\n"
        "       name the file: 'definitions/a/x/satu.yaml', 'definitions/a/y/satu.yaml'\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_an_agencys_file_that_cannot_be_read_is_told(sop, write, folder):
    """By its name; what other agencies' files are like does not matter."""
    write("definitions/a.yaml", kode="a", nama="A")
    (folder / "definitions" / "b.yaml").symlink_to("nowhere.yaml")
    assert (sop("list", "--agency", "a").status, sop("list", "--agency", "a").err) == (0, "")
    outcome = sop("list", "--agency", "b")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "error: cannot read 'definitions/b.yaml': it does not exist\n"
    outcome = sop("list", "--agency", "c")
    assert (outcome.status, outcome.err) == (2, "error: agency 'c' is unknown\n       there are: a\n")


def test_files_outside_of_the_folder_are_called_by_their_path(sop, write):
    """Where one of them is wanted."""
    write("x/a.yaml")
    write("x/b.yaml")
    assert sop("show", "x").err == (
        "error: one SOP is wanted, but there are 2\n       choose one: x/a.yaml, x/b.yaml\n"
    )


def test_files_of_one_agency_are_called_by_their_path(sop, write):
    """Its code would choose none of them."""
    write("definitions/a/satu.yaml")
    write("definitions/a/dua.yaml")
    assert sop("show", "definitions/a").err == (
        "error: one SOP is wanted, but there are 2\n       choose one: definitions/a/dua.yaml, definitions/a/satu.yaml\n"
    )
