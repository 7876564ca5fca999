"""What is told of a plan as a whole, in Dutch: what is missing, and what was read otherwise than it stands."""

from collections.abc import Collection, Iterator, Sequence

from sto_tui.domain.dutch import capital, count, enumerate_words
from sto_tui.domain.text import shortened
from sto_tui.intake.plan_document.blocks import Block, paragraphs_in
from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanSection
from sto_tui.intake.plan_document.plan_words import GOAL_WORDS
from sto_tui.intake.plan_document.written_plan import WrittenPlan

_MOST_NAMED = 6
WHO_DOES_WHAT = (
    "Welke partner welke activiteit doet, heeft in het dossier geen eigen plaats: bij een speerpunt staan de partners "
    "en de activiteiten elk bij elkaar."
)


def remarks_of(
    plan: WrittenPlan,
    root: PlanSection,
    blocks: Sequence[Block],
    lowered: Collection[str],
    renumbered: Sequence[str],
) -> Iterator[str]:
    """Of a plan that was read; `lowered` are the words for themes that its speerpunten have.

    `renumbered` says which numbers were read as which.
    """
    yield from _without("partners", [one.number for one in plan.speerpunten if not one.has_partners])
    yield from _without("activiteiten", [one.number for one in plan.speerpunten if not one.has_acts])
    if renumbered:
        told = enumerate_words([*renumbered[:_MOST_NAMED], *["andere ook"] * (len(renumbered) > _MOST_NAMED)])
        yield f"Niet elk speerpunt houdt het nummer dat er staat: {told}."
    yield from _goals_as_themes(root)
    yield from _lowered(lowered)
    yield from _inserted(blocks)
    yield from _painted(blocks)
    if plan.themes and not plan.speerpunten:
        yield "Er staan thema’s in, en geen speerpunten. Kijk na of dit een activiteitenplan van de regio is."


def _without(what: str, numbers: Sequence[str]) -> Iterator[str]:
    """Of which speerpunten none were found: they may stand in words in the text of the result."""
    if numbers:
        which = enumerate_words([*numbers[:_MOST_NAMED], *["andere"] * (len(numbers) > _MOST_NAMED)])
        yield f"Geen {what} gevonden bij speerpunt {which}; kijk of ze in de tekst van het resultaat staan."


def _inserted(blocks: Sequence[Block]) -> Iterator[str]:
    """That some of the text was put in with tracking on, and nobody has accepted it."""
    texts = [part.text for part in paragraphs_in(blocks) if part.inserted]
    if texts:
        yield (
            f"In {count(len(texts), 'alinea', 'alinea’s')} is tekst ingevoegd met wijzigingen bijhouden, zoals in "
            f"‘{shortened(texts[0], 50)}’; die telt mee."
        )


def _painted(blocks: Sequence[Block]) -> Iterator[str]:
    """That colours were read as periods: what each of them means, only people know."""
    if any(part.painted for part in paragraphs_in(blocks)):
        yield (
            "Gekleurde vakjes onder een periode zijn gelezen als: in die periode. Een kleur die alleen hele regels "
            "vult, telt niet mee. Wat een kleur betekent, weet sto-tui niet."
        )


def _lowered(words: Collection[str]) -> Iterator[str]:
    """That the speerpunten of the plan have a word for themes."""
    if words:
        yield (
            f"‘{capital(enumerate_words(sorted(words)))}’ is in dit plan gelezen als speerpunt, omdat er partners en "
            "een planning onder staan."
        )


def _goals_as_themes(root: PlanSection) -> Iterator[str]:
    """That the themes of the plan have a word for goals, which they may be too."""
    words = {part.head.word for part in root.all_parts() if part.head.kind is HeadKind.THEME} & GOAL_WORDS
    if words:
        yield (
            f"‘{capital(enumerate_words(sorted(words)))}’ is in dit plan gelezen als thema, omdat er speerpunten onder "
            "staan. Voeg toe wat ook een doel van de regio is."
        )
