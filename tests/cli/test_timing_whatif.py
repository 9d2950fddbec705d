"""``sop duration --expected --what-if`` as an analyst uses it: a procedure with a row for corrections, and every typo."""

import pytest

DEFINITION = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan Contoh}
identitas: {nama: Laporan}
pelaksana: {staf: Staf Penyusun, kasubbag: Kasubbag}
kegiatan:
  - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf, mutu_baku: {waktu: 2 hari}}
  - {nomor: 5, uraian: Memeriksa, pelaksana: kasubbag, cabang: {Ya: 7, Tidak: 6}, mutu_baku: {waktu: 1 jam}}
  - {nomor: 6, uraian: Memperbaiki, pelaksana: staf, lanjut: 5, mutu_baku: {waktu: 20 menit}}
  - {nomor: 7, uraian: Menandatangani, pelaksana: kasubbag, mutu_baku: {waktu: 1 hari}}
"""


@pytest.fixture
def laporan(folder):
    """The definition of this page, in a file; a test may write it anew."""
    path = folder / "laporan.yaml"
    path.write_text(DEFINITION, encoding="utf-8")
    return path


def test_corrections_are_named_by_their_decision(sop, laporan):
    """As written: row 5 twice, row 6 once: 2 hari, 2 x 60 + 20 menit, 1 hari; each round 80 menit, variance 2 x 80^2.

    With 30%: row 5 is done 10/7 times and row 6 3/7 times: 85 5/7 + 8 4/7 + 15 menit = 1 jam 49 menit 17 detik. The
    variance of rounds is (3/10) / (7/10)^2 = 30/49: 80 x sqrt(30/49) = 62,6 menit.
    """
    words = ("--what-if", "7=15menit", "--what-if", "5.Tidak=0.3")
    outcome = sop("duration", "laporan.yaml", "--expected", *words)
    assert outcome.status == 0
    assert outcome.out == (
        "3 hari 1 jam 20 menit\n"
        "\n"
        "Average by the probabilities of branches (worked out, not by runs of chance)\n"
        "  elapsed: 3 hari 2 jam 20 menit\n"
        "  standard deviation: ≈ 1 jam 53 menit 8 detik\n"
        "  work: 3 hari 2 jam 20 menit\n"
        "  how often steps are done: 5 2x\n"
        "  assumed, since no 'peluang' says it: 5.Ya 50%, 5.Tidak 50%\n"
        "    write 'peluang' on its branches, or try --what-if 5.Tidak=30%\n"
        "\n"
        "What if 7=15menit, 5.Tidak=0.3\n"
        "                            As written                What if\n"
        "  sum of all rows           3 hari 1 jam 20 menit     2 hari 1 jam 35 menit\n"
        "  average elapsed           3 hari 2 jam 20 menit     ≈ 2 hari 1 jam 49 menit 17 detik\n"
        "  standard deviation        ≈ 1 jam 53 menit 8 detik  ≈ 1 jam 2 menit 36 detik\n"
        "  average work              3 hari 2 jam 20 menit     ≈ 2 hari 1 jam 49 menit 17 detik\n"
        "  how often steps are done  5 2x, 6 1x                5 1.43x, 6 0.43x\n"
    )


def test_a_what_if_that_never_ends_says_so(sop, laporan):
    """No dash without a reason."""
    lines = sop("duration", "laporan.yaml", "--expected", "--what-if", "5.Tidak=1").out.splitlines()
    assert lines[-4:] == [
        "  sum of all rows     3 hari 1 jam 20 menit     3 hari 1 jam 20 menit",
        "  average elapsed     3 hari 2 jam 20 menit     this path goes round for ever (steps 5, 6)",
        "  standard deviation  ≈ 1 jam 53 menit 8 detik  -",
        "  average work        3 hari 2 jam 20 menit     this path goes round for ever (steps 5, 6)",
    ]


def test_the_spread_follows_the_unit(sop, laporan):
    """1,8856 jam of 7,5 hours a day are 0,2514 hari kerja."""
    lines = sop("duration", "laporan.yaml", "--expected", "--in", "hari-kerja").out.splitlines()
    assert "  standard deviation: ≈ 1 jam 53 menit 8 detik (≈ 0,25 hari kerja)" in lines


@pytest.mark.parametrize(
    ("before", "after", "words", "line"),
    [
        ("cabang: {Ya: 7, Tidak: 6}", "lanjut: 7", (), "none: branches do not change it"),
        ("20 menit", "2 hari", (), "cannot be told; the units do not compare (see --in)"),
        ("20 menit", "2 bulan", ("--in", "jam"), "cannot be told; the units do not compare"),
        (
            "20 menit",
            "20-40 menit",
            (),
            "≈ 1 jam 53 menit 8 detik; 2 jam 21 menit 25 detik (shortest; longest ranges)",
        ),
    ],
)
def test_how_far_cases_are_spread(sop, laporan, before, after, words, line):
    """Nothing varies; several units vary; a conversion that cannot help is not advised; 100 x sqrt 2 = 141,42 menit."""
    text = DEFINITION.replace(before, after)
    laporan.write_text(
        text.replace("nomor: 6,", "nomor: 6, bentuk: mulai,") if "lanjut: 7" in text else text, "utf-8"
    )
    lines = sop("duration", "laporan.yaml", "--expected", *words).out.splitlines()
    assert f"  standard deviation: {line}" in lines


def test_nothing_measured_has_no_spread(sop, laporan):
    """What is not measured is spread neither far nor little."""
    text = DEFINITION
    for time in ("2 hari", "1 jam", "20 menit", "1 hari"):
        text = text.replace(f"waktu: {time}", "waktu: Segera")
    laporan.write_text(text, encoding="utf-8")
    out = sop("duration", "laporan.yaml", "--expected").out
    assert "  elapsed: not measured\n  work: not measured\n" in out


def test_what_is_nearly_never_done_is_not_told_as_never(sop, laporan):
    """Row 6 is done 1/999 times, row 5 1 1/999 times; a share of 0,04% is no 0%."""
    text = DEFINITION.replace("Tidak: 6", "Tidak: {ke: 6, peluang: 0.1%}")
    laporan.write_text(text, encoding="utf-8")
    lines = sop("duration", "laporan.yaml", "--expected").out.splitlines()
    assert "  how often steps are done: 5 ≈ 1x, 6 <0.01x" in lines
    text = DEFINITION.replace(
        "{Ya: 7, Tidak: 6}", "{Ya: {ke: 7, peluang: 99.92%}, Tidak: 6, Belum lengkap: 6}"
    )
    laporan.write_text(text, encoding="utf-8")
    lines = sop("duration", "laporan.yaml", "--expected").out.splitlines()
    assert "  assumed, since no 'peluang' says it: 5.Tidak <0.1%, 5.Belum lengkap <0.1%" in lines
    assert "    write 'peluang' on its branches, or try --what-if \"5.Belum lengkap=30%\"" in lines


@pytest.mark.parametrize(
    ("word", "message", "hint"),
    [
        ("6.Tidak=0.3", "langkah '6' bukan keputusan", "maksudnya '5.Tidak'?"),
        ("Tidak=0.3", "baris 'Tidak' tidak dikenal", "maksudnya '5.Tidak'?"),
        (
            "5=30%",
            "andaian '5=30%' tidak menyebut cabang keputusan '5'",
            "maksudnya '5.Ya=30%' atau '5.Tidak=30%'?",
        ),
        ("5.Tdk=30%", "keputusan '5' tidak punya cabang 'Tdk'", "yang ada: '5.Ya', '5.Tidak'"),
        ("5.Tidak=30", "andaian '5.Tidak=30': '30' bukan peluang", "maksudnya '30%'?"),
        (
            "7=15 minit",
            "andaian '7=15 minit': 'minit' tidak dikenal dalam waktu '15 minit'",
            "maksudnya '15 menit'?",
        ),
        ("77=15menit", "baris '77' tidak dikenal", "maksudnya '7'?"),
    ],
)
def test_typos_are_told_with_what_was_meant(sop, laporan, word, message, hint):
    """Wrong usage, with the remedy."""
    outcome = sop("duration", "laporan.yaml", "--expected", "--what-if", word, "--lang", "id")
    assert (outcome.status, outcome.out) == (2, "")
    assert message in outcome.err
    assert hint in outcome.err
