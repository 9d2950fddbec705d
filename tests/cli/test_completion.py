"""``sop completion``, and what shells are offered."""

import os
import shutil
import subprocess
import sys

import pytest
from click.shell_completion import get_completion_class

SCRIPTS = {
    "bash": "complete -o nosort -F _sop_completion sop",
    "zsh": "compdef _sop_completion sop",
    "fish": 'complete --no-files --command sop --arguments "(_sop_completion)";',
    "powershell": "Register-ArgumentCompleter -Native -CommandName sop",
}


@pytest.fixture
def offered(process, write):
    """What a shell is offered for a command line, by click's protocol for bash."""
    write("definitions/uji.yaml", kode="uji")
    write("definitions/dinas/masuk.yaml", kode="dinas")
    write("definitions/dinas/keluar.yaml", kode="dinas")
    write("konsep/satu.yaml")
    write("surat.yml")

    def ask(line: str, shell: str = "bash", **environment: str) -> list[str]:
        *_, begun = line.split(" ")
        word = begun if shell == "fish" else str(line.count(" "))
        asked = {"_SOP_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": word}
        result = process(environment={**asked, **environment})
        assert (result.returncode, result.stderr) == (0, b"")
        return result.stdout.decode().replace("\r\n", "\n").split("\n")[:-1]

    return ask


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sop va", ["plain,validate"]),
        ("sop --la", ["plain,--lang"]),
        ("sop show --agency ", ["plain,dinas", "plain,uji"]),
        ("sop show --agency=u", ["plain,uji"]),
        ("sop list --agency dinas --sop ", ["plain,keluar", "plain,masuk"]),
        ("sop show dinas --sop m", ["plain,masuk"]),
        ("sop new --from dinas --sop k", ["plain,keluar"]),
        ("sop show --sop u", ["plain,uji"]),
        ("sop validate ", ["plain,dinas", "plain,surat.yml", "plain,uji"]),
        ("sop validate d", ["plain,dinas", "plain,definitions/"]),
        ("sop validate konsep/", ["file,konsep/"]),
        ("sop validate nada", ["file,nada"]),
        ("sop list --definitions k", ["dir,k"]),
        ("sop list --definitions nada --agency ", [""]),
        ("sop document --paper l", ["plain,Letter", "plain,Legal"]),
        ("sop document -o x", ["file,x"]),
        ("sop validate --config s", ["file,s"]),
        ("sop validate --ignore no-ac", ["plain,no-active-verb"]),
        ("sop validate --select SOP604,sop608", ["plain,SOP604,SOP608"]),
        ("sop explain dead", ["plain,dead-end"]),
        ("sop completion ", ["plain,bash", "plain,zsh", "plain,fish", "plain,powershell"]),
        ("sop fmt --d", ["plain,--definitions", "plain,--diff"]),
    ],
)
def test_what_begins_so_is_offered(offered, line, expected):
    """Commands, options, agencies, stems, rules, words of a choice; else the shell's own files."""
    assert sorted(offered(line)) == sorted(expected)


def test_help_is_offered_in_the_run_s_language(offered):
    """Where the shell shows it."""
    assert offered("sop compl", "fish", SOP_LANG="id") == [
        "plain,completion\tTulis skrip pelengkap untuk shell."
    ]
    assert offered("sop fmt --ch", "fish") == [
        "plain,--check\tChange nothing; name the files that are not in the usual form."
    ]
    assert offered("sop show --sop m", "fish") == ["plain,masuk\tdinas"]
    # A language that is not known is a fault when the command runs, not while it is typed.
    assert offered("sop va", SOP_LANG="xx") == ["plain,validate"]


def test_definitions_are_those_that_the_command_would_use(offered, write):
    """By option or by environment; what is broken is offered by its name, what is not there not at all."""
    write("lain/baru.yaml", kode="baru")
    write("lain/rusak.yaml").write_bytes(b"\xff\xfe: [")
    assert offered("sop list --definitions lain --agency ") == ["plain,baru", "plain,rusak"]
    assert offered("sop list --agency ", SOP_DEFINITIONS="lain") == ["plain,baru", "plain,rusak"]


@pytest.mark.parametrize("shell", list(SCRIPTS))
def test_the_script_of_each_shell(sop, shell):
    """By name, however it is written, or by $SHELL."""
    if get_completion_class(shell) is None:
        pytest.skip(f"this click knows no {shell}")
    outcome = sop("completion", shell)
    assert (outcome.status, outcome.err) == (0, "")
    assert SCRIPTS[shell] in outcome.out
    assert f"_SOP_COMPLETE={shell}_complete" in outcome.out or f"'{shell}_complete'" in outcome.out
    assert sop("completion", shell.upper()) == outcome
    assert sop("completion", SHELL=f"/usr/bin/{shell}") == outcome
    assert sop("completion", SHELL=f"C:\\bin\\{shell}.exe") == outcome


def test_a_shell_that_is_not_known_is_misuse(sop, monkeypatch):
    """With those that are."""
    listed = "bash, zsh, fish, powershell"
    assert sop("completion", "csh").err == "error: shell 'csh' is unknown\n       did you mean 'zsh'?\n"
    outcome = sop("completion", SHELL="/bin/tcsh")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"error: shell '/bin/tcsh' is unknown\n       name one of: {listed}\n"
    monkeypatch.setattr("sop_engine.cli.commands.completion.os.name", "posix")
    assert sop("completion", SHELL="", SOP_LANG="id").err == (
        f"error: SHELL tidak menyebut shell yang dipakai\n       sebut salah satu: {listed}\n"
    )


def test_a_shell_that_this_click_does_not_know_is_misuse(sop, monkeypatch):
    """With the remedy: PowerShell came late."""
    monkeypatch.setattr("click.shell_completion.get_completion_class", lambda _name: None)
    assert sop("completion", "powershell").err == (
        "error: there is no completion for powershell\n       update the library click: pip install -U click\n"
    )


def test_powershell_s_protocol(offered):
    """Three lines for each: sort, value and help."""
    if get_completion_class("powershell") is None:
        pytest.skip("this click knows no powershell")
    assert offered("sop compl", "powershell") == [
        "plain",
        "completion",
        "Write the completion script of a shell.",
    ]
    assert offered("sop show --agency u", "powershell") == ["plain", "uji", "_"]


BASH = """\
eval "$(sop completion bash)"
COMP_WORDS=({words}); COMP_CWORD={at}
{before}_sop_completion sop
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def bash_major() -> int:
    """The version of bash; 0 where there is none, or only Windows' door to another system."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        return 0
    words = [bash, "--norc", "-c", "echo $BASH_VERSINFO"]
    return int(subprocess.run(words, capture_output=True, check=True, text=True).stdout)


@pytest.fixture
def with_sop(folder, root, tmp_path):
    """An environment whose PATH has ``sop``."""
    place = tmp_path / "bin"
    place.mkdir()
    script = place / "sop"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{root / "cli.py"}" "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return {**os.environ, "PATH": f"{place}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.skipif(bash_major() < 5, reason="needs bash 5, as click's script does 4.4")
@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("sop val", 1, ["validate"]),
        ("sop show --agency ''", 3, ["dinas", "uji"]),
        ("sop validate --ignore SOP501,dead", 3, ["SOP501,dead-end"]),
    ],
)
def test_real_bash_completes(write, folder, with_sop, words, at, expected):
    """The script is read and its function called as bash would."""
    write("definitions/uji.yaml", kode="uji")
    write("definitions/dinas.yaml", kode="dinas")
    script = BASH.format(words=words, at=at, before="compopt() { :; }; ")
    result = subprocess.run(
        ["bash", "--norc", "-c", script], cwd=folder, env=with_sop, capture_output=True, check=True, text=True
    )
    assert (result.stdout.split("\n")[:-1], result.stderr) == (expected, "")


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_real_fish_completes(write, folder, with_sop):
    """It asks its own function for a command line."""
    write("definitions/uji.yaml", kode="uji")
    script = "sop completion fish | source; complete -C 'sop show --agency u'"
    result = subprocess.run(
        ["fish", "--no-config", "-c", script],
        cwd=folder,
        env=with_sop,
        capture_output=True,
        check=True,
        text=True,
    )
    assert result.stdout == "uji\n"


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_real_zsh_reads_the_script(folder, with_sop):
    """Its completion needs a terminal, but the function is there."""
    script = 'autoload -U compinit; compinit -u -D; eval "$(sop completion zsh)"; print $_comps[sop]'
    result = subprocess.run(
        ["zsh", "-f", "-c", script], cwd=folder, env=with_sop, capture_output=True, check=True, text=True
    )
    assert result.stdout == "_sop_completion\n"
