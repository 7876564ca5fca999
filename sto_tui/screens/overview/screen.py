"""Place 1, Overzicht: how far each step is, what comes next, what is still wrong, who changed what."""

from collections.abc import Sequence
from datetime import date

from textual.events import Resize

from sto_tui.content.library import steps
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, count, short_date
from sto_tui.domain.record import Ref
from sto_tui.domain.region import FreeDay, PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding, Level, findings
from sto_tui.planning.checks.steps import LONGEST_PHRASE, step_errors, step_states
from sto_tui.planning.deadlines import next_deadlines
from sto_tui.planning.plan_status import period_phase
from sto_tui.planning.working_days.free_days import free_days
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import BLANK, Section, group, note
from sto_tui.screens.overview.handing_in import SUBMISSIONS, ask_to_hand_in, period_at
from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import Cell, Row
from sto_tui.widgets.shell import ALL_NAMES_FROM
from sto_tui.widgets.signs import measure


def step_rows(dossier: Dossier, shown_findings: Sequence[Finding], *, measured: bool = True) -> list[Row]:
    """The eight steps of plan making, with the errors found in what they count; a measure where there is room for it.

    Source: Tips en tools, sections 1 to 8.
    """
    rows = [Row(("Acht stappen naar het plan",), kind="group")]
    counted = zip(steps(), step_states(dossier), step_errors(dossier, shown_findings), strict=True)
    for number, (step, state, errors) in enumerate(counted, 1):
        ready = state.total > 0 and state.done >= state.total
        right: Run = ("alles", "bold") if ready else ("", "text")
        if errors:
            right = (f"! {count(errors, 'fout', 'fouten') if measured else errors}", "error")
        left: list[Run] = [(f"{number} ", "bold"), (f"{step.title:<26}", "text")]
        fits = measured and len(state.phrase) <= LONGEST_PHRASE
        left += [*measure(state.done, state.total), ("  ", "text")] if fits else []
        # Without factors the list of questions has nothing that this step counts.
        there = None if step.key == "learning" and not state.total else state.ref
        rows.append(Row(([*left, (state.phrase, "text")], right), key=("step", there), wide=True))
    return rows


def deadline_rows(dossier: Dossier, today: date) -> list[Row]:
    """Deadlines: open ones first, by date."""
    rows = [BLANK, group("Termijnen")]
    deadlines = next_deadlines(dossier, today)
    for item in deadlines:
        role = "error" if item.is_late else "bold" if item.waits else "muted"
        left = [(f"{short_date(item.deadline.date)}  ", "muted"), (item.deadline.title, "text")]
        words = (item.words, role)
        row = Row((left, words), key=Ref("deadlines", item.deadline.id), wide=True)
        rows.append(row)
    if not deadlines:
        rows.append(note("Nog geen termijnen. Druk op a om er een toe te voegen."))
    return rows


def overview_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Steps and deadlines."""
    return [*step_rows(dossier, findings(dossier, today)), *deadline_rows(dossier, today)]


PERIODS = ListOf(
    PlanPeriod,
    Shown("label", width=10, role=lambda period, around: "bold" if period.current else "text"),
    Shown(
        "start",
        head="Looptijd",
        width=27,
        cell=lambda period, around: f"{short_date(period.start)} t/m {short_date(period.end)}",
    ),
    Shown("detail", width=16, drop=3),
    Shown("plan_status", head="Plan", least=12),
    Shown(head="Periode", width=10, drop=1, cell=lambda period, around: period_phase(period, around.today)),
    Shown("submit_by", head="Indienen vóór", width=13, drop=2),
    none="Nog geen planperiode. Druk op a om er een toe te voegen.",
)


def period_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The plan periods, by their first day."""
    periods = sorted(dossier.of(PlanPeriod).values(), key=lambda period: period.start)
    return PERIODS.rows_of(periods, dossier, today) or [PERIODS.none]


_TITLE: Shown[FreeDay] = Shown("title", head="Vrije dag", share=2, least=20)
_FROM: Shown[FreeDay] = Shown("start", width=10)
_UNTIL: Shown[FreeDay] = Shown("end", width=12)
_SOURCE: Shown[FreeDay] = Shown("source", share=3, role="muted", drop=1)
FREE_DAYS = ListOf(
    FreeDay,
    _TITLE,
    _FROM,
    _UNTIL,
    _SOURCE,
    none="Nog geen eigen vrije dagen. Druk op a om er een toe te voegen.",
)


def free_day_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The region's own free days, and the national school holidays that are still to come in its vakantieregio."""
    region = dossier.region.holiday_region
    rows = [*FREE_DAYS.rows(dossier, today), BLANK]
    if region is None:
        return [*rows, note("Kies in het regioprofiel een vakantieregio, dan staan hier ook de schoolvakanties.")]
    rows.append(group(f"Schoolvakanties van regio {region.label}"))
    coming = [holiday for holiday in free_days(dossier).holidays if not holiday.own and holiday.end >= today]
    for holiday in coming:
        cells: dict[Shown[FreeDay], Cell] = {
            _TITLE: capital(holiday.name),
            _FROM: short_date(holiday.start),
            _UNTIL: short_date(holiday.end),
            _SOURCE: (holiday.source, "muted"),
        }
        rows.append(FREE_DAYS.other_row(("holiday", holiday), cells))
    after = f"Na {short_date(coming[-1].end)}" if coming else "Van na vandaag"
    return [*rows, note(f"{after} zijn ze sto-tui niet bekend; voeg ze met a toe.")]


class OverviewScreen(PlaceScreen):
    """Where you start, and where you see what is left to do."""

    place = Place.OVERZICHT
    sections = (
        Section("Overzicht", "deadlines", (), overview_rows),
        PERIODS.section("Planperioden", period_rows),
        SUBMISSIONS.section("Ingediend"),
        FREE_DAYS.section("Vrije dagen", free_day_rows),
    )

    _findings_shown: tuple[Finding, ...] = ()

    def section_rows(self) -> Sequence[Row]:
        """With the findings by place and the latest changes under the deadlines."""
        if self.section_number:
            return super().section_rows()
        dossier, today = self.host.dossier, self.host.today
        self._findings_shown = self.host.findings.latest
        steps = step_rows(dossier, self._findings_shown, measured=self.app.size.width >= ALL_NAMES_FROM)
        return [*steps, *deadline_rows(dossier, today), *self._finding_rows(), *self._change_rows()]

    def on_resize(self, event: Resize) -> None:
        """Another width may have room for the measures."""
        super().on_resize(event)
        if self._shown is not None:
            self.show_rows()

    def update_header(self) -> None:
        """The findings stand in the list too."""
        if self.section_number == 0 and self._findings_shown is not self.host.findings.latest:
            self.show_rows()
        super().update_header()

    def _finding_rows(self) -> list[Row]:
        rows = [BLANK, group("Meldingen")]
        for place in Place:
            here = [finding for finding in self.host.findings.latest if finding.place is place]
            errors = sum(finding.level is Level.FOUT for finding in here)
            if not here:
                continue
            hints = len(here) - errors
            words: list[Run] = [(f"! {count(errors, 'fout', 'fouten')}", "error")] if errors else []
            words += [("  ", "text")] * (errors > 0 and hints > 0)
            kind = ("andere melding", "andere meldingen") if errors else ("melding", "meldingen")
            words += [(f"? {count(hints, *kind)}", "hint")] if hints else []
            left = [(f"{place.number:>2}  {place.title:<27}", "text"), *words]
            rows.append(Row((left, ""), key=("findings", place), wide=True))
        return rows if len(rows) > 2 else []

    def _change_rows(self) -> list[Row]:
        try:
            changes = self.host.history.latest(5)
        except NotSavedError as error:
            return [BLANK, group("Laatst gewijzigd"), note(str(error))]
        rows = [BLANK, group("Laatst gewijzigd")] if changes else []
        for change in changes:
            when = f"{change.at:%H:%M}" if change.at.date() == self.host.today else short_date(change.at.date())
            rows.append(Row(((f"{when}  {change.by}: {change.label}", "muted"),), kind="note"))
        return rows

    def why_not(self, id: str) -> str:
        """Enter on a step goes to its list, so it works there too; on a school holiday it adds one."""
        row = self.list.current
        if id == "hand_in" and period_at(self) is None:
            return "Er is nog geen planperiode. Voeg die toe bij Planperioden."
        if id == "edit" and row and isinstance(row.key, tuple):
            return super().why_not("add") if row.key[0] == "holiday" else ""
        return super().why_not(id)

    def act_edit(self) -> None:
        """To the list that a step counts, the findings of a place, or the form of a deadline or free day.

        A school holiday of the country is changed by one of the region's own, which takes its place.
        """
        row = self.list.current
        if row and isinstance(row.key, tuple):
            kind, target = row.key
            if kind == "step" and target is None:
                self.say("Zet bij 2 Evaluatie een stelling bij Succesfactoren; die telt hier.")
            elif kind == "step":
                self.host.going.go_to(target)
            elif kind == "holiday":
                self.open_new("free_days", {"title": capital(target.name), "start": target.start, "end": target.end})
            else:
                self._show_findings_of(target)
            return
        super().act_edit()

    def _show_findings_of(self, place: Place) -> None:
        from sto_tui.screens.windows.listing import finding_list

        here = [finding for finding in self.host.findings.latest if finding.place is place]
        self.app.push_screen(finding_list(place.title, here), self._go)

    def act_next_period(self) -> None:
        """Begins the period after this one, with what is chosen of it."""
        from sto_tui.planning.next_period.carrying_over import begun
        from sto_tui.planning.next_period.proposal import following, next_period
        from sto_tui.screens.windows.next_period import NextPeriodWindow

        dossier = self.host.dossier
        try:
            proposal = next_period(dossier, following(dossier))
        except ValueError as error:
            self.say(str(error), error=True)
            return

        def chosen(refs: frozenset[Ref] | None) -> None:
            if refs is not None:
                self.try_out(lambda: self.host.changes.apply(begun(self.host.dossier, proposal, refs)), begin)

        def begin() -> None:
            self.host.plan_period.show(None)
            self.update()

        self.app.push_screen(NextPeriodWindow(dossier, proposal), chosen)

    def act_add(self) -> None:
        """In the list of plans that were handed in there is one way to add one."""
        if self.section.table == "submissions":
            self.action_act("hand_in")
        else:
            super().act_add()

    def act_hand_in(self) -> None:
        """Hands in the plan of the period at the cursor, else of the one that is shown."""
        if period := period_at(self):
            ask_to_hand_in(self, period)

    def act_region(self) -> None:
        """The region profile."""
        self.open_form(Ref("region", self.host.dossier.region.id))
