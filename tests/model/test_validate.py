"""Models and their faults: exact findings for what authors get wrong, and what survives."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.diagnostics import Diagnostic
from sop_engine.model.sop import Sop
from sop_engine.model.validate import Validated, validate
from sop_engine.reading import read
from sop_engine.source import SourceFile

BASE = """versi_format: 1
instansi: {kode: x, nama: X}
identitas:
  nama: N
pelaksana:
  staf: Staf
  kepala: Kepala
kegiatan:
  - nomor: 1
    uraian: Menyusun
    pelaksana: staf
    mutu_baku:
      waktu: 1 jam
  - nomor: 2
    uraian: Memeriksa
    pelaksana: kepala
"""
CASES = [
    ("nomor: 2\n", "nomr: 2\n"),
    ("waktu: 1 jam", "waktu: 5 minit"),
    ("    mutu_baku:\n      waktu: 1 jam", "    waktu: 1 jam"),
    ("nama: N\n", "nama: N\n  tanggal_efektif: 31 Februari 2023\n"),
    ("nama: N\n", "nomor: 3\n"),
    ("nama: N\n", "nama: {a: b}\n"),
    ("nama: N\n", "nama: [a]\n"),
    ("pelaksana:\n  staf: Staf\n  kepala: Kepala\n", ""),
    ("  staf: Staf\n  kepala: Kepala\n", ""),
    ("staf: Staf\n", "staf:\n"),
    ("versi_format: 1", "versi_format: 2"),
    ("versi_format: 1\n", ""),
    (
        "uraian: Memeriksa\n    pelaksana: kepala",
        "uraian: Memeriksa\n    pelaksana: kepala\n    cabang: {Ya:3, Tidak: 1}",
    ),
    ("uraian: Memeriksa\n    pelaksana: kepala", "uraian: Memeriksa"),
    (
        "uraian: Memeriksa\n    pelaksana: kepala",
        "uraian: Memeriksa\n    pelaksana: kepala\n    lanjut: 1\n    cabang: {a: 1}",
    ),
    (
        "uraian: Memeriksa\n    pelaksana: kepala",
        "uraian: Memeriksa\n    pelaksana: kepala\n    cabang: {Ya: {peluang: 20%}, Tidak: {ke: 1, peluang: 200%, maks: 0}}",
    ),
    (
        "uraian: Memeriksa\n    pelaksana: kepala",
        "uraian: Memeriksa\n    pelaksana: kepala\n    bentuk: Selesai",
    ),
    ("kegiatan:\n", "kegiatan:\n  - teks saja\n"),
    (
        "uraian: Memeriksa\n    pelaksana: kepala",
        "uraian: Memeriksa\n    pelaksana: kepala\n    simbol:\n      - {id: 4a, lanjut: 1}\n      - teks",
    ),
    (
        "uraian: Memeriksa\n    pelaksana: kepala",
        "uraian: Memeriksa\n    simbol:\n      - {id: 4a, lanjut: 1}\n      - teks\n      - pelaksana: kepala\n        disimpulkan: [pelaksna]",
    ),
    ("uraian: Memeriksa\n    pelaksana: kepala", "uraian: Memeriksa\n    pelaksana: kepala\n    lanjut: []"),
    ("uraian: Memeriksa\n    pelaksana: kepala", "uraian: Memeriksa\n    pelaksana: kepala\n    lanjut:"),
    ("instansi: {kode: x, nama: X}", "instansi: {kode: Kota Dumai, nama: Budi, M.Si}"),
    ("instansi: {kode: x, nama: X}", "instansi: Dumai"),
    ("nama: N\n", "nama: N\n  dasar_hukum:\n    - Dasar: hukum\n    -\n    - [a]\n"),
    ("nama: N\n", "nama: N\n  disahkan_oleh: {jabatan: Kepala, nama: Budi, M.Si}\n"),
    (
        "identitas:\n",
        "tampilan: {kertas: a4, judul: {kelengkapn: x}, alur: [{dari: 1}]}\nsumber: {disimpulkan: [identitas.nomr, kegiatan.lanjut]}\nidentitas:\n",
    ),
    ("kegiatan:", "kegiatn:"),
    (
        "  - nomor: 2\n    uraian: Memeriksa\n    pelaksana: kepala",
        "  - No: 2\n    Kegiatan: Memeriksa\n    Pelaksana: kepala",
    ),
    ("waktu: 1 jam", "waktu: {bersama: 1, teks: 2}\n      output: {a: 1,5 jam}"),
    ("    mutu_baku:\n      waktu: 1 jam", "    mutu_baku: {waktu: 1,5 jam}"),
    ("pelaksana: kepala", "pelaksana: kepala\n    cabang: {'': 1, Tidak: 2}"),
    (
        "identitas:",
        "jumlah_waktu: {bersama: 1}\nwaktu_kerja: {jam_per_hari: 25, hari_per_minggu: 8, hari_per_bulan: 32}\nidentitas:",
    ),
    ("identitas:\n  nama: N\n", ""),
    ("nama: N\n", "nama:N\n"),
    ("waktu: 1 jam", "waktu: {bersama: 1, teks: 2}"),
    ("waktu: 1 jam", "waktu: [1 jam]"),
    ("waktu: 1 jam", "wktu: 1 jam"),
    ("uraian: Memeriksa\n    pelaksana: kepala", "uraian: Memeriksa\n    pelaksana: {kepala: x}"),
    ("identitas:", "jumlah_waktu: [a]\nwaktu_kerja: {jam_per_hari: nol, hari_per_minggu: 7.5}\nidentitas:"),
]


def validated(text: str) -> Validated:
    """What the models make of a readable text."""
    document, found = read(SourceFile("t.yaml", text))
    assert document is not None
    assert found == ()
    return validate(document)


def told(found: Diagnostic, text: str) -> str:
    """One finding on one line, in both languages."""
    hint = "-" if found.hint is None else f"{found.hint.en} / {found.hint.id}"
    shown = text[found.span.start : found.span.end].encode("unicode_escape").decode()
    place = f"{found.start.line}:{found.start.column}"
    return f"  {found.code} {place} [{shown}] {found.message.en} / {found.message.id} ({hint})"


def test_each_fault_is_told_once_where_it_is(root: Path, renew: bool) -> None:
    """Every fault of the list gives exactly the findings of the golden file, and the rest of the SOP lives on."""
    lines = []
    for old, new in CASES:
        assert BASE.count(old) >= 1, old
        text = BASE.replace(old, new)
        result = validated(text)
        sop = "no sop" if result.sop is None else f"{len(result.sop.kegiatan)} rows"
        flow = "flow known" if result.flow_known else "flow unknown"
        lines.append(f"{old!r} -> {new!r}: {sop}, {'whole' if result.whole else 'not whole'}, {flow}")
        lines += [told(found, text) for found in sorted(result.diagnostics, key=lambda d: d.span)]
    golden = root / "tests" / "golden" / "model_faults.txt"
    if renew:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert golden.read_text(encoding="utf-8").splitlines() == lines


def test_a_sound_definition_has_no_finding() -> None:
    """The base of the cases above is whole."""
    result = validated(BASE)
    assert (result.whole, result.flow_known, result.diagnostics) == (True, True, ())


def test_models_are_frozen_to_the_bottom() -> None:
    """Neither a field nor a mapping of a model can be changed."""
    sop = validated(BASE.replace("nomor: 2", "nomor: 2\n    cabang: {Ya: 1, Tidak: selesai}")).sop
    assert sop is not None
    with pytest.raises(ValueError, match="frozen"):
        sop.status = "berlaku"  # type: ignore[misc]
    for mapping in (sop.pelaksana, sop.kegiatan[1].cabang):
        assert mapping
        with pytest.raises(TypeError, match="frozen"):
            mapping["x"] = mapping["y"] = None  # type: ignore[index, assignment]
        with pytest.raises(TypeError, match="frozen"):
            mapping.clear()


def test_short_and_long_forms_mean_the_same() -> None:
    """A text is a list of one, a role's heading alone is its name, a branch's target alone is its target."""
    long = (
        BASE.replace("staf: Staf", "staf: {nama: Staf, jumlah: 1}")
        .replace(
            "pelaksana: kepala", "pelaksana: [kepala]\n    cabang: {Ya: {ke: [1]}, Tidak: {ke: selesai}}"
        )
        .replace("waktu: 1 jam", "waktu: 1 jam\n      output: [A]")
    )
    short = BASE.replace(
        "pelaksana: kepala", "pelaksana: kepala\n    cabang: {Ya: 1, Tidak: selesai}"
    ).replace("waktu: 1 jam", "waktu: 1 jam\n      output: A")
    assert validated(long).sop == validated(short).sop


values = st.recursive(
    st.none()
    | st.text(max_size=5)
    | st.sampled_from(["1", "selesai", "staf", "1 jam", "2023-01-02", "x: y"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def keys_of(annotation: type[Sop]) -> list[str]:
    """The keys of the whole format."""
    return sorted(
        {
            *annotation.model_fields,
            "nomor",
            "uraian",
            "lanjut",
            "cabang",
            "simbol",
            "mutu_baku",
            "waktu",
            "nama",
            "kode",
            "ke",
        }
    )


shapes = st.dictionaries(
    st.sampled_from(keys_of(Sop)),
    values | st.lists(st.dictionaries(st.sampled_from(keys_of(Sop)), values, max_size=4), max_size=3),
    max_size=8,
)


@given(shapes)
def test_no_shape_of_data_raises(data: dict[str, object]) -> None:
    """Whatever stands under the known keys: findings, never an exception, and none outside the text."""
    text = json.dumps(data, ensure_ascii=True)
    document, found = read(SourceFile("t", text))
    if document is None or found:
        return
    result = validate(document)
    assert result.whole == (not result.diagnostics)
    assert result.sop is not None or result.diagnostics
    for diagnostic in result.diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
