"""What a screen may ask of the app, a small protocol per task. Screens know no file and no store.

That the app answers all of this, `app.py` shows to mypy.
"""

from datetime import date
from typing import Protocol, cast

from sto_tui.domain.dossier import Dossier
from sto_tui.screens.host.changing import Changes, Copies, Findings, News, Others, PastChanges, Typing
from sto_tui.screens.host.dossier_file import DossierFile
from sto_tui.screens.host.handed_in import HandedIn
from sto_tui.screens.host.opening import RecoveryHost, StartHost
from sto_tui.screens.host.papers import Duo, Papers
from sto_tui.screens.host.phones import Phones
from sto_tui.screens.host.plans import Plans
from sto_tui.screens.host.returned import DraftsBack
from sto_tui.screens.host.sheets import Sheets
from sto_tui.screens.host.showing import Chosen, Colours, Going, PlanPeriodShown, WorkshopKept


class Host(Protocol):
    """The app with a dossier open: the dossier itself, and who answers what."""

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""

    @property
    def today(self) -> date:
        """The day of today."""

    @property
    def user(self) -> str:
        """Who works here: the name in the log and in the history."""

    @property
    def findings(self) -> Findings:
        """What is wrong or missing."""

    @property
    def changes(self) -> Changes:
        """Changing it, and taking that back."""

    @property
    def history(self) -> PastChanges:
        """What was changed before."""

    @property
    def copies(self) -> Copies:
        """Other copies of it."""

    @property
    def handed_in(self) -> HandedIn:
        """Plans that were handed in."""

    @property
    def file(self) -> DossierFile:
        """Its file, when another version stands in it."""

    @property
    def others(self) -> Others:
        """Who else is there."""

    @property
    def news(self) -> News:
        """What is still to be said."""

    @property
    def typing(self) -> Typing:
        """What is being typed."""

    @property
    def going(self) -> Going:
        """To another place."""

    @property
    def chosen(self) -> Chosen:
        """What was chosen in the search."""

    @property
    def plan_period(self) -> PlanPeriodShown:
        """The plan period through which the dossier is seen."""

    @property
    def colours(self) -> Colours:
        """The theme."""

    @property
    def workshop(self) -> WorkshopKept:
        """Where a workshop stands."""

    @property
    def phones(self) -> Phones:
        """What phones in the room need of this computer."""

    @property
    def papers(self) -> Papers:
        """What is written for others."""

    @property
    def duo(self) -> Duo:
        """Figures of DUO."""

    @property
    def sheets(self) -> Sheets:
        """Sheets of others, to take in."""

    @property
    def plans(self) -> Plans:
        """Plans in Word, to take in."""

    @property
    def returned(self) -> DraftsBack:
        """Drafts that come back from Word."""

    def begin_tour(self) -> None:
        """Lets the tour take the place of this, until it is over."""

    def begin_anew(self) -> None:
        """Leaves the dossier for the start screen."""


class OnAnApp(Protocol):
    """A screen, of which only its app matters here."""

    @property
    def app(self) -> object:
        """The app, as Textual knows it."""


def host_of(screen: OnAnApp) -> Host:
    """The app of a screen with a dossier."""
    return cast(Host, screen.app)


def start_host_of(screen: OnAnApp) -> StartHost:
    """The app of the start screen."""
    return cast(StartHost, screen.app)


def recovery_host_of(screen: OnAnApp) -> RecoveryHost:
    """The app of the recovery screen."""
    return cast(RecoveryHost, screen.app)
