"""What stands around a written date, taken off: a weekday, a time, words before it; month names made numbers."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from sto_tui.domain.dutch import MONTHS, WEEKDAYS
from sto_tui.domain.text import plain

_OTHER_MONTHS = (
    "jan january januar janner janvier janv enero ene",
    "feb febr february februar fevrier fevr fev febrero",
    "mrt mar march marz maerz mars marzo",
    "apr april avril avr abril abr",
    "may mai mayo",
    "jun june juni juin junio",
    "jul july juli juillet juil julio",
    "aug august aout agosto ago",
    "sep sept september septembre septiembre",
    "okt oct october oktober octobre octubre",
    "nov november novembre noviembre",
    "dec dez december dezember decembre diciembre dic",
)
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name: number for number, names in enumerate(_OTHER_MONTHS, 1) for name in names.split()
}
"""Names of months in Dutch, English, German, French and Spanish, as `plain` writes them."""

ONLY_DUTCH = frozenset({"mrt", "maart", "mei", "okt", "januari", "februari", "augustus"})
"""Who writes these puts no day behind the month: `okt 27` is a month of 2027."""

MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"

_OTHER_WEEKDAYS = (
    "ma mon monday mo montag lundi lun lunes",
    "di tue tues tuesday dienstag mardi martes",
    "wo wed weds wednesday mi mittwoch mercredi mer miercoles mie",
    "do thu thur thurs thursday donnerstag jeudi jeu jueves jue",
    "vr vrij fri friday fr freitag vendredi ven viernes vie",
    "za sat saturday sa samstag samedi sam sabado sab",
    "zo sun sunday so sonntag dimanche dim domingo dom",
)
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)} | {
    name: number for number, names in enumerate(_OTHER_WEEKDAYS) for name in names.split()
}
_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAY_NUMBERS, key=len, reverse=True))})"
_WEEKDAY_FIRST = re.compile(rf"({_WEEKDAY})\.?,? +(?=.*\d)(.+)")
_WEEKDAY_LAST = re.compile(rf"(.*\d)[ ,]+({_WEEKDAY})\.?")

_ZONE = r"(?:gmt|utc)(?:[+-]\d{1,2}(?::?\d{2})?)?|ces?t"
_CLOCK = (
    rf"\d{{1,2}}(?::\d{{2}}){{1,2}}(?:[.,]\d+)?(?: ?(?:[ap]\.?m\.?|uur|u|h))?(?: ?(?:z|[+-]\d{{2}}:?\d{{2}}|{_ZONE}))?"
)
_HOUR = r"\d{1,2}(?:\.\d{2})? ?(?:[ap]\.?m\.?|uur|u)(?: ?(?:z|[+-]\d{2}:?\d{2}))?"
_TIME = rf"(?:{_CLOCK}|{_HOUR})"
# Of two hours the first may do without the word: `14.00 - 16.00 uur`.
_TIMES = rf"(?:\d{{1,2}}(?:\.\d{{2}})? ?(?:-|tot|to) ?{_HOUR}|{_TIME}(?: ?(?:-|tot|to) ?{_TIME})?)"
_TIME_LAST = re.compile(rf"(.*\d)(?:,? +(?:om |at |van )?|t(?=\d)){_TIMES}\.?")

_BRACKETED_YEAR = re.compile(r"(.*\S) ?[(\[](\d{4})[)\]]")
_BRACKETED = re.compile(r"(.*\S) ?[(\[]([^()\[\]]*)[)\]]")
# Programs write midnight behind each day.
_MIDNIGHT = re.compile(r"[t ,]*0?0[:.]00(?:[:.]00(?:[.,]0+)?)?(?: ?(?:z|[+-]\d{2}:?\d{2}|gmt|utc|uur|u))?\.?")
_BEFORE = re.compile(
    r"(?:(?:uiterlijk|van(?= .*\d.* (?:tot|t/m) )|per|op|in|de|het|by|on|until|till|tot en met|t/m|tot|due|"
    r"deadline|d\.d\.|dd\.)\b\.?:? +)"
    r"(?=\S)"
)
# That something is ready, or has to be.
_STATE_BEFORE = re.compile(r"gereed\b\.?:? +(?=\S)")
# Of a period these say another one: before or after it, or from it on.
_BESIDE = re.compile(r"(?:voor|before|na|after)\b +(?=\S)|[<>](?!=) *(?=\S)")
_UP_TO = re.compile(r"(?:<=|≤) *(?=\S)")
_FROM = (
    r"vanaf|from|starting|starts|sinds|since|niet (?:voor|eerder dan)|not before|met ingang(?: van)?|m\.?i\.?v\.?(?= )"
)
_ONWARDS = re.compile(rf"(?:start|{_FROM})(?<=[a-z.]):? +(?=\S)|(?:>=|≥) *(?=\S)")
_BEGINS = re.compile(rf"(?:start|na|after|{_FROM})(?<=[a-z.]):? +(?=\S)|(?:>=?|≥) ?(?=\S)")
_ENDS = re.compile(
    r"(?:voor|before|uiterlijk|tot|t/m|until|till|by|due|deadline|gereed|klaar|af|niet later dan|not later than)"
    r"(?<=[a-z]):? +(?=\S)|(?:<=?|≤) ?(?=\S)"
)
# All of a period: it begins and ends with it.
_WHOLE = re.compile(
    r"(?:(?:(?:het|de|in|gedurende) +)*(?:heel|hele|geheel|gehele|volledige?|whole|entire|full)|gedurende|throughout|"
    r"doorlopend(?= +(?:in +)?(?:\d{4}\b|schooljaar)))\b(?: +(?:het|de|in|of|(?:kalender)?jaar))* +(?=\S)"
)
# What goes on says nothing of the day behind it: `doorlopend vanaf mei`.
_ONGOING = re.compile(
    rf"(?:doorlopend|continu|structureel|ongoing|lopend)\b[,:]? +(?=(?:{_FROM}|t/m|tot|until|till)\b)"
)
_SOME_TIME_IN = re.compile(
    r"(?:(?:ergens )?in de loop van(?: de| het)?|in de loop|ergens in|tijdens|during|somewhere in)\b +(?=\S)"
)
_ABOUT = re.compile(r"(?:ca\.?|circa|rond|ongeveer|omstreeks|tegen|around|about|approx\.?|±|~) ?(?=\S)")
_OF_WEEK = re.compile(r"(?:week van|week of|week beginning|w/c|wc|week vanaf) +(?=\S)")

_PART_WORDS = (
    ("begin", r"begin|beginning|start|early|anfang|debut|principios"),
    ("medio", r"medio|midden|half|halverwege|mid|middle|mitte|mi|mediados"),
    ("eind", r"eind|einde|end|late|ende|fin|finales"),
)
_PART = re.compile("|".join(f"(?P<{part}>{words})" for part, words in _PART_WORDS))
_PART_FIRST = re.compile(
    rf"(?P<part>{'|'.join(words for _, words in _PART_WORDS)})"
    r"(?: (?:van(?: het| de)?|of|in|het|de|der|des|du|of the))?[ -]+(?P<rest>.+)"
)
# A day has no beginning: something starts on it.
_STARTS_ON = re.compile(r"start(?:s|ing)? \d{1,2}(?:[-/.]| [a-z])")

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
# Of a number in a row, not of a day: `1e kwartaal` keeps its letter.
_NO_DAYS = "kwartaal|quarter|hel?ft|half|sem|trim|tert"
_NTH_DAY = re.compile(rf"\b(\d{{1,2}})(?:e|ste|de|st|nd|rd|th|er|º)(?= (?!{_NO_DAYS})|[-/,]|$)")
_BETWEEN = re.compile(rf"(?<=\w) (?:van|of|de|del) (?=\d{{4}}$|(?:{'|'.join(MONTH_NUMBERS)})\b)")

_NO_DATE_WORDS = (
    "ntb tbd tba tbc nvt na nb nnb nnv zsm asap doorlopend continu continue ongoing later volgt lopend onbekend geen "
    "none unknown notset nietingesteld nadertebepalen nogtebepalen nogtebespreken nogtekiezen nognietbekend "
    "nogplannen nogteplannen nogintevullen inoverleg jaarlijks maandelijks wekelijks structureel permanent "
    "continuous recurring tobedetermined tobedecided tobeconfirmed notapplicable pm null nan leeg"
)
_NO_DATE = frozenset(_NO_DATE_WORDS.split())


@dataclass(frozen=True, slots=True)
class Bared:
    """A written date without what stands around it, in lower case, with what those words said.

    `unused` are words that say nothing of the day (`(vervallen)`), `clock` is whether there was a time.
    """

    words: str
    weekday: int | None = None
    about: bool = False
    of_week: bool = False
    beside: bool = False
    whole: bool = False
    unused: tuple[str, ...] = ()
    clock: bool = False


@lru_cache(maxsize=20_000)
def says_no_date(text: str) -> bool:
    """Whether a cell says in so many words that there is no date yet: `n.t.b.`, `-`, `?`, `doorlopend`."""
    letters = re.sub(r"[^a-z0-9]", "", plain(text))
    if not letters:
        # A dot or a tick says something, if no date.
        return not any(unicodedata.category(sign) == "So" for sign in text)
    return letters in _NO_DATE


def says_begin(text: str) -> bool:
    """Whether what is written says when something begins, and not when it ends: `vanaf 1 mei`, `na 1 mei`."""
    words = tidied(text)
    ongoing = _ONGOING.match(words)
    return bool(_BEGINS.match(words[ongoing.end() :] if ongoing else words))


def says_end(text: str) -> bool:
    """Whether what is written says when something ends, and not when it begins: `voor 1 mei`, `uiterlijk 1 mei`."""
    return bool(_ENDS.match(tidied(text)))


def tidied(text: str) -> str:
    """Lower case without accents, with one kind of dash and blank, days without the letters of their number."""
    words = plain(unicodedata.normalize("NFKC", text)).translate(_DASHES)
    words = " ".join(words.replace("→", " tot ").replace("->", " tot ").replace("_", " ").split())
    return _BETWEEN.sub(" ", _NTH_DAY.sub(r"\1", words))


def bared(words: str) -> Bared:
    """Takes off, of what `tidied` gives, weekday, time, brackets and words before the date."""
    weekday, about, of_week, beside, whole, clock = None, False, False, False, False, False
    unused: tuple[str, ...] = ()
    while True:
        before = words
        if words.endswith("?"):
            about = True
        words = words.rstrip(":;,?*! ")
        if words.count("(") != words.count(")"):
            words = words.lstrip("( ")
        if match := _BRACKETED_YEAR.fullmatch(words):
            words = f"{match[1]} {match[2]}"
        elif match := _BRACKETED.fullmatch(words):
            unused = (*unused, match[2]) if _says_something(match[2]) else unused
            words, about = match[1], about or "?" in words
        elif match := _TIME_LAST.fullmatch(words):
            clock = clock or not _MIDNIGHT.fullmatch(words[len(match[1]) :])
            words = match[1]
        elif match := _WEEKDAY_FIRST.fullmatch(words):
            words, weekday = match[2], WEEKDAY_NUMBERS[match[1]]
        elif match := _WEEKDAY_LAST.fullmatch(words):
            words, weekday = match[1], WEEKDAY_NUMBERS[match[2]]
        elif match := _OF_WEEK.match(words):
            words, of_week = words[match.end() :], True
        elif match := _ABOUT.match(words) or _SOME_TIME_IN.match(words):
            words, about = words[match.end() :], True
        elif match := _BESIDE.match(words):
            about = about or match[0].startswith(">")
            words, beside = words[match.end() :], True
        elif match := _ONGOING.match(words) or _STATE_BEFORE.match(words):
            words, unused = words[match.end() :], (*unused, match[0].strip(" :,"))
        elif match := _UP_TO.match(words):
            words = words[match.end() :]
        elif match := _WHOLE.match(words):
            words, whole = words[match.end() :], True
        elif (match := _ONWARDS.match(words)) and part_of(words) is None:
            words, about = words[match.end() :], True
        elif (match := _BEFORE.match(words)) and part_of(words) is None:
            words = words[match.end() :]
        if words == before:
            return Bared(words, weekday, about, of_week, beside, whole, unused, clock)


def _says_something(bracketed: str) -> bool:
    """Whether words in brackets are more than a sign or the day of the week."""
    return sum(map(str.isalnum, bracketed)) > 1 and bracketed.strip(" .") not in WEEKDAY_NUMBERS


def part_of(words: str) -> tuple[str, str] | None:
    """`begin`, `medio` or `eind` and what it is a part of; None when no part is named."""
    match = _PART_FIRST.fullmatch(words)
    word = _PART.fullmatch(match["part"]) if match and not _STARTS_ON.match(words) else None
    return (str(word.lastgroup), match["rest"]) if match and word else None
