"""The lists of what is told and what is learned at place 4: communicatie with the moments to tell of, and scholing."""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain.communication import Communication
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import short_date
from sto_tui.domain.learning import Training
from sto_tui.planning.moments_to_tell import MomentToTell, moments_to_tell
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.training_days import days_in_words, training_years
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.frame.section import BLANK, Offer, group
from sto_tui.widgets.record_list import Cell, Row

_TURN = "Met enter maak je hier een communicatiemoment van: "
_AUDIENCE = Shown[Communication]("audience", width=18)
_MESSAGE = Shown[Communication]("message", share=2, least=20, wrap=True)
_WHEN = Shown[Communication]("date", width=11)
COMMUNICATION = ListOf(
    Communication,
    _AUDIENCE,
    _MESSAGE,
    Shown("means", width=18, drop=1),
    _WHEN,
    Shown("owner", width=16, drop=2, role="muted"),
    none="Nog geen communicatie. Druk op a om iets toe te voegen.",
)


def communication_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """What is told, and below that the moments of which nobody is told yet."""
    rows = list(COMMUNICATION.rows(dossier, today))
    moments = moments_to_tell(as_of_today(dossier, today))
    for reached, words in ((True, "Bereikt, nog niet verteld of gevierd"), (False, "Snelle resultaten die komen")):
        some = [moment for moment in moments if moment.is_reached is reached]
        if some:
            rows += [BLANK, group(f"{words} ({len(some)})")]
            rows += [_moment_row(moment) for moment in some]
    return rows


def _moment_row(moment: MomentToTell) -> Row:
    milestone = moment.milestone
    offer = Offer("communication", str(milestone.id), moment.values, f"{_TURN}{milestone.number} {milestone.title}.")
    cells: dict[Shown[Communication], Cell] = {
        _AUDIENCE: ("* snel resultaat" if milestone.quick_win else "mijlpaal", "muted"),
        _MESSAGE: f"{milestone.number}  {milestone.title}",
        _WHEN: (short_date(moment.day) if moment.day else "", "muted"),
    }
    return COMMUNICATION.other_row(offer, cells)


_DAYS = Shown[Training]("days", width=7, align="right", empty=("–", "muted"))
TRAINING = ListOf(
    Training,
    Shown("who", share=2, least=18, wrap=True),
    Shown("what", share=2, least=20, wrap=True),
    Shown("date", width=10),
    Shown("speerpunt", width=20, drop=1, role="muted"),
    _DAYS,
    none="Nog geen scholing. Druk op a om de eerste regel van het scholingsplan toe te voegen.",
)


def training_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The lines per year, with the days of the year; then those of all years."""
    rows: list[Row] = []
    years = list(training_years(dossier))
    for own in years:
        name = str(own.year) if own.year else "Nog zonder datum"
        rows += [BLANK] * bool(rows) + [group(f"{name}: {days_in_words(own.trainings)}")]
        rows += TRAINING.rows_of(own.trainings, dossier, today)
    if len(years) > 1:
        every = tuple(training for own in years for training in own.trainings)
        rows += [BLANK, group(f"Alle jaren samen: {days_in_words(every)}")]
    return rows or [TRAINING.none]
