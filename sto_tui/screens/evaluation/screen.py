"""Place 2, Evaluatie: questions with their answers, and the decisions and actions that follow."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from sto_tui.domain.change import changing
from sto_tui.domain.evaluation import Answer, Question, QuestionKind, Score
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.screens.editing.decisions import decide, write_decision_list
from sto_tui.screens.evaluation.presenting import present
from sto_tui.screens.evaluation.rows import (
    EVERYTHING,
    AnswerFilter,
    difference_rows,
    filter_rows,
    filters,
    moved_question,
    new_question,
)
from sto_tui.screens.evaluation.sections import SECTIONS
from sto_tui.screens.evaluation.wrong import answers_told
from sto_tui.screens.frame.list_place import TALL_FROM, PlaceScreen
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row


class EvaluationScreen(PlaceScreen):
    """Questions on the left, the answers of the chosen one beside or below them.

    Large because: each key is a method.
    """

    place = Place.EVALUATIE
    sections = SECTIONS

    def __init__(self) -> None:
        super().__init__()
        self.answers = RecordList((Column("", 3, align="right"), Column("", wrap=True)), heads=False, id="answers")
        self._question_shown: tuple[object, ...] = ()
        self._filter = EVERYTHING

    def panes(self) -> Sequence[Widget]:
        """Two lists; the second only beside the questions."""
        return (Horizontal(self.list, self.answers, id="panes"),)

    @property
    def in_answers(self) -> bool:
        """Whether the cursor is among the answers."""
        return self.focused is self.answers

    @property
    def cursor_in(self) -> Raster:
        """The list with the cursor."""
        return self.answers if self.in_answers else self.list

    @property
    def question(self) -> Question | None:
        """The chosen question."""
        row = self.list.current
        ref = row.key if row else None
        return self.host.dossier.of(Question).get(ref.id) if isinstance(ref, Ref) and ref.table == "questions" else None

    @property
    def current_ref(self) -> Ref | None:
        """The answer at the cursor when it is there, else the row of the list."""
        if self.in_answers:
            row = self.answers.current
            return row.key if row else None
        return super().current_ref

    def show_rows(self) -> None:
        """Both lists."""
        super().show_rows()
        self._show_answers()

    def section_changed(self) -> None:
        """The answers belong to the questions only."""
        self.answers.display = self.section_number == 0
        self.set_class(self.section_number == 0, "-questions")
        self.set_focus(self.list)

    def _show_answers(self) -> None:
        question, findings = self.question, self.host.findings.latest
        if self.section_number != 0 or question is None:
            return
        shown = (self.host.dossier, question.id, self._filter, findings)
        if self._question_shown != shown:
            is_other = self._question_shown[1:3] != shown[1:3]
            self._question_shown = shown
            self.answers.show(answers_told(self.host.dossier, question, self._filter, findings))
            if is_other and not self.in_answers:
                self.answers.action_edge(0)
                self.answers.show_top()

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Another question shows its answers."""
        self.show_detail_soon()
        if event.raster is self.list:
            self._show_answers()

    def show_hidden(self, raster: Raster) -> None:
        """Of the questions and of their answers."""
        lists = (self.list, self.answers)[: 1 + (self.section_number == 0)]
        self.bar.show_hidden("   ".join(filter(None, map(out_of_sight, lists))))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The detail lines follow the list in which the cursor is."""
        self.show_detail()

    def show_detail(self) -> None:
        """The row of the list in which the cursor is."""
        if self.is_mounted:
            self._show_answers()
        self.spell_out(self.current_ref if self.is_mounted else None)

    def section_rows(self) -> Sequence[Row]:
        """On a low screen questions need the lines that stand empty between their parts."""
        rows = super().section_rows()
        if self.section_number == 0 and self.size.height < TALL_FROM:
            return [row for row in rows if row.kind != "blank"]
        return rows

    def on_resize(self, event: Resize) -> None:
        """A tall window has room for air between the parts."""
        if self.is_mounted:
            self.show_rows()

    def detail_lines(self) -> tuple[int, int, int]:
        """None beside the questions: the chosen one and its answers stand there in full already."""
        return (0, 0, 0) if self.section_number == 0 else super().detail_lines()

    def why_not(self, id: str) -> str:
        """The keys between the two lists work only there."""
        if id in ("into", "out") and self.section_number != 0:
            return "Bij deze lijst hoort geen tweede lijst."
        if id == "into" and self.in_answers:
            return "Dit zijn de antwoorden; met ← ga je terug naar de vragen."
        if id == "out" and not self.in_answers:
            return "Dit zijn de vragen; met → ga je naar de antwoorden."
        if id in ("new_question", "filter") and self.section_number != 0:
            what = "Een vraag voeg je toe" if id == "new_question" else "Antwoorden kies je uit"
            return f"{what} in de lijst Vragen; tab gaat erheen."
        if id in ("decide", "vote", "unvote") and self._answer is None and not self.host.changes.read_only:
            return "Kies eerst een antwoord; met → ga je naar de antwoorden."
        of_question = id in ("up", "down", "hide") and not self.host.changes.read_only
        if of_question and (self.in_answers or self.question is None):
            return "Kies eerst een vraag; met ← ga je naar de vragen."
        is_filtered = self.section_number == 0 and self._filter is not EVERYTHING
        if (id == "edit" and not self.in_answers and self.question is not None) or (id == "step_back" and is_filtered):
            return ""
        return super().why_not(id)

    def act_into(self) -> None:
        """To the answers."""
        self.set_focus(self.answers)

    def act_out(self) -> None:
        """Back to the questions."""
        self.set_focus(self.list)

    def to_add(self) -> tuple[str, Mapping[str, Any]]:
        """An answer to the chosen question; in the other lists a record of that list."""
        if self.section_number or self.question is None:
            return super().to_add()
        if self.question.kind is QuestionKind.SCALE:
            return "scores", {"statement": self.question.id}
        return "answers", {"question": self.question.id}

    def show_added(self, ref: Ref) -> None:
        """An answer stands beside its question."""
        if self.section_number == 0:
            self.answers.go_to(ref)
        else:
            super().show_added(ref)

    def act_new_question(self) -> None:
        """A question of the region's own."""
        self.open_new("questions", dict(new_question(self.host.dossier, self.list.current_key)))

    @property
    def _answer(self) -> Answer | None:
        ref = self.current_ref
        return self.host.dossier.of(Answer).get(ref.id) if ref and ref.table == "answers" else None

    def act_decide(self) -> None:
        """A decision about the chosen answer."""
        if answer := self._answer:
            decide(self, answer)

    def act_vote(self) -> None:
        """One vote more."""
        self._vote(1)

    def act_unvote(self) -> None:
        """One vote less."""
        self._vote(-1)

    def _vote(self, step: int) -> None:
        answer = self._answer
        if answer and any(sibling.ballots for sibling in self.host.dossier.answers_of(answer.question)):
            self.say("Bij deze vraag is per tafel gestemd; verander dat in de bijeenkomst.")
        elif answer and answer.votes + step >= 0:
            after = answer.changed(votes=answer.votes + step)
            self.try_out(lambda: self.host.changes.apply(changing(self.host.dossier, answer, after)))

    def act_filter(self) -> None:
        """Which answers are shown, from a list."""
        from sto_tui.screens.windows.listing import Listing

        choices = {choice.label: choice for choice in filters(self.host.dossier)}

        def chosen(label: str | None) -> None:
            if label is not None:
                self._filter_by(choices[label])

        rows = filter_rows(self.host.dossier, self.question, tuple(choices.values()))
        columns = (Column("", wrap=True), Column("", 14, align="right"))
        self.app.push_screen(Listing("Welke antwoorden?", "Met esc zie je daarna weer alles.", columns, rows), chosen)

    def _filter_by(self, chosen: AnswerFilter) -> None:
        self._filter = chosen
        self._show_answers()
        self.say("Alle antwoorden." if chosen is EVERYTHING else f"Antwoorden: {chosen.label}.")

    def act_step_back(self) -> None:
        """All answers again, from either list, as stands above them."""
        if self.section_number == 0 and self._filter is not EVERYTHING:
            self._filter_by(EVERYTHING)
        else:
            super().act_step_back()

    def act_up(self) -> None:
        """The chosen question one place up within its part."""
        self._move(-1)

    def act_down(self) -> None:
        """The chosen question one place down within its part."""
        self._move(1)

    def _move(self, step: int) -> None:
        if (question := self.question) is None:
            return
        change = moved_question(self.host.dossier, question, step)
        if change is None:
            self.say(f"Deze vraag staat al {'bovenaan' if step < 0 else 'onderaan'} in dit deel.")
        else:
            self.try_out(lambda: self.host.changes.apply(change))

    def act_hide(self) -> None:
        """Hides the chosen question; its answers stay, and the form of any question in the search shows it again."""
        if question := self.question:
            self.try_out(
                lambda: self.host.changes.apply(changing(self.host.dossier, question, question.changed(hidden=True))),
                lambda: self.say("Vraag verborgen. Druk op z om die terug te halen; later vind je de vraag met /."),
            )

    def act_differences(self) -> None:
        """The statements on which kinds of party differ most."""
        from sto_tui.screens.windows.listing import Listing

        rows = difference_rows(self.host.dossier)
        sentence = "De stellingen waarover de soorten partijen het meest verschillen staan bovenaan."
        columns = (Column("", 17), Column("", wrap=True))
        self.app.push_screen(Listing("Waarover denken we verschillend?", sentence, columns, rows), self._go)

    def act_write_list(self) -> None:
        """The list of decisions and actions as Word and Markdown."""
        write_decision_list(self)

    def act_present(self) -> None:
        """The meeting of the cursor, or the nearest one, on the wall."""
        ref = self.list.current_key
        present(self, ref.id if isinstance(ref, Ref) and ref.table == "sessions" else None)

    def show_record(self, ref: Ref) -> None:
        """An answer or score is shown with its question."""
        record = self.host.dossier.get(ref)
        question = (
            record.question if isinstance(record, Answer) else record.statement if isinstance(record, Score) else 0
        )
        if isinstance(record, Question) and record.hidden:
            self.open_form(ref)
        elif question:
            self.show_section(0)
            self.list.go_to(Ref("questions", question))
            self._show_answers()
            self.answers.go_to(ref.at(None))
            self.set_focus(self.answers)
            if ref.field:
                self.open_form(ref)
        else:
            self.set_focus(self.list)
            super().show_record(ref)
            self._show_answers()
            self.answers.show_top()
