"""``sop show``: one SOP on a page."""

from sop_engine.report.terminal import cells

PAGE = """\
Laporan
Badan Contoh

Agency  contoh
Status  konsep
Number  01/SOP
Roles   Staf Penyusun
        Kepala Badan

No  Activity                  Role           Time      Flow
--  ------------------------  -------------  --------  ---------
1   Menyusun konsep laporan   Staf Penyusun  30 menit  → 2
2   Memeriksa konsep laporan  Kepala Badan   1 jam     Ya → 3
    (Sesuai?)                                          Tidak → 1
3   Mengarsipkan laporan      Staf Penyusun  Segera    end

Total time 1 jam 30 menit
"""


def test_the_page(sop, write):
    """Identity, roles, rows with flow and times, total; no line wider than 80 cells."""
    write("x.yaml")
    outcome = sop("show", "x.yaml")
    assert (outcome.status, outcome.err, outcome.out) == (0, "", PAGE)


def test_the_page_speaks_indonesian(sop, write):
    """Labels and the end of the flow."""
    write("x.yaml")
    page = sop("show", "x.yaml", "--lang", "id").out
    assert "\nInstansi  contoh\n" in page
    assert "\nNo  Kegiatan " in page
    assert "  selesai\n\nJumlah waktu 1 jam 30 menit\n" in page


def test_real_sops_fit_a_terminal(sop, root):
    """All that the project has, with lists, joint roles, several symbols and splits."""
    for path in [*root.glob("definitions/*.yaml"), *root.glob("tests/definitions/*.yaml")]:
        outcome = sop("show", path)
        assert outcome.status == 0
        assert max(map(cells, outcome.out.split("\n"))) <= 80


def test_several_symbols_splits_and_joins_are_told(sop, root):
    """Each symbol on a line of its own, arms of a split on one."""
    page = sop("show", root / "tests" / "definitions" / "telaahan.yaml").out
    for line in ("3a → 3b", "3b Y → 3c", "3b T → 3a", "3d T → 3c"):
        assert line in page
    page = sop("show", root / "tests" / "definitions" / "pengadaan.yaml").out
    assert "→ 2 + 3\n" in page
    assert "waits for all\n" in page
    assert "Melebihi HPS → 4\n" in page


def test_json_has_the_whole_sop(sop, write):
    """With stable English keys."""
    path = write("x.yaml")
    path.write_text(
        path.read_text(encoding="utf-8") + "jumlah_waktu: 1 jam\ncatatan: Dicetak\n", encoding="utf-8"
    )
    shown = sop("show", "x.yaml", "--format", "json").json
    rows = shown.pop("rows")
    assert shown == {
        "sop": "x",
        "agency": "contoh",
        "name": "Laporan",
        "path": "x.yaml",
        "status": "konsep",
        "institution": {"government": None, "name": "Badan Contoh", "unit": None},
        "number": "01/SOP",
        "created": None,
        "revised": None,
        "effective": None,
        "approved_by": None,
        "legal_basis": [],
        "qualifications": [],
        "related": [],
        "equipment": [],
        "warnings": [],
        "records": [],
        "roles": [
            {"key": "staf", "name": "Staf Penyusun", "count": 1},
            {"key": "kepala", "name": "Kepala Badan", "count": 1},
        ],
        "notes": ["Dicetak"],
        "total": {"text": "1 jam 30 menit", "parts": {"jam": 1, "menit": 30}},
        "stated": {"text": "1 jam", "parts": {"jam": 1}},
        "agrees": "rounded",
        "difference": {"sign": "+", "text": "30 menit", "parts": {"menit": 30}},
    }
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert rows[1] == {
        "id": "2",
        "number": "2",
        "activity": "Memeriksa konsep laporan",
        "inputs": ["Konsep laporan"],
        "waktu": {"text": "1 jam", "parts": {"jam": 1}},
        "measured": True,
        "shared": None,
        "outputs": ["Konsep yang diparaf"],
        "remarks": [],
        "steps": [
            {
                "id": "2",
                "roles": ["kepala"],
                "kind": "decision",
                "text": "Sesuai?",
                "start": False,
                "end": False,
                "waits": False,
                "flows": [
                    {"to": "3", "kind": "branch", "label": "Ya", "probability": "1/2", "repeats": None},
                    {"to": "1", "kind": "branch", "label": "Tidak", "probability": "1/2", "repeats": None},
                ],
            }
        ],
    }


IDENTITY = """\
  nomor: 01/SOP
  tanggal_pembuatan: 2023-01-02
  tanggal_revisi: 2024-01-02
  tanggal_efektif: 2023-02-01
  disahkan_oleh: {jabatan: Kepala Badan, nama: Budi, nip: 1}
  dasar_hukum: [Perpres 29/2014, Permen 35/2012]
  kualifikasi_pelaksana: ASN
  keterkaitan: SOP Arsip
  peralatan_perlengkapan: ATK
  peringatan: Jangan terlambat
  pencatatan_pendataan: Buku agenda
"""
FACTS = """\
Agency         contoh
Status         konsep
Number         01/SOP
Made           2 Januari 2023
Revised        2 Januari 2024
Effective      1 Februari 2023
Approved by    Kepala Badan
               Budi
               NIP 1
Legal basis    1. Perpres 29/2014
               2. Permen 35/2012
Qualification  ASN
Related SOPs   SOP Arsip
Equipment      ATK
Warning        Jangan terlambat
Records        Buku agenda
Roles          Staf Penyusun
               Kepala Badan
"""


def test_identity_stands_in_the_order_of_the_form(sop, write):
    """Agency, status, number, dates, who approved it, then the lists; a list of one is not numbered."""
    write("x.yaml", replace={"  nomor: 01/SOP\n": IDENTITY})
    assert sop("show", "x.yaml").out.split("\n\n")[1] + "\n" == FACTS


def test_a_shared_time_is_told(sop, write):
    """As the row that it shares with, and as measured as that one."""
    write("x.yaml", replace={"waktu: 1 jam": "waktu: {bersama: 1}"})
    rows = sop("show", "x.yaml", "--format", "json").json["rows"]
    assert [(row["waktu"], row["measured"], row["shared"]) for row in rows] == [
        ({"text": "30 menit", "parts": {"menit": 30}}, True, None),
        ({"text": "", "parts": {}}, True, "1"),
        ({"text": "Segera", "parts": {}}, False, None),
    ]
    assert "2   Memeriksa konsep laporan  Kepala Badan   = 1       Ya → 3\n" in sop("show", "x.yaml").out


def test_identity_is_shown_as_the_form_has_it(sop, definitions):
    """Dates, who approved it, numbered lists."""
    page = sop("show", "--agency", "dumai", "--definitions", definitions).out
    assert "Approved by    Kepala Bappedalitbang Kota Dumai\n               Drs. BUDHI HASNUL, M.Si\n" in page
    assert "Effective      2 Januari 2023\n" in page
    assert "Qualification  1. ASN\n               2. Memiliki kemampuan" in page
    assert "_hard copy_" not in page


def test_what_was_not_read_whole_is_not_shown(sop, write):
    """Its findings are."""
    write("x.yaml", replace={"nomor: 2": "nomer: 2"})
    outcome = sop("show", "x.yaml")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith("x.yaml:19:5: error[SOP101]")
