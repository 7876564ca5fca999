"""Several lines pasted on the wall: a question first, about new tables and about what is wrong; then one change."""

from collections.abc import Sequence

from sto_tui.domain.dutch import capital, count, enumerate_words
from sto_tui.domain.text import shortened
from sto_tui.planning.evaluation.pasted_entries import PastedEntries
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.planning.pasted_text import LineTrouble
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.workshop.moment import Moment

MOST_TOLD = 5
_WIDTH = 70


def named_count(moment: Moment, many: int) -> str:
    """So many of what is typed in this round."""
    is_action = moment.standing.round is Round.ACTIES
    return count(many, "actie", "acties") if is_action else count(many, "antwoord", "antwoorden")


def question_about(moment: Moment, lines: Sequence[str], pasted: PastedEntries) -> QuestionWindow:
    """Asks whether these lines are to be added: True for all that can be, with the tables that have yet to come in."""
    if pasted.of_new_tables:
        return _about_tables(moment, pasted)
    if pasted.wrong:
        return _about_the_others(moment, pasted)
    return QuestionWindow(
        f"Geplakt: {named_count(moment, len(lines))}. Toevoegen?",
        _told(lines),
        yes="Toevoegen",
        no="Niet toevoegen",
        yes_first=True,
    )


def _about_tables(moment: Moment, pasted: PastedEntries) -> QuestionWindow:
    now = moment.walk.session.tables or 0 if moment.walk.session else 0
    tables = [str(table) for table in range(now + 1, pasted.tables + 1)]
    named = f"tafel{'s' * (len(tables) > 1)} {enumerate_words(tables)}"
    of_new = [f"Regel {trouble.number} ‘{shortened(trouble.text, _WIDTH - 10)}’" for trouble in pasted.of_new_tables]
    more = named_count(moment, len(pasted.of_new_tables) + len(pasted.fitting))
    return QuestionWindow(
        f"Geplakt: {more}. {'Zijn er' if len(tables) > 1 else 'Is er een'} {named} bij gekomen?",
        [f"De bijeenkomst heeft nu {count(now, 'tafel', 'tafels')}.", *_told(of_new), *told_wrong(pasted.wrong)],
        yes=f"Met {named} toevoegen",
        no=f"Zonder {lines_named(pasted.left_out)}",
        yes_first=True,
    )


def _about_the_others(moment: Moment, pasted: PastedEntries) -> QuestionWindow:
    many = named_count(moment, len(pasted.fitting))
    return QuestionWindow(
        f"{capital(lines_named(pasted.wrong))} {'klopt' if len(pasted.wrong) == 1 else 'kloppen'} niet. "
        f"De andere toevoegen?",
        told_wrong(pasted.wrong),
        yes=f"{capital(many)} toevoegen",
        no="Niet toevoegen",
        yes_first=True,
    )


def left_out(troubles: Sequence[LineTrouble]) -> str:
    """Which lines were not added; the first of them stands on the line, to be corrected."""
    if len(troubles) == 1:
        return f"Niet toegevoegd: regel {troubles[0].number}; die staat nu op de regel."
    return f"Niet toegevoegd: {lines_named(troubles)}; regel {troubles[0].number} staat nu op de regel."


def told_wrong(troubles: Sequence[LineTrouble]) -> list[str]:
    """What is wrong with each line, by its number and its words."""
    return _told(
        [f"Regel {trouble.number} ‘{shortened(trouble.text, 30)}’: {trouble.sentence}" for trouble in troubles]
    )


def lines_named(troubles: Sequence[LineTrouble]) -> str:
    """`regel 5`, or `regels 5 en 7`; of many, how many."""
    numbers = [str(trouble.number) for trouble in troubles]
    if len(numbers) > MOST_TOLD:
        return count(len(numbers), "regel", "regels")
    return f"regel{'s' * (len(numbers) > 1)} {enumerate_words(numbers)}"


def _told(lines: Sequence[str]) -> list[str]:
    more = [f"… en nog {len(lines) - MOST_TOLD}"] * (len(lines) > MOST_TOLD)
    return [*(shortened(line, 2 * _WIDTH) for line in lines[:MOST_TOLD]), *more]
