"""The standard time: every way of writing it, and every way of getting it wrong."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sop_engine.diagnostics import Text
from sop_engine.model.satuan import ZERO, Amount, Unit, surely_longer
from sop_engine.model.waktu import Measure, Style, Waktu, WaktuError, parse_waktu, waktu_of

FREE = Text(
    "tulis misalnya '30 menit' atau '3 hari kerja'; kata-kata lain: {teks: ...}",
    "write for example '30 menit' or '3 hari kerja'; any other words: {teks: ...}",
)


def meant(*readings: str, more: bool = False) -> Text:
    """The hint that offers readings."""
    either, any_of = (
        " atau ".join(f"'{one}'" for one in readings),
        " or ".join(f"'{one}'" for one in readings),
    )
    return Text(
        f"maksudnya {either}?" + " kata-kata lain: {teks: ...}" * more,
        f"did you mean {any_of}?" + " any other words: {teks: ...}" * more,
    )


def amount(parts: dict[str, int | str]) -> Amount:
    """An amount of parts named by the units' texts."""
    return Amount.of({Unit(unit): Fraction(number) for unit, number in parts.items()})


def fault(text: str) -> tuple[Text, Text | None]:
    """Message and hint of a text that is no time."""
    with pytest.raises(WaktuError) as caught:
        parse_waktu(text)
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize(
    ("text", "canonical", "parts"),
    [
        # Number and unit, letters and spacing free.
        ("15 menit", "15 menit", {"menit": 15}),
        ("30menit", "30 menit", {"menit": 30}),
        ("  30   MENIT ", "30 menit", {"menit": 30}),
        ("30\u00a0menit", "30 menit", {"menit": 30}),
        ("30\u2009menit.", "30 menit", {"menit": 30}),
        ("05 menit", "5 menit", {"menit": 5}),
        ("0 menit", "0 menit", {}),
        ("0 hari", "0 menit", {}),
        ("2 Hari", "2 hari", {"hari": 2}),
        ("3 hari kerja", "3 hari kerja", {"hari kerja": 3}),
        ("3 Hari Kerja", "3 hari kerja", {"hari kerja": 3}),
        ("3 HARI\nKERJA", "3 hari kerja", {"hari kerja": 3}),
        ("3harikerja", "3 hari kerja", {"hari kerja": 3}),
        ("3 hari efektif", "3 hari kerja", {"hari kerja": 3}),
        ("7 hari kalender", "7 hari kalender", {"hari kalender": 7}),
        ("2 minggu", "2 minggu", {"minggu": 2}),
        ("1 bulan", "1 bulan", {"bulan": 1}),
        ("1 semester", "1 semester", {"semester": 1}),
        ("1 tahun", "1 tahun", {"tahun": 1}),
        ("30 detik", "30 detik", {"detik": 30}),
        ("999999 menit", "999999 menit", {"menit": 999999}),
        # Whole numbers are not carried in a single time.
        ("60 menit", "60 menit", {"menit": 60}),
        ("24 jam", "24 jam", {"jam": 24}),
        # Number words.
        ("satu hari", "1 hari", {"hari": 1}),
        ("Satu Hari", "1 hari", {"hari": 1}),
        ("dua belas jam", "12 jam", {"jam": 12}),
        ("duabelas jam", "12 jam", {"jam": 12}),
        ("sebelas menit", "11 menit", {"menit": 11}),
        ("dua puluh lima menit", "25 menit", {"menit": 25}),
        ("seratus dua puluh hari", "120 hari", {"hari": 120}),
        ("seribu menit", "1000 menit", {"menit": 1000}),
        ("dua ribu lima ratus sepuluh menit", "2510 menit", {"menit": 2510}),
        ("nol menit", "0 menit", {}),
        ("sejam", "1 jam", {"jam": 1}),
        ("seminggu", "1 minggu", {"minggu": 1}),
        ("sehari kerja", "1 hari kerja", {"hari kerja": 1}),
        # Fractions, spread where that is always true.
        ("setengah jam", "30 menit", {"menit": 30}),
        ("satu setengah jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1 setengah jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("seperempat jam", "15 menit", {"menit": 15}),
        ("tiga perempat jam", "45 menit", {"menit": 45}),
        ("sepertiga hari", "1/3 hari", {"hari": "1/3"}),
        ("1,5 jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1.5 jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1 1/2 jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1 ½ jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1½jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("½ hari", "0,5 hari", {"hari": "1/2"}),
        ("3/4 jam", "45 menit", {"menit": 45}),
        ("1,5 hari", "1,5 hari", {"hari": "3/2"}),
        ("0,125 jam", "7 menit 30 detik", {"menit": 7, "detik": 30}),
        ("2/3 minggu", "2/3 minggu", {"minggu": "2/3"}),
        ("1,5 tahun", "1 tahun 6 bulan", {"tahun": 1, "bulan": 6}),
        ("1/7 menit", "8 4/7 detik", {"detik": "60/7"}),
        # The official double style.
        ("7 (tujuh) hari kerja", "7 hari kerja", {"hari kerja": 7}),
        ("14 (empat belas) hari", "14 hari", {"hari": 14}),
        ("satu (1) minggu", "1 minggu", {"minggu": 1}),
        ("1,5 (satu koma lima) jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1,5 (satu setengah) hari", "1,5 hari", {"hari": "3/2"}),
        ("½ (setengah) jam", "30 menit", {"menit": 30}),
        # Sums, largest unit first.
        ("1 jam 30 menit", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1jam30menit", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("30 menit 1 jam", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1 jam, 30 menit", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1 jam dan 30 menit", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1 jam + 30 menit", "1 jam 30 menit", {"jam": 1, "menit": 30}),
        ("1 hari, 2 jam, dan 3 menit", "1 hari 2 jam 3 menit", {"hari": 1, "jam": 2, "menit": 3}),
        (
            "2 bulan; 5 hari kerja; 1 hari",
            "2 bulan 1 hari 5 hari kerja",
            {"bulan": 2, "hari": 1, "hari kerja": 5},
        ),
        ("30 menit 45 menit", "75 menit", {"menit": 75}),
        ("1,5 jam 45 menit", "1 jam 75 menit", {"jam": 1, "menit": 75}),
    ],
)
def test_a_plain_time_is_a_sum_of_units(text, canonical, parts):
    """Text, canonical text and exact parts; both ends are the same."""
    found = parse_waktu(text)
    assert found == Waktu(text, Measure.MEASURED, amount(parts), amount(parts))
    assert (found.teks, str(found)) == (text, canonical)


@pytest.mark.parametrize(
    ("text", "smallest"),
    [
        ("2 hari", "hari"),
        ("2 hari 3 jam", "jam"),
        ("3 jam 2 hari", "jam"),
        ("2 hari 0 jam", "jam"),
        ("2 hari, nol jam", "jam"),
        ("0 jam", "jam"),
        ("0JAM", "jam"),
        ("0,0 detik", "detik"),
        ("1,5 jam", "jam"),
        ("maks. 1 hari 0 menit", "menit"),
        ("± 0 minggu", "minggu"),
        ("0-2 hari", "hari"),
        ("0 jam - 2 hari", "jam"),
        ("2 hari - 3 hari 0 jam", "jam"),
        ("1 x 24 jam", "jam"),
        ("0 menit/berkas", "menit"),
        ("Segera", None),
        ("", None),
        ("Januari", None),
    ],
)
def test_the_smallest_unit_is_the_one_that_is_written(text, smallest):
    """Also with a zero, which adds nothing; a time that is not measured has none."""
    assert parse_waktu(text).terkecil == (None if smallest is None else Unit(smallest))


def test_how_fine_a_time_is_written_is_not_compared():
    """Zeros that are written change neither the time nor its text, and the text reads back as the same time."""
    fine, plain = parse_waktu("2 hari 0 jam"), parse_waktu("2 hari")
    assert (fine, hash(fine), str(fine)) == (plain, hash(plain), "2 hari")
    assert fine.terkecil != plain.terkecil
    zero = parse_waktu("0 jam")
    assert (zero, str(zero), zero.as_json()) == (
        parse_waktu("0 menit"),
        "0 menit",
        {"text": "0 menit", "parts": {"menit": 0}},
    )


@pytest.mark.parametrize(
    ("text", "canonical", "low", "high"),
    [
        ("1-2 hari", "1-2 hari", {"hari": 1}, {"hari": 2}),
        ("1 – 20 Hari Kerja", "1-20 hari kerja", {"hari kerja": 1}, {"hari kerja": 20}),
        ("1—2 hari", "1-2 hari", {"hari": 1}, {"hari": 2}),
        ("2 s.d 3 bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("2 s.d. 3 bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("2 s/d 3 bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("2 sd 3 bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("2 sampai 3 bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("2 sampai dengan 3 bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("dua hingga tiga bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("2 (dua) - 3 (tiga) bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("2-3 (dua sampai tiga) bulan", "2-3 bulan", {"bulan": 2}, {"bulan": 3}),
        ("30 menit - 3 jam", "30 menit - 3 jam", {"menit": 30}, {"jam": 3}),
        ("1 jam 30 menit - 2 jam", "1 jam 30 menit - 2 jam", {"jam": 1, "menit": 30}, {"jam": 2}),
        ("1 jam - 1 jam 30 menit", "1 jam - 1 jam 30 menit", {"jam": 1}, {"jam": 1, "menit": 30}),
        ("1-1,5 jam", "1 jam - 1 jam 30 menit", {"jam": 1}, {"jam": 1, "menit": 30}),
        ("1,5 - 2 hari", "1,5-2 hari", {"hari": "3/2"}, {"hari": 2}),
        ("1/2-2/3 hari", "0,5-2/3 hari", {"hari": "1/2"}, {"hari": "2/3"}),
        ("0-2 hari", "0-2 hari", {}, {"hari": 2}),
        ("2-2 hari", "2-2 hari", {"hari": 2}, {"hari": 2}),
        ("1 hari - 36 jam", "1 hari - 36 jam", {"hari": 1}, {"jam": 36}),
        ("1 minggu - 10 hari", "1 minggu - 10 hari", {"minggu": 1}, {"hari": 10}),
    ],
)
def test_a_range_has_two_ends(text, canonical, low, high):
    """The unit may stand at one end or at both."""
    found = parse_waktu(text)
    assert found == Waktu(text, Measure.MEASURED, amount(low), amount(high), Style.RANGE)
    assert str(found) == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("maks. 3 hari", "maks. 3 hari"),
        ("maks 3 hari", "maks. 3 hari"),
        ("Maks.3 hari", "maks. 3 hari"),
        ("maksimal 3 hari", "maks. 3 hari"),
        ("maksimum 3 hari", "maks. 3 hari"),
        ("paling lama 3 (tiga) hari", "maks. 3 hari"),
        ("Paling Lambat 3 hari", "maks. 3 hari"),
        ("paling banyak 3 hari", "maks. 3 hari"),
        ("selambat-lambatnya 3 hari", "maks. 3 hari"),
        ("selama-lamanya tiga hari", "maks. 3 hari"),
    ],
)
def test_a_limit_is_a_range_from_zero(text, canonical):
    """Only the upper end is written."""
    found = parse_waktu(text)
    assert found == Waktu(text, Measure.MEASURED, ZERO, amount({"hari": 3}), Style.AT_MOST)
    assert str(found) == canonical


@pytest.mark.parametrize(
    "text",
    [
        *("± 10 menit", "±10menit", "+/- 10 menit", "+- 10 menit", "kurang lebih 10 menit"),
        *("lebih kurang 10 menit", "sekitar 10 menit", "kira-kira 10 menit"),
    ],
)
def test_about_has_both_ends_at_its_number(text):
    """An estimate counts as its number."""
    found = parse_waktu(text)
    assert found == Waktu(text, Measure.MEASURED, amount({"menit": 10}), amount({"menit": 10}), Style.ABOUT)
    assert str(found) == "± 10 menit"


def test_about_may_stand_before_a_range():
    """The two ends stay, and the sign too."""
    found = parse_waktu("± 1 - 2 hari")
    assert found == Waktu("", Measure.MEASURED, amount({"hari": 1}), amount({"hari": 2}), Style.ABOUT)
    assert str(found) == "± 1-2 hari"


@pytest.mark.parametrize(
    ("text", "canonical", "low", "high", "style"),
    [
        ("1 x 24 jam", "1 x 24 jam", 24, 24, Style.PLAIN),
        ("1x24jam", "1 x 24 jam", 24, 24, Style.PLAIN),
        ("3X24 Jam", "3 x 24 jam", 72, 72, Style.PLAIN),
        ("2 × 24 jam", "2 x 24 jam", 48, 48, Style.PLAIN),
        ("dua x 24 jam", "2 x 24 jam", 48, 48, Style.PLAIN),
        ("0 x 24 jam", "0 x 24 jam", 0, 0, Style.PLAIN),
        ("paling lama 2 (dua) x 24 (dua puluh empat) jam", "maks. 2 x 24 jam", 0, 48, Style.AT_MOST),
        ("1-2 x 24 jam", "1 x 24 jam - 2 x 24 jam", 24, 48, Style.RANGE),
        ("1 x 24 jam - 2 x 24 jam", "1 x 24 jam - 2 x 24 jam", 24, 48, Style.RANGE),
    ],
)
def test_clock_time_is_days_of_24_hours(text, canonical, low, high, style):
    """It adds as hours and is marked as no working time."""
    found = parse_waktu(text)
    ends = amount({"jam": low}), amount({"jam": high})
    assert found == Waktu(text, Measure.MEASURED, *ends, style, clock=True)
    assert str(found) == canonical


@pytest.mark.parametrize(
    ("text", "canonical", "per"),
    [
        ("2 menit/berkas", "2 menit/berkas", "berkas"),
        ("2 Menit / Berkas", "2 menit/berkas", "berkas"),
        ("2 MENIT/BERKAS", "2 menit/berkas", "berkas"),
        ("2 menit per berkas", "2 menit/berkas", "berkas"),
        ("2 menit/OPD", "2 menit/OPD", "OPD"),
        ("2 menit/berkas permohonan", "2 menit/berkas permohonan", "berkas permohonan"),
        ("2 menit per laporan-laporan", "2 menit/laporan-laporan", "laporan-laporan"),
        ("2 menit/hari  kerja", "2 menit/hari kerja", "hari kerja"),
    ],
)
def test_a_rate_counts_once_and_names_what_it_is_for(text, canonical, per):
    """Two minutes, marked."""
    found = parse_waktu(text)
    assert found == Waktu(text, Measure.MEASURED, amount({"menit": 2}), amount({"menit": 2}), per=per)
    assert str(found) == canonical


def test_a_rate_may_be_a_range_or_a_limit():
    """What stands before the slash is any measured time."""
    assert str(parse_waktu("1 sampai 2 menit per berkas")) == "1-2 menit/berkas"
    assert str(parse_waktu("maksimal 1/2 jam/berkas")) == "maks. 30 menit/berkas"


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "–", "—", "--", "Segera", "segera", "SEGERA.", "Sesuai kebutuhan", "Sesuai  Jadwal"),
        *("Sepanjang tahun", "Triwulan", "Triwulanan", "Semesteran", "Bulanan", "Mingguan", "Harian"),
        *(
            "Tahunan",
            "Insidental",
            "Tentatif",
            "Januari",
            "PEBRUARI",
            "Nopember",
            "5 Januari",
            "1-10 Januari",
        ),
        *(
            "Januari, April, Juli, Oktober",
            "Januari, April, Juli dan Oktober",
            "Januari-Maret",
            "Januari s.d. Maret",
        ),
        *("5 Januari - 10 Februari", "5, 10 dan 15 Mei", "Januari/Juli", "29 Februari", "Jan, Apr, Jul, Okt"),
    ],
)
def test_words_that_measure_nothing(text):
    """They count nothing and are written as they stand."""
    found = parse_waktu(text)
    assert (found.measure, found.low, found.high, str(found)) == (Measure.UNMEASURED, ZERO, ZERO, text)
    assert found.as_json() == {"text": text, "parts": {}}
    assert found == parse_waktu(text.upper())


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *(("5 minit", "5 menit"), ("2 hri", "2 hari"), ("3 hari krja", "3 hari kerja"), ("1 jamm", "1 jam")),
        *(("30 mnt", "30 menit"), ("2 bln", "2 bulan"), ("1 thn", "1 tahun"), ("1 hr", "1 hari")),
        *(("5 minutes", "5 menit"), ("2 days", "2 hari"), ("3 working days", None), ("5 min", "5 menit")),
        *(
            ("sebelas mnit", "11 menit"),
            ("saty hari", "1 hari"),
            ("1 taun", "1 tahun"),
            ("3 smester", "3 semester"),
        ),
        *(("1 atau 2 hari", "1-2 hari"), ("max 3 hari", "maks. 3 hari"), ("≤ 3 hari", "maks. 3 hari")),
        *(("~ 3 hari", "± 3 hari"), ("2 * 24 jam", "2 x 24 jam"), ("maksimall 3 hari", "maks. 3 hari")),
        *(
            ("2 menit setiap berkas", "2 menit/berkas"),
            ("5 minit/berkas", "5 menit/berkas"),
            ("30'", "30 menit"),
            ("5 ſekon", None),
            ("xyz", None),
        ),
        *(("2 bln. 5 hr.", "2 bulan 5 hari"), ("Januri", "Januari"), ("Setiap bulan", "Bulanan")),
    ],
)
def test_an_unknown_word_gets_its_nearest_reading(text, reading):
    """Typing errors, abbreviations and English words; only readings that are times are offered."""
    assert fault(text)[1] == (FREE if reading is None else meant(reading))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "5 minit",
            Text("'minit' tidak dikenal dalam waktu '5 minit'", "'minit' is not known in the time '5 minit'"),
            meant("5 menit"),
        ),
        (
            "segra",
            Text("'segra' tidak terbaca sebagai waktu", "'segra' cannot be read as a time"),
            meant("Segera"),
        ),
        (
            "sesuai kebutuan",
            Text(
                "'sesuai', 'kebutuan' tidak dikenal dalam waktu 'sesuai kebutuan'",
                "'sesuai', 'kebutuan' are not known in the time 'sesuai kebutuan'",
            ),
            meant("Sesuai kebutuhan"),
        ),
        (
            "1 hari setelah surat diterima",
            Text(
                "'setelah', 'surat', 'diterima' tidak dikenal dalam waktu '1 hari setelah surat diterima'",
                "'setelah', 'surat', 'diterima' are not known in the time '1 hari setelah surat diterima'",
            ),
            meant("1 hari", more=True),
        ),
        (
            "Sebelum periode revisi bulan berjalan",
            Text(
                "'Sebelum', 'periode', 'revisi', ... tidak dikenal dalam waktu 'Sebelum periode revisi bulan berjalan'",
                "'Sebelum', 'periode', 'revisi', ... are not known in the time 'Sebelum periode revisi bulan berjalan'",
            ),
            FREE,
        ),
        (
            "Bulan Januari",
            Text("'Bulan Januari' tidak terbaca sebagai waktu", "'Bulan Januari' cannot be read as a time"),
            FREE,
        ),
        (
            "1 jam;",
            Text("'1 jam;' tidak terbaca sebagai waktu", "'1 jam;' cannot be read as a time"),
            meant("1 jam"),
        ),
        (
            "1, 5 jam",
            Text("'1, 5 jam' tidak terbaca sebagai waktu", "'1, 5 jam' cannot be read as a time"),
            meant("1 jam 30 menit"),
        ),
        (
            "1 hari (24 jam)",
            Text(
                "'1 hari (24 jam)' tidak terbaca sebagai waktu", "'1 hari (24 jam)' cannot be read as a time"
            ),
            meant("1 hari", more=True),
        ),
        (
            "10 menit (per berkas)",
            Text(
                "'10 menit (per berkas)' tidak terbaca sebagai waktu",
                "'10 menit (per berkas)' cannot be read as a time",
            ),
            meant("10 menit/berkas"),
        ),
        (
            "hingga 3 hari",
            Text("'hingga 3 hari' tidak terbaca sebagai waktu", "'hingga 3 hari' cannot be read as a time"),
            meant("maks. 3 hari"),
        ),
        (
            "dua tiga hari",
            Text("'dua tiga hari' tidak terbaca sebagai waktu", "'dua tiga hari' cannot be read as a time"),
            FREE,
        ),
        (
            "1-2-3 hari",
            Text("'1-2-3 hari' tidak terbaca sebagai waktu", "'1-2-3 hari' cannot be read as a time"),
            FREE,
        ),
        (
            "menit 5",
            Text("'menit 5' tidak terbaca sebagai waktu", "'menit 5' cannot be read as a time"),
            FREE,
        ),
        (
            "1 hari kerja, 8 jam kerja, dan 30 menit lalu 5 menit lagi",
            Text(
                "'kerja', 'lalu', 'lagi' tidak dikenal dalam waktu '1 hari kerja, 8 jam kerja, dan 30 men...'",
                "'kerja', 'lalu', 'lagi' are not known in the time '1 hari kerja, 8 jam kerja, dan 30 men...'",
            ),
            meant("1 hari kerja 8 jam", more=True),
        ),
        (
            "30",
            Text("bilangan '30' tanpa satuan waktu", "number '30' has no unit of time"),
            Text(
                "sebut satuannya, misalnya '30 menit', '30 jam', atau '30 hari'",
                "name its unit, such as '30 menit', '30 jam' or '30 hari'",
            ),
        ),
        (
            "1 hari 2 - 3 hari",
            Text("bilangan '2' tanpa satuan waktu", "number '2' has no unit of time"),
            Text(
                "sebut satuannya, misalnya '2 menit', '2 jam', atau '2 hari'",
                "name its unit, such as '2 menit', '2 jam' or '2 hari'",
            ),
        ),
        (
            "1 hari - 2",
            Text("ujung rentang '1 hari - 2' tidak jelas", "the ends of range '1 hari - 2' are unclear"),
            meant("1-2 hari"),
        ),
        (
            "1 - 2 jam 30 menit",
            Text(
                "ujung rentang '1 - 2 jam 30 menit' tidak jelas",
                "the ends of range '1 - 2 jam 30 menit' are unclear",
            ),
            Text(
                "tulis satuan di kedua ujung: '1 jam - 2 jam 30 menit'",
                "write units at both ends: '1 jam - 2 jam 30 menit'",
            ),
        ),
        ("-5 menit", Text("waktu '-5 menit' negatif", "time '-5 menit' is negative"), meant("5 menit")),
        ("− 5 menit", Text("waktu '− 5 menit' negatif", "time '− 5 menit' is negative"), meant("5 menit")),
        (
            "maks. -5 menit",
            Text("waktu 'maks. -5 menit' negatif", "time 'maks. -5 menit' is negative"),
            meant("maks. 5 menit"),
        ),
        (
            "-5 menit - -3 jam",
            Text("waktu '-5 menit - -3 jam' negatif", "time '-5 menit - -3 jam' is negative"),
            FREE,
        ),
        (
            "3-1 hari",
            Text(
                "rentang '3-1 hari' menurun: ujung pertamanya lebih lama",
                "range '3-1 hari' falls: its first end is the longer one",
            ),
            meant("1-3 hari"),
        ),
        (
            "2 hari - 3 jam/berkas",
            Text(
                "rentang '2 hari - 3 jam/berkas' menurun: ujung pertamanya lebih lama",
                "range '2 hari - 3 jam/berkas' falls: its first end is the longer one",
            ),
            meant("3 jam - 2 hari/berkas"),
        ),
        (
            "1234567 menit",
            Text("bilangan '1234567' lebih dari 6 angka", "number '1234567' has more than 6 digits"),
            Text("pakai satuan yang lebih besar", "use a larger unit"),
        ),
        (
            "1234,567 menit",
            Text("bilangan '1234,567' lebih dari 6 angka", "number '1234,567' has more than 6 digits"),
            Text("pakai satuan yang lebih besar", "use a larger unit"),
        ),
        (
            "999999 menit 1 menit",
            Text(
                "jumlah dalam '999999 menit 1 menit' memerlukan bilangan yang terlalu panjang",
                "the sum in '999999 menit 1 menit' needs a number that is too long",
            ),
            Text(
                "pakai satuan yang lebih besar atau pecahan yang lebih sederhana",
                "use a larger unit or simpler fractions",
            ),
        ),
        (
            "1.500 menit",
            Text(
                "bilangan '1.500' bermakna ganda: 1500 atau 1,5",
                "number '1.500' has two meanings: 1500 or 1,5",
            ),
            Text("tulis '1500' atau '1,5'", "write '1500' or '1,5'"),
        ),
        (
            "1,125 jam",
            Text(
                "bilangan '1,125' bermakna ganda: 1125 atau 1 1/8",
                "number '1,125' has two meanings: 1125 or 1 1/8",
            ),
            Text("tulis '1125' atau '1 1/8'", "write '1125' or '1 1/8'"),
        ),
        (
            "1.500,5 menit",
            Text(
                "bilangan '1.500,5' memuat lebih dari satu titik atau koma",
                "number '1.500,5' has more than one point or comma",
            ),
            Text(
                "tulis tanpa pemisah ribuan, misalnya '1500' atau '1500,5'",
                "write it without thousands separators, such as '1500' or '1500,5'",
            ),
        ),
        (
            "1/0 jam",
            Text("pecahan '1/0' tidak dapat dipakai", "fraction '1/0' cannot be used"),
            Text("penyebutnya 1 sampai 1000", "its divisor goes from 1 to 1000"),
        ),
        (
            "1 1/1001 jam",
            Text("pecahan '1/1001' tidak dapat dipakai", "fraction '1/1001' cannot be used"),
            Text("penyebutnya 1 sampai 1000", "its divisor goes from 1 to 1000"),
        ),
        (
            "٣ hari",
            Text("'٣' bukan angka 0 sampai 9", "'٣' is not one of the digits 0 to 9"),
            meant("3 hari"),
        ),
        (
            "５ menit",
            Text("'５' bukan angka 0 sampai 9", "'５' is not one of the digits 0 to 9"),
            meant("5 menit"),
        ),
        (
            "5 menit² xyz",
            Text("'²' bukan angka 0 sampai 9", "'²' is not one of the digits 0 to 9"),
            Text("tulis angka 0 sampai 9", "write the digits 0 to 9"),
        ),
        (
            "7 (enam) hari kerja",
            Text("'7 (enam)' menyebut dua bilangan yang berbeda", "'7 (enam)' says two different numbers"),
            meant("7 hari kerja", "6 hari kerja"),
        ),
        (
            "2-3 (dua sampai empat) hari",
            Text(
                "'3 (dua sampai empat)' menyebut dua bilangan yang berbeda",
                "'3 (dua sampai empat)' says two different numbers",
            ),
            meant("2-3 hari", "2-4 hari"),
        ),
        (
            "2 menit/3 berkas",
            Text(
                "ada bilangan sesudah '/' dalam '2 menit/3 berkas'",
                "there is a number after '/' in '2 menit/3 berkas'",
            ),
            Text(
                "tulis waktu untuk satu hal: '2 menit/berkas'",
                "write the time for one thing: '2 menit/berkas'",
            ),
        ),
        (
            "2 menit per dua berkas",
            Text(
                "ada bilangan sesudah '/' dalam '2 menit per dua berkas'",
                "there is a number after '/' in '2 menit per dua berkas'",
            ),
            Text(
                "tulis waktu untuk satu hal: '2 menit/berkas'",
                "write the time for one thing: '2 menit/berkas'",
            ),
        ),
        (
            "2 x 30 menit",
            Text(
                "'2 x 30 menit' bukan waktu jam dinding: bentuknya '1 x 24 jam'",
                "'2 x 30 menit' is no clock time: that is written '1 x 24 jam'",
            ),
            meant("60 menit"),
        ),
        (
            "1 x 24",
            Text(
                "'1 x 24' bukan waktu jam dinding: bentuknya '1 x 24 jam'",
                "'1 x 24' is no clock time: that is written '1 x 24 jam'",
            ),
            meant("1 x 24 jam"),
        ),
        (
            "1 x 24 jam 30 menit",
            Text(
                "'1 x 24 jam 30 menit' bukan waktu jam dinding: bentuknya '1 x 24 jam'",
                "'1 x 24 jam 30 menit' is no clock time: that is written '1 x 24 jam'",
            ),
            FREE,
        ),
        (
            "maks. 1-2 hari",
            Text("batas atas 'maks. 1-2 hari' berupa rentang", "the limit 'maks. 1-2 hari' is a range"),
            meant("maks. 2 hari"),
        ),
        (
            "minimal 3 hari",
            Text("waktu 'minimal 3 hari' tidak berbatas atas", "time 'minimal 3 hari' has no upper end"),
            Text(
                "tulis rentang seperti '3-5 hari', atau {teks: ...}",
                "write a range such as '3-5 hari', or {teks: ...}",
            ),
        ),
        (
            "31 Pebruari",
            Text("tidak ada tanggal 31 Februari", "there is no 31 Februari"),
            Text("Februari paling banyak 29 hari", "Februari has at most 29 days"),
        ),
    ],
)
def test_each_fault_has_its_own_words(text, message, hint):
    """Message and hint in both languages, exactly."""
    assert fault(text) == (message, hint)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("30 menit 1 x 24 jam", "'30 menit 1 x 24 jam' is no clock time: that is written '1 x 24 jam'"),
        ("1,5-2 x 24 jam", "'1,5-2 x 24 jam' is no clock time: that is written '1 x 24 jam'"),
        ("1 x 24 jam - 30 jam", "'1 x 24 jam - 30 jam' is no clock time: that is written '1 x 24 jam'"),
        ("3 x jam", "'3 x jam' cannot be read as a time"),
        ("1-2", "number '2' has no unit of time"),
        ("1 hari 2 - 3", "number '3' has no unit of time"),
        ("2 menit/berkas/orang", "'2 menit/berkas/orang' cannot be read as a time"),
        ("2 menit/", "'2 menit/' cannot be read as a time"),
        ("/berkas", "'/berkas' cannot be read as a time"),
        ("2 menit/berkas#", "'#' is not known in the time '2 menit/berkas#'"),
        ("7 (tujuh hari", "'7 (tujuh hari' cannot be read as a time"),
        ("7 (tujuh dua) hari", "'7 (tujuh dua) hari' cannot be read as a time"),
        ("3 dua hari", "'3 dua hari' cannot be read as a time"),
        ("ribu hari", "'ribu hari' cannot be read as a time"),
        ("koma lima hari", "'koma lima hari' cannot be read as a time"),
        ("nol setengah hari", "'nol setengah hari' cannot be read as a time"),
        ("1 hari Januari", "'1 hari Januari' cannot be read as a time"),
        ("1 hari .. 2 jam", "'1 hari .. 2 jam' cannot be read as a time"),
        ("- " * 40, "'- - - - - - - - - - - - - - - - - - -...' cannot be read as a time"),
        ("1\u200b5 menit", "'\u200b' is not known in the time '1\u200b5 menit'"),
    ],
)
def test_no_reading_is_guessed(text, message):
    """What is half a time, or two, is none."""
    assert fault(text)[0].en == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("9" * 10_000 + " menit", f"number '{'9' * 37}...' has more than 6 digits"),
        ("1 jam " * 20_000, "a time of 120000 characters; at most 300"),
        ("(" * 100_000, "a time of 100000 characters; at most 300"),
        ("satu" * 25_000, "a time of 100000 characters; at most 300"),
    ],
)
def test_hostile_texts_are_refused_by_their_size(text, message):
    """Nothing is read of a text that is longer than any time."""
    assert fault(text)[0].en == message


def test_the_errors_text_is_english_with_its_hint():
    """``str()`` is for whoever calls from Python."""
    with pytest.raises(WaktuError) as caught:
        parse_waktu("5 minit")
    assert str(caught.value) == "'minit' is not known in the time '5 minit'; did you mean '5 menit'?"


def test_times_are_equal_when_they_say_the_same():
    """How they are written does not matter; what they say does."""
    assert len({parse_waktu(text) for text in ("7 hari", "7 (tujuh) Hari", "tujuh hari", "7hari.")}) == 1
    different = (
        "7 hari",
        "7 hari kerja",
        "maks. 7 hari",
        "± 7 hari",
        "7-7 hari",
        "7 hari/berkas",
        "Segera",
        "",
    )
    assert len({parse_waktu(text) for text in different}) == len(different)
    assert parse_waktu("24 jam") != parse_waktu("1 x 24 jam")


@pytest.mark.parametrize(
    ("text", "json"),
    [
        ("122 Hari 3 jam", {"text": "122 hari 3 jam", "parts": {"hari": 122, "jam": 3}}),
        ("1,5 hari kerja", {"text": "1,5 hari kerja", "parts": {"hari kerja": "1,5"}}),
        ("1-2 hari", {"text": "1-2 hari", "min": {"hari": 1}, "max": {"hari": 2}}),
        ("maks. 3 hari", {"text": "maks. 3 hari", "min": {"menit": 0}, "max": {"hari": 3}}),
        ("± 10 menit", {"text": "± 10 menit", "parts": {"menit": 10}}),
        ("2 x 24 jam", {"text": "2 x 24 jam", "parts": {"jam": 48}}),
        ("0 menit", {"text": "0 menit", "parts": {"menit": 0}}),
        ("Segera", {"text": "Segera", "parts": {}}),
    ],
)
def test_json_has_text_and_parts(text, json):
    """Parts by unit; a range has them at both ends."""
    assert parse_waktu(text).as_json() == json


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, Waktu("", Measure.UNMEASURED)),
        ("", Waktu("", Measure.UNMEASURED)),
        ("30 menit", parse_waktu("30 menit")),
        ({"bersama": "4"}, Waktu("", Measure.SHARED, bersama="4")),
        ({"bersama": " 4a "}, Waktu("", Measure.SHARED, bersama="4a")),
        ({"teks": "Sebelum revisi"}, Waktu("", Measure.UNMEASURED, kata="sebelum revisi")),
        ({"teks": "30 menit"}, Waktu("", Measure.UNMEASURED, kata="30 menit")),
    ],
)
def test_a_definition_holds_a_text_or_one_of_two_mappings(value, expected):
    """Every shape of ``waktu`` in a definition."""
    assert waktu_of(value) == expected


def test_free_words_print_as_they_stand_and_a_shared_time_prints_nothing():
    """What the sheet shows of them."""
    assert str(waktu_of({"teks": "Sebelum periode revisi"})) == "Sebelum periode revisi"
    assert (str(waktu_of({"bersama": "4"})), waktu_of({"bersama": "4"}).as_json()) == (
        "",
        {"text": "", "parts": {}},
    )


FORMS = Text("tulis {bersama: 4} atau {teks: ...}", "write {bersama: 4} or {teks: ...}")


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ({"bersma": "4"}, "unknown key 'bersma' in a time", meant("bersama")),
        ({"xyz": "4"}, "unknown key 'xyz' in a time", FORMS),
        ({}, "a time that is an empty '{}'", FORMS),
        ({"bersama": "4", "teks": "x"}, "a time with both 'bersama' and 'teks'", FORMS),
        (
            {"bersama": None},
            "'bersama' does not name the id of a row",
            Text("tulis id baris di atasnya: {bersama: 4}", "write the id of a row above it: {bersama: 4}"),
        ),
        (
            {"bersama": ["3", "4"]},
            "'bersama' does not name the id of a row",
            Text("tulis id baris di atasnya: {bersama: 4}", "write the id of a row above it: {bersama: 4}"),
        ),
        (
            {"teks": " "},
            "'teks' holds no words",
            Text(
                "tulis kata-katanya, atau kosongkan 'waktu'; apit dengan tanda kutip bila memuat koma",
                "write the words, or leave 'waktu' empty; put words with a comma in quotes",
            ),
        ),
        (
            ["2 bulan", "5 hari"],
            "a list, but a row has one time",
            Text(
                "tulis dalam satu baris: '2 bulan; 5 hari kerja'",
                "write it on one line: '2 bulan; 5 hari kerja'",
            ),
        ),
        (
            30,
            "the value of 'waktu' is no text",
            Text("tulis misalnya '30 menit'", "write for example '30 menit'"),
        ),
    ],
)
def test_other_shapes_are_refused(value, message, hint):
    """A mapping, list or number that is no time says what would be one."""
    with pytest.raises(WaktuError) as caught:
        waktu_of(value)
    assert (caught.value.message.en, caught.value.hint) == (message, hint)


ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def spelled(number: int) -> str:
    """A number from 1 to 999,999 in Indonesian words."""
    if number >= 1000:
        thousands = "seribu" if number < 2000 else f"{spelled(number // 1000)} ribu"
        return f"{thousands} {spelled(number % 1000)}".strip() if number % 1000 else thousands
    if number >= 100:
        hundreds = "seratus" if number < 200 else f"{ONES[number // 100]} ratus"
        return f"{hundreds} {spelled(number % 100)}".strip() if number % 100 else hundreds
    if number in (10, 11):
        return ("sepuluh", "sebelas")[number - 10]
    if number < 20:
        return f"{ONES[number - 10]} belas" if number > 9 else ONES[number]
    return f"{ONES[number // 10]} puluh {ONES[number % 10]}".strip()


@given(st.integers(1, 999_999))
def test_number_words_are_read_back(number):
    """Every number in words is the number, with spaces and without, and in the double style."""
    words = spelled(number)
    expected = Waktu("", Measure.MEASURED, amount({"menit": number}), amount({"menit": number}))
    assert parse_waktu(f"{words} menit") == parse_waktu(f"{words.replace(' ', '')} menit") == expected
    assert parse_waktu(f"{number} ({words}) menit") == expected


numbers = st.one_of(
    st.integers(0, 999_999).map(Fraction),
    st.builds(Fraction, st.integers(0, 400), st.integers(1, 60)),
)
amounts = st.dictionaries(st.sampled_from(Unit), numbers, max_size=4).map(
    lambda parts: Amount.of(parts).spread()
)
rates = st.one_of(
    st.none(), st.sampled_from(["berkas", "OPD", "hari kerja", "berkas permohonan", "kali-kali"])
)


@st.composite
def times(draw: st.DrawFn) -> Waktu:
    """Any measured time."""
    style, per = draw(st.sampled_from(Style)), draw(rates)
    if draw(st.booleans()):
        days = sorted(draw(st.tuples(st.integers(0, 999_999), st.integers(0, 999_999))))
        low, high = (Amount.of({Unit.JAM: 24 * day}) for day in days)
        clock = True
    else:
        low, high = draw(amounts), draw(amounts)
        parts = [number for end in (low, high) for _, number in end.parts]
        assume(all(number < 10**6 and number.denominator <= 1000 for number in parts))
        low, high = (high, low) if surely_longer(low, high) else (low, high)
        clock = False
    if style is Style.PLAIN:
        low = high
    elif style is Style.AT_MOST:
        low = ZERO
    return Waktu("", Measure.MEASURED, low, high, style, per, clock)


@given(times())
def test_a_written_time_reads_back_equal(waktu):
    """The canonical text says everything that a time holds."""
    assert parse_waktu(str(waktu)) == waktu


PIECES = (
    *(
        "1",
        "2",
        "30",
        "1,5",
        "1.500",
        "000",
        "½",
        "satu",
        "dua",
        "belas",
        "setengah",
        "koma",
        "ribu",
        "x",
        "24",
        "/",
    ),
    *(
        "menit",
        "jam",
        "hari",
        "hari kerja",
        "sejam",
        "bulan",
        "Januari",
        "minit",
        "berkas",
        "per",
        "maks.",
        "±",
    ),
    *(
        "-",
        "–",
        "s.d.",
        "sampai",
        ";",
        ",",
        "dan",
        "+",
        "(",
        ")",
        ".",
        "minimal",
        "Segera",
        "²",
        "٣",
        "İ",
        "ſ",
        "\u200b",
    ),
)


@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)))
def test_any_text_is_a_time_or_says_why_not(text):
    """Nothing but a ``WaktuError`` is raised, its words are whole, and its readings are times."""
    try:
        found = parse_waktu(text)
    except WaktuError as error:
        fault = error
    else:
        assert found.teks == text
        assert parse_waktu(str(found)) == found
        assert (found.terkecil is not None) is found.is_measured
        return
    assert fault.hint is not None
    assert [words for words in (*fault.message, *fault.hint) if not words or "\n" in words] == []
    if fault.hint.en.startswith("did you mean '"):
        assert parse_waktu(fault.hint.en.split("'")[1]).teks
