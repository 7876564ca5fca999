"""Chapter 4: the goals, and which theme works on which."""

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.markup import run
from sto_tui.documents.word.styles import MID_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref


def write(dossier: Dossier, writer: Writer) -> None:
    """Start value, target and year per goal; then themes by goal."""
    writer.heading(1, "Doelen", "4")
    writer.lead(f"De regio heeft {count(len(dossier.goals), 'hoofddoel', 'hoofddoelen')} voor deze periode.")
    opening(dossier, writer, Chapter.DOELEN)
    if not dossier.goals:
        writer.placeholder("de doelen, bij 4 Plan")
        return
    rows = []
    for goal in dossier.goals.values():
        place, name = Ref("goals", goal.id), f"doel {goal.number}"
        baseline = writer.value(place.at("baseline"), goal.baseline, f"nulwaarde bij {name}")
        year = f" ({goal.baseline_year})" if goal.baseline_year else ""
        indicator = (
            run("\n") + writer.field(place.at("indicator"), f"Gemeten aan: {goal.indicator}") if goal.indicator else ""
        )
        rows.append(
            (
                writer.cell_text(run(str(goal.number), bold=True)),
                writer.cell_text(writer.field(place.at("text"), goal.text) + indicator),
                writer.cell_text(baseline + run(year)),
                writer.cell_text(writer.value(place.at("target"), goal.target, f"streefwaarde bij {name}")),
                writer.cell_text(
                    run(str(goal.target_year)) if goal.target_year else writer.hole(f"streefjaar bij {name}", place)
                ),
            )
        )
    head = ("Nr", "Doel", "Nulwaarde", "Streefwaarde", "Jaar")
    description = "Per doel de waarde in het peiljaar, de waarde die de regio wil bereiken, en het jaar."
    writer.table((1.0, 6.6, 3.2, 3.4, 1.8), head, rows, "Doelen met nulwaarde en streefwaarde", description)
    sources = [f"doel {goal.number}: {goal.source}" for goal in dossier.goals.values() if goal.source]
    if sources:
        writer.source(f"Bronnen: {'; '.join(sources)}.")
    _themes_by_goal(dossier, writer)
    headed(dossier, writer, Chapter.DOELEN)


def _themes_by_goal(dossier: Dossier, writer: Writer) -> None:
    goals = list(dossier.goals.values())[:9]
    if not dossier.themes:
        return
    writer.heading(2, "Welk thema werkt aan welk doel")
    each = min(1.7, 9.0 / len(goals))
    shades: dict[tuple[int, int], str] = {}
    rows = []
    for number, theme in enumerate(dossier.themes.values()):
        served = {goal for speerpunt in dossier.speerpunten_of(theme.id) for goal in speerpunt.goals}
        marks = []
        for index, goal in enumerate(goals, 1):
            if goal.id in served:
                shades[number, index] = MID_TINT
            marks.append(writer.cell_text(run("X" if goal.id in served else "–", bold=goal.id in served), "STORaster"))
        rows.append([writer.cell_text(run(f"{theme.number}  {theme.title}")), *marks])
    widths = [16.0 - each * len(goals), *[each] * len(goals)]
    head = ["Thema", *(f"Doel {goal.number}" for goal in goals)]
    title = "Bijdrage van de thema's aan de doelen"
    writer.table(widths, head, rows, title, "Een X: ten minste één speerpunt werkt aan het doel.", shades=shades)
    writer.source("X draagt bij; – draagt niet rechtstreeks bij.")
