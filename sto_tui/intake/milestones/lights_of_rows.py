"""How far the rows of a tab are: by a word, a percentage, or a yes or no that says whether a row still counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sto_tui.domain import dutch
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.text import cut, plain
from sto_tui.intake.milestones.answers import COLOUR, INACTIVE, NONE, SKIP, STATE, UNDERWAY, SheetAnswers
from sto_tui.intake.milestones.colours import SheetColours
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.doubts import inactive_question, state_question, underway_question
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.colour_names import colour_name
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.head_words import HeadKind
from sto_tui.intake.tables.states import Percentages, light_of_percent, percentages, state_of

MOST_STATES = 8
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


def lights_of(blocks: Sequence[Block], answers: SheetAnswers, colours: SheetColours) -> LightsRead:
    """The lights of all rows with these answers; `colours` are of cells in the column of lights without a word."""
    return _Reader(blocks, answers, colours).read


class _Reader:
    def __init__(self, blocks: Sequence[Block], answers: SheetAnswers, colours: SheetColours) -> None:
        self.answers, self.colours, self.read = answers, colours, LightsRead()
        self.unknown: Counter[str] = Counter()
        self.no_state: Counter[str] = Counter()
        self.not_taken: Counter[str] = Counter()
        self.underway: list[tuple[int, str]] = []
        for block in blocks:
            self._leave_out_inactive(block)
            self._read_block(block)
        words = [word for word, times in self.unknown.most_common() if times]
        self.read.questions += [self._question(word) for word in words[:MOST_STATES]]
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
            word = self._word(row, at)
            if row.number in self.read.skipped:
                continue
            if word and self.answers.get(f"{STATE}{word}") == SKIP:
                self.read.skipped.add(row.number)
                continue
            light, is_open = self._light(word)
            self.unknown[word.casefold()] += is_open
            self._count_without(word, light, is_open=is_open)
            if light is None and not word and row.number in percents.by_row:
                light = self._light_of_percent(row.number, percents.by_row[row.number])
            self.read.by_row[row.number] = (light, word if is_open else "")

    def _word(self, row: SheetRow, at: int | None) -> str:
        """The word in the column of lights; the colour of a cell without one, or with only a dot."""
        word = row.text(at).strip() if at is not None and row.cell(at) not in NOTHING else ""
        colour = self.colours.by_row.get(row.number, "")
        return f"{COLOUR}{colour}" if colour and not any(map(str.isalnum, word)) and not state_of(word) else word

    def _question(self, word: str) -> IntakeQuestion:
        if word.startswith(COLOUR):
            return self.colours.question(word.removeprefix(COLOUR), self.unknown[word])
        return state_question(word, state_of(word), self.unknown[word])

    def _count_without(self, word: str, light: Stoplicht | None, *, is_open: bool) -> None:
        """Words that give no light: those that say that there is none, and those of which a person said so."""
        if not word or light or is_open:
            return
        (self.no_state if says_no_date(word) else self.not_taken)[word] += 1

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
            self.read.remarks.append(f"Een percentage tussen 0 en 100 geeft hier geen stoplicht: {rows_named(rows)}.")

    def _tell(self) -> None:
        for words, what in ((self.no_state, "Zonder stand"), (self.not_taken, "Niet overgenomen als stand")):
            if words:
                named = dutch.enumerate_words(
                    [f"‘{self._named(word)}’ ({dutch.count(rows, 'rij', 'rijen')})" for word, rows in words.items()]
                )
                self.read.remarks.append(f"{what}: {named}.")
        if self.read.skipped:
            rows = sorted(self.read.skipped)
            self.read.remarks.append(f"Niet meer actief of vervallen, en overgeslagen: {rows_named(rows)}.")

    def _named(self, word: str) -> str:
        return colour_name(word.removeprefix(COLOUR)) if word.startswith(COLOUR) else cut(word, 30)


def _light_named(answer: str) -> Stoplicht | None:
    return next((light for light in Stoplicht if light.value.replace("_", "-") == answer), None)
