"""One defect, one finding: what follows from a fault is not reported beside it."""

import pytest

from sop_engine.pipeline import compile_bytes
from tests.quiet import quiet

HEAD = """\
versi_format: 1
instansi: {kode: contoh, nama: Dinas Contoh}
identitas: {nama: Contoh}
pelaksana: {staf: Staf, kabag: Kepala Bagian}
kegiatan:
"""
ONE = "  - {nomor: 1, uraian: Menyusun, pelaksana: staf}\n"
TWO = "  - {nomor: 2, uraian: Memeriksa, pelaksana: kabag}\n"
THREE = "  - {nomor: 3, uraian: Mengarsipkan, pelaksana: staf}\n"

DEFECTS = {
    "an unknown target that would have reached the next rows": (
        "SOP202",
        "  - {nomor: 1, uraian: Menyusun, pelaksana: staf, lanjut: dua}\n" + TWO + THREE,
    ),
    "a row that is no mapping": (
        "SOP103",
        (
            "  - {nomor: 1, uraian: Menyusun, pelaksana: staf, lanjut: 2}\n"
            "  - Memeriksa\n"
            "  - {nomor: 3, uraian: Mengarsipkan, pelaksana: kabag, mutu_baku: {waktu: {bersama: 2}}}\n"
            "tampilan: {alur: [{dari: 2, ke: 3}]}\n"
        ),
    ),
    "a shared time that cannot be read": (
        "SOP500",
        (
            "  - {nomor: 1, uraian: A, pelaksana: staf, mutu_baku: {waktu: 1 jam}}\n"
            "  - {nomor: 2, uraian: B, pelaksana: kabag, mutu_baku: {waktu: {bersma: 1}}}\n"
            "  - {nomor: 3, uraian: C, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}\n"
        ),
    ),
    "a nomor of a wrong kind": ("SOP103", ONE + TWO + "  - {nomor: [3], uraian: A, pelaksana: staf}\n"),
    "branches of a wrong kind": (
        "SOP103",
        ONE + "  - {nomor: 2, uraian: Memeriksa, pelaksana: kabag, cabang: [3, 1]}\n" + THREE,
    ),
    "a branch without a target": (
        "SOP103",
        ONE + "  - {nomor: 2, uraian: Memeriksa, pelaksana: kabag, cabang: {Ya: , Tidak: 1}}\n" + THREE,
    ),
    "a probability that cannot be read": (
        "SOP104",
        ONE
        + "  - nomor: 2\n    uraian: A\n    pelaksana: kabag\n"
        + "    cabang: {Ya: {ke: 3, peluang: banyak}, Tidak: {ke: 1, peluang: 20%}}\n"
        + THREE,
    ),
    "a misspelt role that leaves a lane empty": (
        "SOP201",
        ONE + "  - {nomor: 2, uraian: Memeriksa, pelaksana: kabbag}\n",
    ),
    "two ways on at once": (
        "SOP106",
        ONE + "  - {nomor: 2, uraian: A, pelaksana: kabag, lanjut: 1, cabang: {Ya: 3, Tidak: 1}}\n" + THREE,
    ),
    "a decision whose other branch would have reached a row": (
        "SOP305",
        ONE + "  - {nomor: 2, uraian: A, pelaksana: kabag, cabang: {Ya: selesai}}\n" + THREE,
    ),
    "a row without a name that only a name could reach": (
        "SOP205",
        "  - {nomor: 1, uraian: A, pelaksana: staf, lanjut: 2}\n  - {uraian: B, pelaksana: staf}\n" + TWO,
    ),
    "a start that is an end": (
        "SOP303",
        "  - {nomor: 1, uraian: A, pelaksana: staf, lanjut: selesai}\n" + TWO + THREE,
    ),
    "a circle that the whole procedure ends in": (
        "SOP302",
        ONE + "  - {nomor: 2, uraian: A, pelaksana: kabag, lanjut: 3}\n"
        "  - {nomor: 3, uraian: B, pelaksana: kabag, lanjut: 2}\n",
    ),
    "a circle behind a split": (
        "SOP302",
        "  - {nomor: 1, uraian: A, pelaksana: staf, lanjut: [2, 3]}\n"
        "  - {nomor: 2, uraian: B, pelaksana: kabag, lanjut: 2}\n" + THREE,
    ),
    "a loop into one arm of a joined split": (
        "SOP312",
        "  - {nomor: 1, uraian: A, pelaksana: staf, lanjut: [2, 3]}\n"
        "  - {nomor: 2, uraian: B, pelaksana: kabag, lanjut: 4}\n"
        + THREE
        + "  - {nomor: 4, uraian: C, pelaksana: staf, gabung: semua}\n"
        "  - {nomor: 5, uraian: D, pelaksana: staf, cabang: {Ya: selesai, Tidak: 3}}\n",
    ),
    "an unreachable arm of a join": (
        "SOP301",
        "  - {nomor: 1, uraian: A, pelaksana: staf, lanjut: 3}\n"
        "  - {nomor: 2, uraian: B, pelaksana: kabag, lanjut: 4}\n"
        + THREE
        + "  - {nomor: 4, uraian: C, pelaksana: staf, gabung: semua}\n",
    ),
    "arms that end apart": (
        "SOP317",
        "  - {nomor: 1, uraian: A, pelaksana: staf, lanjut: [2, 3]}\n"
        "  - {nomor: 2, uraian: B, pelaksana: kabag, lanjut: selesai}\n" + THREE,
    ),
    "a join that only one arm comes to": (
        "SOP317",
        "  - {nomor: 1, uraian: A, pelaksana: staf, lanjut: [2, selesai]}\n"
        + TWO
        + "  - {nomor: 3, uraian: C, pelaksana: staf, gabung: semua}\n",
    ),
    "an arm that goes back and another that ends": (
        "SOP315",
        ONE
        + "  - {nomor: 2, uraian: B, pelaksana: kabag, lanjut: [3, selesai]}\n"
        + "  - {nomor: 3, uraian: C, pelaksana: staf, lanjut: 1}\n",
    ),
    "a decision that goes round and on at once": (
        "SOP317",
        "  - {nomor: 1, uraian: A, pelaksana: staf, cabang: {Ya: 2, Tidak: [1, 3]}}\n"
        "  - {nomor: 2, uraian: B, pelaksana: kabag, lanjut: selesai}\n" + THREE,
    ),
    "a row without a time in a merged cell": (
        "SOP210",
        "  - {nomor: 1, uraian: A, pelaksana: staf, mutu_baku: {waktu: 1 jam}}\n"
        + TWO
        + "  - {nomor: 3, uraian: C, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}\n"
        "  - {nomor: 4, uraian: D, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}\n",
    ),
    "two roles in one text": ("SOP201", "  - nomor: 1\n    uraian: A\n    pelaksana: staf, kabag\n"),
    "a first row without a name": ("SOP205", "  - {uraian: A, pelaksana: staf}\n" + TWO),
    "a nomor that is a mapping": ("SOP103", "  - {nomor: {a: b}, uraian: A, pelaksana: staf}\n" + TWO),
    "two hints for one arrow": (
        "SOP211",
        ONE + TWO + "tampilan: {alur: [{dari: 1, ke: 2, keluar: kiri}, {dari: 1, ke: 2, keluar: kanan}]}\n",
    ),
    "a hint for an arrow to a misspelt step": (
        "SOP211",
        ONE + TWO + "tampilan: {alur: [{dari: 1, ke: duaa}]}\n",
    ),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_is_one_finding(name: str) -> None:
    """Exactly one finding, of the code that says what is really wrong."""
    code, rows = DEFECTS[name]
    assert [
        found.code for found in compile_bytes((HEAD + rows).encode(), "sop.yaml", None, quiet()).diagnostics
    ] == [code]


def test_a_fault_elsewhere_hides_nothing() -> None:
    """A bad date, a bad time and a misspelt role stand beside a dead end."""
    text = HEAD.replace("{nama: Contoh}", "{nama: Contoh, tanggal_efektif: kemarin}") + (
        "  - {nomor: 1, uraian: A, pelaksana: staff, mutu_baku: {waktu: 5 minit}}\n"
        "  - {nomor: 2, uraian: B, pelaksana: kabag, lanjut: 1}\n"
    )
    found = compile_bytes(text.encode(), "sop.yaml", None, quiet()).diagnostics
    assert [one.code for one in found] == ["SOP105", "SOP302", "SOP201", "SOP500"]
