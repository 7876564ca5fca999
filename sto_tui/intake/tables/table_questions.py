"""The questions about a table that comes in, in Dutch, each with what it would make of cells of the sheet itself."""

from collections.abc import Iterable, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.record import Choice, FieldSpec
from sto_tui.domain.text import clean_line, shortened
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion, SettledColumn
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.amounts import Mark, Notation, number_in
from sto_tui.intake.tables.column_kinds import letters
from sto_tui.intake.tables.sheet_questions import LONGEST_CELL, MOST_CELLS, shown_cells, shown_rows
from sto_tui.intake.tables.table_answers import (
    CHOICE,
    COUNTED,
    CREDIT_NOTES,
    DECIMALS,
    DIVISION,
    FORM,
    GROUPS,
    HEAD_ROW,
    HIDDEN,
    NONE,
    SIGNS,
    TAB,
    YEAR,
    column_key,
)

_MOST_EXAMPLES = 3
_ROWS_WITH_EXAMPLES = 200


def tab_question(tabs: Sequence[tuple[str, int]], table: str, proposed: str) -> IntakeQuestion:
    """Which of several tabs has the table."""
    choices = tuple(IntakeChoice(name, f"tabblad {name}, {dutch.count(rows, 'rij', 'rijen')}") for name, rows in tabs)
    return IntakeQuestion(TAB, f"Op welk tabblad staan de {table}?", choices, proposed)


def column_question(label: str, columns: Sequence[int], head: SheetRow, rows: Sequence[SheetRow]) -> IntakeQuestion:
    """In which column the field with this label stands: one of these."""
    choices = _column_choices(columns, head, rows)
    return _column_question(column_key(label), label, choices, choices[0].key, [head, *rows])


def _column_choices(columns: Sequence[int], head: SheetRow, rows: Sequence[SheetRow]) -> tuple[IntakeChoice, ...]:
    return (
        *(IntakeChoice(letters(at), _head_of(at, head), _examples(at, rows), at) for at in columns),
        IntakeChoice(NONE, "in geen van deze"),
    )


def _head_of(at: int, head: SheetRow) -> str:
    return clean_line(head.text(at)) or f"kolom {letters(at)}"


def _column_question(
    key: str, label: str, choices: tuple[IntakeChoice, ...], proposed: str, rows: Sequence[SheetRow]
) -> IntakeQuestion:
    text = f"In welke kolom staat ‘{label}’?"
    return IntakeQuestion(key, text, choices, proposed, shown_rows(rows), shown_cells(rows))


def settled_columns(
    fields: Iterable[tuple[str, str, int | None]], head: SheetRow, rows: Sequence[SheetRow]
) -> tuple[SettledColumn, ...]:
    """The fields of which it is known in which column they stand, each by key and label; None stands in no column.

    Every column with something in it can be chosen, also one that is read as another field.
    """
    rows = rows[:_ROWS_WITH_EXAMPLES]
    width = max((len(row.cells) for row in (head, *rows)), default=0)
    filled = [at for at in range(width) if any(row.cell(at) for row in (head, *rows))]
    choices = _column_choices(filled, head, rows)
    settled = []
    for key, label, at in fields:
        proposed, taken = (NONE, "") if at is None else (letters(at), _head_of(at, head))
        settled.append(SettledColumn(label, taken, _column_question(key, label, choices, proposed, [head, *rows])))
    return tuple(settled)


def _examples(at: int, rows: Sequence[SheetRow]) -> tuple[str, ...]:
    texts = dict.fromkeys(shortened(clean_line(row.text(at)), LONGEST_CELL) for row in rows if row.cell(at))
    return tuple(texts)[:_MOST_EXAMPLES]


def decimals_question(notation: Notation) -> IntakeQuestion:
    """Whether a comma or a point stands before the decimals."""
    marks: tuple[Mark, Mark] = ("komma", "punt")
    names = {"komma": "een komma voor de decimalen (1.250,50)", "punt": "een punt voor de decimalen (1,250.50)"}
    choices = tuple(
        IntakeChoice(mark, names[mark], tuple(dutch.number(number_in(text, mark), None) for text in notation.examples))
        for mark in marks
    )
    shown = dutch.enumerate_words([*notation.examples])
    return IntakeQuestion(DECIMALS, f"Hoe lees je {shown}?", choices, notation.proposed)


def signs_question(cells: Sequence[object]) -> IntakeQuestion:
    """Whether amounts below zero are expenses, or money that came back."""
    shown = dutch.enumerate_words([shortened(clean_line(str(cell)), LONGEST_CELL) for cell in cells])
    choices = (IntakeChoice("om", "uitgaven: zonder het minteken"), IntakeChoice("zo", "wat terugkwam: onder nul"))
    return IntakeQuestion(SIGNS, f"De meeste bedragen staan onder nul ({shown}). Wat zijn het?", choices, "om")


def year_question(
    years: Sequence[int],
    about: str,
    named: int | None = None,
    school_year: int | None = None,
    *,
    is_school_year_likely: bool = True,
) -> IntakeQuestion:
    """In which year what has none belongs; `named` is what the sheet itself says somewhere, and then most likely.

    Days on both sides of New Year may be in a `school_year`, here the year in which it begins.
    """
    choosable = sorted({*years, named}) if named else years
    choices = [IntakeChoice(str(year), str(year)) for year in choosable]
    if school_year is None:
        return IntakeQuestion(YEAR, f"In welk jaar {about}?", tuple(choices), str(named or years[0]))
    key = f"{school_year}-{school_year + 1}"
    label = f"schooljaar {key}: augustus tot en met december in {school_year}, de rest in {school_year + 1}"
    proposed = key if is_school_year_likely else str(named or years[0])
    return IntakeQuestion(YEAR, f"In welk jaar {about}?", (*choices, IntakeChoice(key, label)), proposed)


def credit_notes_question(amounts: Sequence[str], rows: int) -> IntakeQuestion:
    """Whether the amounts of credit notes are what came back."""
    shown = dutch.enumerate_words([shortened(clean_line(amount), LONGEST_CELL) for amount in amounts])
    choices = (IntakeChoice("terug", "wat terugkwam: onder nul"), IntakeChoice("zo", "uitgaven, zoals het er staat"))
    text = f"{dutch.count(rows, 'creditnota', 'creditnota’s')} zonder minteken ({shown}). Wat is dat?"
    return IntakeQuestion(CREDIT_NOTES, text, choices, "terug")


def form_question(forms: Sequence[Choice], rows: int, heads: Sequence[str]) -> IntakeQuestion:
    """Which of these forms contributions have of which the sheet says none; below these `heads` if it has any."""
    choices = tuple(IntakeChoice(choice.value, choice.label) for choice in forms)
    subject = dutch.count(rows, "bijdrage", "bijdragen")
    below = f", onder {dutch.enumerate_words(heads)}" if heads else ""
    text = f"{subject} zonder vorm in het blad{below}. Welke vorm is het?"
    return IntakeQuestion(FORM, text, choices, forms[0].value)


def counted_question(columns: Sequence[int], head: SheetRow, rows: Sequence[SheetRow]) -> IntakeQuestion:
    """Whether numbers below heads with a year count things, or are amounts."""
    heads = dutch.enumerate_words([f"‘{_head_of(at, head)}’" for at in columns])
    shown = tuple(example for at in columns for example in _examples(at, rows))[:_MOST_EXAMPLES]
    choices = (
        IntakeChoice("aantal", "aantallen: maal het tarief of de prijs, als die er staat", shown),
        IntakeChoice("euro", "bedragen in euro", shown),
    )
    return IntakeQuestion(COUNTED, f"Wat staat er onder {heads}: aantallen of bedragen?", choices, "aantal")


def division_question(shown: str, proposed: str) -> IntakeQuestion:
    """What becomes of how many times how much, where a sheet has nothing but another amount."""
    choices = (
        IntakeChoice("prijs", "het aantal blijft, en de prijs wordt anders"),
        IntakeChoice("bedrag", "aantal 1, met het bedrag als prijs"),
        IntakeChoice("niet", "het bedrag blijft zoals het was"),
    )
    what = "In het dossier staat een aantal maal een prijs, en in het blad alleen een ander bedrag"
    return IntakeQuestion(DIVISION, f"{what}: {shown}. Wat wordt het?", choices, proposed)


def groups_question(named: Sequence[str], plural: str, proposed: str, lack: str) -> IntakeQuestion:
    """Whether these rows are headings; `lack` is what makes them look like that: `met alleen een naam`."""
    more = [f"nog {len(named) - _MOST_EXAMPLES}"] if len(named) > _MOST_EXAMPLES else []
    shown = dutch.enumerate_words([*named[:_MOST_EXAMPLES], *more])
    is_one = len(named) == 1
    subject = f"{dutch.count(len(named), 'regel', 'regels')} {lack}"
    text = f"{dutch.capital(subject)}: {shown}. Wat {'is' if is_one else 'zijn'} dat?"
    choices = (
        IntakeChoice("over", "tussenkop: overslaan" if is_one else "tussenkoppen: overslaan"),
        IntakeChoice("mee", f"ook {plural}: meenemen"),
    )
    return IntakeQuestion(GROUPS, text, choices, proposed)


def head_question(rows: Sequence[SheetRow], proposed: str, *, may_be_none: bool = True) -> IntakeQuestion:
    """In which row the heads stand, when none is known: one of these, or none if that may be."""
    choices = [IntakeChoice(str(row.number), f"regel {row.number}: {_told_cells(row)}") for row in rows]
    if may_be_none:
        choices.append(IntakeChoice(NONE, "er zijn geen koppen: alle regels meenemen"))
    text = "Geen enkele kop is herkend. In welke regel staan de namen van de kolommen?"
    return IntakeQuestion(HEAD_ROW, text, tuple(choices), proposed)


def _told_cells(row: SheetRow) -> str:
    return " | ".join(shortened(clean_line(str(cell)), LONGEST_CELL) for cell in row.cells[:MOST_CELLS] if cell)


def hidden_question(rows: Sequence[int]) -> IntakeQuestion:
    """Whether rows that the sheet hides count."""
    which = f"Regel {rows[0]} is" if len(rows) == 1 else f"{dutch.count(len(rows), 'regel', 'regels')} zijn"
    choices = (IntakeChoice("niet", "overslaan"), IntakeChoice("mee", "ook overnemen"))
    return IntakeQuestion(HIDDEN, f"{which} in het blad verborgen. Ook overnemen?", choices, "niet")


def choice_key(spec: FieldSpec, word: str) -> str:
    """The key of the question what a word in a field of choices means."""
    return f"{CHOICE}{spec.name}:{clean_line(word).replace('=', ' ').casefold()}"


def choice_question(spec: FieldSpec, word: str, rows: int) -> IntakeQuestion:
    """Which of the choices of a field a word means."""
    shown = f"‘{shortened(clean_line(word), LONGEST_CELL)}’"
    choices = tuple(IntakeChoice(choice.value, choice.label) for choice in spec.choices)
    text = f"Wat is {shown} bij {spec.label} ({dutch.count(rows, 'regel', 'regels')})?"
    return IntakeQuestion(choice_key(spec, word), text, (*choices, IntakeChoice(NONE, "niet overnemen")), NONE)


def word_year_question(
    spec: FieldSpec, word: str, rows: int, years: Sequence[int], proposed: int | None
) -> IntakeQuestion:
    """Which year a word in a column of years means; without a year in it none is proposed."""
    shown = f"‘{shortened(clean_line(word), LONGEST_CELL)}’"
    choices = tuple(IntakeChoice(str(year), str(year)) for year in years)
    text = f"Welk jaar is {shown} bij {spec.label} ({dutch.count(rows, 'regel', 'regels')})?"
    key = choice_key(spec, word)
    return IntakeQuestion(key, text, (*choices, IntakeChoice(NONE, "niet overnemen")), str(proposed or NONE))
