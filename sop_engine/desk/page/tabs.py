"""Tabs: one panel of several is seen.

In: names, titles and what builds each panel. Out: elements; a panel is built when it is first seen.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from sop_engine.desk.page.elements import box, words
from sop_engine.diagnostics import Text
from sop_engine.text import Language, say

__all__ = ["Tabs"]

_Panel: TypeAlias = tuple[str, Text, Callable[[], None]]


class Tabs:
    """A row of tabs and their panels; the first is seen."""

    def __init__(self, language: Language, panels: Sequence[_Panel], leave: Callable[[], None]) -> None:
        """Build them where the page stands now; ``leave`` is called before another is seen."""
        self._leave = leave
        self.chosen = ""
        self._names = [name for name, _, _ in panels]
        self._build = {name: build for name, _, build in panels}
        with box("div", "tabs", role="tablist"):
            self._tabs = {
                name: words(
                    "button",
                    say(title, language),
                    "tab",
                    type="button",
                    role="tab",
                    id=f"tab-{name}",
                    aria_controls=name,
                )
                for name, title, _ in panels
            }
        self._panels = {
            name: box("div", f"panel {name}", role="tabpanel", id=name, aria_labelledby=f"tab-{name}")
            for name in self._names
        }
        for at, (name, tab) in enumerate(self._tabs.items()):
            tab.on("click", lambda _, name=name: self.choose(name), args=[])
            for key, way in (("left", -1), ("right", 1)):
                other = self._names[(at + way) % len(self._names)]
                tab.on(f"keydown.{key}", lambda _, other=other: self.choose(other, focus=True), args=[])
        self._see(self._names[0])

    def choose(self, chosen: str, *, focus: bool = False) -> None:
        """Show a panel, and put the focus on its tab where it was chosen by keys."""
        self._leave()
        self._see(chosen)
        if focus:
            self._tabs[chosen].client.run_javascript(f'document.getElementById("tab-{chosen}").focus()')

    def _see(self, chosen: str) -> None:
        self.chosen = chosen
        build = self._build.pop(chosen, None)
        if build is not None:
            with self._panels[chosen]:
                build()
        for name in self._names:
            is_chosen = name == chosen
            self._tabs[name].props["aria-selected"] = "true" if is_chosen else "false"
            self._tabs[name].props["tabindex"] = "0" if is_chosen else "-1"
            self._panels[name].set_visibility(is_chosen)
