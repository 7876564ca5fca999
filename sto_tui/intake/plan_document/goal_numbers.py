"""The goals that a text names by number, as in `Draagt bij aan doel 1`, and what a goal says that is measured of it."""

import re
from collections.abc import Collection, Mapping, Sequence

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.measured_values import cut_at_labels
from sto_tui.intake.plan_document.numbers_before import number_before
from sto_tui.intake.plan_document.pieces import sentences, without_stop
from sto_tui.intake.plan_document.plan_words import Slot, year_named

_WORD = re.compile(r"(?:hoofddoel|doelstelling|doel)\s+(?=\d)", re.IGNORECASE)
_LETTER = re.compile(r"^[A-Z]\.?(?=\d{1,2}$)")
_GOAL = r"(?:hoofd|sub)?doel(?:en|stelling(?:en)?)?"
_UP_TO = r"\s*(?:t/m|tot en met|-|–)\s*"
_NUMBER = rf"\d{{1,2}}(?:{_UP_TO}\d{{1,2}})?"
_NEXT = rf"(?:\s*[,&/;]\s*|\s+)(?:en |en aan |aan )?(?:{_GOAL} )?{_NUMBER}"
_NUMBERS = rf"(?:{_GOAL}(?: ?nr\.?| nummers?)?:?\s*)?{_NUMBER}(?:{_NEXT})*"
_LEAD = (
    r"(?:(?:dit|deze|het|de|een|onze|we|wij|speerpunt|project|deelproject|activiteit|actielijn|thema|is|zijn|draagt|"
    r"dragen|levert|leveren|bij|aan|bijdrage|bijdragen|hoort|horen|werkt|werken|mee|gekoppeld|koppeling|gericht|op|met|"
    r"sluit|past|valt|onder|voor|realiseert|realisatie|van|relatie|link|dient|ten|behoeve)[: ]+)*"
)
_IN_TITLE = re.compile(r"(.+?)\s*\(([^()]*doel[^()]*)\)", re.IGNORECASE)
_GOALS_ONLY = re.compile(rf"\W*{_LEAD}({_NUMBERS})\W*")
# Behind the numbers the sentence goes on about something else: in `doel 1 en 20 leerlingen` the 20 is none.
_GOES_ON = r"(?:om|omdat|door|doordat|en|want|van|uit|zodat|met|in|voor|waarbij|die|is|zijn|wordt|worden)"
_SERVES = re.compile(
    r"\b(?:draagt|dragen|levert een bijdrage|leveren een bijdrage|bijdrage|werkt|werken|hoort|past) (?:bij |mee )*"
    rf"(?:aan|bij) (?:de |het |onze )?(?={_GOAL})({_NUMBERS})(?!\d)(?=\W*$|[.,;:)]|\s+{_GOES_ON}\b)"
)

GoalValues = dict[Slot, tuple[str, int | None]]
"""What is measured of a goal, each with the year that its label names."""


def numbers_in(text: str) -> list[int]:
    """The goals of `1, 3 en 4`, `doel 2` or `Draagt bij aan de doelen 1 t/m 3.`; none when it says anything else."""
    match = _GOALS_ONLY.fullmatch(plain(text))
    return _listed(match[1]) if match else []


def goals_served(text: str) -> list[int]:
    """The goals that a text says it contributes to, with whatever else it says."""
    return [number for match in _SERVES.finditer(plain(text)) for number in _listed(match[1])]


def title_and_goals(title: str) -> tuple[str, list[int]]:
    """The title of a part and the goals that it names behind it, as in `Lab (doel 1, 2)`."""
    match = _IN_TITLE.fullmatch(title)
    numbers = numbers_in(match[2]) if match else []
    return (match[1], numbers) if match and numbers else (title, [])


def goal_number(text: str, letter: str = "") -> tuple[str, str]:
    """The number of a goal as somebody typed it, and its text; a number of parts is that of something else.

    Behind the letter that all goals have before it, as in `N01` and `N02`, it is the number too.
    """
    number, rest = number_before(_WORD.sub("", text, count=1) if _WORD.match(text) else text)
    number = _LETTER.sub("", number) if letter and number.startswith(letter) else number
    return (number, rest) if number.isdecimal() else ("", text)


class GoalLetters:
    """The letters that all goals of a list or table have before their numbers, as `N1` and `N2` do.

    Behind another letter than that of the first goals a number is not that of a goal: `B1` is not `A1`.
    """

    def __init__(self) -> None:
        self._first: str | None = None
        self._of_tables: dict[int, str] = {}

    def add(self, numbers: Sequence[tuple[int, str]]) -> None:
        """The numbers of goals, each with its table; a list is 0."""
        for table in dict.fromkeys(table for table, _ in numbers):
            letter = _letter_of([_WORD.sub("", number) for of, number in numbers if of == table])
            self._first = letter if self._first is None else self._first
            self._of_tables[table] = letter if letter == self._first else ""

    def number(self, text: str) -> tuple[str, str]:
        """The number of a goal in a list, and its text."""
        return goal_number(text, self._of_tables.get(0, ""))

    def number_alone(self, text: str, table: int) -> str:
        """The number in a cell of its own: `4` of `Doel 4`, and of `N4` where all goals have this letter."""
        number, letter = _WORD.sub("", text).strip(" .)"), self._of_tables.get(table)
        return _LETTER.sub("", number) if letter and number.startswith(letter) else number


def _letter_of(numbers: Sequence[str]) -> str:
    """The one letter before all these numbers; empty when there are others, or only one number."""
    letters = {number[:1] if _LETTER.match(number.strip(" .)")) else "" for number in numbers}
    return letters.pop() if len(numbers) > 1 and len(letters) == 1 else ""


def without_values(text: str, wanted: Collection[Slot]) -> tuple[str, GoalValues]:
    """A goal without what it says itself of these, as in `Meer leerlingen. Nulmeting 2025: 250; streefwaarde: 300.`."""
    values: GoalValues = {}
    lines = [_left_of(line, wanted, values) for line in text.split("\n")]
    left = "\n".join(filter(None, lines))
    return (left, values) if left and values else (text, {})


def apart(values: Mapping[Slot, str]) -> tuple[dict[Slot, str], GoalValues]:
    """The values of a goal, and what they say of another that has none, as in `31%. Streefwaarde: 40%`."""
    kept, beside = dict(values), GoalValues()
    for slot, text in values.items():
        value, measured = cut_at_labels(text, is_value=True)
        others = [piece.slot for piece in measured]
        is_plain = not any(piece.behind for piece in measured) and len({*others}) == len(others)
        if measured and is_plain and not any(values[other] or other in beside for other in others):
            kept[slot] = without_stop(value)
            beside |= {piece.slot: (piece.value, year_named(piece.label)) for piece in measured}
    for slot in (Slot.BASELINE, Slot.TARGET):
        if len(kept[slot].split("\n")) == len(sentences(kept[slot])) == 1:
            kept[slot] = without_stop(kept[slot])
    return kept, beside


def _left_of(line: str, wanted: Collection[Slot], values: GoalValues) -> str:
    """What stays of a line when its values are taken out."""
    opening, measured = cut_at_labels(line)
    left = [opening]
    for piece in measured:
        if piece.slot in wanted and piece.slot not in values and piece.value:
            values[piece.slot] = (piece.value, year_named(piece.label))
            left.append(piece.behind)
        else:
            left.append(piece.text)
    return " ".join(filter(None, left))


def _listed(numbers: str) -> list[int]:
    listed: list[int] = []
    for first, last in re.findall(rf"(\d{{1,2}})(?:{_UP_TO}(\d{{1,2}}))?", numbers):
        listed += [*range(int(first), int(last or first) + 1)]
    return [*dict.fromkeys(listed)]
