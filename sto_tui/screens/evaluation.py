"""Place 2, Evaluatie: questions with their answers, and the decisions and actions that follow."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widget import Widget

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.evaluation import Answer, Question, QuestionKind, QuestionPart, Score
from sto_tui.domain.record import Ref
from sto_tui.screens.place import PlaceScreen
from sto_tui.screens.section import BLANK, Section, group, note
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row


def question_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Questions by part, each with the number of its answers or scores."""
    rows: list[Row] = []
    number = 0
    for part in QuestionPart:
        questions = [one for one in dossier.questions.values() if one.part is part and not one.hidden]
        if not questions:
            continue
        rows += [BLANK] * bool(rows) + [group(part.label)]
        for question in questions:
            number += 1
            found = _replies(dossier, question)
            rows.append(
                Row(
                    (
                        (str(number), "muted"),
                        question.text,
                        (str(found) if found else "–", "bold" if found else "muted"),
                    ),
                    key=Ref("questions", question.id),
                )
            )
    return rows or [note("Nog geen vragen. Druk op a om er een toe te voegen.")]


def _replies(dossier: Dossier, question: Question) -> int:
    scale = question.kind is QuestionKind.SCALE
    return len(dossier.scores_of(question.id) if scale else dossier.answers_of(question.id))


def answer_rows(dossier: Dossier, question: Question) -> list[Row]:
    """The answers to a question, most votes first, each with table, party, votes and decision."""
    if question.kind is QuestionKind.SCALE:
        return _score_rows(dossier, question)
    answers = sorted(dossier.answers_of(question.id), key=lambda answer: (-answer.votes, answer.id))
    return [
        Row(
            ((str(index), "key"), answer.text),
            key=Ref("answers", answer.id),
            below=_about(dossier, answer),
        )
        for index, answer in enumerate(answers, 1)
    ] or [note("Nog geen antwoorden. Druk op a om er een toe te voegen.")]


def _about(dossier: Dossier, answer: Answer) -> str:
    party = dossier.parties.get(answer.party or 0)
    decision = dossier.decisions.get(answer.decision or 0)
    parts = [
        f"tafel {answer.table}" if answer.table else "",
        party.name if party else "",
        count(answer.votes, "stem", "stemmen") if answer.votes else "",
        answer.kind.label,
        f"→ {decision.kind.label}" if decision else "",
    ]
    return " · ".join(part for part in parts if part)


def _score_rows(dossier: Dossier, question: Question) -> list[Row]:
    scores = dossier.scores_of(question.id)
    if not scores:
        return [note("Nog geen scores. Druk op a om er een toe te voegen.")]
    average = f"{sum(score.value for score in scores) / len(scores):.1f}".replace(".", ",")
    rows = [note(f"Gemiddeld {average} van {count(len(scores), 'score', 'scores')}")]
    return rows + [_score_row(dossier, score) for score in scores]


def decision_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Decisions, and where they come back."""
    rows = []
    for decision in dossier.decisions.values():
        back = "; ".join(dossier.name(ref) for ref in decision.becomes)
        where = f"komt terug in {back}" if back else decision.why_not or "komt nog nergens terug"
        cells = ((decision.kind.label, "bold"), decision.text)
        rows.append(Row(cells, key=Ref("decisions", decision.id), below=where.replace("\n", " ")))
    return rows or [note("Nog geen besluiten. Druk op a om er een toe te voegen.")]


def action_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Who does what by when; open ones first."""
    rows = []
    for action in sorted(dossier.actions.values(), key=lambda one: (one.status != "open", one.due or date.max, one.id)):
        late = action.due is not None and action.due < today and action.status in ("open", "bezig")
        due = (short_date(action.due) if action.due else "", "error" if late else "text")
        cells = (action.text, action.owner, due, (action.status.label, "muted"))
        rows.append(Row(cells, key=Ref("actions", action.id)))
    return rows or [note("Nog geen acties. Druk op a om er een toe te voegen.")]


def session_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Meetings with their agenda."""
    rows = []
    for session in dossier.sessions.values():
        minutes = sum(item.minutes for item in session.agenda)
        agenda = (
            f"{count(len(session.agenda), 'agendapunt', 'agendapunten')}, {minutes} minuten" if session.agenda else ""
        )
        day = short_date(session.date) if session.date else ""
        rows.append(Row((session.title, day, (agenda, "muted")), key=Ref("sessions", session.id)))
    return rows or [note("Nog geen bijeenkomsten. Druk op a om er een toe te voegen.")]


def score_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """All scores by statement."""
    rows: list[Row] = []
    for question in dossier.questions.values():
        if scores := dossier.scores_of(question.id):
            rows += [BLANK] * bool(rows) + [group(question.text)]
            rows += [_score_row(dossier, score) for score in scores]
    return rows or [note("Nog geen scores. Druk op a om er een toe te voegen.")]


def _score_row(dossier: Dossier, score: Score) -> Row:
    party = dossier.parties.get(score.party or 0)
    who = party.name if party else f"tafel {score.table}" if score.table else "onbekend"
    return Row(((str(score.value), "key"), who), key=Ref("scores", score.id))


def new_question(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the part of the cursor, after the last one."""
    question = dossier.questions.get(at.id) if at and at.table == "questions" else None
    part = question.part if question else QuestionPart.SUCCESSEN
    orders = [one.order for one in dossier.questions.values() if one.part is part]
    return {"part": part, "order": max(orders, default=0) + 1, "own": True}


class EvaluationScreen(PlaceScreen):
    """Questions on the left, the answers of the chosen one beside or below them."""

    place_number = 2
    sections = (
        Section(
            "Vragen",
            "questions",
            (Column("", 2, align="right"), Column("", wrap=True), Column("", 3, align="right")),
            question_rows,
            new_question,
        ),
        Section("Besluiten", "decisions", (Column("Soort", 17), Column("Besluit", wrap=True)), decision_rows),
        Section(
            "Acties",
            "actions",
            (Column("Actie", share=2, wrap=True), Column("Eigenaar", 20, drop=1), Column("Gereed", 10), Column("", 9)),
            action_rows,
        ),
        Section(
            "Bijeenkomsten",
            "sessions",
            (Column("Bijeenkomst"), Column("Datum", 10), Column("Agenda", 30, drop=1)),
            session_rows,
        ),
        Section("Scores", "scores", (Column("", 2), Column("")), score_rows),
    )

    def __init__(self) -> None:
        super().__init__()
        self.answers = RecordList((Column("", 2, align="right"), Column("", wrap=True)), heads=False, id="answers")
        self._question_shown: tuple[object, int] = (None, 0)

    def body(self) -> Sequence[Widget]:
        """Two lists; the second only beside the questions."""
        return (Horizontal(self.list, self.answers, id="panes"),)

    @property
    def in_answers(self) -> bool:
        """Whether the cursor is among the answers."""
        return self.focused is self.answers

    @property
    def question(self) -> Question | None:
        """The chosen question."""
        row = self.list.current
        ref = row.key if row else None
        return self.host.dossier.questions.get(ref.id) if isinstance(ref, Ref) and ref.table == "questions" else None

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
        self.list.focus()

    def _show_answers(self) -> None:
        question = self.question
        if self.section_number == 0 and question and self._question_shown != (self.host.dossier, question.id):
            self._question_shown = (self.host.dossier, question.id)
            self.answers.show([Row((question.text,), kind="group"), BLANK, *answer_rows(self.host.dossier, question)])

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Another question shows its answers."""
        if event.raster is self.list:
            self._show_answers()
        self.show_detail_soon()
        lists = (self.list, self.answers) if self.section_number == 0 else (self.list,)
        self.bar.show_hidden("   ".join(filter(None, map(out_of_sight, lists))))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The detail lines follow the list in which the cursor is."""
        self._show_detail()

    def _show_detail(self) -> None:
        ref = self.current_ref if self.is_mounted else None
        self.detail.show(self.host.dossier, ref, self.host.findings)

    def why_not(self, id: str) -> str:
        """The keys between the two lists work only there."""
        if id in ("into", "out") and self.section_number != 0:
            return "Deze lijst staat alleen."
        if id == "edit" and not self.in_answers and self.question is not None:
            return ""
        return super().why_not(id)

    def act_into(self) -> None:
        """To the answers."""
        self.answers.focus()

    def act_out(self) -> None:
        """Back to the questions."""
        self.list.focus()

    def act_add(self) -> None:
        """An answer to the chosen question; in the other lists a record of that list."""
        if self.section_number == 0 and self.question is not None:
            self._add_answer(self.question)
        else:
            super().act_add()

    def _add_answer(self, question: Question) -> None:
        if question.kind is QuestionKind.SCALE:
            self.open_new("scores", {"statement": question.id})
        else:
            kinds = {QuestionPart.SUCCESSEN: "succes", QuestionPart.VERBETERPUNTEN: "verbeterpunt"}
            kind = kinds.get(question.part, "opmerking")
            self.open_new("answers", {"question": question.id, "kind": kind})

    def act_new_question(self) -> None:
        """A question of the region's own."""
        ref = self.list.current.key if self.list.current else None
        self.open_new("questions", dict(new_question(self.host.dossier, ref)))

    def show_record(self, ref: Ref) -> None:
        """An answer or score is shown with its question."""
        record = self.host.dossier.get(ref)
        question = (
            record.question if isinstance(record, Answer) else record.statement if isinstance(record, Score) else 0
        )
        if question:
            self.show_section(0)
            self.list.go_to(Ref("questions", question))
            self._show_answers()
            self.answers.go_to(ref.at(None))
            self.answers.focus()
            if ref.field:
                self.open_form(ref)
        else:
            super().show_record(ref)
