"""A seeded generator of SOPs, awkward on purpose, and what turns them into drawings."""

import json
import random
from itertools import pairwise
from typing import Any

from sop_engine.analysis.total import total
from sop_engine.graph.build import build
from sop_engine.layout.drawing import Drawing
from sop_engine.layout.sheet import SheetOptions, lay_out
from sop_engine.model.validate import validate
from sop_engine.reading import read
from sop_engine.source import SourceFile

_WORDS = [
    "menyusun",
    "memeriksa",
    "konsep",
    "laporan",
    "kinerja",
    "triwulan",
    "data",
    "surat",
    "permohonan",
    "dan",
    "menyampaikan",
    "kepada",
    "Kepala",
    "Subbagian",
    "untuk",
    "diparaf",
    "berkas",
    "persyaratan",
    "administrasi",
    "PermenPAN-RB",
    "yang",
    "telah",
    "ditandatangani",
    "disposisi",
    "dokumen",
    "pelaksanaan",
    "pertanggungjawaban",
    "kegiatan",
    "a",
    "di",
    "ke",
    "OPD",
    "_hard",
    "copy_",
    "bidang/seksi",
    "12/2015",
]
_ROLES = (
    "Staf",
    "Analis Kepegawaian",
    "Kasubbag/Kasubbid/JFP di Bidang",
    "Kepala Bappedalitbang",
    "Sekretaris",
    "Bendahara Pengeluaran Pembantu",
    "Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "Tim",
    "Verifikator",
    "Pertanggungjawaban",
)
_LABELS = (
    ("Ya", "Tidak"),
    ("Y", "T"),
    ("Setuju", "Tidak setuju"),
    ("Lengkap", "Belum lengkap", "Bukan kewenangan"),
)
_TIMES = (
    "15 menit",
    "1 hari",
    "2 jam",
    "1-2 hari",
    "maks. 3 hari kerja",
    "Insidental",
    "",
    "3 bulan; 5 hari kerja; 1 hari",
)
_PAPERS = ("A4", "A4", "F4", "Letter", "Legal")


def _text(dice: random.Random, longest: int) -> str:
    """Words up to some length, mostly short; now and then as long as can be, or a single letter."""
    chance = dice.random()
    if chance < 0.02:
        return dice.choice("abAB19")
    length = longest if chance > 0.97 else int(1 + longest * dice.random() ** 3)
    words = [dice.choice(_WORDS)]
    while sum(map(len, words)) + len(words) < length:
        words.append(dice.choice(_WORDS))
    return " ".join(words)[: max(1, longest)].strip() or "a"


def _target(dice: random.Random, at: int, count: int) -> str:
    """An id that another row goes to: mostly near, back or forward, sometimes far, or the end."""
    if dice.random() < 0.06:
        return "selesai"
    if dice.random() < 0.7:
        return str(min(count, max(1, at + dice.choice((-4, -3, -2, -1, 2, 2, 3, 4)))))
    return str(dice.randint(1, count))


def _flow(dice: random.Random, at: int, count: int, tangle: float) -> dict[str, Any]:
    """How a row goes on."""
    chance = dice.random()
    onward = str(at + 1) if at < count else "selesai"
    if chance < 0.28 * tangle:
        labels = dice.choice(_LABELS)
        branches: dict[str, Any] = {labels[0]: onward}
        if at + 2 <= count and dice.random() < 0.06:
            branches[labels[0]] = [onward, str(at + 2)]
        for label in labels[1:]:
            branches[label] = _target(dice, at, count)
        if dice.random() < 0.5:
            branches = dict(reversed(branches.items()))
        step: dict[str, Any] = {"cabang": branches}
        if dice.random() < 0.5:
            step["teks"] = dice.choice(("Valid?", "Setuju?", "Memenuhi syarat?", "R/T", "Lengkap dan benar?"))
        return step
    if chance < 0.34 * tangle and at + 2 <= count:
        arms = dice.choice((2, 2, 2, 3, 4))
        return {"lanjut": [str(to) for to in range(at + 1, min(count, at + arms) + 1)]}
    if chance < 0.42 * tangle:
        return {"lanjut": _target(dice, at, count)}
    if chance < 0.5 * tangle:
        return {"gabung": "semua"}
    return {}


def _row(
    dice: random.Random, at: int, count: int, roles: list[str], tangle: float, longest: int
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "nomor": str(at),
        "uraian": _text(dice, longest),
        "mutu_baku": {
            "kelengkapan": [_text(dice, longest // 6 + 4) for _ in range(dice.choice((0, 1, 1, 1, 2, 3)))],
            "waktu": dice.choice(_TIMES),
            "output": _text(dice, longest // 6 + 4),
        },
    }
    if at > 1 and dice.random() < 0.04:
        row["mutu_baku"]["waktu"] = {"bersama": str(at - 1)}
    if dice.random() < 0.15:
        row["keterangan"] = _text(dice, longest // 6 + 4)
    if dice.random() < 0.08 * tangle and len(roles) > 1:
        kinds = dice.randint(2, 4)
        names = [f"{at}{letter}" for letter in "abcd"[:kinds]]
        symbols = []
        for index, name in enumerate(names):
            symbol: dict[str, Any] = {"id": name, "pelaksana": dice.choice(roles)}
            onward = names[index + 1] if index + 1 < kinds else (str(at + 1) if at < count else "selesai")
            if index and dice.random() < 0.4:
                symbol["cabang"] = {"Y": onward, "T": dice.choice(names[:index])}
            else:
                symbol["lanjut"] = onward
            symbols.append(symbol)
        row["simbol"] = symbols
        return row
    row["pelaksana"] = dice.choice(roles)
    if dice.random() < 0.1 and len(roles) > 1:
        row["pelaksana"] = dice.sample(roles, 2)
    row.update(_flow(dice, at, count, tangle))
    if "teks" not in row and dice.random() < 0.05 * tangle:
        row["teks"] = dice.choice(("Paraf", "Tanda tangan", "Arsip"))
    if 1 < at < count and "cabang" not in row and dice.random() < 0.02 * tangle:
        row["bentuk"] = "mulai"
    return row


def random_sop(seed: int, *, straight: bool = False) -> dict[str, Any]:
    """Return the data of a SOP: 1 to 60 rows, 1 to 10 roles, any flow, texts of 1 to 600 characters.

    Args:
        seed: names the SOP; the same number always gives the same one.
        straight: every row goes on to the next.
    """
    dice = random.Random(seed)
    count = dice.choice((1, 2, 5, 8, 8, 9, 10, 12, 15, 20, 60, dice.randint(1, 60)))
    names = dice.sample(_ROLES, dice.choice((1, 2, 3, 4, 4, 5, 5, 5, 6, 7, 8, 9, 10)))
    roles = [f"p{index}" for index in range(len(names))]
    tangle = 0.0 if straight else dice.choice((0.3, 0.6, 1.0, 1.0))
    longest = dice.choice((40, 80, 120, 120, 200, 600))
    rows = [_row(dice, at, count, roles, tangle, longest) for at in range(1, count + 1)]
    several = {row["nomor"] for row in rows if "simbol" in row}
    for row in rows:
        _name_symbols(row, several)
    for above, below in pairwise(rows):
        if below["nomor"] in several and not {"lanjut", "cabang", "simbol"} & above.keys():
            above["lanjut"] = f"{below['nomor']}a"
    hints = _hints(dice, rows) if dice.random() < 0.15 * tangle else []
    return {
        "versi_format": "1",
        "instansi": {"kode": "acak", "nama": "Instansi Acak"},
        "identitas": {"nama": f"SOP acak {seed}"},
        "pelaksana": dict(zip(roles, names, strict=True)),
        "kegiatan": rows,
        "jumlah_waktu": "2 hari 3 jam" if dice.random() < 0.3 else None,
        "catatan": [_text(dice, 200) for _ in range(dice.choice((0, 0, 0, 1, 3)))],
        "tampilan": {
            "kertas": dice.choice(_PAPERS),
            "terminator": dice.choice(("menyatu", "menyatu", "terpisah")),
            "alur": hints,
        },
    }


def _hints(dice: random.Random, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Wishes for the sides of one arrow."""
    found: list[dict[str, Any]] = []
    for row in rows:
        target = row.get("lanjut")
        if isinstance(target, str) and target != "selesai" and not found:
            sides = ("kiri", "kanan", "atas", "bawah")
            found.append(
                {
                    "dari": row["nomor"],
                    "ke": target,
                    "keluar": dice.choice(sides),
                    "masuk": dice.choice(sides),
                }
            )
    return found


def _name_symbols(part: Any, several: set[str]) -> None:
    """Make targets that name a row with several symbols name the first of them."""
    if "lanjut" in part:
        part["lanjut"] = _named(part["lanjut"], several)
    if "cabang" in part:
        part["cabang"] = {label: _named(item, several) for label, item in part["cabang"].items()}
    for symbol in part.get("simbol", ()):
        _name_symbols(symbol, several)


def _named(target: str | list[str], several: set[str]) -> str | list[str]:
    """Return the symbol that a target means."""
    if isinstance(target, list):
        return [f"{item}a" if item in several else item for item in target]
    return f"{target}a" if target in several else target


def draw(data: dict[str, Any], options: SheetOptions | None = None) -> Drawing:
    """Lay out the sheet of a SOP given as data."""
    document, _ = read(SourceFile("acak.yaml", json.dumps(data, ensure_ascii=False)))
    assert document is not None
    sop = validate(document).sop
    assert sop is not None
    times = total(row.mutu_baku.waktu for row in sop.kegiatan)
    return lay_out(sop, build(sop, document), times, options or SheetOptions())
