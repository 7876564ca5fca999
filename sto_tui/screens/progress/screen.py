"""Place 7, Voortgang: the stoplicht per milestone, the log, the counts, and the report of a period."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import Record, Ref
from sto_tui.places import Place
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.handed_in.difference import Difference
from sto_tui.planning.progress.stoplicht import entry_change, light_change
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import Section
from sto_tui.screens.host.sheets import SheetKind
from sto_tui.screens.progress.changes import COLUMNS, REASONS, ChangeList, about, change_list, edit_reason
from sto_tui.screens.progress.money_rows import BOOKED_IN, MONEY_SECTIONS, balance_columns, new_booking
from sto_tui.screens.progress.resolution_rows import RESOLUTIONS, adds_here, new_resolution, resolution_rows
from sto_tui.screens.progress.rows import (
    EVERYTHING,
    LOG,
    STOPLICHTEN,
    TALLY_COLUMNS,
    CountsKey,
    MilestoneFilter,
    light_columns,
    light_rows,
    log_rows,
    new_entry,
    next_filter,
    tally_rows,
)
from sto_tui.widgets.record_list import Column, Row

LIGHTS, CHANGES, GIVEN = 0, 3, 6
_LIGHT_ACTS = ("groen", "oranje", "rood", "gereed", "not_started")
_OF_A_MILESTONE = (*_LIGHT_ACTS, "explain")


class ProgressScreen(PlaceScreen):
    """One key per stoplicht; the log and the counts beside it."""

    place = Place.VOORTGANG
    sheet_kind = SheetKind.SPENDING
    sections = (
        STOPLICHTEN.section("Stoplicht", light_rows),
        LOG.section("Logboek", log_rows, new_entry),
        Section("Tellingen", "themes", TALLY_COLUMNS, tally_rows),
        replace(REASONS.section("Wijzigingen"), columns=COLUMNS),
        *MONEY_SECTIONS,
        RESOLUTIONS.section("Stuurgroep", resolution_rows, new_resolution, adds_here),
    )

    def __init__(self) -> None:
        super().__init__()
        self._filter = EVERYTHING
        # What was just set stays in sight until a filter is chosen: the cursor must not slip to the next milestone.
        self._just_set: set[int] = set()
        self._changes = ChangeList(())

    # Showing.

    def show_rows(self) -> None:
        """The filter stands in the head of the stoplicht list."""
        if self.section_number != LIGHTS:
            super().show_rows()
            return
        self.section_bar.show(LIGHTS)
        rows = self.section_rows()
        self.list.show(rows, light_columns(self._filter, sum(row.kind == "record" for row in rows)))
        self.show_detail()

    def section_columns(self) -> Sequence[Column]:
        """Those of the list; of money by what it is called."""
        return balance_columns(self.host.dossier) if self.section.table == "budget" else super().section_columns()

    def section_rows(self) -> Sequence[Row]:
        """The milestones that the filter keeps; what changed needs the plan that was handed in."""
        if self.section_number == CHANGES:
            self._changes = change_list(self.host.dossier, self.host.handed_in.compared())
            return self._changes.rows
        if self.section_number != LIGHTS:
            return super().section_rows()
        return light_rows(self.host.dossier, self.host.today, self._filter, self._just_set)

    def show_detail(self) -> None:
        """A row of counts spells out whose they are."""
        if self._counted and self._counted.ref:
            self.spell_out(self._counted.ref)
        elif difference := self._difference:
            self.spell_out(about(difference, self.host.dossier))
        else:
            super().show_detail()

    @property
    def _difference(self) -> Difference | None:
        key = self.list.current_key if self.section_number == CHANGES else None
        return self._changes.differences.get(key)

    @property
    def _counted(self) -> CountsKey | None:
        row = self.list.current
        return row.key if row and isinstance(row.key, CountsKey) else None

    @property
    def _milestone(self) -> Milestone | None:
        ref = self.current_ref
        if ref and ref.table == "progress":
            entry = self.host.dossier.of(Progress).get(ref.id)
            return self.host.dossier.of(Milestone).get(entry.milestone) if entry else None
        return self.host.dossier.of(Milestone).get(ref.id) if ref and ref.table == "milestones" else None

    def why_not(self, id: str) -> str:
        """A light belongs to a milestone, the filter to their list."""
        if id in ("edit", "explain") and self._difference:
            return self.host.changes.read_only
        if id in _OF_A_MILESTONE and self._milestone is None and not self.host.changes.read_only:
            return "Kies eerst een mijlpaal met de pijltjes."
        if id == "filter" and self.section_number != LIGHTS:
            return "Het filter hoort bij de lijst Stoplicht; tab gaat erheen."
        if id == "edit" and self._counted:
            return ""
        if id == "step_back" and self.section_number == LIGHTS and self._filter is not EVERYTHING:
            return ""
        return super().why_not(id)

    @property
    def called_here(self) -> Mapping[str, str]:
        """Enter on a row of counts shows its milestones, and on a change asks why."""
        if self._counted:
            return {"edit": "Mijlpalen tonen"}
        return {"edit": "Toelichten"} if self._difference else super().called_here

    def show_record(self, ref: Ref) -> None:
        """A milestone that the filter hides is shown with all others; the text of a report stands elsewhere."""
        if ref.table == "texts":
            if not self.host.changes.remark:
                self.say("Bewaard. De tekst staat bij 8 Concept, Teksten.")
            return
        if ref.table == "milestones" and self._filter is not EVERYTHING:
            self._choose(EVERYTHING)
        if ref.table == "cofinancing":
            # A contribution stands above what came of it.
            self.show_section(GIVEN)
        super().show_record(ref)

    def act_edit(self) -> None:
        """A row of counts shows its milestones; any other its form."""
        if counted := self._counted:
            self.show_section(LIGHTS)
            self._choose(counted.filter)
            self.say("Met esc zie je weer alles.")
        elif self._difference:
            self.act_explain()
        else:
            super().act_edit()

    def show_all(self) -> None:
        """All milestones."""
        if self.section_number == LIGHTS and self._filter is not EVERYTHING:
            self._choose(EVERYTHING)
            self.say("Alle mijlpalen.")
        else:
            super().show_all()

    def act_filter(self) -> None:
        """The next choice of which milestones are shown."""
        self._choose(next_filter(self._filter))
        self.say(f"Mijlpalen: {self._filter.label}.")

    def _choose(self, chosen: MilestoneFilter) -> None:
        self._filter = chosen
        self._just_set.clear()
        self.show_rows()

    # The log.

    def to_add(self) -> tuple[str, Mapping[str, Any]]:
        """A line of the log about the milestone of the cursor; among the money what was spent or realised."""
        if booked := BOOKED_IN.get(self.section.table):
            return booked, {"date": self.host.today, **new_booking(self.host.dossier, self.current_ref)}
        if self.section.table == "resolutions":
            return super().to_add()
        values = new_entry(self.host.dossier, self.current_ref)
        return "progress", {"date": self.host.today, "by": self.host.user, **values}

    def change_for_new(self, record: Record) -> Change:
        """A line of the log sets the stoplicht of its milestone too."""
        if isinstance(record, Progress):
            return entry_change(record, self.occasion)
        return super().change_for_new(record)

    def act_explain(self) -> None:
        """Why it stands as it does: the line of the cursor, else one's own of today, else a new one."""
        from sto_tui.screens.editing.record_edit import RecordEdit

        milestone, ref, today = self._milestone, self.current_ref, self.host.today
        if self._difference:
            edit_reason(self, self.list.current_key)
            return
        if milestone is None or ref is None:
            return
        if ref.table == "progress":
            self.open_form(ref.at("note"))
            return
        newest = next((line for line in self.host.dossier.progress_of(milestone.id) if line.date <= today), None)
        if newest and newest.date == today and newest.by == self.host.user:
            self.open_form(ref_of(newest, "note"))
        else:
            values: dict[str, Any] = {"milestone": milestone.id, "date": today, "by": self.host.user}
            values |= beginning(self.host.dossier, Progress, values)
            RecordEdit(self, "progress", None, values).open("note")

    def act_groen(self) -> None:
        """On schedule."""
        self._set(Stoplicht.GROEN)

    def act_oranje(self) -> None:
        """Small obstacles."""
        self._set(Stoplicht.ORANJE)

    def act_rood(self) -> None:
        """Stuck."""
        self._set(Stoplicht.ROOD)

    def act_gereed(self) -> None:
        """Done."""
        self._set(Stoplicht.GEREED)

    def act_not_started(self) -> None:
        """Not begun."""
        self._set(Stoplicht.NIET_GESTART)

    def _set(self, light: Stoplicht) -> None:
        milestone = self._milestone
        if milestone is None:
            return
        asks = light in (Stoplicht.ORANJE, Stoplicht.ROOD)
        hint = " Waarom? Druk op t." if asks else ""
        change = light_change(self.host.dossier, milestone, light, self.host.today, by=self.host.user)
        if not change.edits:
            log = self.host.dossier.progress_of(milestone.id)
            of_today = [entry for entry in log if entry.date == self.host.today]
            is_told = any(entry.speaks for entry in (of_today or log)[:1])
            self.say(f"{milestone.number} staat al op {light.label}.{'' if is_told else hint}")
            return

        def act() -> Change:
            settled = self.host.changes.apply(change)
            self._just_set.add(milestone.id)
            return settled

        def then() -> None:
            if not self.host.changes.remark:
                self.say(f"{milestone.number} staat op {light.label}.{hint}")

        self.try_out(act, then)

    # The report of a period.

    def act_report(self) -> None:
        """Asks for a period, and opens the text about it."""
        from sto_tui.screens.progress.period_text import PeriodText

        PeriodText(self).ask()
