"""The pages on all findings in docs/: what they say is what the rules' own documentation says now."""

from itertools import groupby
from pathlib import Path

import pytest

from sop_engine.cli.manual import as_markdown, as_table
from sop_engine.diagnostics import Severity
from sop_engine.rules.choice import choice_of, default_choice
from sop_engine.rules.explain import GROUPS, explanations, explanations_in_markdown
from sop_engine.settings import parse_settings
from sop_engine.text import Language, say

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {Language.ID: DOCS / "aturan.md", Language.EN: DOCS / "rules.md"}

HEADS = {
    Language.ID: """# Buku aturan

Semua yang dapat ditemukan `sop validate` dalam sebuah definisi, menurut kodenya: mengapa hal itu penting, contoh yang
keliru dan yang benar, dan cara memperbaikinya. Halaman ini dibuat dari dokumentasi aturan itu sendiri; teks yang sama
ditampilkan `sop explain SOP302` di terminal, dan daftarnya oleh `sop rules`. [In English](rules.md).

Bobotnya ada tiga:

- **error**: isinya tidak terbaca, atau alurnya tidak dapat berjalan. Selalu dilaporkan, dan status keluarnya 1.
- **warning**: sering terjadi pada SOP yang nyata, tetapi sebaiknya diperbaiki.
- **info**: sekadar perlu diketahui.

Peringatan dan info dapat diabaikan di tempatnya dengan komentar `# sop: abaikan SOP209` di akhir baris atau sendirian di
baris atasnya, atau diatur untuk semua SOP dalam `sop.toml` (atau tabel `[tool.sop]` dalam `pyproject.toml`):

```toml
extend-select = ["SOP406"]
ignore = ["SOP508", "unused-output"]

[severity]
SOP501 = "info"
```

Kesalahan tidak dapat diabaikan. Temuan tentang komentar itu sendiri (SOP020, SOP021) hanya dapat diatur dalam `sop.toml`.

Contoh adalah potongan definisi: bagian yang tidak ditampilkan dianggap sudah benar.

## Daftar isi
""",
    Language.EN: """# The rule book

All that `sop validate` can find in a definition, by its code: why it matters, a bad and a good example, and how to mend
it. This page is made from the rules' own documentation; `sop explain SOP302` shows the same texts in the terminal, and
`sop rules` lists them. [Dalam bahasa Indonesia](aturan.md).

There are three severities:

- **error**: what cannot be read or meant, or a flow that cannot run. Always reported, and the exit status is 1.
- **warning**: what real SOPs often do, and should not.
- **info**: worth knowing.

Warnings and infos are silenced where they stand by a comment `# sop: abaikan SOP209` at the end of the line or alone on
the line above, or set for all SOPs in `sop.toml` (or the table `[tool.sop]` of `pyproject.toml`):

```toml
extend-select = ["SOP406"]
ignore = ["SOP508", "unused-output"]

[severity]
SOP501 = "info"
```

Errors cannot be silenced; what is wrong with such a comment (SOP020, SOP021) is left out by `sop.toml` only.

Examples are pieces of a definition: what they do not show is taken to be right.

## Contents
""",
}


def page(language: Language) -> str:
    """The whole page: a table of contents by hundreds, then a section for each code."""
    groups = {
        group: list(found)
        for group, found in groupby(explanations_in_markdown().values(), key=lambda one: one.kind.code[:4])
    }
    pieces = [HEADS[language]]
    for group, found in groups.items():
        pieces.append(f"**[{group}xx](#{group}xx) {say(GROUPS[group], language)}**\n")
        pieces.append(as_table(found, language, linked=True))
    for group, found in groups.items():
        pieces.append(f'## <a id="{group}xx"></a>{group}xx {say(GROUPS[group], language)}\n')
        pieces.extend(as_markdown(one, language, level=3, leaving=False) for one in found)
    return "\n".join(pieces)


@pytest.mark.parametrize("language", list(Language))
def test_the_page_says_what_the_rules_say(language: Language, renew: bool) -> None:
    """Every code, in the order of the codes, in both languages."""
    fresh = page(language)
    if renew:
        PAGES[language].write_text(fresh, encoding="utf-8", newline="\n")
    assert PAGES[language].read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize("language", list(Language))
def test_each_code_is_linked_to_once(language: Language) -> None:
    """From the table of contents to its section."""
    text = page(language)
    for code in explanations():
        assert text.count(f"[{code}](#{code})") == 1
        assert text.count(f'<a id="{code}"></a>') == 1


@pytest.mark.parametrize("language", list(Language))
def test_the_settings_of_the_page_are_settings(language: Language) -> None:
    """What the page's head shows is understood, and names what there is."""
    text = HEADS[language].split("```toml\n")[1].split("```")[0]
    settings = parse_settings(text, "sop.toml")
    assert settings is not None
    choice = choice_of(settings)
    assert {"SOP508", "SOP509"} <= choice.off
    assert "SOP406" in default_choice().off - choice.off
    assert choice.grades == {"SOP501": Severity.INFO}
