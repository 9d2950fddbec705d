"""The JSON Schema of a definition, made from the models.

In: the models. Out: ``schemas/sop.schema.json`` (draft-07, the one that editors' YAML plug-ins know), with
Indonesian titles, descriptions and examples, so that hovering over a key teaches the format. It accepts what
the reader accepts and refuses unknown keys; what only the engine can judge (targets, times) is left to it.
"""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import CoreSchema, core_schema

from sop_engine.model.sop import Sop

__all__ = ["json_schema", "schema_text"]


class _Draft07(GenerateJsonSchema):
    """Draft-07 with the short forms of the format."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        """The whole schema, its parts under ``definitions`` as draft-07 calls them."""
        made = super().generate(schema, mode)
        made["definitions"] = made.pop("$defs")
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """Defaults are told in the descriptions; machine values would only confuse an editor."""
        inner: dict[str, Any] = self.generate_inner(schema["schema"])
        return inner


def json_schema() -> dict[str, Any]:
    """The schema as data."""
    made = Sop.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Draft07)
    parts = made.pop("definitions")
    whole = {
        "$schema": _Draft07.schema_dialect,
        "title": "Definisi SOP",
        "description": "Satu SOP administrasi pemerintahan dalam satu berkas YAML.",
        **{key: value for key, value in made.items() if key not in ("title", "description")},
        "definitions": dict(sorted(parts.items())),
    }
    schema: dict[str, Any] = _references_alone(whole)
    return schema


def _references_alone(part: Any) -> Any:
    """The same, with ``$ref`` wrapped where words stand beside it: draft-07 ignores what does."""
    if isinstance(part, list):
        return [_references_alone(item) for item in part]
    if not isinstance(part, dict):
        return part
    made = {key: _references_alone(value) for key, value in part.items()}
    if "$ref" in made and len(made) > 1:
        return {"allOf": [{"$ref": made.pop("$ref")}], **made}
    return made


def schema_text() -> str:
    """The schema as the text of its file, with a final line end."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
