"""Fonts for embedding: made once, kept, and never a reason to fail."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from sop_engine.layout.measure import FONT, Face, advances
from sop_engine.render import fonts
from sop_engine.render.fonts import Typeface, typeface
from sop_engine.render.instancing import instance

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = frozenset("Kegiatan 1–2 ½ é")


@pytest.fixture(autouse=True)
def _forgetful() -> None:
    """Each test begins as a new process does."""
    fonts._font.cache_clear()


def names(made: Typeface) -> tuple[str, str, str]:
    """PostScript, family and style name of a face."""
    face = made.font.face
    return tuple(
        name.decode() if isinstance(name, bytes) else name
        for name in (face.name, face.familyName, face.styleName)
    )


@pytest.mark.parametrize(
    ("face", "postscript", "style", "slant"),
    [
        (Face.REGULAR, "Arimo-Regular", "Regular", 0),
        (Face.BOLD, "Arimo-Bold", "Bold", 0),
        (Face.ITALIC, "Arimo-Italic", "Italic", -12),
        (Face.BOLD_ITALIC, "Arimo-BoldItalic", "Bold Italic", -12),
    ],
)
def test_faces_have_names_of_their_own(face: Face, postscript: str, style: str, slant: int) -> None:
    """Else a writer that goes by names prints bold as regular."""
    made = typeface(face, TEXT, None)
    assert names(made) == (postscript, "Arimo", style)
    assert (made.font.face.italicAngle, made.exact) == (slant, True)


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("more", ["", "Кириллица"])
def test_characters_are_as_wide_as_the_layout_measured(face: Face, more: str) -> None:
    """Every one of the kept face, to the unit of the font."""
    made = typeface(face, TEXT | set(more), None)
    widths = made.font.face.charWidths
    table = advances(face)
    known = [chr(code) for code in widths if chr(code) in table]
    assert len(known) > (2900 if more else 1000)
    assert [c for c in known if round(widths[ord(c)] * 2.048) != table[c]] == []


def test_a_face_is_made_again_to_the_byte() -> None:
    """No clock, no order of sets."""
    assert instance(Face.BOLD, {65, 66, 233}) == instance(Face.BOLD, [233, 66, 65])


def test_a_made_face_is_kept_and_read(tmp_path: Path) -> None:
    """Its file says font, version, face, characters and recipe; the font tools are not asked again."""
    code = (
        "import sys; from pathlib import Path; from sop_engine.render.fonts import typeface;"
        "from sop_engine.layout.measure import Face;"
        "assert typeface(Face.BOLD, {'a'}, Path(sys.argv[1])).exact; print('fontTools' in sys.modules)"
    )

    def run() -> str:
        command = [sys.executable, "-c", code, str(tmp_path / "new" / "fonts")]
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()

    assert (run(), run()) == ("True", "False")
    (file,) = (tmp_path / "new" / "fonts").iterdir()
    version = FONT.split()[1]
    assert file.name == f"arimo-{version}-bold-latin{len(fonts._LATIN)}-{fonts._RECIPE}.ttf"


def test_more_characters_are_made_where_a_drawing_needs_them(tmp_path: Path) -> None:
    """Cyrillic is in the font but not in what is kept at first."""
    assert typeface(Face.REGULAR, TEXT | {"Ж"}, tmp_path).has("Ж")
    assert not typeface(Face.REGULAR, TEXT, tmp_path).has("Ж")
    assert [file.name.split("-")[3] for file in sorted(tmp_path.iterdir())] == [
        f"latin{len(fonts._LATIN)}",
        "whole",
    ]


@pytest.mark.parametrize("damage", ["empty", "half", "changed", "other", "folder"])
def test_a_broken_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    """Whatever happened to it."""
    typeface(Face.REGULAR, TEXT, tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.unlink()
    garbage = b"no font"
    content = {
        "empty": b"",
        "half": whole[: len(whole) // 2],
        "changed": whole[:5000] + b"\0\0\0\0" + whole[5004:],
        "other": garbage + sha256(garbage).digest(),
    }.get(damage)
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    fonts._font.cache_clear()
    assert names(typeface(Face.REGULAR, TEXT, tmp_path))[0] == "Arimo-Regular"
    if content is not None:
        assert file.read_bytes() == whole
    assert [left.suffix for left in tmp_path.iterdir()] == [".ttf"]


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "fonts").write_text("in the way", encoding="utf-8")
    assert typeface(Face.REGULAR, TEXT, tmp_path / "fonts").exact
    assert (tmp_path / "fonts").read_text(encoding="utf-8") == "in the way"


def test_many_at_once_make_one_whole_file(tmp_path: Path) -> None:
    """Each sees the file of another whole, or none."""
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: typeface(Face.ITALIC, TEXT, tmp_path), range(8)))
    assert {names(face)[0] for face in made} == {"Arimo-Italic"}
    (file,) = tmp_path.iterdir()
    content = file.read_bytes()
    assert sha256(content[:-32]).digest() == content[-32:]


def test_drawings_do_not_share_what_is_shown() -> None:
    """What one drawing replaces is nothing to the next."""
    first = typeface(Face.REGULAR, {"a", "漢"}, None)
    second = typeface(Face.REGULAR, {"a"}, None)
    assert (first.has("漢"), second.has("漢")) == (True, False)
    assert (first.shown, second.shown) == ({"漢": "\ufffd"}, {})


def test_what_the_font_lacks_is_shown_by_a_replacement() -> None:
    """A blank by a blank, the invisible by nothing, anything else by a character that can be seen."""
    made = typeface(Face.REGULAR, set("a漢\u3000\ufe0f\u200d😀é"), None)
    assert made.shown == {
        "漢": "\ufffd",
        "\u3000": " ",
        "\ufe0f": "\u200b",
        "\u200d": "\u200b",
        "😀": "\ufffd",
    }
    assert [made.lacks(c) for c in "a漢\u3000\u200d😀é"] == [False, True, False, False, True, False]
    assert made.width("\ufe0f\u200d", 10.0) == 0.0
    assert made.width("😀", 1000.0) == pytest.approx(advances(Face.REGULAR)["\ufffd"] / 2.048)


@pytest.fixture
def _no_arimo(monkeypatch: pytest.MonkeyPatch) -> None:
    """The font package is not installed."""
    monkeypatch.setitem(sys.modules, "sop_engine.render.instancing", None)


@pytest.mark.usefixtures("_no_arimo")
def test_an_installed_font_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the same measure, where there is one that can be read; nothing of it is kept."""
    (tmp_path / "system").mkdir()
    (tmp_path / "system" / "LiberationSans-Bold.ttf").write_bytes(b"broken")
    (tmp_path / "system" / "arialbd.ttf").write_bytes(instance(Face.BOLD, range(0x20, 0x7F)))
    monkeypatch.setattr(fonts, "_FOLDERS", (str(tmp_path / "none"), str(tmp_path / "system")))
    made = typeface(Face.BOLD, TEXT, tmp_path / "kept")
    assert (names(made)[0], made.exact, made.shown) == ("Arimo-Bold", False, dict.fromkeys("–½é", "?"))
    assert not (tmp_path / "kept").exists()


@pytest.mark.usefixtures("_no_arimo")
def test_the_last_resort_is_always_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reportlab brings a font of its own."""
    monkeypatch.setattr(fonts, "_FOLDERS", ())
    made = [typeface(face, TEXT, None) for face in Face]
    assert [(names(face)[0], face.exact) for face in made] == [
        ("BitstreamVeraSans-Roman", False),
        ("BitstreamVeraSans-Bold", False),
        ("BitstreamVeraSans-Oblique", False),
        ("BitstreamVeraSans-BoldOblique", False),
    ]


@pytest.mark.usefixtures("_no_arimo")
def test_without_any_font_the_fault_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No blank sheet is handed out."""
    monkeypatch.setattr(fonts, "_FOLDERS", ())
    monkeypatch.setattr(fonts.reportlab, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(FileNotFoundError, match="no font can be embedded"):
        typeface(Face.REGULAR, TEXT, None)
