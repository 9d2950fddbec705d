"""What an editor is answered, over real standard input and output, on texts with emoji and both line ends."""

from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from sop_engine.source import Span
from tests.desk.lsp.editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")

HERE = types.CodeActionContext([])
OPTIONS = types.FormattingOptions(2, insert_spaces=True)


async def test_a_fault_is_found_while_it_is_typed_and_goes_when_it_is_mended(
    editor: Editor, uri: str, text: str
) -> None:
    """Each version has findings of its own, at the right column behind an emoji."""
    editor.open(uri, text)
    assert await editor.findings(uri) == []
    editor.type(uri, "Rencana 😀, waktu: ", "30 minit", over="30 menit")
    (found,) = (await editor.diagnostics_of(uri)).diagnostics
    assert editor.words(uri, found.range) == "13: 30 minit"
    before = "    mutu_baku: {kelengkapan: Rencana 😀, waktu: "
    assert found.range.start.character == len(before.encode("utf-16-le")) // 2
    assert (found.code, found.source, found.severity) == ("SOP500", "sop", types.DiagnosticSeverity.Error)
    assert found.message == "'minit' is not known in the time '30 minit'\ndid you mean '30 menit'?"
    editor.type(uri, "Rencana 😀, waktu: ", "30 menit", over="30 minit")
    assert await editor.findings(uri) == []


async def test_a_finding_tells_of_other_places_and_of_what_has_no_effect(
    editor: Editor, uri: str, text: str
) -> None:
    """A role that no row names is shown pale, a repeated number points at the first one."""
    text = text.replace("  kepala: ", "  lurah: Lurah\n  kepala: ").replace("nomor: 3", "nomor: 2")
    editor.open(uri, text)
    found = {one.code: one for one in (await editor.diagnostics_of(uri)).diagnostics}
    assert found["SOP401"].tags == (types.DiagnosticTag.Unnecessary,)
    (other,) = found["SOP205"].related_information or ()
    assert (other.location.uri, editor.words(uri, other.location.range)) == (uri, "15: 2")


async def test_roles_are_offered_where_a_role_is_written(editor: Editor, uri: str, text: str) -> None:
    """By their keys, with their headings, in the place of what was begun."""
    editor.open(uri, text)
    editor.type(uri, "pelaksana: k", "e", over="epala")
    found = await editor.asked(
        editor.text_document_completion_async, types.CompletionParams, uri, "pelaksana: ke|"
    )
    items = {one.label: one for one in found.items}
    assert items["kepala"].detail == "Kepala Badan"
    assert "pelaksana: kepala" in editor.edited(uri, [items["kepala"].text_edit])


async def test_what_is_begun_in_quotes_or_behind_a_colon_is_found(
    editor: Editor, uri: str, text: str
) -> None:
    """Editors hide what does not begin as the replaced word does, with its quotation mark."""
    editor.open(uri, text)
    editor.type(uri, "pelaksana: ", "'st'", over="staf")
    found = await editor.asked(
        editor.text_document_completion_async, types.CompletionParams, uri, "pelaksana: 'st|'"
    )
    items = {one.label: one for one in found.items}
    assert items["staf"].filter_text == "'staf"
    assert editor.edited(uri, [items["staf"].text_edit]) == text
    editor.type(uri, "    pelaksana:", "", over=" 'st'")
    found = await editor.asked(
        editor.text_document_completion_async, types.CompletionParams, uri, "    pelaksana:|"
    )
    items = {one.label: one for one in found.items}
    assert items["staf"].filter_text == "staf"
    assert editor.edited(uri, [items["staf"].text_edit]) == text


async def test_rows_are_offered_where_a_branch_leads(editor: Editor, uri: str, text: str) -> None:
    """By their numbers, with the beginning of what is done there, behind a label with an emoji."""
    editor.open(uri, text)
    editor.type(uri, 'Ya": ', "", over="3")
    found = await editor.asked(
        editor.text_document_completion_async, types.CompletionParams, uri, 'Ya": |, Tidak'
    )
    items = {one.label: one for one in found.items}
    assert list(items) == ["1", "3", "selesai"]
    assert editor.edited(uri, [items["3"].text_edit]) == text


async def test_units_are_offered_behind_a_number(editor: Editor, uri: str, text: str) -> None:
    """Each makes a time of it."""
    editor.open(uri, text)
    editor.type(uri, "Rencana 😀, waktu: ", "5 ", over="30 menit")
    found = await editor.asked(
        editor.text_document_completion_async, types.CompletionParams, uri, "waktu: 5 |"
    )
    texts = [editor.edited(uri, [one.text_edit]) for one in found.items]
    assert text.replace("30 menit", "5 menit") in texts
    assert text.replace("30 menit", "5 hari kerja") in texts


async def test_the_pointer_tells_what_a_finding_means(editor: Editor, uri: str, text: str) -> None:
    """The rule's own words, where the finding is."""
    editor.open(uri, text.replace("30 menit", "30 minit"))
    found = await editor.asked(editor.text_document_hover_async, types.HoverParams, uri, "30 mi|nit")
    assert "**SOP500**" in found.contents.value
    assert editor.words(uri, found.range) == "13: 30 minit"


async def test_the_pointer_tells_the_total_so_far(editor: Editor, uri: str, text: str) -> None:
    """On a time: what the rows up to it add up to."""
    editor.open(uri, text)
    found = await editor.asked(editor.text_document_hover_async, types.HoverParams, uri, "1 j|am")
    assert "1 jam 30 menit" in found.contents.value
    assert editor.words(uri, found.range) == "18: 1 jam"


async def test_a_branch_leads_to_its_row(editor: Editor, uri: str, text: str) -> None:
    """And a role to the place where it is declared."""
    editor.open(uri, text)
    for at, expected in (('Ya": |3', "19: 3"), ("Tidak: |1", "10: 1"), ("pelaksana: kep|ala", "8: kepala")):
        found = await editor.asked(editor.text_document_definition_async, types.DefinitionParams, uri, at)
        assert found.uri == uri
        assert editor.words(uri, found.range) == expected


async def test_a_role_knows_where_it_is_used(editor: Editor, uri: str, text: str) -> None:
    """With its declaration or without it; an editor marks the same places."""
    editor.open(uri, text)
    for declared, expected in (
        (True, ["7: staf", "12: staf", "21: staf"]),
        (False, ["12: staf", "21: staf"]),
    ):
        found = await editor.asked(
            editor.text_document_references_async,
            types.ReferenceParams,
            uri,
            "pelaksana: sta|f",
            context=types.ReferenceContext(declared),
        )
        assert [editor.words(uri, one.range) for one in found] == expected
    marked = await editor.asked(
        editor.text_document_document_highlight_async, types.DocumentHighlightParams, uri, "pelaksana: sta|f"
    )
    assert [editor.words(uri, one.range) for one in marked] == ["7: staf", "12: staf", "21: staf"]


async def test_a_role_is_renamed_everywhere(editor: Editor, uri: str, text: str) -> None:
    """Its key in the list and in each row, in its quotes; no other word that has the same letters."""
    text = text.replace("pelaksana: staf", "pelaksana: 'staf'", 1)
    editor.open(uri, text)
    there = await editor.asked(
        editor.text_document_prepare_rename_async, types.PrepareRenameParams, uri, "pelaksana: 'st|af"
    )
    assert (editor.words(uri, there.range), there.placeholder) == ("12: 'staf'", "staf")
    edit = await editor.asked(
        editor.text_document_rename_async, types.RenameParams, uri, "pelaksana: 'st|af", new_name="penyusun"
    )
    expected = text.replace("  staf:", "  penyusun:").replace("pelaksana: staf", "pelaksana: penyusun")
    expected = expected.replace("pelaksana: 'staf'", "pelaksana: 'penyusun'")
    assert editor.applied(uri, edit) == expected


async def test_what_has_no_name_is_not_renamed(editor: Editor, uri: str, text: str) -> None:
    """A word of a text is none, and a name that is taken is refused in words."""
    editor.open(uri, text)
    assert (
        await editor.asked(
            editor.text_document_prepare_rename_async, types.PrepareRenameParams, uri, "Menyusun kon|sep"
        )
        is None
    )
    with pytest.raises(JsonRpcException) as refused:
        await editor.asked(
            editor.text_document_rename_async, types.RenameParams, uri, "pelaksana: st|af", new_name="kepala"
        )
    assert refused.value.code == types.LSPErrorCodes.RequestFailed
    assert "'kepala'" in refused.value.message


async def actions(editor: Editor, uri: str, at: str, context: types.CodeActionContext = HERE) -> list[Any]:
    """What is offered at a place."""
    place = editor.place(uri, at)
    params = types.CodeActionParams(editor.named(uri), types.Range(place, place), context)
    return list(await editor.text_document_code_action_async(params) or ())


async def test_a_quick_fix_mends_its_finding(editor: Editor, uri: str, text: str) -> None:
    """It is offered where the finding is, with it, and nowhere else; done, the finding is gone."""
    editor.open(uri, text.replace("30 menit", "30 minit"))
    only = types.CodeActionContext([], only=[types.CodeActionKind.QuickFix])
    assert await actions(editor, uri, "Mengarsip|kan", only) == []
    (action,) = await actions(editor, uri, "30 mi|nit", only)
    assert [one.code for one in action.diagnostics] == ["SOP500"]
    assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, None)
    mended = editor.applied(uri, action.edit)
    assert mended == text
    editor.change(uri, Span(0, len(editor.texts[uri])), mended)
    assert await editor.findings(uri) == []


async def test_all_safe_fixes_are_one_action(editor: Editor, uri: str, text: str) -> None:
    """Asked for by kind, as on saving; numbers are put right, and what leads to them."""
    holed = text.replace("nomor: 3", "nomor: 5").replace('Ya": 3', 'Ya": 5')
    editor.open(uri, holed)
    assert await editor.findings(uri) == ["SOP209 5"]
    (alone,) = await actions(editor, uri, "nomor: |5", types.CodeActionContext([], only=["quickfix"]))
    assert (alone.is_preferred, editor.applied(uri, alone.edit)) == (True, text)
    for kind in ("source", "source.fixAll", "source.fixAll.sop"):
        (action,) = await actions(editor, uri, "|versi", types.CodeActionContext([], only=[kind]))
        assert (action.kind, editor.applied(uri, action.edit)) == ("source.fixAll.sop", text)


async def test_fixing_all_is_not_looked_for_as_the_cursor_moves(editor: Editor, uri: str, text: str) -> None:
    """Only who asks is offered it; and where nothing is to be mended there is nothing to do."""
    editor.open(uri, text.replace("nomor: 3", "nomor: 5").replace('Ya": 3', 'Ya": 5'))
    moved = types.CodeActionContext([], trigger_kind=types.CodeActionTriggerKind.Automatic)
    assert [one.kind for one in await actions(editor, uri, "|versi", moved)] == []
    assert [one.kind for one in await actions(editor, uri, "|versi")] == ["source.fixAll.sop"]
    editor.close(uri)
    editor.open(uri, text)
    assert await actions(editor, uri, "|versi") == []


async def test_formatting_edits_only_what_is_out_of_form(editor: Editor, uri: str, text: str) -> None:
    """Line ends stay the editor's; in a text in form nothing is edited, nor in one that cannot be read."""
    editor.open(uri, text.replace("uraian: Mengarsipkan laporan", "uraian:   Mengarsipkan laporan  "))
    form = types.DocumentFormattingParams(editor.named(uri), OPTIONS)
    edits = await editor.text_document_formatting_async(form)
    assert {edit.range.start.line for edit in edits or ()} == {19}
    assert editor.edited(uri, edits) == text
    editor.change(uri, Span(0, len(editor.texts[uri])), text)
    assert not await editor.text_document_formatting_async(form)
    editor.change(uri, Span(0, 0), "[")
    assert not await editor.text_document_formatting_async(form)


async def test_the_outline_lists_roles_and_rows(editor: Editor, uri: str, text: str) -> None:
    """Each row by its number and what is done, with the place that a click leads to inside."""
    editor.open(uri, text)
    found = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(editor.named(uri)))
    parts = {one.name: one for one in found or ()}
    (rows,) = (one for name, one in parts.items() if len(one.children or ()) == 3)
    assert [one.name for one in rows.children] == [
        "1 Menyusun konsep 😀 laporan",
        "2 Memeriksa konsep laporan",
        "3 Mengarsipkan laporan",
    ]
    for one in rows.children:
        assert one.range.start <= one.selection_range.start
        assert one.selection_range.end <= one.range.end


async def test_two_texts_are_two(editor: Editor, uri: str, text: str) -> None:
    """The roles of one are not those of the other; one that is closed has no findings any more."""
    other = uri.replace("contoh.yaml", "lain.yaml")
    editor.open(uri, text)
    editor.open(other, text.replace("kode: contoh", "kode: lain").replace("staf", "petugas"))
    editor.type(other, "  petugas: Staf 😀 Penyusun", "!")
    assert (await editor.findings(uri), await editor.findings(other)) == ([], [])
    found = await editor.asked(
        editor.text_document_definition_async, types.DefinitionParams, other, "pelaksana: pet|ugas"
    )
    assert (found.uri, editor.words(other, found.range)) == (other, "7: petugas")
    editor.close(other)
    await editor.asked(editor.text_document_hover_async, types.HoverParams, uri, "|versi")
    assert [(one.version, one.diagnostics) for one in editor.published if one.uri == other][-1] == (None, ())


async def test_a_text_that_no_file_holds_is_a_definition_too(editor: Editor, text: str) -> None:
    """By its keys; another YAML text is left alone, and is answered nothing."""
    new, compose = "untitled:Untitled-1", "untitled:Untitled-2"
    editor.open(new, text.replace("pelaksana: kepala", "pelaksana: kepal"))
    assert "SOP201 kepal" in await editor.findings(new)
    editor.open(compose, "services:\n  web:\n    image: 😀\n")
    assert await editor.findings(compose) == []
    assert (
        await editor.asked(editor.text_document_hover_async, types.HoverParams, compose, "ser|vices") is None
    )
    assert await actions(editor, compose, "ser|vices") == []


async def test_a_file_of_windows_is_a_file(editor: Editor, text: str) -> None:
    """Its name is given back as it came."""
    uri = "file:///c%3A/SOP%20AP/definitions/contoh.yaml"
    editor.open(uri, text.replace("pelaksana: kepala", "pelaksana: kepal"))
    assert "SOP201 kepal" in await editor.findings(uri)


async def test_what_is_not_open_is_refused(editor: Editor, uri: str) -> None:
    """A question about it is no crash."""
    params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
    with pytest.raises(JsonRpcException, match="is not open"):
        await editor.text_document_hover_async(params)
