"""A speerpunt split, two joined, a row once more: what is proposed line by line, and carried out as one change."""

from collections.abc import Callable
from typing import Any

from sto_tui.domain.change import Change, NotSavedError, Occasion
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Line, Part, Ref, field
from sto_tui.planning.plan_tree.duplicating import duplicated
from sto_tui.planning.plan_tree.joining import joining, second_candidates
from sto_tui.planning.plan_tree.splitting import splitting
from sto_tui.planning.proposal import Proposal
from sto_tui.screens.editing.entry_window import EntryWindow
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import group
from sto_tui.screens.windows.choosing import SharingWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

_CHANGED = "Intussen is gewijzigd waar dit voorstel over gaat. Bekijk het opnieuw."
_GONE = "Dit is intussen verwijderd."
Make = Callable[[Occasion], Proposal]


class TitleEntry(Part):
    """What `S` asks."""

    title: Line = field("Naam", "Hoe heet het nieuwe deel? Daarna kies je wat erheen gaat.")


class TreeShape:
    """Proposes, lets the person choose, and carries out what was chosen."""

    def __init__(self, place: PlaceScreen, go_to: Callable[[Ref], object]) -> None:
        self._place = place
        self._go_to = go_to

    def why_not(self, id: str) -> str:
        """Why an act cannot be done now; empty when it can."""
        dossier = self._place.host.dossier
        words = word_of_table(dossier.region, "speerpunten")
        if id in ("split", "join", "activities") and self.speerpunt is None:
            return f"Kies eerst een {words.singular} met de pijltjes."
        if id == "join" and len(dossier.of(Speerpunt)) < 2:
            return f"Er zijn geen andere {words.plural} om mee samen te voegen."
        return ""

    @property
    def speerpunt(self) -> Speerpunt | None:
        """That of the cursor."""
        ref = self._place.current_ref
        return self._place.host.dossier.of(Speerpunt).get(ref.id) if ref and ref.table == "speerpunten" else None

    def split(self) -> None:
        """The speerpunt of the cursor in two: first what the second is called, then what goes to it."""
        speerpunt = self.speerpunt
        if speerpunt is None:
            return
        dossier = self._place.host.dossier
        title = ""

        def look(typed: dict[str, Any]) -> None:
            nonlocal title
            title = typed["title"].strip()

        def propose(done: bool | None) -> None:
            if done:
                self._propose(lambda occasion: splitting(occasion, _now(occasion.dossier, speerpunt), title))

        heading = f"{dossier.caption(ref_of(speerpunt))} splitsen"
        window = EntryWindow(heading, TitleEntry, {}, dossier, self._place.host.today, look)
        self._place.app.push_screen(window.name_act("Voorstel tonen"), propose)

    def join(self) -> None:
        """Another speerpunt goes up in that of the cursor: first which, then what both say differently."""
        kept = self.speerpunt
        if kept is None:
            return

        def chosen(gone: Ref | None) -> None:
            other = self._place.host.dossier.get(gone) if gone else None
            if isinstance(other, Speerpunt):
                self._propose(
                    lambda occasion: joining(occasion, _now(occasion.dossier, kept), _now(occasion.dossier, other))
                )

        self._place.app.push_screen(_others(self._place.host.dossier, kept), chosen)

    def duplicate(self, ref: Ref) -> None:
        """The row of the cursor once more, with everything under it; the cursor goes there."""

        def act() -> Change:
            try:
                change = duplicated(self._place.occasion, ref)
            except ValueError as error:
                raise NotSavedError(str(error)) from error
            applied.append(self._place.host.changes.apply(change))
            return applied[-1]

        applied: list[Change] = []
        self._place.try_out(act, lambda: self._go_to(applied[-1].refs[0]))

    def _propose(self, make: Make) -> None:
        try:
            proposal = make(self._place.occasion)
        except NotSavedError as error:
            self._place.say(str(error), error=True)
            return

        def chosen(ways: tuple[int, ...] | None) -> None:
            if ways is None:
                self._place.say("Er is niets gewijzigd.")
            else:
                self._place.try_out(lambda: self._carry_out(make, proposal, ways))

        self._place.app.push_screen(SharingWindow(proposal, "Er valt niets te kiezen."), chosen)

    def _carry_out(self, make: Make, seen: Proposal, ways: tuple[int, ...]) -> object:
        """Carries out what was chosen, unless others changed meanwhile what it is about. Raises NotSavedError."""
        now = make(self._place.occasion)
        if not now.asks_the_same(seen):
            raise NotSavedError(_CHANGED)
        return self._place.host.changes.apply(now.change(ways))


def _now(dossier: Dossier, seen: Speerpunt) -> Speerpunt:
    """The speerpunt as it is now. Raises NotSavedError when it is gone."""
    now = dossier.of(Speerpunt).get(seen.id)
    if now is None:
        raise NotSavedError(_GONE)
    return now


def _others(dossier: Dossier, kept: Speerpunt) -> Listing:
    """The speerpunten that can go up in it, those of its own theme first."""
    candidates = second_candidates(dossier, kept)
    own = [each for each in candidates if each.theme == kept.theme]
    rows: list[Row] = []
    for heading, each in (("Hiernaast", own), ("Elders in het plan", candidates[len(own) :])):
        rows += [group(heading)] * bool(each)
        rows += [Row(((other.number, "bold"), other.title), key=ref_of(other)) for other in each]
    word = word_of_table(dossier.region, "speerpunten").singular
    sentence = f"{capital(word)} {kept.number} blijft; wat je kiest gaat erin op."
    heading = f"{dossier.caption(ref_of(kept))} samenvoegen met"
    return Listing(heading, sentence, (Column("", 7), Column("", wrap=True)), rows)
