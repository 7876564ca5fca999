"""A plan in Word that was read: what it offers, by group, to take or to leave, and what was missed or is only text."""

from collections.abc import Iterator, Sequence

from sto_tui.acts import PLAN_FILE
from sto_tui.domain.dutch import capital, count
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.tables import TABLES
from sto_tui.intake.plan_document.offer_groups import groups_of
from sto_tui.intake.plan_document.plan_offer import PlanOffer
from sto_tui.intake.plan_document.told_fields import told_edits
from sto_tui.intake.plan_document.wording import ONLY_TEXT, counts, told_replaced
from sto_tui.intake.plan_document.written_plan import NotUnderstood
from sto_tui.intake.returned_draft.wording import LEFT, TAKEN
from sto_tui.screens.host.plans import IncomingPlan
from sto_tui.screens.intake.plan_record import PlanRecordWindow
from sto_tui.screens.windows.choices import ChoicesWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Row

_MISSED, _TEXT = "missed", "text"
_NOT_UNDERSTOOD = "Dit is niet begrepen. Neem het zelf over, als het in het dossier hoort."
_IS_TEXT = "Dit blijft tekst. Zet wat een naam, getal of datum is zelf in het goede veld, als het daar hoort."


class PlanWindow(ChoicesWindow[Record | None]):
    """Closes with what is taken: the number of each offer, with the record that was edited or else None."""

    where = PLAN_FILE
    of_a_line = frozenset({"toggle", "read", "group"})

    def __init__(self, plan: IncomingPlan, sentence: str = "") -> None:
        proposal = plan.proposal
        # What is in the dossier already is changed, and what is in doubt taken, only when somebody wants it.
        begun = {offer.number: None for offer in proposal.offers if offer.before is None and offer.is_sure}
        super().__init__(f"Plan uit Word: {proposal.name}", [lead(f"{sentence} {counts(proposal)}".strip())], begun)
        self._plan = plan
        self._offers = {offer.number: offer for offer in proposal.offers}
        self._groups = groups_of(proposal.offers, plan.seen)

    def fill(self) -> None:
        """The offers of each group, as they are chosen, then what was not understood."""
        self._list.show(list(self._rows()))
        self._tell_chosen()

    def _tell_chosen(self, sentence: str = "") -> None:
        chosen = f"{len(self._chosen)} van {len(self._offers)} gekozen" if self._offers else "Er is niets om te kiezen."
        self._bar.say(f"{sentence} {chosen}".strip())

    def _rows(self) -> Iterator[Row]:
        proposal = self._plan.proposal
        if proposal.intake.remarks:
            yield Row(("Let op",), kind="group")
            for number, remark in enumerate(proposal.intake.remarks):
                yield Row(("", remark), key=("remark", number))
        for group in self._groups:
            yield Row((group.name,), kind="group")
            yield from map(self._row, group.offers)
        if proposal.not_understood:
            yield Row(("Niet begrepen",), kind="group")
        yield from _told(_MISSED, proposal.not_understood)
        if proposal.only_text:
            yield Row((ONLY_TEXT,), kind="group")
        yield from _told(_TEXT, proposal.only_text)

    def _row(self, offer: PlanOffer) -> Row:
        own = self._chosen.get(offer.number)
        told = [f"zelf bewerkt: {edit}" for edit in told_edits(offer.after, own, self._plan.seen)] if own else []
        told += [f"twijfel: {offer.doubt}"] * bool(offer.doubt)
        told += [f"vervangt wat er staat: {told_replaced(offer)}"] * bool(offer.replaced)
        told.append(
            " · ".join(
                (
                    *(["wijzigt wat er staat"] if _changes(offer) and not offer.replaced else []),
                    *offer.details,
                    offer.place,
                )
            )
        )
        told += [f"{each.label}: {each.old or '(leeg)'} → {each.new or '(leeg)'}" for each in offer.differences]
        mark = TAKEN if offer.number in self._chosen else LEFT
        return Row(((mark, "key"), offer.caption), key=offer.number, below="\n".join(told), below_in_full=True)

    # Choosing.

    @property
    def _at(self) -> PlanOffer | None:
        key = self._list.current_key
        return self._offers.get(key) if isinstance(key, int) else None

    @property
    def has_line(self) -> bool:
        """Whether the cursor is on an offer."""
        return self._at is not None

    def why_no_line(self) -> str:
        """What is told can only be read."""
        key = self._list.current_key
        kind = key[0] if isinstance(key, tuple) else ""
        return {_MISSED: _NOT_UNDERSTOOD, _TEXT: _IS_TEXT}.get(kind) or super().why_no_line()

    def why_not(self, id: str) -> str:
        """There may be nothing that was not understood."""
        if id == "missed" and not (self._plan.proposal.not_understood or self._plan.proposal.only_text):
            return "Alles is begrepen."
        return super().why_not(id)

    def act_toggle(self) -> None:
        """Takes what the cursor is on, or leaves it."""
        offer = self._at
        assert offer is not None
        self._turn((offer,), take=offer.number not in self._chosen)

    def act_group(self) -> None:
        """All of the group of the cursor, or nothing of it."""
        self._turn_all(next(group.offers for group in self._groups if self._at in group.offers))

    def act_all(self) -> None:
        """The whole plan, or nothing."""
        self._turn_all([*self._offers.values()])

    def _turn_all(self, offers: Sequence[PlanOffer]) -> None:
        """All of these that are sure, or nothing; what is in doubt or replaces something is chosen one by one."""
        sure = [offer for offer in offers if offer.is_sure] or offers
        take = not all(offer.number in self._chosen for offer in sure)
        self._turn(sure if take else offers, take=take)

    def _turn(self, offers: Sequence[PlanOffer], *, take: bool) -> None:
        """Takes or leaves these; a speerpunt goes with its new theme, and nothing without it."""
        before = {*self._chosen}
        if take:
            along = [one for offer in offers for one in self._needed_by(offer)]
            for offer in (*offers, *along):
                self._chosen.setdefault(offer.number, None)
        else:
            gone = {offer.number for offer in offers}
            gone |= {one.number for one in self._offers.values() if gone & {it.number for it in self._needed_by(one)}}
            self._chosen = {number: record for number, record in self._chosen.items() if number not in gone}
        changed = before ^ {*self._chosen}
        others = [self._offers[number] for number in changed - {offer.number for offer in offers}]
        self.fill()
        if others and take:
            is_theme = any(isinstance(offer.after, Theme) for offer in others)
            self._tell_chosen(f"{self._named('themes' if is_theme else 'speerpunten')} gaat mee.")
        elif points := sum(offer.more is None for offer in others):
            words = word_of_table(self._plan.seen.region, "speerpunten")
            stays = "blijft" if points == 1 else "blijven"
            self._tell_chosen(f"Ook {count(points, words.singular, words.plural)} daaronder {stays} weg.")
        elif others:
            self._tell_chosen("Wat erbij zou komen, blijft ook weg.")

    def _named(self, table: str) -> str:
        """`Het thema`; the article of a region's own word is not known."""
        word, general = self._plan.seen.word_of(table), TABLES[table].singular
        return f"Het {word}" if word == general else capital(word)

    def _needed_by(self, offer: PlanOffer) -> list[PlanOffer]:
        """What has to come in with it: the new theme of a speerpunt, and the new record that it adds to."""
        own = self._chosen.get(offer.number) or offer.after
        theme = own.theme if isinstance(own, Speerpunt) and own.theme < 0 else 0
        into = offer.after.id if offer.more is not None and offer.after.id < 0 else 0
        return [
            one
            for one in self._offers.values()
            if one.more is None and one is not offer and one.after.id in {theme, into} - {0}
        ]

    def act_read(self) -> None:
        """Shows all that stands in it."""
        offer = self._at
        assert offer is not None

        def closed(record: Record | bool | None) -> None:
            if isinstance(record, Record):
                self._turn((offer,), take=True)
                self._chosen[offer.number] = None if record == offer.after else record
                self.fill()
            elif record is False:
                self._turn((offer,), take=False)

        window = PlanRecordWindow(self._plan, offer, self._chosen.get(offer.number) or offer.after)
        self.app.push_screen(window, closed)

    def act_missed(self) -> None:
        """The first line that was not understood, and from there the first that is text only."""
        key, proposal = self._list.current_key, self._plan.proposal
        is_there = isinstance(key, tuple) and key[0] == _MISSED
        is_text = not proposal.not_understood or (is_there and proposal.only_text)
        self._list.go_to((_TEXT if is_text else _MISSED, 0))


def _told(kind: str, lines: Sequence[NotUnderstood]) -> Iterator[Row]:
    """What can only be read, each with its reason and place."""
    for number, line in enumerate(lines):
        below = " · ".join(part for part in (line.reason, line.place) if part)
        yield Row(("", line.text), key=(kind, number), below=below, below_in_full=True)


def _changes(offer: PlanOffer) -> bool:
    """Whether it changes what is in the dossier."""
    return offer.before is not None and offer.before.id > 0
