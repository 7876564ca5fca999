"""What a party puts in during a plan period, for what, and what is expected of it; and who has signed already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.money import Cofinancing, Realised
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.planning.money.booked_until import booked_until
from sto_tui.planning.money.booking_words import told_of_realised
from sto_tui.planning.money.fulfilment import fulfilment_by_contribution
from sto_tui.planning.money.what_counts import party_of, sum_of, theme_of, unpriced
from sto_tui.planning.money.words import theme_name
from sto_tui.planning.parties_of_plan import taking_part
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.veri.party_tasks import PartyView, party_view


@dataclass(frozen=True)
class CofinancingStatement:
    """The contributions of a party by year, and for what they are; amounts in euro cents.

    `realised` is what of them was put in up to the day; `realised_until` the day of the last that has one, and
    `beside` says what is not realised yet and what has no day.
    """

    party: Party
    by_year: Mapping[int, Sequence[Cofinancing]]
    by_purpose: Mapping[str, int]
    total: int
    realised: int
    realised_until: date | None
    beside: Sequence[str]
    without_amount: int
    asked: PartyView


@dataclass(frozen=True)
class Signer:
    """A party that takes part, with what it puts in, and whether and when it signed."""

    party: Party
    contribution: int
    status: PartyStatus | None
    agreed_on: date | None

    @property
    def has_signed(self) -> bool:
        """Whether its status in the plan says so."""
        return self.status is PartyStatus.GETEKEND

    @property
    def is_unknown(self) -> bool:
        """Whether its status in the plan is not kept."""
        return self.status is None


def cofinancing_statement(dossier: Dossier, party: Ref, today: date) -> CofinancingStatement:
    """What a party puts in according to the seen plan period."""
    booked = booked_until(dossier, today)
    lines = [line for line in booked.of(Cofinancing).values() if party_of(booked, line) == party.id]
    numbers = {line.id for line in lines}
    own = dossier.with_tables(
        {
            "cofinancing": {number: dossier.of(Cofinancing)[number] for number in numbers},
            "realised": {one.id: one for one in dossier.of(Realised).values() if one.contribution in numbers},
        }
    )
    fulfilled = fulfilment_by_contribution(booked).of
    by_year: dict[int, list[Cofinancing]] = {}
    by_purpose: dict[str, int] = {}
    for line in sorted(lines, key=lambda contribution: contribution.year):
        by_year.setdefault(line.year, []).append(line)
        purpose = purpose_of(dossier, line)
        by_purpose[purpose] = by_purpose.get(purpose, 0) + (line.total or 0)
    return CofinancingStatement(
        dossier.of(Party)[party.id],
        by_year,
        by_purpose,
        sum_of(lines),
        sum(fulfilled[line.id].realised for line in lines),
        max((given.date for given in booked.of(Realised).values() if given.contribution in numbers), default=None),
        told_of_realised(own, today),
        len(unpriced(lines)),
        party_view(as_of_today(dossier, today), party),
    )


def purpose_of(dossier: Dossier, line: Cofinancing) -> str:
    """For what a contribution is: its speerpunt, else its theme, else the whole project."""
    speerpunt = dossier.whole.of(Speerpunt).get(line.speerpunt or 0)
    return dossier.caption(ref_of(speerpunt)) if speerpunt else theme_name(dossier, theme_of(dossier, line))


def signers(dossier: Dossier) -> list[Signer]:
    """All parties of the plan that did not stop before it ended, in the order of the dossier."""
    by_party: dict[int | None, int] = {}
    for line in dossier.of(Cofinancing).values():
        party = party_of(dossier, line)
        by_party[party] = by_party.get(party, 0) + (line.total or 0)
    plan = dossier.current_period
    return [
        Signer(
            party,
            by_party.get(party.id, 0),
            party.status_in(plan),
            None if party.agreed_later_than(plan) else party.as_of(plan).agreed_on,
        )
        for party in taking_part(dossier)
    ]


def contributed_by_others(dossier: Dossier) -> int:
    """What stands in the plan of who does not sign: of nobody, or of a party that stopped."""
    whole = sum_of(dossier.of(Cofinancing).values())
    return whole - sum(signer.contribution for signer in signers(dossier))
