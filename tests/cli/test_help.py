"""Help, languages, and words that are wrong."""

import pytest

from sop_engine import __version__
from sop_engine.cli.table import COMMANDS

GROUP_HELP = """\
Usage: sop [OPTION]... COMMAND ...

  Government SOPs as one YAML file each: checked, timed and drawn.

  A SOP is named by --agency CODE, or by a word: a file, a folder, '-' for
  standard input, or an agency's code.

Commands:
  new         Begin a new definition.
  list        List the SOPs found.
  show        Show one SOP in the terminal.
  validate    Check definitions of SOPs.
  fix         Mend findings automatically.
  fmt         Set definitions in the usual form.
  duration    Add up the standard times.
  paths       Tell every path from start to end.
  schedule    Put a SOP on the working calendar.
  workload    Work out the workload of each role.
  matrix      Make the matrix of roles, and instruction sheets.
  compare     Compare SOPs side by side.
  diff        Tell what changed between two versions.
  flowchart   Draw the Bagian Flowchart.
  document    Draw the whole document: identitas and flowchart.
  preview     Edit and see a SOP in the browser.
  lsp         Run the language server for editors.
  rules       List all findings that there can be.
  explain     Explain what a finding means.
  schema      Write the JSON Schema for editors.
  completion  Write the completion script of a shell.

Options:
  --lang id|en  Language of messages and help.
  --version     Show the version.
  -h, --help    Show this help.

Examples:
  sop validate
  sop duration --agency balangan
  sop flowchart --agency dumai
"""


def test_help_lists_the_commands(sop):
    """Also by ``-h``; on standard output, with status 0."""
    for option in ("--help", "-h"):
        outcome = sop(option)
        assert (outcome.status, outcome.out, outcome.err) == (0, GROUP_HELP, "")


def test_nothing_asked_is_misuse_and_gets_help(sop):
    """Help goes to standard error then."""
    outcome = sop()
    assert (outcome.status, outcome.out, outcome.err) == (2, "", GROUP_HELP)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_each_command_has_help_with_an_example_in_both_languages(sop, name):
    """The short line of the list is the first of the page."""
    for language, heading in (("en", "Examples:"), ("id", "Contoh:")):
        outcome = sop(name, "--help", "--lang", language)
        assert (outcome.status, outcome.err) == (0, "")
        words = COMMANDS[name].en if language == "en" else COMMANDS[name].id
        assert outcome.out.split("\n")[2] == f"  {words}"
        assert f"\n{heading}\n  sop {name}" in outcome.out


def test_the_language_may_stand_anywhere_and_in_the_environment(sop):
    """Before the command, after it, with an equals sign, in SOP_LANG, in the locale."""
    expected = sop("--lang", "id", "validate", "--help")
    assert expected.out.startswith("Pemakaian: sop validate [OPSI]... [SOP]...\n")
    assert sop("validate", "--lang=id", "--help") == expected
    assert sop("validate", "--help", SOP_LANG="id") == expected
    assert sop("validate", "--help", LANG="id_ID.UTF-8") == expected
    assert sop("validate", "--help", LANG="id_ID.UTF-8", SOP_LANG="en").out.startswith("Usage:")


def test_the_version_is_the_packages(sop):
    """One line."""
    outcome = sop("--version")
    assert (outcome.status, outcome.out, outcome.err) == (0, f"sop-engine {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["validaet"], "error: there is no command 'validaet'\n       did you mean 'validate'?\n"),
        (["doc"], "error: there is no command 'doc'\n       did you mean 'document'?\n"),
        (
            ["xyz"],
            (
                "error: there is no command 'xyz'\n"
                "       there are: new, list, show, validate, fix, fmt, duration, paths, schedule, workload, matrix, compare, diff, flowchart, document, preview, lsp, rules, explain, schema, completion\n"
            ),
        ),
        (
            ["list", "--fromat", "x"],
            "error: there is no option '--fromat'\n       did you mean '--format'?\n",
        ),
        (["list", "--zzz"], "error: there is no option '--zzz'\n       see 'sop list --help'\n"),
        (["list", "--format"], "error: option '--format' needs a value\n       see 'sop list --help'\n"),
        (["list", "--strict=1"], "error: option '--strict' takes no value\n       see 'sop list --help'\n"),
        (
            ["list", "--format", "xml"],
            "error: --format 'xml' is unknown\n       choose one of: text, json, csv, xlsx, html\n",
        ),
        (["list", "--format", "jsn"], "error: --format 'jsn' is unknown\n       did you mean 'json'?\n"),
        (["--lang", "fr", "list"], "error: --lang 'fr' is unknown\n       choose one of: id, en\n"),
        (["schema", "a", "b"], "error: 'a', 'b' cannot be used here\n"),
        (["show", "a", "b"], "error: 'b' cannot be used here\n"),
        (
            ["flowchart", "--font-size", "x"],
            "error: --font-size 'x' is no usable number\n       from 5 to 16\n",
        ),
        (
            ["flowchart", "--font-size", "nan"],
            "error: --font-size 'nan' is no usable number\n       from 5 to 16\n",
        ),
        (
            ["list", "--sop", "x"],
            "error: --sop is given without an agency\n       use --agency CODE --sop NAME\n",
        ),
        (
            ["list", "--agency", "a", "b"],
            "error: both --agency and a SOP's word are given\n       use one of them\n",
        ),
    ],
)
def test_wrong_usage_is_said_in_one_line_and_a_remedy(sop, words, message):
    """Status 2, nothing on standard output."""
    outcome = sop(*words)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", message)


ONCE = "       give it once\n"
WORDS = "       give it once; several agencies are named as words: CODE CODE\n"


@pytest.mark.parametrize(
    ("words", "option", "hint"),
    [
        (["list", "--agency", "kota", "--agency", "lain"], "--agency", WORDS),
        (["show", "--agency", "kota", "--agency", "lain"], "--agency", ONCE),
        (["list", "--sop=a", "x", "--sop", "a"], "--sop", ONCE),
        (["list", "--definitions", "a", "--definitions", "b"], "--definitions", ONCE),
        (["list", "--format", "json", "--format", "text"], "--format", ONCE),
        (["flowchart", "-o", "a.svg", "--output", "b.svg"], "-o", ONCE),
        (["flowchart", "--paper", "A4", "--paper", "F4"], "--paper", ONCE),
        (["flowchart", "--font-size", "8", "--font-size", "9"], "--font-size", ONCE),
        (["flowchart", "--style", "graph", "--style", "sheet"], "--style", ONCE),
        (["list", "--lang", "id", "--lang", "en"], "--lang", ONCE),
        (["--lang", "id", "--lang", "en", "list"], "--lang", ONCE),
        (["--lang", "id", "list", "--lang", "en"], "--lang", ONCE),
        (["schema", "--lang", "en", "--lang", "en"], "--lang", ONCE),
    ],
)
def test_an_option_of_one_value_is_given_once(sop, folder, words, option, hint):
    """None is silently taken instead of the other, before the command or after it, by any of its names."""
    outcome = sop(*words)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"error: option '{option}' is given more than once\n{hint}"
    assert list(folder.iterdir()) == []


def test_a_repeated_option_is_refused_in_indonesian_too(sop):
    """With the remedy."""
    assert sop("list", "--agency", "kota", "--agency", "lain", SOP_LANG="id").err == (
        "error: opsi '--agency' disebut lebih dari sekali\n"
        "       sebut sekali saja; beberapa instansi disebut sebagai kata: KODE KODE\n"
    )


def test_what_only_looks_repeated_is_taken(sop, write):
    """A flag says nothing new the second time, a value may look like an option, help is always given."""
    write("--sop")
    assert sop("list", "--strict", "--strict", "--", "--sop", "./--sop").status == 0
    assert sop("list", "--definitions", "--sop", "--sop", "x").err == (
        "error: --sop is given without an agency\n       use --agency CODE --sop NAME\n"
    )
    assert sop("list", "--sop", "a", "--sop", "b", "--help") == sop("list", "--help")


def test_wrong_usage_speaks_indonesian_too(sop):
    """Also what click itself finds."""
    assert sop("list", "--format", "--lang", "id").err != ""
    assert sop("--lang", "id", "list", "--fromat", "x").err == (
        "error: opsi '--fromat' tidak ada\n       maksudnya '--format'?\n"
    )
    assert sop("daftar", SOP_LANG="id").err == (
        "error: perintah 'daftar' tidak ada\n"
        "       yang ada: new, list, show, validate, fix, fmt, duration, paths, schedule, workload, matrix, compare, diff, flowchart, document, preview, lsp, rules, explain, schema, completion\n"
    )


def test_wrong_usage_is_json_too_where_json_is_asked_for(sop):
    """Standard output is one document, and standard error says it to people."""
    outcome = sop("list", "--format", "json", "--zzz")
    assert outcome.status == 2
    assert outcome.err == "error: there is no option '--zzz'\n       see 'sop list --help'\n"
    assert outcome.json == {
        "diagnostics": [
            {
                "code": "SOP000",
                "slug": "usage",
                "severity": "error",
                "message": "there is no option '--zzz'",
                "hint": "see 'sop list --help'",
                "path": None,
                "line": None,
                "column": None,
                "end_line": None,
                "end_column": None,
                "related": [],
            }
        ]
    }


def test_an_unknown_language_in_the_environment_is_misuse(sop):
    """Said in English, as JSON too."""
    outcome = sop("list", "--format", "json", SOP_LANG="fr")
    assert outcome.status == 2
    assert outcome.err == "error: SOP_LANG is 'fr', an unknown language\n       use id or en\n"
    assert [found["message"] for found in outcome.json["diagnostics"]] == [
        "SOP_LANG is 'fr', an unknown language"
    ]
