"""The questions about a milestone sheet, in Dutch: each with what it would make of cells of the sheet itself."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sto_tui.domain import dutch
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.text import plain, shortened
from sto_tui.domain.typed_dates import Span
from sto_tui.intake.milestones.answers import (
    ALL_TABS,
    COLOUR,
    COLUMN,
    GAPS,
    HEAD_ROW,
    HIDDEN,
    INACTIVE,
    LINK_KINDS,
    LINKS,
    MARK,
    NAMES,
    NONE,
    NUMBERS,
    OF_THE_YEAR,
    OWN_NUMBERS,
    PART,
    PARTS_OF_YEARS,
    READY,
    SKIP,
    STATE,
    SUB_HEADS,
    TAB,
    TURNED,
    UNDATED,
    UNDERWAY,
    WEEK,
    WEEK_YEAR,
    WEEKS_OR_MONTHS,
    YEAR,
)
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.bars import NUMBER
from sto_tui.intake.tables.colour_names import colour_name
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.column_kinds import ColumnDoubt, SheetColumn
from sto_tui.intake.tables.day_heads import WEEK_DAY
from sto_tui.intake.tables.period_cells import Unit
from sto_tui.intake.tables.sheet_questions import LONGEST_CELL, MOST_CELLS, shown_cell, shown_cells, shown_rows
from sto_tui.intake.tables.states import StateWord
from sto_tui.intake.telling import first_of

_MOST_HEAD_ROWS = 12
_MOST_TABS = 6
_MOST_NAMED = 3
_SAYS_NO = ("nee", "no", "niet", "geen", "false", "onwaar", "nvt", "n.v.t.", "n/a")
_MONTHS_OF_FIRSTS = _MONTHS_IN_YEAR = 12
_WEEKS_IN_YEAR = 53
_ASKED_COLUMNS = {
    "title": "In welke kolom staat wat er gedaan wordt of klaar moet zijn?",
    "start": "In welke kolom staat het begin?",
    "due": "In welke kolom staat wanneer het klaar moet zijn?",
    "done_on": "In welke kolom staat op welke dag het gereed was?",
    "light": "In welke kolom staat hoe het er nu voor staat?",
}
_WITHOUT = {
    "title": "er wordt niets overgenomen",
    "start": "zonder begin",
    "due": "zonder einddatum",
    "done_on": "zonder die dag",
    "light": "zonder stoplicht",
}
_LINK_NAMES = {
    "nr": "de kolom met nummers",
    "wbs": "de nummers met punten",
    "rij": "het regelnummer van het blad",
    "volgorde": "de volgorde van de taken",
}


def tab_question(tabs: Sequence[tuple[str, int]], together: Sequence[str], proposed: str) -> IntakeQuestion:
    """Which of several tabs with dated rows is the plan, or all that are alike."""
    held = [f"{dutch.count(dated, 'rij', 'rijen')} met een datum" if dated else "met kleuren" for _, dated in tabs]
    choices = [IntakeChoice(name, f"tabblad {name}, {what}") for (name, _), what in zip(tabs, held, strict=True)]
    if together:
        named = [*together[:_MOST_TABS], *([f"nog {len(together) - _MOST_TABS}"] if len(together) > _MOST_TABS else [])]
        both = IntakeChoice(ALL_TABS, f"samen: de tabbladen {dutch.enumerate_words(named)}")
        choices.insert(0 if proposed == ALL_TABS else len(choices), both)
    return IntakeQuestion(TAB, "Welk tabblad is de planning?", tuple(choices), proposed)


def turned_question(rows: Sequence[SheetRow]) -> IntakeQuestion:
    """Whether the heads stand in the first column, and each column is a milestone."""
    examples = shown_rows(rows)[1:4]
    choices = (
        IntakeChoice("ja", "ja: elke kolom is een mijlpaal", examples),
        IntakeChoice("nee", "nee: elke rij is een mijlpaal"),
    )
    return IntakeQuestion(TURNED, "De koppen lijken in de eerste kolom te staan. Het blad kantelen?", choices, "ja")


def column_question(doubt: ColumnDoubt, rows: Sequence[SheetRow]) -> IntakeQuestion:
    """In which column a field stands."""
    choices = [
        IntakeChoice(column.letter, column.head or f"kolom {column.letter}", _examples(column, rows), column.index)
        for column in doubt.candidates
    ]
    choices.append(IntakeChoice(NONE, f"geen van deze: {_WITHOUT[doubt.kind]}"))
    key = f"{COLUMN}{NAMES[doubt.kind]}"
    text, proposed = _ASKED_COLUMNS[doubt.kind], choices[0].key
    return IntakeQuestion(key, text, tuple(choices), proposed, shown_rows(rows), shown_cells(rows))


def head_row_question(why: str, rows: Sequence[SheetRow]) -> IntakeQuestion:
    """On which row the heads stand, when none was found."""
    first = [row for row in rows if any(row.cells)][:_MOST_HEAD_ROWS]
    choices = [
        IntakeChoice(
            str(row.number),
            f"regel {row.number}",
            tuple(shortened(str(cell), LONGEST_CELL) for cell in row.cells if cell)[:MOST_CELLS],
        )
        for row in first
    ]
    choices.append(IntakeChoice(NONE, "er zijn geen koppen; de eerste regel hoort er al bij"))
    # A line alone is a title.
    head = next((at for at, row in enumerate(first) if len([*filter(None, row.cells)]) > 1), 0)
    # A day is no head: above the columns then stands nothing.
    is_data = bool(first) and any(map(is_date, first[head].cells))
    proposed = choices[-1 if is_data else head].key
    return IntakeQuestion(HEAD_ROW, f"{why} Op welke regel staan de koppen?", tuple(choices), proposed)


def all_the_same_question(why: str, columns: Sequence[SheetColumn], rows: Sequence[SheetRow]) -> IntakeQuestion:
    """Which column would name the milestones of a sheet that does not look like a plan."""
    question = column_question(ColumnDoubt("title", tuple(columns)), rows)
    return renamed(question, f"{why} Is het toch een planning: in welke kolom staat wat er gedaan wordt?")


def renamed(question: IntakeQuestion, text: str) -> IntakeQuestion:
    """The same question, asked for another reason."""
    return replace(question, text=text)


def _examples(column: SheetColumn, rows: Sequence[SheetRow]) -> tuple[str, ...]:
    texts = dict.fromkeys(shown_cell(cell) for row in rows if (cell := row.cell(column.index)))
    return tuple(texts)[:3]


def year_question(years: Sequence[str], texts: Sequence[str]) -> IntakeQuestion:
    """The year of dates that have none."""
    choices = tuple(
        IntakeChoice(year, f"schooljaar {year}" if "-" in year else f"kalenderjaar {year}") for year in years
    )
    named = dutch.enumerate_words([f"‘{text}’" for text in texts[:3]])
    verb = "is" if len(texts) == 1 else "zijn"
    return IntakeQuestion(YEAR, f"In welk jaar {verb} {named}?" if texts else "Welk jaar is dit?", choices, years[0])


def week_question(today: date) -> IntakeQuestion:
    """What week 1 is: a week of the year, or the first of a project that begins on some Monday."""
    firsts = []
    for month in range(_MONTHS_OF_FIRSTS):
        year, at = today.year + (today.month + month - 1) // 12, (today.month + month - 1) % 12 + 1
        first = date(year, at, 1)
        firsts.append(first + timedelta(days=-first.weekday() % 7))
    choices = [IntakeChoice(OF_THE_YEAR, "weeknummers van het jaar")]
    choices += [IntakeChoice(day.isoformat(), f"week 1 begint op {dutch.long_date(day)}") for day in firsts]
    return IntakeQuestion(WEEK, "Wat is week 1 in dit blad? Een andere maandag mag ook.", tuple(choices), OF_THE_YEAR)


def sub_heads_question(labels: Sequence[str]) -> IntakeQuestion:
    """Whether heads that come again below each period are parts of it."""
    choices = (
        IntakeChoice("heel", "nee: elke kolom geldt voor de hele periode erboven"),
        IntakeChoice("delen", "ja, de periode is er gelijk over verdeeld"),
    )
    text = f"{labels[0][:1].upper()}{labels[0][1:]}. Zijn dat delen van die periode?"
    return IntakeQuestion(SUB_HEADS, text, choices, "heel")


def parts_of_years_question(labels: Sequence[str], meant: Sequence[tuple[str, str, Span]]) -> IntakeQuestion:
    """What numbers below years are: of each answer a head, and what its days then are."""
    told = {
        "delen": "gelijke delen van die periode",
        "maanden": "maanden: nummer 1 is januari",
        "weken": "weken van die periode",
        "dagen": "dagen: nummer 1 is de eerste dag",
        "heel": "geen delen: elke kolom geldt voor de hele periode erboven",
    }
    choices = [IntakeChoice(key, told[key], (f"{head} is {_days_told(*span)}",)) for key, head, span in meant]
    return IntakeQuestion(PARTS_OF_YEARS, f"{dutch.capital(labels[0])}. Wat zijn dat?", tuple(choices), meant[0][0])


def _day_told(label: str) -> str:
    """A head as people write it; a workbook has a day in the order of programs."""
    try:
        return dutch.long_date(date.fromisoformat(label))
    except ValueError:
        return label


def _days_told(first: date, last: date) -> str:
    """`1 t/m 7 januari 2027`, with no more of the first day than differs."""
    if first == last:
        return dutch.long_date(first)
    begin = dutch.long_date(first)
    if first.year == last.year:
        begin = begin.removesuffix(f" {first.year}")
        begin = str(first.day) if first.month == last.month else begin
    return f"{begin} t/m {dutch.long_date(last)}"


def week_year_question(texts: Sequence[str]) -> IntakeQuestion:
    """Whether two numbers behind the word are a week and its year, or the first and the last week."""
    first, second = next(iter(re.findall(r"(\d+)\D+(\d+)", texts[0])), ("", ""))
    choices = (
        IntakeChoice("jaar", "een week en haar jaar", (f"week {first} van 20{second}",) if first else ()),
        IntakeChoice("weken", "de eerste en de laatste week", (f"week {first} t/m {second}",) if first else ()),
    )
    named = dutch.enumerate_words([f"‘{shortened(text, LONGEST_CELL)}’" for text in texts[:3]])
    return IntakeQuestion(WEEK_YEAR, f"Wat zijn de twee getallen in {named}?", choices, "weken")


def week_day_question(labels: Sequence[str]) -> IntakeQuestion:
    """Whether the weeks above columns begin or end on the days that stand there."""
    choices = (
        IntakeChoice("eind", "ze eindigen dan: maandag tot en met vrijdag van die week"),
        IntakeChoice("begin", "ze beginnen dan, en duren zeven dagen"),
    )
    named = dutch.enumerate_words([f"‘{_day_told(label)}’" for label in labels[:2]])
    text = f"Boven de kolommen staat elke week een dag: {named} … Beginnen of eindigen de weken dan?"
    return IntakeQuestion(WEEK_DAY, text, choices, "eind")


def weeks_or_months_question(labels: Sequence[str]) -> IntakeQuestion:
    """What counts where weeks stand below months in which they do not lie."""
    choices = (
        IntakeChoice("week", "de weken: wat erboven staat telt niet"),
        IntakeChoice("maand", "wat erboven staat, gelijk verdeeld over de kolommen"),
    )
    text = f"De weken boven de kolommen vallen niet in wat erboven staat: ‘{labels[0]}’. Wat telt?"
    return IntakeQuestion(WEEKS_OR_MONTHS, text, choices, "week")


def numbers_question(labels: Sequence[str]) -> IntakeQuestion:
    """What the numbers above columns count; blocks (`P1`) are rather parts of a year."""
    choices = [IntakeChoice(unit, f"{unit} {labels[0]} tot en met {labels[-1]}") for unit in ("maand", "week", "dag")]
    many = max(number_in(labels[-1]), len(labels))
    parts = IntakeChoice("delen", f"{dutch.number(many)} gelijke delen van een jaar of schooljaar")
    are_blocks = not labels[0].isdecimal()
    choices.insert(0 if are_blocks else len(choices), parts)
    choices.append(IntakeChoice(NONE, "geen perioden: deze kolommen niet overnemen"))
    are_months = len(labels) <= _MONTHS_IN_YEAR and labels[0] == "1"
    proposed = parts.key if are_blocks else "maand" if are_months else "week"
    told = ", ".join(labels[:3])
    text = f"Wat zijn {'de nummers ' if not are_blocks else ''}{told} … boven de kolommen?"
    return IntakeQuestion(NUMBERS, text, tuple(choices), proposed)


def counted_question(numbers: Sequence[str]) -> IntakeQuestion:
    """What numbers in the columns of begin and end count."""
    counted = sorted(number for text in numbers if (number := number_in(text)))
    told = f"{counted[0]} tot en met {counted[-1]}" if counted else numbers[0]
    choices = tuple(IntakeChoice(unit, f"{unit} {told}") for unit in ("maand", "week", "dag"))
    named = dutch.enumerate_words([f"‘{number}’" for number in numbers[:3]])
    return IntakeQuestion(NUMBERS, f"Bij begin en einde staan nummers: {named}. Wat tellen ze?", choices, "maand")


def number_in(text: str) -> int:
    """The number in `M3` or `maand 3`; 0 without one."""
    return int("".join(filter(str.isdecimal, text)) or 0)


def first_number_question(today: date, unit: Unit | None, numbers: Sequence[str]) -> IntakeQuestion:
    """When number 1 begins: with the year, or on a day. Numbers that no year has are those of a project."""
    last_of_year = _MONTHS_IN_YEAR if unit == "maand" else _WEEKS_IN_YEAR
    of_year = IntakeChoice(OF_THE_YEAR, "nummers van het jaar: maand 3 is maart, week 12 is week 12")
    choices = [of_year] if max(map(number_in, numbers), default=0) <= last_of_year else []
    for month in range(_MONTHS_OF_FIRSTS):
        first = date(today.year + (today.month + month - 1) // 12, (today.month + month - 1) % 12 + 1, 1)
        choices.append(IntakeChoice(first.isoformat(), f"nummer 1 begint op {dutch.long_date(first)}"))
    text = "Wanneer begint nummer 1? Een andere dag mag ook."
    return IntakeQuestion(WEEK, text, tuple(choices), choices[0].key)


def bar_question(kind: str, rows: Sequence[str], *, by_colour: bool) -> IntakeQuestion:
    """Whether a mark or a colour in the period columns means that something is done then."""
    key = f"{COLOUR if by_colour else MARK}{kind}".casefold()
    name = f"de kleur {colour_name(kind)}" if by_colour else "een getal (geen 0)" if kind == NUMBER else f"‘{kind}’"
    named = dutch.enumerate_words([shortened(text, LONGEST_CELL) for text in rows[:3]])
    where = f"{dutch.count(len(rows), 'rij', 'rijen')}: {named}"
    text = f"Zegt {name} onder een periode dat het dan gebeurt? ({where})"
    proposed = NONE if plain(kind).strip() in _SAYS_NO and not by_colour else "balk"
    choices = (IntakeChoice("balk", "ja, dan gebeurt het"), IntakeChoice(NONE, "nee, dat telt niet"))
    return IntakeQuestion(key, text, choices, proposed)


def beside_question(mark: str, rows: Sequence[str]) -> IntakeQuestion:
    """What a mark says that stands in an empty cell of a table of which the bars are coloured."""
    named = dutch.enumerate_words([shortened(text, LONGEST_CELL) for text in rows[:3]])
    how_many = dutch.count(len(rows), "rij", "rijen")
    text = f"Buiten de gekleurde balken staat ‘{mark}’ ({how_many}: {named}). Gebeurt de mijlpaal dan ook?"
    choices = (IntakeChoice("balk", "ja, het hoort bij de balk"), IntakeChoice(NONE, "nee, het is iets anders"))
    return IntakeQuestion(f"{MARK}{mark}".casefold(), text, choices, "balk" if mark == "x" else NONE)


def state_question(word: str, state: StateWord | None, rows: int) -> IntakeQuestion:
    """What a word of progress means here."""
    choices = [*_light_choices(), IntakeChoice(NONE, "niet overnemen")]
    choices.append(IntakeChoice(SKIP, "rij overslaan" if rows == 1 else "deze rijen overslaan"))
    proposed = state.light.value.replace("_", "-") if state else NONE
    proposed = SKIP if state and state.cancelled else proposed
    text = f"Welk stoplicht hoort bij ‘{shortened(word, 40)}’ ({dutch.count(rows, 'rij', 'rijen')})?"
    return IntakeQuestion(f"{STATE}{word}".casefold(), text, tuple(choices), proposed)


def _light_choices() -> list[IntakeChoice]:
    return [IntakeChoice(light.value.replace("_", "-"), light.label) for light in Stoplicht]


def underway_question(percents: Sequence[str]) -> IntakeQuestion:
    """What something is that is begun and not ready: a percentage does not say how it goes."""
    choices = (*_light_choices(), IntakeChoice(NONE, "geen stoplicht overnemen"))
    named = dutch.enumerate_words([*dict.fromkeys(percents)][:3])
    text = f"Welk stoplicht hoort bij een percentage als {named} ({dutch.count(len(percents), 'rij', 'rijen')})?"
    return IntakeQuestion(UNDERWAY, text, choices, Stoplicht.GROEN.value)


def ready_question(heads: str, rows: Sequence[tuple[int, Stoplicht]]) -> IntakeQuestion:
    """What holds of rows that one column calls ready and another one not."""
    lights = dutch.enumerate_words([*dict.fromkeys(light.label for _, light in rows)])
    which = f"Regel {rows[0][0]} is" if len(rows) == 1 else f"{dutch.count(len(rows), 'regel', 'regels')} zijn"
    choices = (IntakeChoice("gereed", "gereed"), IntakeChoice("stand", f"wat er als stand staat: {lights}"))
    verb = "heeft" if len(rows) == 1 else "hebben"
    text = f"{which} volgens {heads} klaar, en {verb} als stand {lights}. Wat geldt?"
    return IntakeQuestion(READY, text, choices, "gereed")


def inactive_question(head: str, rows: Sequence[int]) -> IntakeQuestion:
    """Whether rows count that the sheet itself calls archived or not active."""
    which = f"Regel {rows[0]} telt" if len(rows) == 1 else f"{dutch.count(len(rows), 'regel', 'regels')} tellen"
    text = f"{which} volgens ‘{shortened(head, 40)}’ niet meer mee. Overslaan?"
    choices = (IntakeChoice(SKIP, "overslaan"), IntakeChoice("mee", "toch overnemen"))
    return IntakeQuestion(INACTIVE, text, choices, SKIP)


def links_question(ranked: Sequence[tuple[str, str]], texts: Sequence[str]) -> IntakeQuestion:
    """What the numbers of tasks that are waited on point at; each with what the first of them then is."""
    choices = [IntakeChoice(key, _LINK_NAMES[key], (example,) if example else ()) for key, example in ranked]
    choices.append(IntakeChoice(NONE, "deze koppelingen niet overnemen"))
    named = dutch.enumerate_words([f"‘{shortened(text, 20)}’" for text in texts[:3]])
    return IntakeQuestion(LINKS, f"Waarnaar verwijzen {named}?", tuple(choices), choices[0].key)


def link_kinds_question(kinds: Sequence[str], rows: int) -> IntakeQuestion:
    """Whether links that do not say that one begins after the other ends are taken as the nearest that there is."""
    choices = (
        IntakeChoice(NONE, "niet overnemen: deze mijlpalen wachten nergens op"),
        IntakeChoice("einde-begin", "wel: elke mijlpaal begint pas als de andere klaar is"),
    )
    text = (
        f"{dutch.count(rows, 'koppeling zegt', 'koppelingen zeggen')} iets anders dan dat de ene mijlpaal klaar is "
        f"voor de andere begint ({', '.join(kinds)}). Overnemen?"
    )
    return IntakeQuestion(LINK_KINDS, text, choices, NONE)


def hidden_question(rows: Sequence[tuple[int, str]]) -> IntakeQuestion:
    """Whether hidden rows count; each has its number and its name."""
    number, name = rows[0]
    names = [f"‘{shortened(each, 30)}’" for _, each in rows if each]
    some = dutch.enumerate_words(first_of(names, _MOST_NAMED))
    which = f"Regel {number}{f' (‘{shortened(name, 40)}’)' if name else ''} is in het blad verborgen"
    if len(rows) > 1:
        which = f"{dutch.count(len(rows), 'regel', 'regels')} zijn in het blad verborgen{f': {some}' if some else ''}"
    choices = (IntakeChoice("mee", "ook overnemen"), IntakeChoice("niet", "overslaan"))
    # What somebody put out of sight is not taken without a word from the person who takes it in.
    return IntakeQuestion(HIDDEN, f"{which}. Ook overnemen?", choices, "niet")


def undated_question(dated: int, rows: int) -> IntakeQuestion:
    """Whether rows without a date count, when most have none."""
    choices = (
        IntakeChoice("niet", f"alleen {dutch.count(dated, 'rij', 'rijen')} met een datum"),
        IntakeChoice("mee", f"alle {dutch.count(rows, 'rij', 'rijen')}"),
    )
    verb = "heeft" if dated == 1 else "hebben"
    text = f"Van {dutch.count(rows, 'rij', 'rijen')} {verb} er {dated} een datum. Welke overnemen?"
    return IntakeQuestion(UNDATED, text, choices, "niet")


def part_question(parts: Sequence[tuple[str, str, int]], proposed: str) -> IntakeQuestion:
    """Which part of a large sheet is taken in: key, name and how many rows."""
    choices = tuple(IntakeChoice(key, f"{name}: {dutch.count(rows, 'rij', 'rijen')}") for key, name, rows in parts)
    return IntakeQuestion(PART, "Het blad heeft veel rijen. Welk deel neem je over?", choices, proposed)


def numbers_of_sheet_question(pairs: Sequence[tuple[str, str, str]]) -> IntakeQuestion:
    """Whether the numbers of a sheet are those of the dossier: number, title in the sheet and in the dossier."""
    number, here, there = pairs[0]
    choices = (
        IntakeChoice("blad", "nee, het blad telt zelf; koppelen op de naam"),
        IntakeChoice("dossier", "ja, deze mijlpalen krijgen een andere naam"),
    )
    text = (
        f"Nummer {number} is in het blad ‘{shortened(here, 40)}’ en in het dossier ‘{shortened(there, 40)}’. "
        "Zijn de nummers van het blad die van het dossier?"
    )
    return IntakeQuestion(OWN_NUMBERS, text, choices, "blad")


def gaps_question(names: Sequence[str]) -> IntakeQuestion:
    """Whether something goes on where a period between others is empty."""
    choices = (
        IntakeChoice("door", "ja, van de eerste tot en met de laatste"),
        IntakeChoice(NONE, "nee, zonder datum overnemen"),
    )
    named = dutch.enumerate_words([f"‘{shortened(name, 30)}’" for name in names[:3]])
    text = (
        f"Bij {named} is een periode leeg tussen gevulde ({dutch.count(len(names), 'rij', 'rijen')}). Loopt dat door?"
    )
    return IntakeQuestion(GAPS, text, choices, "door")
