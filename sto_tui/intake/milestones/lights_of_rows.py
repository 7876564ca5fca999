"""How far the rows of a tab are: by a word, a percentage, or a yes or no that says whether a row still counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sto_tui.domain import dutch
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.text import plain
from sto_tui.intake.milestones.answers import INACTIVE, NONE, SKIP, STATE, UNDERWAY, SheetAnswers
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.doubts import inactive_question, state_question, underway_question
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.head_words import HeadKind
from sto_tui.intake.tables.states import Percentages, light_of_percent, percentages, state_of

MOST_STATES = 8
_MOST_NAMED = 6
_YES = frozenset(("ja", "j", "yes", "y", "true", "waar", "1", "x"))
_NO = frozenset(("nee", "n", "no", "false", "onwaar", "0"))
_SAYS_OUT: tuple[tuple[HeadKind, frozenset[str]], ...] = (("active", _NO), ("inactive", _YES))


@dataclass
class LightsRead:
    """By row the light and a word that is not taken as one; rows that do not count any more stand in `skipped`."""

    by_row: dict[int, tuple[Stoplicht | None, str]] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    questions: list[IntakeQuestion] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def lights_of(blocks: Sequence[Block], answers: SheetAnswers) -> LightsRead:
    """The lights of all rows with these answers."""
    return _Reader(blocks, answers).read


class _Reader:
    def __init__(self, blocks: Sequence[Block], answers: SheetAnswers) -> None:
        self.answers, self.read = answers, LightsRead()
        self.unknown: Counter[str] = Counter()
        self.underway: list[tuple[int, str]] = []
        for block in blocks:
            self._leave_out_inactive(block)
            self._read_block(block)
        words = [word for word, times in self.unknown.most_common() if times]
        self.read.questions += [
            state_question(word, state_of(word), self.unknown[word]) for word in words[:MOST_STATES]
        ]
        self._ask_underway()
        self._tell()

    def _leave_out_inactive(self, block: Block) -> None:
        """Rows that a column of yes and no calls inactive or archived."""
        for kind, says_out in _SAYS_OUT:
            column = block.columns.kinds.by_kind.get(kind)
            if column is None:
                continue
            rows = [row.number for row, _ in block.rows if plain(row.text(column)) in says_out]
            if not rows:
                continue
            if not self.answers.get(INACTIVE):
                head = next(each.head for each in block.columns.kinds.columns if each.index == column)
                self.read.questions.append(inactive_question(head, rows))
            if self.answers.get(INACTIVE) == SKIP:
                self.read.skipped |= {*rows}

    def _read_block(self, block: Block) -> None:
        percents = self._percents(block)
        at = block.columns.fields.get("light")
        for row, _ in block.rows:
            word = row.text(at).strip() if at is not None and row.cell(at) not in NOTHING else ""
            if row.number in self.read.skipped:
                continue
            if word and self.answers.get(f"{STATE}{word}") == SKIP:
                self.read.skipped.add(row.number)
                continue
            light, is_open = self._light(word)
            self.unknown[word.casefold()] += is_open
            is_taken_out = not light and not is_open and word and not says_no_date(word)
            if light is None and not word and row.number in percents.by_row:
                light = self._light_of_percent(row.number, percents.by_row[row.number])
            self.read.by_row[row.number] = (light, word if is_open or is_taken_out else "")

    def _light(self, word: str) -> tuple[Stoplicht | None, bool]:
        """The light of a word, and whether it has to be asked."""
        if not word or says_no_date(word):
            return None, False
        answer = self.answers.get(f"{STATE}{word}")
        if answer:
            return _light_named(answer), False
        state = state_of(word)
        return (state.light, False) if state and not state.asked else (None, True)

    def _light_of_percent(self, row: int, percent: float) -> Stoplicht | None:
        light = light_of_percent(percent)
        if light is None:
            self.underway.append((row, f"{percent:g}%".replace(".", ",")))
            light = _light_named(self.answers.get(UNDERWAY))
        return light

    def _percents(self, block: Block) -> Percentages:
        at = block.columns.fields.get("percent")
        read = percentages([row.text(at) for row, _ in block.rows]) if at is not None else Percentages({})
        if read.asked:
            self.read.remarks.append("De percentages zijn alleen 0 en 1 en zijn niet overgenomen.")
            return Percentages({})
        return Percentages({block.rows[place][0].number: percent for place, percent in read.by_row.items()})

    def _ask_underway(self) -> None:
        if not self.underway:
            return
        rows = [row for row, _ in self.underway]
        if not self.answers.get(UNDERWAY):
            self.read.questions.append(underway_question([percent for _, percent in self.underway]))
        elif self.answers.get(UNDERWAY) == NONE:
            self.read.remarks.append(f"Een percentage tussen 0 en 100 geeft hier geen stoplicht: {_rows_named(rows)}.")

    def _tell(self) -> None:
        if self.read.skipped:
            rows = sorted(self.read.skipped)
            self.read.remarks.append(f"Niet meer actief of vervallen, en overgeslagen: {_rows_named(rows)}.")


def _light_named(answer: str) -> Stoplicht | None:
    return next((light for light in Stoplicht if light.value.replace("_", "-") == answer), None)


def _rows_named(rows: Sequence[int]) -> str:
    if len(rows) == 1:
        return f"regel {rows[0]}"
    more = [f"nog {len(rows) - _MOST_NAMED}"] if len(rows) > _MOST_NAMED else []
    return f"de regels {dutch.enumerate_words([*map(str, rows[:_MOST_NAMED]), *more])}"
