"""Waktu, the standard time of a row: reading it.

In: a text such as ``1 jam 30 menit``, or the value that a definition holds in ``waktu``. Out: a
``Waktu``, exact, or a ``WaktuError`` in both languages with the nearest reading.
"""

import re
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache
from typing import Final

from sop_engine.diagnostics import Text
from sop_engine.model._unreadable import WaktuError, did_you_mean, quoted
from sop_engine.model._waktu_faults import UnclearError
from sop_engine.model._waktu_grammar import read
from sop_engine.model._waktu_nearest import candidates
from sop_engine.model._waktu_value import Measure, Style, Waktu
from sop_engine.model._waktu_words import plain_words
from sop_engine.model.satuan import Amount, Unit

__all__ = ["Measure", "Style", "Waktu", "WaktuError", "is_waktu", "parse_waktu", "waktu_of"]

_EMPTY: Final = Waktu("", Measure.UNMEASURED)
_PLAIN: Final = re.compile(r"([0-9]{1,6}) ?([a-zA-Z]+(?: kerja)?)")
_UNITS: Final = {str(unit): unit for unit in Unit}
_KEYS: Final = ("bersama", "teks")
_FORMS: Final = Text("tulis {bersama: 4} atau {teks: ...}", "write {bersama: 4} or {teks: ...}")


def parse_waktu(text: str) -> Waktu:
    """Read a standard time.

    Args:
        text: any text; letters and spacing are free.

    Returns:
        The time. Reading its canonical text, ``str()``, gives an equal one.

    Raises:
        WaktuError: the text is no time; its hint carries the nearest reading where there is one.
    """
    return _parsed(text)


def is_waktu(text: str) -> bool:
    """Whether a text can be read as a standard time, measured or not."""
    try:
        parse_waktu(text)
    except WaktuError:
        return False
    return True


# A definition says '30 menit' again and again, and times are values.
@lru_cache(maxsize=2048)
def _parsed(text: str) -> Waktu:
    # Most times are a number and a unit: they take the short way to what the grammar would give.
    if (plain := _PLAIN.fullmatch(text)) and (unit := _UNITS.get(plain[2].lower())):
        number = int(plain[1])
        amount = Amount(((unit, Fraction(number)),) if number else ())
        return Waktu(text, low=amount, high=amount, terkecil=unit)
    try:
        return read(text)
    except UnclearError as unclear:
        raise UnclearError(text, unclear.words, *_nearest(text)) from None


def _nearest(text: str) -> tuple[Text | None, str | None]:
    """The hint that offers the first candidate that is a time, and that time where it leaves out no word."""
    for candidate, complete in candidates(text):
        try:
            waktu = read(candidate)
        except WaktuError:
            continue
        if complete and (waktu.is_measured or waktu.kata):
            return did_you_mean(str(waktu)), str(waktu)
        # Leaving words out may find the time in a sentence, but must not find a month there.
        if waktu.is_measured:
            hint = did_you_mean(str(waktu))
            hint = Text(
                f"{hint.id} kata-kata lain: {{teks: ...}}", f"{hint.en} any other words: {{teks: ...}}"
            )
            return hint, None
    return None, None


def waktu_of(value: object) -> Waktu:
    """Read the value that a definition holds in ``waktu``.

    Args:
        value: nothing, a text, ``{"bersama": id}`` or ``{"teks": words}``, as the YAML reader gives it.

    Returns:
        The time; an empty one is unmeasured.

    Raises:
        WaktuError: a value of another shape, or a text that is no time.
    """
    if value is None or value == "":
        return _EMPTY
    if isinstance(value, str):
        return parse_waktu(value)
    if isinstance(value, dict):
        return _from_mapping(value)
    if isinstance(value, list):
        raise WaktuError(
            Text(
                "waktu berupa daftar, padahal satu baris punya satu waktu", "a list, but a row has one time"
            ),
            Text(
                "tulis dalam satu baris: '2 bulan; 5 hari kerja'",
                "write it on one line: '2 bulan; 5 hari kerja'",
            ),
        )
    raise WaktuError(
        Text("isi 'waktu' bukan teks", "the value of 'waktu' is no text"),
        Text("tulis misalnya '30 menit'", "write for example '30 menit'"),
    )


def _from_mapping(value: dict[object, object]) -> Waktu:
    """``{"bersama": id}`` or ``{"teks": words}``: one of the two keys, with a text."""
    for key in value:
        if key not in _KEYS:
            near = get_close_matches(str(key)[:40].lower(), _KEYS, 1)
            raise WaktuError(
                Text(
                    f"kunci {quoted(str(key))} tidak dikenal dalam waktu",
                    f"unknown key {quoted(str(key))} in a time",
                ),
                did_you_mean(near[0]) if near else _FORMS,
            )
    if len(value) != 1:
        raise WaktuError(
            Text("waktu memuat 'bersama' dan 'teks' sekaligus", "a time with both 'bersama' and 'teks'")
            if value
            else Text("waktu berupa '{}' yang kosong", "a time that is an empty '{}'"),
            _FORMS,
        )
    ((key, words),) = value.items()
    words = words.strip() if isinstance(words, str) else ""
    if words and key == "bersama":
        return Waktu("", Measure.SHARED, bersama=words)
    if words:
        return Waktu(words, Measure.UNMEASURED, kata=plain_words(words))
    if key == "bersama":
        raise WaktuError(
            Text("'bersama' tidak menyebut id satu baris", "'bersama' does not name the id of a row"),
            Text("tulis id baris di atasnya: {bersama: 4}", "write the id of a row above it: {bersama: 4}"),
        )
    raise WaktuError(
        Text("'teks' tidak memuat kata-kata", "'teks' holds no words"),
        Text(
            "tulis kata-katanya, atau kosongkan 'waktu'; apit dengan tanda kutip bila memuat koma",
            "write the words, or leave 'waktu' empty; put words with a comma in quotes",
        ),
    )
