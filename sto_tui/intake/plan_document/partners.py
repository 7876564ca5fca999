"""Who takes part in a speerpunt: the lines of a plan as partners, each with the party that it names when that is sure.

A line stays one partner, word for word, unless every piece of it is the name of an organisation or a number of people
of one. What is not sure to be a party stays words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sto_tui.domain.parties import PartyKind
from sto_tui.domain.text import plain

_APART = re.compile(r"\s*[,;]\s*(?![^()]*\))")
_SEMICOLON = re.compile(r";(?![^()]*\))")
_BETWEEN = re.compile(r"\s+en\s+|\s*/\s*")
_LINKING = re.compile(r"(?:\b(?:van|bij|uit|de|het|een|vanuit|namens)\s*)+$|^(?:van|de|het)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:de|het)\s+", re.IGNORECASE)
# People and groups: with one of these a line is no name, but somebody of one.
_PEOPLE = re.compile(
    r"\b(?:docent|techniekdocent|instructeur|medewerker|team|teams|directie|directeur|bestuur|leerling|student|"
    r"teamleider|rector|conrector|leidinggevende|vertegenwoordiger|specialist|begeleider|praktijkbegeleider|"
    r"betrokken|deelnemend|alle|elke|iedere|per|extern|diverse|verschillende|overige|andere|regionale|lokale|"
    r"scholen|bedrijven|instellingen|organisaties|partners|partijen|ouders|decaan|decanen|mentor|coordinator|"
    r"consortium|werkgroep|projectleider|stuurgroep|ontwikkelteam|docententeam|vakgroep|nader|nog)\w*\b|\d"
)
_KINDS: tuple[tuple[re.Pattern[str], PartyKind], ...] = (
    (re.compile(r"\bgemeente\b"), PartyKind.GEMEENTE),
    (re.compile(r"\bprovincie\b"), PartyKind.PROVINCIE),
    (re.compile(r"\bhogeschool\b|\bhbo\b"), PartyKind.HBO),
    (re.compile(r"\bvmbo\b"), PartyKind.VMBO),
    (re.compile(r"\bmbo\b|\broc\b|\baoc\b"), PartyKind.MBO),
    (re.compile(r"\bpraktijkonderwijs\b|\bpro\b"), PartyKind.PRO),
    (re.compile(r"\bvso\b"), PartyKind.VSO),
)
_ORGANISATION = re.compile(
    r"\b(?:college|school|gemeente|provincie|hogeschool|stichting|bureau|roc|mbo|lyceum|vereniging)\b"
)
# So many people or organisations; `60 uur per jaar` is what one of them puts in.
_COUNTED = re.compile(
    r"\d+(?: ?[-–] ?\d+)? (?:\w+ )?\w*(?:docent|instructeur|medewerker|bedrij|school|scholen|instelling|leidinggevend|"
    r"begeleider|teamleider|directeur|vertegenwoordiger|specialist|coordinator)"
)
_MOST_WORDS = 6
_LONGEST_NAME = 80


@dataclass(frozen=True)
class NamedPartner:
    """A partner: the name of its party, empty when it is none for sure, and what it does; `words` is all of it."""

    name: str
    role: str
    words: str


def name_key(name: str) -> str:
    """A name for comparing: `Stad en Natuur` is `Stad & Natuur`, `Bouwend NL` is `Bouwend Nederland`."""
    key = _ARTICLE.sub("", plain(name), count=1) if _ARTICLE.match(plain(name)) else plain(name)
    words = re.sub(r"[-–.,]", " ", key.replace("&", " en ")).split()
    return " ".join("nederland" if word == "nl" else word for word in words)


def kind_of(name: str) -> PartyKind:
    """The kind that the name of a party says; `overig` when it says none."""
    return next((kind for pattern, kind in _KINDS if pattern.search(plain(name))), PartyKind.OVERIG)


class PartyNames:
    """The names that are known: those of the dossier, and those that the plan itself shows to be names."""

    def __init__(self, known: Mapping[str, str], lines: Iterable[str]) -> None:
        """`known` gives the name of a party by each of the words for it."""
        self._names = {name_key(word): name for word, name in known.items() if name_key(word)}
        self.new: dict[str, str] = {}
        for line in lines:
            for place, piece in enumerate(_pieces(line)):
                name = _ROLE_MARK.split(piece)[0].strip()
                key = name_key(name)
                if key not in self._names and key not in self.new and _is_name(name, is_first=place == 0):
                    self.new[key] = name

    def partners(self, line: str) -> Iterator[NamedPartner]:
        """The partners that a line names."""
        colon = _COLON.search(line)
        if self._name(line) or (colon and "," in line[: colon.start()] and self._name(line[: colon.start()])):
            # The name of a party may have a comma itself.
            yield self._partner(line)
            return
        for piece in _pieces(line):
            inner = [part.strip() for part in _BETWEEN.split(piece) if part.strip()]
            if self._name(piece) or len(inner) < 2 or not all(map(self._name, inner)):
                yield self._partner(piece)
            else:
                yield from map(self._partner, inner)

    def names_several(self, partner: NamedPartner) -> bool:
        """Whether a partner that stayed one, word for word, names more than one organisation."""
        pieces = [] if partner.name else _APART.split(partner.words)
        names = [_COLON.split(piece)[0].strip() for piece in pieces]
        return sum(bool(self._name(name)) or _is_name(name, is_first=False) for name in names) > 1

    def _name(self, text: str) -> str:
        key = name_key(text)
        return self._names.get(key) or self.new.get(key, "")

    def _partner(self, piece: str) -> NamedPartner:
        if name := self._name(piece):
            return NamedPartner(name, "", piece)
        for mark in _ROLE_MARK.finditer(piece):
            if name := self._name(piece[: mark.start()]):
                role = piece[mark.end() :].strip()
                return NamedPartner(name, role.removesuffix(")") if mark[0].endswith("(") else role, piece)
        words = piece.split()
        for cut in range(1, len(words)):
            name, before = self._name(" ".join(words[cut:])), " ".join(words[:cut])
            if name and not _holds_name(before):
                return NamedPartner(name, _LINKING.sub("", before).strip(), piece)
        for cut in range(len(words) - 1, 0, -1):
            name, after = self._name(" ".join(words[:cut])), " ".join(words[cut:])
            if name and not _holds_name(after) and not re.match(r"en\b|/|&", after):
                return NamedPartner(name, after.strip(), piece)
        return NamedPartner("", piece, piece)


_COLON = re.compile(r":\s+|\s[-–—]\s")
_ROLE_MARK = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s*\(")


def _pieces(line: str) -> list[str]:
    """A line cut at its commas when what follows each is an organisation or a number of people."""
    whole = line.strip(" .,;")
    apart = [piece.strip() for piece in _SEMICOLON.split(whole)]
    is_first_marked = _COLON.search(apart[0]) is not None and not all(map(_COLON.search, apart))
    if len(apart) > 1 and not is_first_marked and all(_stands_alone(_COLON.split(piece)[0]) for piece in apart):
        return apart
    pieces = [piece for piece in _APART.split(whole) if piece]
    # Behind a colon stands what that one puts in, however many commas it has.
    marked = [_COLON.search(piece) is not None for piece in pieces]
    is_cut = all(marked) if any(marked) else all(map(_stands_alone, pieces[1:]))
    return pieces if is_cut else [whole]


def _stands_alone(piece: str) -> bool:
    words = piece.split()
    has_name = any(word[:1].isupper() for word in words)
    return (has_name or _COUNTED.match(plain(piece)) is not None) and len(words) <= _MOST_WORDS + 2


def _holds_name(text: str) -> bool:
    """Whether there is a name in it beside that of the party."""
    return any(word[:1].isupper() and not word.isupper() for word in text.split()[1:]) or bool(
        re.search(r"\ben\b|/|&|,", text)
    )


def _is_name(text: str, *, is_first: bool) -> bool:
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(text) > _LONGEST_NAME or _PEOPLE.search(plain(text)):
        return False
    if re.search(r"[/+,;:?!]|\ben\b", text):
        return False
    capitals = [word for word in words if word[:1].isupper()]
    if _ORGANISATION.search(plain(text)):
        return len(words) > 1 and bool(capitals)
    if len(words) == 1:
        return (text.isupper() and len(text) > 2) or (not is_first and text[:1].isupper())
    return len(capitals) >= 2
