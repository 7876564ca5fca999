"""What is told about a milestone sheet: what is new, what changes from what to what, and what to look at."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.light_and_log import is_told_anew
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.parties import Party
from sto_tui.domain.text import cut
from sto_tui.intake.exports.written_rows import PART_OF
from sto_tui.intake.milestones.answers import CELLS, COLOUR, COLUMN, MARK, NUMBERS, WEEK, YEAR
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.matching import Taken
from sto_tui.intake.proposal import Added, Changed, FieldChange, IntakeProposal, Refusal, short_difference
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.tables.sheet_questions import ORDER
from sto_tui.intake.telling import Advised, first_of
from sto_tui.planning.schedule.margins import too_early

ROLE = "VERI "
MOST_NAMED = 10
_TEXT_FILES = (".csv", ".tsv")
_NO_COLOURS = "Zet in het rekenblad een x in de cellen; in een csv staan geen kleuren."
_NO_BARS = "Zet een x in de cellen waarin het gebeurt, of kleur ze."
DAYS_ASKED = "de datum wordt nog gevraagd"
# On these it hangs when something begins or has to be ready.
_DAY_KEYS = (ORDER, YEAR, WEEK, NUMBERS, COLOUR, MARK, f"{COLUMN}begin", f"{COLUMN}klaar")


@dataclass(frozen=True)
class SheetOutcome:
    """What reading a sheet has come to."""

    name: str
    blocks: Sequence[Block]
    taken: Sequence[Taken]
    parties: Sequence[Party]
    edits: Sequence[Edit]
    refused: Sequence[Refusal]
    remarks: Sequence[str]
    questions: Sequence[IntakeQuestion]
    who_heads: Collection[str] = ()


def proposal_from(outcome: SheetOutcome, dossier: Dossier) -> IntakeProposal:
    """The proposal in which everything that changes is named."""
    added, changed = [], []
    asked = [question.key for question in outcome.questions if question.key.startswith(_DAY_KEYS)]
    for taken_row in outcome.taken:
        caption = f"{taken_row.after.number} {cut(taken_row.after.title, 60)}"
        waits = _waits_for_days(taken_row, asked)
        if taken_row.before is None:
            added.append(Added(taken_row.line.row, caption, tuple(_details(taken_row, dossier, waits=waits))))
        elif differences := (*_differences(taken_row.before, taken_row.after, dossier), *taken_row.beside):
            days = (FieldChange("Datum", "", DAYS_ASKED),) if waits else ()
            changed.append(Changed(taken_row.line.row, caption, (*differences, *days)))
    label = f"Mijlpalen uit {cut(outcome.name, 60)}: {len(added)} nieuw, {len(changed)} gewijzigd"
    return IntakeProposal(
        Change(label, tuple(outcome.edits)),
        tuple(added),
        tuple(changed),
        tuple(sorted(outcome.refused, key=lambda refusal: refusal.row)),
        (
            *_moved_by_name(outcome.taken),
            *_sheet_remarks(outcome),
            *outcome.remarks,
            *_now_too_early(outcome.taken, dossier),
        ),
        tuple(outcome.questions),
    )


def _moved_by_name(taken: Sequence[Taken]) -> Iterator[str]:
    """That most of what is found by its name alone gets other days: it may be another plan, as of another school."""
    found = [taken_row for taken_row in taken if taken_row.before and not taken_row.line.number]
    moved = [taken_row.after.number for taken_row in found if _is_moved(taken_row)]
    if 2 * len(moved) > len(found):
        which = f"mijlpaal {moved[0]}" if len(moved) == 1 else f"de mijlpalen {_first_named(moved)}"
        of = f" ({len(moved)} van de {len(found)})" if len(found) > 1 else ""
        yield (
            f"Alleen op naam gevonden, en met andere dagen dan in het dossier: {which}{of}. "
            "Is dit een ander plan, geef de rijen dan eerst een eigen nummer."
        )


def _is_moved(taken_row: Taken) -> bool:
    """Whether a day that was known becomes another one."""
    before, after = taken_row.before, taken_row.after
    if before is None:
        return False
    days = ((before.start, after.start), (before.due, after.due))
    return any(old is not None and old != new for old, new in days)


def _waits_for_days(taken_row: Taken, asked: Sequence[str]) -> bool:
    """Whether the sheet gives days of it that nobody knows before a question is answered."""
    if any(key.startswith(COLUMN) for key in asked):
        return not taken_row.line.start or not taken_row.line.due
    return bool(asked) and taken_row.line.has_open_days


def _details(taken_row: Taken, dossier: Dossier, *, waits: bool) -> Iterator[str]:
    """What stands in a new milestone, short: its days, where it belongs, the rest by label."""
    milestone = taken_row.after
    days = [dutch.brief_date(day) if day else "…" for day in (milestone.start, milestone.due)]
    if milestone.start or milestone.due:
        yield " – ".join(days)
    if waits:
        yield DAYS_ASKED
    for name in ("speerpunt", "theme", "deelproject", "tangible_result", "light", "done_on"):
        spec = own_fields(Milestone, dossier.region)[name]
        value = getattr(milestone, name)
        if value and value != spec.default:
            yield f"{spec.label_in_text} {cut(' '.join(dossier.shown(spec, value).split()), 60)}"
    yield from (f"{dutch.small(each.label)} {each.new}" for each in taken_row.beside if not _is_role(each))
    roles = [f"{each.new} {each.label.removeprefix(ROLE)}" for each in taken_row.beside if _is_role(each)]
    if roles:
        yield f"VERI {', '.join(roles)}"


def _differences(before: Milestone, after: Milestone, dossier: Dossier) -> Iterator[FieldChange]:
    """The fields that differ; links are told beside, where the numbers of new milestones are known."""
    for name, spec in own_fields(Milestone, dossier.region).items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new and name != "after":
            yield short_difference(spec.label, dossier.shown(spec, old), dossier.shown(spec, new))


def _sheet_remarks(outcome: SheetOutcome) -> Iterator[str]:
    if outcome.parties:
        names = dutch.enumerate_words([cut(party.name, 40) for party in outcome.parties])
        yield f"Nieuw als partij: {names}. Geef ze daarna een soort bij 4 Plan."
    heads = dict.fromkeys(head for block in outcome.blocks for head in block.columns.unknown)
    unknown = [cut(head, 40) for head in heads if head not in outcome.who_heads and head != PART_OF]
    if unknown:
        yield f"Niet overgenomen, want geen kolom van een mijlpalenplan: {dutch.enumerate_words(unknown)}."
    yield from _number_remarks(outcome)
    yield from _ready_remarks(outcome.taken)
    empty = [
        taken_row
        for taken_row in outcome.taken
        if taken_row.block.columns.spans and not taken_row.line.due_span and not taken_row.line.due
    ]
    # Whether a colour, a mark or a text says when it is may still be asked.
    if empty and not any(question.key.startswith((COLOUR, MARK, CELLS)) for question in outcome.questions):
        denied = [taken_row for taken_row in empty if taken_row.line.has_open_days]
        bare = [taken_row for taken_row in empty if not taken_row.line.has_open_days]
        no_bars = _NO_COLOURS if outcome.name.lower().endswith(_TEXT_FILES) else _NO_BARS
        yield from _without_period(bare, f"geen gevulde periode. {no_bars}")
        yield from _without_period(denied, "geen periode: wat daar staat of gekleurd is, is niet genomen als balk.")


def _without_period(rows: Sequence[Taken], why: str) -> Iterator[str]:
    if rows:
        numbers = _first_named([str(taken_row.line.row) for taken_row in rows])
        yield f"{f'Regel {numbers} heeft' if len(rows) == 1 else f'De regels {numbers} hebben'} {why}"


def _number_remarks(outcome: SheetOutcome) -> Iterator[str]:
    """Which numbers of the sheet are not those of milestones, and which may have lost their last nought."""
    if any("wbs" in block.columns.fields and "number" not in block.columns.fields for block in outcome.blocks):
        yield Advised(
            "De nummers met punten zeggen waar een rij onder hoort, en zijn niet overgenomen als nummer van een "
            "mijlpaal.",
            "Zijn ze dat wel: --kolom Nr= met de letter van die kolom.",
            "Zijn ze dat wel, zet dan in het rekenblad ‘Nr’ boven die kolom.",
        )
    for before, after in pairwise(outcome.taken):
        stem = before.line.number.removesuffix("9")
        if stem.endswith(".") and after.line.number == f"{stem}1":
            yield (
                f"Regel {after.line.row} heeft nummer {after.line.number} na {before.line.number}. Excel maakt van "
                f"{stem}10 het getal {stem.rstrip('.')},1: maak de kolom op als tekst en typ het nummer opnieuw."
            )


def _ready_remarks(taken: Sequence[Taken]) -> Iterator[str]:
    """Which milestones would be ready on a day that the sheet does not say."""
    proposed = [str(taken_row.line.row) for taken_row in taken if taken_row.line.proposed]
    if proposed:
        yield (
            f"{_rows(proposed)} gereed zonder dag: voorgesteld is de einddatum. Klopt die niet, zet dan de goede dag "
            "in een kolom ‘Gereed op’ of verbeter die bij 5 Mijlpalen."
        )
    new = [
        taken_row
        for taken_row in taken
        if taken_row.after.light is Stoplicht.GEREED and is_told_anew(taken_row.before, taken_row.after)
    ]
    undated = [str(taken_row.line.row) for taken_row in new if taken_row.after.done_on is None]
    if undated:
        these = "deze mijlpaal" if len(undated) == 1 else "deze mijlpalen"
        yield (
            f"{_rows(undated)} gereed zonder dag. Een verslag telt {these} niet bij een periode, tot ‘Gereed op’ is "
            "ingevuld bij 5 Mijlpalen."
        )


def _rows(rows: Sequence[str]) -> str:
    return f"Regel {rows[0]} is" if len(rows) == 1 else f"De regels {_first_named(rows)} zijn"


def _now_too_early(taken: Sequence[Taken], dossier: Dossier) -> Iterator[str]:
    """The milestones that this sheet makes start before what they wait on is due, or earlier still than they did."""
    milestones = {**dossier.tables["milestones"], **{taken_row.after.id: taken_row.after for taken_row in taken}}
    was = {(milestone.id, predecessor.id): days for milestone, predecessor, days in too_early(dossier)}
    worst: dict[int, tuple[int, str, str]] = {}
    for milestone, predecessor, days in too_early(dossier.with_tables({"milestones": milestones})):
        if days > was.get((milestone.id, predecessor.id), 0):
            worst[milestone.id] = max(
                worst.get(milestone.id, (0, "", "")), (days, milestone.number, predecessor.number)
            )
    if worst:
        named = [
            f"{cut(number, 40)} ({dutch.count(days, 'dag', 'dagen')}, wacht op {cut(predecessor, 40)})"
            for days, number, predecessor in worst.values()
        ]
        verb = "begint" if len(named) == 1 else "beginnen"
        yield f"Door dit blad {verb} te vroeg: {_first_named(named)}. Verschuif datums, of haal weg waarop ze wachten."


def _first_named(names: Sequence[str]) -> str:
    """The names, or the first of them and how many follow."""
    return dutch.enumerate_words(first_of(names, MOST_NAMED))


def _is_role(difference: FieldChange) -> bool:
    return difference.label.startswith(ROLE)
