"""Changing a name everywhere at once.

In: a draft, an offset in code points, and a new name. Out: edits of the text as it stands now.
"""

from sop_engine.authoring.scalar import clean, respelled
from sop_engine.desk.draft import Draft
from sop_engine.desk.language.names import Named, Sense, Use, document_now, names_of, use_at, uses_of
from sop_engine.diagnostics import Text
from sop_engine.edits import Edit, edit_order
from sop_engine.errors import UsageError
from sop_engine.model.symbols import END, symbol_letters
from sop_engine.reading.document import Document, Loc
from sop_engine.text import hostile, quoted

__all__ = ["renamable", "renamed"]

_LONGEST = 100


def renamable(draft: Draft, offset: int) -> Use | None:
    """The name at an offset, where ``renamed`` can change it: a role, or what is written as ``id``."""
    try:
        return _renamable(draft, offset)
    except UsageError:
        return None


def _renamable(draft: Draft, offset: int) -> Use:
    use = use_at(draft, offset)
    if draft.compiled.document is None:
        raise UsageError(
            Text("teks ini belum dapat dibaca", "this text cannot be read yet"),
            Text("betulkan dahulu kesalahan penulisannya", "mend its faults of writing first"),
        )
    if use is None or (use.sense is Sense.STEP and use.name == END):
        raise _nothing()
    names = names_of(document_now(draft))
    known = use.name in (names.roles if use.sense is Sense.ROLE else names.steps)
    if not known:
        raise UsageError(
            Text(f"{quoted(use.name)} tidak dideklarasikan", f"{quoted(use.name)} is not declared"),
            Text("betulkan rujukannya dahulu", "mend the reference first"),
        )
    if use.sense is Sense.STEP and not names.steps[use.name].by_id:
        raise _number(names.steps[use.name])
    return use


def _number(named: Named) -> UsageError:
    """Why a name that nobody wrote as ``id`` is not changed here."""
    if named.symbol is None:
        return UsageError(
            Text(
                f"{quoted(named.name)} adalah nomor baris, bukan id",
                f"{quoted(named.name)} is the nomor of a row, no id",
            ),
            Text(
                "nomori ulang semua baris, atau tulis 'id:' di baris itu",
                "renumber all rows, or write an 'id:' in that row",
            ),
        )
    return UsageError(
        Text(
            f"{quoted(named.name)} dibentuk dari id barisnya",
            f"{quoted(named.name)} is made of the id of its row",
        ),
        Text("tulis 'id:' pada simbol itu", "write an 'id:' in that symbol"),
    )


def renamed(draft: Draft, offset: int, new: str) -> tuple[Edit, ...]:
    """Change the name at an offset everywhere.

    Args:
        draft: the definition; its text must be readable.
        offset: in code points.
        new: the new name, plain text.

    Returns:
        The changes, in the order of the text; none where the name is the same. Symbols that have their names of
        a renamed row are followed.

    Raises:
        UsageError: there is nothing to rename here, or the new name is empty, has several lines or is taken.
    """
    use = _renamable(draft, offset)
    new = new.strip()
    document = document_now(draft)
    _check_new(use, new, document)
    changes = {use.name: new}
    if use.sense is Sense.STEP:
        changes |= _derived(document, use.name, new)
    edits = [
        _changed(document, one, changes[one.name])
        for one in uses_of(document)
        if one.sense is use.sense
        and one.name in changes
        and changes[one.name] != one.name
        and _is_written(one)
    ]
    return tuple(sorted(edits, key=edit_order))


def _is_written(use: Use) -> bool:
    """Whether the name itself stands at the place: a symbol without ``id`` has it from its row."""
    return not (use.declares and isinstance(use.loc[-1], int))


def _derived(document: Document, old: str, new: str) -> dict[str, str]:
    """The names that symbols have of a row, before and after."""
    steps = names_of(document).steps
    row = steps[old]
    return {
        name: new + symbol_letters(one.symbol)
        for name, one in steps.items()
        if row.symbol is None and one.row == row.row and one.symbol is not None and not one.by_id
    }


def _check_new(use: Use, new: str, document: Document) -> None:
    names = names_of(document)
    if not new:
        raise UsageError(
            Text("nama baru kosong", "the new name is empty"), Text("tulis satu kata", "write one word")
        )
    in_path = "." in new and use.sense is Sense.ROLE
    if hostile().search(new) or clean(new) != new or len(new) > _LONGEST or in_path:
        raise UsageError(
            Text(f"{quoted(new)} tidak dapat menjadi nama", f"{quoted(new)} cannot be a name"),
            Text("tulis satu kata pendek, misalnya 'staf'", "write one short word, for example 'staf'"),
        )
    if use.sense is Sense.STEP and new == END:
        raise UsageError(
            Text(
                f"'{END}' berarti akhir prosedur dan tidak dapat menjadi id",
                f"'{END}' means the end of the procedure and cannot be an id",
            ),
            Text("tulis id lain, misalnya 'arsip'", "write another id, for example 'arsip'"),
        )
    if use.sense is Sense.ROLE:
        taken = {key.strip() for key in names.roles} - {use.name}
        wanted = {new}
    else:
        wanted = {new, *_derived(document, use.name, new).values()}
        taken = set(names.steps) - {use.name, *_derived(document, use.name, new)}
    for name in sorted(wanted & taken):
        raise UsageError(
            Text(f"{quoted(name)} sudah dipakai", f"{quoted(name)} is taken already"),
            Text("pilih nama lain", "choose another name"),
        )


def _changed(document: Document, use: Use, new: str) -> Edit:
    """The new name as YAML, in the quotes of the old one."""
    is_key = use.declares and use.sense is Sense.ROLE
    span = use.span if is_key else document.span(use.loc)
    raw = document.source.text[span.start : span.end]
    text = f"pelaksana.{new}{use.rest}" if use.is_path else new
    flow = _in_flow(document, use.loc)
    return Edit(span, respelled(raw, text, 0, newline=document.source.newline, flow=flow, key=is_key))


def _in_flow(document: Document, loc: Loc) -> bool:
    """Whether a value stands between brackets."""
    place = document.place
    for segment in loc:
        if document.source.text[place[0] : place[0] + 1] in ("{", "["):
            return True
        inside = place[2][segment]
        place = inside if isinstance(segment, int) else inside[2]
    return False


def _nothing() -> UsageError:
    return UsageError(
        Text("di sini tidak ada nama yang dapat diganti", "there is no name here that can be changed"),
        Text(
            "letakkan kursor pada kunci pelaksana atau pada 'id' sebuah baris",
            "put the cursor on the key of a role or on the 'id' of a row",
        ),
    )
