"""The themes, and per speerpunt one table."""

from sto_tui.documents.word.chapters.speerpunt_table import GRID, measure_rows, milestone_rows, write_speerpunt
from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.chapters.titles import titled_copy
from sto_tui.documents.word.writer import Writer, kept_together
from sto_tui.documents.word.xml_writing import run, table
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words, number, short_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Chapter, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.training_days import days_in_words, training_years


def write(dossier: Dossier, writer: Writer) -> None:
    """An overview, then every theme with its speerpunten."""
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.THEMAS)
    if not writer.ask(list_of("themes")):
        _overview(dossier, writer)
    headed(dossier, writer, Chapter.THEMAS)
    for theme in dossier.of(Theme).values():
        _theme(dossier, writer, theme)
    for speerpunt in dossier.of(Speerpunt).values():
        if speerpunt.theme not in dossier.of(Theme):
            write_speerpunt(dossier, writer, speerpunt)
    without_theme = f"Mijlpalen zonder {level_words(dossier.region).theme.singular}"
    _milestones_without_speerpunt(dossier, writer, 0, without_theme)
    _training(dossier, writer)


def _training(dossier: Dossier, writer: Writer) -> None:
    """The scholingsplan: who learns what and when, with the days of each year."""
    years = list(training_years(dossier))
    if not years:
        return
    writer.heading(2, "Scholingsplan")
    head = ("Nr", "Wie", "Wat", "Wanneer", capital(level_words(dossier.region).speerpunt.singular), "Dagen")
    rows: list[tuple[str, ...]] = []
    for training in (training for own in years for training in own.trainings):
        place = ref_of(training)
        belongs = dossier.caption(Ref("speerpunten", training.speerpunt)) if training.speerpunt else "–"
        days = "" if training.days is None else number(training.days)
        rows.append(
            (
                writer.number(str(len(rows) + 1), place),
                writer.in_column(place.at("who"), training.who, head[1], "STOTabellabel"),
                writer.in_column(place.at("what"), training.what, head[2]),
                writer.in_column(place.at("date"), short_date(training.date) if training.date else "", head[3]),
                writer.cell_text(run(belongs)),
                writer.in_column(place.at("days"), days, head[5], "STOTabelgetal"),
            )
        )
    writer.table(
        (0.9, 3.9, 4.2, 2.1, 3.4, 1.5), head, rows, "Scholingsplan", "Wie leert wat, en wanneer.", numbers_from=5
    )
    sums = [f"{own.year or 'zonder datum'}: {days_in_words(own.trainings)}" for own in years]
    writer.source(f"Dagen van alle deelnemers samen. {capital('; '.join(sums))}.")


def _about(dossier: Dossier) -> str:
    """How many themes with how many speerpunten; what there is none of is missing, and what has no theme is said."""
    words = level_words(dossier.region)
    theme, speerpunt = words.theme, words.speerpunt
    under = sum(point.theme in dossier.of(Theme) for point in dossier.of(Speerpunt).values())
    loose = len(dossier.of(Speerpunt)) - under
    themes = count(len(dossier.of(Theme)), theme.singular, theme.plural)
    points = count(under, speerpunt.singular, speerpunt.plural)
    apart = count(loose, speerpunt.singular, speerpunt.plural)
    if not dossier.of(Theme):
        also = f", wel {apart}" if loose else f" en {speerpunt.plural}"
        return f"Het plan heeft nog geen {theme.plural}{also}."
    together = "met samen" if len(dossier.of(Theme)) > 1 and under > 1 else "met"
    also = f" Daarnaast {'is' if loose == 1 else 'zijn'} er {apart} zonder {theme.singular}." if loose else ""
    if not under:
        return f"Het plan heeft {themes}. {capital(speerpunt.plural)} daarbij ontbreken nog.{also}"
    return f"Het plan heeft {themes} {together} {points}.{also}"


def _overview(dossier: Dossier, writer: Writer) -> None:
    rows = []
    for theme in dossier.of(Theme).values():
        items = [titled_copy(writer, speerpunt) for speerpunt in dossier.speerpunten_of(theme.id)]
        lacking = (list_of("speerpunten").at("theme"), str(theme.id))
        rows.append(
            (
                writer.cell_text(titled_copy(writer, theme), "STOTabellabel"),
                writer.bullets(items) or writer.cell_text(writer.hole(*lacking)),
                writer.cell_text(run(dossier.caption(Ref("parties", theme.lead)) if theme.lead else "–")),
            )
        )
    words = level_words(dossier.region)
    theme_word, points = words.theme, words.speerpunt.plural
    head = (capital(theme_word.singular), capital(points), "Trekker")
    title = f"De {theme_word.plural} met hun {points}"
    writer.table((3.8, 9.2, 3.0), head, rows, title, f"Per {theme_word.singular} de {points} en de trekker.")


def _theme(dossier: Dossier, writer: Writer, theme: Theme) -> None:
    place = Ref("themes", theme.id)
    name = f"{level_words(dossier.region).theme.singular} {theme.number}"
    writer.heading(2, theme.title, capital(name), place.at("title"), below=[place.at("result")])
    writer.prose(place.at("result"), theme.result)
    if theme.facilities:
        # Whether a name is one thing or more is not known: `Skillslabs`.
        writer.text(f"Voorzieningen bij {name}: {enumerate_words([facility.name for facility in theme.facilities])}.")
    _about_theme(dossier, writer, theme, name)
    _milestones_without_speerpunt(dossier, writer, theme.id, f"Mijlpalen van {name} als geheel")
    for speerpunt in dossier.speerpunten_of(theme.id):
        write_speerpunt(dossier, writer, speerpunt)


def _about_theme(dossier: Dossier, writer: Writer, theme: Theme, name: str) -> None:
    """By what its result is measured, and what it belongs to; nothing of what the region does not use."""
    place = ref_of(theme)
    numbers = [str(goal.number) for goal in dossier.plan_goals if goal.id in theme.goals]
    serves = f"{'doel' if len(numbers) == 1 else 'doelen'} {enumerate_words(numbers)}"
    above = capital(level_words(dossier.region).above)
    rows = list(measure_rows(writer, place, theme.measures))
    if theme.above:
        rows.append((writer.label(above, place.at("above")), writer.value(place.at("above"), theme.above)))
    if numbers:
        rows.append((writer.label("Draagt bij aan"), writer.cell_text(run(serves))))
    if theme.deelregio:
        where = place.at("deelregio")
        rows.append((writer.label("Deelregio", where), writer.value(where, theme.deelregio)))
    if rows:
        belongs = bool(theme.above or numbers or theme.deelregio)
        title = (
            f"{capital(name)} in het kort"
            if theme.measures and belongs
            else f"Waar {name} bij hoort"
            if belongs
            else f"Waaraan {name} te meten is"
        )
        writer.caption(title)
        writer.label_table(rows, title)


def _milestones_without_speerpunt(dossier: Dossier, writer: Writer, theme: int, title: str) -> None:
    """The milestones of a theme as a whole (0: of none), which stand in no table of a speerpunt."""
    milestones = [
        milestone for milestone in dossier.milestones_of(theme) if milestone.speerpunt not in dossier.of(Speerpunt)
    ]
    if milestones:
        writer.caption(title)
        head, *rows = milestone_rows(dossier, writer, milestones, head=True)
        description = "Per mijlpaal wanneer zij klaar is en wat er dan ligt."
        writer.add(table(writer.style("STORijentabel"), list(GRID), [head, *kept_together(rows)], title, description))
