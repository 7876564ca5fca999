"""The questions about a table that comes in, in Dutch, each with what it would make of cells of the sheet itself."""

from collections.abc import Sequence

from sto_tui.domain import dutch
from sto_tui.domain.record import FieldSpec
from sto_tui.domain.text import clean_line, shortened
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.amounts import Mark, Notation, number_in
from sto_tui.intake.tables.column_kinds import letters
from sto_tui.intake.tables.sheet_questions import LONGEST_CELL, shown_cells, shown_rows
from sto_tui.intake.tables.table_answers import CHOICE, DECIMALS, HIDDEN, NONE, TAB, YEAR, column_key

_MOST_EXAMPLES = 3


def tab_question(tabs: Sequence[tuple[str, int]], table: str, proposed: str) -> IntakeQuestion:
    """Which of several tabs has the table."""
    choices = tuple(IntakeChoice(name, f"tabblad {name}, {dutch.count(rows, 'rij', 'rijen')}") for name, rows in tabs)
    return IntakeQuestion(TAB, f"Op welk tabblad staan de {table}?", choices, proposed)


def column_question(label: str, columns: Sequence[int], head: SheetRow, rows: Sequence[SheetRow]) -> IntakeQuestion:
    """In which column the field with this label stands: one of these."""
    choices = [
        IntakeChoice(letters(at), head.text(at) or f"kolom {letters(at)}", _examples(at, rows), at) for at in columns
    ]
    choices.append(IntakeChoice(NONE, "in geen van deze"))
    key = column_key(label)
    text, table = f"In welke kolom staat ‘{label}’?", shown_cells([head, *rows])
    return IntakeQuestion(key, text, tuple(choices), choices[0].key, shown_rows([head, *rows]), table)


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


def year_question(years: Sequence[int], about: str) -> IntakeQuestion:
    """In which year what has none belongs."""
    choices = tuple(IntakeChoice(str(year), str(year)) for year in years)
    return IntakeQuestion(YEAR, f"In welk jaar {about}?", choices, str(years[0]))


def hidden_question(rows: Sequence[int]) -> IntakeQuestion:
    """Whether rows that the sheet hides count."""
    many = dutch.count(len(rows), "verborgen regel", "verborgen regels")
    choices = (IntakeChoice("niet", "overslaan"), IntakeChoice("mee", "meenemen"))
    return IntakeQuestion(HIDDEN, f"Het blad heeft {many}. Wat moet ermee?", choices, "niet")


def choice_key(spec: FieldSpec, word: str) -> str:
    """The key of the question what a word in a field of choices means."""
    return f"{CHOICE}{spec.name}:{clean_line(word).replace('=', ' ').casefold()}"


def choice_question(spec: FieldSpec, word: str, rows: int) -> IntakeQuestion:
    """Which of the choices of a field a word means."""
    shown = f"‘{shortened(clean_line(word), LONGEST_CELL)}’"
    choices = tuple(IntakeChoice(choice.value, choice.label) for choice in spec.choices)
    text = f"Wat is {shown} bij {spec.label} ({dutch.count(rows, 'regel', 'regels')})?"
    return IntakeQuestion(choice_key(spec, word), text, (*choices, IntakeChoice(NONE, "niet overnemen")), NONE)
