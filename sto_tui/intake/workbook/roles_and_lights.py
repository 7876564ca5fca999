"""Roles and stoplichten of a sheet that came back."""

from sto_tui.domain.change import Change, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.light_and_log import TEXTS
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, VeriCode
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.intake.milestones.veri_cells import CodeError, Legend, code_of
from sto_tui.intake.proposal import FieldChange, short_difference
from sto_tui.intake.workbook.cells import value_of
from sto_tui.intake.workbook.returned import ReturnedRow, ReturnedSheet
from sto_tui.intake.workbook.rows import changed_meanwhile
from sto_tui.intake.workbook.taking import REFUSING, Taking, why_not
from sto_tui.planning.progress.as_it_stood import PastState
from sto_tui.planning.progress.stoplicht import said_again
from sto_tui.planning.sheet_homes import UNKNOWN, HomeKind
from sto_tui.planning.veri.filling import filled, why_not_cleared
from sto_tui.planning.veri.matrix import matrix_row


def codes_in(dossier: Dossier, row: Ref, party: Ref) -> str:
    """The codes of a party in a row as a cell shows them."""
    shown = matrix_row(dossier, row)
    return ", ".join(code.value for code in (shown.shown if shown else {}).get(party, ()))


class Roles:
    """The cells of roles, of which one may stand on two sheets."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._typed: dict[tuple[Ref, Ref], str] = {}

    def take(self, sheet: ReturnedSheet, row: ReturnedRow, ref: Ref, *, is_new: bool = False) -> None:
        """Fills in what was typed for the record of a row."""
        taking = self._taking
        for head in sheet.heads(HomeKind.ROLE):
            if not row.is_changed(head):
                continue
            party, typed = Ref.parse(sheet.homes[head].of), row.text(head)
            try:
                self._fill(ref, party, typed, row.exported.get(head, ""), is_new=is_new)
            except REFUSING as error:
                taking.refuse(sheet.name, row.number, head, why_not(Milestone, error))
                continue
            if not is_new:
                self._tell(ref, row, party)

    def _tell(self, ref: Ref, row: ReturnedRow, party: Ref) -> None:
        old, new = (codes_in(dossier, ref, party) for dossier in (self._taking.start, self._taking.dossier))
        if old != new:
            name = self._taking.start.caption(party)
            self._taking.tell(ref, row.number, FieldChange(f"rol van {name}", old, new))

    def _fill(self, row: Ref, party: Ref, typed: str, exported: str, *, is_new: bool) -> None:
        """Raises NotUnderstoodError or NotSavedError."""
        taking, cell = self._taking, (row, party)
        code = _code(typed)
        if taking.dossier.get(party) is None:
            raise NotUnderstoodError("deze partij staat niet meer in het dossier.")
        if cell in self._typed and self._typed[cell] != typed:
            raise NotUnderstoodError(f"op een ander blad staat hier ‘{self._typed[cell]}’. Maak ze gelijk.")
        if cell in self._typed:
            return
        self._typed[cell] = typed
        now = "" if is_new else codes_in(taking.start, row, party)
        if now not in (exported, typed) and not is_new:
            raise NotUnderstoodError(changed_meanwhile(typed, now, exported))
        if code is None and (why := why_not_cleared(taking.dossier, [cell])):
            raise NotUnderstoodError(why)
        if now != typed:
            taking.carry_out(filled(taking.dossier, [cell], code))


def _code(typed: str) -> VeriCode | None:
    if not typed:
        return None
    try:
        return code_of(typed, Legend.VERI)
    except CodeError as error:
        raise NotUnderstoodError(str(error)) from error


def take_standing(
    taking: Taking, sheet: ReturnedSheet, row: ReturnedRow, milestone_id: int, standing: PastState
) -> None:
    """Sets the stoplicht that was chosen, with what was said about it, as a line of the log of today."""
    changed = [head for head in sheet.heads(HomeKind.STANDING) if row.is_changed(head)]
    if not changed:
        return
    now = _now(standing, milestone_id)
    for head in changed:
        name, exported = sheet.homes[head].of, row.exported.get(head, "")
        if now[name] not in (exported, row.text(head)):
            taking.refuse(sheet.name, row.number, head, changed_meanwhile(row.text(head), now[name], exported))
            return
    milestone = taking.dossier.of(Milestone)[milestone_id]
    said = {sheet.homes[head].of: row.text(head) for head in sheet.heads(HomeKind.STANDING) if head in row.cells}
    light_text = said.pop("light", now["light"])
    try:
        light = _light(taking, light_text) if light_text != now["light"] else _light_now(milestone, standing)
        said = {name: text for name, text in said.items() if text}
        _say(taking, milestone, light, said)
    except REFUSING as error:
        taking.refuse(sheet.name, row.number, "", why_not(Progress, error))
        return
    _tell(taking, row, milestone, now, {**said, "light": light.label if light is not milestone.light else now["light"]})


def _now(standing: PastState, milestone_id: int) -> dict[str, str]:
    milestone = standing.dossier.of(Milestone)[milestone_id]
    log = standing.dossier.progress_of(milestone_id)
    light = standing.light_of(milestone)
    texts = {name: getattr(log[0], name).strip() if log else "" for name in TEXTS}
    return {"light": light.label if light else UNKNOWN, **texts}


def _light_now(milestone: Milestone, standing: PastState) -> Stoplicht:
    """Its stoplicht, for a text that stands beside it. Raises NotUnderstoodError when there is none of today."""
    light = standing.light_of(standing.dossier.of(Milestone)[milestone.id])
    if light is None:
        raise NotUnderstoodError("het logboek zegt niet hoe deze mijlpaal ervoor staat. Kies er een stoplicht bij.")
    if light is not milestone.light:
        raise NotUnderstoodError("het logboek zegt al iets van een latere dag. Schrijf dit in sto-tui.")
    return light


def _light(taking: Taking, typed: str) -> Stoplicht:
    spec = fields_of(Progress)["light"]
    return Stoplicht(value_of(spec, typed, taking.addresses, taking.beside))


def _say(taking: Taking, milestone: Milestone, light: Stoplicht, said: dict[str, str]) -> None:
    """Raises pydantic.ValidationError or NotSavedError."""
    occasion = taking.occasion(said)
    is_other = light is not milestone.light
    edits = edited(milestone, occasion, light=light) if is_other else said_again(occasion, milestone)
    taking.carry_out(Change("", edits))


def _tell(taking: Taking, row: ReturnedRow, milestone: Milestone, now: dict[str, str], then: dict[str, str]) -> None:
    for name, old in now.items():
        new = then.get(name, "")
        if old != new:
            label = fields_of(Progress)[name].label
            where = label if name == "light" else f"{capital(label)} in het logboek"
            taking.tell(Ref("milestones", milestone.id), row.number, short_difference(where, old, new))
