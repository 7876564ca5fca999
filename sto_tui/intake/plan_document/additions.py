"""More of a record than is sure: what is added when somebody takes what was offered in doubt."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sto_tui.domain.plan import Partner, Phase
from sto_tui.domain.record import Record
from sto_tui.domain.text import plain

ADDED = ("result", "partners", "phases")
"""The fields of a theme or speerpunt that a plan may say more of."""

R = TypeVar("R", bound=Record)


def added_to(record: R, more: Record) -> R:
    """The record with what `more` has and it has not; the record itself when it has all of it."""
    updates: dict[str, Any] = {}
    mine, theirs = dict(record), dict(more)
    for name in (name for name in ADDED if name in mine and theirs.get(name)):
        joined = _JOINED[name](mine[name], theirs[name])
        if joined != mine[name]:
            updates[name] = joined
    return record.model_copy(update=updates) if updates else record


def with_held(existing: Record, values: Mapping[str, Any], more: Sequence[Record]) -> dict[str, Any]:
    """The values of a plan, with those parts of `more` that the dossier has already: somebody took them before."""
    of_plan: Record = type(existing).model_validate({**values, "id": existing.id})
    for each in more:
        if added_to(existing, each) == existing:
            of_plan = added_to(of_plan, each)
    return {**values, **{name: value for name, value in dict(of_plan).items() if name in ADDED and value}}


def _texts(mine: str, theirs: str) -> str:
    has_all = " ".join(plain(theirs).split()) in " ".join(plain(mine).split())
    return mine if has_all else f"{mine}\n\n{theirs}".strip()


def _partners(mine: tuple[Partner, ...], theirs: tuple[Partner, ...]) -> tuple[Partner, ...]:
    there = {(partner.party, plain(partner.role)) for partner in mine}
    return (*mine, *(one for one in theirs if (one.party, plain(one.role)) not in there))


def _phases(mine: tuple[Phase, ...], theirs: tuple[Phase, ...]) -> tuple[Phase, ...]:
    phases = [*mine]
    for phase in theirs:
        at = next((at for at, one in enumerate(phases) if plain(one.label) == plain(phase.label)), None)
        if at is None:
            phases.append(phase)
            continue
        there = {plain(act.text) for act in phases[at].acts}
        acts = tuple(act for act in phase.acts if plain(act.text) not in there)
        if acts:
            phases[at] = phases[at].model_copy(update={"acts": (*phases[at].acts, *acts)})
    return tuple(phases)


_JOINED: Mapping[str, Any] = {"result": _texts, "partners": _partners, "phases": _phases}
