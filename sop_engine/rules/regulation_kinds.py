"""What regulations are called, and who issues them.

In: nothing, or words in small letters. Out: the pattern of the words that open a citation, and one spelling for each
kind and issuer. What the regulations of the regions and of most bodies are called is kept as it stands.
"""

import re
from functools import lru_cache

__all__ = ["ABBREVIATED", "ABBREVIATED_ISSUER", "KINDS", "issuer_name", "kind_name"]

_UU = r"undang\s*[-‐‑–—]?\s*undang"

KINDS = rf"""
    {_UU}\s+dasar | uud
  | kitab\s+{_UU} | kuh\s*(?:p|perdata|pidana|ap|d)?
  | (?:peraturan|peraturam|peratuan|perturan|pertauran)\s+pemerintah\s+pengganti\s+{_UU} | perp+u
  | {_UU}\s+darurat | {_UU} | uu
  | ketetapan\s+(?:majelis|mpr) | tap\.?\s+mprs?
  | qanun | perdasus | perdasi | maklumat
  | (?:peraturan|peraturam|peratuan|perturan|pertauran|keputusan|instruksi|surat\s+edaran|surat\s+keputusan
      |ketetapan|penetapan|pengumuman)(?:\s+bersama)?
    (?:\s+(?:pemerintah|presiden|menteri|mentri|gubernur|bupati|wali\s?kota|daerah|kepala|badan|lembaga|sekretaris
        |sekretariat|direktur|direktorat|komisi|mahkamah|jaksa|ketua|dewan|rektor|inspektur|men\w+|kapolri|panglima
        |arsip|pimpinan|kepolisian|bank|otoritas|desa|nagari|camat|lurah|bkn|lan|lkpp|bpkp?|anri|bpom|bps|kpu
        |bawaslu|bnpb|bnn|bssn|ppatk|kpk|ojk|dprd|bpjs|perpustakaan|internal|pelaksanaan))?
  | permen(?:[-\s]?(?:pan(?:\s*[-/&]?\s*(?:dan\s+)?rb)?|dagri|keu|kes|dikbud|kominfo|sos|naker|pu(?:pr)?|desa))?\w*
    (?:\s*(?:[-/&]|\bdan\b)\s*rb\b)?
  | per(?:ka|ban|lem|da|gub|bup|wali|wal|wako|pres|des|sekjen|dirjen|kap|bkn|lan|kabkn|mendagri)
  | kep(?:men\w*(?:\s*[-/&]?\s*(?:dan\s+)?rb\b)?|p?res|gub|bup|wali?|da|ka|dirjen)
  | in(?:pres|gub|bup|wali?|mendagri|men)
  | (?:pp|pmk|kmk|pma|pmna|pkpu|pojk|perma|sema|se|skb|sk)(?!-)
"""
"""For ``re.VERBOSE``: what a citation begins with, longer ones before shorter ones."""

ABBREVIATED = re.compile(
    rf"(?!{_UU}|kitab|(?:pera?t|peratu|pertau|keput|instruksi|surat|keteta|peneta|pengum))\w"
)
"""Matches a kind that is written as an abbreviation."""

ABBREVIATED_ISSUER = re.compile(
    r"\b(?:(?:men)?pan(?:[-/\s]*(?:dan\s+|&\s*)?rb)?|mendagri|menkeu|menkes|pupr|lhk|atr|bkn|lan|lkpp|bpkp?|anri|bpom|bps"
    r"|kpu|bawaslu|bnpb|bnn|bssn|ppatk|kpk|ojk|bpjs|kapolri|dpr|kma|bkkbn|bmkg|bin|bp2mi)\b"
)
"""Finds an issuer that is named by its letters."""

_NAMES = (
    (re.compile(rf"{_UU}\s+dasar|uud"), "UUD"),
    (re.compile(r"kitab|kuh"), "KUH"),
    (re.compile(rf"per\w+\s+pemerintah\s+pengganti\s+{_UU}|perp+u"), "Perppu"),
    (re.compile(rf"{_UU}|uu"), "UU"),
    (re.compile(r"ketetapan\s+m|tap"), "TAP MPR"),
    (re.compile(r"per\w+\s+pemerintah|pp$"), "PP"),
    (re.compile(r"per\w+\s+presiden|perpres"), "Perpres"),
    (re.compile(r"keputusan\s+presiden|keppres|kepres"), "Keppres"),
    (re.compile(r"instruksi\s+presiden|inpres"), "Inpres"),
    (re.compile(r"pmk$"), "Permen Keuangan"),
    (re.compile(r"kmk$"), "Kepmen Keuangan"),
    (re.compile(r"per\w+\s+daerah|perda$"), "Perda"),
    (re.compile(r"per\w+\s+gubernur|pergub"), "Pergub"),
    (re.compile(r"per\w+\s+bupati|perbup"), "Perbup"),
    (re.compile(r"per\w+\s+wali|perwali|perwal|perwako"), "Perwali"),
    (re.compile(r"keputusan\s+men|keputusan\s+bersama|kepmen"), "Kepmen"),
    (re.compile(r"instruksi\s+men|inmen"), "Instruksi Menteri"),
    (re.compile(r"surat\s+edaran|se$"), "Surat Edaran"),
    (re.compile(r"surat\s+keputusan|sk$"), "Surat Keputusan"),
    (re.compile(r"per\w+\s+(?:bersama\s+)?men|permen"), "Permen"),
    (re.compile(r"per\w+\s+kepala|perka"), "Peraturan Kepala"),
)
_WITH_ISSUER = frozenset({"Kepmen", "Instruksi Menteri", "Surat Edaran", "Permen", "Peraturan Kepala"})
_MINISTRIES = (
    (re.compile(r"pendayagunaan\s+aparatur|\b(?:men)?pan\b|panrb|\bpan[-/ ]?(?:dan\s+)?rb"), "PANRB"),
    (re.compile(r"dalam\s+negeri|dagri"), "Dalam Negeri"),
    (re.compile(r"keuangan|menkeu"), "Keuangan"),
)

_NO_ISSUER = re.compile(
    r"\([^()]*\)|\b(?:republik\s+indonesia|r\.?i\b\.?|tentang\b|(?:nomor|nomer|nmr|no)\b[\s.:]*$)"
)


@lru_cache(maxsize=512)
def kind_name(words: str, issuer: str) -> str:
    """One spelling of a kind: ``UU``, ``Permen PANRB``; the words themselves of one that is not in the list.

    Args:
        words: what the text calls it, in small letters.
        issuer: who issued it, from ``issuer_name``.
    """
    plain = " ".join(words.split())
    name = next((name for pattern, name in _NAMES if pattern.match(plain)), None)
    if name is None:
        return f"{plain} {issuer}".strip()
    if name not in _WITH_ISSUER:
        return name
    # Abbreviations name the ministry in one word with the kind: permenpan, permendagri.
    joined = plain[6:].strip(" -") if plain.startswith(("permen", "kepmen")) else ""
    who = _ministry(f"{plain} {joined} {issuer}") or issuer or joined
    return f"{name} {who}".strip()


@lru_cache(maxsize=1024)
def issuer_name(words: str) -> str:
    """Who issued a regulation: one spelling for the ministries that SOPs cite, else the words that stand there."""
    plain = " ".join(_NO_ISSUER.sub(" ", words).strip(" ,.:;()–—-").split())
    return _ministry(plain) or plain


def _ministry(words: str) -> str | None:
    return next((name for pattern, name in _MINISTRIES if pattern.search(words)), None)
