"""``sop`` as a process: pipes, encodings, full disks, interrupts and exit statuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX only")
FULL = Path("/dev/full")


def test_statuses_are_the_processes_own(process, write, folder):
    """0, 1 and 2; findings on standard output, faults on standard error."""
    write("a.yaml")
    write("b.yaml", replace={"nomor: 2": "nomer: 2"})
    statuses = [
        process("validate", *words).returncode for words in (["a.yaml"], ["b.yaml"], ["c.yaml"], ["--zzz"])
    ]
    assert statuses == [0, 1, 2, 2]


def test_a_code_page_does_not_matter(process, write):
    """Letters that cp1252 does not have come out as UTF-8."""
    path = write("x.yaml", nama="表")
    for encoding in ("cp1252", "ascii:strict"):
        done = process(
            "list", path.name, environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert "contoh  x    01/SOP  表" in done.stdout.decode("utf-8")
        done = process("show", path.name, environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
        assert "Ya → 3" in done.stdout.decode("utf-8")


@posix
def test_file_names_that_are_no_utf8_are_shown_by_their_bytes(process, write, folder):
    """In text and in JSON; the file is read all the same."""
    path = write("x.yaml", replace={"nomor: 2": "nomer: 2"})
    name = b"a\xff.yaml"
    try:
        path.rename(folder / os.fsdecode(name))
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    done = process("validate", name)
    assert done.returncode == 1
    assert done.stdout.startswith(b"a\\xff.yaml:19:5: error[SOP101]")
    done = process("validate", name, "--format", "json")
    assert json.loads(done.stdout)[0]["path"] == "a\udcff.yaml"


@posix
@pytest.mark.parametrize("words", [["validate", "many"], ["list", "many"], ["--help"]])
def test_a_reader_that_goes_away_is_no_fault(process, write, words):
    """``| head``: no word on standard error, no status that a shell would stop at."""
    write("many/a.yaml")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = process(*words, stdout=writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@posix
def test_a_reader_that_goes_away_early_does_not_hide_what_was_found(process, write):
    """The findings so far still count."""
    write("many/a.yaml", replace={"nomor: 2": "nomer: 2"})
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = process("validate", "many", stdout=writer)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full there")
@pytest.mark.parametrize(
    "words",
    [["validate", "a.yaml"], ["list", "a.yaml"], ["--help"], ["schema"], ["flowchart", "a.yaml", "-o", "-"]],
)
def test_a_full_disk_behind_standard_output_is_said(process, write, words):
    """Status 2 and one line."""
    write("a.yaml")
    with FULL.open("wb") as full:
        done = process(*words, stdout=full)
    assert done.returncode == 2
    assert done.stderr == b"error: cannot write to standard output: no space is left on the disk\n"


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full there")
def test_a_full_disk_behind_both_streams_still_has_a_status(process, write):
    """There is nobody left to tell."""
    write("a.yaml")
    with FULL.open("wb") as full:
        assert process("validate", "a.yaml", stdout=full, stderr=full).returncode == 2
        assert process("validate", "no.yaml", stdout=full, stderr=full).returncode == 2


@posix
@pytest.mark.parametrize("streams", ["1", "2", "1 2", "0"])
def test_closed_streams_are_no_traceback(folder, write, root, streams):
    """Standard output closed is an output that cannot be written; the others do no harm."""
    write("a.yaml")
    closed = " ".join(f"{stream}>&-" for stream in streams.split())
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" "$@" {closed}', sys.executable, root / "cli.py", "validate", "a.yaml"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == (2 if "1" in streams else 0)
    expected = b"error: cannot write to standard output: it is closed\n" if streams == "1" else b""
    assert done.stderr == expected


@posix
def test_standard_input_that_is_closed_is_misuse(folder, root):
    """It cannot be read."""
    done = subprocess.run(
        [
            "/bin/sh",
            "-c",
            'exec "$0" "$@" 0<&-',
            sys.executable,
            root / "cli.py",
            "validate",
            "-",
            "--lang",
            "en",
        ],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"error: cannot read '<stdin>': it is closed\n"


@posix
def test_an_interrupt_is_one_line(folder, root):
    """Status 130, no traceback, as after ^C while it waits for standard input."""
    script = (
        "import os, signal, sys, time\n"
        f"sys.path.insert(0, {str(root)!r})\n"
        "from sop_engine.cli import main, shelf\n"
        "shelf.read_stdin = lambda _: (os.kill(os.getpid(), signal.SIGINT), time.sleep(60))\n"
        "sys.argv = ['sop', 'validate', '-', '--lang', 'en']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"sop: interrupted\n")


@pytest.mark.skipif(not Path("/dev/fd/0").exists(), reason="no /dev/fd there")
def test_a_pipe_that_is_named_is_read(process, write):
    """As shells' ``<(...)`` make them."""
    path = write("a.yaml")
    with path.open("rb") as file:
        done = process("validate", "/dev/fd/0", stdin=file)
    assert (done.returncode, done.stdout) == (0, b"1 file, no errors\n")


def test_standard_input_is_bytes(process, write):
    """No code page reads it."""
    path = write("a.yaml", nama="表 é")
    with path.open("rb") as file:
        done = process("list", "-", stdin=file, environment={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert "表 é" in done.stdout.decode("utf-8")


def test_help_loads_neither_models_nor_graph(folder, root):
    """Its whole cost is click's and a few tables': it loads nothing heavy that was not there before."""
    heavy = (
        "pydantic",
        "networkx",
        "yaml",
        "rich",
        "graphviz",
        "json",
        "pathlib",
        "sop_engine.model",
        "sop_engine.reading",
    )
    script = (
        "import sys\n"
        "before = set(sys.modules)\n"
        f"sys.path.insert(0, {str(root)!r})\n"
        "from sop_engine.cli.app import app\n"
        "app.main(['--help'], standalone_mode=False)\n"
        f"print([name for name in {heavy!r} if name in sys.modules.keys() - before], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sop va", ["plain,validate"]),
        ("sop list --format x", ["plain,xlsx"]),
        ("sop list --str", ["plain,--strict"]),
    ],
)
def test_shells_complete_commands_options_and_words(process, words, offered):
    """By click's own way: ``_SOP_COMPLETE=bash_source sop`` gives the script."""
    number = len(words.split(" ")) - 1
    variables = {"_SOP_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number)}
    done = process(environment=variables)
    assert (done.stdout.decode().splitlines(), done.stderr) == (offered, b"")
