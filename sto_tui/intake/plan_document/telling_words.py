"""The words of a sentence for which a dossier has a field of its own: names, dates and numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from sto_tui.domain.dutch import NUMBER_WORDS
from sto_tui.domain.text import plain
from sto_tui.intake.tables.date_words import MONTH_NUMBERS

_NUMBER = r"\w*\d\w*"
_YEAR = r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d\b)?"
_MONTHS = "|".join(name for name in sorted(MONTH_NUMBERS, key=len, reverse=True) if len(name) > 3)
_DATE = re.compile(
    rf"\b(?:(?:\d{{1,2}} )?(?:{_MONTHS})\b(?: 20\d\d)?|mei 20\d\d|\d{{1,2}} mei\b(?: 20\d\d)?|"
    rf"\d{{1,2}}[-/]\d{{1,2}}[-/](?:20)?\d\d|(?:(?:school|studie|cursus)jaar )?\b{_YEAR}|"
    r"(?:eerste|tweede|derde|vierde|\d+e|q\d) kwartaal|"
    r"(?:voor|na)jaar|zomervakantie|week \d{1,2})",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"[€]?\s?\w*\d[\w.,]*%?|\b(?:{'|'.join(NUMBER_WORDS[2:])})\b", re.IGNORECASE)
_CAPITAL = r"[A-ZÀ-Þ][\w&’'-]*"
_NAME = re.compile(rf"\b{_CAPITAL}(?: (?:(?:de|van|der|den|het|en|&|ter|ten|’t|in) ){{0,2}}{_CAPITAL})*")
_ABBREVIATION = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ&-]+")
# With a capital, and no name of somebody who may take part.
_COMMON = frozenset(
    {"sto", "vmbo", "mbo", "hbo", "havo", "vwo", "vo", "po", "vso", "pro", "bbl", "bol", "lob", "ict", "nederland"}
    | {"sterk techniekonderwijs", "vmbo-mbo", "vo-mbo", "po-vo", "thema", "speerpunt", "doel", "nederlandse"}
)
_BEGINS = re.compile(r"(?:de|het|een|deze|dit|onze|wij|in|bij|voor|met|ook|alle|samen)$")


class Kind(IntEnum):
    """What a word tells, the most telling first."""

    PARTY = 0
    DATE = 1
    NAME = 2
    NUMBER = 3

    @property
    def dutch(self) -> str:
        """What it is called."""
        return ("naam", "datum", "naam", "getal")[self]


@dataclass(frozen=True)
class Telling:
    """Words that tell something, as they stand in a text."""

    kind: Kind
    words: str


class TellingWords:
    """Finds them, with the names of parties that are known."""

    def __init__(self, names: Iterable[str]) -> None:
        known = sorted({plain(name) for name in names if plain(name)}, key=len, reverse=True)
        self._known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)") if known else None

    def known_in(self, text: str) -> Iterator[str]:
        """The known names in a text, as they are compared."""
        if self._known:
            yield from (match[0] for match in self._known.finditer(plain(text)))

    def found_in(self, sentence: str) -> list[Telling]:
        """What a sentence tells: known names first, then in the order of the text; nothing twice."""
        known = [Telling(Kind.PARTY, words) for words in dict.fromkeys(self.known_in(sentence))]
        dates = [*_DATE.finditer(sentence)]
        found = [Telling(Kind.DATE, match[0]) for match in dates]
        rest = _DATE.sub(lambda match: " " * len(match[0]), sentence)
        names = [Telling(Kind.NAME, name) for name in _names_in(rest)]
        found += [one for one in names if not any(one.words and plain(one.words) in party.words for party in known)]
        found += [Telling(Kind.NUMBER, match[0].strip(" .,")) for match in _COUNT.finditer(rest)]
        return [*dict.fromkeys(known + found)]


def numbers_of(text: str) -> list[str]:
    """The words with a digit, each piece between marks apart, for comparing."""
    return re.findall(_NUMBER, plain(text))


def _names_in(sentence: str) -> Iterator[str]:
    """Words with a capital; the first of a sentence has one anyway."""
    for match in _NAME.finditer(sentence):
        words = match[0].split()
        before = sentence[: match.start()].strip(" -–•*‘’'\"“(")
        if not before or before[-1] in ".!?:":
            # An item of a list that is nothing but a word with a capital.
            is_alone = sentence.startswith("- ") and match[0] == sentence[2:].strip(" .;,")
            is_name = is_alone or before.endswith(":") or bool(_ABBREVIATION.fullmatch(words[0]))
            if not is_name and (len(words) == 1 or _BEGINS.match(plain(words[0]))):
                words = words[1:]
        name = " ".join(words)
        if len(name) > 1 and plain(name) not in _COMMON:
            yield name
