"""Random definitions: texts that look like what authors write, right and wrong.

Used where a property must hold for any SOP: nothing raises, places lie inside the text, results do not change.
"""

import json
from typing import Any

from hypothesis import strategies as st

__all__ = ["sop_texts", "worded_sops"]

ROLES = ("staf", "kabag", "kepala")
LABELS = ("Ya", "Tidak", "ya", "Lengkap", "Belum  lengkap")
IDS = (
    *map(str, range(1, 9)),
    "2a",
    "2b",
    "3a",
    "periksa",
    "selesai",
    "Selesai",
    "1.",
    "4, 5",
    "baris-2",
    "4~2",
)


def listed(values: list[str]) -> str:
    """A flow sequence, or the value itself where it is alone."""
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


@st.composite
def targets(draw: st.DrawFn) -> str:
    """One id, mostly one that exists, or a list of ids."""
    found = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=3))
    return listed([f"'{one}'" if "," in one else one for one in found])


@st.composite
def branches(draw: st.DrawFn) -> str:
    """A decision: short and long forms, with and without probabilities."""
    parts = []
    for label in draw(st.lists(st.sampled_from(LABELS), max_size=3, unique=True)):
        target = draw(targets())
        extra = draw(st.sampled_from(["", "", "", ", peluang: 30%", ", maks: 2", ", peluang: 1"]))
        parts.append(f"{label}: {{ke: {target}{extra}}}" if extra else f"{label}: {target}")
    return f"{{{', '.join(parts)}}}"


@st.composite
def flow_keys(draw: st.DrawFn) -> list[str]:
    """What a row or symbol says of its flow; nothing most of the time."""
    keys = []
    match draw(st.integers(0, 5)):
        case 0:
            keys.append(f"lanjut: {draw(targets())}")
        case 1 | 2:
            keys.append(f"cabang: {draw(branches())}")
        case _:
            pass
    if draw(st.integers(0, 5)) == 0:
        keys.append(f"bentuk: {draw(st.sampled_from(['mulai', 'proses', 'keputusan', 'selesai']))}")
    if draw(st.integers(0, 4)) == 0:
        keys.append(f"gabung: {draw(st.sampled_from(['semua', 'semua', 'satu']))}")
    return keys


@st.composite
def roles(draw: st.DrawFn) -> str:
    """One role or a joint list, now and then an unknown one."""
    names = st.sampled_from((*ROLES, *ROLES, "kabga"))
    return f"pelaksana: {listed(draw(st.lists(names, min_size=1, max_size=2)))}"


@st.composite
def rows(draw: st.DrawFn, number: int) -> str:
    """One row, in block style."""
    written = draw(st.sampled_from([str(number)] * 8 + [f"{number}."] * 2 + ["1", "", "selesai", "7x"]))
    lines = [f"nomor: {written}", "uraian: Menyusun laporan"]
    if draw(st.integers(0, 6)) == 0:
        lines.append(f"id: {draw(st.sampled_from(IDS))}" if draw(st.booleans()) else "id: periksa")
    if draw(st.integers(0, 4)) == 0:
        lines.append("simbol:")
        for _ in range(draw(st.integers(1, 3))):
            keys = [draw(roles()), *draw(flow_keys())]
            lines.append(f"  - {{{', '.join(keys)}}}")
    else:
        lines += [draw(roles()), *draw(flow_keys())]
    time = draw(st.sampled_from(["", "", "1 jam", "{bersama: 1}", "{bersama: 2}", "5 minit"]))
    if time:
        lines += ["mutu_baku:", f"  waktu: {time}"]
    if draw(st.integers(0, 7)) == 0:
        lines[1] += draw(
            st.sampled_from(["  # sop: abaikan SOP207", "  # sop: abaikan SOP301, SOP999", "  # catatan"])
        )
    return "\n".join(("  - " if at == 0 else "    ") + line for at, line in enumerate(lines))


@st.composite
def sop_texts(draw: st.DrawFn) -> str:
    """A whole definition that can be read, with whatever faults in its flow."""
    count = draw(st.integers(1, 7))
    parts = [
        "versi_format: 1",
        "instansi: {kode: contoh, nama: Dinas Contoh}",
        "identitas: {nama: Contoh}",
        f"pelaksana: {{{', '.join(f'{role}: Peran {role}' for role in ROLES)}}}",
        "kegiatan:",
        *(draw(rows(number)) for number in range(1, count + 1)),
    ]
    if draw(st.booleans()):
        hint = f"{{dari: {draw(st.sampled_from(IDS[:-5]))}, ke: {draw(st.sampled_from(IDS[:-5]))}}}"
        parts += [
            "tampilan:",
            f"  terminator: {draw(st.sampled_from(['menyatu', 'terpisah']))}",
            f"  alur: [{hint}]",
        ]
    return "\n".join(parts) + "\n"


WORDS = [
    "Menyusun konsep laporan",
    "Pembuatan Nota Dinas",
    "Nota dinas dibagikan kepada seluruh Kabid",
    "JFP di Sekretariat",
    "Jika sudah",
    "Kasubbag Perencanaan",
    "Kasubag Perencanaan",
    "Kepala Bidang",
    "oleh Sekretaris",
    "Rapat",
    "di",
    "me-",
    "ber",
    "pe",
    "_me-review_",
    "Draf",
    "Draft",
    "Suratkepada Bagian",
    "Laporan (LKjIP)",
    "dan",
    "",
    ",",
    "-",
    "1.",
    "a)",
    "000/ /2020",
    "....",
    "01 / SOP",
    "Segera",
    "1 hari",
    "2 hari kerja",
    "30 menit",
    "1-2 jam",
    "UU Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Permenpan RB No. 12 Tahun 2015",
    "Peraturan Menteri",
    "Nomor 8",
    "Tahun",
    "tentang",
    "19740213 199303 1 002",
    "196504221988031008",
    "1974O213",
    "2 Januari 2023",
    "Oktober 2018",
    "2030-01-01",
    "31 Februari",
    "SOP Penyusunan Laporan",
    "SOP",
    "Standar Operasional Prosedur",
    "Komputer, printer",
    "ATK",
    "\u202e",
    "İ",
    "ß",
    "表",
    "😀",
    "=1+1",
    "<b>",
]


def phrases() -> st.SearchStrategy[str]:
    """What people type into a form: office words in any order, and anything at all."""
    words = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    return st.one_of(words, words, anything, st.tuples(words, anything).map("".join))


@st.composite
def worded_sops(draw: st.DrawFn) -> str:
    """A definition whose flow is sound and whose words are anything, as JSON, which is YAML too."""
    text = phrases()
    texts = st.lists(text, max_size=4)
    fields = ("nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
    lists = (
        "dasar_hukum",
        "kualifikasi_pelaksana",
        "keterkaitan",
        "peralatan_perlengkapan",
        "peringatan",
        "pencatatan_pendataan",
    )
    identitas: dict[str, Any] = {"nama": draw(text)}
    identitas |= {field: draw(text) for field in fields if draw(st.booleans())}
    identitas |= {field: draw(st.one_of(text, texts)) for field in lists if draw(st.booleans())}
    if draw(st.booleans()):
        identitas["disahkan_oleh"] = {key: draw(text) for key in ("jabatan", "nama", "nip")}
    keys = ["satu", "dua", "tiga"][: draw(st.integers(1, 3))]
    kegiatan = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        mutu_baku = {"kelengkapan": draw(texts), "waktu": draw(text), "output": draw(st.one_of(text, texts))}
        row: dict[str, Any] = {
            "nomor": str(number),
            "uraian": draw(text),
            "pelaksana": draw(st.sampled_from(keys)),
        }
        row["mutu_baku"] = {key: value for key, value in mutu_baku.items() if draw(st.booleans())}
        if draw(st.integers(0, 4)) == 0:
            row |= {
                "keterangan": draw(text),
                "disimpulkan": draw(st.sampled_from([["pelaksana"], ["output"]])),
            }
        kegiatan.append(row)
    whole = {
        "versi_format": "1",
        "status": draw(st.sampled_from(["konsep", "berlaku", "dicabut"])),
        "instansi": {"kode": draw(st.sampled_from(["contoh", "lain"])), "nama": draw(text)},
        "identitas": identitas,
        "pelaksana": {key: draw(text) for key in keys},
        "kegiatan": kegiatan,
        "jumlah_waktu": draw(text),
        "catatan": draw(texts),
        "sumber": {"disimpulkan": draw(st.sampled_from([[], ["kegiatan.lanjut", "identitas.nomor"]]))},
    }
    return json.dumps(whole, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 1])))
