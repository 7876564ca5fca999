"""The subjects for which the regulation asks attention."""

from collections.abc import Iterable
from datetime import date

from sto_tui.content.library import Subject, subjects
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Chapter, Speerpunt
from sto_tui.places import Place
from sto_tui.planning.checks.finding import MET, Certainty, Found, Level, Points, check, check_each, missing


def _is_touched(dossier: Dossier, subject: Subject) -> bool:
    """Whether any speerpunt touches it."""
    return any(subject.tag in speerpunt.tags for speerpunt in dossier.of(Speerpunt).values())


def _all_subjects(dossier: Dossier) -> Iterable[Subject]:
    return subjects()


@check_each(_all_subjects, Level.ONTBREEKT, Place.PLAN, Chapter.VERPLICHT, Certainty.TE_CONTROLEREN, in_paper=True)
def subject_to_place(dossier: Dossier, subject: Subject) -> Points:
    """A subject of the regulation without a place in the plan, said of each from the beginning.

    Source: Tips en tools, paragraaf 7; te controleren in de regeling.
    """
    hole = f"een {level_words(dossier.region).speerpunt.singular} over ‘{subject.title}’"
    where = list_of("speerpunten").at("tags")
    yield MET if _is_touched(dossier, subject) else missing(where, hole, subject.tag.value)


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.VERPLICHT, Certainty.TE_CONTROLEREN, until_end=True)
def subject_without_speerpunt(dossier: Dossier, today: date) -> Points:
    """A subject of the regulation that no speerpunt touches; silent while there is no speerpunt at all.

    Source: Tips en tools, paragraaf 7; te controleren in de regeling.
    """
    word = level_words(dossier.region).speerpunt.singular
    for subject in subjects() if dossier.of(Speerpunt) else ():
        if not _is_touched(dossier, subject):
            yield Found(
                list_of("speerpunten"),
                f"Er is geen {word} over ‘{subject.tag.label}’. Kies dat onderwerp waar het bij hoort; "
                "of het moet, is te controleren in de regeling.",
            )
