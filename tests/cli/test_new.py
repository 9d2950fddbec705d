"""``sop new``: by options, by questions, and from a pattern."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from sop_engine.authoring.template import Role, Start, Step, new_definition
from sop_engine.model.schema import schema_text

NEXT = """\
What to do next:
  sop validate {0}   check it
  sop preview {0}    edit and see it in the browser
  sop document {0}   print it as a PDF
"""
SCHEMA = "{0} was written too, so that editors can help to fill it in\n"


def files(folder: Path) -> list[str]:
    """All files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def terminal(monkeypatch):
    """Somebody sits there and answers."""
    monkeypatch.setattr("sop_engine.cli.prompts.at_terminal", lambda: True)


def test_everything_can_be_said_by_options(sop, folder):
    """Path to standard output, what to do next to standard error; the schema beside, once."""
    outcome = sop(
        *("new", "--kode", "uji", "--nama", "Data  Kinerja", "--pemerintah", "Pemerintah Kota"),
        *("--instansi", "Badan", "--nomor", "01", "--jabatan", "Kepala Badan"),
        *("--pelaksana", "staf=Staf Penyusun", "--pelaksana", "Kepala Badan"),
        *("--kegiatan", "staf: Menyusun konsep; 30 menit; Konsep; Rencana aksi"),
        *("--kegiatan", "Kepala Badan + STAF: Membahas: konsep;;Konsep yang diparaf"),
    )
    assert (outcome.status, outcome.out) == (0, "uji.yaml\n")
    assert outcome.err == SCHEMA.format("sop.schema.json") + NEXT.format("uji.yaml")
    roles = (Role("staf", "Staf Penyusun"), Role("kepala", "Kepala Badan"))
    steps = (
        Step("Menyusun konsep", ("staf",), "30 menit", "Konsep", "Rencana aksi"),
        Step("Membahas: konsep", ("kepala", "staf"), None, "Konsep yang diparaf"),
    )
    start = Start("uji", "Data Kinerja", "Pemerintah Kota", "Badan", "01", "Kepala Badan", roles, steps)
    assert (folder / "uji.yaml").read_bytes().decode() == new_definition(start)
    assert (folder / "sop.schema.json").read_bytes().decode() == schema_text()
    assert files(folder) == ["sop.schema.json", "uji.yaml"]
    second = sop("new", "--kode", "lain", "--nama", "Lain")
    assert (second.status, second.out, second.err) == (0, "lain.yaml\n", NEXT.format("lain.yaml"))
    assert sop("validate", "uji.yaml", "lain.yaml").status == 0


def test_other_words_stand_for_a_time(sop, folder):
    """Written as the hint has it; YAML's own signs in them are only signs."""
    outcome = sop(
        *("new", "--kode", "uji", "--nama", "x"),
        *("--kegiatan", "staf: Menyusun konsep; {teks: Setelah rapat, bila ada: segera}"),
    )
    assert outcome.status == 0
    text = (folder / "uji.yaml").read_text(encoding="utf-8")
    assert "      waktu: {teks: 'Setelah rapat, bila ada: segera'}\n" in text
    assert sop("validate", "uji.yaml").status == 0
    assert sop("fmt", "uji.yaml", "--check").status == 0


def test_rows_alone_make_their_roles(sop, folder):
    """By the words that they name."""
    outcome = sop(
        "new",
        "--kode",
        "uji",
        "--nama",
        "x",
        "--kegiatan",
        "staf: Menyusun",
        "--kegiatan",
        "Kepala Badan+staf: Y",
        "-o",
        "-",
    )
    roles = (Role("staf", "Staf"), Role("kepala", "Kepala Badan"))
    start = Start("uji", "x", roles=roles, steps=(Step("Menyusun", ("staf",)), Step("Y", ("kepala", "staf"))))
    assert (outcome.status, outcome.out, outcome.err) == (0, new_definition(start), "")
    assert files(folder) == []


@pytest.mark.parametrize(
    ("there", "output", "target", "schema"),
    [
        (["definitions/"], None, "definitions/uji.yaml", "sop.schema.json"),
        (
            ["definitions/", "schemas/sop.schema.json"],
            None,
            "definitions/uji.yaml",
            "../schemas/sop.schema.json",
        ),
        (["schemas/sop.schema.json"], None, "uji.yaml", "schemas/sop.schema.json"),
        (["a/b/", "schemas/sop.schema.json"], "a/b/c.yml", "a/b/c.yml", "../../schemas/sop.schema.json"),
        (["sop.schema.json"], None, "uji.yaml", "sop.schema.json"),
        (["sop.schema.json"], "uji/lain.yaml", "uji/lain.yaml", "../sop.schema.json"),
        (["a/"], "a", "a/uji.yaml", "sop.schema.json"),
        ([], "baru/x y.yaml", "baru/x y.yaml", "sop.schema.json"),
    ],
)
def test_where_it_goes_and_where_the_schema_is(sop, folder, there, output, target, schema):
    """Into ``definitions`` where it is; the schema that is there is used."""
    for name in there:
        path = folder / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text("{}", encoding="utf-8")
    outcome = sop("new", "--kode", "uji", "--nama", "x", *(["-o", output] if output else []))
    assert (outcome.status, outcome.out) == (0, f"{target}\n")
    head = (folder / target).read_text(encoding="utf-8").split("\n")[:2]
    assert head == [f"# yaml-language-server: $schema={schema}", f"# $schema: {schema}"]
    assert ((folder / target).parent / schema).is_file()
    named = f'"{target}"' if " " in target else target
    assert outcome.err.endswith(NEXT.format(named))


def test_what_is_there_is_never_overwritten(sop, folder):
    """There is no way to force it."""
    (folder / "definitions").mkdir()
    (folder / "definitions" / "uji.yaml").write_text("x", encoding="utf-8")
    outcome = sop("new", "--kode", "uji", "--nama", "Data Kinerja")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "error: 'definitions/uji.yaml' is there already, not overwritten\n"
        "       choose another name: -o definitions/uji/data-kinerja.yaml\n"
    )
    assert (folder / "definitions" / "uji.yaml").read_text(encoding="utf-8") == "x"
    assert sop("new", "--kode", "uji", "--nama", "x", "--force").status == 2
    again = sop("new", "--kode", "uji", "--nama", "Data Kinerja", "-o", "definitions/uji/data-kinerja.yaml")
    assert (again.status, again.out) == (0, "definitions/uji/data-kinerja.yaml\n")


SHAPE = (
    "write 'ROLE: URAIAN; WAKTU; OUTPUT; KELENGKAPAN', such as 'staf: Menyusun konsep; 30 menit; Konsep laporan'; "
    "the last ones may be left out"
)
BOTH = ("--kode", "uji", "--nama", "x")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (
            (),
            "what must be given: --kode, --nama",
            "such as --kode bappeda-contoh --nama 'Pengumpulan Data Kinerja'; at a terminal both are asked for",
        ),
        (
            ("--kode", "uji", "--nama", "  "),
            "what must be given: --nama",
            "such as --kode bappeda-contoh --nama 'Pengumpulan Data Kinerja'; at a terminal both are asked for",
        ),
        (
            ("--kode", "Bappeda Kota", "--nama", "x"),
            "code 'Bappeda Kota' cannot be used",
            "small letters, digits and hyphens only: bappeda-kota",
        ),
        (
            (*BOTH, "--nomor", "a\x1bb"),
            "the value of '--nomor' holds '\\x1b'",
            "write it again without that",
        ),
        (
            (*BOTH, "--pelaksana", "a b=c"),
            "role 'a b=c' is not understood",
            "write KEY=HEADING, the key one word: 'staf=Staf Penyusun'",
        ),
        (
            (*BOTH, "--pelaksana", "<<=c"),
            "role '<<=c' is not understood",
            "write KEY=HEADING, the key one word: 'staf=Staf Penyusun'",
        ),
        (
            (*BOTH, "--pelaksana", "a,b=c"),
            "role 'a,b=c' is not understood",
            "write KEY=HEADING, the key one word: 'staf=Staf Penyusun'",
        ),
        (
            (*BOTH, "--pelaksana", "a=b", "--pelaksana", "a=c"),
            "the role's key 'a' is used twice",
            "give each role a key of its own",
        ),
        ((*BOTH, "--kegiatan", "Menyusun"), "--kegiatan 'Menyusun' is not understood", SHAPE),
        ((*BOTH, "--kegiatan", "staf: ; 1 jam"), "--kegiatan 'staf: ; 1 jam' is not understood", SHAPE),
        ((*BOTH, "--kegiatan", "s: a;;;;x"), "--kegiatan 's: a;;;;x' is not understood", SHAPE),
        (
            (*BOTH, "--kegiatan", "s: a; 5 minit"),
            "--kegiatan 's: a; 5 minit' is not understood: 'minit' is not known in the time '5 minit'",
            "did you mean '5 menit'?",
        ),
        (
            (*BOTH, "--pelaksana", "staf=Staf", "--kegiatan", "stef: a"),
            "there is no role 'stef'",
            "did you mean 'staf'?",
        ),
        (
            (*BOTH, "--pelaksana", "staf=Staf", "--pelaksana", "k=Kepala", "--kegiatan", "staf+xyzzy: a"),
            "there is no role 'xyzzy'",
            "there are: staf, k",
        ),
        ((*BOTH, "-o", "uji"), "'uji' is no name of a definition", "definitions end in .yaml: -o uji.yaml"),
        ((*BOTH, "--sop", "x"), "--sop is given without --from", "write --from CODE --sop NAME"),
        (
            (*BOTH, "--from", "x", "--kegiatan", "a: b"),
            "--from brings its own roles and activities",
            "leave --pelaksana and --kegiatan out",
        ),
        ((*BOTH, "--kode", "lain"), "option '--kode' is given more than once", "give it once"),
        (
            (*BOTH, "-o", "a/b/c.yaml"),
            "cannot write 'a/b/c.yaml': folder 'a/b' does not exist",
            "make the folder first",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_said_with_its_remedy(sop, folder, words, message, hint):
    """Status 2, nothing asked, nothing written."""
    outcome = sop("new", *words)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"error: {message}\n       {hint}\n"
    assert files(folder) == []


ANSWERS = (
    "Bappeda Kota",
    "",
    "Pemerintah Kota",
    "",
    "Sekretariat",
    "",
    "Data Kinerja",
    "",
    "Kepala Badan",
    "Staf Penyusun",
    "kepala=Kepala Badan",
    "kepala=Lagi",
    "",
    "Menyusun konsep",
    "",
    "Rencana aksi",
    "5 minit",
    "",
    "Konsep",
    "Membahas konsep",
    "2+stof",
    "2+staf",
    "",
    "abc",
    "Segera",
    "\x1b[A",
    "Konsep yang diparaf",
    "",
)
DIALOGUE = """\
Jawab pertanyaan berikut. Enter saja memakai isi dalam kurung siku; semua dapat diubah nanti.
Ctrl-C membatalkan, dan tidak ada yang ditulis.
Kode instansi: huruf kecil tanpa spasi (misalnya bappeda-contoh): \
  hanya huruf kecil, angka, dan tanda hubung
Kode instansi: huruf kecil tanpa spasi (misalnya bappeda-contoh) [bappeda-kota]: \
Pemerintah di atas instansi (misalnya Pemerintah Kota Contoh) [kosong]: \
Nama instansi (misalnya Badan Perencanaan Pembangunan Daerah) [kosong]: \
Unit di dalam instansi (misalnya Sekretariat) [kosong]: \
Nama SOP (misalnya Pengumpulan Data Kinerja): \
  ini perlu diisi
Nama SOP (misalnya Pengumpulan Data Kinerja): \
Nomor SOP (misalnya 01/SOP/Bappeda) [kosong]: \
Jabatan yang mengesahkan (misalnya Kepala Bappeda) [kosong]: \

Pelaksana: jabatan yang mengerjakan, dari lajur kiri ke kanan. Enter saja bila sudah semua.
Pelaksana 1 (misalnya Staf Penyusun) [kosong]: \
Pelaksana 2 (misalnya Kepala Subbagian Perencanaan) [kosong]: \
Pelaksana 3 (misalnya Kepala Badan) [kosong]: \
  kunci pelaksana 'kepala' dipakai dua kali; beri tiap pelaksana kunci sendiri
Pelaksana 3 (misalnya Kepala Badan) [kosong]: \

Kegiatan: satu baris tabel tiap kali. Enter saja pada uraian bila sudah semua.
  1  staf  Staf Penyusun
  2  kepala  Kepala Badan
Kegiatan 1: uraian, diawali kata kerja (misalnya Menyusun konsep laporan) [kosong]: \
  Siapa, dengan angka atau kuncinya (misalnya 1, atau 1+2 bila bersama) [staf]: \
  Kelengkapan: dokumen yang dibutuhkan (misalnya Rencana aksi) [kosong]: \
  Waktu (misalnya 30 menit) [kosong]: \
  'minit' tidak dikenal dalam waktu '5 minit'
  Waktu (misalnya 30 menit) [5 menit]: \
  Output: hasilnya (misalnya Konsep laporan) [kosong]: \
Kegiatan 2: uraian, diawali kata kerja (misalnya Memeriksa konsep laporan) [kosong]: \
  Siapa, dengan angka atau kuncinya (misalnya 1, atau 1+2 bila bersama) [staf]: \
  pelaksana 'stof' tidak ada; maksudnya 'staf'?
  Siapa, dengan angka atau kuncinya (misalnya 1, atau 1+2 bila bersama) [2+staf]: \
  Kelengkapan: dokumen yang dibutuhkan (misalnya Rencana aksi) [Konsep]: \
  Waktu (misalnya 30 menit) [kosong]: \
  'abc' tidak terbaca sebagai waktu; tulis misalnya '30 menit' atau '3 hari kerja'; kata-kata lain: {teks: ...}
  Waktu (misalnya 30 menit) [{teks: abc}]: \
  Output: hasilnya (misalnya Konsep laporan) [kosong]: \
  ada tombol yang tidak menghasilkan huruf; tulis lagi
  Output: hasilnya (misalnya Konsep laporan) [kosong]: \
Kegiatan 3: uraian, diawali kata kerja (misalnya Memeriksa konsep laporan) [kosong]: \
sop.schema.json juga ditulis, agar editor dapat membantu mengisi
Langkah berikutnya:
  sop validate bappeda-kota.yaml   periksa isinya
  sop preview bappeda-kota.yaml    sunting dan lihat di peramban
  sop document bappeda-kota.yaml   cetak sebagai PDF
"""
ANSWERED = Start(
    "bappeda-kota",
    "Data Kinerja",
    "Pemerintah Kota",
    None,
    None,
    "Kepala Badan",
    (Role("staf", "Staf Penyusun"), Role("kepala", "Kepala Badan")),
    (
        Step("Menyusun konsep", ("staf",), "5 menit", "Konsep", "Rencana aksi"),
        Step("Membahas konsep", ("kepala", "staf"), "Segera", "Konsep yang diparaf", "Konsep"),
    ),
    "Sekretariat",
)


def test_at_a_terminal_one_plain_question_follows_the_other(sop, folder, terminal):
    """What cannot be taken is asked again, with what may have been meant in the brackets."""
    outcome = sop("new", SOP_LANG="id", input="".join(f"{answer}\n" for answer in ANSWERS).encode())
    assert outcome.err == DIALOGUE
    assert (outcome.status, outcome.out) == (0, "bappeda-kota.yaml\n")
    assert (folder / "bappeda-kota.yaml").read_text(encoding="utf-8") == new_definition(ANSWERED)


def test_options_answer_their_questions(sop, folder, terminal):
    """And the one agency that is known here answers for itself."""
    (folder / "definitions" / "uji").mkdir(parents=True)
    (folder / "definitions" / "uji" / "lama.yaml").write_text(
        "versi_format: 1\ninstansi: {kode: uji, pemerintah: Kota Uji, nama: Badan Uji}\n"
        "identitas: {nama: Lama, disahkan_oleh: Kepala}\n"
        "pelaksana: {a: A}\nkegiatan: [{nomor: 1, uraian: X, pelaksana: a}]\n",
        encoding="utf-8",
    )
    outcome = sop("new", "--nomor", "7", input=b"\n\n\n\nBaru\n\n\n")
    assert outcome.err.partition("nothing is written.\n")[2].startswith(
        "Code of the agency: small letters, no spaces (such as bappeda-contoh) [uji]: "
        "Government above the agency (such as Pemerintah Kota Contoh) [Kota Uji]: "
        "Name of the agency (such as Badan Perencanaan Pembangunan Daerah) [Badan Uji]: "
        "Unit within the agency (such as Sekretariat) [empty]: "
        "Name of the SOP (such as Pengumpulan Data Kinerja): "
        "Office of who signs it (such as Kepala Bappeda) [Kepala]: \n"
        "Roles: the offices that do the work, from the left lane to the right. Enter alone when there are no more.\n"
        "Role 1 (such as Staf Penyusun) [empty]: "
    )
    start = Start("uji", "Baru", "Kota Uji", "Badan Uji", "7", "Kepala")
    assert (folder / "definitions" / "uji.yaml").read_text(encoding="utf-8") == new_definition(start)


@pytest.mark.parametrize("answers", [0, 1, 6, 12, 20])
def test_the_end_of_input_ends_it_with_nothing_written(sop, folder, terminal, answers):
    """One line says so; the status is that of an interrupt."""
    outcome = sop("new", SOP_LANG="id", input="".join(f"{answer}\n" for answer in ANSWERS[:answers]).encode())
    assert (outcome.status, outcome.out) == (130, "")
    assert outcome.err.endswith(": \nsop: dihentikan\n")
    assert files(folder) == []


def test_a_name_that_is_taken_is_said_before_the_questions(sop, folder, terminal):
    """Nobody answers twenty questions for nothing."""
    (folder / "uji.yaml").write_text("x", encoding="utf-8")
    outcome = sop("new", input=b"uji\n")
    assert outcome.status == 2
    assert outcome.err.endswith(
        "Code of the agency: small letters, no spaces (such as bappeda-contoh): "
        "error: 'uji.yaml' is there already, not overwritten\n       choose another name: -o uji/sop-baru.yaml\n"
    )


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("berkas/uji.yaml", "cannot write 'berkas/uji.yaml': "),
        ("a/b/uji.yaml", "cannot write 'a/b/uji.yaml': folder 'a/b' does not exist\n"),
        ("x" * 300 + ".yaml", "cannot write 'xxx"),
    ],
)
def test_a_place_that_takes_no_file_is_said_before_the_questions(sop, folder, terminal, output, message):
    """As are names that no file can have; nothing is left behind."""
    (folder / "berkas").write_text("x", encoding="utf-8")
    outcome = sop("new", "--kode", "uji", "-o", output, input=b"")
    assert outcome.status == 2
    assert outcome.err.startswith(f"error: {message}")
    assert files(folder) == ["berkas"]


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize(
    ("name", "named"),
    [("-x.yaml", "./-x.yaml"), ("harga $x.yaml", "'harga $x.yaml'"), ("di'a.yaml", '"di\'a.yaml"')],
)
def test_what_to_do_next_can_be_typed_so(sop, folder, name, named):
    """Whatever the file is called."""
    outcome = sop("new", "--kode", "uji", "--nama", "x", "-o", name)
    assert outcome.err.endswith(NEXT.format(named))


def test_a_pattern_is_named_as_every_sop(sop, folder, write):
    """By path, code or code and stem; it must be sound."""
    write("definitions/uji/satu.yaml", kode="uji", nama="Satu")
    write("definitions/uji/dua.yaml", kode="uji", nama="Dua")
    outcome = sop("new", "--from", "uji", "--sop", "dua", "--nama", "Tiga", "-o", "definitions/uji/tiga.yaml")
    assert (outcome.status, outcome.out) == (0, "definitions/uji/tiga.yaml\n")
    before = (folder / "definitions/uji/dua.yaml").read_text(encoding="utf-8")
    head = "# yaml-language-server: $schema=sop.schema.json\n# $schema: sop.schema.json\n"
    after = before.replace("nomor: 01/SOP", "nomor:").replace("nama: Dua", "nama: Tiga")
    after = after.replace("versi_format: 1\n", "versi_format: 1\nstatus: konsep\n")
    assert (folder / "definitions/uji/tiga.yaml").read_text(encoding="utf-8") == head + after
    several = sop("new", "--from", "uji", "--nama", "x")
    assert (several.status, several.err) == (
        2,
        "error: agency 'uji' has 3 SOPs\n       choose one with --sop: dua, satu, tiga\n",
    )
    faulty = write("rusak.yaml", replace={"pelaksana: kepala": "pelaksana: kepela"})
    refused = sop("new", "--from", faulty.name, "--kode", "baru", "--nama", "x")
    assert (refused.status, refused.out) == (1, "")
    assert "error[SOP201]" in refused.err
    assert not (folder / "baru.yaml").exists()


def test_the_logo_of_a_pattern_is_found_from_the_new_place(sop, folder, write):
    """Where there is such a file."""
    (folder / "logo.svg").write_text("<svg/>", encoding="utf-8")
    write("lama.yaml", replace={"  nama: Badan Contoh\n": "  nama: Badan Contoh\n  logo: logo.svg\n"})
    sop("new", "--from", "lama.yaml", "--nama", "x", "-o", "baru/x.yaml")
    assert "\n  logo: ../logo.svg\n" in (folder / "baru" / "x.yaml").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems make terminals of a session otherwise")
@pytest.mark.parametrize("cancel", [False, True], ids=["answered", "ctrl-c"])
def test_a_real_terminal(folder, root, cancel):
    """The same answers typed one by one; Ctrl-C ends it with one line and nothing written."""
    master, slave = os.openpty()
    # The first terminal that the leader of a session opens is the one whose Ctrl-C it hears.
    script = 'exec "$1" "$2" new <"$3" >"$3" 2>"$3"'
    words = ["sh", "-c", script, "sh", sys.executable, str(root / "cli.py"), os.ttyname(slave)]
    environment = {**os.environ, "SOP_LANG": "id", "TERM": "dumb"}
    with subprocess.Popen(words, cwd=folder, env=environment, start_new_session=True) as process:
        shown = b""
        for answer in ANSWERS[:4] if cancel else ANSWERS:
            while not shown.endswith(b": "):
                shown += os.read(master, 4096)
            shown += b"> "
            os.write(master, f"{answer}\n".encode())
        if cancel:
            while not shown.endswith(b": "):
                shown += os.read(master, 4096)
            os.write(master, b"\x03")
        os.close(slave)
        with suppress(OSError):
            while piece := os.read(master, 4096):
                shown += piece
    os.close(master)
    if cancel:
        assert (process.returncode, files(folder)) == (130, [])
        assert shown.decode().endswith(": ^C\r\nsop: dihentikan\r\n")
    else:
        assert process.returncode == 0
        assert shown.decode().endswith("cetak sebagai PDF\r\n")
        assert (folder / "bappeda-kota.yaml").read_text(encoding="utf-8") == new_definition(ANSWERED)
