"""SOP801 code-differs: an agency's code is not what its file or folder is named after.

Kode instansi berbeda dari nama berkas atau foldernya.

Why:
    Commands know a SOP by ``instansi.kode``; people look for it by the name of the file. Where the two
    differ, ``--agency`` finds nothing under the name that everybody sees.

Mengapa:
    Perintah mengenal SOP menurut ``instansi.kode``, sedangkan orang mencarinya menurut nama berkas. Bila
    keduanya berbeda, ``--agency`` tidak menemukan apa pun dengan nama yang dilihat semua orang.

Bad::

    # contoh.yaml
    instansi: {kode: cotoh, nama: Dinas Contoh}

Good::

    # contoh.yaml
    instansi: {kode: contoh, nama: Dinas Contoh}

How to mend:
    Correct ``kode``, or give the file the code's name; an agency with several SOPs has a folder of that
    name.

Cara memperbaiki:
    Perbaiki ``kode``, atau beri berkas nama yang sama dengan kodenya; instansi yang punya beberapa SOP
    memakai folder dengan nama itu.
"""

from collections.abc import Iterator

from sop_engine.compiled import Compiled
from sop_engine.diagnostics import Diagnostic, Kind, Severity, Text
from sop_engine.rules.common import is_tainted, quoted, reached

KIND = Kind("SOP801", "code-differs", Severity.WARNING)


def check(compiled: Compiled) -> Iterator[Diagnostic]:
    """Yield the code, where a name promises another."""
    document, sop, _ = reached(compiled)
    code, promised = sop.instansi.kode, compiled.agency
    span = document.span(("instansi", "kode"))
    if promised is None or code == promised or is_tainted(compiled, span):
        return
    yield Diagnostic(
        KIND,
        Text(
            f"kode {quoted(code)} berbeda dari nama berkas atau folder {quoted(promised)}",
            f"code {quoted(code)} differs from the file's or folder's name {quoted(promised)}",
        ),
        compiled.source,
        span,
        Text(
            f"samakan keduanya; perintah mengenal SOP ini sebagai --agency {code}",
            f"make the two the same; commands know this SOP as --agency {code}",
        ),
    )
