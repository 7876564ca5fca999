"""Dates, numbers and counts as Dutch readers write and read them."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from sto_tui.patterns import pattern

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NUMBER_WORDS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
NO_BREAK_SPACE = "\u00a0"

_THOUSANDS = pattern(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN = pattern(r"[+-]?\d+([.,]\d+)?")
_HAS_ARTICLE = pattern(
    r"(?:de|het|[’'`]t|een|deze|die|dit|dat|mijn|onze|ons|jouw|je|jullie|uw|hun|haar|zijn|elke?|iedere?|alle)(?![\w’'-]).*",
    re.IGNORECASE | re.DOTALL,
)
_NEUTER = pattern(
    # An adjective without an e stands before what is neuter.
    r"(?:(?:[\w-]*(?:lijks?|aal|isch|iek|ief|eel|air|ig)|algemeen|breed|klein|groot|hoog) ){0,3}"
    r"[\w-]*(?:bestuur|overleg|team|beraad|platform|comité|college|orgaan|bureau|netwerk|consortium|forum|panel"
    r"|secretariaat|loket)(?![\w’'-]).*",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETS = pattern(r"\([^()]*\)")
# Half a unit goes away from zero, as people round on paper; enough digits for any float.
_ON_PAPER = Context(prec=400, rounding=ROUND_HALF_UP)


def long_date(day: date) -> str:
    """`31 maart 2027`, for running text."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """`woensdag 31 maart 2027`, where it matters what day of the week it is."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def short_date(day: date) -> str:
    """`31-03-2027`, for tables."""
    return f"{day.day:02}-{day.month:02}-{day.year}"


def short_month(day: date) -> str:
    """`mrt`, `jan`, as on a calendar."""
    return "mrt" if day.month == 3 else MONTHS[day.month - 1][:3]


def brief_date(day: date) -> str:
    """`7 sep 2027`."""
    return f"{day.day} {short_month(day)} {day.year}"


def number(value: float | Decimal, decimals: int | None = None) -> str:
    """`1.250`, `12,5`; without `decimals` as many as the value has, two at the most. Half a unit is rounded up."""
    text = f"{rounded(value, 2 if decimals is None else decimals):,f}"
    if decimals is None:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def rounded(value: float | Decimal, decimals: int = 0) -> Decimal:
    """The value in so many decimals: 0,125 is 0,13 and -2,5 is -3; what rounds to nothing has no sign."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    result = exact.quantize(Decimal(1).scaleb(-decimals), context=_ON_PAPER)
    return result.copy_abs() if result.is_zero() else result


def amount(cents: int) -> str:
    """`€ 12.500` or `€ 12.500,50`, with a non-breaking space; `cents` is in euro cents."""
    return f"€{NO_BREAK_SPACE}{euros(cents, with_cents=has_cents(cents))}"


def has_cents(cents: int) -> bool:
    """Whether an amount in euro cents is not one of whole euros."""
    return cents % 100 != 0


def euros(cents: int, *, with_cents: bool) -> str:
    """`12.500` or `12.500,50`, for a column; `cents` is in euro cents, of which no figure is lost at any size."""
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{number(whole, 0)}{f',{rest:02}' if with_cents else ''}"


def parse_number(text: str, wanted: str = "Schrijf bijvoorbeeld 12.500,50.") -> Decimal:
    """Read `1.250`, `12,5`, `1.234,56` or `€ 1 234`. Raises ValueError: what is wrong, and then what is `wanted`."""
    bare = text.replace("€", "").replace(NO_BREAK_SPACE, "").replace(" ", "")
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif _PLAIN.fullmatch(bare):
        bare = bare.replace(",", ".")
    else:
        raise ValueError(f"‘{text}’ is geen getal. {wanted}")
    try:
        return Decimal(bare)
    except InvalidOperation as error:
        raise ValueError(f"‘{text}’ is geen getal. {wanted}") from error


def parse_amount(text: str) -> int:
    """Read an amount in euros as integer cents. Raises ValueError with a Dutch sentence."""
    cents = parse_number(text) * 100
    if cents != cents.to_integral_value():
        raise ValueError(f"‘{text}’ heeft meer dan twee cijfers achter de komma. Schrijf bijvoorbeeld 12.500,50.")
    return int(cents)


def count(how_many: int, singular: str, plural: str) -> str:
    """`geen antwoorden`, `1 antwoord`, `1.250 antwoorden`."""
    if how_many == 0:
        return f"geen {plural}"
    return f"{number(how_many, 0)} {singular if how_many == 1 else plural}"


def in_words(how_many: int) -> str:
    """`geen`, `één`, `twaalf`, `13`: a number in running text."""
    return NUMBER_WORDS[how_many] if how_many < len(NUMBER_WORDS) else number(how_many, 0)


def enumerate_words(words: Sequence[str], joined_by: str = "en") -> str:
    """`a`, `a en b`, `a, b en c`; where a name has a comma of its own `a, b; c; en d`."""
    if len(words) < 2:
        return "".join(words)
    *others, last = words
    if not any(map(_has_comma, words if len(words) > 2 else others)):
        return f"{', '.join(others)} {joined_by} {last}"
    return f"{'; '.join(others)}{', ' if len(words) == 2 else '; '}{joined_by} {last}"


def side_by_side(words: Sequence[str]) -> str:
    """`a, b, c` in a cell; where a name has a comma of its own `a, b; c`."""
    return ("; " if any(map(_has_comma, words)) else ", ").join(words)


def _has_comma(word: str) -> bool:
    """Whether a comma in it can be taken for one between names: not between quotes or brackets."""
    return ", " in _BRACKETS.sub("", word) and not (word.startswith("‘") and word.endswith("’"))


def small(text: str) -> str:
    """The same text with a small letter first, to go on after a colon; an abbreviation stays as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def decapital(text: str) -> str:
    """The same text with a small letter first, to go on with after a colon."""
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """The same text with a capital first, to begin a sentence."""
    return text[:1].upper() + text[1:]


def with_article(name: str) -> str:
    """`de stuurgroep`, `het kernteam`, `onze regiegroep`: a name within a sentence, with one article."""
    if _HAS_ARTICLE.fullmatch(name):
        return name[:1].lower() + name[1:]
    return f"{'het' if _NEUTER.fullmatch(name) else 'de'} {name}"
