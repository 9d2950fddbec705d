"""The registry and the rules' own documentation."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from sop_engine.diagnostics import Diagnostic, Kind
from sop_engine.model.tanggal import parse_tanggal
from sop_engine.pipeline import compile_bytes
from sop_engine.rules import registry
from sop_engine.rules.condense import brief_of
from sop_engine.rules.explain import explanations
from sop_engine.rules.kinds import MODULES, kinds
from sop_engine.rules.run import check, check_all
from tests.quiet import quiet

PACKAGE = Path(registry.__file__).parent
MACHINERY = {
    "__init__",
    "activity",
    "activity_words",
    "blank_cells",
    "brief",
    "choice",
    "citations",
    "common",
    "condense",
    "document_names",
    "document_sources",
    "document_table",
    "document_uses",
    "document_words",
    "explain",
    "faults",
    "institutions",
    "item_lists",
    "kinds",
    "late",
    "likeness",
    "manual_engine",
    "manual_model",
    "manual_reading",
    "misspelling",
    "nip",
    "odd_rows",
    "office_words",
    "once",
    "papers",
    "places",
    "registry",
    "regulation_kinds",
    "regulations",
    "role_names",
    "role_spellings",
    "role_words",
    "row_order",
    "rule",
    "run",
    "sentence",
    "silence",
    "sop_names",
    "sop_numbers",
    "sop_register",
    "spellings",
    "stated_total",
    "time_values",
    "timed_rows",
    "torn",
    "uraian",
    "verb_words",
    "verbs",
    "word_list",
}
FAULTS = "sop_engine.rules.faults"
"""Its kinds are of no definition, and so not among ``kinds``."""

HEADINGS = ["Why:", "Mengapa:", "Bad::", "Good::", "How to mend:", "Cara memperbaiki:"]
HEAD = {
    "versi_format": "versi_format: 1\n",
    "instansi": "instansi: {kode: contoh, nama: Dinas Contoh}\n",
    "identitas": "identitas: {nama: Contoh}\n",
}
ROLES = {"staf": "Staf Penyusun", "kabag": "Kepala Bagian"}
ROW = "kegiatan: [{nomor: 1, uraian: Menyusun konsep, pelaksana: %s}]\n"
WHOLE = {"SOP006"}
"""What is found in a whole file is not to be completed."""

TODAYS = {"SOP614": parse_tanggal("21 November 2026")}
"""The day that an example is checked on, where a rule asks what is overdue; to others it would say nothing."""
EVERY = (*registry.RULES, *registry.CROSS_RULES)
NO_EXAMPLE = {
    "SOP000": "its example is a command; tests of the command line run it",
    "SOP601": "only drawing a document looks for the logo beside the file",
    "SOP900": "no rule is known to crash",
    "SOP901": "no fault of the engine is known",
    "SOP902": "a sheet is found dense only when it is drawn",
}
"""What no text shows by being compiled, and why."""

BYTES = {
    "SOP002": lambda text: text.encode("utf-16"),
    "SOP003": lambda text: text.replace("\N{SYMBOL FOR FORM FEED}", "\f").encode(),
    "SOP022": lambda text: text.replace("\N{SYMBOL FOR SPACE}", " ").encode(),
}
"""How the bad example of a file's bytes comes to be: no page can print it."""

SINGLE = [code for code in explanations() if code not in NO_EXAMPLE]
CROSS = [code for code in SINGLE if kinds()[code].slug.replace("-", "_") in registry.CROSS_RULES]
SINGLE = [code for code in SINGLE if code not in CROSS]


def documentation(name: str) -> str:
    """The docstring of a rule."""
    return import_module(f"sop_engine.rules.{name}").__doc__ or ""


def completed(text: str) -> str:
    """A piece of a definition as a whole one: what every definition needs is added where it is missing."""
    given = set(re.findall(r"^(\w+):", text, re.MULTILINE))
    head = "".join(line for key, line in HEAD.items() if key not in given)
    used = [key for key in re.findall(r"\w+", text) if key in ROLES]
    roles = {key: ROLES[key] for key in used} or {"staf": ROLES["staf"]}
    if "pelaksana" not in given:
        head += f"pelaksana: {{{', '.join(f'{key}: {name}' for key, name in roles.items())}}}\n"
        first = next(iter(roles))
    else:
        first = re.findall(r"^pelaksana:[\s{]*(\w+):", text, re.MULTILINE)[0]
    return f"{head}{text}\n{'' if 'kegiatan' in given else ROW % first}"


def found_in(code: str, example: str) -> tuple[Diagnostic, ...]:
    """What is found in an example, but for what it lacks on purpose."""
    text = example + "\n" if code in WHOLE else completed(example)
    data = BYTES[code](text) if code in BYTES and example == explanations()[code].bad else text.encode()
    return compile_bytes(data, "contoh", "contoh", quiet(code, today=TODAYS.get(code))).diagnostics


def found_across(code: str, example: str) -> tuple[Diagnostic, ...]:
    """What is found across the files of an example, each of which begins with a comment that names it."""
    parts = re.split(r"^# (\S+\.yaml)\n", example, flags=re.MULTILINE)
    assert parts[0] == ""
    choice = quiet(code, today=TODAYS.get(code))
    files = zip(parts[1::2], parts[2::2], strict=True)
    return check_all(
        [brief_of(compile_bytes(completed(text).encode(), name, None, choice)) for name, text in files]
    )


def test_every_rule_file_is_registered() -> None:
    """A file in the package is either machinery or a registered rule."""
    files = {path.stem for path in PACKAGE.glob("*.py")} - MACHINERY
    assert sorted(files) == sorted([*registry.RULES, *registry.CROSS_RULES])


def test_rules_stand_in_the_order_of_their_codes() -> None:
    """The registry reads like the table of codes."""
    codes = [rule.KIND.code for rule in registry.rules()]
    assert codes == sorted(codes)


@pytest.mark.parametrize("name", EVERY)
def test_rules_have_their_shape(name: str) -> None:
    """A rule has a kind whose slug is its file's name, a check, and a documentation with fixed headings."""
    module = import_module(f"sop_engine.rules.{name}")
    kind = module.KIND
    assert isinstance(kind, Kind)
    assert kind.slug == name.replace("_", "-")
    assert callable(module.check if name in registry.RULES else module.check_all)
    first, empty, second, *rest = documentation(name).split("\n")
    assert re.fullmatch(rf"{kind.code} {kind.slug}: .+\.", first)
    assert empty == ""
    assert re.fullmatch(r".+\.", second)
    assert [line for line in rest if line in HEADINGS] == HEADINGS


@pytest.mark.parametrize("code", SINGLE)
def test_the_bad_example_is_found(code: str) -> None:
    """What the documentation calls bad gives this finding."""
    assert code in [found.code for found in found_in(code, explanations()[code].bad)]


@pytest.mark.parametrize("code", SINGLE)
def test_the_good_example_is_clean(code: str) -> None:
    """What the documentation calls good gives no finding at all."""
    assert explanations()[code].good != ""
    assert found_in(code, explanations()[code].good) == ()


@pytest.mark.parametrize("code", CROSS)
def test_the_bad_example_of_several_files_is_found(code: str) -> None:
    """What the documentation calls bad gives this finding, and no other across its files."""
    assert {found.code for found in found_across(code, explanations()[code].bad)} == {code}


@pytest.mark.parametrize("code", CROSS)
def test_the_good_example_of_several_files_is_clean(code: str) -> None:
    """What the documentation calls good gives no finding across its files."""
    assert explanations()[code].good != ""
    assert found_across(code, explanations()[code].good) == ()


def test_kinds_are_unique() -> None:
    """No code and no slug stands for two things."""
    found = [
        value
        for module in MODULES
        for name, value in vars(import_module(module)).items()
        if isinstance(value, Kind) and import_module(module).__name__ == module
    ]
    assert len({kind.code for kind in found}) == len(set(found)) == len({kind.slug for kind in found})


def test_every_module_with_a_kind_is_listed() -> None:
    """A silencer knows every code that the stages up to the rules can give."""
    engine = PACKAGE.parent
    definers = set()
    for stage in ("reading", "model", "rules"):
        for path in (engine / stage).glob("*.py"):
            if re.search(r"^\w+ = Kind\(", path.read_text(encoding="utf-8"), re.MULTILINE):
                definers.add(f"sop_engine.{stage}.{path.stem}")
    assert definers - {FAULTS} == set(MODULES)


def test_checking_runs_the_registered_rules() -> None:
    """Without a choice of rules all of them run."""
    compiled = compile_bytes(completed(explanations()["SOP402"].bad).encode(), "bad")
    assert check(compiled) == check(compiled, registry.rules())
    assert kinds()["SOP402"] is import_module("sop_engine.rules.repeated_role").KIND
