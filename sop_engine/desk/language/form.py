"""What the form says of its keys: titles, explanations, examples and closed choices, from the models.

In: a path. Out: the keys that may stand there, or what is known of one key. The words are Indonesian, as the form is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sop_engine.model.fields import WAKTU_SCHEMA
from sop_engine.model.known import known_keys, model_at
from sop_engine.reading.document import Loc

__all__ = ["Field", "Holds", "field_at", "fields_at"]


class Holds(StrEnum):
    """How the value of a key is usually written."""

    TEXT = "text"
    LIST = "list"
    MAPPING = "mapping"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the form.

    Attributes:
        key: as it is written.
        title: its heading.
        about: a sentence on it; may be empty.
        examples: values, as the schema has them.
        choices: the words that may stand there, where only a few may.
        holds: how its value is usually written.
    """

    key: str
    title: str
    about: str
    examples: tuple[Any, ...]
    choices: tuple[str, ...]
    holds: Holds


def fields_at(path: Loc) -> tuple[Field, ...]:
    """The keys that may stand in the mapping at a path, in the order of the form; none where keys are free."""
    return _fields(_general(path))


def field_at(path: Loc) -> Field | None:
    """What is known of the key that a path ends in; of an item, of its list's key."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return next((one for one in fields_at(path[:-1]) if one.key == path[-1]), None) if path else None


def _general(path: Loc) -> tuple[str | int, ...]:
    """The path with every row, role and branch as the first: what is known of one holds for all."""
    found = tuple([0 if isinstance(part, int) else part for part in path])
    if len(found) > 1 and found[0] == "pelaksana":
        return ("pelaksana", "", *found[2:])
    if "cabang" in found and len(found) > (at := found.index("cabang") + 1):
        return (*found[:at], "", *found[at + 1 :])
    return found


@cache
def _fields(path: Loc) -> tuple[Field, ...]:
    if path[-2:] == ("mutu_baku", "waktu"):
        return tuple(_special(key, part) for form in WAKTU_SCHEMA["anyOf"] for key, part in _properties(form))
    model = model_at(path)
    if model is None or (path and path[-1] in ("pelaksana", "cabang", "kegiatan", "simbol", "alur")):
        return ()
    return tuple(_field(path, key, model.model_fields[key]) for key in known_keys(model))


def _properties(form: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return list(form.get("properties", {}).items())


def _special(key: str, part: Mapping[str, Any]) -> Field:
    return Field(key, part["title"], part["description"], (), (), Holds.TEXT)


def _field(path: Loc, key: str, info: Any) -> Field:
    examples = tuple(info.examples or ())
    schemas = [schema for one in info.metadata if (schema := getattr(one, "json_schema", None))]
    choices = [word for schema in schemas for word in schema.get("enum", ()) if isinstance(word, str)]
    if key == "versi_format":
        choices = ["1"]
    return Field(
        key,
        info.title or key,
        info.description or "",
        examples,
        tuple(choices),
        _holds((*path, key), examples),
    )


def _holds(path: Loc, examples: tuple[Any, ...]) -> Holds:
    if examples:
        first = examples[0]
        return (
            Holds.MAPPING
            if isinstance(first, dict)
            else Holds.LIST
            if isinstance(first, list)
            else Holds.TEXT
        )
    if path == ("kegiatan",):
        return Holds.LIST
    return Holds.TEXT if model_at(path) is None else Holds.MAPPING
