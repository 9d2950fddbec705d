"""Silencers: which findings go, which stay, and what is wrong with a silencer."""

import pytest

from sop_engine.compiled import Compiled
from sop_engine.pipeline import compile_bytes
from sop_engine.rules.run import check
from sop_engine.rules.silence import silence
from tests.quiet import quiet

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf}
kegiatan:
  - {nomor: 1, uraian: Menyusun, pelaksana: staf}
"""


def compiled(rows: str) -> Compiled:
    """A definition of one good row and some others; the first of them stands on line 7."""
    return compile_bytes((HEAD + rows).encode(), "sop.yaml", None, quiet())


def left(rows: str) -> list[str]:
    """Line, column, code and words of what is left."""
    sop = compiled(rows)
    assert sop.document is not None
    return [
        f"{one.start.line}:{one.start.column} {one.code} {one.message.en}"
        for one in quiet().applied(silence(sop.document, check(sop)))
    ]


GAP = "  - {nomor: 3, uraian: Memeriksa, pelaksana: staf}"


def test_without_silencers_everything_stays() -> None:
    """The very same findings, in order."""
    sop = compiled(f"{GAP}  # catatan biasa\n")
    assert sop.document is not None
    assert silence(sop.document, check(sop)) == check(sop) != ()


@pytest.mark.parametrize(
    "rows",
    [
        f"{GAP}  # sop: abaikan SOP209\n",
        f"{GAP}  #sop:abaikan sop209\n",
        f"  # sop: abaikan SOP209\n{GAP}\n",
        f"# sop: abaikan SOP209 seperti pada sumber\n# catatan lain\n{GAP}\n",
        f"# sop: abaikan SOP209, begitu tercetak (SOP301)\n{GAP}\n",
    ],
)
def test_a_silenced_warning_is_gone(rows: str) -> None:
    """At the end of its line or alone above it, with or without a reason."""
    assert left(rows) == []


def test_only_its_line_and_its_code_are_silenced() -> None:
    """The same code on another line stays, as does another code on the line."""
    rows = (
        f"{GAP}  # sop: abaikan SOP209\n"
        "  - {nomor: 5, uraian: Membuat, pelaksana: [staf, staf]}  # sop: abaikan SOP402\n"
        "  # sop: abaikan SOP209,SOP402\n"
        "  - {nomor: 7, uraian: Memaraf, pelaksana: [staf, staf]}\n"
    )
    assert left(rows) == ["8:13 SOP209 nomor jumps from 3 to 5"]


def test_a_silencer_above_an_empty_line_silences_nothing() -> None:
    """It is for the line right behind it."""
    assert left(f"# sop: abaikan SOP209\n\n{GAP}\n") == [
        "7:16 SOP021 there is no SOP209 on line 8",
        "9:13 SOP209 nomor jumps from 1 to 3",
    ]


def test_errors_cannot_be_silenced() -> None:
    """The error stays, and the attempt is a finding."""
    row = "  - {nomor: 2, uraian: Memeriksa, pelaksana: stap}  # sop: abaikan SOP201\n"
    assert left(row) == [
        "7:46 SOP201 pelaksana 'stap' is not declared",
        "7:68 SOP020 SOP201 (unknown-role) is an error and cannot be silenced",
    ]


@pytest.mark.parametrize(
    ("comment", "finding"),
    [
        ("# sop: abaikan SOP998", "7:68 SOP020 code 'SOP998' is unknown"),
        ("# sop: abaikan SOP", "7:68 SOP020 code 'SOP' is unknown"),
        ("# sop: abaikan SOP208, ini", "7:68 SOP021 there is no SOP208 on line 7"),
        ("# sop: abaikan", "7:60 SOP020 'abaikan' without a code"),
        ("# sop: abaikan ini", "7:60 SOP020 'abaikan' without a code"),
        ("# sop: abiakan SOP208", "7:60 SOP020 'abiakan' is no word of a 'sop:' comment"),
        ("# sop: SOP208", "7:60 SOP020 'SOP208' is no word of a 'sop:' comment"),
        ("# sop: lihat dokumen sumber", None),
        ("# sopir: abaikan SOP208", None),
    ],
)
def test_bad_silencers(comment: str, finding: str | None) -> None:
    """Unknown codes, no codes and other words are warnings, an idle silencer an info; notes are left alone."""
    row = f"  - {{nomor: 2, uraian: Memeriksa, pelaksana: staf}}  {comment}\n"
    assert left(row) == ([] if finding is None else [finding])
