"""Place 7, Voortgang: the stoplicht per milestone, and the log."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date, short_date
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import Record, Ref
from sto_tui.planning.progress import entry_change, light_change
from sto_tui.screens.place import PlaceScreen
from sto_tui.screens.section import BLANK, Section, group, note
from sto_tui.widgets.marks import light_mark
from sto_tui.widgets.record_list import Column, Row


def light_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Milestones by theme with their stoplicht and the latest line of the log."""
    rows: list[Row] = []
    for theme in [*dossier.themes.values(), None]:
        milestones = dossier.milestones_of(theme.id if theme else 0)
        if not milestones:
            continue
        rows += [BLANK] * bool(rows)
        name = f"{theme.number} {theme.title}" if theme else "Zonder thema"
        rows += [group(f"{name}: {lights_in_words(milestones)}")]
        for milestone in milestones:
            latest = dossier.progress_of(milestone.id)[:1]
            said = " ".join((latest[0].obstacle or latest[0].note).split()) if latest else ""
            due = (short_date(milestone.due) if milestone.due else "", "text")
            late = milestone.due and milestone.due < today and milestone.light is not Stoplicht.GEREED
            cells = (
                (milestone.number, "muted"),
                milestone.title,
                (due[0], "error") if late else due,
                light_mark(milestone.light),
                (said, "muted"),
            )
            rows.append(Row(cells, key=Ref("milestones", milestone.id)))
    return rows or [note("Nog geen mijlpalen. Voeg ze toe bij 5 Mijlpalen.")]


def lights_in_words(milestones: Sequence[Milestone]) -> str:
    """`3 gereed, 2 groen, 1 rood`, without what does not occur."""
    order = (Stoplicht.GEREED, Stoplicht.GROEN, Stoplicht.ORANJE, Stoplicht.ROOD, Stoplicht.NIET_GESTART)
    counts = [(sum(one.light is light for one in milestones), light.label) for light in order]
    return ", ".join(f"{many} {word}" for many, word in counts if many)


def log_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The log, newest first, by day."""
    rows: list[Row] = []
    day: date | None = None
    for entry in dossier.progress.values():
        if entry.date != day:
            day = entry.date
            rows += [BLANK] * bool(rows) + [group(long_date(day))]
        rows.append(_log_row(dossier, entry))
    return rows or [note("Nog geen logboek. Druk op a om een regel toe te voegen.")]


def _log_row(dossier: Dossier, entry: Progress) -> Row:
    parts = [entry.note, f"Knelpunt: {entry.obstacle}" if entry.obstacle else ""]
    parts += [f"Maatregel: {entry.measure}" if entry.measure else ""]
    text = " ".join(" ".join(part.split()) for part in parts if part)
    caption = dossier.caption(Ref("milestones", entry.milestone))
    return Row((light_mark(entry.light), f"{caption}. {text}"), key=Ref("progress", entry.id))


def new_entry(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """About the milestone of the cursor, with its stoplicht; the screen adds today."""
    entry = dossier.progress.get(at.id) if at and at.table == "progress" else None
    milestone = dossier.milestones.get(entry.milestone if entry else at.id if at else 0)
    return {"milestone": milestone.id, "light": milestone.light} if milestone else {}


class ProgressScreen(PlaceScreen):
    """One key per stoplicht; the log beside it."""

    place_number = 7
    sections = (
        Section(
            "Stoplicht",
            "milestones",
            (
                Column("Nr", 6),
                Column("Mijlpaal", share=3, least=30),
                Column("Klaar", 10, drop=2),
                Column("Stand", 8),
                Column("Laatste regel", share=2, least=20, drop=1),
            ),
            light_rows,
        ),
        Section("Logboek", "progress", (Column("Stand", 8), Column("", wrap=True)), log_rows, new_entry),
    )

    def why_not(self, id: str) -> str:
        """A light belongs to a milestone."""
        if id in ("groen", "oranje", "rood", "klaar") and self._milestone is None:
            return "Kies eerst een mijlpaal met de pijltjes."
        return super().why_not(id)

    @property
    def _milestone(self) -> Milestone | None:
        ref = self.current_ref
        if ref and ref.table == "progress":
            entry = self.host.dossier.progress.get(ref.id)
            return self.host.dossier.milestones.get(entry.milestone) if entry else None
        return self.host.dossier.milestones.get(ref.id) if ref and ref.table == "milestones" else None

    def act_add(self) -> None:
        """A line of the log about the milestone of the cursor."""
        values = dict(new_entry(self.host.dossier, self.current_ref))
        self.open_new("progress", {"date": self.host.today, **values})

    def change_for_new(self, record: Record) -> Change:
        """A line of the log sets the stoplicht of its milestone too."""
        if isinstance(record, Progress):
            return entry_change(self.host.dossier, record)
        return super().change_for_new(record)

    def act_groen(self) -> None:
        """On schedule."""
        self._set(Stoplicht.GROEN)

    def act_oranje(self) -> None:
        """Small obstacles."""
        self._set(Stoplicht.ORANJE)

    def act_rood(self) -> None:
        """Stuck."""
        self._set(Stoplicht.ROOD)

    def act_klaar(self) -> None:
        """Done."""
        self._set(Stoplicht.GEREED)

    def _set(self, light: Stoplicht) -> None:
        milestone = self._milestone
        if milestone is None:
            return
        change = light_change(self.host.dossier, milestone, light, self.host.today)
        self.try_out(lambda: self.host.apply(change))
