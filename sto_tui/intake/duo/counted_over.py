"""What a figure keeps of its counts: over which vestigingen each year was counted, and what has to be known of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

from sto_tui.domain.counting import CountedVestiging, CountedYear, Counting, CountingRule
from sto_tui.domain.text import plain
from sto_tui.intake.duo.wording import first_named


@dataclass(frozen=True)
class YearsRead:
    """The years that were read, each with the vestigingen it is over, and those that stay, all of one choice."""

    counted: Mapping[int, tuple[CountedVestiging, ...]]
    kept: frozenset[int]
    provisional: frozenset[int] = frozenset()
    choice: str = ""

    @property
    def newest(self) -> int:
        """The newest year that was read."""
        return max(self.counted)


def counted_vestiging(key: str, name: str) -> CountedVestiging:
    """A vestiging as a figure keeps it; its key is its id too, so that it is the same one wherever it was read."""
    return CountedVestiging(id=int(key, 36), key=key, name=name)


def counted_years(countings: Iterable[Counting]) -> set[int]:
    """The years that came from DUO."""
    return {counted_year.year for counting in countings for counted_year in counting.years}


def years_of_choice(countings: Iterable[Counting], choice: str) -> set[int]:
    """The years of which the vestigingen were chosen so."""
    return counted_years(counting for counting in countings if choice and plain(counting.choice) == plain(choice))


def years_over(countings: Iterable[Counting], vestigingen: Iterable[CountedVestiging]) -> set[int]:
    """The years that were counted over these vestigingen; their names may have changed."""
    keys = keys_of(vestigingen)
    return counted_years(counting for counting in countings if keys_of(counting.vestigingen) == keys)


def keys_of(vestigingen: Iterable[CountedVestiging]) -> frozenset[str]:
    """The vestigingen without their names."""
    return frozenset(vestiging.key for vestiging in vestigingen)


def countings_after(before: Sequence[Counting], read: YearsRead) -> tuple[Counting, ...]:
    """What was counted over what after these years were taken in: years over the same vestigingen together."""
    over: dict[int, tuple[CountedVestiging, ...]] = dict(read.counted)
    provisional = set(read.provisional)
    for counting in before:
        for counted_year in (year for year in counting.years if year.year in read.kept and year.year not in over):
            over[counted_year.year] = counting.vestigingen
            if counted_year.provisional and counted_year.year > read.newest:
                provisional.add(counted_year.year)
    together: dict[frozenset[str], list[int]] = {}
    for year in sorted(over):
        together.setdefault(keys_of(over[year]), []).append(year)
    return tuple(
        Counting(
            id=_number_of(keys),
            years=tuple(CountedYear(id=year, year=year, provisional=year in provisional) for year in years),
            # As they are called in the newest of these years.
            vestigingen=over[years[-1]],
            choice=read.choice,
        )
        for keys, years in together.items()
    )


def _number_of(keys: Iterable[str]) -> int:
    """The id of a counting is of its vestigingen, so that two copies of a dossier know it as the same one."""
    return 1 + crc32(" ".join(sorted(keys)).encode())


def changes_told(countings: Sequence[Counting], years_read: Collection[int]) -> Iterator[str]:
    """`2024 zonder De Brink (02CD00)`: per year that was read or follows on one what differs from the year before."""
    over = {
        counted_year.year: {vestiging.key: vestiging for vestiging in counting.vestigingen}
        for counting in countings
        for counted_year in counting.years
    }
    for before, year in pairwise(sorted(over)):
        if {before, year} & set(years_read):
            for word, more, less in (("met", over[year], over[before]), ("zonder", over[before], over[year])):
                if names := [more[key].shown for key in sorted(more.keys() - less.keys())]:
                    yield f"{year} {word} {first_named(names)}"


def rules_after(
    before: Collection[CountingRule], read: YearsRead, rules: Iterable[CountingRule]
) -> tuple[CountingRule, ...]:
    """What has to be known of the years that were read, and of those that stay."""
    still = {CountingRule.MASKED, CountingRule.EMPTY, CountingRule.UNDIVIDED} & set(before) if read.kept else set()
    return tuple(sorted({*rules, *still}, key=lambda rule: rule.position))
