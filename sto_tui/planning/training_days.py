"""The days of the scholingsplan, added up per year."""

from collections.abc import Iterator
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.learning import Training


@dataclass(frozen=True)
class TrainingYear:
    """The trainings of a year ; without a year those without a day."""

    year: int | None
    trainings: tuple[Training, ...]


def training_years(dossier: Dossier) -> Iterator[TrainingYear]:
    """Each year with its trainings, and then those without a day."""
    trainings = tuple(dossier.of(Training).values())
    years = sorted({training.date.year for training in trainings if training.date})
    for year in years:
        yield TrainingYear(year, tuple(own for own in trainings if own.date and own.date.year == year))
    if undated := tuple(training for training in trainings if training.date is None):
        yield TrainingYear(None, undated)


def days_in_words(trainings: tuple[Training, ...]) -> str:
    """The sum of the days, and how many lines say none: `84 dagen`, `2 dagen, en 1 regel zonder dagen`."""
    silent = sum(training.days is None for training in trainings)
    if silent == len(trainings):
        return "dagen nog niet bekend"
    total = sum(training.days or 0 for training in trainings)
    words = f"{dutch.number(total)} {'dag' if total == 1 else 'dagen'}"
    return f"{words}, en {dutch.count(silent, 'regel', 'regels')} zonder dagen" if silent else words
