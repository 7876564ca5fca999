"""Plans by lot: names, heads, order of columns, way of writing dates and what stands around them; the records known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, groupby
from random import Random

from sto_tui.domain.dutch import WEEKDAYS, short_month
from sto_tui.domain.periods import add_months, month_end
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab
from tests.intake.sheets_of_people.made import FileKind, MadeSheet, Wanted

ACTS = ("bouwen", "maken", "schrijven", "kiezen", "openen", "testen", "werven", "plannen")
THINGS = ("lab", "werkplaats", "plan", "folder", "website", "leerlijn", "keuzevak", "contract", "film", "cursus", "kas")
TITLES = ("Taak", "Activiteit", "Actie", "Omschrijving", "Wat", "Taaknaam", "Werkzaamheden", "Onderdeel", "Task Name")
BEGINS = ("Start", "Begin", "Van", "Startdatum", "Begindatum", "Geplande start", "Start Date", "Vanaf", "Aanvang")
ENDS = ("Eind", "Einde", "Tot", "Einddatum", "Deadline", "Opleverdatum", "Finish", "Due Date", "T/m", "Streefdatum")
STATES = {
    "klaar": "gereed", "bezig": "groen", "niet gestart": "niet gestart", "te laat": "rood", "vertraagd": "oranje",
    "Done": "gereed", "In progress": "groen", "Not started": "niet gestart",
}  # fmt: skip
ANY_HEADS = (
    *TITLES, *BEGINS, *ENDS, "Mijlpaal", "Naam", "Status", "Voorgangers", "Nr", "WBS", "Thema", "Fase", "%", "Wie",
    "Datum", "Week", "jan-27", "feb-27", "mrt-27", "Q1", "Q2", "Q3", "2027", "2028", "2029", "1", "2", "3", "4", "5",
    "Opmerking", "Kosten", "Overzichtsniveau",
)  # fmt: skip
ANY_STATES = ("klaar", "bezig", "vervallen", "G", "n.t.b.", "50%", "ja", "nee")
KINDS: tuple[FileKind, ...] = ("xlsx", "csv", "comma")
_ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ABOVE = ("", "Versie: | 12-8-2026", "Projectleider: | A. Jansen | Datum: | 3-9-2026")
_BELOW = ("* Onder voorbehoud.", "Opgesteld door: A. Jansen", "Legenda")

_WRITTEN: tuple[tuple[str, Callable[[date], str]], ...] = (
    ("dm", lambda day: f"{day.day}-{day.month}-{day.year}"),
    ("dm", lambda day: f"{day.day:02}/{day.month:02}/{day.year}"),
    ("md", lambda day: f"{day.month}/{day.day}/{day.year}"),
    ("md", lambda day: f"{_ENGLISH_DAYS[day.weekday()]} {day.month}/{day.day}/{day.year % 100}"),
    ("dm", lambda day: f"{WEEKDAYS[day.weekday()][:2]} {day.day}-{day.month}-{day.year % 100}"),
    ("dm", lambda day: day.isoformat()),
    ("dm", lambda day: f"{day.day} {short_month(day)} '{day.year % 100}"),
    ("dm", lambda day: f"{day.day}.{day.month}.{day.year}"),
    ("dm", lambda day: f"@{day.day}-{day.month}-{day.year}"),
)


@dataclass(frozen=True)
class _Row:
    name: str
    start: date
    due: date
    state: str


def list_by_lot(seed: int) -> MadeSheet:
    """A plan with a row for each record and its days in columns."""
    lot = Random(seed)
    order, as_written = lot.choice(_WRITTEN)
    rows = _rows(lot, firsts_of_months=lot.random() < 0.3)
    columns = _columns(lot)
    lines = ["Planning STO", lot.choice(_ABOVE), ""] if lot.random() < 0.4 else []
    lines.append(" | ".join(columns.values()))
    changed = date(2026, 7, 1)
    for number, row in enumerate(rows, 1):
        cells = {
            "nr": str(number), "title": row.name, "start": as_written(row.start), "due": as_written(row.due),
            "state": row.state, "who": lot.choice(("Anja", "Bob", "Cas")),
            "note": lot.choice(("", "zie mail van 3 mei")),
            "costs": f"#{50 * lot.randrange(1, 90)}",
            "changed": as_written(changed + timedelta(lot.randrange(30))),
        }  # fmt: skip
        lines.append(" | ".join(cells[column] for column in columns))
    lines += ["", lot.choice(_BELOW)] if lot.random() < 0.3 else []
    letters = {column: chr(65 + at) for at, column in enumerate(columns)}
    names = {"title": "mijlpaal", "start": "begin", "due": "klaar"}
    answers = {f"kolom:{names[column]}": letter for column, letter in letters.items() if column in names}
    records = tuple(
        Wanted(
            row.name,
            row.start if "start" in columns else "*",
            row.due if "due" in columns else "*",
            STATES[row.state] if "state" in columns else None,
        )
        for row in rows
    )
    kind = lot.choice(KINDS)
    return MadeSheet(f"lijst {seed}", "\n".join(lines), records, answers | {"datumvolgorde": order}, kind)


def _rows(lot: Random, *, firsts_of_months: bool) -> list[_Row]:
    names = lot.sample([f"{thing.capitalize()} {act}" for thing in THINGS for act in ACTS], lot.randrange(3, 9))
    rows = []
    for name in names:
        start = date(2026, 8, 1) + timedelta(lot.randrange(500))
        start = start.replace(day=1) if firsts_of_months else start
        rows.append(_Row(name, start, start + timedelta(lot.randrange(1, 120)), lot.choice([*STATES])))
    return rows


def _columns(lot: Random) -> dict[str, str]:
    """The heads by what stands below them, in the order of the lot."""
    columns = [("title", lot.choice(TITLES))]
    has_start = lot.random() < 0.75
    columns += [("start", lot.choice(BEGINS))] if has_start else []
    columns += [("due", lot.choice(ENDS))] if not has_start or lot.random() < 0.9 else []
    for share, column, heads in (
        (0.5, "state", ("Status", "Stand", "Stoplicht")),
        (0.5, "who", ("Wie", "Eigenaar", "Trekker", "Verantwoordelijke", "Owner")),
        (0.4, "note", ("Opmerkingen", "Toelichting", "Notes")),
        (0.4, "nr", ("Nr", "ID", "Nr.", "Volgnummer")),
        (0.2, "costs", ("Kosten", "Budget", "Uren")),
        (0.2, "changed", ("Aangemaakt op", "Created", "Laatst gewijzigd")),
    ):
        if lot.random() < share:
            columns.append((column, lot.choice(heads)))
    if lot.random() < 0.5:
        lot.shuffle(columns)
    return dict(columns)


def cells_by_lot(seed: int) -> SheetFile:
    """Rows of anything under heads of anything, with what may come before and between."""
    lot = Random(seed)
    width = lot.randrange(2, 10)
    rows = [tuple(_cell(lot) for _ in range(width)) for _ in range(lot.randrange(0, 3))]
    rows.append(tuple(lot.choice(ANY_HEADS) for _ in range(width)))
    rows += [tuple(_cell(lot) for _ in range(width)) for _ in range(lot.randrange(1, 14))]
    numbers = accumulate(lot.choice((1, 1, 1, 1, 2)) for _ in rows)
    return SheetFile(
        "plan.csv", (Tab("Blad1", tuple(SheetRow(at, cells) for at, cells in zip(numbers, rows, strict=True))),)
    )


def _cell(lot: Random) -> Cell:
    day = date(2026, 1, 1) + timedelta(lot.randrange(900))
    cells: tuple[Cell, ...] = (
        "", "", day, f"{day.day}-{day.month}-{day.year}", f"{day.month}/{day.day}/{day.year % 100}",
        WorkbookNumber(str(lot.randrange(99))), "x", lot.choice(ANY_STATES), f"Taak {lot.randrange(30)} doen",
        lot.choice(("1.1", "1", "2.3", "2EB+5 dagen", "3;4", "1-2-3")), lot.choice(ANY_HEADS), "eind maart", "week 12",
        "september t/m november",
    )  # fmt: skip
    return lot.choice(cells)


def bars_by_lot(seed: int) -> MadeSheet:
    """A plan with bars under months: with years in the heads or in a row above them, by mark or by colour."""
    lot = Random(seed)
    first = date(2026, lot.randrange(1, 13), 1)
    months = [add_months(first, step) for step in range(lot.randrange(4, 19))]
    names = lot.sample([f"{thing.capitalize()} {act}" for thing in THINGS for act in ACTS], lot.randrange(4, 9))
    beside = lot.choice(([], ["Wie"]))
    mark = lot.choice(("x", "X", "■", "{blauw}", "{groen}"))
    lines, records = ["Meerjarenplanning", ""] if lot.random() < 0.4 else [], []
    lines += _month_heads(lot, months, beside)
    for name in names:
        start = lot.randrange(len(months))
        end = min(len(months) - 1, start + lot.randrange(4))
        cells = [mark if start <= at <= end else "" for at in range(len(months))]
        lines.append(" | ".join([name, *("Anja" for _ in beside), *cells]))
        records.append(Wanted(name, months[start], month_end(months[end].year, months[end].month)))
    kind = "xlsx" if "{" in mark else lot.choice(KINDS)
    return MadeSheet(f"balken {seed}", "\n".join(lines), tuple(records), {"kolom:mijlpaal": "A"}, kind)


def _month_heads(lot: Random, months: list[date], beside: list[str]) -> list[str]:
    before = [lot.choice(TITLES), *beside]
    form = lot.choice(("with year", "short", "above"))
    if form == "with year":
        return [" | ".join([*before, *(f"{short_month(day)} {day.year}" for day in months)])]
    if form == "short":
        return [" | ".join([*before, *(f"{short_month(day)}-{day.year % 100}" for day in months)])]
    years = [
        cell
        for year, of_year in groupby(months, key=lambda day: day.year)
        for cell in [str(year), *["<<"] * (len([*of_year]) - 1)]
    ]
    return [" | ".join([*("" for _ in before), *years]), " | ".join([*before, *map(short_month, months)])]
