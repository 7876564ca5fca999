"""A plan in Word that was read: what it offers, by group, to take or to leave, and what was not understood."""

from collections.abc import Iterator, Sequence

from sto_tui.acts import PLAN_FILE
from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.intake.plan_document.edited_offers import words_of
from sto_tui.intake.plan_document.offer_groups import groups_of
from sto_tui.intake.plan_document.offers import PlanOffer
from sto_tui.intake.plan_document.wording import counts
from sto_tui.intake.returned_draft.wording import LEFT, TAKEN
from sto_tui.screens.host.plans import IncomingPlan
from sto_tui.screens.intake.plan_record import PlanRecordWindow
from sto_tui.screens.windows.choices import ChoicesWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Row

_MISSED = "missed"
_NOT_UNDERSTOOD = "Dit is niet begrepen. Neem het zelf over, als het in het dossier hoort."


class PlanWindow(ChoicesWindow):
    """Closes with what is taken: the number of each offer, with the words that were edited or else empty."""

    where = PLAN_FILE
    of_a_line = frozenset({"toggle", "read", "group"})

    def __init__(self, plan: IncomingPlan, sentence: str = "") -> None:
        proposal = plan.proposal
        # What is in the dossier already is changed only when somebody wants it.
        begun = {offer.number: "" for offer in proposal.offers if offer.before is None}
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
        for number, line in enumerate(proposal.not_understood):
            below = " · ".join(part for part in (line.reason, line.place) if part)
            yield Row(("", line.text), key=(_MISSED, number), below=below, below_in_full=True)

    def _row(self, offer: PlanOffer) -> Row:
        own = self._chosen.get(offer.number, "")
        told = [f"zelf bewerkt: {own}"] * bool(own)
        told.append(" · ".join((*(["wijzigt wat er staat"] if offer.before else []), *offer.details, offer.place)))
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
        is_missed = isinstance(key, tuple) and key[0] == _MISSED
        return _NOT_UNDERSTOOD if is_missed else super().why_no_line()

    def why_not(self, id: str) -> str:
        """There may be nothing that was not understood."""
        if id == "missed" and not self._plan.proposal.not_understood:
            return "Alles is begrepen."
        return super().why_not(id)

    def act_toggle(self) -> None:
        """Takes what the cursor is on, or leaves it."""
        offer = self._at
        assert offer is not None
        self._turn((offer,), take=offer.number not in self._chosen)

    def act_group(self) -> None:
        """All of the group of the cursor, or nothing of it."""
        offers = next(group.offers for group in self._groups if self._at in group.offers)
        self._turn(offers, take=not all(offer.number in self._chosen for offer in offers))

    def act_all(self) -> None:
        """The whole plan, or nothing."""
        self._turn([*self._offers.values()], take=len(self._chosen) < len(self._offers))

    def _turn(self, offers: Sequence[PlanOffer], *, take: bool) -> None:
        """Takes or leaves these; a speerpunt goes with its new theme, and nothing without it."""
        before = {*self._chosen}
        if take:
            along = [self._theme_of(offer) for offer in offers]
            for offer in (*offers, *(theme for theme in along if theme)):
                self._chosen.setdefault(offer.number, "")
        else:
            gone = {offer.number for offer in offers}
            gone |= {one.number for one in self._offers.values() if (it := self._theme_of(one)) and it.number in gone}
            self._chosen = {number: words for number, words in self._chosen.items() if number not in gone}
        others = (before ^ {*self._chosen}) - {offer.number for offer in offers}
        self.fill()
        if others and take:
            self._tell_chosen("Het thema gaat mee.")
        elif others:
            stays = "blijft" if len(others) == 1 else "blijven"
            self._tell_chosen(f"Ook {count(len(others), 'speerpunt', 'speerpunten')} van dit thema {stays} weg.")

    def _theme_of(self, offer: PlanOffer) -> PlanOffer | None:
        """The new theme of a speerpunt."""
        if not isinstance(offer.after, Speerpunt) or offer.after.theme > 0:
            return None
        themes = (one for one in self._offers.values() if isinstance(one.after, Theme))
        return next((theme for theme in themes if theme.after.id == offer.after.theme), None)

    def act_read(self) -> None:
        """Shows all that stands in it."""
        offer = self._at
        assert offer is not None

        def closed(words: str | bool | None) -> None:
            if isinstance(words, str):
                self._turn((offer,), take=True)
                self._chosen[offer.number] = "" if words == words_of(offer) else words
                self.fill()
            elif words is False:
                self._turn((offer,), take=False)

        window = PlanRecordWindow(self._plan, offer, self._chosen.get(offer.number) or words_of(offer))
        self.app.push_screen(window, closed)

    def act_missed(self) -> None:
        """The first line that was not understood."""
        self._list.go_to((_MISSED, 0))
