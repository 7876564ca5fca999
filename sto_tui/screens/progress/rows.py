"""The rows of place 7: the stoplicht per milestone, the log, and the counts."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import long_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import Ref
from sto_tui.domain.text import full_stop_after
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.plan_status import day_to_be_late_on
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.progress.stoplicht import (
    NOT_BEGUN,
    is_overdue,
    milestones_by_doer,
    milestones_by_theme,
    should_have_begun,
    tally,
)
from sto_tui.planning.veri.matrix import doers
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group, note
from sto_tui.widgets.record_list import Cell, Column, Row
from sto_tui.widgets.signs import light_mark

NONE_YET = "Nog geen mijlpalen. Voeg ze toe bij 5 Mijlpalen."
_SIGNS = (Stoplicht.GEREED, Stoplicht.GROEN, Stoplicht.ORANJE, Stoplicht.ROOD)
_COUNTED: Mapping[Stoplicht, Column] = {
    Stoplicht.GROEN: Column("Groen", 5, align="right"),
    Stoplicht.ORANJE: Column("Oranje", 6, align="right"),
    Stoplicht.ROOD: Column("Rood", 4, align="right"),
    Stoplicht.GEREED: Column("Gereed", 6, align="right"),
    Stoplicht.NIET_GESTART: Column("Niet gestart", 12, align="right", drop=1),
}


@dataclass(frozen=True)
class MilestoneFilter:
    """A choice of milestones: how it is called, and which it keeps on a day."""

    label: str
    keeps: Callable[[Dossier, Milestone, date], bool]


EVERYTHING = MilestoneFilter("alles", lambda dossier, milestone, today: True)
FILTERS = (
    EVERYTHING,
    MilestoneFilter("te laat", lambda dossier, milestone, today: is_overdue(milestone, today)),
    MilestoneFilter(
        "oranje en rood", lambda dossier, milestone, today: milestone.light in (Stoplicht.ORANJE, Stoplicht.ROOD)
    ),
    MilestoneFilter(NOT_BEGUN, lambda dossier, milestone, today: should_have_begun(milestone, today)),
)


def next_filter(chosen: MilestoneFilter) -> MilestoneFilter:
    """The filter after this one; after one that is not in the round everything."""
    return FILTERS[(FILTERS.index(chosen) + 1) % len(FILTERS)] if chosen in FILTERS else EVERYTHING


def _last_said(milestone: Milestone, around: Around) -> Cell:
    """The latest line of the log, and where one is needed that there is none."""
    entries = around.dossier.progress_of(milestone.id)
    said = " ".join((entries[0].obstacle or entries[0].note).split()) if entries else ""
    if not said and milestone.light in (Stoplicht.ORANJE, Stoplicht.ROOD):
        said = "nog geen toelichting (t)"
    return said, "muted"


_MILESTONE = Shown[Milestone]("title", share=3, least=30)
STOPLICHTEN = ListOf(
    Milestone,
    Shown("number", width=6, role="muted"),
    _MILESTONE,
    Shown(
        "due",
        width=10,
        drop=2,
        role=lambda milestone, around: "error" if is_overdue(milestone, around.today) else "text",
    ),
    Shown("light", width=9, cell=lambda milestone, around: light_mark(milestone.light)),
    Shown(head="Laatste regel", share=2, least=20, drop=1, cell=_last_said),
    none=NONE_YET,
)


def light_rows(
    dossier: Dossier, today: date, chosen: MilestoneFilter = EVERYTHING, also: Collection[int] = ()
) -> Sequence[Row]:
    """Milestones by theme with their stoplicht and the latest line of the log; those in `also` stay in any filter."""
    rows: list[Row] = []
    dossier = as_of_today(dossier, today)
    word, day = level_words(dossier.region).theme.singular, day_to_be_late_on(dossier, today)
    for theme, milestones in milestones_by_theme(dossier):
        shown = [milestone for milestone in milestones if milestone.id in also or chosen.keeps(dossier, milestone, day)]
        if shown:
            name = f"{theme.number} {theme.title}" if theme else f"Zonder {word}"
            rows += [BLANK] * bool(rows) + [group(f"{name}   {lights_in_signs(milestones)}")]
            rows += STOPLICHTEN.rows_of(shown, dossier, day)
    if rows or not dossier.of(Milestone):
        return rows or [STOPLICHTEN.none]
    return [note(f"Geen mijlpalen bij filter ‘{chosen.label}’. Met f kies je een ander.")]


def lights_in_signs(milestones: Sequence[Milestone]) -> str:
    """`3✓  2●  1■`, with the signs of the column beside it; without what does not occur or is not begun."""
    counts = [(sum(milestone.light is light for milestone in milestones), light_mark(light)[0][0]) for light in _SIGNS]
    return "  ".join(f"{many}{sign}" for many, sign in counts if many)


def light_columns(chosen: MilestoneFilter, shown: int) -> tuple[Column, ...]:
    """The columns of the stoplicht list; the filter stands in the head, which is always in sight."""
    return STOPLICHTEN.headed(_MILESTONE, f"Mijlpaal: {chosen.label} ({shown})")


def _said(entry: Progress, around: Around) -> Cell:
    """The milestone, and what was said about it."""
    parts = [around.dossier.caption(Ref("milestones", entry.milestone)), entry.note]
    parts += [f"Knelpunt: {entry.obstacle}"] if entry.obstacle else []
    parts += [f"Maatregel: {entry.measure}"] if entry.measure else []
    *before, last = [" ".join(part.split()) for part in parts if part]
    return " ".join([*(f"{part}{full_stop_after(part)}" for part in before), last])


LOG = ListOf(
    Progress,
    Shown("light", width=9, cell=lambda entry, around: light_mark(entry.light)),
    Shown("note", head="", wrap=True, cell=_said),
    none="Nog geen logboek. Druk op a om een regel toe te voegen.",
)


def log_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The log, newest first, by day."""
    rows: list[Row] = []
    for day, entries in groupby(dossier.of(Progress).values(), key=lambda entry: entry.date):
        rows += [BLANK] * bool(rows) + [group(long_date(day)), *LOG.rows_of(entries, dossier, today)]
    return rows or [LOG.none]


def new_entry(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """About the milestone of the cursor, with its stoplicht; the screen adds today."""
    entry = dossier.of(Progress).get(at.id) if at and at.table == "progress" else None
    milestone = dossier.of(Milestone).get(entry.milestone if entry else at.id if at else 0)
    given = {"milestone": milestone.id} if milestone else {}
    return {**given, **beginning(dossier, Progress, given)}


@dataclass(frozen=True)
class CountsKey:
    """The key of a row of counts: whose milestones (None: those of nobody), under which name."""

    table: str
    ref: Ref | None
    name: str

    @property
    def filter(self) -> MilestoneFilter:
        """The filter that shows exactly the milestones that were counted."""
        if self.table == "all":
            return EVERYTHING
        if self.table == "themes":
            number = self.ref.id if self.ref else 0
            return MilestoneFilter(
                self.name, lambda dossier, milestone, today: getattr(dossier.theme_of(milestone), "id", 0) == number
            )
        wanted = [self.ref] if self.ref else []
        return MilestoneFilter(
            self.name,
            lambda dossier, milestone, today: (
                bool(set(wanted) & set(parties)) if (parties := doers(dossier, ref_of(milestone))) else not wanted
            ),
        )


TALLY_COLUMNS = (Column("", least=14), *_COUNTED.values(), Column("Te laat", 7, align="right"))


def tally_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """How many milestones stand where: all, per theme, and per party that carries them out (V)."""
    if not dossier.of(Milestone):
        return [note(NONE_YET)]
    dossier = as_of_today(dossier, today)
    every, word = CountsKey("all", None, "Alle mijlpalen"), level_words(dossier.region).theme.singular
    day = day_to_be_late_on(dossier, today)
    rows = [_tally_row(every, list(dossier.of(Milestone).values()), day), BLANK, group(f"Per {word}")]
    for theme, milestones in milestones_by_theme(dossier):
        name = f"{theme.number} {theme.title}" if theme else f"Zonder {word}"
        key = CountsKey("themes", Ref("themes", theme.id) if theme else None, name)
        rows.append(_tally_row(key, milestones, day))
    rows += [BLANK, group("Per partij die uitvoert (V in de VERI-matrix)")]
    for doer, milestones in milestones_by_doer(dossier):
        key = CountsKey("doers", doer, dossier.caption(doer) if doer else "Niemand voert uit")
        rows.append(_tally_row(key, milestones, day))
    return rows


def _tally_row(key: CountsKey, milestones: Sequence[Milestone], day: date) -> Row:
    counts = tally(milestones, day)
    cells: list[Cell] = [key.name]
    cells += [(str(counts.lights[light]), "text") if counts.lights[light] else ("–", "muted") for light in _COUNTED]
    cells.append((str(counts.late), "error") if counts.late else ("–", "muted"))
    return Row(tuple(cells), key=key)
