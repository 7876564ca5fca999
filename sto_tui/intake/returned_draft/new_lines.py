"""A row that was added to a draft as a line: what of it is understood, and what somebody has to look at first.

Nothing that nobody wrote is ticked: a column that was left blank is asked where something would be filled in for it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import FieldSpec, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line, plain, shortened
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.intake.returned_draft.chapters import chapter_heading
from sto_tui.intake.returned_draft.field_addresses import list_at, record_at
from sto_tui.intake.returned_draft.lines import DraftLine, LineStanding, Wording
from sto_tui.intake.returned_draft.outside_plan import outside_plan
from sto_tui.intake.returned_draft.returned import NUMBER_HEAD, NewRecord
from sto_tui.intake.returned_draft.tracked_words import told_of
from sto_tui.intake.returned_draft.understanding import Understanding

# Their rows stand in a table of their speerpunt or theme; of others the row above may be of another one.
_UNDER_THEIR_OWNER = ("milestones",)
_OWNERS = {"speerpunt": "speerpunten", "theme": "themes"}
# A draft numbers its rows anew each time, also those that have no number of their own.
_NUMBER = re.compile(r"[A-Za-z]{0,2}\d{1,3}\.?")


def model_of(dossier: Dossier, within: str) -> type[BaseModel] | None:
    """What a row of a list or table becomes; None when nothing does."""
    listed = list_at(dossier, within)
    if listed:
        return listed.spec.part
    return TABLES[within].model if within in TABLES else None


def new_line(new: NewRecord, understanding: Understanding, sender: str, *, doubtful: bool) -> DraftLine:
    """The line about a row; `doubtful` says that all of its draft has to be looked at."""
    dossier = understanding.dossier
    model = model_of(dossier, new.within)
    new = _placed(new, model, understanding) if model else new
    labels = {name: spec.label for name, spec in fields_of(model).items()} if model else {}
    told = "\n".join(f"{labels.get(name, name)}: {text}" for name, text in new.values if text)
    asked = list(_asked(new, model, understanding)) if model else []
    understood = LineStanding.NEW_IN_PART if asked or doubtful else LineStanding.NEW
    listed = list_at(dossier, new.within)
    ref = listed.owner.ref if listed else Ref(new.within.partition("/")[0], 0)
    return DraftLine(
        0,
        understood if model else LineStanding.ONLY_TOLD,
        new.within,
        chapter_heading(dossier, ref),
        _label(new, dossier),
        "",
        "",
        (Wording(told, told, new.authors or (sender,)),),
        new.place,
        " ".join(filter(None, [*(asked if model else [_not_placed(new)]), told_of(new.tracked)])),
        new=new,
    )


def _label(new: NewRecord, dossier: Dossier) -> str:
    """`Nieuwe mijlpaal bij speerpunt 1.1 Lab`, or for a part of which record and list it is."""
    listed = list_at(dossier, new.within)
    if listed:
        return f"Nieuw bij {dossier.short_name(listed.owner.ref, 50)}, {listed.spec.label_in_text}"
    if new.within not in TABLES:
        return "Nieuwe regel"
    owner = _owner(new, dossier)
    return dossier.new_of(new.within) + (f" bij {dossier.short_name(owner, 50)}" if owner else "")


# Which text is of which field.


def _placed(new: NewRecord, model: type[BaseModel], understanding: Understanding) -> NewRecord:
    """The row with what stands under the label of a field in that field, and without the number of the row itself."""
    specs = fields_of(model)
    by_label = {plain(spec.label): spec for spec in specs.values()}
    values, unplaced = dict(new.values), []
    for head, text in new.unplaced:
        spec = by_label.get(plain(head))
        if spec and spec.name not in values and _is_understood(model, values, spec, text, understanding):
            values[spec.name] = text
        elif "number" in specs or head not in ("", NUMBER_HEAD) or not _NUMBER.fullmatch(clean_line(text)):
            unplaced.append((head, text))
    blank = (by_label[plain(name)].name if plain(name) in by_label else name for name in new.blank)
    return replace(
        new, values=tuple(values.items()), unplaced=tuple(unplaced), blank=tuple(n for n in blank if n not in values)
    )


def _is_understood(
    model: type[BaseModel], values: dict[str, str], spec: FieldSpec, text: str, understanding: Understanding
) -> bool:
    try:
        understanding.new_value(model, dict(values), spec, text)
    except NotUnderstoodError:
        return False
    return True


# What is asked.


def _asked(new: NewRecord, model: type[BaseModel], understanding: Understanding) -> Iterator[str]:
    """Why somebody has to look at a row before it is taken, as Dutch sentences."""
    specs, dossier = fields_of(model), understanding.dossier
    if new.unplaced:
        yield _not_placed(new)
    blank = [specs[name] for name in new.blank if name in specs]
    written = [name for name, _ in new.values if name != "number"]
    if len(written) == 1 and blank:
        yield f"Alleen ‘{specs[written[0]].label}’ is ingevuld."
    for spec in blank:
        if spec.kind != "tick" and spec.default not in (None, "", ()):
            yield f"‘{spec.label}’ is leeg; overnemen maakt er ‘{dossier.shown(spec, spec.default)}’ van."
    for name, value in understanding.understood(model, dict(new.values)).items():
        if why := outside_plan(dossier, model, specs[name], value):
            yield f"{specs[name].label}: {why}"
    yield from _doubt_of_number(new, dossier)
    yield from _doubt_of_owner(new, dossier)
    if new.within not in _UNDER_THEIR_OWNER and new.within in TABLES and (owner := _owner(new, dossier)):
        # Nobody wrote it, nor that the rest is as usual.
        yield f"Er staat niet bij waar dit bij hoort; overnemen maakt er {dossier.short_name(owner, 50)} van."
        yield from _not_written(new, specs, dossier)


def _not_written(new: NewRecord, specs: Mapping[str, FieldSpec], dossier: Dossier) -> Iterator[str]:
    """What taking fills in for the fields that have no column."""
    there = {name for name, _ in new.values} | {*new.blank}
    for name, spec in specs.items():
        if name not in there and not spec.hidden and spec.kind != "tick" and spec.default not in (None, "", ()):
            yield f"‘{spec.label}’ staat er niet bij; overnemen maakt er ‘{dossier.shown(spec, spec.default)}’ van."


def _not_placed(new: NewRecord) -> str:
    """Without what it is about, such as the name of a partner, the rest of a row may mean something else."""
    texts = [f"{head}: {text}" if head else text for head, text in new.unplaced if text]
    return f"Hoort bij geen veld en gaat niet mee: {'; '.join(texts).rstrip('.')}." if texts else ""


def _doubt_of_number(new: NewRecord, dossier: Dossier) -> Iterator[str]:
    typed = clean_line(dict(new.values).get("number", ""))
    used = {str(getattr(record, "number", "")) for record in dossier.tables.get(new.within, {}).values()}
    if typed and typed in used:
        yield f"Nr {shortened(typed, 20)} staat al in het dossier."


def from_neighbour(new: NewRecord, dossier: Dossier) -> dict[str, Any]:
    """The theme and speerpunt of the row above it, or else below it, of a row that has no column for them."""
    model = TABLES[new.within].model
    beside = record_at(dossier, new.after) or record_at(dossier, new.before)
    if beside is None or type(beside.record) is not model:
        return {}
    written = {name for name, _ in new.values} | {*new.blank}
    return {name: getattr(beside.record, name) for name in _OWNERS if name in fields_of(model) and name not in written}


def _owner(new: NewRecord, dossier: Dossier) -> Ref | None:
    found = from_neighbour(new, dossier)
    return next((Ref(table, found[name]) for name, table in _OWNERS.items() if found.get(name)), None)


def _doubt_of_owner(new: NewRecord, dossier: Dossier) -> Iterator[str]:
    """The number of a milestone may say that it belongs elsewhere than where the row stands."""
    typed = clean_line(dict(new.values).get("number", ""))
    if new.within != "milestones" or not typed:
        return
    owner = _owner(new, dossier)
    own = dossier.get(owner) if owner else None
    for speerpunt in dossier.of(Speerpunt).values():
        letters = typed.removeprefix(speerpunt.number)
        if speerpunt is not own and letters != typed and letters.isalpha():
            yield f"Het nummer is van {dossier.short_name(ref_of(speerpunt), 50)}."
