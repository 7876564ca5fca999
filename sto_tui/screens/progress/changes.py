"""The list of what changed since the plan was handed in, with the reasons that people gave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, short_date
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.record import Ref
from sto_tui.planning.handed_in.comparison import Comparison, reasons_by_difference, told_submission
from sto_tui.planning.handed_in.difference import Difference, ReportBy
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group, note
from sto_tui.widgets.record_list import Column, Row

REASONS = ListOf(ChangeReason, Shown("reason", head="", wrap=True), none="Geen redenen.")
COLUMNS = (Column("", wrap=True),)
NOTHING = "Er is geen wijziging om te melden sinds het plan is ingediend."
NOT_YET = "Nog geen plan ingediend. Dat kan bij 1 Overzicht, met I; daarna staat hier wat er verandert."


@dataclass(frozen=True)
class DifferenceKey:
    """The key of a row of a difference without a reason."""

    submission: int
    about: str


@dataclass
class ChangeList:
    """The rows, and which difference each of them is about."""

    rows: Sequence[Row]
    differences: Mapping[object, Difference] = field(default_factory=dict)


def change_list(dossier: Dossier, comparison: Comparison) -> ChangeList:
    """What to report at once, what in the next report, and reasons of which the difference is gone."""
    submission = comparison.submission
    if submission is None:
        return ChangeList([note(NOT_YET)])
    reasons = reasons_by_difference(dossier, submission)
    rows = [note(f"Sinds het plan dat {told_submission(submission)}.")]
    shown: dict[object, Difference] = {}
    if comparison.trouble:
        rows = [note(comparison.trouble)]
    elif not comparison.differences:
        rows = [*rows, BLANK, note(NOTHING)]
    for report in ReportBy:
        of_kind = comparison.to_report(report)
        if of_kind:
            rows += [BLANK, group(f"{capital(report.label)} ({len(of_kind)})")]
            rows.append(note(f"Te controleren in de regeling; bron: {of_kind[0].source}."))
        for difference in of_kind:
            reason = reasons.get(difference.about)
            key = ref_of(reason) if reason else DifferenceKey(submission.id, difference.about)
            shown[key] = difference
            rows.append(Row((difference.text,), key=key, below=_below(reason), below_in_full=True))
    heading = "Redenen" if comparison.trouble else "Redenen zonder verschil"
    return ChangeList([*rows, *_left_over(dossier, submission, shown, heading)], shown)


def _below(reason: ChangeReason | None) -> str:
    if reason is None or not (reason.reason or reason.reported_on):
        return "Nog geen reden (t)."
    said = f"Reden: {' '.join(reason.reason.split())}" if reason.reason else "Nog geen reden (t)."
    return f"{said} · gemeld op {short_date(reason.reported_on)}" if reason.reported_on else said


def _left_over(dossier: Dossier, submission: Submission, shown: Mapping[object, Difference], heading: str) -> list[Row]:
    """Reasons with this plan of which the difference cannot be shown: it is there no more, or cannot be told."""
    left = [
        reason
        for reason in dossier.of(ChangeReason).values()
        if reason.submission == submission.id and ref_of(reason) not in shown
    ]
    rows = [Row((reason.reason or "(leeg)",), key=ref_of(reason)) for reason in left]
    return [BLANK, group(f"{heading} ({len(rows)})"), *rows] if rows else []


def edit_reason(screen: EditingScreen, key: DifferenceKey | Ref) -> None:
    """The form of the reason at a row, that of a new one when there is none yet."""
    from sto_tui.screens.editing.record_edit import RecordEdit

    if isinstance(key, DifferenceKey):
        values = {"submission": key.submission, "about": key.about}
        RecordEdit(screen, "reasons", None, values).open("reason")
    else:
        screen.open_form(key.at("reason"))


def about(difference: Difference, dossier: Dossier) -> Ref | None:
    """The record that a difference is about, when it is still there."""
    return difference.ref.at(None) if dossier.get(difference.ref) else None
