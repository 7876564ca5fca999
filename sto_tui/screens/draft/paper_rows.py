"""The list of place 8 of all papers: what each still lacks, and those that were written before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.holes import holes
from sto_tui.planning.paper_registry import PAPERS, AboutParty, Paper, PaperKind
from sto_tui.screens.frame.section import BLANK, group
from sto_tui.screens.host.papers import EarlierPaper
from sto_tui.widgets.record_list import Cell, Column, Row

PAPER_COLUMNS = (Column("Stuk", least=26, share=3), Column("Ontbreekt nog", 13), Column("", least=24, share=2, drop=1))
MOST_EARLIER = 8
OFFERED = tuple(paper for paper in PAPERS if paper.party is not AboutParty.ALWAYS)


@dataclass(frozen=True)
class PaperKey:
    """The key of a row: a paper that can be made, or the file of one that was."""

    paper: Paper | None = None
    file: str = ""


def lacking(dossier: Dossier, paper: Paper, today: date) -> Sequence[Finding]:
    """What is still to be filled in before a paper is whole."""
    return holes(dossier, paper.key, today) if paper.is_draft else ()


def paper_rows(dossier: Dossier, today: date) -> list[Row]:
    """All papers that this dossier can write without saying which party they are about."""
    rows = []
    for paper in OFFERED:
        points = lacking(dossier, paper, today)
        nothing = "niets" if paper.kind in (PaperKind.PLAN, PaperKind.REPORT) else "–"
        missing: Cell = (count(len(points), "punt", "punten"), "text") if points else (nothing, "muted")
        rows.append(Row((paper.title, missing, (paper.about, "muted")), key=PaperKey(paper)))
    return rows


def earlier_rows(earlier: Sequence[EarlierPaper], today: date) -> list[Row]:
    """What was written before, the newest first, and how often the dossier changed since."""
    if not earlier:
        return []
    rows = [BLANK, group("Eerder geschreven, in de map concepten")]
    for paper in earlier:
        when = f"{paper.when:%H:%M}" if paper.when.date() == today else short_date(paper.when.date())
        cells = (paper.name, (when, "muted"), (_since(paper), "muted"))
        rows.append(Row(cells, key=PaperKey(file=paper.name)))
    return rows


def _since(paper: EarlierPaper) -> str:
    if paper.changes is None:
        return ""
    if not paper.changes:
        return "daarna niets gewijzigd"
    changes = count(paper.changes, "wijziging", "wijzigingen")
    return f"daarna ten minste {changes}" if paper.many else f"daarna {changes}"
