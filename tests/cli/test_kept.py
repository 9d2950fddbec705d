"""What a watch keeps: nothing is made twice of what did not change, and nothing else is given for it."""

import pytest

from sop_engine.cli import selection as selecting
from sop_engine.cli.checking import checked
from sop_engine.cli.kept import Kept, undrawn
from sop_engine.cli.naming import Naming
from sop_engine.cli.run import Run
from sop_engine.cli.selection import choose
from sop_engine.diagnostics import Text
from sop_engine.errors import UsageError


@pytest.fixture
def compiled(monkeypatch):
    """The names of what was compiled so far."""
    names: list[str] = []
    plain = selecting.compiled_bytes

    def compile_and_note(definition, data, choice):
        names.append(definition.name)
        return plain(definition, data, choice)

    monkeypatch.setattr(selecting, "compiled_bytes", compile_and_note)
    return names


def chosen(*words: str):
    """A run, and what it chooses."""
    run = Run([], {})
    return choose(run, Naming(words, None, None, None))


def found(kept: Kept | None, *words: str):
    """What a run finds, by file."""
    selection = chosen(*words)
    return selection.run, [
        (one.brief.source.name, one.brief.source.text, [str(finding.message) for finding in one.diagnostics])
        for one in checked(selection.run, selection, 1, kept)
    ]


def test_only_what_was_saved_is_checked_again(write, compiled, folder):
    """The findings are those of a run that keeps nothing, those across SOPs included."""
    (folder / "sop.toml").write_text('ignore = ["SOP6"]\n', encoding="utf-8")
    for name in ("x/a.yaml", "x/b.yaml", "x/c.yaml"):
        write(name)
    kept = Kept()
    first = found(kept, "x")
    assert first[1] == found(None, "x")[1]
    assert len(first[1]) > 3
    compiled.clear()
    path = write("x/b.yaml", replace={"pelaksana: kepala": "pelaksana: kepla"})
    kept.forget(frozenset([path]))
    run, again = found(kept, "x")
    assert compiled == ["x/b.yaml"]
    plain, whole = found(None, "x")
    assert again == whole
    assert (run.files, run.counts) == (plain.files, plain.counts)


def test_what_cannot_be_read_is_tried_again(write, compiled):
    """It is noted each time, and the others keep their order."""
    missing = write("a.yaml")
    words = ("a.yaml", "b.yaml", "c.yaml")
    write("b.yaml")
    write("c.yaml")
    kept = Kept()
    selection = chosen(*words)
    missing.unlink()
    for _ in range(2):
        names = [one.brief.source.name for one in checked(selection.run, selection, 1, kept)]
        assert names[:2] == ["b.yaml", "c.yaml"]
    assert [problem.source.name for problem in selection.run.problems] == ["a.yaml", "a.yaml"]
    assert compiled == ["b.yaml", "c.yaml"]


def test_other_settings_let_go_of_everything(write, compiled, folder):
    """Findings are kept as they were wanted then."""
    write("a.yaml")
    kept = Kept()
    found(kept, "a.yaml")
    (folder / "sop.toml").write_text('ignore = ["SOP6"]\n', encoding="utf-8")
    assert found(kept, "a.yaml")[1] == found(None, "a.yaml")[1]
    assert compiled == ["a.yaml"] * 3
    found(kept, "a.yaml")
    assert compiled == ["a.yaml"] * 3


def test_what_had_trouble_is_left_to_draw(write):
    """Of a selection that is drawn, what went well is done; names of files stay with their owners."""
    paths = [write("a.yaml"), write("b.yaml")]
    kept: Kept[bool] = Kept()
    selection = chosen("a.yaml", "b.yaml")
    assert undrawn(selection, None) is selection
    trouble = UsageError(Text("tidak dapat ditulis", "cannot be written"))
    for definition, _ in undrawn(selection, kept):
        if definition.name == "b.yaml":
            selection.run.problem(trouble)
        else:
            selection.run.owners["a.svg"] = (paths[0],)
    again = chosen("a.yaml", "b.yaml")
    left = undrawn(again, kept)
    assert [item.definition.name for item in left.items] == ["b.yaml"]
    assert left.several
    assert again.run.owners == {"a.svg": (paths[0],)}
    assert [definition.name for definition, _ in left] == ["b.yaml"]
    assert undrawn(again, kept).items == ()
    kept.forget(frozenset([paths[0]]))
    assert [item.definition.name for item in undrawn(again, kept).items] == ["a.yaml"]
    assert again.run.owners == {}
