"""Place 1, Overzicht: how far each step is, what comes next, what is still wrong, who changed what."""

from collections.abc import Mapping, Sequence
from datetime import date

from textual.events import Resize

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, short_date
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Deadline, PlanPeriod
from sto_tui.domain.set_aside import SetAside
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.steps import StepState
from sto_tui.planning.deadlines import next_deadlines, upcoming
from sto_tui.planning.now_to_do import ToDo
from sto_tui.planning.plan_status import period_phase
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.findings_of_place import count_again, show_findings
from sto_tui.screens.frame.list_place import ADDING, DETAIL, PlaceScreen
from sto_tui.screens.frame.section import Section
from sto_tui.screens.host.changing import PastChange
from sto_tui.screens.overview.free_day_list import FREE_DAYS, free_day_rows
from sto_tui.screens.overview.handing_in import SUBMISSIONS, ask_to_hand_in, period_at, submission_rows
from sto_tui.screens.overview.home_rows import (
    MOST_CHANGES,
    ChangesKey,
    FindingsKey,
    Room,
    SinceLastTime,
    StepKey,
    home_rows,
)
from sto_tui.widgets.record_list import Cell, Row

AROUND = 8
"""Lines of the frame, the names of the lists and what is spelled out, around the rows of the first list."""


def _days_left(deadline: Deadline, around: Around) -> Cell:
    item = upcoming(deadline, around.today)
    return item.words, "error" if item.is_late else "bold" if item.waits else "muted"


DEADLINES = ListOf(
    Deadline,
    Shown("date", width=10, role="muted"),
    Shown("title", share=3, least=50),
    Shown("kind", width=9, drop=1, role="muted"),
    Shown("done", head="", width=17, align="right", cell=_days_left),
    none="Nog geen termijnen. Druk op a om er een toe te voegen.",
)


def deadline_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """All deadlines: open ones first, by date; then those that are done or over."""
    deadlines = [item.deadline for item in next_deadlines(dossier, today)]
    return DEADLINES.rows_of(deadlines, dossier, today) or [DEADLINES.none]


def overview_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The first list as far as the dossier alone tells."""
    return home_rows(dossier, today, (), SinceLastTime(None, (), ()), Room(80, 24 - AROUND))


PERIODS = ListOf(
    PlanPeriod,
    Shown("label", width=11, role=lambda period, around: "bold" if period.current else "text"),
    Shown(
        "start",
        head="Looptijd",
        width=27,
        cell=lambda period, around: f"{short_date(period.start)} t/m {short_date(period.end)}",
    ),
    Shown("detail", width=16, drop=3),
    Shown("plan_status", head="Plan", least=12),
    Shown(head="Periode", width=10, drop=1, cell=lambda period, around: period_phase(period, around.today)),
    Shown("submit_by", head="Uiterlijk op", width=12, drop=2),
    none="Nog geen planperiode. Druk op a om er een toe te voegen.",
)


def period_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The plan periods, by their first day."""
    periods = sorted(dossier.of(PlanPeriod).values(), key=lambda period: period.start)
    return PERIODS.rows_of(periods, dossier, today) or [PERIODS.none]


SET_ASIDE = ListOf(
    SetAside,
    Shown("finding", share=3, wrap=True),
    Shown("reason", share=2, wrap=True),
    Shown("by", width=10, drop=2, role="muted"),
    Shown("set_aside_on", head="Op", width=10, drop=1, role="muted"),
    none="Nog niets opzijgezet. Dat kan bij de meldingen (m) met o.",
)


class OverviewScreen(PlaceScreen):
    """Where you start, and where you see what is left to do."""

    place = Place.OVERZICHT
    sections = (
        # Its rows need more than the dossier: what changed, and how much room there is.
        Section("Overzicht", "deadlines", (), overview_rows),
        DEADLINES.section("Termijnen", deadline_rows),
        PERIODS.section("Planperioden", period_rows),
        SUBMISSIONS.section("Ingediend", submission_rows),
        FREE_DAYS.section("Vrije dagen", free_day_rows),
        SET_ASIDE.section("Opzijgezet"),
    )

    _findings_shown: tuple[Finding, ...] = ()
    _room = Room(80, 24 - AROUND)

    def section_rows(self) -> Sequence[Row]:
        """The first list says where the plan stands, in the room that there is."""
        if self.section_number:
            return super().section_rows()
        self._findings_shown = self.host.findings.latest
        return home_rows(self.host.dossier, self.host.today, self._findings_shown, self._since_last_time(), self._room)

    def _since_last_time(self) -> SinceLastTime:
        history = self.host.history
        try:
            return SinceLastTime(history.since, history.news(), history.latest(MOST_CHANGES))
        except NotSavedError as error:
            self.say(str(error), error=True)
            return SinceLastTime(None, (), ())

    def on_resize(self, event: Resize) -> None:
        """Another size has room for more or fewer rows."""
        super().on_resize(event)
        room = Room(event.size.width, event.size.height - AROUND)
        if room != self._room:
            self._room = room
            if self._shown is not None:
                self.show_rows()

    def update_header(self) -> None:
        """The findings stand in the list too."""
        if self.section_number == 0 and self._findings_shown is not self.host.findings.latest:
            self.show_rows()
        super().update_header()

    def show_detail(self) -> None:
        """The row of the cursor in a full sentence."""
        if self.section_number:
            super().show_detail()
            return
        self.fit_detail(self.detail, DETAIL, DETAIL)
        if sentence := said_of(self.list.current_key):
            self.detail.show_sentence(sentence)
        else:
            self.detail.show(self.host.dossier, self.current_ref, self.host.findings.latest, self.host.today)

    def why_not(self, id: str) -> str:
        """Enter on a row of the first list goes to what it is about; on a school holiday it adds one."""
        if id == "hand_in" and self.host.handed_in.why_not:
            return self.host.handed_in.why_not
        if id == "hand_in" and period_at(self) is None:
            return "Er is nog geen planperiode. Voeg die toe bij Planperioden."
        key = self.list.current_key
        if id == "edit" and isinstance(key, StepKey | ToDo | ChangesKey | FindingsKey):
            return ""
        if id in ("add", "add_full") and self.section.table == "set_aside":
            return "Zet een melding opzij bij de meldingen: m, dan o."
        if id in ("add", "add_full") and isinstance(key, StepKey | ToDo | ChangesKey | FindingsKey):
            return "Op deze regel komt niets bij; enter gaat erheen. Een termijn komt erbij in de lijst Termijnen."
        if id == "edit" and isinstance(key, tuple):
            return super().why_not("add")
        return super().why_not(id)

    @property
    def leads(self) -> str:
        """What was set aside can count again."""
        return "delete" if self._aside_here else super().leads

    @property
    def called_here(self) -> Mapping[str, str]:
        """What was set aside counts again, and a school holiday of the country becomes one of the region."""
        if self._aside_here:
            return {"delete": "Weer meetellen"}
        return {"edit": ADDING} if isinstance(self.list.current_key, tuple) else super().called_here

    @property
    def _aside_here(self) -> SetAside | None:
        ref = self.current_ref
        record = self.host.dossier.get(ref) if ref else None
        return record if isinstance(record, SetAside) else None

    def act_delete(self) -> None:
        """Nothing is lost with what was set aside: it counts again."""
        if aside := self._aside_here:
            count_again(self, aside)
        else:
            super().act_delete()

    def act_edit(self) -> None:
        """To what the row is about: the list that a step counts, the findings of a place, a form.

        A school holiday of the country is changed by one of the region's own, which takes its place.
        """
        key = self.list.current_key
        if isinstance(key, StepKey):
            self._go_to_step(key.state)
        elif isinstance(key, ToDo):
            self.host.going.go_to(key.ref, key.place)
        elif isinstance(key, ChangesKey):
            self._go_to_change(key.latest)
        elif isinstance(key, FindingsKey):
            self._show_findings_of(key.place)
        elif isinstance(key, tuple):
            _, holiday = key
            start = {"title": capital(holiday.name), "start": holiday.start, "end": holiday.end}
            self.open_new("free_days", start)
        else:
            super().act_edit()

    def _go_to_step(self, state: StepState) -> None:
        if state.open:
            self.host.going.go_to_part(state.ref, state.open, f"{len(state.open)} {state.open_are}")
        elif state.total or state.ref.table != "questions":
            self.host.going.go_to(state.ref)
        else:
            # Without factors the list of questions has nothing that this step counts.
            self.say(state.next_act)

    def _go_to_change(self, change: PastChange) -> None:
        if change.ref and self.host.dossier.get(change.ref):
            self.host.going.go_to(change.ref)
        else:
            self.act_history()

    def _show_findings_of(self, place: Place | None) -> None:
        show_findings(self, place, self._go)

    def act_next_period(self) -> None:
        """Begins the period after this one, with what is chosen of it."""
        from sto_tui.planning.next_period.carrying_over import begun
        from sto_tui.planning.next_period.proposal import following, next_period
        from sto_tui.planning.progress.as_it_stood import as_of_today
        from sto_tui.screens.windows.next_period import NextPeriodWindow

        dossier = self.host.dossier
        try:
            proposal = next_period(as_of_today(dossier.whole, self.host.today), following(dossier))
        except ValueError as error:
            self.say(str(error), error=True)
            return

        def chosen(refs: frozenset[Ref] | None) -> None:
            if refs is not None:
                self.try_out(lambda: self.host.changes.apply(begun(self.host.dossier, proposal, refs)), begin)

        def begin() -> None:
            self.host.plan_period.show(None)
            self.update()
            now, earlier = proposal.period.label, proposal.earlier.label
            self.say(f"Het plan gaat nu over {now}, ook in opdrachten zonder --periode; P toont {earlier}.")

        self.app.push_screen(NextPeriodWindow(dossier, proposal), chosen)

    def act_add(self) -> None:
        """In the list of plans that were handed in there is one way to add one."""
        if self.section.table == "submissions":
            self.action_act("hand_in")
        else:
            super().act_add()

    def act_add_full(self) -> None:
        """The same, in the form."""
        if self.section.table == "submissions":
            self.action_act("hand_in")
        else:
            super().act_add_full()

    def act_hand_in(self) -> None:
        """Hands in the plan of the period at the cursor, else of the one that is shown."""
        if period := period_at(self):
            ask_to_hand_in(self, period)

    def act_region(self) -> None:
        """The region profile."""
        self.open_form(Ref("region", self.host.dossier.region.id))


def said_of(key: object) -> str:
    """What a row of the first list says in full; empty for a record, which is spelled out itself."""
    if isinstance(key, StepKey):
        return f"Stap {key.number}: {key.state.phrase}. {key.state.next_act}"
    if isinstance(key, ToDo | ChangesKey):
        return key.sentence
    return "Enter toont de meldingen." if isinstance(key, FindingsKey) else ""
