"""Numbers as Indonesian documents write them, exactly.

In: digits (``1,5``), number words (``dua puluh lima``, ``satu setengah``) or a fraction. Out: a
``Fraction``, and back: the shortest text of a fraction that reads back as the same number.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

__all__ = [
    "FIGURES",
    "LARGEST_DIVISOR",
    "LONGEST",
    "VULGAR",
    "is_writable",
    "number_text",
    "plain",
    "words_value",
]

LONGEST: Final = 6
"""How many digits a number has at most."""

LARGEST_DIVISOR: Final = 1000
"""The largest number under a fraction line: it keeps sums of many fractions short."""

VULGAR: Final = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5),
    "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5),
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}
"""Fractions that are one character."""

_DIGITS: Final = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_PARTS: Final = {
    "setengah": Fraction(1, 2),
    "sepertiga": Fraction(1, 3),
    "duapertiga": Fraction(2, 3),
    "seperempat": Fraction(1, 4),
    "tigaperempat": Fraction(3, 4),
}

FIGURES: Final = (
    *_DIGITS,
    *("sepuluh", "sebelas", "seratus", "seribu", "belas", "puluh", "ratus", "ribu"),
    *("setengah", "sepertiga", "seperempat", "pertiga", "perempat", "koma"),
)
"""The words that number words are made of; ``dua belas`` may be written as one."""

# Patterns are compiled, and kept by `re`, when they are first used: most definitions need none of them.
# Words are matched with the spaces taken out, so 'dua belas' and 'duabelas' are one case. Each name
# below is a number under ten, under a thousand, and under a million.
_ONE: Final = "(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_HUNDREDS: Final = (
    f"(?:(?P<{{0}}ratus>se|{_ONE})ratus)?"
    f"(?:(?P<{{0}}belas>se|{_ONE})belas|(?P<{{0}}puluh>se|{_ONE})puluh(?P<{{0}}sisa>{_ONE})?|(?P<{{0}}satuan>{_ONE}))?"
)
_WORDS: Final = (
    f"(?:(?P<nol>nol)|(?:(?:(?P<seribu>se)|{_HUNDREDS.format('r')})(?P<ribu>ribu))?{_HUNDREDS.format('s')})"
    f"(?:koma(?P<koma>(?:nol|{_ONE})+)|(?P<bagian>{'|'.join(_PARTS)}))?"
)
_EACH_DIGIT: Final = f"nol|{_ONE}"


def words_value(words: str) -> Fraction | None:
    """The number that Indonesian number words name, below a million.

    Args:
        words: small letters without spaces, such as ``duapuluhlima``, ``satukomalima`` or ``duasetengah``.

    Returns:
        The number, or None where the words name none (``duatiga``).
    """
    found = re.fullmatch(_WORDS, words)
    if not words or not found:
        return None
    groups = found.groupdict()
    if groups["ribu"]:
        thousands = 1 if groups["seribu"] else _below_thousand(groups, "r")
        if not thousands:
            return None
    else:
        thousands = 0
    rest = _below_thousand(groups, "s")
    whole = 1000 * thousands + rest
    if groups["koma"]:
        digits = [_DIGITS[digit] for digit in re.findall(_EACH_DIGIT, groups["koma"])]
        if not (whole or groups["nol"]) or len(digits) >= LONGEST:
            return None
        return whole + Fraction(int("".join(map(str, digits))), 10 ** len(digits))
    if groups["bagian"]:
        return None if groups["nol"] else whole + _PARTS[groups["bagian"]]
    return Fraction(whole)


def _below_thousand(groups: dict[str, str | None], prefix: str) -> int:
    def digit(name: str) -> int:
        word = groups[prefix + name]
        return 0 if word is None else _DIGITS.get(word, 1)  # what is left is 'se', which is one

    belas = 10 + digit("belas") if groups[prefix + "belas"] else 0
    return 100 * digit("ratus") + belas + 10 * digit("puluh") + digit("sisa") + digit("satuan")


def number_text(number: Fraction) -> str:
    """The number as canonical text: ``15``, ``1,5``, ``1/3`` or ``1 1/3``, always exact.

    A decimal is written only where it stays short and can be read in one way: three places after a
    whole number could be thousands (``1,125``), so that one is ``1 1/8``.
    """
    sign = "-" if number < 0 else ""
    whole, rest = divmod(abs(number), 1)
    if not rest:
        return f"{sign}{whole}"
    for places in range(1, LONGEST):
        if 10**places % rest.denominator == 0:
            short = len(str(whole)) + places <= LONGEST
            if short and not (places == 3 and whole):
                return f"{sign}{whole},{int(rest * 10**places):0{places}d}"
            break
    # Sums of thousands of fractions are longer than what ``str`` gives of an integer; decimals have no such limit.
    part = f"{Decimal(rest.numerator)}/{Decimal(rest.denominator)}"
    return f"{sign}{whole} {part}" if whole else f"{sign}{part}"


def plain(number: int | Fraction) -> int | Fraction:
    """A whole number as an int, which costs a tenth of a fraction."""
    if isinstance(number, int):
        return number
    return number.numerator if number.denominator == 1 else number


def is_writable(number: Fraction) -> bool:
    """Whether the canonical text of the number is one that the reader takes back."""
    if "," in number_text(number):
        return True
    return abs(number) < 10**LONGEST and number.denominator <= LARGEST_DIVISOR
