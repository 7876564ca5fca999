"""The rows of a sheet that came back: records that change field by field, and new ones."""

from collections.abc import Iterator
from typing import Any

from sto_tui.domain.change import adding, changing
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.text import cut, plain
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import beside_of, lacking
from sto_tui.intake.proposal import Added, short_difference
from sto_tui.intake.workbook.cells import is_cut, text_now, value_of
from sto_tui.intake.workbook.returned import ReturnedRow, ReturnedSheet
from sto_tui.intake.workbook.spans import days_of_periods
from sto_tui.intake.workbook.taking import REFUSING, Taking, model_of, why_not
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.plan_periods import in_its_period
from sto_tui.planning.sheet_homes import HomeKind

_LONGEST = 60


def take_fields(taking: Taking, sheet: ReturnedSheet, row: ReturnedRow, ref: Ref) -> None:
    """Changes the fields of a record that were changed in the sheet and not meanwhile in the dossier."""
    values = dict(_changed_fields(taking, sheet, row, ref))
    before = taking.dossier.get(ref)
    if isinstance(before, Milestone):
        try:
            values |= _days(taking, sheet, row, before)
        except REFUSING as error:
            taking.refuse(sheet.name, row.number, "", str(error))
            if not before.fixed_date:
                # Of two that contradict each other neither is taken.
                values = {name: value for name, value in values.items() if name not in ("start", "due")}
    if before is None or not values:
        return
    try:
        change = changing(taking.dossier, before, before.changed(**values), taking.occasion())
        taking.carry_out(change)
    except REFUSING as error:
        taking.refuse(sheet.name, row.number, "", why_not(type(before), error))
        return
    _tell(taking, row, ref, before)


def _tell(taking: Taking, row: ReturnedRow, ref: Ref, before: Record) -> None:
    after = taking.dossier.get(ref)
    for name, spec in fields_of(type(before)).items():
        old, new = getattr(before, name), getattr(after, name, None)
        if old != new:
            shown = (taking.start.shown(spec, old), taking.dossier.shown(spec, new))
            taking.tell(ref, row.number, short_difference(spec.label, *shown))


def _changed_fields(taking: Taking, sheet: ReturnedSheet, row: ReturnedRow, ref: Ref) -> Iterator[tuple[str, Any]]:
    """The fields of which the cell says something else than before; what cannot be taken over is refused."""
    record = taking.start.get(ref)
    specs = fields_of(model_of(ref))
    for head in sheet.heads(HomeKind.FIELD):
        if not row.is_changed(head):
            continue
        spec, exported = specs[sheet.homes[head].of], row.exported.get(head, "")
        value = getattr(record, spec.name)
        now = text_now(taking.start, spec, value)
        if now == row.text(head):
            continue
        if is_cut(exported):
            reason = "deze tekst was te lang voor een cel. Wijzig hem in sto-tui."
            taking.refuse(sheet.name, row.number, head, reason)
        elif now != exported:
            taking.refuse(sheet.name, row.number, head, changed_meanwhile(row.text(head), now, exported))
        else:
            beside = beside_of(type(record) if record else Milestone, spec.name, dict(record or ()), taking.beside)
            try:
                yield spec.name, value_of(spec, row.cells[head], taking.addresses, beside)
            except NotUnderstoodError as error:
                taking.refuse(sheet.name, row.number, head, str(error))


def changed_meanwhile(typed: str, now: str, exported: str) -> str:
    """Why a cell is not taken over when the dossier changed too."""
    sheet_says, says, said = (f"‘{cut(text, _LONGEST)}’" if text else "niets" for text in (typed, now, exported))
    return f"de werkmap zegt {sheet_says}, maar in het dossier staat intussen {says} (het was {said}). Kies zelf."


def _days(taking: Taking, sheet: ReturnedSheet, row: ReturnedRow, before: Milestone) -> dict[str, Any]:
    """Begin and end by the periods that were filled. Raises NotUnderstoodError when the dossier has others by now."""
    values = dict(days_of_periods(sheet, row, before))
    for head in sheet.heads(HomeKind.FIELD):
        name = sheet.homes[head].of
        if name in values:
            now = text_now(taking.start, fields_of(Milestone)[name], getattr(before, name))
            if now != row.exported.get(head, ""):
                raise NotUnderstoodError(changed_meanwhile("andere perioden", now, row.exported.get(head, "")))
    return values


def take_new(taking: Taking, sheet: ReturnedSheet, row: ReturnedRow, table: type[Record]) -> Ref | None:
    """Adds the record of a row without a key; None when the row is refused as a whole."""
    values: dict[str, Any] = {}
    specs = fields_of(table)
    for head in sheet.heads(HomeKind.FIELD):
        spec = specs[sheet.homes[head].of]
        if row.text(head):
            try:
                beside = beside_of(table, spec.name, values, taking.beside)
                values[spec.name] = value_of(spec, row.cells[head], taking.addresses, beside)
            except NotUnderstoodError as error:
                taking.refuse(sheet.name, row.number, head, str(error))
                return None
    try:
        periods = days_of_periods(sheet, row, None) if table is Milestone else {}
        values = {**_of_group(row, table, values), **periods, **values}
        record = _made(taking, table, values)
        taking.carry_out(
            in_its_period(adding(taking.dossier, record, occasion=taking.occasion()), taking.dossier, taking.today)
        )
    except REFUSING as error:
        taking.refuse(sheet.name, row.number, "", why_not(table, error))
        return None
    ref = ref_of(record)
    taking.added.append(Added(row.number, taking.dossier.name(ref), tuple(_details(taking, ref, values))))
    return ref


def refuse_amount(taking: Taking, sheet: ReturnedSheet, row: ReturnedRow, ref: Ref) -> None:
    """Says of a new row with an amount typed in place of its formula that the amount is not taken over."""
    record = taking.dossier.get(ref)
    if isinstance(record, BudgetLine | Cofinancing) and record.total is None:
        # The other sums follow from the amount, which is the first.
        for head in [head for head in sheet.heads(HomeKind.SUM)[:1] if row.text(head)]:
            taking.refuse(
                sheet.name, row.number, head, "dit volgt uit het aantal en de prijs of het tarief. Vul die in."
            )


def _made(taking: Taking, table: type[Record], values: dict[str, Any]) -> Record:
    """Raises NotUnderstoodError or pydantic.ValidationError."""
    values = {**beginning(taking.dossier, table, values), **values}
    if table is Milestone and (named := _with_number(taking, values.get("number", ""))):
        raise NotUnderstoodError(
            f"nummer {named.number} is al van ‘{cut(named.title, _LONGEST)}’. Kies een ander nummer."
        )
    if missing := lacking(table, values):
        names = enumerate_words([f"‘{spec.label}’" for spec in missing])
        raise NotUnderstoodError(f"nieuwe rij zonder {names}. Vul dat in, of maak de rij leeg.")
    return table.model_validate({**values, "id": taking.new_id()})


def _with_number(taking: Taking, number: str) -> Milestone | None:
    """The milestone of the plan that has a number already; a row that was copied brings its number along."""
    milestones = taking.dossier.of(Milestone).values()
    return next((milestone for milestone in milestones if number and plain(milestone.number) == plain(number)), None)


def _of_group(row: ReturnedRow, table: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    """What the group above a new row says of it; a speerpunt says its theme itself."""
    if not row.group:
        return {}
    group = Ref.parse(row.group)
    if group.id == 0:
        return {}
    if group.table == "parties" and table is Cofinancing:
        return {"party": group.id}
    if group.table == "themes" and table in (Milestone, BudgetLine) and not values.get("speerpunt"):
        return {"theme": group.id}
    return {}


def _details(taking: Taking, ref: Ref, values: dict[str, Any]) -> Iterator[str]:
    record = taking.dossier.get(ref)
    for name in values:
        spec = fields_of(type(record) if record else Milestone)[name]
        if name not in ("number", "title") and (text := taking.dossier.shown(spec, getattr(record, name))):
            yield f"{spec.label_in_text} {cut(' '.join(text.split()), _LONGEST)}"
