"""The rules across SOPs: seconds over 10,000 SOPs, and growth from 1,000.

The SOPs are made in brief, as they are kept when thousands are checked: 30 an agency, ten rows each, of words that
offices use, now and then misspelt; and as many copies of one SOP.
"""

import random
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from measuring import Row, best_in_turns, show

from sop_engine.rules.brief import Brief, Part
from sop_engine.rules.brief import Row as SopRow
from sop_engine.rules.registry import cross_rules
from sop_engine.rules.run import check_all
from sop_engine.source import SourceFile, Span

ROUNDS = 3
SIZES = (1_000, 10_000)
SOPS_OF_AGENCY = 30


def listed(text: str) -> list[str]:
    """What semicolons part."""
    return [" ".join(part.split()) for part in text.split(";")]


DOINGS = listed("""
Menyusun; Memeriksa; Menandatangani; Memaraf; Mengarsipkan; Menyampaikan; Mengumpulkan; Merekap; Mengolah;
Menerima; Mencatat; Mendisposisikan; Meneliti; Mengoreksi; Menggandakan; Mendistribusikan; Memverifikasi;
Menetapkan; Mengirim; Melaporkan
""")
THINGS = listed("""
konsep laporan; draft surat; surat tugas; nota dinas; laporan; data; berkas permohonan; rekapitulasi;
undangan rapat; berita acara; surat keputusan; kertas kerja; usulan; rencana; jadwal; dokumen; daftar;
telaahan staf
""")
MATTERS = listed("""
kinerja triwulan; kinerja tahunan; cuti pegawai; kenaikan pangkat; gaji berkala; izin reklame; izin usaha
mikro; aset daerah; barang persediaan; perjalanan dinas; pengadaan langsung; anggaran kas;
pertanggungjawaban bendahara; pengaduan masyarakat; pensiun pegawai; mutasi jabatan; pajak hiburan;
retribusi parkir; rencana strategis; indikator kinerja utama; hibah daerah; bantuan sosial; arsip inaktif;
pelayanan informasi publik; reformasi birokrasi; analisis jabatan; beban kerja; musyawarah perencanaan;
penilaian risiko; tindak lanjut pemeriksaan; kependudukan; imunisasi dasar; bank sampah
""")
TAILS = listed("""
; kepada Kepala Dinas; kepada Sekretaris; dari masing-masing bidang; kepada OPD terkait; sesuai ketentuan;
melalui aplikasi; untuk ditandatangani; tahun berjalan; kepada pemohon; beserta lampirannya
""")
PLACES = listed("""
jalan; jembatan; irigasi; sekolah; puskesmas; pasar; terminal; pelabuhan; hutan; sawah; pesisir; taman;
perpustakaan; museum; stadion; perumahan; drainase; embung; tambak; kebun
""")
ROLES = listed("""
Staf Penyusun; Kasubbag Perencanaan; Kasubag Perencanaan; Kepala Bidang; Kabid; Sekretaris; Kepala Dinas;
Analis Kebijakan; Analis Kebjakan; Bendahara Pengeluaran; Pengadministrasi Umum; Petugas Loket; Verifikator;
Tim Teknis; Pranata Komputer
""")
TIMES = listed("""
5 menit; 10 menit; 15 menit; 30 menit; 1 jam; 2 jam; 1 hari; 2 hari kerja; 1-2 hari; maks. 3 hari; ; 2
menit/berkas
""")


def slipped(chance: random.Random, text: str) -> str:
    """The text, one time in fifty without one of its letters."""
    at = chance.randrange(1, len(text))
    return text[:at] + text[at + 1 :] if chance.random() < 0.02 else text


class Writer:
    """Writes parts one a line, and knows where they stand."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lines: list[str] = []
        self.end = 0

    def part(self, text: str) -> Part:
        """Write a line."""
        start, self.end = self.end, self.end + len(text) + 1
        self.lines.append(text + "\n")
        return Part(text, Span(start, self.end - 1))


def brief(number: int) -> Brief:
    """One SOP, always the same for a number."""
    chance = random.Random(number)
    agency = number // SOPS_OF_AGENCY
    write = Writer()
    # Five agencies are of one kind, and do the same: a thousand SOPs have as many pairs each as ten thousand.
    kind = agency // 5
    place = f"{PLACES[kind % 20]} {PLACES[kind // 20 % 20]}"
    matters = [f"{chance.choice(MATTERS)} {place}" for _ in range(2)]
    nomor = write.part(f"{number % SOPS_OF_AGENCY if chance.random() > 0.05 else 1} / SOP / DINAS-{agency}")
    nama = write.part(f"{chance.choice(('Penyusunan', 'Pengelolaan', 'Pelayanan'))} {' dan '.join(matters)}")
    related = tuple(
        write.part(
            slipped(chance, f"SOP {chance.choice(('Penyusunan', 'Pengelolaan'))} {chance.choice(MATTERS)}")
        )
        for _ in range(3)
    )
    roles = tuple(write.part(name) for name in dict.fromkeys(chance.choice(ROLES) for _ in range(5)))
    rows = []
    for row in range(1, 11):
        words = (chance.choice(DOINGS), chance.choice(THINGS), chance.choice(matters), chance.choice(TAILS))
        done = write.part(slipped(chance, " ".join(filter(None, words))))
        time = write.part(chance.choice(TIMES))
        rows.append(SopRow(str(row), done, time.teks, time.span))
    return Brief(
        SourceFile(f"dinas-{agency}/{number}.yaml", "".join(write.lines)),
        f"dinas-{agency}",
        f"Dinas Nomor {agency}",
        status="berlaku",
        nomor=nomor,
        nama=nama,
        keterkaitan=related,
        peran=roles,
        rows=tuple(rows),
    )


def copies(count: int) -> list[Brief]:
    """One SOP, many times, in one agency."""
    one = brief(0)
    return [
        Brief(
            SourceFile(f"{at}.yaml", one.source.text),
            one.agency,
            one.instansi,
            status=one.status,
            nomor=one.nomor,
            nama=one.nama,
            keterkaitan=one.keterkaitan,
            peran=one.peran,
            rows=one.rows,
        )
        for at in range(count)
    ]


def of_two_agencies(count: int) -> list[Brief]:
    """Many copies of one SOP, every other one another agency's."""
    return [
        Brief(
            one.source,
            f"dinas-{at % 2}",
            status=one.status,
            nomor=one.nomor,
            nama=one.nama,
            peran=one.peran,
            rows=one.rows,
        )
        for at, one in enumerate(copies(count))
    ]


def _run(check: Callable[[Sequence[Brief]], Iterable[object]], briefs: Sequence[Brief]) -> int:
    return sum(1 for _ in check(briefs))


def main() -> None:
    """Print the table."""
    few, many = ([brief(number) for number in range(size)] for size in SIZES)
    rules = cross_rules()
    rows = []
    for rule in rules:
        small, large = best_in_turns(
            ROUNDS, partial(_run, rule.check_all, few), partial(_run, rule.check_all, many)
        )
        rows.append(
            Row(
                f"{rule.KIND.slug}: 10,000 SOPs / 1,000 ({_run(rule.check_all, many)} found)",
                large,
                small,
                "<= 12",
            )
        )
    small, large = best_in_turns(ROUNDS, partial(check_all, few), partial(check_all, many))
    rows.append(Row("all, in order: 10,000 SOPs / 1,000", large, small, "<= 12"))
    rows.append(Row("all, in order: 10,000 SOPs / 2 s", large, 2, "<= 1.0"))
    for what, made in (("copies of one agency", copies), ("copies of two agencies", of_two_agencies)):
        same = made(SIZES[1])
        (seconds,) = best_in_turns(1, partial(check_all, same))
        rows.append(Row(f"10,000 {what} ({len(check_all(same))} found) / 2 s", seconds, 2, "<= 1.0"))
    tracemalloc.start()
    found = check_all(many)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    rows.append(
        Row(
            f"10,000 SOPs ({len(found)} found): peak memory / 250 MiB",
            peak / 2**20,
            250,
            "<= 1.0",
            unit="MiB",
        )
    )
    show("Rules across SOPs", rows)


if __name__ == "__main__":
    main()
