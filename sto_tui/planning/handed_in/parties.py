"""Partners that are gone. Source: domain.md §1.5, a company that leaves need not be reported apart."""

from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of, targets_of
from sto_tui.domain.dutch import capital, enumerate_words, long_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.text import plain
from sto_tui.planning.handed_in.difference import Difference, DifferenceKind, Differences, ReportBy, Sides

_KIND, _REPORT = DifferenceKind.PARTNER_GONE, ReportBy.NEXT_REPORT


def partner_differences(sides: Sides) -> Differences:
    """Who stopped or is no longer in the dossier, with where it took part; then who left one speerpunt.

    Who is there by the same name under another number was merged with another party, and is not gone. Who stopped after
    the day on which is looked still took part then; who was away on that day had stopped, also when it came back later.
    Who stopped after the plan had ended took part in all of it.
    """
    plan = sides.now.current_period
    gone: set[int] = set()
    names = {plain(party.name) for party in sides.now.of(Party).values() if party.takes_part}
    for number, party in sides.before.of(Party).items():
        now = sides.now.of(Party).get(number)
        away_since = now.away_since(sides.today) if now else None
        if not party.takes_part or (now and not away_since and now.takes_part_to_the_end(plan)):
            continue
        gone.add(number)
        stopped_on = away_since or (now.as_of(plan).stopped_on if now else None)
        if stopped_on and stopped_on > sides.today:
            continue
        if now is None and plain(party.name) in names:
            continue
        ref = ref_of(party)
        words = _words(sides, number, now, stopped_on) + _where(sides.before, number)
        yield Difference(str(ref), ref, _KIND, _REPORT, f"{capital(party.name)} {words}.", before=party.name)
    for number, speerpunt in sides.before.of(Speerpunt).items():
        if later := sides.now.of(Speerpunt).get(number):
            yield from _left(sides, speerpunt, later, gone)


def _words(sides: Sides, party: int, now: Party | None, stopped_on: date | None) -> str:
    if now is None:
        became = _became(sides, Ref("parties", party))
        return f"is samengevoegd met {sides.now.caption(became)}" if became else "staat niet meer in het dossier"
    return f"is op {long_date(stopped_on)} gestopt" if stopped_on else "is gestopt"


def _became(sides: Sides, gone: Ref) -> Ref | None:
    """The party that has come wherever one that is gone stood: the two became one. None when it left nothing to it."""
    everywhere: set[Ref] | None = None
    came: set[Ref] = set()
    for field in sides.before.referrers(gone):
        before, now = sides.before.get(field.at(None)), sides.now.get(field.at(None))
        if before and now and field.field:
            stood, stands = _parties_in(before, field.field), _parties_in(now, field.field)
            everywhere = stands if everywhere is None else everywhere & stands
            came |= stands - stood
    both = (everywhere or set()) & came
    return next(iter(both)) if len(both) == 1 else None


def _parties_in(record: Record, name: str) -> set[Ref]:
    targets = targets_of(fields_of(type(record))[name], getattr(record, name))
    return {target for target in targets if target.table == "parties"}


def _where(before: Dossier, party: int) -> str:
    numbers = [
        speerpunt.number
        for speerpunt in before.of(Speerpunt).values()
        if any(partner.party == party for partner in speerpunt.partners)
    ]
    words = level_words(before.region).speerpunt
    if not numbers:
        return ""
    return f"; was partner bij {words.singular if len(numbers) == 1 else words.plural} {enumerate_words(numbers)}"


def _left(sides: Sides, before: Speerpunt, now: Speerpunt, gone: set[int]) -> Differences:
    still = {partner.party for partner in now.partners}
    left = dict.fromkeys(partner.party for partner in before.partners if partner.party and partner.party not in still)
    for party in left:
        if party in gone or party is None:
            continue
        ref = ref_of(now, "partners")
        name = sides.before.caption(Ref("parties", party))
        word = capital(level_words(sides.now.region).speerpunt.singular)
        text = f"{word} {now.number} {now.title}: {name} is geen partner meer."
        yield Difference(f"{ref}/{party}", ref, _KIND, _REPORT, text, before=name)
