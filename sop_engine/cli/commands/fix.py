"""``sop fix``: mend what can be mended by itself.

In: definitions. Out: the same files, mended; what was done in each on standard output. With ``--diff`` nothing is
written but the difference on standard output; standard input gives its mended text there.
"""

from typing import TYPE_CHECKING

import click

from sop_engine.cli.framework import Command, Option
from sop_engine.cli.naming import Naming, format_option, named, naming_params
from sop_engine.cli.run import FAULTY, Run, counted
from sop_engine.cli.table import COMMANDS
from sop_engine.diagnostics import Severity, Text

if TYPE_CHECKING:
    from sop_engine.cli.mending import Outcome

__all__ = ["command"]


@named
def fix(
    run: Run,
    naming: Naming,
    format: str,
    select: str | None,
    ignore: str | None,
    *,
    unsafe: bool,
    diff: bool,
) -> None:
    """Mend the definitions, or show what would be mended."""
    from dataclasses import replace  # noqa: PLC0415 - loaded when called

    from sop_engine.cli.mending import choice_to_mend, mend_all  # noqa: PLC0415
    from sop_engine.cli.selection import choose, refuse_packaged  # noqa: PLC0415

    codes = _codes(select, ignore)
    selection = choose(run, naming)
    if not diff:
        refuse_packaged(naming, selection)
    choice = choice_to_mend(run)
    if select is not None:
        # What is named one by one is looked for, even where it is off.
        choice = replace(choice, off=choice.off - (codes or frozenset()))
    telling = _Telling(run, as_json=format == "json", diff=diff)
    for outcome in mend_all(selection, choice, unsafe=unsafe, codes=codes, write=not diff):
        telling.tell(outcome)
    telling.close()
    if diff and telling.changed and not run.status:
        raise click.exceptions.Exit(FAULTY)


def _codes(select: str | None, ignore: str | None) -> frozenset[str] | None:
    """The codes whose findings are mended; None for all.

    Raises:
        UsageError: a word names none.
    """
    if select is None and ignore is None:
        return None
    from sop_engine.rules.explain import matching  # noqa: PLC0415 - only these options need it

    wanted = {kind.code for kind in matching("ALL" if select is None else select)}
    return frozenset(wanted - {kind.code for kind in matching(ignore)} if ignore else wanted)


def _difference(outcome: "Outcome", *, safe: bool) -> str:
    """What would change in a file, as a patch."""
    from sop_engine.cli.differences import difference  # noqa: PLC0415 - only --diff needs it

    return difference(outcome.definition.name, outcome.before, outcome.after, safe=safe)


class _Telling:
    """Says what was done, file by file, and adds it up."""

    def __init__(self, run: Run, *, as_json: bool, diff: bool) -> None:
        self.run = run
        self.as_json = as_json
        self.diff = diff
        self.changed = 0
        self.fixed = 0
        self.more = 0
        self.left = dict.fromkeys(Severity, 0)
        self.given: list[dict[str, object]] = []

    def tell(self, outcome: "Outcome") -> None:
        """Count a definition, and say what was done in it."""
        from sop_engine.cli.mending import line_of  # noqa: PLC0415 - loaded when called

        self.run.count(outcome.left)
        self.changed += outcome.changed
        self.fixed += len(outcome.result.applied)
        self.more += outcome.more
        for found in outcome.left:
            self.left[found.severity] += 1
        if self.as_json:
            self.given.append(self._json(outcome))
            return
        line = line_of(self.run, outcome, done=not self.diff)
        self._give(outcome)
        if line is not None:
            self._say(line, outcome)

    def _give(self, outcome: "Outcome") -> None:
        """Put the difference, or the text of standard input, on standard output."""
        if self.diff:
            self.run.out(_difference(outcome, safe=self.run.terminal))
        elif outcome.definition.path is None:
            self.run.out_bytes(outcome.after)

    def _say(self, line: str, outcome: "Outcome") -> None:
        if self.diff or outcome.definition.path is None:
            self.run.note(line)
        else:
            self.run.out(f"{line}\n")

    def _json(self, outcome: "Outcome") -> dict[str, object]:
        from sop_engine.cli.facts import path_json  # noqa: PLC0415 - only JSON needs it

        result = outcome.result
        given: dict[str, object] = {
            "path": path_json(outcome.definition),
            "changed": outcome.changed,
            "fixed": result.counts,
            "left_out": [found.code for found, _ in result.left_out],
            "unsafe": outcome.more,
            "left": {
                str(severity): sum(found.severity is severity for found in outcome.left)
                for severity in Severity
            },
        }
        if self.diff:
            given["diff"] = _difference(outcome, safe=False)
        elif outcome.definition.path is None:
            given["text"] = result.text
        return given

    def close(self) -> None:
        """Give the document, or the line that adds it all up."""
        run = self.run
        if self.as_json:
            if run.files:
                run.out_json(self.given)
            return
        if not run.files:
            return
        number = run.files
        files = Text(f"{number} berkas", f"{number} file{'' if number == 1 else 's'}")
        if not self.changed:
            done = Text("tidak ada yang diubah", "nothing changed")
        elif self.diff:
            done = Text(
                f"{self.changed} akan diubah, {self.fixed} dapat diperbaiki",
                f"{self.changed} would be changed, {self.fixed} can be fixed",
            )
        else:
            done = Text(
                f"{self.changed} diubah, {self.fixed} diperbaiki",
                f"{self.changed} changed, {self.fixed} fixed",
            )
        parts = [f"{run.say(files)}, {run.say(done)}"]
        if left := counted(self.left, run.language):
            parts.append(
                run.say(Text(f"masih ada {left} (lihat 'sop validate')", f"{left} left (see 'sop validate')"))
            )
        if self.more:
            parts.append(
                run.say(
                    Text(
                        f"{self.more} lagi dapat diperbaiki dengan --unsafe",
                        f"{self.more} more can be fixed with --unsafe",
                    )
                )
            )
        run.note("; ".join(parts))


command = Command(
    "fix",
    fix,
    words=Text(
        f"{COMMANDS['fix'].id}\n\nTanpa SOP: semua definisi dalam folder 'definitions' terdekat; definisi bawaan program "
        "tidak diubah. Hanya yang pasti aman: nomor baris beserta rujukannya, penulisan waktu, tanggal, dan NIP, penanda "
        "butir, spasi di akhir baris, dan sejenisnya. Bagian lain berkas, termasuk komentarnya, tetap seperti semula.\n\n"
        "--unsafe juga memperbaiki yang perlu dilihat kembali: kata yang agaknya salah ketik, jumlah waktu yang keliru, "
        "teks tanpa tanda kutip, nomor baris yang juga disebut di dalam teks. Status keluar 0: tanpa kesalahan; 1: masih ada kesalahan, atau --diff menampilkan "
        "perubahan; 2: salah pakai atau berkas tidak terbaca; 3: mesin gagal.",
        f"{COMMANDS['fix'].en}\n\nWithout a SOP: all definitions in the nearest folder 'definitions'; those that come with "
        "the program are not changed. Only what is certainly safe: numbers of rows with what refers to them, the spelling "
        "of times, dates and NIPs, markers in front of items, spaces at the end of lines and the like. All else in the "
        "file, comments included, stays as it was.\n\n--unsafe also mends what somebody should look at: words that seem "
        "misspelt, a wrong total, texts without their quotes, numbers of rows that texts tell too. Exit status 0: no errors; 1: errors are left, or --diff "
        "shows a change; 2: wrong usage or an unreadable file; 3: engine fault.",
    ),
    examples=(
        "sop fix",
        "sop fix dumai.yaml --diff",
        "sop fix konsep/ --unsafe --select SOP201,SOP202",
        "sop fix - < dumai.yaml",
    ),
    params=[
        *naming_params(),
        Option(
            ["--unsafe"],
            Text("Juga perbaiki yang perlu dilihat kembali.", "Also mend what somebody should look at."),
            is_flag=True,
        ),
        Option(
            ["--diff"],
            Text(
                "Tampilkan perubahannya saja, tanpa menulis; status keluar 1 bila ada.",
                "Only show what would change, write nothing; exit status 1 if anything would.",
            ),
            is_flag=True,
        ),
        Option(
            ["--select"],
            Text("Hanya perbaiki temuan ini.", "Mend only these findings."),
            Text("KODE,...", "CODE,..."),
        ),
        Option(
            ["--ignore"],
            Text("Biarkan temuan ini.", "Leave these findings alone."),
            Text("KODE,...", "CODE,..."),
        ),
        format_option(("text", "json"), Text("Bentuk; bawaan: text.", "Form; default: text."), "text"),
    ],
)
