"""A party that stops: what it is in, who could take over, and what stays as it was.

Source: domain.md §1.5; a company that leaves need not be reported, but the minimum is measured at the end.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.change import Occasion
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Answer, Score
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri
from sto_tui.domain.money import Cofinancing, CofinancingStatus, Realised
from sto_tui.domain.parties import Body, Member, Party, PartyStatus
from sto_tui.domain.plan import Partner, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.text import shortened
from sto_tui.planning.money.booked_until import booked_until, realised_after
from sto_tui.planning.money.fulfilment import fulfilment_by_contribution
from sto_tui.planning.money.split import split
from sto_tui.planning.parties.kindred import (
    Nearness,
    by_nearness,
    nearness,
    partners_of,
    speerpunten_around,
    with_partner,
)
from sto_tui.planning.parties.left_open import left_in_row
from sto_tui.planning.parties.proposal import PartyProposal
from sto_tui.planning.parties.uses import USES, is_ready
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.proposal import ProposalLine, Way, Workings, nothing
from sto_tui.planning.united import together
from sto_tui.planning.veri.matrix import rows_by_ref

_LONGEST_LABEL = 60
_PAST = ("veri", "speerpunten", "themes", "cofinancing")


def stopping(party: Party, occasion: Occasion) -> PartyProposal:
    """The proposal for a party that stops on the day of the occasion.

    Looks in all plan periods but those that are over, which stay as they were.
    """
    stands = _as_it_stands(occasion)
    make = _Lines(stands, party, realised_after(occasion.dossier.whole, occasion.day))
    lines = [line for table in USES for ref in _open_uses(occasion, stands, party, table) for line in make.of(ref)]
    name = shortened(party.name, _LONGEST_LABEL)
    return PartyProposal(
        f"{party.name} stopt",
        f"Partij ‘{name}’ gestopt",
        occasion,
        tuple(lines),
        partial(_stopped, party, occasion.day),
        tuple(_what_stays(occasion, stands, party)),
    )


def _as_it_stands(occasion: Occasion) -> Dossier:
    """All plan periods as they are today: what is booked or said of a day to come has not happened yet."""
    return booked_until(as_of_today(occasion.dossier.whole, occasion.day), occasion.day)


def _stopped(party: Party, day: date, workings: Workings) -> None:
    workings.put(ref_of(party), party.changed(status=PartyStatus.GESTOPT, stopped_on=day))


def _open_uses(occasion: Occasion, dossier: Dossier, party: Party, table: str) -> Iterator[Ref]:
    """The records of a table in which the plan counts on a party, of a period that is not over."""
    for ref, number in USES[table](dossier):
        if number == party.id and not _is_over(occasion, ref):
            yield ref.at(None)


def _is_over(occasion: Occasion, ref: Ref) -> bool:
    """Whether a record is only of plan periods that ended, none of which is the one that is worked on.

    A contribution to a plan that ended counts whoever stops after it, so that there is nothing to decide about it.
    """
    dossier = occasion.dossier
    record = dossier.get(ref)
    if record is None or ref.table not in _PAST:
        return False
    periods = [dossier.of(PlanPeriod)[number] for number in dossier.periods_of(ref.table, record)]
    if isinstance(record, Cofinancing):
        return bool(periods) and all(period.end <= occasion.day for period in periods)
    now = dossier.current_period
    return bool(periods) and all(period.ended_before(occasion.day) and period != now for period in periods)


def _what_stays(occasion: Occasion, dossier: Dossier, party: Party) -> Iterator[str]:
    """What the party did, which stays its own."""
    per_contribution = fulfilment_by_contribution(dossier).of
    own = [line for line in dossier.of(Cofinancing).values() if line.party == party.id]
    given = sum(per_contribution[line.id].realised for line in own)
    ready = [role for role in dossier.of(Veri).values() if role.party == ref_of(party) and is_ready(dossier, role)]
    answers = [answer for answer in dossier.of(Answer).values() if answer.party == party.id]
    scores = [score for score in dossier.of(Score).values() if score.party == party.id]
    over = [ref for table in USES for ref, who in USES[table](dossier) if who == party.id and _is_over(occasion, ref)]
    parts = [
        (bool(given), f"{dutch.amount(given)} gerealiseerd"),
        (bool(ready), dutch.count(len(ready), "rol", "rollen") + " bij wat gereed is"),
        (bool(answers), dutch.count(len(answers), "antwoord", "antwoorden")),
        (bool(scores), dutch.count(len(scores), "score", "scores")),
        (bool(over), dutch.count(len(over), "plek", "plekken") + " in planperioden die voorbij zijn"),
    ]
    if kept := [words for is_there, words in parts if is_there]:
        yield f"Blijft zoals het was: {dutch.enumerate_words(kept)}."


class _Lines:
    """Makes the line for each place in which a party stands."""

    def __init__(self, dossier: Dossier, party: Party, later: Sequence[Realised]) -> None:
        self._dossier = dossier
        self._party = party
        self._later = later
        self._makers: Mapping[str, Callable[[Any], ProposalLine]] = {
            "veri": self._role,
            "speerpunten": self._partnership,
            "themes": self._lead,
            "bodies": self._seat,
            "cofinancing": self._contribution,
        }

    def of(self, ref: Ref) -> Iterator[ProposalLine]:
        """The line for the record at an address."""
        if record := self._dossier.get(ref):
            yield self._makers[ref.table](record)

    def _near(self, record: Record) -> tuple[list[Party], list[int]]:
        """Who could take over, the likeliest first, and the partners around a record."""
        partners = partners_of(speerpunten_around(self._dossier, ref_of(record)))
        return by_nearness(self._dossier, self._party, partners), partners

    def _likeliest(self, candidates: Sequence[Party], partners: Sequence[int]) -> Party | None:
        """The first candidate when it is of the same kind and takes part in this already."""
        first = candidates[0] if candidates else None
        if first and nearness(first, self._party, partners) is Nearness.SAME_KIND_HERE:
            return first
        return None

    def _line(
        self,
        group: str,
        about: str,
        left: Sequence[Way],
        taken: Sequence[tuple[Ref, Way]],
        likely: Party | None,
        detail: str = "",
    ) -> ProposalLine:
        """A line that stays open (`left`) or is taken over (`taken`), by whom is likely when there is someone."""
        places = [ref for ref, _ in taken]
        start = len(left) + places.index(ref_of(likely)) if likely and ref_of(likely) in places else 0
        ways = (replace(way, taker=taker) for taker, way in taken)
        return ProposalLine(group, about, (*left, *ways), start, detail)

    def _level(self, ref: Ref) -> str:
        """`Mijlpaal 1.2 Programma vastgesteld`, with the region's own word for its levels."""
        word = word_of_table(self._dossier.region, ref.table).singular
        return f"{word} {self._dossier.caption(ref)}"

    # VERI.

    def _role(self, role: Veri) -> ProposalLine:
        candidates, partners = self._near_row(role.row)
        likely = self._likeliest(candidates, partners) if role.code.does or role.code.decides else None
        bodies = [ref_of(body) for body in self._dossier.of(Body).values()]
        owners = [*map(ref_of, candidates), *bodies]
        taken = [(owner, self._take_role(role, owner)) for owner in owners]
        gone = Way(left_in_row(self._dossier, role), partial(_remove, ref_of(role)), is_open=True)
        about = f"{role.code.value} bij {self._level(role.row)}"
        return self._line("VERI-rollen", about, [gone], taken, likely, self._when(role.row))

    def _near_row(self, row: Ref) -> tuple[list[Party], list[int]]:
        record = self._dossier.get(row)
        return self._near(record) if record else (by_nearness(self._dossier, self._party, ()), [])

    def _take_role(self, role: Veri, owner: Ref) -> Way:
        """Another takes the role; who has one in that row already keeps one role, that of both."""
        own = next((other for other in self._dossier.veri_row(role.row) if other.party == owner), None)
        name, step = self._dossier.caption(owner), partial(_give_role, self._dossier, role, owner)
        if own is None:
            return Way(name, step)
        code = together(own.code, role.code)
        becomes = f"blijft {code.value}" if code is own.code else f"heeft {own.code.value}, wordt {code.value}"
        return Way(f"{name} ({becomes})", step)

    def _when(self, row: Ref) -> str:
        """When what a role is about is due; of a row above milestones those that it tells the roles of."""
        milestones = self._dossier.of(Milestone)
        if row.table == "milestones":
            due = milestones[row.id].due if row.id in milestones else None
            return f"klaar op {dutch.long_date(due)}" if due else ""
        below = [
            milestones[each.ref.id]
            for each in rows_by_ref(self._dossier).values()
            if each.inherited_from == row and each.ref.table == "milestones"
        ]
        due_days = [milestone.due for milestone in below if milestone.light is not Stoplicht.GEREED and milestone.due]
        if not due_days:
            return ""
        many = dutch.count(len(due_days), "mijlpaal", "mijlpalen")
        return f"geldt voor {many}, de eerste klaar op {dutch.long_date(min(due_days))}"

    # The plan, the organisation, the money.

    def _partnership(self, speerpunt: Speerpunt) -> ProposalLine:
        candidates, partners = self._near(speerpunt)
        own = [partner for partner in speerpunt.partners if partner.party == self._party.id]
        words = "; ".join(partner.role for partner in own if partner.role)
        taken = [
            (
                ref_of(candidate),
                Way(self._partner_name(candidate, partners), partial(_take_place, own, speerpunt.id, candidate.id)),
            )
            for candidate in candidates
        ]
        left = Way("valt open" if words else "vervalt", partial(_leave_place, own, speerpunt.id), is_open=True)
        about = self._level(ref_of(speerpunt))
        likely = self._likeliest(candidates, partners)
        return self._line("Partner", about, [left], taken, likely, words and f"inbreng: {words}")

    def _partner_name(self, candidate: Party, partners: Sequence[int]) -> str:
        return f"{candidate.name} (is al partner)" if candidate.id in partners else candidate.name

    def _lead(self, theme: Theme) -> ProposalLine:
        candidates, partners = self._near(theme)
        taken = [
            (ref_of(candidate), Way(candidate.name, partial(_lead_by, theme, candidate.id))) for candidate in candidates
        ]
        left = Way("valt open", partial(_lead_by, theme, None), is_open=True)
        return self._line("Trekker", self._level(ref_of(theme)), [left], taken, self._likeliest(candidates, partners))

    def _seat(self, body: Body) -> ProposalLine:
        seated = {member.party for member in body.members}
        candidates = by_nearness(self._dossier, self._party, ())
        unseated = (candidate for candidate in candidates if candidate.id not in seated)
        likely = next(
            (candidate for candidate in unseated if nearness(candidate, self._party, ()) is Nearness.SAME_KIND), None
        )
        taken = [
            (ref_of(candidate), Way(candidate.name, partial(_reseat, ref_of(body), self._party.id, candidate.id)))
            for candidate in candidates
        ]
        own = [member for member in body.members if member.party == self._party.id]
        roles = "; ".join(filter(None, (member.role for member in own)))
        persons = dutch.enumerate_words([member.person for member in own if member.person])
        left = Way(
            "valt open" if roles else "vervalt", partial(_reseat, ref_of(body), self._party.id, None), is_open=True
        )
        about = f"{body.name}{f', {roles}' if roles else ''}"
        return self._line("Lid van een orgaan", about, [left], taken, likely, persons and f"nu {persons}")

    def _contribution(self, line: Cofinancing) -> ProposalLine:
        """Who takes a contribution over has not promised it yet: it is only intended again.

        Of one that was given in part only the rest goes to another, with what is booked of it on days to come.
        """
        candidates, _ = self._near(line)
        candidates.sort(key=lambda candidate: not candidate.kind.is_company)
        given = fulfilment_by_contribution(self._dossier).of[line.id]
        is_begun = any(realised.contribution == line.id for realised in self._dossier.of(Realised).values())
        later = [booked for booked in self._later if booked.contribution == line.id]
        again = partial(_intend_rest, line, given.realised, later) if is_begun else partial(_intend_again, line)
        rest, part = ("rest ", "rest, ") if is_begun else ("", "")
        taken = [
            (ref_of(candidate), Way(f"{candidate.name} ({part}beoogd)", partial(again, candidate.id)))
            for candidate in candidates
        ]
        left = [
            Way(f"{rest}valt open (beoogd, zonder partij)", partial(again, None), is_open=True),
            Way(f"{rest}blijft op naam van wie stopt en telt niet mee", nothing, is_open=True),
        ]
        worth = "zonder bedrag" if line.total is None else dutch.amount(line.total)
        about = f"{line.title or 'Bijdrage'}, {line.year}: {worth}, {line.status.label}"
        done = f"{dutch.amount(given.realised)} is gerealiseerd en blijft; de rest is {dutch.amount(given.to_go)}"
        details = [done if is_begun else "", _still_to_come(later) if later else ""]
        return self._line("Cofinanciering", about, left, taken, None, "; ".join(filter(None, details)))


def _still_to_come(later: Sequence[Realised]) -> str:
    """What is booked of a contribution on days to come, which stays with what is still to be given."""
    together = dutch.amount(sum(booked.amount for booked in later))
    first = dutch.long_date(min(booked.date for booked in later))
    when = f"op {first}" if len({booked.date for booked in later}) == 1 else f"vanaf {first}"
    return f"{together} is geboekt {when} en hoort bij wat nog komt"


# Steps.


def _remove(ref: Ref, workings: Workings) -> None:
    workings.put(ref, None)


def _give_role(dossier: Dossier, role: Veri, owner: Ref, workings: Workings) -> None:
    """Gives a role to another; who has one in that row already keeps one, that of both."""
    neighbours = (workings.get(ref_of(other)) for other in dossier.veri_row(role.row) if other.id != role.id)
    own = next((record for record in neighbours if isinstance(record, Veri) and record.party == owner), None)
    if own is None:
        workings.put(ref_of(role), role.changed(party=owner))
        return
    workings.put(ref_of(role), None)
    workings.put(ref_of(own), own.changed(code=together(own.code, role.code)))


def _lead_by(theme: Theme, party: int | None, workings: Workings) -> None:
    workings.put(ref_of(theme), theme.changed(lead=party))


def _intend_again(line: Cofinancing, party: int | None, workings: Workings) -> None:
    """A contribution of another, or of nobody yet, is not promised any more."""
    workings.put(ref_of(line), line.changed(party=party, status=CofinancingStatus.BEOOGD, evidence=""))


def _intend_rest(
    line: Cofinancing, given: int, later: Sequence[Realised], party: int | None, workings: Workings
) -> None:
    """What was given stays with who gave it, as a contribution that is realised; the rest is only intended.

    What is booked on days to come goes with the rest.
    """
    done, rest = split(line, given)
    workings.put(ref_of(line), done.changed(status=CofinancingStatus.GEREALISEERD))
    rest_ref = workings.add(rest.changed(party=party, status=CofinancingStatus.BEOOGD, evidence=""))
    for booked in later:
        workings.put(ref_of(booked), booked.changed(contribution=rest_ref.id))


def _take_place(own: Sequence[Partner], speerpunt: int, party: int, workings: Workings) -> None:
    """Another takes the place of a partner, with what it was to bring; who is partner already keeps one place."""
    ref = Ref("speerpunten", speerpunt)
    record = workings.get(ref)
    if not isinstance(record, Speerpunt):
        return
    if any(partner.party == party for partner in record.partners):
        partners = tuple(partner for partner in record.partners if partner not in own)
        for partner in own:
            partners = with_partner(partners, party, partner.role)
    else:
        partners = tuple(
            partner.model_copy(update={"party": party}) if partner in own else partner for partner in record.partners
        )
    workings.put(ref, record.changed(partners=partners))


def _leave_place(own: Sequence[Partner], speerpunt: int, workings: Workings) -> None:
    """What it was to bring stays, without a party; nothing stays of a partner that had no words."""
    ref = Ref("speerpunten", speerpunt)
    record = workings.get(ref)
    if isinstance(record, Speerpunt):
        left = (
            partner.model_copy(update={"party": None}) if partner in own else partner for partner in record.partners
        )
        workings.put(ref, record.changed(partners=tuple(partner for partner in left if partner.party or partner.role)))


def _reseat(body: Ref, party: int, successor: int | None, workings: Workings) -> None:
    """The seats go to another party, or stand empty; the persons go with the party that held them."""
    record = workings.get(body)
    if isinstance(record, Body):
        seats = (_reseated(member, party, successor) for member in record.members)
        workings.put(
            body, record.changed(members=tuple(seat for seat in seats if seat.party or seat.person or seat.role))
        )


def _reseated(member: Member, party: int, successor: int | None) -> Member:
    return member.model_copy(update={"party": successor, "person": ""}) if member.party == party else member
