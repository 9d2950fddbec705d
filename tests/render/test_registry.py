"""The registry of writers."""

import pytest

from sop_engine.errors import UsageError
from sop_engine.render import svg
from sop_engine.render.registry import WRITERS, writer_named


def test_writers_are_known_by_their_format() -> None:
    """One a format, under its own name."""
    assert [(name, writer.name, writer.paged) for name, writer in WRITERS.items()] == [("svg", "svg", True)]
    assert writer_named("svg").write is svg.write


def test_an_unknown_format_is_wrong_usage() -> None:
    """The hint lists what there is."""
    with pytest.raises(UsageError) as caught:
        writer_named("bmp")
    assert caught.value.message.en == "format 'bmp' is unknown"
    assert caught.value.hint is not None
    assert caught.value.hint.en == "choose one of: svg"
