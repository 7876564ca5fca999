"""The numbers of what the stuurgroep decides: `2027-3`, by year, as minutes and mails quote them.

A decision gets its number with the change that gives it a day, keeps it, and no other one ever gets it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.steering import Resolution
from sto_tui.patterns import pattern

_NUMBER = pattern(r"([0-9]{4})-([0-9]{1,6})")


def day_of(dossier: Dossier, resolution: Resolution) -> date | None:
    """Its own day, else that of its meeting."""
    meeting = dossier.whole.of(Meeting).get(resolution.session or 0)
    return resolution.date or (meeting.date if meeting else None)


def highest_numbers(numbers: Iterable[str]) -> Mapping[int, int]:
    """Per year the highest of `2027-1`, `2027-2`; what a region numbers in another way is passed over."""
    highest: dict[int, int] = {}
    for number in numbers:
        if match := _NUMBER.fullmatch(number):
            year, place = map(int, match.groups())
            highest[year] = max(place, highest.get(year, 0))
    return highest


def highest_of_all(*given: Mapping[int, int]) -> Mapping[int, int]:
    """Per year the highest of these."""
    return {year: max(numbers.get(year, 0) for numbers in given) for year in sorted(set[int]().union(*given))}


def numbers_to_give(dossier: Dossier, given: Mapping[int, int]) -> Iterator[tuple[Resolution, str]]:
    """The decisions with a day and without a number, as they were written down, with the number each gets.

    So one of an earlier day that is added later takes no number that minutes already quote. `given` is per year the
    highest that was ever given, also to what is there no more.
    """
    resolutions = [resolution for _, resolution in sorted(dossier.whole.of(Resolution).items())]
    last = dict(highest_of_all(given, highest_numbers(resolution.number for resolution in resolutions)))
    for resolution in resolutions:
        day = day_of(dossier, resolution)
        if day and not resolution.number:
            last[day.year] = last.get(day.year, 0) + 1
            yield resolution, f"{day.year}-{last[day.year]}"
