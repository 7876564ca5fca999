"""What is told and what is learned: results of which nobody hears, training without days, lessons without follow-up."""

from collections.abc import Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, count
from sto_tui.domain.learning import Lesson, Training
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Chapter, Speerpunt, Tag
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check, check_each
from sto_tui.planning.moments_to_tell import moments_to_tell


@check(Level.TIP, Place.PLAN, Chapter.MONITORING)
def reached_and_not_told(dossier: Dossier, today: date) -> Points:
    """Milestones that were reached, and of which nobody is told.

    Source: mijlpalenplan en VERI 2020, tussentijdse successen vieren.
    """
    reached = sum(moment.is_reached for moment in moments_to_tell(dossier))
    if reached:
        milestones = count(reached, "bereikte mijlpaal", "bereikte mijlpalen")
        ready = "staat die" if reached == 1 else "staan ze"
        yield Found(
            list_of("communication"),
            f"Van {milestones} staat nog niet hoe je die vertelt of viert. In de lijst Communicatie {ready} klaar.",
            f"{milestones} nog niet verteld of gevierd",
        )


@check(Level.TIP, Place.PLAN, Chapter.THEMAS, until_end=True)
def professionalisation_without_training(dossier: Dossier, today: date) -> Points:
    """A plan that works on the skills of people, and has no scholingsplan.

    Source: activiteitenplan Almere 2020-2023, thema 4, leervragen komen in het scholingsplan.
    """
    tagged = [own for own in dossier.of(Speerpunt).values() if Tag.PROFESSIONALISERING in own.tags]
    if tagged and not dossier.of(Training):
        yield Found(
            list_of("training"),
            f"{capital(dossier.name(ref_of(tagged[0])))} gaat over "
            "professionalisering, maar er is nog geen scholing. Schrijf op wie wat leert, wanneer en hoeveel dagen.",
            "nog geen scholingsplan",
        )


def trainings(dossier: Dossier) -> Iterable[Training]:
    """All lines of the scholingsplan."""
    return dossier.of(Training).values()


@check_each(trainings, Level.TIP, Place.PLAN, Chapter.THEMAS)
def training_without_days(dossier: Dossier, training: Training) -> Points:
    """A line of the scholingsplan of which nobody knows how many days it takes.

    Source: activiteitenplan Almere 2020-2023, thema 4, scholing in dagen per docent.
    """
    if training.days is None:
        yield Found(
            ref_of(training, "days"),
            f"Van de scholing ‘{training.what}’ staat niet hoeveel dagen die kost. Zonder dagen klopt het totaal niet.",
        )


def lessons(dossier: Dossier) -> Iterable[Lesson]:
    """All examples of others."""
    return dossier.of(Lesson).values()


@check_each(lessons, Level.TIP, Place.PLAN, Chapter.TERUGBLIK, until_end=True)
def lesson_without_follow_up(dossier: Dossier, lesson: Lesson) -> Points:
    """Something that the region takes from others, and that comes back nowhere in the plan.

    Source: Tips en tools, paragraaf 5, voorbeelden helpen bij het kiezen van wat je gaat doen.
    """
    if lesson.lesson and not lesson.speerpunten:
        word = level_words(dossier.region).speerpunt.singular
        yield Found(
            ref_of(lesson, "speerpunten"),
            f"Wat je meeneemt van ‘{lesson.title}’ komt nog in geen {word} terug. Kies waarin.",
        )
