"""The chapter of a progress report on what changed since the plan was handed in."""

from collections.abc import Mapping, Sequence

from sto_tui.documents.word.field_texts import EMPTY
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import capital, count, long_date, short_date
from sto_tui.domain.handed_in import ChangeReason
from sto_tui.planning.handed_in.comparison import Comparison, reasons_by_difference, told_submission
from sto_tui.planning.handed_in.difference import Difference, DifferenceKind, ReportBy
from sto_tui.planning.paper_outline import LIGHTS, SINCE
from sto_tui.planning.progress.as_it_stood import PastState

_WIDTHS = (8.2, 5.5, 2.3)
_IN_THIS = "in dit verslag"
_HEAD = ("Wijziging", "Reden", "Gemeld op")


def write_changes(writer: Writer, comparison: Comparison, standing: PastState, *, final: bool = False) -> None:
    """A table per way of reporting; or that there is nothing to report, or why that cannot be told.

    No other report follows a `final` one.
    The plan is as it is on the day of writing, and how far its milestones are as on the last day of the report.
    """
    writer.begin(SINCE)
    submission = comparison.submission
    if submission is None:
        writer.text("In het dossier staat geen ingediend plan om mee te vergelijken.")
        return
    if comparison.trouble:
        writer.box("Niet te vergelijken.", comparison.trouble)
        return
    about = f"het plan dat {told_submission(submission)}"
    if not comparison.differences:
        writer.text(f"Op {long_date(writer.today)} is er geen wijziging om te melden sinds {about}.")
        return
    lead = f"Wat er op {long_date(writer.today)} anders is dan in {about}."
    if standing.is_past:
        day = long_date(standing.day)
        lead += (
            f" Hoe ver de mijlpalen zijn en wie meedoet, is zoals op {day}. Van een tekst, datum of bedrag zegt het "
            f"dossier niet sinds wanneer: die kan na {day} zijn veranderd."
        )
    writer.lead(lead)
    reasons = reasons_by_difference(writer.dossier, submission)
    for report in ReportBy:
        if differences := comparison.to_report(report):
            way = _IN_THIS if final and report is ReportBy.NEXT_REPORT else report.label
            writer.heading(2, capital(way))
            plain = [difference for difference in differences if _is_only_late(difference, reasons)]
            told = [difference for difference in differences if difference not in plain]
            if told:
                _table(writer, way, told, reasons)
            _counted(writer, plain)


def _is_only_late(difference: Difference, reasons: Mapping[str, ChangeReason]) -> bool:
    """Whether it says no more than that a milestone is not ready in time, which stands with its activity already."""
    is_moved = bool(difference.before or difference.now)
    return difference.kind is DifferenceKind.ACTIVITY_LATE and not is_moved and difference.about not in reasons


def _counted(writer: Writer, late: Sequence[Difference]) -> None:
    if late:
        are = count(len(late), "mijlpaal is", "mijlpalen zijn")
        where = f"{LIGHTS.number} {LIGHTS.title}"
        writer.text(f"{are} te laat, zonder andere datum of een reden; zie {where}.")


def _table(writer: Writer, way: str, differences: Sequence[Difference], reasons: Mapping[str, ChangeReason]) -> None:
    rows = [_row(writer, difference, reasons.get(difference.about)) for difference in differences]
    writer.table(_WIDTHS, _HEAD, rows, f"Wijzigingen: {way}", "")
    sources = dict.fromkeys(difference.source for difference in differences)
    writer.source(f"Te controleren in de regeling. Bron: {'; '.join(sources)}.")


def _row(writer: Writer, difference: Difference, reason: ChangeReason | None) -> tuple[str, ...]:
    if reason is None:
        return tuple(writer.cell_text(run(text)) for text in (difference.text, EMPTY, EMPTY))
    place = ref_of(reason)
    reported = short_date(reason.reported_on) if reason.reported_on else ""
    return (
        writer.cell_text(writer.mark(run(difference.text), place)),
        writer.in_column(place.at("reason"), reason.reason, _HEAD[1]),
        writer.in_column(place.at("reported_on"), reported, _HEAD[2]),
    )
