"""How much time is left, on a clock and in words."""

from sto_tui.domain.dutch import NUMBER_WORDS

_TEENS = ("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_MINUTE = 60


def clock_face(seconds: int) -> str:
    """`2:30`, `12:05`; `0:00` when nothing is left. Hours count as minutes: `90:00`."""
    minutes, rest = divmod(max(0, seconds), _MINUTE)
    return f"{minutes}:{rest:02}"


def time_in_words(seconds: int) -> str:
    """`Nog twee minuten en dertig seconden`; `De tijd is om` when nothing is left.

    Above a minute in steps of ten seconds, below it in steps of five, so that the words seldom change. Rounded up:
    as long as there is time, the words say so.
    """
    if seconds <= 0:
        return "De tijd is om"
    step = 10 if seconds > _MINUTE else 5
    minutes, rest = divmod(-(-seconds // step) * step, _MINUTE)
    parts = [f"{_number(minutes)} {'minuut' if minutes == 1 else 'minuten'}"] if minutes else []
    parts += [f"{_number(rest)} seconden"] if rest else []
    return f"Nog {' en '.join(parts)}"


def _number(value: int) -> str:
    """A number of 1 or more in words; from a hundred in digits, as nobody reads that as a word."""
    if value < len(NUMBER_WORDS):
        return NUMBER_WORDS[value]
    if value < 20:
        return _TEENS[value - 13]
    if value >= 100:
        return str(value)
    tens, units = divmod(value, 10)
    if not units:
        return _TENS[tens - 2]
    unit = "een" if units == 1 else NUMBER_WORDS[units]
    return f"{unit}{'ën' if unit.endswith('e') else 'en'}{_TENS[tens - 2]}"
