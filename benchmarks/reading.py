"""Reading and the stages within one process, against PyYAML on the same text."""

from functools import partial
from pathlib import Path

import yaml
from measuring import Row, best_in_turns, sample_sop, show
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it
from yaml.events import StreamEndEvent

from sop_engine.pipeline import compile_source
from sop_engine.reading import read
from sop_engine.source import SourceFile

ROUNDS = 60


def events(text: str) -> None:
    """The bare event stream of libyaml: the floor of any reader."""
    parser = CParser(text)
    while type(parser.get_event()) is not StreamEndEvent:
        pass


def _read(text: str) -> object:
    return read(SourceFile("x", text))


def _compile(text: str) -> object:
    return compile_source(SourceFile("x", text))


def main() -> None:
    """Print the table for a definition of the project and a generated one of 5 KB."""
    definitions = Path(__file__).parent.parent / "definitions"
    texts = {
        "dumai": (definitions / "dumai.yaml").read_text(encoding="utf-8"),
        "tapin": (definitions / "tapin.yaml").read_text(encoding="utf-8"),
        "15 generated rows": sample_sop(15),
    }
    rows = []
    for name, text in texts.items():
        bare, composed, ours, whole = best_in_turns(
            ROUNDS,
            partial(events, text),
            partial(yaml.compose, text, yaml.CLoader),
            partial(_read, text),
            partial(_compile, text),
        )
        rows.append(
            Row(f"{name} ({len(text)} B): read with places / CLoader compose", ours, composed, "<= 1.0")
        )
        rows.append(
            Row(
                f"{name} ({len(text)} B): read + validate + build + check / bare events",
                whole,
                bare,
                "<= 3.0",
            )
        )
    show("Within one process", rows)


if __name__ == "__main__":
    main()
