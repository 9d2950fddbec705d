"""Typesetting: pieces that together are exactly as wide as the layout measured."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.layout.measure import Face, Run, visible, width, wrap
from sop_engine.render.fonts import Typeface, typeface
from sop_engine.render.typesetting import Piece, pieces


def faces(text: str, *, bold: bool = False) -> dict[Face, Typeface]:
    """The faces that a text may need."""
    used = [Face.of(bold=bold, italic=italic) for italic in (False, True)]
    return {face: typeface(face, set(text), None) for face in used}


def placed(text: str, *, size: float = 10.0) -> list[tuple[str, float]]:
    """The pieces of a text on one line, and where each stands."""
    (line,) = wrap(text, size, float("inf"))
    return [
        (piece.text, round(piece.x, 2)) for piece in pieces(line.runs, size, bold=False, faces=faces(text))
    ]


def test_plain_text_is_one_piece() -> None:
    """Whatever is in the Latin alphabet."""
    assert placed("Nota Dinas ½ é – “x”") == [("Nota Dinas ½ é – “x”", 0.0)]


def test_a_face_is_a_piece() -> None:
    """Which begins where the one before it ends."""
    (line,) = wrap("berupa _soft copy_ dan", 10.0, 500)
    found = pieces(line.runs, 10.0, bold=True, faces=faces("berupa soft copy dan", bold=True))
    first, second = width("berupa ", 10.0, Face.BOLD), width("soft copy", 10.0, Face.BOLD_ITALIC)
    assert found == (
        Piece("berupa ", Face.BOLD, 0.0, 10.0),
        Piece("soft copy", Face.BOLD_ITALIC, first, 10.0),
        Piece(" dan", Face.BOLD, first + second, 10.0),
    )


def test_hebrew_runs_from_right_to_left() -> None:
    """Its words stand in the order of a page that runs from left to right as a whole."""
    assert placed("a \u05d0\u05d1 (\u05d2) b") == [("a (\u05d2) \u05d1\u05d0 b", 0.0)]


def test_an_accent_joins_its_letter_where_the_room_is_the_same() -> None:
    """As one letter of the font; else it is drawn over the letter."""
    assert placed("e\u0301q\u0301i\u0301") == [("éq\u0301i\u0301", 0.0)]


def test_what_is_lacking_stands_in_its_room() -> None:
    """Characters of one em side by side fill it; a wider emoji stands in its middle."""
    small, wide = 8.403, 14.0
    assert placed("x漢字y") == [("x", 0.0), ("漢", 5.0), ("字", 15.0), ("y", 25.0)]
    assert placed("😀y") == [("😀", pytest.approx((wide - small) / 2, abs=0.01)), ("y", wide)]


def test_a_lacking_accent_is_small_and_high() -> None:
    """It is seen, and leaves the letter to be read."""
    text = "a\u0947b"
    (line,) = wrap(text, 10.0, 100)
    letter, accent, after = pieces(line.runs, 10.0, bold=False, faces=faces(text))
    assert (letter.text, accent.text, after.text) == ("a", "\u0947", "b")
    assert (accent.size, accent.rise) == (4.5, 5.0)
    assert 0 < accent.x < after.x == pytest.approx(width("a", 10.0))


def test_accents_on_a_replaced_character_go_with_it() -> None:
    """One replacement stands for what a reader sees as one."""
    assert placed("\u0645\u064e") == [("\u0645", 0.0)]


def test_a_wider_font_is_squeezed_into_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no text leaves its cell."""
    made = typeface(Face.REGULAR, set("Kegiatan"), None)
    monkeypatch.setattr(Typeface, "width", lambda *_: 80.0)
    stand_in = Typeface(Face.REGULAR, made.font, exact=False, shown={})
    (piece,) = pieces([Run("Kegiatan", italic=False)], 10.0, bold=False, faces={Face.REGULAR: stand_in})
    assert piece.squeeze == pytest.approx(width("Kegiatan", 10.0) / 80)


TEXTS = st.text(
    st.sampled_from("ab é_.-\u0301\u0947漢😀\u200d\ufe0f\u05d0\u05d1\u0645\u064e(\u3000\u0416\u00a0\x07"),
    max_size=30,
)


@given(TEXTS)
@settings(deadline=None)
def test_no_piece_leaves_the_room_of_the_line(text: str) -> None:
    """Whatever is written."""
    for line in wrap(text, 10.0, float("inf")):
        used = faces(visible(text))
        for piece in pieces(line.runs, 10.0, bold=False, faces=used):
            wide = used[piece.face].width(piece.text, piece.size) * piece.squeeze
            assert piece.x >= 0
            # A replaced accent with nothing before it stands over what comes after it.
            if piece.rise == 0.0 or piece.x > 0:
                assert piece.x + wide <= line.width * 1.001 + 0.01
