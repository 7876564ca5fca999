"""`Discoverylabs ingericht  mrt 2027–Q327  na 1.1  @Stad & Natuur`: a milestone.

Signs come after two blanks, or at the end of the title when they can be nothing else.
"""

import re
from collections.abc import Sequence
from typing import Any

from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead
from sto_tui.planning.quick_entry.line_dates import dates_at_the_end, read_dates
from sto_tui.planning.quick_entry.pieces import (
    BELONGS,
    add_once,
    level_named,
    name_of_a_party,
    names_at_the_end,
    parties_named,
    pieces_of,
)
from sto_tui.planning.schedule.predecessors import parse_after

_AFTER = re.compile(r"na\s+(\S.*)", re.IGNORECASE)
_NUMBER = r"\d+(?:\.\d+)*[a-z]?(?:\+\d+[dwm])?"
_AFTER_AT_THE_END = re.compile(rf"\sna\s+{_NUMBER}(?:,\s*{_NUMBER})*$", re.IGNORECASE)
_LONGEST_NAME = 16


def _read(place: LinePlace, text: str) -> LineRead:
    title, *pieces = pieces_of(text)
    title, signs = _signs_at_the_end(place, title)
    for piece in pieces:
        rest, own = _signs_at_the_end(place, piece)
        signs += [*([rest] if rest else []), *own]
    values: dict[str, Any] = {"title": parse_entry(fields_of(Milestone)["title"], title)}
    doers: list[Ref] = []
    for sign in signs:
        if sign.startswith("@"):
            doers += [party for party in parties_named(place, sign[1:], ("parties", "bodies")) if party not in doers]
        else:
            add_once(place, Milestone, values, _values_of(place, sign))
    return LineRead(values, tuple(doers))


def _signs_at_the_end(place: LinePlace, text: str) -> tuple[str, list[str]]:
    """A text without the signs at its end, and those, when they can be nothing else."""
    signs: list[str] = []
    while True:
        rest, name = names_at_the_end(text)
        sign = f"@{name}" if name else ""
        if not sign:
            rest, sign = dates_at_the_end(text)
        if not sign:
            rest, sign = _after_at_the_end(place, text)
        if name:
            # A name may be followed by other signs, which are no part of it.
            name, more = _signs_at_the_end(place, name) if len(name.split()) > 1 else (name, [])
            signs += more
            sign = f"@{name}"
        if not sign or not rest:
            return (text, signs) if not sign else ("", [*signs, sign])
        signs.append(sign)
        text = rest


def _after_at_the_end(place: LinePlace, text: str) -> tuple[str, str]:
    match = _AFTER_AT_THE_END.search(text)
    if match is None:
        return text, ""
    try:
        parse_after(match[0].strip()[2:], place.dossier, None)
    except ValueError:
        return text, ""
    return text[: match.start()].rstrip(), match[0].strip()


def _values_of(place: LinePlace, sign: str) -> dict[str, Any]:
    if match := _AFTER.fullmatch(sign):
        return {"after": parse_after(match[1], place.dossier, None)}
    if match := BELONGS.fullmatch(sign):
        return level_named(place, match[1])
    try:
        start, due = read_dates(sign, place.beside)
    except ValueError as error:
        if dates_at_the_end(sign)[1]:
            raise
        raise ValueError(
            f"‘{sign}’ is geen datum, geen ‘na 1.1’ en geen ‘@partij’. "
            "Hoort het bij de titel, zet er dan één spatie voor."
        ) from error
    return {name: day for name, day in (("start", start), ("due", due)) if day}


def _examples(place: LinePlace) -> Sequence[str]:
    year = place.dossier.current_period.start.year if place.dossier.current_period else place.today.year
    milestones = list(place.dossier.of(Milestone).values())
    after = f"  na {milestones[0].number}" if milestones else ""
    name = name_of_a_party(place, _LONGEST_NAME)
    doer = f"  @{name}" if name else ""
    dates = f"  mrt {year}–Q3{year % 100:02}"
    signs = (f"{dates}{after}{doer}", f"{dates}{doer}", f"{dates}{after}", f"  Q3{year % 100:02}{after}", dates)
    return list(dict.fromkeys(f"Lab klaar{sign}" for sign in signs))


MILESTONE = Grammar(_read, _examples, "titel  begin–klaar  na nummer  @wie voert uit", "  ")
