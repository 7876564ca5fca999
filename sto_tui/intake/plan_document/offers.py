"""What a plan that was read offers to a dossier: records that are new, and those that it says more or else of."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import (
    Chapter,
    ChapterText,
    Goal,
    Risk,
    Speerpunt,
    Theme,
)
from sto_tui.domain.record import Part, Record, fields_of
from sto_tui.domain.text import cut
from sto_tui.domain.typed_record import explained
from sto_tui.domain.vision import VisionSection
from sto_tui.intake.plan_document.acts_of_periods import NO_PERIOD
from sto_tui.intake.plan_document.additions import ADDED, added_to, with_held
from sto_tui.intake.plan_document.matching_records import Existing, OtherWithNumberError, name_of, with_ids_of
from sto_tui.intake.plan_document.offered_values import filled, joined, measures_values, phase_values
from sto_tui.intake.plan_document.only_text import lost_lines, only_text
from sto_tui.intake.plan_document.partners import NamedPartner, PartyNames, name_key
from sto_tui.intake.plan_document.replaced_fields import replaced_fields
from sto_tui.intake.plan_document.telling_words import TellingWords
from sto_tui.intake.plan_document.written_periods import days_named
from sto_tui.intake.plan_document.written_plan import (
    NotUnderstood,
    WrittenBody,
    WrittenDoubt,
    WrittenGoal,
    WrittenMember,
    WrittenParty,
    WrittenPlan,
    WrittenRisk,
    WrittenSpeerpunt,
    WrittenText,
    WrittenTheme,
    said_in,
)
from sto_tui.intake.proposal import FieldChange, short_difference
from sto_tui.intake.tables.party_kinds import kind_of

_ONLY_IN_DOUBT = "alleen genoemd waar over het speerpunt zelf twijfel is"
_UNDATED = "de woorden komen erbij te staan, begin en einde niet; vul die zelf in"
_SHORTEST_ABBREVIATION = 3
_LONGEST_CAPTION = 90
# How a record is numbered and where it belongs is for the dossier to say, once it is in there.
_STAYS = ("number", "order", "theme", "kind", "chapter")
_NAMES: Mapping[type[Record], Callable[[Any], str]] = {
    Goal: lambda goal: goal.text,
    Theme: lambda theme: theme.title,
    Speerpunt: lambda point: point.title,
    Party: lambda party: party.name,
    Body: lambda body: body.name,
    Risk: lambda risk: risk.text,
    ChapterText: lambda text: f"{text.chapter.heading} {text.heading}".strip(),
    VisionSection: lambda section: section.section,
}
"""What a record of each kind is called."""
_SHOWN = ("goals", "themes", "speerpunten", "parties", "bodies", "risks", "texts", "vision")

R = TypeVar("R", bound=Record)
_Written = WrittenGoal | WrittenTheme | WrittenSpeerpunt | WrittenParty | WrittenBody | WrittenRisk | WrittenText


@dataclass(frozen=True)
class PlanOffer:
    """A record that may be taken. `before` is None for a new one.

    `words` are the partners as the plan has them, by party and role. `doubt` says why it may be read wrongly; then it
    is only taken when somebody says so. With `more` it adds that to a record that is offered apart, or is there.
    `replaced` names the fields of the dossier of which something would go, which also takes somebody to say so.
    """

    number: int
    place: str
    caption: str
    details: tuple[str, ...]
    before: Record | None
    after: Record
    differences: tuple[FieldChange, ...] = ()
    words: Mapping[tuple[int | None, str], str] = field(default_factory=dict)
    doubt: str = ""
    more: Record | None = None
    replaced: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether it is taken without anybody choosing it."""
        return not self.doubt and not self.replaced

    @property
    def table(self) -> str:
        """The table of its record."""
        return ref_of(self.after).table


@dataclass(frozen=True)
class Offered:
    """All offers, in the order in which they are shown, and what could not be offered."""

    offers: tuple[PlanOffer, ...]
    not_understood: tuple[NotUnderstood, ...]
    remarks: tuple[str, ...]
    only_text: tuple[NotUnderstood, ...] = ()


def offers_of(plan: WrittenPlan, dossier: Dossier) -> Offered:
    """What a plan offers to this dossier."""
    return _Offering(plan, dossier).offered()


class _Offering:
    def __init__(self, plan: WrittenPlan, dossier: Dossier) -> None:
        self._plan, self._dossier = plan, dossier
        self._offers: list[PlanOffer] = []
        self._found: dict[type[Record], Existing[Any]] = {}
        self._seen: set[tuple[type[Record], str]] = set()
        self._matched: dict[tuple[type[Record], int], str] = {}
        self._told: list[NotUnderstood] = []
        self._remarks: list[str] = []
        self._titles = Counter(name_of(point.title) for point in plan.speerpunten)
        self._goals: dict[int, int] = {}
        self._themes: dict[int, int] = {}
        self._parties = {name_key(party.name): party.id for party in dossier.of(Party).values()}
        known = {party.short: party.name for party in dossier.of(Party).values() if _is_telling(party.short)}
        known |= {party.name: party.name for party in dossier.of(Party).values()}
        lines = [party.name for party in plan.parties]
        lines += [line for point in plan.speerpunten for line in point.partners]
        leads = [theme.lead for theme in plan.themes if theme.lead]
        lines += leads
        sure = [line for point in plan.speerpunten if not point.doubt for line in point.partners]
        self._sure = "\n".join([*sure, *leads])
        self._names = PartyNames(known | {party.name: party.name for party in plan.parties}, lines)
        self._known = PartyNames(known, (), self._names)

    def offered(self) -> Offered:
        for goal in self._plan.goals:
            self._goals[goal.number] = self._goal(goal)
        self._offer_parties()
        for theme in self._plan.themes:
            self._themes[theme.number] = self._theme(theme)
        for point in self._plan.speerpunten:
            self._speerpunt(point)
        for body in self._plan.bodies:
            self._body(body)
        for risk in self._plan.risks:
            self._risk(risk)
        for text in self._plan.texts:
            self._text(text)
        shown = sorted(self._offers, key=lambda offer: _SHOWN.index(offer.table))
        numbered = tuple(_numbered(offer, number) for number, offer in enumerate(shown, 1))
        telling = TellingWords(self._names.known)
        self._told += [*lost_lines(self._plan, self._told, telling)]
        return Offered(numbered, tuple(self._told), tuple(self._remarks), tuple(only_text(self._plan, telling)))

    # The kinds.

    def _goal(self, goal: WrittenGoal) -> int:
        values = {"number": goal.number, "text": goal.text}
        values |= filled(indicator=goal.indicator, baseline=goal.baseline, target=goal.target)
        values |= filled(baseline_year=goal.baseline_year, target_year=goal.target_year)
        return self._offer(Goal, values, goal, goal.text, doubt=goal.doubt)

    def _theme(self, theme: WrittenTheme) -> int:
        values = {"number": theme.number, "title": theme.title}
        values |= filled(above=theme.above, result=joined(theme.result), goals=self._goal_ids(theme.goals, theme.place))
        values |= filled(measures=measures_values(theme.measures), lead=(lead := self._lead(theme)))
        details = [f"resultaat: {cut(' '.join(joined(theme.result).split()), 80)}"] if theme.result else []
        details += [dutch.count(len(theme.measures), "indicator", "indicatoren")] * bool(theme.measures)
        details += [f"trekker: {theme.lead}"] * bool(lead)
        more = [(doubt, {"result": joined(doubt.result)}) for doubt in theme.doubts]
        return self._offer(Theme, values, theme, theme.title, details=details, doubt=theme.doubt, more=more)

    def _offer_parties(self) -> None:
        parties = {name_key(party.name): party for party in self._plan.parties}
        doubtful = self._names.doubtful
        names = {name_key(party.name): party.name for party in self._plan.parties} | self._names.new
        # A speerpunt that is in the dossier already is tied to none of these.
        fresh = "\n".join(
            line for point in self._plan.speerpunten if not self._is_there(point) for line in point.partners
        )
        names |= {key: name for key, (name, _) in doubtful.items() if name in fresh}
        for key, name in names.items():
            if key not in self._parties:
                place = parties[key].place if key in parties else self._plan.place_naming(name)
                written = parties.get(key)
                kind = written.kind if written and written.kind else kind_of(name)
                values = {"name": name, "kind": kind} | filled(contact=written.contact if written else "")
                doubt = "" if name in self._sure else _ONLY_IN_DOUBT
                doubt = parties[key].doubt if key in parties else doubt
                doubt = doubtful[key][1] if key in doubtful else doubt
                self._parties[key] = self._offer(Party, values, written or WrittenParty(place, name), name, doubt=doubt)

    def _lead(self, theme: WrittenTheme) -> int | None:
        """The party that leads a theme; what is not sure to be one is told."""
        partners = [*self._names.partners(theme.lead)] if theme.lead else []
        sure = [one for one in partners if one.name and name_key(one.name) not in self._names.doubtful]
        party = self._partner(sure[0])["party"] if len(partners) == len(sure) == 1 else None
        if party and sure[0].role:
            self._tell(theme.place, f"trekker: {sure[0].role}", "van de trekker is alleen de partij overgenomen")
        elif partners and not party:
            self._tell(theme.place, f"trekker: {theme.lead}", "dit is niet zeker één partij; kies de trekker zelf")
        return party

    def _speerpunt(self, point: WrittenSpeerpunt) -> None:
        theme = self._themes.get(point.theme, 0)
        if not theme:
            self._tell_all(point, "het thema erboven is niet te plaatsen")
            return
        # What is in the dossier already is not tied to parties that are not.
        names = self._known if self._is_there(point) else self._names
        # Two rows may name the same party: it takes part once.
        partners = [*dict.fromkeys(partner for line in point.partners for partner in names.partners(line))]
        for partner in filter(names.names_several, partners):
            self._tell(point.place, partner.words, "dit is één partner gebleven; splits het zelf")
        values = {"theme": theme, "number": point.number, "title": point.title}
        values |= filled(
            result=joined(point.result),
            partners=tuple(map(self._partner, partners)),
            phases=tuple(phase_values(phase.label, phase.acts) for phase in point.phases),
            measures=measures_values(point.measures),
            goals=self._goal_ids(point.goals, point.place),
        )
        details = [dutch.count(len(partners), "partner", "partners")]
        acts = sum(len(phase.acts) for phase in point.phases)
        periods = dutch.count(len(point.phases), "periode", "perioden")
        details.append(
            f"{periods} met {dutch.count(acts, 'activiteit', 'activiteiten')}" if acts else "geen activiteiten"
        )
        self._tell_undated(point)
        more = [(doubt, self._more(doubt, names)) for doubt in point.doubts]
        self._offer(
            Speerpunt,
            values,
            point,
            point.title,
            details=details,
            words=self._words(partners),
            doubt=point.doubt,
            more=more,
            by_number=self._is_shared(point),
        )

    def _tell_undated(self, point: WrittenSpeerpunt) -> None:
        """Says of which periods the days cannot be told; the words stay."""
        phases = [*point.phases, *(phase for doubt in point.doubts for phase in doubt.phases)]
        for label in dict.fromkeys(phase.label for phase in phases):
            if label != NO_PERIOD and days_named(label) == (None, None):
                self._tell(point.place, f"periode: {label}", _UNDATED)

    def _more(self, doubt: WrittenDoubt, names: PartyNames) -> dict[str, Any]:
        """What a doubt adds to a speerpunt."""
        partners = [partner for line in doubt.partners for partner in names.partners(line)]
        return {
            "result": joined(doubt.result),
            "partners": tuple(map(self._partner, partners)),
            "phases": tuple(phase_values(phase.label, phase.acts) for phase in doubt.phases),
        }

    def _words(self, partners: Sequence[NamedPartner]) -> dict[tuple[int | None, str], str]:
        """The partners as the plan has them, by the party and role that they became."""
        made = [(self._partner(partner), partner.words) for partner in partners]
        return {(values["party"], values["role"]): words for values, words in made}

    def _is_there(self, point: WrittenSpeerpunt) -> bool:
        try:
            found = self._existing(Speerpunt).find(point.number, point.title, by_number=self._is_shared(point))
            return found is not None
        except OtherWithNumberError:
            return False

    def _is_shared(self, point: WrittenSpeerpunt) -> bool:
        """Whether the plan has other speerpunten with its title, each with a number of its own."""
        return self._titles[name_of(point.title)] > 1

    def _partner(self, partner: NamedPartner) -> dict[str, Any]:
        party = self._parties.get(name_key(partner.name)) if partner.name else None
        return {"party": party, "role": partner.role if party else partner.words}

    def _body(self, body: WrittenBody) -> None:
        members = tuple(self._member(member) for member in body.members)
        values = {"name": body.name} | filled(
            task=joined(body.task),
            members=members,
            size=body.size,
            meets=body.meets,
            chair=body.chair,
            authority=body.authority,
        )
        self._offer(Body, values, body, body.name, doubt=body.doubt)

    def _member(self, member: WrittenMember) -> dict[str, Any]:
        """A seat; its party is tied when it is one of the dossier for sure."""
        names = [*self._known.partners(member.party or member.person)]
        party = self._parties.get(name_key(names[0].name)) if len(names) == 1 and names[0].name else None
        if party is None:
            return {"person": ", ".join(part for part in (member.party, member.person) if part), "role": member.role}
        return {"party": party, "person": member.person if member.party else names[0].role, "role": member.role}

    def _risk(self, risk: WrittenRisk) -> None:
        missing = [name for name, size in (("kans", risk.probability), ("impact", risk.impact)) if size is None]
        values = {"text": risk.text} | filled(
            probability=risk.probability,
            impact=risk.impact,
            measure=risk.measure,
            note=joined(risk.note),
            owner=risk.owner,
        )
        self._offer(Risk, values, risk, risk.text, doubt=risk.doubt)
        if missing and self._offers and self._offers[-1].place == risk.place and self._offers[-1].before is None:
            self._remarks.append(
                f"{dutch.capital(dutch.enumerate_words(missing))} van risico ‘{cut(risk.text, 50)}’ staat niet in het "
                "plan; ‘middel’ is ingevuld."
            )

    def _text(self, text: WrittenText) -> None:
        whole = joined(text.paragraphs)
        if text.chapter is Chapter.REGIOVISIE:
            order = 1 + max((section.order for section in self._made(VisionSection)), default=0)
            values = {"order": order, "section": text.heading, "text": whole}
            self._offer(VisionSection, values, text, text.heading)
            return
        beside = [other for other in self._made(ChapterText) if other.chapter is text.chapter]
        order = 1 + max((other.order for other in beside), default=0)
        values = {"chapter": text.chapter, "order": order, "heading": text.heading, "text": whole}
        name = f"{text.chapter.heading} {text.heading}"
        self._offer(ChapterText, values, text, name)

    # What they share.

    def _made(self, model: type[R]) -> list[R]:
        """The records of the dossier and those that are offered beside them."""
        offered = [offer.after for offer in self._offers if isinstance(offer.after, model) and offer.before is None]
        return [*self._dossier.of(model).values(), *offered]

    def _goal_ids(self, numbers: Iterable[int], place: str) -> tuple[int, ...]:
        known = {goal.number: goal.id for goal in self._dossier.of(Goal).values()} | self._goals
        for number in (number for number in numbers if not known.get(number)):
            self._tell(place, f"doel {number}", "dit doel staat niet in het plan")
        return tuple(known[number] for number in numbers if known.get(number))

    def _existing(self, model: type[R]) -> Existing[R]:
        """The records of a table that are there already."""
        if model not in self._found:
            self._found[model] = Existing(self._dossier.of(model).values(), _NAMES[model])
        return self._found[model]

    def _offer(
        self,
        model: type[R],
        values: Mapping[str, Any],
        written: _Written,
        name: str,
        *,
        details: Sequence[str] = (),
        words: Mapping[tuple[int | None, str], str] = MappingProxyType({}),
        doubt: str = "",
        more: Sequence[tuple[WrittenDoubt, Mapping[str, Any]]] = (),
        by_number: bool = False,
    ) -> int:
        """Offers a record that is new or says something else, and apart what may be more of it.

        The answer is its id, or 0 when it cannot be one.
        """
        key = name_of(f"{values['number']} {name}" if by_number else name)
        if (model, key) in self._seen:
            self._tell_all(written, "dit staat er twee keer; het eerste telt")
            return 0
        self._seen.add((model, key))
        try:
            existing = self._existing(model).find(values.get("number", ""), name, by_number=by_number)
            if existing and (first := self._matched.setdefault((model, existing.id), name)) is not name:
                self._tell_all(written, f"in het dossier is dit hetzelfde als ‘{cut(first, 60)}’ in het plan; dat telt")
                return 0
            number = -1 - len(self._offers)
            bare = {key: value for key, value in values.items() if key not in ADDED}
            added = [(one, model.model_validate({**bare, **each, "id": number})) for one, each in more]
            if existing:
                after = _changed(existing, with_held(existing, values, [each for _, each in added]))
            else:
                after = model.model_validate({**values, "id": number})
        except OtherWithNumberError as error:
            self._tell_all(written, f"nummer {values['number']} is in het dossier ‘{cut(str(error), 60)}’")
            return 0
        except ValidationError as error:
            self._tell_all(written, explained(model, error).rstrip("."))
            return 0
        if existing:
            self._remark_number(existing, values, name)
        if after != existing:
            caption = (
                f"{values.get('number', '')} {cut(' '.join(_NAMES[model](after).split()), _LONGEST_CAPTION)}".strip()
            )
            differences = tuple(self._differences(existing, after)) if existing else ()
            replaced = replaced_fields(existing, after, self._dossier) if existing else ()
            self._offers.append(
                PlanOffer(
                    0,
                    written.place,
                    caption,
                    tuple(details),
                    existing,
                    after,
                    differences,
                    words,
                    doubt,
                    None,
                    replaced,
                )
            )
        for one, each in added:
            self._offer_more(existing or after, after, one, each)
        return after.id

    def _offer_more(self, before: Record, base: Record, doubt: WrittenDoubt, more: Record) -> None:
        """Offers what may belong to a record that is offered, or is there already."""
        after = added_to(base, more)
        if after is base:
            return
        name = f"{getattr(base, 'number', '')} {cut(_NAMES[type(base)](base), _LONGEST_CAPTION)}".strip()
        fields = fields_of(type(base))
        said = [fields[key].label.lower() for key in ADDED if getattr(more, key, None)]
        details = [*doubt.result, *(f"partner: {partner}" for partner in doubt.partners)]
        details += [f"{phase.label}: {act}" for phase in doubt.phases for act in phase.acts]
        caption = f"{name}, meer bij {dutch.enumerate_words(said)}"
        self._offers.append(
            PlanOffer(0, doubt.place, caption, tuple(details), before, after, doubt=doubt.reason, more=more)
        )

    def _remark_number(self, existing: Record, values: Mapping[str, Any], name: str) -> None:
        number = getattr(existing, "number", None)
        if "number" in values and str(number) != str(values["number"]):
            self._remarks.append(
                f"‘{cut(name, 60)}’ heeft in het plan nummer {values['number']} en in het dossier {number}; dat blijft."
            )

    def _differences(self, before: Record, after: Record) -> Iterable[FieldChange]:
        for name, spec in fields_of(type(before)).items():
            old, new = getattr(before, name), getattr(after, name)
            if old != new:
                shown = self._dossier.shown(spec, old), self._dossier.shown(spec, new)
                if shown[0] == shown[1]:
                    yield FieldChange(
                        spec.label, cut(shown[0], 60), "hetzelfde, nu gekoppeld aan partijen van het dossier"
                    )
                else:
                    yield short_difference(spec.label, *shown)

    def _tell_all(self, written: _Written, reason: str) -> None:
        """Says all of something that has no place in the dossier."""
        for line in said_in(written):
            self._tell(written.place, line, reason)

    def _tell(self, place: str, text: str, reason: str) -> None:
        self._told.append(NotUnderstood(place, " ".join(text.split()), reason))


def _changed(existing: R, values: Mapping[str, Any]) -> R:
    """The record with what a plan says of it; how it is numbered and where it belongs stay, and so do ids of parts.

    Raises pydantic.ValidationError.
    """
    kept = {name: value for name, value in values.items() if name not in _STAYS}
    after = existing.changed(**kept)
    updates: dict[str, Any] = {}
    for name in kept:
        old, new = getattr(existing, name), getattr(after, name)
        is_name = name in ("name", "title", "heading", "section")
        if isinstance(old, str) and (_same(old, new) or (is_name and name_of(old) == name_of(new))):
            updates[name] = old
        elif isinstance(new, tuple) and new and isinstance(new[0], Part):
            updates[name] = with_ids_of(old, new)
    return after.model_copy(update=updates)


def _same(one: str, other: str) -> bool:
    """Whether two texts differ in blanks only."""
    return one.split() == other.split()


def _is_telling(abbreviation: str) -> bool:
    """Whether an abbreviation is long enough to be no other word."""
    return len(abbreviation) >= _SHORTEST_ABBREVIATION


def _numbered(offer: PlanOffer, number: int) -> PlanOffer:
    return replace(offer, number=number)
