"""Beginning a meeting on the wall, or going on with the one that was stopped."""

from datetime import date
from typing import Any, Protocol

from textual.app import App

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, long_date
from sto_tui.domain.evaluation import Action
from sto_tui.planning.evaluation.time_in_words import clock_face
from sto_tui.planning.evaluation.workshop import Walk, WorkshopPosition, standing_of, walk_of
from sto_tui.screens.evaluation.rows import nearest_meeting
from sto_tui.screens.host import Host


class Presenter(Protocol):
    """The place from which a meeting is begun."""

    @property
    def app(self) -> App[Any]:
        """The app, as Textual knows it."""

    @property
    def host(self) -> Host:
        """The app."""


def present(place: Presenter, meeting: int | None) -> None:
    """Begins the meeting of the cursor, else the nearest one; asks first when one was stopped halfway."""
    dossier, today = place.host.dossier, place.host.today
    session = nearest_meeting(dossier, today) if meeting is None else meeting
    fresh = WorkshopPosition(session=session, earlier_actions=tuple(dossier.of(Action)))
    stopped = standing_of(place.host.workshop.read() or {})
    walk = walk_of(dossier, stopped.session) if stopped else None
    if stopped is None or walk is None or stopped.point >= len(walk.agenda):
        _show(place, fresh)
        return
    from sto_tui.screens.windows.confirm import QuestionWindow

    question = QuestionWindow(
        "Verdergaan met de bijeenkomst waar die was?",
        choice_lines(dossier, walk, stopped, fresh),
        yes="Opnieuw beginnen" if fresh.session == stopped.session else "De andere beginnen",
        no="Verdergaan",
    )

    def answered(again: bool | None) -> None:
        if again is not None:
            _show(place, fresh if again else stopped)

    place.app.push_screen(question, answered)


def _show(place: Presenter, standing: WorkshopPosition) -> None:
    from sto_tui.screens.workshop.screen import WorkshopScreen

    place.host.colours.on_the_wall(begin=True)
    place.app.push_screen(WorkshopScreen(standing), lambda _: place.host.colours.on_the_wall(begin=False))


def choice_lines(dossier: Dossier, walk: Walk, stopped: WorkshopPosition, fresh: WorkshopPosition) -> list[str]:
    """Which meeting would go on and where it stopped, and which one would begin."""
    left = f", nog {clock_face(stopped.seconds)}" if stopped.seconds else ""
    begun = walk_of(dossier, fresh.session)
    points = count(len(begun.agenda), "agendapunt", "agendapunten")
    begins = "Opnieuw beginnen" if fresh.session == stopped.session else "De andere beginnen"
    return [
        f"Verdergaan: {named(walk)}.",
        f"Punt {stopped.point + 1} van {len(walk.agenda)}: {walk.title_of(stopped)}",
        f"Ronde: {stopped.round.value}{left}.",
        "",
        f"{begins}: {named(begun)}, {points}.",
    ]


def named(walk: Walk) -> str:
    """A meeting with its day."""
    if walk.session is None:
        return "alle vragen, zonder bijeenkomst"
    day: date | None = walk.session.date
    return f"{walk.session.title} ({long_date(day)})" if day else walk.session.title
