"""What the words of a goal say in numbers: read once, when they are written, into the fields of the goal.

What can be read in two ways has no number: a missing mark is better than a wrong one.
"""

import re
from collections.abc import Collection

from sto_tui.domain.dutch import MONTHS, parse_number
from sto_tui.domain.record import Choice
from sto_tui.frozen import frozen
from sto_tui.patterns import pattern

_COMPARED = r"(?P<word>meer|hoger|extra|erbij|minder|lager)\b"
_FEWER = ("minder", "lager")
_AMOUNT = pattern(
    r"(?P<sign>(?:(?<!\S)|(?<=[:(]))(?:\+\s*|[-−–]))?"
    # Not a piece of a name or a word: mbo-4, B1, 3D, 12-jarigen.
    r"(?<!\w)(?<!\d[.,])(?<![^\W\d]-)(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d|[.,]\d|-?[^\W\d])"
    r"(?:\s*(?P<points>%-?\s?punt\w*|procentpunt\w*)|\s*(?P<percent>%|procent\b))?"
)
_NEXT_WORD = pattern(r"\s*(?P<word>[^\W\d]+)\b")
_COMPARED_AFTER = pattern(rf"\s*(?:(?P<unit>[^\W\d]+)\s+)?{_COMPARED}(?!.*\b(?:dan|als)\b)")
_MONTH = rf"\b(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\b"
_YEAR = pattern(
    r"(?P<than>\b(?:dan|als)\s+)?"
    rf"(?P<sure>\(\s*|(?:(?:\b(?:in|op|begin|medio|eind|voor|per|sinds|vanaf|uiterlijk|schooljaar|van)\b|{_MONTH})\s+)+)?"
    r"(?<![\d.,-])(?P<year>(?:19|20)\d\d)(?:\s*[-–/]\s*(?:\d{4}|\d\d))?(?!\d|[.,]\d|\s*%|-?[^\W\d])\s*\)?"
)
# Numbers that are names, and days of the year.
_NAMED = pattern(
    r"\b(?:leerjaar|leerjaren|klas|klassen|groep|groepen|niveau|fase|mbo|vmbo|havo|vwo)\s+\d\b"
    rf"(?:\s*(?:,|/|-|–|en|of|t/m|tot en met|tot)\s*\d\b)*|(?:\b(?:op|per|voor|vanaf)\s+)?{_MONTH}"
)
# Not about the whole: per school, one in three, half of 300.
_PART = pattern(
    r"\bper\s+(?!jaar\b|schooljaar\b)|\b(?:elke?|iedere?|geen enkele?)\b|\balle\s+(?:scholen|vestigingen|locaties)\b"
    r"|\bop\s+(?:de|elke|iedere)\s+(?:\d|een\b|twee\b|drie\b|vier\b|vijf\b|tien\b|honderd\b)"
    r"|\b(?:helft|kwart|driekwart|(?:een|één|twee)[ -]?derde)\b"
)
_YEARLY = pattern(r"\bper\s+(?:school)?jaar\b|\bjaarlijks")
_OTHER_UNITS = {
    *("duizend", "miljoen", "miljard", "mln", "dozijn"),
    *("jaar", "jaren", "maand", "maanden", "weken", "dagen", "uur", "uren"),
}
_FROM = pattern(r"\bvan\s+\D{0,20}[\d.,]*\d[^\d]*?\b(?=naar\b)")
_TOWARDS = pattern(
    r"\b(?:naar|tot)\s+(?:(?:ten minste|tenminste|minstens|minimaal|maximaal|hooguit|ongeveer|circa|ca\.|ruim|bijna"
    r"|rond|boven|onder|meer dan|minder dan|de|het|een)\s+)*$"
)
# `meer dan 300` and `300 of meer` aim at 300 itself.
_LIMIT = pattern(
    r"\b(?:meer|minder|hoger|lager)\s+dan\s+(?:(?:de|het)\s+)?(?=\d)|\b(?:of|liefst|graag)\s+(?:meer|minder|hoger|lager)\b"
)
_LIMIT_AFTER = pattern(r"\s*(?:of|liefst|graag)\s+(?:meer|minder|hoger|lager)\b")
_CHANGE = pattern(
    rf"\b{_COMPARED}|\b(?:groei|toenam|toenem|stijg|daal|dalen|daling|afnam|afnem|neemt\b|nemen\b|krimp|verhog|verlag"
    r"|vermeerder|verminder|verbeter|verschil|omhoog|omlaag|reductie|plus\b)"
)
_TIMES = pattern(r"\b(?P<times>\d+(?:,\d+)?|\w+)\s*(?:keer|maal|x)\s+zo\s*(?:veel|groot|hoog|vaak)")
_TIMES_IN_FIGURES = pattern(r"\d+(?:,\d+)?")
_TIMES_IN_WORDS = {"anderhalf": 1.5, "twee": 2.0, "drie": 3.0, "vier": 4.0, "vijf": 5.0}
_MULTIPLIED = {
    pattern(rf"\b{forms}\b"): times
    for forms, times in (
        ("verdubbel(?:d|t|en|ing)", 2.0),
        ("verdrievoudig(?:d|t|en|ing)", 3.0),
        ("verviervoudig(?:d|t|en|ing)", 4.0),
        ("(?:gehalveerd|halveert|halveren|halvering)", 0.5),
    )
}
# Halfway is another moment than the target year; `een verdubbelde inzet` is no number of anything.
_MULTIPLIES_SOMETHING = pattern(r"verdubbel|verdrievoudig|verviervoudig|halveer|halver")
_NOT = pattern(r"\b(?:niet|geen|nooit)\b(?!-)(?!\s+(?:meer|minder|hoger|lager)\s+dan\s+(?:(?:de|het)\s+)?\d)")


class TargetKind(Choice):
    """What the number of a target is."""

    WAARDE = "waarde", "de waarde zelf"
    PERCENTAGE = "percentage", "de waarde zelf, in procenten"
    MEER = "meer", "zoveel meer dan de nulwaarde"
    PUNTEN = "punten", "zoveel procentpunt meer dan de nulwaarde"
    PROCENT = "procent", "zoveel procent meer dan de nulwaarde"
    KEER = "keer", "zoveel keer de nulwaarde"

    @property
    def from_baseline(self) -> bool:
        """Whether it is reckoned from the baseline."""
        return self not in (TargetKind.WAARDE, TargetKind.PERCENTAGE)


class BaselineKind(Choice):
    """What the words of a baseline have for a number."""

    WAARDE = "waarde", "een getal"
    PERCENTAGE = "percentage"
    ONDUIDELIJK = "onduidelijk", "niet één getal"


@frozen
class ReadTarget:
    """What the words of a target say; `unit` is the word after the number, `of_part` that it is not about the whole.

    `since` is the year it is compared with when the goal has no baseline year.
    """

    value: float | None = None
    kind: TargetKind | None = None
    unit: str = ""
    of_part: bool = False
    since: int | None = None


@frozen
class ReadBaseline:
    """What the words of a baseline say."""

    value: float | None = None
    kind: BaselineKind | None = None


def words_of(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return set(re.findall(r"[^\W\d]+", text.casefold()))


def speaks_of_part(text: str) -> bool:
    """Whether a text is not about the whole: per school, one in three."""
    return bool(_PART.search(text.casefold()))


def fits_no_count(unit: str) -> bool:
    """Whether a number with this word after it counts something only where the figure is in that unit: years, hours."""
    return unit in _OTHER_UNITS


def may_be_year(value: float) -> bool:
    """Whether a number without a unit would be taken for a year."""
    return value.is_integer() and bool(_YEAR.fullmatch(f"{value:.0f}"))


def read_baseline(baseline: str, year: int | None) -> ReadBaseline:
    """The only number of a baseline."""
    text, _ = _without_years(baseline.casefold(), {year}, year, words_of(baseline))
    if not _AMOUNT.search(text):
        return ReadBaseline()
    amount = _only_amount(text)
    if amount is None or says_change(text):
        return ReadBaseline(kind=BaselineKind.ONDUIDELIJK)
    kind = BaselineKind.PERCENTAGE if amount["percent"] else BaselineKind.WAARDE
    return ReadBaseline(float(parse_number(amount["number"])), kind)


def says_change(text: str) -> bool:
    """Whether words say how much something changed and not how much it is: `14% meer`, `1,3 keer zo veel`."""
    words = text.casefold()
    if _TIMES.search(words) or _MULTIPLIES_SOMETHING.search(words):
        return True
    amount = _only_amount(words)
    if amount is None:
        return False
    after = words[amount.end() :]
    is_compared = _COMPARED_AFTER.match(after) is not None and _LIMIT_AFTER.match(after) is None
    return is_compared or (amount["sign"] or "").startswith("+")


def read_target(target: str, target_year: int | None, baseline: str, baseline_year: int | None) -> ReadTarget:
    """The number a goal aims at and what it is; empty when that is not sure."""
    own = words_of(baseline)
    year = baseline_year or _other_year(target, target_year, own)
    text, years = _without_years(target.casefold(), {target_year, year}, year, own)
    from_baseline = years <= {target_year, year} and not _YEARLY.search(text)
    read = _multiplied(text) if _TIMES.search(text) or _MULTIPLIES_SOMETHING.search(text) else _counted(text)
    if read.kind is None or (read.kind.from_baseline and not from_baseline):
        return ReadTarget()
    since = year if read.kind.from_baseline and baseline_year is None else None
    return ReadTarget(read.value, read.kind, read.unit, speaks_of_part(text), since)


def _other_year(target: str, target_year: int | None, own: Collection[str]) -> int | None:
    """The one year beside the target year that a text surely names, or compares with."""
    text = target.casefold()
    compared = {
        int(year_match["year"])
        for year_match in _YEAR.finditer(text)
        if year_match["than"] and not _NEXT_WORD.match(text, year_match.end())
    }
    _, years = _without_years(text, {target_year}, None, own)
    others = sorted((years | compared) - {target_year})
    return others[0] if len(others) == 1 else None


def _without_years(
    text: str, known_years: Collection[int | None], from_year: int | None, units: Collection[str]
) -> tuple[str, set[int]]:
    """The text without what are surely years (the known, and those with a word like `in`) and numbers that are names.

    A comparison with another year than that of the baseline keeps its `dan`.
    """
    years: set[int] = set()

    def drop(match: re.Match[str]) -> str:
        year = int(match["year"])
        follows = _NEXT_WORD.match(match.string, match.end())
        if not (match["sure"] or year in known_years) or (follows and follows["word"] in units):
            return match[0]
        years.add(year)
        return " dan " if match["than"] and year != from_year else " "

    return _NAMED.sub(" ", _YEAR.sub(drop, text)), years


def _multiplied(text: str) -> ReadTarget:
    """`verdubbeld`, `2,5 keer zo veel`; not beside another number, nor with a `niet` before or after it."""
    times = _times(text)
    if times is None or _NOT.search(text) or _AMOUNT.search(_TIMES.sub(" ", text)):
        return ReadTarget()
    return ReadTarget(times, TargetKind.KEER)


def _counted(text: str) -> ReadTarget:
    """`300`, `68%`, `20 leerlingen meer`."""
    text = _FROM.sub("", text)
    amount = _only_amount(text)
    if amount is None:
        return ReadTarget()
    value, unit = float(parse_number(amount["number"])), _unit(amount)
    before, after = text[: amount.start()], text[amount.end() :]
    if _NOT.search(text, 0, amount.end()):
        return ReadTarget()
    towards = _TOWARDS.search(before)
    sign, compared = _direction(amount, after)
    if sign:
        if compared != unit and not fits_no_count(unit):
            unit = compared
        return ReadTarget() if towards else ReadTarget(sign * value, _kind_of_change(amount), unit)
    if amount["points"] or _CHANGE.search(_LIMIT.sub(" ", f"{'' if towards else before}{amount[0]}{after}")):
        return ReadTarget()
    if may_be_year(value) and not _YEAR.fullmatch(amount[0]):
        unit = ""  # `2.000 kinderen` is no year.
    return ReadTarget(value, TargetKind.PERCENTAGE if amount["percent"] else TargetKind.WAARDE, unit)


def _kind_of_change(amount: re.Match[str]) -> TargetKind:
    if amount["percent"]:
        return TargetKind.PROCENT
    return TargetKind.PUNTEN if amount["points"] else TargetKind.MEER


def _only_amount(text: str) -> re.Match[str] | None:
    """The one number in a text that can be an amount; None when there are more, or it is a year without a unit."""
    amounts = list(_AMOUNT.finditer(text))
    if len(amounts) != 1 or (_YEAR.fullmatch(amounts[0][0]) and not _unit(amounts[0])):
        return None
    return amounts[0]


def _unit(amount: re.Match[str]) -> str:
    """The word right after a number."""
    follows = _NEXT_WORD.match(amount.string, amount.end())
    return follows["word"] if follows else ""


def _direction(amount: re.Match[str], after: str) -> tuple[int, str]:
    """1 for more, -1 for less, and of what, as `+20`, `20 leerlingen meer`; 0 when the number is no change."""
    signs = {1 if amount["sign"][0] == "+" else -1} if amount["sign"] else set()
    compared = None if _LIMIT_AFTER.match(after) else _COMPARED_AFTER.match(after)
    if compared:
        signs.add(-1 if compared["word"] in _FEWER else 1)
    unit = (compared["unit"] or "") if compared and not amount["sign"] else ""
    return (signs.pop() if len(signs) == 1 else 0), unit


def _times(text: str) -> float | None:
    for forms, times in _MULTIPLIED.items():
        if forms.search(text):
            return times
    if times_match := _TIMES.search(text):
        word = times_match["times"]
        # `2e` and `²` begin with a digit too.
        in_figures = _TIMES_IN_FIGURES.fullmatch(word)
        return float(word.replace(",", ".")) if in_figures else _TIMES_IN_WORDS.get(word)
    return None
