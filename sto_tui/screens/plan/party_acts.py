"""The acts on a party in the list of parties: it stops, it joins, or it turns out to be another one."""

from collections.abc import Callable

from sto_tui.domain.change import NotSavedError, Occasion
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.planning.parties.joining import joining
from sto_tui.planning.parties.likeness import likely_pairs
from sto_tui.planning.parties.merging import merging
from sto_tui.planning.parties.proposal import PartyProposal
from sto_tui.planning.parties.stopping import stopping
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.windows.choosing import ChoosingWindow
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

_CHOOSE_FIRST = "Kies eerst een partij in de lijst Partijen."
_CHOOSE_FIRST_TOO = "Kies eerst een partij in de lijst Partijen, of een regel in de lijst Plan."
_CHANGED = "Intussen is gewijzigd waar dit voorstel over gaat. Bekijk het opnieuw."
_NOTHING_OPEN = "Deze partij staat nergens open; alleen de status verandert."
ACTS = ("party_stops", "party_joins", "join")


class PartyActs:
    """Proposes, lets the person choose, and carries out what was chosen as one change."""

    def __init__(self, place: EditingScreen) -> None:
        self._place = place

    def why_not(self, id: str) -> str:
        """Why an act cannot be done now; empty when it can."""
        party = self._party(self._place.current_ref)
        if party is None:
            return _CHOOSE_FIRST_TOO if id == "join" else _CHOOSE_FIRST
        if id == "party_stops" and not party.takes_part:
            return f"{party.name} is al gestopt. Met M doet de partij weer mee."
        if id == "join" and len(self._place.host.dossier.of(Party)) < 2:
            return "Er is geen andere partij om mee samen te voegen."
        return ""

    def _party(self, ref: Ref | None) -> Party | None:
        record = self._place.host.dossier.get(ref) if ref else None
        return record if isinstance(record, Party) else None

    def stop(self) -> None:
        """The party of the cursor stops."""
        self._propose_for(self._place.current_ref, stopping)

    def join(self) -> None:
        """The party of the cursor joins."""
        self._propose_for(self._place.current_ref, joining)

    def merge(self) -> None:
        """The party of the cursor turns out to be another one: first which, then what moves."""
        kept = self._place.current_ref

        def chosen(gone: Ref | None) -> None:
            def make(party: Party, occasion: Occasion) -> PartyProposal:
                second = self._party(gone)
                if second is None:
                    raise NotSavedError("Deze partij is intussen verwijderd.")
                return merging(party, second, occasion)

            if gone:
                self._propose_for(kept, make)

        if party := self._party(kept):
            self._place.app.push_screen(self._others(party), chosen)

    def _others(self, party: Party) -> Listing:
        """The parties with which it can become one, those that are called nearly the same first."""
        dossier = self._place.host.dossier
        pairs = [{first.id, second.id} for first, second in likely_pairs(dossier)]
        others = [other for other in dossier.of(Party).values() if other.id != party.id]
        likely = [other for other in others if {party.id, other.id} in pairs]
        rest = [other for other in others if other not in likely]
        rows: list[Row] = []
        for heading, parties in (("Heet bijna hetzelfde", likely), ("Andere partijen", rest)):
            rows += [Row((heading,), kind="group")] * bool(parties)
            rows += [Row((other.name, (other.kind.label, "muted")), key=ref_of(other)) for other in parties]
        sentence = "Kies de partij die hier dezelfde is; die gaat op in deze partij."
        return Listing(f"{party.name} samenvoegen met", sentence, (Column(""), Column("", 20)), rows)

    def _propose_for(self, ref: Ref | None, make: Callable[[Party, Occasion], PartyProposal]) -> None:
        proposal = self._made(ref, make)

        def chosen(ways: tuple[int, ...] | None) -> None:
            if ways is not None and proposal and proposal.warning:
                question = QuestionWindow(proposal.warning, yes="Samenvoegen", no="Niet samenvoegen")
                self._place.app.push_screen(question, lambda answer: agreed(ways if answer else None))
            else:
                agreed(ways)

        def agreed(ways: tuple[int, ...] | None) -> None:
            if ways is None:
                self._place.say("Er is niets gewijzigd.")
            elif proposal:
                self._place.try_out(lambda: self._carry_out(ref, make, proposal, ways))

        if proposal:
            self._place.app.push_screen(ChoosingWindow(proposal, _NOTHING_OPEN), chosen)

    def _made(self, ref: Ref | None, make: Callable[[Party, Occasion], PartyProposal]) -> PartyProposal | None:
        """The proposal in the dossier as it is now; None when the party is gone. Raises NotSavedError."""
        party = self._party(ref)
        return make(party, self._place.occasion) if party else None

    def _carry_out(
        self,
        ref: Ref | None,
        make: Callable[[Party, Occasion], PartyProposal],
        seen: PartyProposal,
        ways: tuple[int, ...],
    ) -> object:
        """Carries out what was chosen, unless others changed meanwhile what it is about. Raises NotSavedError."""
        now = self._made(ref, make)
        if now is None or not now.asks_the_same(seen):
            raise NotSavedError(_CHANGED)
        return self._place.host.changes.apply(now.change(ways))
