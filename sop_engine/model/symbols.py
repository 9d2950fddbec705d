"""What a row and its symbols have to do with one another.

In: the number of a symbol. Out: what is put behind its row's id, where the symbol has no id of its own; the target
that is no row.
"""

__all__ = ["BESIDE_SYMBOLS", "END", "symbol_letters"]

BESIDE_SYMBOLS = ("pelaksana", "bentuk", "teks", "lanjut", "cabang", "gabung")
"""Keys that a row with ``simbol`` cannot have itself: its symbols have them, in the order of the form."""

END = "selesai"
"""The target that ends the procedure; the id of no row or symbol."""

_LETTERS = 26


def symbol_letters(number: int) -> str:
    """What names a symbol behind its row's id.

    Args:
        number: its index within ``simbol``, from 0.

    >>> [symbol_letters(number) for number in (0, 25, 26, 702)]
    ['a', 'z', 'aa', 'aaa']
    """
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + digit) + letters
    return letters
