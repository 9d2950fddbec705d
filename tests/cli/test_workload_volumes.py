"""How often SOPs are run, as users say it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.analysis.workload import Period, Volume
from sop_engine.cli.workload_named import parse_volume
from sop_engine.cli.workload_volumes import Volumes, volumes_of
from sop_engine.errors import UsageError

COLUMNS = "       the first line names the columns agency, sop, volume; one of agency and sop may be missing"
FORMS = "       write for example 4/tahun, 10/bulan, 2/minggu or 1/hari kerja"


def said(fault: UsageError) -> str:
    """Message and hint in English."""
    return f"{fault.message.en}\n       {fault.hint.en}" if fault.hint else fault.message.en


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("4/tahun", "4", Period.TAHUN),
        (" 10 / Bulan ", "10", Period.BULAN),
        ("2 per minggu", "2", Period.MINGGU),
        ("1/hari kerja", "1", Period.HARI_KERJA),
        ("3 kali per hari", "3", Period.HARI_KERJA),
        ("4/semester", "4", Period.SEMESTER),
        ("4 per semester", "4", Period.SEMESTER),
        ("1/triwulan", "1", Period.TRIWULAN),
        ("sekali setahun", "1", Period.TAHUN),
        ("2x sebulan", "2", Period.BULAN),
        ("4 kali dalam satu tahun", "4", Period.TAHUN),
        ("1,5/minggu", "3/2", Period.MINGGU),
        ("0.25/hari", "1/4", Period.HARI_KERJA),
        ("0/tahun", "0", Period.TAHUN),
        ("3 times a month", "3", Period.BULAN),
        ("once a year", "1", Period.TAHUN),
        ("2/working day", "2", Period.HARI_KERJA),
    ],
)
def test_volumes_as_people_write_them(text: str, number: str, period: Period) -> None:
    """Letters and spacing are free, in both languages."""
    assert parse_volume(text) == Volume(Fraction(number), period)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4",
        "/tahun",
        "tahun",
        "4 tahun",
        "-4/tahun",
        "dua/tahun",
        "4/abad",
        "4//tahun",
        "4/tahun/bulan",
        "1e3/tahun",
    ],
)
def test_what_is_no_volume(text: str) -> None:
    """One error, with forms that can be read."""
    with pytest.raises(UsageError) as caught:
        parse_volume(text)
    assert said(caught.value) == f"volume '{text}' cannot be read\n{FORMS}"


@pytest.mark.parametrize("text", ["1.200/tahun", "1,200/tahun", "1.000.000/tahun"])
def test_thousands_are_not_guessed(text: str) -> None:
    """It may be a thousand two hundred, or one and a fifth."""
    with pytest.raises(UsageError) as caught:
        parse_volume(text)
    assert said(caught.value) == (
        f"volume '{text}' cannot be read\n       write thousands without a mark: 1200/tahun"
    )


@given(st.builds(Volume, st.integers(0, 400).map(lambda n: Fraction(n, 4)), st.sampled_from(Period)))
def test_what_is_written_reads_back(volume: Volume) -> None:
    """The text of a volume is a volume, the same one."""
    assert parse_volume(str(volume)) == volume


def year(number: int) -> Volume:
    """So many a year."""
    return Volume(Fraction(number), Period.TAHUN)


def known(volumes: Volumes) -> Volumes:
    """With the agencies kota and dumai."""
    volumes.know(["kota", "dumai"])
    return volumes


def test_the_most_exact_name_wins() -> None:
    """Agency and SOP before the SOP alone, before the agency, before all; letters' case does not matter."""
    volumes = known(volumes_of(["1/tahun", "Kota=2/tahun", "renja=3/tahun", "kota/RENJA=4/tahun"], None))
    assert volumes.of("kota", "renja") == year(4)
    assert volumes.of("dumai", "renja") == year(3)
    assert volumes.of("kota", "arsip") == year(2)
    assert volumes.of("dumai", "arsip") == year(1)
    assert volumes.of("dumai", "arsip", general=False) is None
    assert volumes.idle() == ()


def test_a_word_is_an_agency_before_it_is_a_file() -> None:
    """The code dumai names all SOPs of dumai, not one of another agency that is called so."""
    volumes = known(volumes_of(["dumai=2/tahun"], None))
    assert volumes.of("dumai", "arsip") == year(2)
    assert volumes.of("kota", "dumai") is None


def test_options_win_over_the_file(folder) -> None:
    """Columns stand in any order, with others between them; a row without a volume says nothing.

    The apostrophe of ``sop list --format csv`` before what looks like a formula is no part of a name.
    """
    (folder / "v.csv").write_text(
        "Nama;Volume;SOP;Instansi\nx;4/tahun;renja;kota\ny;;arsip;kota\n\nz;6/tahun;;dumai\nq;8/tahun;'-lakip;\nshort\n",
        encoding="utf-8-sig",
    )
    volumes = known(volumes_of(["dumai=1/tahun"], "v.csv"))
    assert volumes.of("kota", "renja") == year(4)
    assert volumes.of("kota", "arsip") is None
    assert volumes.of("dumai", "renja") == year(1)
    assert [(one.line, one.shown) for one in volumes.idle()] == [(5, "dumai"), (6, "-lakip")]
    assert volumes.of("kota", "-lakip") == year(8)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", f"'v.csv' holds no volume\n{COLUMNS}"),
        ("agency,volume\n", f"'v.csv' holds no volume\n{COLUMNS}"),
        ("agency,volume\nkota,\n", f"'v.csv' holds no volume\n{COLUMNS}"),
        ("agency,sop\nkota,a\n", f"'v.csv' has no column 'volume'\n{COLUMNS}"),
        ("volume\n4/tahun\n", f"'v.csv' has no column 'agency'\n{COLUMNS}"),
        ("agency,instansi,volume\n", "column 'instansi' stands twice in 'v.csv'"),
        ("agency,volume\nkota,4/abad\n", f"'v.csv' line 2: volume '4/abad' cannot be read\n{FORMS}"),
        ("agency,sop,volume\n,,4/tahun\n", f"'v.csv' line 2: a volume without a SOP\n{COLUMNS}"),
        (
            "agency,sop,volume\nkota,a,4/tahun\n\nKOTA,A,5/tahun\n",
            "'v.csv' names 'kota/a' twice, lines 2 and 4\n       remove one of them",
        ),
        ('agency,volume\nkota,"4/tahun\n', "'v.csv' line 2: no valid CSV (unexpected end of data)"),
    ],
)
def test_faults_of_a_file(folder, text: str, fault: str) -> None:
    """Each names the file, and the line where there is one."""
    (folder / "v.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        volumes_of([], "v.csv")
    assert said(caught.value) == fault


def test_a_file_that_is_no_text(folder) -> None:
    """An old spreadsheet's encoding is not guessed; what is not there is told."""
    (folder / "v.csv").write_bytes(b"agency,volume\nk\xe9,4/tahun\n")
    with pytest.raises(UsageError) as caught:
        volumes_of([], "v.csv")
    assert said(caught.value) == (
        "'v.csv' is no UTF-8 text\n       save it from the spreadsheet as 'CSV UTF-8'"
    )
    with pytest.raises(UsageError) as caught:
        volumes_of([], "w.csv")
    assert said(caught.value) == "cannot read 'w.csv': it does not exist"


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        (
            ["4/tahun", "5/tahun"],
            "--volume without a name is given twice\n       name the SOP: --volume CODE=4/tahun",
        ),
        (["kota=4/tahun", "KOTA=5/tahun"], "--volume names 'kota' twice\n       remove one of them"),
        (
            ["=4/tahun"],
            "--volume '=4/tahun' names no SOP\n       write CODE=4/tahun, CODE/SOP=4/tahun, or 4/tahun for all",
        ),
        (
            ["kota/=4/tahun"],
            "--volume 'kota/=4/tahun' names no SOP\n       write CODE=4/tahun, CODE/SOP=4/tahun, or 4/tahun for all",
        ),
        (["kota=4"], f"volume '4' cannot be read\n{FORMS}"),
    ],
)
def test_faults_of_options(values: list[str], fault: str) -> None:
    """What could be meant in two ways, or in none."""
    with pytest.raises(UsageError) as caught:
        volumes_of(values, None)
    assert said(caught.value) == fault
