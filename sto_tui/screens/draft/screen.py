"""Place 8, Concept: how complete each chapter is, its texts, and the Word draft."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from textual import work
from textual.worker import Worker, WorkerState

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import capital, count
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.holes import SectionState, section_states
from sto_tui.planning.evaluation.looking_back import comes_back_nowhere
from sto_tui.planning.evaluation.results import undecided
from sto_tui.planning.paper_outline import PARTS, PaperPart
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import BLANK, Section, group, note
from sto_tui.screens.host.papers import MadeDraft
from sto_tui.widgets.detail import first_lines
from sto_tui.widgets.record_list import Cell, Column, Row
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
    return rows


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
            rows += [BLANK] * bool(rows) + [group(chapter.label), *TEXTS.rows_of(texts, dossier, today)]
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


class DraftScreen(PlaceScreen):
    """The draft, made in the background; the screen stays usable."""

    place = Place.CONCEPT
    sections = (
        Section(
            "Hoofdstukken",
            "texts",
            (Column("Hoofdstuk", 39), Column("", 10, drop=1), Column("Ontbreekt nog", least=14)),
            chapter_rows,
        ),
        TEXTS.section("Teksten", text_rows, new_text),
        Section("Nog in te vullen", "texts", (Column("Punt", wrap=True), Column("In te vullen bij", 16)), hole_rows),
    )

    def __init__(self) -> None:
        super().__init__()
        self.part: PaperPart = PARTS[0]

    def section_rows(self) -> Sequence[Row]:
        """Of the part that is chosen, with what is made and the earlier drafts under the chapters."""
        if self.section_number == 1:
            return super().section_rows()
        dossier, today = self.host.dossier, self.host.today
        rows = [*(hole_rows if self.section_number else chapter_rows)(dossier, today, self.part)]
        if self.section_number == 0:
            rows += [BLANK, note(f"c schrijft het Word-concept: {self.part}. Met f kies je een ander deel.")]
            rows.append(note("W schrijft de werkmap voor Excel."))
            rows += open_decisions(self.host.dossier)
            drafts = self.host.papers.drafts()
            if drafts:
                rows += [BLANK, group("Eerdere concepten"), *(note(name) for name in drafts[:5])]
        return rows

    def show_detail(self) -> None:
        """Under the chapters all that the one at the cursor lacks; its own row has room for the first point only."""
        super().show_detail()
        key, size = self.list.current_key, self.detail.size
        if not isinstance(key, Ref):
            points = key.missing if isinstance(key, SectionState) else ()
            sentence = f"Ontbreekt nog: {'; '.join(point.hole for point in points)}." if points else ""
            self.detail.show_lines(
                first_lines(sentence, size.width - 3, size.height, "text") if sentence and size else []
            )

    def why_not(self, id: str) -> str:
        """A chapter opens its text, and what is missing its field."""
        key = self.list.current_key
        if id == "edit" and isinstance(key, Finding):
            return ""
        if id == "edit" and isinstance(key, SectionState):
            return "" if key.section.chapter or key.missing else "Hier ontbreekt niets."
        if id in ("draft", "workbook") and any(not worker.is_finished for worker in self.workers):
            return "Er wordt al een document gemaakt."
        return super().why_not(id)

    def to_add(self) -> tuple[str, Mapping[str, Any]]:
        """A text in the chapter of the cursor."""
        return super().to_add() if self._chapter is None else ("texts", {"chapter": self._chapter})

    @property
    def _chapter(self) -> Chapter | None:
        key = self.list.current_key
        return key.section.chapter if isinstance(key, SectionState | Finding) else None

    def act_edit(self) -> None:
        """A chapter opens its first text, or a new one; a text its form; what is missing its field."""
        key, chapter = self.list.current_key, self._chapter
        if isinstance(key, Finding):
            self._fill_in(key)
            return
        if isinstance(key, SectionState) and chapter is None:
            self._fill_in(key.missing[0])
            return
        if chapter is None:
            super().act_edit()
            return
        texts = [text for text in self.host.dossier.of(ChapterText).values() if text.chapter is chapter]
        if texts:
            self.open_form(Ref("texts", texts[0].id))
        else:
            self.act_add_full()

    def _fill_in(self, hole: Finding) -> None:
        """To the field that is empty; to the list when there is no record yet, and to a new text of a chapter."""
        if hole.ref == list_of("texts").at("text"):
            self.act_add_full()
        else:
            self.host.going.go_to(hole.ref, hole.place)

    def act_draft_part(self) -> None:
        """All, the regiovisie, the activiteitenplan, or the report on progress."""
        self.part = PARTS[(PARTS.index(self.part) + 1) % len(PARTS)]
        self.show_rows()
        self.say(f"Deel: {self.part}.")

    def act_draft(self) -> None:
        """Writes the Word draft."""
        self.say("Concept wordt gemaakt…")
        self._make(self.part)

    def act_workbook(self) -> None:
        """Writes the workbook for Excel."""
        self.say("Werkmap wordt gemaakt…")
        self._make_workbook()

    @work(thread=True, exclusive=True, exit_on_error=False, group="draft")
    def _make_workbook(self) -> str:
        return self.host.papers.write_workbook()

    @work(thread=True, exclusive=True, exit_on_error=False, group="draft")
    def _make(self, part: str) -> MadeDraft:
        return self.host.papers.make_draft(part)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Says where the document is, or why it could not be written."""
        if event.worker.group != "draft":
            return
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            if not isinstance(error, NotSavedError):
                raise error or RuntimeError("draft failed")
            self.say(str(error), error=True)
        elif event.state is WorkerState.SUCCESS and event.worker.result is not None:
            made: MadeDraft | str = event.worker.result
            self.show_rows()
            self.say(f"In concepten: {made}." if isinstance(made, str) else f"Geschreven: {made.path}")
            if self.app.screen is self and not isinstance(made, str):
                self._show_missing(made)

    def _show_missing(self, made: MadeDraft) -> None:
        from sto_tui.screens.windows.listing import Listing

        heading = "Concept geschreven"
        rows = [Row((f"Nog in te vullen ({len(made.missing)})",), kind="group")] if made.missing else []
        rows += [Row((hole.in_section,), key=hole) for hole in made.missing]
        rows += [Row(("Opmerkingen",), kind="group")] if made.notices else []
        rows += [note(notice) for notice in made.notices]
        if not rows:
            rows = [Row(("Er ontbreekt niets.",), kind="note")]
        self.app.push_screen(Listing(heading, made.path, (Column("", wrap=True),), rows), self._chosen)

    def _chosen(self, hole: Finding | None) -> None:
        """What was chosen in the list of what is missing."""
        if hole:
            self.host.going.go_to(hole.ref, hole.place)
