"""The change with which a plan period begins: what was chosen of the period before goes on in it, as copies.

A copy says from what it goes on, so that both periods can be read by themselves and beside each other.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from sto_tui.domain.change import Change, Edit, added, edited
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import ChapterText, Goal, Risk, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.vision import VisionSection
from sto_tui.planning.next_period.of_regulation import subsidy_goes_to
from sto_tui.planning.next_period.proposal import (
    CarryItem,
    NextPeriod,
    carried_into,
    decisions_about,
    there_already,
)
from sto_tui.planning.next_period.reached import reached_value
from sto_tui.planning.statements import STATEMENTS


def begun(dossier: Dossier, proposal: NextPeriod, chosen: Collection[Ref]) -> Change:
    """The one change that begins the period with what was chosen. Parties and bodies are of every period."""
    return Change(
        f"Planperiode {proposal.period.label} begonnen vanuit {proposal.earlier.label}",
        tuple(_Carrying(dossier, proposal, chosen).edits()),
    )


class _Carrying:
    """Copies what was chosen; each has a negative id, and what refers to the old one then refers to the copy."""

    def __init__(self, dossier: Dossier, proposal: NextPeriod, chosen: Collection[Ref]) -> None:
        self._dossier = dossier.whole
        self._seen = dossier.seen_in(proposal.earlier.id)
        self._proposal = proposal
        self._items = [item for item in proposal.items if item.ref in chosen]
        fresh = count(1)
        self._ids = {item.ref: -next(fresh) for item in self._items}
        self._fresh = fresh
        self._period = proposal.period.id or -next(fresh)
        self._copied_before = carried_into(self._dossier, proposal.period)
        self._there_already = there_already(self._dossier, proposal.period)
        self._stopped = {party.id for party in self._dossier.of(Party).values() if party.status is PartyStatus.GESTOPT}

    def edits(self) -> Iterator[Edit]:
        """The period, the copies with their roles, the sections of the vision, and the decisions that led to it."""
        yield from self._periods()
        yield from self._of_no_period()
        copy: Mapping[str, Callable[[CarryItem, Any], Record]] = {
            "goals": self._goal,
            "themes": self._theme,
            "speerpunten": self._speerpunt,
            "milestones": self._milestone,
            "risks": self._risk,
            "texts": self._text,
        }
        for item in self._items:
            record = self._dossier.get(item.ref)
            if record is not None:
                yield from added(copy[item.ref.table](item, record))
        yield from self._roles()
        yield from self._vision()
        yield from self._decisions()

    def _periods(self) -> Iterator[Edit]:
        """The next one becomes the one at hand; what the region said stays with those that had nothing of their own."""
        period, others = self._proposal.period, self._others
        said = self._said()
        owner = subsidy_goes_to(self._dossier, self._proposal)
        for other in others:
            own: dict[str, Any] = {name: text for name, text in said.items() if not getattr(other, name)}
            if other == owner:
                own["subsidy"] = self._dossier.region.subsidy_max
            yield from edited(other, current=False, **own)
        left: dict[str, Any] = dict.fromkeys(said, "") | ({"subsidy_max": None} if owner else {})
        if left:
            yield from edited(self._dossier.region, **left)
        if period.id:
            yield from edited(period, current=True)
        else:
            yield from added(period.changed(id=self._period, current=True))

    @property
    def _others(self) -> list[PlanPeriod]:
        return [other for other in self._dossier.of(PlanPeriod).values() if other.id != self._proposal.period.id]

    def _said(self) -> dict[str, str]:
        """Vision and ambition of the region that were of the plans until now; the next says so anew.

        Nothing when the next period had begun already: then they may be its own.
        """
        if self._copied_before:
            return {}
        region = self._dossier.region
        return {
            name: text
            for name in STATEMENTS
            if (text := getattr(region, name)) and not all(getattr(other, name) for other in self._others)
        }

    def _of_no_period(self) -> Iterator[Edit]:
        """What was seen in the earlier period because it named none stays there, and does not go along by itself."""
        earlier = self._proposal.earlier.id
        for model in (Goal, Theme, Risk, ChapterText, VisionSection):
            for record in self._seen.of(model).values():
                if not self._dossier.periods_of(ref_of(record).table, record):
                    named = {"period": earlier} if "period" in model.model_fields else {"periods": (earlier,)}
                    yield from edited(record, **named)

    def _to(self, table: str, number: int | None) -> int | None:
        """The copy of a record, of now or of before, itself when it goes on as it is, or None when it does not."""
        ref = Ref(table, number or 0)
        itself = number if ref in self._there_already else None
        return self._ids.get(ref) or self._copied_before.get(ref) or itself

    def _goal(self, item: CarryItem, goal: Goal) -> Record:
        """What was reached is where the next one begins; what it aims at is to be chosen again."""
        reached = reached_value(self._dossier, goal, self._proposal.earlier)
        return Goal(
            id=self._ids[item.ref],
            number=goal.number,
            text=goal.text,
            indicator=goal.indicator,
            figure=goal.figure,
            baseline=reached.words,
            baseline_year=reached.year,
            source=goal.source if reached.words else "",
            periods=(self._period,),
            continues=goal.id,
        )

    def _theme(self, item: CarryItem, theme: Theme) -> Record:
        lead = None if theme.lead in self._stopped else theme.lead
        return theme.changed(
            id=self._ids[item.ref],
            rev=0,
            lead=lead,
            goals=self._goals(theme.goals),
            periods=(self._period,),
            continues=theme.id,
        )

    def _goals(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Those that go along."""
        return tuple(goal for number in numbers if (goal := self._to("goals", number)))

    def _speerpunt(self, item: CarryItem, speerpunt: Speerpunt) -> Record:
        """Without the activities per period, which were of the other years, and without who has stopped."""
        return speerpunt.changed(
            id=self._ids[item.ref],
            rev=0,
            theme=self._to("themes", speerpunt.theme) or speerpunt.theme,
            partners=tuple(partner for partner in speerpunt.partners if partner.party not in self._stopped),
            phases=(),
            goals=self._goals(speerpunt.goals),
            periods=() if self._to("themes", speerpunt.theme) else (self._period,),
            continues=speerpunt.id,
            carried_over_from="",
        )

    def _milestone(self, item: CarryItem, milestone: Milestone) -> Record:
        """Not begun: its log begins anew. It waits only on what goes on too."""
        after = [(part, self._to("milestones", part.milestone)) for part in milestone.after]
        return milestone.changed(
            id=self._ids[item.ref],
            rev=0,
            speerpunt=self._to("speerpunten", milestone.speerpunt),
            theme=self._to("themes", milestone.theme),
            start=item.dates.start if item.dates else None,
            due=item.dates.due if item.dates else None,
            after=tuple(part.model_copy(update={"milestone": number}) for part, number in after if number),
            goal=self._to("goals", milestone.goal),
            continues=milestone.id,
            light=Stoplicht.NIET_GESTART,
            done_on=None,
        )

    def _risk(self, item: CarryItem, risk: Risk) -> Record:
        return risk.changed(id=self._ids[item.ref], rev=0, periods=(self._period,), continues=risk.id)

    def _text(self, item: CarryItem, text: ChapterText) -> Record:
        return text.changed(id=self._ids[item.ref], rev=0, period=self._period)

    def _roles(self) -> Iterator[Edit]:
        """The roles in the rows that go on, but for who has stopped."""
        for role in self._seen.of(Veri).values():
            if role.row in self._ids and not (role.party.table == "parties" and role.party.id in self._stopped):
                row = Ref(role.row.table, self._ids[role.row])
                yield from added(role.changed(id=-next(self._fresh), rev=0, row=row))

    def _vision(self) -> Iterator[Edit]:
        """Every section begins with what stood in it as its previous text."""
        there = {
            section.section
            for section in self._dossier.of(VisionSection).values()
            if section.period == self._proposal.period.id
        }
        for section in self._seen.of(VisionSection).values():
            if section.section not in there:
                yield from added(
                    VisionSection(
                        id=-next(self._fresh),
                        order=section.order,
                        section=section.section,
                        previous=section.text or section.previous,
                        period=self._period,
                    )
                )

    def _decisions(self) -> Iterator[Edit]:
        """What was decided about something comes back in its copy; a stopped thing has none."""
        becomes: dict[int, list[Ref]] = {}
        for ref, decisions in decisions_about(self._dossier, self._proposal.earlier).items():
            for decision in decisions if ref in self._ids else ():
                becomes.setdefault(decision.id, []).append(Ref(ref.table, self._ids[ref]))
        for number, refs in becomes.items():
            decision = self._dossier.of(Decision)[number]
            yield from edited(decision, becomes=(*decision.becomes, *refs))
