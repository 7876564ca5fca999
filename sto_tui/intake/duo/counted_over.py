"""What a figure keeps of its counts: over which vestigingen each year was counted, and what has to be known of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sto_tui.domain.counting import CountedVestiging, CountedYear, Counting, CountingRule


@dataclass(frozen=True)
class YearsRead:
    """The years that were read and those that stay, all over these vestigingen."""

    vestigingen: tuple[CountedVestiging, ...]
    years: frozenset[int]
    kept: frozenset[int]
    provisional: frozenset[int] = frozenset()


def counted_vestiging(key: str, name: str) -> CountedVestiging:
    """A vestiging as a figure keeps it; its key is its id too, so that it is the same one wherever it was read."""
    return CountedVestiging(id=int(key, 36), key=key, name=name)


def counted_years(countings: Iterable[Counting]) -> set[int]:
    """The years that came from DUO."""
    return {counted_year.year for counting in countings for counted_year in counting.years}


def years_over(countings: Iterable[Counting], vestigingen: Iterable[CountedVestiging]) -> set[int]:
    """The years that were counted over these vestigingen; their names may have changed."""
    keys = _keys(vestigingen)
    return counted_years(counting for counting in countings if _keys(counting.vestigingen) == keys)


def countings_after(before: Sequence[Counting], read: YearsRead) -> tuple[Counting, ...]:
    """What was counted over what after these years were taken in."""
    provisional = set(read.provisional)
    for counted_year in (counted_year for counting in before for counted_year in counting.years):
        if counted_year.provisional and counted_year.year in read.kept and counted_year.year > max(read.years):
            provisional.add(counted_year.year)
    years = tuple(
        CountedYear(id=year, year=year, provisional=year in provisional) for year in sorted(read.years | read.kept)
    )
    return (Counting(id=1, years=years, vestigingen=_as_called(before, read)),)


def rules_after(
    before: Collection[CountingRule], read: YearsRead, rules: Iterable[CountingRule]
) -> tuple[CountingRule, ...]:
    """What has to be known of the years that were read, and of those that stay."""
    still = {CountingRule.MASKED, CountingRule.EMPTY} & set(before) if read.kept else set()
    return tuple(sorted({*rules, *still}, key=lambda rule: rule.position))


def _as_called(before: Sequence[Counting], read: YearsRead) -> tuple[CountedVestiging, ...]:
    """The vestigingen as they are called in the newest year."""
    newest = max(read.years | read.kept)
    with_newest = [counting for counting in before if newest in counted_years([counting]) and newest not in read.years]
    return with_newest[0].vestigingen if with_newest else read.vestigingen


def _keys(vestigingen: Iterable[CountedVestiging]) -> set[str]:
    return {vestiging.key for vestiging in vestigingen}
