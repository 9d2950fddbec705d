"""What an uraian begins with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.rules.sentence import Sentence
from sop_engine.rules.uraian import Begin, opening
from tests.rules.office_texts import BEGUN_BY_NOUN, BEGUN_BY_SUBJECT, PASSIVE, QUIET
from tests.rules.office_words import NOUNS, PASSIVES, VERBS

ANY = st.text(alphabet=st.sampled_from("aeiou dikmnprst,.;:-_/()\n0123ÅŸ“" + "\u0130\u0301"), max_size=120)


def shown(text: str) -> tuple[str, str, str]:
    """What it begins with, the words that are marked, and the verb or noun that decides."""
    found = opening(text)
    return found.begin.value, text[found.start : found.end], text[found.verb_start : found.verb_end]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Menyusun laporan", ("verb", "", "")),
        ("MENYUSUN LAPORAN", ("verb", "", "")),
        ("1) a. Menyusun laporan", ("verb", "", "")),
        ("- _me-review_ laporan", ("verb", "", "")),
        ("Tidak menyetujui", ("verb", "", "")),
        ("Wajib melapor", ("verb", "", "")),
        ("Selanjutnya menyusun laporan", ("verb", "", "")),
        ("Setelah disetujui, mengirim laporan", ("verb", "", "")),
        ("Kegiatan: Menyusun laporan", ("verb", "", "")),
        ("Persiapan rapat kerja: menyiapkan undangan", ("verb", "", "")),
        ("Setiap tanggal 5 menyampaikan laporan", ("verb", "", "")),
        ("Pukul 07.30 WIB melaksanakan apel", ("verb", "", "")),
        ("Diskusikan konsep", ("verb", "", "")),
        ("Dirikan tenda", ("verb", "", "")),
        ("Terima berkas yang diajukan", ("verb", "", "")),
        ("Membuat surat, diparaf oleh Kabid", ("verb", "", "")),
        ("Didampingi Kabid, memaparkan laporan", ("verb", "", "")),
        ("Setelah itu menyusun laporan", ("silent", "", "")),
        ("Apabila lengkap diteruskan", ("silent", "", "")),
        ("Bersama Kabid membahas konsep", ("silent", "", "")),
        ("Perlu persetujuan", ("silent", "", "")),
        ("Kepala Dinas", ("silent", "", "")),
        ("a.n. Bupati menandatangani surat", ("silent", "", "")),
        ("Pemohon memiliki KTP", ("silent", "", "")),
        ("Di loket menyerahkan berkas", ("silent", "", "")),
        ("Input data", ("silent", "", "")),
        ("Seluruh pegawai mengikuti apel", ("silent", "", "")),
        ("", ("silent", "", "")),
        ("2024", ("silent", "", "")),
        ("Pembuatan surat", ("noun", "Pembuatan", "Pembuatan")),
        ("Penyusunan laporan dilaksanakan oleh tim", ("noun", "Penyusunan", "Penyusunan")),
        ("Dokumen untuk ditandatangani", ("noun", "Dokumen", "Dokumen")),
        ("Tindak lanjut laporan", ("noun", "Tindak lanjut", "Tindak lanjut")),
        ("Entry meeting dengan auditi", ("noun", "Entry meeting", "Entry meeting")),
        ("Pembuatan nota dinas: undangan, lampiran", ("noun", "Pembuatan", "Pembuatan")),
        ("a. Nota dinas", ("noun", "Nota", "Nota")),
        ("Kegiatan: Penyusunan laporan", ("noun", "Penyusunan", "Penyusunan")),
        ("Diketik", ("passive", "Diketik", "Diketik")),
        ("Di periksa oleh Kabid", ("passive", "Di periksa", "Di periksa")),
        ("Didirikan tenda", ("passive", "Didirikan", "Didirikan")),
        ("Semua data akan dikumpulkan", ("passive", "dikumpulkan", "dikumpulkan")),
        ("Surat masuk telah dicatat", ("object", "Surat masuk", "dicatat")),
        ("Surat di kirim", ("object", "Surat", "di kirim")),
        ("SK ditandatangani", ("object", "SK", "ditandatangani")),
        (
            "Laporan yang telah dibuat dan ditandatangani oleh Kepala dikirim",
            ("object", "Laporan yang telah dibuat dan ditandatangani oleh Kepala", "dikirim"),
        ),
        ("Pemohon dipanggil", ("object", "Pemohon", "dipanggil")),
        ("Pemohon datang dilayani petugas", ("object", "Pemohon datang", "dilayani")),
        ("Pemohon memenuhi syarat diberi izin", ("object", "Pemohon memenuhi syarat", "diberi")),
        ("Pasien meninggal dibawa ke kamar jenazah", ("object", "Pasien meninggal", "dibawa")),
        ("Kabid memeriksa laporan", ("subject", "Kabid", "memeriksa")),
        ("Setiap OPD menyampaikan laporan", ("subject", "OPD", "menyampaikan")),
        ("UPTD wajib melapor", ("subject", "UPTD", "melapor")),
        ("Kabid tidak dapat menyetujui", ("subject", "Kabid", "tidak dapat menyetujui")),
        ("Pemohon datang membawa berkas", ("subject", "Pemohon", "datang")),
        ("Tamu yang datang mengisi buku tamu", ("subject", "Tamu yang datang", "mengisi")),
        ("Kecamatan menerbitkan surat", ("subject", "Kecamatan", "menerbitkan")),
        (
            "Petugas yang ditunjuk untuk memeriksa dan menilai mengisi formulir",
            ("subject", "Petugas yang ditunjuk untuk memeriksa dan menilai", "mengisi"),
        ),
        ("Apakah berkas lengkap?", ("question", "Apakah berkas lengkap", "")),
        ("Lengkap?", ("question", "Lengkap", "")),
    ],
)
def test_the_beginning(text: str, found: tuple[str, str, str]) -> None:
    """Numbering, capitals, auxiliaries, clauses in front, relative clauses and purposes are seen through."""
    assert shown(text) == found


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (QUIET, {Begin.VERB, Begin.SILENT}),
        (BEGUN_BY_NOUN, {Begin.NOUN}),
        (PASSIVE, {Begin.PASSIVE, Begin.OBJECT}),
        (BEGUN_BY_SUBJECT, {Begin.SUBJECT}),
    ],
)
def test_what_offices_write(texts: list[str], wanted: set[Begin]) -> None:
    """Hundreds of activities are judged as a reader of the regulation would judge them."""
    assert [text for text in texts if opening(text).begin not in wanted] == []


def test_a_condition_is_remembered() -> None:
    """Only conditions belong to the branches of a decision, other clauses do not."""
    assert opening("Jika benar, maka akan ditandatangani").conditional
    assert not opening("Setelah benar, ditandatangani").conditional


def test_what_is_not_done_has_no_verb_to_offer() -> None:
    """``Berkas tidak dapat diproses`` is not mended by ``Memproses berkas``."""
    assert opening("Berkas tidak dapat diproses").verb == ""
    assert opening("Berkas dapat diproses").verb == "diproses"
    assert opening("Berkas tidak lengkap dikembalikan").verb == "dikembalikan"


def test_a_heading_of_the_sop_is_a_performer() -> None:
    """A word that begins a lane's heading may be a subject, whatever it is; a noun only in front of an active verb."""
    text = "Frontliner mencatat permohonan"
    assert opening(text).begin is Begin.SILENT
    assert opening(text, frozenset({"frontliner"})).begin is Begin.SUBJECT
    heads = frozenset({"keuangan"})
    assert opening("Keuangan memeriksa SPJ").begin is Begin.NOUN
    assert opening("Keuangan memeriksa SPJ", heads).begin is Begin.SUBJECT
    assert opening("Keuangan daerah", heads).begin is Begin.NOUN


@given(st.sampled_from(VERBS), ANY)
def test_a_common_verb_is_never_reported(verb: str, rest: str) -> None:
    """Whatever follows it."""
    assert opening(f"{verb} {rest}").begin is Begin.VERB
    assert opening(f"{verb.capitalize()} {rest}").begin is Begin.VERB


@given(
    st.sampled_from(NOUNS), st.sampled_from(["", " laporan", " kepada Kepala Bidang", " dan menyusun konsep"])
)
def test_a_noun_is_never_missed(noun: str, rest: str) -> None:
    """Nor is one in capitals."""
    assert opening(f"{noun.capitalize()}{rest}").begin is Begin.NOUN
    assert opening(f"{noun}{rest}".upper()).begin is Begin.NOUN


@given(
    st.sampled_from(PASSIVES),
    st.sampled_from(["{}", "Akan {} segera", "Surat {}", "Draf SK yang baru telah {}"]),
)
def test_a_passive_verb_is_never_missed(verb: str, pattern: str) -> None:
    """Alone, behind auxiliaries and behind its object."""
    assert opening(pattern.format(verb)).begin in (Begin.PASSIVE, Begin.OBJECT)


@given(ANY, st.frozensets(st.sampled_from(["dina", "karas"])))
def test_any_text_is_judged(text: str, heads: frozenset[str]) -> None:
    """No text is refused, and every place lies inside it."""
    found = opening(text, heads)
    assert 0 <= found.start <= found.end <= len(text)
    assert 0 <= found.verb_start <= found.verb_end <= len(text)
    assert (found.start == found.end) == (found.begin in (Begin.VERB, Begin.SILENT))


@given(ANY)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    """Each word in lower case is the text at its place, and the gaps hold the rest."""
    line = Sentence(text)
    assert [line.written(at).lower() for at in range(len(line))] == line.low
    if len(line):
        read = "".join(line.gap(at) + line.written(at) for at in range(len(line)))
        assert text.startswith(read)
