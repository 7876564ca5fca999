"""What taking back a workbook would do: compared with what was written then, and with the dossier now.

Pure: from a workbook, a dossier and today always follows the same proposal.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import cut
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.workbook.returned import ReturnedRow, ReturnedSheet, ReturnedWorkbook
from sto_tui.intake.workbook.roles_and_lights import Roles, take_standing
from sto_tui.intake.workbook.rows import refuse_amount, take_fields, take_new
from sto_tui.intake.workbook.taking import Taking
from sto_tui.planning.progress.as_it_stood import as_it_stood
from sto_tui.planning.sheet_homes import HomeKind, cell_text

_MOST_NAMED = 4


def proposal_of(workbook: ReturnedWorkbook, dossier: Dossier, today: date, by: str = "") -> IntakeProposal:
    """The proposal for the plan period of which the workbook is. Raises IntakeError when it is not of this dossier."""
    if workbook.dossier and dossier.key and workbook.dossier != dossier.key:
        raise IntakeError(f"{workbook.name} is van een ander dossier dan dit. Kies de werkmap of het dossier opnieuw.")
    if workbook.period and workbook.period not in dossier.whole.of(PlanPeriod):
        raise IntakeError(
            f"{workbook.name} is van een planperiode die het dossier niet meer heeft. Schrijf een nieuwe."
        )
    taking = Taking(dossier.seen_in(workbook.period or None), today, by)
    taking.remarks += workbook.remarks
    roles = Roles(taking)
    standing = as_it_stood(taking.start, today, today)
    for sheet in workbook.sheets:
        for row in sheet.rows:
            if row.key:
                ref = _record_of(taking, sheet, row)
                if ref is not None:
                    take_fields(taking, sheet, row, ref)
                    roles.take(sheet, row, ref)
                    if ref.table == "milestones":
                        take_standing(taking, sheet, row, ref.id, standing)
            elif table := _table_of(sheet):
                new = take_new(taking, sheet, row, table)
                if new is not None:
                    refuse_amount(taking, sheet, row, new)
                    roles.take(sheet, row, new, is_new=True)
            else:
                taking.refuse(sheet.name, row.number, "", "op dit blad kan geen nieuwe rij. Voeg haar toe in sto-tui.")
    taking.remarks += [
        *_gone(taking, workbook.sheets),
        *_of_elsewhere(workbook.sheets),
        *_of_sums(taking, workbook.sheets),
    ]
    label = f"Werkmap {cut(workbook.name, 60)}: {len(taking.added)} nieuw, {len(taking.changed)} gewijzigd"
    return IntakeProposal(
        Change(label, taking.edits),
        tuple(taking.added),
        tuple(taking.changed),
        tuple(taking.refused),
        tuple(taking.remarks),
    )


def _record_of(taking: Taking, sheet: ReturnedSheet, row: ReturnedRow) -> Ref | None:
    """The record of a row; None when nothing changed, and with a refusal when it is not in the dossier any more."""
    if not row.exported:
        taking.refuse(sheet.name, row.number, "", "deze sleutel stond niet op het blad. Maak de verborgen cel leeg.")
        return None
    if not any(row.is_changed(head) for head in sheet.heads(*_READ)):
        return None
    ref = Ref.parse(row.key)
    if ref.table in TABLES and ref.id in taking.start.tables[ref.table]:
        return ref
    taking.refuse(sheet.name, row.number, "", "staat niet meer in het dossier, of in een andere planperiode.")
    return None


_READ = (HomeKind.FIELD, HomeKind.ROLE, HomeKind.SPAN, HomeKind.STANDING)


def _table_of(sheet: ReturnedSheet) -> type[Record] | None:
    """Of which table a new row of a sheet is; None where rows cannot be added."""
    if not sheet.takes_new:
        return None
    keys = [*(row.key for row in sheet.rows if row.key), *sheet.gone]
    return TABLES[Ref.parse(keys[0]).table].model if keys else Milestone


def _gone(taking: Taking, sheets: Sequence[ReturnedSheet]) -> list[str]:
    """Which records have no row any more; they stay in the dossier."""
    refs = dict.fromkeys(Ref.parse(key) for sheet in sheets for key in sheet.gone if sheet.takes_new)
    named = [taking.start.short_name(ref, 60) for ref in refs if taking.start.get(ref)]
    if not named:
        return []
    names = enumerate_words([*named[:_MOST_NAMED], *_more(len(named), "andere", "andere")])
    return [f"Niet meer op het blad, en niet verwijderd uit het dossier: {names}."]


def _of_elsewhere(sheets: Sequence[ReturnedSheet]) -> list[str]:
    """Which grey columns were changed: those are filled from elsewhere."""
    places = [
        f"{sheet.name} regel {row.number} (‘{cut(head, 40)}’)"
        for sheet in sheets
        for row in sheet.rows
        for head in sheet.heads(HomeKind.COPY)
        if (row.exported or not row.key) and row.is_changed(head)
    ]
    if not places:
        return []
    return [f"Niet overgenomen, want een kolom met een grijze kop wordt ergens anders ingevuld: {_first(places)}."]


def _of_sums(taking: Taking, sheets: Sequence[ReturnedSheet]) -> list[str]:
    """Where an amount was typed in place of the formula that gave it."""
    places = [
        f"{sheet.name} regel {row.number} (‘{cut(head, 40)}’)"
        for sheet in sheets
        for row in sheet.rows
        for head in sheet.heads(HomeKind.SUM)
        if row.exported.get(head) and row.text(head) and row.is_changed(head) and _is_typed(taking, sheet, row, head)
    ]
    if not places:
        return []
    return [f"Niet overgenomen, want dit rekent de werkmap uit: {_first(places)}. Wijzig waaruit het volgt."]


def _is_typed(taking: Taking, sheet: ReturnedSheet, row: ReturnedRow, head: str) -> bool:
    """Whether a sum differs by more than what else was changed in its row; only the amount can be checked then."""
    if not any(map(row.is_changed, sheet.heads(HomeKind.FIELD, HomeKind.COPY))):
        return True
    record = taking.dossier.get(Ref.parse(row.key))
    total = record.total if isinstance(record, BudgetLine | Cofinancing) else None
    is_amount = head == sheet.heads(HomeKind.SUM)[0]
    return is_amount and total is not None and row.text(head) != cell_text(Decimal(total) / 100)


def _first(places: Sequence[str]) -> str:
    return enumerate_words([*places[:_MOST_NAMED], *_more(len(places), "andere plaats", "andere plaatsen")])


def _more(many: int, singular: str, plural: str) -> list[str]:
    return [f"nog {count(many - _MOST_NAMED, singular, plural)}"] * (many > _MOST_NAMED)
