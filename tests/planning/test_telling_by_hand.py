"""Moments to tell of, and the days of the scholingsplan, worked out by hand."""

from datetime import date

from sto_tui.domain.communication import Communication
from sto_tui.domain.learning import Lesson, Training
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.plan import Speerpunt, Support, Tag, Theme, Visit
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.moments_to_tell import moments_to_tell
from sto_tui.planning.support_request import half_days_in_words, request_text
from sto_tui.planning.training_days import days_in_words, training_years
from tests.support.by_hand import dossier_with

TODAY = date(2027, 5, 1)
REACHED = Milestone(id=1, number="1.1", title="Lab open.", light=Stoplicht.GEREED, done_on=date(2027, 2, 1))
LATER = REACHED.changed(id=2, number="1.2", title="Bus rijdt", done_on=date(2027, 3, 1), quick_win=True)
COMING = Milestone(id=3, number="1.3", title="Eerste les", quick_win=True, due=date(2027, 9, 1))
PLAIN = Milestone(id=4, number="1.4", title="Evaluatie", due=date(2027, 6, 1))


def test_what_was_reached_comes_first_the_latest_at_the_top() -> None:
    moments = moments_to_tell(dossier_with(REACHED, LATER, COMING, PLAIN))
    assert [moment.milestone.number for moment in moments] == ["1.2", "1.1", "1.3"]
    assert moments[1].values == {"message": "Bereikt: Lab open.", "milestone": 1}
    assert moments[2].values == {"message": "Eerste les.", "milestone": 3, "date": date(2027, 9, 1)}


def test_what_is_told_is_not_offered_again() -> None:
    told = Communication(id=1, audience="Ouders", message="Het lab is open", milestone=1)
    dossier = dossier_with(REACHED, LATER, COMING, told)
    assert [moment.milestone.number for moment in moments_to_tell(dossier)] == ["1.2", "1.3"]
    tips = [finding.message for finding in findings(dossier, TODAY) if finding.check == "reached_and_not_told"]
    assert tips == [
        "Van 1 bereikte mijlpaal staat nog niet hoe je die vertelt of viert. In de lijst Communicatie staat die klaar."
    ]


def test_what_was_reached_stands_by_the_day_on_which_it_was() -> None:
    """The bus was due last and ready first; without a day of its own it is the day on which it was due."""
    days = {
        1: (date(2027, 6, 1), date(2027, 1, 10)),
        2: (date(2027, 3, 1), date(2027, 5, 2)),
        3: (date(2027, 4, 1), None),
    }
    reached = [
        Milestone(id=number, number=f"1.{number}", title="Bus", due=due, done_on=ready, light=Stoplicht.GEREED)
        for number, (due, ready) in days.items()
    ]
    told = [(moment.milestone.id, moment.day) for moment in moments_to_tell(dossier_with(*reached))]
    assert told == [(2, date(2027, 5, 2)), (3, date(2027, 4, 1)), (1, date(2027, 1, 10))]


STAGE = Training(id=1, who="Twaalf docenten", what="Stage", date=date(2027, 12, 31), days=60)
HALF = Training(id=2, who="Vijf leiders", what="Meelopen", date=date(2027, 4, 1), days=2.5)
SILENT = Training(id=3, who="Docenten", what="Lasrobot", date=date(2028, 4, 1))
UNDATED = Training(id=4, who="Docenten", what="Coachen", days=1)


def test_days_are_added_up_per_year() -> None:
    years = list(training_years(dossier_with(STAGE, HALF, SILENT, UNDATED)))
    assert [(own.year, days_in_words(own.trainings)) for own in years] == [
        (2027, "62,5 dagen"),
        (2028, "dagen nog niet bekend"),
        (None, "1 dag"),
    ]
    assert days_in_words((STAGE, SILENT)) == "60 dagen, en 1 regel zonder dagen"
    assert days_in_words((STAGE.changed(days=0),)) == "0 dagen", "that is known"


def test_a_plan_about_professionalisation_asks_for_a_scholingsplan() -> None:
    point = Speerpunt(id=1, theme=1, number="1.1", title="Stages", tags=(Tag.PROFESSIONALISERING,))
    plan = (Theme(id=1, number=1, title="Mensen"), point)

    def about_training(*more: Training) -> list[tuple[str, Ref]]:
        checks = ("professionalisation_without_training", "training_without_days")
        found = findings(dossier_with(*plan, *more), TODAY)
        return [(finding.check, finding.ref) for finding in found if finding.check in checks]

    assert about_training() == [("professionalisation_without_training", Ref("training", 0))]
    assert about_training(STAGE, SILENT) == [("training_without_days", Ref("training", 3, "days"))]


def test_the_text_of_a_request_says_what_is_known() -> None:
    asked = Support(id=1, question="Hoe gaan po en vmbo samen?", visits=(Visit(id=1, half_days=2),))
    more = Support(id=2, question="En daarna?", visits=(Visit(id=1, half_days=4),))
    assert request_text(dossier_with(asked), asked) == (
        "Aanvraag ondersteuning Sterk Techniekonderwijs\n\nRegio: Proefland\nPlanperiode: 2027-2028\n"
        "Soort ondersteuning: inhoudelijk\n\nOnze vraag:\nHoe gaan po en vmbo samen?\n\n"
        "Wij gebruikten tot nu toe 2 dagdelen ondersteuning. Wij horen graag wie kan meedenken en wanneer."
    )
    assert half_days_in_words(dossier_with(asked)) == "Gebruikt: 2 van de 5 gratis dagdelen"
    assert half_days_in_words(dossier_with(asked, more)) == "6 dagdelen gebruikt, waarvan 5 gratis"
    checks = [finding.check for finding in findings(dossier_with(asked, more), TODAY)]
    assert "more_half_days_than_free" in checks


def test_what_is_learned_comes_back_in_the_plan() -> None:
    loose = Lesson(id=1, title="Rijdend lab", lesson="Vaste stops")
    bound = loose.changed(id=2, speerpunten=(1,))
    nothing = loose.changed(id=3, lesson="")
    point = Speerpunt(id=1, theme=1, number="1.1", title="Lab")
    found = findings(dossier_with(Theme(id=1, number=1, title="Lab"), point, loose, bound, nothing), TODAY)
    told = [finding.ref for finding in found if finding.check == "lesson_without_follow_up"]
    assert told == [Ref("lessons", 1, "speerpunten")]
