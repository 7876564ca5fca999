"""What becomes of a table: read, with the answers of a person to what is asked, and held against its records."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from sto_tui.domain import dutch
from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine, CostKind
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.text import clean_line, plain
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.registers import sheet_proposal as registers
from sto_tui.intake.registers.kinds import REGISTERS
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.spending import sheet_proposal as spending
from tests.intake.sheets_of_people.made import written
from tests.intake.sheets_of_people.outcomes import FEW, Kind, Outcome, answered_in_turn
from tests.intake.tables_of_people.made_table import MadeTable
from tests.support.by_hand import dossier_with

TODAY = date(2026, 11, 22)
USUAL = {"verborgen": "mee"}
_PLAN = (
    Theme(id=1, number=1, title="Kiezen voor techniek"),
    Theme(id=2, number=2, title="Doorlopende leerroutes"),
    Speerpunt(id=1, number="1.1", title="Proeflessen", theme=1),
    Speerpunt(id=2, number="1.2", title="Techniekcoach", theme=1),
    Speerpunt(id=3, number="2.1", title="Gastlessen", theme=2),
)
_PARTIES = (
    Party(id=1, name="Autobedrijf Koster", short="ABK"),
    Party(id=2, name="ROC Flevoland"),
    Party(id=3, name="Installatiebedrijf De Wit"),
)
_LINES = (
    BudgetLine(id=1, number="101", title="Uren docenten", year=2026, quantity=1.0, price=20_000_00),
    BudgetLine(id=2, number="102", title="Inrichting lab", year=2026, quantity=1.0, price=50_000_00),
    BudgetLine(id=3, number="103", title="Bedrijfsbezoeken", year=2026, quantity=1.0, price=5_000_00),
    BudgetLine(id=4, number="2.1", title="Scholing", year=2026, cost_kind=CostKind.SCHOLING, price=9_000_00),
)
EMPTY, REGION, BUDGET = dossier_with(*_PLAN), dossier_with(*_PLAN, *_PARTIES), dossier_with(*_PLAN, *_LINES)
DOSSIERS: Mapping[str, Dossier] = {"cofinanciering": REGION, "uitgaven": BUDGET}
Read = Callable[[Dossier, Mapping[str, str]], IntakeProposal]


def reader_of(made: MadeTable, folder: Path) -> Read:
    """What reads the file of a table, or what was pasted. Raises IntakeError."""
    path = written(made.sheet, folder)
    kind = spending if made.word == "uitgaven" else registers
    sheet = kind.read_pasted(path.read_bytes()) if made.is_pasted else kind.read_sheet(path)
    if made.word == "uitgaven":
        return lambda dossier, answers: spending.proposal_of(sheet, dossier, TODAY, answers)
    return lambda dossier, answers: registers.proposal_of(sheet, made.word, dossier, TODAY, answers, "anja")


@dataclass(frozen=True)
class ReadTable:
    """A table as it was read, with the answers of a person; without a proposal it was refused for this reason."""

    made: MadeTable
    before: Dossier
    proposal: IntakeProposal | None
    answers: Mapping[str, str]
    refused: str = ""

    @cached_property
    def after(self) -> Dossier:
        """The dossier with what was taken in."""
        return carried_out(self.before, self.proposal.change) if self.proposal else self.before


def read_table(made: MadeTable, folder: Path) -> ReadTable:
    """Reads the file of a table as a person would take it in."""
    dossier = DOSSIERS.get(made.word, EMPTY)
    try:
        return ReadTable(made, dossier, *answered(made, reader_of(made, folder), dossier))
    except IntakeError as error:
        return ReadTable(made, dossier, None, {}, str(error))


def outcome_of(made: MadeTable, folder: Path) -> Outcome:
    """What becomes of the file of a table."""
    return outcome_in(read_table(made, folder))


def outcome_in(table: ReadTable) -> Outcome:
    """What became of a table, held against the records that a person reads in it."""
    made, proposal, after = table.made, table.proposal, table.after
    if proposal is None:
        return Outcome(_refused(made), wrong=(table.refused,))
    asked = tuple(table.answers)
    records = [edit.after for edit in proposal.change.edits if edit.after and edit.ref.table == _table_of(made.word)]
    if not records:
        told = tuple(f"{refusal.row}: {refusal.reason}" for refusal in proposal.refused) + proposal.remarks
        return Outcome(_refused(made) if told or proposal.questions else Kind.WRONG, asked, told)
    wrong, missing = _differences(made, records, after)
    wrong += _not_told(made, proposal, asked)
    if wrong:
        return Outcome(Kind.WRONG, asked, (*wrong, *missing))
    if missing:
        is_told = bool(proposal.refused or proposal.remarks or proposal.questions)
        return Outcome(Kind.TOLD if is_told else Kind.WRONG, asked, (*missing,))
    if not asked:
        return Outcome(Kind.RIGHT)
    return Outcome(Kind.FEW_ANSWERS if len(asked) <= FEW else Kind.MORE_ANSWERS, asked)


def _table_of(word: str) -> str:
    return "payments" if word == "uitgaven" else REGISTERS[word].table.name


def _refused(made: MadeTable) -> Kind:
    return Kind.REFUSED if made.records and not made.may_be_refused else Kind.REFUSED_RIGHTLY


def answered(made: MadeTable, read: Read, dossier: Dossier) -> tuple[IntakeProposal, dict[str, str]]:
    """The proposal with the answers of a person to all that is asked, and these. Raises IntakeError."""
    answers: dict[str, str] = {}
    return answered_in_turn(partial(read, dossier, answers), answers, partial(answer_to, made)), answers


def answer_to(made: MadeTable, question: IntakeQuestion) -> str:
    """What a person says who knows the table; who has no such table finds no column of it."""
    if not made.records and question.choice("geen"):
        return "geen"
    key = question.key.casefold()
    answer = made.answers.get(key, USUAL.get(key, question.proposed))
    if question.choice(answer):
        return answer
    # What is right is not among the choices.
    return "geen" if question.choice("geen") else question.proposed


def _not_told(made: MadeTable, proposal: IntakeProposal, asked: Sequence[str]) -> list[str]:
    told = " ".join((*proposal.remarks, *(refusal.reason for refusal in proposal.refused), *asked)).casefold()
    return [f"not told: {words}" for words in made.told if words.casefold() not in told]


def _differences(made: MadeTable, records: Sequence[Record], dossier: Dossier) -> tuple[list[str], list[str]]:
    """What is otherwise than a person reads it, and what is not there: each wanted record finds its nearest."""
    wrong: list[str] = []
    missing: list[str] = []
    left = [*records]
    for wanted in made.records:
        found = [(record, _of_one(made, wanted, record, dossier)) for record in left]
        named = [(record, lines) for record, lines in found if _is_named(made, wanted, record, dossier)]
        if not named:
            missing.append(f"missing: {' | '.join(wanted)}")
            continue
        record, (otherwise, lacking) = min(named, key=lambda item: (len(item[1][0]), len(item[1][1])))
        left.remove(record)
        wrong += otherwise
        missing += lacking
    wrong += [f"not a record: {' | '.join(_shown(made, record, dossier))}" for record in left]
    return wrong, missing


def _is_named(made: MadeTable, wanted: Sequence[str], record: Record, dossier: Dossier) -> bool:
    return _value(made.fields[0], record, dossier) == _normal(wanted[0])


def _of_one(made: MadeTable, wanted: Sequence[str], record: Record, dossier: Dossier) -> tuple[list[str], list[str]]:
    empty = type(record).model_construct()
    otherwise: list[str] = []
    lacking: list[str] = []
    for name, expected in zip(made.fields, wanted, strict=True):
        value = _value(name, record, dossier)
        if expected == "*" or value == _normal(expected):
            continue
        default = "" if name == "total" else _value(name, empty, dossier)
        is_left_out = bool(expected) and value in (default, "")
        (lacking if is_left_out else otherwise).append(f"{wanted[0]}: {name} is {value or 'empty'}, not {expected}")
    return otherwise, lacking


def _shown(made: MadeTable, record: Record, dossier: Dossier) -> list[str]:
    return [_value(name, record, dossier) for name in made.fields]


def _value(name: str, record: Record, dossier: Dossier) -> str:
    if name == "total":
        cents = getattr(record, "total", None)
        return _normal("" if cents is None else dutch.amount(cents))
    spec = fields_of(type(record))[name]
    value = getattr(record, name, spec.default)
    if spec.tables and value is not None:
        referred = dossier.whole.tables[spec.tables[0]][value]
        return _normal(str(getattr(referred, "number", "") or getattr(referred, "name", "")))
    return _normal(dossier.shown(spec, value))


def _normal(text: str) -> str:
    return plain(clean_line(text.replace("€", "").replace("\u00a0", " "))).strip()
