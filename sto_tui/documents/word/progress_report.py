"""The voortgangsrapportage and the eindverslag: how it stands, goals, activities, money, changes, and what comes."""

from sto_tui.documents.word.changes_since import write_changes
from sto_tui.documents.word.chapters.monitoring import tally_table
from sto_tui.documents.word.money_report import write_money
from sto_tui.documents.word.report_ahead import write_ahead
from sto_tui.documents.word.report_goals import write_goals
from sto_tui.documents.word.report_milestones import write_activities
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import list_of, ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words, long_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.planning.handed_in.comparison import Comparison
from sto_tui.planning.paper_outline import STANDING
from sto_tui.planning.progress.as_it_stood import PastState
from sto_tui.planning.progress.period_report import (
    PART_NAMES,
    Reported,
    kept_report,
    period_report,
)
from sto_tui.planning.progress.stoplicht import Tally, lateness_means, milestones_by_theme


def write_report(writer: Writer, reported: Reported, comparison: Comparison, *, final: bool = False) -> None:
    """The chapters of a report, with everything as it stood at its end; a `final` one is about the whole plan."""
    writer.runs_on = True
    _counts(writer, reported, final=final)
    if final:
        writer.ask(list_of("progress"))
    else:
        _text(writer, reported)
    write_goals(writer, reported.standing, final=final)
    write_activities(writer, reported, final=final)
    write_money(writer, reported, final=final)
    write_changes(writer, comparison, reported.standing, final=final)
    write_ahead(writer, reported, final=final)


def _counts(writer: Writer, reported: Reported, *, final: bool) -> None:
    standing = reported.standing
    writer.begin(STANDING)
    if reported.remark:
        writer.box("Nog niet begonnen.", reported.remark)
    elif final and standing.day < reported.span.end:
        end, day = long_date(reported.span.end), long_date(standing.day)
        writer.box("Nog niet voorbij.", f"De planperiode loopt tot en met {end}; dit verslag gaat tot en met {day}.")
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
    notes = lateness_means(every)
    notes += [f"{_told(standing)} {standing.of_now}"] * is_past
    writer.source(" ".join([*notes, *filter(None, [standing.silence])]))


def _told(standing: PastState) -> str:
    """What a past state rests on."""
    return standing.empty_log or f"Zo stond het op {long_date(standing.day)} volgens het logboek."


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
    said = [f"{count(every.late, f'mijlpaal {singular}', f'mijlpalen {plural}')} te laat"] * bool(every.late)
    if every.behind:
        said.append(f"{count(every.behind, 'mijlpaal had', 'mijlpalen hadden')} al moeten beginnen")
    return f" {enumerate_words(said)}." if said else ""


def _text(writer: Writer, reported: Reported) -> None:
    """The kept text; without one the counts of the period, since what the log says stands with its milestone."""
    dossier, span = reported.standing.dossier, reported.span
    kept = kept_report(dossier, span)
    if kept:
        writer.heading(2, f"Wat er gebeurde van {span}", below=[ref_of(kept, "text")])
        writer.prose(ref_of(kept, "text"), kept.text, heads=PART_NAMES)
    elif not writer.ask(list_of("progress")):
        told = period_report(reported)
        writer.text(" ".join((_from_log(reported.standing), told.went_well[0], told.stuck[0], told.done[0])))


def _from_log(standing: PastState) -> str:
    """What the counts of a period are, beside a table that has every milestone once, as it is at the end."""
    table = f"De tabel zegt hoe het op {long_date(standing.day)} {'stond' if standing.is_past else 'staat'}."
    return f"Dit zegt het logboek van deze periode; daarin kan een mijlpaal vaker meetellen. {table}"
