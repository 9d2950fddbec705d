"""What-if, as a user says it: read, and refused."""

from fractions import Fraction

import pytest

from sop_engine import compile_sop
from sop_engine.analysis.scenario import BranchShare, RowTime, Scenario
from sop_engine.analysis.scenario_words import scenario_of
from sop_engine.errors import UsageError
from sop_engine.graph.process import ProcessGraph
from sop_engine.model.waktu import parse_waktu

SOP = """\
versi_format: 1
instansi: {kode: uji, nama: Badan Uji}
identitas: {nama: Uji}
pelaksana: {staf: Staf, kepala: Kepala}
kegiatan:
  - {nomor: 1, uraian: Menyusun, pelaksana: staf, mutu_baku: {waktu: 30 menit}}
  - {nomor: 2, uraian: Menyalin, pelaksana: staf, mutu_baku: {waktu: {bersama: 1}}}
  - nomor: 3
    uraian: Memeriksa
    pelaksana: kepala
    cabang: {Ya: {ke: 4a, peluang: 60%}, Tidak: {ke: 1, peluang: 30%}, Belum lengkap: {ke: selesai, peluang: 10%}}
    mutu_baku: {waktu: 1 jam}
  - nomor: 4
    uraian: Meneliti
    simbol:
      - {id: 4a, pelaksana: staf, lanjut: 4b}
      - {id: 4b, pelaksana: kepala, cabang: {Y: 5, T: 4a}}
    mutu_baku: {waktu: 1 hari}
  - {nomor: 5, id: arsip.akhir, uraian: Mengarsipkan, pelaksana: staf, mutu_baku: {waktu: Segera}}
"""


def graph() -> ProcessGraph:
    """The procedure above; row 5 is called ``arsip.akhir``."""
    found = compile_sop(SOP.replace("Y: 5", "Y: arsip.akhir")).graph
    assert found is not None
    assert found.complete
    return found


def test_times_and_shares_are_read() -> None:
    """Rows by id, a dot in it or not; branches in letters of any case; percents, decimals with comma or point."""
    words = ["1=15menit", "arsip.akhir = 1-2 hari", "3.tidak=30%", "4b.T=0,25", "3 . Belum  lengkap = 0.1"]
    assert scenario_of(words, graph()) == Scenario(
        (RowTime("1", parse_waktu("15 menit")), RowTime("arsip.akhir", parse_waktu("1-2 hari"))),
        (
            BranchShare("3", "Tidak", Fraction(3, 10)),
            BranchShare("4b", "T", Fraction(1, 4)),
            BranchShare("3", "Belum lengkap", Fraction(1, 10)),
        ),
    )


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["7"], "what-if '7' is not understood", "write for example 7=15menit or 5.Tidak=30%"),
        (["=3"], "what-if '=3' is not understood", "write for example 7=15menit or 5.Tidak=30%"),
        (["7=1 jam"], "row '7' is unknown", "there are: '1', '2', '3', '4', 'arsip.akhir'"),
        (["arsip.ahir=1 jam"], "row 'arsip.ahir' is unknown", "did you mean 'arsip.akhir'?"),
        (["4a=1 jam"], "'4a' is a symbol; a time is that of a row", "did you mean '4'?"),
        (["3.Tidk=30%"], "decision '3' has no branch 'Tidk'", "did you mean '3.Tidak'?"),
        (["4b.Z=30%"], "decision '4b' has no branch 'Z'", "there are: '4b.Y', '4b.T'"),
        (["1.Ya=30%"], "step '1' is no decision", "did you mean '3.Ya'?"),
        (
            ["1.Baik=30%"],
            "step '1' is no decision",
            "there are: '3.Ya', '3.Tidak', '3.Belum lengkap', '4b.Y', '4b.T'",
        ),
        (["tidak=30%"], "row 'tidak' is unknown", "did you mean '3.Tidak'?"),
        (["4.T=30%"], "row '4.T' is unknown", "did you mean '4b.T'?"),
        (
            ["3=30%"],
            "what-if '3=30%' names no branch of decision '3'",
            "did you mean '3.Ya=30%' or '3.Tidak=30%' or '3.Belum lengkap=30%'?",
        ),
        (["3.Ya=30"], "what-if '3.Ya=30': '30' is not a probability", "did you mean '30%'?"),
        (
            ["3.Ya=30 persen"],
            "what-if '3.Ya=30 persen': '30 persen' is not a probability",
            "did you mean '30%'?",
        ),
        (
            ["3.Ya=101"],
            "what-if '3.Ya=101': '101' is not a probability",
            "write 20% or 0.2; at most 100%",
        ),
        (
            ["1=1 jam,3.Ya=30%"],
            "what-if '1=1 jam,3.Ya=30%' says more than one thing",
            "give each with a --what-if of its own",
        ),
        (
            ["3.Ya=130%"],
            "what-if '3.Ya=130%': '130%' is not a probability",
            "write 20% or 0.2; at most 100%",
        ),
        (["3.Ya=-0.1"], "what-if '3.Ya=-0.1': '-0.1' is not a probability", "write 20% or 0.2; at most 100%"),
        (
            ["1=Segera"],
            "what-if '1=Segera': 'Segera' is not a measured time",
            "write for example 7=15menit or 5.Tidak=30%",
        ),
        (["1=1 jam", "1=2 jam"], "'1' is given twice", "give it once"),
        (["3.Ya=10%", "3.ya=20%"], "'3.Ya' is given twice", "give it once"),
        (
            ["3.Ya=90%", "3.Tidak=20%"],
            "the probabilities given for '3' add up to 110%, not 100%",
            "a branch that is not named takes the rest",
        ),
        (
            ["3.Ya=50.0001%", "3.Tidak=50%"],
            "the probabilities given for '3' add up to 100 1/10000%, not 100%",
            "a branch that is not named takes the rest",
        ),
        (
            ["4b.Y=90%", "4b.T=5%"],
            "the probabilities given for '4b' add up to 95%, not 100%",
            "a branch that is not named takes the rest",
        ),
    ],
)
def test_what_cannot_be_is_refused(words: list[str], message: str, hint: str) -> None:
    """In words that name it, with what was probably meant."""
    with pytest.raises(UsageError) as fault:
        scenario_of(words, graph())
    assert fault.value.message.en == message
    assert fault.value.hint is not None
    assert fault.value.hint.en == hint


def test_an_unreadable_time_says_what_was_meant() -> None:
    """The words of the time's own fault, and its nearest reading."""
    with pytest.raises(UsageError) as fault:
        scenario_of(["1=5 minit"], graph())
    assert fault.value.message.en.startswith("what-if '1=5 minit': ")
    assert fault.value.message.id.startswith("andaian '1=5 minit': ")
    assert fault.value.hint is not None
    assert fault.value.hint.id == "maksudnya '5 menit'?"


def test_a_row_for_corrections_belongs_to_its_decision() -> None:
    """``5 -> 6 -> 5``: the branch is that of 5, however it is asked for; row 6 has a time and no share."""
    found = compile_sop(
        SOP.replace("Tidak: {ke: 1, peluang: 30%}", "Tidak: {ke: 2, peluang: 30%}").replace(
            "{waktu: {bersama: 1}}}", "{waktu: 5 menit}, lanjut: 3}"
        )
    ).graph
    assert found is not None
    assert scenario_of(["3.Tidak=10%"], found).shares == (BranchShare("3", "Tidak", Fraction(1, 10)),)
    with pytest.raises(UsageError) as fault:
        scenario_of(["2.Tidak=10%"], found)
    assert fault.value.hint is not None
    assert fault.value.hint.id == "maksudnya '3.Tidak'?"
