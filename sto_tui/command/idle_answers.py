"""Answers that were typed and say nothing about the sheet: named, with the questions that there are."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from sto_tui.domain import dutch
from sto_tui.domain.text import cut
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.sheets.table_reader import IntakeError

_COLUMN = "kolom:"
_LONGEST = 40


def told_idle(
    read: Callable[[dict[str, str]], IntakeProposal],
    proposal: IntakeProposal,
    given: Mapping[str, str],
    typed: Mapping[str, str],
) -> Iterator[str]:
    """A Dutch sentence for each answer in `typed` that changes nothing; `proposal` is what was read with all `given`.

    An answer counts when the sheet is read otherwise without it, or its question is then asked. A column that is
    pointed at may be the one that is read anyway.
    """
    questions = {question.key: None for question in proposal.questions}
    idle = []
    for key in typed:
        if key in questions:
            yield f"‘{cut(typed[key], _LONGEST)}’ is geen antwoord op {cut(key, _LONGEST)}."
        elif not key.startswith(_COLUMN):
            without = _without(read, given, key)
            if without is not None and key in {question.key for question in without.questions}:
                questions[key] = None
            elif without == proposal:
                idle.append(key)
    asked = [cut(key, _LONGEST) for key in questions]
    there_are = f"wel: {dutch.enumerate_words(asked)}" if asked else "er is niets te vragen"
    for key in idle:
        answer = f"{cut(key, _LONGEST)}={cut(typed[key], _LONGEST)}"
        yield f"Het antwoord {answer} verandert niets, want dat is bij dit blad geen vraag ({there_are})."


def _without(
    read: Callable[[dict[str, str]], IntakeProposal], given: Mapping[str, str], key: str
) -> IntakeProposal | None:
    """What is read without one answer; None when nothing can be read then."""
    with suppress(IntakeError):
        return read({other: answer for other, answer in given.items() if other != key})
    return None
