"""What a row and its symbols have to do with one another."""

from sop_engine.model.sop import Kegiatan, Simbol
from sop_engine.model.symbols import BESIDE_SYMBOLS, symbol_letters


def test_letters_go_on_behind_z() -> None:
    """As the columns of a spreadsheet do."""
    found = [symbol_letters(number) for number in (0, 1, 25, 26, 27, 51, 52, 701, 702)]
    assert found == ["a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa"]


def test_what_a_row_leaves_to_its_symbols_are_keys_of_both() -> None:
    """In the order in which a row has them."""
    assert list(BESIDE_SYMBOLS) == [key for key in Kegiatan.model_fields if key in BESIDE_SYMBOLS]
    assert set(BESIDE_SYMBOLS) <= set(Simbol.model_fields)
