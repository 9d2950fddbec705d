"""``sop new``: the beginning of a SOP.

In: options, and answers where somebody sits at a terminal; or another SOP as a pattern. Out: a new definition with
comments, its path, and what to do next.
"""

import os
import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from sop_engine.cli.framework import Command, Name, Option, run_of
from sop_engine.cli.naming import Naming, place_options
from sop_engine.cli.run import Run
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError
from sop_engine.text import escaped, quoted

if TYPE_CHECKING:
    from sop_engine.authoring.template import Start
    from sop_engine.compiled import Compiled

__all__ = ["command"]

SCHEMA = "sop.schema.json"
UP = 3
"""How many folders above the new file the schemas may stand."""


@click.pass_context
def new(
    ctx: click.Context,
    /,
    source: str | None,
    sop: str | None,
    definitions: str | None,
    config: str | None,
    output: str | None,
    **said: str | tuple[str, ...] | None,
) -> None:
    """Begin a definition."""
    from sop_engine.cli.beginning import place_of  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.completing import only_agency  # noqa: PLC0415
    from sop_engine.cli.pattern import known_office, office_of, pattern_of  # noqa: PLC0415
    from sop_engine.cli.prompts import at_terminal  # noqa: PLC0415
    from sop_engine.cli.questions import ask_for_code, ask_for_rest  # noqa: PLC0415

    run = run_of(ctx)
    run.config = config
    start = _said(said)
    if sop is not None and source is None:
        raise UsageError(
            Text("--sop disebut tanpa --from", "--sop is given without --from"),
            Text("tulis --from KODE --sop NAMA", "write --from CODE --sop NAME"),
        )
    pattern = None
    if source is not None:
        pattern = pattern_of(run, Naming((source,), None, sop, definitions), start)
        if pattern is None:
            return
    code = start.kode or (office_of(pattern).get("kode") if pattern else None)
    complete = code is not None and bool(start.nama)
    asking = not complete and source != "-" and at_terminal()
    if not (complete or asking):
        raise _missing(code, start)
    if asking and start.kode is None:
        start = replace(start, kode=ask_for_code(run, code or only_agency(ctx)))
    target = place_of(output, start.kode or code or "")
    _refuse_place(target, start)
    if asking:
        known = office_of(pattern) if pattern else known_office(run, definitions, start.kode or "")
        start = ask_for_rest(run, start, known, pattern=pattern is not None)
    _write(run, target, start, pattern)


def _said(said: "dict[str, str | tuple[str, ...] | None]") -> "Start":
    """What the options say."""
    from sop_engine.authoring.template import Start  # noqa: PLC0415 - loaded when called
    from sop_engine.cli.beginning import code_from, plain, roles_and_steps  # noqa: PLC0415
    from sop_engine.library import CODE  # noqa: PLC0415

    single = {name: plain(f"--{name}", value) for name, value in said.items() if not isinstance(value, tuple)}
    several = {
        name: tuple(filter(None, (plain(f"--{name}", one) for one in value)))
        for name, value in said.items()
        if isinstance(value, tuple)
    }
    code = single["kode"]
    if code is not None and not CODE.fullmatch(code):
        near = code_from(code) or "contoh"
        raise UsageError(
            Text(f"kode {quoted(code)} tidak dapat dipakai", f"code {quoted(code)} cannot be used"),
            Text(
                f"hanya huruf kecil, angka, dan tanda hubung: {near}",
                f"small letters, digits and hyphens only: {near}",
            ),
        )
    roles, steps = roles_and_steps(several["pelaksana"], several["kegiatan"])
    return Start(
        code,
        single["nama"] or "",
        single["pemerintah"],
        single["instansi"],
        single["nomor"],
        single["jabatan"],
        roles,
        steps,
        single["unit"],
    )


def _missing(code: str | None, start: "Start") -> UsageError:
    missing = [name for name, there in (("--kode", code), ("--nama", start.nama)) if not there]
    listed = ", ".join(missing)
    return UsageError(
        Text(f"yang perlu disebut: {listed}", f"what must be given: {listed}"),
        Text(
            "misalnya --kode bappeda-contoh --nama 'Pengumpulan Data Kinerja'; di terminal keduanya ditanyakan",
            "such as --kode bappeda-contoh --nama 'Pengumpulan Data Kinerja'; at a terminal both are asked for",
        ),
    )


def _refuse_place(target: str, start: "Start") -> None:
    """Say it before a long row of questions, not behind."""
    from sop_engine.cli.beginning import code_from  # noqa: PLC0415 - loaded when called
    from sop_engine.output import ExistsError, probe  # noqa: PLC0415

    if target == "-":
        return
    if not os.path.lexists(target):
        probe(target)
        return
    fault = ExistsError(target)
    stem = os.path.splitext(target)[0]  # noqa: PTH122 - text
    other = f"{stem}/{code_from(start.nama) or 'sop-baru'}.yaml"
    fault.hint = Text(f"pilih nama lain: -o {other}", f"choose another name: -o {other}")
    raise fault


def _write(run: Run, target: str, start: "Start", pattern: "Compiled | None") -> None:
    """Write the definition, and the schema where there is none."""
    from sop_engine.authoring.pattern import from_template  # noqa: PLC0415 - loaded when called
    from sop_engine.authoring.template import new_definition  # noqa: PLC0415
    from sop_engine.cli.pattern import with_logo  # noqa: PLC0415
    from sop_engine.model.schema import schema_text  # noqa: PLC0415
    from sop_engine.output import ExistsError, Product, create, make_folder  # noqa: PLC0415

    folder = os.path.dirname(target)  # noqa: PTH120 - text
    if folder and not os.path.lexists(folder):
        make_folder(folder)
    schema = _schema(folder)
    start = replace(start, schema=schema or SCHEMA)
    text = (
        new_definition(start)
        if pattern is None
        else from_template(pattern, with_logo(start, pattern, folder))
    )
    if target == "-":
        run.out_bytes(text.encode())
        return
    create(Product(target, text.encode()))
    run.out(f"{escaped(target)}\n")
    if schema is None:
        beside = os.path.join(folder, SCHEMA)  # noqa: PTH118
        try:
            create(Product(beside, schema_text().encode()))
        except ExistsError:
            pass
        else:
            run.note(
                run.say(
                    Text(
                        f"{beside} juga ditulis, agar editor dapat membantu mengisi",
                        f"{beside} was written too, so that editors can help to fill it in",
                    )
                )
            )
    _next_steps(run, target)


def _schema(folder: str) -> str | None:
    """Where the schema stands, seen from a folder; None where it does not."""
    places = [*("../" * up + "schemas/" + SCHEMA for up in range(UP + 1)), SCHEMA, f"../{SCHEMA}"]
    return next((place for place in places if os.path.isfile(os.path.join(folder, place))), None)  # noqa: PTH113, PTH118


def _next_steps(run: Run, target: str) -> None:
    named = _as_typed(target)
    run.note(run.say(Text("Langkah berikutnya:", "What to do next:")))
    for command, words in (
        ("validate", Text("periksa isinya", "check it")),
        ("preview", Text("sunting dan lihat di peramban", "edit and see it in the browser")),
        ("document", Text("cetak sebagai PDF", "print it as a PDF")),
    ):
        run.note(f"  {f'sop {command} {named}':{len(named) + 14}}  {run.say(words)}")


def _as_typed(path: str) -> str:
    """A path as a shell takes it for one word, and a command for no option."""
    path = os.path.join(os.curdir, path) if path.startswith("-") else path  # noqa: PTH118 - text
    if os.name != "nt" and any(sign in path for sign in '"$`\\!'):
        return shlex.quote(path)
    return path if all(sign.isalnum() or sign in "-_./\\:" for sign in path) else f'"{path}"'


def _text_option(name: str, words: Text, *, several: bool = False) -> Option:
    return Option([name], words, Text("TEKS", "TEXT"), multiple=several)


command = Command(
    "new",
    new,
    words=Text(
        f"{COMMANDS['new'].id}\n\nDi terminal pertanyaan diajukan satu per satu, kecuali --kode dan --nama sudah "
        "disebut. Yang tidak disebut dibiarkan kosong dengan catatan tentang isinya. Berkas yang sudah ada tidak pernah "
        "ditimpa.\n\nKegiatan ditulis 'PELAKSANA: URAIAN; WAKTU; OUTPUT; KELENGKAPAN'; yang di belakang boleh tidak "
        "ditulis, dua pelaksana digabung dengan '+'.",
        f"{COMMANDS['new'].en}\n\nAt a terminal questions are asked one by one, unless --kode and --nama are given. What "
        "is not said is left empty, with a note on what belongs there. A file that is there is never overwritten.\n\nAn "
        "activity is written 'ROLE: URAIAN; WAKTU; OUTPUT; KELENGKAPAN'; the last ones may be left out, two roles are "
        "joined by '+'.",
    ),
    examples=(
        "sop new",
        "sop new --kode bappeda --nama 'Data Kinerja' --pelaksana 'staf=Staf'",
        "sop new --kode bappeda --nama 'Data Kinerja' \\",
        "          --kegiatan 'staf: Menyusun konsep; 30 menit; Konsep laporan'",
        "sop new --from dumai --nama 'Rencana Aksi' -o rencana-aksi.yaml",
    ),
    params=[
        _text_option(
            "--kode",
            Text(
                "Kode instansi: huruf kecil, angka, tanda hubung.",
                "The agency's code: small letters, digits, hyphens.",
            ),
        ),
        _text_option(
            "--pemerintah", Text("Pemerintah di atas instansi.", "The government above the agency.")
        ),
        _text_option("--instansi", Text("Nama resmi instansi.", "The agency's official name.")),
        _text_option("--unit", Text("Unit di dalam instansi.", "The unit within the agency.")),
        _text_option("--nama", Text("Nama SOP.", "The name of the SOP.")),
        _text_option("--nomor", Text("Nomor SOP.", "The number of the SOP.")),
        _text_option("--jabatan", Text("Jabatan yang mengesahkan.", "The office of who signs it.")),
        _text_option(
            "--pelaksana",
            Text(
                "Satu lajur, KUNCI=JABATAN atau JABATAN; boleh berulang, kiri ke kanan.",
                "A lane, KEY=HEADING or HEADING; repeatable, left to right.",
            ),
            several=True,
        ),
        _text_option(
            "--kegiatan",
            Text(
                "Satu baris tabel; boleh berulang, atas ke bawah.",
                "A row of the table; repeatable, top to bottom.",
            ),
            several=True,
        ),
        Option(
            ["--from", "source"],
            Text(
                "SOP sebagai pola: berkas atau kode instansi.",
                "A SOP as a pattern: a file, or an agency's code.",
            ),
            Text("SOP", "SOP"),
        ),
        Option(
            ["--sop"],
            Text(
                "Pola menurut nama berkasnya, bila instansi punya beberapa.",
                "The pattern, by its file's name, among several.",
            ),
            Text("NAMA", "NAME"),
        ),
        *place_options(),
        Option(
            ["-o", "--output"],
            Text(
                "Berkas baru; bawaan: definitions/KODE.yaml, atau KODE.yaml.",
                "The new file; default: definitions/CODE.yaml, or CODE.yaml.",
            ),
            Text("BERKAS", "FILE"),
            type=Name(),
        ),
    ],
)
