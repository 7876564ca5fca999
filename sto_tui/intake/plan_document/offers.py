"""What a plan that was read offers to a dossier: records that are new, and those that it says more or else of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import (
    Chapter,
    ChapterText,
    Goal,
    Risk,
    Speerpunt,
    Theme,
)
from sto_tui.domain.text import cut
from sto_tui.domain.vision import VisionSection
from sto_tui.intake.plan_document.acts_of_periods import NO_PERIOD
from sto_tui.intake.plan_document.beside_dossier import BesideDossier, SaidOfRecord
from sto_tui.intake.plan_document.body_levels import above_first
from sto_tui.intake.plan_document.matching_records import OtherWithNumberError, name_of
from sto_tui.intake.plan_document.offered_values import filled, joined, measures_values, phase_values
from sto_tui.intake.plan_document.only_text import lost_lines, only_text
from sto_tui.intake.plan_document.partners import NamedPartner, PartyNames, name_key
from sto_tui.intake.plan_document.plan_offer import Offered, PlanOffer, Tie
from sto_tui.intake.plan_document.telling_words import TellingWords
from sto_tui.intake.plan_document.written_periods import days_named
from sto_tui.intake.plan_document.written_plan import (
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
)
from sto_tui.intake.tables.party_kinds import kind_of

_ONLY_IN_DOUBT = "alleen genoemd bij iets dat zelf in twijfel is"
_UNDATED = "de woorden komen erbij te staan, begin en einde niet; vul die zelf in"
_SHORTEST_ABBREVIATION = 3
_SHOWN = ("goals", "themes", "speerpunten", "parties", "bodies", "risks", "texts", "vision")


def offers_of(plan: WrittenPlan, dossier: Dossier) -> Offered:
    """What a plan offers to this dossier."""
    return _Offering(plan, dossier).offered()


class _Offering:
    def __init__(self, plan: WrittenPlan, dossier: Dossier) -> None:
        self._plan, self._dossier = plan, dossier
        self._beside = BesideDossier(dossier)
        self._titles = Counter(name_of(point.title) for point in plan.speerpunten)
        self._goals: dict[int, int] = {}
        self._themes: dict[int, int] = {}
        self._bodies = {name_of(body.name): body.id for body in dossier.of(Body).values()}
        self._above = {body.id: body.parent for body in dossier.of(Body).values()}
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
        for body in above_first(self._plan.bodies):
            self._body(body)
        for risk in self._plan.risks:
            self._risk(risk)
        for text in self._plan.texts:
            self._text(text)
        shown = sorted(self._beside.offers, key=lambda offer: _SHOWN.index(offer.table))
        numbered = tuple(_numbered(offer, number) for number, offer in enumerate(shown, 1))
        telling = TellingWords(self._names.known)
        self._beside.told += [*lost_lines(self._plan, self._beside.told, telling)]
        return Offered(
            numbered, tuple(self._beside.told), tuple(self._beside.remarks), tuple(only_text(self._plan, telling))
        )

    # The kinds.

    def _goal(self, goal: WrittenGoal) -> int:
        values = {"number": goal.number, "text": goal.text}
        values |= filled(indicator=goal.indicator, baseline=goal.baseline, target=goal.target)
        values |= filled(baseline_year=goal.baseline_year, target_year=goal.target_year)
        return self._beside.offer(SaidOfRecord(Goal, values, goal, goal.text, doubt=goal.doubt))

    def _theme(self, theme: WrittenTheme) -> int:
        values = {"number": theme.number, "title": theme.title}
        values |= filled(above=theme.above, result=joined(theme.result), goals=self._goal_ids(theme.goals, theme.place))
        values |= filled(measures=measures_values(theme.measures), lead=(lead := self._lead(theme)))
        details = [f"resultaat: {cut(' '.join(joined(theme.result).split()), 80)}"] if theme.result else []
        details += [dutch.count(len(theme.measures), "indicator", "indicatoren")] * bool(theme.measures)
        details += [f"trekker: {theme.lead}"] * bool(lead)
        more = [(doubt, {"result": joined(doubt.result)}) for doubt in theme.doubts]
        return self._beside.offer(
            SaidOfRecord(Theme, values, theme, theme.title, details=details, doubt=theme.doubt, more=more)
        )

    def _offer_parties(self) -> None:
        parties = {name_key(party.name): party for party in self._plan.parties}
        doubtful = self._names.doubtful
        names = {name_key(party.name): party.name for party in self._plan.parties} | self._names.new
        # A speerpunt that is in the dossier already is tied to those only that it has in the words of the plan.
        fresh = "\n".join(
            line for point in self._plan.speerpunten if not self._is_there(point) for line in point.partners
        )
        ties = self._ties()
        names |= {key: name for key, (name, _) in doubtful.items() if name in fresh or key in ties}
        for key, name in names.items():
            if key not in self._parties:
                place = parties[key].place if key in parties else self._plan.place_naming(name)
                written = parties.get(key)
                kind = written.kind if written and written.kind else kind_of(name)
                values = {"name": name, "kind": kind} | filled(contact=written.contact if written else "")
                doubt = "" if name in self._sure else _ONLY_IN_DOUBT
                doubt = parties[key].doubt if key in parties else doubt
                doubt = doubtful[key][1] if key in doubtful else doubt
                mine = ties.get(key, [])
                points = [self._dossier.of(Speerpunt)[tie.speerpunt] for tie in mine]
                self._parties[key] = self._beside.offer(
                    SaidOfRecord(
                        Party,
                        values,
                        written or WrittenParty(place, name),
                        name,
                        details=[f"wordt partner van {point.number} {cut(point.title, 60)}" for point in points],
                        doubt=doubt,
                        ties=mine,
                    )
                )

    def _ties(self) -> dict[str, list[Tie]]:
        """The partners of speerpunten of the dossier that are words, or will be, when their party is not taken."""
        ties: dict[str, list[Tie]] = {}
        for point in self._plan.speerpunten:
            existing = self._existing(point)
            roles = {partner.role: partner.party for partner in existing.partners} if existing else {}
            for partner in (partner for line in point.partners for partner in self._names.partners(line)):
                is_new = not {partner.words, partner.role} & roles.keys()
                if existing and partner.name and (is_new or roles.get(partner.words, 0) is None):
                    ties.setdefault(name_key(partner.name), []).append(Tie(existing.id, partner.words, partner.role))
        return ties

    def _lead(self, theme: WrittenTheme) -> int | None:
        """The party that leads a theme; what is not sure to be one is told."""
        partners = [*self._names.partners(theme.lead)] if theme.lead else []
        sure = [one for one in partners if one.name and name_key(one.name) not in self._names.doubtful]
        party = self._partner(sure[0])["party"] if len(partners) == len(sure) == 1 else None
        if party and sure[0].role:
            self._beside.tell(theme.place, f"trekker: {sure[0].role}", "van de trekker is alleen de partij overgenomen")
        elif partners and not party:
            self._beside.tell(
                theme.place, f"trekker: {theme.lead}", "dit is niet zeker één partij; kies de trekker zelf"
            )
        return party

    def _speerpunt(self, point: WrittenSpeerpunt) -> None:
        theme = self._themes.get(point.theme, 0)
        if not theme:
            self._beside.tell_all(point, "wat erboven staat is niet te plaatsen")
            return
        # What is in the dossier already is not tied to parties that are not.
        names = self._known if self._is_there(point) else self._names
        # Two rows may name the same party: it takes part once.
        partners = [*dict.fromkeys(partner for line in point.partners for partner in names.partners(line))]
        for partner in filter(names.names_several, partners):
            self._beside.tell(point.place, partner.words, "dit is één partner gebleven; splits het zelf")
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
        self._beside.offer(
            SaidOfRecord(
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
        )

    def _tell_undated(self, point: WrittenSpeerpunt) -> None:
        """Says of which periods the days cannot be told; the words stay."""
        phases = [*point.phases, *(phase for doubt in point.doubts for phase in doubt.phases)]
        for label in dict.fromkeys(phase.label for phase in phases):
            if label != NO_PERIOD and days_named(label) == (None, None):
                self._beside.tell(point.place, f"periode: {label}", _UNDATED)

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
        return self._existing(point) is not None

    def _existing(self, point: WrittenSpeerpunt) -> Speerpunt | None:
        """The speerpunt of the dossier that one of the plan is."""
        try:
            return self._beside.existing(Speerpunt).find(point.number, point.title, by_number=self._is_shared(point))
        except OtherWithNumberError:
            return None

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
            parent=self._body_above(body),
        )
        details = [f"valt onder: {body.under}"] if "parent" in values else []
        number = self._beside.offer(SaidOfRecord(Body, values, body, body.name, details=details, doubt=body.doubt))
        self._bodies.setdefault(name_of(body.name), number)
        self._above[number] = values.get("parent") or self._above.get(number)

    def _body_above(self, body: WrittenBody) -> int | None:
        """The body that one stands under; what names none of the dossier or the plan is told."""
        above = self._bodies.get(name_of(body.under)) if body.under else None
        own, higher = self._bodies.get(name_of(body.name), 0), above
        while higher and higher != own:
            higher = self._above.get(higher)
        # In a ring of the plan the first one comes before the one it stands under.
        is_later = not above and name_of(body.under) in {name_of(other.name) for other in self._plan.bodies}
        is_ring = bool(higher) or (bool(body.under) and (is_later or name_of(body.under) == name_of(body.name)))
        if is_ring or (body.under and not above):
            reason = "zo valt het onder zichzelf" if is_ring else "dit orgaan staat niet in het plan"
            self._beside.tell(body.place, f"{body.name} valt onder: {body.under}", reason)
        return None if is_ring else above or None

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
        self._beside.offer(SaidOfRecord(Risk, values, risk, risk.text, doubt=risk.doubt))
        last = self._beside.offers[-1] if self._beside.offers else None
        if missing and last and last.place == risk.place and last.before is None:
            self._beside.remarks.append(
                f"Bij risico ‘{cut(risk.text, 50)}’ is geen {dutch.enumerate_words(missing)} gelezen; ‘middel’ is "
                "ingevuld."
            )

    def _text(self, text: WrittenText) -> None:
        whole = joined(text.paragraphs)
        if text.chapter is Chapter.REGIOVISIE:
            order = 1 + max((section.order for section in self._beside.made(VisionSection)), default=0)
            values = {"order": order, "section": text.heading, "text": whole}
            self._beside.offer(SaidOfRecord(VisionSection, values, text, text.heading))
            return
        beside = [other for other in self._beside.made(ChapterText) if other.chapter is text.chapter]
        order = 1 + max((other.order for other in beside), default=0)
        values = {"chapter": text.chapter, "order": order, "heading": text.heading, "text": whole}
        name = f"{text.chapter.heading} {text.heading}"
        self._beside.offer(SaidOfRecord(ChapterText, values, text, name))

    # What they share.

    def _goal_ids(self, numbers: Iterable[int], place: str) -> tuple[int, ...]:
        known = {goal.number: goal.id for goal in self._dossier.of(Goal).values()} | self._goals
        for number in (number for number in numbers if not known.get(number)):
            self._beside.tell(place, f"doel {number}", "dit doel staat niet in het plan")
        return tuple(known[number] for number in numbers if known.get(number))


def _is_telling(abbreviation: str) -> bool:
    """Whether an abbreviation is long enough to be no other word."""
    return len(abbreviation) >= _SHORTEST_ABBREVIATION


def _numbered(offer: PlanOffer, number: int) -> PlanOffer:
    return replace(offer, number=number)
