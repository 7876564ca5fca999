"""Where a milestone of a sheet belongs: the speerpunt, theme or deelproject that its row names."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import in_own_words, level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.region import Region
from sto_tui.domain.text import cut, plain
from sto_tui.intake.milestones.place_names import speerpunten_by_name, themes_by_name
from sto_tui.intake.milestones.rows import Line
from sto_tui.intake.telling import first_of

MOST_NAMED = 6
# A heading that only says when is no part of a plan.
_YEAR = re.compile(r"(?:jaar |kalenderjaar )?20\d\d")


# What stands behind the number of a speerpunt in that of a milestone of it, and a number that names some part.
_BEHIND_NUMBER = re.compile(r"[a-z]|[.-]\d+[a-z]?")
_OF_PART = re.compile(r"[a-z]?\d*\.\d+(?:[a-z]|[.-]\d+[a-z]?)", re.IGNORECASE)


class Places:
    """Finds themes and speerpunten by number or title."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._themes = themes_by_name(dossier)
        self._speerpunten = speerpunten_by_name(dossier)

    def values(self, line: Line, existing: Milestone | None) -> dict[str, Any]:
        """The fields speerpunt, theme and deelproject that a row sets; those it says nothing about are left out.

        Words that are neither a theme nor a speerpunt are put in `no_place` of the row.
        """
        speerpunt = self._speerpunten.get(plain(line.speerpunt)) if line.speerpunt else None
        theme = self._themes.get(plain(line.theme)) if line.theme else None
        if line.theme and theme is None and speerpunt is None:
            speerpunt = self._speerpunten.get(plain(line.theme))
        deelproject = line.deelproject
        if line.headings:
            speerpunt, deelproject = self._below_theme(line, speerpunt, deelproject)
        line.no_place += [(name, False) for name in line.lost_headings]
        if deelproject and not line.deelproject_is_meant and theme is None and speerpunt is None:
            theme = self._themes.get(plain(deelproject))
            speerpunt = None if theme else self._speerpunten.get(plain(deelproject))
            deelproject = "" if theme or speerpunt else deelproject
        deelproject = self._with_unknown(line, deelproject)
        values: dict[str, Any] = {"deelproject": deelproject} if deelproject else {}
        if speerpunt:
            if theme and theme.id != speerpunt.theme:
                words = level_words(self._dossier.region)
                line.remarks.append(
                    f"Regel {line.row}: {words.speerpunt.singular} {speerpunt.number} hoort niet bij "
                    f"{words.theme.singular} {theme.number}; genomen is {words.speerpunt.singular} {speerpunt.number}."
                )
            return values | {"speerpunt": speerpunt.id, "theme": None}
        if theme and (existing is None or self._dossier.theme_of(existing) != theme):
            return values | {"theme": theme.id, "speerpunt": None}
        return values

    def by_number(self, number: str) -> Speerpunt | None:
        """The speerpunt of which a milestone has the number, with a letter or number behind it: `1.1c` is of 1.1."""
        typed = plain(number)
        own = {plain(speerpunt.number): speerpunt for speerpunt in self._dossier.of(Speerpunt).values()}
        begins = [one for one in own if typed.startswith(one) and _BEHIND_NUMBER.fullmatch(typed[len(one) :])]
        # `1.1.2a` is of 1.1.2, also where 1.1 is a speerpunt too.
        return own[max(begins, key=len)] if begins else None

    def _below_theme(self, line: Line, speerpunt: Speerpunt | None, deelproject: str) -> tuple[Speerpunt | None, str]:
        """Of the headings below the outermost the one that is a speerpunt, and as deelproject what is called so.

        Without one that is called so it is the nearest; the others are told.
        """
        known = next((name for name in reversed(line.headings) if plain(name) in self._speerpunten), None)
        if known and speerpunt is None:
            speerpunt = self._speerpunten[plain(known)]
        rest = [name for name in line.headings if name != known]
        called = [name for name in rest if plain(name).startswith("deelproject")]
        deelproject = deelproject or (called or rest or [""])[-1]
        line.no_place += [(name, False) for name in rest if name != deelproject]
        return speerpunt, deelproject

    def _with_unknown(self, line: Line, deelproject: str) -> str:
        """The deelproject, which takes the first word that is no theme and no speerpunt when it is still empty."""
        for word, targets in ((line.theme, (self._themes, self._speerpunten)), (line.speerpunt, (self._speerpunten,))):
            if not word or _YEAR.fullmatch(plain(word)) or any(plain(word) in names for names in targets):
                continue
            kept = not deelproject or deelproject == word
            deelproject = deelproject or word
            line.no_place.append((word, kept))
        return deelproject


def names_part(number: str) -> bool:
    """Whether the number of a milestone names a part of a plan, as `1.1c` does."""
    return bool(_OF_PART.fullmatch(number))


def place_remarks(lines: Iterable[Line], region: Region) -> list[str]:
    """What became of the words in these rows that are no theme and no speerpunt, in a Dutch sentence each."""
    unknown: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for line in lines:
        for word, kept in line.no_place:
            unknown[word, kept].append(line.row)
    remarks = []
    for kept, fate in ((True, "bij deelproject gezet"), (False, "niet overgenomen")):
        words = {word: rows for (word, also_kept), rows in unknown.items() if also_kept is kept}
        if not words:
            continue
        named = first_of([f"‘{cut(word, 60)}’" for word in words], MOST_NAMED)
        rows = sorted(row for of_word in words.values() for row in of_word)
        where = f"regel {rows[0]}" if len(rows) == 1 else f"{len(rows)} regels, vanaf regel {rows[0]}"
        what = in_own_words("Geen thema of speerpunt van het dossier", region)
        remarks.append(f"{what}, en {fate}: {dutch.enumerate_words(named)} ({where}).")
    return remarks
