"""What can be wrong with a written time, in words.

In: the text, or the piece of it that is at fault. Out: the ``WaktuError`` to raise.
"""

from sop_engine.diagnostics import Text
from sop_engine.model._angka import LARGEST_DIVISOR, LONGEST
from sop_engine.model._unreadable import WaktuError, did_you_mean, quoted

__all__ = [
    "UnclearError",
    "ambiguous_number",
    "digit_in_rate",
    "divides_badly",
    "falls",
    "foreign_digit",
    "limit_of_range",
    "mixed_clock",
    "negative",
    "no_such_day",
    "no_unit",
    "no_upper_end",
    "open_range",
    "sums_too_long",
    "too_long",
    "too_many_digits",
    "two_numbers",
    "two_separators",
]

FREE_WORDS = Text(
    "tulis misalnya '30 menit' atau '3 hari kerja'; kata-kata lain: {teks: ...}",
    "write for example '30 menit' or '3 hari kerja'; any other words: {teks: ...}",
)
"""The hint where no reading is near."""


class UnclearError(WaktuError):
    """A text that is no time and has no better name for its fault; a near reading may become its hint.

    Attributes:
        text: the whole text.
        words: what nothing is known of in it.
    """

    def __init__(
        self, text: str, words: tuple[str, ...] = (), hint: Text | None = None, instead: str | None = None
    ) -> None:
        """Name the unknown words, unless they are the whole text."""
        self.text, self.words = text, words
        shown = ", ".join([quoted(word) for word in words[:3]] + ["..."] * (len(words) > 3))
        if words and shown != quoted(text):
            message = Text(
                f"{shown} tidak dikenal dalam waktu {quoted(text)}",
                f"{shown} {'is' if len(words) == 1 else 'are'} not known in the time {quoted(text)}",
            )
        else:
            message = Text(
                f"{quoted(text)} tidak terbaca sebagai waktu", f"{quoted(text)} cannot be read as a time"
            )
        super().__init__(message, hint or FREE_WORDS, instead)


def too_long(length: int, most: int) -> WaktuError:
    """More text than any time needs."""
    return WaktuError(
        Text(
            f"waktu sepanjang {length} karakter; paling banyak {most}",
            f"a time of {length} characters; at most {most}",
        ),
        Text("kata-kata yang bukan waktu: {teks: ...}", "words that are no time: {teks: ...}"),
    )


def too_many_digits(number: str) -> WaktuError:
    """A number of more digits than any time has."""
    return WaktuError(
        Text(
            f"bilangan {quoted(number)} lebih dari {LONGEST} angka",
            f"number {quoted(number)} has more than {LONGEST} digits",
        ),
        Text("pakai satuan yang lebih besar", "use a larger unit"),
    )


def sums_too_long(text: str) -> WaktuError:
    """A sum whose canonical text would have a number that cannot be read back."""
    return WaktuError(
        Text(
            f"jumlah dalam {quoted(text)} memerlukan bilangan yang terlalu panjang",
            f"the sum in {quoted(text)} needs a number that is too long",
        ),
        Text(
            "pakai satuan yang lebih besar atau pecahan yang lebih sederhana",
            "use a larger unit or simpler fractions",
        ),
    )


def ambiguous_number(number: str, thousands: str, decimal: str) -> WaktuError:
    """``1.500`` is fifteen hundred to one reader and one and a half to another."""
    return WaktuError(
        Text(
            f"bilangan {quoted(number)} bermakna ganda: {thousands} atau {decimal}",
            f"number {quoted(number)} has two meanings: {thousands} or {decimal}",
        ),
        Text(f"tulis '{thousands}' atau '{decimal}'", f"write '{thousands}' or '{decimal}'"),
    )


def two_separators(number: str) -> WaktuError:
    """``1.500,5``: thousands are written without a separator."""
    return WaktuError(
        Text(
            f"bilangan {quoted(number)} memuat lebih dari satu titik atau koma",
            f"number {quoted(number)} has more than one point or comma",
        ),
        Text(
            "tulis tanpa pemisah ribuan, misalnya '1500' atau '1500,5'",
            "write it without thousands separators, such as '1500' or '1500,5'",
        ),
    )


def divides_badly(fraction: str) -> WaktuError:
    """A fraction over zero, or over a number too large to add up with others."""
    return WaktuError(
        Text(f"pecahan '{fraction}' tidak dapat dipakai", f"fraction '{fraction}' cannot be used"),
        Text(f"penyebutnya 1 sampai {LARGEST_DIVISOR}", f"its divisor goes from 1 to {LARGEST_DIVISOR}"),
    )


def foreign_digit(character: str, reading: str | None) -> WaktuError:
    """A digit of another script."""
    return WaktuError(
        Text(f"'{character}' bukan angka 0 sampai 9", f"'{character}' is not one of the digits 0 to 9"),
        did_you_mean(reading) if reading else Text("tulis angka 0 sampai 9", "write the digits 0 to 9"),
        reading,
    )


def two_numbers(written: str, readings: tuple[str, ...]) -> WaktuError:
    """``7 (enam)``: the figure and the word differ."""
    return WaktuError(
        Text(
            f"{quoted(written)} menyebut dua bilangan yang berbeda",
            f"{quoted(written)} says two different numbers",
        ),
        did_you_mean(*readings),
    )


def negative(text: str, reading: str | None) -> WaktuError:
    """A time below zero, or a list's dash before one."""
    return WaktuError(
        Text(f"waktu {quoted(text)} negatif", f"time {quoted(text)} is negative"),
        did_you_mean(reading) if reading else FREE_WORDS,
        reading,
    )


def falls(text: str, reading: str) -> WaktuError:
    """A range whose first end is the longer one."""
    return WaktuError(
        Text(
            f"rentang {quoted(text)} menurun: ujung pertamanya lebih lama",
            f"range {quoted(text)} falls: its first end is the longer one",
        ),
        did_you_mean(reading),
        reading,
    )


def open_range(text: str, reading: str | None) -> WaktuError:
    """A range where it is unclear which unit an end has, or what an end is."""
    return WaktuError(
        Text(f"ujung rentang {quoted(text)} tidak jelas", f"the ends of range {quoted(text)} are unclear"),
        did_you_mean(reading)
        if reading
        else Text(
            "tulis satuan di kedua ujung: '1 jam - 2 jam 30 menit'",
            "write units at both ends: '1 jam - 2 jam 30 menit'",
        ),
        reading,
    )


def limit_of_range(text: str, reading: str) -> WaktuError:
    """``maks. 1-2 hari`` has two upper ends."""
    return WaktuError(
        Text(f"batas atas {quoted(text)} berupa rentang", f"the limit {quoted(text)} is a range"),
        did_you_mean(reading),
        reading,
    )


def no_upper_end(text: str) -> WaktuError:
    """``minimal 3 hari`` could last for ever."""
    return WaktuError(
        Text(f"waktu {quoted(text)} tidak berbatas atas", f"time {quoted(text)} has no upper end"),
        Text(
            "tulis rentang seperti '3-5 hari', atau {teks: ...}",
            "write a range such as '3-5 hari', or {teks: ...}",
        ),
    )


def no_unit(number: str) -> WaktuError:
    """A number alone."""
    return WaktuError(
        Text(f"bilangan {quoted(number)} tanpa satuan waktu", f"number {quoted(number)} has no unit of time"),
        Text(
            f"sebut satuannya, misalnya '{number} menit', '{number} jam', atau '{number} hari'",
            f"name its unit, such as '{number} menit', '{number} jam' or '{number} hari'",
        ),
    )


def digit_in_rate(text: str) -> WaktuError:
    """``2 menit/3 berkas`` is no rate per one thing."""
    return WaktuError(
        Text(
            f"ada bilangan sesudah '/' dalam {quoted(text)}", f"there is a number after '/' in {quoted(text)}"
        ),
        Text(
            "tulis waktu untuk satu hal: '2 menit/berkas'", "write the time for one thing: '2 menit/berkas'"
        ),
    )


def mixed_clock(text: str, reading: str | None) -> WaktuError:
    """Clock time is a number of whole days of 24 jam, alone."""
    return WaktuError(
        Text(
            f"{quoted(text)} bukan waktu jam dinding: bentuknya '1 x 24 jam'",
            f"{quoted(text)} is no clock time: that is written '1 x 24 jam'",
        ),
        did_you_mean(reading) if reading else FREE_WORDS,
        reading,
    )


def no_such_day(day: str, month: str, days: int) -> WaktuError:
    """A day that the month never has."""
    return WaktuError(
        Text(f"tidak ada tanggal {day} {month}", f"there is no {day} {month}"),
        Text(f"{month} paling banyak {days} hari", f"{month} has at most {days} days"),
    )
