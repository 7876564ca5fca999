"""Who takes part in a speerpunt: the lines of a plan as partners, each with the party that it names when that is sure.

A line stays one partner, word for word, unless every piece of it is the name of an organisation, a number of people
of one, or a group such as `bedrijven`. What is not sure to be a party stays words, and is offered as one in doubt.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sto_tui.domain.dutch import NUMBER_WORDS
from sto_tui.domain.parties import PartyKind
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.pieces import without_stop

_APART = re.compile(r"\s*[,;]\s*(?:(?:en|alsmede|evenals)\s+)?(?![^()]*\))")
_SEMICOLON = re.compile(r";(?![^()]*\))")
_BETWEEN = re.compile(r"(?:\s+(?:en ook|en|alsmede|evenals|\+)\s+|\s*/\s*)(?![^()]*\))")
# It stands in names too, as in `Stad & Natuur`.
_AND_SIGN = re.compile(r"\s+&\s+(?![^()]*\))")
_AMONG = re.compile(r"(?:o\.a\.|onder andere|onder meer|waaronder|zoals)\s+", re.IGNORECASE)
# `Bouw en Infra BV` is one company, `Vmbo De Brug en Infra BV` are two.
_ONE_FIRM = re.compile(r"\b(?:bv|b\.v\.?|nv|n\.v\.?|vof|zn\.?|zonen|zoon)$")
# Groups that stand beside names in a list; people are not in it, for they may be of the name before them.
_GROUP = re.compile(
    rf"(?:(?:de|het|lokale|regionale|andere|overige|diverse|alle|\w+e|\d{{1,3}}|"
    rf"{'|'.join(map(plain, NUMBER_WORDS[1:]))}) )*(?:[\w-]*bedrijven|[\w-]*scholen|ouders|gemeenten|"
    r"[\w-]*instellingen|[\w-]*organisaties|werkgevers|ondernemers|bedrijfsleven)"
)
_LINKING = re.compile(r"(?:\b(?:van|bij|uit|de|het|een|vanuit|namens)\s*)+$|^(?:van|de|het)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:de|het)\s+", re.IGNORECASE)
_INITIALS = re.compile(r"\b\w(?:\. ?\w)+\b")
# A party writes its own article with a capital.
_LOWER_ARTICLE = re.compile(r"^(?:de|het)\s+(?=\S)")
# People and groups: with one of these a line is no name, but somebody of one.
_PEOPLE = re.compile(
    r"\b(?:docent|techniekdocent|instructeur|medewerker|team|teams|directie|directeur|bestuur|leerling|student|"
    r"teamleider|rector|conrector|leidinggevende|vertegenwoordiger|specialist|begeleider|praktijkbegeleider|"
    r"betrokken|deelnemend|alle|elke|iedere|per|extern|diverse|verschillende|overige|andere|regionale|lokale|"
    r"scholen|bedrijven|instellingen|organisaties|partners|partijen|ouders|decaan|decanen|mentor|coordinator|"
    r"consortium|werkgroep|projectleider|stuurgroep|ontwikkelteam|docententeam|vakgroep|nader|nog)\w*\b|\d"
)
_KIND_WORDS = {plain(kind.label): kind for kind in PartyKind} | {
    word: kind
    for kind, words in {
        PartyKind.VMBO: "vmbo-school|vmboschool",
        PartyKind.MBO: "roc|aoc|mbo-instelling|mbo-school",
        PartyKind.PO: "basisschool|basisonderwijs|primair onderwijs|bao",
        PartyKind.PRO: "praktijkonderwijs|praktijkschool",
        PartyKind.HAVO_VWO: "havo|vwo|havo en vwo",
        PartyKind.HBO: "hogeschool",
        PartyKind.BEDRIJF: "bedrijven|mkb|onderneming|werkgever",
        PartyKind.BRANCHE: "branche|branchevereniging|o&o-fonds",
        PartyKind.NETWERK: "netwerk|ondernemersvereniging",
        PartyKind.OVERIG: "anders",
    }.items()
    for word in words.split("|")
}
_ORGANISATION = re.compile(
    r"\b(?:college|school|gemeente|provincie|hogeschool|stichting|bureau|roc|mbo|vmbo|lyceum|vereniging)\b"
)
# `rectoren, conrectoren en directeuren`: people by what they are, without a number or a name.
_PERSONS = (
    r"(?:[a-z-]+ )?[a-z-]*(?:docent|leraar|lerar|instructeur|medewerker|directeur|directies?\b|bestuur|leerling|"
    r"student|leider|rector|leidinggevende|vertegenwoordiger|specialist|begeleider|decaan|decanen|mentor|coordinator|"
    r"adviseur|consulent|eigenaar|eigenaren|ondernemer)[a-z-]*(?: [a-z-]+)?"
)
_PEOPLE_OF = re.compile(
    rf"(?P<people>{_PERSONS}(?:(?:, (?:en )?| en | & | ?/ ?){_PERSONS})*) (?:van|uit|bij|namens|vanuit) (?P<of>.+)"
)
# So many people or organisations; `60 uur per jaar` is what one of them puts in.
_COUNTED = re.compile(
    r"\d+(?: ?[-–] ?\d+)? (?:\w+ )?\w*(?:docent|instructeur|medewerker|bedrij|school|scholen|instelling|leidinggevend|"
    r"begeleider|teamleider|directeur|vertegenwoordiger|specialist|coordinator)"
)
_OF_SOME = re.compile(r"\b(?:van|uit|bij|namens)\b")
_ONE_OR_MORE = "dit kan één partij zijn of meer"
_NO_SURE_NAME = "of dit een partij is, is niet zeker"
_MOST_WORDS = 6
_LONGEST_NAME = 80
_LONGEST_LINE = 300


@dataclass(frozen=True)
class NamedPartner:
    """A partner: the name of its party, empty when it is none for sure, and what it does; `words` is all of it."""

    name: str
    role: str
    words: str


def name_key(name: str) -> str:
    """A name for comparing: `Stad en Natuur` is `Stad & Natuur`, `Bouwend NL` is `Bouwend Nederland`, `B.V.` `BV`."""
    key = _ARTICLE.sub("", plain(name), count=1) if _ARTICLE.match(plain(name)) else plain(name)
    key = _INITIALS.sub(lambda match: re.sub(r"[. ]", "", match[0]), key)
    words = re.sub(r"[-–.,]", " ", key.replace("&", " en ")).split()
    return " ".join("nederland" if word == "nl" else word for word in words)


def kind_named(text: str) -> PartyKind | None:
    """The kind of party that a cell of a list names; None for any other word."""
    return _KIND_WORDS.get(plain(text).strip(" ."))


class PartyNames:
    """The names that are known: those of the dossier, and those that the plan itself shows to be names."""

    def __init__(self, known: Mapping[str, str], lines: Iterable[str], plan: "PartyNames | None" = None) -> None:
        """`known` gives the name of a party by each of the words for it.

        With `plan` a line is cut as by these names, also where only known ones are tied.
        """
        self._names = {name_key(word): name for word, name in known.items() if name_key(word)}
        self._cutting = plan or self
        self.new: dict[str, str] = {}
        self.doubtful: dict[str, tuple[str, str]] = {}
        """What may be the name of a party, by its key, with what makes it no sure one."""
        self.known = (*known,)
        """The words for the parties that are known, and the names that the plan shows to be some."""
        pieces = [(piece, at == 0) for line in lines for at, piece in enumerate(_pieces(line))]
        for piece, is_first in pieces:
            self._learn(piece, is_first=is_first)
        for piece, is_first in pieces:
            inner = self.apart(piece)
            for name in inner if len(inner) > 1 else ():
                self._learn(name, is_first=True)
            if len(inner) == 1:
                self._doubt(piece, is_first=is_first)
        self.known = (*self.known, *self.new.values())

    def _learn(self, piece: str, *, is_first: bool) -> None:
        name = _ROLE_MARK.split(piece)[0].strip()
        key = name_key(name)
        if key not in self._names and key not in self.new and _is_name(name, is_first=is_first):
            self.new[key] = _LOWER_ARTICLE.sub("", name)

    def _doubt(self, piece: str, *, is_first: bool) -> None:
        name = _ROLE_MARK.split(piece)[0].strip()
        key, words = name_key(name), name.split()
        is_known = key in self.doubtful or bool(self._name(name)) or self._partner(piece).name
        if is_known or not 1 <= len(words) <= _MOST_WORDS or len(name) > _LONGEST_NAME or _is_people(name):
            return
        parts = [part for whole in _BETWEEN.split(name) for part in _AND_SIGN.split(whole)]
        if len(parts) > 1 and all(any(map(str.isupper, part)) for part in parts):
            self.doubtful[key] = name, _ONE_OR_MORE
        elif len(parts) == 1 and not re.search(r"[+,;:?!]", name) and _is_short_name(words, is_first=is_first):
            self.doubtful[key] = _LOWER_ARTICLE.sub("", name), _NO_SURE_NAME

    def partners(self, line: str) -> Iterator[NamedPartner]:
        """The partners that a line names."""
        colon = _COLON.search(line)
        if self._name(line) or (colon and "," in line[: colon.start()] and self._name(line[: colon.start()])):
            # The name of a party may have a comma itself.
            yield self._partner(line)
            return
        if (people := _people_of(line)) and (name := self._name(people[1]) or self._in_doubt(people[1])):
            yield NamedPartner(name, people[0], line)
            return
        for piece in _pieces(line):
            yield from map(self._partner, self._cutting.apart(piece))

    def apart(self, piece: str) -> list[str]:
        """A piece cut at `en` where that stands between partners, else the piece as it is."""
        inner = [*self._cut(piece)]
        if len(inner) < 2 and not self._name(piece) and _are_several(piece):
            inner = _AND_SIGN.split(piece)
        if len(inner) < 2 or self._name(piece) or (not all(map(self._name, inner)) and _COLON.search(piece)):
            return [piece]
        names = [bool(self._name(part)) or self._name_of(part) for part in inner]
        are_all = all(name or _GROUP.fullmatch(plain(part)) for name, part in zip(names, inner, strict=True))
        is_one = _ONE_FIRM.search(plain(inner[-1])) and not any(
            self._name(part) or _ORGANISATION.search(plain(part)) for part in inner[:-1]
        )
        # `KAF/Kunstlinie Almere` is one party that writes two names.
        is_slashed = "/" in piece and not all(
            self._name(part) or _ORGANISATION.search(plain(part)) or _GROUP.fullmatch(plain(part)) for part in inner
        )
        return inner if are_all and any(names) and not is_one and not is_slashed else [piece]

    def _cut(self, piece: str) -> Iterator[str]:
        """A piece at every `en` that is not within a known name."""
        marks = [*_BETWEEN.finditer(piece)]
        start = 0
        while start <= len(piece):
            ends = [mark for mark in marks if mark.start() >= start]
            longest = next((end for end in reversed(ends) if self._name(piece[start : end.start()])), None)
            if not ends or self._name(piece[start:]):
                yield piece[start:].strip()
                return
            end = longest or ends[0]
            if part := piece[start : end.start()].strip():
                yield part
            start = end.end()

    def _name_of(self, part: str) -> bool:
        name = _ROLE_MARK.split(part)[0].strip()
        return bool(self._name(name)) or _is_name(name, is_first=True)

    def names_several(self, partner: NamedPartner) -> bool:
        """Whether a partner that stayed one, word for word, names more than one organisation."""
        if not partner.name and (people := _people_of(partner.words)):
            parts = [name for piece in _APART.split(people[1]) for name in _BETWEEN.split(piece)]
            return sum(self._name_of(part) or _GROUP.fullmatch(plain(part)) is not None for part in parts) > 1
        if _COLON.search(partner.words) is None:
            first, *others = _APART.split(partner.words)
            is_counted = bool(others) and _COUNTED.match(plain(first)) is not None
            # In `rectoren, teamleiders van alle scholen` all are of these schools.
            are_of_some = any(_OF_SOME.search(plain(piece)) for piece in (first, *others)[:-1])
            are_people = are_of_some and all(map(_is_people, (first, *others)))
            if _SEMICOLON.search(partner.words) or is_counted or are_people:
                return True
        if partner.name:
            return self.doubtful.get(name_key(partner.name), ("", ""))[1] == _ONE_OR_MORE
        pieces = [name for piece in _APART.split(partner.words) for name in _BETWEEN.split(_COLON.split(piece)[0])]
        pieces = [_ROLE_MARK.split(part)[0] for name in pieces for part in _AND_SIGN.split(name)]
        return sum(bool(self._name(name)) or _is_name(name.strip(), is_first=False) for name in pieces) > 1

    def _name(self, text: str) -> str:
        key = name_key(text)
        return self._names.get(key) or self.new.get(key, "")

    def _in_doubt(self, text: str) -> str:
        return self.doubtful.get(name_key(text), ("", ""))[0]

    def _partner(self, piece: str) -> NamedPartner:
        if name := self._name(piece) or self._in_doubt(piece):
            return NamedPartner(name, "", piece)
        for mark in _ROLE_MARK.finditer(piece):
            if mark[0].endswith("(") and not _TO_THE_END.match(piece, mark.end()):
                # What is between brackets is not all that follows.
                continue
            before = piece[: mark.start()]
            if name := self._name(before) or self._in_doubt(before):
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
_TO_THE_END = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*\)?$")
_ROLE_MARK = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s*\(")


def several_pieces(line: str) -> list[str]:
    """The partners that a line names between semicolons or commas; the line itself when that is not sure."""
    pieces = _pieces(line)
    return pieces if len(pieces) > 1 else [line]


def _pieces(line: str) -> list[str]:
    """A line cut at its commas when what follows each is an organisation or a number of people."""
    line = without_stop(line, " .,;").lstrip(" .,;")
    whole = _AMONG.sub("", line, count=1) if _AMONG.match(line) else line
    apart = [piece.strip() for piece in _SEMICOLON.split(whole)]
    are_apart = all(_names_one(one) or _is_people(one) or _stands_alone(_COLON.split(one)[0]) for one in apart)
    # Behind `Philips: Gastlessen; Excursies` stands what that one puts in.
    is_first_marked = _COLON.search(apart[0]) is not None and not any(map(_names_one, apart[1:]))
    if len(apart) > 1 and not is_first_marked and are_apart:
        return apart
    if (people := _people_of(whole)) and (_APART.search(people[0]) or _BETWEEN.search(people[0])):
        # All of them are of what stands behind `van`, be it one school or five.
        return [whole]
    pieces = [piece for piece in _APART.split(whole) if piece]
    # Behind a colon stands what that one puts in, however many commas it has.
    marked = [_COLON.search(piece) is not None for piece in pieces]
    inner = [part for piece in pieces[1:] for part in _BETWEEN.split(piece)]
    is_cut = all(marked) if any(marked) else all(map(_stands_alone, pieces[1:])) or all(map(_stands_alone, inner))
    return pieces if is_cut else [whole]


def _people_of(text: str) -> tuple[str, str] | None:
    """Who `rectoren en directeuren van ROC Noord` names, and of what they are; None for any other words."""
    is_alike = len(plain(text)) == len(text) <= _LONGEST_LINE
    match = _PEOPLE_OF.fullmatch(plain(text)) if is_alike else None
    if match is None or _COLON.search(text) or re.search(_PERSONS, match["of"]):
        return None
    return text[: match.end("people")], text[match.start("of") :]


def _names_one(piece: str) -> bool:
    """Whether a piece names a party or a group by itself, and is no more of what the one before it puts in."""
    name = _COLON.split(piece)[0]
    is_group = _GROUP.fullmatch(plain(name)) is not None
    return _is_name(name, is_first=True) or is_group or _COLON.search(piece) is not None


def _stands_alone(piece: str) -> bool:
    words = piece.split()
    has_name = any(word[:1].isupper() for word in words)
    is_counted = _COUNTED.match(plain(piece)) is not None or _GROUP.fullmatch(plain(piece)) is not None
    return (has_name or is_counted) and len(words) <= _MOST_WORDS + 2


def _holds_name(text: str) -> bool:
    """Whether there is a name in it beside that of the party."""
    return any(word[:1].isupper() and not word.isupper() for word in text.split()[1:]) or bool(
        re.search(r"\ben\b|/|&|,", text)
    )


def _are_several(text: str) -> bool:
    """Whether the sign in it stands between names: each is one, and one of them says what kind of party it is."""
    parts = _AND_SIGN.split(text)
    has_kind = any(_ORGANISATION.search(plain(part)) for part in parts)
    return len(parts) > 1 and has_kind and all(_is_name(part, is_first=True) for part in parts)


def _may_be_several(text: str) -> bool:
    """Whether one side of the sign in it is the name of a party by itself, as in `Philips & Scala College`."""
    parts = _AND_SIGN.split(text)
    return len(parts) > 1 and any(_ORGANISATION.search(plain(part)) and _is_name(part, is_first=True) for part in parts)


def is_name_of_party(text: str) -> bool:
    """Whether a text by itself is surely the name of a party, without a word that is said of it."""
    return _is_name(text, is_first=True)


def name_before_role(text: str) -> str:
    """What stands before the colon, dash or bracket behind which a partner has its role."""
    return _ROLE_MARK.split(text)[0].strip()


def names_parties_or_people(text: str) -> bool:
    """Whether a text by itself is the name of a party, a group of them or people."""
    return _is_name(text, is_first=True) or _is_people(text)


def _is_people(text: str) -> bool:
    return bool(_PEOPLE.search(plain(text)) or _GROUP.fullmatch(plain(text)))


def _is_short_name(words: list[str], *, is_first: bool) -> bool:
    """Whether it may be a name, though one word of it at most has a capital that the begin of a line has not."""
    return any(word[:1].isupper() for word in words[1:]) or (len(words) == 1 and is_first and words[0][:1].isupper())


def _is_name(text: str, *, is_first: bool) -> bool:
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(text) > _LONGEST_NAME or _is_people(text):
        return False
    if re.search(r"[/+,;:?!]|\b(?:en|alsmede|evenals)\b", text) or _may_be_several(text):
        return False
    capitals = [word for word in words if word[:1].isupper()]
    if _ORGANISATION.search(plain(text)):
        return len(words) > 1 and bool(capitals)
    if len(words) == 1:
        return (text.isupper() and len(text) > 2) or (not is_first and text[:1].isupper())
    return len(capitals) >= 2
