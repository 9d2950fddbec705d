"""Definitions as many hands write them: the same data in every style of YAML that there is, with comments all over."""

import random
from typing import Any

from sop_engine.authoring.scalar import written

__all__ = ["handwritten"]


def handwritten(data: dict[str, Any], dice: random.Random) -> str:
    """Write data in the style of one author: indents, brackets, quotes, comments and line ends as the dice fall."""
    return _Hand(dice).whole(data)


class _Hand:
    """One author's habits."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.mapping = dice.choice((2, 2, 4))
        self.sequence = dice.choice((0, 2, 2, 4))
        self.gap = dice.choice((1, 1, 1, 3))
        self.newline = dice.choice(("\n", "\n", "\r\n"))
        self.chatty = dice.choice((0.0, 0.1, 0.3))
        self.brackets = dice.choice((0.0, 0.2, 0.5))
        self.airy = dice.choice((0.0, 0.3))
        self.quotes = dice.choice((0.0, 0.3))
        self.ends = dice.random() < 0.7
        self.tab = dice.random() < 0.1
        self.comments = 0
        self.below_block = False

    def chance(self, likely: float) -> bool:
        return self.dice.random() < likely

    def comment(self) -> str:
        self.comments += 1
        return f"# k{self.comments}{self.dice.choice(('', ': - [x', ' {nomor: 1}'))}"

    def behind(self) -> str:
        return ("\t" if self.tab else "  ") + self.comment() if self.chance(self.chatty) else ""

    def above(self, column: int) -> list[str]:
        """Empty lines and comments over an entry, some of them deeper, which belong to what stands above."""
        lines = [""] if self.chance(self.airy) else []
        # Below a block text a deep comment would be a line of that text.
        deeper = (0, 0, 0, 1) if self.below_block else (0, 0, 0, 1, 3)
        while self.chance(self.chatty):
            lines.append(" " * (column + self.dice.choice(deeper)) + self.comment())
            lines += [""] if self.chance(self.airy) else []
        return lines

    def whole(self, data: dict[str, Any]) -> str:
        lines = self.mapped(data, 0)
        return self.newline.join(lines) + (self.newline if self.ends else "")

    def mapped(self, data: dict[str, Any], column: int, *, beside: bool = False) -> list[str]:
        lines: list[str] = []
        for at, (key, value) in enumerate(data.items()):
            if at or not beside:
                lines += self.above(column)
            head = " " * column + written(key, 0, key=True) + ":"
            lines += self.valued(
                head, value, column, self.sequence if isinstance(value, list) else self.mapping
            )
        return lines

    def valued(self, head: str, value: Any, column: int, deeper: int) -> list[str]:
        if not isinstance(value, list | dict):
            return self.text(head, value, column)
        if not value or self.chance(self.brackets):
            return self.flow(head, value, column)
        inner = column + deeper
        lines = [head + self.behind()]
        return lines + (self.mapped(value, inner) if isinstance(value, dict) else self.listed(value, inner))

    def listed(self, data: list[Any], column: int) -> list[str]:
        lines: list[str] = []
        for item in data:
            lines += self.above(column)
            head = " " * column + "-"
            inner = column + 1 + self.gap
            if isinstance(item, dict) and item and not self.chance(self.brackets):
                first, *rest = self.mapped(item, inner, beside=True)
                lines += [head + " " * self.gap + first[inner:], *rest]
            elif isinstance(item, list | dict):
                lines += self.flow(head, item, column)
            else:
                # No tab may follow a dash.
                lines += [line.replace("-\t#", "-  #") for line in self.text(head, item, column)]
        return lines

    def text(self, head: str, value: str | None, column: int) -> list[str]:
        self.below_block = False
        if value is None:
            return [head + self.dice.choice(("", "", " null", " ~")) + self.behind()]
        pad = " " * (column + 2)
        lines = value.removesuffix("\n").split("\n")
        if len(lines) > 1 and not value.startswith((" ", "\n")) and not value.endswith("\n\n"):
            self.below_block = True
            mark = "|" if value.endswith("\n") else "|-"
            return [f"{head} {mark}{self.behind()}", *(pad + line if line else "" for line in lines)]
        spelled = self.spelled(value)
        if " " in value and value.isascii() and spelled == value and self.chance(0.1):
            first, rest = value.split(" ", 1)
            if first.isalnum() and rest[:1].isalnum():
                return [f"{head} {first}", f"{pad}{rest}{self.behind()}"]
        if self.chance(0.05):
            return [head + self.behind(), pad + spelled + self.behind()]
        return [f"{head} {spelled}{self.behind()}"]

    def spelled(self, value: str, *, flow: bool = False) -> str:
        if "\n" not in value and self.chance(self.quotes):
            return "'" + value.replace("'", "''") + "'"
        if self.chance(self.quotes):
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        return written(value, 0, flow=flow or "\n" in value)

    def flow(self, head: str, value: Any, column: int) -> list[str]:
        self.below_block = False
        if value and self.chance(0.3):
            pad = " " * (column + 2)
            parts = self.parts(value)
            lines = [f"{head} {'[' if isinstance(value, list) else '{'}"]
            for at, part in enumerate(parts):
                lines += [pad + self.comment()] if self.chance(self.chatty) else []
                comma = "," if at < len(parts) - 1 or self.chance(0.3) else ""
                lines.append(pad + part + comma + self.behind())
            return [*lines, pad + ("]" if isinstance(value, list) else "}") + self.behind()]
        return [f"{head} {self.bracketed(value)}{self.behind()}"]

    def bracketed(self, value: Any) -> str:
        if isinstance(value, list | dict):
            space = self.dice.choice(("", " ")) if value else ""
            inner = f"{space}{', '.join(self.parts(value))}{space}"
            return f"[{inner}]" if isinstance(value, list) else f"{{{inner}}}"
        return self.dice.choice(("null", "~")) if value is None else self.spelled(value, flow=True)

    def parts(self, value: Any) -> list[str]:
        if isinstance(value, list):
            return [self.bracketed(item) for item in value]
        parts = []
        for key, item in value.items():
            name = written(key, 0, flow=True, key=True)
            if item is None and self.chance(0.5):
                parts.append(self.dice.choice((f"{name}: ", name)))
            else:
                parts.append(f"{name}: {self.bracketed(item)}")
        return parts
