"""The form of a decision about an answer, which a session that ends leaves to the next one."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from textual.widget import AwaitMount

from sto_tui.domain.change import ConflictError, NotSavedError
from sto_tui.domain.evaluation import Answer
from sto_tui.domain.record import Ref
from sto_tui.domain.text import shortened
from sto_tui.screens.editing.decision_form import (
    DecisionEntry,
    decision_change,
    entry_for,
    labels_for,
    what_was_made,
)
from sto_tui.screens.editing.edited_from import Editing
from sto_tui.screens.editing.form import FormWindow

_MOST_OF_ANSWER = 60


class DecisionEdit:
    """Decides about one answer."""

    def __init__(self, screen: Editing, answer: Answer) -> None:
        self._screen = screen
        self._answer = answer

    @classmethod
    def of_state(cls, screen: Editing, about: Mapping[str, Any]) -> "DecisionEdit":
        """The one that was going on when a session ended. Raises KeyError when its answer is not there any more."""
        return cls(screen, screen.host.dossier.of(Answer)[int(about["id"])])

    @property
    def ref(self) -> Ref | None:
        """The answer itself is not edited."""
        return None

    def about(self) -> dict[str, Any]:
        """Which answer it is about, in a form that can be stored."""
        return {
            "table": "answers",
            "id": self._answer.id,
            "base": None,
            "values": {},
            "name": self._heading,
            "decides": True,
        }

    def settle(self, error: ConflictError, typed: dict[str, Any]) -> bool:
        """There is no other version of a new decision."""
        return False

    @property
    def _heading(self) -> str:
        return f"Besluit over: {shortened(self._answer.text, _MOST_OF_ANSWER)}"

    def open(self, levels: Sequence[Mapping[str, Any]] = ()) -> AwaitMount:
        """Shows the form; `levels` is what stood in it when a session ended."""
        host = self._screen.host
        start = entry_for(host.dossier, self._answer)
        window = FormWindow(
            self._heading, DecisionEntry, start, host.dossier, host.today, self._save, edited=self, levels=levels
        )
        return self._screen.app.push_screen(window.labelled_by(partial(labels_for, host.dossier)))

    def _save(self, typed: dict[str, Any]) -> None:
        screen, answer = self._screen, self._answer
        host = screen.host
        now = host.dossier.of(Answer).get(answer.id)
        if now is None:
            raise NotSavedError("Dit antwoord is intussen verwijderd, dus er valt niets over te besluiten.")
        if now.decision != answer.decision:
            raise NotSavedError("Over dit antwoord is intussen al besloten; sluit dit en open dat besluit met b.")
        screen.carry_out(lambda: host.changes.apply(decision_change(host.dossier, now, typed, host.today)))
        screen.say(host.changes.remark or what_was_made(host.dossier, answer.id))
