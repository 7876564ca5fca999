"""The steps of the tour: what is said, and by what is seen on the screen or in the dossier that it was done."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from textual.screen import Screen

from sto_tui.acts import FINDINGS, KEYS, WORKSHOP
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Decision, Question, QuestionPart
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.places import Place
from sto_tui.planning.evaluation.workshop import Round


class WayOfUse(Enum):
    """A way of using sto-tui, which several steps show."""

    QUICK = "Snel bijwerken"
    WORKSHOP = "Een bijeenkomst"
    CHECKLIST = "Successen, verbeterpunten"
    DRAFT = "Het conceptplan"
    ON = "Hierna"


@dataclass(frozen=True)
class TourMoment:
    """What a person has before them: the screen in front, its place, and the dossier."""

    screen: Screen[object]
    dossier: Dossier
    where: str = ""
    place: Place | None = None
    is_typing: bool = False
    round: Round | None = None
    question: int | None = None
    papers: tuple[str, ...] = ()
    is_writing: bool = False

    @property
    def part(self) -> QuestionPart | None:
        """The part of the evaluation that the cursor is in."""
        question = self.dossier.of(Question).get(self.question or 0)
        return question.part if question else None

    @property
    def quarter(self) -> str:
        """A quarter of the plan, as people type it: `Q327`."""
        period = self.dossier.current_period
        return f"Q3{period.start:%y}" if period else ""

    @property
    def votes(self) -> int:
        """The votes on all answers."""
        return sum(answer.votes for answer in self.dossier.of(Answer).values())

    @property
    def orange(self) -> frozenset[int]:
        """The milestones whose stoplicht is oranje."""
        lights = self.dossier.of(Milestone).items()
        return frozenset(id for id, milestone in lights if milestone.light is Stoplicht.ORANJE)


Done = Callable[[TourMoment, TourMoment], bool]
"""Whether a step was done, from how things were when it began and how they are now."""


@dataclass(frozen=True)
class TourStep:
    """What a person is asked to do, in Markdown; `at` is the place or wall where that can be done.

    With `on_line` that is on the line for what is added.
    """

    way: WayOfUse
    says: str
    done: Done
    at: Place | str = ""
    on_line: bool = False


def _goes_to(place: Place) -> Done:
    return lambda began, now: now.place is place


def _in_front(where: str) -> Done:
    return lambda began, now: now.where == where


def _at_a_place(began: TourMoment, now: TourMoment) -> bool:
    return now.place is not None and not now.is_typing


def _typing(began: TourMoment, now: TourMoment) -> bool:
    return now.is_typing


def _more(model: type[Milestone] | type[Answer] | type[Decision]) -> Done:
    return lambda began, now: len(now.dossier.of(model)) > len(began.dossier.of(model))


def _never(began: TourMoment, now: TourMoment) -> bool:
    return False


STEPS = (
    TourStep(
        WayOfUse.QUICK,
        "Dit is een oefenkopie; je eigen dossiers blijven zoals ze zijn. Boven staan acht plaatsen. Druk op `7`.",
        _goes_to(Place.VOORTGANG),
    ),
    TourStep(
        WayOfUse.QUICK,
        "Zo staat elke mijlpaal ervoor. Kies er een met `↓` en druk op `o`: het stoplicht wordt oranje.",
        lambda began, now: bool(now.orange - began.orange),
        Place.VOORTGANG,
    ),
    TourStep(
        WayOfUse.QUICK,
        "Het staat al in het bestand; opslaan hoeft nooit. Waarom het oranje is, kan later. Druk nu op `z`: dat "
        "neemt de wijziging terug.",
        lambda began, now: bool(began.orange - now.orange),
        Place.VOORTGANG,
    ),
    TourStep(WayOfUse.QUICK, "Druk op `5`: dezelfde mijlpalen, op een tijdlijn.", _goes_to(Place.MIJLPALEN)),
    TourStep(WayOfUse.QUICK, "Druk op `a`: onder de tijdlijn komt een regel om op te typen.", _typing, Place.MIJLPALEN),
    TourStep(
        WayOfUse.QUICK,
        "Typ `Open dag voorbereid {quarter}` en druk op `enter`: de mijlpaal staat er, met haar kwartaal.",
        _more(Milestone),
        Place.MIJLPALEN,
        on_line=True,
    ),
    TourStep(WayOfUse.QUICK, "`esc` sluit de regel. Druk op `esc`.", _at_a_place, Place.MIJLPALEN),
    TourStep(
        WayOfUse.WORKSHOP,
        "Druk op `2`: de vragen van de evaluatie, met wat er al op is geantwoord.",
        _goes_to(Place.EVALUATIE),
    ),
    TourStep(
        WayOfUse.WORKSHOP,
        "`p` zet de bijeenkomst groot op het scherm, voor de hele zaal. Druk op `p`.",
        _in_front(WORKSHOP),
        Place.EVALUATIE,
    ),
    TourStep(
        WayOfUse.WORKSHOP,
        "Elke vraag gaat in rondes: eerst stil nadenken, dan ophalen. Druk op `→` tot je bij ophalen bent.",
        lambda began, now: now.round is Round.OPHALEN,
        WORKSHOP,
    ),
    TourStep(
        WayOfUse.WORKSHOP,
        "Typ wat iemand roept en druk op `enter`. Met `2:` ervoor is het van tafel 2.",
        _more(Answer),
        WORKSHOP,
    ),
    TourStep(
        WayOfUse.WORKSHOP,
        "Stop met `esc`, en kies *Stoppen* met `←` en `enter`. Met `p` ga je later verder waar je was.",
        lambda began, now: now.place is Place.EVALUATIE,
    ),
    TourStep(
        WayOfUse.CHECKLIST,
        "Zonder zaal werk je de vragen zelf af. Ga met `↓` naar een vraag onder *Successen* en druk op `a`.",
        lambda began, now: now.is_typing and now.part in (QuestionPart.SUCCESSEN, QuestionPart.VERBETERPUNTEN),
        Place.EVALUATIE,
    ),
    TourStep(
        WayOfUse.CHECKLIST,
        "Typ een succes van jullie regio en druk op `enter`.",
        _more(Answer),
        Place.EVALUATIE,
        on_line=True,
    ),
    TourStep(
        WayOfUse.CHECKLIST,
        "Sluit de regel met `esc`, ga met `→` naar de antwoorden en druk op `+`: een stem erbij.",
        lambda began, now: now.votes > began.votes,
        Place.EVALUATIE,
    ),
    TourStep(
        WayOfUse.CHECKLIST,
        "`b` maakt er een besluit van. Kies de soort met `enter`, ga verder met `tab`, typ het besluit, en sla op met "
        "`ctrl+s`.",
        _more(Decision),
        Place.EVALUATIE,
    ),
    TourStep(
        WayOfUse.DRAFT,
        "Druk op `8`: alle stukken die het dossier schrijft, met wat in elk nog ontbreekt.",
        _goes_to(Place.CONCEPT),
    ),
    TourStep(
        WayOfUse.DRAFT,
        "`c` schrijft het gekozen stuk als Word-bestand. Druk op `c` en wacht tot het er is.",
        lambda began, now: not now.is_writing and bool(set(now.papers) - set(began.papers)),
        Place.CONCEPT,
    ),
    TourStep(
        WayOfUse.DRAFT,
        "Druk op `m`: de meldingen van deze plaats. Staat er nog een venster voor? Sluit dat eerst met `esc`.",
        _in_front(FINDINGS),
        Place.CONCEPT,
    ),
    TourStep(WayOfUse.DRAFT, "Ga met `enter` naar wat een melding noemt, of sluit de lijst met `esc`.", _at_a_place),
    TourStep(WayOfUse.ON, "`?` toont overal de toetsen, nog eens `?` de uitleg. Druk op `?`.", _in_front(KEYS)),
    TourStep(
        WayOfUse.ON,
        "Dit was de rondleiding. Je eigen dossier begin je met `Q` en *Nieuw dossier*; 1 Overzicht noemt daar steeds "
        "de eerste stap. Sluiten doe je met `ctrl+q`.",
        _never,
    ),
)
