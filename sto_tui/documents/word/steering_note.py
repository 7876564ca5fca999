"""The stuurgroepnotitie: two pages that say how it stands, what is red, what is asked, and what comes next."""

from collections.abc import Sequence
from datetime import date
from textwrap import shorten

from sto_tui.documents.word import Draft, DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.lights_bar import legend, lights_bar, per_block
from sto_tui.documents.word.one_page import PageMeasure, loosest
from sto_tui.documents.word.sheet_opening import sheet_heading, write_opening
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import paragraph, run
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words, long_date, short_date, with_article
from sto_tui.domain.evaluation import Action
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.region_words import programme_of, region_in_words
from sto_tui.domain.resolution_numbers import day_of
from sto_tui.domain.steering import Resolution
from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen
from sto_tui.planning.plan_status import plan_is_over
from sto_tui.planning.progress.stoplicht import Tally, lateness_in_words
from sto_tui.planning.resolutions import open_actions, open_from_before, taken_until, undated
from sto_tui.planning.steering_note import Ahead, Late, SteeringNote, steering_body, steering_note

MOST_THEMES, MOST_REDS, MOST_ASKED, MOST_RESOLUTIONS, MOST_ACTIONS = 12, 5, 9, 5, 6
MOST_SOON = 3
_PAGES = 2
_LONGEST_TEXT, _LONGEST_TITLE, _LONGEST_STATE = 150, 90, 70
_NOT_SAID = "niet in het logboek"
_ORDER = (Stoplicht.GEREED, Stoplicht.GROEN, Stoplicht.ORANJE, Stoplicht.ROOD, Stoplicht.NIET_GESTART)


@frozen
class _Room:
    """How many rows of what is late, and of what comes, have room; the rest is counted."""

    late: int
    ahead: int


_LOOSE_TO_TIGHT = (*(_Room(late, 12) for late in range(20, 7, -2)), *(_Room(late, 7) for late in range(7, 0, -1)))


def build(dossier: Dossier, options: DraftOptions) -> Draft:
    """The document; the same dossier and options give the same bytes. Raises TemplateError."""
    base = opened(options)
    note, measure = steering_note(dossier, options.date), PageMeasure(base, landscape=False)

    def written(room: _Room) -> Writer:
        writer = Writer(base.ids, dossier, options.date, part=options.part, page=base.page)
        _write(writer, note, room)
        return writer

    writer = written(loosest(_LOOSE_TO_TIGHT, lambda room: measure.fits(written(room).blocks, _PAGES)))
    region = programme_of(dossier.region)
    title = f"Notitie voor {with_article(note.body)} {region_in_words(dossier.region)}"
    labels = Labels(title, region, f"notitie {note.body}", "stuurgroep; voortgang", cover=False)
    return Draft(packed(base, writer.blocks, writer, options, labels), (), base.notices)


def _write(writer: Writer, note: SteeringNote, room: _Room) -> None:
    _opening(writer, note)
    _themes(writer, note)
    _reds(writer, note)
    _late(writer, note, room.late)
    _unfinished(writer, note, room.late)
    _asked(writer, note.asked)
    _money(writer, note)
    _ahead(writer, note, room.ahead)
    _resolutions(writer.dossier, writer)


def _opening(writer: Writer, note: SteeringNote) -> None:
    write_opening(writer, f"Notitie voor {with_article(note.body)}")
    period = writer.dossier.current_period
    if period and plan_is_over(writer.dossier, writer.today):
        ended = f"Planperiode {period.label} eindigde op {long_date(period.end)}"
        stood = "de mijlpalen staan hier zoals ze er op die dag voor stonden."
        writer.text(f"{ended}; {stood} {note.standing.of_now}")


def _themes(writer: Writer, note: SteeringNote) -> None:
    sheet_heading(writer, "Hoe het ervoor staat")
    if not note.whole.total:
        writer.text("Er zijn nog geen mijlpalen.")
        return
    shown, more = note.themes[:MOST_THEMES], len(note.themes) - MOST_THEMES
    unit = per_block(tally for _, tally in shown)
    rows = [
        (
            writer.cell_text(run(shortened(name, _LONGEST_TITLE)), "STOTabellabel"),
            writer.cell_text(lights_bar(tally, unit), "STORastertekst"),
            writer.cell_text(run(counts_in_words(tally))),
        )
        for name, tally in [*shown, *([("Alle mijlpalen", note.whole)] if len(note.themes) > 1 else [])]
    ]
    if len(note.themes) > 1:
        rows[-1] = (rows[-1][0], writer.cell_text(run(count(note.whole.total, "mijlpaal", "mijlpalen"))), rows[-1][2])
    word = level_words(writer.dossier.region).theme
    head = (capital(word.singular), "Mijlpalen", "In aantallen")
    writer.table(
        (4.2, 6.4, 5.4),
        head,
        rows,
        f"Stoplicht per {word.singular}",
        "Per rij de mijlpalen als blokjes en in getallen.",
        caption=False,
    )
    each = (
        "Eén blokje is één mijlpaal."
        if unit == 1
        else f"Eén blokje is ongeveer {count(unit, 'mijlpaal', 'mijlpalen')}, en ten minste één."
    )
    writer.source(f"{legend(tally for _, tally in shown)} {each}")
    if more > 0:
        writer.source(f"Niet getoond: nog {count(more, word.singular, word.plural)}.")
    if note.standing.silence:
        writer.source(note.standing.silence)
    if note.standing.empty_log:
        writer.source(note.standing.empty_log)


def counts_in_words(tally: Tally) -> str:
    """`8 gereed, 2 rood, 1 niet gestart; 3 te laat, 1 had moeten beginnen`: without what does not occur."""
    counts = [f"{many} {light.label}" for light in _ORDER if (many := tally.lights[light])]
    counts += [f"{tally.untold} niet bekend"] * bool(tally.untold)
    return "; ".join(filter(None, (", ".join(counts), ", ".join(lateness_in_words(tally)))))


def _reds(writer: Writer, note: SteeringNote) -> None:
    """What is on rood; of a plan that has run what was, of which nobody chooses a measure any more."""
    reds = note.reds
    if not reds:
        return
    is_over = plan_is_over(writer.dossier, writer.today)
    nothing = "geen maatregel in het logboek" if is_over else "nog geen maatregel"
    sheet_heading(writer, "Rood: liep vast" if is_over else "Rood: loopt vast")
    rows = [
        (
            writer.cell_text(run(writer.dossier.caption(ref_of(red.milestone)), bold=True))
            + writer.cell_text(run(f"sinds {short_date(red.since)}" if red.since else "sinds wanneer is niet bekend")),
            writer.cell_text(run(shortened(red.obstacle, _LONGEST_TEXT) or _NOT_SAID)),
            writer.cell_text(run(shortened(red.measure, _LONGEST_TEXT) or nothing)),
        )
        for red in reds[:MOST_REDS]
    ]
    stuck = (
        ("Waarop het vastliep", "Wat eraan gedaan is")
        if is_over
        else ("Waarop het vastloopt", "Wat eraan gedaan wordt")
    )
    head = ("Mijlpaal", *stuck)
    writer.table(
        (5.0, 5.5, 5.5), head, rows, "Mijlpalen op rood", "Per mijlpaal het knelpunt en de maatregel.", caption=False
    )
    _left_out(writer, len(reds) - MOST_REDS, "mijlpaal op rood", "mijlpalen op rood")


def _late(writer: Writer, note: SteeringNote, most: int) -> None:
    """What should have been met, the longest ago first; what only should have begun is counted."""
    if note.late:
        milestones = sum(each.is_milestone for each in note.late)
        deadlines = len(note.late) - milestones
        counted = [count(milestones, "mijlpaal", "mijlpalen")] * bool(milestones)
        counted += [count(deadlines, "termijn", "termijnen")] * bool(deadlines)
        sheet_heading(writer, f"Te laat: {enumerate_words(counted)}")
        head = ("Wat", "Klaar op", "Hoe het staat")
        description = "Per mijlpaal of termijn de dag en hoe het staat, de oudste boven."
        _not_met(writer, note.late[:most], head, "Te laat", description)
        _left_out(writer, len(note.late) - most, "die te laat is", "die te laat zijn")
    if behind := note.whole.behind:
        had = "had" if behind == 1 else "hadden"
        writer.source(f"{count(behind, 'mijlpaal', 'mijlpalen')} {had} al moeten beginnen.")


def _unfinished(writer: Writer, note: SteeringNote, most: int) -> None:
    """Of a plan that has run: what was not gereed on its last day."""
    if not note.unfinished:
        return
    title = f"Niet gereed op {long_date(note.standing.day)}"
    sheet_heading(writer, f"{title}: {count(len(note.unfinished), 'mijlpaal', 'mijlpalen')}")
    description = "Per mijlpaal de dag en hoe het stond, de oudste boven."
    _not_met(writer, note.unfinished[:most], ("Mijlpaal", "Klaar op", "Hoe het stond"), title, description)
    _left_out(writer, len(note.unfinished) - most, "die niet gereed was", "die niet gereed waren")


def _not_met(writer: Writer, each_late: Sequence[Late], head: tuple[str, ...], title: str, description: str) -> None:
    rows = [
        (
            writer.cell_text(run(shortened(each.title, _LONGEST_TITLE), bold=True)),
            writer.cell_text(run(", ".join(filter(None, (short_date(each.day) if each.day else "–", each.words))))),
            writer.cell_text(run(shorten(each.says, _LONGEST_STATE, placeholder="…"))),
        )
        for each in each_late
    ]
    writer.table((5.8, 5.0, 5.2), head, rows, title, description, caption=False)


def _asked(writer: Writer, asked: Sequence[str]) -> None:
    sheet_heading(writer, "Te besluiten")
    if not asked:
        writer.text("Uit het dossier volgt nu geen besluit om te nemen.")
        return
    for sentence in asked[:MOST_ASKED]:
        writer.add(paragraph(writer.style("ListBullet"), run(sentence)))
    _left_out(writer, len(asked) - MOST_ASKED, "punt", "punten")


def _money(writer: Writer, note: SteeringNote) -> None:
    if note.money:
        sheet_heading(writer, "Geld")
        writer.text(" ".join(note.money))


def _ahead(writer: Writer, note: SteeringNote, most: int) -> None:
    if not note.ahead and not note.soon:
        return
    sheet_heading(writer, "Wat eraan komt")
    if note.soon:
        named = [
            f"{shortened(writer.dossier.caption(ref_of(each)), _LONGEST_TITLE)} ({short_date(each.due)})"
            for each in note.soon[:MOST_SOON]
            if each.due
        ]
        more = [f"nog {len(note.soon) - MOST_SOON}"] * (len(note.soon) > MOST_SOON)
        writer.text(f"Binnen een maand moet klaar zijn: {enumerate_words([*named, *more])}.")
    if note.ahead:
        _dates(writer, note.ahead, most)


def _dates(writer: Writer, ahead: Sequence[Ahead], most: int) -> None:
    rows = [
        (
            writer.cell_text(run(short_date(item.day))),
            writer.cell_text(run(item.kind)),
            writer.cell_text(run(shortened(item.title, _LONGEST_TITLE))),
            writer.cell_text(run(item.words)),
        )
        for item in ahead[:most]
    ]
    writer.table(
        (2.2, 2.6, 7.7, 3.5),
        ("Datum", "Soort", "Wat", "Wanneer"),
        rows,
        "Wat eraan komt",
        "Termijnen en bijeenkomsten op datum.",
        caption=False,
    )
    _left_out(writer, len(ahead) - most, "datum binnen een half jaar", "datums binnen een half jaar")


def _resolutions(dossier: Dossier, writer: Writer) -> None:
    """The newest decisions with the actions that follow from them, and what of all that is still to be done."""
    taken, without_day = taken_until(dossier, writer.today), undated(dossier)
    before = len(open_from_before(dossier, writer.today))
    if not taken and not without_day and not before:
        return
    sheet_heading(writer, f"Besluiten en acties van {with_article(steering_body(dossier))}")
    if without_day:
        have = "besluit heeft nog geen dag en staat", "besluiten hebben nog geen dag en staan"
        writer.text(f"{count(without_day, *have)} hier niet.")
    if before:
        stands = "staat" if before == 1 else "staan"
        writer.text(f"Uit besluiten van vóór deze planperiode {stands} nog {count(before, 'actie', 'acties')} open.")
    if not taken:
        return
    rows = [
        (
            writer.cell_text(run(resolution.number or "–", bold=True)),
            writer.cell_text(run(short_date(day) if (day := day_of(dossier, resolution)) else "–")),
            writer.cell_text(run(shortened(" ".join(resolution.text.split()), 2 * _LONGEST_TEXT))),
        )
        for resolution in taken[:MOST_RESOLUTIONS]
    ]
    writer.table(
        (1.8, 2.2, 12.0),
        ("Nr", "Datum", "Besluit"),
        rows,
        "Besluiten van de stuurgroep",
        "Per besluit het nummer en de dag, het nieuwste boven.",
        caption=False,
    )
    _left_out(writer, len(taken) - MOST_RESOLUTIONS, "eerder besluit", "eerdere besluiten")
    _actions(dossier, writer)


def _actions(dossier: Dossier, writer: Writer) -> None:
    """What is still to be done of what was agreed; what is too late stands in bold."""
    actions, decided = open_actions(dossier, writer.today), dossier.of(Resolution)
    if not actions:
        writer.text("Er staan geen acties uit deze besluiten open.")
        return
    rows = [
        (
            writer.cell_text(run(shortened(" ".join(action.text.split()), _LONGEST_TEXT))),
            writer.cell_text(run(action.owner or "nog niemand")),
            writer.cell_text(_due(action, writer.today)),
            writer.cell_text(run(decided[action.resolution or 0].number or "–")),
        )
        for action in actions[:MOST_ACTIONS]
    ]
    head = ("Actie", "Wie", "Klaar op", "Besluit")
    description = "Per actie wie die doet en voor wanneer; vet is te laat."
    writer.table((7.6, 3.8, 2.6, 2.0), head, rows, "Openstaande acties", description, caption=False)
    _left_out(writer, len(actions) - MOST_ACTIONS, "openstaande actie", "openstaande acties")


def _due(action: Action, today: date) -> str:
    return run(short_date(action.due), bold=action.due < today) if action.due else run("nog geen dag")


def _left_out(writer: Writer, many: int, singular: str, plural: str) -> None:
    """What does not fit on two pages is counted, not lost."""
    if many > 0:
        writer.source(f"En nog {count(many, singular, plural)}.")
