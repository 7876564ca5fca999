"""Moving milestones on the timeline: one, what waits on it, or all of them back from the end."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from sto_tui.domain.change import Change, NotSavedError, replaced
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words, long_date
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import EndDay, Part, field
from sto_tui.planning.schedule.dates import Dates
from sto_tui.planning.schedule.margins import too_early
from sto_tui.planning.schedule.replanning import DATES, Move, Proposed, Unit, backwards, moves_change, pushed, stretched
from sto_tui.planning.working_days.free_days import free_days
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.proposed_moves import ProposalWindow
from sto_tui.screens.windows.unasked import ask_unasked
from sto_tui.widgets.timeline import Timeline
from sto_tui.widgets.timeline_axis import months_of

_UNITS: dict[int, Unit] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_UNIT_NAMES: dict[Unit, str] = {"month": "maand", "quarter": "kwartaal", "half": "half jaar", "year": "jaar"}
_MOST_NAMED = 5


class BackwardsEntry(Part):
    """What `T` asks."""

    last_day: EndDay | None = field(
        "Alles klaar op", "Leeg: elk eindresultaat houdt zijn eigen einddatum.", default=None
    )


class Moving:
    """Moves what a place shows on its timeline; what more would move is proposed first."""

    def __init__(self, place: PlaceFrame, timeline: Timeline) -> None:
        self._place = place
        self._timeline = timeline

    def move(
        self, milestone: Milestone, how: Callable[[Milestone, Unit, int], Milestone], step: int, word: str
    ) -> None:
        """Moves a milestone one column, at its beginning or at its end."""
        day = (milestone.due if how is stretched else milestone.start) or milestone.due or self._place.host.today
        if step < 0 and day > date.min:
            # Back over the border of quarters and half-years is as far as it was there.
            day = self._before_column(day)
        unit = _UNITS.get(months_of(self._timeline.zoom, self._timeline.column_of(day)), "quarter")
        try:
            after = how(milestone, unit, step)
        except ValueError as error:
            self._place.say(str(error), error=True)
            return
        self._take_move(milestone, after, f"{milestone.number} een {_UNIT_NAMES[unit]} {word}")

    def _before_column(self, day: date) -> date:
        """The last day of the column before that of a day."""
        column = self._timeline.column_of(day)
        return column.start - timedelta(days=1) if column and column.start > date.min else day

    def _take_move(self, before: Milestone, after: Milestone, label: str) -> None:
        """Moves at once, unless something that waits on it would now start too early: then that is asked first."""
        dossier = self._place.host.dossier
        planned = dossier.with_tables({"milestones": {**dossier.tables["milestones"], before.id: after}})
        were_early = {
            milestone.id: days for milestone, predecessor, days in too_early(dossier) if predecessor.id == before.id
        }
        worse = [
            milestone.number
            for milestone, predecessor, days in too_early(planned)
            if predecessor.id == before.id and days > were_early.get(milestone.id, 0)
        ]
        if not worse:
            change = Change(label, replaced(before, after), follows=DATES)
            self._place.try_out(lambda: self._place.host.changes.apply(change))
            return
        proposal = pushed(planned, [before.id], free_days(dossier))
        move = Move(before.id, Dates(before.start, before.due), Dates(after.start, after.due), label)
        more = [f"{len(worse) - _MOST_NAMED} andere"] if len(worse) > _MOST_NAMED else []
        who = enumerate_words([*worse[:_MOST_NAMED], *more])
        verb = "begint" if len(worse) == 1 else "beginnen"
        sentences = [f"Dan {verb} {who} te vroeg. Wat gekozen is, schuift mee.", *proposal.blocked[:3]]
        window = ProposalWindow(label, sentences, dossier, proposal.moves, move)
        ask_unasked(self._place.app, window, lambda moves: self._carry_out(moves, label, dossier))

    def push(self, milestone: Milestone) -> None:
        """Everything that waits on this milestone, as far on as needed."""
        dossier = self._place.host.dossier
        proposal = pushed(dossier, [milestone.id], free_days(dossier))
        if not proposal.moves:
            blocked = " ".join(proposal.blocked[:1])
            self._place.say(blocked or f"Wat op {milestone.number} wacht, begint op tijd; er hoeft niets te schuiven.")
            return
        label = f"Opvolgers van {milestone.number} schuiven mee"
        window = ProposalWindow(label, proposal.blocked[:3], dossier, proposal.moves)
        self._place.app.push_screen(window, lambda moves: self._carry_out(moves, label, dossier))

    def plan_backwards(self) -> None:
        """From the end results back: first from which day, then which moves."""
        proposals: list[tuple[Dossier, Proposed]] = []

        def look(typed: dict[str, Any]) -> None:
            dossier, last_day = self._place.host.dossier, typed.get("last_day")
            period = dossier.current_period
            if last_day and period and not period.start <= last_day <= period.end:
                outside = f"{long_date(last_day)} valt buiten de planperiode {period.label}"
                raise NotSavedError(f"{outside}. Kies een andere dag.")
            proposed = backwards(dossier, last_day, free_days(dossier))
            if not proposed.moves:
                nothing = "Er valt niets te verschuiven: alles staat al zo laat mogelijk."
                raise NotSavedError(" ".join(proposed.blocked[:1]) or nothing)
            proposals.append((dossier, proposed))

        def propose(done: bool | None) -> None:
            if done and proposals:
                dossier, proposed = proposals[-1]
                label = "Teruggepland"
                how_many = count(len(proposed.moves), "mijlpaal verschuift", "mijlpalen verschuiven")
                sentence = f"{how_many}; wat gereed is en wat vaststaat blijft staan."
                window = ProposalWindow("Terugplannen", [sentence, *proposed.blocked[:3]], dossier, proposed.moves)
                self._place.app.push_screen(window, lambda moves: self._carry_out(moves, label, dossier))

        from sto_tui.screens.editing.entry_window import EntryWindow

        window = EntryWindow("Terugplannen", BackwardsEntry, {}, self._place.host.dossier, self._place.host.today, look)
        self._place.app.push_screen(window.name_act("Voorstel tonen"), propose)

    def _carry_out(self, moves: Sequence[Move] | None, label: str, seen: Dossier) -> None:
        """Moves what was chosen from a proposal about the dossier as it was `seen`."""
        if not moves:
            self._place.say("Er is niets verschoven.")
            return
        dossier = self._place.host.dossier
        now, then = dossier.of(Milestone), seen.of(Milestone)
        if any(_as_planned(now.get(move.milestone)) != _as_planned(then.get(move.milestone)) for move in moves):
            self._place.say("Intussen is een van deze mijlpalen gewijzigd. Bekijk het voorstel opnieuw.", error=True)
            return
        more = f", {count(len(moves), 'mijlpaal', 'mijlpalen')}" if len(moves) > 1 else ""
        change = moves_change(dossier, moves, f"{label}{more}")
        self._place.try_out(lambda: self._place.host.changes.apply(change))


def _as_planned(milestone: Milestone | None) -> tuple[object, ...]:
    """What a proposal rests on."""
    if milestone is None:
        return ()
    return (milestone.start, milestone.due, milestone.after, milestone.fixed_date, milestone.light)
