"""What the form takes back: former texts of a session, in order.

In: a ``Session``, whose every change is heard. Out: the former text again, and the later one again after that.
"""

from dataclasses import dataclass

from sop_engine.desk.page.session import FORM, SAVE, Session

__all__ = ["History"]

_MOST = 200
"""Steps that are kept; each holds a whole text."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A change: the text before it, who made it, and where in the form."""

    before: str
    by: str
    place: str


class History:
    """The former texts of a session.

    One step is all that somebody types in one field, or all that comes from elsewhere between two changes of the form.
    """

    def __init__(self, session: Session) -> None:
        """Begin to listen."""
        self._session = session
        self._now = session.text
        self._place = ""
        self._moving = False
        self._past: list[_Step] = []
        self._future: list[str] = []
        self.end = session.listen(self._heard)

    def edit(self, text: str, place: str = "") -> None:
        """Make a change of the form; changes of one place, if it is named, that follow each other are one step."""
        self._place = place
        self._session.edit(text, FORM)

    def undo(self) -> bool:
        """Put the text back to what it was before the last step; whether there was one."""
        if not self._past:
            return False
        step = self._past.pop()
        self._future.append(self._now)
        self._move(step.before)
        return True

    def redo(self) -> bool:
        """Make the step again that was taken back last; whether there was one."""
        if not self._future:
            return False
        self._past.append(_Step(self._now, FORM, ""))
        self._move(self._future.pop())
        return True

    def _move(self, text: str) -> None:
        self._moving = True
        try:
            self._session.edit(text, FORM)
        finally:
            self._moving = False

    def _heard(self, session: Session, by: str) -> None:
        before, self._now = self._now, session.text
        if by == SAVE or self._moving or before == self._now:
            return
        place = self._place if by == FORM else by
        self._future.clear()
        last = self._past[-1] if self._past else None
        if last is None or last.by != by or last.place != place or not place:
            self._past = [*self._past[1 - _MOST :], _Step(before, by, place)]
