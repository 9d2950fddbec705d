"""Widths against the font itself, wrapped lines character for character, and what holds for any text."""

import math
import re
import runpy
import unicodedata
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.layout import _widths, measure
from sop_engine.layout.measure import Face, Line, Run, narrowest, runs_of, visible, width, wrap

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_widths.py"

SAMPLES = (
    "Menyusun konsep laporan kinerja (LKjIP) s.d. 31/12/2025 & 'R/T' @ 100%?",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789",
    "\u2018kutip\u2019 \u201cganda\u201d \u2013 \u2014 \u2026 \u2022 § © ± × ÷ ½ µ Rp € £ ¥",
    "Éàçñöüß Āčďėğřşţűźž Ďďľť Ơơ Ạặỹ",
    "\u2190\u2191\u2192\u2193 \u2264 \u2265 \u2260 \u2248 \u221e \u2211 \u221a \u25a0 \u25cf \u25ba \ufb01",
    "Ελληνικά ΑΒΓΔΩ αβγδω",
    "Кириллица Жж Щщ Юю",
    "e\u0301 n\u0303 \ufffd",
)

ANY_TEXT = st.text(st.characters())
# What breaking and markup turn on, much denser than chance would have it.
TRICKY = st.text(
    st.sampled_from(" \n\t_-/.,(aiWM10\u00a0\u00ad\u200b\u200d\u2028\u0301\u2014\U0001f1ee\U0001f600")
    | st.characters(),
    max_size=60,
)
SENTENCES = st.lists(st.text("abimW", min_size=1, max_size=6), min_size=1, max_size=12).map(" ".join)
SIZES = st.sampled_from([4.0, 7.5, 8.0, 9.1, 10.0, 1 / 3])
LIMITS = st.floats(min_value=-1, max_value=200)


def texts(lines: tuple[Line, ...]) -> list[str]:
    """The characters of each line."""
    return [line.text for line in lines]


def need(module: str, package: str) -> ModuleType:
    """Import what only the dev extra brings, or skip the test and say what is missing."""
    return pytest.importorskip(module, reason=f"{package} is not installed: it comes with the dev extra")


@pytest.fixture(scope="module")
def font_advances() -> dict[Face, dict[str, int]]:
    """The advances of the sample characters in static instances, cut from the font as a writer cuts them."""
    subset, font_files = need("fontTools.subset", "fonttools"), need("fontTools.ttLib", "fonttools")
    instancer, fontpkg = need("fontTools.varLib.instancer", "fonttools"), need("fontpkg", "fontpkg-arimo")
    need("fontpkg_arimo", "fontpkg-arimo")
    tables = {}
    for face in Face:
        slope = "italic" if face in {Face.ITALIC, Face.BOLD_ITALIC} else "normal"
        weight = 700 if face in {Face.BOLD, Face.BOLD_ITALIC} else 400
        font = font_files.TTFont(fontpkg.path("Arimo", weight, slope))
        subsetter = subset.Subsetter(subset.Options(layout_features=[], hinting=False))
        subsetter.populate(text="".join(SAMPLES))
        subsetter.subset(font)
        static = instancer.instantiateVariableFont(font, {"wght": weight})
        tables[face] = {chr(code): static["hmtx"][name][0] for code, name in static.getBestCmap().items()}
    return tables


def test_the_committed_table_is_what_the_script_writes_from_the_font() -> None:
    """The figures in the package are the font's, or the script has to be run again."""
    need("fontTools.ttLib", "fonttools")
    need("fontpkg", "fontpkg-arimo")
    need("fontpkg_arimo", "fontpkg-arimo")
    committed = Path(_widths.__file__).read_text(encoding="utf-8")
    assert runpy.run_path(str(SCRIPT))["generate"]() == committed


@pytest.mark.parametrize("face", Face)
def test_widths_are_those_of_the_instanced_font(
    face: Face, font_advances: dict[Face, dict[str, int]]
) -> None:
    """At one em of 2048 points, a text is as wide as the sum of the font's own advances."""
    expected = {text: sum(font_advances[face][char] for char in text) for text in SAMPLES}
    assert {text: width(text, 2048, face) for text in SAMPLES} == expected


@pytest.mark.parametrize(
    ("face", "thousandths"),
    [
        (Face.REGULAR, {"0": 556, " ": 278, "A": 667, "W": 944, "m": 833, "i": 222, "-": 333, "%": 889}),
        (Face.BOLD, {"0": 556, " ": 278, "A": 722, "W": 944, "m": 889, "i": 278, "-": 333, "%": 889}),
        (Face.ITALIC, {"0": 556, " ": 278, "A": 667, "W": 944, "m": 833, "i": 222, "-": 333, "%": 889}),
        (Face.BOLD_ITALIC, {"0": 556, " ": 278, "A": 722, "W": 944, "m": 889, "i": 278, "-": 333, "%": 889}),
    ],
)
def test_widths_are_those_of_arial(face: Face, thousandths: dict[str, int]) -> None:
    """The figures of Arial's metrics files hold, so that Arial and Liberation Sans can stand in."""
    assert {char: round(width(char, 1000, face)) for char in thousandths} == thousandths


def test_heights_are_those_of_the_font() -> None:
    """A line reaches 0.905 em up and 0.212 em down, and capitals are 0.688 em high."""
    heights = (measure.ASCENT, measure.DESCENT, measure.CAP_HEIGHT, measure.X_HEIGHT)
    assert heights == (1854 / 2048, 434 / 2048, 1409 / 2048, 1082 / 2048)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("", 0.0),
        ("\n", 0.0),
        ("\u0915", 1.0),  # a Devanagari letter
        ("\u0915\u093c", 1.0),  # the same with a mark below
        ("\u0915\u093e", 2.0),  # and with a vowel sign that takes room
        ("中文", 2.0),
        ("\uff21", 1.0),  # a full-width A
        ("\U0001f600", 2867 / 2048),  # a colour emoji
        ("\u2713", 1.0),  # a check mark
        ("\uf0b7", 1.0),  # private use: Word's bullet
        ("\t", 569 / 2048),
        ("\x00", 1721 / 2048),
        ("\u202e", 1721 / 2048),
        ("\u00ad", 682 / 2048),
    ],
)
def test_what_the_font_lacks_is_estimated_on_the_wide_side(text: str, ems: float) -> None:
    """Marks take no room, emoji 1.4 em, other foreign characters 1 em, and what is replaced its stand-in."""
    assert width(text, 1) == ems


def test_a_face_is_named_by_weight_and_slope() -> None:
    """Each of the four pairs names its own face."""
    named = [Face.of(bold=bold, italic=italic) for bold in (False, True) for italic in (False, True)]
    assert named == [Face.REGULAR, Face.ITALIC, Face.BOLD, Face.BOLD_ITALIC]


@given(ANY_TEXT, SIZES, st.sampled_from(Face))
def test_a_text_is_as_wide_as_what_is_drawn_of_it(text: str, size: float, face: Face) -> None:
    """Making a text visible does not change its width."""
    assert width(text, size, face) == width(visible(text), size, face)


def test_only_what_cannot_be_drawn_is_replaced() -> None:
    """Each kind of unfit character becomes its stand-in, and its neighbours stay."""
    unfit = (
        "\x00\x08\x0b\x0c\r\x1f\x7f\x80\x85\x9f\u202a\u202e\u2066\u2069\ud800\udfff\ufdd0\ufdef\ufffe\uffff"
    )
    assert visible("a" + unfit + "b") == "a" + "\ufffd" * len(unfit) + "b"
    assert visible("\U0001fffe\U0001ffff\U0010fffe\U0010ffff") == "\ufffd" * 4
    assert visible("a\tb\u2028c\u2029d\ne") == "a b\nc\nd\ne"
    kept = "é\u00a0\u00ad\u200b\u200d\u200e\ue000\ufdcf\ufdf0\ufffd\U00010000\U0010fffd\u0378"
    assert visible(kept) == kept


@given(ANY_TEXT)
def test_a_visible_text_survives_xml(text: str) -> None:
    """An XML parser takes any visible text and gives it back, one character for one of the original."""
    drawn = visible(text)
    assert ET.fromstring(f"<text>{escape(drawn)}</text>").text == (drawn or None)
    assert len(drawn) == len(text)
    assert visible(drawn) == drawn


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", []),
        ("biasa", ["biasa"]),
        ("_upload_", ["/upload"]),
        ("berkas _hard copy_ dan _soft copy_.", ["berkas ", "/hard copy", " dan ", "/soft copy", "."]),
        ("(_draft_), _e-mail_/_fax_", ["(", "/draft", "), ", "/e-mail", "/", "/fax"]),
        ("di-_upload_-nya", ["di-", "/upload", "-nya"]),
        ("_Standard Operating Procedure (SOP)_", ["/Standard Operating Procedure (SOP)"]),
        ("_nama_berkas_", ["/nama_berkas"]),
        ("nama_berkas_x", ["nama_berkas_x"]),
        ("_file_nya", ["_file_nya"]),
        ("nama_file_", ["nama_file_"]),
        ("____", ["____"]),
        ("Nama: ____ Tanggal: _ _ _", ["Nama: ____ Tanggal: _ _ _"]),
        ("__init__", ["__init__"]),
        ("_isi ____ di sini_", ["/isi ____ di sini"]),
        ("_ kata _", ["_ kata _"]),
        ("_kata _", ["_kata _"]),
        ("_\tkata_", ["_ kata_"]),
        ("_buka saja", ["_buka saja"]),
        ("_satu _dua_", ["_satu ", "/dua"]),
        ("_satu\ndua_", ["_satu\ndua_"]),
        ("_satu\u2028dua_", ["_satu\ndua_"]),
        ("_satu_\n_dua_", ["/satu", "\n", "/dua"]),
        ("e\u0301_x_", ["e\u0301_x_"]),
        ("_x_\u0301", ["_x_\u0301"]),
        ("_\u0301x_", ["_\u0301x_"]),
        ("_a\x00b_", ["/a\ufffdb"]),
        ("<_b_>&", ["<", "/b", ">&"]),
    ],
)
def test_italics_are_marked_by_one_underscore_at_each_end(text: str, runs: list[str]) -> None:
    """Markup is taken out where it is markup and left where it is text; a slash here begins an italic run."""
    expected = [
        Run(run[1:], italic=True) if run.startswith("/") and len(run) > 1 else Run(run, italic=False)
        for run in runs
    ]
    assert list(runs_of(text)) == expected


@given(TRICKY)
def test_runs_hold_the_whole_text_but_its_markup(text: str) -> None:
    """Each italic run costs two underscores and nothing else; none is empty, spaced, or over a line's end."""
    runs = runs_of(text)
    marked = "".join(f"_{run.text}_" if run.italic else run.text for run in runs)
    assert marked == visible(text)
    assert all(re.fullmatch(r"[^\s_](.*[^\s_])?", run.text) for run in runs if run.italic)
    assert all(run.text for run in runs)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        # At 10 points a digit takes 5.56, a space, comma, full stop or slash 2.78, a hyphen 3.33.
        ("", 50, []),
        ("  \n \u3000\n", 50, []),
        ("11 22 33", 50, ["11 22 33"]),
        ("11 22 33", 38.93, ["11 22 33"]),
        ("11 22 33", 38.92, ["11 22", "33"]),
        ("11  22   33  ", 20, ["11", "22", "33"]),
        ("11  22   33  ", 30, ["11  22", "33"]),
        ("  11 22", 17, ["  11", "22"]),
        ("  11 22", 16, ["11", "22"]),
        ("11\n\n 22\n", 50, ["11", "", " 22"]),
        ("\n11", 50, ["", "11"]),
        ("11\u202822", 50, ["11", "22"]),
        ("11\t22", 30, ["11 22"]),
        ("11\u200322\u300033", 12, ["11", "22", "33"]),
        ("11\u00a022 33\u202f44 55\u200766", 30, ["11\u00a022", "33\u202f44", "55\u200766"]),
        ("Ya/Tidak", 25, ["Ya/", "Tidak"]),
        ("dan/atau", 39, ["dan/atau"]),
        ("PermenPAN-RB", 60, ["PermenPAN-", "RB"]),
        (
            "pra\u2013rapat pra\u2014rapat pra\u2010rapat",
            30,
            ["pra\u2013", "rapat", "pra\u2014", "rapat", "pra\u2010", "rapat"],
        ),
        ("pra\u2011rapat", 42, ["pra\u2011rapat"]),
        ("Kabid/Kasubbag/Staf", 50, ["Kabid/", "Kasubbag/", "Staf"]),
        ("softcopy/(hardcopy)", 50, ["softcopy/", "(hardcopy)"]),
        ("http://alamat", 31, ["http://", "alamat"]),
        ("ab s/d bc", 22, ["ab", "s/d", "bc"]),
        ("aa e-mail bb", 30, ["aa", "e-mail", "bb"]),
        ("aa -an bb", 16, ["aa", "-an", "bb"]),
        ("aa 1-2 x", 23, ["aa", "1-2 x"]),
        ("aa 12/2015", 37, ["aa", "12/2015"]),
        ("la\u00adpor\u00adan", 100, ["laporan"]),
        ("la\u00adpor\u00adm", 25.57, ["lapor-", "m"]),
        ("la\u00adpor\u00adm", 25.56, ["la-", "porm"]),
        ("\u00adaa\u00ad bb\u00ad", 12, ["aa", "bb"]),
        ("aa-\u00adbb", 16, ["aa-", "bb"]),
        ("aa \u00ad bb", 12, ["aa", "bb"]),
        ("aaa\u200bbbb", 20, ["aaa", "bbb"]),
        ("aaa\u200bbbb", 40, ["aaabbb"]),
        ("1111111111", 28, ["11111", "11111"]),
        ("22 1111111 3", 28, ["22", "11111", "11 3"]),
        ("nama@instansi.go.id", 60, ["nama@", "instansi.go.id"]),
        ("000/111/222/2023", 50, ["000/111/", "222/2023"]),
        ("1-11111111", 28, ["1-111", "11111"]),
        ("e\u0301e\u0301e\u0301", 6, ["e\u0301", "e\u0301", "e\u0301"]),
        ("WW", 1, ["W", "W"]),
        ("W\u0301\u0302W", 1, ["W\u0301\u0302", "W"]),
        ("\U0001f1ee\U0001f1e9\U0001f1f2\U0001f1fe", 1, ["\U0001f1ee\U0001f1e9", "\U0001f1f2\U0001f1fe"]),
        (
            "\U0001f469\u200d\U0001f4bb\U0001f44d\U0001f3fd",
            29,
            ["\U0001f469\u200d\U0001f4bb", "\U0001f44d\U0001f3fd"],
        ),
        (
            "\U0001f469\u200d\U0001f4bb\U0001f44d\U0001f3fd",
            1,
            ["\U0001f469\u200d", "\U0001f4bb", "\U0001f44d\U0001f3fd"],
        ),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            29,
            ["\U0001f468\u200d\U0001f469\u200d", "\U0001f467"],
        ),
        ("\u1112\u1161\u11ab\u1100", 1, ["\u1112\u1161\u11ab", "\u1100"]),
        ("11 22", math.inf, ["11 22"]),
        ("11 22", 0, ["1", "1", "2", "2"]),
        ("11 22", -math.inf, ["1", "1", "2", "2"]),
        ("11 22", math.nan, ["1", "1", "2", "2"]),
        ("1\x002", 50, ["1\ufffd2"]),
    ],
)
def test_lines_break_where_they_should(text: str, limit: float, lines: list[str]) -> None:
    """Each way of breaking a line, at 10 points."""
    assert texts(wrap(text, 10, limit)) == lines


def test_lines_carry_their_runs_and_their_width() -> None:
    """Italics go on over a line's end, keep their own advances, and end with it; the width is in points."""
    assert wrap("aa _hard copy_ bb", 2048, 9000) == (
        Line((Run("aa ", italic=False), Run("hard", italic=True)), 2 * 1139 + 569 + 1139 * 3 + 682),
        Line((Run("copy", italic=True), Run(" bb", italic=False)), 1024 * 2 + 1139 * 2 + 569 + 1139 * 2),
    )


def test_italic_advances_count_where_they_differ() -> None:
    """The Greek gamma is narrower upright (1128) than slanted (1168), and bolder ones are 1231 and 1249."""
    widths = [
        wrap(text, 2048, math.inf, bold=bold)[0].width for text in ("Γ", "_Γ_") for bold in (False, True)
    ]
    assert widths == [1128, 1231, 1168, 1249]


def test_a_soft_hyphen_takes_the_face_of_its_word() -> None:
    """The hyphen shown stands in the italic run, and is as wide in each slope."""
    assert wrap("_la\u00adpor_", 2048, 3000) == (
        Line((Run("la-", italic=True),), 455 + 1139 + 682),
        Line((Run("por", italic=True),), 1139 * 2 + 682),
    )
    assert [width("-", 2048, face) for face in Face] == [682, 682, 682, 682]


def test_stretches_of_one_face_are_one_run() -> None:
    """A break mark between two italic words leaves no seam in what is drawn."""
    assert wrap("_a_\u200b_b_", 10, 50)[0].runs == (Run("ab", italic=True),)


def test_bold_text_is_measured_bold() -> None:
    """What just fits in regular type wraps in bold."""
    limit = width("aku bisa", 10)
    assert texts(wrap("aku bisa", 10, limit)) == ["aku bisa"]
    assert texts(wrap("aku bisa", 10, limit, bold=True)) == ["aku", "bisa"]


def test_long_texts_are_wrapped_like_short_ones() -> None:
    """A text of nine thousand words, one to a line, keeps them all in order."""
    words = [f"{number}" for number in range(1000, 10_000)]
    assert texts(wrap(" ".join(words), 10, width("8888", 10))) == words


@pytest.mark.parametrize(
    ("text", "limit", "greedy", "balanced"),
    [
        ("Kasubbag Tata Usaha", 75, ["Kasubbag Tata", "Usaha"], ["Kasubbag", "Tata Usaha"]),
        ("aa bb cc dd ee", 45, ["aa bb cc", "dd ee"], ["aa bb cc", "dd ee"]),
        ("a bb cc dd", 45, ["a bb cc", "dd"], ["a bb", "cc dd"]),
        ("a b", 50, ["a b"], ["a b"]),
        ("a bb cc dd\nee", 45, ["a bb cc", "dd", "ee"], ["a bb", "cc dd", "ee"]),
        ("111111 2", 28, ["11111", "1 2"], ["11111", "1 2"]),
    ],
)
def test_headings_are_balanced(text: str, limit: float, greedy: list[str], balanced: list[str]) -> None:
    """The same number of lines within the least width; a text with a broken word stays as it is."""
    assert texts(wrap(text, 10, limit)) == greedy
    assert texts(wrap(text, 10, limit, balance=True)) == balanced


@pytest.mark.parametrize("size", [0, -1, math.nan])
def test_a_size_must_be_positive(size: float) -> None:
    """A size that is none is the caller's fault."""
    with pytest.raises(ValueError, match="the font size must be positive, not"):
        wrap("a", size, 10)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("", 0),
        ("11 2222 3", 4 * 1139),
        ("_Γ_ i", 1168),
        ("Ya/Tidak", 1251 + 455 + 2 * 1139 + 1024),
        ("i\u00adi", 455 + 682),
        ("  11", 2 * 1139),
        ("11\n222\u00a03", 4 * 1139 + 569),
    ],
)
def test_the_narrowest_width_is_that_of_the_widest_piece(text: str, ems: int) -> None:
    """Spaces count only inside a piece, and a soft hyphen counts as the hyphen that it may show."""
    assert narrowest(text, 2048) == ems


def test_the_narrowest_width_of_bold_text_is_bold() -> None:
    """The bold letter i takes 0.278 em, the regular one 0.222."""
    assert (narrowest("iii", 2048), narrowest("iii", 2048, bold=True)) == (3 * 455, 3 * 569)


@given(TRICKY, SIZES, LIMITS, st.booleans(), st.booleans())
def test_no_line_is_wider_than_the_limit(
    text: str, size: float, limit: float, bold: bool, balance: bool
) -> None:
    """Only what cannot be broken any more stands out; a line's width is that of its runs."""
    for line in wrap(text, size, limit, bold=bold, balance=balance):
        faces = [Face.of(bold=bold, italic=run.italic) for run in line.runs]
        drawn = sum(width(run.text, 2048, face) for run, face in zip(line.runs, faces, strict=True))
        assert line.width == drawn * size / 2048
        assert all(one.italic != other.italic for one, other in pairwise(line.runs))
        assert all(run.text for run in line.runs)
        assert line.width <= max(limit, 0) or is_one_character(line.text)


def is_one_character(text: str) -> bool:
    """Whether a reader sees one character: by the standard's letter classes, not by the code under test."""
    bases = 0
    for before, char in pairwise("\0" + text):
        extends = unicodedata.category(char) in {"Mn", "Mc", "Me"} or 0x1F3FB <= ord(char) <= 0x1F3FF
        tied = before == "\u200d" or char in "\u200c\u200d\u2060\ufeff" or 0xE0020 <= ord(char) <= 0xE007F
        jamo = 0x1160 <= ord(char) <= 0x11FF
        bases += not (extends or tied or jamo)
    return bases <= (2 if unicodedata.name(text[0], "").startswith("REGIONAL INDICATOR") else 1)


BREAKING_SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"


@given(TRICKY.map(lambda text: text.replace("\u00ad", "")), LIMITS, st.booleans())
def test_lines_restore_the_text(text: str, limit: float, balance: bool) -> None:
    """One line after the other is found in the text, with nothing but spaces and line breaks between."""
    rest = "".join(run.text for run in runs_of(text)).replace("\u200b", "")
    for line in texts(wrap(text, 8, limit, balance=balance)):
        if not rest.startswith(line):
            rest = rest.lstrip(BREAKING_SPACES)
        assert rest.startswith(line)
        rest = rest.removeprefix(line)
        rest = re.sub(rf"^[{BREAKING_SPACES}]*\n", "", rest, count=1)
    assert rest.strip(BREAKING_SPACES + "\n") == ""


@given(SENTENCES, SIZES, st.floats(min_value=0, max_value=100))
def test_lines_are_as_full_as_they_can_be(text: str, size: float, extra: float) -> None:
    """Where every word fits, the lines are those of filling word by word."""
    limit = narrowest(text, size) + extra
    expected = [""]
    for word in text.split():
        longer = f"{expected[-1]} {word}".lstrip()
        if width(longer, size) <= limit:
            expected[-1] = longer
        else:
            expected.append(word)
    assert texts(wrap(text, size, limit)) == expected


@given(SENTENCES, SIZES)
def test_the_narrowest_width_is_exact(text: str, size: float) -> None:
    """At that width no word is broken; a hair below it the widest one is, unless it is one letter."""
    least = narrowest(text, size)
    assert " ".join(texts(wrap(text, size, least))).split() == text.split()
    below = " ".join(texts(wrap(text, size, math.nextafter(least, 0)))).split()
    widest = max(text.split(), key=lambda word: width(word, size))
    assert (below == text.split()) == (len(widest) == 1)


@given(TRICKY, LIMITS)
def test_balancing_keeps_the_number_of_lines_and_widens_none(text: str, limit: float) -> None:
    """A balanced text has as many lines, and its widest one is no wider."""
    greedy, balanced = wrap(text, 8, limit), wrap(text, 8, limit, balance=True)
    assert len(balanced) == len(greedy)
    widest = [max((line.width for line in lines), default=0) for lines in (greedy, balanced)]
    assert widest[1] <= widest[0]


@given(SENTENCES, st.integers(1, 5))
def test_a_balanced_text_would_not_fit_in_less(text: str, parts: int) -> None:
    """A hair below the balanced width the text needs one more line, or a word of it would break."""
    limit = max(narrowest(text, 8), width(text, 8) / parts)
    lines = wrap(text, 8, limit, balance=True)
    least = max(line.width for line in lines)
    assert len(wrap(text, 8, math.nextafter(least, 0))) > len(lines) or least == narrowest(text, 8)


@given(TRICKY, st.sampled_from([5.0, 8.5, 11.3]), st.floats(0.0, 400.0), st.booleans(), st.booleans())
def test_a_text_that_is_measured_once_is_set_as_any(
    text: str, size: float, limit: float, bold: bool, balance: bool
) -> None:
    """Its width, its least limit and its lines are those of the text itself."""
    kept = measure.prose(text, bold=bold)
    face = Face.of(bold=bold, italic=False)
    assert (kept.text, kept.width(size)) == (text, width(text, size, face))
    assert kept.narrowest(size) == narrowest(text, size, bold=bold)
    assert kept.wrap(size, limit, balance=balance) == wrap(text, size, limit, bold=bold, balance=balance)
