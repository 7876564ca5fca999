"""What the words and codes of DUO say of a programme: its leerweg and its profiel, over all the years."""

import re
from functools import lru_cache

from sto_tui.domain.text import plain

BB, KB, GL, TL, VM2 = "bb", "kb", "gl", "tl", "vmbo-mbo2"
# Beroepsgericht is bb, kb and gl (article 1.1 of the regulation); tl has no profiel.
WITHOUT_PROFILE = TL
OTHER = "overig"
BROAD = "techniek-breed"
# A department of the sector techniek that is none of the profielen, as all were before 2016.
OTHER_TECHNIEK = "techniek overig"
LEERWEGEN = (BB, KB, GL, TL, VM2, OTHER)
# A vakmanschapsroute is of a whole sector and is no profiel, so each has a label of its own.
CRAFT, CRAFT_TECHNIEK = "vakmanschap", "vakmanschap techniek"
_CRAFTS = (("techniek", r"\btechni"), ("groen", r"\bgroen|\blandbouw"), ("Z&W", r"\bzorg"), ("E&O", r"\becon|\bhandel"))
PROFILES = (
    *("PIE", "BWI", "M&T", "MVI", "MaT", "Z&W", "E&O", "HBR", "Groen", "D&P", BROAD),
    *(f"{CRAFT} {sector}" for sector, _ in _CRAFTS),
    CRAFT,
    OTHER_TECHNIEK,
    OTHER,
)

_PROFILE_PATTERNS = tuple(
    (label, re.compile(pattern))
    for label, pattern in (
        ("PIE", r"\bprod\w*\.?,? ?inst|\bpie\b"),
        ("BWI", r"\bbouw\w*\.?,? ?won|\bbwi\b"),
        ("M&T", r"\bmobil(iteit)?\b|\bm ?& ?t\b|\bmtr?\b"),
        ("MVI", r"\bmedia,? ?vorm|\bmvi\b"),
        ("MaT", r"\bmaritiem|\bmat\b"),
        ("Z&W", r"\bzorg ?(en|&) ?welz|\bz ?& ?w\b|\bzwe?\b"),
        ("E&O", r"\becon\w*\.? ?(en|&) ?ondern|\be ?& ?o\b|\beo\b"),
        ("HBR", r"\bhoreca\b|\bhbr\b"),
        ("D&P", r"\bdienstverl\w*\.? ?(en|&) ?prod|\bd ?& ?p\b|\bdp\b"),
        (BROAD, r"\btechniek[ -]breed\b"),
        ("Groen", r"\bgroen\b|\bgr\b"),
    )
)
_CRAFT = re.compile(r"\bvakmanschaps?[ -]?route|\bvmr\b")
_CRAFT_PATTERNS = tuple((f"{CRAFT} {sector}", re.compile(pattern)) for sector, pattern in _CRAFTS)
_LEERWEG_WORD = re.compile(r"\b(?:basisberoeps|kaderberoeps|gemengde?\b|theoretische?\b|leer-?werktraject)")
_CODE = r"(?:bb|bl|b|kb|kl|k|gl|g|lwt|tl|t|basis|kader)(?!\w)"
_LEERWEG_CODES = re.compile(rf"\bvmbo[ -]*\(?({_CODE}(?: ?(?:[/+&-]|en) ?{_CODE})*)\)?(?! ?/)")
# A leer-werktraject (LWT) is a way through the basisberoepsgerichte leerweg.
_LETTERS = {"b": BB, "k": KB, "g": GL, "t": TL, "l": BB}
_UNDIVIDED = re.compile(
    rf"vmbo[ -]*\(?(?:{_CODE}|basis\w*|kader\w*|gemengde?|theoretische?|leer-?werktraject)\)?(?:[ -]*leerweg)?"
)


@lru_cache(maxsize=2048)
def leerweg_of(education: str, programme: str) -> str:
    """The leerweg; empty for what is no vmbo of an own school (havo, vwo, praktijkonderwijs, brugjaar, vavo)."""
    kind = plain(education)
    if kind and ("vmbo" not in kind or "vavo" in kind):
        return ""
    if "vmbo-mbo" in kind:
        return VM2
    for text in (kind, plain(programme)):
        named = {_LETTERS[word[0]] for word in _LEERWEG_WORD.findall(text)}
        if codes := _LEERWEG_CODES.search(text):
            named |= {_LETTERS[code[0]] for code in re.findall(_CODE, codes[1])}
        # One row may be about two leerwegen, as in GL/TL; then it is neither.
        if len(named) == 1:
            return named.pop()
    return OTHER if kind else ""


@lru_cache(maxsize=2048)
def is_undivided(programme: str) -> bool:
    """Whether a programme names a leerweg and no sector: `VMBO T`, as the exams of the tl stand until 2018."""
    return bool(_UNDIVIDED.fullmatch(plain(programme)))


def profile_in_sector(sector: str, *texts: str) -> str:
    """The profiel; a department that is not known is still technical when its sector is."""
    profile = profile_of(*texts)
    return OTHER_TECHNIEK if profile == OTHER and plain(sector) == "techniek" else profile


@lru_cache(maxsize=2048)
def profile_of(*texts: str) -> str:
    """The profiel that a department or a programme names, of the ten since 2016, or its vakmanschapsroute.

    `overig` is for any other.
    """
    for text in map(plain, texts):
        if _CRAFT.search(text):
            return next((label for label, pattern in _CRAFT_PATTERNS if pattern.search(text)), CRAFT)
        for label, pattern in _PROFILE_PATTERNS:
            if pattern.search(text):
                return label
    return OTHER
