"""Periods as plans write them above a list of acts: `2020 (jan. – juli)`, `2022 - 2023`, `schooljaar 2027/2028`.

What is written is read as in a sheet; only two years without a word between them are years of the calendar here.
Words that say only about when (`najaar 2027`) have the days that they have in a sheet.
"""

import re
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.periods import month_end
from sto_tui.domain.text import plain
from sto_tui.intake.tables.date_words import MONTH_NUMBERS, says_begin
from sto_tui.intake.tables.written_dates import written_date

LONGEST = 60
_YEAR = r"20\d\d"
_TO = r" ?(?:-|–|—|t/m|tot en met|tot|en|/) ?"
_MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"

_LEAD = re.compile(
    r"^(?:activiteiten|acties|planning|periode|in de periode|in de loop van|in het jaar|in|jaar|fase \d+|jaar \d|jaren|"
    r"kalenderjaar|het jaar|de jaren|uitvoering|gedurende|heel|"
    r"het hele jaar|(?:de |het )?(?:ge)?hele (?:plan|project|subsidie)?(?:periode|looptijd)|doorlopend|"
    r"van(?= .* (?:tot|tot en met|t/m) ))(?: in| voor| van)?[ :,]+(?=\S)"
)
_ABOUT = re.compile(
    r"(?:begin|medio|eind|einde|voorjaar|najaar|zomer|herfst|winter|lente|\w{4,6}vakantie|vanaf|voor|na|tot en met|tot|"
    r"t/m|uiterlijk|per)(?: van| in)?(?: het| de)? (\S.*)"
)
_ONWARDS = re.compile(r"(.+?),? (?:e\.?v\.?|en verder|en daarna|en later|→|-?>)")
# `Wat doen we in 2027?` stands above what is done then.
_ASKED = re.compile(
    r"(?:wat|dit) (?:doen|gaan) (?:we|wij)(?: er)?(?: doen)?(?: in)? (?P<when>.*\d.*?)(?: doen)? ?\??", re.IGNORECASE
)
_BETWEEN = re.compile(r" en | & | of |, ")
_SEASON_BEHIND = re.compile(rf"({_YEAR}),? \(?(voorjaar|najaar|zomer|herfst|winter|lente)\)?")
_UP_TO = re.compile(r"(?:uiterlijk|tot en met|t/m|tot)\b")
# Its last day may be the one before, or that of the period itself.
_BEFORE = re.compile(r"tot (?!en met)")
# `Start 2027` may be what is done then.
_START = re.compile(r"start\b")
_MARK = re.compile(r":|\s[-–—](?=\s)")
_BEHIND = re.compile(r"(.+?)\s*(?:\(((?:[^()]|\([^()]*\))+)\)|(?:\s[-–—]|:)\s+([^()]+?))[.;]?")
_EXPECTED = r"(?:(?:geplande?|verwachte?|beoogde?) )?"
_BEGIN_LABEL = re.compile(rf"{_EXPECTED}(?:start|begin|aanvang|startdatum|begindatum|startmoment|van|vanaf)")
_END_LABEL = re.compile(
    rf"{_EXPECTED}(?:eind|einde|afronding|einddatum|gereed|klaar|gereed op|klaar op|oplevering|opleverdatum|deadline|"
    r"tot|t/m|tot en met|afgerond|uiterlijk)"
)
_FROM_TO = re.compile(
    r"(start|begin|aanvang)(?: in| op| per)? (\S.*?)[,;.]?(?: en| -| –| —)? "
    r"(eind|einde|afronding|oplevering|gereed|klaar|afgerond)(?: in| op| per)? (\S.*)"
)
_NEXT_LABEL = re.compile(r"[.;,]?\s+(?=[^\W\d]+(?: op)?\s*:)")
_STEPS = re.compile(r"\s[-–—]\s(.+)", re.DOTALL)
_MOST_WORDS = 4
_OF_DAYS = ("day", "week")
_YEARS = re.compile(rf"({_YEAR})(?:{_TO}({_YEAR}|\d\d))?")
# With a month or a day before or behind them two years are the ends of a time: `medio maart 2027 - 28 juni 2027`.
_PAIR = re.compile(
    rf"(?:\b(?P<month>{_MONTH}) ?)?(?<![\d/-])20(\d\d) ?[-–—/] ?(?:20)?(\d\d)\b"
    rf"(?![-/]| ?(?:\d|(?:{_MONTH}|voorjaar|najaar|zomer|herfst|winter|lente)\b))"
)
_SCHOOL = re.compile(r"school|cursus|studie|\bsj\b|leerjaar")
_YEAR_FIRST = re.compile(rf"({_YEAR})(?:-(?=[a-z])|[ ,]*)\(? ?([^()]*?) ?\)?")
# `Fase 1: voorbereiding (2027)`; two of them may be in one year, so the label stays whole.
_PHASE = re.compile(r"(?:fase \d{1,2}\b([^()]*)|periode \d{1,2} ?)\(([^()]+)\)")
# When these are, only a school knows; `2027-2` may be a half, a quarter or a month.
_PART_OF_YEAR = re.compile(
    r"(?:(?:[1-6](?:e|ste|de)|eerste|tweede|derde|vierde) (?:trimester|trim\.?|tertaal|semester|sem\.?|blok|periode|"
    r"module)|(?:trimester|trim\.?|tertaal|semester|sem\.?|blok|periode|module|[tpsb]) ?[1-6]),?"
    rf" (?:van |in )?(?:het )?(?:schooljaar |cursusjaar |sj\.? )?{_YEAR}(?: ?[-/] ?(?:20)?\d\d)?|{_YEAR} ?[-/] ?[1-9]"
)
# The school year or the years of the plan: only the region knows.
_SHORT_YEARS = re.compile(r"'(\d\d) ?(?:-|–|—|/) ?'(\d\d)")
_AND = re.compile(rf"({_MONTH}(?: {_YEAR})?) en ({_MONTH})")


@dataclass(frozen=True)
class WrittenPeriod:
    """A period with its first and last day, as far as they can be told."""

    label: str
    start: date | None
    end: date | None
    is_named: bool = False
    """Whether it has a name of its own, which may be an act as well."""


def read_period(text: str) -> WrittenPeriod | None:
    """The period that a label names and nothing else; None when it says anything beside it."""
    label = " ".join(text.split()).strip(" :.;")
    if len(label) > LONGEST or not any(map(str.isdigit, label)):
        # Without a year nothing says when; most of a document is words.
        return None
    if (asked := _ASKED.fullmatch(label)) and (inner := read_period(asked["when"])):
        return inner
    phase = _PHASE.fullmatch(plain(label))
    if phase and (inner := read_period(phase[2])):
        return WrittenPeriod(label, inner.start, inner.end, is_named=bool((phase[1] or "").strip(" :-–—")))
    # `In 2027` is a period that is called 2027.
    bare = _LEAD.sub("", plain(label))
    if bare != plain(label) and (inner := read_period(label[-len(bare) :])):
        return inner
    key = plain(label).strip(" :")
    if (match := _ABOUT.fullmatch(key)) and read_period(match[1]):
        return WrittenPeriod(label, *_days_about(key))
    if days := _days(key):
        return WrittenPeriod(label, *days)
    if match := _ONWARDS.fullmatch(key):
        first = read_period(match[1])
        return WrittenPeriod(label, first.start, None) if first else None
    if match := _SEASON_BEHIND.fullmatch(key):
        return WrittenPeriod(label, *_days_about(f"{match[2]} {match[1]}"))
    short = _SHORT_YEARS.fullmatch(key)
    if _are_apart(key) or _PART_OF_YEAR.fullmatch(key) or (short and int(short[2]) == int(short[1]) + 1):
        return WrittenPeriod(label, None, None)
    written = written_date(key)
    if written is None or not written.vague or written.span is None or written.grain in _OF_DAYS:
        return None
    return WrittenPeriod(label, *_days_about(key), is_named=bool(_START.match(key)))


def is_only_when(text: str) -> bool:
    """Whether a text says when, and not what is done then; `Start 2027` may be an act."""
    period = read_period(text)
    return period is not None and not period.is_named


def period_and_act(text: str) -> tuple[str, str] | None:
    """The period with which a line begins, and what is done then: `2027: les geven`, `najaar 2027 – les geven`."""
    if read_period(text):
        return None
    for mark in reversed([*_MARK.finditer(text[: LONGEST + 3])]):
        before, after = text[: mark.start()].strip(), text[mark.end() :].strip()
        is_whole = before.count("(") == before.count(")") and not (mark[0] != ":" and _goes_on(before, after))
        if after and is_whole and read_period(before):
            return before, after
    return None


def _goes_on(before: str, text: str) -> bool:
    """Whether a text begins with a period: `2023 uitbouwen` behind `2022 –` is no act, nor is `afronding juni 2028`.

    `bouw – evaluatie 2028` behind `start 2027 –` neither: each dash stands before a step of its own.
    """
    if any(year not in before for step in _STEPS.findall(text) for year in re.findall(_YEAR, step)):
        return True
    first, _, rest = text.partition(" ")
    words = (rest if is_end(first) and read_period(rest) else text).split()
    return any(read_period(" ".join(words[:count])) for count in range(1, min(len(words), _MOST_WORDS) + 1))


def part_and_act(text: str, year: str) -> tuple[str, str] | None:
    """`Q1 2027` and what is done then, of `Q1: les geven` below the year 2027."""
    before, _, after = text.partition(":")
    if not re.fullmatch(_YEAR, year) or not after.strip() or re.search(_YEAR, before):
        return None
    part = read_period(f"{before.strip()} {year}")
    return (part.label, after.strip()) if part and part.start and part.end else None


def act_and_period(text: str) -> tuple[str, str] | None:
    """What is done, and the period behind it: `les geven (najaar 2027)`, `les geven – najaar 2027`."""
    match = _BEHIND.fullmatch(text)
    return (match[1], match[2] or match[3]) if match and read_period(match[2] or match[3]) else None


def is_begin(label: str) -> bool:
    """Whether a label or head says that the day beside it is the first."""
    return _BEGIN_LABEL.fullmatch(plain(label).strip(" :")) is not None


def is_end(label: str) -> bool:
    """Whether a label or head says that the day beside it is the last."""
    return _END_LABEL.fullmatch(plain(label).strip(" :")) is not None


def begin_and_end(text: str) -> list[tuple[str, str]]:
    """The labels and days of `Start: sept 2027. Einde: juli 2028`, also without colons; nothing of any other line."""
    parts = [part.partition(":") for part in _NEXT_LABEL.split(text.strip(" ."))]
    ends = [(label.strip(), day.strip()) for label, _, day in parts]
    if match := _FROM_TO.fullmatch(plain(text).strip(" .")):
        ends = [(match[1], match[2]), (match[3], match[4])]
    are_ends = len(ends) > 1 and all((is_begin(label) or is_end(label)) and any(days_named(day)) for label, day in ends)
    return ends if are_ends else []


def between(first: str, last: str) -> str:
    """`2027 – juni 2028`, `vanaf 2027` or `uiterlijk juni 2028`; empty when there are no such days."""
    whole = " – ".join(dict.fromkeys(filter(None, (first, last))))
    text = whole if first and last else f"{'vanaf' if first else 'uiterlijk'} {whole}"
    return text if any(days_named(text)) else ""


def _are_apart(key: str) -> bool:
    """Whether it names more than one period, as `voorjaar en najaar 2028` does: there is time between them."""
    *others, last = _BETWEEN.split(key)
    year = re.search(_YEAR, last)
    return bool(others and year and read_period(last)) and all(
        read_period(other) or read_period(f"{other} {year[0]}") for other in others if year
    )


def days_named(text: str) -> tuple[date | None, date | None]:
    """The first and last day of a label that names when its acts are, as far as they can be told."""
    period = read_period(text)
    return (period.start, period.end) if period else _days_about(plain(text))


def _days_about(typed: str) -> tuple[date | None, date | None]:
    """As in a sheet; `vanaf 2028` only says when it begins, and `uiterlijk 2028` when it ends."""
    written = written_date(typed, "dm")
    if written is None or written.span is None or written.without_year:
        return None, None
    if _BEFORE.match(typed) or _names_two_years(typed):
        return None, None
    first, last = written.span
    if says_begin(typed) and not _START.match(typed):
        return first, None
    return (None if _UP_TO.match(typed) else first), last


def _names_two_years(typed: str) -> bool:
    """Whether it says `eind 2027-2028` without the word for a school year: that may be the end of the plan too."""
    pair = _PAIR.search(typed)
    is_pair = pair is not None and not pair["month"] and int(pair[3]) == int(pair[2]) + 1
    return is_pair and not _SCHOOL.search(typed)


def _days(typed: str) -> tuple[date, date] | None:
    if match := _YEARS.fullmatch(typed):
        first, last = int(match[1]), int(f"20{match[2] or match[1]}"[-4:])
        if first <= last:
            return date(first, 1, 1), date(last, 12, 31)
    if match := _YEAR_FIRST.fullmatch(typed):
        typed = f"{match[2]} {match[1]}"
    return _whole_months(_AND.sub(r"\1 - \2", typed.strip("() ")))


def _whole_months(typed: str) -> tuple[date, date] | None:
    """A period that begins with a month and ends with one; a day or a week is no heading of a list of acts."""
    written = written_date(typed)
    if written is None or written.span is None or written.vague or written.without_year:
        return None
    first, last = written.span
    return (first, last) if first.day == 1 and last == month_end(last.year, last.month) else None
