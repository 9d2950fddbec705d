"""The rules, one line each, in the order of their codes.

In: nothing. Out: the rules' modules, loaded at the first check; a test proves that no file is missing here.
"""

from functools import cache
from importlib import import_module
from typing import Any

from sop_engine.rules.rule import CrossRule, Rule

__all__ = ["CROSS_RULES", "RULES", "cross_rules", "rules"]

RULES = (
    "trailing_space",
    "unknown_role",
    "unknown_target",
    "ambiguous_target",
    "duplicate_id",
    "missing_id",
    "reserved_id",
    "repeated_number",
    "missing_number",
    "number_gap",
    "bad_shared_time",
    "bad_arrow_hint",
    "repeated_heading",
    "unreachable",
    "dead_end",
    "no_start",
    "unstated_flow",
    "few_branches",
    "equal_labels",
    "same_target",
    "bad_probability",
    "idle_maks",
    "unjoined_split",
    "idle_join",
    "endless_wait",
    "join_unchecked",
    "loop_into_split",
    "back_without_decision",
    "shape_mismatch",
    "open_split",
    "idle_role",
    "repeated_role",
    "similar_headings",
    "other_performer",
    "single_role",
    "role_order",
    "empty_kelengkapan",
    "empty_waktu",
    "empty_output",
    "unmeasured_time",
    "wrong_total",
    "rounded_total",
    "mixed_days",
    "unsourced_document",
    "unused_output",
    "two_spellings",
    "time_spelling",
    "empty_number",
    "holed_number",
    "no_active_verb",
    "begins_with_subject",
    "dates_out_of_order",
    "odd_nip",
    "empty_identity",
    "names_itself",
    "unread_citation",
    "replaced_regulation",
    "torn_item",
    "repeated_uraian",
    "review_overdue",
    "own_list_marker",
    "date_spelling",
    "nip_spacing",
    "inferred",
    "code_differs",
)
"""Modules in this package that look at one SOP."""

CROSS_RULES = (
    "number_twice",
    "unknown_sop",
    "role_spelled_twice",
    "times_differ",
)
"""Modules in this package that look at several SOPs at once."""


@cache
def rules() -> tuple[Rule, ...]:
    """The rules that look at one SOP."""
    return tuple(_load(name) for name in RULES)


@cache
def cross_rules() -> tuple[CrossRule, ...]:
    """The rules that look at several SOPs."""
    return tuple(_load(name) for name in CROSS_RULES)


def _load(name: str) -> Any:
    return import_module(f"sop_engine.rules.{name}")
