"""The voortgangsrapportage: the counts, the text about a period, milestones with stoplicht, money, and the log."""

from sto_tui.documents.word.changes_since import write_changes
from sto_tui.documents.word.chapters.monitoring import (
    MEANING,
    UNKNOWN,
    log_table,
    said,
    tally_table,
)
from sto_tui.documents.word.money_report import write_money
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, count, long_date, short_date
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.planning.checks.progress import latest_line, why_of
from sto_tui.planning.handed_in.comparison import Comparison
from sto_tui.planning.level_words import level_words
from sto_tui.planning.paper_outline import LIGHTS, LOG, STANDING, THIS_PERIOD
from sto_tui.planning.progress.as_it_stood import PastState
from sto_tui.planning.progress.period_report import (
    PART_NAMES,
    Reported,
    ReportPeriod,
    entries_in,
    kept_report,
    period_report,
)
from sto_tui.planning.progress.stoplicht import Tally, milestones_by_doer, milestones_by_theme

_WIDTHS = (1.3, 4.6, 2.2, 2.1, 5.8)


def write_report(writer: Writer, reported: Reported, comparison: Comparison) -> None:
    """The chapters of a report on a period, with everything as it stood at its end."""
    dossier, span = reported.standing.dossier, reported.span
    _counts(writer, reported)
    _text(writer, reported)
    _milestones(writer, reported)
    write_money(writer, reported)
    write_changes(writer, comparison, reported.standing)
    _log(dossier, writer, span)


def _counts(writer: Writer, reported: Reported) -> None:
    standing = reported.standing
    writer.begin(STANDING)
    if reported.remark:
        writer.box("Nog niet begonnen.", reported.remark)
    if writer.ask(list_of("milestones")):
        return
    dossier = standing.dossier
    every = standing.tally(dossier.of(Milestone).values())
    is_past = standing.is_past
    writer.lead(f"Op {long_date(standing.day)} {_ready(every, past=is_past)}{_late(every, past=is_past)}")
    word = level_words(dossier.region).theme.singular
    themes = [
        (f"{theme.number}  {theme.title}" if theme else f"Zonder {word}", standing.tally(milestones))
        for theme, milestones in milestones_by_theme(dossier)
    ]
    tally_table(writer, capital(word), themes, f"Mijlpalen per {word} en stoplicht", total=every)
    doers = [
        (dossier.caption(doer) if doer else "Niemand voert uit", standing.tally(milestones))
        for doer, milestones in milestones_by_doer(dossier)
    ]
    tally_table(writer, "Wie voert uit", doers, "Mijlpalen per partij die uitvoert (V)")
    writer.source(
        f"{MEANING} Te laat: had klaar moeten zijn, of had al moeten beginnen. "
        "Voeren meer partijen een mijlpaal uit, dan telt die bij elke partij."
    )
    if standing.is_past:
        writer.source(f"{_told(standing)} De einddatums en wie uitvoert zijn die van nu.")
    if standing.silence:
        writer.source(standing.silence)


def _told(standing: PastState) -> str:
    """What a past state rests on."""
    if standing.dossier.of(Progress):
        return f"Zo stond het op {long_date(standing.day)} volgens het logboek."
    silent = f"Het logboek heeft tot en met {long_date(standing.day)} geen regels"
    return f"{silent}." if standing.untold else f"{silent}: wat nergens gereed is gemeld, telt hier als niet gestart."


def _ready(every: Tally, *, past: bool) -> str:
    """How many are ready: `zijn 3 van de 8 mijlpalen gereed`, as a sentence without its day."""
    ready = every.lights[Stoplicht.GEREED]
    singular, plural = ("was", "waren") if past else ("is", "zijn")
    if every.untold:
        return _ready_of_the_known(every, ready, singular, plural)
    if every.total == 1:
        return f"{singular} de enige mijlpaal {'gereed' if ready else 'nog niet gereed'}."
    if not ready:
        return f"{singular} nog geen van de {every.total} mijlpalen gereed."
    return f"{singular if ready == 1 else plural} {ready} van de {every.total} mijlpalen gereed."


def _ready_of_the_known(every: Tally, ready: int, singular: str, plural: str) -> str:
    """`is van 6 van de 8 mijlpalen bekend hoe het ermee stond; daarvan waren er 3 gereed`."""
    known_count = every.total - every.untold
    if not known_count:
        which = "de enige mijlpaal niet" if every.total == 1 else f"geen van de {every.total} mijlpalen"
        return f"{singular} van {which} bekend hoe het ermee stond."
    state = f"{plural} er {ready}" if ready > 1 else f"{singular} er 1" if ready else f"{singular} er nog geen"
    of_all = f"{known_count} van de {every.total} mijlpalen"
    return f"{singular} van {of_all} bekend hoe het ermee stond; daarvan {state} gereed."


def _late(every: Tally, *, past: bool) -> str:
    singular, plural = ("was", "waren") if past else ("is", "zijn")
    return f" {count(every.late, f'mijlpaal {singular}', f'mijlpalen {plural}')} te laat." if every.late else ""


def _text(writer: Writer, reported: Reported) -> None:
    """The kept text; without one a text that is made here and now, which says so."""
    dossier, span = reported.standing.dossier, reported.span
    kept = kept_report(dossier, span)
    writer.begin(THIS_PERIOD, [ref_of(kept, "text")] if kept else [])
    if writer.ask(list_of("progress")):
        return
    writer.lead(f"Wat er goed ging, waar het vastliep en wat eraan gedaan is, van {span}.")
    if kept:
        writer.prose(ref_of(kept, "text"), kept.text, heads=PART_NAMES)
    else:
        writer.box(
            "Nog niet nagelezen.", "Deze tekst komt uit het logboek. Met w bij 7 Voortgang is de tekst te bewerken."
        )
        writer.own_prose(period_report(reported).text, PART_NAMES)


def _milestones(writer: Writer, reported: Reported) -> None:
    standing = reported.standing
    dossier = standing.dossier
    writer.begin(LIGHTS)
    if not dossier.of(Milestone):
        writer.text("Er zijn nog geen mijlpalen.")
        return
    stood = "stond" if standing.is_past else "staat"
    log = ", met de laatste regel van het logboek tot en met die dag" if dossier.of(Progress) else ""
    writer.lead(f"Hoe elke mijlpaal er op {long_date(standing.day)} voor {stood}{log}.")
    word = level_words(dossier.region).theme.singular
    for theme, milestones in milestones_by_theme(dossier):
        writer.heading(2, f"{theme.number}  {theme.title}" if theme else f"Zonder {word}")
        rows = [_row(writer, reported, milestone) for milestone in milestones]
        title = f"Mijlpalen van {word} {theme.number}" if theme else f"Mijlpalen zonder {word}"
        writer.table(_WIDTHS, ("Nr", "Mijlpaal", "Klaar op", "Stoplicht", "Toelichting"), rows, title, "")


def _row(writer: Writer, reported: Reported, milestone: Milestone) -> tuple[str, ...]:
    standing = reported.standing
    light = standing.light_of(milestone)
    late = standing.how_late(milestone)
    return (
        writer.cell_text(run(milestone.number)),
        writer.cell_text(writer.copy(ref_of(milestone, "title"), milestone.title)),
        writer.cell_text(run(short_date(milestone.due) if milestone.due else "–"))
        + (writer.cell_text(run(late, bold=True)) if late else ""),
        writer.cell_text(run(light.label if light else UNKNOWN, bold=light not in (None, Stoplicht.NIET_GESTART))),
        _latest(writer, reported, milestone),
    )


def _latest(writer: Writer, reported: Reported, milestone: Milestone) -> str:
    """The last line up to the day of the report; oranje and rood need one that says something."""
    entry = latest_line(reported.standing, milestone)
    why = why_of(milestone, entry)
    if writer.lacks(*why):
        return writer.cell_text(writer.hole(*why))
    return said(writer, entry) if entry else writer.cell_text(run("–"))


def _log(dossier: Dossier, writer: Writer, span: ReportPeriod) -> None:
    writer.begin(LOG)
    entries = entries_in(dossier, span)
    if not entries:
        writer.text(f"Het logboek heeft geen regels van {span}.")
    else:
        writer.lead(f"Alle regels van {span}, de nieuwste boven.")
        log_table(dossier, writer, entries)
