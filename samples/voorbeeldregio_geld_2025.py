"""The money of 2025-2026: budget, what companies put in, and what was spent and realised of it."""

from datetime import date

from voorbeeldregio_2025 import THEMES, lettered
from voorbeeldregio_geld import contributions

from sto_tui.domain.money import (
    BudgetLine,
    Cofinancing,
    CofinancingForm,
    CofinancingStatus,
    CostKind,
    Payment,
    Realised,
)

_INT, _EXT, _MAT = CostKind.INTERN_PERSONEEL, CostKind.EXTERN_PERSONEEL, CostKind.MATERIEEL
_DEP, _EDU, _OTH, _OVH = CostKind.AFSCHRIJVING, CostKind.SCHOLING, CostKind.OVERIG, CostKind.OVERHEAD

# Where (speerpunt, theme or ""), what, kind, unit, price in euros, quantity in 2025 and in 2026, note.
_BUDGET: tuple[tuple[str, str, CostKind, str, float, float, float, str], ...] = (
    ("", "Programmamanager", _OVH, "uur", 95, 1_300, 1_360, "Onafhankelijk ingehuurd."),
    ("", "Controller en accountant", _OVH, "uur", 68, 300, 320, "Urenverantwoording en jaarcontrole."),
    ("1", "Trekker werkgroep Ontdekken", _EXT, "uur", 66, 360, 360, "Coördinator educatie van De Uitvindloods."),
    ("1.1", "Ochtenden in De Uitvindloods", _EXT, "ochtend", 1_450, 12, 18, "Begeleiding en materiaal per groep."),
    ("1.2", "Bouw en inhoud van leskisten", _MAT, "kist", 3_400, 6, 0, "Zes kisten voor tien scholen."),
    ("1.2", "Opleiding van leerkrachten", _EDU, "leerkracht", 420, 12, 8, "Twee middagen."),
    ("1.3", "Folder en open dagen", _OTH, "keer", 5_200, 1, 6, "Folder in 2025, een techniekplein per school in 2026."),
    ("1.4", "Bussen voor bedrijfsbezoeken", _OTH, "rit", 390, 10, 40, "Gemiddeld tien leerlingen per rit."),
    ("2", "Trekker werkgroep Leerroutes", _INT, "uur", 66, 400, 400, "Projectleider van mbo Veenderwaard."),
    ("2.1", "Voorbereiding gastlessen", _INT, "uur", 60, 400, 520, "Docenten PIE en BWI."),
    ("2.2", "Lasrobot en printers", _DEP, "maand", 1_320, 4, 12, "Aanschaf € 79.200, vijf jaar."),
    ("2.2", "Vervoer en inregelen", _OTH, "ronde", 4_800, 1, 4, "Instructeur gaat mee."),
    ("2.3", "Vervoer en begeleiding elders", _INT, "uur", 60, 260, 420, "Donderdagmiddag."),
    ("4.1", "Hybride docenten en begeleiding", _EXT, "uur", 60, 1_400, 3_600, "Tien mensen, een dagdeel per week."),
    ("4.1", "Korte opleiding", _EDU, "deelnemer", 1_400, 10, 0, "Zes avonden bij Hogeschool Delta-Noord."),
    ("5", "Projectleider doorstroom", _INT, "uur", 66, 420, 420, "mbo Veenderwaard."),
    ("5.1", "Schrijven van het programma", _INT, "uur", 62, 700, 900, "Docenten vmbo en mbo in tweetallen."),
    ("5.2", "Loket: twee medewerkers", _INT, "uur", 56, 700, 1_560, "Dagelijks open."),
)  # fmt: skip

_HOURS, _THINGS = CofinancingForm.UREN, CofinancingForm.MATERIAAL
_ROOM, _CASH = CofinancingForm.RUIMTE, CofinancingForm.GELD
_DONE, _SIGNED = CofinancingStatus.GEREALISEERD, CofinancingStatus.GETEKEND

# Party, speerpunt, what, year, form, quantity, unit, rate in euros, status, evidence.
_COFINANCING = (
    ("KZ", "2.1", "Gastlessen", 2025, _HOURS, 320, "uur", 62, _DONE, "Urenlijst 2025"),
    ("KZ", "2.1", "Gastlessen en lesmap", 2026, _HOURS, 540, "uur", 64, _SIGNED, "Overeenkomst 3-4-2025"),
    ("FM", "4.1", "Vrijgestelde uren", 2025, _HOURS, 260, "uur", 64, _DONE, "Urenlijst 2025"),
    ("FM", "4.1", "Vrijgestelde uren", 2026, _HOURS, 640, "uur", 65, _SIGNED, "Overeenkomst 3-4-2025"),
    ("DM", "1.4", "Bedrijfsbezoeken", 2025, _HOURS, 90, "uur", 60, _DONE, "Presentielijsten"),
    ("DM", "1.4", "Bedrijfsbezoeken", 2026, _HOURS, 220, "uur", 61, _SIGNED, "Overeenkomst 3-4-2025"),
    ("TV", "5.2", "Ruimte en telefoon", 2025, _ROOM, 4, "maand", 640, _DONE, "Huurafspraak"),
    ("TV", "5.2", "Ruimte en telefoon", 2026, _ROOM, 12, "maand", 640, _DONE, "Huurafspraak"),
    ("BI", "2.1", "Proefopstellingen", 2026, _THINGS, 6, "set", 2_150, _SIGNED, "Brief van 12-1-2026"),
    ("OM", "4.1", "Bijdrage aan de opleiding", 2025, _CASH, 1, "bijdrage", 7_500, _DONE, "Bankafschrift"),
)  # fmt: skip


def budget(first_theme: int, ids: dict[str, int]) -> tuple[BudgetLine, ...]:
    """The lines of both years."""
    themes = {theme.number: first_theme + place for place, theme in enumerate(THEMES)}
    numbers = {
        title: f"{'PABCDE'[int(where[:1] or 0)]}{place:02}" for place, (where, title, *_) in enumerate(_BUDGET, 1)
    }
    return tuple(
        BudgetLine(
            number=numbers[title],
            title=title,
            theme=themes[int(where[0])] if where else None,
            speerpunt=ids[lettered(where)] if "." in where else None,
            year=year,
            cost_kind=kind,
            quantity=quantity,
            unit=unit,
            price=round(price * 100),
            note=note,
        )
        for year, place in ((2025, 0), (2026, 1))
        for where, title, kind, unit, price, *quantities, note in _BUDGET
        if (quantity := quantities[place])
    )


def cofinancing(first_theme: int, ids: dict[str, int]) -> tuple[Cofinancing, ...]:
    """What companies put in."""
    themes = {theme.number: first_theme + place for place, theme in enumerate(THEMES)}
    return contributions(_COFINANCING, themes, {number: ids[lettered(number)] for _, number, *_ in _COFINANCING})


# Which part of a line was paid halfway and at the end of the year, in percent; in 2026 until the end of October.
_PAID = {2025: (46, 51), 2026: (48, 33)}
# Lines of which little was spent, or more than was granted.
_OTHERWISE = {
    "Vervoer en inregelen": (20, 5),
    "Hybride docenten en begeleiding": (40, 22),
    "Loket: twee medewerkers": (55, 52),
}
_PAID_ON = {2025: (date(2025, 6, 30), date(2025, 12, 15)), 2026: (date(2026, 6, 30), date(2026, 10, 30))}


def payments(lines: tuple[BudgetLine, ...], first: int) -> tuple[Payment, ...]:
    """What was booked on the lines, of which the first has this id."""
    return tuple(
        Payment(
            budget_line=first + place,
            date=day,
            amount=(line.total or 0) * percent // 100,
            note=f"{line.title}, {'eerste helft' if half == 0 else 'tweede helft'} {line.year}",
            source=f"F{line.year % 100}-{place + 1:02}{half + 1}",
        )
        for place, line in enumerate(lines)
        for half, (day, percent) in enumerate(
            zip(_PAID_ON[line.year], _OTHERWISE.get(line.title, _PAID[line.year]), strict=True)
        )
    )


_DELIVERED = {_HOURS: "Urenlijst tot en met oktober", _THINGS: "Afleverbon"}


def realised(contributions: tuple[Cofinancing, ...], first: int) -> tuple[Realised, ...]:
    """What companies gave: all of it where that is done, seven tenths of what is signed for 2026."""
    return tuple(
        Realised(
            contribution=first + place,
            date=date(2025, 12, 12) if gift.year == 2025 else date(2026, 10, 30),
            amount=(gift.total or 0) * (100 if gift.status is CofinancingStatus.GEREALISEERD else 70) // 100,
            evidence=gift.evidence if gift.status is _DONE else _DELIVERED[gift.form],
        )
        for place, gift in enumerate(contributions)
    )
