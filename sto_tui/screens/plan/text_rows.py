"""The list of the written parts of the plan at place 4, by chapter; place 8 tells how full each chapter is."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref
from sto_tui.planning.beginnings import beginning
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group
from sto_tui.widgets.record_list import Cell, Row


def _how_long(text: ChapterText, around: Around) -> Cell:
    return count(len(text.text.split()), "woord", "woorden"), "muted"


def _heading(text: ChapterText, around: Around) -> Cell:
    return text.heading or ("opening van het hoofdstuk", "muted")


TEXTS = ListOf(
    ChapterText,
    Shown("heading", width=30, wrap=True, cell=_heading),
    Shown("text", least=24),
    Shown(head="", width=12, align="right", cell=_how_long),
    none="Nog geen teksten. Druk op a om er een te schrijven.",
)


def text_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The texts under their chapter."""
    rows: list[Row] = []
    for chapter in Chapter:
        of_chapter = [text for text in dossier.of(ChapterText).values() if text.chapter is chapter]
        if of_chapter:
            rows += [BLANK] * bool(rows) + [
                group(in_own_words(chapter.label, dossier.region)),
                *TEXTS.rows_of(of_chapter, dossier, today),
            ]
    return rows or [TEXTS.none]


def new_text(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the chapter of the cursor, after its last text."""
    beside = dossier.get(at) if at else None
    given = {"chapter": beside.chapter} if isinstance(beside, ChapterText) else {}
    return {**given, **beginning(dossier, ChapterText, given)}
