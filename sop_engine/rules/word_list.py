"""Word lists as they are best read and kept: words with spaces between them.

In: a text. Out: its words as a set.
"""

__all__ = ["words"]


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
