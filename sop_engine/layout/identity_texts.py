"""What stands in the Bagian Identitas: its headings, its values, and which of them are inferred.

In: a SOP. Out: texts by field, as they are printed.
"""

from sop_engine.model.sop import Sop

__all__ = ["LISTS", "PAIRS", "VALUES", "identity_titles", "is_inferred", "office_texts", "signer_texts"]

VALUES = ("nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "disahkan_oleh", "nama")
"""The fields at the right of the first page, from top to bottom."""

PAIRS = (
    ("dasar_hukum", "kualifikasi_pelaksana"),
    ("keterkaitan", "peralatan_perlengkapan"),
    ("peringatan", "pencatatan_pendataan"),
)
"""The fields below, two side by side."""

LISTS = tuple(field for pair in PAIRS for field in pair)
"""The same, one after the other."""

_TITLES = {
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
    "disahkan_oleh": "Disahkan oleh",
    "nama": "Nama SOP",
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan_perlengkapan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan_pendataan": "Pencatatan dan Pendataan",
}


def identity_titles(sop: Sop) -> dict[str, str]:
    """Return the printed headings by field, as ``tampilan.judul`` or the form has them."""
    judul = sop.tampilan.judul
    titles = {field: getattr(judul, field) or text for field, text in _TITLES.items()}
    # ``judul.nomor`` is the heading of the flowchart's first column.
    titles["nomor"] = judul.nomor_sop or _TITLES["nomor"]
    return titles


def office_texts(sop: Sop) -> tuple[tuple[str, str], ...]:
    """Return field and text of each line under the logo, the widest body first."""
    instansi = sop.instansi
    found = (("pemerintah", instansi.pemerintah), ("nama", instansi.nama), ("unit", instansi.unit))
    return tuple((f"instansi.{field}", text) for field, text in found if text)


def signer_texts(sop: Sop) -> tuple[tuple[str, str], ...]:
    """Return field and text of what stands above and below the signature; what is not stated is left out."""
    signer = sop.identitas.disahkan_oleh
    if signer is None:
        return ()
    nip = signer.nip
    if nip and not nip.upper().startswith("NIP"):
        nip = f"NIP {nip}"
    found = (("jabatan", signer.jabatan), ("nama", signer.nama), ("nip", nip))
    return tuple((f"disahkan_oleh.{field}", text) for field, text in found if text)


def is_inferred(sop: Sop, path: str) -> bool:
    """Whether a field, the part that it belongs to or a part of it is listed as inferred.

    Args:
        sop: whose ``sumber.disimpulkan`` is asked.
        path: such as ``identitas.nomor``.
    """
    return any(
        path == listed or path.startswith(f"{listed}.") or listed.startswith(f"{path}.")
        for listed in sop.sumber.disimpulkan
    )
