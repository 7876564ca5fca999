"""Walking through the tour: it looks at what is on the screen and in the dossier, and goes on when a step was done."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import App, ScreenStackError

from sto_tui.acts import WORKSHOP
from sto_tui.places import Place
from sto_tui.screens.acting import Acting
from sto_tui.screens.draft.screen import DraftScreen
from sto_tui.screens.evaluation.screen import EvaluationScreen
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.host import Host
from sto_tui.screens.tour.panel import TourPanel
from sto_tui.screens.tour.steps import STEPS, TourMoment, TourStep
from sto_tui.screens.workshop.screen import WorkshopScreen

_PAPERS_LOOKED_AT = 20
_STOP_ASKED = "Nog eens `esc` stopt de rondleiding. Met `f9` ga je later verder waar je was."


@dataclass
class _Standing:
    """Where the tour stands: the step, and how things were when it began."""

    number: int = 0
    began: TourMoment | None = None
    is_read_again: bool = False
    """It was gone back to: what is so already does not count as done, or it would be gone at once."""
    is_over: bool = False
    stop_asked: bool = False


class Tour:
    """The tour of an app. `look` is to be called now and then; nothing is ever done for the person."""

    def __init__(self, app: App[None], host: Callable[[], Host]) -> None:
        self._app = app
        self._host = host
        self._at = _Standing()

    @property
    def step(self) -> TourStep:
        """The step that is asked for."""
        return STEPS[self._at.number]

    @property
    def is_over(self) -> bool:
        """Whether it was stopped."""
        return self._at.is_over

    def look(self) -> None:
        """Goes on when the step was done, and shows what to do now below the screen in front."""
        if self._at.is_over:
            return
        try:
            now = self._moment()
        except ScreenStackError:
            return
        began = self._at.began = self._at.began or now
        done = self.step.done(began, now)
        if done and not self._at.is_read_again:
            self._go_to(self._at.number + 1)
            now = self._at.began = self._moment()
        elif not done:
            self._at.is_read_again = False
        self._show(now)

    def back(self) -> None:
        """The step before."""
        self._at = _Standing(max(0, self._at.number - 1), is_read_again=True)

    def skip(self) -> None:
        """The next step; after the last one the tour is over."""
        if self._at.number + 1 == len(STEPS):
            self.stop()
        else:
            self._go_to(self._at.number + 1)

    def ask_to_stop(self) -> None:
        """Stops at the second time, or where nothing is left to do: who closes one window too many still has a step."""
        if self._at.stop_asked or self._at.number == len(STEPS) - 1:
            self.stop()
        else:
            self._at.stop_asked = True

    def stop(self) -> None:
        """Takes the panel away; the copy stays to practise on."""
        self._at.is_over = True
        for screen in self._app.screen_stack:
            screen.query(TourPanel).remove()

    def resume(self) -> None:
        """Goes on where it was stopped; after the last step it begins again."""
        self._at.is_over = False
        self._go_to(self._at.number % (len(STEPS) - 1))

    def can_be_asked_to_stop(self) -> bool:
        """Whether esc has nothing else to do on this screen."""
        screen = self._app.screen
        return isinstance(screen, PlaceFrame) and not screen.quick.is_open and bool(screen.why_not("step_back"))

    def _go_to(self, number: int) -> None:
        self._at = _Standing(number)

    def _moment(self) -> TourMoment:
        screen, host = self._app.screen, self._host()
        lowest = self._app.screen_stack[0]
        evaluation = lowest if isinstance(lowest, EvaluationScreen) else None
        question = evaluation.question if evaluation and evaluation.is_mounted else None
        # Looking through the folder of papers ten times a second is for the steps that are about them.
        papers = host.papers.earlier(_PAPERS_LOOKED_AT) if self.step.at is Place.CONCEPT else ()
        return TourMoment(
            screen,
            host.dossier,
            screen.where if isinstance(screen, Acting) else "",
            screen.place if isinstance(screen, PlaceFrame) else None,
            isinstance(screen, PlaceFrame) and screen.quick.is_open,
            screen.standing.round if isinstance(screen, WorkshopScreen) else None,
            question.id if question else None,
            tuple(paper.name for paper in papers),
            isinstance(lowest, DraftScreen) and lowest.is_writing,
        )

    def _show(self, now: TourMoment) -> None:
        panels = now.screen.query(TourPanel)
        if not panels:
            now.screen.mount(TourPanel())
            return
        far = f"{self._at.number + 1} van {len(STEPS)}"
        headings = (f"Rondleiding {far} · {self.step.way.value}", f"Rondleiding {far}", f"Stap {far}")
        says = _STOP_ASKED if self._at.stop_asked else self._says(now)
        panels.first(TourPanel).show(headings, says, esc_stops=self.can_be_asked_to_stop())

    def _says(self, now: TourMoment) -> str:
        """What to do; first how to get where that can be done."""
        at = self.step.at
        if isinstance(at, Place) and now.place not in (None, at):
            return f"Deze stap is bij {at.numbered}. Druk op `{at.key}`."
        if at == WORKSHOP and now.place is not None:
            return "Deze stap is in de bijeenkomst. Druk op `2` en dan op `p`."
        if self.step.on_line and now.place is not None and not now.is_typing:
            return "Deze stap is op de regel om op te typen. Druk op `a`."
        return self.step.says.format(quarter=now.quarter)
