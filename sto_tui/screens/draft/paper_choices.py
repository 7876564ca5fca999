"""What can be chosen before a paper is written: its house style, what is left out of it, and the period of a report."""

from collections.abc import Callable
from typing import Annotated, Any

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import Happened, Line, Part, PastDay, StartDay, field
from sto_tui.planning.paper_registry import Paper, PaperKind
from sto_tui.planning.progress.period_report import ReportPeriod, span_to_report, why_not_reported
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.host.papers import PaperChoices


class SheetChoices(Part):
    """What every paper in Word asks."""

    template: Line = field(
        "Huisstijl", "Het pad van een sjabloon (.docx), voor alle stukken; leeg is de opmaak van sto-tui.", default=""
    )


class PlanChoices(SheetChoices):
    """What a plan asks too."""

    with_text: bool = field(
        "Met de tekst van het sjabloon", "Alle tekst voorin, en niet alleen het voorblad.", default=False
    )
    without_contacts: bool = field(
        "Zonder contactgegevens", "Laat het contact van de regio en van elke partij weg.", default=False
    )
    without_state: bool = field(
        "Zonder status en datum", "Laat status, versie en datum weg: voorblad, kop en voet.", default=False
    )
    commenting: bool = field(
        "Met uitleg voor wie meeleest", "Op de laatste pagina staat hoe je commentaar geeft.", default=False
    )


class ReportChoices(PlanChoices):
    """And a report: its period."""

    start: Annotated[StartDay, Happened()] = field("Van")
    end: PastDay = field("Tot en met")


_ASKED: dict[PaperKind, type[SheetChoices]] = {
    PaperKind.PLAN: PlanChoices,
    PaperKind.REPORT: ReportChoices,
    PaperKind.WHOLE: SheetChoices,
}


def chosen_in_words(choices: PaperChoices) -> str:
    """What the next writing does otherwise than by default, as a sentence; empty when that is nothing."""
    words = ["met de tekst van het sjabloon"] * choices.with_text
    words += ["zonder contactgegevens"] * (not choices.contacts) + ["zonder status en datum"] * (not choices.state)
    words += ["met uitleg voor wie meeleest"] * choices.commenting
    words += [f"over {choices.span}"] * (choices.span is not None)
    return f"Gekozen met k: {enumerate_words(words)}." if words else ""


def ask_choices(screen: EditingScreen, paper: Paper, write: Callable[[], None]) -> None:
    """Asks, keeps what was chosen until sto-tui closes, and writes; a house style is kept for the next time too."""
    from sto_tui.screens.editing.form import FormWindow

    model = _ASKED.get(paper.kind)
    if model is None:
        screen.say(f"Bij {paper.title} valt niets te kiezen. Met c schrijf je het.")
        return
    host, papers = screen.host, screen.host.papers

    def save(typed: dict[str, Any]) -> None:
        asked = model.model_validate(typed)
        choices = _choices_of(asked)
        if choices.span and (why := why_not_reported(host.dossier, choices.span)):
            raise NotSavedError(why)
        papers.choose_house_style(asked.template)
        papers.choose(paper.key, choices)

    def answered(done: bool | None) -> None:
        if done:
            write()

    earlier = papers.chosen(paper.key)
    span = earlier.span or span_to_report(host.dossier, host.today)
    values = {
        "template": papers.house_style,
        "with_text": earlier.with_text,
        "without_contacts": not earlier.contacts,
        "without_state": not earlier.state,
        "commenting": earlier.commenting,
        "start": span.start,
        "end": span.end,
    }
    window = FormWindow(f"{paper.title}: hoe?", model, values, host.dossier, host.today, save)
    screen.app.push_screen(window.name_act("Schrijven"), answered)


def _choices_of(asked: SheetChoices) -> PaperChoices:
    if not isinstance(asked, PlanChoices):
        return PaperChoices()
    span = ReportPeriod(asked.start, asked.end) if isinstance(asked, ReportChoices) else None
    return PaperChoices(asked.with_text, not asked.without_contacts, not asked.without_state, asked.commenting, span)
