"""What taking over a line gives, where its words do not say so: what is understood, and what changes along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pydantic import BaseModel

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.record import FieldSpec, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line, cut
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.intake.returned_draft.field_addresses import field_at, list_at
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding, Wording
from sto_tui.intake.returned_draft.returned import NewRecord
from sto_tui.intake.returned_draft.taking_over import taking_over
from sto_tui.intake.returned_draft.understanding import Understanding

_LONGEST = 60
_TEXTS = ("line", "text", "lines", "parts")
_NAMES = ("choice", "choices", "reference", "references", "tick")


def with_outcomes(laid: LaidBeside, dossier: Dossier, today: date) -> LaidBeside:
    """The same lines, each text with what comes of it."""

    def told(line: DraftLine, wording: Wording) -> Wording:
        told = replace(wording, outcome=outcome(line, wording.to_take, dossier, today))
        why = "" if wording.problem else _refused(line, wording.to_take, dossier, today)
        return replace(told, problem=why) if why and why not in line.note else told

    lines = (replace(line, wordings=tuple(told(line, each) for each in line.wordings)) for line in laid.lines)
    return replace(laid, lines=tuple(lines))


def _refused(line: DraftLine, text: str, dossier: Dossier, today: date) -> str:
    """Why a line that nobody ticks cannot be taken by itself, as when a text is empty that has to be there."""
    if not line.standing.can_be_taken or line.standing.is_new:
        return ""
    refused = taking_over(_alone(line), {line.number: text}, dossier, today).refused
    return capital(refused[0].reason) if refused else ""


def _alone(line: DraftLine) -> LaidBeside:
    return LaidBeside(("",), (line,), untouched=0, already=0)


def outcome(line: DraftLine, text: str, dossier: Dossier, today: date) -> tuple[str, ...]:
    """`eind mei → 31-05-2028`, and each other field that changes along; nothing for what says so literally."""
    if not line.standing.can_be_taken:
        return ()
    return (*_understood(line, text, Understanding(dossier, today)), *_along(line, text, dossier, today))


def _understood(line: DraftLine, text: str, understanding: Understanding) -> Iterator[str]:
    try:
        if line.new:
            yield from _of_new(line.new, understanding)
        elif line.standing.is_of_a_field and (place := field_at(understanding.dossier, line.address)):
            value = understanding.value(place.owner.thing, place.spec, text, line.sent_parts)
            yield from _read_as(place.spec, text, understanding.dossier.shown(place.spec, value))
    except NotUnderstoodError:
        # Why that is stands with the text.
        return


def _of_new(new: NewRecord, understanding: Understanding) -> Iterator[str]:
    listed = list_at(understanding.dossier, new.within)
    model: type[BaseModel] | None = listed.spec.part if listed else None
    model = model or (TABLES[new.within].model if new.within in TABLES else None)
    if model is None:
        return
    specs, values = fields_of(model), dict[str, object]()
    for name, text in new.values:
        if name in specs and text.strip():
            values[name] = understanding.new_value(model, values, specs[name], text)
            shown = understanding.dossier.shown(specs[name], values[name])
            yield from (f"{specs[name].label}: {told}" for told in _read_as(specs[name], text, shown))


def _read_as(spec: FieldSpec, typed: str, shown: str) -> Iterator[str]:
    """What was read, unless it was typed literally, of a number with or without its unit."""
    typed = clean_line(typed)
    if spec.kind in _TEXTS or not typed or not shown:
        return
    if spec.kind in _NAMES:
        is_literal = _letters(typed) == _letters(shown)
    else:
        is_literal = f"{shown} ".removeprefix("€ ").startswith(f"{typed.removeprefix('€').strip()} ")
    if not is_literal:
        yield f"{cut(typed, _LONGEST)} → {shown}"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _along(line: DraftLine, text: str, dossier: Dossier, today: date) -> Iterator[str]:
    """Every other field that is different once this line was taken, and what comes or goes with it."""
    change = taking_over(_alone(line), {line.number: text}, dossier, today).change
    after = carried_out(dossier, change)
    changed: list[str] = []
    for edit in change.edits:
        if edit.before and edit.after:
            own = str(edit.ref) == "/".join(line.address.split("/")[:2])
            name = "" if own else f"{dossier.short_name(edit.ref, _LONGEST)}, "
            changed += [
                f"{name}{told}" for told in _differences(edit.before, edit.after, str(edit.ref), line, (dossier, after))
            ]
        elif edit.before and str(edit.ref) != line.address:
            yield f"Gaat mee weg: {dossier.short_name(edit.ref, _LONGEST)}."
        elif edit.after and edit.ref.table != line.address and line.standing is not LineStanding.COMMENT:
            yield f"Komt erbij: {after.short_name(edit.ref, _LONGEST)}."
    yield from (f"Wijzigt mee: {told}." for told in changed)


def _differences(
    before: BaseModel, after: BaseModel, address: str, line: DraftLine, both: tuple[Dossier, Dossier]
) -> Iterator[str]:
    """The fields that differ, also inside parts, but not that of the line itself."""
    for name, spec in fields_of(type(before)).items():
        was, now = getattr(before, name), getattr(after, name)
        here = f"{address}/{name}"
        if was == now or here == line.address:
            continue
        if spec.kind == "parts":
            later = {part.id: part for part in now}
            for part in was:
                if part.id in later:
                    yield from _differences(part, later[part.id], f"{here}#{part.id}", line, both)
                elif f"{here}#{part.id}" != line.address:
                    yield f"{spec.label_in_text}: {cut(both[0].part_caption(part), _LONGEST)} → (weg)"
            continue
        shown = (_in_short(dossier.shown(spec, value)) for dossier, value in zip(both, (was, now), strict=True))
        yield f"{spec.label_in_text} {' → '.join(shown)}"


def _in_short(text: str) -> str:
    return cut(clean_line(text), _LONGEST) or "(leeg)"
