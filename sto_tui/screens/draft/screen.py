"""Place 8, Concept: all papers with what each lacks, their chapters and texts, and writing them."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual import work
from textual.worker import Worker, WorkerState

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import list_of
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.holes import SectionState
from sto_tui.planning.paper_registry import PAPERS, PARTS, Paper, PaperPart
from sto_tui.screens.draft.chapter_rows import TEXTS, chapter_rows, hole_rows, new_text, open_decisions, text_rows
from sto_tui.screens.draft.paper_choices import ask_choices, chosen_in_words
from sto_tui.screens.draft.paper_rows import MOST_EARLIER, PAPER_COLUMNS, PaperKey, earlier_rows, lacking, paper_rows
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import BLANK, Section, note
from sto_tui.screens.host.papers import MadeDraft
from sto_tui.screens.windows.stoppable import StoppableWork
from sto_tui.widgets.detail import first_lines
from sto_tui.widgets.record_list import Column, Row

MADE, CHAPTERS, HOLES = 0, 1, 3
_NO_DESKTOP = "Hier is geen bureaublad, dus hier gaat het niet open. Boven deze regel staat waar het bestand is."
_ENDED = (WorkerState.SUCCESS, WorkerState.ERROR, WorkerState.CANCELLED)


class DraftScreen(PlaceScreen):
    """The draft, made in the background; the screen stays usable."""

    place = Place.CONCEPT
    sections = (
        Section("Stukken", "texts", PAPER_COLUMNS, paper_rows),
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
        self.paper: Paper = PAPERS[0]
        self._last: Paper = PAPERS[0]
        self._writing: StoppableWork | None = None
        self._being_written: PaperPart = ""
        self._written: dict[PaperPart, str] = {}

    @property
    def part(self) -> PaperPart:
        """The draft of which the chapters and what they lack are shown: the one last stood on."""
        return self.paper.key if self.paper.is_draft else PARTS[0]

    def section_rows(self) -> Sequence[Row]:
        """Of the paper that was last stood on; under the papers those of before, and what is to be decided first."""
        dossier, today = self.host.dossier, self.host.today
        if self.section_number == CHAPTERS:
            rows = chapter_rows(dossier, today, self.part)
            return [*rows, BLANK, note(f"Van: {self.paper.title.lower()}. In de lijst Stukken kies je een ander stuk.")]
        if self.section_number == HOLES:
            return hole_rows(dossier, today, self.part)
        if self.section_number == MADE:
            earlier = earlier_rows(self.host.papers.earlier(MOST_EARLIER), today)
            return [*paper_rows(dossier, today), *open_decisions(dossier), *earlier]
        return super().section_rows()

    def show_detail(self) -> None:
        """What a paper is, or all that a chapter lacks; the row has room for the first point only."""
        super().show_detail()
        key, size = self.list.current_key, self.detail.size
        if isinstance(key, Ref):
            return
        sentence = ""
        if isinstance(key, PaperKey):
            self._last = key.paper or self._last
            if self._last.is_draft:
                self.paper = self._last
            sentence = f"{key.file}. Met o open je het; zonder bureaublad zie je waar het staat."
            if key.paper:
                chosen = chosen_in_words(self.host.papers.chosen(key.paper.key))
                sentence = f"{key.paper.about} {chosen}".rstrip()
        elif isinstance(key, SectionState) and key.missing:
            sentence = f"Ontbreekt nog: {'; '.join(point.hole for point in key.missing)}."
        self.detail.show_lines(first_lines(sentence, size.width - 3, size.height, "text") if sentence and size else [])

    @property
    def _at(self) -> PaperKey:
        key = self.list.current_key
        return key if isinstance(key, PaperKey) else PaperKey()

    @property
    def _file(self) -> str:
        """The file of the cursor; of a paper the one that was written of it since the place was opened."""
        return self._at.file or (self._written.get(self._at.paper.key, "") if self._at.paper else "")

    def why_not(self, id: str) -> str:
        """A chapter opens its text, what is missing its field, and a paper what it lacks."""
        key = self.list.current_key
        if id == "open_paper":
            return "" if self._file else "Kies eerst een stuk dat al geschreven is, in de lijst Stukken."
        if id == "edit" and isinstance(key, Finding | PaperKey):
            return ""
        if id == "edit" and isinstance(key, SectionState):
            return "" if key.section.chapter or key.missing else "Hier ontbreekt niets."
        if id in ("draft", "choices") and self._writing:
            return "Er wordt al een stuk gemaakt; esc stopt dat."
        if id == "step_back" and self._writing:
            return ""
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
        if isinstance(key, PaperKey):
            self._open(key)
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

    @property
    def is_writing(self) -> bool:
        """Whether a paper is being written."""
        return self._writing is not None

    def act_draft(self) -> None:
        """Writes the paper of the cursor, or the one that was last stood on."""
        self._write(self._to_write)

    def act_choices(self) -> None:
        """Asks how that paper is to be, and writes it so; the next one is written so too."""
        paper = self._to_write
        ask_choices(self, paper, lambda: self._write(paper))

    def act_take_back(self) -> None:
        """Asks for drafts that came back, shows what is different in them, and takes over what is chosen."""
        from sto_tui.screens.returned.asking import ask_for_drafts

        ask_for_drafts(self)

    @property
    def _to_write(self) -> Paper:
        return (self._at.paper or self._last) if self.section_number == MADE else self.paper

    def _write(self, paper: Paper) -> None:
        self.say(f"{paper.title} wordt gemaakt…")

        def show(percent: int, stage: str) -> None:
            self.say(f"{paper.title}: {percent}%, {stage}. Met esc stop je.")

        self._writing, self._being_written = StoppableWork(self, show), paper.key
        self._make(paper.key, self._writing)

    def act_step_back(self) -> None:
        """Stops what is being written; nothing of it is left."""
        if self._writing:
            self._writing.stop()
        else:
            super().act_step_back()

    def act_open_paper(self) -> None:
        """Opens what was written, or says where it stands."""
        file = self._file
        try:
            path = self.host.papers.open_with_desktop(file)
        except NotSavedError as error:
            self.say(str(error), error=True)
            return
        if path:
            self._show_window("Open dit op je eigen computer", path, [note(_NO_DESKTOP)])
        else:
            self.say(f"{file} gaat open in een ander programma.")

    @work(thread=True, exclusive=True, exit_on_error=False, group="draft")
    def _make(self, paper: str, work: StoppableWork) -> MadeDraft:
        return self.host.papers.make(paper, told=work.tell)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Says where the document is, or why it could not be written."""
        if event.worker.group != "draft" or event.state not in _ENDED:
            return
        stopped = self._writing is not None and self._writing.stopped
        self._writing = None
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            if not isinstance(error, NotSavedError):
                raise error or RuntimeError("draft failed")
            self.say(str(error), error=not stopped)
        elif event.state is WorkerState.SUCCESS and event.worker.result is not None:
            made: MadeDraft = event.worker.result
            self._written[self._being_written] = made.name
            self.show_rows()
            self.show_detail()
            self.say(f"Geschreven in concepten: {made.name}. Met o open je het.")
            if self.app.screen is self and (made.missing or made.notices):
                self._show_missing("Geschreven", made.path, made.missing, made.notices)

    def _open(self, key: PaperKey) -> None:
        """What a paper still lacks, to jump to; a file opens."""
        if key.paper is None:
            self.act_open_paper()
            return
        missing = lacking(self.host.dossier, key.paper, self.host.today)
        if missing:
            self._show_missing(key.paper.title, "Enter gaat naar wat ontbreekt.", missing)
        else:
            self.say("Hier ontbreekt niets. Met c schrijf je het.")

    def _show_missing(
        self, heading: str, sentence: str, missing: Sequence[Finding], notices: Sequence[str] = ()
    ) -> None:
        rows = [Row((f"Nog in te vullen ({len(missing)})",), kind="group")] if missing else []
        rows += [Row((hole.in_section,), key=hole) for hole in missing]
        rows += [Row(("Opmerkingen",), kind="group")] if notices else []
        self._show_window(heading, sentence, [*rows, *(note(notice) for notice in notices)])

    def _show_window(self, heading: str, sentence: str, rows: Sequence[Row]) -> None:
        from sto_tui.screens.windows.listing import Listing

        self.app.push_screen(Listing(heading, sentence, (Column("", wrap=True),), rows), self._chosen)

    def _chosen(self, hole: Finding | None) -> None:
        """What was chosen in the list of what is missing."""
        if hole:
            self.host.going.go_to(hole.ref, hole.place, hole.message)
