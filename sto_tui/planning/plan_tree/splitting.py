"""A speerpunt in two: of its partners, activities, milestones, money and roles it is chosen what goes to the second.

Goals, subjects and periods are of both; the result stays with the first. A milestone that goes keeps its letter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sto_tui.domain.change import Occasion
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import amount, count
from sto_tui.domain.milestones import Veri
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.plan import Act, Partner, Phase, Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.domain.text import shortened
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.plan_tree.mentions import Mention, Rewriting, mentions_of
from sto_tui.planning.proposal import Proposal, ProposalLine, Step, Way, Workings, nothing

SECOND = Ref("speerpunten", -1)
_LONGEST_NAME = 40


@dataclass(frozen=True)
class _Halves:
    """The speerpunt, and what the second is to be called."""

    first: Speerpunt
    title: str
    number: str

    def second_of(self, workings: Workings) -> Speerpunt:
        """The second as it is by now."""
        now = workings.get(SECOND)
        if isinstance(now, Speerpunt):
            return now
        values = {"id": SECOND.id, "rev": 0, "number": self.number, "title": self.title}
        bare = {"result": "", "partners": (), "phases": (), "continues": None, "carried_over_from": ""}
        second = self.first.changed(**values, **bare)
        workings.put(SECOND, second)
        return second

    def first_of(self, workings: Workings) -> Speerpunt:
        """The first as it is by now."""
        now = workings.get(ref_of(self.first))
        return now if isinstance(now, Speerpunt) else self.first


def splitting(occasion: Occasion, speerpunt: Speerpunt, title: str) -> Proposal:
    """The proposal that makes a second speerpunt of this title, in the same theme with the next number."""
    dossier = occasion.dossier
    number = str(beginning(dossier, Speerpunt, {"theme": speerpunt.theme}).get("number") or f"{speerpunt.number} b")
    halves = _Halves(speerpunt, title, number)
    name = shortened(dossier.caption(ref_of(speerpunt)), _LONGEST_NAME)
    lines = [
        *_partners(dossier, halves),
        *_acts(halves),
        *_milestones(dossier, halves),
        *_money(dossier, halves),
        *_roles(dossier, halves),
    ]
    return Proposal(
        f"{name} splitsen in {speerpunt.number} en {number}",
        f"{name} gesplitst: {number} {shortened(title, _LONGEST_NAME)} is erbij",
        occasion,
        tuple(lines),
        partial(_there, halves),
        (f"Kies per regel wat naar {number} gaat. Doelen en onderwerpen gelden voor beide.",),
    )


def _there(halves: _Halves, workings: Workings) -> None:
    halves.second_of(workings)


def _line(halves: _Halves, group: str, about: str, goes: Step, both: Step | None = None) -> ProposalLine:
    ways = [Way(f"blijft bij {halves.first.number}", nothing, is_open=True), Way(f"naar {halves.number}", goes)]
    return ProposalLine(group, about, (*ways, *([Way("bij beide", both)] if both else [])))


# Partners and activities: parts of the speerpunt.


def _partners(dossier: Dossier, halves: _Halves) -> Iterator[ProposalLine]:
    for partner in halves.first.partners:
        goes = partial(_give_partner, halves, partner, stays=False)
        both = partial(_give_partner, halves, partner, stays=True)
        yield _line(halves, "Partners", dossier.part_caption(partner), goes, both)


def _give_partner(halves: _Halves, partner: Partner, workings: Workings, *, stays: bool) -> None:
    second = halves.second_of(workings)
    workings.put(SECOND, second.changed(partners=(*second.partners, partner)))
    if not stays:
        first = halves.first_of(workings)
        left = tuple(each for each in first.partners if each != partner)
        workings.put(ref_of(first), first.changed(partners=left))


def _acts(halves: _Halves) -> Iterator[ProposalLine]:
    for phase in halves.first.phases:
        for act in phase.acts:
            yield _line(halves, f"Activiteiten in {phase.label}", act.text, partial(_give_act, halves, phase, act))


def _give_act(halves: _Halves, phase: Phase, act: Act, workings: Workings) -> None:
    """The act goes, in a period of the same name; a period from which all went goes too."""
    second, first = halves.second_of(workings), halves.first_of(workings)
    there = next((each for each in second.phases if each.id == phase.id), None)
    if there is None:
        phases = (*second.phases, phase.model_copy(update={"acts": (act,)}))
    else:
        more = there.model_copy(update={"acts": (*there.acts, act)})
        phases = tuple(more if each is there else each for each in second.phases)
    workings.put(SECOND, second.changed(phases=phases))
    kept = (
        each if each.id != phase.id else each.model_copy(update={"acts": tuple(a for a in each.acts if a != act)})
        for each in first.phases
    )
    workings.put(ref_of(first), first.changed(phases=tuple(each for each in kept if each.acts or each.id != phase.id)))


# Records that belong to it.


def _milestones(dossier: Dossier, halves: _Halves) -> Iterator[ProposalLine]:
    for milestone in dossier.milestones_of_speerpunt(halves.first.id):
        ref, number = ref_of(milestone), milestone.number
        if number.startswith(halves.first.number):
            number = halves.number + number.removeprefix(halves.first.number)
        given = {"speerpunt": SECOND.id, "number": number}
        line = _line(halves, "Mijlpalen", dossier.caption(ref), partial(_set, ref, given))
        renamed = {ref: (milestone.number, number)} if number != milestone.number else {}
        yield _with_texts(dossier, line, ref, given, renamed)


def _with_texts(
    dossier: Dossier, line: ProposalLine, ref: Ref, given: dict[str, object], renamed: dict[Ref, tuple[str, str]]
) -> ProposalLine:
    """The line of a milestone whose number is named in texts: these go along, or stay as they are."""
    mentions = mentions_of(dossier, renamed)
    stays, goes = line.ways
    if not mentions:
        return line
    named = count(len(mentions), "tekst die dat nummer noemt", "teksten die dat nummer noemen")
    with_texts = partial(_set_with_texts, ref, given, Rewriting(dossier.region, renamed), mentions)
    ways = (stays, Way(f"{goes.label}, met {named}", with_texts), Way(f"{goes.label}; teksten blijven zo", goes.step))
    return ProposalLine(line.group, line.about, ways, line.start, line.detail)


def _set_with_texts(
    ref: Ref, given: dict[str, object], rewriting: Rewriting, mentions: Sequence[Mention], workings: Workings
) -> None:
    _set(ref, given, workings)
    for mention in mentions:
        rewrite(rewriting, mention.ref, workings)


def rewrite(rewriting: Rewriting, field: Ref, workings: Workings) -> None:
    """The texts of a field with the new numbers, as the record is by now."""
    record = workings.get(field.at(None))
    if record is not None and field.field:
        value = rewriting.value(record, field.field)
        workings.put(field.at(None), record.changed(**{field.field: value}))


def _set(ref: Ref, given: dict[str, object], workings: Workings) -> None:
    if record := workings.get(ref):
        workings.put(ref, record.changed(**given))


def _money(dossier: Dossier, halves: _Halves) -> Iterator[ProposalLine]:
    budget: list[BudgetLine | Cofinancing] = [*dossier.whole.of(BudgetLine).values()]
    for line in [*budget, *dossier.whole.of(Cofinancing).values()]:
        if line.speerpunt == halves.first.id:
            ref = ref_of(line)
            group = "Begroting" if isinstance(line, BudgetLine) else "Cofinanciering"
            about = f"{dossier.caption(ref)}: {'zonder bedrag' if line.total is None else amount(line.total)}"
            yield _line(halves, group, about, partial(_set, ref, {"speerpunt": SECOND.id}))


def _roles(dossier: Dossier, halves: _Halves) -> Iterator[ProposalLine]:
    for role in dossier.veri_row(ref_of(halves.first)):
        about = f"{role.code.value} {dossier.caption(role.party)}"
        yield _line(halves, "Rollen", about, partial(_set, ref_of(role), {"row": SECOND}), partial(_copy_role, role))


def _copy_role(role: Veri, workings: Workings) -> None:
    workings.add(role.changed(row=SECOND, rev=0))
