"""Where definitions are found."""

import os
from pathlib import Path

import pytest

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library import (
    Definition,
    Folder,
    agency_name,
    bounded,
    code_of,
    definitions_folder,
    find,
    mentions,
    packaged_definitions,
    read_definition,
    stated_code,
    unknown_agency,
)
from sop_engine.reading import read
from sop_engine.source import SourceFile


def made(top: Path, *names: str) -> None:
    """Write empty files, and the folders that they lie in."""
    for name in names:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")


def stating(code: str, name: str = "a.yaml") -> Compiled:
    """What became of a file that states one code and nothing else."""
    source = SourceFile(name, f"instansi:\n  kode: {code}\n")
    return Compiled(source, read(source)[0])


class TestTheFolder:
    """Which folder is taken."""

    def test_the_first_that_is_named_or_found(self, tmp_path: Path) -> None:
        """Option, variable, the nearest above, the package's."""
        made(tmp_path, "given/x", "env/x", "definitions/x", "packaged/x", "below/deep/x")
        packaged, deep = tmp_path / "packaged", tmp_path / "below" / "deep"
        assert definitions_folder("given", "env", tmp_path, packaged) == Folder(tmp_path / "given", "given")
        assert definitions_folder(None, "env", tmp_path, packaged) == Folder(tmp_path / "env", "env")
        assert definitions_folder(None, None, deep, packaged) == Folder(tmp_path / "definitions")
        assert definitions_folder(None, "", tmp_path / "definitions", packaged) == Folder(
            tmp_path / "definitions"
        )
        made(tmp_path, "below/definitions/x")
        assert definitions_folder(None, None, deep, packaged) == Folder(tmp_path / "below" / "definitions")

    def test_the_packages_own_come_last(self, tmp_path: Path) -> None:
        """Where nothing is found above."""
        packaged = tmp_path / "packaged"
        packaged.mkdir()
        assert definitions_folder(None, None, tmp_path, packaged) == Folder(packaged)
        with pytest.raises(UsageError) as caught:
            definitions_folder(None, None, tmp_path, tmp_path / "none")
        assert caught.value.message.en == "there is no folder 'definitions' here or above"

    def test_a_named_folder_must_be_one(self, tmp_path: Path) -> None:
        """Another one is never taken instead."""
        made(tmp_path, "file", "definitions/x")
        with pytest.raises(UsageError) as caught:
            definitions_folder("none", None, tmp_path, tmp_path)
        assert caught.value.message == Text(
            "--definitions 'none' tidak ada", "--definitions 'none' does not exist"
        )
        with pytest.raises(UsageError) as caught:
            definitions_folder(None, "file", tmp_path, tmp_path)
        assert caught.value.message == Text(
            "SOP_DEFINITIONS 'file' bukan folder", "SOP_DEFINITIONS 'file' is no folder"
        )

    def test_a_checkout_has_them_beside_the_package(self) -> None:
        """The five agencies' SOPs come with the package."""
        assert [path.stem for path in sorted(packaged_definitions().glob("*.yaml"))] == [
            "balangan",
            "dumai",
            "kalteng",
            "samarinda",
            "tapin",
        ]


class TestFinding:
    """What a folder holds."""

    def test_yaml_files_at_any_depth_in_order(self, tmp_path: Path) -> None:
        """Sorted by name; nothing hidden, nothing else."""
        made(tmp_path, "b.yaml", "a/z.yml", "a/y/x.YAML", "c.txt", ".git/d.yaml", ".e.yaml", "yaml")
        found = find(Folder(tmp_path, "d"), tmp_path, top=tmp_path)
        assert found.problems == ()
        assert found.definitions == (
            Definition(tmp_path / "a/y/x.YAML", str(Path("d/a/y/x.YAML")), "a"),
            Definition(tmp_path / "a/z.yml", str(Path("d/a/z.yml")), "a"),
            Definition(tmp_path / "b.yaml", str(Path("d/b.yaml")), "b"),
        )

    def test_given_folders_print_as_given(self, tmp_path: Path) -> None:
        """Also with a leading dot."""
        made(tmp_path, "a.yaml")
        for given in (".", "./", "../" + tmp_path.name):
            found = find(Folder(tmp_path, given), tmp_path, top=None)
            shown = f"{given}{'' if given.endswith('/') else os.sep}a.yaml"
            assert [(one.name, one.agency) for one in found.definitions] == [(shown, None)]

    def test_found_files_print_relative_where_they_lie_below(self, tmp_path: Path) -> None:
        """Else in full."""
        made(tmp_path, "definitions/a.yaml", "definitions/sub/b.yaml")
        folder = Folder(tmp_path / "definitions")
        names = [one.name for one in find(folder, tmp_path, top=None).definitions]
        assert names == [str(Path("definitions/a.yaml")), str(Path("definitions/sub/b.yaml"))]
        names = [one.name for one in find(folder, tmp_path / "definitions" / "sub", top=None).definitions]
        assert names == [str(tmp_path / "definitions" / "a.yaml"), "b.yaml"]

    def test_a_folder_without_definitions_is_a_problem(self, tmp_path: Path) -> None:
        """It is named."""
        found = find(Folder(tmp_path, "leer"), tmp_path, top=None)
        assert found.definitions == ()
        assert [problem.message.en for problem in found.problems] == ["folder 'leer' holds no definition"]

    @pytest.mark.skipif(os.name == "nt", reason="links need rights there")
    def test_links_in_a_circle_end(self, tmp_path: Path) -> None:
        """A folder is entered once; a link to itself is left to whoever reads it."""
        made(tmp_path, "a/b.yaml")
        (tmp_path / "a" / "up").symlink_to(tmp_path)
        (tmp_path / "a" / "self.yaml").symlink_to("self.yaml")
        found = find(Folder(tmp_path, "d"), tmp_path, top=None)
        assert [one.name for one in found.definitions] == ["d/a/b.yaml", "d/a/self.yaml"]
        with pytest.raises(UsageError) as caught:
            read_definition(found.definitions[1].path or tmp_path, "d/a/self.yaml")
        assert caught.value.message.en == "cannot read 'd/a/self.yaml': its symbolic links go in a circle"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
    def test_pipes_are_not_waited_for(self, tmp_path: Path) -> None:
        """What may never end is named and left alone."""
        os.mkfifo(tmp_path / "p.yaml")
        found = find(Folder(tmp_path, "d"), tmp_path, top=None)
        assert found.definitions == ()
        assert [problem.message.en for problem in found.problems] == [
            f"'{tmp_path / 'p.yaml'}' is no regular file"
        ]

    def test_a_missing_folder_is_a_problem(self, tmp_path: Path) -> None:
        """As where it vanishes in between."""
        found = find(Folder(tmp_path / "gone", "gone"), tmp_path, top=None)
        assert [problem.message.en for problem in found.problems] == [
            f"cannot read '{tmp_path / 'gone'}': it does not exist"
        ]


def test_files_and_folders_are_named_after_agencies(tmp_path: Path) -> None:
    """The first part of the path below the folder of definitions, however the path is written."""
    top = tmp_path / "definitions"
    assert agency_name(str(top / "dumai.yaml"), top) == "dumai"
    assert agency_name(str(top / "dumai" / "a.yaml"), top) == "dumai"
    assert agency_name(str(top / "x" / ".." / "dumai.v2.yaml"), top) == "dumai.v2"
    assert agency_name(str(tmp_path / "definitions2" / "dumai.yaml"), top) is None


def test_reading_names_the_file_and_the_reason(tmp_path: Path) -> None:
    """A missing file, a folder."""
    with pytest.raises(UsageError) as caught:
        read_definition(tmp_path / "no.yaml", "no.yaml")
    assert caught.value.message == Text(
        "'no.yaml' tidak dapat dibaca: tidak ada", "cannot read 'no.yaml': it does not exist"
    )


def test_reading_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A film that is named .yaml is no definition."""
    monkeypatch.setattr("sop_engine.library.finding.LARGEST", 3)
    assert bounded(b"abc", "x") == b"abc"
    with pytest.raises(UsageError) as caught:
        bounded(b"abcd", "x")
    assert caught.value.message.en == "'x' is larger than 64 MiB, so it is no definition"


def test_the_sieve_never_drops_a_file_that_states_the_code() -> None:
    """A code stands in plain letters, or an escape hides it."""
    assert mentions(b"kode: dumai", "dumai")
    assert mentions(b'kode: "\\x64umai"', "dumai")
    assert not mentions(b"kode: balangan", "dumai")


def test_the_code_is_what_the_document_states() -> None:
    """Only a well-formed one counts."""
    assert code_of(stating("dumai")) == "dumai"
    assert code_of(stating("Dumai")) is None
    assert code_of(Compiled(SourceFile("a", ""))) is None


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("dumay", "did you mean 'dumai'?"),
        ("DUMAI", "did you mean 'dumai'?"),
        ("../../etc/passwd", "there are: dumai, kota-tapin"),
        ("tapin", "'tapin.yaml' states the code 'kota-tapin'"),
    ],
)
def test_an_unknown_agency_is_met_with_advice(code: str, hint: str) -> None:
    """The nearest codes, all of them, or the file whose name promised another."""
    definitions = [
        (Definition(Path("dumai.yaml"), "dumai.yaml", "dumai"), b"instansi:\n  kode: dumai\n"),
        (Definition(Path("tapin.yaml"), "tapin.yaml", "tapin"), b"instansi:\n  kode: 'kota-tapin'\n"),
    ]
    fault = unknown_agency(code, definitions)
    assert fault.message.en == f"agency '{code}' is unknown"
    assert fault.hint is not None
    assert fault.hint.en == hint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("instansi:\n  kode: lain\n", "lain"),
        ("instansi: {kode: lain, nama: Badan}\n", "lain"),
        ("instansi: {nama: Badan, kode: 'lain'}\n", "lain"),
        ('instansi: {"kode": "lain"}\n', "lain"),
        ("instansi:\n  nama: Badan\n  'kode' : lain  # kode\n", "lain"),
        ("catatan: |\n  kode: bukan\ninstansi:\n  kode: lain\n", "lain"),
        ("instansi:\n  kode: lain_kota\n", "beda"),
        ("instansi:\n  kode: Lain\n", "beda"),
        ("# kode: lain\ninstansi:\n  nama: Badan\n", "beda"),
        ("instansi: [\n", "beda"),
        ("\ufeff\ufeff", "beda"),
    ],
)
def test_the_stated_code_is_the_one_that_finds_the_file(text: str, code: str) -> None:
    """In every style of YAML; where the text states none, it is the name's."""
    assert stated_code(Definition(Path("beda.yaml"), "beda.yaml", "beda"), text.encode()) == code


def test_a_name_that_is_no_code_finds_nothing() -> None:
    """So advice never lists it."""
    definition = Definition(Path("Kota Lain.yaml"), "Kota Lain.yaml", "Kota Lain")
    assert stated_code(definition, b"a: 1\n") is None
    assert stated_code(Definition(None, "<stdin>"), b"\xff\xfea") is None
    assert unknown_agency("Kota Lain", [(definition, b"a: 1\n")]).hint is None


def test_the_first_of_the_files_that_promised_another_code_is_named() -> None:
    """In the order of the folder, also where the code stands on one line with the rest."""
    definitions = [
        (Definition(Path("beda/a.yaml"), "beda/a.yaml", "beda"), b"instansi: {kode: lain, nama: B}\n"),
        (Definition(Path("beda/b.yaml"), "beda/b.yaml", "beda"), b"instansi:\n  kode: sana\n"),
    ]
    assert unknown_agency("beda", definitions).hint == Text(
        "'beda/a.yaml' menyatakan kode 'lain'", "'beda/a.yaml' states the code 'lain'"
    )


def test_an_unknown_word_might_have_been_a_file_too() -> None:
    """And where there is nothing, nothing is advised."""
    fault = unknown_agency("x", [], word=True)
    assert fault.message == Text(
        "tidak ada berkas atau instansi bernama 'x'", "there is no file or agency called 'x'"
    )
    assert fault.hint is None
