"""Checking many definitions: on several processors as on one, and across them."""

import os
import signal
import subprocess
import sys
import time

import pytest

from sop_engine.cli import checking, processes
from sop_engine.pipeline import compile_bytes

ACROSS = ["--ignore", "SOP4,SOP5,SOP6"]
"""The settings above the working directory ignore the number that all definitions of these tests have."""

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


@pytest.fixture
def shelf(write, folder):
    """Sixty definitions, some with findings, one too faulty to be a SOP, and one that cannot be read."""
    for number in range(60):
        replace = {"nomor: 2": f"nomor: {2 + number % 3}"} if number % 4 == 0 else {}
        write(f"many/s{number:02}.yaml", kode=f"a{number}", nama=f"Laporan {number}", replace=replace)
    (folder / "many" / "s30.yaml").write_text("kegiatan: [", encoding="utf-8")
    (folder / "many" / "s31.yaml").unlink()
    (folder / "many" / "s31.yaml").symlink_to("nowhere")
    return folder / "many"


@pytest.mark.parametrize("form", ["text", "json", "concise", "github", "sarif", "junit", "html"])
def test_several_processes_give_the_same_bytes(sop, shelf, form, monkeypatch):
    """In the same order, with the same statuses, whatever finished first."""
    monkeypatch.setattr(processes, "_CHUNK", 3)
    words = ["validate", "many", "--format", form, "-o", "-"]
    one, two = sop(*words, "--jobs", "1"), sop(*words, "--jobs", "2")
    assert one == two
    assert one.status == 2
    assert "s31.yaml" in one.err


def test_where_nothing_can_be_forked_processes_begin_anew(sop, shelf, monkeypatch):
    """As on Windows: the same bytes, though each process loads all by itself."""
    one = sop("validate", "many", "--format", "json", "--jobs", "1")
    monkeypatch.setattr(processes, "get_all_start_methods", lambda: ["spawn"])
    assert sop("validate", "many", "--format", "json", "--jobs", "2") == one


def test_rules_across_sops_give_the_same_from_processes(sop, write, monkeypatch):
    """Each in a process of its own."""
    monkeypatch.setattr(checking, "PARALLEL", 2)
    for number in range(8):
        write(f"many/s{number}.yaml", kode=f"a{number % 2}", nama=f"Laporan {number}")
    one, two = (sop("validate", "many", *ACROSS, "--jobs", jobs) for jobs in ("1", "3"))
    assert one == two
    assert one.out.count("warning[SOP802]") == 6


def test_processes_obey_the_choice(sop, shelf):
    """Options reach them."""
    words = ["validate", "many", "--format", "json", "--select", "SOP209"]
    found = sop(*words, "--jobs", "2").json
    assert found == sop(*words, "--jobs", "1").json
    assert {one["code"] for one in found} == {"SOP000", "SOP001", "SOP205", "SOP209"}


def test_what_two_files_have_in_common_is_found(sop, write):
    """Rules across SOPs run where several are checked, and a comment silences what they find."""
    write("many/a.yaml", nama="Satu")
    write("many/b.yaml", nama="Dua")
    write("many/c.yaml", nama="Tiga", replace={"nomor: 01/SOP": "nomor: 01/SOP  # sop: abaikan SOP802"})
    found = sop("validate", "many", "--format", "json", *ACROSS).json
    assert [(one["code"], one["path"], one["line"]) for one in found] == [("SOP802", "many/b.yaml", 6)]
    assert sop("validate", "many/b.yaml", "--format", "json", *ACROSS).json == []
    assert sop("validate", "many", "--ignore", "SOP4,SOP5,SOP6,SOP8", "--format", "json").json == []
    text = sop("validate", "many", *ACROSS)
    assert text.out.endswith("\n\n3 files, no errors, 1 warning\n")


def test_documents_hold_each_file_once(sop, write):
    """What is found across SOPs stands among the other findings of its file."""
    write("many/a.yaml", nama="Satu")
    write("many/b.yaml", nama="Dua", replace={"nomor: 2": "nomor: 5"})
    found = sop("validate", "many", "--format", "json", *ACROSS).json
    assert [(one["code"], one["line"]) for one in found] == [("SOP802", 6), ("SOP209", 19), ("SOP209", 28)]


def test_a_single_sop_is_not_compared(sop, write):
    """One agency with one SOP: there is nothing to compare it with."""
    write("definitions/contoh.yaml")
    assert sop("validate").out == "1 file, no errors\n"


def test_an_engine_fault_in_a_process_is_told(sop, shelf, monkeypatch):
    """By its file, with status 3."""

    def broken(*_):
        raise RuntimeError("kaput")

    monkeypatch.setattr("sop_engine.cli.shelf.compile_bytes", broken)
    outcome = sop("validate", "many", "--jobs", "2")
    assert outcome.status == 3
    assert "engine fault at 'many/s00.yaml': RuntimeError: kaput" in outcome.err


def test_a_killed_process_is_told(sop, shelf, monkeypatch):
    """Not waited for for ever."""
    parent = os.getpid()

    def killed(*given):
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return compile_bytes(*given)

    monkeypatch.setattr("sop_engine.cli.shelf.compile_bytes", killed)
    outcome = sop("validate", "many", "--jobs", "2")
    assert outcome.status == 3
    assert "a process was killed from outside, perhaps for lack of memory" in outcome.err


@posix
def test_an_interrupt_ends_all_processes(folder, root, write):
    """One line, status 130, and nobody left behind."""
    for number in range(600):
        write(f"many/s{number:03}.yaml", kode=f"a{number}", replace={"nomor: 2": "nomor: 5"})
    with subprocess.Popen(
        [sys.executable, root / "cli.py", "validate", "many", "--jobs", "2"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "SOP_LANG": "en"},
    ) as process:
        # With a line out the processes are at work, and with a pipe that nobody reads they cannot end.
        assert process.stdout.readline().startswith(b"many/s000.yaml")
        os.killpg(process.pid, signal.SIGINT)
        err = process.communicate(timeout=20)[1]
    assert (process.returncode, err) == (130, b"sop: interrupted\n")
    assert nobody_is_left(process.pid)


@posix
def test_processes_end_with_the_one_that_people_see(folder, root, write):
    """Also where it is killed and can tell them nothing."""
    for number in range(600):
        write(f"many/s{number:03}.yaml", kode=f"a{number}", replace={"nomor: 2": "nomor: 5"})
    with subprocess.Popen(
        [sys.executable, root / "cli.py", "validate", "many", "--jobs", "3"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        for _ in range(200):
            process.stdout.readline()
        process.kill()
        assert process.wait(timeout=20) == -signal.SIGKILL
        assert nobody_is_left(process.pid)


def nobody_is_left(group: int) -> bool:
    """Whether all processes of a group are gone within some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_more_processes_than_definitions(sop, write):
    """The few that there are need none."""
    for name in ("a", "b"):
        write(f"many/{name}.yaml", kode=name)
    assert sop("validate", "many", "--jobs", "9") == sop("validate", "many")
