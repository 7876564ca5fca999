"""The chapter of the progress report on what changed since the plan was handed in."""

import io
from datetime import date
from pathlib import Path

import docx

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.change import adding
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Goal
from sto_tui.papers import write_draft
from sto_tui.planning.handed_in.comparison import Comparison, differences
from sto_tui.planning.paper_registry import PaperPart
from sto_tui.planning.plan_status import newest_submission
from sto_tui.planning.progress.period_report import ReportPeriod
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock
from tests.support.commands import Sto
from tests.support.small_plan import TODAY, whole_plan, with_records
from tests.support.word_text import word_lines

SUBMISSION = Submission(id=1, period=1, handed_in_on=TODAY, version="1.0")
HEADING = "Wijzigingen sinds het ingediende plan"


def chapter(lines: list[str]) -> list[str]:
    """The lines of the chapter, its heading first."""
    start = next(number for number, line in enumerate(lines) if line.startswith("# ") and HEADING in line)
    after = (number for number, line in enumerate(lines) if number > start and line.startswith("# "))
    end = next(after, len(lines))
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
    assert "| Doel 1: streefwaarde ‘90’ → ‘85’. | Krimp. | 15-06-2027" in text
    assert "| Mijlpaal 1.1a Lab open: klaar op 31-12-2027 → 01-03-2028. | – | –" in text
    assert text.count("Te controleren in de regeling. Bron: ") == 2
    assert text.index("Direct melden") < text.index("In de volgende rapportage")


def test_what_is_only_late_is_counted_and_after_a_final_report_none_follows() -> None:
    """Due on 31 December 2027: a day later that is late, and stands with its activity. A goal was changed as well."""
    before, day = whole_plan(), date(2028, 1, 1)
    milestone, goal = before.of(Milestone)[1], before.of(Goal)[1]
    moved = milestone.changed(id=2, number="1.1b")
    known = with_records(before, moved)
    now = with_records(known, SUBMISSION, goal.changed(target="85"), moved.changed(due=date(2028, 3, 1)))
    found = differences(known.seen_in(1), now.seen_in(1), day)

    def told(part: PaperPart) -> str:
        options = DraftOptions(day, part, compared=Comparison(SUBMISSION, found))
        return "\n".join(chapter(word_lines(build(now, options).data)))

    report, final = told("voortgangsrapportage"), told("eindverslag")
    for text in (report, final):
        assert text.count("1 mijlpaal is te laat, zonder andere datum of een reden; zie 3 ") == 1
        assert "1.1a" not in text
        assert "| Mijlpaal 1.1b Lab open: klaar op 31-12-2027 → 01-03-2028. |" in text
    assert ("In de volgende rapportage" in report, "In dit verslag" in report) == (True, False)
    assert ("In de volgende rapportage" in final, "In dit verslag" in final) == (False, True)


def test_without_a_plan_or_a_change_it_says_so() -> None:
    def told(comparison: Comparison) -> str:
        options = DraftOptions(TODAY, "voortgangsrapportage", compared=comparison)
        return " ".join(chapter(word_lines(build(whole_plan(), options).data)))

    assert "In het dossier staat geen ingediend plan om mee te vergelijken." in told(Comparison())
    assert "Op 15 juni 2027 is er geen wijziging om te melden sinds het plan dat op 15 juni 2027" in told(
        Comparison(SUBMISSION)
    )
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


def test_a_report_about_the_past_tells_how_far_the_plan_was_then(example: Path, sto: Sto) -> None:
    """Handed in with 2.1a due on 26 February 2027; it was ready on 2 April, and late until then."""
    assert sto("zet", example, "mijlpalen/2.1a", "begin=4-1-2027", "klaar-op=26-2-2027", "stoplicht=groen").code == 0
    assert sto("indienen", example, "--op", "1-10-2026", "--ja").code == 0
    dossier = DossierStore.open(example, "jan", clock).dossier
    number = next(known.id for known in dossier.of(Milestone).values() if known.number == "2.1a")
    milestone = dossier.of(Milestone)[number].changed(light=Stoplicht.GEREED, done_on=date(2027, 4, 2))
    line = Progress(id=10_000, milestone=number, date=date(2027, 4, 2), light=Stoplicht.GEREED, note="Klaar")
    log = {known: entry for known, entry in dossier.of(Progress).items() if entry.milestone != number}
    handed_in = {
        known: sent for known, sent in dossier.of(Submission).items() if sent.handed_in_on == date(2026, 10, 1)
    }
    milestones = {**dossier.of(Milestone), number: milestone}
    now = dossier.with_tables({"milestones": milestones, "progress": {**log, line.id: line}, "submissions": handed_in})

    def told(last: date) -> str:
        span = ReportPeriod(date(2027, 1, 1), last)
        path, _ = write_draft(now, DraftOptions(TODAY, "voortgangsrapportage", span=span), example, NOW)
        return "\n".join(chapter(word_lines(path.read_bytes())))

    assert "Hoe ver de mijlpalen zijn en wie meedoet, is zoals op 31 maart 2027." in told(date(2027, 3, 31))
    assert "die kan na 31 maart 2027 zijn veranderd." in told(date(2027, 3, 31))
    alone = "1 mijlpaal is te laat, zonder andere datum of een reden; zie 3 Activiteiten en mijlpalen."
    assert alone in told(date(2027, 3, 31))
    assert "te laat, zonder" not in told(date(2027, 4, 2))
    assert "klaar op 26-02-2027 → gereed op 02-04-2027" in told(date(2027, 4, 2))


def test_the_plan_beside_it_is_the_one_that_had_been_handed_in_by_then() -> None:
    again = Submission(id=2, period=1, handed_in_on=date(2027, 9, 1), version="2.0")
    plan = with_records(whole_plan(), SUBMISSION, again)
    assert [
        newest_submission(plan, 1, day) for day in (None, date(2027, 8, 31), date(2027, 9, 1), date(2027, 1, 1))
    ] == [
        *(again, SUBMISSION, again),
        again,  # None had been handed in yet: the only ones there are later.
    ]


def test_what_changed_has_the_widest_column() -> None:
    """Of 16 cm: 8,2 for the sentence, 5,5 for the reason, 2,3 for a day."""
    before = whole_plan()
    now = with_records(before, before.of(Goal)[1].changed(target="85"), SUBMISSION)
    compared = Comparison(SUBMISSION, differences(before.seen_in(1), now.seen_in(1), TODAY))
    data = build(now, DraftOptions(TODAY, "voortgangsrapportage", compared=compared)).data
    table = next(one for one in docx.Document(io.BytesIO(data)).tables if one.cell(0, 0).text == "Wijziging")
    assert [round(column.width.cm, 1) for column in table.columns if column.width] == [8.2, 5.5, 2.3]
