"""The commands, in the order in which help lists them, with one line on each."""

from collections.abc import Mapping
from types import MappingProxyType

from sop_engine.diagnostics import Text

__all__ = ["COMMANDS"]

COMMANDS: Mapping[str, Text] = MappingProxyType(
    {
        "list": Text("Daftar SOP yang ditemukan.", "List the SOPs found."),
        "show": Text("Tampilkan satu SOP di terminal.", "Show one SOP in the terminal."),
        "validate": Text("Periksa definisi SOP.", "Check definitions of SOPs."),
        "duration": Text("Hitung jumlah waktu baku.", "Add up the standard times."),
        "flowchart": Text("Gambar Bagian Flowchart.", "Draw the Bagian Flowchart."),
        "document": Text(
            "Gambar dokumen lengkap: identitas dan flowchart.",
            "Draw the whole document: identitas and flowchart.",
        ),
        "rules": Text("Daftar semua temuan yang mungkin.", "List all findings that there can be."),
        "explain": Text("Jelaskan arti sebuah temuan.", "Explain what a finding means."),
        "schema": Text("Tulis JSON Schema untuk editor.", "Write the JSON Schema for editors."),
    }
)
"""Each one is ``command`` in ``sop_engine.cli.commands.<name>``, loaded when called."""
