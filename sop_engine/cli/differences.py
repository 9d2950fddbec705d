"""What a command would change in a file, as ``diff -u`` and git show it.

In: the bytes of a file before and after. Out: the lines that differ, with three around them.
"""

from difflib import unified_diff

from sop_engine.text import escaped

__all__ = ["difference"]


def difference(name: str, before: bytes, after: bytes, *, safe: bool) -> str:
    """The changes as a patch; nothing where there are none.

    Args:
        name: the file, as it prints.
        before: what it holds now, UTF-8; line ends count.
        after: what it is to hold.
        safe: it goes to a terminal, where nothing in it may do more than show.
    """
    if before == after:
        return ""
    found = unified_diff(_lines(before), _lines(after), name, name, lineterm="")
    lines = [line for one in found for line in one.split("\n")]
    # Line ends show only where they are what changes.
    ends = "\r" if safe and before.count(b"\r\n") and after.count(b"\r\n") else ""
    return "".join(f"{escaped(line.removesuffix(ends)) if safe else line}\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    """The lines, told apart by LF alone; a last one without is marked as ``diff`` does."""
    *lines, last = data.decode().split("\n")
    return [*lines, f"{last}\n\\ No newline at end of file"] if last else lines
