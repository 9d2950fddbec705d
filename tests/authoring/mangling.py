"""Definitions written as carelessly as YAML allows, seeded: what they say is known, how they look is left to dice."""

import json
import random
from typing import Any

from sop_engine.model.known import known_keys, model_at
from sop_engine.model.sop import Judul


def mangled(data: dict[str, Any], seed: int) -> str:
    """A text that holds this data, with numbered comments, in any indents, order, spaces, quotes and line ends."""
    writer = _Writer(random.Random(seed))
    text = "\n".join([*writer.between(0), *writer.mapping(data, 0, ()), *writer.between(0)])
    text = writer.dice.choice(("", "\n", "\n\n\n")).join((text, ""))
    return text.replace("\n", writer.dice.choice(("\n", "\r\n", "\r")))


class _Writer:
    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.count = 0
        # Below a block text, what stands further to the right is a piece of it.
        self.open = False

    def comment(self) -> str:
        self.count += 1
        mark = self.dice.choice(("#", "# ", "#   ", "#\t", "## "))
        return f"{mark}c{self.count}{self.dice.choice(('', ' ', ' - x: 1', ' # y'))}"

    def between(self, indent: int) -> list[str]:
        """Empty lines and comments, mostly none."""
        lines = []
        while self.dice.random() < 0.12:
            far = self.dice.choice(
                (0, indent, indent, *(() if self.open else (indent + 1, indent + 2, indent + 7)))
            )
            lines.append(self.dice.choice(("", "   ", " " * far + self.comment())))
        return lines

    def side(self, *, sure: bool = True) -> str:
        """Spaces, or a comment that nobody takes for text."""
        if sure and self.dice.random() < 0.1:
            self.count += 1
            return f"{' ' * self.dice.choice((2, 2, 3, 9))}# c{self.count}"
        return self.dice.choice(("", "", "", "  "))

    def mapping(self, data: dict[str, Any], indent: int, loc: tuple[Any, ...]) -> list[str]:
        model = model_at(loc)
        keys = list(data)
        if model is not None and model is not Judul and self.dice.random() < 0.6:
            self.dice.shuffle(keys)
        lines: list[str] = []
        for key in keys:
            if lines:
                lines += self.between(indent)
            head = " " * indent + (json.dumps(key) if self.dice.random() < 0.1 else key)
            head += self.dice.choice((":", ":", ":", " :"))
            lines += self.value(head, data[key], indent, (*loc, key))
        return lines

    def value(self, head: str, value: Any, indent: int, loc: tuple[Any, ...]) -> list[str]:
        gap = " " * self.dice.choice((1, 1, 1, 2, 4))
        if not value:
            self.open = False
            return [head + (f"{gap}{json.dumps(value)}" if value in ("", [], {}) else "") + self.side()]
        if isinstance(value, str):
            return self.scalar(head, value, indent)
        if self.dice.random() < 0.15:
            # JSON is YAML, and braces stay as they are.
            self.open = False
            return [f"{head}{gap}{json.dumps(in_order(value, loc), ensure_ascii=False)}{self.side()}"]
        lines = [head + self.side()]
        inner = indent + self.dice.choice((1, 2, 2, 3, 5))
        if isinstance(value, dict):
            return [*lines, *self.between(inner), *self.mapping(value, inner, loc)]
        inner = indent + self.dice.choice((0, 1, 2, 4))
        for at, item in enumerate(value):
            lines += self.between(inner)
            lines += self.item(item, inner, (*loc, at))
        return lines

    def item(self, item: Any, indent: int, loc: tuple[Any, ...]) -> list[str]:
        dash = " " * indent + "-"
        if isinstance(item, str) or not item or isinstance(item, list):
            return self.scalar(dash, item, indent)
        gap = self.dice.choice((1, 1, 1, 2, 3))
        inner = self.mapping(item, indent + 1 + gap, loc)
        if self.dice.random() < 0.15:
            return [dash + self.side(), *self.between(indent + 1 + gap), *inner]
        return [dash + inner[0][indent + 1 :], *inner[1:]]

    def scalar(self, head: str, text: str, indent: int) -> list[str]:
        self.open = False
        gap = " " * self.dice.choice((1, 1, 1, 2, 4))
        far = " " * (indent + self.dice.choice((1, 2, 3, 8)))
        style = self.dice.choice(
            ("plain", "plain", "plain", "double", "single", "fold", "below", "block", "folded")
        )
        plain = bool(text) and text[0].isalnum() and not set(text) & set(":#,[]{}\n") and text == text.strip()
        if style == "fold" and plain and " " in text:
            first, rest = text.split(" ", 1)
            return [f"{head}{gap}{first}  ", far + rest + self.side()]
        if style == "below" and plain:
            return [head + self.side(), far + text + self.side()]
        if style == "double":
            return [head + gap + json.dumps(text, ensure_ascii=False) + self.side()]
        if style in ("block", "folded") and text.strip() == text and text:
            self.open = True
            stated = self.dice.random() < 0.3
            number = str(len(far) - indent) if stated else ""
            mark = "|" if style == "block" else ">"
            return [f"{head}{gap}{mark}{number}-{self.side()}", far + text]
        if plain and style != "single":
            return [head + gap + text + self.side()]
        return [head + gap + "'" + text.replace("'", "''") + "'" + self.side()]


def in_order(data: Any, loc: tuple[Any, ...] = ()) -> Any:
    """The same data, the keys of the models in the order of the form."""
    if isinstance(data, list):
        return [in_order(item, (*loc, at)) for at, item in enumerate(data)]
    if not isinstance(data, dict):
        return data
    model = model_at(loc)
    free = model is None or model is Judul
    keys = list(data) if free else sorted(data, key=known_keys(model).index)
    return {key: in_order(data[key], (*loc, key)) for key in keys}
