"""What becomes of a sheet: read, with the answers of a person to what is asked, and held against its records."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache, partial
from pathlib import Path

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.text import plain
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.tables.workbook_tabs import SheetFile
from sto_tui.planning.new_dossier import new_dossier
from tests.intake.sheets_of_people.made import MadeSheet, Wanted, written

TODAY = date(2026, 9, 3)
MOST_QUESTIONS = 12
FEW = 2
# What a person answers when the sheet has no answer of its own.
USUAL = {"groepen": "deelproject", "deel": "alles", "verborgen": "mee"}
USUAL_BY_KIND = {"kleur": "balk", "teken": "balk"}
Answer = Callable[[IntakeQuestion], str]


class Kind(Enum):
    """How it went, for one sheet."""

    RIGHT = "right as it is"
    FEW_ANSWERS = "right after 1 or 2 answers"
    MORE_ANSWERS = "right after more answers"
    REFUSED_RIGHTLY = "refused in words, and no plan"
    REFUSED = "refused in words, though a plan"
    TOLD = "something left out, and told"
    WRONG = "wrong in silence"


@dataclass(frozen=True)
class Outcome:
    """How it went, the questions that were asked, and what is not as the records say."""

    kind: Kind
    asked: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def outcome_of(made: MadeSheet, folder: Path) -> Outcome:
    """Reads the file of a sheet as a person would take it in."""
    dossier = new_region()
    try:
        sheet = read_sheet(written(made, folder))
        proposal, asked = _answered(made, dossier, sheet)
    except IntakeError as error:
        return Outcome(_refused(made), wrong=(str(error),))
    milestones = [*carried_out(dossier, proposal.change).of(Milestone).values()]
    if not milestones:
        told = tuple(f"{refusal.row}: {refusal.reason}" for refusal in proposal.refused) + proposal.remarks
        return Outcome(_refused(made) if told or proposal.questions else Kind.WRONG, asked, told)
    lacking = _not_told(made, proposal, asked)
    wrong, missing = _differences(made, milestones, carried_out(dossier, proposal.change))
    wrong = (*wrong, *lacking)
    if wrong:
        return Outcome(Kind.WRONG, asked, (*wrong, *missing))
    if missing:
        is_told = bool(proposal.refused or proposal.remarks or proposal.questions)
        return Outcome(Kind.TOLD if is_told else Kind.WRONG, asked, missing)
    if not asked:
        return Outcome(Kind.RIGHT)
    return Outcome(Kind.FEW_ANSWERS if len(asked) <= FEW else Kind.MORE_ANSWERS, asked)


@cache
def new_region() -> Dossier:
    """A dossier in which nothing was taken in yet."""
    return new_dossier("Proef", "2027-2028")


def _not_told(made: MadeSheet, proposal: IntakeProposal, asked: Sequence[str]) -> tuple[str, ...]:
    told = " ".join((*proposal.remarks, *(refusal.reason for refusal in proposal.refused), *asked)).casefold()
    return tuple(f"not told: {words}" for words in made.told if words.casefold() not in told)


def _refused(made: MadeSheet) -> Kind:
    return Kind.REFUSED if made.is_plan and not made.may_be_refused else Kind.REFUSED_RIGHTLY


def answered_in_turn(read: Callable[[], IntakeProposal], answers: dict[str, str], answer: Answer) -> IntakeProposal:
    """The proposal with an answer to all that is asked, of which the next hangs on the one before."""
    while True:
        proposal = read()
        open_ones = [question for question in proposal.questions if question.key not in answers]
        if not open_ones or len(answers) == MOST_QUESTIONS:
            return proposal
        answers[open_ones[0].key] = answer(open_ones[0])


def _answered(made: MadeSheet, dossier: Dossier, sheet: SheetFile) -> tuple[IntakeProposal, tuple[str, ...]]:
    answers: dict[str, str] = {**made.said}
    read = partial(proposal_of, sheet, dossier, TODAY, answers)
    proposal = answered_in_turn(read, answers, partial(answer_to, made))
    return proposal, tuple(key for key in answers if key not in made.said)


def answer_to(made: MadeSheet, question: IntakeQuestion) -> str:
    """What a person says who knows the sheet; who has no plan in it finds no column of it."""
    key = question.key.casefold()
    if not made.is_plan and question.choice("geen"):
        return "geen"
    usual = USUAL.get(key) or USUAL_BY_KIND.get(key.partition(":")[0]) or question.proposed
    answer = made.answers.get(key, usual)
    if question.choice(answer):
        return answer
    # What is right is not among the choices.
    return "geen" if question.choice("geen") else question.proposed


# Held against the records.


def _differences(
    made: MadeSheet, milestones: list[Milestone], dossier: Dossier
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is otherwise than a person reads it, and what is not there."""
    titles = {milestone.id: plain(milestone.title) for milestone in milestones}
    by_title = {plain(milestone.title): milestone for milestone in milestones}
    wanted_titles = {plain(wanted.title) for wanted in made.records}
    wrong = [
        f"not a record: {milestone.title}" for milestone in milestones if titles[milestone.id] not in wanted_titles
    ]
    missing = []
    for wanted in made.records:
        milestone = by_title.get(plain(wanted.title))
        if milestone is None:
            missing.append(f"missing: {wanted.title}")
            continue
        otherwise, left_out = _of_one(wanted, milestone, titles, dossier)
        wrong += otherwise
        missing += left_out
    return tuple(wrong), tuple(missing)


def _of_one(
    wanted: Wanted, milestone: Milestone, titles: Mapping[int, str], dossier: Dossier
) -> tuple[list[str], list[str]]:
    theme = dossier.theme_of(milestone)
    after = {titles[link.milestone] for link in milestone.after}
    pairs: list[tuple[str, object, object, bool]] = []
    if wanted.start != "*":
        pairs.append(("begin", wanted.start, milestone.start, milestone.start is None))
    if wanted.due != "*":
        pairs.append(("klaar", wanted.due, milestone.due, milestone.due is None))
    if wanted.light is not None:
        pairs.append(("stoplicht", wanted.light, milestone.light.label, milestone.light.label == "niet gestart"))
    if wanted.after is not None:
        names = {plain(name) for name in wanted.after}
        pairs.append(("wacht op", names, after, after < names))
    if wanted.group is not None:
        group = milestone.deelproject or (theme.title if theme else "")
        pairs.append(("groep", wanted.group, group, not group))
    told = [
        (f"{wanted.title}: {name} is {value}, not {expected}", is_left_out)
        for name, expected, value, is_left_out in pairs
        if expected != value
    ]
    return [line for line, is_left_out in told if not is_left_out], [line for line, is_left_out in told if is_left_out]
