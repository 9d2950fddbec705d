"""docs/ci.md and the hooks for pre-commit: what stands there is what works."""

import json
import os
import re
import subprocess
import sys
from itertools import chain
from pathlib import Path
from shutil import which

import pytest
import yaml

from sop_engine.cli.register_data import CSV_KEYS

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PROGRAMS = Path(sys.executable).parent

SOUND = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nomor: 01/SOP, nama: Pengarsipan Surat}
pelaksana: {staf: Staf Arsip, kepala: Kepala Badan}
kegiatan:
  - {nomor: 1, uraian: Mencatat surat, pelaksana: staf}
  - {nomor: 2, uraian: Memeriksa surat, pelaksana: kepala}
"""
FAULTY = SOUND.replace("pelaksana: kepala}", "pelaksana: kepal}")
GAP = SOUND.replace("nomor: 2", "nomor: 3")


def blocks(kind: str) -> list[str]:
    """The blocks of one language on the page."""
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


def run(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, in English, with the programs of this Python in reach."""
    found = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    found |= {
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}",
        "SOP_LANG": "en",
        "PYTHONUTF8": "1",
        **environment,
    }
    found.pop("SOP_DEFINITIONS", None)
    return subprocess.run(
        words, cwd=folder, env=found, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a sound definition."""
    (tmp_path / "definitions").mkdir()
    (tmp_path / "definitions" / "contoh.yaml").write_text(SOUND, encoding="utf-8")
    return tmp_path


def test_every_command_of_the_page_runs(folder: Path) -> None:
    """None is wrong usage, and each file that is named is written."""
    pattern = r"(?:^\$ |run: |- |bin/|\"command\": \")(sop (?:validate|list) definitions[^\n'\"]*)"
    commands = re.findall(pattern, PAGE, re.MULTILINE)
    assert len(commands) >= 11
    for command in commands:
        _, *words = command.split()
        found = run(sys.executable, "-m", "sop_engine", *words, "--force", folder=folder)
        assert (found.returncode, command) == (0, command), found.stderr
    assert json.loads((folder / "sop.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (folder / "sop.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_every_key_of_the_register_is_on_the_page(folder: Path) -> None:
    """In CSV and in JSON, with no other beside them."""
    table = PAGE.partition("| CSV | JSON |")[2].partition("\n\n")[0]
    rows = [line.split(" | ") for line in table.splitlines()[2:]]
    in_csv = [re.findall(r"`(\w+)`", row[0]) for row in rows]
    in_json = [
        key if row[1] == "the same" else re.findall(r"`(\w+)", row[1])
        for key, row in zip(in_csv, rows, strict=True)
    ]
    assert sorted(chain(*in_csv)) == sorted(CSV_KEYS)
    listed = run(sys.executable, "-m", "sop_engine", "list", "--format", "json", folder=folder)
    assert set(chain(*in_json)) == set(json.loads(listed.stdout)[0])


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        (SOUND, ("definitions", "--strict", "--level", "warning"), 0),
        (GAP, ("definitions",), 0),
        (GAP, ("definitions", "--strict"), 1),
        (FAULTY, ("definitions",), 1),
        (SOUND, ("tidak-ada",), 2),
    ],
)
def test_exit_statuses_are_those_of_the_table(
    folder: Path, text: str, words: tuple[str, ...], status: int
) -> None:
    """The same in every format."""
    (folder / "definitions" / "contoh.yaml").write_text(text, encoding="utf-8")
    options = [] if "--strict" not in words else ["--select", "SOP1,SOP2"]
    for form in ("text", "sarif"):
        command = (sys.executable, "-m", "sop_engine", "validate", *words, *options, "--format", form)
        assert run(*command, folder=folder).returncode == status


def test_the_examples_are_what_they_claim_to_be() -> None:
    """Two files for pre-commit, a workflow, a pipeline: well-formed, with the keys that their servers want."""
    hooks, deeper, workflow, pipeline = map(yaml.safe_load, blocks("yaml"))
    known = {hook["id"] for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))}
    for config in (hooks, deeper):
        assert {hook["id"] for repo in config["repos"] for hook in repo["hooks"]} <= known
    steps = workflow["jobs"]["sop"]["steps"]
    assert steps[-1]["with"]["sarif_file"] in steps[-2]["run"]
    assert pipeline["sop"]["artifacts"]["reports"]["junit"] in pipeline["sop"]["script"][-1]


def test_the_pattern_for_editors_reads_the_concise_form(folder: Path) -> None:
    """Each part comes out of its group."""
    (task,) = json.loads(blocks("json")[0])["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    (folder / "definitions" / "contoh.yaml").write_text(FAULTY, encoding="utf-8")
    words = ("validate", "definitions", "--format", "concise", "--select", "SOP201")
    found = run(sys.executable, "-m", "sop_engine", *words, folder=folder)
    matches = [match for line in found.stdout.splitlines() if (match := re.match(pattern["regexp"], line))]
    assert len(matches) == 1
    parts = {key: matches[0][pattern[key]] for key in ("file", "line", "column", "severity", "code")}
    assert parts == {
        "file": str(Path("definitions", "contoh.yaml")),
        "line": "7",
        "column": "52",
        "severity": "error",
        "code": "SOP201",
    }


def test_the_hooks_are_valid(tmp_path: Path) -> None:
    """By pre-commit's own validators: the manifest, and both configurations of the page."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    assert (
        run(sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS), folder=ROOT).returncode == 0
    )
    for text in blocks("yaml")[:2]:
        config = tmp_path / "config.yaml"
        config.write_text(text, encoding="utf-8")
        found = run(sys.executable, "-m", "pre_commit", "validate-config", str(config), folder=tmp_path)
        assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def outcomes(folder: Path, home: Path, *wanted: str) -> list[str]:
    """What becomes of a commit of all that is in a git repository, hook by hook.

    The installed program stands in for the new installation that pre-commit would make.
    """
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    if which("git") is None:
        pytest.skip("git is not installed")
    hooks = [
        {**hook, "language": "system"}
        for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
        if hook["id"] in wanted
    ]
    config = yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    run("git", "init", "-q", folder=folder)
    run("git", "add", "-A", folder=folder)
    found = run(
        *(sys.executable, "-m", "pre_commit", "run", "--color", "never"),
        folder=folder,
        PRE_COMMIT_HOME=str(home),
        HOME=str(home),
    )
    return re.findall(r"^sop .*?(Passed|Failed|Skipped)$", found.stdout, re.MULTILINE)


def test_the_hooks_that_change_files_stop_the_commit_once(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The first time they mend and set in form; what they made passes."""
    home = tmp_path_factory.mktemp("home")
    definition = folder / "definitions" / "contoh.yaml"
    definition.write_text(GAP.replace("versi_format: 1", "versi_format:   1"), encoding="utf-8")
    assert outcomes(folder, home, "sop-fix", "sop-fmt") == ["Failed", "Failed"]
    assert definition.read_text(encoding="utf-8") == SOUND
    assert outcomes(folder, home, "sop-fix", "sop-fmt") == ["Passed", "Passed"]


def test_the_hooks_that_check_run(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """In a git repository: quiet without a definition, passing a warning or not, failing an error."""
    home = tmp_path_factory.mktemp("home")
    checks = ("sop-validate", "sop-validate-strict")
    definition = folder / "definitions" / "contoh.yaml"
    definition.rename(folder / "contoh.yaml")
    assert outcomes(folder, home, *checks) == ["Skipped", "Skipped"]
    for text, expected in (
        (SOUND, ["Passed", "Passed"]),
        (GAP, ["Passed", "Failed"]),
        (FAULTY, ["Failed", "Failed"]),
    ):
        definition.write_text(text, encoding="utf-8")
        (folder / "sop.toml").write_text('select = ["SOP1", "SOP2"]\n', encoding="utf-8")
        assert outcomes(folder, home, *checks) == expected
