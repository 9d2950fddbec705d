"""Findings as SARIF 2.1.0 (OASIS, with Errata 01): one run, for code scanning and for viewers.

In: definitions that were checked. Out: the document's text: its head, then one result a line. What is no fault of a
SOP stands among the notifications of the invocation. Paths are relative to ``%SRCROOT%``, the folder that the check
was started in, unless they were given as absolute ones. Nothing in it depends on the day or on the machine.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sop_engine import __version__
from sop_engine.diagnostics import Diagnostic, Kind, Related, Severity, Text
from sop_engine.edits import Fix
from sop_engine.report.fingerprint import fingerprint
from sop_engine.report.json import dumps, json_path
from sop_engine.report.reporter import Checked, Look
from sop_engine.report.statistics import title_of
from sop_engine.report.trouble import TROUBLE, is_trouble
from sop_engine.rules.explain import Explanation, explanation
from sop_engine.source import SourceFile, Span
from sop_engine.text import Language, escaped, say

__all__ = ["report", "uri"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "sopFinding/v1"
"""Ours alone: uploading to GitHub adds its own hash of the line beside it."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
LONGEST = 1000
"""Characters of a description; GitHub takes 1024."""

_ROOT_IS = Text("folder tempat pemeriksaan dijalankan", "the folder that the check was started in")
_WHY, _BAD, _GOOD, _MEND = (
    Text("Mengapa", "Why"),
    Text("Salah", "Bad"),
    Text("Benar", "Good"),
    Text("Cara memperbaiki", "How to mend"),
)

Json = dict[str, Any]


def report(checked: Iterable[Checked], look: Look) -> Iterator[str]:
    """Yield the document, one result a piece."""
    language, every = look.language, list(checked)
    found = [(one.brief, *pair) for one in every for pair in one.pairs()]
    results = [(brief, one, fix) for brief, one, fix in found if not is_trouble(one)]
    trouble = [one for _, one, _ in found if is_trouble(one)]
    rules = _kinds(one for _, one, _ in results)
    read = (one.brief.source for one in every if one.brief.source.text)
    names = dict.fromkeys(source.name for source in read if source.name)
    run = dumps(_run(rules, trouble, names, language))
    # The results are the last member of the run; each stands on a line of its own.
    yield f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [\n'
    yield run.removesuffix("\n}\n") + ',\n  "results": ['
    places = {kind.code: at for at, kind in enumerate(rules)}
    seen: Counter[tuple[str, str]] = Counter()
    given: set[tuple[int, Fix]] = set()
    before = "\n"
    for brief, one, fix in results:
        same = fingerprint(brief, one)
        seen[one.source.name, same] += 1
        result = _result(one, places[one.code], f"{same}:{seen[one.source.name, same]}", language)
        # One change may mend many findings, such as the numbers of all rows: the first of them tells it.
        if fix is not None and (id(one.source), fix) not in given:
            given.add((id(one.source), fix))
            result["fixes"] = [_fix(one.source, fix, language)]
        yield before + _line(result)
        before = ",\n"
    yield "\n  ]\n}\n]\n}\n"


def _line(value: Json) -> str:
    """Compact JSON that can be encoded, whatever is in it."""
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _kinds(found: Iterable[Diagnostic]) -> list[Kind]:
    """The kinds that occur, in the order of their codes."""
    kinds = {one.code: one.kind for one in found}
    return [kinds[code] for code in sorted(kinds)]


def _run(rules: list[Kind], trouble: list[Diagnostic], names: Iterable[str], language: Language) -> Json:
    """The run but for its results."""
    driver: Json = {
        "name": "sop-engine",
        "version": __version__,
        "semanticVersion": __version__,
        "language": language.value,
        "rules": [_descriptor(kind, language) for kind in rules],
    }
    invocation: Json = {"executionSuccessful": not any(one.is_error for one in trouble)}
    if trouble:
        driver["notifications"] = [_descriptor(kind, language) for kind in _kinds(trouble)]
        invocation["toolExecutionNotifications"] = [_notification(one, language) for one in trouble]
    run: Json = {
        "tool": {"driver": driver},
        "language": language.value,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": {"text": _sentence(_ROOT_IS, language)}}},
        "invocations": [invocation],
    }
    if artifacts := [{"location": _artifact(name), "roles": ["analysisTarget"]} for name in names]:
        run["artifacts"] = artifacts
    return run


def _result(found: Diagnostic, rule: int, same: str, language: Language) -> Json:
    result: Json = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": _message(found, language)},
        "locations": [_location(found.source, found.span)],
    }
    if found.related:
        result["relatedLocations"] = [
            {
                "id": at,
                **_location(found.source, related.span),
                "message": {"text": _plain(_sentence(related.message, language))},
            }
            for at, related in enumerate(found.related, start=1)
        ]
    result["partialFingerprints"] = {FINGERPRINT: same}
    return result


def _fix(source: SourceFile, fix: Fix, language: Language) -> Json:
    """How a finding is mended; whether somebody has to look at it is no word of SARIF's own."""
    replacements = [
        {
            "deletedRegion": _region(source, edit.span),
            **({"insertedContent": {"text": edit.text}} if edit.text else {}),
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": _plain(_sentence(fix.title, language))},
        "artifactChanges": [{"artifactLocation": _artifact(source.name), "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }


def _notification(found: Diagnostic, language: Language) -> Json:
    notification: Json = {
        "descriptor": {"id": found.code},
        "level": LEVELS[found.severity],
        "message": {"text": _message(found, language)},
    }
    if found.source.name:
        location = _location(found.source, found.span)
        if not found.source.text:
            del location["physicalLocation"]["region"]
        notification["locations"] = [location]
    return notification


def _location(source: SourceFile, span: Span) -> Json:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(source.name),
            "region": _region(source, span),
        }
    }


def _region(source: SourceFile, span: Span) -> Json:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _artifact(name: str) -> Json:
    address = uri(name)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": ROOT}


def uri(name: str) -> str:
    """A path as an address: relative ones stay so, absolute ones begin with ``file://``; bytes are bytes again."""
    path = json_path(name)
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    if path.startswith("/") or PurePath(name).is_absolute():
        return f"file://{'' if path.startswith('/') else '/'}{quote(data, safe='/:')}"
    return "/".join(part for part in quote(data, safe="/").split("/") if part != ".")


def _message(found: Diagnostic, language: Language) -> str:
    """What is wrong, the remedy, and links to the related places."""
    parts = [_plain(_sentence(found.message, language))]
    if found.hint is not None:
        parts.append(_plain(_sentence(found.hint, language)))
    parts += [_link(related, at, language) for at, related in enumerate(found.related, start=1)]
    return " ".join(parts)


def _link(related: Related, at: int, language: Language) -> str:
    words = _sentence(related.message, language).removesuffix(".")
    for mark in "\\[]":
        words = words.replace(mark, f"\\{mark}")
    return f"[{_braces(words)}]({at})."


def _plain(text: str) -> str:
    """Words in which nothing is a link or a place for an argument (SARIF 3.11.5 and 3.11.6)."""
    return _braces(text.replace("](", "\\]("))


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _sentence(text: Text, language: Language) -> str:
    """Our messages are lower case and have no period; viewers set them as sentences."""
    words = escaped(say(text, language))
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")


def _descriptor(kind: Kind, language: Language) -> Json:
    """What a viewer shows of a rule beside its results."""
    known = explanation(kind.code)
    title = _sentence(title_of(kind), language)
    why = title if known is None else " ".join(say(known.why, language).split("\n\n")[0].split())
    return {
        "id": kind.code,
        "name": "".join(word.capitalize() for word in kind.slug.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": why if len(why) <= LONGEST else f"{why[: LONGEST - 3]}..."},
        "help": {"text": title} if known is None else _help(known, title, language),
        "defaultConfiguration": {"level": LEVELS[(kind if known is None else known.kind).severity]},
    }


def _help(known: Explanation, title: str, language: Language) -> Json:
    """The whole explanation, plain and as Markdown; only the parts that it has."""
    plain, marked = [title], [title]
    # What is no fault of a SOP has command lines for examples.
    fence = "" if known.kind.code in TROUBLE else "yaml"
    for heading, text, is_code in (
        (_WHY, say(known.why, language), False),
        (_BAD, known.bad, True),
        (_GOOD, known.good, True),
        (_MEND, say(known.mend, language), False),
    ):
        body = text.strip("\n")
        if body.strip():
            name = say(heading, language)
            plain.append(f"{name}:\n\n{body}")
            marked.append(f"## {name}\n\n" + (f"```{fence}\n{body}\n```" if is_code else body))
    return {"text": "\n\n".join(plain), "markdown": "\n\n".join(marked)}
