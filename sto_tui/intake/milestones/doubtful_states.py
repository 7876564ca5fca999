"""Words of a column of states that are known, and here may say something else: a cross beside ticks, a denied head."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.text import clean_line, plain, shortened
from sto_tui.intake.milestones.answers import NONE, STATE
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.denied_heads import denial_of
from sto_tui.intake.tables.sheet_legends import Meaning
from sto_tui.intake.tables.states import StateWord, state_of
from sto_tui.intake.tables.written_dates import written_date
from sto_tui.intake.telling import Advised

_CROSSES = frozenset(("x", "xx"))
_LONGEST = 40
# Ready and not begun are what a yes and a no say below a head; other words say it themselves.
_ANSWERS = frozenset(
    ("ja", "nee", "j", "n", "yes", "no", "y", "true", "false", "waar", "onwaar", "x", "xx", "v", "✓", "✔", "☑", "✅",
     "ok", "oke", "1", "0")
)  # fmt: skip


@dataclass(frozen=True)
class StateDoubt:
    """Why a word may say something else, as the begin of a sentence, and what it then most likely is."""

    why: str
    proposed: Stoplicht | None


def crosses_beside(words: Sequence[str]) -> dict[str, StateDoubt]:
    """A cross is a yes where nothing else stands; beside other words and marks it may be a no."""
    filled = {plain(word): clean_line(word) for word in words if word.strip() and not says_no_date(word)}
    crosses = _CROSSES & filled.keys()
    states = {word: state_of(word) for word in filled.keys() - crosses}
    others = {word: state for word, state in states.items() if not (state and state.light is Stoplicht.NIET_GESTART)}
    if not crosses or not others:
        return {}
    is_ready = any(state and state.light is Stoplicht.GEREED for state in others.values())
    beside = shortened(filled[min(others)], _LONGEST)
    proposed = Stoplicht.NIET_GESTART if is_ready else Stoplicht.GEREED
    return {cross: StateDoubt(f"Naast ‘{beside}’ kan een x ja of nee zijn.", proposed) for cross in crosses}


def denied_states(head: str, words: Sequence[str]) -> dict[str, StateDoubt]:
    """Yes and no below a head that denies a state or hangs something on it."""
    denial = denial_of(head)
    asked = {word for word in map(plain, words) if word in _ANSWERS} if denial else set()
    shown = shortened(clean_line(head), _LONGEST)
    if denial == "niet":
        why = f"Boven de kolom staat ‘{shown}’: dat is een ontkenning."
        return {word: StateDoubt(why, _turned(word)) for word in asked}
    why = f"Boven de kolom staat ‘{shown}’: dat zegt niet zeker dat het klaar is."
    return {word: StateDoubt(why, None) for word in asked}


def _turned(word: str) -> Stoplicht:
    state = state_of(word)
    is_no = word == "0" or (state is not None and state.light is Stoplicht.NIET_GESTART)
    return Stoplicht.GEREED if is_no else Stoplicht.NIET_GESTART


def state_with_day(word: str) -> StateWord | None:
    """The state in `gereed 12-11-2026` or `12-11-2026: klaar`; None for words with no day, or with more than both."""
    words = word.split()
    for at in range(1, len(words)):
        for state, day in ((words[:at], words[at:]), (words[at:], words[:at])):
            if (read := state_of(" ".join(state))) and written_date(" ".join(day)):
                return replace(read, asked=True)
    return None


def asked_again(question: IntakeQuestion, doubt: StateDoubt | None, meaning: Meaning | None) -> IntakeQuestion:
    """The question about a word, with why it is asked or with what the sheet says of it."""
    if meaning:
        said = f"Het blad zegt (regel {meaning.row}): ‘{shortened(meaning.text, _LONGEST)}’."
        return replace(question, text=f"{said} {question.text}", proposed=NONE)
    if doubt is None:
        return question
    proposed = doubt.proposed.value.replace("_", "-") if doubt.proposed else NONE
    return replace(question, text=f"{doubt.why} {question.text}", proposed=proposed)


def told_meaning(word: str, meaning: Meaning, light: Stoplicht) -> Advised:
    """That the sheet says itself what a sign is."""
    told = (
        f"‘{shortened(word, _LONGEST)}’ is genomen als {light.label}, want het blad zegt (regel {meaning.row}): "
        f"‘{shortened(meaning.text, _LONGEST)}’."
    )
    return Advised(told, f'Anders: --antwoord "{STATE}{word.casefold()}=…".')
