"""In words: what was spent and will be, and what was realised of the contributions. Screen and Word say the same."""

from datetime import date
from decimal import Decimal

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import MONTHS, amount, count, long_date, number
from sto_tui.domain.level_words import level_words
from sto_tui.domain.money import Equipment
from sto_tui.domain.region import Region
from sto_tui.planning.money.booked_until import newest_payment
from sto_tui.planning.money.forecast import Forecast
from sto_tui.planning.money.realised import RealisedShare
from sto_tui.planning.money.share import shown_percent, unknown_shares
from sto_tui.planning.money.spending import Balance

WHOLE = 100
"""In percent."""
_LONG_UNBOOKED = 3
"""So many months without a booking, and the forecast says so."""
FORECAST_RULE = (
    "De regel van de prognose: per {theme} gaat wat nog komt even snel als tot nu toe; een jaarbedrag is gelijk over "
    "de maanden verdeeld. De maand van de laatste uitgave is de laatste die telt. Te controleren."
)


def equipment_in_words(equipment: Equipment) -> str:
    """`Lesbus: € 133.500, vanaf juli 2027 in 84 maanden, 80% voor het project (koopovereenkomst)`."""
    months = count(equipment.life, "maand", "maanden")
    begin = f"{MONTHS[equipment.in_use_from.month - 1]} {equipment.in_use_from.year}"
    part = "" if equipment.share_of_use == WHOLE else f", {number(equipment.share_of_use)}% voor het project"
    evidence = f" ({equipment.evidence})" if equipment.evidence else ""
    return f"{equipment.title}: {amount(equipment.purchase)}, vanaf {begin} in {months}{part}{evidence}"


def spent_until(dossier: Dossier, day: date) -> str:
    """`Tot en met 30 april 2027`: the day of the newest payment that counts on a day; without one that day itself."""
    return f"Tot en met {long_date(newest_payment(dossier) or day)}"


def balance_in_words(balance: Balance) -> str:
    """`€ 12.000 van € 40.000 is uitgegeven (30%); € 28.000 is over.`."""
    if not balance.granted and balance.spent:
        return f"{amount(balance.spent)} is uitgegeven, en er is niets begroot of toegekend."
    part = f" ({number(Decimal(100 * balance.spent) / balance.granted, 1)}%)" if balance.granted > 0 else ""
    left = f"{amount(balance.left)} is over" if balance.left >= 0 else f"dat is {amount(-balance.left)} te veel"
    return f"{amount(balance.spent)} van {amount(balance.granted)} is uitgegeven{part}; {left}."


def forecast_in_words(forecast: Forecast, region: Region, granted: str) -> list[str]:
    """What was expected and spent by now, what will be spent at the end, and by which rule; a sentence each.

    The rule calls a theme what this region calls it; `granted` is what there is to spend is called.
    """
    rest = f"{amount(forecast.left)} blijft over" if forecast.left >= 0 else f"{amount(-forecast.left)} te veel"
    unbooked = f"; in de {count(forecast.unbooked, 'maand', 'maanden')} daarna is niets geboekt"
    return [
        f"Tot en met {long_date(forecast.until)} was {amount(forecast.expected)} {granted} en is "
        f"{amount(forecast.spent_then)} uitgegeven{unbooked if forecast.unbooked >= _LONG_UNBOOKED else ''}.",
        f"Gaat het zo door, dan is aan het eind {amount(forecast.at_end)} van {amount(forecast.granted)} uitgegeven: "
        f"{rest}.",
        FORECAST_RULE.format(theme=level_words(region).theme.singular),
    ]


def realised_in_words(state: RealisedShare) -> list[str]:
    """What was realised, how much that is of both bases, and the minimum; a sentence each."""
    sentences = [f"{amount(state.realised)} is gerealiseerd."]
    for share in state.shares:
        if not share.why_not:
            short = f"; er ontbreekt {amount(share.short)}" if share.short else ""
            sentences.append(f"Dat is {shown_percent(share)} van de {share.name} ({amount(share.amount)}){short}.")
    return [
        *sentences,
        f"Het minimum is {number(state.minimum)}%, gemeten aan het eind.",
        *unknown_shares(state.shares),
    ]
