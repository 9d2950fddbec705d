"""``sop explain`` and ``sop rules``: the documentation of findings in the terminal."""

import json

import pytest

from sop_engine.cli.manual import as_text
from sop_engine.rules.explain import explanations
from sop_engine.text import Language

GAP = """\
warning[SOP209] number-gap
The numbers of the rows jump.

Why
  A gap looks like a row that was lost when the form was copied.

Bad
  kegiatan:
    - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    - {nomor: 3, uraian: Memeriksa konsep, pelaksana: kabag}

Good
  kegiatan:
    - {nomor: 1, uraian: Menyusun konsep, pelaksana: staf}
    - {nomor: 2, uraian: Memeriksa konsep, pelaksana: kabag}

How to mend
  Add the missing row or correct the number. Parts of a number (3a) are passed
  over; behind a row without a whole number (empty, IV, 2.1) the counting begins
  anew.

Leaving it out
  In the definition, at the end of its line or alone on the line above:

    # sop: abaikan SOP209

  For all SOPs, in sop.toml (for once: the option --ignore):

    ignore = ["SOP209"]
"""

DEAD_END = """\
error[SOP302] dead-end
Dari sebuah langkah tidak ada jalan menuju akhir.

Mengapa
  Pekerjaan yang sampai di sana berputar tanpa akhir. Bila beberapa langkah
  hanya saling menuju, yang dilaporkan adalah yang pertama beserta putarannya.

Contoh yang keliru
  kegiatan:
    - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 4, Tidak: 2}}
    - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
    - {nomor: 3, uraian: Memeriksa perbaikan, pelaksana: kabag, lanjut: 2}
    - {nomor: 4, uraian: Menandatangani, pelaksana: kabag}

Contoh yang benar
  kegiatan:
    - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 4, Tidak: 2}}
    - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
    - {nomor: 3, uraian: Memeriksa perbaikan, pelaksana: kabag, cabang: {Ya: 4, Tidak: 2}}
    - {nomor: 4, uraian: Menandatangani, pelaksana: kabag}

Cara memperbaiki
  Jadikan salah satu langkah dalam putaran itu keputusan dengan cabang yang
  keluar, atau akhiri prosedur di sana.

Mengabaikannya
  Kesalahan selalu dilaporkan dan tidak dapat diabaikan: perbaiki penyebabnya.
"""

MARKDOWN = """\
## <a id="SOP311"></a>SOP311 idle-join

**warning**: A step with `gabung: semua` has nothing to wait for.

**Why**

It waits for flows that run side by side. Here never more than one comes at a time: a single flow, or \
branches of one decision, of which only one is taken.

**Bad**

```yaml
kegiatan:
  - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 3, Tidak: 2}}
  - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
  - {nomor: 3, uraian: Menandatangani, pelaksana: kabag, gabung: semua}
```

**Good**

```yaml
kegiatan:
  - {nomor: 1, uraian: Memeriksa konsep, pelaksana: kabag, cabang: {Ya: 3, Tidak: 2}}
  - {nomor: 2, uraian: Memperbaiki konsep, pelaksana: staf}
  - {nomor: 3, uraian: Menandatangani, pelaksana: kabag}
```

**How to mend**

Delete `gabung: semua`; or split the flow where both are meant to be done: `lanjut: [2, 3]`.

**Leaving it out**

In the definition, at the end of its line or alone on the line above:

```yaml
# sop: abaikan SOP311
```

For all SOPs, in sop.toml (for once: the option --ignore):

```toml
ignore = ["SOP311"]
```
"""


class TestExplain:
    """``sop explain``."""

    @pytest.mark.parametrize("word", ["SOP209", "sop209", "number-gap"])
    def test_a_finding_is_explained(self, sop, word):
        """By its code or slug; how to silence it stands at the end."""
        outcome = sop("explain", word)
        assert (outcome.status, outcome.out, outcome.err) == (0, GAP, "")

    def test_it_speaks_indonesian_too(self, sop):
        """All but the example and the word for the severity; an error cannot be silenced."""
        assert sop("explain", "SOP302", "--lang", "id").out == DEAD_END
        assert sop("explain", "SOP302", SOP_LANG="id").out == DEAD_END

    def test_several_are_explained_in_the_order_in_which_they_are_named(self, sop):
        """Each once."""
        outcome = sop("explain", "dead-end", "SOP209", "SOP302", "dead-end", "--lang", "id")
        pages = [sop("explain", code, "--lang", "id").out for code in ("SOP302", "SOP209")]
        assert outcome.out == "\n\n".join(pages)

    def test_prose_fits_the_terminal(self, sop):
        """Neither wider than it is, nor wider than can be read well; examples are never broken."""
        for columns, most in ((50, 50), (300, 90)):
            lines = sop("explain", "SOP312", COLUMNS=str(columns)).out.split("\n")
            prose = [line for line in lines if "{" not in line]
            assert most - 20 <= max(map(len, prose)) <= most

    def test_colours_are_for_terminals(self, sop):
        """The severity has that of reports, headings are bold, and without the marks the text is the same."""
        page = as_text(explanations()["SOP209"], Language.EN, 80, colour=True)
        assert page.startswith("\x1b[1;33mwarning[SOP209]\x1b[0m \x1b[1mnumber-gap\x1b[0m\n")
        assert "\n\x1b[1mWhy\x1b[0m\n" in page
        assert "\x1b" not in sop("explain", "SOP209").out

    def test_what_is_off_by_default_says_how_to_ask_for_it(self, sop):
        """In front of how to leave it out."""
        page = sop("explain", "role-order").out
        assert (
            "Asking for it\n"
            "  It is off by default. This in sop.toml reports it (for once: the option\n"
            "  --extend-select):\n"
            "\n"
            '    extend-select = ["SOP406"]\n'
            "\n"
            "Leaving it out\n"
        ) in page

    @pytest.mark.parametrize("code", ["SOP020", "SOP021"])
    def test_silencers_are_not_silenced_by_comments(self, sop, code):
        """Only settings leave out what is wrong with them."""
        page = sop("explain", code).out
        assert "In the definition, at the end of its line" not in page
        assert page.endswith(f'\n    ignore = ["{code}"]\n')

    def test_json_has_stable_keys(self, sop):
        """One object for one word, an array for several; what there is not is null."""
        one = sop("explain", "number-gap", "--format", "json").json
        assert one == {
            "code": "SOP209",
            "slug": "number-gap",
            "severity": "warning",
            "default": True,
            "title": "the numbers of the rows jump",
            "why": "A gap looks like a row that was lost when the form was copied.",
            "bad": explanations()["SOP209"].bad,
            "good": explanations()["SOP209"].good,
            "mend": explanations()["SOP209"].mend.en,
            "silencer": "# sop: abaikan SOP209",
        }
        two = sop("explain", "number-gap", "SOP900", "--format", "json").json
        assert two[0] == one
        assert [two[1][key] for key in ("code", "bad", "good", "silencer")] == ["SOP900", None, None, None]

    def test_markdown_is_made_of_the_same_texts(self, sop):
        """Words of a definition stand between backticks, the section is linked to by its code."""
        assert sop("explain", "SOP311", "--format", "markdown").out == MARKDOWN
        several = sop("explain", "SOP311", "SOP000", "--format", "markdown").out
        assert several.startswith(f'{MARKDOWN}\n## <a id="SOP000"></a>SOP000 usage\n')
        assert "\n```sh\nsop list --fromat json\n```\n" in several

    def test_a_word_that_names_nothing_is_misuse(self, sop):
        """The others are explained all the same."""
        outcome = sop("explain", "dead-ned", "SOP209")
        assert (outcome.status, outcome.out) == (2, GAP)
        assert outcome.err == "error: there is no finding 'dead-ned'\n       did you mean 'dead-end'?\n"
        assert sop("explain", "sop3", "--lang", "id").err == (
            "error: 'sop3' bukan satu kode\n       'sop rules --select SOP3' menyebut semuanya\n"
        )

    @pytest.mark.parametrize(
        ("word", "meant"),
        [
            ("kata kerja", "'no-active-verb'"),
            ("Logo", "'logo-unreadable'"),
            ("keterkaitan", "'names-itself', 'unknown-sop'"),
            ("regulation", "'replaced-regulation'"),
        ],
    )
    def test_a_word_of_a_title_names_what_is_meant(self, sop, word, meant):
        """In either language, for nobody knows all slugs; a word of many titles says nothing."""
        outcome = sop("explain", word, "--lang", "id")
        assert (outcome.status, outcome.err.split("\n")[1]) == (2, f"       maksudnya {meant}?")
        assert sop("explain", "yang").err.endswith("       'sop rules' lists them all\n")

    def test_where_nothing_is_explained_json_holds_the_fault(self, sop):
        """One document."""
        outcome = sop("explain", "xyzzy", "--format", "json")
        assert outcome.status == 2
        assert [found["message"] for found in outcome.json["diagnostics"]] == ["there is no finding 'xyzzy'"]

    def test_something_has_to_be_named(self, sop):
        """With an example of how."""
        outcome = sop("explain")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == (
            "error: there is no code or name of a finding\n"
            "       for example 'sop explain SOP302'; 'sop rules' lists them all\n"
        )

    def test_the_example_of_wrong_usage_is_wrong_usage(self, sop):
        """And the good one is none, for all that is said of the option."""
        usage = explanations()["SOP000"]
        bad, good = (sop(*text.split()[1:]) for text in (usage.bad, usage.good))
        assert (bad.status, bad.err) == (
            2,
            "error: there is no option '--fromat'\n       did you mean '--format'?\n",
        )
        assert good.status == 0

    def test_shells_complete_codes_and_slugs(self, process):
        """By their beginning, however it is written."""
        environment = {
            "_SOP_COMPLETE": "bash_complete",
            "_CLI_PY_COMPLETE": "bash_complete",
            "COMP_WORDS": "sop explain sop30",
            "COMP_CWORD": "2",
        }
        done = process(environment=environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert [line.split(",")[1] for line in done.stdout.decode().split()] == [
            f"SOP30{digit}" for digit in range(1, 10)
        ]

    def test_without_docstrings_it_says_so(self, root, process):
        """Python's -OO leaves them out; nothing crashes."""
        done = process(
            "explain", "SOP302", environment={"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"}
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode().split("\n")[:5] == [
            "error[SOP302] dead-end",
            "Dead end.",
            "",
            "Why",
            "  There is no explanation, since Python runs without documentation (-OO).",
        ]


class TestRules:
    """``sop rules``."""

    def test_a_table_of_what_is_selected(self, sop):
        """In the order of the codes; what is off by default is marked."""
        outcome = sop("rules", "--select", "role-order,SOP401,sop402")
        assert (outcome.status, outcome.err) == (0, "")
        title = explanations()["SOP406"].title.en
        assert outcome.out == (
            "Code    Name           Severity  Meaning\n"
            "SOP401  idle-role      warning   a declared role does nothing\n"
            "SOP402  repeated-role  warning   one role stands twice in a joint step\n"
            f"SOP406  role-order     info      {title} (off by default)\n"
        )

    def test_without_a_selection_all_are_listed(self, sop):
        """One a line behind the headings."""
        lines = sop("rules", "--lang", "id").out.split("\n")
        assert lines[0].split() == ["Kode", "Nama", "Bobot", "Arti"]
        assert [line[:6] for line in lines[1:-1]] == list(explanations())
        assert f"{explanations()['SOP406'].title.id} (bawaan: tidak dilaporkan)" in "\n".join(lines)

    def test_json_has_stable_keys(self, sop):
        """An array, also of one."""
        assert sop("rules", "--select", "SOP209", "--format", "json", "--lang", "id").json == [
            {
                "code": "SOP209",
                "slug": "number-gap",
                "severity": "warning",
                "default": True,
                "title": "nomor baris melompat",
            }
        ]

    def test_markdown_is_a_table(self, sop):
        """With code marked, and no bar that would end a cell."""
        assert sop("rules", "--select", "SOP310,SOP311", "--format", "markdown").out == (
            "| Code | Name | Severity | Meaning |\n"
            "| --- | --- | --- | --- |\n"
            "| SOP310 | unjoined-split | warning | arms of a split meet in a step that does not say `gabung` |\n"
            "| SOP311 | idle-join | warning | a step with `gabung: semua` has nothing to wait for |\n"
        )

    def test_a_word_that_names_nothing_is_misuse(self, sop):
        """Also as JSON."""
        outcome = sop("rules", "--select", "SOP3,dead-ned", "--format", "json")
        assert outcome.status == 2
        assert outcome.err == "error: there is no finding 'dead-ned'\n       did you mean 'dead-end'?\n"
        assert json.loads(outcome.out)["diagnostics"][0]["code"] == "SOP000"
