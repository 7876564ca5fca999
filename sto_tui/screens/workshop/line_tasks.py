"""What the line on the wall is about when it is not what its round asks: correcting, joining, deciding."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sto_tui.domain.change import Change, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import short_date
from sto_tui.domain.evaluation import Action, Answer, Decision, Question, Score
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.joining import join_change
from sto_tui.planning.evaluation.results import answer_numbered, answer_numbers
from sto_tui.planning.evaluation.typed_changes import (
    corrected_action,
    corrected_answer,
    corrected_score,
    joined_by_line,
)
from sto_tui.screens.editing.decision_form import what_was_made
from sto_tui.screens.workshop.deciding import Asking, Deciding


@dataclass(frozen=True)
class Correcting:
    """The words of a record, in one line."""

    about: Ref
    lines: tuple[str, ...] = ()
    kind: str = "correct"

    def asked(self, dossier: Dossier, today: date) -> tuple[str, str]:
        """Which one is corrected."""
        record = dossier.get(self.about)
        if isinstance(record, Answer):
            return f"wijzig {answer_numbers(dossier, record.question)[record.id]}", "verbeter de tekst, enter"
        if isinstance(record, Action):
            return "wijzig", "actie; eigenaar; datum, enter"
        return "wijzig", "een score van 1 tot en met 5, enter" if isinstance(record, Score) else "verbeter het, enter"

    def is_last(self, dossier: Dossier, typed: str, today: date) -> bool:
        """There is one step."""
        return True

    def begins_with(self, dossier: Dossier) -> str:
        """The record as it would be typed."""
        record = dossier.get(self.about)
        if isinstance(record, Answer):
            return f"{record.table}: {record.text}" if record.table else record.text
        if isinstance(record, Action):
            due = short_date(record.due) if record.due else ""
            return "; ".join((record.text, record.owner, due)).rstrip("; ")
        if isinstance(record, Score):
            return str(record.value)
        return record.text if isinstance(record, Decision) else ""

    def entered(self, dossier: Dossier, typed: str, today: date) -> "LineTask | Change":
        """The record with what was typed."""
        record = dossier.get(self.about)
        if isinstance(record, Answer):
            return corrected_answer(dossier, record, typed)
        if isinstance(record, Action):
            return corrected_action(dossier, record, typed, today)
        if isinstance(record, Score):
            return corrected_score(record, typed)
        if isinstance(record, Decision) and typed.strip():
            return Change("Besluit gewijzigd", edited(record, text=typed.strip()))
        raise ValueError("Dit is intussen verwijderd." if record is None else "Typ eerst het besluit.")

    def before(self) -> "tuple[LineTask, str] | None":
        """There is one step."""
        return None

    def told(self, dossier: Dossier, today: date) -> list[str]:
        """Nothing before it."""
        return []


@dataclass(frozen=True)
class Joining:
    """The number of the answer that says the same."""

    about: Ref
    lines: tuple[str, ...] = ()
    kind: str = "join"

    def asked(self, dossier: Dossier, today: date) -> tuple[str, str]:
        """Which one is joined."""
        answer = dossier.of(Answer).get(self.about.id)
        number = answer_numbers(dossier, answer.question)[answer.id] if answer else ""
        return f"{number} hoort bij", "het nummer van het antwoord dat hetzelfde zegt en blijft staan, enter"

    def is_last(self, dossier: Dossier, typed: str, today: date) -> bool:
        """There is one step."""
        return True

    def begins_with(self, dossier: Dossier) -> str:
        """Nothing."""
        return ""

    def entered(self, dossier: Dossier, typed: str, today: date) -> "LineTask | Change":
        """Joins them."""
        answer = dossier.of(Answer).get(self.about.id)
        if answer is None:
            raise ValueError("Dit antwoord is intussen verwijderd.")
        question = dossier.of(Question)[answer.question]
        return joined_by_line(dossier, question, typed) or join_change(
            answer_numbered(dossier, answer.question, typed), answer
        )

    def before(self) -> "tuple[LineTask, str] | None":
        """There is one step."""
        return None

    def told(self, dossier: Dossier, today: date) -> list[str]:
        """Nothing before it."""
        return []


@dataclass(frozen=True)
class DecidingAbout:
    """A decision about an answer."""

    about: Ref
    lines: tuple[str, ...] = ()
    kind: str = "decide"

    def asked(self, dossier: Dossier, today: date) -> tuple[str, str]:
        """The next line of the decision."""
        step = self._step(dossier, today)
        return (f"{self._place(dossier, today)} · {step.prompt}", step.hint) if step else ("", "")

    def _step(self, dossier: Dossier, today: date) -> Asking | None:
        try:
            return Deciding(self.lines).step(dossier, today)
        except ValueError:
            return None

    def _place(self, dossier: Dossier, today: date) -> str:
        """`1 van 4–7`: which line it is, of how many; before it is known where the decision comes back, of a range."""
        fewest, most = Deciding(self.lines).how_many(dossier, today)
        return f"{len(self.lines) + 1} van {fewest}" + (f"–{most}" if most > fewest else "")

    def is_last(self, dossier: Dossier, typed: str, today: date) -> bool:
        """Whether enter makes the decision; where it comes back says how many lines there are."""
        try:
            return Deciding((*self.lines, typed)).step(dossier, today) is None
        except ValueError:
            step = self._step(dossier, today)
            return step is not None and len(self.lines) + 1 == Deciding(self.lines).how_many(dossier, today)[1]

    def begins_with(self, dossier: Dossier) -> str:
        """Nothing: a decision is not the answer over again."""
        return ""

    def told(self, dossier: Dossier, today: date) -> list[str]:
        """What the lines said so far, in the words of the dossier."""
        try:
            return Deciding(self.lines).told(dossier, today)
        except ValueError:
            return [line for line in self.lines if line]

    def entered(self, dossier: Dossier, typed: str, today: date) -> "LineTask | Change":
        """One line further, or the decision itself."""
        answer = dossier.of(Answer).get(self.about.id)
        if answer is None:
            raise ValueError("Dit antwoord is intussen verwijderd; er valt niets over te besluiten.")
        if answer.decision in dossier.of(Decision):
            raise ValueError("Over dit antwoord is intussen al besloten; druk op esc.")
        further = Deciding((*self.lines, typed))
        return (
            replace(self, lines=further.lines)
            if further.step(dossier, today)
            else further.change(dossier, answer, today)
        )

    def before(self) -> "tuple[LineTask, str] | None":
        """The line before this one, to type it anew."""
        return (replace(self, lines=self.lines[:-1]), self.lines[-1]) if self.lines else None


LineTask = Correcting | Joining | DecidingAbout
_KINDS: Mapping[str, type[LineTask]] = {"correct": Correcting, "join": Joining, "decide": DecidingAbout}


def stored(task: LineTask) -> dict[str, Any]:
    """In a form that can be stored."""
    return {"kind": task.kind, "about": str(task.about), "lines": list(task.lines)}


def task_of(kept: Mapping[str, Any] | None, dossier: Dossier) -> LineTask | None:
    """What was being typed; None when that cannot be read, or is about nothing that is there."""
    try:
        if kept is None:
            return None
        task: LineTask = _KINDS[kept["kind"]](Ref.parse(str(kept["about"])), tuple(map(str, kept["lines"])))
    except (KeyError, TypeError, ValueError):
        return None
    return task if dossier.get(task.about) else None


def remark_of(dossier: Dossier, task: LineTask, change: Change) -> str:
    """What to say when it is done."""
    if isinstance(task, DecidingAbout):
        return what_was_made(dossier, task.about.id)
    if not change.edits:
        return "Er is niets veranderd."
    return f"{change.label}."
