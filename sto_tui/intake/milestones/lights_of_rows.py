"""How far the rows of a tab are: by a word, a percentage, or a yes or no that says whether a row still counts."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sto_tui.domain import dutch
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.text import cut, plain
from sto_tui.intake.milestones.answers import COLOUR, INACTIVE, NONE, READY, SKIP, STATE, UNDERWAY, SheetAnswers
from sto_tui.intake.milestones.colours import SheetColours
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.doubtful_states import (
    StateDoubt,
    asked_again,
    crosses_beside,
    denied_states,
    state_with_day,
    told_meaning,
)
from sto_tui.intake.milestones.doubts import inactive_question, ready_question, state_question, underway_question
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.colour_names import colour_name
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.denied_heads import denial_of
from sto_tui.intake.tables.head_words import HeadKind
from sto_tui.intake.tables.sheet_legends import Meaning, meaning_of
from sto_tui.intake.tables.states import Percentages, light_of_percent, percentages, state_of
from sto_tui.intake.telling import Advised

MOST_STATES = 8
_YES = frozenset(("ja", "j", "yes", "y", "true", "waar", "1", "x"))
_NO = frozenset(("nee", "n", "no", "false", "onwaar", "0"))
_SAYS_MORE = re.compile(r"\w[,;:] ?\w|\([^)]*[^\W\d_]{2}|(?:\S+ ){3}")
_POINT = "Moet dat anders, wijs dan met o een kolom aan."
_SAYS_OUT: tuple[tuple[HeadKind, frozenset[str]], ...] = (("active", _NO), ("inactive", _YES))


@dataclass
class LightsRead:
    """By row the light and a word that is not taken as one; rows that do not count any more stand in `skipped`.

    `words` say more than how far it is (`loopt, wacht op offerte`), and are kept whatever becomes of the light.
    """

    by_row: dict[int, tuple[Stoplicht | None, str]] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    questions: list[IntakeQuestion] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def lights_of(
    blocks: Sequence[Block],
    answers: SheetAnswers,
    colours: SheetColours,
    meanings: Mapping[str, Meaning],
) -> LightsRead:
    """The lights of all rows with these answers.

    `colours` are of cells in the column of lights without a word, `meanings` what the sheet says of its signs.
    """
    return _Reader(blocks, answers, colours, meanings).read


class _Reader:
    def __init__(
        self,
        blocks: Sequence[Block],
        answers: SheetAnswers,
        colours: SheetColours,
        meanings: Mapping[str, Meaning],
    ) -> None:
        self.answers, self.colours, self.meanings, self.read = answers, colours, meanings, LightsRead()
        # Words that are states elsewhere, and here may say something else.
        self.doubts: dict[str, StateDoubt] = {}
        self.meant: dict[str, None] = {}
        self.unknown: Counter[str] = Counter()
        self.no_state: Counter[str] = Counter()
        self.not_taken: Counter[str] = Counter()
        self.underway: list[tuple[int, str]] = []
        # Rows that another column calls ready: of green ones and others, and these columns.
        self.ready: list[int] = []
        self.half_way: list[int] = []
        self.contradicted: list[tuple[int, Stoplicht]] = []
        self.heads: dict[str, None] = {}
        for block in blocks:
            self._leave_out_inactive(block)
            self._read_block(block)
            self._tell_notes(block)
        words = [word for word, times in self.unknown.most_common() if times]
        self.read.questions += [self._question(word) for word in words[:MOST_STATES]]
        self._ask_underway()
        self._ask_ready()
        self._tell()

    def _leave_out_inactive(self, block: Block) -> None:
        """Rows that a column of yes and no calls inactive or archived."""
        for kind, says_out in _SAYS_OUT:
            column = block.columns.kinds.by_kind.get(kind)
            if column is None:
                continue
            head = _head(block, column)
            words = (_YES if says_out is _NO else _NO) if denial_of(head) == "niet" else says_out
            rows = [row.number for row, _ in block.rows if plain(row.text(column)) in words]
            if not rows:
                continue
            if not self.answers.get(INACTIVE):
                self.read.questions.append(inactive_question(head, rows))
            if self.answers.get(INACTIVE) == SKIP:
                self.read.skipped |= {*rows}

    def _read_block(self, block: Block) -> None:
        percents = self._percents(block)
        at = block.columns.fields.get("light")
        self.doubts |= self._doubts(block, at) if at is not None else {}
        for row, _ in block.rows:
            word = self._word(row, at) or percents.unclear.get(row.number, "")
            if row.number in self.read.skipped:
                continue
            if word and self.answers.get(f"{STATE}{word}") == SKIP:
                self.read.skipped.add(row.number)
                continue
            light, is_open = self._beside(self._light(word), word, self._others(block, row, percents), row.number)
            self.unknown[word.casefold()] += is_open
            self._hold_against(row.number, light if word else None, percents)
            if _says_more(word):
                self.read.words[row.number] = word
            self._count_without(word, light, is_open=is_open)
            if light is None and not word and row.number in percents.by_row:
                light = self._light_of_percent(row.number, percents.by_row[row.number])
            self.read.by_row[row.number] = (light, word if is_open else "")

    def _hold_against(self, row: int, light: Stoplicht | None, percents: Percentages) -> None:
        """A word that says it is ready, or not begun, beside a percentage between."""
        is_between = 0 < percents.by_row.get(row, 0) < 100
        if is_between and light in (Stoplicht.GEREED, Stoplicht.NIET_GESTART):
            self.half_way.append(row)

    def _tell_notes(self, block: Block) -> None:
        """That states among the notes give no light, where no other column does."""
        fields = block.columns.fields
        if "note" not in fields or {"light", "percent"} & fields.keys():
            return
        words = {row.text(fields["note"]).strip(): None for row, _ in block.rows}
        if states := [cut(word, 30) for word in words if _is_state(word)]:
            head = cut(_head(block, fields["note"]), 40)
            told = f"‘{head}’ is in zijn geheel toelichting; als stoplicht is niets genomen, ook niet {named(states)}."
            self.read.remarks.append(Advised(told, "Anders: --kolom Stoplicht= met de letter ervan.", _POINT))

    def _others(self, block: Block, row: SheetRow, percents: Percentages) -> dict[Stoplicht, str]:
        """What other columns surely say of a row, with the head of the first that does."""
        heads = {column.index: column.head for column in block.columns.kinds.columns}
        others: dict[Stoplicht, str] = {}
        for at in block.columns.kinds.more_lights:
            state = state_of(row.text(at)) if row.cell(at) not in NOTHING else None
            if state and not state.asked and plain(row.text(at)) not in self._doubts(block, at):
                others.setdefault(state.light, heads[at])
        if percents.by_row.get(row.number, 0) >= 100:
            others.setdefault(Stoplicht.GEREED, heads[block.columns.fields["percent"]])
        return others

    def _beside(
        self, read: tuple[Stoplicht | None, bool], word: str, others: dict[Stoplicht, str], row: int
    ) -> tuple[Stoplicht | None, bool]:
        """The light with what other columns say: a grey or empty cell says less than these, and ready is said once."""
        light, is_open = read
        state = state_of(word)
        is_grey = is_open and state is not None and state.light is Stoplicht.NIET_GESTART
        if others and (is_grey or not word):
            return (Stoplicht.GEREED if Stoplicht.GEREED in others else next(iter(others))), False
        if Stoplicht.GEREED not in others or light in (None, Stoplicht.GEREED):
            return read
        self.heads[others[Stoplicht.GEREED]] = None
        if light is Stoplicht.GROEN:
            self.ready.append(row)
            return light if self.answers.get(READY) == "stand" else Stoplicht.GEREED, False
        self.contradicted.append((row, light))
        answer = self.answers.get(READY)
        return (Stoplicht.GEREED if answer == "gereed" else light if answer == "stand" else None), False

    def _doubts(self, block: Block, at: int) -> dict[str, StateDoubt]:
        """The words in a column that say something else than they do elsewhere."""
        words = [row.text(at) for row, _ in block.rows if row.cell(at) not in NOTHING]
        return crosses_beside(words) | denied_states(_head(block, at), words)

    def _ask_ready(self) -> None:
        """One question for all rows that are ready in one column and red, orange or not begun in another."""
        heads = dutch.enumerate_words([f"‘{cut(head, 30)}’" for head in self.heads])
        if self.contradicted and not self.answers.get(READY):
            self.read.questions.append(ready_question(heads, self.contradicted))
        if self.half_way:
            self.read.remarks.append(f"Het woord telt, en niet het percentage ernaast: {rows_named(self.half_way)}.")
        if self.ready and self.answers.get(READY) != "stand":
            told = f"Groen, en volgens {heads} klaar; genomen als gereed: {rows_named(self.ready)}."
            self.read.remarks.append(Advised(told, f"Anders: --antwoord {READY}=stand."))

    def _word(self, row: SheetRow, at: int | None) -> str:
        """The word in the column of lights; the colour of a cell without one, or with only a dot."""
        word = row.text(at).strip() if at is not None and row.cell(at) not in NOTHING else ""
        colour = self.colours.by_row.get(row.number, "")
        return f"{COLOUR}{colour}" if colour and not any(map(str.isalnum, word)) and not state_of(word) else word

    def _question(self, word: str) -> IntakeQuestion:
        if word.startswith(COLOUR):
            return self.colours.question(word.removeprefix(COLOUR), self.unknown[word])
        question = state_question(word, state_of(word) or state_with_day(word), self.unknown[word])
        doubt, meaning = self.doubts.get(plain(word)), meaning_of(word, self.meanings)
        return asked_again(question, doubt, meaning)

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
        if meaning := meaning_of(word, self.meanings):
            meant = state_of(meaning.text)
            if meant is None or meant.asked:
                return None, True
            if state != meant:
                self.meant[told_meaning(word, meaning, meant.light)] = None
            return meant.light, False
        is_sure = state is not None and not state.asked and plain(word) not in self.doubts
        return (state.light, False) if state and is_sure else (None, True)

    def _light_of_percent(self, row: int, percent: float) -> Stoplicht | None:
        light = light_of_percent(percent)
        if light is None:
            self.underway.append((row, f"{percent:g}%".replace(".", ",")))
            light = _light_named(self.answers.get(UNDERWAY))
        return light

    def _percents(self, block: Block) -> Percentages:
        at = block.columns.fields.get("percent")
        read = percentages([row.text(at) for row, _ in block.rows]) if at is not None else Percentages({})
        head = _head(block, at) if at is not None else ""
        if read.by_row and denial_of(head):
            self.read.remarks.append(f"Niet overgenomen als voortgang: de percentages onder ‘{cut(head, 40)}’.")
            return Percentages({})
        if read.asked:
            self.read.remarks.append(f"Bij ‘{cut(head, 40)}’ staat alleen 0 en 1: niet overgenomen als percentage.")
            return Percentages({})
        return Percentages(
            {block.rows[place][0].number: percent for place, percent in read.by_row.items()},
            unclear={block.rows[place][0].number: text.strip() for place, text in read.unclear.items()},
        )

    def _ask_underway(self) -> None:
        if not self.underway:
            return
        rows = [row for row, _ in self.underway]
        if not self.answers.get(UNDERWAY):
            self.read.questions.append(underway_question([percent for _, percent in self.underway]))
        elif self.answers.get(UNDERWAY) == NONE:
            self.read.remarks.append(f"Een percentage tussen 0 en 100 geeft hier geen stoplicht: {rows_named(rows)}.")

    def _tell(self) -> None:
        self.read.remarks += self.meant
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


def _is_state(word: str) -> bool:
    """Whether a note is nothing but a state or a percentage; yes and no may be about anything."""
    state = state_of(word) if plain(word) not in _YES | _NO else None
    return (state is not None and not state.asked) or ("%" in word and bool(percentages([word]).by_row))


def _says_more(word: str) -> bool:
    """Whether a word that is no state has more to say than how far it is, such as a reason or a day."""
    if state_of(word) or word.startswith(COLOUR):
        return False
    return bool(_SAYS_MORE.search(word)) or state_with_day(word) is not None


def _light_named(answer: str) -> Stoplicht | None:
    return next((light for light in Stoplicht if light.value.replace("_", "-") == answer), None)


def _head(block: Block, at: int) -> str:
    return next((column.head for column in block.columns.kinds.columns if column.index == at), "")
