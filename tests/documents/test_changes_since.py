"""The chapter of the progress report on what changed since the plan was handed in."""

from datetime import date
from pathlib import Path

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.change import adding
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal
from sto_tui.planning.handed_in.comparison import Comparison, differences
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.commands import Sto
from tests.support.small_plan import TODAY, whole_plan, with_records
from tests.support.word_text import word_lines

SUBMISSION = Submission(id=1, period=1, handed_in_on=TODAY, version="1.0")
HEADING = "Wijzigingen sinds het ingediende plan"


def chapter(lines: list[str]) -> list[str]:
    """The lines of the chapter, its heading first."""
    start = next(number for number, line in enumerate(lines) if line.startswith("# ") and HEADING in line)
    end = next(number for number, line in enumerate(lines) if number > start and line.startswith("# "))
    return lines[start:end]


def test_both_kinds_stand_in_a_table_with_reason_and_source() -> None:
    before = whole_plan()
    goal, milestone = before.of(Goal)[1], before.of(Milestone)[1]
    reason = ChangeReason(id=1, submission=1, about="goals/1", reason="Krimp.", reported_on=TODAY)
    now = with_records(before, goal.changed(target="85"), milestone.changed(due=date(2028, 3, 1)), SUBMISSION, reason)
    found = differences(before.seen_in(1), now.seen_in(1), TODAY)
    options = DraftOptions(TODAY, "voortgangsrapportage", compared=Comparison(SUBMISSION, found))
    lines = chapter(word_lines(build(now, options).data))
    text = "\n".join(lines)
    assert "anders is dan in het plan dat op 15 juni 2027 is ingediend (versie 1.0)." in text
    assert "| Doel 1: streefwaarde ‘90’ → ‘85’. | Krimp." in text
    assert "Gemeld op 15-06-2027." in text
    assert "| Mijlpaal 1.1a Lab open: klaar op 31-12-2027 → 01-03-2028. | –" in text
    assert text.count("Te controleren in de regeling. Bron: ") == 2
    assert text.index("Direct melden") < text.index("In de volgende rapportage")


def test_without_a_plan_or_a_change_it_says_so() -> None:
    def told(comparison: Comparison) -> str:
        options = DraftOptions(TODAY, "voortgangsrapportage", compared=comparison)
        return " ".join(chapter(word_lines(build(whole_plan(), options).data)))

    assert "In het dossier staat geen ingediend plan om mee te vergelijken." in told(Comparison())
    assert "Op 15 juni 2027 is er niets veranderd sinds het plan dat op 15 juni 2027" in told(Comparison(SUBMISSION))
    assert "Het is weg." in told(Comparison(SUBMISSION, trouble="Het is weg."))


def test_the_command_compares_with_the_plan_that_was_kept(example: Path, sto: Sto) -> None:
    assert sto("indienen", example, "--ja").code == 0
    assert sto("zet", example, "doelen/1", "streefwaarde=400 leerlingen").code == 0
    store = DossierStore.open(example, "jan", clock)
    newest = max(store.dossier.of(Submission))
    store.apply(adding(store.dossier, ChangeReason(submission=newest, about="goals/1", reason="Krimp.")))
    made = sto("concept", example, "--deel", "voortgangsrapportage")
    assert made.code == 0, made.err
    text = "\n".join(chapter(word_lines(Path(made.out.strip()).read_bytes())))
    assert "‘495 leerlingen’ → ‘400 leerlingen’. | Krimp." in text
