"""What is said of a new SOP on the command line: words that become roles, rows and a place for the file.

In: the values of options, and answers. Out: the parts of a ``Start``; ``UsageError`` with the shape that is wanted.
"""

import os
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from sop_engine.authoring.template import Role, Step, key_of, words_for_time
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.model.waktu import WaktuError, parse_waktu
from sop_engine.text import hostile, quoted

__all__ = [
    "UnknownRoleError",
    "code_from",
    "place_of",
    "plain",
    "role_of",
    "roles_and_steps",
    "roles_named",
    "time_of",
]

FOLDER = "definitions"
SHAPE = Text(
    "tulis 'PELAKSANA: URAIAN; WAKTU; OUTPUT; KELENGKAPAN', misalnya 'staf: Menyusun konsep; 30 menit; Konsep laporan'; "
    "yang di belakang boleh tidak ditulis",
    "write 'ROLE: URAIAN; WAKTU; OUTPUT; KELENGKAPAN', such as 'staf: Menyusun konsep; 30 menit; Konsep laporan'; "
    "the last ones may be left out",
)
"""How ``--kegiatan`` is written."""

PARTS = 4
"""How many there are behind the role."""

KEY = re.compile(r"\w[\w./-]*")
"""A role's key: what neither YAML nor ``--kegiatan`` takes for a sign of its own."""


class UnknownRoleError(UsageError):
    """Words name a role that there is not.

    Attributes:
        instead: the words with the nearest role in its place; None where none is near.
    """

    def __init__(self, message: Text, hint: Text, instead: str | None) -> None:
        super().__init__(message, hint)
        self.instead = instead


def plain(option: str, text: str | None) -> str | None:
    """What an option says on one line; None where it says nothing.

    Raises:
        UsageError: it holds characters that nobody sees.
    """
    words = " ".join((text or "").split())
    if found := hostile().search(words):
        sign = quoted(found.group())
        raise UsageError(
            Text(
                f"isi {quoted(option)} memuat karakter {sign}", f"the value of {quoted(option)} holds {sign}"
            ),
            Text("tulis lagi tanpa karakter itu", "write it again without that"),
        )
    return words or None


def code_from(text: str) -> str:
    """The code that words could be: ``Bappeda Kota`` is ``bappeda-kota``."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def place_of(output: str | None, code: str) -> str:
    """Where a new definition goes: what ``-o`` says, else the folder of definitions here, else here.

    Raises:
        UsageError: ``-o`` names what no definition is called.
    """
    name = f"{code}.yaml"
    if output is None:
        return os.path.join(FOLDER, name) if os.path.isdir(FOLDER) else name  # noqa: PTH112, PTH118 - text
    if output.endswith(("/", os.sep)) or os.path.isdir(output):  # noqa: PTH112
        return os.path.join(output, name)  # noqa: PTH118
    if output != "-" and not output.lower().endswith((".yaml", ".yml")):
        raise UsageError(
            Text(f"{quoted(output)} bukan nama definisi", f"{quoted(output)} is no name of a definition"),
            Text(
                f"definisi berakhiran .yaml: -o {output}.yaml", f"definitions end in .yaml: -o {output}.yaml"
            ),
        )
    return output


def role_of(text: str, roles: Sequence[Role]) -> Role:
    """The role that is written as ``staf=Staf Penyusun``, or as its heading alone.

    Raises:
        UsageError: its key is another role's, or none.
    """
    taken = [role.key for role in roles]
    key, equals, heading = (part.strip() for part in text.partition("="))
    if not equals:
        return Role(key_of(key, taken), key)
    if not heading or not KEY.fullmatch(key):
        raise UsageError(
            Text(f"pelaksana {quoted(text)} tidak dipahami", f"role {quoted(text)} is not understood"),
            Text(
                "tulis KUNCI=JABATAN, kuncinya satu kata: 'staf=Staf Penyusun'",
                "write KEY=HEADING, the key one word: 'staf=Staf Penyusun'",
            ),
        )
    if key in taken:
        raise UsageError(
            Text(
                f"kunci pelaksana {quoted(key)} dipakai dua kali",
                f"the role's key {quoted(key)} is used twice",
            ),
            Text("beri tiap pelaksana kunci sendiri", "give each role a key of its own"),
        )
    return Role(key, heading)


def roles_named(text: str, roles: Sequence[Role]) -> tuple[str, ...]:
    """The keys of the roles that words name: by number from 1, key or heading; several parted by ``+`` or a comma.

    Raises:
        UsageError: one of them is no role.
    """
    names = {str(number): role.key for number, role in enumerate(roles, 1)}
    names |= {role.heading.lower(): role.key for role in reversed(roles)}
    names |= {role.key.lower(): role.key for role in roles}
    found: list[str] = []
    for word in (word.strip() for word in re.split(r"[+,]", text)):
        key = names.get(word.lower())
        if key is None:
            raise _no_role(text, word, roles, names)
        found.append(key)
    return tuple(dict.fromkeys(found))


def time_of(text: str) -> str:
    """The same text, where it is a standard time, or ``{teks: ...}`` around other words.

    Raises:
        WaktuError: it is neither.
    """
    if words_for_time(text) is None:
        parse_waktu(text)
    return text


def roles_and_steps(roles: Sequence[str], steps: Iterable[str]) -> tuple[tuple[Role, ...], tuple[Step, ...]]:
    """What ``--pelaksana`` and ``--kegiatan`` say. Where no role is declared, those that rows name are.

    Raises:
        UsageError: one of them is not understood.
    """
    declared: list[Role] = []
    for text in roles:
        declared.append(role_of(text, declared))
    named = not declared
    found = []
    for text in steps:
        who, colon, rest = text.partition(":")
        parts = [part.strip() or None for part in rest.split(";")]
        if not colon or not who.strip() or not parts[0] or len(parts) > PARTS:
            raise _unclear(text, SHAPE)
        if named:
            _declare(who, declared)
        found.append(_step(text, roles_named(who, declared), parts))
    return tuple(declared), tuple(found)


def _declare(who: str, roles: list[Role]) -> None:
    """Make roles of words that name none yet."""
    for word in (word.strip() for word in re.split(r"[+,]", who)):
        if word and word.lower() not in {name for role in roles for name in (role.key, role.heading.lower())}:
            roles.append(Role(key_of(word, [role.key for role in roles]), word[:1].upper() + word[1:]))


def _step(text: str, keys: tuple[str, ...], parts: list[str | None]) -> Step:
    uraian, *rest = parts
    waktu, output, kelengkapan = [*rest, None, None, None][:3]
    try:
        if waktu is not None:
            time_of(waktu)
    except WaktuError as fault:
        problem = _unclear(text, fault.hint or SHAPE)
        problem.message = Text(
            f"{problem.message.id}: {fault.message.id}", f"{problem.message.en}: {fault.message.en}"
        )
        raise problem from fault
    return Step(uraian or "", keys, waktu, output, kelengkapan)


def _unclear(text: str, hint: Text) -> UsageError:
    subject = quoted(text)
    return UsageError(
        Text(f"--kegiatan {subject} tidak dipahami", f"--kegiatan {subject} is not understood"), hint
    )


def _no_role(text: str, word: str, roles: Sequence[Role], names: dict[str, str]) -> UnknownRoleError:
    near = get_close_matches(word.lower(), names, n=1)
    listed = ", ".join(role.key for role in roles)
    return UnknownRoleError(
        Text(f"pelaksana {quoted(word)} tidak ada", f"there is no role {quoted(word)}"),
        Text(f"maksudnya '{names[near[0]]}'?", f"did you mean '{names[near[0]]}'?")
        if near
        else Text(f"yang ada: {listed}", f"there are: {listed}"),
        text.replace(word, names[near[0]]) if near and word else None,
    )
