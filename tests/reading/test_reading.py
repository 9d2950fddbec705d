"""Reading: data, places, comments, and YAML's traps in plain words."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML, YAMLError

from sop_engine.reading import Document, decode, read
from sop_engine.reading.document import Place
from sop_engine.source import SourceFile, Span


def reading(text: str) -> Document:
    """The document of a text that has to be readable."""
    document, found = read(SourceFile("t.yaml", text))
    assert document is not None, [d.message.en for d in found]
    return document


def fault(text: str) -> tuple[str, str, str, str | None]:
    """Code, place, message and hint of the only finding in a text."""
    _, found = read(SourceFile("t.yaml", text))
    (one,) = found
    shown = text[one.span.start : one.span.end]
    return one.code, f"{one.start.line}:{one.start.column} {shown}", one.message.en, one.hint and one.hint.en


def every_span(place: Place) -> list[tuple[int, int]]:
    """All spans in a tree of places, keys included."""
    found = [(place[0], place[1])]
    if len(place) == 3 and isinstance(place[2], dict):
        for start, end, value in place[2].values():
            found += [(start, end), *every_span(value)]
    elif len(place) == 3:
        for item in place[2]:
            found += every_span(item)
    return found


class TestPlaces:
    """Where keys and values stand."""

    TEXT = "a: satu\nb:\n  - 'dua'\n  - |\n    tiga\n    empat\nc: {x: 1, y: [2, 3]}\nd:\ne: lima\n  enam\n"

    @pytest.mark.parametrize(
        ("loc", "value", "key"),
        [
            (("a",), "satu", "a"),
            (("b",), "- 'dua'\n  - |\n    tiga\n    empat", "b"),
            (("b", 0), "'dua'", "'dua'"),
            (("b", 1), "|\n    tiga\n    empat", "|\n    tiga\n    empat"),
            (("c",), "{x: 1, y: [2, 3]}", "c"),
            (("c", "y"), "[2, 3]", "y"),
            (("c", "y", 1), "3", "3"),
            (("d",), "d", "d"),
            (("e",), "lima\n  enam", "e"),
            (("e", "tidak", "ada"), "e", "e"),
            (("tidak",), "a: satu", "a: satu"),
            (("c", "function-after[x]", "x"), "1", "x"),
        ],
    )
    def test_a_path_has_its_place(self, loc: tuple[str | int, ...], value: str, key: str) -> None:
        """A path names the text of its value and of its key; what is not there, that of its parent."""
        document = reading(self.TEXT)
        text = document.source.text
        assert text[slice(*document.span(loc))] == value
        assert text[slice(*document.key_span(loc))] == key

    def test_data_is_the_text_that_stands_there(self) -> None:
        """Scalars keep their text; only a plain empty value, ~ and null are none."""
        document = reading(
            "a: 01\nb: 1_000\nc: yes\nd: ~\ne: null\nf: ''\ng: '~'\nh: 0x1F\ni: 2023-01-02\nj:\n"
        )
        assert document.data == {
            "a": "01",
            "b": "1_000",
            "c": "yes",
            "d": None,
            "e": None,
            "f": "",
            "g": "~",
            "h": "0x1F",
            "i": "2023-01-02",
            "j": None,
        }

    def test_columns_count_code_points(self) -> None:
        """An emoji is one column, a CRLF one line end, and a byte order mark nothing."""
        source, found = decode("\ufeffa: 😀 b\r\nc: d\r\n".encode(), "t.yaml")
        assert found == ()
        document, _ = read(source)
        assert document is not None
        assert source.position(document.span(("c",)).start) == (2, 4)
        assert source.position(document.span(("a",)).end) == (1, 7)


class TestComments:
    """Comments stand in the gaps."""

    def test_comments_are_found_outside_texts_only(self) -> None:
        """A # inside a quoted, block or plain text is text; a comment knows whether it stands alone."""
        document = reading(
            "# satu\na: 'x # y'  # dua\nb: |  # tiga\n  z # bukan\n  # bukan\nc: d#e\n  #bukan?\n# empat\n"
        )
        assert [(c.text, c.alone) for c in document.comments] == [
            ("satu", True),
            ("dua", False),
            ("tiga", False),
            ("bukan?", True),
            ("empat", True),
        ]

    @pytest.mark.parametrize(
        ("text", "lost"),
        [
            ("a: Surat #3\n", "#3"),
            ("a: Surat # 3\n", "# 3"),
            ("a: #3\n", "#3"),
            ("a:\n  - Surat #3\n", "#3"),
        ],
    )
    def test_text_lost_to_a_comment_is_a_warning(self, text: str, lost: str) -> None:
        """YAML cuts the rest of an unquoted text off at ' #'."""
        code, place, message, _ = fault(text)
        assert (code, message) == ("SOP009", f"'{lost}' is read as a comment, not as text")
        assert place.endswith(lost)

    @pytest.mark.parametrize(
        "text",
        [
            "a: x  # y\n",
            "a: 'x' # y\n",
            "a: # y\n",
            "a: # y\n  b: c\n",
            "a: x # sop: abaikan SOP501\n",
            "# y\na: x\n",
        ],
    )
    def test_a_clear_comment_is_none(self, text: str) -> None:
        """Two spaces, quotes, an empty value or our own words make a comment a comment."""
        assert read(SourceFile("t", text))[1] == ()


TRAPS = [
    (
        "a: Dasar: hukum\n",
        "1:9 :",
        "': ' inside an unquoted text",
        "put the whole text in quotes: 'Dasar: hukum'",
    ),
    (
        "a: -\n",
        "1:4 -",
        "a lone '-' behind a key",
        "leave the value empty, or quote the dash: '-'",
    ),
    (
        "a: - satu\n",
        "1:4 - satu",
        "a list with '-' cannot begin on its key's line",
        "begin the list on the next line; if this is a text, put the whole text in quotes: '- satu'",
    ),
    (
        "a: *) bila perlu\n",
        "1:4 *) bila perlu",
        "a text cannot begin with '*' unquoted",
        "put the whole text in quotes: '*) bila perlu'",
    ),
    (
        "a: & lain\n",
        "1:4 & lain",
        "a text cannot begin with '&' unquoted",
        "put the whole text in quotes: '& lain'",
    ),
    (
        "a: @budi\n",
        "1:4 @budi",
        "a text cannot begin with '@' unquoted",
        "put the whole text in quotes: '@budi'",
    ),
    ("a: %x\n", "1:4 %x", "a text cannot begin with '%' unquoted", "put the whole text in quotes: '%x'"),
    ("a: `x`\n", "1:4 `x`", "a text cannot begin with '`' unquoted", "put the whole text in quotes: '`x`'"),
    ("a: ? b\n", "1:4 ? b", "a text cannot begin with '?' unquoted", "put the whole text in quotes: '? b'"),
    (
        "a: > 3 hari\n",
        "1:4 > 3 hari",
        "a text cannot begin with '>' unquoted",
        "put the whole text in quotes: '> 3 hari'",
    ),
    ("a: | x\n", "1:4 | x", "a text cannot begin with '|' unquoted", "put the whole text in quotes: '| x'"),
    ("a: , x\n", "1:4 , x", "a text cannot begin with ',' unquoted", "put the whole text in quotes: ', x'"),
    ("a:\n\tb: 1\n", "2:1 \t", "this line is indented by a tab", "replace each tab by two spaces"),
    ("a: 1\n  \tb: 1\n", "2:3 \t", "this line is indented by a tab", "replace each tab by two spaces"),
    (
        "a: 'satu\nb: 1\n",
        "1:4 'satu",
        "the quote opened here is not closed",
        "close it with ' at the end of the text; an apostrophe inside is written twice ('')",
    ),
    (
        "a: 'satu\nb: 'dua'\n",
        "1:4 'satu",
        "the quote opened here is not closed",
        "close it with ' at the end of the text; an apostrophe inside is written twice ('')",
    ),
    (
        'a: "satu\n',
        '1:4 "satu',
        "the quote opened here is not closed",
        'close it with " at the end of the text',
    ),
    (
        'a: "Draft" laporan\n',
        "1:12 laporan",
        "text goes on behind the closing quote",
        "quote the whole text, inner quotes included: '\"Draft\" laporan'",
    ),
    (
        "a: [Draft] laporan\n",
        "1:12 laporan",
        "text goes on behind the closing bracket",
        "if this is one text, put all of it in quotes",
    ),
    (
        "a: {Ya: 3, Tidak: 4\nb: 1\n",
        "1:4 {Ya: 3, Tidak: 4",
        "the '{' opened here is not closed properly",
        "close it with '}' and separate what is inside by commas; if this is a text, put it in quotes",
    ),
    (
        "a:\n  - b: [1,\n  - c: 2\n",
        "2:8 [1,",
        "the '[' opened here is not closed properly",
        "close it with ']' and separate what is inside by commas; if this is a text, put it in quotes",
    ),
    (
        "a:\n  - b: {x: {y: [1], z: '}'}, # [\n  - c: 2\n",
        "2:8 {x: {y: [1], z: '}'}, # [",
        "the '{' opened here is not closed properly",
        "close it with '}' and separate what is inside by commas; if this is a text, put it in quotes",
    ),
    *(
        (
            f"a:\n  - b: {begun}",
            f"2:8 {begun}",
            f"the '{begun[0]}' opened here is not closed properly",
            f"close it with '{closing}' and separate what is inside by commas; if this is a text, put it in quotes",
        )
        for begun, closing in (("[", "]"), ("{x:", "}"), ("[1, # [", "]"))
    ),
    ("a:b\nc: 1\n", "1:2 :", "no space after the colon", "write 'key: value'"),
    ("x: 1\na:b\nc: 1\n", "2:2 :", "no space after the colon", "write 'key: value'"),
    (
        "a: 1\n b: 2\n",
        "2:2 b",
        "this key is indented too deep",
        "align it with the key above, or leave that key's value empty",
    ),
    (
        "a:\n  - b: 1\n   c: 2\n",
        "3:4 c: 2",
        "this line does not align with the part above it",
        "align it with the '-' above, or with the keys of that item",
    ),
    (
        "a: 1\nb\n",
        "2:1 b",
        "this line is no 'key: value'",
        "put ':' and a space behind the key; a text that goes on must be indented deeper than its key",
    ),
    ("a:\n  - b: 1\n  -c: 2\n    d: 3\n", "3:3 -", "no space after the '-'", "write '- key: value'"),
    ("a:\n  -b: 1\n    d: 3\n", "2:3 -", "no space after the '-'", "write '- key: value'"),
    (
        "a: 1\nb = 2\nc: 3\n",
        "2:1 b = 2",
        "this line is no 'key: value'",
        "put ':' and a space behind the key; a text that goes on must be indented deeper than its key",
    ),
    ("a:\n  - b = 1\n    c: 2\n", "2:6  =", "'=' behind a key", "write 'key: value', with a colon"),
    (
        "a:\n  - b: 1\n  \xa0 c: 2\n",
        "3:3 \xa0",
        "this is a no-break space (U+00A0), not a space",
        "delete it and type a plain space",
    ),
    (": x\n", "1:1 :", "the key is empty here", "write a key in front of the colon"),
    ('a: "C:\\berkas\\q"\n', "1:14 \\", "a backslash inside double quotes", "use single quotes: 'C:\\files'"),
]


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"), TRAPS, ids=[trap[0].strip()[:20] for trap in TRAPS]
)
def test_a_trap_of_yaml_names_its_cure(text: str, place: str, message: str, hint: str) -> None:
    """Each of YAML's own traps is one finding, where the author has to act, with the cure in plain words."""
    assert fault(text) == ("SOP001", place, message, hint)


REFUSED = [
    ("", "SOP006", "1:1 ", "this file is empty"),
    ("# hanya komentar\n", "SOP006", "1:1 ", "this file is empty"),
    ("- a\n- b\n", "SOP006", "1:1 -", "this file holds a list, not a SOP definition"),
    ("teks saja\n", "SOP006", "1:1 t", "this file holds a text, not a SOP definition"),
    ("a: 1\n---\nb: 2\n", "SOP007", "2:1 ---", "a second document begins here"),
    ("a: 1\nb: 2\na: 3\n", "SOP004", "3:1 a", "key 'a' is written twice"),
    ("a: !x y\n", "SOP005", "1:4 !x", "tag '!x' is not supported"),
    ("a: !!int 3\n", "SOP005", "1:4 !!int", "tag '!!int' is not supported"),
    ("a: &b y\n", "SOP005", "1:4 &b", "anchor '&b' is not supported"),
    ("a: *b\n", "SOP005", "1:4 *b", "alias '*b' is not supported"),
    ("<<: {a: 1}\n", "SOP005", "1:1 <<", "the merge key '<<' is not supported"),
    ("{a: 1}: b\n", "SOP005", "1:1 {", "the key here is not a text"),
    ("~: b\n", "SOP005", "1:1 ~", "the key is empty here"),
    ("a: x\x00y\n", "SOP003", "1:5 \x00", "control character U+0000 is not allowed"),
    ("a: x\x1b[0m\n", "SOP003", "1:5 \x1b", "control character U+001B is not allowed"),
    ("a: x\u2028y\n", "SOP003", "1:5 \u2028", "line separator U+2028 is not allowed"),
    ("a: x\x85y\n", "SOP003", "1:5 \x85", "next line U+0085 is not allowed"),
]


@pytest.mark.parametrize(
    ("text", "code", "place", "message"), REFUSED, ids=[repr(r[0])[:20] for r in REFUSED]
)
def test_what_the_format_has_no_use_for_is_refused(text: str, code: str, place: str, message: str) -> None:
    """Each is one finding with its place; nothing else is reported."""
    assert fault(text)[:3] == (code, place, message)


def test_a_duplicate_key_shows_both_places() -> None:
    """The finding is at the second, its related place at the first."""
    _, found = read(SourceFile("t", "a:\n  b: 1\n  b: 2\n"))
    ((one),) = found
    assert one.span == Span(12, 13)
    assert [related.span for related in one.related] == [Span(5, 6)]


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        (b"a: \xff\n", "byte 0xff is not UTF-8 text", (1, 4)),
        ("\ufeffä: x\n".encode() + b"b: \xe9t\xe9\n", "byte 0xe9 is not UTF-8 text", (2, 4)),
        ("a: b\n".encode("utf-16"), "this file is UTF-16, not UTF-8", (1, 1)),
        ("a: b\n".encode("utf-16-le"), "this file is UTF-16, not UTF-8", (1, 1)),
        ("a: b\n".encode("utf-16-be"), "this file is UTF-16, not UTF-8", (1, 1)),
        ("a: b\n".encode("utf-32"), "this file is UTF-32, not UTF-8", (1, 1)),
    ],
)
def test_only_utf8_is_read(data: bytes, message: str, place: tuple[int, int]) -> None:
    """Another encoding is one finding at the first byte that tells."""
    _, (one,) = decode(data, "t")
    assert (one.code, one.message.en, one.start) == ("SOP002", message, place)


def test_nesting_is_cut_at_fifty() -> None:
    """Twenty thousand brackets are refused at the fifty-first level, without reading the rest."""
    code, place, message, _ = fault("a: " + "[" * 20_000)
    assert (code, message) == ("SOP008", "nested more than 50 levels deep")
    assert place == "1:53 ["


def test_a_bomb_of_aliases_is_cut_short() -> None:
    """Aliases are never followed, and reading ends at the twentieth finding, which is said."""
    lines = ["a0: &a0 [x]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 40))]
    document, found = read(SourceFile("t", "\n".join(lines)))
    assert document is None
    assert [d.code for d in found] == ["SOP005"] * 20 + ["SOP010"]


def by_ruamel(text: str) -> object:
    """What ruamel's pure YAML 1.2 parser reads, every scalar as its text."""
    yaml = YAML(typ="base", pure=True)
    return yaml.load(text)


def without_types(value: object) -> object:
    """Our data with the empty texts that ruamel's base constructor gives for nothing."""
    if isinstance(value, dict):
        return {key: without_types(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_types(item) for item in value]
    return "" if value is None else value


CORPUS = [
    "a: {teks: Valid?, a: 1}\n",
    "a: {b: c:d}\n",
    "a: [http://x:1, y]\n",
    "a: |\n  satu\n   dua\n\n  tiga\n\nb: >-\n  x\n  y\n",
    "a: 'it''s'\nb: \"\\u00e9\\n\"\n",
    "a:\n- b\n- - c\n  - d\n-\n",
    "? a\n: b\n",
    "a: x\n  y\n\n  z\nb: 'x\n\n  y'\n",
    "%YAML 1.2\n---\na: b\n...\n",
    "a: []\nb: {}\nc: {x: , y: }\n",
    'a: "tab\\there"\nb: a b\n',
]


@pytest.mark.parametrize("text", CORPUS)
def test_both_readers_agree_on_the_corpus(text: str) -> None:
    """The event reader and ruamel's pure parser read the same data."""
    assert without_types(reading(text).data) == by_ruamel(text)


def test_both_readers_agree_on_every_definition(root: Path) -> None:
    """The same for all definitions of the project."""
    files = sorted(
        [*(root / "definitions").rglob("*.yaml"), *(root / "tests" / "definitions").rglob("*.yaml")]
    )
    assert len(files) >= 8
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert without_types(reading(text).data) == by_ruamel(text), file.name


plain = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12
)
yamlish = st.lists(
    st.sampled_from(
        [
            "a",
            "b: ",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "'",
            '"',
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            " #",
            "|\n",
            "&x ",
            "*x",
            "!t ",
            "?",
            "é",
            "😀",
            "~",
            "\t",
            "%",
            "\r\n",
        ]
    ),
    max_size=30,
).map("".join)


@given(st.binary(max_size=200) | yamlish.map(str.encode) | plain.map(str.encode))
@example(b"\xef\xbb\xbf")
@example(b"a: |")
@example(b"a: |\n\n\n# x")
@example(b"{a: b, a: c}")
def test_any_bytes_never_raise_and_spans_lie_inside(data: bytes) -> None:
    """Whatever the bytes: a document or findings, and every span and comment lies inside the text."""
    source, found = decode(data, "t")
    document = None
    if not found:
        document, found = read(source)
    size = len(source.text)
    for diagnostic in found:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= size
        assert diagnostic.start <= diagnostic.end
        assert all(0 <= r.span.start <= r.span.end <= size for r in diagnostic.related)
    assert document is not None or any(d.is_error for d in found)
    if document is not None:
        assert all(0 <= start <= end <= size for start, end in every_span(document.place))
        for comment in document.comments:
            assert source.text[comment.span.start] == "#"


@given(yamlish)
def test_both_readers_agree_wherever_both_read(text: str) -> None:
    """What both accept they read alike; the event reader accepts nothing that ruamel refuses but for tabs."""
    document, found = read(SourceFile("t", text))
    if document is None or found:
        return
    try:
        other = by_ruamel(text)
    except YAMLError:
        return
    assert without_types(document.data) == other
