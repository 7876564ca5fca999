"""The introduction: what this plan is and how it is built."""

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, count, enumerate_words, with_article
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Chapter, Speerpunt, Theme
from sto_tui.domain.region_words import region_in_words
from sto_tui.planning.plan_status import beginning
from sto_tui.planning.statements import statement


def write(dossier: Dossier, writer: Writer) -> None:
    """What the region wants in a sentence, and how the plan hangs together."""
    region, period = dossier.region, dossier.current_period
    when = f" in de periode {period.label}" if period else ""
    writer.lead(
        f"{beginning(dossier, writer.since)} wat {with_article(region_in_words(region))}{when} "
        "doet voor Sterk Techniekonderwijs."
    )
    opening(dossier, writer, Chapter.INLEIDING)
    vision = statement(dossier, "vision_statement")
    if vision.text:
        writer.field_head("Onze visie", vision.ref)
        writer.prose(vision.ref, vision.text)
    writer.heading(2, "Hoe dit plan is opgebouwd")
    writer.text(" ".join([_what_there_is(dossier), *_how_it_hangs_together(dossier)]))
    headed(dossier, writer, Chapter.INLEIDING)


def _what_there_is(dossier: Dossier) -> str:
    """How many goals, themes, speerpunten and milestones, and which of those there are none of yet."""
    words = level_words(dossier.region)
    counts = (
        (len(dossier.plan_goals), "doel", "doelen"),
        (len(dossier.of(Theme)), words.theme.singular, words.theme.plural),
        (len(dossier.of(Speerpunt)), words.speerpunt.singular, words.speerpunt.plural),
        (len(dossier.of(Milestone)), "mijlpaal", "mijlpalen"),
    )
    there = enumerate_words([count(*counted) for counted in counts if counted[0]])
    absent = enumerate_words([plural for how_many, _, plural in counts if not how_many])
    sentences = [f"Het plan heeft {there}."] * bool(there) + [f"{capital(absent)} ontbreken nog."] * bool(absent)
    return " ".join(sentences)


def _how_it_hangs_together(dossier: Dossier) -> list[str]:
    """Whether speerpunten work on goals, and milestones say when something is ready; only what is so."""
    word = level_words(dossier.region).speerpunt
    every = list(dossier.of(Speerpunt).values())
    of_plan = {goal.id for goal in dossier.plan_goals}
    at_goals = "het doel" if len(of_plan) == 1 else "een of meer doelen"
    serving = [speerpunt for speerpunt in every if of_plan.intersection(dossier.goals_served(speerpunt))]
    sentences = []
    if serving and len(serving) == len(every):
        # The article of an own word is not known, so there is none.
        subject = f"Eén {word.singular} werkt" if len(every) == 1 else f"Alle {word.plural} werken"
        sentences.append(f"{subject} aan {at_goals}.")
    elif serving:
        verb = "werkt er 1" if len(serving) == 1 else f"werken er {len(serving)}"
        sentences.append(f"Van de {len(every)} {word.plural} {verb} aan {at_goals}.")
    milestones = dossier.of(Milestone).values()
    if any(milestone.due for milestone in milestones):
        show = "De mijlpaal laat" if len(milestones) == 1 else "De mijlpalen laten"
        sentences.append(f"{show} zien wanneer er wat klaar is.")
    return sentences
