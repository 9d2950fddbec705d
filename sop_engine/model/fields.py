"""The field types of a definition: from the text that stands in the file to the value it means.

In: what the reader gives (text, None, list, mapping). Out: typed values for the models, or a
``FieldError`` with the words that the user reads. Each type also says what an editor's schema accepts:
numbers and booleans are fine wherever text is, since editors type ``01`` and an unquoted NIP as numbers.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, Any, NoReturn

from pydantic import PlainValidator, WithJsonSchema

from sop_engine.diagnostics import Kind, Severity, Text
from sop_engine.model.tanggal import Tanggal, parse_tanggal
from sop_engine.model.waktu import Waktu, waktu_of

__all__ = [
    "Bulat",
    "Daftar",
    "FieldError",
    "FrozenDict",
    "HariSebulan",
    "HariSeminggu",
    "JamSehari",
    "JumlahWaktuIsi",
    "Kode",
    "Peluang",
    "Sasaran",
    "TanggalIsi",
    "Teks",
    "TeksIsi",
    "Versi",
    "WaktuIsi",
    "short",
]

WRONG_TYPE = Kind("SOP103", "wrong-type", Severity.ERROR)
BAD_VALUE = Kind("SOP104", "bad-value", Severity.ERROR)

TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}
EMPTY_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
TARGET_SCHEMA: dict[str, Any] = {
    "anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA, "minItems": 1}]
}
LIST_SCHEMA: dict[str, Any] = {"anyOf": [EMPTY_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]}


class FieldError(ValueError):
    """A value that does not mean what its field holds.

    Attributes:
        kind: the finding that it becomes.
        message: what is wrong.
        hint: the remedy, or None.
        items: for a list, index and error of each faulty item; the error itself is then the first one.
        instead: what the whole text should be, where that is known.
    """

    def __init__(
        self,
        kind: Kind,
        message: Text,
        hint: Text | None = None,
        items: tuple[tuple[int, "FieldError"], ...] = (),
        instead: str | None = None,
    ) -> None:
        """Keep the words of both languages."""
        super().__init__(message.en)
        self.kind = kind
        self.message = message
        self.hint = hint
        self.items = items
        self.instead = instead


class FrozenDict(dict[str, Any]):
    """A dict that keeps its content: pydantic's frozen models would leave a plain one mutable."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("this mapping is frozen")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type["FrozenDict"], tuple[dict[str, Any]]]:
        """Pickle by content."""
        return FrozenDict, (dict(self),)


def text(value: object) -> str:
    """A text that must not be empty, without surrounding blanks."""
    found = optional_text(value)
    if found is None:
        raise FieldError(
            WRONG_TYPE,
            Text("isi kosong, padahal di sini harus ada teks", "empty, but a text must stand here"),
            Text("tulis teksnya", "write the text"),
        )
    return found


def optional_text(value: object) -> str | None:
    """A text or nothing."""
    if value is None:
        return None
    if type(value) is str:
        return value.strip() or None
    raise wrong_type(value, Text("teks", "a text"))


def wrong_type(value: object, wanted: Text) -> FieldError:
    """The error for a value of another shape, with the cure for the usual cause of it."""
    if value is None:
        found = Text("isi kosong", "nothing")
    elif isinstance(value, dict):
        found = Text("pasangan 'kunci: isi'", "a mapping 'key: value'")
    elif isinstance(value, list):
        found = Text("daftar", "a list")
    else:
        found = Text("teks", "a text")
    return FieldError(
        WRONG_TYPE,
        Text(f"di sini harus ada {wanted.id}, bukan {found.id}", f"expected {wanted.en}, found {found.en}"),
        _cure(value, wanted),
    )


def _cure(value: object, wanted: Text) -> Text | None:
    """What the author most likely did, and what to do instead."""
    if isinstance(value, dict) and wanted.en.startswith("a text"):
        return Text(
            "bila ini satu teks yang memuat ': ' atau diawali '{', apit dengan tanda kutip",
            "if this is one text that holds ': ' or begins with '{', put it in quotes",
        )
    if isinstance(value, list) and wanted.en == "a text":
        return Text(
            "tulis satu teks; bila teks diawali '[' atau '-', apit dengan tanda kutip",
            "write one text; if it begins with '[' or '-', put it in quotes",
        )
    if wanted.en == "a list":
        return Text(
            "awali tiap butir dengan '- ' di baris sendiri", "begin each item with '- ' on a line of its own"
        )
    if isinstance(value, str) and (joined := re.match(r"(\w+):(\S.*)", value)):
        key, rest = joined.groups()
        return Text(
            f"beri spasi sesudah titik dua: '{short(f'{key}: {rest}')}'",
            f"put a space behind the colon: '{short(f'{key}: {rest}')}'",
        )
    if isinstance(value, dict):
        return None
    return Text(
        "tulis tiap isian di baris sendiri, menjorok, sebagai 'kunci: isi'",
        "write each entry on a line of its own, indented, as 'key: value'",
    )


def texts(value: object) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one and is never split; nothing is an empty list."""
    if type(value) is list:
        return _items(value)
    single = optional_text(value) if not isinstance(value, dict) else _mapping_for_list(value)
    return () if single is None else (single,)


def _items(values: list[object]) -> tuple[str, ...]:
    found: list[str] = []
    faults: list[tuple[int, FieldError]] = []
    for index, value in enumerate(values):
        try:
            found.append(_item(value))
        except FieldError as fault:
            faults.append((index, fault))
    if faults:
        first = faults[0][1]
        raise FieldError(first.kind, first.message, first.hint, tuple(faults))
    return tuple(found)


def _item(value: object) -> str:
    if value is None:
        raise FieldError(
            WRONG_TYPE,
            Text("ada butir daftar yang kosong", "an item of the list is empty"),
            Text("hapus tanda '-' itu atau tulis isinya", "delete that '-' or write the item"),
        )
    return text(value)


def _targets(value: object) -> tuple[str, ...]:
    found = texts(value)
    if not found:
        raise FieldError(
            WRONG_TYPE,
            Text("tujuan kosong", "no target is given"),
            Text("tulis id baris tujuan, atau 'selesai'", "write the id of a row, or 'selesai'"),
        )
    return found


def _mapping_for_list(value: object) -> NoReturn:
    raise wrong_type(value, Text("teks atau daftar teks", "a text or a list of texts"))


def _code(value: object) -> str:
    found = text(value)
    if not re.fullmatch(r"[a-z0-9-]+", found):
        near = re.sub(r"[^a-z0-9]+", "-", found.lower()).strip("-")
        raise FieldError(
            BAD_VALUE,
            Text(
                f"kode '{found}' hanya boleh memuat huruf kecil, angka, dan tanda hubung",
                f"code '{found}' may hold only small letters, digits and hyphens",
            ),
            Text(f"misalnya '{near}'", f"for example '{near}'") if near else None,
            instead=near or None,
        )
    return found


def _whole(value: object) -> int:
    found = text(value)
    if not re.fullmatch(r"[0-9]{1,6}", found) or int(found) == 0:
        raise FieldError(
            BAD_VALUE,
            Text(
                f"'{short(found)}' bukan bilangan bulat positif",
                f"'{short(found)}' is not a positive whole number",
            ),
            Text("tulis misalnya 3", "write for example 3"),
        )
    return int(found)


def _version(value: object) -> int:
    found = text(value)
    if found != "1":
        raise FieldError(
            BAD_VALUE,
            Text(
                f"versi format '{short(found)}' tidak dikenal",
                f"format version '{short(found)}' is unknown",
            ),
            Text("tulis 'versi_format: 1'", "write 'versi_format: 1'"),
            instead="1" if re.fullmatch(r"[vV]?1(?:[.,]0*)?", found) else None,
        )
    return 1


def decimal(found: str) -> Fraction | None:
    """``7,5``, ``7.5`` or ``1/3`` as an exact number of at most 6 digits a part; None for anything else."""
    if match := re.fullmatch(r"([0-9]{1,6})(?:[.,]([0-9]{1,6}))?", found):
        whole, part = match.group(1), match.group(2) or ""
        return Fraction(int(whole + part), 10 ** len(part))
    if match := re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", found):
        return Fraction(int(match.group(1)), int(match.group(2))) if int(match.group(2)) else None
    return None


def positive(most: int) -> Callable[[object], Fraction]:
    """A validator for a positive exact number that cannot be more than there is in a day, week or month."""

    def check(value: object) -> Fraction:
        found = text(value)
        number = decimal(found)
        if not number:
            raise FieldError(
                BAD_VALUE,
                Text(
                    f"'{short(found)}' bukan bilangan positif", f"'{short(found)}' is not a positive number"
                ),
                Text("tulis misalnya 7,5", "write for example 7.5"),
            )
        if number > most:
            raise FieldError(
                BAD_VALUE,
                Text(f"'{short(found)}' lebih dari {most}", f"'{short(found)}' is more than {most}"),
                Text(f"paling banyak {most}", f"at most {most}"),
            )
        return number

    return check


def _probability(value: object) -> Fraction:
    found = text(value)
    percent = found.endswith("%")
    number = decimal(found.removesuffix("%").strip())
    if number is not None and percent:
        number /= 100
    if number is None or number > 1:
        raise FieldError(
            BAD_VALUE,
            Text(f"'{short(found)}' bukan peluang", f"'{short(found)}' is not a probability"),
            Text("tulis 20% atau 0,2; paling banyak 100%", "write 20% or 0.2; at most 100%"),
        )
    return number


def _date(value: object) -> Tanggal | None:
    found = optional_text(value)
    return None if found is None else parse_tanggal(found)


def short(found: str) -> str:
    """What a message quotes of a long value."""
    return found if len(found) <= 40 else f"{found[:37]}..."


def one_of(*choices: str, default: str | None = None) -> Callable[[object], str | None]:
    """A validator for a text out of a few; nothing is the default, and the error names the nearest."""

    def choose(value: object) -> str | None:
        found = optional_text(value)
        if found is None:
            return default
        if found in choices:
            return found
        same = [choice for choice in choices if choice.lower() == found.lower()]
        listed = ", ".join(choices)
        raise FieldError(
            BAD_VALUE,
            Text(f"'{short(found)}' tidak dikenal di sini", f"'{short(found)}' is not known here"),
            Text(f"maksudnya '{same[0]}'?", f"did you mean '{same[0]}'?")
            if same
            else Text(f"pilih salah satu: {listed}", f"choose one of: {listed}"),
            instead=same[0] if same else None,
        )

    return choose


Teks = Annotated[str, PlainValidator(text), WithJsonSchema(TEXT_SCHEMA)]
"""A text that must be there."""

TeksIsi = Annotated[str | None, PlainValidator(optional_text), WithJsonSchema(EMPTY_SCHEMA)]
"""A text or nothing."""

Daftar = Annotated[tuple[str, ...], PlainValidator(texts), WithJsonSchema(LIST_SCHEMA)]
"""A list of texts, or one text, or nothing."""

Sasaran = Annotated[tuple[str, ...], PlainValidator(_targets), WithJsonSchema(TARGET_SCHEMA)]
"""Ids that a flow goes to: one, or a list for a parallel split; never none."""

Kode = Annotated[
    str, PlainValidator(_code), WithJsonSchema({"type": ["string", "number"], "pattern": "^[a-z0-9-]+$"})
]
"""An agency's code."""

Bulat = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": ["integer", "string"]})]
"""A positive whole number."""

Versi = Annotated[int, PlainValidator(_version), WithJsonSchema({"enum": [1, "1"]})]
"""The version of the format."""

NUMBER_SCHEMA: dict[str, Any] = {"type": ["number", "string"]}
JamSehari = Annotated[Fraction, PlainValidator(positive(24)), WithJsonSchema(NUMBER_SCHEMA)]
"""Working hours of a day."""

HariSeminggu = Annotated[Fraction, PlainValidator(positive(7)), WithJsonSchema(NUMBER_SCHEMA)]
"""Working days of a week."""

HariSebulan = Annotated[Fraction, PlainValidator(positive(31)), WithJsonSchema(NUMBER_SCHEMA)]
"""Working days of a month."""

Peluang = Annotated[Fraction, PlainValidator(_probability), WithJsonSchema({"type": ["number", "string"]})]
"""A probability from 0 to 1."""

TanggalIsi = Annotated[Tanggal | None, PlainValidator(_date), WithJsonSchema({"type": ["string", "null"]})]
"""A date or nothing."""

WAKTU_SCHEMA: dict[str, Any] = {
    "anyOf": [
        EMPTY_SCHEMA,
        {
            "type": "object",
            "properties": {
                "bersama": {
                    **TEXT_SCHEMA,
                    "title": "Bersama baris",
                    "description": "Id baris di atasnya yang waktunya dipakai bersama (sel gabungan).",
                }
            },
            "required": ["bersama"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {
                "teks": {
                    **TEXT_SCHEMA,
                    "title": "Teks bebas",
                    "description": "Kata-kata lain yang memang disengaja; tidak terukur.",
                }
            },
            "required": ["teks"],
            "additionalProperties": False,
        },
    ]
}


def _stated(value: object) -> Waktu | None:
    if value is None or value == "":
        return None
    found = waktu_of(value)
    if found.bersama is not None:
        raise FieldError(
            BAD_VALUE,
            Text(
                "jumlah tidak dapat berbagi waktu dengan sebuah baris",
                "a total cannot share the time of a row",
            ),
            Text("tulis waktunya, misalnya 2 hari 3 jam", "write the time, for example 2 hari 3 jam"),
        )
    return found


JumlahWaktuIsi = Annotated[Waktu | None, PlainValidator(_stated), WithJsonSchema(EMPTY_SCHEMA)]
"""The total as a document states it, or nothing."""

WaktuIsi = Annotated[Waktu, PlainValidator(waktu_of), WithJsonSchema(WAKTU_SCHEMA)]
"""A standard time in any of the ways of writing it."""
