"""How often each kind of finding occurs: exact counts in a stated order."""

from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.report.statistics import Statistic, as_json, statistics, title_of
from sop_engine.text import Language
from tests.report.samples import INFO, ROLE, TROUBLE, WARNING, checked, everything, finding, unread

UNKNOWN = Kind("SOP999", "not-explained", Severity.INFO)


def test_the_most_frequent_comes_first_and_equals_by_code() -> None:
    """Findings and files are counted apart; a definition may come in parts; what concerns no file is in none."""

    def at(name: str, kind: Kind, number: int = 1) -> list[Diagnostic]:
        return [finding("a: b\n", "b", name=name, kind=kind)] * number

    given = [
        checked(*at("x.yaml", WARNING, 2), *at("x.yaml", ROLE)),
        checked(*at("y.yaml", WARNING), *at("y.yaml", INFO)),
        checked(*at("x.yaml", ROLE)),
        checked(unread("")),
    ]
    found = statistics(iter(given))
    assert [(row.kind.code, row.findings, row.files) for row in found] == [
        ("SOP307", 3, 2),
        ("SOP201", 2, 1),
        ("SOP000", 1, 0),
        ("SOP405", 1, 1),
    ]
    assert statistics([]) == ()


def test_a_title_is_the_explanation_s() -> None:
    """The slug's words where there is none."""
    assert title_of(UNKNOWN) == Text("not explained", "not explained")
    assert title_of(TROUBLE).en
    (row,) = statistics([checked(finding("a: b\n", "b", kind=WARNING))])
    assert row == Statistic(WARNING, title_of(WARNING), 1, 1)
    assert row.title.en != row.title.id


def test_plain_data_has_stable_keys() -> None:
    """One object a code; the title follows the language, the severity is the one that was reported."""
    rows = [Statistic(UNKNOWN._replace(severity=Severity.WARNING), Text("judul", "title"), 3, 2)]
    assert as_json(rows, Language.ID) == [
        {
            "code": "SOP999",
            "slug": "not-explained",
            "severity": "warning",
            "title": "judul",
            "findings": 3,
            "files": 2,
        }
    ]
    assert as_json(rows, Language.EN)[0]["title"] == "title"


def test_real_findings_are_all_counted() -> None:
    """The sum is the number of findings; no code comes twice."""
    rows = statistics(everything())
    assert sum(row.findings for row in rows) == sum(len(sop.diagnostics) for sop in everything())
    assert len({row.kind.code for row in rows}) == len(rows)
    assert all(1 <= row.files <= row.findings for row in rows)
