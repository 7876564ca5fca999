"""Lines stand under the headings of the drafts that came back."""

from dataclasses import replace

from sto_tui.intake.returned_draft.document_chapters import as_in_documents
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding, Wording
from sto_tui.intake.returned_draft.returned import DraftChapter, ManifestHead, NewRecord, ReturnedDraft
from tests.support.returned_plan import returned_plan


def line(number: int, standing: LineStanding, address: str, chapter: str) -> DraftLine:
    return DraftLine(number, standing, address, chapter, "Regel", "Was", "", (Wording("Is", "Is", ("Anja",)),))


def test_a_line_stands_where_its_field_stands_and_what_is_only_told_comes_last() -> None:
    head = ManifestHead(dossier="d", part="voortgangsrapportage", export="1", mark="7F3A-1")
    chapters = (
        DraftChapter("Hoe het gaat", ("milestones/1/note", "risks/2/measure")),
        DraftChapter("Terugblik", ("goals/1/text",)),
    )
    draft = replace(ReturnedDraft("Anja.docx", head, ()), chapters=chapters)
    lines = (
        line(1, LineStanding.ONLY_TOLD, "", "10 Risico’s"),
        line(2, LineStanding.EDITED, "goals/1/text", "4 Doelen"),
        line(3, LineStanding.EDITED, "milestones/1/note", "8 Planning"),
        # A new risk stands where the others stand.
        line(4, LineStanding.NEW, "risks", "10 Risico’s"),
        # A remark stands where it was set, which may be another place than the home of its field.
        line(5, LineStanding.COMMENT, "risks/2/measure", "2 Terugblik"),
    )
    laid = as_in_documents(LaidBeside(("Anja.docx",), lines, 0, 0), (draft,), returned_plan())
    assert [(each.number, each.chapter, each.standing) for each in laid.lines] == [
        (1, "Hoe het gaat", LineStanding.EDITED),
        (2, "Hoe het gaat", LineStanding.NEW),
        (3, "2 Terugblik", LineStanding.EDITED),
        (4, "2 Terugblik", LineStanding.COMMENT),
        (5, "10 Risico’s", LineStanding.ONLY_TOLD),
    ]


def test_a_row_that_came_or_went_stands_in_the_chapter_of_its_table() -> None:
    """A training stands with its speerpunt too, and not only in the chapter of what is obligatory."""
    head = ManifestHead(dossier="d", part="plan", export="1", mark="7F3A-1")
    chapters = (
        DraftChapter("Thema’s en speerpunten", ("training/1/title", "milestones/3/title")),
        DraftChapter("Verplichte onderwerpen", ("training/2/title",)),
    )
    draft = replace(ReturnedDraft("Anja.docx", head, ()), chapters=chapters)
    themes, obligatory = "5 Thema’s en speerpunten", "6 Verplichte onderwerpen"
    came = NewRecord("training", (("title", "Lassen"),), chapter="Thema’s en speerpunten")
    lines = (
        line(1, LineStanding.REMOVED, "training/1", obligatory),
        line(2, LineStanding.REMOVED, "training/2", obligatory),
        line(3, LineStanding.REMOVED, "milestones/3", "8 Planning"),
        replace(line(4, LineStanding.NEW, "training", obligatory), new=came),
    )
    laid = as_in_documents(LaidBeside(("Anja.docx",), lines, 0, 0), (draft,), returned_plan())
    assert [(each.address, each.chapter) for each in laid.lines] == [
        ("training/1", themes),
        ("milestones/3", themes),
        ("training", themes),
        ("training/2", obligatory),
    ]
