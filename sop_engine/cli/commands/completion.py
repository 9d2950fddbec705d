"""``sop completion``: the script by which a shell completes commands, options and names of SOPs.

In: the name of a shell, or ``$SHELL``. Out: the script, for the shell to read.
"""

import os

import click

from sop_engine.cli.framework import Choice, Command, run_of
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import quoted

__all__ = ["command"]

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.pass_context
def completion(ctx: click.Context, /, shell: str | None) -> None:
    """Write the script."""
    from click.shell_completion import ShellComplete, get_completion_class  # noqa: PLC0415 - loaded when called

    from sop_engine.cli.app import COMPLETE  # noqa: PLC0415 - the group knows this command

    run = run_of(ctx)
    name = shell or _own(run)
    kind = get_completion_class(name)
    if kind is None:
        raise UsageError(
            Text(f"pelengkap untuk {name} tidak tersedia", f"there is no completion for {name}"),
            Text(
                "perbarui pustaka click: pip install -U click",
                "update the library click: pip install -U click",
            ),
        )
    # A shell of this kind need not be here: the script may be for another machine.
    run.out(ShellComplete.source(kind(ctx.find_root().command, {}, "sop", COMPLETE)))


def _own(run: Run) -> str:
    """The shell that the command was called from, as far as the environment tells.

    Raises:
        UsageError: it does not, or names one that cannot be completed.
    """
    path = run.environment.get("SHELL", "")
    name = os.path.basename(path.replace("\\", "/")).removesuffix(".exe").lower()  # noqa: PTH119 - text
    if name in SHELLS:
        return name
    if not path and os.name == "nt":
        return "powershell"
    message = (
        Text(f"shell {quoted(path)} tidak dikenal", f"shell {quoted(path)} is unknown")
        if path
        else Text("SHELL tidak menyebut shell yang dipakai", "SHELL does not say which shell is used")
    )
    listed = ", ".join(SHELLS)
    raise UsageError(message, Text(f"sebut salah satu: {listed}", f"name one of: {listed}"))


command = Command(
    "completion",
    completion,
    words=Text(
        f"{COMMANDS['completion'].id}\n\nSesudah dipasang, tombol Tab melengkapi perintah, opsi, kode instansi, nama SOP, "
        "dan kode temuan. Tanpa nama shell: yang disebut SHELL.\n\nbash dan zsh: tambahkan baris contoh ke ~/.bashrc atau "
        "~/.zshrc. fish: tulis ke ~/.config/fish/completions/sop.fish. PowerShell: tambahkan baris contoh ke berkas "
        "$PROFILE (belum diuji di Windows).",
        f"{COMMANDS['completion'].en}\n\nOnce it is installed, Tab completes commands, options, agencies' codes, names of "
        "SOPs and codes of findings. Without the name of a shell: the one that SHELL names.\n\nbash and zsh: add the line "
        "of the examples to ~/.bashrc or ~/.zshrc. fish: write to ~/.config/fish/completions/sop.fish. PowerShell: add "
        "the line to the file $PROFILE (not yet tried on Windows).",
    ),
    examples=(
        "sop completion",
        'eval "$(sop completion bash)"',
        'eval "$(sop completion zsh)"',
        "sop completion fish > ~/.config/fish/completions/sop.fish",
        "sop completion powershell | Out-String | Invoke-Expression",
    ),
    params=[click.Argument(["shell"], required=False, metavar="SHELL", type=Choice(SHELLS))],
)
