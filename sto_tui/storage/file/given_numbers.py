"""Which numbers the decisions of the stuurgroep were ever given, as it stands in the file: in `meta`, per year.

A decision that is removed takes its number along, and no other one may get it.
"""

from collections.abc import Iterable, Mapping

from sto_tui.domain.change import Edit
from sto_tui.domain.resolution_numbers import highest_numbers, highest_of_all
from sto_tui.domain.steering import Resolution
from sto_tui.storage.file.migrations import RawTables

KEY = "given_numbers"
_HIGHEST = 999_999


def given_in(raw: RawTables) -> Mapping[int, int]:
    """Per year the highest that a file notes; what another program left there is passed over."""
    noted = raw["meta"]["1"].get(KEY)
    if not isinstance(noted, dict):
        return {}
    return {
        int(year): number
        for year, number in noted.items()
        if year.isascii() and year.isdecimal() and len(year) == 4 and isinstance(number, int) and number <= _HIGHEST
    }


def given_after(raw: RawTables, edits: Iterable[Edit]) -> Mapping[int, int]:
    """The same after these edits: with what they give, and what they take away."""
    versions = (version for edit in edits for version in (edit.before, edit.after))
    numbers = (version.number for version in versions if isinstance(version, Resolution))
    return highest_of_all(given_in(raw), highest_numbers(numbers))


def with_given(raw: RawTables, given: Mapping[int, int]) -> RawTables:
    """The tables with these noted."""
    about = {name: value for name, value in raw["meta"]["1"].items() if name != KEY}
    if given:
        about[KEY] = {str(year): number for year, number in given.items()}
    return {**raw, "meta": {**raw["meta"], "1": about}}


class GivenBefore:
    """What versions note in whose place another came, or that came in its place: no number of theirs is given again."""

    def __init__(self) -> None:
        self._given: Mapping[int, int] = {}

    def saw(self, raw: RawTables) -> None:
        """A version of this dossier that is not the file any more, or is not to be."""
        self._given = highest_of_all(self._given, given_in(raw))

    def noted(self, raw: RawTables) -> RawTables:
        """The tables with the highest of what they note and of these; the same ones when that adds nothing."""
        given = highest_of_all(self._given, given_in(raw))
        return raw if given == given_in(raw) else with_given(raw, given)
