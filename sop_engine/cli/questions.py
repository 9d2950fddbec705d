"""The guided start of a SOP: one plain question after another.

In: what the options have said already. Out: the same with the answers.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sop_engine.authoring.template import Role, Start, Step
from sop_engine.cli.beginning import UnknownRoleError, code_from, role_of, roles_named, time_of
from sop_engine.cli.prompts import AgainError, ask
from sop_engine.cli.run import Run
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.library import CODE
from sop_engine.model.waktu import WaktuError

__all__ = ["ask_for_code", "ask_for_rest"]

WELCOME = Text(
    "Jawab pertanyaan berikut. Enter saja memakai isi dalam kurung siku; semua dapat diubah nanti.\n"
    "Ctrl-C membatalkan, dan tidak ada yang ditulis.",
    "Answer these questions. Enter alone takes what is in brackets; all can be changed later.\n"
    "Ctrl-C cancels, and nothing is written.",
)
IDENTITY = (
    (
        "pemerintah",
        Text("Pemerintah di atas instansi", "Government above the agency"),
        "Pemerintah Kota Contoh",
        "pemerintah",
    ),
    ("instansi", Text("Nama instansi", "Name of the agency"), "Badan Perencanaan Pembangunan Daerah", "nama"),
    ("unit", Text("Unit di dalam instansi", "Unit within the agency"), "Sekretariat", "unit"),
    ("nama", Text("Nama SOP", "Name of the SOP"), "Pengumpulan Data Kinerja", ""),
    ("nomor", Text("Nomor SOP", "Number of the SOP"), "01/SOP/Bappeda", ""),
    ("jabatan", Text("Jabatan yang mengesahkan", "Office of who signs it"), "Kepala Bappeda", "jabatan"),
)
"""What is asked for one after the other: a part of ``Start``, the question, an example, and what is known as that."""


def ask_for_code(run: Run, default: str | None) -> str:
    """Greet, and ask for the agency's code.

    Raises:
        KeyboardInterrupt: there will be no answer.
    """
    for line in run.say(WELCOME).split("\n"):
        run.note(line)
    question = Text("Kode instansi: huruf kecil tanpa spasi", "Code of the agency: small letters, no spaces")
    return (
        ask(run, question, example=_same("bappeda-contoh"), default=default, needed=True, check=_code) or ""
    )


def ask_for_rest(run: Run, start: Start, known: Mapping[str, str], *, pattern: bool) -> Start:
    """Ask for what was not said yet.

    Args:
        run: whose language is spoken.
        start: what was said.
        known: what is known of the agency: ``pemerintah``, ``nama``, ``unit``, ``jabatan``.
        pattern: rows and roles are another SOP's.

    Returns:
        The same with the answers.

    Raises:
        KeyboardInterrupt: there will be no answer.
    """
    start = _identity(run, start, known)
    if pattern:
        return start
    if not start.roles:
        start = replace(start, roles=_roles(run))
    if start.roles and not start.steps:
        start = replace(start, steps=_steps(run, start.roles))
    return start


def _identity(run: Run, start: Start, known: Mapping[str, str]) -> Start:
    answers: dict[str, Any] = {
        name: ask(run, question, example=_same(example), default=known.get(office), needed=name == "nama")
        for name, question, example, office in IDENTITY
        if not getattr(start, name)
    }
    return replace(start, **answers)


def _roles(run: Run) -> tuple[Role, ...]:
    """The roles from left to right, until nothing is answered."""
    run.note("")
    run.note(
        run.say(
            Text(
                "Pelaksana: jabatan yang mengerjakan, dari lajur kiri ke kanan. Enter saja bila sudah semua.",
                "Roles: the offices that do the work, from the left lane to the right. Enter alone when there are no more.",
            )
        )
    )
    examples = ("Staf Penyusun", "Kepala Subbagian Perencanaan", "Kepala Badan")
    roles: list[Role] = []
    while True:
        number = len(roles) + 1
        example = examples[min(number, len(examples)) - 1]

        def check(answer: str) -> str:
            return _checked(answer, lambda words: role_of(words, roles))

        answer = ask(run, Text(f"Pelaksana {number}", f"Role {number}"), example=_same(example), check=check)
        if answer is None:
            return tuple(roles)
        roles.append(role_of(answer, roles))


def _steps(run: Run, roles: tuple[Role, ...]) -> tuple[Step, ...]:
    """The rows from top to bottom, until nothing is answered."""
    run.note("")
    run.note(
        run.say(
            Text(
                "Kegiatan: satu baris tabel tiap kali. Enter saja pada uraian bila sudah semua.",
                "Activities: a row of the table each. Enter alone at the uraian when there are no more.",
            )
        )
    )
    for number, role in enumerate(roles, 1):
        run.note(f"  {number}  {role.key}  {role.heading}")
    steps: list[Step] = []
    while True:
        number = len(steps) + 1
        uraian = ask(
            run,
            Text(
                f"Kegiatan {number}: uraian, diawali kata kerja", f"Activity {number}: uraian, a verb first"
            ),
            example=_same("Menyusun konsep laporan" if number == 1 else "Memeriksa konsep laporan"),
        )
        if uraian is None:
            return tuple(steps)
        steps.append(_step(run, uraian, roles, steps[-1] if steps else None))


def _step(run: Run, uraian: str, roles: tuple[Role, ...], before: Step | None) -> Step:
    """The rest of a row."""
    who = ask(
        run,
        Text("  Siapa, dengan angka atau kuncinya", "  Who, by number or key"),
        example=Text("1, atau 1+2 bila bersama", "1, or 1+2 for both") if len(roles) > 1 else None,
        default=before.roles[0] if before else roles[0].key,
        needed=True,
        check=lambda answer: _checked(answer, lambda words: roles_named(words, roles)),
    )
    return Step(
        uraian,
        roles_named(who or "", roles),
        kelengkapan=ask(
            run,
            Text("  Kelengkapan: dokumen yang dibutuhkan", "  Kelengkapan: the document it needs"),
            example=_same("Rencana aksi"),
            default=before.output if before else None,
        ),
        waktu=ask(run, Text("  Waktu", "  Time"), example=_same("30 menit"), check=_time),
        output=ask(
            run, Text("  Output: hasilnya", "  Output: what comes of it"), example=_same("Konsep laporan")
        ),
    )


def _checked(answer: str, check: Callable[[str], object]) -> str:
    """The same answer, where a check finds no fault of usage in it."""
    try:
        check(answer)
    except UsageError as fault:
        hint = fault.hint or Text("", "")
        message = Text(f"{fault.message.id}; {hint.id}", f"{fault.message.en}; {hint.en}")
        # Enter alone takes what was meant, not whoever was offered before.
        instead = fault.instead if isinstance(fault, UnknownRoleError) else None
        raise AgainError(message, instead) from fault
    return answer


def _code(answer: str) -> str:
    if CODE.fullmatch(answer):
        return answer
    raise AgainError(
        Text("hanya huruf kecil, angka, dan tanda hubung", "small letters, digits and hyphens only"),
        code_from(answer) or None,
    )


def _time(answer: str) -> str:
    try:
        return time_of(answer)
    except WaktuError as fault:
        # What is offered stands in the next question's brackets; its hint would only say it twice.
        hint = None if fault.instead else fault.hint
        message = fault.message
        if hint is not None:
            message = Text(f"{message.id}; {hint.id}", f"{message.en}; {hint.en}")
        # Other words are taken too, but only by whoever means them.
        raise AgainError(
            message, fault.instead or (None if "{" in answer else f"{{teks: {answer}}}")
        ) from fault


def _same(words: str) -> Text:
    """An example: what is written on the sheet is Indonesian in both languages."""
    return Text(words, words)
