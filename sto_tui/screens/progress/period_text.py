"""The text about a period: which period, and whether one that was kept is made again."""

from typing import Annotated, Any

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Happened, Part, PastDay, StartDay, field
from sto_tui.planning.progress.period_report import (
    ReportPeriod,
    kept_report,
    next_order,
    period_report,
    report_heading,
    reported_on,
    span_to_report,
    why_not_reported,
)
from sto_tui.screens.editing.editing_screen import EditingScreen


class PeriodEntry(Part):
    """What a report asks: its period."""

    start: Annotated[StartDay, Happened()] = field("Van")
    end: PastDay = field("Tot en met", "De tekst komt uit de regels van het logboek in deze periode.")


class PeriodText:
    """Makes the text, over a screen."""

    def __init__(self, screen: EditingScreen) -> None:
        self._screen = screen

    def ask(self) -> None:
        """Asks for a period, and opens the text about it; nothing is kept before the person saves it."""
        from sto_tui.screens.editing.form import FormWindow

        dossier, today = self._screen.host.dossier, self._screen.host.today
        chosen: list[ReportPeriod] = []

        def save(typed: dict[str, Any]) -> None:
            entry = PeriodEntry.model_validate(typed)
            span = ReportPeriod(entry.start, entry.end)
            if why := why_not_reported(self._screen.host.dossier, span):
                raise NotSavedError(why)
            chosen.append(span)

        def answered(done: bool | None) -> None:
            if done and chosen:
                self._report_on(chosen[-1])

        start = span_to_report(dossier, today)
        values = {"start": start.start, "end": start.end}
        heading = "Tekst over de voortgang: welke periode?"
        window = FormWindow(heading, PeriodEntry, values, dossier, today, save)
        self._screen.app.push_screen(window.name_act("Tekst maken"), answered)

    def _report_on(self, span: ReportPeriod) -> None:
        from sto_tui.screens.editing.record_edit import RecordEdit

        kept = kept_report(self._screen.host.dossier, span)
        if kept:
            self._ask_about_kept(span, kept)
            return
        values = {
            "chapter": Chapter.MONITORING,
            "order": next_order(self._screen.host.dossier),
            "heading": report_heading(span),
            "text": self._text_of(span),
        }
        RecordEdit(self._screen, "texts", None, values).open("text")

    def _text_of(self, span: ReportPeriod) -> str:
        """The text about a period; of one that is still to come it begins with what it is."""
        reported = reported_on(self._screen.host.dossier, self._screen.host.today, span)
        return "\n\n".join(filter(None, (reported.remark, period_report(reported).text)))

    def _ask_about_kept(self, span: ReportPeriod, kept: ChapterText) -> None:
        from sto_tui.screens.editing.record_edit import RecordEdit
        from sto_tui.screens.windows.confirm import QuestionWindow

        def answered(again: bool | None) -> None:
            if again is None:
                return
            if not again:
                self._screen.open_form(ref_of(kept, "text"))
                return
            now = kept_report(self._screen.host.dossier, span) or kept
            text = self._text_of(span)
            RecordEdit(self._screen, "texts", now, {}).open("text", [{"typed": {"text": text}}])

        details = [
            report_heading(span),
            "Opnieuw maken toont de nieuwe tekst in het formulier; de oude verdwijnt pas als je opslaat.",
        ]
        question = QuestionWindow("Over deze periode is er al een tekst.", details, yes="Opnieuw maken", no="Bewerken")
        self._screen.app.push_screen(question, answered)
