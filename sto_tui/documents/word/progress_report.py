"""The voortgangsrapportage: the counts, the text about a period, every milestone with its stoplicht, and the log."""

from datetime import date

from sto_tui.documents.word.chapters.monitoring import MEANING, log_table, prose_with_parts, said, tally_table
from sto_tui.documents.word.markup import run
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import count, long_date, short_date
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.planning.needs import latest_line, why_of
from sto_tui.planning.outline import LIGHTS, LOG, STANDING, THIS_PERIOD
from sto_tui.planning.period_report import Span, entries_in, kept_report, period_report, span_to_report
from sto_tui.planning.progress import is_late, milestones_by_doer, milestones_by_theme, tally

_WIDTHS = (1.3, 4.6, 2.2, 2.1, 5.8)


def write_report(dossier: Dossier, writer: Writer, today: date) -> None:
    """The chapters of a report on the latest period."""
    span = span_to_report(dossier, today)
    _counts(dossier, writer, today)
    _text(dossier, writer, span)
    _milestones(dossier, writer, span, today)
    _log(dossier, writer, span)


def _counts(dossier: Dossier, writer: Writer, today: date) -> None:
    writer.begin(STANDING)
    if writer.ask(list_of("milestones")):
        return
    every = tally(dossier.milestones.values(), today)
    ready = every.lights[Stoplicht.GEREED]
    late = f" {count(every.late, 'mijlpaal is', 'mijlpalen zijn')} te laat." if every.late else ""
    writer.lead(f"Op {long_date(today)} {_ready(ready, every.total)}.{late}")
    themes = [
        (f"{theme.number}  {theme.title}" if theme else "Zonder thema", tally(found, today))
        for theme, found in milestones_by_theme(dossier)
    ]
    tally_table(writer, "Thema", themes, "Mijlpalen per thema en stoplicht", total=every)
    doers = [
        (dossier.caption(doer) if doer else "Niemand voert uit", tally(found, today))
        for doer, found in milestones_by_doer(dossier)
    ]
    tally_table(writer, "Wie voert uit", doers, "Mijlpalen per partij die uitvoert (V)")
    writer.source(
        f"{MEANING} Te laat: had klaar moeten zijn, of had al moeten beginnen. "
        "Voeren meer partijen een mijlpaal uit, dan telt die bij elke partij."
    )


def _ready(ready: int, total: int) -> str:
    """`zijn 3 van de 8 mijlpalen gereed`."""
    if total == 1:
        return "is de enige mijlpaal gereed" if ready else "is de enige mijlpaal nog niet gereed"
    if not ready:
        return f"is nog geen van de {total} mijlpalen gereed"
    return f"{'is' if ready == 1 else 'zijn'} {ready} van de {total} mijlpalen gereed"


def _text(dossier: Dossier, writer: Writer, span: Span) -> None:
    """The kept text; without one a text that is made here and now, which says so."""
    writer.begin(THIS_PERIOD)
    if writer.ask(list_of("progress")):
        return
    writer.lead(f"Wat er goed ging, waar het vastliep en wat eraan gedaan is, van {span}.")
    if kept := kept_report(dossier, span):
        prose_with_parts(writer, kept.text, ref_of(kept, "text"))
    else:
        writer.box("Nog niet nagelezen.", "Deze tekst komt uit het logboek. Met w bij 7 Voortgang is hij te bewerken.")
        prose_with_parts(writer, period_report(dossier, span).text, None)


def _milestones(dossier: Dossier, writer: Writer, span: Span, today: date) -> None:
    writer.begin(LIGHTS)
    if not dossier.milestones:
        writer.text("Er zijn nog geen mijlpalen.")
        return
    logged = any(entry.date <= span.end for entry in dossier.progress.values())
    log = f", met de laatste regel van het logboek tot en met {long_date(span.end)}" if logged else ""
    writer.lead(f"Hoe elke mijlpaal ervoor staat{log}.")
    for theme, milestones in milestones_by_theme(dossier):
        writer.heading(2, f"{theme.number}  {theme.title}" if theme else "Zonder thema")
        rows = []
        for milestone in milestones:
            due = short_date(milestone.due) if milestone.due else "–"
            late = writer.cell_text(run("te laat", bold=True)) if is_late(milestone, today) else ""
            rows.append(
                (
                    writer.cell_text(run(milestone.number)),
                    writer.cell_text(writer.field(ref_of(milestone, "title"), milestone.title)),
                    writer.cell_text(run(due)) + late,
                    writer.cell_text(run(milestone.light.label, bold=milestone.light is not Stoplicht.NIET_GESTART)),
                    _latest(dossier, writer, milestone, span),
                )
            )
        title = f"Mijlpalen van thema {theme.number}" if theme else "Mijlpalen zonder thema"
        writer.table(_WIDTHS, ("Nr", "Mijlpaal", "Klaar", "Stoplicht", "Toelichting"), rows, title, "")


def _latest(dossier: Dossier, writer: Writer, milestone: Milestone, span: Span) -> str:
    """The last line up to the end of the period; oranje and rood need one that says something."""
    entry = latest_line(dossier, milestone, span.end)
    why = why_of(milestone, entry)
    if writer.lacks(*why):
        return writer.cell_text(writer.hole(*why))
    return said(writer, entry, tagged=False) if entry else writer.cell_text(run("–"))


def _log(dossier: Dossier, writer: Writer, span: Span) -> None:
    writer.begin(LOG)
    entries = entries_in(dossier, span)
    if not entries:
        writer.text(f"Het logboek heeft geen regels van {span}.")
    else:
        writer.lead(f"Alle regels van {span}, de nieuwste boven.")
        log_table(dossier, writer, entries)
