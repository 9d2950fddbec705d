"""What tests of the language server share: a definition with emoji, in a folder of definitions, and an editor."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp

from tests.desk.lsp.editor import Editor, started

DEFINITION = """\
versi_format: 1
instansi: {kode: contoh, nama: Badan 😀 Contoh}  # 😀
identitas:
  nomor: 01/SOP
  nama: Laporan 😀
pelaksana:
  staf: Staf 😀 Penyusun
  kepala: Kepala Badan
kegiatan:
  - nomor: 1
    uraian: Menyusun konsep 😀 laporan
    pelaksana: staf
    mutu_baku: {kelengkapan: Rencana 😀, waktu: 30 menit, output: Konsep}
  - nomor: 2
    uraian: Memeriksa konsep laporan
    pelaksana: kepala
    cabang: {"😀 Ya": 3, Tidak: 1}
    mutu_baku: {kelengkapan: Konsep, waktu: 1 jam, output: Konsep yang diparaf}
  - nomor: 3
    uraian: Mengarsipkan laporan
    pelaksana: staf
    mutu_baku:
      kelengkapan: Konsep yang diparaf
      waktu: 15 menit
      output: Arsip
"""

SETTINGS = """\
# What the definition lacks on purpose.
ignore = ["SOP501", "SOP502", "SOP503", "SOP504", "SOP508", "SOP509", "SOP602", "SOP608", "SOP701", "SOP802"]
"""


@pytest_lsp.fixture(config=started(), scope="module")
async def editor(lsp_client: Editor) -> AsyncIterator[None]:
    """An editor with a server of its own; tests of a module share it, each with texts of its own."""
    await lsp_client.greet()
    yield
    await lsp_client.shutdown_session()


@pytest.fixture(params=["\n", "\r\n"], ids=["LF", "CRLF"])
def text(request: pytest.FixtureRequest) -> str:
    """A definition without findings, with either line end."""
    return DEFINITION.replace("\n", request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of definitions, with settings above it."""
    (tmp_path / "sop.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "definitions").mkdir()
    return tmp_path / "definitions"


@pytest.fixture
def uri(folder: Path) -> str:
    """A definition that no file holds yet."""
    return (folder / "contoh.yaml").as_uri()
