"""The sentences of instruction sheets: what reaches a role, what it does, how long it has, and whom it hands on to.

In: a SOP and the ``Task`` of a role. Out: paragraphs of official Indonesian, as they are wrapped and printed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from sop_engine.analysis.instructions import Relay, Task
from sop_engine.layout.measure import plain
from sop_engine.model.sop import Sop

__all__ = ["activity_words", "hands_words", "receives_words", "sheet_words", "time_words"]

_NOTE = "Catatan: Nomor langkah adalah nomor kegiatan pada Bagian Flowchart SOP ini."
_JOINT = "Pada kegiatan bersama, yang menerima dan menyerahkan adalah penanggung jawabnya."
_NONE = "–"
# The blank between a number and its unit.
_COUNTED = re.compile(r"(?<=\d) (?=[a-z])")


def sheet_words(sop: Sop, tasks: Sequence[Task], names: Mapping[str, str]) -> Iterator[str]:
    """What one needs to know of the numbers on a sheet, and of joint activities where it has any."""
    yield _NOTE
    numbers = {row.bare_number for row in sop.kegiatan}
    shown = {task.step for task in tasks}
    shown |= {way.step for task in tasks for way in (*task.receives, *task.hands) if way.step is not None}
    other = next((name for step, name in names.items() if step in shown and name not in numbers), None)
    if other is not None:
        yield (
            f"Langkah seperti “{other}” adalah salah satu simbol dalam satu kegiatan, atau kegiatan tanpa nomor "
            "sendiri."
        )
    if any(task.partners for task in tasks):
        yield _JOINT


def activity_words(sop: Sop, task: Task) -> list[str]:
    """What is done, with whom, and what is to be decided."""
    found = [task.activity]
    if task.partners:
        others = [sop.pelaksana[key].nama for key in task.partners]
        if task.responsible:
            found.append(f"Sebagai penanggung jawab, bersama {_listed(others)}.")
        else:
            rest = f", bersama {_listed(others[1:])}" if others[1:] else ""
            found.append(f"Ikut serta; penanggung jawab: {others[0]}{rest}.")
    if task.decides:
        answers = list(dict.fromkeys(_answer(way) for way in task.hands if way.answer))
        asked = task.question or (f"{_listed(answers, 'atau')}." if len(answers) > 1 else "")
        lead = "Keputusan" if task.responsible else "Keputusan penanggung jawab"
        found.append(f"{lead}: {asked}" if asked else f"{lead}.")
    elif task.question and not (task.starts or task.ends):
        # What a capsule says is only that it begins or ends here.
        found.append(task.question)
    return found


def time_words(sop: Sop, task: Task, names: Mapping[str, str]) -> str:
    """How long it takes; what is the time of more than this step says so."""
    text = _COUNTED.sub("\N{NO-BREAK SPACE}", str(task.time)) or _NONE
    row = sop.kegiatan[task.row]
    if not task.time.is_measured or not (task.shared or task.whole):
        return text
    rows = [names.get(one, one) for one in task.shared] or [row.bare_number or row.id or task.number]
    return f"{text} (seluruh kegiatan\N{NO-BREAK SPACE}{_listed(rows)})"


def receives_words(sop: Sop, task: Task, role: str, names: Mapping[str, str]) -> list[str]:
    """What reaches a role at one of its steps, a sentence each; what comes back stands last."""
    found = ["Memulai prosedur."] if task.starts else []
    forth = [way for way in task.receives if not way.returned]
    for way in forth:
        mine = _mine(way, role)
        who = f"Lanjutan dari {_step(way, names)}" if mine else _whom(sop, way, names)
        found.append(f"{who}{_under(way)}{_most(way)}.")
    if task.waits and len(forth) > 1:
        found.append("Dikerjakan setelah semua cabang yang digabung tiba.")
    for way in task.receives:
        if way.returned:
            mine = _mine(way, role)
            who = (
                f"Diulang dari {_step(way, names)}" if mine else f"Dikembalikan dari {_whom(sop, way, names)}"
            )
            found.append(f"{who}{_under(way)}{_most(way)}.")
    return found or ["Belum ada alur yang menuju langkah ini."]


def hands_words(sop: Sop, task: Task, role: str, names: Mapping[str, str]) -> list[str]:
    """Whom a role hands on to at one of its steps, a sentence for each answer; arms of a split share one."""
    found = []
    for _, group in groupby(task.hands, key=lambda one: (one.answer, one.together)):
        ways = list(group)
        if len(ways) > 1:
            lead, whom = "sekaligus kepada ", _listed(_arm(sop, way, role, names) for way in ways)
        else:
            lead, whom = _onward(sop, ways[0], role, names)
        said = f"Bila {_answer(ways[0])}: {lead}" if ways[0].answer else f"{lead[:1].upper()}{lead[1:]}"
        bounded = next((way for way in ways if way.most is not None), ways[0])
        found.append(f"{said}{whom}{_most(bounded)}.")
    if task.ends:
        found.append("Selesai.")
    return found or ["Alur selanjutnya belum dapat dibaca."]


def _arm(sop: Sop, way: Relay, role: str, names: Mapping[str, str]) -> str:
    """One of several that work is handed to at once."""
    if way.step is None:
        return "pengakhiran prosedur"
    whom = f"diri sendiri ({_step(way, names)})" if _mine(way, role) else _whom(sop, way, names)
    return f"{whom}, dikembalikan" if way.returned else whom


def _onward(sop: Sop, way: Relay, role: str, names: Mapping[str, str]) -> tuple[str, str]:
    """Where work goes: the words that lead to it, and it."""
    if way.step is None:
        return "selesai", ""
    if _mine(way, role):
        return "diulang dari " if way.returned else "dilanjutkan sendiri ke ", _step(way, names)
    return "dikembalikan kepada " if way.returned else "", _whom(sop, way, names)


def _mine(way: Relay, role: str) -> bool:
    """The role is responsible for the other end too."""
    return way.roles[:1] == (role,)


def _whom(sop: Sop, way: Relay, names: Mapping[str, str]) -> str:
    """The responsible role of a step, which step that is, and who joins in."""
    first, *others = [sop.pelaksana[key].nama for key in way.roles] or [_NONE]
    joining = f", bersama {_listed(others)}" if others else ""
    return f"{first} ({_step(way, names)}{joining})"


def _step(way: Relay, names: Mapping[str, str]) -> str:
    # A number stays with what it counts.
    return f"langkah\N{NO-BREAK SPACE}{names.get(way.step or '', way.step)}"


def _answer(way: Relay) -> str:
    return f"“{plain(way.answer or '')}”"


def _under(way: Relay) -> str:
    return f", bila {_answer(way)}" if way.answer else ""


def _most(way: Relay) -> str:
    return "" if way.most is None else f", paling banyak {way.most}\N{NO-BREAK SPACE}kali"


def _listed(names: Iterable[str], word: str = "dan") -> str:
    """Names as a sentence lists them."""
    *some, last = names
    if not some:
        return last
    return f"{', '.join(some)}{',' if len(some) > 1 else ''} {word} {last}"
