"""The commands, in the order in which help lists them, with one line on each."""

from collections.abc import Mapping
from types import MappingProxyType

from sop_engine.diagnostics import Text

__all__ = ["COMMANDS"]

COMMANDS: Mapping[str, Text] = MappingProxyType(
    {
        "new": Text("Mulai definisi SOP baru.", "Begin a new definition."),
        "list": Text("Daftar SOP yang ditemukan.", "List the SOPs found."),
        "show": Text("Tampilkan satu SOP di terminal.", "Show one SOP in the terminal."),
        "validate": Text("Periksa definisi SOP.", "Check definitions of SOPs."),
        "fix": Text("Perbaiki temuan secara otomatis.", "Mend findings automatically."),
        "fmt": Text("Rapikan penulisan definisi.", "Set definitions in the usual form."),
        "duration": Text("Hitung jumlah waktu baku.", "Add up the standard times."),
        "paths": Text("Urai setiap jalur dari mulai sampai selesai.", "Tell every path from start to end."),
        "schedule": Text("Susun jadwal pada kalender kerja.", "Put a SOP on the working calendar."),
        "workload": Text("Hitung beban kerja tiap peran.", "Work out the workload of each role."),
        "matrix": Text(
            "Susun matriks peran dan lembar instruksi.", "Make the matrix of roles, and instruction sheets."
        ),
        "compare": Text("Bandingkan SOP berdampingan.", "Compare SOPs side by side."),
        "diff": Text("Sebutkan perubahan antara dua versi SOP.", "Tell what changed between two versions."),
        "flowchart": Text("Gambar Bagian Flowchart.", "Draw the Bagian Flowchart."),
        "document": Text(
            "Gambar dokumen lengkap: identitas dan flowchart.",
            "Draw the whole document: identitas and flowchart.",
        ),
        "preview": Text("Sunting dan lihat SOP di peramban.", "Edit and see a SOP in the browser."),
        "lsp": Text("Jalankan server bahasa untuk editor.", "Run the language server for editors."),
        "rules": Text("Daftar semua temuan yang mungkin.", "List all findings that there can be."),
        "explain": Text("Jelaskan arti sebuah temuan.", "Explain what a finding means."),
        "schema": Text("Tulis JSON Schema untuk editor.", "Write the JSON Schema for editors."),
        "completion": Text("Tulis skrip pelengkap untuk shell.", "Write the completion script of a shell."),
    }
)
"""Each one is ``command`` in ``sop_engine.cli.commands.<name>``, loaded when called."""
