"""What a paper is made of: its parts, and the sections of each in order, with number and title."""

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Chapter
from sto_tui.frozen import frozen
from sto_tui.planning.paper_registry import PaperKind, PaperPart, paper_of


@frozen
class PaperSection:
    """A chapter, the cover, the annexes, or a part of a report. A number of 0 is none."""

    key: str
    title: str
    number: int = 0
    chapter: Chapter | None = None

    @property
    def heading(self) -> str:
        """`4 Doelen`."""
        return f"{self.number} {self.title}" if self.number else self.title


COVER, ANNEXES = PaperSection("voorblad", "Voorblad"), PaperSection("bijlagen", "Bijlagen")
# What a check over many tables is about.
WHOLE = PaperSection("plan", "Het hele plan")
_REPORT_TITLES = {
    "stand": "Stand in het kort",
    "doelwaarden": "Doelen",
    "mijlpalen": "Activiteiten en mijlpalen",
    "geld": "Geld",
    "wijzigingen": "Wijzigingen sinds het ingediende plan",
    "vooruit": "Wat hierna komt",
}
REPORT = tuple(PaperSection(key, title, number) for number, (key, title) in enumerate(_REPORT_TITLES.items(), 1))
STANDING, GOALS_REACHED, LIGHTS, MONEY, SINCE, AHEAD = REPORT


def outline(dossier: Dossier, part: PaperPart) -> tuple[PaperSection, ...]:
    """The sections of a part, from cover to annexes; a paper that is one whole has none."""
    paper = paper_of(part)
    if paper.reports:
        return COVER, *REPORT, ANNEXES
    if paper.kind is PaperKind.PLAN:
        return COVER, *(section_of(dossier, chapter) for chapter in chapters_of(part)), ANNEXES
    return ()


def chapters_of(part: PaperPart) -> tuple[Chapter, ...]:
    """The chapters of a part. They keep the number that they have in the whole plan."""
    return tuple(chapter for chapter in Chapter if part in ("alles", chapter.part))


def section_of(dossier: Dossier, chapter: Chapter | PaperSection) -> PaperSection:
    """A chapter with its title; a region that has other names for its levels finds them there."""
    if isinstance(chapter, PaperSection):
        return chapter
    title = chapter.heading
    if chapter is Chapter.THEMAS:
        words = level_words(dossier.region)
        title = capital(f"{words.theme.plural} en {words.speerpunt.plural}")
    return PaperSection(chapter.value, title, chapter.number, chapter)


def mention(chapter: Chapter, part: PaperPart) -> str:
    """How a text refers to a chapter: `hoofdstuk 3`, or the document it stands in when it is not in this part."""
    if chapter in chapters_of(part):
        return f"hoofdstuk {chapter.number}"
    return "de regiovisie" if chapter.part == "regiovisie" else "het activiteitenplan"


def numbering(part: PaperPart) -> str:
    """Why a part lacks numbers; empty for what has them all."""
    there = chapters_of(part)
    if not there or len(there) == len(Chapter):
        return ""
    gone = [chapter for chapter in Chapter if chapter not in there]
    subject = f"hoofdstuk {gone[0].number} staat" if len(gone) == 1 else "de andere staan"
    return f"De hoofdstukken zijn genummerd als in het hele plan; {subject} in {mention(gone[0], part)}."
