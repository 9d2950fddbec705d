"""What changed, as one paragraph for the cover letter (surat pengantar) of a revision: always Indonesian.

In: a ``Revision``. Out: plain whole sentences with correct numbers; texts as they are written, marks of italics
included.
"""

from collections.abc import Iterable, Iterator, Sequence

from sop_engine.analysis.revision import Revision, Role
from sop_engine.analysis.revision_rows import Part, Row, RowPair
from sop_engine.analysis.total import Difference, Total

__all__ = ["summary", "titled"]

_PARTS = {
    Part.TEXT: "rumusan uraian",
    Part.ROLES: "pelaksana",
    Part.SHAPE: "bentuk simbol",
    Part.WORDS: "teks simbol",
    Part.FLOW: "alur",
    Part.INPUTS: "kelengkapan",
    Part.TIME: "waktu",
    Part.OUTPUTS: "output",
    Part.REMARKS: "keterangan",
}
"""What a row's parts are called in a sentence; where the source is silent is no matter for a letter."""

_NUMBERS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_MOST = 12
"""Rows, or runs of them, that a sentence names; of more it says how many."""
_RUN = 3
"""Numbers that rise by one and are told by the first and the last."""
_INNER = ("sumber.", "tampilan.alur", "instansi.kode")
"""Fields that no reader of the printed document sees."""
_UNSEEN = "Perubahan hanya menyangkut catatan kerja dan petunjuk gambar, tanpa mengubah isi SOP."
_SIGNER = "identitas.disahkan_oleh."
_HEAD = ("identitas.", "instansi.")


def summary(revision: Revision) -> str:
    """Put a revision into sentences.

    Returns:
        One paragraph on one line: what became of the rows, the roles, the identity and the times, in this order; a
        sentence that there is nothing to say where both versions are the same.
    """
    if revision.same:
        return (
            f"Kedua versi {titled(revision.new_name)} memuat isi yang sama: tidak ada perubahan pada identitas, "
            "pelaksana, kegiatan, alur, maupun waktu baku."
        )
    number = f" Nomor {revision.new_number}" if revision.new_number else ""
    before = "" if revision.old_name == revision.new_name else f"{titled(revision.old_name)} menjadi "
    opening = f"Bersama ini disampaikan perubahan atas {before}{titled(revision.new_name)}{number}."
    sentences = [*_rows(revision), *_roles(revision), *_fields(revision)] or [_UNSEEN]
    return " ".join([opening, *sentences, *_times(revision)])


def titled(name: str) -> str:
    """The SOP's name behind the word SOP, which many names begin with."""
    begins = name.casefold()
    return name if begins.startswith(("sop ", "standar operasional prosedur")) else f"SOP {name}"


def _number(count: int) -> str:
    """Up to ten in words, as official letters write them."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _listed(texts: Sequence[str], last: str = "dan") -> str:
    """``a``, ``a dan b``, ``a, b, dan c``."""
    if len(texts) < 3:
        return f" {last} ".join(texts)
    return f"{', '.join(texts[:-1])}, {last} {texts[-1]}"


def _named(rows: Iterable[Row], word: str = "baris") -> str:
    """Rows in brackets; nothing where they are too many to be named."""
    runs = _runs(rows)
    return f" ({word} {_listed(runs)})" if len(runs) <= _MOST else ""


def _runs(rows: Iterable[Row]) -> list[str]:
    """What rows are called, in the order of the table; where their numbers rise by one, the first and the last."""
    runs: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row.at):
        last = runs[-1][-1] if runs else None
        if last and last.called.isdecimal() and row.called == str(int(last.called) + 1):
            runs[-1].append(row)
        else:
            runs.append([row])
    return [
        name
        for run in runs
        for name in (
            [f"{run[0].called} s.d. {run[-1].called}"] if len(run) >= _RUN else [row.called for row in run]
        )
    ]


def _rows(revision: Revision) -> Iterator[str]:
    """What became of the rows."""
    added, removed, moved = revision.added, revision.removed, revision.moved
    changed = [pair for pair in revision.changed if set(pair.parts) & _PARTS.keys()]
    counts = []
    if added:
        counts.append(f"{_number(len(added))} kegiatan ditambahkan{_named(added)}")
    if removed:
        counts.append(f"{_number(len(removed))} kegiatan dihapus{_named(removed, 'semula baris')}")
    if moved:
        places = _listed(list(map(_place, moved)))
        named = f" ({places})" if len(moved) <= _MOST else ""
        counts.append(f"{_number(len(moved))} kegiatan dipindahkan urutannya{named}")
    if changed:
        counts.append(f"{_number(len(changed))} kegiatan diubah{_named(pair.new for pair in changed)}")
    if counts:
        yield f"Pada bagian kegiatan, {_listed(counts)}."
    parts = list(_parts(changed))
    if parts:
        yield f"Isi yang diubah ialah {_listed(parts)}."
    numbers = len(revision.renumbered)
    if numbers and counts:
        yield "Nomor baris disesuaikan."
    elif numbers:
        yield f"Nomor {_number(numbers)} baris kegiatan diubah tanpa mengubah isinya."


def _parts(changed: Sequence[RowPair]) -> Iterator[str]:
    """The parts and the rows in which each differs, unless these are all that were just named."""
    for part, words in _PARTS.items():
        pairs = [pair for pair in changed if part in pair.parts]
        rewritten = [pair for pair in pairs if part is Part.TIME and pair.rewritten]
        others = [pair for pair in pairs if pair not in rewritten]
        for name, found in ((words, others), (f"penulisan {words} tanpa mengubah lamanya", rewritten)):
            if found:
                rows = "" if len(found) == len(changed) else _named(pair.new for pair in found)
                yield f"{name}{rows}"


def _place(pair: RowPair) -> str:
    old, new = pair.old, pair.new
    if old.called != new.called:
        return f"baris {old.called} menjadi baris {new.called}"
    return f"baris {new.called} dari urutan ke-{old.at + 1} ke urutan ke-{new.at + 1}"


def _roles(revision: Revision) -> Iterator[str]:
    """What became of the lanes."""
    roles = revision.roles
    parts = []
    if roles.added:
        parts.append(f"{_number(len(roles.added))} peran ditambahkan ({_headings(roles.added)})")
    if roles.removed:
        parts.append(f"{_number(len(roles.removed))} peran dihapus ({_headings(roles.removed)})")
    if roles.renamed:
        names = _listed([f"{old.name} menjadi {new.name}" for old, new in roles.renamed])
        parts.append(f"{_number(len(roles.renamed))} peran berganti nama ({names})")
    if roles.counted:
        names = _listed(
            [f"{new.name} dari {old.count} menjadi {new.count} orang" for old, new in roles.counted]
        )
        parts.append(f"jumlah pemegang peran diubah ({names})")
    if roles.reordered:
        parts.append("urutan lajur diubah")
    if parts:
        yield f"Pada bagian pelaksana, {_listed(parts)}."


def _headings(roles: Sequence[Role]) -> str:
    return _listed([role.name for role in roles])


def _fields(revision: Revision) -> Iterator[str]:
    """What else differs, by its headings."""
    seen = [one for one in revision.fields if not one.path.startswith(_INNER)]
    head = [one for one in seen if one.path.startswith(_HEAD)]
    identity = [_heading(one.title) for one in head if not one.path.startswith(_SIGNER)]
    signer = [one.path.removeprefix(_SIGNER) for one in head if one.path.startswith(_SIGNER)]
    if signer:
        words = [word.upper() if word == "nip" else word for word in signer]
        identity.append(f"{_listed(words, 'serta')} pejabat yang mengesahkan")
    other = [_heading(one.title) for one in seen if not one.path.startswith(_HEAD)]
    if identity:
        yield f"Pada bagian identitas, isian yang diubah ialah {_listed(identity)}."
    if other:
        yield f"Selain itu, diubah pula {_listed(other)}."


def _heading(title: str) -> str:
    """A heading inside a sentence: a small letter first, unless the word is an abbreviation."""
    first, _, rest = title.partition(" ")
    first = first if first.isupper() else first.lower()
    return f"{first} {rest}".strip()


def _times(revision: Revision) -> Iterator[str]:
    """The total, what it does not count, and who has longer or shorter."""
    before, after = revision.before, revision.after
    if before is None or after is None:
        yield "Jumlah waktu baku tidak dapat dibandingkan karena ada baris yang tidak terbaca."
        return
    yield _total(before, after, revision.difference)
    if after.measured:
        yield from _missing(revision, before)
    longer: list[str] = []
    shorter: list[str] = []
    other: list[str] = []
    for one in revision.times:
        difference = one.difference
        if difference is not None and difference.sign:
            (longer if difference.sign == "+" else shorter).append(f"{one.name} ({_far(difference)})")
        elif one.before is not None and one.after is not None and one.differs:
            other.append(f"{one.name} (dari {_long(one.before)} menjadi {_long(one.after)})")
    found = (("bertambah", longer), ("berkurang", shorter), ("berubah", other))
    parts = [f"{word} bagi {_listed(roles)}" for word, roles in found if roles]
    if parts:
        *first, last = parts
        yield f"Waktu baku {', '.join([*first, f'serta {last}' if first else last])}."


def _missing(revision: Revision, before: Total) -> Iterator[str]:
    """The rows that a total does not count; of the old version only where they are not the same ones."""
    there, here = revision.unmeasured
    now = {pair.old.at: pair.new.at for pair in revision.pairs}
    if here:
        yield f"Jumlah itu belum mencakup {_some(here)}, yang waktunya tidak terukur."
    if there and before.measured and {now.get(row.at) for row in there} != {row.at for row in here}:
        yield f"Jumlah semula belum mencakup {_some(there)}, yang waktunya tidak terukur."


def _some(rows: Sequence[Row]) -> str:
    """Rows by what they are called, or how many where they are too many to be named."""
    runs = _runs(rows)
    return f"baris {_listed(runs)}" if len(runs) <= _MOST else f"{_number(len(rows))} kegiatan"


def _far(difference: Difference) -> str:
    """How far: of a range that begins at nothing, just its end."""
    return _long(difference) if difference.low or not difference.high else f"paling banyak {difference.high}"


def _long(total: Total | Difference) -> str:
    """A time in a sentence: where both ends of a range have several words, a dash would hide where one ends."""
    return str(total).replace(" - ", " sampai dengan ")


def _total(before: Total, after: Total, difference: Difference | None) -> str:
    if not before.measured and not after.measured:
        return "Jumlah waktu baku tidak terukur, baik sebelum maupun sesudah perubahan."
    if not before.measured:
        return f"Jumlah waktu baku menjadi {_long(after)}, yang sebelumnya tidak terukur."
    if not after.measured:
        return f"Jumlah waktu baku yang semula {_long(before)} menjadi tidak terukur."
    if before == after:
        return f"Jumlah waktu baku tetap {_long(after)}."
    words = ""
    if difference is not None and difference.sign:
        words = f", {'bertambah' if difference.sign == '+' else 'berkurang'} {_far(difference)}"
    return f"Jumlah waktu baku berubah dari {_long(before)} menjadi {_long(after)}{words}."
