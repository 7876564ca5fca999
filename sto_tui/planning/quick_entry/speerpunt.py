"""`Lab op school  @Jinc, mbo  2027: lessen maken; docenten scholen`: a speerpunt with its partners and acts."""

import re
from collections.abc import Sequence
from typing import Any

from sto_tui.domain.plan import Act, Partner, Phase, Speerpunt
from sto_tui.domain.record import fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_dates import parse_date
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead
from sto_tui.planning.quick_entry.line_dates import read_dates
from sto_tui.planning.quick_entry.pieces import (
    BELONGS,
    add_once,
    name_of_a_party,
    names_at_the_end,
    parties_named,
    pieces_of,
)

_PHASE = re.compile(r"(?P<label>[^:]{1,40}):\s*(?P<acts>\S.*)")
_SERVES = re.compile(r"doel(?:en)?\s+(\d[\d, en]*)", re.IGNORECASE)
_LONGEST_NAME = 12


def _read(place: LinePlace, text: str) -> LineRead:
    title, *pieces = pieces_of(text)
    title, names = names_at_the_end(title)
    partners = _partners(place, names) if names else []
    values: dict[str, Any] = {"title": parse_entry(fields_of(Speerpunt)["title"], title)}
    phases: list[Phase] = []
    goals: list[int] = []
    for piece in pieces:
        if piece.startswith("@"):
            partners += [partner for part in piece[1:].split("@") for partner in _partners(place, part)]
        elif match := BELONGS.fullmatch(piece):
            add_once(place, Speerpunt, values, {"theme": place.addresses.named(("themes",), match[1]).id})
        elif match := _SERVES.fullmatch(piece):
            goals += [place.addresses.named(("goals",), number).id for number in re.findall(r"\d+", match[1])]
        elif match := _PHASE.fullmatch(piece):
            phases.append(_phase(place, match["label"].strip(), match["acts"]))
        else:
            raise ValueError(
                f"‘{piece}’ is geen ‘@partij’, geen ‘doel 1’ en geen ‘2027: activiteit; activiteit’. "
                "Hoort het bij de titel, zet er dan één spatie voor."
            )
    if "theme" not in place.given and "theme" not in values:
        own = place.dossier.word_of("themes")
        asked = "Bij welk thema" if own == TABLES["themes"].singular else f"Waarbij ({own})"
        raise ValueError(f"{asked} hoort het? Zet het nummer erachter, na twee spaties: bij 1.")
    listed = {"partners": tuple(dict.fromkeys(partners)), "goals": tuple(dict.fromkeys(goals)), "phases": tuple(phases)}
    return LineRead({**values, **{name: parts for name, parts in listed.items() if parts}})


def _partners(place: LinePlace, names: str) -> list[Partner]:
    before, colon, _ = names.partition(":")
    if colon:
        period = before.rpartition(" ")[2]
        raise ValueError(f"Zet twee spaties vóór ‘{period}:’. Met één spatie hoort het bij de partij.")
    return [Partner(party=party.id) for party in parties_named(place, names)]


def _phase(place: LinePlace, label: str, acts: str) -> Phase:
    """A period with what is done in it; its days are read from its name."""
    start, end = read_dates(label, place.beside)
    start = start or parse_date(label, "start", place.beside)
    texts = [line for line in map(clean_line, acts.split(";")) if line]
    return Phase(label=label, start=start, end=end, acts=tuple(Act(text=line) for line in texts))


def _examples(place: LinePlace) -> Sequence[str]:
    year = place.dossier.current_period.start.year if place.dossier.current_period else place.today.year
    name = name_of_a_party(place, _LONGEST_NAME)
    partner = f"  @{name}" if name else ""
    acts = f"  {year}: lessen maken; docenten scholen"
    return [f"Lab op school{partner}{acts}", f"Lab op school{acts}", f"Lab{partner}  {year}: bouwen", f"Lab{partner}"]


SPEERPUNT = Grammar(_read, _examples, "titel  @partners  doel nummer  periode: activiteiten", "  ")
