"""The goals, and which theme works on which."""

from collections.abc import Collection, Mapping, Sequence

from sto_tui.content.library import sources
from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.styles import LABEL_TINT, MID_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import capital, count
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Chapter, Goal, Speerpunt, Tag, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import Indicator
from sto_tui.planning.figures.values import subjects_of

MOST_GOALS = 9
FOCUS_POINTS = (
    ("Techniek in heel het beroepsgerichte vmbo", (Tag.KEUZEVAKKEN, Tag.PRAKTIJKGERICHT, Tag.ONDERBOUW)),
    ("Samenwerken in de regio", (Tag.BEDRIJVEN, Tag.MBO, Tag.PO)),
    ("Maatschappelijke thema’s", (Tag.KLIMAAT, Tag.GELIJKE_KANSEN, Tag.ONDERWIJSPERSONEEL)),
)


def write(dossier: Dossier, writer: Writer) -> None:
    """Start value, target and year per goal; then themes by goal."""
    goal_count = count(len(dossier.plan_goals), "doel", "doelen")
    writer.lead(
        f"De regio heeft {goal_count} voor deze periode."
        if dossier.plan_goals
        else "De regio heeft nog geen doelen voor deze periode vastgelegd."
    )
    opening(dossier, writer, Chapter.DOELEN)
    if not writer.ask(list_of("goals")):
        _goals(dossier, writer)
        _themes_by_goal(dossier, writer)
        _subjects_by_goal(dossier, writer)
    headed(dossier, writer, Chapter.DOELEN)


def _goals(dossier: Dossier, writer: Writer) -> None:
    head = ("Nr", "Doel", "Nulwaarde", "Peiljaar", "Streefwaarde", "Jaar")
    rows: list[Sequence[str] | LabelRow] = []
    for goal in dossier.plan_goals:
        place = Ref("goals", goal.id)
        rows.append(
            (
                writer.number(str(goal.number), place),
                writer.in_column(place.at("text"), goal.text, head[1]),
                writer.in_column(place.at("baseline"), goal.baseline, head[2]),
                writer.in_column(place.at("baseline_year"), str(goal.baseline_year or ""), head[3]),
                writer.in_column(place.at("target"), goal.target, head[4]),
                writer.in_column(place.at("target_year"), str(goal.target_year or ""), head[5]),
            )
        )
        if goal.indicator:
            rows.append(writer.labelled("Te meten aan", place.at("indicator"), goal.indicator))
        if goal.deelregio:
            rows.append(writer.labelled("Deelregio", place.at("deelregio"), goal.deelregio))
        if moved := dossier.of(Indicator).get(goal.figure or 0):
            rows.append(writer.told("Te zien in", run(f"{writer.mention(Chapter.REGIOVISIE)}: {moved.title}")))
    description = "Per doel de waarde in het peiljaar, de waarde die de regio wil bereiken, en het jaar."
    writer.table((0.9, 5.8, 2.8, 1.7, 2.9, 1.9), head, rows, "Doelen met nulwaarde en streefwaarde", description)
    named = [f"doel {goal.number}: {goal.source}" for goal in dossier.plan_goals if goal.source]
    if named:
        writer.source(f"Bronnen: {'; '.join(named)}.")


def _themes_by_goal(dossier: Dossier, writer: Writer) -> None:
    if not dossier.of(Theme):
        return
    words = level_words(dossier.region)
    writer.heading(2, f"Welke {words.theme.plural} werken aan welk doel")
    of_plan = {goal.id for goal in dossier.plan_goals}
    served = [dossier.goals_served(speerpunt) for speerpunt in dossier.of(Speerpunt).values()]
    served += [theme.goals for theme in dossier.of(Theme).values()]
    if not any(of_plan.intersection(goals) for goals in served):
        writer.text(f"Nog geen {words.speerpunt.singular} is aan een doel gekoppeld.")
        return
    for goals in _side_by_side(dossier):
        _themes_table(dossier, writer, goals)
    every = all(of_plan <= _served_by(dossier, theme) for theme in dossier.of(Theme).values())
    writer.source("X draagt bij." if every else "X draagt bij; – draagt niet rechtstreeks bij.")


def _served_by(dossier: Dossier, theme: Theme) -> set[int]:
    """The goals of a theme and of the speerpunten below it."""
    return {*theme.goals, *(goal for speerpunt in dossier.speerpunten_of(theme.id) for goal in speerpunt.goals)}


def _side_by_side(dossier: Dossier) -> list[tuple[Goal, ...]]:
    """The goals in groups that fit in one table."""
    goals = dossier.plan_goals
    return [goals[first : first + MOST_GOALS] for first in range(0, len(goals), MOST_GOALS)]


def _themes_table(dossier: Dossier, writer: Writer, goals: Sequence[Goal]) -> None:
    each = min(1.7, 9.0 / len(goals))
    shades: dict[tuple[int, int], str] = {}
    rows = []
    for number, theme in enumerate(dossier.of(Theme).values()):
        served = _served_by(dossier, theme)
        marks = []
        for index, goal in enumerate(goals, 1):
            if goal.id in served:
                shades[number, index] = MID_TINT
            marks.append(writer.cell_text(run("X" if goal.id in served else "–", bold=goal.id in served), "STORaster"))
        rows.append([writer.cell_text(run(f"{theme.number}  {theme.title}")), *marks])
    widths = [16.0 - each * len(goals), *[each] * len(goals)]
    words = level_words(dossier.region)
    head = [capital(words.theme.singular), *(f"Doel {goal.number}" for goal in goals)]
    title = f"Bijdrage van de {words.theme.plural} aan de doelen"
    own = "wat op de rij staat, of " if any(theme.goals for theme in dossier.of(Theme).values()) else ""
    speerpunt = f"{words.speerpunt.singular} ervan," if own else words.speerpunt.singular
    description = f"Een X: {own}ten minste één {speerpunt} werkt aan het doel."
    writer.table(widths, head, rows, title, description, shades=shades)


def _subjects_by_goal(dossier: Dossier, writer: Writer) -> None:
    """What the goals touch, by way of the speerpunten that serve them. Source: Tips en tools, section 7."""
    touched = {goal.id: subjects_of(dossier, goal.id) for goal in dossier.plan_goals}
    if not any(touched.values()):
        return
    writer.heading(2, "Wat de regeling vraagt, per doel")
    meaning = f"X: een {level_words(dossier.region).speerpunt.singular} voor dit doel gaat over dit onderwerp."
    for goals in _side_by_side(dossier):
        _subjects_table(writer, goals, touched, meaning)
    writer.source(f"{meaning} Bron: {sources()['subject']}.")


def _subjects_table(
    writer: Writer, goals: Sequence[Goal], touched: Mapping[int, Collection[Tag]], meaning: str
) -> None:
    each = min(1.7, 9.0 / len(goals))
    shades: dict[tuple[int, int], str] = {}
    rows: list[list[str]] = []
    groups: list[int] = []
    for focus, subjects in FOCUS_POINTS:
        shades |= {(len(rows), column): LABEL_TINT for column in range(len(goals) + 1)}
        groups.append(len(rows))
        rows.append([writer.cell_text(run(focus), "STOTabellabel"), *[writer.cell_text("", "STORaster")] * len(goals)])
        for subject in subjects:
            marks = [subject in touched[goal.id] for goal in goals]
            shades |= {(len(rows), column): MID_TINT for column, mark in enumerate(marks, 1) if mark}
            cells = [writer.cell_text(run("X" if mark else "–", bold=mark), "STORaster") for mark in marks]
            rows.append([writer.cell_text(run(capital(subject.label))), *cells])
    widths = [16.0 - each * len(goals), *[each] * len(goals)]
    head = ["Onderwerp", *(f"Doel {goal.number}" for goal in goals)]
    title = "Focuspunten van de regeling en de doelen"
    writer.table(widths, head, rows, title, meaning, shades=shades, groups=groups)
