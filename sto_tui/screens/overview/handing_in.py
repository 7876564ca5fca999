"""Handing in a plan: the list of those that were, and the questions before another one is."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.record import Line, Part, PastDay, Ref, field
from sto_tui.domain.region import PlanPeriod, PlanStatus
from sto_tui.planning.checks.finding import open_errors
from sto_tui.planning.handed_in.comparison import told_unchanged
from sto_tui.planning.handed_in.handing_in import proposed_version
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.frame.section import note
from sto_tui.widgets.record_list import Row

_MOST_NAMED = 4
SUBMISSIONS = ListOf(
    Submission,
    Shown("period", width=12),
    Shown("handed_in_on", width=12),
    Shown("version", width=10),
    Shown(
        "file",
        head="Bewaard als",
        least=20,
        role="muted",
        empty=("niet bewaard", "muted"),
    ),
    none="Nog geen plan ingediend. Druk op I om het plan van nu in te dienen.",
)


def submission_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The plans that were handed in; without any, of which period only the status says so."""
    if dossier.of(Submission):
        return SUBMISSIONS.rows(dossier, today)
    at_dus = (PlanStatus.INGEDIEND, PlanStatus.TOEGEKEND)
    labels = [period.label for period in dossier.of(PlanPeriod).values() if period.plan_status in at_dus]
    if not labels:
        return SUBMISSIONS.rows(dossier, today)
    plan = "De plannen van {} zijn" if len(labels) > 1 else "Het plan van {} is"
    named = plan.format(dutch.enumerate_words(labels))
    return [note(f"{named} ingediend, maar er is hier geen versie van bewaard. Met I bewaar je het plan van nu.")]


class HandInEntry(Part):
    """What handing in asks."""

    handed_in_on: PastDay = field(
        "Ingediend op",
        "De dag waarop het plan naar DUS-I ging. Bewaard wordt het dossier van nu: wat sinds die dag veranderde, is "
        "later niet te zien.",
    )
    version: Line = field("Versie", "Staat op het voorblad van wat je indient, bijvoorbeeld 1.0.", default="")


def period_at(screen: EditingScreen) -> PlanPeriod | None:
    """The plan period of the cursor, else the one that is shown."""
    dossier, ref = screen.host.dossier, screen.current_ref
    at_cursor = dossier.of(PlanPeriod).get(ref.id) if ref and ref.table == "periods" else None
    return at_cursor or dossier.current_period


def ask_to_hand_in(screen: EditingScreen, period: PlanPeriod) -> None:
    """Says that the plan is the same as last time and what is still wrong in it, then asks day and version."""
    from sto_tui.screens.windows.confirm import QuestionWindow

    same = screen.host.handed_in.unchanged(period.id)
    errors = open_errors(screen.host.dossier.seen_in(period.id), screen.host.today)
    if not errors and same is None:
        _ask_day(screen, period)
        return

    def answered(sure: bool | None) -> None:
        if sure:
            _ask_day(screen, period)

    said = [told_unchanged(same)] if same else []
    said += [
        f"Er {'staat' if len(errors) == 1 else 'staan'} nog {dutch.count(len(errors), 'fout', 'fouten')} open."
    ] * bool(errors)
    details = [f"- {finding.message}" for finding in errors[:_MOST_NAMED]]
    details += [f"- en nog {len(errors) - _MOST_NAMED}; zie de meldingen (m)"] * (len(errors) > _MOST_NAMED)
    question = " ".join([*said, f"Plan {period.label} toch indienen?"])
    screen.app.push_screen(QuestionWindow(question, details, yes="Toch indienen", no="Niet indienen"), answered)


def _ask_day(screen: EditingScreen, period: PlanPeriod) -> None:
    from sto_tui.screens.editing.form import FormWindow

    dossier, today = screen.host.dossier, screen.host.today
    values: dict[str, date | str] = {"handed_in_on": today, "version": proposed_version(dossier, period)}

    def save(typed: dict[str, Any]) -> None:
        entry = HandInEntry.model_validate(typed)
        hand_in = partial(screen.host.handed_in.hand_in, period.id, entry.handed_in_on, entry.version)
        submission = next(edit.ref for edit in screen.carry_out(hand_in).edits if edit.ref.table == "submissions")
        screen.show_record(Ref(submission.table, submission.id))

    window = FormWindow(f"Plan {period.label} indienen", HandInEntry, values, dossier, today, save)
    screen.app.push_screen(window.name_act("Indienen"))
