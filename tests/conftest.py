"""What all tests share: the project's folders and the flag that renews goldens."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says something of the machine, and nothing of what is tested.
settings.register_profile("sop", deadline=None)
settings.load_profile("sop")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--renew``: write goldens anew instead of comparing; refused in CI."""
    parser.addoption("--renew", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to renew goldens where nobody would look at them; and let interrupts be heard."""
    if config.getoption("--renew") and os.environ.get("CI"):
        raise pytest.UsageError("--renew writes goldens anew; it is refused in CI")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell's background jobs ignore interrupts, and so would the programs that are interrupted here.
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are written anew."""
    return bool(request.config.getoption("--renew"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def definitions() -> Path:
    """The agencies' definitions."""
    return ROOT / "definitions"


@pytest.fixture
def rights(tmp_path: Path) -> None:
    """Skip where files are read and written whatever their rights say, as root does."""
    probe = tmp_path / "probe"
    probe.touch(mode=0o000)
    if os.access(probe, os.R_OK):
        pytest.skip("rights do not count for this user")
