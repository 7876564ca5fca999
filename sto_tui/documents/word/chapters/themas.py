"""The themes, and per speerpunt one table."""

from collections.abc import Iterable

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.page_size import twips
from sto_tui.documents.word.styles import GREY, LABEL_TINT
from sto_tui.documents.word.writer import Writer, kept_together
from sto_tui.documents.word.xml_writing import cell, paragraph, row, run, tab, table
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words, number, short_date, short_month
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter, Partner, ResultMeasure, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.level_words import level_words
from sto_tui.planning.next_period.what_went_on import builds_on
from sto_tui.planning.training_days import days_in_words, training_years

WIDTHS = (3.5, 12.5)


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
            _speerpunt(dossier, writer, speerpunt)
    without_theme = f"Mijlpalen zonder {level_words(dossier.region).theme.singular}"
    _milestones_without_speerpunt(dossier, writer, 0, without_theme)
    _training(dossier, writer)


def _training(dossier: Dossier, writer: Writer) -> None:
    """The scholingsplan: who learns what and when, with the days of each year."""
    years = list(training_years(dossier))
    if not years:
        return
    writer.heading(2, "Scholingsplan")
    rows = []
    for own in years:
        for training in own.trainings:
            place = ref_of(training)
            belongs = dossier.caption(Ref("speerpunten", training.speerpunt)) if training.speerpunt else "–"
            rows.append(
                (
                    writer.cell_text(writer.field(place.at("who"), training.who), "STOTabellabel"),
                    writer.cell_text(writer.field(place.at("what"), training.what)),
                    writer.cell_text(run(short_date(training.date) if training.date else "–")),
                    writer.cell_text(run(belongs)),
                    writer.cell_text(run("–" if training.days is None else number(training.days)), "STOTabelgetal"),
                )
            )
    head = ("Wie", "Wat", "Wanneer", capital(level_words(dossier.region).speerpunt.singular), "Dagen")
    writer.table((4.2, 4.4, 2.1, 3.8, 1.5), head, rows, "Scholingsplan", "Wie leert wat, en wanneer.", numbers_from=4)
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
    also = f" Daarnaast zijn er {apart} zonder {theme.singular}." if loose > 1 else ""
    also = f" Daarnaast is er {apart} zonder {theme.singular}." if loose == 1 else also
    if not under:
        return f"Het plan heeft {themes}. {capital(speerpunt.plural)} daarbij ontbreken nog.{also}"
    return f"Het plan heeft {themes} {together} {points}.{also}"


def _overview(dossier: Dossier, writer: Writer) -> None:
    rows = []
    for theme in dossier.of(Theme).values():
        items = [run(f"{speerpunt.number}  {speerpunt.title}") for speerpunt in dossier.speerpunten_of(theme.id)]
        lacking = (list_of("speerpunten").at("theme"), str(theme.id))
        rows.append(
            (
                writer.cell_text(run(f"{theme.number}  {theme.title}"), "STOTabellabel"),
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
    writer.heading(2, theme.title, capital(name), place.at("title"))
    if not writer.ask(place.at("result")):
        writer.prose(place.at("result"), theme.result)
    if theme.facilities:
        verb = "hoort" if len(theme.facilities) == 1 else "horen"
        writer.text(f"Bij {name} {verb}: {enumerate_words([facility.name for facility in theme.facilities])}.")
    _about_theme(dossier, writer, theme, name)
    _milestones_without_speerpunt(dossier, writer, theme.id, f"Mijlpalen van {name} als geheel")
    for speerpunt in dossier.speerpunten_of(theme.id):
        _speerpunt(dossier, writer, speerpunt)


def _about_theme(dossier: Dossier, writer: Writer, theme: Theme, name: str) -> None:
    """By what its result is measured, and what it belongs to; nothing of what the region does not use."""
    place = Ref("themes", theme.id)
    numbers = [str(goal.number) for goal in dossier.plan_goals if goal.id in theme.goals]
    serves = f"{'doel' if len(numbers) == 1 else 'doelen'} {enumerate_words(numbers)}"
    above = capital(level_words(dossier.region).above)
    part = writer.cell_text(writer.field(place.at("deelregio"), theme.deelregio))
    rows = [
        *([("Te meten aan", _measures(writer, place, theme.measures))] if theme.measures else []),
        *([(above, writer.cell_text(writer.field(place.at("above"), theme.above)))] if theme.above else []),
        *([("Draagt bij aan", writer.cell_text(run(serves)))] if numbers else []),
        *([("Deelregio", part)] if theme.deelregio else []),
    ]
    if rows:
        title = f"Waar {name} bij hoort"
        writer.caption(title)
        writer.label_table(rows, title, WIDTHS)


def _measures(writer: Writer, place: Ref, measures: Iterable[ResultMeasure]) -> str:
    """Each with where it begins and what it aims at."""
    items = []
    for measure in measures:
        own = f"{place}/measures#{measure.id}"
        item = writer.tagged(f"{own}/indicator", measure.indicator)
        ends = (("van", "baseline"), ("naar", "target"))
        told = [(word, name) for word, name in ends if getattr(measure, name)]
        for between, (word, name) in zip((": ", " "), told, strict=False):
            year = getattr(measure, f"{name}_year")
            item += run(f"{between}{word} ") + writer.tagged(f"{own}/{name}", getattr(measure, name))
            item += run(f" ({year})") if year else ""
        items.append(item)
    return writer.bullets(items)


def _milestones_without_speerpunt(dossier: Dossier, writer: Writer, theme: int, title: str) -> None:
    """The milestones of a theme as a whole (0: of none), which stand in no table of a speerpunt."""
    milestones = [
        milestone for milestone in dossier.milestones_of(theme) if milestone.speerpunt not in dossier.of(Speerpunt)
    ]
    if milestones:
        writer.caption(title)
        content = "".join(_milestone(dossier, writer, milestone) for milestone in milestones)
        writer.label_table([("Mijlpalen", content)], title, WIDTHS)


def _speerpunt(dossier: Dossier, writer: Writer, speerpunt: Speerpunt) -> None:
    place = Ref("speerpunten", speerpunt.id)
    name = f"{capital(level_words(dossier.region).speerpunt.singular)} {speerpunt.number}"
    writer.heading(3, speerpunt.title, name, place.at("title"))
    rows = [_head(dossier, writer, speerpunt, name), *kept_together(_body(dossier, writer, speerpunt))]
    description = f"{name}: beoogd resultaat, partners, activiteiten per periode, mijlpalen en onderwerpen."
    xml = table(writer.style("STOTabel"), list(WIDTHS), rows, f"{name} {speerpunt.title}", description)
    writer.add(xml)


def _head(dossier: Dossier, writer: Writer, speerpunt: Speerpunt, name: str) -> str:
    """Its number, and beside it when it runs and the goals that it is for."""
    years = [day.year for phase in speerpunt.phases for day in (phase.start, phase.end) if day]
    span = f"Looptijd {min(years)}–{max(years)}" if years and min(years) != max(years) else ""
    span = span or (f"Looptijd {years[0]}" if years else "")
    goals = _goals(dossier, writer, speerpunt)
    beside = run(" · ").join(filter(None, (run(span) if span else "", goals)))
    contents = (run(name), beside or run(""))
    cells = zip(WIDTHS, contents, strict=True)
    return row((cell(width, [writer.cell_text(text, "STOTabelkop")]) for width, text in cells), head=True)


def _goals(dossier: Dossier, writer: Writer, speerpunt: Speerpunt) -> str:
    """To which goals it contributes, or that this is still to be told."""
    place = Ref("speerpunten", speerpunt.id).at("goals")
    if writer.lacks(place):
        return writer.hole(place)
    numbers = [str(goal.number) for goal in dossier.plan_goals if goal.id in dossier.goals_served(speerpunt)]
    word = "doel" if len(numbers) == 1 else "doelen"
    return run(f"draagt bij aan {word} {enumerate_words(numbers)}") if numbers else ""


def _body(dossier: Dossier, writer: Writer, speerpunt: Speerpunt) -> list[str]:
    place = Ref("speerpunten", speerpunt.id)
    result = [
        writer.cell_text(writer.field(place.at("result"), part, index))
        for index, part in enumerate(filter(str.strip, speerpunt.result.split("\n")), 1)
    ] or [writer.cell_text(writer.hole(place.at("result")))]
    rows = [_row(writer, "Beoogd resultaat", "".join(result))]
    if speerpunt.measures:
        rows.append(_row(writer, "Te meten aan", _measures(writer, place, speerpunt.measures)))
    partners = [_partner(dossier, writer, place, partner) for partner in speerpunt.partners]
    rows.append(
        _row(
            writer,
            "Betrokken partners",
            writer.bullets(partners) or writer.cell_text(writer.hole(place.at("partners"))),
        )
    )
    for phase in speerpunt.phases:
        acts = [writer.tagged(f"{place}/phases#{phase.id}/acts#{act.id}/text", act.text) for act in phase.acts]
        hole = "" if acts else writer.cell_text(writer.hole(place.at("phases"), str(phase.id)))
        rows.append(_row(writer, phase.label, writer.bullets(acts) or hole))
    if not speerpunt.phases:
        rows.append(_row(writer, "Activiteiten", writer.cell_text(writer.hole(place.at("phases")))))
    milestones = dossier.milestones_of_speerpunt(speerpunt.id)
    if milestones:
        rows.append(
            _row(writer, "Mijlpalen", "".join(_milestone(dossier, writer, milestone) for milestone in milestones))
        )
    if earlier := builds_on(dossier, speerpunt):
        rows.append(_row(writer, "Voortgezet uit", writer.cell_text(run(earlier))))
    if speerpunt.carried_over_from:
        words = writer.field(place.at("carried_over_from"), speerpunt.carried_over_from)
        rows.append(_row(writer, "Bouwt voort op", writer.cell_text(words)))
    tags = " · ".join(tag.label for tag in speerpunt.tags)
    rows.append(_row(writer, "Onderwerpen van de regeling", writer.cell_text(run(tags or "–"))))
    return rows


def _row(writer: Writer, label: str, content: str) -> str:
    return row(
        (
            cell(WIDTHS[0], [writer.cell_text(run(label), "STOTabellabel")], shade=LABEL_TINT),
            cell(WIDTHS[1], [content]),
        )
    )


def _partner(dossier: Dossier, writer: Writer, speerpunt: Ref, partner: Partner) -> str:
    """The name of a party, of which the field stands in the annex, and its role, whose field this is."""
    party = dossier.of(Party).get(partner.party or 0)
    role = writer.tagged(f"{speerpunt}/partners#{partner.id}/role", partner.role)
    if party is None:
        return role if partner.role else run("(partij vervallen)")
    return run(f"{party.name}: ") + role if partner.role else run(party.name)


def _milestone(dossier: Dossier, writer: Writer, milestone: Milestone) -> str:
    """Number, month and title, with the goal that it is for; under it what there will be to hold."""
    place = Ref("milestones", milestone.id)
    when = f"{short_month(milestone.due)} {milestone.due.year}" if milestone.due else "datum volgt"
    stops = f'<w:tabs><w:tab w:val="left" w:pos="{twips(1.1)}"/><w:tab w:val="left" w:pos="{twips(3.0)}"/></w:tabs>'
    indent = f'<w:ind w:left="{twips(3.0)}" w:hanging="{twips(3.0)}"/>'
    content = run(milestone.number) + tab() + run(when) + tab()
    content += writer.field(place.at("title"), milestone.title)
    goal = next((plan_goal for plan_goal in dossier.plan_goals if plan_goal.id == milestone.goal), None)
    content += run(f" (doel {goal.number})", colour=GREY) if goal else ""
    first_line = paragraph(writer.style("STOTabeltekst"), content, properties=stops + indent)
    if not milestone.tangible_result:
        return first_line
    indent = f'<w:ind w:left="{twips(3.0)}"/>'
    result = run("Tastbaar resultaat: ", colour=GREY)
    result += writer.field(place.at("tangible_result"), milestone.tangible_result)
    return first_line + paragraph(writer.style("STOTabeltekst"), result, properties=indent)
