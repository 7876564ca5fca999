"""The lists of place 8 of what a paper holds: its chapters, what they lack, the texts, and what is to be decided."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, count
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.checks.holes import section_states
from sto_tui.planning.evaluation.looking_back import comes_back_nowhere
from sto_tui.planning.evaluation.results import undecided
from sto_tui.planning.paper_registry import PARTS, PaperPart
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group, note
from sto_tui.widgets.record_list import Cell, Row
from sto_tui.widgets.signs import measure


def chapter_rows(dossier: Dossier, today: date, part: PaperPart = PARTS[0]) -> Sequence[Row]:
    """The sections of what is written, with how full they are, and what is missing first."""
    rows = []
    for state in section_states(dossier, part, today):
        points = count(len(state.missing), "punt", "punten")
        missing = f"{points}: {state.missing[0].hole}" if state.missing else "compleet"
        cells: tuple[Cell, ...] = (state.section.heading, measure(state.filled, state.total), (missing, "muted"))
        if not state.total:
            cells = (state.section.heading, "", ("niets nodig", "muted"))
        rows.append(Row(cells, key=state))
    return rows or [note("Dit stuk heeft geen hoofdstukken die je zelf vult.")]


def hole_rows(dossier: Dossier, today: date, part: PaperPart = PARTS[0]) -> Sequence[Row]:
    """All that is missing, by section, with the place where it can be filled in."""
    rows: list[Row] = []
    for state in section_states(dossier, part, today):
        if state.missing:
            rows += [BLANK] * bool(rows) + [group(f"{state.section.heading} ({len(state.missing)})")]
        rows += [Row((capital(hole.hole), (hole.where, "muted")), key=hole) for hole in state.missing]
    return rows or [note("Er ontbreekt niets.")]


def _words(text: ChapterText, around: Around) -> Cell:
    return count(len(text.text.split()), "woord", "woorden"), "muted"


TEXTS = ListOf(
    ChapterText,
    Shown("heading", head="Tekst", empty="(opening)"),
    Shown("text", head="", width=14, cell=_words),
    none="Nog geen teksten. Druk op a om er een toe te voegen.",
    below=lambda text, around: " ".join(text.text.split()),
)


def text_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The written parts by chapter."""
    rows: list[Row] = []
    for chapter in Chapter:
        texts = [text for text in dossier.of(ChapterText).values() if text.chapter is chapter]
        if texts:
            rows += [BLANK] * bool(rows) + [
                group(in_own_words(chapter.label, dossier.region)),
                *TEXTS.rows_of(texts, dossier, today),
            ]
    return rows or [TEXTS.none]


def new_text(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the chapter of the cursor, after the last one."""
    text = dossier.of(ChapterText).get(at.id) if at and at.table == "texts" else None
    if text is None:
        return {}
    given = {"chapter": text.chapter}
    return {**given, **beginning(dossier, ChapterText, given)}


MOST_OPEN = 4


def open_decisions(dossier: Dossier) -> list[Row]:
    """What the evaluation still has to decide, before a draft is made."""
    answers = undecided(dossier)
    loose = [decision for decision in dossier.of(Decision).values() if comes_back_nowhere(dossier, decision)]
    if not answers and not loose:
        return []
    rows = [BLANK, group(f"Nog te besluiten ({len(answers) + len(loose)})")]
    for lack, table, records in (("komt nog nergens terug", "decisions", loose), ("geen besluit", "answers", answers)):
        for record in records[:MOST_OPEN]:
            rows.append(Row((record.text, (lack, "muted")), key=Ref(table, record.id), wide=True))
        if len(records) > MOST_OPEN:
            rows.append(note(f"en nog {len(records) - MOST_OPEN}, bij 2 Evaluatie"))
    return rows
