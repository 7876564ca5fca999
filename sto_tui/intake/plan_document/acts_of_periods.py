"""The acts of a speerpunt by their period, and the period that is named for all of them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Paragraph, Spot
from sto_tui.intake.plan_document.line_texts import joined_text, pieces_by_period
from sto_tui.intake.plan_document.no_words import DASHES, NOTHING
from sto_tui.intake.plan_document.pieces import acts_in
from sto_tui.intake.plan_document.running_text import period_and_how_often
from sto_tui.intake.plan_document.written_periods import (
    LONGEST,
    between,
    days_named,
    is_begin,
    is_end,
    part_and_act,
    period_and_act,
    read_period,
)
from sto_tui.intake.plan_document.written_plan import WrittenPhase

NO_PERIOD = "periode niet genoemd"
_HOW_OFTEN = "hoe vaak iets gebeurt, heeft in het dossier geen eigen plaats"
NO_ACTS = "er staan geen activiteiten bij deze periode"
Tell = Callable[[Spot, str, str], None]
"""Says what was not understood: where it stands, the text, and why."""


class ActsOfPeriods:
    """Puts acts in `phases`, one for each period in the order in which they are named."""

    def __init__(self, phases: list[WrittenPhase], tell: Tell) -> None:
        self._phases, self._tell = phases, tell

    def put(self, period: str, paragraphs: Sequence[Paragraph]) -> None:
        """Acts of a period; in one line may stand those of the next, as in `kopen, 2028: verven`."""
        for paragraph in paragraphs:
            for piece in pieces_by_period(paragraph.text):
                label, text = period_and_act(piece) or part_and_act(piece, period) or (period, piece)
                self._put_phase(label, (replace(paragraph, text=text),))

    def _put_phase(self, period: str, paragraphs: Sequence[Paragraph]) -> None:
        written = read_period(period)
        label = written.label if written else " ".join(period.split())
        if len(label) > LONGEST:
            self._tell(paragraphs[0].spot, f"{label}: {joined_text(paragraphs)}", "de periode is niet te lezen")
            return
        # `2020: n.v.t.` says of that year that nothing is done in it.
        nothing = NOTHING if label == NO_PERIOD else DASHES
        acts = [act for act in acts_in(paragraphs) if plain(act) not in nothing]
        if not acts:
            return
        phase = next((phase for phase in self._phases if plain(phase.label) == plain(label)), None)
        if phase is None:
            phase = WrittenPhase(label)
            self._phases.append(phase)
        phase.acts += acts


class WhenOfAll:
    """What a speerpunt says of when it all is: periods without acts, and `Start: …` and `Gereed: …`."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._whens: list[tuple[str, Spot]] = []
        self._ends: dict[str, tuple[str, Spot]] = {}

    def note(self, period: str, spot: Spot) -> None:
        """Keeps a period that no acts stand under."""
        self._whens.append((period, spot))

    def is_when(self, line: str, spot: Spot) -> bool:
        """Whether a line says nothing but when, which is kept, and how often at most."""
        often = period_and_how_often(line)
        if often:
            self._tell(spot, often[1], _HOW_OFTEN)
        when = often[0] if often else line
        is_when = read_period(when) is not None or any(days_named(when))
        if is_when:
            self.note(when, spot)
        return is_when

    def is_end(self, label: str, text: str, spot: Spot) -> bool:
        """Whether it says when all of the speerpunt begins or is ready, which is kept."""
        is_one = bool(text) and (is_begin(label) or is_end(label)) and any(days_named(text))
        is_new = is_one and not any(is_begin(one) == is_begin(label) for one in self._ends)
        self._ends |= {label: (text, spot)} if is_new else {}
        return is_new

    def settle(self, phases: Sequence[WrittenPhase]) -> None:
        """Nothing more comes: acts without a period are of the one that is named for all."""
        self._put_ends()
        if len(self._whens) == 1 and [phase.label for phase in phases] == [NO_PERIOD]:
            period = read_period(self._whens[0][0])
            phases[0].label = period.label if period else self._whens[0][0]
        else:
            for line, spot in self._whens:
                self._tell(spot, line, NO_ACTS)

    def _put_ends(self) -> None:
        """Makes the period of all acts of `Start: …` and `Gereed: …`."""
        ends = {is_begin(label): text for label, (text, _) in self._ends.items()}
        text = between(ends.get(True, ""), ends.get(False, ""))
        for label, (day, spot) in self._ends.items():
            if not text:
                self._tell(spot, f"{label}: {day}", "de periode is niet te lezen")
        if text:
            self.note(text, next(iter(self._ends.values()))[1])
