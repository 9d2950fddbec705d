"""Settings and options that say what is reported."""

import pytest


@pytest.fixture
def faulty(write):
    """A definition with a code that is not its file's (SOP801), and a row without a number (SOP208)."""
    return write("definitions/dumay.yaml", kode="dumai", replace={"nomor: 3": "id: 3"})


def codes(outcome):
    """The codes of a report, with their severities."""
    return [(found["code"], found["severity"]) for found in outcome.json]


def test_without_settings_all_is_reported(sop, faulty):
    """Both warnings."""
    assert codes(sop("validate", "--format", "json")) == [("SOP801", "warning"), ("SOP208", "warning")]


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--select", "SOP2"], [("SOP208", "warning")]),
        (["--select", "SOP2,code-differs"], [("SOP801", "warning"), ("SOP208", "warning")]),
        (["--ignore", "SOP801, SOP208, SOP5, SOP6"], []),
        (["--ignore", "ALL", "--extend-select", "missing-number"], [("SOP208", "warning")]),
        (["--severity", "SOP801=error,SOP208=info"], [("SOP801", "error"), ("SOP208", "info")]),
        (["--severity", "SOP801=off"], [("SOP208", "warning")]),
        (["--level", "error", "--severity", "SOP801=error"], [("SOP801", "error")]),
    ],
)
def test_options_choose(sop, faulty, options, left):
    """Words parted by commas or blanks."""
    outcome = sop("validate", "--format", "json", *options)
    assert codes(outcome) == left
    assert outcome.status == (1 if ("SOP801", "error") in left else 0)


def test_the_nearest_file_counts(sop, faulty, folder):
    """``sop.toml`` before ``pyproject.toml``, a folder before the one above it; a foreign file is passed over."""
    (folder.parent / "sop.toml").write_text('ignore = ["SOP801"]\n', encoding="utf-8")
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert codes(sop("validate", "--select", "SOP2,SOP8", "--format", "json")) == [("SOP208", "warning")]
    (folder / "pyproject.toml").write_text('[tool.sop]\nignore = ["SOP208"]\n', encoding="utf-8")
    wanted = ["--select", "SOP2,SOP8", "--format", "json"]
    assert codes(sop("validate", *wanted)) == [("SOP801", "warning")]
    (folder / "sop.toml").write_text('ignore = ["SOP801", "SOP208"]\n', encoding="utf-8")
    assert codes(sop("validate", *wanted)) == []


def test_a_file_can_be_named(sop, faulty, folder):
    """It is the only one that counts then, and options win over it."""
    (folder / "ketat.toml").write_text('select = ["SOP8"]\nseverity = {SOP801 = "error"}\n', encoding="utf-8")
    outcome = sop("validate", "--config", "ketat.toml", "--format", "json")
    assert (outcome.status, codes(outcome)) == (1, [("SOP801", "error")])
    outcome = sop("validate", "--config", "ketat.toml", "--format", "json", "--select", "SOP2")
    assert codes(outcome) == [("SOP208", "warning")]


@pytest.mark.parametrize("refused", ['ignore = ["SOP208"]', 'severity = {missing-number = "off"}'])
@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "SOP208"], [("SOP208", "warning")]),
        (["--select", "missing-number"], [("SOP208", "warning")]),
        (["--select", "SOP8", "--extend-select", "SOP208"], [("SOP801", "warning"), ("SOP208", "warning")]),
        (["--select", "SOP2"], []),
        (["--select", "SOP208", "--ignore", "SOP208"], []),
        (["--select", "SOP208", "--severity", "SOP208=off"], []),
        (["--select", "SOP208", "--severity", "SOP208=info"], [("SOP208", "info")]),
    ],
)
def test_what_an_option_asks_for_no_file_refuses(sop, faulty, folder, refused, options, found):
    """However the two spell it; a word for many leaves what the file says of one of them."""
    (folder / "sop.toml").write_text(f"{refused}\n", encoding="utf-8")
    assert codes(sop("validate", *options, "--format", "json")) == found


def test_settings_count_in_every_command(sop, faulty, folder):
    """An error by the settings fails a drawing's run too."""
    assert sop("duration", "dumai").status == 0
    (folder / "sop.toml").write_text('severity = {SOP801 = "error"}\n', encoding="utf-8")
    for words in (["duration", "dumai"], ["list"], ["flowchart", "dumai"], ["show", "dumai"]):
        assert sop(*words).status == 1, words


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--ignore", "SOP999"], "error: there is no rule 'SOP999'"),
        (["--severity", "SOP801"], "error: --severity 'SOP801' is not understood"),
        (["--severity", "SOP801=fatal"], "error: --severity 'SOP801=fatal' is not understood"),
        (["--severity", "SOP302=info"], "error: SOP302 (dead-end) is an error"),
        (["--today", "kemarin"], "error: --today 'kemarin': "),
        (["--today", "Oktober 2026"], "error: --today 'Oktober 2026' names no day"),
        (["--config", "nix.toml"], "error: cannot read 'nix.toml': it does not exist"),
        (["--jobs", "0"], "error: --jobs '0' is no usable number"),
        (["--level", "fatal"], "error: --level 'fatal' is unknown"),
        (["--statistics", "--format", "sarif"], "error: --statistics knows only --format text and json"),
        (["-o", "x.pdf"], "error: suffix '.pdf' is no format of reports"),
    ],
)
def test_what_is_not_understood_is_misuse(sop, faulty, options, message):
    """Status 2, one message, and nothing is checked."""
    outcome = sop("validate", *options)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(message)
    assert "\nerror:" not in outcome.err


def test_a_broken_file_is_told_once(sop, write, folder):
    """Whatever the number of SOPs."""
    for name in ("a", "b", "c"):
        write(f"definitions/{name}.yaml", kode=name)
    (folder / "sop.toml").write_bytes(b'ignore = ["SOP6"\n')
    outcome = sop("validate")
    assert (outcome.status, outcome.out) == (2, "")
    first, hint = outcome.err.splitlines()
    assert first.startswith("error: 'sop.toml': no TOML: ")
    assert hint == """       write for example ignore = ["SOP508", "unused-output"]"""
    (folder / "sop.toml").write_bytes(b"# \xff\n")
    assert sop("validate").err == "error: 'sop.toml' is not UTF-8\n"
    (folder / "sop.toml").write_bytes(b'\xef\xbb\xbfignore = ["SOP6"]\r\n')
    assert sop("validate").status == 0


def test_the_level_hides_and_still_counts(sop, faulty):
    """What is not shown counts in the summary and in the status."""
    outcome = sop("validate", "--level", "error", "--strict")
    assert (outcome.status, outcome.out) == (
        1,
        "1 file, no errors, 2 warnings (below error not shown); some can be mended with 'sop fix'\n",
    )
    outcome = sop("validate", "--level", "error", "--lang", "id")
    assert outcome.out == (
        "1 berkas, tanpa kesalahan, 2 peringatan (di bawah error tidak ditampilkan); "
        "sebagian dapat diperbaiki dengan 'sop fix'\n"
    )
