"""What the tests of the layout share: the generator of SOPs, and what draws them."""

from collections.abc import Callable
from typing import Any

import pytest

from sop_engine.layout.drawing import Drawing
from tests.layout.generator import draw, random_sop


@pytest.fixture(scope="session")
def random_data() -> Callable[..., dict[str, Any]]:
    """The generator of SOPs."""
    return random_sop


@pytest.fixture(scope="session")
def drawn() -> Callable[..., Drawing]:
    """What turns data into a drawing."""
    return draw
