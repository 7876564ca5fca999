"""What was spent and realised in the first months of 2027, the numbers of budget lines, and the equipment."""

from collections.abc import Iterable, Sequence
from datetime import date

from voorbeeldregio_geld import BUDGET

from sto_tui.domain.money import BudgetLine, Equipment, Payment, Realised

# What, purchase in euros, in use from, months, percent for the project, evidence.
EQUIPMENT = (
    Equipment(title="Opstelling warmtepomp", purchase=51_800_00, in_use_from=date(2027, 5, 1), life=72,
              evidence="Offerte Koster, 14-01-2026"),
    Equipment(title="Lesbus en ombouw", purchase=133_500_00, in_use_from=date(2027, 7, 1), life=84,
              evidence="Offerte van 2-03-2026"),
)  # fmt: skip


def _numbered(lines: Sequence[BudgetLine]) -> Iterable[BudgetLine]:
    """Per theme from 101, 201 …, and from 001 for the whole; a post has one number in all years."""
    numbers: dict[tuple[int | None, str], str] = {}
    for line in lines:
        of_theme = sum(theme == line.theme for theme, _ in numbers)
        numbers.setdefault((line.theme, line.title), f"{line.theme or 0}{of_theme + 1:02}")
        equipment = next((place for place, each in enumerate(EQUIPMENT, 1) if each.title == line.title), None)
        yield line.changed(number=numbers[line.theme, line.title], equipment=equipment)


NUMBERED_BUDGET = tuple(_numbered(BUDGET))

# Regelnummer, day, euros, what for, number of the document.
_PAYMENTS: tuple[tuple[str, date, float, str, str], ...] = (
    ("001", date(2027, 1, 29), 10_878, "Programmamanager januari", "F27-004"),
    ("001", date(2027, 2, 26), 11_270, "Programmamanager februari", "F27-019"),
    ("001", date(2027, 3, 31), 11_368, "Programmamanager maart", "F27-037"),
    ("001", date(2027, 4, 30), 10_976, "Programmamanager april", "F27-058"),
    ("002", date(2027, 4, 12), 7_845.50, "Controle over 2026 en inrichting van de uren", "F27-049"),
    ("102", date(2027, 3, 18), 20_650, "Zeven kasten", "F27-033"),
    ("102", date(2027, 4, 22), 9_912.35, "Drie kasten en extra panelen", "F27-055"),
    ("102", date(2027, 4, 29), -1_062.35, "Teruggaaf: panelen met schade", "C27-003"),
    ("105", date(2027, 4, 8), 4_305, "Negen ritten, en een extra bus", "F27-047"),
    ("107", date(2027, 2, 15), 3_450, "Drie techniekmiddagen", "F27-015"),
)

# Place in the contributions of the sample (from one), day, euros, evidence.
_REALISED: tuple[tuple[int, date, float, str], ...] = (
    (1, date(2027, 4, 30), 12_350, "Urenlijst januari tot en met april"),
    (4, date(2027, 4, 16), 5_952, "Presentielijsten met handtekening"),
    (10, date(2027, 4, 30), 4_620, "Urenlijst eerste vier maanden"),
    (22, date(2027, 3, 11), 2_880, "Werkbon 2027-0311"),
    (27, date(2027, 4, 9), 2_610, "Urenlijst eerste kwartaal"),
)


def _booked(number: str, day: date, euros: float, note: str, source: str) -> Payment:
    line = next(
        place for place, line in enumerate(NUMBERED_BUDGET, 1) if (line.number, line.year) == (number, day.year)
    )
    return Payment(budget_line=line, date=day, amount=round(euros * 100), note=note, source=source)


PAYMENTS = tuple(_booked(*written) for written in _PAYMENTS)
REALISED = tuple(
    Realised(contribution=place, date=day, amount=round(euros * 100), evidence=evidence)
    for place, day, euros, evidence in _REALISED
)
