"""The JSON Schema: fresh, draft-07, and as open as the reader."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from sop_engine.model.schema import json_schema, schema_text


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft7Validator:
    """A validator of the schema that is generated now."""
    schema = json_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def as_editors_see(text: str) -> Any:
    """YAML 1.2 data as an editor's plug-in has it: numbers and booleans have types, dates are texts."""
    return plain(YAML(typ="safe", pure=True).load(text))


def plain(value: Any) -> Any:
    """The same with dates as the texts that JSON knows."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def fences(page: str, mark: str) -> list[str]:
    """The YAML examples of a page whose first line is the mark."""
    found = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    return [text for text in found if text.startswith(f"# {mark}")]


def test_the_committed_schema_is_fresh(root: Path, renew: bool) -> None:
    """schemas/sop.schema.json is what the models give."""
    file = root / "schemas" / "sop.schema.json"
    if renew:
        file.write_text(schema_text(), encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == schema_text()


def test_every_definition_fits(root: Path, validator: jsonschema.Draft7Validator) -> None:
    """All definitions of the project, seen with an editor's types, fit the schema."""
    files = sorted(
        [*(root / "definitions").rglob("*.yaml"), *(root / "tests" / "definitions").rglob("*.yaml")]
    )
    assert len(files) >= 8
    for file in files:
        errors = [e.message for e in validator.iter_errors(as_editors_see(file.read_text(encoding="utf-8")))]
        assert errors == [], file.name


def test_every_example_of_the_format_page_fits(root: Path, validator: jsonschema.Draft7Validator) -> None:
    """Whole examples fit as they are, rows inside the frame that the page names."""
    page = (root / "docs" / "format.md").read_text(encoding="utf-8")
    whole, rows = fences(page, "lengkap"), fences(page, "kegiatan")
    assert len(whole) >= 2
    assert len(rows) >= 5
    for text in whole:
        assert [e.message for e in validator.iter_errors(as_editors_see(text))] == [], text
    for text in rows:
        frame = {
            "versi_format": 1,
            "instansi": {"kode": "x", "nama": "X"},
            "identitas": {"nama": "N"},
            "pelaksana": {"staf": "Staf", "kasubbag": "Kasubbag", "kepala": "Kepala"},
            "kegiatan": as_editors_see(text),
        }
        assert [e.message for e in validator.iter_errors(frame)] == [], text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("versi_format: 1", "versi_format: 2"),
        ("uraian: A", "urain: A"),
        ("kegiatan:", "kegiatan: []\nx:"),
        ("kode: x", "kode: X Y"),
        ("pelaksana: {staf: Staf}", "pelaksana: {}"),
        ("uraian: A", "uraian: A\n    bentuk: kotak"),
        ("uraian: A", "uraian: A\n    cabang: {Ya: []}"),
        ("uraian: A", "uraian: A\n    mutu_baku: {waktu: {bersama: 1, teks: x}}"),
        ("uraian: A", "uraian: A\n    mutu_baku: {waktu: [1 jam]}"),
    ],
)
def test_what_the_models_refuse_by_shape_the_schema_refuses(
    old: str, new: str, validator: jsonschema.Draft7Validator
) -> None:
    """An editor shows a wrong shape without the engine."""
    text = (
        "versi_format: 1\ninstansi: {kode: x, nama: X}\nidentitas: {nama: N}\npelaksana: {staf: Staf}\n"
        "kegiatan:\n  - nomor: 01\n    uraian: A\n    pelaksana: staf\n"
    )
    assert list(validator.iter_errors(as_editors_see(text))) == []
    assert text.count(old) == 1
    assert list(validator.iter_errors(as_editors_see(text.replace(old, new)))) != []


def test_every_field_teaches_its_author() -> None:
    """Each property has a title, and each leaf a description or a title that says it all, and an example."""
    schema = json_schema()
    parts = {"Sop": schema, **schema["definitions"]}
    silent = [
        f"{part}.{name}"
        for part, body in parts.items()
        for name, field in body.get("properties", {}).items()
        if not (field.get("title") or "allOf" in field or "$ref" in field)
        or (part != "Judul" and not (field.get("description") or "$ref" in field))
    ]
    assert silent == []
    assert json.loads(schema_text()) == schema
