"""The chapter of a progress report on what changed since the plan was handed in."""

from collections.abc import Mapping, Sequence

from sto_tui.documents.word.field_texts import EMPTY
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import capital, long_date, short_date
from sto_tui.domain.handed_in import ChangeReason
from sto_tui.planning.handed_in.comparison import Comparison, reasons_by_difference, told_submission
from sto_tui.planning.handed_in.difference import Difference, ReportBy
from sto_tui.planning.paper_outline import SINCE
from sto_tui.planning.progress.as_it_stood import PastState

_WIDTHS = (8.2, 5.5, 2.3)
_HEAD = ("Wijziging", "Reden", "Gemeld op")


def write_changes(writer: Writer, comparison: Comparison, standing: PastState) -> None:
    """A table per way of reporting; or that nothing changed, or why that cannot be told.

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
        writer.text(f"Op {long_date(writer.today)} is er niets veranderd sinds {about}.")
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
            writer.heading(2, capital(report.label))
            _table(writer, report, differences, reasons)


def _table(
    writer: Writer, report: ReportBy, differences: Sequence[Difference], reasons: Mapping[str, ChangeReason]
) -> None:
    rows = [_row(writer, difference, reasons.get(difference.about)) for difference in differences]
    writer.table(_WIDTHS, _HEAD, rows, f"Wijzigingen: {report.label}", "")
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
