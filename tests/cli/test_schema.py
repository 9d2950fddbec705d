"""``sop schema``: the JSON Schema."""

import json

from sop_engine.model.schema import schema_text


def test_the_schema_goes_to_standard_output(sop):
    """As it is generated."""
    for words in ((), ("-o", "-"), ("--format", "json")):
        outcome = sop("schema", *words)
        assert (outcome.status, outcome.out, outcome.err) == (0, schema_text(), "")


def test_the_schema_goes_to_a_file(sop, folder):
    """The path is printed, as JSON where that is asked for."""
    outcome = sop("schema", "-o", "s.json")
    assert (outcome.status, outcome.out, outcome.err) == (0, "s.json\n", "")
    assert (folder / "s.json").read_text(encoding="utf-8") == schema_text()
    assert json.loads(sop("schema", "-o", "s.json", "--format", "json").out) == {"written": ["s.json"]}
