"""In which chapter of the draft people look for a record."""

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref
from sto_tui.planning.paper_outline import ANNEXES, COVER, section_of

_OF_TABLE = {
    Chapter.TERUGBLIK: ("questions", "answers", "decisions", "scores", "sessions", "actions"),
    Chapter.REGIOVISIE: ("vision", "indicators"),
    Chapter.DOELEN: ("goals",),
    Chapter.THEMAS: ("themes", "speerpunten"),
    Chapter.VERPLICHT: ("training", "lessons", "support"),
    Chapter.ORGANISATIE: ("parties", "bodies", "veri"),
    Chapter.PLANNING: ("milestones", "deadlines"),
    Chapter.MONITORING: ("progress", "communication", "resolutions"),
    Chapter.RISICOS: ("risks",),
    Chapter.BEGROTING: ("budget", "cofinancing", "realised", "payments", "equipment"),
}
ELSEWHERE = "Buiten de velden"
"""For what is of no record."""

_BY_TABLE = {table: chapter for chapter, tables in _OF_TABLE.items() for table in tables}


def chapter_heading(dossier: Dossier, ref: Ref) -> str:
    """`4 Doelen`; the cover for the region, the annexes for what stands in no chapter."""
    record = dossier.get(ref)
    if isinstance(record, ChapterText):
        return section_of(dossier, record.chapter).heading
    if ref.table in ("region", "periods"):
        return COVER.title
    chapter = _BY_TABLE.get(ref.table)
    return section_of(dossier, chapter).heading if chapter else ANNEXES.title


def chapter_headings(dossier: Dossier) -> list[str]:
    """All of them in the order of the draft."""
    return [COVER.title, *(section_of(dossier, chapter).heading for chapter in Chapter), ANNEXES.title, ELSEWHERE]
