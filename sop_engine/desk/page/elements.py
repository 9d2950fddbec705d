"""The few plain HTML elements that the page is made of.

In: tag names and texts. Out: elements whose text is never markup.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement
from nicegui.events import GenericEventArguments

__all__ = ["Words", "box", "button", "focus", "words"]

_Made = TypeVar("_Made", bound=Element)


class Words(TextElement):
    """An HTML element that holds a text."""

    def __init__(self, tag: str, text: str) -> None:
        """Begin with a text."""
        super().__init__(tag=tag, text=text)


def words(tag: str, text: str = "", classes: str = "", **attributes: Any) -> Words:
    """An element with a text; underscores in the names of attributes stand for hyphens."""
    return _dressed(Words(tag, text), classes, attributes)


def box(tag: str = "div", classes: str = "", **attributes: Any) -> Element:
    """An element for other elements; to be used as a context."""
    return _dressed(Element(tag), classes, attributes)


def button(text: str, do: Callable[[], Any], classes: str = "", **attributes: Any) -> Words:
    """A button."""
    made = words("button", text, f"button {classes}", type="button", **attributes)

    def clicked(_: GenericEventArguments) -> Any:
        return do()

    made.on("click", clicked, args=[])
    return made


def focus(element: Element, *, if_lost: bool = False) -> None:
    """Put the focus on an element, always or where what had it has gone."""
    when = "if (document.activeElement === document.body) " if if_lost else ""
    name = element.props.get("id", element.html_id)
    element.client.run_javascript(f'{when}document.getElementById("{name}")?.focus()')


def _dressed(element: _Made, classes: str, attributes: dict[str, Any]) -> _Made:
    if classes:
        element.classes(classes)
    for name, value in attributes.items():
        # Not through ``props()``, which parses texts.
        element.props[name.rstrip("_").replace("_", "-")] = value
    return element
