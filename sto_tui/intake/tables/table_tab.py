"""Which tab of a file has the table that is wanted, and which of its rows count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.text import cut
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.table_answers import HIDDEN, TAB, TableAnswers
from sto_tui.intake.tables.table_questions import hidden_question, tab_question
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab

_MOST_NAMED = 8
_ALMOST = 0.75


@dataclass(frozen=True)
class ChosenTab:
    """The tab, and what is asked and told about the others."""

    tab: Tab
    questions: tuple[IntakeQuestion, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class HiddenRows:
    """The numbers of the hidden rows that do not count, and what is asked and told about them."""

    numbers: frozenset[int]
    questions: tuple[IntakeQuestion, ...]
    remarks: tuple[str, ...]


def chosen_tab(
    sheet: SheetFile, answers: TableAnswers, score: Callable[[Tab], float], is_table: Callable[[Tab], bool], plural: str
) -> ChosenTab:
    """The tab that was answered, else the one with the best heads; when another is about as good it is asked."""
    visible = [tab for tab in sheet.tabs if tab.is_visible] or [*sheet.tabs]
    named = next((tab for tab in visible if tab.name.casefold() == answers.get(TAB)), None)
    by_score = sorted(visible, key=lambda tab: -score(tab))
    tab = named or by_score[0]
    alike = [each for each in by_score if is_table(each) and score(each) >= _ALMOST * score(tab)]
    questions = []
    if not named and len(alike) > 1:
        questions.append(tab_question([(each.name, len(each.rows)) for each in alike], plural, tab.name))
    others = [f"‘{cut(each.name, 40)}’" for each in sheet.tabs if each is not tab]
    told = f"Gelezen is tabblad ‘{cut(tab.name, 40)}’; niet gelezen: {first_named(others)}."
    return ChosenTab(tab, tuple(questions), (told,) if others else ())


def hidden_rows(sheet: SheetFile, tab: Tab, rows: Sequence[SheetRow], answers: TableAnswers) -> HiddenRows:
    """The hidden ones of these rows, as long as nobody says that they count."""
    looks = sheet.looks(tab)
    hidden = sorted({row.number for row in rows if row.number in looks.hidden_rows})
    if not hidden or answers.get(HIDDEN) == "mee":
        return HiddenRows(frozenset(), (), ())
    questions = () if answers.get(HIDDEN) == "niet" else (hidden_question(hidden),)
    told = f"In het blad verborgen en overgeslagen: {named_rows(hidden)}."
    return HiddenRows(frozenset(hidden), questions, (told,))


def named_rows(rows: Sequence[int]) -> str:
    """`regel 3`, or `de regels 3, 4 en nog 9`."""
    return f"{'regel' if len(rows) == 1 else 'de regels'} {first_named([str(row) for row in rows])}"


def first_named(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = [f"nog {len(names) - _MOST_NAMED}"] if len(names) > _MOST_NAMED else []
    return dutch.enumerate_words([*names[:_MOST_NAMED], *more])
