"""Figures for how likely or how bad something is: one question says what the scale is, instead of one a figure."""

from collections.abc import Iterable, Mapping, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.plan import Size
from sto_tui.domain.record import Choice
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.tables.table_answers import SCALE

_BY_FIGURE = "los"
# The highest figure of a scale, with the highest that is small and that is middling.
_SCALES: Mapping[int, tuple[int, int]] = {3: (1, 2), 4: (1, 3), 5: (2, 3), 10: (3, 6)}
_USUAL = (3, 5, 10)


def size_of(word: str, answer: str) -> Choice | None:
    """What a figure is on the scale that was answered; None for another word, or without such an answer."""
    figure = _figure(word)
    if figure is None or not answer.isdecimal() or int(answer) not in _SCALES or figure > int(answer):
        return None
    small, middling = _SCALES[int(answer)]
    return Size.KLEIN if figure <= small else Size.MIDDEL if figure <= middling else Size.GROOT


def is_figure(word: str) -> bool:
    """Whether a word may be a figure of a scale."""
    return _figure(word) is not None


def scale_question(labels: Sequence[str], words: Iterable[str], answer: str) -> IntakeQuestion | None:
    """What the scale is of the figures in these columns; None when it was answered, or there are too few to ask."""
    figures = sorted({figure for word in words if (figure := _figure(word)) is not None})
    if len(figures) < 2 or answer == _BY_FIGURE or (answer.isdecimal() and int(answer) >= figures[-1]):
        return None
    fitting = [top for top in _SCALES if top >= figures[-1]]
    proposed = next(top for top in _USUAL if top in fitting)
    choices = [IntakeChoice(str(top), _told(top)) for top in sorted(fitting, key=lambda top: top != proposed)]
    choices.append(IntakeChoice(_BY_FIGURE, "anders: vraag het per cijfer"))
    shown = dutch.enumerate_words([str(figure) for figure in figures])
    text = f"Bij {dutch.enumerate_words([*labels])} staan cijfers ({shown}). Wat is de schaal?"
    return IntakeQuestion(SCALE, text, tuple(choices), str(proposed))


def _figure(word: str) -> int | None:
    text = word.strip().removesuffix(".0")
    return int(text) if text.isdecimal() and 1 <= int(text) <= max(_SCALES) else None


def _told(top: int) -> str:
    small, middling = _SCALES[top]
    parts = ((1, small, Size.KLEIN), (small + 1, middling, Size.MIDDEL), (middling + 1, top, Size.GROOT))
    spans = [f"{f'{first}' if first == last else f'{first}-{last}'} {size.label}" for first, last, size in parts]
    return f"1 tot en met {top}: {', '.join(spans)}"
