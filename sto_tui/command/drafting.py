"""`sto concept`: the Word draft of a dossier, and what it still misses."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui import papers, settings
from sto_tui.chosen_template import earlier_template, typed_template
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store, party_named, seen_in
from sto_tui.command.output import CommandError, remark, say_path
from sto_tui.documents.word import DraftOptions
from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.typed_dates import parse_date
from sto_tui.frozen import frozen
from sto_tui.planning.paper_registry import PAPERS, PARTS, AboutParty, Paper, PaperKind, paper_of
from sto_tui.planning.progress.period_report import ReportPeriod, why_not_reported
from sto_tui.planning.working_days.named_days import beside_today
from sto_tui.storage.file.paths import file_to_make

if TYPE_CHECKING:
    from sto_tui.documents.word import Draft

SHOWN = 12
WORD = ".docx"


@frozen
class AskedPaper:
    """Which paper is asked for, as typed: its part, the first and last day of a report, the party it is about.

    `template` is its house style, and `with_text` says that the text of that comes along. `contacts` and `state` say
    that e-mail, telephone, status and day stand in it, `commenting` that a page for colleagues comes along.
    """

    part: str
    days: tuple[str | None, str | None]
    party: str
    template: str | None
    with_text: bool
    contacts: bool
    state: bool
    commenting: bool


def write_draft(typed: str, caller: Caller, asked: AskedPaper, *, target: str | None) -> int:
    """Writes the draft, prints its path, and remarks what is missing. Raises CommandError or NotSavedError."""
    if asked.part not in PARTS:
        raise CommandError(f"‘{asked.part}’ is geen deel van het concept. Kies uit {dutch.enumerate_words(PARTS)}.")
    chosen = paper_of(asked.part)
    path = None if target is None else _file_to_write(target)
    store = open_store(typed, caller)
    house = earlier_template(store.path) if asked.template is None else typed_template(asked.template, store.path)
    dossier = seen_in(store.dossier, caller)
    if asked.with_text and house.data is None:
        raise CommandError("--met-tekst hoort bij een sjabloon. Geef --sjabloon HUISSTIJL.docx erbij.")
    if asked.with_text and chosen.kind is PaperKind.WHOLE:
        raise CommandError(f"--met-tekst hoort bij een plan of rapportage, niet bij --deel {chosen.key}. Laat het weg.")
    if (asked.commenting or not (asked.contacts and asked.state)) and chosen.kind is PaperKind.WHOLE:
        raise CommandError(
            "--met-uitleg, --zonder-contact en --zonder-status horen bij een plan of rapportage, "
            f"niet bij --deel {chosen.key}."
        )
    options = DraftOptions(
        date=caller.today,
        part=chosen.key,
        template=house.data,
        template_name=house.name,
        template_text=asked.with_text,
        span=_span(asked.days, chosen, dossier, caller.today),
        party=_party(asked.party, chosen, dossier),
        contacts=asked.contacts,
        state=asked.state,
        commenting=asked.commenting,
    )
    written, draft = papers.write_draft(dossier, options, store.path, caller.clock(), path)
    say_path(written)
    if asked.template is not None:
        settings.remember_template(store.path, house.path)
    if house.told:
        remark(house.told)
    _remark_on(draft)
    return 0


def _span(days: tuple[str | None, str | None], paper: Paper, dossier: Dossier, today: date) -> ReportPeriod | None:
    """The period that a report is to be about; None when nothing was typed."""
    first, last = days
    if first is None and last is None:
        return None
    if not paper.has_span:
        raise CommandError(f"--van en --tot horen bij --deel {_parts_where(lambda other: other.has_span)}.")
    if first is None or last is None:
        raise CommandError("Geef --van en --tot allebei, bijvoorbeeld --van 1-1-2027 --tot 30-6-2027.")
    try:
        known = beside_today(dossier, today)
        span = ReportPeriod(
            parse_date(first, "start", known, happened=True), parse_date(last, "end", known, happened=True)
        )
    except ValueError as error:
        raise CommandError(str(error)) from error
    if why := why_not_reported(dossier, span):
        raise CommandError(why)
    return span


def _party(typed: str, paper: Paper, dossier: Dossier) -> Ref | None:
    """The party or body that the paper is to be about; None for all of them."""
    if paper.party is AboutParty.ALWAYS and not typed:
        raise CommandError(f"Een {paper.key} is van één partij. Geef --partij NAAM, bijvoorbeeld --partij Kompas.")
    if not typed:
        return None
    if paper.party is AboutParty.NEVER:
        fitting = _parts_where(lambda other: other.party is not AboutParty.NEVER)
        raise CommandError(f"--partij hoort bij --deel {fitting}.")
    return party_named(dossier, typed)


def _parts_where(fits: Callable[[Paper], bool]) -> str:
    """The parts that something can be asked of: `jaarplanning of verklaring`."""
    return dutch.enumerate_words([paper.key for paper in PAPERS if paper.is_draft and fits(paper)], "of")


def _file_to_write(typed: str) -> Path:
    path = file_to_make(typed)
    if path.suffix.lower() != WORD:
        raise CommandError(
            f"{typed} eindigt niet op {WORD}, en het concept is een Word-bestand. Kies een naam op {WORD}."
        )
    return path


def _remark_on(draft: "Draft") -> None:
    for notice in draft.notices:
        remark(notice)
    if not draft.missing:
        return
    remark(f"Nog in te vullen: {dutch.count(len(draft.missing), 'punt', 'punten')}.")
    for missing in draft.missing[:SHOWN]:
        remark(f"- {missing.in_section}")
    if len(draft.missing) > SHOWN:
        remark(f"- en nog {len(draft.missing) - SHOWN}; kijk bij 8 Concept, Nog in te vullen")
