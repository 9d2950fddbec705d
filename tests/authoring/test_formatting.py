"""The usual form of a definition."""

import json
from collections import Counter
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.authoring.formatting import FormatError, formatted
from sop_engine.pipeline import compile_source
from sop_engine.reading import read
from sop_engine.reading.document import Document
from sop_engine.source import SourceFile
from tests.authoring.mangling import in_order, mangled
from tests.layout.generator import random_sop

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    path
    for pattern in ("definitions/*.yaml", "tests/definitions/*.yaml", "tests/rules/*/ok_*.yaml")
    for path in ROOT.glob(pattern)
)


def document(text: str) -> Document:
    """A text that can be read without errors."""
    found, faults = read(SourceFile("uji.yaml", text))
    assert found is not None
    assert not any(fault.is_error for fault in faults)
    return found


def form(text: str) -> str:
    """The text in the usual form, of which is known that it is one."""
    once = formatted(document(text))
    assert formatted(document(once)) == once
    return once


def findings(text: str) -> Counter[tuple[str, str]]:
    """Codes and words of all findings."""
    return Counter(
        (one.code, one.message.id) for one in compile_source(SourceFile("uji.yaml", text)).diagnostics
    )


def comments(text: str) -> list[str]:
    """The words of all comments."""
    return sorted(comment.text for comment in document(text).comments)


def check(text: str) -> str:
    """Format a text and prove that it still says the same."""
    after = form(text)
    assert document(after).data == document(text).data
    assert comments(after) == comments(text)
    assert findings(after) == findings(text)
    return after


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6))
def test_however_a_definition_is_written_it_says_the_same_in_the_usual_form(seed: int) -> None:
    """Data, comments and findings stay; keys stand in the order of the form; lines are clean; twice is once."""
    text = mangled(random_sop(seed), seed)
    after = check(text)
    data = document(after).data
    assert json.dumps(data) == json.dumps(in_order(data))
    newline = document(text).source.newline
    plain = after.replace(newline, "\n")
    assert "\r" not in plain
    assert plain.replace("\n", newline) == after
    assert "\n\n\n" not in plain
    assert plain == plain.strip("\n") + "\n"


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_the_definitions_that_there_are_keep_what_they_say(path: Path) -> None:
    """The agencies' and the tests' own ones, and what the rules find good."""
    check(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted((ROOT / "definitions").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_agencies_definitions_are_in_the_usual_form(path: Path) -> None:
    """Nothing in them would change."""
    text = path.read_text(encoding="utf-8")
    assert form(text) == text


CASES = {
    "indents, spaces, line ends": (
        "versi_format :   1\ninstansi:\r\n      kode:  uji   \r\n\r\n\r\n\r\n      nama: Badan\r\npelaksana:\r\n- satu\r\n-   dua\r\n-\r\n      - tiga",
        """\
        versi_format: 1
        instansi:
          kode: uji

          nama: Badan
        pelaksana:
          - satu
          - dua
          - - tiga
        """,
    ),
    "the order of the form; comments move with their keys, the head of the file stays": (
        """\
        # yaml-language-server: $schema=sop.schema.json
        #$schema: sop.schema.json
        # Tentang SOP ini.

        # untuk kegiatan
        kegiatan:
          - mutu_baku:
              output: Konsep      # keluar
              # tentang waktu
              waktu: 1 jam
            # tentang pelaksana
            pelaksana: staf
            uraian: Menyusun      # apa
            lain: x
          # baris berikut
          - {uraian: Memeriksa, nomor: 2}
        pelaksana:
          staf: Staf
          ketua: {jumlah: 1, nama: Ketua}
        # versi
        versi_format: 1
        # akhir
        """,
        """\
        # yaml-language-server: $schema=sop.schema.json
        #$schema: sop.schema.json
        # Tentang SOP ini.

        # versi
        versi_format: 1
        pelaksana:
          staf: Staf
          ketua: {jumlah: 1, nama: Ketua}
        # untuk kegiatan
        kegiatan:
          - uraian: Menyusun      # apa
            lain: x
            # tentang pelaksana
            pelaksana: staf
            mutu_baku:
              # tentang waktu
              waktu: 1 jam
              output: Konsep      # keluar
          # baris berikut
          - {uraian: Memeriksa, nomor: 2}
        # akhir
        """,
    ),
    "an empty line parts places, not keys": (
        "identitas:\n  nama: A\n\ninstansi:\n  kode: b\n\nversi_format: 1\n",
        "versi_format: 1\n\ninstansi:\n  kode: b\n\nidentitas:\n  nama: A\n",
    ),
    "comments below each other stay so, one alone keeps its distance, none comes nearer than two": (
        """\
        instansi:
            kode:   uji  # satu
            nama: Badan  # dua
            unit: X           # jauh
                              # dan lagi
            logo: 'a' #dekat
        """,
        """\
        instansi:
          kode: uji    # satu
          nama: Badan  # dua
          unit: X           # jauh
                            # dan lagi
          logo: 'a'  # dekat
        """,
    ),
    "what may be the rest of a text stays as it is, or nobody would look at it again": (
        "identitas:\n    nomor: Surat #3\n    nama: Ruang # 2\n",
        "identitas:\n  nomor: Surat #3\n  nama: Ruang # 2\n",
    ),
    "commented-out rows keep their shape, fences and marks theirs": (
        """\
        #!sop
        #=====
        kegiatan:
        #- nomor: 1
        #  uraian: lama
          - nomor: 2
            # - bukan yang ini
        #-----
        ##judul
        #
        """,
        """\
        #!sop
        #=====
        kegiatan:
          # - nomor: 1
          #   uraian: lama
          - nomor: 2
            # - bukan yang ini
        #-----
        ##judul
        #
        """,
    ),
    "texts of several lines move as a whole, and keep what counts in them": (
        """\
        identitas:
             nama: Satu
                   dua
               tiga
             peringatan: |+   # dua baris

                satu
                  dua\x20


             keterkaitan: >2-
               lipat
             dasar_hukum: "a \\
                b"
             kualifikasi_pelaksana: [satu,
               dua]
        """,
        """\
        identitas:
          nama: Satu
            dua
            tiga
          dasar_hukum: "a \\
            b"
          kualifikasi_pelaksana: [satu,
            dua]
          keterkaitan: >2-
            lipat
          peringatan: |+   # dua baris

            satu
              dua\x20


        """,
    ),
    "a text below its key moves up, what stood between them stands above": (
        "identitas:\n  nama:  # satu\n    # dua\n    Judul  # tiga\n  nomor: # satu lagi\n",
        "identitas:\n  nomor:  # satu lagi\n  # satu\n  # dua\n  nama: Judul  # tiga\n",
    ),
    "comments to the right belong to what stands above": (
        """\
        identitas:
          disahkan_oleh:
            # jabatan: Kepala
              # nama: A
          dasar_hukum:
            - Undang-Undang
            # - Peraturan
           # yang lain
          # berikut
          peringatan: x
        """,
        """\
        identitas:
          disahkan_oleh:
            # jabatan: Kepala
            # nama: A
          dasar_hukum:
            - Undang-Undang
            # - Peraturan
            # yang lain
          # berikut
          peringatan: x
        """,
    ),
    "what silences the next line moves with it, and stands in front of the dash of the first": (
        """\
        kegiatan:
          - uraian: z
            # sop: abaikan SOP608
            nomor: 3
            mutu_baku:
              # sop: abaikan SOP503
              output: a
              kelengkapan: b
                # sop: abaikan SOP502
              waktu:
        """,
        """\
        kegiatan:
          # sop: abaikan SOP608
          - nomor: 3
            uraian: z
            mutu_baku:
              # sop: abaikan SOP503
              output: a
              kelengkapan: b
              # sop: abaikan SOP502
              waktu:
        """,
    ),
    "marks of a document stay": (
        "\n%YAML 1.2\n--- # awal\n\nversi_format: 1\n...\n",
        "%YAML 1.2\n---\n# awal\n\nversi_format: 1\n...\n",
    ),
    "braces at the top stay": (
        '\n{"versi_format": 1,\n "a": [1]}   \n# x',
        '{"versi_format": 1,\n "a": [1]}\n# x\n',
    ),
    "items lose numbers, letters and dashes of their own, also several": (
        """\
        identitas:
          peralatan_perlengkapan: ['1. Komputer', 2. - ATK]
          keterkaitan: "1) SOP \\"A\\""
          peringatan: |
            1. Terlambat
            2. Hilang
        kegiatan:
          - mutu_baku:
              kelengkapan:
                - a. Surat
                - 'b. Nota: dua'
                - 3 rangkap
              output: |-
                1. Konsep
            keterangan: 1. x
        catatan: 1. tetap
        """,
        """\
        identitas:
          keterkaitan: "SOP \\"A\\""
          peralatan_perlengkapan: ['Komputer', ATK]
          peringatan: |
            1. Terlambat
            2. Hilang
        kegiatan:
          - mutu_baku:
              kelengkapan:
                - Surat
                - 'Nota: dua'
                - 3 rangkap
              output: |-
                Konsep
            keterangan: x
        catatan: 1. tetap
        """,
    ),
}


@pytest.mark.parametrize("name", list(CASES))
def test_cases(name: str) -> None:
    """Each text has exactly one usual form."""
    before, after = map(dedent, CASES[name])
    assert form(before) == after


def test_what_silences_the_first_line_of_a_block_keeps_that_line_the_first() -> None:
    """Findings about the whole block are shown there, so its keys stay out of order."""
    text = dedent("""\
        identitas:
          # sop: abaikan SOP602
          nama: A
          nomor: 1
        kegiatan:
          - uraian: x  # sop: abaikan SOP405
            nomor: 1
          # sop: abaikan SOP405
          - uraian: y
            nomor: 2
        """)
    assert form(text) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("versi_format: 1\n? instansi\n: x\n", ", line 2,"),
        ("versi_format: 1\nkegiatan:\n  - ? |\n      a\n    : 1\n", ""),
    ],
)
def test_what_cannot_be_kept_is_refused(text: str, line: str) -> None:
    """With the file's name, and the line where it is known."""
    with pytest.raises(FormatError) as fault:
        formatted(document(text))
    assert fault.value.message.en == (
        f"'uji.yaml'{line} cannot be set in the usual form without changing what it says, left as it was"
    )


def test_a_text_with_errors_is_refused() -> None:
    """One of two equal keys would be lost."""
    found, _ = read(SourceFile("uji.yaml", "versi_format: 1\ncatatan: a\ncatatan: b\n"))
    assert found is not None
    with pytest.raises(FormatError, match=r"^'uji\.yaml' cannot be set"):
        formatted(found)
