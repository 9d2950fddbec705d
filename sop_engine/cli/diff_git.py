"""A file as git has it: its bytes at some revision.

In: a path, and what names a revision. Out: its bytes and its name then, asked of the program ``git``, or an error that says what is not there.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sop_engine.diagnostics import Text
from sop_engine.errors import MissingProgram, UsageError
from sop_engine.library import LARGEST
from sop_engine.text import escaped, quoted

__all__ = ["Earlier", "at_revision"]

_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What would tell git of another repository than that of the folder in which it runs."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A file as it was.

    Attributes:
        name: what git calls it then, with its revision: ``HEAD~1:definitions/dumai.yaml``.
        data: its bytes.
    """

    name: str
    data: bytes


def at_revision(path: Path, name: str, revision: str, environment: Mapping[str, str]) -> Earlier:
    """A file as it was; under the name that it had then, where git sees that it was renamed since.

    Args:
        path: the file as it is now; links are followed. Its folder is where git is asked, whatever the working
            directory is.
        name: what messages call it.
        revision: anything that git takes for a commit: ``HEAD~1``, a branch, a tag.
        environment: the environment's variables.

    Raises:
        MissingProgram: there is no git.
        UsageError: the file is in no repository, there is no such revision, or it had no such file.
    """
    program = shutil.which("git", path=environment.get("PATH"))
    if program is None:
        raise MissingProgram(
            Text(
                "'--git' memerlukan program git, yang tidak terpasang",
                "'--git' needs the program git, which is not installed",
            ),
            Text(
                "pasang dari https://git-scm.com, atau sebut kedua berkasnya: sop diff LAMA BARU",
                "install it from https://git-scm.com, or name both files: sop diff OLD NEW",
            ),
        )
    real = path.resolve()
    ask = _Git(program, real.parent, environment)
    inside = ask("rev-parse", "--is-inside-work-tree")
    if inside.returncode or inside.stdout.strip() != b"true":
        raise _outside(name, inside.stderr)
    commit = _commit(ask, revision)
    # A path that begins with ./ is taken from the folder, in which git runs; it is one argument, whatever it holds.
    found = ask("cat-file", "blob", f"{commit}:./{real.name}")
    if found.returncode and (former := _former(ask, commit, real.name)) is not None:
        name, found = former, ask("cat-file", "blob", f"{commit}:{former}")
    if found.returncode:
        raise UsageError(
            Text(
                f"{quoted(name)} tidak ada pada revisi {quoted(revision)}",
                f"there is no {quoted(name)} at revision {quoted(revision)}",
            ),
            Text(
                "bila waktu itu namanya lain, simpan dahulu dengan 'git show REVISI:JALUR', lalu bandingkan kedua berkasnya",
                "if it had another name then, save it first with 'git show REVISION:PATH' and compare the two files",
            ),
        )
    if len(found.stdout) > LARGEST:
        raise UsageError(
            Text(
                f"{quoted(name)} pada revisi {quoted(revision)} terlalu besar untuk sebuah definisi",
                f"{quoted(name)} at revision {quoted(revision)} is too large for a definition",
            )
        )
    return Earlier(f"{revision}:{name}", found.stdout)


class _Git:
    """Runs git in a folder; nothing goes through a shell."""

    def __init__(self, program: str, folder: Path, environment: Mapping[str, str]) -> None:
        self.program = program
        self.folder = folder
        # A hook of git's names its repository here, which would hold for any folder. Git's words are looked at only
        # to be shown, in one language; it never waits for an answer or for a lock.
        self.environment = {
            **{key: value for key, value in environment.items() if key not in _PLACES},
            "LC_ALL": "C",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_OPTIONAL_LOCKS": "0",
        }

    def __call__(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        try:
            return subprocess.run(  # noqa: S603 - a list of words, the program found above
                [self.program, *words],
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except (OSError, ValueError) as fault:
            raise UsageError(
                Text(
                    f"git tidak dapat dijalankan: {escaped(str(fault))}",
                    f"git cannot be run: {escaped(str(fault))}",
                )
            ) from fault


def _former(ask: _Git, commit: str, file: str) -> str | None:
    """The path from the top of the repository that a file of the folder had at a commit, if git knows that it was renamed."""
    prefix = ask("rev-parse", "--show-prefix").stdout.rstrip(b"\n")
    words = ("--find-renames", "--diff-filter=R", "--name-status", "-z", commit)
    fields = ask("-c", "core.fsmonitor=false", "diff", *words).stdout.split(b"\0")
    for _, old, new in zip(fields[::3], fields[1::3], fields[2::3], strict=False):
        if new == prefix + os.fsencode(file):
            return os.fsdecode(old)
    return None


def _commit(ask: _Git, revision: str) -> str:
    """The full name of the commit that a revision means.

    Raises:
        UsageError: it means none.
    """
    # What begins with a dash would be an option of git's.
    if revision and not revision.startswith("-"):
        found = ask("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if not found.returncode:
            return found.stdout.decode("ascii", "replace").strip()
    hint = Text(
        "sebut misalnya HEAD, HEAD~1, sebuah cabang, atau sebuah tag",
        "name for example HEAD, HEAD~1, a branch or a tag",
    )
    if ask("rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        hint = Text(
            "repositori ini tidak memuat seluruh riwayatnya: ambil dengan 'git fetch --unshallow'",
            "this repository does not hold all of its history: get it with 'git fetch --unshallow'",
        )
    raise UsageError(
        Text(
            f"revisi {quoted(revision)} tidak dikenal oleh git", f"git knows no revision {quoted(revision)}"
        ),
        hint,
    )


def _outside(name: str, said: bytes) -> UsageError:
    words = said.decode("utf-8", "replace")
    hint = Text("sebut kedua berkasnya: sop diff LAMA BARU", "name both files: sop diff OLD NEW")
    if words.strip() and "not a git repository" not in words:
        own = escaped(words.strip().splitlines()[0])
        return UsageError(
            Text(
                f"git menolak membaca repositori {quoted(name)}: {own}",
                f"git refuses to read the repository of {quoted(name)}: {own}",
            ),
            hint,
        )
    return UsageError(
        Text(f"{quoted(name)} tidak berada dalam repositori git", f"{quoted(name)} is in no git repository"),
        hint,
    )
