"""The choice that small test cases are checked with.

A case of a few rows has no identity block, no mutu baku and no documents on purpose; what the rules on completeness say
of that would stand in every report. What is off by default stays so.
"""

from sop_engine.rules.choice import Choice

__all__ = ["COMPLETENESS", "quiet"]

COMPLETENESS = frozenset(
    {
        "SOP022",
        "SOP405",
        "SOP406",
        "SOP501",
        "SOP502",
        "SOP503",
        "SOP508",
        "SOP509",
        "SOP511",
        "SOP602",
        "SOP604",
        "SOP608",
        "SOP616",
        "SOP617",
        "SOP701",
    }
)


def quiet(*wanted: str, hushed: frozenset[str] = COMPLETENESS, **rest: object) -> Choice:
    """All findings but those on completeness; the codes that are wanted are reported all the same."""
    return Choice(hushed - set(wanted), **rest)  # type: ignore[arg-type]
