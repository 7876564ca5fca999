"""Figures for how likely or how bad something is: one question says what the scale is, instead of one a figure."""

import re
from collections.abc import Iterable, Mapping, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.plan import Size
from sto_tui.domain.record import Choice
from sto_tui.domain.text import plain
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.tables.table_answers import SCALE

_BY_FIGURE = "los"
# The highest figure of a scale, with the highest that is small and that is middling.
_SCALES: Mapping[int, tuple[int, int]] = {3: (1, 2), 4: (1, 3), 5: (2, 3), 10: (3, 6)}
_USUAL = (3, 5, 10)
# Behind the highest figure: 1 is the highest there.
_TURNED = "om"
_SAYS_TURNED = re.compile(r"(?<!\d)1\s*(?:=|:|is)\s*(?:(?:zeer|heel|erg)\s+)?(?:hoog|groot|ernstig|high|large)")


def size_of(word: str, answer: str) -> Choice | None:
    """What a figure is on the scale that was answered; None for another word, or without such an answer."""
    figure, top = _figure(word), _top(answer)
    if figure is None or top not in _SCALES or figure > top:
        return None
    small, middling = _SCALES[top]
    figure = top + 1 - figure if answer.endswith(_TURNED) else figure
    return Size.KLEIN if figure <= small else Size.MIDDEL if figure <= middling else Size.GROOT


def says_turned(texts: Iterable[str]) -> bool:
    """Whether a head or title says that 1 is the highest: `Kans (1 = hoog)`."""
    return any(_SAYS_TURNED.search(plain(text)) for text in texts)


def is_figure(word: str) -> bool:
    """Whether a word may be a figure of a scale."""
    return _figure(word) is not None


def scale_question(
    labels: Sequence[str], words: Iterable[str], answer: str, *, is_turned: bool = False
) -> IntakeQuestion | None:
    """What the scale is of the figures in these columns; None when it was answered, or there are too few to ask.

    Where the sheet says so, it `is_turned`: 1 is the highest.
    """
    figures = sorted({figure for word in words if (figure := _figure(word)) is not None})
    if len(figures) < 2 or answer == _BY_FIGURE or _top(answer) >= figures[-1]:
        return None
    fitting = [top for top in _SCALES if top >= figures[-1]]
    proposed = next(top for top in _USUAL if top in fitting)
    tops = sorted(fitting, key=lambda top: top != proposed)
    usual = [IntakeChoice(str(top), _told(top)) for top in tops]
    turned = [IntakeChoice(f"{top}{_TURNED}", _told_turned(top)) for top in (tops if is_turned else tops[:1])]
    choices = [*turned, *usual] if is_turned else [*usual, *turned]
    choices.append(IntakeChoice(_BY_FIGURE, "anders: vraag het per cijfer"))
    shown = dutch.enumerate_words([str(figure) for figure in figures])
    text = f"Bij {dutch.enumerate_words([*labels])} staan cijfers ({shown}). Wat is de schaal?"
    return IntakeQuestion(SCALE, text, tuple(choices), choices[0].key)


def _top(answer: str) -> int:
    """The highest figure of the scale that was answered; 0 without one."""
    top = answer.removesuffix(_TURNED)
    return int(top) if top.isdecimal() else 0


def _figure(word: str) -> int | None:
    text = word.strip().removesuffix(".0")
    return int(text) if text.isdecimal() and 1 <= int(text) <= max(_SCALES) else None


def _told(top: int) -> str:
    small, middling = _SCALES[top]
    parts = ((1, small, Size.KLEIN), (small + 1, middling, Size.MIDDEL), (middling + 1, top, Size.GROOT))
    spans = [f"{f'{first}' if first == last else f'{first}-{last}'} {size.label}" for first, last, size in parts]
    return f"1 tot en met {top}: {', '.join(spans)}"


def _told_turned(top: int) -> str:
    small, middling = _SCALES[top]
    parts = ((1, top - middling, Size.GROOT), (top - middling + 1, top - small, Size.MIDDEL))
    spans = [f"{f'{first}' if first == last else f'{first}-{last}'} {size.label}" for first, last, size in parts]
    first = top - small + 1
    lowest = f"{top}" if first == top else f"{first}-{top}"
    return f"andersom, 1 tot en met {top}: {', '.join(spans)}, {lowest} {Size.KLEIN.label}"
